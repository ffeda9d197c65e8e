"""How heavy SOPs are beside each other, and where a heavy one can be cut into parts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from statistics import median

from pipeline.durations import minutes
from pipeline.model.sop import NodeKind, Sop
from pipeline.settings import Settings
from pipeline.text import key

# Fewer SOPs have no middle that means anything.
ENOUGH = 10
# Beyond so many deviations from the median, in logarithms: 1.4826 makes the median deviation a standard one.
_DEVIATIONS = 3.5 * 1.4826
# Where nearly all SOPs have the same size, this much scatter is taken for usual all the same.
_LEAST_SCATTER = 0.1
# And at least so many times the median.
_LEAST_RATIO = 2.0
_PARTED = re.compile(r"[,;\n]")
# A part has at least so many steps.
_SMALLEST_PART = 4
_PHASE = "judul tahap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a SOP asks for: its steps, the different documents that they gather, the actors, and minutes of work."""

    steps: int
    documents: int
    actors: int
    minutes: float


# Beyond these a SOP is heavy whatever its peers are.
FIXED = Load(steps=40, documents=80, actors=20, minutes=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peers:
    """The middle of a set, and the limits beyond which a SOP is far from it; `middle` is none for a small set."""

    middle: Load | None
    limit: Load


def load(sop: Sop, settings: Settings) -> Load:
    """Return what a SOP asks for; times that cannot be measured count for nothing."""
    documents = {key(each) for step in sop.steps for each in _PARTED.split(step.requirements)}
    spent = (minutes(step.duration, settings.hours_per_day) for step in sop.steps if step.duration)
    return Load(
        steps=len(sop.steps), documents=len(documents - {""}), actors=len(sop.actors),
        minutes=sum(each for each in spent if each),
    )  # fmt: skip


def peers(loads: Sequence[Load]) -> Peers:
    """Return the middle and the limits of a set; fixed limits where it is too small."""
    loads = [each for each in loads if each.steps]
    if len(loads) < ENOUGH:
        return Peers(middle=None, limit=FIXED)
    measured = [
        _middle(values) for values in zip(*((m.steps, m.documents, m.actors, m.minutes) for m in loads), strict=True)
    ]
    steps, documents, actors, spent = measured
    return Peers(
        middle=Load(steps=round(steps[0]), documents=round(documents[0]), actors=round(actors[0]), minutes=spent[0]),
        limit=Load(steps=int(steps[1]), documents=int(documents[1]), actors=int(actors[1]), minutes=spent[1]),
    )


def is_heavy(own: Load, limit: Load) -> bool:
    """Return whether a SOP is far heavier than usual: by its steps or documents; time may be waiting for others."""
    return own.steps > limit.steps or own.documents > limit.documents


def parts(sop: Sop, usual: int) -> tuple[tuple[int, int], ...]:
    """Return the spans of steps, first and last counted from 1, into which a SOP is best cut; `usual` is their size.

    A cut is better where a phase begins, where the page ends, where another actor takes over, and where what was made
    so far goes on as a document; and where the parts are of a size. Empty where it is too short to be cut.
    """
    steps = len(sop.steps)
    count = max(2, round(steps / max(usual, _SMALLEST_PART)))
    count = min(count, steps // _SMALLEST_PART)
    if count < 2:
        return ()
    worth = [0.0, *(_worth(sop, after) for after in range(1, steps)), 0.0]
    even = steps / count
    # best[end] of the parts so far: what they are worth, and where they end.
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (value, ends) in best.items():
            for end in range(start + _SMALLEST_PART, steps + 1):
                total = value + worth[end] - 4 * ((end - start - even) / even) ** 2
                if end not in following or total > following[end][0]:
                    following[end] = (total, (*ends, end))
        best = following
    ends = best[steps][1]
    return tuple((start + 1, end) for start, end in pairwise((0, *ends)))


def _worth(sop: Sop, after: int) -> float:
    """How good a cut between a step and the next one is."""
    here, following = sop.steps[after - 1], sop.steps[after]
    value = 0.0
    if here.place.table == following.place.table and here.place.part == following.place.part:
        rows = range(here.place.row or 0, following.place.row or 0)
        value += 4.0 * any(
            each.what.startswith(_PHASE) and each.place.table == here.place.table and each.place.row in rows
            for each in sop.aside
        )
    value += 2.0 * any(node.kind is NodeKind.CONNECTOR and node.step == after for node in sop.flow.nodes)
    value += 1.0 * (here.actors[:1] != following.actors[:1])
    value += 1.0 * (bool(key(here.output)) and key(here.output) in key(following.requirements))
    made = {key(each.output) for each in sop.steps[: after - 1]} - {""}
    later = {key(each) for step in sop.steps[after:] for each in _PARTED.split(step.requirements)}
    return value - 0.5 * len(made & later)


def _middle(values: Iterable[float]) -> tuple[float, float]:
    """The median of what is above nothing, and the limit beyond which a value is far from it."""
    logs = [log(each) for each in values if each > 0]
    if not logs:
        return 0.0, 0.0
    middle = median(logs)
    scatter = max(median(abs(each - middle) for each in logs), _LEAST_SCATTER)
    return exp(middle), exp(middle + max(_DEVIATIONS * scatter, log(_LEAST_RATIO)))

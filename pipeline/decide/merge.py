"""What copies of the workbook say, against what holds -> what is taken over, and where copies contradict each other."""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.decide.understand import Understood
from pipeline.model.decision import Conflict, Decision, TakenOver, Verdict

_Says = tuple[Verdict, str, str] | None


def merged(
    read: Understood, base: Mapping[str, Decision], current: Mapping[str, Decision], blank: Decision
) -> TakenOver:
    """Return what a copy decides anew against the decisions that it was written with.

    `base` are those of its round, `current` those that hold; `blank` has the copy's file, round and time, for decisions
    that it takes back. What the copy leaves as it was says nothing. What it changes is taken over, unless another copy
    has changed the same thing otherwise meanwhile: then what holds goes on to hold and the two are a conflict. A copy
    that is read again replaces what it said itself.
    """
    taken: list[Decision] = []
    conflicts: list[Conflict] = []
    for about, said in read.said.items():
        before, held = base.get(about), current.get(about)
        if _says(said) == _says(before) or _says(said) == _says(held):
            continue
        decision = said or replace(blank, about=about, verdict=Verdict.WITHDRAWN)
        if _says(held) != _says(before) and (held is None or held.source != decision.source):
            conflicts.append(Conflict(held=held, other=decision))
        else:
            taken.append(decision)
    return TakenOver(taken=tuple(taken), refused=read.refused, conflicts=tuple(conflicts))


def _says(decision: Decision | None) -> _Says:
    return None if decision is None else decision.says

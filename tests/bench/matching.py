"""`python -m tests.bench.matching`: how fast and how well a ministry's titles are matched, and what others reach."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from math import log
from pathlib import Path
from random import Random  # noqa: TID251 - always seeded
from statistics import median_low
from time import perf_counter

from pipeline.likeness.candidates import nearest
from pipeline.likeness.titles import title_form
from pipeline.model.inventory import InventoryRow
from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import DraftRef
from pipeline.reconcile.match import ACCEPT, Pair, pair
from pipeline.reconcile.score import Slot, score
from tests.bench.everyrow import Losses, losses
from tests.bench.growth import ROOT
from tests.bench.matchers import installed
from tests.bench.titles import Titles, titles

STAGES = ("titles", "candidates", "likeness", "assignment")
GROWTH = (1_000, 10_000, 100_000)
SAMPLE = 2_000
PEER_DRAFTS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How well pairs were found: of the drafts that have a row how many met it, of the pairs how many are right."""

    recall: float
    precision: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One size: seconds by stage, peak memory in bytes, how well it went."""

    rows: int
    drafts: int
    seconds: dict[str, float]
    memory: int
    found: Result
    sure: Result
    losses: Losses
    peers: tuple[tuple[str, float, Result, Result], ...]

    @property
    def total(self) -> float:
        """Return the seconds of all stages."""
        return sum(self.seconds.values())


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(prog="python -m tests.bench.matching", description=__doc__)
    wanted.add_argument("--rows", type=int, default=200_000, help="rows of the inventory (200,000)")
    wanted.add_argument("--drafts", type=int, default=100_000, help="drafts (100,000)")
    wanted.add_argument("--narrow", action="store_true", help="titles of few words, the worst case for the search")
    wanted.add_argument("--sample", type=int, default=SAMPLE, help="drafts held against all rows (2,000); 0 for none")
    wanted.add_argument("--growth", action="store_true", help="1,000, 10,000 and 100,000 drafts, twice as many rows")
    wanted.add_argument("--rounds", type=int, default=1, help="how many rounds the median is taken of (1)")
    wanted.add_argument("--peers", action="store_true", help="others on the same titles, as far as they are installed")
    wanted.add_argument("--once", action="store_true", help="measure in this process and print what it found as JSON")
    asked = wanted.parse_args(arguments)
    if asked.once:
        point = measured(asked.rows, asked.drafts, narrow=asked.narrow, sample=asked.sample, peers=asked.peers)
        print(json.dumps(asdict(point)))  # noqa: T201
        return
    sizes = [(2 * each, each) for each in GROWTH] if asked.growth else [(asked.rows, asked.drafts)]
    rounds = [[_fresh(rows, drafts, asked) for rows, drafts in sizes] for _ in range(asked.rounds)]
    print(report([_middle(each) for each in zip(*rounds, strict=True)]))  # noqa: T201


def measured(rows: int, drafts: int, *, narrow: bool, sample: int, peers: bool) -> Point:
    """Return what so many titles cost in this process, and how well they met."""
    given = titles(rows, drafts, narrow=narrow)
    slots = [_slot(at, title) for at, title in enumerate(given.rows)]
    refs = [DraftRef(file=str(at), part=1, title=title, number="", unit="") for at, title in enumerate(given.drafts)]
    started = perf_counter()
    scores = score(slots, refs)
    scored = perf_counter()
    pairs = pair(scores, slots)
    ended = perf_counter()
    memory = _peak()
    seconds = _parts(given, scored - started) | {"assignment": ended - scored}
    found = [(each.slot, each.draft) for each in pairs]
    return Point(
        rows=rows, drafts=drafts, seconds=seconds, memory=memory, found=result(found, given),
        sure=result([(each.slot, each.draft) for each in pairs if each.score >= ACCEPT], given),
        losses=losses(given, scores, sample), peers=tuple(_peers(given, pairs)) if peers else (),
    )  # fmt: skip


def result(pairs: Iterable[tuple[int, int]], given: Titles, among: frozenset[int] | None = None) -> Result:
    """Return how good pairs (row, draft) are; with `among` only those drafts count."""
    some = [(row, draft) for row, draft in pairs if among is None or draft in among]
    right = sum(given.truth[draft] == row for row, draft in some)
    answered = sum(row >= 0 for draft, row in enumerate(given.truth) if among is None or draft in among)
    return Result(recall=right / answered if answered else 1.0, precision=right / len(some) if some else 1.0)


def report(points: Sequence[Point]) -> str:
    """Return tables for people."""
    lines = [
        f"{'drafts':>8}{'rows':>8}" + "".join(f"{each:>12}" for each in (*STAGES, "all, s")) + f"{'power':>7}{'MB':>7}"
    ]
    powers = ["", *(f"{log(b.total / a.total) / log(b.drafts / a.drafts):.2f}" for a, b in pairwise(points))]
    for each, power in zip(points, powers, strict=True):
        spent = "".join(f"{each.seconds[stage]:12.2f}" for stage in STAGES)
        lines.append(f"{each.drafts:8}{each.rows:8}{spent}{each.total:12.2f}{power:>7}{each.memory / 1e6:7.0f}")
    lines.append(
        f"\n{'drafts':>8}{'recall':>9}{'precision':>11}{'recall, sure':>14}{'precision, sure':>17}"
        f"{'held against all':>18}{'true is likest':>16}{'absent':>8}{'lost':>6}{'worse':>7}"
    )
    for each in points:
        lines.append(
            f"{each.drafts:8}{each.found.recall:9.4f}{each.found.precision:11.4f}{each.sure.recall:14.4f}"
            f"{each.sure.precision:17.4f}{each.losses.drafts:18}{each.losses.chosen:16}"
            f"{each.losses.absent:8}{each.losses.lost:6}{each.losses.worse:7}"
        )
    for each in points:
        for name, seconds, found, ours in each.peers:
            lines.append(
                f"{name:36}{seconds:10.1f} s ({seconds / each.total:.2f} of ours), recall {found.recall:.3f} "
                f"({ours.recall:.3f}), precision {found.precision:.3f} ({ours.precision:.3f})"
            )
    return "\n".join(lines)


def _slot(at: int, title: str) -> Slot:
    place = XlsxPlace(sheet="Induk", row=at + 1)
    row = InventoryRow(title=title, number="", unit="", group="", note="", cells=(), place=place, columns=())
    return Slot(row=row, unit="", shared=False)


def _parts(given: Titles, scoring: float) -> dict[str, float]:
    """Seconds of scoring by stage: the first two are done over again, the rest is what is left."""
    started = perf_counter()
    rows, drafts = [{(form := title_form(each)).solid: form for each in side} for side in (given.rows, given.drafts)]
    formed = perf_counter()
    nearest(list(rows.values()), list(drafts.values()))
    found = perf_counter()
    return {"titles": formed - started, "candidates": found - formed, "likeness": scoring - (found - started)}


def _peers(given: Titles, pairs: Sequence[Pair]) -> Iterable[tuple[str, float, Result, Result]]:
    """What others find, their seconds scaled to all drafts, and what we find for the same drafts."""
    ours = [(each.slot, each.draft) for each in pairs]
    some = frozenset(Random(2).sample(range(len(given.drafts)), min(PEER_DRAFTS, len(given.drafts))))
    for peer in installed():
        among = some if peer.slow else frozenset(range(len(given.drafts)))
        match = peer.prepare(given)
        started = perf_counter()
        found = match(sorted(among))
        spent = (perf_counter() - started) * len(given.drafts) / len(among)
        yield peer.name, spent, result(found, given, among), result(ours, given, among)


def _peak() -> int:
    # getrusage would give the parent's peak where that is greater: Linux keeps it over fork and exec.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


def _fresh(rows: int, drafts: int, asked: argparse.Namespace) -> Point:
    """The same in a process of its own, so that the peak of memory is this size's."""
    flags = [f"--{name}" for name in ("narrow", "peers") if getattr(asked, name)]
    command = [sys.executable, "-m", "tests.bench.matching", "--once", "--rows", str(rows), "--drafts", str(drafts)]
    answer = subprocess.run(
        [*command, "--sample", str(asked.sample), *flags], check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    told = json.loads(answer.stdout)
    return Point(
        **told | {
            "found": Result(**told["found"]), "sure": Result(**told["sure"]), "losses": Losses(**told["losses"]),
            "peers": tuple((name, spent, Result(**one), Result(**other)) for name, spent, one, other in told["peers"]),
        }
    )  # fmt: skip


def _middle(points: Sequence[Point]) -> Point:
    """The round in the middle by time; what is found is the same in each."""
    middle = median_low(each.total for each in points)
    return next(each for each in points if each.total == middle)


if __name__ == "__main__":
    main()

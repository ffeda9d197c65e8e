"""`python -m tests.bench.marking [--rounds N] [--steps N]`: what it costs to mark a draft up, beside reading it."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from statistics import median

from pipeline.check.apply import check_each
from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop
from pipeline.read.word import read_draft
from pipeline.settings import Settings
from pipeline.write.markup import mark_up
from pipeline.write.markup.mark import Edit, Mark
from pipeline.write.markup.marks import finding_marks
from tests.bench.corpus import big, corpus

WHEN = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
FILES = 20


def sops_of(data: bytes) -> list[Sop]:
    """Return the SOPs in a draft."""
    draft = read_draft(data, "naskah.docx")
    return [with_flow(draft, sop, grid) for sop, grid in understand(draft, "")]


def marks_of(sops: Sequence[Sop]) -> list[Mark]:
    """Return the marks of all findings, and a comment with a correction on the activity of every step."""
    marks = [mark for sop in sops for mark in finding_marks(sop, check_each([sop], Settings()))]
    for step in (step for sop in sops for step in sop.steps if step.activity):
        first = step.activity.split(" ")[0]
        edit = Edit(before=first, after=f"{first}kan") if step.activity.count(first) == 1 else None
        place: DocxPlace = step.cell("activity")
        marks.append(Mark(place=place, found=step.activity, lines=("Uji.", "Usulan: perbaiki."), edit=edit))
    return marks


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median seconds of a piece of work."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def measured(data: bytes, rounds: int) -> tuple[float, float, int, int]:
    """Return the seconds of marking and of reading, how many comments were made and how many changes."""
    marks = marks_of(sops_of(data))
    made = mark_up(data, marks, WHEN)
    marking = seconds(lambda: mark_up(data, marks, WHEN), rounds)
    return marking, seconds(lambda: sops_of(data), rounds), made.comments, made.changes


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.marking", description=__doc__)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--steps", type=int, default=0, help="one draft of so many steps in place of the corpus")
    options = asked.parse_args(arguments)
    drafts = [big(options.steps)] if options.steps else [each.data for each in corpus(FILES)]
    found = [measured(each, options.rounds) for each in drafts]
    marking, reading = (median(each[at] for each in found) for at in (0, 1))
    ratio = median(each[0] / each[1] for each in found)
    sys.stdout.write(
        f"{len(drafts)} drafts: marking {1000 * marking:.0f} ms (at most {1000 * max(each[0] for each in found):.0f}), "
        f"reading {1000 * reading:.0f} ms, ratio {ratio:.2f}; "
        f"{median(each[2] for each in found):.0f} comments, {median(each[3] for each in found):.0f} changes a draft\n"
    )


if __name__ == "__main__":
    main()

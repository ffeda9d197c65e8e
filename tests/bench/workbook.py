"""`python -m tests.bench.workbook [--sops N] [--top N]`: writing the consolidated workbook of a large set.

The sample office is run once. Its SOPs, with ten steps each, its findings, its inventory and its reconciliation are
then taken again and again under other names. Only the writing is timed. Memory is that of the whole process: what the
set itself takes, and the peak.
"""

import argparse
import cProfile
import pstats
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from pipeline.model.finding import Finding
from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.outcome import Outcome
from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import Item
from pipeline.model.sop import Sop
from pipeline.run import read_inputs, run
from pipeline.settings import read_settings
from pipeline.write.workbook import write_workbook

ROOT = Path(__file__).parent.parent.parent
WHEN = datetime(2026, 11, 24, 7, 50, tzinfo=UTC)
STEPS = 10
# So far apart are the rows of one turn and the next on the inventory's sheet.
_APART = 10_000


def sample() -> Outcome:
    """Return what a run knows of the sample office."""
    settings = read_settings(ROOT)
    return run(read_inputs(ROOT, settings), settings, WHEN, lambda *_: None)


def many(once: Outcome, sops: int) -> Outcome:
    """Return an outcome with so many SOPs, the given one's under ever new names, with all that is said about them."""
    turns = range(-(-sops // len(once.sops)))
    made = once.reconciliation
    return replace(
        once,
        sops=tuple(_sop(each, turn) for turn in turns for each in once.sops)[:sops],
        inventory=_inventory(once.inventory, turns),
        findings=tuple(_finding(each, turn) for turn in turns for each in once.findings),
        disparities=tuple(replace(each, title=f"{each.title} {turn}") for turn in turns for each in once.disparities),
        reconciliation=replace(
            made,
            items=tuple(_item(each, turn) for turn in turns for each in made.items),
            corrections=tuple(
                replace(each, id=f"{each.id}{turn}", file=_name(each.file, turn))
                for turn in turns
                for each in made.corrections
            ),
            proposals=tuple(
                replace(each, id=f"{each.id}{turn}", title=f"{each.title} {turn}")
                for turn in turns
                for each in made.proposals
            ),
        ),
    )


def _name(file: str, turn: int) -> str:
    folder, _, name = file.partition("/")
    return f"{folder}/{turn}/{name}" if name else file


def _sop(sop: Sop, turn: int) -> Sop:
    title = sop.identity.title
    if title is not None:
        title = replace(title, text=f"{title.text} {turn}")
    steps = tuple(
        replace(each, number=str(at), activity=f"{each.activity} {turn}")
        for at, each in enumerate(islice(cycle(sop.steps), STEPS if sop.steps else 0), start=1)
    )
    return replace(sop, file=_name(sop.file, turn), steps=steps, identity=replace(sop.identity, title=title))


def _finding(finding: Finding, turn: int) -> Finding:
    return replace(finding, file=_name(finding.file, turn), id=f"{finding.id}{turn}")


def _row(row: InventoryRow, turn: int) -> InventoryRow:
    place = XlsxPlace(sheet=row.place.sheet, row=row.place.row + turn * _APART)
    return replace(row, place=place, title=f"{row.title} {turn}")


def _inventory(inventory: Inventory, turns: range) -> Inventory:
    return replace(inventory, rows=tuple(_row(each, turn) for turn in turns for each in inventory.rows))


def _item(item: Item, turn: int) -> Item:
    return replace(
        item,
        row=_row(item.row, turn) if item.row else None,
        drafts=tuple(replace(each, file=_name(each.file, turn)) for each in item.drafts),
        question=item.question and f"{item.question}{turn}",
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: Sequence[str] | None = None) -> None:
    """Print seconds, memory and size of the workbook of N SOPs; with --top, the functions that take longest."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sops", type=int, default=20_000)
    parser.add_argument("--top", type=int, default=0)
    wanted = parser.parse_args(arguments)
    outcome = many(sample(), wanted.sops)
    steps = sum(len(each.steps) for each in outcome.sops)
    before = _peak()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "konsolidasi.xlsx"
        write = partial(write_workbook, outcome, path)
        start, began = time.perf_counter(), time.process_time()
        if wanted.top:
            profile = cProfile.Profile()
            profile.runcall(write)
            pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(wanted.top)
        else:
            write()
        took, worked = time.perf_counter() - start, time.process_time() - began
        sys.stdout.write(
            f"{len(outcome.sops)} SOPs, {steps} steps, {len(outcome.findings)} findings: {took:.1f} s "
            f"({worked:.1f} s of work), {path.stat().st_size / 1e6:.1f} MB; memory {before:.0f} MB before, "
            f"{_peak():.0f} MB at the peak\n"
        )


if __name__ == "__main__":
    main()

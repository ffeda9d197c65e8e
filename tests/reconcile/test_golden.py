"""The golden sets: what a careful person says of each row and draft of an office, and what the program says.

The truth in `golden/` was written before the program was run on it and is not changed to please it.
"""

from collections import Counter

import pytest

from pipeline.model.reconciliation import Reconciliation, Status
from pipeline.reconcile.assemble import reconcile
from tests.reconcile.golden.reading import Golden, Truth, read

SETS = ("kota", "kabupaten", "kanwil")
ENOUGH = 0.99
# Sets written after the program was set, and on how many lines program and person disagree. The first was held out
# until its two misses of 73 (an older draft with the shorter title stood before the new one) were mended by OLDER in
# score.py; only the second is held out still: four of 74, all of them drafts taken for none of the inventory's: TPQ
# without the al of Al-Quran, Ponpes for Pesantren under another unit, Penegerian, Buku for Kutipan Akta.
HELD_OUT = {"held_out": 0, "held_out_2": 4}


def outcome(golden: Golden) -> Reconciliation:
    return reconcile(golden.drafts, golden.inventory, golden.settings, golden.folders)


def said(found: Reconciliation) -> tuple[dict[str, Truth], dict[tuple[int, str], Truth]]:
    """What the program says, in the words of the truth."""
    drafts, rows = {}, {}
    for item in found.items:
        row = item.row.place.row if item.row else 0
        truth = Truth(row=row, unit=item.unit, status=item.status, case=item.case, doubt=item.doubtful)
        if not item.drafts:
            rows[row, item.unit] = truth
        drafts.update({draft.file: truth for draft in item.drafts})
    return drafts, rows


def misses(golden: Golden, found: Reconciliation) -> list[str]:
    """The lines on which program and person disagree: status or row, a case of its own marked so."""
    drafts, rows = said(found)
    title = {row.place.row: row.title for row in golden.inventory.rows} | {0: "-"}
    names = {sop.file: f"{sop.file}: {sop.identity.title and sop.identity.title.text}" for sop in golden.drafts}
    pairs = [(names[file], truth, drafts.get(file)) for file, truth in golden.answered.items()]
    pairs += [(f"({key[1]}) {title[key[0]]}", truth, rows.get(key)) for key, truth in golden.missing.items()]
    return [
        f"{what}\n    person  {_told(truth, title)}\n    program {_told(got, title) if got else 'answered'}"
        for what, truth, got in pairs
        if got is None or (truth.row, truth.status, truth.case) != (got.row, got.status, got.case)
    ]


def _told(truth: Truth, title: dict[int, str]) -> str:
    return f"{truth.status} {truth.case or 'plain'} {'?' if truth.doubt else ''} {title[truth.row]}"


def test_rows_and_drafts_are_told_as_a_person_tells_them() -> None:
    sets = [read(name) for name in SETS]
    wrong = [miss for golden in sets for miss in misses(golden, outcome(golden))]
    lines = sum(len(golden.answered) + len(golden.missing) for golden in sets)
    assert 1 - len(wrong) / lines >= ENOUGH, f"{len(wrong)} of {lines}:\n" + "\n".join(wrong)


@pytest.mark.parametrize("name", [*SETS, *HELD_OUT])
def test_no_draft_is_given_to_the_row_of_another(name: str) -> None:
    golden = read(name)
    drafts, _ = said(outcome(golden))
    wrong = {
        file: (truth.row, drafts[file].row)
        for file, truth in golden.answered.items()
        if drafts[file].row not in (0, truth.row)
    }
    assert wrong == {}


@pytest.mark.parametrize("name", [*SETS, *HELD_OUT])
def test_every_row_and_every_draft_stands_in_an_item(name: str) -> None:
    golden = read(name)
    found = outcome(golden)
    assert Counter(draft.file for item in found.items for draft in item.drafts) == Counter(list(golden.answered))
    assert {item.row.place for item in found.items if item.row} == {row.place for row in golden.inventory.rows}


@pytest.mark.parametrize("name", SETS)
def test_counts_of_the_units_are_exact(name: str) -> None:
    golden = read(name)
    got = {
        each.unit: (
            each.inventory, each.submitted, each.matched, each.missing, each.extra, each.duplicate, each.transferred
        )
        for each in outcome(golden).units
    }  # fmt: skip
    assert {unit: counts for unit, counts in got.items() if any(counts)} == counted(golden)


def counted(golden: Golden) -> dict[str, tuple[int, ...]]:
    """The counts of the contract, from the truth."""
    by_row = [(each.unit, each.status) for each in golden.missing.values()]
    by_row += [(each.unit, each.status) for each in golden.answered.values() if each.status in _ANSWERED]
    handed_in = [(golden.unit_of_folder[file.split("/")[0]], each.status) for file, each in golden.answered.items()]
    found = {}
    for unit in dict.fromkeys(unit for unit, _ in (*by_row, *handed_in)):
        rows = Counter(status for own, status in by_row if own == unit)
        drafts = Counter(status for own, status in handed_in if own == unit)
        matched = rows[Status.MATCHED] + rows[Status.SHARED]
        found[unit] = (
            matched + rows[Status.MISSING], drafts.total(), matched, rows[Status.MISSING],
            drafts[Status.EXTRA], drafts[Status.DUPLICATE], rows[Status.TRANSFERRED],
        )  # fmt: skip
    return found


_ANSWERED = (Status.MATCHED, Status.SHARED, Status.TRANSFERRED)


def test_only_what_a_person_doubts_is_doubtful() -> None:
    sure, handed_in = [], 0
    for golden in map(read, SETS):
        drafts, _ = said(outcome(golden))
        handed_in += len(golden.answered)
        sure += [file for file, truth in golden.answered.items() if drafts[file].doubt and not truth.doubt]
    assert len(sure) <= (1 - ENOUGH) * handed_in, sure


@pytest.mark.parametrize(("name", "seen"), HELD_OUT.items())
def test_a_set_written_after_the_program_was_set_is_told_nearly_as_well(name: str, seen: int) -> None:
    golden = read(name)
    wrong = misses(golden, outcome(golden))
    assert len(wrong) <= seen, "\n".join(wrong)


@pytest.mark.parametrize("name", SETS)
def test_the_sets_are_of_full_size(name: str) -> None:
    golden = read(name)
    assert (len(golden.inventory.rows) >= 120, len(golden.drafts) >= 110) == (True, True)

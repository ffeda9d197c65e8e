"""A row and its draft -> the fields that read differently, and whose word counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.dates import iso_date, long_date
from pipeline.likeness.titles import same_number
from pipeline.model.inventory import InventoryRow
from pipeline.model.reconciliation import Difference, DraftRef
from pipeline.model.sop import DATES, Sop
from pipeline.settings import Unit, number_expression
from pipeline.text import fold, is_placeholder, plain

INVENTORY, DRAFT, ASK = "inventory", "draft", "ask"
_NO_NUMBER = "Naskah belum bernomor; nomornya ada di panduan induk."


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a row asks of one unit: `number` is the unit's own where several share the row, empty if not known."""

    unit: str
    shared: bool
    number: str


def expected(row: InventoryRow, unit: str, profile: Unit | None, pattern: str, *, shared: bool) -> Expected:
    """Return what a row asks of a unit; a shared row's number takes the unit's code in the place of the group's."""
    if not shared:
        return Expected(unit=unit, shared=False, number=row.number)
    match = number_expression(pattern).fullmatch(row.number) if pattern else None
    if match is None or "unit" not in match.groupdict() or profile is None or not profile.code:
        return Expected(unit=unit, shared=True, number="")
    own = f"{row.number[: match.start('unit')]}{profile.code}{row.number[match.end('unit') :]}"
    return Expected(unit=unit, shared=True, number=own)


def differences(row: InventoryRow, asked: Expected, ref: DraftRef, sop: Sop) -> Iterator[Difference]:
    """Yield each difference between a row and the draft that answers it."""
    if plain(row.title) != plain(ref.title):
        yield Difference(
            field="title", inventory=row.title, draft=ref.title, winner=INVENTORY,
            why="Nama SOP mengikuti panduan induk.",
        )  # fmt: skip
    if row.number and not _number_agrees(row.number, ref.number, shared=asked.shared):
        yield _number(row, asked, ref)
    elif not row.number and ref.number:
        yield Difference(
            field="number", inventory="", draft=ref.number, winner=DRAFT,
            why="Panduan induk belum memuat nomor; nomornya ada di naskah.",
        )  # fmt: skip
    if asked.unit != ref.unit:
        yield Difference(
            field="unit", inventory=asked.unit, draft=ref.unit, winner=INVENTORY,
            why="Naskah diserahkan oleh unit lain daripada yang tercantum di panduan induk.",
        )  # fmt: skip
    yield from _dates(row, sop)


def _number(row: InventoryRow, asked: Expected, ref: DraftRef) -> Difference:
    why = "Nomor SOP mengikuti panduan induk." if ref.number else _NO_NUMBER
    if asked.shared:
        why = "Nomor SOP mengikuti panduan induk, dengan kode unit penyusunnya."
    return Difference(
        field="number",
        inventory=row.number,
        draft=ref.number,
        # The group's own number would be wrong for every member; without a code nobody but the office knows theirs.
        winner=INVENTORY if asked.number else ASK,
        why=why,
        proposed=asked.number if asked.number != row.number else "",
    )


def _number_agrees(inventory: str, draft: str, *, shared: bool) -> bool:
    if shared:
        return same_number(inventory, draft)
    return plain(inventory) == plain(draft)


def _dates(row: InventoryRow, sop: Sop) -> Iterator[Difference]:
    cells = dict(row.cells)
    for name in DATES:
        written = cells.get(name.value, "")
        ours = sop.identity.date(name)
        theirs = None if is_placeholder(written) else iso_date(written)
        if theirs is None or ours is None or ours.iso is None or theirs == ours.iso:
            continue
        yield Difference(
            field=name.value, inventory=long_date(theirs), draft=fold(ours.text), winner=DRAFT,
            why="Tanggal mengikuti naskah.",
        )  # fmt: skip

"""A row and its draft -> the fields that read differently, how, and whose word counts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.dates import iso_date, long_date
from pipeline.likeness.titles import same_number, slips, title_form
from pipeline.model.inventory import InventoryRow
from pipeline.model.place import DocxPlace, XlsxPlace
from pipeline.model.reconciliation import Difference, DraftRef, Nature
from pipeline.model.sop import DATES, FieldName, Sop
from pipeline.settings import ASK, DRAFT, INVENTORY, Settings, Unit, number_expression
from pipeline.text import fold, is_placeholder, key, plain

_NO_NUMBER = "Naskah belum bernomor; nomornya ada di panduan induk."
# A word that stands in so many titles is spelt as the office spells it.
_COMMON = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a row asks of one unit: `number` is the unit's own where several share the row, empty if not known."""

    unit: str
    shared: bool
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What differences are judged by: whose word counts for each field, and how often each word stands in a title."""

    wins: dict[str, str]
    spoken: Counter[str]


def ground(settings: Settings, titles: Sequence[str]) -> Ground:
    """Return the ground for a run; `titles` are those of all rows and drafts."""
    spoken = Counter(word for title in titles for word in set(title_form(title).words))
    return Ground(wins=dict(settings.wins), spoken=spoken)


def expected(row: InventoryRow, unit: str, profile: Unit | None, pattern: str, *, shared: bool) -> Expected:
    """Return what a row asks of a unit; a shared row's number takes the unit's code in the place of the group's."""
    if not shared:
        return Expected(unit=unit, shared=False, number=row.number)
    match = number_expression(pattern).fullmatch(row.number) if pattern else None
    if match is None or "unit" not in match.groupdict() or profile is None or not profile.code:
        return Expected(unit=unit, shared=True, number="")
    own = f"{row.number[: match.start('unit')]}{profile.code}{row.number[match.end('unit') :]}"
    return Expected(unit=unit, shared=True, number=own)


def differences(row: InventoryRow, asked: Expected, ref: DraftRef, sop: Sop, by: Ground) -> Iterator[Difference]:
    """Yield each difference between a row and the draft that answers it."""
    if plain(row.title) != plain(ref.title):
        yield _title(row, ref, sop, by)
    if row.number and not _number_agrees(row.number, ref.number, shared=asked.shared):
        yield _number(row, asked, ref, sop, by)
    elif not row.number and ref.number:
        yield Difference(
            field="number", inventory="", draft=ref.number, winner=DRAFT,
            why="Panduan induk belum memuat nomor; nomornya ada di naskah.", nature=Nature.CONTENT,
            cell=cell_of(row, "number"), place=_place(sop, FieldName.NUMBER),
        )  # fmt: skip
    if asked.unit != ref.unit:
        yield Difference(
            field="unit", inventory=asked.unit, draft=ref.unit, winner=by.wins["unit"],
            why="Naskah diserahkan oleh unit lain daripada yang tercantum di panduan induk.", nature=Nature.CONTENT,
            cell=cell_of(row, "unit"), place=sop.identity.unit.place if sop.identity.unit else None,
        )  # fmt: skip
    yield from _dates(row, sop, by)
    yield from _signer(row, sop, by)


def cell_of(row: InventoryRow, field: str) -> XlsxPlace:
    """Return the cell of a field in a row, the row itself where the inventory has no such column."""
    return XlsxPlace(sheet=row.place.sheet, row=row.place.row, column=dict(row.columns).get(field))


def _place(sop: Sop, field: FieldName) -> DocxPlace | None:
    value = sop.identity.number if field is FieldName.NUMBER else sop.identity.title
    label = sop.identity.label(field)
    return value.place if value else label.value_place if label else None


def _title(row: InventoryRow, ref: DraftRef, sop: Sop, by: Ground) -> Difference:
    ours, theirs = title_form(row.title), title_form(ref.title)
    slipped = slips(ours, theirs)
    winner = by.wins["title"]
    nature, why = Nature.CONTENT, _follows("Nama SOP", winner)
    if slipped == ():
        nature, why = Nature.WRITING, f"{why} Hanya penulisannya yang berbeda."
    elif slipped:
        # An inventory with a slip of its own must not spread it: the spelling of all other titles is asked.
        common = [(by.spoken[a], by.spoken[b]) for a, b in slipped]
        nature, why = Nature.SLIP, f"{why} Berbeda karena salah ketik."
        if winner == INVENTORY and all(a < _COMMON <= b for a, b in common):
            winner = DRAFT
            words = ", ".join(f"“{a}”" for a, _ in slipped)
            why = f"Salah ketik di panduan induk: {words}."
    return Difference(
        field="title", inventory=row.title, draft=ref.title, winner=winner, why=why, nature=nature,
        cell=cell_of(row, "title"), place=_place(sop, FieldName.TITLE),
    )  # fmt: skip


def _number(row: InventoryRow, asked: Expected, ref: DraftRef, sop: Sop, by: Ground) -> Difference:
    winner = by.wins["number"]
    why = _follows("Nomor SOP", winner)
    proposed = ""
    if winner == INVENTORY or not ref.number:
        why = why if ref.number else _NO_NUMBER
        if asked.shared:
            why = "Nomor SOP mengikuti panduan induk, dengan kode unit penyusunnya."
        # The group's own number would be wrong for every member; without a code nobody but the office knows theirs.
        winner = INVENTORY if asked.number else ASK
        proposed = asked.number if asked.number != row.number else ""
    return Difference(
        field="number", inventory=row.number, draft=ref.number, winner=winner, why=why, proposed=proposed,
        nature=Nature.WRITING if same_number(row.number, ref.number) else Nature.CONTENT,
        cell=cell_of(row, "number"), place=_place(sop, FieldName.NUMBER),
    )  # fmt: skip


def _number_agrees(inventory: str, draft: str, *, shared: bool) -> bool:
    if shared:
        return same_number(inventory, draft)
    return plain(inventory) == plain(draft)


def _dates(row: InventoryRow, sop: Sop, by: Ground) -> Iterator[Difference]:
    cells = dict(row.cells)
    for name in DATES:
        written = cells.get(name.value, "")
        ours = sop.identity.date(name)
        theirs = None if is_placeholder(written) else iso_date(written)
        if theirs is None or ours is None or ours.iso is None or theirs == ours.iso:
            continue
        yield Difference(
            field=name.value, inventory=long_date(theirs), draft=fold(ours.text), winner=by.wins[name.value],
            why=_follows("Tanggal", by.wins[name.value]), nature=Nature.CONTENT, cell=cell_of(row, name.value),
            place=ours.place,
        )  # fmt: skip


def _signer(row: InventoryRow, sop: Sop, by: Ground) -> Iterator[Difference]:
    written = dict(row.cells).get("approved_by", "")
    approval = sop.identity.approved_by
    if approval is None or is_placeholder(written):
        return
    said = [each for each in (approval.position, approval.name) if each]
    if said and key(written) not in {key(each) for each in (*said, " ".join(said))}:
        yield Difference(
            field="approved_by", inventory=written, draft=", ".join(said), winner=by.wins["approved_by"],
            why=_follows("Pejabat yang mengesahkan", by.wins["approved_by"]), nature=Nature.CONTENT,
            cell=cell_of(row, "approved_by"), place=approval.place,
        )  # fmt: skip


def _follows(what: str, winner: str) -> str:
    if winner == ASK:
        return f"{what} berbeda; kantor yang menentukan."
    return f"{what} mengikuti {'panduan induk' if winner == INVENTORY else 'naskah'}."

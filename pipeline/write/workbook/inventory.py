"""Outcome -> the sheet Inventaris: the master as it reads once corrected."""

from pipeline.model.inventory import InventoryRow
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Correction, Difference, Item, Status
from pipeline.wording import STATUS_WORDS, where_words
from pipeline.write.workbook.sheet import (
    INVENTORY,
    Cell,
    Look,
    Rows,
    Sheet,
    columns_of,
    count,
    joined,
    share,
    words,
)

_COLUMNS = columns_of(
    (
        ("No", 6), ("Unit kerja", 23), ("Nomor SOP", 20), ("Nama SOP", 38), ("Status", 17),
        ("Berkas naskah", 26), ("Bagian", 9), ("Skor", 8), ("Perbedaan", 38), ("Alasan", 32),
    ),
    frozenset({"No", "Bagian", "Skor"}),
)  # fmt: skip
_WINNERS = {INVENTORY: "induk", "draft": "naskah", "ask": "ditentukan kantor"}

# Where a corrected field stands in the inventory: sheet, row and name.
Spot = tuple[str, int, str]


def inventory_sheet(outcome: Outcome) -> Sheet:
    """Return one row per line of the reconciliation: the inventory's order, then what stands outside it."""
    changes = _changes(outcome.reconciliation.corrections)
    items = _in_order(outcome)
    return Sheet(
        name="Inventaris",
        about="Panduan induk setelah koreksi. Sel berarsir dan tebal telah diubah; catatan selnya memuat "
        "bunyi semula dan alasannya. Urutan mengikuti induk, lalu naskah di luar induk.",
        none="Panduan induk tidak memuat SOP dan tidak ada naskah.",
        columns=_COLUMNS,
        rows=Rows(list(enumerate(items, start=1)), lambda each: _row(*each, changes)),
    )


def _in_order(outcome: Outcome) -> tuple[Item, ...]:
    rank = {(row.place.sheet, row.place.row): index for index, row in enumerate(outcome.inventory.rows)}

    def order(item: Item) -> tuple[bool, int]:
        if item.row is None:
            return True, 0
        return False, rank.get((item.row.place.sheet, item.row.place.row), len(rank))

    return tuple(sorted(outcome.reconciliation.items, key=order))


def _changes(corrections: tuple[Correction, ...]) -> dict[Spot, tuple[Correction, ...]]:
    found: dict[Spot, tuple[Correction, ...]] = {}
    for each in corrections:
        # A correction of a draft carries the place of the row that it answers, too.
        if each.target == INVENTORY and each.place is not None and each.holds:
            spot = (each.place.sheet, each.place.row, each.field)
            found[spot] = (*found.get(spot, ()), each)
    return found


def _row(number: int, item: Item, changes: dict[Spot, tuple[Correction, ...]]) -> tuple[Cell, ...]:
    plain = item.status in (Status.MATCHED, Status.SHARED)
    return (
        count(number),
        # A row that several units share names all of them; each of its lines stands for one.
        words(item.unit) if item.status is Status.SHARED else _field(item, "unit", item.unit, changes),
        _field(item, "number", _own(item, "number"), changes),
        _field(item, "title", _own(item, "title"), changes),
        words(STATUS_WORDS[item.status], Look.TEXT if plain else Look.STRONG),
        words(joined(each.file for each in item.drafts)),
        _parts(item),
        share(item.score),
        words(joined(_difference(each) for each in item.differences)),
        words(item.why),
    )


def _own(item: Item, name: str) -> str:
    source: InventoryRow | None = item.row
    if source is not None:
        return source.number if name == "number" else source.title
    return joined((each.number if name == "number" else each.title) for each in item.drafts)


def _field(item: Item, name: str, value: str, changes: dict[Spot, tuple[Correction, ...]]) -> Cell:
    """Return the corrected value, with a note that tells what stood there before."""
    made = changes.get((item.row.place.sheet, item.row.place.row, name), ()) if item.row else ()
    if not made:
        return words(value)
    note = joined(f"Semula: {each.before or '(kosong)'}\nAlasan: {each.why}" for each in made)
    return words(made[-1].after, Look.CHANGED, note)


def _parts(item: Item) -> Cell:
    if len(item.drafts) == 1:
        return count(item.drafts[0].part)
    return words(joined(str(each.part) for each in item.drafts))


def _difference(each: Difference) -> str:
    both = f"{where_words(each.field)}: induk {_said(each.inventory)}, naskah {_said(each.draft)}."
    wins = f" Yang dipakai: {_WINNERS.get(each.winner, each.winner)}." if each.winner else ""
    return f"{both}{wins} {each.why}".rstrip()


def _said(text: str) -> str:
    return f"“{text}”" if text else "kosong"

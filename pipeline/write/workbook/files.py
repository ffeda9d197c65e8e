"""Outcome -> the sheet Berkas: every file, what it holds and what was not understood."""

from collections.abc import Iterable
from itertools import groupby

from pipeline.model.draft import Unread
from pipeline.model.inventory import Inventory
from pipeline.model.outcome import Outcome
from pipeline.model.sop import Sop, Unreadable
from pipeline.vocabulary import held_word
from pipeline.write.owners import Owners
from pipeline.write.workbook.sheet import Cell, Look, Sheet, columns_of, count, joined, words

_COLUMNS = columns_of(
    (
        ("Berkas", 38), ("Unit", 20), ("Terbaca", 10), ("SOP di dalamnya", 11), ("Langkah", 10), ("Isi", 30),
        ("Tidak terbaca", 52), ("SHA-256", 29),
    ),
    frozenset({"SOP di dalamnya", "Langkah"}),
)  # fmt: skip


def files_sheet(outcome: Outcome) -> Sheet:
    """Return every file by its name: the inventory first, then the drafts, read or not."""
    by_file = groupby(sorted(outcome.sops, key=lambda each: each.key), key=lambda each: each.file)
    owners = Owners(outcome)
    drafts = [(file, _read(tuple(sops), owners)) for file, sops in by_file]
    drafts += [(each.file, _not_read(each, owners)) for each in outcome.unreadable]
    rows = tuple(row for _, row in sorted(drafts, key=lambda each: each[0]))
    return Sheet(
        name="Berkas",
        about="Setiap berkas yang diserahkan. Yang terlihat tetapi tidak dipahami program disebut dengan "
        "letaknya dan perlu dilihat sendiri pada berkas itu.",
        none="Tidak ada berkas.",
        columns=_COLUMNS,
        rows=(*_master(outcome.inventory), *rows),
    )


def _read(sops: tuple[Sop, ...], owners: Owners) -> tuple[Cell, ...]:
    first = sops[0]
    return (
        words(first.file),
        words(owners.of_sop(first)),
        words("ya"),
        count(len(sops)),
        count(sum(len(each.steps) for each in sops)),
        words(_held(sops)),
        words(joined(_unread(each for sop in sops for each in (*sop.unread, *sop.flow.unread)))),
        words(first.sha256, Look.FAINT),
    )


def _not_read(each: Unreadable, owners: Owners) -> tuple[Cell, ...]:
    return (
        words(each.file),
        words(owners.of_folder(each.folder)),
        words("tidak", Look.ALARM),
        count(0),
        count(0),
        words(""),
        words(f"{each.code}: {each.message}", Look.ALARM),
        words(each.sha256, Look.FAINT),
    )


def _master(inventory: Inventory) -> tuple[tuple[Cell, ...], ...]:
    if not inventory.file:
        return ()
    # A master has dozens of titles and signatures: a line a reason, or the cell outgrows the highest row.
    reasons: dict[tuple[str, str], list[str]] = {}
    for each in inventory.passed_over:
        reasons.setdefault((each.place.sheet, each.why), []).append(str(each.place.row))
    passed_over = (f"lembar {sheet}, baris {', '.join(rows)} dilewati: {why}" for (sheet, why), rows in reasons.items())
    totals = (
        f"{each.place}: jumlah tertulis {each.typed}, terhitung {each.counted}"
        for each in inventory.totals
        if each.typed != each.counted
    )
    row = (
        words(inventory.file),
        words("panduan induk"),
        words("ya"),
        count(None),
        count(None),
        words(f"{len(inventory.rows)} baris SOP"),
        words(joined((*passed_over, *totals))),
        words("", Look.FAINT),
    )
    return (row,)


def _held(sops: tuple[Sop, ...]) -> str:
    """Return what the file holds; its SOPs each carry the counts of the whole file."""
    most: dict[str, int] = {}
    for what, number in (pair for sop in sops for pair in sop.held):
        most[what] = max(number, most.get(what, 0))
    changes = len({each for sop in sops for each in sop.revisions})
    counts = [f"{number} {held_word(what)}" for what, number in most.items()]
    counts += [f"{changes} perubahan terlacak"] if changes else []
    return joined((", ".join(counts), *_unread(each for sop in sops for each in sop.aside)))


def _unread(unread: Iterable[Unread]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{each.what} ({each.place})" for each in unread))

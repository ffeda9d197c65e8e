"""Outcome -> the sheets Berkas and Isi Berkas: what every file holds and what became of it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.decide.owners import Owners
from pipeline.model.draft import Treated
from pipeline.model.inventory import Doubt, Inventory
from pipeline.model.outcome import Outcome
from pipeline.model.place import DocxPlace
from pipeline.model.returned import ReturnedDraft
from pipeline.model.sop import Sop, Unreadable
from pipeline.write.loss import Kind, Trace, held_in, held_words, traces
from pipeline.write.numbers import thousands
from pipeline.write.workbook.sheet import FILES, Cell, Look, Sheet, columns_of, count, day, joined, words

CONTENTS = "Isi Berkas"
_FILE_COLUMNS = columns_of(
    (
        ("Berkas", 34), ("Unit", 20), ("Terbaca", 9), ("SOP di dalamnya", 10), ("Langkah", 9), ("Dibaca", 24),
        ("Dicatat", 24), ("Tidak terbaca", 40), (f"Baris di {CONTENTS}", 9),
        ("Dikembalikan dengan", 26), ("SHA-256", 27),
    ),
    frozenset({"SOP di dalamnya", "Langkah", f"Baris di {CONTENTS}"}),
    unprinted=frozenset({"SHA-256"}),
)  # fmt: skip
_CONTENT_COLUMNS = columns_of(
    (
        ("Berkas", 32), ("Unit", 20), ("Nama SOP", 30), ("Jenis", 19), ("Isi", 54), ("Letak", 34), ("Oleh", 20),
        ("Tanggal", 17),
    )
)  # fmt: skip
# A long narrative has hundreds of things that were not understood; they all stand in the other sheet.
_SHOWN = 5
_MASTER, _WHOLE = "panduan induk", "(seluruh berkas)"

Files = Sequence[tuple[str, tuple[Sop, ...]]]


def files_sheet(outcome: Outcome) -> Sheet:
    """Return every file by its name: the inventory first, then the drafts, read or not."""
    owners = Owners(outcome)
    returned = {each.file: each for each in outcome.returned}
    drafts = [(file, _read(sops, owners, returned.get(file))) for file, sops in _by_file(outcome)]
    drafts += [(each.file, _not_read(each, owners)) for each in outcome.unreadable]
    rows = tuple(row for _, row in sorted(drafts, key=lambda each: each[0]))
    return Sheet(
        name=FILES,
        about="Setiap berkas. Dibaca: masuk ke identitas, langkah, atau diagram alir. Dicatat: disimpan "
        f"di samping SOP. Tidak terbaca: lihat sendiri pada berkas itu. Rinciannya ada pada lembar {CONTENTS}.",
        none="Tidak ada berkas.",
        columns=_FILE_COLUMNS,
        rows=(*_master(outcome.inventory), *rows),
    )


def contents_sheet(outcome: Outcome) -> Sheet:
    """Return every single thing in the files beside what was surely read, file by file."""
    owners = Owners(outcome)
    found = [(each.file, [_lost(each, owners)]) for each in outcome.unreadable]
    master = outcome.inventory
    found.append((master.file, [_doubt(master.file, each) for each in master.doubts]))
    found += [
        (file, [_trace(file, owners.of_sop(sops[0]), each) for each in traces(sops)])
        for file, sops in _by_file(outcome)
    ]
    return Sheet(
        name=CONTENTS,
        about="Satu baris untuk setiap isi yang tidak dikenali atau terbaca tetapi ragu, komentar, catatan kaki, "
        "perubahan terlacak, dan isi yang dikesampingkan. Saring menurut Jenis, Unit, atau Berkas.",
        none="Tidak ada: semua isi terbaca dan tidak ada komentar, catatan kaki, atau perubahan terlacak.",
        columns=_CONTENT_COLUMNS,
        rows=tuple(row for _, rows in sorted(found, key=lambda each: each[0]) for row in rows),
    )


def _by_file(outcome: Outcome) -> Iterator[tuple[str, tuple[Sop, ...]]]:
    for file, sops in groupby(sorted(outcome.sops, key=lambda each: each.key), key=lambda each: each.file):
        yield file, tuple(sops)


def _read(sops: tuple[Sop, ...], owners: Owners, returned: ReturnedDraft | None) -> tuple[Cell, ...]:
    first, held, found = sops[0], held_in(sops), traces(sops)
    aside = sum(each.kind is Kind.ASIDE for each in found)
    noted = (held_words(held, Treated.NOTED), f"{thousands(aside)} isi dikesampingkan" if aside else "")
    return (
        words(first.file),
        words(owners.of_sop(first)),
        words("ya"),
        count(len(sops)),
        count(sum(len(each.steps) for each in sops)),
        words(held_words(held, Treated.READ)),
        words(joined(noted)),
        words(joined((held_words(held, Treated.UNREAD), *_unread(found)))),
        count(len(found)),
        words(joined(_marked(returned)) if returned else ""),
        words(first.sha256, Look.FAINT),
    )


def _marked(returned: ReturnedDraft) -> Iterator[str]:
    if returned.path:
        yield f"{thousands(returned.comments)} komentar, {thousands(returned.changes)} koreksi terlacak"
    yield from returned.left


def _unread(found: Sequence[Trace]) -> Iterator[str]:
    unread = [each for each in found if each.kind is Kind.UNREAD]
    yield from _first([f"tidak dikenali: {each.what} ({each.place})" for each in unread])


def _first(told: Sequence[str]) -> Iterator[str]:
    yield from told[:_SHOWN]
    if len(told) > _SHOWN:
        yield f"dan {thousands(len(told) - _SHOWN)} lagi, lihat lembar {CONTENTS}"


def _not_read(each: Unreadable, owners: Owners) -> tuple[Cell, ...]:
    return (
        words(each.file),
        words(owners.of_folder(each.folder)),
        words("tidak", Look.ALARM),
        count(0),
        count(0),
        words(""),
        words(""),
        words(f"{each.code}: {each.message}", Look.ALARM),
        count(1),
        words(""),
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
    doubts = [f"perlu dipastikan: {each.text} ({each.place})" for each in inventory.doubts]
    row = (
        words(inventory.file),
        words(_MASTER),
        words("ya"),
        count(None),
        count(None),
        words(f"{len(inventory.rows)} baris SOP"),
        words(""),
        words(joined((*_passed_sheets(inventory), *_first(doubts), *passed_over, *totals))),
        count(len(doubts) or None),
        words(""),
        words("", Look.FAINT),
    )
    return (row,)


def _passed_sheets(inventory: Inventory) -> Iterator[str]:
    reasons: dict[str, list[str]] = {}
    for each in inventory.passed_sheets:
        reasons.setdefault(each.why, []).append(each.name)
    yield from (f"lembar {', '.join(names)} tidak dibaca: {why}" for why, names in reasons.items())


def _doubt(file: str, each: Doubt) -> tuple[Cell, ...]:
    return (
        words(file),
        words(_MASTER),
        words(_WHOLE),
        words(Kind.GUESSED.word),
        words(each.text),
        words(str(each.place)),
        words(""),
        words(""),
    )


def _lost(each: Unreadable, owners: Owners) -> tuple[Cell, ...]:
    trace = Trace(kind=Kind.LOST, what=f"{each.code}: {each.message}", place=DocxPlace())
    return _trace(each.file, owners.of_folder(each.folder), trace)


def _trace(file: str, unit: str, each: Trace) -> tuple[Cell, ...]:
    alarm = each.kind in (Kind.LOST, Kind.UNREAD)
    return (
        words(file),
        words(unit),
        words(each.sop or _WHOLE),
        words(each.kind.word, Look.ALARM if alarm else Look.TEXT),
        words(each.what),
        words(str(each.place)),
        words(each.author),
        day(each.day) if each.day else words(each.when),
    )

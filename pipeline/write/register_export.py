"""The whole register -> one workbook for people, or JSON for other programs: rounds, files, matters, decisions."""

import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from xlsxwriter import Workbook

from pipeline.model.decision import Decision, Kind, Matter, Replaced, Round, State, SubmittedFile, Verdict
from pipeline.register.changes import Titles
from pipeline.register.store import Register
from pipeline.wording import SEVERITY_WORDS, STATE_WORDS, VERDICT_WORDS, where_words
from pipeline.write.workbook.paint import Brush, paint
from pipeline.write.workbook.sheet import (
    FILES,
    Cell,
    Column,
    Look,
    Sheet,
    columns_of,
    count,
    day,
    joined,
    with_cuts,
    words,
)

FORMAT = "sop-register/1"
# A sheet of Excel's has 1,048,576 rows; what is over stands on a second sheet, a third.
_MOST_ROWS = 1_000_000
_KIND_WORDS = {
    Kind.FINDING: "temuan", Kind.CORRECTION: "koreksi", Kind.QUESTION: "pertanyaan", Kind.PROPOSAL: "usulan",
    Kind.DISPARITY: "perbedaan antarunit",
}  # fmt: skip
_WEIGHT_WORDS: Mapping[str, str] = {each.value: word for each, word in SEVERITY_WORDS.items()}
_WITHDRAWN = "dihapus"
_NO_MAGIC = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Fates:
    """What became of everything in a round: what it raised, what it raised no more, and who replaced whom."""

    raised: Mapping[str, State]
    ended: Mapping[str, State]
    replaced: tuple[Replaced, ...]


def register_workbook(register: Register, office: str, when: datetime) -> bytes:
    """Return the register as an .xlsx file: the sheets Putaran, Berkas, Pokok and Keputusan."""
    fates = _fates(register)
    sheets = with_cuts(
        (
            _rounds_sheet(register, fates),
            _files_sheet(register, fates),
            *_matters_sheets(register, fates),
            _decisions_sheet(register),
        )
    )
    made = io.BytesIO()
    with Workbook(made, dict(_NO_MAGIC)) as book:
        book.set_properties(
            {"title": "Register SOP", "subject": office, "author": "sop-pleno", "created": when.replace(tzinfo=None)}
        )
        brush = Brush(book=book, office=office)
        for each in sheets:
            paint(each, (), brush)
    return made.getvalue()


def register_json(register: Register) -> bytes:
    """Return the register as JSON in the form `sop-register/1`, a line a thing, ids and texts as they were recorded."""
    made = io.BytesIO()
    # A file name that is not Unicode has letters that UTF-8 lacks; backslashreplace writes them as JSON does.
    made.writelines(each.encode(errors="backslashreplace") for each in _json_text(register))
    return made.getvalue()


def _json_text(register: Register) -> Iterator[str]:
    """Yield the text piece by piece: all rounds at once as objects would take ten times the room of their text."""
    yield f'{{"format": {_json(FORMAT)},\n"rounds": ['
    for at, each in enumerate(register.rounds()):
        changes, titles = register.changes(each.number), register.titles(each.number)
        earlier = _replaced_by(changes.replaced)
        head = _json(
            {
                "number": each.number,
                "when": each.when,
                "inventory": {"file": each.inventory, "sha256": each.inventory_sha256},
            }
        )
        yield f"{',' if at else ''}\n{head[:-1]},\n"
        files = (_file_record(file, titles, earlier) for file in register.files(each.number))
        matters = (_matter_record(matter, changes.states[matter.about]) for matter in register.matters(each.number))
        settled: Iterable[Json] = ({"about": matter.about, "state": state.value} for matter, state in changes.settled)
        yield from _json_list("files", files)
        yield ",\n"
        yield from _json_list("matters", matters)
        yield ",\n"
        yield from _json_list("settled", settled)
        yield "}"
    yield "],\n"
    yield from _json_list("decisions", map(_decision_record, register.decisions()))
    yield "}\n"


def _json_list(name: str, records: Iterable[Json]) -> Iterator[str]:
    yield f"{_json(name)}: ["
    for at, each in enumerate(records):
        yield f"{',' if at else ''}\n{_json(each)}"
    yield "]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _fates(register: Register) -> Mapping[int, _Fates]:
    """Return what became of everything, by round, oldest first."""
    ids: dict[str, str] = {}
    found: dict[int, _Fates] = {}
    for each in register.rounds():
        changes = register.changes(each.number)
        # An id that a hundred rounds raise is kept as one text.
        found[each.number] = _Fates(
            raised={ids.setdefault(about, about): state for about, state in changes.states.items()},
            ended={ids.setdefault(matter.about, matter.about): state for matter, state in changes.settled},
            replaced=changes.replaced,
        )
    return found


def _rounds_sheet(register: Register, fates: Mapping[int, _Fates]) -> Sheet:
    counted = tuple(STATE_WORDS[each].capitalize() for each in State)
    figures = ("Putaran", "Berkas", "Tidak terbaca", "Pokok", *counted)
    return Sheet(
        name="Putaran",
        about="Satu baris untuk setiap putaran: kapan, panduan induk mana, dan apa yang menjadi pokok keputusan.",
        none="Belum ada putaran.",
        columns=columns_of(
            (
                ("Putaran", 9), ("Tanggal", 17), ("Pukul", 8), ("Panduan induk", 24), ("Berkas", 9),
                ("Tidak terbaca", 9), ("Pokok", 9), *((each, 15) for each in counted), ("SHA-256 panduan induk", 27),
            ),
            frozenset(figures),
        ),
        rows=tuple(_round_row(register, each, fates) for each in register.rounds()),
    )  # fmt: skip


def _round_row(register: Register, each: Round, fates: Mapping[int, _Fates]) -> tuple[Cell, ...]:
    files = register.files(each.number)
    fate = fates[each.number]
    found = Counter((*fate.raised.values(), *fate.ended.values()))
    return (
        count(each.number),
        *_moment(each.when),
        words(each.inventory),
        count(len(files)),
        count(sum(not file.readable for file in files)),
        count(len(fate.raised)),
        *(count(found[state]) for state in State),
        words(each.inventory_sha256, Look.FAINT),
    )


def _files_sheet(register: Register, fates: Mapping[int, _Fates]) -> Sheet:
    return Sheet(
        name=FILES,
        about="Setiap berkas pada setiap putaran, SOP di dalamnya, dan berkas putaran sebelumnya yang digantikannya.",
        none="Belum ada berkas.",
        columns=columns_of(
            (
                ("Putaran", 9), ("Berkas", 38), ("Unit", 22), ("Terbaca", 9), ("SOP di dalamnya", 38),
                ("Menggantikan", 38), ("SHA-256", 27),
            ),
            frozenset({"Putaran"}),
        ),
        rows=tuple(row for each in register.rounds() for row in _file_rows(register, each.number, fates)),
    )  # fmt: skip


def _file_rows(register: Register, number: int, fates: Mapping[int, _Fates]) -> Iterator[tuple[Cell, ...]]:
    titles, earlier = register.titles(number), _replaced_by(fates[number].replaced)
    for each in register.files(number):
        yield (
            count(number),
            words(each.file),
            words(each.unit),
            words("ya") if each.readable else words("tidak", Look.ALARM),
            words(joined(titles.get(each.file, ()))),
            words(joined(_replacing(old, each) for old in earlier.get(each.file, ()))),
            words(each.sha256, Look.FAINT),
        )


def _replaced_by(pairs: Iterable[Replaced]) -> Mapping[str, list[SubmittedFile]]:
    found: dict[str, list[SubmittedFile]] = {}
    for old, now in pairs:
        found.setdefault(now.file, []).append(old)
    return found


def _replacing(old: SubmittedFile, now: SubmittedFile) -> str:
    if old.file == now.file:
        return "versi sebelumnya dengan nama yang sama"
    return f"{old.file} (isinya sama, hanya berganti nama)" if old.sha256 == now.sha256 else old.file


def _matters_sheets(register: Register, fates: Mapping[int, _Fates]) -> Iterator[Sheet]:
    rounds = tuple(fates)
    cell = cache(words)
    rows = tuple(
        (*_matter_cells(matter, cell), *(cell(each) for each in _course(matter.about, found, fates)))
        for matter, found in register.wordings()
    )
    columns = (
        *columns_of(
            (
                ("Id", 15), ("Jenis", 11), ("Unit", 20), ("Nama SOP", 30), ("Berkas", 26), ("SOP ke", 7),
                ("Letak", 18), ("Uraian", 44), ("Sebelum", 22), ("Sesudah", 22), ("Bobot", 14),
            ),
            frozenset({"SOP ke"}),
        ),
        *(Column(heading=f"Putaran {each}", width=13) for each in rounds),
    )  # fmt: skip
    for part, first in enumerate(range(0, max(1, len(rows)), _MOST_ROWS), start=1):
        yield Sheet(
            name="Pokok" if part == 1 else f"Pokok {part}",
            about="Setiap pokok yang dapat diputuskan, dan keadaannya pada setiap putaran. Pokok yang uraiannya "
            "berubah mempunyai satu baris untuk setiap uraian.",
            none="Belum ada pokok.",
            columns=columns,
            rows=rows[first : first + _MOST_ROWS],
        )


def _course(about: str, found: tuple[int, ...], fates: Mapping[int, _Fates]) -> Iterator[str]:
    """Yield what a wording's row says under each round: its state, or what became of it since the round before."""
    before = 0
    for number, fate in fates.items():
        state = fate.raised[about] if number in found else fate.ended.get(about) if before in found else None
        yield STATE_WORDS[state] if state else ""
        before = number


def _matter_cells(each: Matter, cell: Callable[[str], Cell]) -> tuple[Cell, ...]:
    """Return the cells of a matter; `cell` gives the same cell for the same text, since most texts come again."""
    return (
        words(each.about),
        cell(_KIND_WORDS[each.kind]),
        cell(each.unit),
        cell(each.title),
        cell(each.file),
        count(each.part or None),
        cell(where_words(each.field)),
        cell(each.words),
        cell(each.before),
        cell(each.after),
        cell(_WEIGHT_WORDS.get(each.weight, each.weight)),
    )


def _decisions_sheet(register: Register) -> Sheet:
    decisions = tuple(enumerate(register.decisions()))
    last = {each.about: number for number, each in decisions}
    matters = {about: register.matter(about) for about in last}
    cell = cache(words)
    holding = {last[about] for about in register.current()}
    return Sheet(
        name="Keputusan",
        about="Setiap keputusan yang pernah dicatat, dari yang terlama. Yang berlaku ialah keputusan terakhir atas "
        "suatu pokok, kecuali bila dihapus.",
        none="Belum ada keputusan.",
        columns=columns_of(
            (
                ("No", 7), ("Id", 15), ("Unit", 20), ("Nama SOP", 28), ("Pokok", 36), ("Keputusan", 12),
                ("Ubah menjadi", 24), ("Catatan", 26), ("Oleh", 16), ("Tanggal", 17), ("Pukul", 8), ("Dari berkas", 26),
                ("Putaran", 9), ("Berlaku", 9),
            ),
            frozenset({"No", "Putaran"}),
        ),
        rows=tuple(
            _decision_row(number, each, matters[each.about], cell, holds=number in holding)
            for number, each in decisions
        ),
    )  # fmt: skip


def _decision_row(
    number: int, each: Decision, matter: Matter | None, cell: Callable[[str], Cell], *, holds: bool
) -> tuple[Cell, ...]:
    return (
        count(number + 1),
        words(each.about),
        cell(matter.unit if matter else ""),
        cell(matter.title if matter else ""),
        cell(matter.words if matter else ""),
        words(_WITHDRAWN if each.verdict is Verdict.WITHDRAWN else VERDICT_WORDS[each.verdict], Look.STRONG),
        cell(each.value),
        cell(each.note),
        cell(each.by),
        *_moment(each.when),
        cell(each.source),
        count(each.round or None),
        cell("ya" if holds else "tidak"),
    )


def _moment(when: str) -> tuple[Cell, Cell]:
    """Return the day, so that it sorts as one, and the time; what is no moment stands as it was recorded."""
    try:
        found = datetime.fromisoformat(when)
    except ValueError:
        return words(when), words("")
    return day(found.date()), words(f"{found:%H.%M}")


def _file_record(each: SubmittedFile, titles: Titles, earlier: Mapping[str, list[SubmittedFile]]) -> Json:
    return {
        "file": each.file, "sha256": each.sha256, "unit": each.unit, "readable": each.readable,
        "titles": list(titles.get(each.file, ())), "replaces": [old.file for old in earlier.get(each.file, ())],
    }  # fmt: skip


def _matter_record(each: Matter, state: State) -> Json:
    return {
        "about": each.about, "kind": each.kind.value, "state": state.value, "unit": each.unit, "title": each.title,
        "file": each.file or None, "part": each.part or None, "field": each.field, "words": each.words,
        "before": each.before, "after": each.after, "severity": each.weight or None,
    }  # fmt: skip


def _decision_record(each: Decision) -> Json:
    return {
        "about": each.about, "verdict": each.verdict.value, "value": each.value, "note": each.note, "by": each.by,
        "when": each.when, "source": each.source, "round": each.round or None,
    }  # fmt: skip

"""Step tables -> Steps, and the grid that the flowchart is read against."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.durations import read_duration
from pipeline.extract.headings import GROUPS, Columns, heading_of, wording
from pipeline.extract.signatures import Signature, signed_rows
from pipeline.model.draft import Cell, Merge, Paragraph, Row, Table, Unread
from pipeline.model.grid import StepRow
from pipeline.model.sop import Step
from pipeline.text import fold, is_placeholder, key
from pipeline.vocabulary import CLOSING, TOTALS

_STANDARDS = ("requirements", "duration", "output", "note")
# A signature over rows: position, room to sign, name, rank, NIP, and what stands over them.
_MOST_SIGNED = 10
# 1  2.  3)  (4)  a.  1.1  2a
_NUMBER = re.compile(r"\(?\w{1,3}(?:\.\w{1,2})*[.)]*")
_SHARED = ("activity", "actor", "requirements", "output", "note")
NO_STEPS = {
    "phase": "judul tahap",
    "total": "baris jumlah",
    "closing": "keterangan penutup",
    "unknown": "baris tabel langkah yang bukan langkah",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTable:
    """A table with the columns that its own header, or the one before it, names; `start` is its first body row."""

    table: Table
    columns: Columns
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The steps of one SOP, the kind of each row, rows known to be no steps, and rows that are nothing known.

    `signatures` are those that the last rows of a step table hold.
    """

    steps: tuple[Step, ...]
    rows: tuple[StepRow, ...]
    aside: tuple[Unread, ...]
    unread: tuple[Unread, ...]
    signatures: tuple[Signature, ...] = ()


class _Written(NamedTuple):
    """A cell of a row with the heading over it and its text, that of tables within it included."""

    heading: str | None
    cell: Cell
    text: str


class _Line(NamedTuple):
    """A row of a step table as it is asked about: its cells, and the text under each heading."""

    row: Row
    cells: tuple[_Written, ...]
    filled: tuple[str, ...]
    texts: dict[str, str]
    listed: Paragraph | None
    continues: bool


class _Reader:
    """Reads the rows of one step table; what is the same for all of them is worked out once."""

    def __init__(self, source: StepTable) -> None:
        self.source = source
        self.headings: dict[tuple[int, int], str | None] = {}
        self.first_words = frozenset(next((w for w in each if w), "") for each in source.columns.printed)
        self.printed = frozenset(words for row in source.columns.printed for words in row)
        self.actor_columns = {
            at for each in source.columns.actors for at in range(each.column, each.column + each.span)
        }

    def line(self, row: Row) -> _Line:
        """Return a row as it is asked about."""
        cells = tuple(_Written(self._heading(cell), cell, _text(cell)) for cell in row.cells)
        texts: dict[str, str] = {}
        listed: Paragraph | None = None
        continues = False
        for heading, cell, text in cells:
            if cell.merge is Merge.CONTINUE:
                continues = continues or heading == "activity"
            elif heading is not None and text:
                texts[heading] = f"{texts[heading]} {text}" if heading in texts else text
            if heading == "number" and listed is None:
                listed = next((each for each in cell.paragraphs if each.listed), None)
        filled = tuple(each.text for each in cells if each.text)
        return _Line(row, cells, filled, texts, listed, continues)

    def _heading(self, cell: Cell) -> str | None:
        place = cell.column, cell.span
        if place not in self.headings:
            self.headings[place] = _heading_over(*place, self.source)
        return self.headings[place]

    def unknown_headings(self) -> Iterator[Unread]:
        """Yield the headings of this table's own header that are none of the form: what stands below is no field."""
        columns = self.source.columns
        for row in self.source.table.rows[columns.first : self.source.start]:
            for cell in row.cells:
                text = _text(cell)
                if text and heading_of(text) is None and self._heading(cell) is None:
                    yield Unread(what=f"judul kolom yang tidak dikenali: {text}", place=cell.place)

    def added_to_header(self, line: _Line) -> Iterator[Unread]:
        """Yield what a header printed again says more than the first one did."""
        for _, cell, text in line.cells:
            new = key(text) not in self.printed and heading_of(text) is None and not text.strip("()").isdigit()
            if text and new:
                yield Unread(what=f"judul kolom yang tidak dikenali: {text}", place=cell.place)

    def unread(self, line: _Line) -> Iterator[Unread]:
        """Yield what a step has in columns that no heading names."""
        for heading, cell, text in line.cells:
            columns = range(cell.column, cell.column + cell.span)
            if text and (heading is None or (heading == "actor" and self.actor_columns.isdisjoint(columns))):
                yield Unread(what=f"isi kolom yang judulnya tidak dikenali: {text}", place=cell.place)


def read_steps(tables: Sequence[StepTable], drawn: frozenset[tuple[int, int]]) -> Steps:
    """Return the steps of a SOP's tables; `drawn` holds the (table, row) of each row in which a shape is anchored.

    What stands in a cell merged downward over several steps counts for each of them; a time counts only for the first,
    so that no sum holds it twice.
    """
    steps: list[Step] = []
    rows: list[StepRow] = []
    aside: list[Unread] = []
    unread: list[Unread] = []
    signatures: list[Signature] = []
    listed = 0
    for index, each in enumerate(tables):
        reader = _Reader(each)
        unread.extend(reader.unknown_headings())
        merged: dict[int, str] = {}
        signed, end = _signed(each, reader)
        signatures.extend(signed)
        rows.extend(StepRow(table=index, row=at, step=0) for at in range(each.start))
        for at in range(each.start, end):
            line = reader.line(each.table.rows[at])
            _carry(line, merged)
            kind = _kind(
                line, _with_merged(line, merged), reader, has_drawing=(each.table.place.table or 0, at + 1) in drawn
            )
            if kind == "step" and at == each.start == 0 and steps and _is_rest(line):
                kind = "more"
            if kind == "header":
                unread.extend(reader.added_to_header(line))
            if kind == "more" and not steps:
                kind = "unknown"
            if kind == "more":
                steps[-1] = _with_more(steps[-1], line.texts, each.columns)
            elif kind == "step":
                listed += line.listed is not None
                steps.append(_step(line, _with_merged(line, merged), each.columns, listed))
            elif kind in NO_STEPS:
                kept = unread if kind == "unknown" else aside
                kept.append(Unread(what=f"{NO_STEPS[kind]}: {' | '.join(line.filled)}", place=line.row.place))
            if kind in ("step", "more"):
                unread.extend(reader.unread(line))
            rows.append(StepRow(table=index, row=at, step=len(steps) if kind in ("step", "more") else 0))
        rows.extend(StepRow(table=index, row=at, step=0) for at in range(end, len(each.table.rows)))
    return Steps(
        steps=tuple(steps), rows=tuple(rows), aside=tuple(aside), unread=tuple(unread), signatures=tuple(signatures)
    )


def _signed(source: StepTable, reader: _Reader) -> tuple[tuple[Signature, ...], int]:
    """The signatures in the last rows of a step table, and the row at which they begin."""
    rows = source.table.rows
    best: tuple[tuple[Signature, ...], int] = ((), len(rows))
    for first in range(len(rows) - 1, max(source.start, len(rows) - _MOST_SIGNED) - 1, -1):
        line = reader.line(rows[first])
        if line.listed is not None or any(each.isdigit() for each in line.texts.get("number", "")[:3]):
            break
        found = signed_rows(source.table, first) if line.filled else ()
        if found:
            best = found, first
        elif line.filled and best[0]:
            break
    return best


def _text(cell: Cell) -> str:
    if len(cell.paragraphs) == 1 and not cell.tables:
        # Nine cells of ten are this or nothing.
        only = cell.paragraphs[0].text
        return fold(only) if only else ""
    own = " ".join(each.text for each in cell.paragraphs if each.text)
    if cell.tables:
        own = " ".join((own, *(inner.text for table in cell.tables for row in table.rows for inner in row.cells)))
    return fold(own) if own else ""


def _heading_over(column: int, span: int, source: StepTable) -> str | None:
    """The heading over a cell: of the columns that it covers, the one that it covers most of."""
    end = column + span
    for name, first, last in source.columns.ranges:
        if first <= column and end <= last:
            return name
    widths = source.table.widths
    best, most = None, 0.0
    for name, first, last in source.columns.ranges:
        shared = range(max(first, column), min(last, end))
        width = sum(widths[at] if at < len(widths) and widths[at] else 1.0 for at in shared)
        if width > most:
            best, most = name, width
    return best


def _carry(line: _Line, merged: dict[int, str]) -> None:
    """Remember what stands in cells that go on in the rows below."""
    for _, cell, text in line.cells:
        if cell.merge is Merge.START:
            merged[cell.column] = text
        elif cell.merge is Merge.NONE:
            merged.pop(cell.column, None)


def _with_merged(line: _Line, merged: dict[int, str]) -> dict[str, str]:
    texts = dict(line.texts)
    for heading, cell, _ in line.cells:
        if cell.merge is Merge.CONTINUE and heading in _SHARED:
            texts[heading] = texts.get(heading) or merged.get(cell.column, "")
    return texts


def _kind(line: _Line, whole: dict[str, str], reader: _Reader, *, has_drawing: bool) -> str:
    texts, filled = line.texts, line.filled
    if not filled and not has_drawing:
        return "blank"
    number = texts.get("number", "")
    numbered = any(each.isdigit() for each in number) or line.listed is not None
    first = key(filled[0]) if filled else ""
    if _is_numbering(filled) or (not numbered and _is_header(line.cells)):
        return "header"
    if first in reader.first_words and wording(line.row) in reader.source.columns.printed:
        return "header"
    activity = texts.get("activity", "")
    acts = bool(whole.get("actor"))
    wide = max(each.cell.span for each in line.cells) * 2 > len(reader.source.table.widths)
    # Some hands write nothing but the sum below the times.
    bare = set(texts) == {"duration"} and texts["duration"][0].isdigit() and not (line.continues or has_drawing)
    sums = bare or first.startswith(TOTALS) or key(activity).startswith(TOTALS)
    if sums and not acts and (wide or not (line.listed or _NUMBER.fullmatch(number))):
        return "total"
    standards = any(texts.get(name) and not is_placeholder(texts[name]) for name in _STANDARDS)
    if line.continues:
        return "step" if numbered else "more"
    if not numbered and not standards and (wide or (activity and not acts and not has_drawing) or len(filled) == 1):
        if is_closing(first):
            return "closing"
        if wide or activity:
            return "phase"
    if activity or standards or acts or has_drawing:
        # A row without number and activity goes on with the step above it.
        return "step" if numbered or activity else "more"
    return "unknown"


def _is_rest(line: _Line) -> bool:
    """Whether the first row of a table without a header is the end of a sentence that a page cut in two."""
    numbered = line.texts.get("number") or line.listed is not None
    return not numbered and not line.texts.get("actor") and line.texts.get("activity", "")[:1].islower()


def is_closing(text: str) -> bool:
    """Return whether a text below the steps is a closing remark: "Keterangan: …", "NB …"."""
    words = key(text)
    return any(words == each or words.startswith(f"{each} ") for each in CLOSING)


def _is_numbering(filled: Sequence[str]) -> bool:
    if len(filled) < 4 or not filled[0].strip("()").isdigit():
        return False
    numbers = [int(each.strip("()")) for each in filled if each.strip("()").isdigit()]
    return len(numbers) == len(filled) and numbers == sorted(set(numbers)) and numbers[0] <= 2


def _is_header(cells: Sequence[_Written]) -> bool:
    """Whether most of what a row says are headings that stand over their own columns, or their groups'."""
    filled = [each for each in cells if each.text]
    named = sum((name := heading_of(each.text)) is not None and name in (each.heading, *GROUPS) for each in filled)
    return named >= 2 and named * 2 > len(filled)


def _step(line: _Line, texts: dict[str, str], columns: Columns, listed: int) -> Step:
    return Step(
        number=_number(line, listed),
        activity=texts.get("activity", ""),
        actors=(),
        requirements=texts.get("requirements", ""),
        duration=read_duration(texts.get("duration", ""), columns.unit_of_time),
        output=texts.get("output", ""),
        note=texts.get("note", ""),
        place=line.row.place,
        columns=tuple((name, first) for name, first, _ in columns.ranges if name != "actor"),
    )


def _number(line: _Line, listed: int) -> str:
    """The step's number: as typed, else as Word prints it before the paragraph.

    Where the reader could not work that out, Word's items are counted, and no other rows.
    """
    typed = line.texts.get("number", "").rstrip(". ")
    if typed or line.listed is None:
        return typed
    marker = line.listed.marker
    if not marker:
        return str(listed)
    return marker.rstrip(". ") if any(each.isalnum() for each in marker) else ""


def _with_more(step: Step, texts: dict[str, str], columns: Columns) -> Step:
    def joined(name: str, before: str) -> str:
        return fold(f"{before} {texts.get(name, '')}")

    duration = joined("duration", step.duration.text if step.duration else "")
    return replace(
        step,
        activity=joined("activity", step.activity),
        requirements=joined("requirements", step.requirements),
        duration=read_duration(duration, columns.unit_of_time),
        output=joined("output", step.output),
        note=joined("note", step.note),
    )

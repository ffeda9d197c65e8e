"""Draft -> the SOPs that it holds, each with the grid of its step table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from pipeline.extract.annex import Parted, by_row, part_annex
from pipeline.extract.cells import boxes
from pipeline.extract.front import front_institution, front_words, listing_words
from pipeline.extract.guide import guide_begins, guide_words, part_drawings
from pipeline.extract.headings import Columns, heading_of
from pipeline.extract.identity import IdentityRead, read_identity
from pipeline.extract.kinds import COSTS, OtherForm, is_service_table, read_other
from pipeline.extract.labels import labels_in
from pipeline.extract.parts import Part, margin_blocks, parts_of
from pipeline.extract.pieces import Piece, first_number, pieces_of, rows_of
from pipeline.extract.places import owner_of
from pipeline.extract.signatures import signed_below
from pipeline.extract.steps import Steps, StepTable, read_steps
from pipeline.model.draft import Block, Draft, Drawing, Paragraph, Table, Unread
from pipeline.model.grid import StepGrid
from pipeline.model.place import DocxPlace
from pipeline.model.sop import FieldName, Flow, Identity, PrintedLabel, Sop
from pipeline.text import fold, key


def understand(draft: Draft, folder: str) -> tuple[tuple[Sop, StepGrid], ...]:
    """Return the SOPs of a draft in their order; always at least one, of kind `other` when nothing fits the form.

    Actors of the steps and the flow are still open: they come from the drawings, see `flow.read`.
    """
    pieces = pieces_of(draft.blocks)
    end = guide_begins(pieces)
    parts = parts_of(draft, pieces[:end])
    cover = parts[0].pieces[: parts[0].front]
    # A header stands beside each SOP whose pages print it; what it holds is the first one's and counts once.
    printed: dict[str, int] = {}
    for at, part in enumerate(parts):
        for name in part.margins:
            printed.setdefault(name, at)
    in_body = owner_of(parts)

    def owner(place: DocxPlace) -> int:
        return printed.get(place.part, 0) or in_body(place)

    drawn, of_guide = part_drawings(pieces[end:], draft.drawings)
    drawings = _dealt(drawn, owner, len(parts))
    revisions = _dealt(draft.revisions, owner, len(parts))
    unread = _dealt(draft.unread, owner, len(parts))
    notes = _dealt(draft.notes, owner, len(parts))
    found = [
        _sop(
            replace(
                draft, drawings=drawings[at], revisions=revisions[at], unread=unread[at], notes=notes[at],
                margins=margin_blocks(draft, part.margins),
            ),
            folder, at + 1, part, cover, frozenset(name for name in printed if printed[name] == at),
        )
        for at, part in enumerate(parts)
    ]  # fmt: skip
    last, grid = found[-1]
    told = tuple(guide_words(pieces[end:], of_guide))
    return *found[:-1], (replace(last, aside=(*last.aside, *told)), grid)


class _Placed(Protocol):
    """A fact of a draft with its place."""

    @property
    def place(self) -> DocxPlace: ...


_Fact = TypeVar("_Fact", bound=_Placed)


def _dealt(facts: Sequence[_Fact], owner: Callable[[DocxPlace], int], parts: int) -> list[tuple[_Fact, ...]]:
    """The facts of each part, in their order."""
    found: list[list[_Fact]] = [[] for _ in range(parts)]
    for each in facts:
        found[owner(each.place)].append(each)
    return [tuple(each) for each in found]


def _sop(
    draft: Draft, folder: str, number: int, part: Part, cover: Sequence[Piece], own: frozenset[str]
) -> tuple[Sop, StepGrid]:
    """The SOP of a part; `draft` holds the part's facts, `own` names the headers and footers that count here.

    `cover` is what stands before the file's first SOP.
    """
    pieces = part.pieces[part.front :]
    tables = tuple(_step_tables(pieces))
    parted = part_annex(pieces, [each for each, _ in tables])
    steps = _steps(draft, tables)
    read, words = _identity(draft, parted, own, cover)
    read = signed_below(read, (*steps.signatures, *parted.signatures))
    identity, left_over = read.identity, read.left_over
    is_form = bool(steps.steps) and _has_identity(identity)
    other = OtherForm(form="sop-ap")
    if not is_form:
        other = read_other(part.pieces, identity, _pictures(draft), has_steps=bool(steps.steps))
        given, identity = identity, _completed(identity, other)
        left_over = (*left_over, *_given_up(given, identity))
    aside, before = front_words(part.pieces[: part.front])
    reported = {each.place for each in draft.unread}
    actors = tables[0][1].columns.actors if tables else ()
    sop = Sop(
        file=draft.file, folder=folder, sha256=draft.sha256, part=number,
        kind="sop-ap" if is_form else "other", form=other.form,
        identity=identity, actors=actors, steps=steps.steps or other.steps, flow=Flow(source="none"),
        unread=(
            *draft.unread, *before, *steps.unread,
            *by_row([each for each in left_over if (each.place, each.what) not in other.read], parted.boxes),
            *parted.unread, *(each for each in other.pictures if each.place not in reported),
        ),
        aside=(*aside, *read.aside, *listing_words(pieces), *steps.aside, *parted.aside, *words),
        revisions=draft.revisions, notes=draft.notes, held=draft.held, headings=tuple(_headings(tables)),
    )  # fmt: skip
    grid = StepGrid(
        # The whole table where only some of its rows are this SOP's: the chart is measured on the page.
        tables=tuple(each.block for each, _ in tables if isinstance(each.block, Table)),
        rows=tuple(row for row in steps.rows if tables[row.table][0].first <= row.row),
        actors=actors, first_block=part.pieces[0].index if part.pieces else 0,
        last_block=part.pieces[-1].index + 1 if part.pieces else 0, drawings=draft.drawings,
    )  # fmt: skip
    return sop, grid


# Step tables


def _step_tables(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, StepTable]]:
    """Yield the step tables; one without a header goes on if it is as wide and follows directly or counts on."""
    charted = any(each.columns is not None and _is_chart(each.columns) for each in pieces)
    above: StepTable | None = None
    directly = True
    for piece in pieces:
        if isinstance(piece.block, Paragraph):
            directly = directly and not piece.text
            continue
        table = rows_of(piece.block, 0, piece.last)
        if piece.columns is not None:
            above = None
            if _holds_steps(piece, charted=charted):
                above = StepTable(table=table, columns=piece.columns, start=piece.columns.first + piece.columns.rows)
                yield piece, above
        elif above is not None and not piece.first and _goes_on(table, above, directly=directly):
            above = replace(above, table=table, start=0)
            yield piece, above
        else:
            above = None
        directly = True


def _headings(tables: Sequence[tuple[Piece, StepTable]]) -> Iterator[PrintedLabel]:
    """Yield the headings of the step tables; one that a further header prints again is the same."""
    seen = set[tuple[str, str]]()
    for _, table in tables:
        for each in table.columns.headings:
            if (each.field, each.text) not in seen:
                seen.add((each.field, each.text))
                yield each


def _goes_on(table: Table, above: StepTable, *, directly: bool) -> bool:
    number = first_number(table.rows, above.columns.column("number"))
    return len(table.widths) == len(above.table.widths) and (directly or (number is not None and number > 1))


def _holds_steps(piece: Piece, *, charted: bool) -> bool:
    """Whether the rows are steps: a schedule or a budget behind a chart, or a list of services, has headings too."""
    if piece.columns is None or isinstance(piece.block, Paragraph):
        return False
    if charted and not _names_actors(piece.columns) and not _names_standards(piece.columns):
        return False
    printed = {text for row in piece.columns.printed for text in row}
    return _names_actors(piece.columns) or not (printed & COSTS and is_service_table(piece.block))


def _is_chart(columns: Columns) -> bool:
    return _names_actors(columns) and _names_standards(columns)


def _names_actors(columns: Columns) -> bool:
    return any(heading_of(text) == "actors" for row in columns.printed for text in row)


def _names_standards(columns: Columns) -> bool:
    return any(columns.column(each) is not None for each in ("requirements", "output"))


def _steps(draft: Draft, tables: Sequence[tuple[Piece, StepTable]]) -> Steps:
    drawn = frozenset(
        (each.place.table, each.place.row)
        for each in draft.drawings
        if each.place.part == "body" and each.place.table and each.place.row
    )
    return read_steps([each for _, each in tables], drawn)


# Identity


def _identity(
    draft: Draft, parted: Parted, own: frozenset[str], cover: Sequence[Piece]
) -> tuple[IdentityRead, tuple[Unread, ...]]:
    """The identity block as read, and the words of the margins that are no field's."""
    read = read_identity(parted.boxes)
    words = tuple(_margin_words(draft.margins))
    if draft.margins and _lacks_head(read.identity):
        # A block, or a letterhead, that is repeated on each page stands in the header.
        whole = read_identity(parted.with_margins(draft.margins))
        loose = [each for each in whole.left_over if each.place.part != "body"]
        fields = [each for each in loose if any(label.field for label in labels_in(each.what))]
        body = [each for each in whole.left_over if each.place.part == "body"]
        read = whole._replace(left_over=(*body, *(each for each in fields if each.place.part in own)))
        words = tuple(_margin_word(each.what, each.place) for each in loose if each not in fields)
    if not read.identity.institution and cover:
        institution, unit = front_institution(cover)
        read = read._replace(identity=replace(read.identity, institution=institution, unit=unit))
    # The margins stand beside every SOP whose pages print them and count once.
    return read, tuple(each for each in words if each.place.part in own)


def _margin_words(margins: Sequence[Block]) -> Iterator[Unread]:
    """Yield the words of page headers and footers."""
    for box in boxes(margins, {}):
        text = fold(" ".join(line.text for line in box.lines))
        if text:
            yield _margin_word(text, box.place)


def _margin_word(text: str, place: DocxPlace) -> Unread:
    return Unread(what=f"kepala atau kaki halaman: {text}", place=place)


def _lacks_head(identity: Identity) -> bool:
    return not identity.institution or not {FieldName.NUMBER, FieldName.TITLE} & set(identity.labels_seen)


def _has_identity(identity: Identity) -> bool:
    """Whether there is an identity block: a narrative has a heading "Dasar Hukum" too."""
    seen = set(identity.labels_seen)
    return bool({FieldName.NUMBER, FieldName.TITLE} & seen) or len(seen) >= 3


def _completed(identity: Identity, other: OtherForm) -> Identity:
    return replace(identity, title=other.title or identity.title, legal_basis=other.legal_basis or identity.legal_basis)


def _given_up(before: Identity, after: Identity) -> Iterator[Unread]:
    """Yield the values that a surer reading put aside."""
    now = key(" ".join(each.text for each in (*after.legal_basis, *filter(None, (after.title,)))))
    for each in (*before.legal_basis, *filter(None, (before.title,))):
        if key(each.text) not in now:
            yield Unread(what=each.text, place=each.place)


def _pictures(draft: Draft) -> tuple[Drawing, ...]:
    return tuple(each for each in draft.drawings if each.kind == "picture" and each.place.part == "body")

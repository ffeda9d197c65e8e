"""Draft -> the SOPs that it holds, each with the grid of its step table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.cells import boxes
from pipeline.extract.headings import Columns, read_columns
from pipeline.extract.identity import read_identity
from pipeline.extract.steps import StepTable, read_steps
from pipeline.model.draft import Block, Draft, Paragraph, Table, Unread
from pipeline.model.grid import StepGrid
from pipeline.model.place import DocxPlace
from pipeline.model.sop import FieldName, Flow, Identity, Sop
from pipeline.text import fold, key


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The blocks of one SOP: `first` and `last` are indexes into the draft's, `last` not included."""

    first: int
    last: int


def understand(draft: Draft, folder: str) -> tuple[tuple[Sop, StepGrid], ...]:
    """Return the SOPs of a draft in their order; always at least one, of kind `other` when nothing fits the form.

    Actors of the steps and the flow are still open: they come from the drawings, see `flow.read`.
    """
    columns = {
        index: found
        for index, block in enumerate(draft.blocks)
        if isinstance(block, Table) and (found := read_columns(block)) is not None
    }
    return tuple(
        _sop(draft, folder, number, part, columns) for number, part in enumerate(_parts(draft.blocks, columns), start=1)
    )


def _parts(blocks: Sequence[Block], columns: dict[int, Columns]) -> Iterator[_Part]:
    """Yield the parts of a file: a new one begins where an identity block of another SOP does, never at a page."""
    first, has_steps, current = 0, False, ""
    for index, block in enumerate(blocks):
        begins = _identity_at(block, columns.get(index))
        if begins is not None:
            # The same block repeated on each page of one SOP is no new SOP.
            if has_steps and begins != current:
                start = _with_lead(blocks, index, columns)
                yield _Part(first=first, last=start)
                first, has_steps = start, False
            current = begins
        if index in columns:
            has_steps = True
    yield _Part(first=first, last=len(blocks))


def _identity_at(block: Block, columns: Columns | None) -> str | None:
    """What tells the identity block that begins in this block from others, or none when none begins here."""
    until = {0: columns.first} if columns is not None else {}
    found = boxes((block,), until)
    if isinstance(block, Paragraph) or not any(each.has_label for each in found):
        return None
    identity, _ = read_identity(found)
    if not {FieldName.NUMBER, FieldName.TITLE} & set(identity.labels_seen):
        return None
    number = identity.number.text if identity.number else ""
    title = identity.title.text if identity.title else ""
    return key(f"{number} {title}") or f"at {block.place}"


def _with_lead(blocks: Sequence[Block], index: int, columns: dict[int, Columns]) -> int:
    """The part's first block, the paragraphs right before its identity block included (a bare title, a heading)."""
    start = index
    while start > 0 and isinstance(blocks[start - 1], Paragraph) and start - 1 not in columns:
        start -= 1
    return start


def _sop(draft: Draft, folder: str, number: int, part: _Part, columns: dict[int, Columns]) -> tuple[Sop, StepGrid]:
    blocks = draft.blocks[part.first : part.last]
    inside = {index - part.first: found for index, found in columns.items() if part.first <= index < part.last}
    tables = tuple(_step_tables(blocks, inside))
    own = {each.table.place.table for each in tables}
    until = {
        index: inside[index].first if index in inside else 0
        for index, block in enumerate(blocks)
        if isinstance(block, Table) and block.place.table in own
    }
    found = boxes(blocks, until)
    identity, left_over = read_identity(found)
    from_margins = bool(draft.margins) and _lacks_head(identity)
    if from_margins:
        # A block, or a letterhead, that is repeated on each page stands in the header.
        shifted = {index + len(draft.margins): row for index, row in until.items()}
        identity, left_over = read_identity(boxes((*draft.margins, *blocks), shifted))
    drawn = frozenset(
        (each.place.table, each.place.row)
        for each in draft.drawings
        if each.place.part == "body" and each.place.table and each.place.row
    )
    steps = read_steps(tables, drawn)
    is_form = bool(steps.steps) and bool(identity.labels_seen)
    actors = tables[0].columns.actors if tables else ()
    sop = Sop(
        file=draft.file, folder=folder, sha256=draft.sha256, part=number,
        kind="sop-ap" if is_form else "other",
        identity=identity, actors=actors, steps=steps.steps, flow=Flow(source="none"),
        unread=(*_of_part(draft.unread, blocks), *steps.unread, *left_over),
        aside=(*steps.aside, *(_margin_words(draft.margins) if number == 1 and not from_margins else ())),
        revisions=tuple(each for each in draft.revisions if _is_in(each.place, blocks)), held=draft.held,
    )  # fmt: skip
    grid = StepGrid(
        tables=tuple(each.table for each in tables), rows=steps.rows, actors=actors,
        first_block=part.first, last_block=part.last,
    )  # fmt: skip
    return sop, grid


def _margin_words(margins: Sequence[Block]) -> Iterator[Unread]:
    """Yield the words of page headers and footers; they stand beside every SOP of the file and count once."""
    for box in boxes(margins, {}):
        text = fold(" ".join(line.text for line in box.lines))
        if text:
            yield Unread(what=f"kepala atau kaki halaman: {text}", place=box.place)


def _lacks_head(identity: Identity) -> bool:
    return not identity.institution or not {FieldName.NUMBER, FieldName.TITLE} & set(identity.labels_seen)


def _step_tables(blocks: Sequence[Block], columns: dict[int, Columns]) -> Iterator[StepTable]:
    """Yield the step tables; one without a header that follows directly and has as many columns goes on."""
    above: StepTable | None = None
    for index, block in enumerate(blocks):
        if not isinstance(block, Table):
            if fold(block.text):
                above = None
            continue
        own = columns.get(index)
        if own is not None:
            above = StepTable(table=block, columns=own, start=own.first + own.rows)
            yield above
        elif above is not None and len(block.widths) == len(above.table.widths):
            above = replace(above, table=block, start=0)
            yield above
        else:
            above = None


def _is_in(place: DocxPlace, blocks: Sequence[Block]) -> bool:
    return place.part != "body" or any(
        block.place.table == place.table if place.table else block.place == place for block in blocks
    )


def _of_part(unread: Sequence[Unread], blocks: Sequence[Block]) -> Iterator[Unread]:
    return (each for each in unread if _is_in(each.place, blocks))

"""The pieces of a SOP -> the boxes of its identity block, and the words behind its steps that belong to no field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.extract.cells import Box, boxes
from pipeline.extract.front import row_words
from pipeline.extract.pieces import Piece
from pipeline.extract.signatures import Signature, signed_pieces
from pipeline.extract.steps import NO_STEPS, is_closing
from pipeline.model.draft import Block, Paragraph, Table, Unread
from pipeline.model.place import DocxPlace
from pipeline.model.sop import LISTS, FieldName

# Between these blocks nothing is beside anything.
_GAP = Paragraph("", DocxPlace())
# What some offices print below the steps; a number, a title or a date there is a form's that is annexed.
_BELOW_STEPS = frozenset((FieldName.APPROVED_BY, *LISTS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """The boxes that can hold the identity, how many blocks they stand for, annexes, and closing remarks.

    `signatures` are those below the steps.
    """

    boxes: tuple[Box, ...]
    blocks: int
    signatures: tuple[Signature, ...] = ()
    unread: tuple[Unread, ...] = ()
    aside: tuple[Unread, ...] = ()

    def with_margins(self, margins: Sequence[Block]) -> tuple[Box, ...]:
        """Return the boxes with those of page headers and footers behind them: the SOP's own words come first."""
        return (*self.boxes, *_after(self.blocks, margins))


def part_annex(pieces: Sequence[Piece], steps: Sequence[Piece]) -> Parted:
    """Return the boxes of the identity block, and every row and paragraph behind the last step table.

    A label behind the steps counts only where it can be no other form's and its field has no label before.
    """
    ids = {id(each) for each in steps}
    last = max((at for at, each in enumerate(pieces) if id(each) in ids), default=len(pieces) - 1)
    main = [_identity_block(each, is_steps=id(each) in ids) for each in pieces[: last + 1] if not each.listing]
    found = boxes(main, {})
    seen = {label.field for box in found for line in box.lines for label in line.labels}
    behind = [each for each in pieces[last + 1 :] if not each.listing]
    signed = signed_pieces(behind)
    behind = [each for each in behind if each.index not in signed.pieces]
    if not seen & {FieldName.NUMBER, FieldName.TITLE}:
        # The block stands below its own steps.
        blocks = [*main, *(each.above_steps for each in behind)]
        return Parted(
            boxes=boxes(blocks, {}), blocks=len(blocks), signatures=signed.signatures, unread=signed.words,
        )  # fmt: skip
    more: list[Box] = []
    unread: list[Unread] = [*signed.words]
    count = len(main)
    for run in _runs(behind):
        blocks = [each.above_steps for each in run]
        kept = tuple(_with_labels(_after(count, blocks), _BELOW_STEPS - seen))
        if any(each.has_label for each in kept):
            more.extend(kept)
            count += len(blocks) + 1
        else:
            unread.extend(words for each in run for words in row_words(each))
    remarks = [each for each in unread if each.place.table is None and is_closing(each.what)]
    return Parted(
        boxes=(*found, *more), blocks=count, signatures=signed.signatures,
        unread=tuple(each for each in unread if each not in remarks),
        aside=tuple(Unread(what=f"{NO_STEPS['closing']}: {each.what}", place=each.place) for each in remarks),
    )  # fmt: skip


def _identity_block(piece: Piece, *, is_steps: bool) -> Block:
    """The rows that can be of the identity block: none of a step table without a header of its own."""
    if is_steps and piece.columns is None and isinstance(piece.block, Table):
        return replace(piece.block, rows=())
    return piece.above_steps if is_steps else piece.whole


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield each table alone, and the paragraphs between tables together."""
    for is_table, run in groupby(pieces, key=lambda each: isinstance(each.block, Table)):
        if is_table:
            yield from ([each] for each in run)
        else:
            yield list(run)


def _after(count: int, blocks: Sequence[Block]) -> tuple[Box, ...]:
    """The boxes of blocks that stand behind others, numbered on from them with a gap."""
    return boxes((*[_GAP] * (count + 1), *blocks), {})


def _with_labels(found: Sequence[Box], fields: frozenset[FieldName | None]) -> Iterator[Box]:
    """Yield the boxes with the labels of these fields only; other lines are plain text."""
    for box in found:
        lines = tuple(
            line._replace(labels=tuple(each for each in line.labels if each.field in fields and each.sure == 1.0))
            for line in box.lines
        )
        yield replace(box, lines=lines, has_label=any(each.labels for each in lines))


def by_row(left_over: Sequence[Unread], found: Sequence[Box]) -> Iterator[Unread]:
    """Yield what is left over, with the cells of one row together where their table has no label at all."""
    labelled = {(box.place.part, box.place.table) for box in found if box.has_label}

    def row(each: Unread) -> DocxPlace | None:
        place = each.place
        if place.table is None or (place.part, place.table) in labelled:
            return None
        return DocxPlace(part=place.part, table=place.table, row=place.row)

    for place, group in groupby(left_over, key=row):
        lines = tuple(group)
        if place is None or len(lines) == 1:
            yield from lines
        else:
            yield Unread(what=" | ".join(each.what for each in lines), place=place)

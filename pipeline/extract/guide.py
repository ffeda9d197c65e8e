"""The sheets behind a form that tell how it is to be filled in and drawn -> their words, which are no SOP's."""

from collections.abc import Iterator, Sequence

from pipeline.extract.cells import boxes
from pipeline.extract.front import row_words
from pipeline.extract.pieces import Piece
from pipeline.model.draft import Drawing, Paragraph, Unread
from pipeline.model.place import DocxPlace
from pipeline.text import fold, key

_KIND = "petunjuk pengisian"
_HEADINGS = (
    "petunjuk pengisian", "petunjuk pengisian formulir", "petunjuk pengisian format sop", "petunjuk pengisian sop",
    "petunjuk pengisian dan menggambar", "petunjuk menggambar", "cara pengisian", "tata cara pengisian",
)  # fmt: skip
_NEVER = 1 << 30


def guide_begins(pieces: Sequence[Piece]) -> int:
    """Return the number of the piece that heads the guide; the number of pieces where a file has none.

    A guide stands behind the steps and no SOP behind it: where a step table or a table of labels follows, the words are
    the file's own.
    """
    last = max((at for at, each in enumerate(pieces) if each.columns is not None), default=len(pieces))
    for at in range(last + 1, len(pieces)):
        if key(pieces[at].text) in _HEADINGS:
            return len(pieces) if any(map(_is_labelled, pieces[at:])) else at
    return len(pieces)


def guide_words(guide: Sequence[Piece], drawings: Sequence[Drawing]) -> Iterator[Unread]:
    """Yield the words of a guide and of its drawings as one text at its heading; nothing where a file has none."""
    if guide:
        told = (each.what for piece in guide for each in row_words(piece))
        drawn = (fold(shape.text) for drawing in drawings for shape in drawing.shapes if fold(shape.text))
        yield Unread(what=f"{_KIND}: {' | '.join((*told, *drawn))}", place=guide[0].block.place)


def part_drawings(
    guide: Sequence[Piece], drawings: Sequence[Drawing]
) -> tuple[tuple[Drawing, ...], tuple[Drawing, ...]]:
    """Return the drawings of the SOPs, and those of a guide, which goes on to the end of the file."""
    if not guide:
        return tuple(drawings), ()
    places = [each.block.place for each in guide]
    table = min((each.table for each in places if each.table), default=_NEVER)
    paragraph = min((each.paragraph for each in places if each.paragraph), default=_NEVER)

    def inside(place: DocxPlace) -> bool:
        at, first = (place.table, table) if place.table else (place.paragraph, paragraph)
        return place.part == "body" and (at or 0) >= first

    return tuple(each for each in drawings if not inside(each.place)), tuple(
        each for each in drawings if inside(each.place)
    )


def _is_labelled(piece: Piece) -> bool:
    if isinstance(piece.block, Paragraph):
        return False
    fields = {label.field for box in boxes((piece.whole,), {}) for line in box.lines for label in line.labels}
    return len(fields) > 1

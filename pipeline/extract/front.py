"""What stands before the first identity block -> its words by kind: cover, preface, contents, and what is none."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.cells import boxes
from pipeline.extract.identity import read_identity
from pipeline.extract.pieces import Piece, is_headline
from pipeline.model.draft import Paragraph, Table, Unread
from pipeline.model.sop import Value
from pipeline.text import fold, is_placeholder, key

_CONTENTS_LINE = re.compile(r".*?(?:\.{4,}|…{2,}|\t)[\s.…]*(?:\d{1,3}|[ivxl]{1,6})\s*$", re.IGNORECASE | re.DOTALL)
_HEADINGS = {
    "kata pengantar": "kata pengantar",
    "prakata": "kata pengantar",
    "sambutan": "kata pengantar",
    "daftar isi": "daftar isi",
    "daftar sop": "daftar isi",
    "daftar standar operasional prosedur": "daftar isi",
    "daftar tabel": "daftar isi",
    "daftar gambar": "daftar isi",
    "daftar lampiran": "daftar isi",
}
_COVER = "halaman judul"


def front_words(pieces: Sequence[Piece]) -> tuple[tuple[Unread, ...], tuple[Unread, ...]]:
    """Return the words before an identity block: those known to be cover, preface or contents, and all others."""
    aside: list[Unread] = []
    unread: list[Unread] = []
    section = _COVER
    for piece in pieces:
        if isinstance(piece.block, Table):
            aside.extend(_listed(piece)) if piece.listing else unread.extend(row_words(piece))
            continue
        section = _HEADINGS.get(key(piece.text), "" if piece.block.page_break and section != _COVER else section)
        if not piece.text or is_placeholder(piece.text):
            continue
        kind = _kind(piece.block, section)
        what = f"{kind}: {piece.text}" if kind else piece.text
        (aside if kind else unread).append(Unread(what=what, place=piece.block.place))
    return tuple(aside), tuple(unread)


def _kind(paragraph: Paragraph, section: str) -> str:
    if _CONTENTS_LINE.fullmatch(paragraph.text.rstrip()):
        return "daftar isi"
    if section == _COVER:
        return _COVER if is_headline(fold(paragraph.text)) else ""
    return section


def front_institution(pieces: Sequence[Piece]) -> tuple[tuple[Value, ...], Value | None]:
    """Return the letterhead and the unit that a cover names, for SOPs whose identity block names none."""
    headlines = [
        each.block for each in pieces if isinstance(each.block, Paragraph) and is_headline(fold(each.block.text))
    ]
    identity = read_identity(boxes(headlines, {})).identity
    return identity.institution, identity.unit


def listing_words(pieces: Sequence[Piece]) -> Iterator[Unread]:
    """Yield the rows of each table that lists SOPs."""
    for piece in pieces:
        if piece.listing:
            yield from _listed(piece)


def _listed(piece: Piece) -> Iterator[Unread]:
    for each in row_words(piece):
        yield Unread(what=f"daftar isi: {each.what}", place=each.place)


def row_words(piece: Piece) -> Iterator[Unread]:
    """Yield the words of a paragraph, or of each row of a table with its nested tables; blank ones are left out."""
    if isinstance(piece.block, Paragraph):
        if piece.text and not is_placeholder(piece.text):
            yield Unread(what=piece.text, place=piece.block.place)
        return
    for row in piece.block.rows[piece.first : piece.last]:
        inner = (" | ".join(each.what for each in _nested(one)) for cell in row.cells for one in cell.tables)
        texts = [text for text in (*(fold(cell.text) for cell in row.cells), *inner) if not is_placeholder(text)]
        if texts:
            yield Unread(what=" | ".join(texts), place=row.place)


def _nested(table: Table) -> Iterator[Unread]:
    return row_words(Piece(index=0, block=table, last=len(table.rows)))

"""comments.xml, footnotes.xml and endnotes.xml -> what somebody wrote beside the text, each where its sign stands."""

from collections.abc import Mapping

from lxml import etree

from pipeline.model.draft import Block, Note, Paragraph, Revision
from pipeline.model.place import DocxPlace
from pipeline.read.blocks import Part, read_part
from pipeline.read.numbering import Numbering
from pipeline.read.repeats import Shared
from pipeline.read.styles import Styles
from pipeline.read.xml import W

KINDS = {"comments": "comment", "footnotes": "footnote", "endnotes": "endnote"}


def read_notes(
    root: etree._Element, shared: Shared, part: str, signs: Mapping[tuple[str, str], DocxPlace], styles: Styles
) -> tuple[tuple[Note, ...], Part]:
    """Return the notes of comments.xml, footnotes.xml or endnotes.xml, each at the place of its sign in the text.

    A footnote whose sign is struck out or hidden is none: Word prints it no more. Its words stay as a change.
    """
    kind = KINDS[part]
    found: list[Note] = []
    whole = Part(name=part)
    for each in list(root.iterchildren(W + kind)):
        # Word keeps two separators among the notes; they carry a type, real notes do not.
        if each.get(W + "type") is not None:
            continue
        own = read_part(each, part, styles, Numbering(), shared)
        sign = kind, each.get(W + "id", "")
        place = signs.get(sign, DocxPlace(part))
        text = "\n".join(filter(None, (_text(block) for block in own.blocks)))
        if sign not in signs and kind != "comment":
            gone = [Revision(kind="del", author="", date="", text=text, place=place)] if text else []
            whole.revisions += [*own.revisions, *gone]
            whole.held["revisions"] += own.held["revisions"] + len(gone)
            continue
        found.append(
            Note(kind=kind, text=text, author=each.get(W + "author", ""), date=each.get(W + "date", ""), place=place)
        )
        whole.held += own.held
        whole.revisions += own.revisions
        whole.drawings += own.drawings
        whole.unread += own.unread
    return tuple(found), whole


def _text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text.strip()
    return "\n".join(cell.text for row in block.rows for cell in row.cells if cell.text)

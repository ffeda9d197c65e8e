"""Pieces of WordprocessingML by the place where they may stand, and the wrappers that may stand anywhere."""

from typing import TypeVar

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
WPC = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
PIC = f"{_DRAWING}/picture"
_ALWAYS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{OFFICE}/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": f"{_DRAWING}/wordprocessingDrawing",
    "a": f"{_DRAWING}/main",
    "wps": WPS,
    "v": "urn:schemas-microsoft-com:vml",
}
_WHERE_USED = {
    "wpg": WPG,
    "wpc": WPC,
    "pic": PIC,
    "m": f"{OFFICE}/math",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
BY = 'w:id="1" w:author="Penelaah" w:date="2025-07-01T08:00:00Z"'


class Inline(str):
    """Ready markup that stands among the runs of a paragraph."""


class Block(str):
    """Ready paragraphs and tables."""


class Cell(str):
    """Ready cells of a row."""


class Row(str):
    """Ready rows of a table."""


Markup = TypeVar("Markup", Inline, Block, Cell, Row)


def declared(content: str) -> str:
    """Return the namespaces that a part with this content declares."""
    used = _ALWAYS | {prefix: uri for prefix, uri in _WHERE_USED.items() if f"<{prefix}:" in content}
    return " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in used.items())


def control(content: Markup, *, advice: bool = False) -> Markup:
    """Return a content control around runs, blocks, cells or rows; `advice` says that nobody typed into it yet."""
    shown = "<w:showingPlcHdr/>" if advice else ""
    return type(content)(
        f'<w:sdt><w:sdtPr><w:id w:val="7"/>{shown}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )


def custom_xml(content: Markup) -> Markup:
    """Return the content marked with an element of somebody's own XML, as old templates do."""
    return type(content)(f'<w:customXml w:uri="urn:contoh:sop" w:element="isian">{content}</w:customXml>')


def smart_tag(content: Inline) -> Inline:
    """Return runs that Word 2003 recognised as a place or a date."""
    return Inline(f'<w:smartTag w:uri="urn:contoh:smarttags" w:element="place">{content}</w:smartTag>')

"""WordprocessingML as text: runs, paragraphs, cells, rows, tables; and how wide words are."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape
from zlib import crc32

RSIDS = ("00A2514C", "003D7E19", "00F04B62", "0071C8DA")
CELL_MARGIN = 80

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.microsoft.com/office/word/2010"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMESPACES = {
    "w": _W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": f"{_DRAWING}/wordprocessingDrawing",
    "wp14": f"{_OFFICE}/wordprocessingDrawing",
    "a": f"{_DRAWING}/main",
    "pic": f"{_DRAWING}/picture",
    "wps": f"{_OFFICE}/wordprocessingShape",
    "wpg": f"{_OFFICE}/wordprocessingGroup",
    "w14": f"{_OFFICE}/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
DECLARATIONS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())

_GLYPHS = {
    222: "ijl'`",
    278: " !,./:;I[]\\ft",
    333: "()-r",
    389: "*",
    500: "Jcksvxyz",
    556: '"$#0123456789?L_abdeghnopqu',
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    944: "W%",
}
_WIDTHS = {glyph: width for width, glyphs in _GLYPHS.items() for glyph in glyphs}
_FONT_FACTORS = {"Arial": 1.0, "Times New Roman": 0.94, "Bookman Old Style": 1.22}
_LINE_FACTORS = {"Arial": 1.15, "Times New Roman": 1.15, "Bookman Old Style": 1.17}


def text_width(text: str, size: int, font: str = "Arial", *, bold: bool = False) -> int:
    """Return how many twips a line of text takes, at a size in half points."""
    units = sum(_WIDTHS.get(glyph, 600) for glyph in text)
    return round(units * size / 100 * _FONT_FACTORS[font] * (1.08 if bold else 1.02))


def line_height(size: int, font: str = "Arial") -> int:
    """Return the height of one line in twips, at a size in half points."""
    return round(size * 10 * _LINE_FACTORS[font])


def line_count(text: str, width: int, size: int, font: str = "Arial", *, bold: bool = False) -> int:
    """Return how many lines the text takes in a cell whose text is so many twips wide."""
    count, used = 1, 0
    space = text_width(" ", size, font, bold=bold)
    for word in text.split():
        need = text_width(word, size, font, bold=bold)
        if used and used + space + need > width:
            count, used = count + 1, 0
        used += need + (space if used else 0)
        count, used = (
            count + (used - 1) // width if used else count,
            (used - 1) % width + 1 if used else 0,
        )
    return count


def run(text: str, *, bold: bool = False, italic: bool = False, size: int = 0, rsid: str = "") -> str:
    """Return one run; a line break in the text becomes w:br."""
    properties = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "") + _size(size)
    parts = [f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n")]
    start = f'<w:r w:rsidR="{rsid}">' if rsid else "<w:r>"
    return start + (f"<w:rPr>{properties}</w:rPr>" if properties else "") + "<w:br/>".join(parts) + "</w:r>"


def typed(text: str, *, split: bool = False, bold: bool = False, size: int = 0) -> str:
    """Return a text as Word keeps it: where it was edited, a word lies broken in two runs."""
    if not text:
        return ""
    trace = crc32(text.encode())
    longest = max(text.split(), key=len, default="")
    if not split or trace % 3 or len(longest) < 6:
        return run(text, bold=bold, size=size)
    at = text.index(longest) + 2 + trace // 3 % (len(longest) - 3)
    first = run(text[:at], bold=bold, size=size, rsid=RSIDS[trace % 4])
    second = run(text[at:], bold=bold, size=size, rsid=RSIDS[(trace + 1) % 4])
    if trace % 2:
        return f'<w:proofErr w:type="spellStart"/>{first}{second}<w:proofErr w:type="spellEnd"/>'
    return first + second


def paragraph(
    content: str = "",
    *,
    align: str = "",
    numbering: int = 0,
    hanging: int = 0,
    page_break: bool = False,
    exact: int = 0,
) -> str:
    """Return one paragraph of ready runs."""
    properties = '<w:pStyle w:val="ListParagraph"/>' if numbering else ""
    properties += "<w:pageBreakBefore/>" if page_break else ""
    if numbering:
        properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>'
    if exact:
        properties += f'<w:spacing w:before="0" w:after="0" w:line="{exact}" w:lineRule="exact"/>'
    properties += f'<w:ind w:left="{hanging}" w:hanging="{hanging}"/>' if hanging else ""
    properties += f'<w:jc w:val="{align}"/>' if align else ""
    return "<w:p>" + (f"<w:pPr>{properties}</w:pPr>" if properties else "") + content + "</w:p>"


def cell(
    width: int,
    paragraphs: str = "",
    *,
    span: int = 1,
    merge: str = "",
    middle: bool = False,
) -> str:
    """Return one cell; merge is "restart", "continue" or "" for none."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}.get(merge, "")
    properties += '<w:vAlign w:val="center"/>' if middle else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs or paragraph()}</w:tc>"


def row(cells: Iterable[str], *, height: int = 0, header: bool = False) -> str:
    """Return one row that no page break divides."""
    properties = "<w:cantSplit/>"
    properties += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    properties += "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: Sequence[int], rows: Iterable[str]) -> str:
    """Return a table of fixed column widths with a grid of lines."""
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{CELL_MARGIN}" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/>'
        '</w:tblCellMar><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1"'
        ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        + f"</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _size(size: int) -> str:
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""

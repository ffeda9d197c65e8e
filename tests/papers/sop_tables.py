"""Tables of the official form, in millimetres, as WordprocessingML."""

from collections.abc import Sequence

from tests.papers.controls import paragraph, words

_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDF1EE"/>'
_SIDES = ("top", "left", "bottom", "right")


def mm(length: float) -> int:
    """Return millimetres as Word counts them, in twentieths of a point."""
    return round(length * 1440 / 25.4)


def styled(text: str, style: str) -> str:
    """Return a paragraph of plain words in a style."""
    return paragraph(words(text) if text else "", f'<w:pStyle w:val="{style}"/>')


def table(widths: Sequence[float], rows: Sequence[str], *, margin: float = 1.5, colour: str = "000000") -> str:
    """Return a table of ready rows with lines of a colour; `margin` stands free at both sides of a cell."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>'
        for side in (*_SIDES, "insideH", "insideV")
    )
    free = "".join(f'<w:{side} w:w="{mm(margin)}" w:type="dxa"/>' for side in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{mm(each)}"/>' for each in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(mm, widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{free}</w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(height: float, cells: str, *, header: bool = False, exact: bool = False) -> str:
    """Return a row that no page parts, at least so high, or exactly; a header is repeated on each page."""
    rule = "exact" if exact else "atLeast"
    repeated = "<w:tblHeader/>" if header else ""
    properties = f'<w:cantSplit/><w:trHeight w:val="{mm(height)}" w:hRule="{rule}"/>{repeated}'
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def cell(
    width: float, content: str, *, span: int = 1, merge: str = "", middle: bool = False, shade: bool = False
) -> str:
    """Return a cell of ready paragraphs."""
    properties = f'<w:tcW w:w="{mm(width)}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    properties += _SHADE if shade else ""
    properties += '<w:vAlign w:val="center"/>' if middle else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"

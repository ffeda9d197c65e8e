"""Paragraphs, lists, cells, rows and tables, with what Word can do to each of them."""

from tests.builder.markup import BY, Block, Cell, Inline, Row
from tests.builder.runs import run


def paragraph(
    *pieces: str,
    numbered: bool = False,
    page_break: bool = False,
    number: int = 0,
    level: int = 0,
    style: str = "",
    mark: str = "",
) -> Block:
    """Return one paragraph of texts and ready runs.

    `numbered` lets Word number it, `number` by another list of the draft, at a `level` from 0. `mark` is what was done
    to the paragraph's end: `del`, `ins`, `moveFrom`, `moveTo` or `vanish`.
    """
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += "<w:pageBreakBefore/>" if page_break else ""
    list_id = number or int(numbered)
    properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id else ""
    properties += f"<w:rPr><w:{mark}{'' if mark == 'vanish' else ' ' + BY}/></w:rPr>" if mark else ""
    inner = "".join(each if isinstance(each, Inline) else run(each) for each in pieces if each)
    return Block(f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>")


def items(*texts: str, number: int = 0, level: int = 0, style: str = "") -> Block:
    """Return a list that Word numbers, one paragraph an item; the numbers stand in no text."""
    own = not number and not style
    return Block("".join(paragraph(each, numbered=own, number=number, level=level, style=style) for each in texts))


_MERGES = {
    "restart": '<w:vMerge w:val="restart"/>',
    "continue": "<w:vMerge/>",
    "across": '<w:hMerge w:val="restart"/>',
    "across on": '<w:hMerge w:val="continue"/>',
    "": "",
}


def cell(*content: str, span: int = 1, merge: str = "", change: str = "", turned: bool = False) -> Cell:
    """Return one cell; plain text makes a paragraph of each line.

    `merge` is restart or continue (downward), across or across on (the old way to the right); `change` is cellIns or
    cellDel, tracked; `turned` rotates the text.
    """
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += _MERGES[merge]
    properties += '<w:textDirection w:val="btLr"/>' if turned else ""
    properties += f"<w:{change} {BY}/>" if change else ""
    inner = "".join(_blocks(each) for each in content) or paragraph()
    return Cell(f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>")


def _blocks(content: str) -> str:
    if isinstance(content, Block):
        return content
    if isinstance(content, Inline):
        return paragraph(content)
    return "".join(paragraph(each) for each in content.split("\n"))


def row(
    *cells: str,
    before: int = 0,
    after: int = 0,
    deleted: bool = False,
    inserted: bool = False,
    hidden: bool = False,
    header: bool = False,
) -> Row:
    """Return one row of texts and cells.

    `before` and `after` skip grid columns, `deleted` and `inserted` are tracked, `hidden` is not printed, `header` is
    printed again on each page.
    """
    properties = f'<w:gridBefore w:val="{before}"/>' if before else ""
    properties += f'<w:gridAfter w:val="{after}"/>' if after else ""
    properties += "<w:hidden/>" if hidden else ""
    properties += "<w:tblHeader/>" if header else ""
    properties += f"<w:ins {BY}/>" if inserted else ""
    properties += f"<w:del {BY}/>" if deleted else ""
    inner = "".join(each if isinstance(each, Cell) else cell(each) for each in cells)
    return Row(f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>")


def table(widths: tuple[int, ...], *rows: Row) -> Block:
    """Return a table with the widths of its grid columns in twips."""
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return Block(
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def nested_table(widths: tuple[int, ...], *rows: Row) -> Block:
    """Return a table for a cell, with the paragraph that Word wants after it."""
    return Block(table(widths, *rows) + paragraph())

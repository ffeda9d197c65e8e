"""One SOP -> a Word sheet with its step table and its chart, drawn as shapes that can be edited."""

from xml.sax.saxutils import escape

from pipeline.flow.drawing.chart import chart
from pipeline.flow.drawing.sheet import Sheet
from pipeline.flow.heights import line_count
from pipeline.model.chart import Chart
from pipeline.model.sop import Sop
from pipeline.write.flow_words import clean
from pipeline.write.word_chart import LABEL_SIZE, chart_runs
from pipeline.write.word_package import Page, Style, package
from pipeline.write.word_table import ABOVE, FONT, SIDE, SIZE, STYLES, step_tables

PAGE = Page()
# What the small paragraphs around the tables and the rules between rows take of a page, with a little to spare.
_BETWEEN = 10.0
_LINE, _BOLD = 1.17, 1.08
_TITLE = Style(name="Judul", size=11.0, align="center", bold=True)
_NUMBER = Style(name="NomorSop", size=9.0, align="center", spacing=3.0)
_LAST = Style(name="Penutup", size=1.0)
_STYLES = (*STYLES, Style(name="TeksSimbol", size=7.0, align="center"), _TITLE, _NUMBER, _LAST)


def step_sheet(sop: Sop) -> bytes:
    """Return a .docx with the SOP's title and number, its step table and its chart in native Word shapes."""
    return sheet(sop, chart(sop, measures(sop)))


def measures(sop: Sop) -> Sheet:
    """Return what the sheet offers to the SOP's table: less on the first page, where the title stands above it."""
    width, height = PAGE.room
    height -= _BETWEEN
    title = line_count(sop.title, _TITLE.size * _BOLD, width, FONT) * _TITLE.size * _LINE
    number = (_NUMBER.size * _LINE + 2 * _NUMBER.spacing) if sop.identity.number else 0.0
    return Sheet(
        width=width,
        height=height,
        first=height - title - number,
        size=SIZE,
        font=FONT,
        beside=SIDE,
        above=ABOVE,
        label=LABEL_SIZE,
    )


def sheet(sop: Sop, drawn: Chart) -> bytes:
    """Return a .docx with the SOP's title and number, its step table and this chart over it."""
    number = sop.identity.number
    lines = _line(_TITLE, sop.title) + (_line(_NUMBER, f"Nomor SOP: {number.text}") if number else "")
    tables = step_tables(sop.steps, drawn, chart_runs(drawn, FONT))
    # Word wants a paragraph below a table; so low a one needs no page of its own, and can begin the next.
    body = _line(_LAST, "", new_page=True).join(tables)
    return package(f"{lines}{body}{_line(_LAST, '')}", sop.title, PAGE, _STYLES, FONT)


def _line(style: Style, text: str, *, new_page: bool = False) -> str:
    breaks = "<w:pageBreakBefore/>" if new_page else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style.name}"/>{breaks}</w:pPr>{run}</w:p>'

"""A SOP's step table with its chart, drawn as shapes that can be edited, for a page of a paper."""

from dataclasses import replace

from pipeline.flow.drawing.chart import chart
from pipeline.model.sop import Sop
from pipeline.write.papers.drawing import Drawing
from pipeline.write.step_sheet import measures
from pipeline.write.word_chart import chart_runs
from pipeline.write.word_package import Style
from pipeline.write.word_table import FONT, STYLES, step_tables

_LAST = Style(name="Penutup", size=1.0)
_STYLES = (*STYLES, Style(name="TeksSimbol", size=7.0, align="center"), _LAST)
_PLAIN = f'<w:p><w:pPr><w:pStyle w:val="{_LAST.name}"/></w:pPr>'


def step_drawing(sop: Sop, above: float) -> Drawing:
    """Return the table and the chart for a landscape F4 page with margins of 15 mm, parted where a page ends.

    `above` is what stands over the table on its first page, in points. Without steps and symbols it is empty.
    """
    if not sop.steps and not sop.flow.nodes:
        return Drawing()
    sheet = measures(sop)
    drawn = chart(sop, replace(sheet, first=(sheet.height or 0.0) - above))
    between = f'<w:p><w:pPr><w:pStyle w:val="{_LAST.name}"/><w:pageBreakBefore/></w:pPr></w:p>'
    tables = between.join(step_tables(sop.steps, drawn, chart_runs(drawn, FONT)))
    # Shapes hang on paragraphs without a style, which may have another space above them in the office's template.
    tables = tables.replace("<w:p><w:r>", f"{_PLAIN}<w:r>").replace("<w:p></w:p>", f"{_PLAIN}</w:p>")
    # Two tables without a paragraph between them would be one.
    return Drawing(f"{tables}{_PLAIN}</w:p>", _STYLES, FONT)

"""The step table of a SOP in its official form -> WordprocessingML, each row as high as the chart says.

Each page has a table of its own with the header over it: LibreOffice breaks no table where it is told to, and an arrow
drawn over rows that stand on two pages is none.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from xml.sax.saxutils import escape

from pipeline.durations import read_duration
from pipeline.extract.headings import heading_of
from pipeline.flow.heights import line_count
from pipeline.model.chart import Chart, ChartColumn
from pipeline.model.sop import Duration, Step
from pipeline.wording import UNIT_OF_TIME_WORDS
from pipeline.write.flow_words import clean
from pipeline.write.word_chart import CellAt
from pipeline.write.word_package import Style, twips

BODY, CENTRED, HEAD = "IsiSel", "IsiSelTengah", "KepalaKolom"
# What stands free beside and above the words of a cell, in points.
SIDE, ABOVE = 3.0, 2.0
FONT, SIZE = "Arial", 8.0
# A heading may be set smaller; bold letters are so much wider.
_HEAD_SIZES, _BOLD = (8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0), 1.08
STYLES = (
    Style(name=BODY, size=SIZE, spacing=ABOVE, indent=SIDE),
    Style(name=CENTRED, size=SIZE, align="center", spacing=ABOVE, indent=1.0),
    Style(name=HEAD, size=SIZE, align="center", bold=True, indent=1.0),
)
_GROUPS = {"actors": "Pelaksana", "standards": "Mutu Baku"}
_STANDARDS = ("requirements", "duration", "output")
_IN_MIDDLE = ("number", "duration")
# A header's first row holds one line; the second has the rest.
_FIRST_ROW = 15.0
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_NO_MARGIN = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))


def step_tables(steps: Sequence[Step], chart: Chart, drawn: Mapping[CellAt, str]) -> tuple[str, ...]:
    """Return the table of each page with the chart's runs in its cells."""
    rows: dict[int, list[int]] = {}
    for at, row in enumerate(chart.rows):
        rows.setdefault(row.page, []).append(at)
    return tuple(_table(steps, chart, drawn, rows[page]) for page in sorted(rows)) or (_table(steps, chart, drawn, ()),)


def _table(steps: Sequence[Step], chart: Chart, drawn: Mapping[CellAt, str], rows: Sequence[int]) -> str:
    edges = [0, *(twips(each.left + each.width) - twips(chart.columns[0].left) for each in chart.columns)]
    widths = [end - start for start, end in pairwise(edges)]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
        f'{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{_NO_MARGIN}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_header(chart, widths)}"
        f"{''.join(_step_row(steps, at, chart, drawn, widths) for at in rows)}</w:tbl>"
    )


def shown_duration(duration: Duration | None) -> str:
    """Return a time as it stands in a cell below “Waktu”: with its unit, which its own heading may have named."""
    if duration is None:
        return ""
    if duration.unit is None or read_duration(duration.text) == duration:
        return duration.text
    return f"{duration.text} {UNIT_OF_TIME_WORDS[duration.unit]}"


def shown(step: Step | None, position: int, heading: str | None) -> str:
    """Return what a step says in the column of a heading; without a number of its own it is counted.

    A row that only symbols name has no step.
    """
    if step is None:
        return str(position) if heading == "number" else ""
    values = {
        "number": step.number or str(position),
        "activity": step.activity,
        "requirements": step.requirements,
        "duration": shown_duration(step.duration),
        "output": step.output,
        "note": step.note,
    }
    return values.get(heading or "", "")


def _header(chart: Chart, widths: Sequence[int]) -> str:
    upper, lower = [], []
    for group, members in groupby(zip(chart.columns, widths, strict=True), key=lambda each: _group(each[0])):
        own = list(members)
        if group is None:
            upper += [_cell(width, _words(HEAD, each.heading), merge="restart", middle=True) for each, width in own]
            lower += [_cell(width, _words(HEAD, ""), merge="continue", middle=True) for _, width in own]
        else:
            upper.append(_cell(sum(w for _, w in own), _words(HEAD, _GROUPS[group]), span=len(own), middle=True))
            lower += [_cell(width, _words(HEAD, each.heading, _unbroken(each)), middle=True) for each, width in own]
    first = min(_FIRST_ROW, chart.header / 2)
    heights = twips(first), twips(chart.header) - twips(first)
    return "".join(_row(height, cells, header=True) for height, cells in zip(heights, (upper, lower), strict=True))


def _unbroken(column: ChartColumn) -> float:
    """The largest size at which no word of a heading is broken by its narrow column, or the smallest to be read."""
    room = column.width - 2 * STYLES[-1].indent
    words = column.heading.split()
    fits = (each for each in _HEAD_SIZES if all(line_count(word, each * _BOLD, room, FONT) == 1 for word in words))
    return next(fits, _HEAD_SIZES[-1])


def _group(column: ChartColumn) -> str | None:
    if column.actor:
        return "actors"
    return "standards" if heading_of(column.heading) in _STANDARDS else None


def _step_row(steps: Sequence[Step], at: int, chart: Chart, drawn: Mapping[CellAt, str], widths: Sequence[int]) -> str:
    row = chart.rows[at]
    step = steps[row.step - 1] if row.step <= len(steps) else None
    cells = []
    for index, (column, width) in enumerate(zip(chart.columns, widths, strict=True)):
        heading = heading_of(column.heading)
        if column.actor:
            # The paragraph that shapes hang on begins at the very top of its cell.
            content = f"<w:p>{drawn.get((at, index), '')}</w:p>"
        else:
            content = _words(CENTRED if heading in _IN_MIDDLE else BODY, shown(step, row.step, heading))
        cells.append(_cell(width, content))
    return _row(twips(row.top + row.height) - twips(row.top), cells)


def _row(height: int, cells: Sequence[str], *, header: bool = False) -> str:
    repeated = "<w:tblHeader/>" if header else ""
    properties = f'<w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/>{repeated}'
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(width: int, content: str, *, span: int = 1, merge: str = "", middle: bool = False) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    properties += '<w:vAlign w:val="center"/>' if middle else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _words(style: str, text: str, size: float = SIZE) -> str:
    half = round(size * 2)
    look = f'<w:rPr><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>' if size != SIZE else ""
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'

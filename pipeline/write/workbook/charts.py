"""The charts of the sheet Ringkasan: lying bars, told in words for those who cannot see them."""

from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from pipeline.write.workbook.paint import FAINT, GREEN, INK, LINE, Brush

_FONT = {"name": "Calibri", "size": 9, "color": INK}
_AROUND, _BAR, _THIN_BAR, _MANY = 70, 24, 14, 24


class Bars(NamedTuple):
    """One part of each bar: its column, fill, border and the colour of its figures."""

    column: int
    fill: str
    border: str
    figures: str


# Light and dark by turns, so that a grey print tells neighbours apart.
STATUS_BARS = (
    Bars(3, GREEN, GREEN, "#FFFFFF"),
    Bars(4, "#E4E8E6", FAINT, INK),
    Bars(5, "#8FC3AA", GREEN, INK),
    Bars(6, "#FFFFFF", INK, INK),
)
WEIGHT_BARS = (
    Bars(2, "#8C1D18", "#8C1D18", "#FFFFFF"),
    Bars(3, "#F5CF85", "#8A6500", INK),
    Bars(4, "#FFFFFF", INK, INK),
)
LOAD_BARS = (Bars(3, GREEN, GREEN, INK),)


class Figures(NamedTuple):
    """Where the figures of a chart stand: sheet, row of the headings, first and last row of the figures."""

    sheet: str
    header: int
    first: int
    last: int


class Spot(NamedTuple):
    """Where a chart stands, and how wide it is in pixels."""

    row: int
    column: int
    width: int


def height_of(bars: int) -> int:
    """Return how many pixels a chart of so many bars is high; many bars are thin ones."""
    return _AROUND + (_BAR if bars <= _MANY else _THIN_BAR) * max(4, bars)


def bar_chart(made: Worksheet, at: Spot, what: tuple[Figures, Sequence[Bars], str], brush: Brush) -> int:
    """Paint a chart of figures in bars, the names in the first column; returns how many pixels it is high.

    The text of `what` tells it to those who cannot see it.
    """
    figures, bars, told = what
    chart: Chart = brush.book.add_chart({"type": "bar", "subtype": "stacked"} if len(bars) > 1 else {"type": "bar"})
    sheet, header, first, last = figures
    for each in bars:
        chart.add_series(
            {
                "name": [sheet, header, each.column],
                "categories": [sheet, first, 0, last, 0],
                "values": [sheet, first, each.column, last, each.column],
                "fill": {"color": each.fill}, "border": {"color": each.border, "width": 0.75}, "gap": 45,
                # A nought has no bar, so it gets no label.
                "data_labels": {"value": True, "num_format": "#,##0;;;", "font": {"color": each.figures, "size": 8}},
            }
        )  # fmt: skip
    # The names stand on the upright axis, the first one on top.
    chart.set_y_axis(
        {
            "reverse": True, "num_font": _FONT, "line": {"color": LINE}, "major_tick_mark": "none",
            "major_gridlines": {"visible": False}, "interval_unit": 1,
        }
    )  # fmt: skip
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_legend({"position": "bottom", "font": _FONT} if len(bars) > 1 else {"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_title({"none": True})
    height = height_of(last - first + 1)
    chart.set_size({"width": at.width, "height": height})
    made.insert_chart(at.row, at.column, chart, {"description": told, "object_position": 2})
    return height

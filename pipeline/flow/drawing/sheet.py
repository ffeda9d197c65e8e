"""The measures of a sheet -> the columns of its step table and how tall each row has to be for its text to fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.flow.drawing.labels import SIZE
from pipeline.flow.heights import line_count
from pipeline.model.chart import ChartColumn
from pipeline.model.sop import Duration, Sop, Step
from pipeline.wording import UNIT_OF_TIME_WORDS

# Single line spacing of Arial, as a share of its size, and a little for fonts that stand in for it.
_LINE = 1.17
# A line is counted as this much narrower than it is, and bold letters as so much wider: text must always fit.
_SAFE, _BOLD = 0.93, 1.08
# An actor's column is best at least so wide: a symbol with lanes and an answer beside it.
_NARROW = 52.0
# The other columns give way down to this share of what they would like.
_LEAST_SHARE = 0.6
_FIRST_HEADER_ROW = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The sheet that a chart is drawn for, in points: what it offers and how the text in its table is set.

    `before` and `after` are the columns left and right of the actors, by heading with the width that they would like.
    `height` is what a page offers to the table with its header, none for one endless page; `first` is what the
    first page offers where something stands above the table. `label` is the
    size of the arrows' labels, `connector` that of an off-page connector.
    """

    width: float = 850.0
    height: float | None = 515.0
    first: float | None = 470.0
    before: tuple[tuple[str, float], ...] = (("No", 24.0), ("Kegiatan", 170.0))
    after: tuple[tuple[str, float], ...] = (
        ("Kelengkapan", 92.0),
        ("Waktu", 48.0),
        ("Output", 82.0),
        ("Keterangan", 64.0),
    )
    widest_actor: float = 90.0
    size: float = 8.0
    font: str = "Arial"
    beside: float = 3.0
    above: float = 2.0
    label: float = SIZE
    connector: tuple[float, float] = (15.0, 16.0)


def columns(sop: Sop, sheet: Sheet) -> tuple[ChartColumn, ...]:
    """Return the columns of the table: the actors as printed, and at their end those that only symbols name.

    Where many actors leave too little room, the other columns give way.
    """
    actors = dict.fromkeys(each.name for each in sop.actors)
    actors.update(dict.fromkeys(each.actor for each in sop.flow.nodes))
    fixed = sum(width for _, width in (*sheet.before, *sheet.after))
    count = max(1, len(actors))
    free = sheet.width - fixed
    needed = min(sheet.widest_actor, _NARROW) * count
    share = 1.0 if free >= needed or not fixed else max(_LEAST_SHARE, (sheet.width - needed) / fixed)
    each_actor = min(sheet.widest_actor, (sheet.width - share * fixed) / count)
    # What the actors leave over goes to the others, so that the table is as wide as the page.
    if fixed and sheet.height is not None:
        share = max(share, (sheet.width - each_actor * count) / fixed)
    wanted = [
        *((heading, width * share, False) for heading, width in sheet.before),
        *((name, each_actor, True) for name in actors),
        *((heading, width * share, False) for heading, width in sheet.after),
    ]
    found, left = [], 0.0
    for heading, width, actor in wanted:
        found.append(ChartColumn(heading=heading, left=left, width=width, actor=actor))
        left += width
    return tuple(found)


def header_height(table: Sequence[ChartColumn], sheet: Sheet) -> float:
    """Return how tall the header is: a row for the groups of columns and one for the headings."""
    lines = max((_lines(each.heading, each.width - 2, sheet, _BOLD) for each in table), default=1)
    return _FIRST_HEADER_ROW + lines * sheet.size * _LINE + 2 * sheet.above + 2


def row_heights(steps: Sequence[Step], table: Sequence[ChartColumn], sheet: Sheet, least: float) -> tuple[float, ...]:
    """Return how tall the row of each step has to be for its text, `least` where the text needs less."""
    return tuple(max(least, _height(each, table, sheet)) for each in steps)


def _height(step: Step, table: Sequence[ChartColumn], sheet: Sheet) -> float:
    texts = _texts(step)
    lines = [
        _lines(texts.get(each.heading, ""), each.width - 2 * sheet.beside, sheet) for each in table if not each.actor
    ]
    return max(lines, default=1) * sheet.size * _LINE + 2 * sheet.above + 2


def _texts(step: Step) -> Mapping[str, str]:
    return {
        "No": step.number,
        "Kegiatan": step.activity,
        "Kelengkapan": step.requirements,
        "Waktu": _time(step.duration),
        "Output": step.output,
        "Keterangan": step.note,
    }


def _time(duration: Duration | None) -> str:
    """The longest that a time may print as: with the unit that its column's heading may have named."""
    if duration is None:
        return ""
    return f"{duration.text} {UNIT_OF_TIME_WORDS[duration.unit]}" if duration.unit else duration.text


def _lines(text: str, width: float, sheet: Sheet, wider: float = 1.0) -> int:
    return line_count(text, sheet.size * wider, max(width, 1.0) * _SAFE, sheet.font)

"""The lines of one cell -> the values of several labels that stand in the cell beside it."""

import re
from collections.abc import Sequence

from pipeline.dates import iso_date
from pipeline.extract.cells import Line
from pipeline.text import fold

_DATE_IN_LINE = re.compile(r"\d{1,2}[\s.\-/]+[A-Za-z\d.]+[\s.\-/]+\d{2,4}")
# Values that are fewer than their labels can be anybody's.
_GUESS = 0.5


def deal(lines: Sequence[Line], labels: int) -> tuple[tuple[tuple[Line, ...], ...], float]:
    """Return the lines dealt out to so many labels, one each in their order, and how sure that is.

    Two dates on one line count as two. Blank lines count as values left open only where that makes as many values as
    labels.
    """
    split: list[Line] = []
    for line in lines:
        # A date in two calendars is one date.
        dates = [] if iso_date(line.text) else _DATE_IN_LINE.findall(line.text)
        parts = dates if len(dates) > 1 else [line.text]
        split.extend(Line(text=fold(p), labels=(), listed=line.listed, item=True, place=line.place) for p in parts)
    if len(split) != labels:
        split = [each for each in split if each.text]
    sure = 1.0 if len(split) == labels or not split else _GUESS
    return tuple((split[at],) if at < len(split) else () for at in range(labels)), sure

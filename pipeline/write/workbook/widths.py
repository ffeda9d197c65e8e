"""How wide texts and columns are in pixels: where a line is broken, and how many pages lie beside each other."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from xlsxwriter.utility import xl_pixel_width

# F4 lying less its margins, in pixels, and what of it is surely free on every printer and in every program.
PAGE = 1161
_SURE = 0.94
# The least per cent at which letters are still read without effort: of 10 points they leave 7.
_SMALLEST, _WHOLE = 69, 100
# xlsxwriter knows the widths of Calibri 11; a printer's are never quite the screen's, hence the last factor.
TEN_POINTS, SAFETY = 10 / 11, 1.04
# No letter of Calibri 11 is wider.
WIDEST = 14

# Drafts say the same words again and again.
width = lru_cache(maxsize=100_000)(xl_pixel_width)


def column_pixels(chars: float) -> int:
    """Return how wide a column of so many characters is, as Excel has it."""
    return int(chars * 7 + 5)


class Spread(NamedTuple):
    """How a table is laid over pages: how many lie beside each other, at how many per cent, and how wide the first is.

    At 0 per cent the table is made to fit one page's width. The width is in pixels of its columns.
    """

    pages: int
    scale: int
    first: int


def spread_of(columns: Sequence[int], kept: int) -> Spread:
    """Return on how few pages beside each other a table can be read, and how large; the `kept` columns are on each."""
    if sum(columns) <= PAGE * _WHOLE / _SMALLEST:
        return Spread(1, 0, max(sum(columns), PAGE))
    fewest = len(_packed(columns, kept, _SMALLEST))
    scales = range(_WHOLE, _SMALLEST, -1)
    scale = next((each for each in scales if len(_packed(columns, kept, each)) == fewest), _SMALLEST)
    return Spread(fewest, scale, _packed(columns, kept, scale)[0])


def _packed(columns: Sequence[int], kept: int, scale: int) -> list[int]:
    """How wide each page is when columns are put on it while they fit."""
    room, again = PAGE * _SURE * _WHOLE / scale, sum(columns[:kept])
    found = [again]
    for each in columns[kept:]:
        if found[-1] + each > room and found[-1] > again:
            found.append(again)
        found[-1] += each
    return found


def broken(text: str, room: float) -> tuple[str, ...]:
    """Return a text of 10 points in lines that fit into so many pixels."""
    return tuple(_lines(text.split(), room / TEN_POINTS / SAFETY))


def _lines(words: Iterable[str], room: float) -> Iterable[str]:
    line, at = "", 0.0
    for word in words:
        wide = width(word)
        if line and at + width(" ") + wide > room:
            yield line
            line, at = word, wide
        else:
            at += wide + (width(" ") if line else 0)
            line = f"{line} {word}" if line else word
    yield line

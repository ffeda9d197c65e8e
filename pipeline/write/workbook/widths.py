"""How wide texts and columns are in pixels: where a line is broken, and how many pages lie beside each other."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil

from xlsxwriter.utility import xl_pixel_width

# F4 lying less its margins, and the least at which its letters are still read without effort: 10 points become 7.
PAGE = 1161
SMALLEST = 0.69
# xlsxwriter knows the widths of Calibri 11; a printer's are never quite the screen's, hence the last factor.
TEN_POINTS, SAFETY = 10 / 11, 1.04
# No letter of Calibri 11 is wider.
WIDEST = 14

# Drafts say the same words again and again.
width = lru_cache(maxsize=100_000)(xl_pixel_width)


def column_pixels(chars: float) -> int:
    """Return how wide a column of so many characters is, as Excel has it."""
    return int(chars * 7 + 5)


def pages_across(columns: Sequence[int], kept: int) -> int:
    """Return how many pages a table is wide whose letters must stay readable; the `kept` first columns are on each."""
    whole, again, room = sum(columns), sum(columns[:kept]), PAGE / SMALLEST
    if whole <= room:
        return 1
    # Columns so wide that nothing fits beside them cannot be kept apart any further.
    return ceil((whole - again) / max(room - again, room / 4))


def first_page(columns: Sequence[int], kept: int) -> float:
    """Return how wide the first of these pages is at the least, in the pixels of its columns."""
    across = pages_across(columns, kept)
    if across == 1:
        return max(sum(columns), PAGE)
    # A page ends where a column does, so it may be a column short.
    return sum(columns[:kept]) + (sum(columns) - sum(columns[:kept])) / across * 0.85


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

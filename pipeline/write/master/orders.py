"""How an office counts its rows (1, 2. or 1.3, a.), and how the count goes on where rows come in between."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

_COUNTED = re.compile(r"(.*?)(\d+)(\D*)")
_LETTER = re.compile(r"([a-y])([.)]?)")
_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


class Recount(NamedTuple):
    """A row whose order changes."""

    row: int
    order: str


def following(order: str, by: int = 1) -> str:
    """Return the order that comes so many after one; nothing where it does not count."""
    counted = _COUNTED.fullmatch(order)
    if counted is not None:
        before, digits, behind = counted.groups()
        return f"{before}{str(int(digits) + by).zfill(len(digits))}{behind}"
    letter = _LETTER.fullmatch(order)
    if letter is not None and ord(letter[1]) + by <= ord("z"):
        return f"{chr(ord(letter[1]) + by)}{letter[2]}"
    return ""


def recounted(orders: Sequence[tuple[int, str]], added: Mapping[int, int]) -> Iterator[Recount]:
    """Yield the rows that count on after added ones: `orders` are all rows of a list with theirs, from the top.

    `added` tells how many come below which row. A list that begins anew, or leaves a number out, is no longer moved.
    """
    last, by = "", 0
    for row, order in orders:
        if not order or order != following(last):
            by = 0
        if by:
            yield Recount(row, following(order, by))
        last = order
        by += added.get(row, 0)


def next_mark(mark: str) -> str:
    """Return the mark of the next heading: B after A, III. after II., nothing where it is no mark."""
    bare = mark.rstrip(".)")
    end = mark[len(bare) :]
    number = _roman_value(bare)
    if number and (len(bare) > 1 or bare in "IVX"):
        return f"{_roman(number + 1)}{end}"
    return f"{chr(ord(bare) + 1)}{end}" if len(bare) == 1 and "A" <= bare < "Z" else ""


def _roman(number: int) -> str:
    out = ""
    for sign, value in _ROMAN:
        while number >= value:
            out, number = out + sign, number - value
    return out


def _roman_value(mark: str) -> int:
    return next((number for number in range(1, 40) if _roman(number) == mark), 0)

"""Two wordings of one thing -> the words of both, of the inventory alone, of the draft alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import Indel

from pipeline.text import fold

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")


class Mark(StrEnum):
    """Who has the words of a piece."""

    BOTH = "both"
    EXPECTED = "expected"
    FOUND = "found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words with its mark."""

    mark: Mark
    text: str


class Change(NamedTuple):
    """The letters of a text from `start` to `end`, and what comes in their place."""

    start: int
    end: int
    new: str


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Return what turns one text into the other: whole words, those with only a blank between them together."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    starts = [0]
    for token in old:
        starts.append(starts[-1] + len(token))
    found: list[tuple[int, int, int, int]] = []
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            continue
        ours = (step.src_start, step.src_end, step.dest_start, step.dest_end)
        if found and not "".join(old[found[-1][1] : ours[0]]).strip():
            ours = (found[-1][0], ours[1], found[-1][2], ours[3])
            found.pop()
        found.append(ours)
    return tuple(Change(starts[a], starts[b], "".join(new[c:d])) for a, b, c, d in found)


def marked(expected: str, found: str) -> tuple[Piece, ...]:
    """Return both texts as one run of pieces, whole words, white space folded."""
    before, after = _TOKENS.findall(fold(expected)), _TOKENS.findall(fold(found))
    return tuple(_joined(_pieces(before, after)))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    for step in Indel.opcodes(before, after):
        old = "".join(before[step.src_start : step.src_end])
        new = "".join(after[step.dest_start : step.dest_end])
        if step.tag == "equal":
            yield Piece(mark=Mark.BOTH, text=old)
        else:
            yield from (Piece(mark=m, text=t) for m, t in ((Mark.EXPECTED, old), (Mark.FOUND, new)) if t)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield each run of changes as one deletion and one insertion; a lone blank does not part a run."""
    for changed, run in groupby(_bridged(tuple(pieces)), key=lambda each: each[0]):
        parts = [piece for _, piece in run]
        if not changed:
            yield Piece(mark=Mark.BOTH, text="".join(each.text for each in parts))
            continue
        for mark in (Mark.EXPECTED, Mark.FOUND):
            text = "".join(each.text for each in parts if each.mark in (mark, Mark.BOTH))
            if text.strip() or not any(each.text.strip() for each in parts):
                yield Piece(mark=mark, text=text)


def _bridged(pieces: tuple[Piece, ...]) -> Iterator[tuple[bool, Piece]]:
    for index, piece in enumerate(pieces):
        inner = 0 < index < len(pieces) - 1
        yield piece.mark is not Mark.BOTH or (inner and not piece.text.strip()), piece

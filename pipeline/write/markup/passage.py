"""Paragraphs at one place -> their text as one, letter by letter where each stands in the XML."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from pipeline.text import fold
from pipeline.write.spans import Element


class Piece(NamedTuple):
    """A text of a run, or a sign, which has no element; `firm` says why it cannot be changed."""

    text: str
    element: Element | None = None
    firm: str = "tanda yang bukan huruf"


class Cut(NamedTuple):
    """Letters of one text of a run to be struck out, and what comes behind them; both may be nothing."""

    element: Element
    start: int
    end: int
    new: str


class Touched(NamedTuple):
    """Letters of a piece, by their places in it."""

    piece: Piece
    start: int
    end: int


class Passage:
    """The text of some pieces as the reader sees it: `text` with every run of white space as one blank."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        """Put the pieces together."""
        self.pieces = tuple(each for each in pieces if each.text)
        self.raw = "".join(each.text for each in self.pieces)
        self._starts = list(accumulate((len(each.text) for each in self.pieces), initial=0))
        letters = list(_folded(self.raw))
        self.text = "".join(letter for letter, _ in letters)
        self._at = [at for _, at in letters]

    def find(self, words: str) -> tuple[int, int] | None:
        """Return from where to where some words stand in `text`; none where they do not, or more than once."""
        asked = fold(words)
        at = self.text.find(asked) if asked else -1
        return None if at < 0 or self.text.find(asked, at + 1) >= 0 else (at, at + len(asked))

    def raw_range(self, start: int, end: int) -> tuple[int, int]:
        """Return where letters of `text` stand in `raw`; what is empty stands behind the letter before it."""
        if start < end:
            return self._at[start], self._at[end - 1] + 1
        at = self._at[start - 1] + 1 if start else self._at[0] if self._at else len(self.raw)
        return at, at

    def touched(self, start: int, end: int) -> list[Touched]:
        """Return the pieces that letters of `raw` stand in, and which letters of each."""
        first = max(0, bisect_right(self._starts, start) - 1)
        found: list[Touched] = []
        for at, each in zip(self._starts[first:], self.pieces[first:], strict=False):
            if at >= max(end, start + 1):
                break
            found.append(Touched(each, max(0, start - at), min(len(each.text), end - at)))
        return found

    def cuts(self, start: int, end: int, new: str) -> list[Cut] | str:
        """Return what puts `new` in the place of letters of `raw`, or why it cannot be put there."""
        if start == end:
            return self._insertion(start, new)
        found: list[Cut] = []
        for piece, first, last in self.touched(start, end):
            if piece.element is None or piece.firm:
                return piece.firm
            found.append(Cut(piece.element, first, last, ""))
        found[-1] = found[-1]._replace(new=new)
        return found

    def _insertion(self, at: int, new: str) -> list[Cut] | str:
        """New words go into the run of the letter before them, at the very beginning into that behind."""
        index = bisect_right(self._starts, max(0, at - 1)) - 1
        if not 0 <= index < len(self.pieces):
            return "tidak ada teks di tempatnya"
        piece = self.pieces[index]
        if piece.element is None or piece.firm:
            return piece.firm
        offset = at - self._starts[index]
        return [Cut(piece.element, offset, offset, new)]


def _folded(raw: str) -> Iterator[tuple[str, int]]:
    """Yield each letter of the folded text with its place; a blank stands where its run of white space begins."""
    blank: int | None = None
    begun = False
    for at, letter in enumerate(raw):
        if letter.isspace() or letter == "\ufeff":
            blank = at if blank is None else blank
            continue
        if blank is not None and begun:
            yield " ", blank
        blank, begun = None, True
        yield letter, at

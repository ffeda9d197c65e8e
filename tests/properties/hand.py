"""The hand that writes a random draft: it draws every choice, and strews noise over text that must not change it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from hypothesis import strategies as st

from tests.builder import Block, Cell, Inline, Row, control, hidden, hyperlink, run, smart_tag, split_runs, tracked

Option = TypeVar("Option")
Markup = TypeVar("Markup", Block, Cell, Row)


@lru_cache
def _upto(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


@dataclass(frozen=True, slots=True)
class Hand:
    """Draws choices; the first option of each is the plainest, and failures shrink to it."""

    draw: Callable[[st.SearchStrategy[int]], int]
    noisy: bool = False

    def number(self, least: int, most: int) -> int:
        return least + self.draw(_upto(most - least))

    def pick(self, options: Sequence[Option]) -> Option:
        return options[self.draw(_upto(len(options) - 1))]

    def once_in(self, times: int) -> bool:
        return self.draw(_upto(times - 1)) == times - 1

    def some(self, options: Sequence[Option], least: int, most: int) -> list[Option]:
        """So many different options in the order drawn."""
        left = list(options)
        return [left.pop(self.number(0, len(left) - 1)) for _ in range(min(self.number(least, most), len(left)))]

    def shuffled(self, options: Sequence[Option]) -> list[Option]:
        return self.some(options, len(options), len(options)) if self.once_in(2) else list(options)

    def write(self, text: str) -> Inline:
        """The text as a person's Word may hold it: broken into runs, changed under tracking, in controls."""
        if not self.noisy or not text or not self.once_in(4):
            return run(text)
        text = self._spaced(text)
        at = self.number(0, len(text))
        one, two = text[:at], text[at:]
        kind = self.pick(("split", "tracked", "control", "hidden", "link", "tag", "inserted"))
        match kind:
            case "split":
                return split_runs(one, two)
            case "tracked":
                return Inline(run(one) + tracked(insert=two, delete="Kalimat lama: 7 hari"))
            case "control":
                return Inline(run(one) + control(run(two)))
            case "hidden":
                return Inline(run(one) + hidden("Peringatan: rahasia 9/2020") + run(two))
            case "link":
                return Inline(hyperlink(one) + run(two))
            case "tag":
                return Inline(smart_tag(run(one)) + run(two))
            case _:
                return Inline(tracked(insert=one) + run(two, "<w:b/>"))

    def held(self, markup: Markup) -> Markup:
        """The markup, now and then in a content control of its own."""
        return control(markup) if self.noisy and self.once_in(12) else markup

    def _spaced(self, text: str) -> str:
        if " " not in text or not self.once_in(3):
            return text
        return text.replace(" ", self.pick(("  ", "\u00a0", "\t", " \u00a0")), 1)

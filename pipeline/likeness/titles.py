"""Titles and numbers -> forms in which two ways to write the same compare equal."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz

from pipeline.text import key, plain
from pipeline.vocabulary import ABBREVIATIONS, OPPOSITES, SAME_IN_TITLES, TITLE_PREFIXES

_RUNS = re.compile(r"[a-z]+|\d+")
_O_FOR_ZERO = re.compile(r"(?<![a-z])o+(?=\d)|(?<=\d)o+(?![a-z])")
# Two words this alike are the same word with a slip.
_SAME_WORD = 80.0


def number_key(number: str) -> tuple[str, ...]:
    """Return the runs of letters and digits of a number, letter O for zero put right, zeros in front dropped.

    `O22/SOP/TU/2025`, `022/SOP/TU2025` and `22 / SOP / TU / 2025` come back the same.
    """
    text = _O_FOR_ZERO.sub(lambda match: "0" * len(match[0]), plain(number))
    return tuple(each.lstrip("0") or "0" if each.isdigit() else each for each in _RUNS.findall(text))


def same_number(inventory: str, draft: str) -> bool:
    """Return whether two numbers are the same; a draft's may carry its own sub-code: `KUA.AGW` under `KUA`."""
    ours, theirs = number_key(inventory), number_key(draft)
    if not ours or not theirs:
        return False
    if ours == theirs:
        return True
    if len(theirs) == len(ours) + 1 and "." in draft:
        return any(theirs[:at] + theirs[at + 1 :] == ours for at in range(1, len(theirs)) if not theirs[at].isdigit())
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title as its words, without what says nothing; `solid` is them sorted, for a likeness by letters."""

    words: tuple[str, ...]
    solid: str


def title_form(title: str) -> Title:
    """Return a title without its prefix SOP, in one spelling, abbreviations written out."""
    text = key(title)
    for prefix in TITLE_PREFIXES:
        if text.startswith(f"{prefix} "):
            text = text[len(prefix) + 1 :]
            break
    for written, same in SAME_IN_TITLES.items():
        if " " in written:
            text = text.replace(written, same)
    words: list[str] = []
    for word in text.split():
        words.extend(SAME_IN_TITLES.get(ABBREVIATIONS.get(word, word), ABBREVIATIONS.get(word, word)).split())
    return Title(words=tuple(words), solid=" ".join(sorted(words)))


def word_weights(titles: Sequence[Title]) -> dict[str, float]:
    """Return how much each word tells: one that stands in many titles (Pelayanan, Penerbitan) tells little."""
    counts = Counter(word for title in titles for word in set(title.words))
    return {word: log(1 + len(titles) / count) for word, count in counts.items()}


def likeness(first: Title, second: Title, weights: dict[str, float]) -> float:
    """Return how alike two titles are, 0 to 1: the weight of the words that they share, and their letters."""
    if not first.words or not second.words or opposite(first, second):
        return 0.0
    rare = max(weights.values(), default=1.0)
    left = list(second.words)
    shared = 0.0
    for word in first.words:
        best = max(left, key=lambda other: fuzz.ratio(word, other), default=None)
        if best is not None and fuzz.ratio(word, best) >= _SAME_WORD:
            left.remove(best)
            shared += weights.get(word, rare) + weights.get(best, rare)
    total = sum(weights.get(word, rare) for word in (*first.words, *second.words))
    return 0.6 * shared / total + 0.4 * fuzz.ratio(first.solid, second.solid) / 100


def opposite(first: Title, second: Title) -> bool:
    """Return whether the titles name two procedures that only look alike: masuk/keluar, Ula/Wustha/Ulya."""
    ours, theirs = set(first.words), set(second.words)
    for family in OPPOSITES:
        mine, other = ours & set(family), theirs & set(family)
        if mine and other and not mine & other:
            return True
    return False

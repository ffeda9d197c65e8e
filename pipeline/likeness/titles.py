"""Titles and numbers -> forms in which two ways to write the same compare equal."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz, process

from pipeline.text import key, plain
from pipeline.vocabulary import ABBREVIATIONS, OPPOSITES, SAME_IN_TITLES, TITLE_PREFIXES

_RUNS = re.compile(r"[a-z]+|\d+")
# A letter beside a digit, or two of them by themselves: `OT.OO`.
_O_FOR_ZERO = re.compile(r"(?<![a-z])o+(?=\d)|(?<=\d)o+(?![a-z])|(?<![a-z\d])oo+(?![a-z\d])")
# Month or running number and year with the sign between them lost: `012026`.
_NO_SIGN = re.compile(r"(?<!\d)(\d{1,3})(?=20\d\d(?!\d))")
_MONTHS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN_MONTH = re.compile(rf"(?<=[/\-. ])(?:{'|'.join(_MONTHS[1:])})(?=\s*[/\-. ]\s*(?:19|20)\d\d(?!\d))")
# A code behind a code of letters, both in capitals or small.
_SUB_CODE = re.compile(r"(?<=[A-Za-z])\.[A-Za-z]+(?=/)")
# Two words this alike are the same word with a slip.
_SAME_WORD = 80.0
_FAMILIES = tuple(map(frozenset, OPPOSITES))


def number_key(number: str) -> tuple[str, ...]:
    """Return what a number says: its digits without zeros in front and the letters between them, signs left out.

    `O22/SOP/TU/VII/2025`, `022/SOP-TU/07/2025` and `22/SOPTU/072025` come back the same.
    """
    text = _O_FOR_ZERO.sub(lambda match: "0" * len(match[0]), plain(number))
    text = _ROMAN_MONTH.sub(lambda match: str(_MONTHS.index(match[0])), _NO_SIGN.sub(r"\1/", text))
    found: list[str] = []
    for run in _RUNS.findall(text):
        if run.isdigit():
            found.append(run.lstrip("0") or "0")
        elif found and found[-1].isalpha():
            found[-1] += run
        else:
            found.append(run)
    return tuple(found)


def number_keys(number: str) -> tuple[tuple[str, ...], ...]:
    """Return the key of a draft's number, and of it without a unit's own sub-code: `KUA.AGW` comes under `KUA` too."""
    whole = number_key(number)
    if not whole:
        return ()
    bare = _SUB_CODE.sub("", number)
    return (whole, number_key(bare)) if bare != number else (whole,)


def same_number(inventory: str, draft: str) -> bool:
    """Return whether two numbers are the same; a draft's may carry its own sub-code."""
    return number_key(inventory) in number_keys(draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title as its words, without what says nothing; `solid` is them sorted, for a likeness by letters.

    `sides` holds, for each family of opposites that the title has a word of, the family's index and those words.
    """

    words: tuple[str, ...]
    solid: str
    sides: tuple[tuple[int, frozenset[str]], ...] = ()


class Weights(dict[str, float]):
    """How much each word tells, by word; one that is in no title tells as much as the rarest."""

    def __init__(self, weights: dict[str, float]) -> None:
        super().__init__(weights)
        self.rarest = max(weights.values(), default=1.0)

    def __missing__(self, word: str) -> float:
        return self.rarest


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
    return Title(words=tuple(words), solid=" ".join(sorted(words)), sides=tuple(_sides(frozenset(words))))


def _sides(words: frozenset[str]) -> Iterator[tuple[int, frozenset[str]]]:
    for at, family in enumerate(_FAMILIES):
        if own := words & family:
            yield at, own


def word_weights(titles: Sequence[Title]) -> Weights:
    """Return how much each word tells: one that stands in many titles (Pelayanan, Penerbitan) tells little."""
    counts = Counter(word for title in titles for word in set(title.words))
    return Weights({word: log(1 + len(titles) / count) for word, count in counts.items()})


def likeness(first: Title, second: Title, weights: Weights) -> float:
    """Return how alike two titles are, 0 to 1: the weight of the words that they share, and their letters."""
    if not first.words or not second.words or opposite(first, second):
        return 0.0
    left = list(second.words)
    shared = 0.0
    rest = []
    for word in first.words:
        if word in left:
            left.remove(word)
            shared += 2 * weights[word]
        else:
            rest.append(word)
    for word in rest:
        # What is left on the other side may be the same word with a slip.
        best = process.extractOne(word, left, scorer=fuzz.ratio, score_cutoff=_SAME_WORD)
        if best is not None:
            del left[best[2]]
            shared += weights[word] + weights[best[0]]
    total = sum(map(weights.__getitem__, (*first.words, *second.words)))
    return 0.6 * shared / total + 0.4 * fuzz.ratio(first.solid, second.solid) / 100


def coverage(inner: Sequence[str], outer: Sequence[str], weights: Weights) -> float:
    """Return which share of the weight of `inner`'s words, 0 to 1, stands in `outer` too, slips forgiven."""
    total = sum(weights[word] for word in inner)
    found = sum(
        weights[word]
        for word in inner
        if word in outer or process.extractOne(word, outer, scorer=fuzz.ratio, score_cutoff=_SAME_WORD)
    )
    return found / total if total else 0.0


def slips(first: Title, second: Title) -> tuple[tuple[str, str], ...] | None:
    """Return the pairs of words that differ by a slip of the keys where nothing else differs; none where more does."""
    ours, theirs = list(first.words), list(second.words)
    for word in first.words:
        if word in theirs:
            ours.remove(word)
            theirs.remove(word)
    if len(ours) != len(theirs):
        return None
    found = []
    for word in ours:
        best = process.extractOne(word, theirs, scorer=fuzz.ratio, score_cutoff=_SAME_WORD)
        if best is None or word.isdigit() or best[0].isdigit():
            return None
        del theirs[best[2]]
        found.append((word, best[0]))
    return tuple(found)


def opposite(first: Title, second: Title) -> bool:
    """Return whether the titles name two procedures that only look alike: masuk/keluar, Ula/Wustha/Ulya."""
    if not first.sides or not second.sides:
        return False
    theirs = dict(second.sides)
    return any(at in theirs and not own & theirs[at] for at, own in first.sides)

"""Titles and numbers -> forms in which two ways to write the same compare equal."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from rapidfuzz import fuzz, process

from pipeline.likeness.shortened import run_of
from pipeline.likeness.stems import root
from pipeline.text import key, plain
from pipeline.vocabulary import ABBREVIATIONS, OPPOSITES, SAME_IN_TITLES, TITLE_PREFIXES

_RUNS = re.compile(r"[a-z]+|\d+")
# A letter beside a digit, or two of them by themselves: `OT.OO`.
_O_FOR_ZERO = re.compile(r"(?<![a-z])o+(?=\d)|(?<=\d)o+(?![a-z])|(?<![a-z\d])oo+(?![a-z\d])")
# Month or running number and year with the sign between them lost: `012026`.
_NO_SIGN = re.compile(r"(?<!\d)(\d{1,3})(?=20\d\d(?!\d))")
_MONTHS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN_MONTH = re.compile(rf"(?<=[/\-. ])(?:{'|'.join(_MONTHS[1:])})(?=\s*[/\-. ]\s*(?:19|20)\d\d(?!\d))")
_ROMAN = re.compile(rf"(?<=tingkat )(?:{'|'.join(_MONTHS[1:])})\b|(?<=golongan )(?:{'|'.join(_MONTHS[1:])})\b")
# A code behind a code of letters, both in capitals or small.
_SUB_CODE = re.compile(r"(?<=[A-Za-z])\.[A-Za-z]+(?=/)")
# Two words this alike are the same word with a slip.
_SAME_WORD = 80.0
# A word this alike may be the same with more than one slip.
_SLIPPED = 50.0
# A word that weighs this share of the rarest one's weight names what the procedure is about.
_TELLING = 0.5
# How a further draft is told from the first: words at the end of its title that are about the file.
_VERSION = re.compile(r"(?: (?:lama|tahun (?:19|20)\d\d|final|fix))+$")
# A folder below the unit's own that holds older files, and how the name of one ends.
_OLD_FOLDER = re.compile(r"(?:.* )?(?:lama|old|usang|backup)")
_OLD_FILE = re.compile(r".* (?:lama|old|usang)")
_DENIALS = ("non", "bukan")
_FAMILIES = tuple(map(frozenset, OPPOSITES))
_FAMILIES_OF = {
    word: tuple(at for at, own in enumerate(_FAMILIES) if word in own) for word in frozenset().union(*_FAMILIES)
}
_SAME_PHRASES = tuple((written, same) for written, same in SAME_IN_TITLES.items() if " " in written)


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

    `sides` holds, for each family of opposites that the title has a word of, the family's index and those words;
    `denied` are the words behind a non or bukan. `version` says that the title ends in a word about the file, left out.
    """

    words: tuple[str, ...]
    solid: str
    sides: tuple[tuple[int, frozenset[str]], ...] = ()
    denied: frozenset[str] = frozenset()
    version: bool = False


class Weights(dict[str, float]):
    """How much each word tells, by word; one that is in no title tells as much as the rarest."""

    def __init__(self, weights: dict[str, float]) -> None:
        super().__init__(weights)
        self.rarest = max(weights.values(), default=1.0)

    def __missing__(self, word: str) -> float:
        return self.rarest


@lru_cache(maxsize=16_384)
def title_form(title: str) -> Title:
    """Return a title without its prefix SOP, in one spelling, abbreviations written out."""
    text = key(title)
    for prefix in TITLE_PREFIXES:
        if text.startswith(f"{prefix} "):
            text = text[len(prefix) + 1 :]
            break
    for written, same in _SAME_PHRASES:
        text = text.replace(written, same)
    text, versions = _VERSION.subn("", text)
    text = _ROMAN.sub(lambda match: str(_MONTHS.index(match[0])), text)
    words: list[str] = []
    for word in (each for short in text.split() for each in ABBREVIATIONS.get(short, short).split()):
        words.extend(SAME_IN_TITLES.get(word, word).split())
    return Title(
        words=tuple(words), solid=" ".join(sorted(words)), sides=tuple(_sides(frozenset(words))),
        denied=frozenset(word for no, word in pairwise(words) if no in _DENIALS), version=versions > 0,
    )  # fmt: skip


def filed_as_older(file: str) -> bool:
    """Return whether the folder of a file, below that of its unit, or its name says that it is an older one."""
    *folders, name = file.split("/")
    ends = _OLD_FILE.fullmatch(key(name.rpartition(".")[0]))
    return ends is not None or any(_OLD_FOLDER.fullmatch(key(each)) for each in folders[1:])


def _sides(words: frozenset[str]) -> Iterator[tuple[int, frozenset[str]]]:
    for at in sorted({each for word in words for each in _FAMILIES_OF.get(word, ())}):
        yield at, words & _FAMILIES[at]
    # Tingkat 1, Tingkat 2; a year only tells versions apart.
    if counted := frozenset(word for word in words if word.isdigit() and len(word) < 4):
        yield len(_FAMILIES), counted


def word_weights(titles: Sequence[Title]) -> Weights:
    """Return how much each word tells: one that stands in many titles (Pelayanan, Penerbitan) tells little."""
    counts = Counter(word for title in titles for word in set(title.words))
    return Weights({word: log(1 + len(titles) / count) for word, count in counts.items()})


def likeness(first: Title, second: Title, weights: Weights) -> float:
    """Return how alike two titles are, 0 to 1: the weight of the words that they share, and their letters."""
    if not first.words or not second.words or opposite(first, second):
        return 0.0
    common = _common(first, second)
    total = sum(map(weights.__getitem__, (*first.words, *second.words)))
    apart = sum(map(weights.__getitem__, (*common.first, *common.second)))
    return 0.6 * (total - apart) / total + 0.4 * fuzz.ratio(_written(first, common), second.solid) / 100


@dataclass(frozen=True, slots=True)
class _Common:
    """What two titles do not share: the words that only one has. `same` is how the second writes words of the first."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    same: dict[str, str]


def _common(first: Title, second: Title) -> _Common:
    left = list(second.words)
    rest = []
    for word in first.words:
        if word in left:
            left.remove(word)
        else:
            rest.append(word)
    same: dict[str, str] = {}
    for word in tuple(rest) if left else ():
        # What is left on the other side may be the same word with a slip, or with other affixes: usul, pengusulan.
        best = process.extractOne(word, left, scorer=fuzz.ratio, score_cutoff=_SAME_WORD)
        other = best[0] if best else _of_root(root(word), left)
        if other is not None:
            left.remove(other)
            rest.remove(word)
            same[word] = other
    begun = {word[0] for word in left}
    for short in tuple(rest) if len(left) > 1 else ():
        if short[0] in begun and (run := run_of(short, left)):
            rest.remove(short)
            same[short] = " ".join(left[run.start : run.stop])
            del left[run.start : run.stop]
    begun = {word[0] for word in rest}
    for short in tuple(left) if len(rest) > 1 else ():
        if short[0] in begun and (run := run_of(short, rest)):
            left.remove(short)
            same.update(dict.fromkeys(rest[run.start : run.stop], ""), **{rest[run.start]: short})
            del rest[run.start : run.stop]
    return _Common(tuple(rest), tuple(left), same)


def _of_root(own: str, words: Sequence[str]) -> str | None:
    for each in words:
        if root(each) == own:
            return each
    return None


def _written(title: Title, common: _Common) -> str:
    """The words of a title, sorted, those that the other writes in another way as it does."""
    if not common.same:
        return title.solid
    return " ".join(sorted(" ".join(common.same.get(word, word) for word in title.words).split()))


def swapped(first: Title, second: Title, weights: Weights) -> bool:
    """Return whether each title has a telling word in place of one of the other: Arsip Aktif, Arsip Vital.

    The noun of the act, the first word, tells little: what one office renders another issues.
    """
    common = _common(first, second)
    sides = ((common.first, common.second), (common.second, common.first))
    own = [{word for word in ours if not _resembled(word, theirs)} for ours, theirs in sides]
    told = (_weightiest(words - {form.words[0]}, weights) for words, form in zip(own, (first, second), strict=True))
    return min(told) >= _TELLING * weights.rarest


def _resembled(word: str, others: Sequence[str]) -> bool:
    """Whether one of the others may be the word with slips, or one is the other cut short: ops, operasional."""
    return any(fuzz.ratio(word, each) >= _SLIPPED or _cut(word, each) or _cut(each, word) for each in others)


def _cut(short: str, word: str) -> bool:
    letters = iter(word)
    return word[:1] == short[:1] and all(letter in letters for letter in short)


def says_more(inner: Title, outer: Title, weights: Weights) -> bool:
    """Return whether a title has a telling word, its first apart, that the other has in no form."""
    own = set(_common(inner, outer).first) - {inner.words[0]}
    return _weightiest(own, weights) >= _TELLING * weights.rarest


def _weightiest(words: Collection[str], weights: Weights) -> float:
    return max((weights[word] for word in words), default=0.0)


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
    # Only one denies what the other says; where both deny something, a word may have slipped out of its place.
    if bool(first.denied) != bool(second.denied) and (first.denied | second.denied) & {*first.words} & {*second.words}:
        return True
    if not first.sides or not second.sides:
        return False
    theirs = dict(second.sides)
    return any(at in theirs and not own & theirs[at] for at, own in first.sides)

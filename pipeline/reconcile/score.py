"""Inventory rows and drafts -> the pairs worth considering, each with its score and what it is made of."""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from pipeline.likeness.candidates import nearest
from pipeline.likeness.titles import (
    Title,
    Weights,
    likeness,
    number_key,
    number_keys,
    swapped,
    title_form,
    word_weights,
)
from pipeline.model.inventory import InventoryRow
from pipeline.model.reconciliation import DraftRef

# What a draft of another unit than the row's loses: it may be handed in under the wrong folder, but seldom is.
OTHER_UNIT = 0.12
# What a title loses that has a telling word of its own in place of one of the row's, unless the number is the row's.
SWAPPED = 0.15
# Below this a row and a draft are no pair.
ASK = 0.60
# What a draft loses whose title says that it is an older one: it stands behind an equal that does not.
VERSION = 0.03
# What a pair loses at most by letters that differ. Pencatatan and pendataan count as the same word with a slip; of two
# rows that differ by no more, the one that the draft writes has to stand first.
LETTERS = 0.005
# Titles less alike than this under the same number contradict it.
CONFLICT = 0.30
# A title or a number that stands in more rows of other units than this points to none of them.
FAR = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A row as one unit must submit it; a shared row has a slot for each unit."""

    row: InventoryRow
    unit: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """Pairs of a slot and a draft by index, those of one draft together, the best first.

    `score` is from 0 to 1; `title` is how alike the titles are alone, `number` whether the numbers are the same. The
    pairs of draft d stand from `starts[d]` to before `starts[d + 1]`. `weights` say how much each word tells.
    """

    slot: npt.NDArray[np.int32]
    draft: npt.NDArray[np.int32]
    score: npt.NDArray[np.float64]
    title: npt.NDArray[np.float64]
    number: npt.NDArray[np.bool_]
    starts: npt.NDArray[np.int64]
    weights: Weights

    def of(self, draft: int) -> range:
        """Return the positions of a draft's pairs, the best first."""
        return range(int(self.starts[draft]), int(self.starts[draft + 1]))


def score(slots: Sequence[Slot], drafts: Sequence[DraftRef]) -> Scores:
    """Return the scored pairs: for each draft the rows of the nearest titles and those of its number."""
    rows = _Rows(slots)
    ours = _distinct([title_form(each.title) for each in drafts])
    near: list[list[int]] = [[] for _ in ours.titles]
    for row, draft in zip(*nearest(rows.titles.titles, ours.titles), strict=True):
        near[draft].append(int(row))
    # A ministry has millions of pairs: flat columns take a tenth of the memory that a tuple for each does.
    known: dict[int, float] = {}
    found = _Columns()
    for index, draft in enumerate(drafts):
        mine = ours.of[index]
        pairs = []
        for slot, number in rows.offered(draft, near[mine]).items():
            theirs = rows.titles.of[slot]
            pair = theirs * len(ours.titles) + mine
            title = known.get(pair)
            if title is None:
                title = likeness(rows.titles.titles[theirs], ours.titles[mine], rows.weights)
                known[pair] = title
            # A title cut down to a word or two of the row's ("SOP Nikah") does not contradict the number.
            short = number and rows.words[theirs].issuperset(ours.titles[mine].words)
            alike = max(title, CONFLICT) if short else title
            if not number and title >= ASK and swapped(rows.titles.titles[theirs], ours.titles[mine], rows.weights):
                alike = max(0.0, alike - SWAPPED)
            total = _total(alike, number=number, other_unit=slots[slot].unit != draft.unit)
            total = max(0.0, total - VERSION) if ours.titles[mine].version else total
            total = max(0.0, total - LETTERS * _differing(rows.titles.titles[theirs], ours.titles[mine]))
            if total > 0 or number:
                pairs.append((slot, index, total, title, number))
        for each in sorted(pairs, key=lambda each: (-each[2], each[0])):
            found.add(*each)
    return found.scores(len(drafts), rows.weights)


def _differing(first: Title, second: Title) -> float:
    """The share of letters, 0 to 1, in which two titles differ."""
    return 1 - fuzz.ratio(first.solid, second.solid) / 100


def _total(title: float, *, number: bool, other_unit: bool) -> float:
    # The same number lifts a title that is not quite the same; it cannot carry one that is another.
    found = title + (1 - title) * 0.5 if number and title >= CONFLICT else title
    return max(0.0, found - OTHER_UNIT) if other_unit else found


class _Columns:
    """Scored pairs as they are found, draft by draft."""

    def __init__(self) -> None:
        self._slot, self._draft, self._number = array("i"), array("i"), bytearray()
        self._score, self._title = array("d"), array("d")

    def add(self, slot: int, draft: int, score: float, title: float, number: bool) -> None:  # noqa: FBT001
        self._slot.append(slot)
        self._draft.append(draft)
        self._score.append(score)
        self._title.append(title)
        self._number.append(number)

    def scores(self, drafts: int, weights: Weights) -> Scores:
        of = np.array(self._draft, dtype=np.int32)
        return Scores(
            np.array(self._slot, dtype=np.int32), of, np.array(self._score, dtype=float),
            np.array(self._title, dtype=float), np.array(self._number, dtype=bool),
            np.searchsorted(of, np.arange(drafts + 1)), weights,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Distinct:
    """Titles, each once, and which of them each thing has: a ministry's offices call their SOPs alike."""

    titles: tuple[Title, ...]
    of: tuple[int, ...]


def _distinct(titles: Sequence[Title]) -> _Distinct:
    index: dict[tuple[str, bool], int] = {}
    of = tuple(index.setdefault((each.solid, each.version), len(index)) for each in titles)
    first: dict[int, Title] = {}
    for at, title in zip(of, titles, strict=True):
        first.setdefault(at, title)
    return _Distinct(tuple(first.values()), of)


# Slots by title or number, and unit.
_Table = dict[tuple[Hashable, str], list[int]]


class _Rows:
    """The slots by title, by number and by unit."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self.slots = slots
        self.titles = _distinct([title_form(each.row.title) for each in slots])
        self.words = [frozenset(each.words) for each in self.titles.titles]
        self.weights: Weights = word_weights([self.titles.titles[at] for at in self.titles.of])
        self.by_title: _Table = defaultdict(list)
        self.by_number: _Table = defaultdict(list)
        self.numbers = [number_key(each.row.number) for each in slots]
        for at, slot in enumerate(slots):
            for unit in (slot.unit, *(() if slot.shared else (_ANY,))):
                self.by_title[self.titles.of[at], unit].append(at)
                if self.numbers[at]:
                    self.by_number[self.numbers[at], unit].append(at)

    def offered(self, draft: DraftRef, near: Sequence[int]) -> dict[int, bool]:
        """Return the slots that a draft may answer and whether its number is theirs."""
        keys = set(number_keys(draft.number))
        slots = [slot for title in near for slot in _either(self.by_title, title, draft.unit)]
        slots += [slot for each in sorted(keys) for slot in _either(self.by_number, each, draft.unit)]
        return {slot: self.numbers[slot] in keys for slot in slots}


def _either(table: _Table, key: Hashable, unit: str) -> Iterator[int]:
    """The unit's own slots, and all others unless they are too many to mean this one."""
    yield from table.get((key, unit), ())
    others = table.get((key, _ANY), ())
    if len(others) <= FAR:
        yield from others


# Stands for any unit in the tables; no unit is called so.
_ANY = "\0"

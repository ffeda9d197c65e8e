"""Inventory rows and drafts -> the pairs worth considering, each with its score and what it is made of."""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from pipeline.likeness.candidates import nearest
from pipeline.likeness.titles import (
    Title,
    Weights,
    filed_as_older,
    likeness,
    number_key,
    number_keys,
    says_more,
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
# What a draft loses whose title or file says that it is an older one: it stands behind an equal that does not.
VERSION = 0.03
# What an older one that lacks the number of its unit's row keeps of its lead over a question: by itself an exact title
# stays just sure, beside a new one that bears the number it stands behind, however the new one words it.
OLDER = 0.5
# What a pair loses that lacks the row's number: of two equal titles the one that bears it answers the row.
OTHER_NUMBER = 0.01
# Which share of what a title lacks the same number makes good, and where all of the row's words stand in the title:
# what it says besides is then a detail, or another row that it covers as well.
LIFT, LIFT_WHOLE = 0.5, 0.8
# What a pair loses at most by letters that differ. Pencatatan and pendataan count as the same word with a slip; of two
# rows that differ by no more, the one that the draft writes has to stand first.
LETTERS = 0.005
# A title of the row's unit that says all that the row says is asked about, if it says no more than as much again.
WHOLE = 0.50
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

    `score` is from 0 to 1; `title` is how alike the titles are alone, `number` whether the numbers are the same, `more`
    whether the draft names a thing more than the row, which is another unit's and has another number. The pairs of
    draft d stand from `starts[d]` to before `starts[d + 1]`. `weights` say how much each word tells.
    """

    slot: npt.NDArray[np.int32]
    draft: npt.NDArray[np.int32]
    score: npt.NDArray[np.float64]
    title: npt.NDArray[np.float64]
    number: npt.NDArray[np.bool_]
    more: npt.NDArray[np.bool_]
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
        older = ours.titles[mine].version or filed_as_older(draft.file)
        pairs = []
        for slot, number in rows.offered(draft, near[mine]).items():
            theirs = rows.titles.of[slot]
            pair = theirs * len(ours.titles) + mine
            title = known.get(pair)
            if title is None:
                title = likeness(rows.titles.titles[theirs], ours.titles[mine], rows.weights)
                known[pair] = title
            seen = _Seen(
                rows.titles.titles[theirs], ours.titles[mine], title, number=number, older=older,
                other_number=bool(rows.numbers[slot]) and not number, other_unit=slots[slot].unit != draft.unit,
            )  # fmt: skip
            total = _total(seen, rows.weights)
            more = seen.other_unit and not number and total >= ASK and says_more(seen.draft, seen.row, rows.weights)
            if total > 0 or number:
                pairs.append((slot, index, total, title, number, more))
        for each in sorted(pairs, key=lambda each: (-each[2], each[0])):
            found.add(*each)
    return found.scores(len(drafts), rows.weights)


def _differing(first: Title, second: Title) -> float:
    """The share of letters, 0 to 1, in which two titles differ."""
    return 1 - fuzz.ratio(first.solid, second.solid) / 100


class _Seen(NamedTuple):
    """A pair before it is scored: both titles, how alike they are, and what else speaks for the pair or against it."""

    row: Title
    draft: Title
    title: float
    number: bool
    other_number: bool
    other_unit: bool
    older: bool


def _total(seen: _Seen, weights: Weights) -> float:
    """The score of a pair."""
    row, draft, found = seen.row, seen.draft, seen.title
    if seen.number:
        # A title cut down to a word or two of the row's ("SOP Nikah") does not contradict the number.
        found = max(found, CONFLICT) if set(row.words).issuperset(draft.words) else found
        # The same number lifts a title that is not quite the same; it cannot carry one that is another.
        if found >= CONFLICT:
            found += (1 - found) * (LIFT_WHOLE if set(row.words).issubset(draft.words) else LIFT)
    elif found >= ASK and swapped(row, draft, weights):
        found -= SWAPPED
    if seen.older:
        behind = not seen.number and not seen.other_unit and found > ASK
        found = ASK + (found - ASK) * OLDER if behind else found - VERSION
    found -= OTHER_UNIT if seen.other_unit else 0.0
    found -= LETTERS * _differing(row, draft) + (OTHER_NUMBER if seen.other_number else 0.0)
    asked = not seen.other_unit and seen.title >= WHOLE and set(row.words).issubset(draft.words)
    return max(found, ASK if asked else 0.0)


class _Columns:
    """Scored pairs as they are found, draft by draft."""

    def __init__(self) -> None:
        self._slot, self._draft, self._number, self._more = array("i"), array("i"), bytearray(), bytearray()
        self._score, self._title = array("d"), array("d")

    def add(self, slot: int, draft: int, score: float, title: float, number: bool, more: bool) -> None:  # noqa: FBT001
        self._slot.append(slot)
        self._draft.append(draft)
        self._score.append(score)
        self._title.append(title)
        self._number.append(number)
        self._more.append(more)

    def scores(self, drafts: int, weights: Weights) -> Scores:
        of = np.array(self._draft, dtype=np.int32)
        return Scores(
            np.array(self._slot, dtype=np.int32), of, np.array(self._score, dtype=float),
            np.array(self._title, dtype=float), np.array(self._number, dtype=bool),
            np.array(self._more, dtype=bool), np.searchsorted(of, np.arange(drafts + 1)), weights,
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

"""What the candidate search is held against: every row, for a sample of drafts.

The likeness itself takes some 50 microseconds, so 2,000 drafts against 200,000 rows would take hours. Letters are
quick: rapidfuzz' cdist compares each draft with every row, and the likeness is taken of the rows nearest by letters. Of
a draft whose true row is no candidate, which is seldom, the likeness is taken of every single row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random  # noqa: TID251 - always seeded

import numpy as np
from rapidfuzz import fuzz, process

from pipeline.likeness.titles import Title, likeness, title_form
from pipeline.reconcile.score import Scores
from tests.bench.titles import Titles

_AT_ONCE = 100
# So many rows nearest by letters are looked at beside the candidates.
_BY_LETTERS = 50
# Likenesses nearer than this are equal.
_EQUAL = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Losses:
    """What the candidate search loses, of so many drafts that have a row.

    `chosen` true rows are the likest of all rows; `absent` are no candidates, and those of them that are the likest are
    `lost`. For `worse` drafts, true row or not, some row that is no candidate is liker than every candidate.
    """

    drafts: int
    chosen: int
    absent: int
    lost: int
    worse: int


def losses(given: Titles, scores: Scores, count: int) -> Losses:
    """Return what the candidate search loses of so many drafts, taken by chance."""
    answered = [draft for draft, row in enumerate(given.truth) if row >= 0]
    some = sorted(Random(3).sample(answered, min(count, len(answered))))
    rows = [title_form(title) for title in given.rows] if some else []
    drafts = [title_form(given.drafts[each]) for each in some]
    chosen = absent = lost = worse = 0
    for draft, form, near in zip(some, drafts, _nearest_by_letters(rows, drafts), strict=True):
        candidates = {int(scores.slot[at]): float(scores.title[at]) for at in scores.of(draft)}
        row = given.truth[draft]
        true = likeness(rows[row], form, scores.weights)
        found = max(candidates.values(), default=0.0)
        others = near if row in candidates else range(len(rows))
        best = max(found, *(likeness(rows[each], form, scores.weights) for each in others))
        chosen += true >= best - _EQUAL
        absent += row not in candidates
        lost += row not in candidates and true >= best - _EQUAL
        worse += found < best - _EQUAL
    return Losses(drafts=len(some), chosen=chosen, absent=absent, lost=lost, worse=worse)


def _nearest_by_letters(rows: Sequence[Title], drafts: Sequence[Title]) -> Iterator[list[int]]:
    solids = [row.solid for row in rows]
    count = min(_BY_LETTERS, len(rows))
    for start in range(0, len(drafts), _AT_ONCE):
        some = [each.solid for each in drafts[start : start + _AT_ONCE]]
        for alike in process.cdist(some, solids, scorer=fuzz.ratio, dtype=np.float32, workers=2):
            yield np.argpartition(alike, -count)[-count:].tolist()

"""Scored pairs of rows and drafts -> the best one-to-one pairing, with each pair's rivals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from pipeline.reconcile.score import Scores, Slot

# From this score on a pair is taken, between the two it is taken and asked about, below it is none.
# Set on the sample office: its near-twins reach 0.55, its worst true rename 0.66.
ACCEPT = 0.78
ASK = 0.60
# How near a rival must come to stand beside a match.
RIVAL = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A slot and its draft, by index: how alike their titles are, and whether their numbers are the same."""

    slot: int
    draft: int
    score: float
    title: float
    number: bool
    rivals: tuple[tuple[str, float], ...]


def pair(scores: Scores, slots: Sequence[Slot]) -> tuple[Pair, ...]:
    """Return the pairing of greatest total score in which no pair scores below ASK, in the order of the slots."""
    chosen = sorted(at for group in _groups(scores) for at in _assigned(scores, group))
    pairs = (
        Pair(
            slot=int(scores.slot[at]), draft=int(scores.draft[at]), score=float(scores.score[at]),
            title=float(scores.title[at]), number=bool(scores.number[at]), rivals=_rivals(scores, slots, at),
        )
        for at in chosen
    )  # fmt: skip
    return tuple(sorted(pairs, key=lambda each: each.slot))


def _groups(scores: Scores) -> Iterator[npt.NDArray[np.intp]]:
    """Positions of the pairs that may be taken, those that compete for the same slots or drafts together."""
    # A draft is never pushed off its best row to a doubtful second best: it is a further draft of the best one then.
    best = np.zeros(len(scores.starts))
    np.maximum.at(best, scores.draft, scores.score)
    offered = np.flatnonzero((scores.score >= ASK) & ((scores.score >= ACCEPT) | (scores.score >= best[scores.draft])))
    if not len(offered):
        return
    slot, draft = scores.slot[offered], scores.draft[offered]
    size = int(slot.max()) + 1
    ties = coo_array((np.ones(len(offered)), (slot, draft + size)), shape=(size + len(best), size + len(best)))
    _, label = connected_components(ties, directed=False)
    of = label[slot]
    order = np.argsort(of, kind="stable")
    yield from np.split(offered[order], np.flatnonzero(np.diff(of[order])) + 1)


def _assigned(scores: Scores, group: npt.NDArray[np.intp]) -> list[int]:
    """The pairs of one group that make the greatest total."""
    if len(group) == 1:
        return [int(group[0])]
    slots, row = np.unique(scores.slot[group], return_inverse=True)
    drafts, column = np.unique(scores.draft[group], return_inverse=True)
    offered = np.zeros((len(slots), len(drafts) + len(slots)))
    at = np.full((len(slots), len(drafts)), -1)
    offered[row, column] = scores.score[group]
    at[row, column] = group
    # A dummy column for each slot is the choice to stay without a draft, at the price of the lowest score accepted.
    offered[:, len(drafts) :] = ASK
    chosen = zip(*linear_sum_assignment(offered, maximize=True), strict=True)
    return [int(at[s, d]) for s, d in chosen if d < len(drafts) and at[s, d] >= 0]


def _rivals(scores: Scores, slots: Sequence[Slot], at: int) -> tuple[tuple[str, float], ...]:
    """The next best rows for a draft, best first."""
    others = [each for each in scores.of(int(scores.draft[at])) if each != at and scores.score[each] >= RIVAL]
    return tuple((slots[scores.slot[each]].row.title, round(float(scores.score[each]), 3)) for each in others[:2])

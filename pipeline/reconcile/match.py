"""Scored pairs of rows and drafts -> the best one-to-one pairing, with each pair's rivals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components, min_weight_full_bipartite_matching

from pipeline.reconcile.score import ASK, Scores, Slot

# From this score on a pair is taken, from ASK on it is taken and asked about.
# Set on the sample office: its near-twins reach 0.55, its worst true rename 0.66.
ACCEPT = 0.78
# A pair that is the best of both sides by so much is taken before any others are weighed against each other.
CLEAR = 0.05
# How near a rival must come to stand beside a match.
RIVAL = 0.35


# Positions in Scores.
Positions = npt.NDArray[np.intp]


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
    """Return the pairing, in the order of the slots: clear pairs first, of the rest that of the greatest total score.

    No pair scores below ASK.
    """
    offered = _offered(scores)
    clear = offered[_clear(scores, offered)]
    rest = offered[
        ~(np.isin(scores.slot[offered], scores.slot[clear]) | np.isin(scores.draft[offered], scores.draft[clear]))
    ]
    chosen = [*map(int, clear), *(at for group in _groups(scores, rest) for at in _assigned(scores, group))]
    pairs = (
        Pair(
            slot=int(scores.slot[at]), draft=int(scores.draft[at]), score=float(scores.score[at]),
            title=float(scores.title[at]), number=bool(scores.number[at]), rivals=_rivals(scores, slots, at),
        )
        for at in chosen
    )  # fmt: skip
    return tuple(sorted(pairs, key=lambda each: each.slot))


def _offered(scores: Scores) -> Positions:
    """The pairs that may be taken.

    A draft is never pushed off its best row to a doubtful second best: it is a further draft of the best one then. Nor
    does one that names a thing more than another unit's row answer it on a doubtful likeness.
    """
    best = np.zeros(len(scores.starts))
    np.maximum.at(best, scores.draft, scores.score)
    likely = (scores.score >= best[scores.draft]) & ~scores.more
    return np.flatnonzero((scores.score >= ASK) & ((scores.score >= ACCEPT) | likely))


def _clear(scores: Scores, offered: Positions) -> npt.NDArray[np.bool_]:
    """Which of the offered pairs are by CLEAR better than all others of their slot and of their draft."""
    score = scores.score[offered]
    clear = score >= ACCEPT
    for side in (scores.slot[offered], scores.draft[offered]):
        order = np.lexsort((-score, side))
        first = np.flatnonzero(np.diff(side[order], prepend=-1))
        # The second of a side stands behind its first, if the side has two.
        second = np.append(side[order], -1)[first + 1] == side[order][first]
        limit = np.full(int(side.max(initial=-1)) + 1, np.inf)
        limit[side[order][first]] = score[order][first]
        clear &= score >= limit[side]
        runner_up = np.zeros_like(limit)
        runner_up[side[order][first[second]]] = score[order][first[second] + 1]
        clear &= score - runner_up[side] >= CLEAR
    return clear


def _groups(scores: Scores, rest: Positions) -> Iterator[Positions]:
    """Positions parted so that those which compete for the same slots or drafts are together."""
    if not len(rest):
        return
    slot, draft = scores.slot[rest], scores.draft[rest]
    size = int(slot.max()) + 1
    nodes = size + int(draft.max()) + 1
    ties = coo_array((np.ones(len(rest)), (slot, draft + size)), shape=(nodes, nodes))
    _, label = connected_components(ties, directed=False)
    of = label[slot]
    order = np.argsort(of, kind="stable")
    yield from np.split(rest[order], np.flatnonzero(np.diff(of[order])) + 1)


def _assigned(scores: Scores, group: Positions) -> list[int]:
    """The pairs of one group that make the greatest total."""
    if len(group) == 1:
        return [int(group[0])]
    slots, column = np.unique(scores.slot[group], return_inverse=True)
    drafts, row = np.unique(scores.draft[group], return_inverse=True)
    alone = np.arange(len(drafts))
    # A column of its own for each draft is the choice to stay without a row, at the price of the lowest score accepted.
    offered = csr_array(
        (
            np.append(scores.score[group], np.full(len(drafts), ASK)),
            (np.append(row, alone), np.append(column, len(slots) + alone)),
        ),
        shape=(len(drafts), len(slots) + len(drafts)),
    )
    taken = dict(zip(*min_weight_full_bipartite_matching(offered, maximize=True), strict=True))
    return [int(at) for at, r, c in zip(group, row, column, strict=True) if taken[r] == c]


def _rivals(scores: Scores, slots: Sequence[Slot], at: int) -> tuple[tuple[str, float], ...]:
    """The next best rows for a draft, best first."""
    others = [each for each in scores.of(int(scores.draft[at])) if each != at and scores.score[each] >= RIVAL]
    return tuple((slots[scores.slot[each]].row.title, round(float(scores.score[each]), 3)) for each in others[:2])

"""Inventory rows and drafts -> the best one-to-one pairing, with each pair's rivals."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from pipeline.likeness.titles import likeness, same_number, title_form, word_weights
from pipeline.model.inventory import InventoryRow
from pipeline.model.reconciliation import DraftRef

# From this score on a pair is taken, between the two it is taken and asked about, below it is none.
# Set on the sample office: its near-twins reach 0.55, its worst true rename 0.66.
ACCEPT = 0.78
ASK = 0.60
# What a draft of another unit than the row's loses: it may be handed in under the wrong folder, but seldom is.
OTHER_UNIT = 0.12
# Titles less alike than this under the same number contradict it.
CONFLICT = 0.30
# How near a rival must come to stand beside a match.
RIVAL = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A row as one unit must submit it; a shared row has a slot for each unit."""

    row: InventoryRow
    unit: str
    shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A slot and its draft, by index: how alike their titles are, and whether their numbers are the same."""

    slot: int
    draft: int
    score: float
    title: float
    number: bool
    rivals: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The score of each slot with each draft, and what it is made of; arrays of shape (slots, drafts)."""

    score: np.ndarray
    title: np.ndarray
    number: np.ndarray


def score(slots: Sequence[Slot], drafts: Sequence[DraftRef]) -> Scores:
    """Return the scores of all pairs."""
    rows = [title_form(each.row.title) for each in slots]
    ours = [title_form(each.title) for each in drafts]
    weights = word_weights(rows)
    shape = (len(slots), len(drafts))
    title, number, total = np.zeros(shape), np.zeros(shape, dtype=bool), np.zeros(shape)
    for s, slot in enumerate(slots):
        for d, draft in enumerate(drafts):
            other = slot.unit != draft.unit
            if other and slot.shared:
                continue
            title[s, d] = likeness(rows[s], ours[d], weights)
            number[s, d] = same_number(slot.row.number, draft.number)
            # A title cut down to a word or two of the row's ("SOP Nikah") does not contradict the number.
            short = set(ours[d].words) <= set(rows[s].words)
            alike = max(title[s, d], CONFLICT) if short and number[s, d] else title[s, d]
            total[s, d] = _total(alike, number=bool(number[s, d]), other_unit=other)
    return Scores(score=total, title=title, number=number)


def _total(title: float, *, number: bool, other_unit: bool) -> float:
    # The same number lifts a title that is not quite the same; it cannot carry one that is another.
    found = title + (1 - title) * 0.5 if number and title >= CONFLICT else title
    return max(0.0, found - OTHER_UNIT) if other_unit else found


def pair(scores: Scores, slots: Sequence[Slot], drafts: Sequence[DraftRef]) -> tuple[Pair, ...]:
    """Return the pairing of greatest total score in which no pair scores below ASK."""
    if not slots or not drafts:
        return ()
    # A draft is never pushed off its best row to a doubtful second best: it is a further draft of the best one then.
    best = scores.score.max(axis=0)
    offered = np.where((scores.score < ACCEPT) & (scores.score < best), 0.0, scores.score)
    # A dummy column for each slot is the choice to stay without a draft, at the price of the lowest score accepted.
    padded = np.hstack([offered, np.full((len(slots), len(slots)), ASK)])
    chosen = linear_sum_assignment(padded, maximize=True)
    return tuple(
        Pair(
            slot=int(s),
            draft=int(d),
            score=float(scores.score[s, d]),
            title=float(scores.title[s, d]),
            number=bool(scores.number[s, d]),
            rivals=_rivals(scores, slots, int(s), int(d)),
        )
        for s, d in zip(*chosen, strict=True)
        if d < len(drafts) and offered[s, d] >= ASK
    )


def _rivals(scores: Scores, slots: Sequence[Slot], slot: int, draft: int) -> tuple[tuple[str, float], ...]:
    """The next best rows for a draft, best first."""
    column = scores.score[:, draft]
    order = [int(at) for at in np.argsort(-column, kind="stable") if at != slot and column[at] >= RIVAL]
    return tuple((slots[at].row.title, round(float(column[at]), 3)) for at in order[:2])

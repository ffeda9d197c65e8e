"""Pairs of rows and drafts -> what is out of the ordinary: number against title, a row covered or answered in parts."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from pipeline.likeness.titles import coverage, says_more, swapped, title_form
from pipeline.model.reconciliation import DraftRef
from pipeline.reconcile.match import ACCEPT, Pair
from pipeline.reconcile.score import ASK, Scores, Slot

# All words of a title are there, but for one that tells next to nothing.
_ALL = 0.95
# So much of a part's own words must be the row's.
_OWN = 0.90


def claimed(scores: Scores, slots: Sequence[Slot], draft: int, taken: int | None) -> int | None:
    """Return the slot whose number a draft bears though paired with `taken` or with none; none where they agree."""
    place = None if taken is None else slots[taken].row.place
    own = [int(scores.slot[at]) for at in scores.of(draft) if scores.number[at]]
    # A number that several rows bear speaks for each of them.
    if any(slots[slot].row.place == place for slot in own):
        return None
    return own[0] if own else None


def covered(
    scores: Scores, slots: Sequence[Slot], drafts: Sequence[DraftRef], pairs: Mapping[int, Pair]
) -> dict[int, int]:
    """Return, for slots that no draft answers, the draft of another row whose title says all of theirs as well."""
    answered = {each.draft: each.slot for each in pairs.values()}
    found: dict[int, int] = {}
    slot_paired, draft_paired = _answered(pairs, scores)
    for slot, draft in _near(scores, slots, drafts, ~slot_paired & draft_paired):
        if slot in found:
            continue
        own = title_form(slots[slot].row.title).words
        other = title_form(slots[answered[draft]].row.title).words
        ours = title_form(drafts[draft].title).words
        # A row whose words all stand in the answered row's title is only named more shortly, not covered.
        if coverage(own, ours, scores.weights) >= _ALL > coverage(own, other, scores.weights):
            found[slot] = draft
    return found


def parts(
    scores: Scores, slots: Sequence[Slot], drafts: Sequence[DraftRef], pairs: Mapping[int, Pair]
) -> dict[int, int]:
    """Return, for drafts that no row is left for, the answered slot of which they are the missing part."""
    found: dict[int, int] = {}
    slot_paired, draft_paired = _answered(pairs, scores)
    for slot, draft in _near(scores, slots, drafts, slot_paired & ~draft_paired):
        if draft in found:
            continue
        row = title_form(slots[slot].row.title).words
        first = title_form(drafts[pairs[slot].draft].title).words
        second = title_form(drafts[draft].title).words
        whole = coverage(row, (*first, *second), scores.weights)
        if (
            whole >= _ALL
            and coverage(row, first, scores.weights) < _ALL
            and coverage(row, second, scores.weights) < _ALL
            and min(coverage(first, row, scores.weights), coverage(second, row, scores.weights)) >= _OWN
        ):
            found[draft] = slot
    return found


def further(
    scores: Scores, slots: Sequence[Slot], drafts: Sequence[DraftRef], pairs: Mapping[int, Pair]
) -> dict[int, int]:
    """Return, for drafts that no row is left for, the position of their pair with a slot that another one answers."""
    answered = {each.draft for each in pairs.values()}
    found = {}
    for draft, ref in enumerate(drafts):
        positions = scores.of(draft)
        if draft in answered or not positions:
            continue
        slot = int(scores.slot[positions[0]])
        # Of another unit's row only a sure likeness makes a draft a further one.
        own = slots[slot].unit == ref.unit
        if slot not in pairs or scores.score[positions[0]] < (ASK if own else ACCEPT):
            continue
        # What names another thing than the row is a procedure of its own; of another unit's row, what names one more.
        differs = swapped if own else says_more
        form, row = title_form(ref.title), title_form(slots[slot].row.title)
        if scores.number[positions[0]] or not differs(form, row, scores.weights):
            found[draft] = positions[0]
    return found


def renamed(
    scores: Scores, slots: Sequence[Slot], drafts: Sequence[DraftRef], strange: Collection[int]
) -> dict[int, int]:
    """Return, by slot, the first of the `strange` drafts (no row's, no further one) of its number.

    The draft is its own unit's; whether the slot is open is the caller's to know.
    """
    found: dict[int, int] = {}
    for draft in sorted(strange):
        slot = claimed(scores, slots, draft, None)
        if slot is not None and slots[slot].unit == drafts[draft].unit:
            found.setdefault(slot, draft)
    return found


def _near(
    scores: Scores, slots: Sequence[Slot], drafts: Sequence[DraftRef], wanted: npt.NDArray[np.bool_]
) -> Iterator[tuple[int, int]]:
    """The wanted pairs of a slot and a draft of one unit that have anything in common, the most alike first."""
    positions = np.flatnonzero(wanted & (scores.title > 0))
    for at in positions[np.argsort(-scores.title[positions], kind="stable")]:
        slot, draft = int(scores.slot[at]), int(scores.draft[at])
        if slots[slot].unit == drafts[draft].unit:
            yield slot, draft


def _answered(pairs: Mapping[int, Pair], scores: Scores) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Whether the slot and whether the draft of each position is paired."""
    slots = np.fromiter(pairs, dtype=np.int64, count=len(pairs))
    drafts = np.fromiter((each.draft for each in pairs.values()), dtype=np.int64, count=len(pairs))
    return np.isin(scores.slot, slots), np.isin(scores.draft, drafts)

"""What a person answered about doubtful pairs -> scores in which nothing is left to ask about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from pipeline.ids import stable_id
from pipeline.likeness.titles import title_form
from pipeline.model.reconciliation import DraftRef
from pipeline.reconcile.score import Scores, Slot
from pipeline.text import key

# A row that a person gave to one draft is another's only as a further one, however alike they are.
_BEHIND = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The slot that a person chose for a draft, by index; none where no row is the draft's."""

    chosen: Mapping[int, int | None]


def question_id(draft: DraftRef) -> str:
    """Return the id of what is asked about a draft, the same in each round while unit, title and number stay."""
    return stable_id("P", key(draft.unit), key(draft.title), key(draft.number))


def answered(given: Mapping[str, str], slots: Sequence[Slot], drafts: Sequence[DraftRef]) -> Answers:
    """Return the answers by index; `given` holds the chosen row's title by the question's id, empty for no row.

    Of several rows with that title the draft's own unit's is meant. A title that no row has any more answers nothing:
    the question is asked again.
    """
    if not given:
        return Answers(chosen={})
    by_title: dict[str, list[int]] = {}
    for index, slot in enumerate(slots):
        by_title.setdefault(title_form(slot.row.title).solid, []).append(index)
    chosen: dict[int, int | None] = {}
    for index, draft in enumerate(drafts):
        title = given.get(question_id(draft))
        if title is None:
            continue
        found = by_title.get(title_form(title).solid, []) if title else []
        if found or not title:
            own = [each for each in found if slots[each].unit == draft.unit]
            chosen[index] = next(iter((*own, *found)), None)
    return Answers(chosen=chosen)


def settled(scores: Scores, answers: Answers) -> Scores:
    """Return the scores with the pairs of each answered draft replaced by the one that was chosen, if any."""
    if not answers.chosen:
        return scores
    given = [(slot, draft) for draft, slot in answers.chosen.items() if slot is not None]
    kept = ~np.isin(scores.draft, list(answers.chosen))
    score = np.where(np.isin(scores.slot, [slot for slot, _ in given]), np.minimum(scores.score, _BEHIND), scores.score)
    slots = np.append(scores.slot[kept], [slot for slot, _ in given]).astype(np.int32)
    drafts = np.append(scores.draft[kept], [draft for _, draft in given]).astype(np.int32)
    totals = np.append(score[kept], np.ones(len(given)))
    order = np.lexsort((slots, -totals, drafts))
    return replace(
        scores,
        slot=slots[order],
        draft=drafts[order],
        score=totals[order],
        title=np.append(scores.title[kept], np.ones(len(given)))[order],
        number=np.append(scores.number[kept], np.zeros(len(given), dtype=bool))[order],
        more=np.append(scores.more[kept], np.zeros(len(given), dtype=bool))[order],
        starts=np.searchsorted(drafts[order], np.arange(len(scores.starts))),
    )

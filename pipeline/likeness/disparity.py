"""The SOPs of several units that answer one row of the inventory -> what they agree on and where they differ."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from pipeline.likeness.meaning import Place, asked_for, lacking, positions_meant, same_thing, time_meant
from pipeline.likeness.stems import root, roots
from pipeline.likeness.steps import Row, StepForm, align, step_form
from pipeline.model.disparity import AlignedCell, AlignedStep, Disparity
from pipeline.model.sop import Sop, Step
from pipeline.settings import Role
from pipeline.text import fold, key, words

FIELDS = ("activity", "actors", "requirements", "duration", "output")

# Whether the cells of two SOPs, given by their positions among the SOPs, mean the same.
_Same = Callable[[int, int], bool]


def disparity(title: str, sops: Sequence[Sop], units: Sequence[str], roles: Sequence[Role] = ()) -> Disparity:
    """Return the SOPs' steps side by side, with the consensus of each cell; `roles` are the office's own synonyms.

    The activity of a row is the same act by being in the row: its texts differ only where their words do. Of the
    requirements only what comes from outside is compared, since what an earlier step brought about has its own cell
    there. An empty cell agrees with none and is never the consensus.
    """
    places = _places(units)
    forms = [[step_form(step, roles, place) for step in sop.steps] for sop, place in zip(sops, places, strict=True)]
    rows = align(forms)
    return Disparity(
        title=title, sops=tuple(sops), units=tuple(units),
        steps=tuple(
            _aligned(row, sops, roles, places, frozenset(roots(title)), _part_of(at, rows, forms))
            for at, row in enumerate(rows)
        ),
    )  # fmt: skip


def _places(units: Sequence[str]) -> list[Place]:
    """For each unit the words that name it and no other, as they are written and as they are compared."""
    named = [frozenset(words(each)) for each in units]
    counts = Counter(word for each in named for word in each)
    own = [frozenset(word for word in each if counts[word] == 1 and not word.isdigit()) for each in named]
    return [each | {root(word) for word in each} for each in own]


def _part_of(at: int, rows: Sequence[Row], forms: Sequence[Sequence[StepForm]]) -> int | None:
    """The row beside this one, counted from 1, that holds its act as well in every SOP that lacks this row."""
    row = rows[at]
    for beside in (at - 1, at + 1):
        if not 0 <= beside < len(rows) or None not in row:
            continue
        whole = rows[beside]
        having = [
            (forms[sop][step], forms[sop][other])
            for sop, (step, other) in enumerate(zip(row, whole, strict=True)) if step is not None and other is not None
        ]  # fmt: skip
        lacking_it = [
            None if other is None else forms[sop][other]
            for sop, (step, other) in enumerate(zip(row, whole, strict=True)) if step is None
        ]  # fmt: skip
        if having and all(
            both is not None and _holds(both, part) and not part.verbs & rest.verbs
            for both in lacking_it
            for part, rest in having
        ):
            return beside + 1
    return None


def _holds(whole: StepForm, part: StepForm) -> bool:
    """Whether a step that names several acts names the act of another, and what that handles."""
    return len(whole.verbs) > 1 and part.verbs <= whole.verbs and bool(not part.things or part.things & whole.things)


def _aligned(
    row: Row, sops: Sequence[Sop], roles: Sequence[Role], places: Sequence[Place], title: Place, part_of: int | None
) -> AlignedStep:
    steps = [sop.steps[at] if at is not None else None for sop, at in zip(sops, row, strict=True)]
    texts: dict[str, list[str | None]] = {field: [_text(each, field) for each in steps] for field in FIELDS}
    asked = [asked_for(sop.steps, at) if at is not None else () for sop, at in zip(sops, row, strict=True)]
    # What a step is said to be done with need not be asked for again.
    named = [(*each, text or "") for each, text in zip(asked, texts["activity"], strict=True)]
    place = frozenset().union(*places)
    same: dict[str, _Same] = {
        "activity": lambda one, other: (
            set(roots(texts["activity"][one] or "")) - places[one]
            == set(roots(texts["activity"][other] or "")) - places[other]
        ),
        "actors": partial(
            _equal, [each and positions_meant(each, roles, own) for each, own in zip(steps, places, strict=True)]
        ),
        "requirements": lambda one, other: (
            not lacking(asked[one], named[other], place) and not lacking(asked[other], named[one], place)
        ),
        "duration": partial(_equal, [each and each.duration and time_meant(each.duration) for each in steps]),
        "output": lambda one, other: same_thing(
            texts["output"][one] or "", texts["output"][other] or "", place | title
        ),
    }
    return AlignedStep(
        steps=tuple(None if at is None else at + 1 for at in row),
        cells=tuple(_cell(field, texts[field], same[field]) for field in FIELDS),
        kept=2 * sum(at is not None for at in row) > len(row),
        part_of=part_of,
    )


def _equal(meant: Sequence[object], one: int, other: int) -> bool:
    return meant[one] == meant[other]


def _text(step: Step | None, field: str) -> str | None:
    if step is None:
        return None
    if field == "actors":
        return ", ".join(step.actors)
    if field == "duration":
        return step.duration.text if step.duration else ""
    return fold(str(getattr(step, field)))


def _cell(field: str, texts: Sequence[str | None], same: _Same) -> AlignedCell:
    """A cell with its texts grouped: two that mean the same, or that both mean the same as a third, share a group."""
    group = list(range(len(texts)))
    there = [at for at, text in enumerate(texts) if text is not None]
    for one in there:
        for other in there:
            if (
                one < other
                and bool(texts[one]) == bool(texts[other])
                and (texts[one] == texts[other] or same(one, other))
            ):
                joined = group[other]
                group = [group[one] if each == joined else each for each in group]
    counts = Counter(group[at] for at in there)
    filled = {group[at] for at in there if texts[at]}
    ranked = sorted(counts, key=lambda each: (each not in filled, -counts[each], each))
    tied = len(ranked) > 1 and ranked[1] in filled and counts[ranked[1]] == counts[ranked[0]]
    wordings = [text for at in there if ranked and group[at] == ranked[0] and (text := texts[at])]
    return AlignedCell(
        field=field, texts=tuple(texts), proposed="" if tied or not wordings else _usual(wordings),
        groups=tuple(-1 if text is None else ranked.index(each) for text, each in zip(texts, group, strict=True)),
    )  # fmt: skip


def _usual(wordings: Sequence[str]) -> str:
    """The wording used most; of several the shortest, whatever the order of the SOPs."""
    counts = Counter(key(each) for each in wordings)
    return min(wordings, key=lambda each: (-counts[key(each)], len(each), each))

"""How alike two steps are, and which steps of several SOPs are the same one.

A step is what its verb, the things it handles, its actor and its output say; where a cell is empty the others decide.
Two lists of steps are aligned as two strands in biology are (Needleman and Wunsch 1970): of all ways to lay them side
by side with the order kept, the one with the most likeness is taken, so a step too many shifts nothing. What is left
over on both sides and surely the same has changed places, and is laid together as well.

Several lists are aligned progressively (Feng and Doolittle 1987): the list that is most like all others first, the
others onto what has grown, the nearest first; then each list in turn is taken out and aligned again, as long as that
makes the whole more alike. A star around the middle list alone would lose a step that all others share and it lacks;
a dynamic programme over all lists at once grows with the product of their lengths. The lists are first brought into
an order of their own, so the order in which they are given decides nothing.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

from pipeline.likeness.positions import position
from pipeline.likeness.stems import ACTS, acts_in, roots
from pipeline.likeness.titles import Weights
from pipeline.model.sop import Step
from pipeline.settings import Role

Floats = npt.NDArray[np.float64]
Pairs = list[tuple[int, int]]
# One row of an alignment: the index of the step in each list, none where the list lacks it.
Row = tuple[int | None, ...]

# How much each part of a step tells.
_VERB, _THINGS, _ACTOR, _OUTPUT = 0.30, 0.34, 0.10, 0.26
# Two different verbs for one act.
_SAME_ACT = 0.8
# What is left of the likeness of two steps whose verbs name different acts.
_OTHER_ACT = 0.85
# Steps less alike are different ones; steps that stand elsewhere have to be more alike than their neighbours.
ALIKE = 0.43
_MOVED = 0.7
# The one step that both lists have between two steps that are the same may be told in quite other words.
_BETWEEN = 0.25
# Tables up to so many pairs of steps are compared as a whole, longer ones between steps that are equal.
_WHOLE = 160_000
_ROUNDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class StepForm:
    """A step as it is compared: roots of its verbs and of what it handles, its positions, the roots of its output."""

    verbs: frozenset[str]
    things: frozenset[str]
    actors: frozenset[str]
    output: frozenset[str]

    @property
    def acts(self) -> frozenset[int]:
        """The families of acts that the verbs belong to."""
        return frozenset(act for verb in self.verbs for act in ACTS.get(verb, ()))


def step_form(step: Step, roles: Sequence[Role] = (), place: frozenset[str] = frozenset()) -> StepForm:
    """Return a step in the form in which two ways to write the same compare equal; `place` names only the unit."""
    words = [each for each in roots(step.activity) if each not in place]
    verbs = acts_in(step.activity)
    return StepForm(
        verbs=verbs,
        things=frozenset(words[1:]) - verbs,
        actors=frozenset(position(each, roles, place) for each in step.actors if each.strip()),
        output=frozenset(each for each in roots(step.output) if each not in place),
    )


def word_weights(lists: Sequence[Sequence[StepForm]]) -> Weights:
    """Return how much each root tells: one that stands in nearly every step of these lists tells little."""
    forms = [form for each in lists for form in each]
    counts = Counter(word for form in forms for word in form.things | form.output)
    return Weights({word: log(1.3 + len(forms) / count) for word, count in counts.items()})


def likeness(first: StepForm, second: StepForm, weights: Weights) -> float:
    """Return how alike two steps are, 0 to 1."""
    return float(likenesses([first], [second], weights)[0, 0])


def likenesses(first: Sequence[StepForm], second: Sequence[StepForm], weights: Weights) -> Floats:
    """Return how alike each step of one list is to each of another, 0 to 1."""
    verbs = _any_shared([each.verbs for each in first], [each.verbs for each in second])
    acts = _any_shared([each.acts for each in first], [each.acts for each in second])
    parts = (
        (_VERB, np.maximum(verbs, _SAME_ACT * acts), *_known(first, second, "verbs")),
        (_THINGS, _shared(first, second, "things", weights), *_known(first, second, "things")),
        (_ACTOR, _shared(first, second, "actors", None), *_known(first, second, "actors")),
        (_OUTPUT, _shared(first, second, "output", weights), *_known(first, second, "output")),
    )
    total = np.zeros((len(first), len(second)))
    weight = np.full_like(total, 1e-9)
    for share, alike, ours, theirs in parts:
        known = share * np.outer(ours, theirs)
        total += known * alike
        weight += known
    other = np.outer(*_known(first, second, "verbs")) * (verbs + acts == 0)
    found: Floats = total / weight * (1 - (1 - _OTHER_ACT) * other)
    # Two blank rows say nothing against being the same.
    return np.where(weight < 1e-6, 0.0, found)


def _known(first: Sequence[StepForm], second: Sequence[StepForm], part: str) -> tuple[Floats, Floats]:
    return tuple(np.array([bool(getattr(each, part)) for each in side], dtype=float) for side in (first, second))  # type: ignore[return-value]


def _matrix(sets: Sequence[frozenset[object]], index: dict[object, int]) -> Floats:
    found = np.zeros((len(sets), len(index)))
    for at, each in enumerate(sets):
        found[at, [index[word] for word in each]] = 1.0
    return found


def _any_shared(first: Sequence[frozenset[object]], second: Sequence[frozenset[object]]) -> Floats:
    index = {word: at for at, word in enumerate({word: None for each in (*first, *second) for word in each})}
    return (_matrix(first, index) @ _matrix(second, index).T > 0).astype(float)


def _shared(first: Sequence[StepForm], second: Sequence[StepForm], part: str, weights: Weights | None) -> Floats:
    """The weight of the words that two texts share, of all their words (Dice)."""
    ours, theirs = [getattr(each, part) for each in first], [getattr(each, part) for each in second]
    index = {word: at for at, word in enumerate({word: None for each in (*ours, *theirs) for word in each})}
    tells = np.array([weights[word] if weights is not None else 1.0 for word in index])
    left, right = _matrix(ours, index), _matrix(theirs, index)
    whole = (left @ tells)[:, None] + (right @ tells)[None, :]
    found: Floats = 2 * (left * tells) @ right.T / np.maximum(whole, 1e-9)
    return found


def align(lists: Sequence[Sequence[StepForm]]) -> tuple[Row, ...]:
    """Return the same steps of several lists as rows; each step of each list stands in one row.

    The rows keep the order of every list but for steps that have changed places. Lists of more than 400 steps each are
    aligned piece by piece between steps that are equal in both, and by their share of the way where there are none; the
    memory stays that of one piece.
    """
    order = sorted(range(len(lists)), key=lambda at: _content(lists[at]))
    rows = _progressive([lists[at] for at in order])
    place = {given: at for at, given in enumerate(order)}
    return tuple(tuple(row[place[given]] for given in range(len(lists))) for row in rows)


def _content(forms: Sequence[StepForm]) -> list[tuple[list[str], ...]]:
    return [tuple(sorted(each) for each in (form.verbs, form.things, form.actors, form.output)) for form in forms]


class _Group:
    """Lists of one group with the likenesses of their steps, each pair of lists worked out once."""

    def __init__(self, lists: Sequence[Sequence[StepForm]]) -> None:
        self.lists = lists
        self.weights = word_weights(lists)
        self.whole = max((len(each) for each in lists), default=0) ** 2 <= _WHOLE
        self._known: dict[tuple[int, int], Floats] = {}

    def between(self, first: int, second: int) -> Floats:
        if first > second:
            return self.between(second, first).T
        if (first, second) not in self._known:
            self._known[first, second] = likenesses(self.lists[first], self.lists[second], self.weights)
        return self._known[first, second]

    def nearness(self, first: int, second: int) -> float:
        """How alike two lists are: what each step finds at best in the other."""
        if not self.lists[first] or not self.lists[second]:
            return 0.0
        if not self.whole:
            ours, theirs = frozenset(self.lists[first]), frozenset(self.lists[second])
            return 2 * len(ours & theirs) / (len(ours) + len(theirs))
        alike = self.between(first, second)
        return float(alike.max(axis=1).mean() + alike.max(axis=0).mean()) / 2

    def against(self, rows: Sequence[Row], added: int) -> Floats:
        """How alike each row is to each step of a list: the mean over the steps of the row."""
        total = np.zeros((len(rows), len(self.lists[added])))
        count = np.full((len(rows), 1), 1e-9)
        for other in range(len(self.lists)):
            at = [(row, step) for row, each in enumerate(rows) if (step := each[other]) is not None]
            if at and other != added:
                index = [row for row, _ in at]
                total[index] += self.between(other, added)[[step for _, step in at]]
                count[index] += 1
        found: Floats = total / count
        return found


def _progressive(lists: Sequence[Sequence[StepForm]]) -> list[Row]:
    group = _Group(lists)
    count = len(lists)
    near = [[group.nearness(one, other) if one != other else 0.0 for other in range(count)] for one in range(count)]
    middle = max(range(count), key=lambda at: (sum(near[at]), -at), default=0)
    rest = sorted((at for at in range(count) if at != middle), key=lambda at: (-near[middle][at], at))
    rows: list[Row] = [
        tuple(step if at == middle else None for at in range(count))
        for step in range(len(lists[middle]) if lists else 0)
    ]
    for added in rest:
        rows = _joined(group, rows, added)
    if group.whole and count > 2:
        rows = _refined(group, rows)
    return rows


def _refined(group: _Group, rows: list[Row]) -> list[Row]:
    best = _worth(group, rows)
    for _ in range(_ROUNDS):
        before = best
        for each in range(len(group.lists)):
            without = [(*row[:each], None, *row[each + 1 :]) for row in rows]
            again = _joined(group, [row for row in without if any(step is not None for step in row)], each)
            worth = _worth(group, again)
            if worth > best + 1e-6:
                rows, best = again, worth
        if best <= before:
            break
    return rows


def _worth(group: _Group, rows: Sequence[Row]) -> float:
    """The likeness over what makes two steps the same, of all pairs of steps that stand in one row."""
    total = 0.0
    for one in range(len(group.lists)):
        for other in range(one + 1, len(group.lists)):
            pairs = [(row[one], row[other]) for row in rows if row[one] is not None and row[other] is not None]
            if pairs:
                ours, theirs = zip(*pairs, strict=True)
                total += float((group.between(one, other)[list(ours), list(theirs)] - ALIKE).sum())
    return total


def _joined(group: _Group, rows: list[Row], added: int) -> list[Row]:
    """The rows with one more list aligned onto them."""
    steps = group.lists[added]
    if group.whole:
        alike = group.against(rows, added)
        pairs = list(_with_between(alike, best_way(alike)))
        pairs_moved = _moved(alike, pairs)
    else:
        first = [next((at, step) for at, step in enumerate(row) if step is not None) for row in rows]
        forms = [group.lists[at][step] for at, step in first]
        pairs, pairs_moved = list(_piecewise(forms, steps, group.weights)), []
    return list(_merged(rows, len(steps), added, pairs, pairs_moved))


def _merged(rows: list[Row], steps: int, added: int, pairs: Pairs, moved: Pairs) -> Iterator[Row]:
    elsewhere = dict(moved)
    placed = set(elsewhere.values())
    done = 0

    def own(until: int) -> Iterator[Row]:
        for step in range(done, until):
            if step not in placed:
                yield tuple(step if at == added else None for at in range(len(width)))

    width = rows[0] if rows else (None,) * (added + 1)
    next_pair = dict(pairs)
    for at, row in enumerate(rows):
        step = next_pair.get(at)
        if step is not None:
            yield from own(step)
            done = step + 1
        else:
            step = elsewhere.get(at)
        yield (*row[:added], step, *row[added + 1 :])
    yield from own(steps)


def best_way(alike: Floats) -> Pairs:
    """Return the pairs of the alignment with the most likeness over `ALIKE`, the order kept."""
    height, width = alike.shape
    gain = (alike - ALIKE).tolist()
    best = [[0.0] * (width + 1)]
    for at in range(height):
        above, here, row = best[-1], [0.0], gain[at]
        left = 0.0
        for column in range(width):
            taken = above[column] + row[column]
            skipped = above[column + 1]
            left = max(taken, skipped, left)
            here.append(left)
        best.append(here)
    pairs: Pairs = []
    at, column = height, width
    while at and column:
        if gain[at - 1][column - 1] > 0 and best[at][column] == best[at - 1][column - 1] + gain[at - 1][column - 1]:
            at, column = at - 1, column - 1
            pairs.append((at, column))
        elif best[at][column] == best[at - 1][column]:
            at -= 1
        else:
            column -= 1
    return pairs[::-1]


def _with_between(alike: Floats, pairs: Pairs) -> Iterator[tuple[int, int]]:
    """The pairs, and between two of them the one step of each side that is left over, where they are alike at all."""
    before = (-1, -1)
    for pair in (*pairs, alike.shape):
        lone = before[0] + 1, before[1] + 1
        if pair == (lone[0] + 1, lone[1] + 1) and alike[lone] >= _BETWEEN:
            yield lone
        if pair != alike.shape:
            yield pair
        before = pair


def _moved(alike: Floats, pairs: Pairs) -> Pairs:
    """The pairs among what is left over that are surely the same step at another place, the most alike first."""
    rows = sorted(set(range(alike.shape[0])) - {at for at, _ in pairs})
    steps = sorted(set(range(alike.shape[1])) - {step for _, step in pairs})
    found: Pairs = []
    candidates = sorted((-alike[at, step], at, step) for at in rows for step in steps if alike[at, step] >= _MOVED)
    for _, at, step in candidates:
        if all(at != other and step != taken for other, taken in found):
            found.append((at, step))
    return found


def _piecewise(first: Sequence[StepForm], second: Sequence[StepForm], weights: Weights) -> Iterator[tuple[int, int]]:
    """The pairs of two long lists: steps equal in both and in each only once are taken for the same."""
    once = [Counter(each) for each in (first, second)]
    where = {form: at for at, form in enumerate(second) if once[1][form] == 1}
    equal = [(at, where[form]) for at, form in enumerate(first) if once[0][form] == 1 and form in where]
    done, over = 0, 0
    for at, step in (*_rising(equal), (len(first), len(second))):
        yield from _piece(first, second, (done, at), (over, step), weights)
        if at < len(first):
            yield at, step
        done, over = at + 1, step + 1


def _piece(
    first: Sequence[StepForm],
    second: Sequence[StepForm],
    ours: tuple[int, int],
    theirs: tuple[int, int],
    weights: Weights,
) -> Iterator[tuple[int, int]]:
    height, width = ours[1] - ours[0], theirs[1] - theirs[0]
    if height <= 0 or width <= 0:
        return
    cuts = 1 + int((height * width / _WHOLE) ** 0.5)
    for cut in range(cuts):
        start, end = ours[0] + height * cut // cuts, ours[0] + height * (cut + 1) // cuts
        over, until = theirs[0] + width * cut // cuts, theirs[0] + width * (cut + 1) // cuts
        for at, step in best_way(likenesses(first[start:end], second[over:until], weights)):
            yield start + at, over + step


def _rising(pairs: Pairs) -> Pairs:
    """The longest part of pairs, ordered by their first, whose second ones rise too."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (_, step) in enumerate(pairs):
        length = bisect_left(tails, step)
        before.append(last[length - 1] if length else -1)
        tails[length : length + 1] = [step]
        last[length : length + 1] = [at]
    found: Pairs = []
    at = last[-1] if last else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]

"""Labels -> the lines of their values: in the label's own cell, beside it, below it or above it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from pipeline.extract.approval import has_degree, is_nip
from pipeline.extract.cells import Box, Line
from pipeline.extract.labels import BULLET, Label
from pipeline.extract.shares import deal
from pipeline.model.draft import Unread
from pipeline.model.place import DocxPlace
from pipeline.model.sop import LISTS, FieldName
from pipeline.text import fold, key

# Position, room to sign, name, rank and NIP take no more paragraphs than this.
_MOST_SIGNED = 8
_OF_SIGNATURE = ("nama", "nip", "jabatan", "tanda tangan", "pangkat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A label of the box `at` with the lines of its value; `sure` is below 1 where they were dealt out by guess."""

    label: Label
    lines: tuple[Line, ...]
    place: DocxPlace
    at: int
    sure: float = 1.0

    @property
    def text(self) -> str:
        """The value's text, folded, without the colon before it."""
        return fold(" ".join(each.text for each in self.lines)).removeprefix(":").strip()


@dataclass(slots=True)
class Pairing:
    """What is being put together: the values found, the boxes that belong to a label, and what was guessed."""

    boxes: tuple[Box, ...]
    letterhead: frozenset[int]
    found: list[Found] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    doubts: list[Unread] = field(default_factory=list)

    def is_free(self, at: int) -> bool:
        """Whether a box can be the value of a label that stands in another one."""
        return at not in self.used and at not in self.letterhead and not self.boxes[at].has_label


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """Labels of one box that have no value in their own cell."""

    at: int
    box: Box
    labels: tuple[Label, ...]


def pair(boxes: Sequence[Box], letterhead: frozenset[int]) -> Pairing:
    """Return every label of the boxes with its value; `letterhead` are boxes that are known to be no value."""
    pairing = Pairing(boxes=_without_doubtful_labels(boxes), letterhead=letterhead)
    waiting: list[_Waiting] = []
    for at, box in enumerate(pairing.boxes):
        if box.has_label:
            pairing.used.add(at)
            lone = tuple(_within(pairing, at, box))
            if lone:
                waiting.append(_Waiting(at=at, box=box, labels=lone))
    neighbours = _Neighbours(pairing)
    left = _beside(pairing, neighbours, [each for each in waiting if each.box.table >= 0])
    left = _stacked(pairing, neighbours, left)
    for each in left:
        _take(pairing, each, neighbours.left(each))
    for each in waiting:
        if each.box.table < 0:
            _take_paragraphs(pairing, each)
    pairing.found.sort(key=lambda each: each.at)
    return pairing


def _without_doubtful_labels(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """The boxes without misspelt labels of fields that a rightly spelt label names: those are running text."""
    labels = [label for box in boxes if box.has_label for line in box.lines for label in line.labels]
    named = {each.field for each in labels if each.sure == 1.0}
    doubtful = {each for each in labels if each.sure < 1.0 and each.field in named}
    if not doubtful:
        return tuple(boxes)
    kept: list[Box] = []
    for box in boxes:
        lines = tuple(line._replace(labels=tuple(e for e in line.labels if e not in doubtful)) for line in box.lines)
        kept.append(replace(box, lines=lines, has_label=any(each.labels for each in lines)))
    return tuple(kept)


# In the label's own cell


def _within(pairing: Pairing, at: int, box: Box) -> Iterator[Label]:
    """Pair the labels that have their values in their own cell, and yield the others."""
    runs = _runs(box.lines)
    before, last = runs[0][1], runs[-1][1]
    bare = all(not label.rest for labels, _, _ in runs for label in labels)
    if bare and any(each.text for each in before) and not any(each.text for each in last):
        # Each label takes the lines above it.
        lines = before
        for owners, after, _ in runs[1:]:
            _keep(pairing, at, owners, lines)
            lines = after
        return
    for owners, below, place in runs[1:]:
        *lone, owner = owners
        yield from lone
        own = [Line(text=owner.rest, labels=(), listed=False, item=True, place=place)] if owner.rest else []
        if owner.rest or any(each.text for each in below):
            signed = _signature_below(pairing, at, box) if owner.field is FieldName.APPROVED_BY else ()
            _keep(pairing, at, (owner,), [*own, *below, *signed])
        else:
            yield owner


def _signature_below(pairing: Pairing, at: int, box: Box) -> tuple[Line, ...]:
    """Outside a table, the paragraphs from the position down to the NIP; none where no NIP follows."""
    lines: list[Line] = []
    for below in range(at + 1, min(at + 1 + _MOST_SIGNED, len(pairing.boxes))):
        other = pairing.boxes[below]
        if box.table >= 0 or other.table >= 0 or other.has_label or not pairing.is_free(below):
            break
        lines.extend(other.lines)
        if any(is_nip(line.text) for line in other.lines):
            pairing.used.update(range(at + 1, below + 1))
            return tuple(lines)
    return ()


def _runs(lines: Sequence[Line]) -> list[tuple[tuple[Label, ...], list[Line], DocxPlace]]:
    """The lines of a box, cut before each line that holds labels; with the place of that line."""
    runs: list[tuple[tuple[Label, ...], list[Line], DocxPlace]] = [((), [], DocxPlace())]
    for line in lines:
        if line.labels:
            runs.append((line.labels, [], line.place))
        else:
            runs[-1][1].append(line)
    return runs


def _keep(pairing: Pairing, at: int, labels: Sequence[Label], lines: Sequence[Line]) -> None:
    """Give the lines to a label, or deal them out to several."""
    place = lines[0].place if lines else pairing.boxes[at].place
    if len(labels) == 1:
        pairing.found.append(Found(label=labels[0], lines=tuple(lines), place=place, at=at))
        return
    shares, sure = deal(lines, len(labels))
    for label, share in zip(labels, shares, strict=True):
        pairing.found.append(Found(label=label, lines=share, place=place, at=at, sure=sure))
    if sure < 1.0:
        names = ", ".join(each.written for each in labels)
        values = " ".join(each.text for each in lines if each.text)
        what = f"jumlah isian tidak sama dengan jumlah label ({names}), dibagikan menurut urutan: {values}"
        pairing.doubts.append(Unread(what=what, place=place))


# In another cell


class _Neighbours:
    """Which box stands beside, below and above another one of its table."""

    def __init__(self, pairing: Pairing) -> None:
        self.pairing = pairing
        rows: dict[tuple[int, int], list[int]] = defaultdict(list)
        for at, box in enumerate(pairing.boxes):
            if box.table >= 0 and box.text != ":":
                # A narrow cell of its own for the colon stands between label and value in some hands.
                for row in range(box.row, box.last_row + 1):
                    rows[box.table, row].append(at)
        self.rows = {place: sorted(each, key=lambda at: pairing.boxes[at].column) for place, each in rows.items()}

    def right(self, label: _Waiting) -> int | None:
        """The cell right of a label, if it can be a value."""
        row = self.rows[label.box.table, label.box.row]
        return self._free(row, row.index(label.at) + 1)

    def left(self, label: _Waiting) -> int | None:
        """The filled cell left of a label, if it can be a value."""
        row = self.rows[label.box.table, label.box.row]
        at = self._filled(self._free(row, row.index(label.at) - 1))
        # A letterhead beside the labels of several rows is no value of any.
        return None if at is None or self.pairing.boxes[at].last_row > label.box.last_row else at

    def below(self, label: _Waiting) -> int | None:
        """The filled cell under a label, if it can be a value."""
        row = self.rows.get((label.box.table, label.box.last_row + 1), [])
        return self._filled(self._under(row, label.box, same_end=False))

    def above(self, label: _Waiting) -> int | None:
        """The filled cell over a label, if it can be a value."""
        row = self.rows.get((label.box.table, label.box.row - 1), [])
        return self._filled(self._under(row, label.box, same_end=True))

    def entries_below(self, label: _Waiting, first: int) -> tuple[int, ...]:
        """The cells under a list's or signature's first one: some hands give each line a row, up to the next labels."""
        signed = label.labels[0].field is FieldName.APPROVED_BY
        if len(label.labels) > 1 or not (signed or label.labels[0].field in LISTS):
            return ()
        found: list[int] = []
        box = self.pairing.boxes[first]
        beside = label.box.row == box.row
        while row := self.rows.get((box.table, box.last_row + 1), []):
            at = self._under(row, box, same_end=True)
            # The label itself may be merged over all these rows.
            others = [each for each in row if each != label.at]
            if at is None or any(self.pairing.boxes[each].has_label for each in others):
                break
            if beside and any(self._parts(label, each, at) for each in others):
                break
            found.append(at)
            box = self.pairing.boxes[at]
        return self._signature(found) if signed else tuple(found)

    def _parts(self, label: _Waiting, at: int, value: int) -> bool:
        """Whether a cell under the label says what the value beside it is; a signature's name and NIP go on with it."""
        box, text = self.pairing.boxes[at], key(self.pairing.boxes[at].text)
        between = label.box.column <= box.column < self.pairing.boxes[value].column
        return between and bool(text) and text not in _OF_SIGNATURE

    def _signature(self, found: Sequence[int]) -> tuple[int, ...]:
        """Of the cells under a position those down to the NIP, or to a name where no NIP stands."""
        texts = [self.pairing.boxes[at].text for at in found]
        last = next((at for at, text in enumerate(texts) if is_nip(text)), None)
        if last is None:
            last = next((at for at, text in enumerate(texts) if has_degree(text)), -1)
        return tuple(found[: last + 1])

    def _free(self, row: Sequence[int], index: int) -> int | None:
        return row[index] if 0 <= index < len(row) and self.pairing.is_free(row[index]) else None

    def _filled(self, at: int | None) -> int | None:
        return None if at is None or self.pairing.boxes[at].is_empty else at

    def _under(self, row: Iterable[int], box: Box, *, same_end: bool) -> int | None:
        for at in row:
            other = self.pairing.boxes[at]
            if other.column == box.column and (not same_end or other.last_column == box.last_column):
                return at if self.pairing.is_free(at) else None
        return None


def _beside(pairing: Pairing, neighbours: _Neighbours, waiting: Sequence[_Waiting]) -> list[_Waiting]:
    """Pair the labels of each row with the cells right of them, or left of them where the row is written that way.

    Returns the labels that have no cell beside them.
    """
    left_over: list[_Waiting] = []
    for _, group in groupby(waiting, key=lambda each: each.box.table):
        rows = [list(row) for _, row in groupby(group, key=lambda each: each.box.row)]
        votes = [_vote(pairing, neighbours, row) for row in rows]
        whole = sum(votes)
        for row, vote in zip(rows, votes, strict=True):
            to_left = vote < 0 or (vote == 0 and whole < 0)
            for each in row:
                at = neighbours.left(each) if to_left else neighbours.right(each)
                empty = at is not None and pairing.boxes[at].is_empty
                if at is None or (empty and neighbours.below(each) is not None):
                    left_over.append(each)
                else:
                    _take(pairing, each, at, () if to_left else neighbours.entries_below(each, at))
    return left_over


def _vote(pairing: Pairing, neighbours: _Neighbours, row: Sequence[_Waiting]) -> int:
    """How many more labels of a row have a filled cell right of them than left of them."""
    right = sum(at is not None and not pairing.boxes[at].is_empty for at in map(neighbours.right, row))
    return right - sum(at is not None for at in map(neighbours.left, row))


def _stacked(pairing: Pairing, neighbours: _Neighbours, waiting: Sequence[_Waiting]) -> list[_Waiting]:
    """Pair labels with the cells below them, or above them where the column is written that way."""
    columns: dict[tuple[int, int], list[_Waiting]] = defaultdict(list)
    for each in waiting:
        columns[each.box.table, each.box.column].append(each)
    left_over: list[_Waiting] = []
    for column in columns.values():
        below = sum(neighbours.below(each) is not None for each in column)
        upwards = sum(neighbours.above(each) is not None for each in column) > below
        for each in column:
            at = neighbours.above(each) if upwards else neighbours.below(each)
            if at is None:
                left_over.append(each)
            else:
                _take(pairing, each, at, () if upwards else neighbours.entries_below(each, at))
    return left_over


def _take(pairing: Pairing, label: _Waiting, at: int | None, more: Sequence[int] = ()) -> None:
    """Give a box, and those that go on with it, to the labels that wait for it; without one they have no value."""
    if at is None:
        place = label.box.place
        pairing.found.extend(Found(label=each, lines=(), place=place, at=label.at) for each in label.labels)
        return
    pairing.used.update((at, *more))
    before = len(pairing.found)
    _keep(pairing, label.at, label.labels, [line for each in (at, *more) for line in pairing.boxes[each].lines])
    place = pairing.boxes[at].place
    pairing.found[before:] = [replace(each, place=place) for each in pairing.found[before:]]


def _take_paragraphs(pairing: Pairing, label: _Waiting) -> None:
    """Outside a table the paragraph after a label is its value; a list goes on as long as its numbers do."""
    lines: list[Line] = []
    in_list = label.labels[-1].field in LISTS
    for at in range(label.at + 1, len(pairing.boxes)):
        box = pairing.boxes[at]
        numbered = box.lines[0].listed or BULLET.match(box.lines[0].text) is not None
        if box.table != label.box.table - (at - label.at) or not pairing.is_free(at):
            break
        if lines and not (in_list and numbered):
            break
        pairing.used.add(at)
        lines.extend(box.lines)
    if lines:
        _keep(pairing, label.at, label.labels, lines)
    else:
        _take(pairing, label, None)

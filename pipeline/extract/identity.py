"""The boxes of an identity block -> Identity: each value beside, below, above or within the cell of its label."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.dates import iso_date
from pipeline.extract.cells import Box, Line
from pipeline.extract.labels import Label
from pipeline.model.draft import Unread
from pipeline.model.place import DocxPlace
from pipeline.model.sop import DATES, LISTS, Approval, Date, FieldName, Identity, Value
from pipeline.text import fold, is_placeholder, key, plain
from pipeline.vocabulary import LETTERHEAD, TITLE_PREFIXES, UNIT_STARTS

_BULLET = re.compile(r"^\s*(?:\(?\d{1,2}\s*[.)](?=\D|$)|\(?[a-zA-Z][.)](?=\s)|[-–—•*·▪■●➢✓o§](?=\s))\s*")
_NIP = re.compile(r"^\(?\s*n\s*\.?\s*i\s*\.?\s*p\b[\s.:]*", re.IGNORECASE)
_RANK = re.compile(r"(?:pangkat|gol(?:ongan)?|pembina|penata|pengatur|juru)\b", re.IGNORECASE)
_DATE_IN_LINE = re.compile(r"\d{1,2}[\s.\-/]+[A-Za-z\d.]+[\s.\-/]+\d{2,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A label with the lines of its value."""

    label: Label
    lines: tuple[Line, ...]
    place: DocxPlace


@dataclass(slots=True)
class _Reading:
    """What is being put together: the values found and the boxes already used."""

    boxes: tuple[Box, ...]
    found: list[_Found] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    letterhead: set[int] = field(default_factory=set)


def read_identity(boxes: Sequence[Box]) -> tuple[Identity, tuple[Unread, ...]]:
    """Return the identity block that the boxes hold, and every line of them that ended in no field.

    A field that no label names is none or empty.
    """
    reading = _Reading(boxes=tuple(boxes))
    for index, box in enumerate(reading.boxes):
        if box.has_label:
            reading.used.add(index)
            _within(reading, index, box)
    institution = _institution(reading)
    first = {each.label.field: each for each in reversed(reading.found) if each.label.field is not None}
    bare = None if _scalar(first.get(FieldName.TITLE)) else _bare_title(reading)
    title = _scalar(first.get(FieldName.TITLE)) or bare
    dates = {name: _date(first.get(name)) for name in DATES}
    lists = {name: _entries(first.get(name)) for name in LISTS}
    identity = Identity(
        institution=institution,
        unit=_unit(institution),
        number=_scalar(first.get(FieldName.NUMBER)),
        title=title,
        created=dates[FieldName.CREATED],
        revised=dates[FieldName.REVISED],
        effective=dates[FieldName.EFFECTIVE],
        approved_by=_approval(first.get(FieldName.APPROVED_BY)),
        legal_basis=lists[FieldName.LEGAL_BASIS],
        qualifications=lists[FieldName.QUALIFICATIONS],
        related=lists[FieldName.RELATED],
        equipment=lists[FieldName.EQUIPMENT],
        warnings=lists[FieldName.WARNINGS],
        records=lists[FieldName.RECORDS],
        labels_seen=tuple(name for name in FieldName if name in first),
        label_places=tuple((name, first[name].place) for name in FieldName if name in first),
    )
    return identity, tuple(_left_over(reading, [*first.values()], bare))


def _left_over(reading: _Reading, taken: Sequence[_Found], title: Value | None) -> Iterator[Unread]:
    """Yield what stands beside labels that are no field of ours, a second value of a field, and all other lines."""
    read = {(line.place, line.text) for each in taken for line in each.lines}
    # The block is often printed again before the step table; what says the same is read already.
    said = {key(line.text) for each in taken for line in each.lines}
    said |= {key(line.text) for at in reading.letterhead for line in reading.boxes[at].lines}
    said.discard("")
    for each in reading.found:
        other = not any(each is one for one in taken) and not each.label.institution
        if other and _text(each) and not is_placeholder(_text(each)):
            new = [
                line
                for line in each.lines
                if line.text and (line.place, line.text) not in read and key(line.text) not in said
            ]
            if new:
                yield Unread(
                    what=f"{each.label.written}: {fold(' '.join(line.text for line in new))}", place=each.place
                )
    beside: dict[DocxPlace, list[str]] = {}
    for each in reading.found:
        for line in each.lines:
            beside.setdefault(line.place, []).append(line.text)
    for index, box in enumerate(reading.boxes):
        if index in reading.letterhead:
            continue
        for line in box.lines:
            is_title = title is not None and (line.place, line.text) == (title.place, title.text)
            # One printed line can have been dealt out to several labels.
            dealt = any(text and text in line.text for text in beside.get(line.place, ()))
            known = bool(line.labels) or is_title or dealt or key(line.text) in _HEADINGS | said
            if not known and not is_placeholder(line.text):
                yield Unread(what=line.text, place=line.place)


# Which lines are whose value


def _within(reading: _Reading, index: int, box: Box) -> None:
    runs = _runs(box.lines)
    labels = [label for labels, _ in runs for label in labels]
    before, last = runs[0], runs[-1]
    if (
        not before[0]
        and any(each.text for each in before[1])
        and not any(each.text for each in last[1])
        and _no_rest(labels)
    ):
        _above(reading, box, runs)
        return
    waiting: list[Label] = []
    for owners, lines in runs:
        if not owners:
            continue
        *lone, owner = owners
        waiting.extend(lone)
        if owner.rest or any(each.text for each in lines):
            start = _rest_line(owner, lines, box)
            reading.found.append(_Found(label=owner, lines=start, place=start[0].place))
        else:
            waiting.append(owner)
    if waiting:
        _beside(reading, index, box, waiting)


def _runs(lines: Sequence[Line]) -> list[tuple[tuple[Label, ...], list[Line]]]:
    """The lines of a box, cut before each line that holds labels."""
    runs: list[tuple[tuple[Label, ...], list[Line]]] = [((), [])]
    for line in lines:
        if line.labels:
            runs.append((line.labels, []))
        else:
            runs[-1][1].append(line)
    return runs


def _no_rest(labels: Sequence[Label]) -> bool:
    return all(not each.rest for each in labels)


def _rest_line(owner: Label, lines: Sequence[Line], box: Box) -> tuple[Line, ...]:
    place = lines[0].place if lines else box.place
    own = (Line(text=owner.rest, labels=(), listed=False, item=True, place=place),) if owner.rest else ()
    return (*own, *lines)


def _above(reading: _Reading, box: Box, runs: Sequence[tuple[tuple[Label, ...], list[Line]]]) -> None:
    """Each label takes the lines above it."""
    lines = runs[0][1]
    for owners, after in runs[1:]:
        for owner in owners:
            reading.found.append(_Found(label=owner, lines=tuple(lines), place=lines[0].place if lines else box.place))
        lines = after


def _beside(reading: _Reading, index: int, box: Box, labels: Sequence[Label]) -> None:
    """Labels without a value in their own cell: it stands right of them, below, or before them."""
    for neighbour in (_right, _below, _left):
        found = neighbour(reading, index, box, labels)
        if found is not None:
            reading.used.add(found)
            value = reading.boxes[found]
            lines = value.lines
            shares = _share(lines, len(labels)) if len(labels) > 1 else (tuple(lines),)
            for label, share in zip(labels, shares, strict=True):
                reading.found.append(_Found(label=label, lines=share, place=value.place))
            return
    for label in labels:
        reading.found.append(_Found(label=label, lines=(), place=box.place))


_Neighbour = Callable[[_Reading, int, Box, Sequence[Label]], int | None]


def _right(reading: _Reading, index: int, box: Box, labels: Sequence[Label]) -> int | None:
    for at, other in enumerate(reading.boxes[index + 1 :], start=index + 1):
        if other.table != box.table or not other.row <= box.row <= other.last_row or other.column <= box.last_column:
            continue
        if other.has_label or at in reading.used:
            return None
        text = " ".join(each.text for each in other.lines).strip()
        # A narrow cell of its own for the colon stands between label and value in some hands.
        if text == ":":
            continue
        return at if text or _below(reading, index, box, labels) is None else None
    return None


def _below(reading: _Reading, index: int, box: Box, labels: Sequence[Label]) -> int | None:  # noqa: ARG001
    for at, other in enumerate(reading.boxes[index + 1 :], start=index + 1):
        if other.table == box.table and other.row == box.last_row + 1 and other.column == box.column:
            return None if other.has_label or at in reading.used or other.is_empty else at
        if box.table < 0 and other.table == box.table - 1:
            return None if other.has_label or at in reading.used else at
    return None


def _left(reading: _Reading, index: int, box: Box, labels: Sequence[Label]) -> int | None:  # noqa: ARG001
    for at in range(index - 1, -1, -1):
        other = reading.boxes[at]
        if other.table != box.table or other.row != box.row:
            return None
        if not other.has_label and at not in reading.used and not other.is_empty and not _is_letterhead(other):
            return at
    return None


def _share(lines: Sequence[Line], labels: int) -> tuple[tuple[Line, ...], ...]:
    """The lines dealt out to several labels, one each; two dates on one line count as two."""
    split: list[Line] = []
    for line in lines:
        dates = _DATE_IN_LINE.findall(line.text)
        parts = dates if len(dates) > 1 else [line.text]
        split.extend(Line(text=fold(p), labels=(), listed=line.listed, item=True, place=line.place) for p in parts)
    if len(split) != labels:
        split = [each for each in split if each.text]
    return tuple((split[at],) if at < len(split) else () for at in range(labels))


# Values


def _text(found: _Found) -> str:
    return fold(" ".join(each.text for each in found.lines)).removeprefix(":").strip()


def _scalar(found: _Found | None) -> Value | None:
    if found is None:
        return None
    text = _text(found)
    if is_placeholder(text):
        return None
    return Value(text=text, place=found.place, label=found.label.written, sure=found.label.sure)


def _date(found: _Found | None) -> Date | None:
    if found is None:
        return None
    text = _text(found)
    return Date(text=text, iso=None if is_placeholder(text) else iso_date(text), place=found.place)


def _entries(found: _Found | None) -> tuple[Value, ...]:
    if found is None:
        return ()
    lines = [each for each in found.lines if each.text]
    if lines and lines[0].text.startswith(":"):
        lines[0] = Line(text=lines[0].text[1:].strip(), labels=(), listed=False, item=True, place=lines[0].place)
    return tuple(
        Value(text=text, place=place, label=found.label.written, sure=found.label.sure)
        for text, place in split_items(lines)
        if not is_placeholder(text)
    )


def split_items(lines: Sequence[Line]) -> Iterator[tuple[str, DocxPlace]]:
    """Yield the entries of a list, without number or bullet: one a numbered item, else one a line.

    Where the list carries typed bullets, a line without one goes on with the entry above it.
    """
    bulleted = bool(lines) and _BULLET.match(lines[0].text) is not None and not lines[0].listed
    items: list[tuple[str, DocxPlace]] = []
    for line in lines:
        match = _BULLET.match(line.text)
        goes_on = items and not line.listed and ((bulleted and match is None) or _starts_low(line, items[-1][0]))
        if goes_on:
            text, place = items[-1]
            items[-1] = (fold(f"{text} {line.text}"), place)
        else:
            items.append((fold(line.text[match.end() :] if match else line.text), line.place))
    yield from items


def _starts_low(line: Line, above: str) -> bool:
    # A line break inside a paragraph in the middle of a sentence.
    return not line.item and line.text[:1].islower() and not above.endswith((".", ";"))


def _approval(found: _Found | None) -> Approval | None:
    if found is None:
        return None
    texts = [each.text.removeprefix(":").strip() for each in found.lines]
    position: list[str] = []
    name: str | None = None
    nip: str | None = None
    gap = False
    for text in texts:
        digits = "".join(each for each in text if each.isdigit())
        if _NIP.match(text) or (len(digits) >= 15 and len(digits) >= len(text) * 0.7):
            nip = digits or None
        elif not text or is_placeholder(text) or text in ("$", "ttd", "ttd."):
            gap = gap or bool(position)
        elif not position or (not gap and name is None and not _is_name(text)):
            position.append(text)
        elif name is None:
            name = text
        elif gap and nip is None and not _RANK.match(text):
            # A name that runs over two lines, its degrees on the second.
            name = f"{name} {text}"
    if name is None and nip is not None and len(position) > 1 and not gap:
        # Without a blank line between, the line over the NIP is the name.
        name = position.pop()
    if name is not None:
        name = fold(name.strip("() ")) or None
    return Approval(
        position=fold(" ".join(position)).rstrip(" ,") or None,
        name=None if name is None or is_placeholder(name) else name,
        nip=nip,
        place=found.place,
    )


def _is_name(text: str) -> bool:
    return re.search(r",\s*[A-Z][A-Za-z]*\.|\b(?:Drs?|Dra|Hj?|Prof|Ir)\.", text) is not None


# Letterhead and bare title


def _is_letterhead(box: Box) -> bool:
    text = key(" ".join(each.text for each in box.lines))
    # A paragraph is a sentence that may name an office ("Lampiran Keputusan Kepala Kantor …"); a cell is not.
    inside = box.table >= 0 and any(f" {each} " in f" {text} " for each in LETTERHEAD)
    return inside or any(text.startswith(each) for each in LETTERHEAD)


def _institution(reading: _Reading) -> tuple[Value, ...]:
    labelled = next((each for each in reading.found if each.label.institution and _text(each)), None)
    lines: list[Value] = []
    for index, box in enumerate(reading.boxes):
        goes_on = index - 1 in reading.letterhead and box.table < 0 and _names_unit(box.lines[0].text)
        if index in reading.used or not (_is_letterhead(box) or goes_on) or _titled(box):
            continue
        reading.used.add(index)
        reading.letterhead.add(index)
        lines.extend(Value(text=each.text, place=each.place) for each in box.lines if each.text)
        if box.table >= 0:
            break
    if labelled is not None and not lines:
        lines = [
            Value(text=each.text.removeprefix(":").strip(), place=each.place) for each in labelled.lines if each.text
        ]
    elif labelled is not None and all(key(_text(labelled)) != key(each.text) for each in lines):
        lines.append(Value(text=_text(labelled), place=labelled.place))
    return tuple(lines)


def _titled(box: Box) -> bool:
    first = next((plain(each.text) for each in box.lines if each.text), "")
    return first.startswith(("sop", "standar operasional", "prosedur"))


def _names_unit(text: str) -> bool:
    return plain(text).startswith(UNIT_STARTS)


def _unit(institution: Sequence[Value]) -> Value | None:
    named = [each for each in institution if _names_unit(each.text)]
    return named[-1] if named else None


def _bare_title(reading: _Reading) -> Value | None:
    """A title without a label: the first unused line that begins with SOP or its long form."""
    heading = False
    for index, box in enumerate(reading.boxes):
        if index in reading.used:
            continue
        for line in box.lines:
            words = key(line.text)
            if not words:
                continue
            prefix = next((each for each in TITLE_PREFIXES if words == each or words.startswith(f"{each} ")), None)
            if heading and prefix is None and not line.labels:
                reading.used.add(index)
                return Value(text=line.text, place=line.place, sure=0.8)
            heading = words in _HEADINGS
            if prefix is not None and not heading:
                reading.used.add(index)
                return Value(text=line.text, place=line.place, sure=0.9)
    return None


_HEADINGS = frozenset({*TITLE_PREFIXES, "standar operasional prosedur sop", "sop standar operasional prosedur"})

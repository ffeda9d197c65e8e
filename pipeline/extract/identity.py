"""The boxes of an identity block -> Identity: each field from its label's value, and what ended in no field."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.dates import iso_date
from pipeline.extract.approval import read_approval
from pipeline.extract.cells import Box, Line
from pipeline.extract.entries import split_items
from pipeline.extract.letterhead import (
    HEADINGS,
    bare_title,
    certain_letterhead,
    likely_letterhead,
    printed_again,
    unit_of,
)
from pipeline.extract.pairing import Found, Pairing, pair
from pipeline.model.draft import Unread
from pipeline.model.place import DocxPlace
from pipeline.model.sop import DATES, LISTS, Approval, Date, FieldName, Identity, PrintedLabel, Value
from pipeline.text import fold, is_placeholder, key
from pipeline.vocabulary import KNOWING_LABELS

_KNOWS = tuple(key(each) for each in KNOWING_LABELS)
# What stands with the signature and is neither position, name nor NIP: a rank, a copy list.
BESIDE_SIGNATURE = "pada bagian pengesahan"


class IdentityRead(NamedTuple):
    """An identity block, every line that ended in no field, and what stands aside with the signature."""

    identity: Identity
    left_over: tuple[Unread, ...]
    aside: tuple[Unread, ...]


def read_identity(boxes: Sequence[Box]) -> IdentityRead:
    """Return what the boxes hold as an identity block; a field that no label names is none or empty."""
    letterhead = certain_letterhead(boxes)
    pairing = pair(boxes, letterhead | printed_again(boxes, letterhead))
    letterhead = letterhead or likely_letterhead(pairing.boxes, pairing.used)
    first = _first(pairing.found)
    title = _scalar(first.get(FieldName.TITLE))
    bare = None
    if title is None:
        at_bare = bare_title(pairing.boxes, pairing.used | letterhead | pairing.letterhead)
        title = bare = at_bare[1] if at_bare else None
    institution = _institution(pairing, letterhead)
    dates = {name: _date(first.get(name)) for name in DATES}
    lists = {name: _entries(first.get(name)) for name in LISTS}
    approved = _approved(pairing, first.get(FieldName.APPROVED_BY))
    approval, beside = _approval(approved)
    identity = Identity(
        institution=institution,
        unit=unit_of(institution),
        number=_scalar(first.get(FieldName.NUMBER)),
        title=title,
        created=dates[FieldName.CREATED],
        revised=dates[FieldName.REVISED],
        effective=dates[FieldName.EFFECTIVE],
        approved_by=approval,
        legal_basis=lists[FieldName.LEGAL_BASIS],
        qualifications=lists[FieldName.QUALIFICATIONS],
        related=lists[FieldName.RELATED],
        equipment=lists[FieldName.EQUIPMENT],
        warnings=lists[FieldName.WARNINGS],
        records=lists[FieldName.RECORDS],
        labels=tuple(_printed(name, first[name], pairing) for name in FieldName if name in first),
    )
    taken = [*first.values(), *([] if approved is None else [approved])]
    left_over = (*pairing.doubts, *_left_over(pairing, letterhead, taken, bare))
    return IdentityRead(identity, left_over, beside)


def _first(found: Sequence[Found]) -> dict[FieldName, Found]:
    """The first value of each field; a label printed again without a value does not count."""
    first: dict[FieldName, Found] = {}
    for each in found:
        name = each.label.field
        if name is not None and (name not in first or (not first[name].text and each.text)):
            first[name] = each
    return first


def _printed(name: FieldName, found: Found, pairing: Pairing) -> PrintedLabel:
    box = pairing.boxes[found.at]
    place = next((line.place for line in box.lines if found.label in line.labels), box.place)
    return PrintedLabel(
        field=name.value, text=found.label.written, place=place, meant=found.label.meant, value_place=found.place
    )


def _left_over(
    pairing: Pairing, letterhead: frozenset[int], taken: Sequence[Found], title: Value | None
) -> Iterator[Unread]:
    """Yield what stands beside labels that are no field of ours, a second value of a field, and all other lines."""
    # The block is often printed again before the step table; what says the same is read already.
    said = {key(line.text) for each in taken for line in each.lines if line.text}
    said |= {key(line.text) for at in letterhead for line in pairing.boxes[at].lines if line.text}
    said |= {key(title.text)} if title else set()
    heads = [each.label.field for each in pairing.found if each.label.field in (FieldName.NUMBER, FieldName.TITLE)]
    # Under another service's heading the same words are that service's own.
    yield from _beside_labels(pairing, taken, said if len(heads) > len(set(heads)) else set())
    yield from _loose_lines(pairing, letterhead, title, HEADINGS | said - {""})


def _beside_labels(pairing: Pairing, taken: Sequence[Found], said: set[str]) -> Iterator[Unread]:
    """Yield values that became none: of labels that are no field, and second ones of a field that say something new."""
    read = {(line.place, line.text) for each in taken for line in each.lines}
    for each in pairing.found:
        if any(each is one for one in taken) or each.label.institution or is_placeholder(each.text):
            continue
        fresh = [
            line.text
            for line in each.lines
            if each.label.field is None or ((line.place, line.text) not in read and key(line.text) not in said | {""})
        ]
        text = fold(" ".join(fresh)).removeprefix(":").strip()
        if text:
            yield Unread(what=f"{each.label.written}: {text}", place=each.place)


def _loose_lines(
    pairing: Pairing, letterhead: frozenset[int], title: Value | None, known: frozenset[str]
) -> Iterator[Unread]:
    """Yield the lines that belong to no label, no letterhead and no title, and say nothing known."""
    beside: dict[DocxPlace, list[str]] = {}
    for each in pairing.found:
        for line in each.lines:
            if line.text:
                beside.setdefault(line.place, []).append(line.text)
    for at, box in enumerate(pairing.boxes):
        for line in () if at in letterhead or box.is_empty else box.lines:
            if not line.text or line.labels or _is_dealt(line.text, beside.get(line.place, ())):
                continue
            is_title = title is not None and (line.place, line.text) == (title.place, title.text)
            if not (is_title or is_placeholder(line.text) or key(line.text) in known):
                yield Unread(what=line.text, place=line.place)


def _is_dealt(text: str, values: Sequence[str]) -> bool:
    """Whether a printed line is a value at its place, or was dealt out to several labels with nothing left over."""
    if text in values:
        return True
    left = text
    for each in values:
        left = left.replace(each, " ", 1)
    return left != text and not key(left)


def _scalar(found: Found | None) -> Value | None:
    if found is None or is_placeholder(found.text):
        return None
    return Value(text=found.text, place=found.place, sure=found.label.sure * found.sure)


def _date(found: Found | None) -> Date | None:
    if found is None:
        return None
    iso = None if is_placeholder(found.text) else iso_date(found.text)
    return Date(text=found.text, iso=iso, place=found.place, sure=found.label.sure * found.sure)


def _entries(found: Found | None) -> tuple[Value, ...]:
    if found is None:
        return ()
    lines = [each for each in found.lines if each.text]
    if lines and lines[0].text.startswith(":"):
        lines[0] = Line(text=lines[0].text[1:].strip(), labels=(), listed=False, item=True, place=lines[0].place)
    return tuple(
        Value(text=text, place=place, sure=found.label.sure * found.sure)
        for text, place in split_items([each for each in lines if each.text])
        if not is_placeholder(text)
    )


def _approved(pairing: Pairing, labelled: Found | None) -> Found | None:
    """What stands beside "Disahkan oleh", or where nothing does, who knows of the SOP or agrees to it by name."""
    if labelled is not None and labelled.text:
        return labelled
    for each in pairing.found:
        if each.label.field is None and key(each.label.written) in _KNOWS:
            approval, _ = _approval(each)
            if approval is not None and (approval.name or approval.nip):
                return each
    return labelled


def _approval(found: Found | None) -> tuple[Approval | None, tuple[Unread, ...]]:
    if found is None:
        return None, ()
    approval, beside = read_approval(
        [(each.text.removeprefix(":").strip(), each.place) for each in found.lines], found.place
    )
    return approval, tuple(Unread(what=f"{BESIDE_SIGNATURE}: {text}", place=place) for text, place in beside)


def _institution(pairing: Pairing, letterhead: frozenset[int]) -> tuple[Value, ...]:
    lines = [
        Value(text=line.text, place=line.place)
        for at in sorted(letterhead)
        for line in pairing.boxes[at].lines
        if line.text
    ]
    said = {key(each.text) for each in lines}
    for found in pairing.found:
        # Beside a letterhead a labelled line is one line more; alone its lines are the letterhead.
        parts = [(found.text, found.place)] if letterhead else [(each.text, each.place) for each in found.lines]
        for text, place in parts if found.label.institution else ():
            bare = text.removeprefix(":").strip()
            if bare and key(bare) not in said:
                said.add(key(bare))
                lines.append(Value(text=bare, place=place))
    return tuple(lines)

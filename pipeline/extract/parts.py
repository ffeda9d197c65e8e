"""Pieces -> the SOPs of a file: a new one begins where the identity block of another SOP does, never at a page."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.cells import Box, boxes
from pipeline.extract.identity import read_identity
from pipeline.extract.pieces import Piece, is_headline, is_own, is_titled
from pipeline.model.draft import Draft, Paragraph, Table
from pipeline.model.sop import DATES, LISTS, FieldName, Identity
from pipeline.text import key
from pipeline.vocabulary import TITLE_PREFIXES

_HEAD_FIELDS = frozenset((FieldName.NUMBER, FieldName.TITLE, FieldName.APPROVED_BY, *DATES))
_CONTINUED = re.compile(r"\s*\(?\b(?:lanjutan|sambungan)\b\)?\s*", re.IGNORECASE)
# A picture of this width, in points, is a page or a chart; a logo is smaller.
PICTURE = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The pieces of one SOP; the first `front` of them stand before its identity block: cover, preface, contents."""

    pieces: tuple[Piece, ...]
    front: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What tells an identity block from another's; `bare` says that no label names the title."""

    number: str = ""
    title: str = ""
    bare: bool = False
    others: tuple[tuple[str, str], ...] = ()


def parts_of(draft: Draft, pieces: Sequence[Piece]) -> tuple[Part, ...]:
    """Return the parts of a file in their order: at least one, and each piece in exactly one of them."""
    blocks = dict(_blocks(pieces))
    pictured = _pictured(draft)
    charts = [at for at, piece in enumerate(pieces) if piece.columns is not None]
    if len(blocks) <= 1 and len(charts) <= 1:
        # Most files hold one SOP: nothing has to be compared.
        above = [at for at in blocks if not charts or at <= charts[0]]
        return (Part(pieces=tuple(pieces), front=_lead(pieces, above[0], pictured) if above else 0),)
    heads = {at: _head(found) for at, found in blocks.items()}
    return tuple(_compared(pieces, heads, pictured))


def _compared(pieces: Sequence[Piece], heads: dict[int, _Head], pictured: Callable[[Piece], bool]) -> Iterator[Part]:
    """Yield the parts of a file with several identity blocks or step tables."""
    bounds: list[tuple[int, int]] = []
    first, front = 0, 0
    current: _Head | None = None
    real = has_steps = False
    for at, piece in enumerate(pieces):
        head = heads.get(at)
        titled = _bare_title(pieces, at, current) if head is None and has_steps else None
        if titled is not None:
            bounds.append((first, front))
            first = front = _lead(pieces, at, pictured)
            current, has_steps = titled, False
        elif head is not None:
            lead = _lead(pieces, at, pictured)
            if current is None and has_steps:
                # Steps without an identity block are a SOP of their own, unless the block stands below its steps.
                if _restarts(pieces, at, heads):
                    bounds.append((first, front))
                    first = front = lead
                    has_steps = False
                current = head
            elif current is None or (not real and not has_steps and _is_other(head, current, restarts=None)):
                # What has neither lists nor steps nor a chart is a cover of the SOP that follows.
                current, front = head, lead
            elif (real or has_steps) and _is_other(head, current, restarts=_restarts(pieces, at, heads)):
                bounds.append((first, front))
                first = front = lead
                current, real, has_steps = head, False, False
            else:
                current = _both(current, head)
        real = real or _is_real(piece, pictured, inside=current is not None)
        has_steps = has_steps or piece.columns is not None
    bounds.append((first, front))
    ends = [start for start, _ in bounds[1:]] + [len(pieces)]
    for (start, before), end in zip(bounds, ends, strict=True):
        yield Part(pieces=tuple(pieces[start:end]), front=before - start)


# Identity blocks


def _blocks(pieces: Sequence[Piece]) -> Iterator[tuple[int, tuple[Box, ...]]]:
    """Yield the identity blocks, each at its table or at the first labelled line of a run of paragraphs."""
    run: list[tuple[int, Box]] = []
    for at, piece in enumerate(pieces):
        found = () if piece.listing else boxes((piece.above_steps,), {})
        if isinstance(piece.block, Paragraph):
            # Boxes of paragraphs know their neighbours by number.
            run.extend((at, replace(each, table=-1 - at)) for each in found)
            continue
        yield from _block_of_run(run)
        run = []
        if _names_sop(found):
            yield at, found
    yield from _block_of_run(run)


def _block_of_run(run: Sequence[tuple[int, Box]]) -> Iterator[tuple[int, tuple[Box, ...]]]:
    found = tuple(box for _, box in run)
    if _names_sop(found):
        yield next(at for at, box in run if _fields(box) & _HEAD_FIELDS), found


def _fields(box: Box) -> set[FieldName | None]:
    return {label.field for line in box.lines for label in line.labels}


def _names_sop(found: Sequence[Box]) -> bool:
    """Whether boxes are an identity block: they hold a label that is only a SOP's, or three that stand in its head."""
    labels = [label for box in found for line in box.lines for label in line.labels if label.field in _HEAD_FIELDS]
    own = any(label.field in (FieldName.NUMBER, FieldName.TITLE) and is_own(label.written) for label in labels)
    return own or len({label.field for label in labels}) >= 3


def _head(found: Sequence[Box]) -> _Head:
    identity = read_identity(found).identity
    return _Head(
        number=key(identity.number.text) if identity.number else "",
        title=_title_key(identity.title.text) if identity.title else "",
        bare=FieldName.TITLE not in identity.labels_seen,
        others=tuple(_others(identity)),
    )


def _others(identity: Identity) -> Iterator[tuple[str, str]]:
    for name in DATES:
        date = identity.date(name)
        if date is not None and key(date.text):
            yield name.value, key(date.text)
    signed = identity.approved_by
    if signed is not None and signed.name:
        yield FieldName.APPROVED_BY.value, key(signed.name)
    for name in LISTS:
        if identity.values(name):
            yield name.value, key(" ".join(each.text for each in identity.values(name)))


def _title_key(title: str) -> str:
    words = key(_CONTINUED.sub(" ", title))
    prefix = next((each for each in TITLE_PREFIXES if words.startswith(f"{each} ")), "")
    return words[len(prefix) :].strip()


def _is_other(head: _Head, current: _Head, *, restarts: bool | None) -> bool:
    """Whether a block is another SOP's; `restarts` tells whether the steps below it begin with 1, none if unknown."""
    if head.number and current.number and head.number != current.number:
        return True
    titles = bool(head.title and current.title) and head.bare == current.bare
    if titles and head.title != current.title:
        # A hand that shortens or mistypes the title on the next page goes on counting its steps.
        goes_on = restarts is False
        shortened = head.title.startswith(current.title) or current.title.startswith(head.title)
        return not (goes_on and (shortened or (head.number and head.number == current.number)))
    if titles or (head.number and current.number):
        return False
    # Nothing names either of them: dates and names may differ, and the steps tell whether they go on.
    known = dict(current.others)
    differs = any(name in known and known[name] != text for name, text in head.others)
    return restarts is True or (differs and restarts is None)


def _both(current: _Head, head: _Head) -> _Head:
    known = dict(head.others) | dict(current.others)
    title, bare = (head.title, head.bare) if not current.title else (current.title, current.bare)
    return _Head(number=current.number or head.number, title=title, bare=bare, others=tuple(known.items()))


def _restarts(pieces: Sequence[Piece], at: int, heads: dict[int, _Head]) -> bool | None:
    for index in range(at, len(pieces)):
        if index > at and index in heads:
            return None
        if pieces[index].columns is not None:
            number = pieces[index].first_number
            return None if number is None else number == 1
    return None


# What stands before an identity block


def _lead(pieces: Sequence[Piece], at: int, pictured: Callable[[Piece], bool]) -> int:
    """The first piece of a part: headlines right before its identity block are its own, up to a page's beginning."""
    start = at
    while start > 0:
        block = pieces[start - 1].block
        if isinstance(block, Table) or pictured(pieces[start - 1]) or not is_headline(pieces[start - 1].text):
            break
        start -= 1
        if block.page_break:
            break
    return start


def _bare_title(pieces: Sequence[Piece], at: int, current: _Head | None) -> _Head | None:
    """A SOP without identity block: its bare title right above a step table that begins with 1 again."""
    if pieces[at].columns is None or pieces[at].first_number != 1:
        return None
    for index in range(at - 1, -1, -1):
        piece = pieces[index]
        if isinstance(piece.block, Table) or not is_headline(piece.text):
            return None
        title = _title_key(piece.text)
        if is_titled(piece.text) and title and (current is None or title != current.title):
            return _Head(title=title, bare=True)
    return None


def _pictured(draft: Draft) -> Callable[[Piece], bool]:
    wide = [
        each.place
        for each in draft.drawings
        if each.place.part == "body" and each.width >= PICTURE and each.kind not in ("shapes", "empty")
    ]
    tables = {each.table for each in wide if each.table}
    paragraphs = {each.paragraph for each in wide if not each.table}
    return lambda piece: (
        piece.block.place.table in tables
        if isinstance(piece.block, Table)
        else piece.block.place.paragraph in paragraphs
    )


def _is_real(piece: Piece, pictured: Callable[[Piece], bool], *, inside: bool) -> bool:
    """Whether a piece shows that its part is a SOP and no cover: the lists of the form, or a chart as a picture."""
    if not inside or piece.listing:
        return False
    if pictured(piece):
        return True
    return any(_fields(box) & set(LISTS) for box in boxes((piece.above_steps,), {}))

"""Pieces -> the SOPs of a file: a new one begins where the identity block of another SOP does, never at a page.

A section whose pages print another SOP's identity block in their header begins a new one too.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.extract.cells import Box, boxes
from pipeline.extract.identity import read_identity
from pipeline.extract.pieces import Piece, is_headline, is_own, is_titled
from pipeline.model.draft import Block, Draft, Paragraph, Table
from pipeline.model.sop import DATES, LISTS, FieldName, Identity
from pipeline.text import key
from pipeline.vocabulary import TITLE_PREFIXES

_HEAD_FIELDS = frozenset((FieldName.NUMBER, FieldName.TITLE, FieldName.APPROVED_BY, *DATES))
_CONTINUED = re.compile(r"\s*\(?\b(?:lanjutan|sambungan)\b\)?\s*", re.IGNORECASE)
# A picture of this width, in points, is a page or a chart; a logo is smaller.
PICTURE = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The pieces of one SOP; the first `front` of them stand before its identity block: cover, preface, contents.

    `margins` are the names of the headers and footers that its pages print.
    """

    pieces: tuple[Piece, ...]
    front: int = 0
    margins: tuple[str, ...] = ()


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
    printed = {each.margins for each in draft.sections}
    alike = printed.pop() if len(printed) == 1 else ()
    if not printed and len(blocks) <= 1 and len(charts) <= 1:
        # Most files hold one SOP: nothing has to be compared.
        above = [at for at in blocks if not charts or at <= charts[0]]
        front = _lead(pieces, above[0], pictured) if above else 0
        return (Part(pieces=tuple(pieces), front=front, margins=alike),)
    heads = {at: _with_headline(_head(found), pieces, at) for at, found in blocks.items()}
    if not printed:
        return tuple(replace(each, margins=alike) for each in _compared(pieces, heads, {}, pictured))
    starts = _starts(draft, pieces)
    in_margins = _heads_in_margins(draft, pieces, starts, heads)
    return _with_margins(draft, starts, tuple(_compared(pieces, heads, in_margins, pictured)))


def _compared(
    pieces: Sequence[Piece],
    in_body: Mapping[int, _Head],
    in_margins: Mapping[int, _Head],
    pictured: Callable[[Piece], bool],
) -> Iterator[Part]:
    """Yield the parts of a file with several identity blocks, step tables or headers."""
    heads = {**in_body, **in_margins}
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
            # What stands above a section is printed on the pages of another one.
            lead = at if at in in_margins else _lead(pieces, at, pictured)
            if current is None and has_steps:
                # Steps without an identity block are a SOP of their own, unless the block stands below its steps.
                if _restarts(pieces, at, heads):
                    bounds.append((first, front))
                    first = front = lead
                    has_steps = False
                current = head
            elif current is None or (not real and not has_steps and _is_other(head, current, restarts=None)):
                # What has neither lists nor steps nor a chart is a cover of the SOP that follows.
                current, front, real = head, lead, at in in_margins
            elif (real or has_steps) and _is_other(head, current, restarts=_restarts(pieces, at, heads)):
                bounds.append((first, front))
                first = front = lead
                current, real, has_steps = head, at in in_margins, False
            else:
                current = _both(current, head)
        real = real or _is_real(piece, pictured, inside=current is not None)
        has_steps = has_steps or piece.columns is not None
    bounds.append((first, front))
    ends = [start for start, _ in bounds[1:]] + [len(pieces)]
    for (start, before), end in zip(bounds, ends, strict=True):
        yield Part(pieces=tuple(pieces[start:end]), front=before - start)


# Sections and what their pages print


def margin_blocks(draft: Draft, names: Sequence[str]) -> tuple[Block, ...]:
    """Return what stands in these headers and footers, in the order of the names."""
    return tuple(block for name in names for block in draft.margins if block.place.part == name)


def _starts(draft: Draft, pieces: Sequence[Piece]) -> list[int]:
    """The first piece of each section."""
    after = {
        piece.block.place.paragraph: at
        for at, piece in enumerate(pieces, start=1)
        if isinstance(piece.block, Paragraph)
    }
    starts = [0]
    for each in draft.sections[:-1]:
        starts.append(after.get(each.ends, starts[-1]))
    return starts


def _heads_in_margins(
    draft: Draft, pieces: Sequence[Piece], starts: Sequence[int], in_body: Mapping[int, _Head]
) -> dict[int, _Head]:
    """What the headers of sections name where no block of the body does, by the first piece of the section.

    A section that takes over the header of the one before, or whose header names the same SOP, goes on with it. Beside
    blocks in the body a header counts only above lists or steps: annexed forms have numbers and titles of their own.
    """
    runs = list(_runs(draft, pieces, starts))
    ends = [*(start for start, _ in runs), len(pieces)][1:]
    found: dict[int, _Head] = {}
    for (start, head), end in zip(runs, ends, strict=True):
        heads = {**in_body, **found}
        before = max((at for at in heads if at < start), default=None)
        above, below = pieces[before or 0 : start], pieces[start:end]
        if any(start <= at < end for at in in_body) or (in_body and not any(map(_is_of_form, below))):
            continue
        if not _are_halves(above, below, None if before is None else heads[before], head):
            found[start] = head
    return found


def _runs(draft: Draft, pieces: Sequence[Piece], starts: Sequence[int]) -> Iterator[tuple[int, _Head]]:
    """Yield what the headers of sections name, each where its first section begins."""
    before: _Head | None = None
    printed: set[str] = set()
    for start, section in zip(starts, draft.sections, strict=True):
        if printed.issuperset(section.margins):
            continue
        found = boxes(margin_blocks(draft, section.margins), {})
        head = _head(found)
        restarts = _restarts(pieces, start, {})
        # A title without a label is another SOP's only where steps begin anew.
        names = _names_sop(found) or (head.title and restarts)
        if names and (before is None or _is_other(head, before, restarts=restarts)):
            before = head
            printed = set()
            yield start, head
        printed.update(section.margins)


def _are_halves(above: Sequence[Piece], below: Sequence[Piece], named: _Head | None, head: _Head) -> bool:
    """Whether the lists stand in one section and the chart in the next: one form, though a hand mistyped a header."""
    pairs = () if named is None else ((head.number, named.number), (head.title, named.title))
    if pairs and all(here and there and here != there for here, there in pairs):
        return False
    charts = [any(each.columns is not None for each in pieces) for pieces in (above, below)]
    return charts == [False, True] and any(map(_has_list, above)) and not any(map(_has_list, below))


def _with_margins(draft: Draft, starts: Sequence[int], parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with what the pages of their sections print; what no SOP's pages print is the first one's."""
    ends = [*starts[1:], sum(len(each.pieces) for each in parts)]
    found: list[Part] = []
    first = 0
    for part in parts:
        last = first + len(part.pieces)
        # Blank lines above an identity block may stand at the end of the section before.
        blank = takewhile(lambda each: not each.text and isinstance(each.block, Paragraph), part.pieces[part.front :])
        begins = min(first + part.front + sum(1 for _ in blank), last - 1)
        names = (
            name
            for section, start, end in zip(draft.sections, starts, ends, strict=True)
            if start < last and begins < end
            for name in section.margins
        )
        found.append(replace(part, margins=tuple(dict.fromkeys(names))))
        first = last
    given = {name for each in found for name in each.margins}
    left = (name for section in draft.sections for name in section.margins if name not in given)
    return replace(found[0], margins=tuple(dict.fromkeys((*found[0].margins, *left)))), *found[1:]


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


def _with_headline(head: _Head, pieces: Sequence[Piece], at: int) -> _Head:
    """The head with the bare title that stands right above its block or right below, where the block has none."""
    for near in () if head.title else (reversed(pieces[:at]), pieces[at + 1 :]):
        for piece in takewhile(lambda each: isinstance(each.block, Paragraph) and is_headline(each.text), near):
            title = _title_key(piece.text) if is_titled(piece.text) else ""
            if title:
                return replace(head, title=title, bare=True)
    return head


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


def _restarts(pieces: Sequence[Piece], at: int, heads: Mapping[int, _Head]) -> bool | None:
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
    return pictured(piece) or _has_list(piece)


def _is_of_form(piece: Piece) -> bool:
    return piece.columns is not None or _has_list(piece)


def _has_list(piece: Piece) -> bool:
    return not piece.listing and any(_fields(box) & set(LISTS) for box in boxes((piece.above_steps,), {}))

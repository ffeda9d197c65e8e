"""What stands behind the steps -> who signs there, and the approval where the identity block names nobody.

Offices that print no "Disahkan oleh" in the block sign below the chart as a letter is signed (KMA 9/2016): place and
date, position, room for the signature, name and NIP; two persons beside each other, the head mostly at the left.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from pipeline.extract.approval import has_degree, is_nip, is_rank, is_signed, is_where_and_when, read_approval
from pipeline.extract.identity import BESIDE_SIGNATURE, IdentityRead
from pipeline.extract.labels import labels_in
from pipeline.extract.pieces import Piece
from pipeline.model.draft import Merge, Paragraph, Table, Unread
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Approval, FieldName
from pipeline.text import fold, is_placeholder, key
from pipeline.vocabulary import CLOSING, HEADS, OTHER_SIGNERS, UNIT_HEADS

OTHER_SIGNER = "penanda tangan lain"
_APPROVES = r"di\s?s(?:y)?ahkan|ditetapkan|mengesahkan|menetapkan"
_KNOWS = r"mengetahui|diketahui|menyetujui|disetujui"
_OTHERS = r"disusun|dibuat|diperiksa|diusulkan|dikonsep|diverifikasi|diteliti"
# "Mengetahui," "Disetujui/Disahkan oleh:" and what follows on the line: a position.
_OPENING = re.compile(
    rf"(?:(?P<approves>{_APPROVES})|(?P<knows>{_KNOWS})|(?P<others>{_OTHERS}))\b"
    rf"(?:\s*(?:/|&|,|dan)\s*(?:{_APPROVES}|{_KNOWS}|{_OTHERS})\b)*(?:\s+oleh\b)?[\s:,.]*",
    re.IGNORECASE,
)
# Deputies sign in the head's place: "Plt. Kepala Kantor", "a.n. Kepala Kantor".
_FOR = re.compile(r"(?:(?:plt|plh|pj|pjs|ymt|an|a n|atas nama|u b|ub)\s+)+")
_HEADS = tuple(key(each) for each in HEADS)
_UNIT_HEADS = tuple(key(each) for each in UNIT_HEADS)
_OTHER_SIGNERS = tuple(key(each) for each in OTHER_SIGNERS)
_ANNEX = ("lampiran", "formulir")
# Between tabs, or so many blanks, stand the two halves of a line.
_APART = re.compile(r"\s*\t\s*| {4,}")
_INDENTED = re.compile(r"\t| {4}")
_PERSON = re.compile(r"\(?(?:[A-Z][\w.'’-]*,?\s?){2,7}\)?")
_LONGEST_LINE = 80
_MOST_LINES = 10
_MOST_COLUMNS = 3


class _Said(NamedTuple):
    """One printed line of a column, blank ones included; `piece` tells the piece that it is of."""

    text: str
    place: DocxPlace
    piece: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One who signs: what was read, each printed line with its place, and how likely it is that this puts in force."""

    approval: Approval
    beside: tuple[tuple[str, DocxPlace], ...]
    lines: tuple[tuple[str, DocxPlace], ...]
    rank: tuple[int, ...]

    @property
    def approves(self) -> bool:
        """Whether the lines say so themselves: "Disahkan oleh"."""
        return self.rank[0] > 0


class Signed(NamedTuple):
    """The signatures behind the steps, the pieces that hold nothing else, and words beside them that are none."""

    signatures: tuple[Signature, ...]
    pieces: frozenset[int]
    words: tuple[Unread, ...]


def signed_pieces(behind: Sequence[Piece]) -> Signed:
    """Return the signatures of the pieces, up to the first annex, and the indexes of pieces that they are made of."""
    found: list[Signature] = []
    taken: set[int] = set()
    words: list[Unread] = []
    for run in _runs(behind):
        columns = _columns(run)
        blocks = [[lines[part] for part in _blocks(lines)] for lines in columns]
        if not any(blocks):
            continue
        inside = {line for column in blocks for block in column for line in block}
        loose = [line for lines in columns for line in lines if line.text and line not in inside]
        if isinstance(run[0].block, Table) and len(loose) > len(inside):
            # A form that is signed at its foot.
            continue
        found.extend(_signature(block) for column in blocks for block in column)
        touched = {line.piece for line in inside}
        taken |= touched
        words.extend(Unread(what=each.text, place=each.place) for each in loose if each.piece in touched)
    return Signed(tuple(found), frozenset(taken), tuple(words))


def signed_rows(table: Table, first: int) -> tuple[Signature, ...]:
    """Return the signatures that the rows from `first` on are made of; none where anything else stands there too."""
    columns = _of_table(Piece(index=0, block=table, first=first, last=len(table.rows)), table)
    blocks = [lines[part] for lines in columns for part in _blocks(lines)]
    inside = {line for block in blocks for line in block}
    whole = all(line in inside for lines in columns for line in lines if line.text)
    return tuple(_signature(block) for block in blocks) if whole else ()


def signed_below(read: IdentityRead, signatures: Sequence[Signature]) -> IdentityRead:
    """Return the identity with the approval of the best signature if it names nobody itself; all others stand aside.

    Another person who puts the SOP in force below than in the block is left over: a person decides.
    """
    if not signatures:
        return read
    named = read.identity.approved_by
    best = None if named is not None and (named.name or named.nip) else _best(signatures, named)
    left_over, aside = [*read.left_over], [*read.aside]
    for each in signatures:
        if each is best:
            aside.extend(Unread(what=f"{BESIDE_SIGNATURE}: {text}", place=at) for text, at in each.beside)
            continue
        said = " | ".join(text for text, _ in each.lines)
        other = best is None and each.approves and named is not None and not _same(named.name, each.approval.name)
        kept = left_over if other else aside
        kept.append(Unread(what=said if other else f"{OTHER_SIGNER}: {said}", place=each.lines[0][1]))
    identity = read.identity
    if best is not None:
        approval = best.approval
        if named is not None and named.position:
            # The block names the position: that is the field, and below it stands again.
            aside.append(Unread(what=f"{BESIDE_SIGNATURE}: {approval.position}", place=approval.place))
            approval = replace(approval, position=named.position, place=named.place)
        identity = replace(identity, approved_by=approval)
    return IdentityRead(identity, tuple(left_over), tuple(aside))


def _best(signatures: Sequence[Signature], named: Approval | None) -> Signature | None:
    """The signature that puts the SOP in force, or none: a drafter's alone is no approval."""
    asked = key(named.position or "") if named is not None else ""
    fitting = [each for each in signatures if not asked or key(each.approval.position or "").startswith(asked)]
    best = max(fitting, key=lambda each: each.rank, default=None)
    return best if best is not None and any(best.rank) else None


def _same(name: str | None, other: str | None) -> bool:
    return not name or not other or key(name) == key(other)


# The columns of a run


def _runs(behind: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield each table alone and the paragraphs between, up to the first annex."""
    for is_table, run in groupby(behind, key=lambda each: isinstance(each.block, Table)):
        pieces = list(run)
        if is_table:
            yield from ([each] for each in pieces)
            continue
        annex = next((at for at, each in enumerate(pieces) if key(each.text).startswith(_ANNEX)), None)
        if pieces[:annex]:
            yield pieces[:annex]
        if annex is not None:
            return


def _columns(run: Sequence[Piece]) -> list[list[_Said]]:
    block = run[0].block
    return _of_table(run[0], block) if isinstance(block, Table) else _of_paragraphs(run)


def _of_paragraphs(run: Sequence[Piece]) -> list[list[_Said]]:
    """The lines of paragraphs, the right halves of tabbed lines as a column of their own."""
    halves: list[tuple[list[str], bool, Piece]] = []
    for piece in run:
        text = piece.block.text if isinstance(piece.block, Paragraph) else ""
        halves.extend((_halves(line), _INDENTED.match(line) is not None, piece) for line in text.split("\n"))
    count = max(len(each) for each, _, _ in halves)
    columns: list[list[_Said]] = [[] for _ in range(min(count, _MOST_COLUMNS))]
    for parts, indented, piece in halves:
        placed = [""] * (count - 1) + parts if indented and len(parts) == 1 else parts
        for at, column in enumerate(columns):
            text = placed[at] if at < len(placed) else ""
            column.append(_Said(text, piece.block.place, piece.index))
    return columns if count <= _MOST_COLUMNS else []


def _halves(line: str) -> list[str]:
    """The parts of a line between tabs; a label and its value are one: "pada tanggal : 2 Januari 2025"."""
    parts: list[str] = []
    for each in _APART.split(line):
        text = fold(each)
        if text and parts and (text.startswith(":") or parts[-1].endswith(":")):
            parts[-1] = f"{parts[-1]} {text}"
        elif text:
            parts.append(text)
    return parts or [""]


def _of_table(piece: Piece, table: Table) -> list[list[_Said]]:
    """The lines of a table's columns from its top down; none where it is no table of signatures."""
    columns: dict[int, list[_Said]] = {}
    for row in table.rows[piece.first : piece.last]:
        for cell in row.cells:
            if cell.tables:
                return []
            if cell.merge is not Merge.CONTINUE:
                lines = [(fold(text), each.place) for each in cell.paragraphs for text in each.text.split("\n")]
                columns.setdefault(cell.column, []).extend(_Said(text, at, piece.index) for text, at in lines)
    filled = [lines for _, lines in sorted(columns.items()) if any(each.text for each in lines)]
    if len(filled) > _MOST_COLUMNS:
        return []
    if len(filled) == 2 and all(_is_opening(each.text) for each in filled[0] if each.text):
        # A label at the left of all that it is the label of.
        return [filled[0] + filled[1]]
    return filled


# The signatures of a column


def _blocks(lines: Sequence[_Said]) -> Iterator[slice]:
    """Yield where in a column each signature stands: from its first word down to NIP or name."""
    begin: int | None = None
    for at, (text, _, _) in enumerate(lines):
        if not text or (begin is not None and at < begin):
            continue
        if begin is not None and _is_opening(text) and not all(_is_opening(e.text) for e in lines[begin:at] if e.text):
            begin = at
        elif begin is None:
            begin = at if _starts(text) else None
        elif not _may_go_on(text) or sum(bool(each.text) for each in lines[begin:at]) >= _MOST_LINES:
            begin = None
        elif _ends(lines, begin, at):
            end = at + 1
            while end < len(lines) and lines[end].text and is_rank(lines[end].text):
                end += 1
            yield slice(begin, end)
            begin = None


def _is_opening(text: str) -> bool:
    return is_where_and_when(text) or (len(text) <= _LONGEST_LINE and _OPENING.match(text) is not None)


def _starts(text: str) -> bool:
    return _may_go_on(text) and (_is_opening(text) or _head(text) > 0 or key(text).startswith(_OTHER_SIGNERS))


def _may_go_on(text: str) -> bool:
    if len(text) > _LONGEST_LINE or (key(text).startswith(CLOSING) and not _is_opening(text)):
        return False
    return all(label.field in (None, FieldName.APPROVED_BY) for label in labels_in(text))


def _ends(lines: Sequence[_Said], begin: int, at: int) -> bool:
    """Whether a line is a signature's last: the NIP, or a name that no NIP follows."""
    text = lines[at].text
    if is_nip(text):
        return True
    if not has_degree(text) and not (text.startswith("(") and text.endswith(")")):
        over = [each.text for each in lines[begin:at]]
        last = all(not each.text for each in lines[at + 1 :])
        if not (last and over and not over[-1] and _PERSON.fullmatch(text)):
            return False
    elif is_signed(text):
        return False
    below = [each.text for each in lines[at + 1 :] if each.text][:3]
    return not any(is_nip(each) for each in below)


def _head(text: str) -> int:
    """How high a position is: 3 the head of an office, 1 of a unit, 0 for all others."""
    words = _FOR.sub("", key(text))
    if any(words == each or (" " in each and words.startswith(f"{each} ")) for each in _HEADS):
        return 3
    if words.startswith(_UNIT_HEADS):
        return 1
    return 0


def _signature(block: Sequence[_Said]) -> Signature:
    lines: list[tuple[str, DocxPlace]] = []
    openings: list[tuple[str, DocxPlace]] = []
    approves = knows = 0
    for text, at, _ in block:
        opening = None if is_where_and_when(text) else _OPENING.match(text)
        knows = knows or int(is_where_and_when(text) and _OPENING.match(text) is not None)
        if opening is None:
            lines.append((text, at))
            continue
        approves, knows = approves or int(bool(opening["approves"])), knows or int(bool(opening["knows"]))
        openings.append((fold(text[: opening.end()]), at))
        if opening.end() < len(text):
            lines.append((text[opening.end() :], at))
    first = next(at for text, at in lines if text and not is_where_and_when(text) and not is_placeholder(text))
    approval, beside = read_approval(lines, first)
    head = _head(approval.position or "")
    return Signature(
        approval=approval,
        beside=(*openings, *beside),
        lines=tuple((text, at) for text, at, _ in block if text),
        rank=(approves, head, knows),
    )

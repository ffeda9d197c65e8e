"""The rows of a sheet -> the header of a table of SOPs: which field stands in which column.

A header has one to three rows in any order and spelling (domain section 4): groups over columns, cells merged down,
headings that are only near a known one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from pipeline.model.inventory import Heading
from pipeline.text import key
from pipeline.vocabulary import INVENTORY_COLUMNS

_KNOWN = {key(each): name for name, spellings in INVENTORY_COLUMNS.items() for each in spellings}
# Headings that are a column of their own only where no better one is there.
_WEAK = ("sop", "uraian", "judul", "nomor", "kode", "nama", "nama kegiatan", "kegiatan")
# One letter in eight may be wrong; "nomor" is then no "no".
_NEAR = 87
_LONGEST = 60
_TALLEST = 3
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its rows (from 1), its columns (from 0) by field, and every heading."""

    rows: tuple[int, ...]
    columns: Mapping[str, int]
    headings: tuple[Heading, ...]
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class _Named:
    field: str
    strength: int


def header_at(rows: Sequence[Row], index: int, hidden: frozenset[int] = frozenset()) -> tuple[Header, ...]:
    """Return the header whose first row is `index` (from 0), one for each of the tables side by side, or none."""
    if has_number(rows[index]) or not _exact(rows[index]):
        return ()
    for height in range(_TALLEST, 0, -1):
        block = rows[index : index + height]
        if len(block) < height or not _is_block(block):
            continue
        headings = stacked(block)
        found = tuple(_headers(headings, range(index + 1, index + height + 1), hidden))
        if found:
            return found
    return ()


def has_number(row: Row) -> bool:
    """Return whether a cell is a number and nothing else: no heading is, and nearly every row of a list has one."""
    return any(map(str.isdigit, row))


def names_columns(row: Row) -> int:
    """Return how many cells of a row are exactly known headings, of different fields."""
    return 0 if has_number(row) else len(set(_exact(row)))


def stacked(block: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    """Return the headings of each column from top to bottom; one over several columns stands over each of them."""
    width = max(map(len, block))
    columns: list[tuple[str, ...]] = [()] * width
    for level, row in enumerate(block):
        over = ""
        for at in range(width):
            own = row[at] if at < len(row) else ""
            below = any(at < len(each) and each[at] for each in block[level + 1 :])
            # What has no heading below itself is merged down, not across.
            over = (own if below else "") if own else over
            above = bool(columns[at])
            # Only a cell that is blank and has headings below lies under its neighbour.
            if own or (over and below and not above):
                columns[at] += (own or over,)
    return tuple(columns)


def assigned(
    headings: Sequence[tuple[str, ...]], hidden: frozenset[int] = frozenset()
) -> tuple[dict[str, int], dict[int, bool]]:
    """Return the column of each field, the surest heading first, and for each such column whether it is sure."""
    offers = []
    for column, texts in enumerate(headings):
        named = _named(texts)
        if named is not None:
            offers.append((column + 1 in hidden, named.strength, column, named.field))
    found: dict[str, int] = {}
    sure: dict[int, bool] = {}
    for _, strength, column, name in sorted(offers):
        if name not in found:
            found[name], sure[column] = column, strength < 2
        elif name == "number" and strength and "order" not in found:
            # NOMOR beside NOMOR SOP counts the rows.
            found["order"], sure[column] = column, strength < 2
    if "number" in found and "order" not in found and _bare(headings[found["number"]]) == "no":
        found["order"] = found.pop("number")
    found.pop("dates", None)
    return found, sure


def _headers(headings: tuple[tuple[str, ...], ...], rows: Sequence[int], hidden: frozenset[int]) -> Iterator[Header]:
    for left, right in _spans(headings):
        part = [texts if left <= at < right else () for at, texts in enumerate(headings)]
        columns, sure = assigned(part, hidden)
        if "title" in columns and len(columns) > 1:
            yield Header(
                rows=tuple(rows), columns=columns, left=left, right=right, headings=told(part, columns, sure, hidden)
            )


def told(
    headings: Sequence[tuple[str, ...]],
    columns: Mapping[str, int],
    sure: Mapping[int, bool],
    hidden: frozenset[int] = frozenset(),
) -> tuple[Heading, ...]:
    """Return every column that has a heading or a field, for a person to see how it was understood."""
    fields = {column: name for name, column in columns.items()}
    return tuple(
        Heading(
            field=fields.get(at, ""), column=at + 1, text=" / ".join(dict.fromkeys(texts)), sure=sure.get(at, True),
            hidden=at + 1 in hidden,
        )
        for at, texts in enumerate(headings)
        if texts or at in fields
    )  # fmt: skip


def _spans(headings: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """The columns of each table: a title and an order that come again to the right begin another."""
    titles = [at for at, texts in enumerate(headings) if (n := _named(texts)) and (n.field, n.strength) == ("title", 0)]
    orders = [at for at, texts in enumerate(headings) if (n := _named(texts)) and n.field == "order"]
    cuts = [at for at in orders if any(title < at for title in titles) and any(title > at for title in titles)]
    if len(titles) != len(cuts) + 1:
        return [(0, len(headings))]
    return list(zip([0, *cuts], [*cuts, len(headings)], strict=True))


def _is_block(block: Sequence[Row]) -> bool:
    """Whether rows can be one header: each names a column, none repeats a title, none is filled like a list."""
    for level, row in enumerate(block[1:], start=1):
        filled = [at for at, text in enumerate(row) if text]
        if not filled or any(row[at].isdigit() for at in filled):
            return False
        above = stacked(block[:level])
        title, _ = assigned(above)
        strong = "title" in title and (n := _named(above[title["title"]])) is not None and n.strength == 0
        if strong and title["title"] in filled:
            return False
        whole = stacked(block[: level + 1])
        known = [at for at in filled if _named((row[at],)) is not None or _joined(whole[at]) is not None]
        if 2 * len(known) < len(filled) or not known:
            return False
    return True


def _exact(row: Row) -> list[str]:
    return [name for text in row if text and len(text) <= _LONGEST and (name := _KNOWN.get(_bare((text,)))) is not None]


@lru_cache(maxsize=4096)
def _named(texts: tuple[str, ...]) -> _Named | None:
    """What a column is by its headings from top to bottom: the whole, then the lowest alone, then one that is near."""
    if not texts or len(texts[-1]) > _LONGEST:
        return None
    joined = _joined(texts)
    if joined is not None:
        return _Named(joined, 0)
    lowest = _bare((texts[-1],))
    if lowest in _KNOWN:
        return _Named(_KNOWN[lowest], 1 if lowest in _WEAK else 0)
    near = _near(lowest)
    return _Named(near, 2) if near else None


def _joined(texts: tuple[str, ...]) -> str | None:
    if len(texts) < 2:
        return None
    for at in range(len(texts) - 1):
        for pair in (f"{texts[at]} {texts[-1]}", f"{texts[-1]} {texts[at]}"):
            name = _KNOWN.get(key(pair))
            if name is not None:
                return name
    return None


def _bare(texts: tuple[str, ...]) -> str:
    """The heading without what is said in brackets behind it."""
    text = texts[-1] if texts else ""
    return _key(text) if _key(text) in _KNOWN else _key(re.sub(r"\([^)]*\)?|\*+\)?", " ", text))


@lru_cache(maxsize=16384)
def _key(text: str) -> str:
    return key(text)


def _near(heading: str) -> str | None:
    if len(heading) < 5:
        return None
    best = process.extractOne(heading, list(_KNOWN), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if best is not None:
        return _KNOWN[best[0]]
    # Words behind a known heading only explain it: "nama sop yang disusun".
    longer = [each for each in _KNOWN if " " in each and heading.startswith(f"{each} ")]
    return _KNOWN[max(longer, key=len)] if longer else None

"""The lines of a list -> its entries, without number or bullet."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.cells import Line
from pipeline.extract.labels import BULLET
from pipeline.model.place import DocxPlace
from pipeline.text import fold


def split_items(lines: Sequence[Line]) -> Iterator[tuple[str, DocxPlace]]:
    """Yield the entries of a list, without number or bullet: one a numbered item, else one a line.

    Where the list carries typed bullets, a line without one goes on with the entry above it, and so does a line that
    Word breaks inside an item that it numbers itself.
    """
    bulleted = bool(lines) and BULLET.match(lines[0].text) is not None and not lines[0].listed
    items: list[tuple[str, DocxPlace]] = []
    for at, line in enumerate(lines):
        match = BULLET.match(line.text)
        if items and _goes_on(line, items[-1][0], bulleted=bulleted, bullet=match is not None):
            text, place = items[-1]
            items[-1] = (fold(f"{text} {line.text}"), place)
        elif match is None:
            items.append((line.text, line.place))
        else:
            following = lines[at + 1].text if at + 1 < len(lines) else ""
            items.extend((each, line.place) for each in _inline(line.text, match, following))
    yield from items


def _goes_on(line: Line, above: str, *, bulleted: bool, bullet: bool) -> bool:
    if line.listed:
        return not line.item and not bullet
    if bulleted:
        return not bullet
    # A line break inside a paragraph in the middle of a sentence.
    return not line.item and line.text[:1].islower() and not bullet and not above.endswith((".", ";"))


def _inline(text: str, bullet: re.Match[str], following: str) -> Iterator[str]:
    """Yield the entries of one line: "1. Komputer 2. Pencetak" holds two, if no line of its own brings the second."""
    while True:
        start, after = bullet.end(), _next(bullet)
        own = BULLET.match(following)
        found = None if not after or (own and after in own.groups()) else re.search(_mark(text, bullet, after), text)
        second = BULLET.match(text, found.end()) if found else None
        if found is None or second is None or found.start() <= start:
            yield fold(text[start:])
            return
        yield fold(text[start : found.start()])
        bullet = second


def _next(bullet: re.Match[str]) -> str:
    """The number or letter that follows this one, or nothing behind a bullet without order."""
    if bullet["number"]:
        return str(int(bullet["number"]) + 1)
    letter = bullet["letter"]
    return chr(ord(letter) + 1) if letter and letter not in "zZ" else ""


def _mark(text: str, bullet: re.Match[str], after: str) -> str:
    """The pattern of the next number in the dress of this one: `1.` -> ` 2.`, `(a)` -> ` (b)`."""
    dress = text[bullet.start() : bullet.end()].strip()
    closing = "".join(each for each in dress if each in ".)")[-1]
    opening = r"\(" if dress.startswith("(") else ""
    return rf"""\s(?={opening}{after}\{closing}\s?[A-Z0-9(“"])"""

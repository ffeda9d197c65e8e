"""The bytes of a body and its spots -> the elements of any paragraph, parsed when they are asked for."""

import re
from collections.abc import Iterator

from pipeline.read.spots import Spots
from pipeline.write.spans import Edits, Element, NotSound, element_at

# What may hold the signs of a tag without being one.
_NO_TAG = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_START = re.compile(rb"<[^/!?]")


class Paragraphs:
    """The paragraphs of a part by their numbers in the order of its XML: a whole part takes too long to parse so."""

    def __init__(self, edits: Edits, spots: Spots) -> None:
        """Find where elements begin; raises NotSound where Word's names have no prefix."""
        if not spots.prefix:
            raise NotSound("no prefix")
        self._data = edits.data
        # Of the same length, so that all places stay.
        self._tags = (
            _NO_TAG.sub(lambda match: b" " * len(match[0]), self._data) if _may_mislead(self._data) else self._data
        )
        self._starts = [match.start() for match in _START.finditer(self._tags)]
        name = re.escape(spots.prefix.encode()) + b"p"
        self._paragraph = re.compile(rb"<%b(?:\s[^>]*?)?(/?)>|</%b\s*>" % (name, name))
        self._parsed: dict[int, tuple[Element, ...]] = {}

    def __getitem__(self, number: int) -> Element:
        """Return a paragraph."""
        return self.within(number)[0]

    def within(self, number: int) -> tuple[Element, ...]:
        """Return a paragraph and all that is in it, in the order of the XML."""
        if number not in self._parsed:
            start = self._starts[number]
            self._parsed[number] = tuple(element_at(self._data, start, self._end(start)).walk())
        return self._parsed[number]

    def element(self, number: int, paragraph: int) -> Element:
        """Return an element of a paragraph, both by their numbers."""
        return self.within(paragraph)[number - paragraph]

    def parsed(self) -> Iterator[tuple[int, tuple[Element, ...]]]:
        """Yield each paragraph that was asked for, with its number and all that is in it."""
        yield from self._parsed.items()

    def _end(self, start: int) -> int:
        depth = 0
        for match in self._paragraph.finditer(self._tags, start):
            depth += _change(match)
            if depth == 0:
                return match.end()
        raise NotSound("a paragraph without an end")


def _may_mislead(data: bytes) -> bool:
    return b"<!" in data or data.count(b"<?") > 1


def _change(match: re.Match[bytes]) -> int:
    if match[0].startswith(b"</"):
        return -1
    return 0 if match[1] else 1


def above(element: Element) -> Iterator[Element]:
    """Yield what an element stands in within its paragraph, from the inside outwards."""
    found = element.parent
    while found is not None and found.tag:
        yield found
        found = found.parent

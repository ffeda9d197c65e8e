"""The bytes of a .docx -> where each place of its body stands in the XML, for whoever marks something there."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from pipeline.model.place import DocxPlace
from pipeline.read.blocks import elements
from pipeline.read.package import open_package, parse
from pipeline.read.styles import Styles
from pipeline.read.word import styles_of
from pipeline.read.xml import P, T, W, first, transitional

# An element's number in the order of the part's XML, from 0, kept on it while rows, runs and branches are taken away.
_NUMBER = "pleno-number"
_NUMBERED = frozenset((P, T, *(W + name for name in ("drawing", "pict", "object"))))


class Spot(NamedTuple):
    """A paragraph as the reader places it, its elements by their numbers in the order of the part's XML, from 0.

    `texts` are those that are read: nothing struck out or hidden is among them. `outer` is the paragraph itself, or,
    of one in a text box, the paragraph that the box is anchored in.
    """

    place: DocxPlace
    paragraph: int
    outer: int
    texts: tuple[int, ...]
    drawings: tuple[int, ...]


class Spots(NamedTuple):
    """The paragraphs of the body, in the order of the file, and the name of the part that they stand in."""

    part: str
    spots: tuple[Spot, ...]


def read_spots(data: bytes) -> Spots:
    """Return where the places of a draft stand; raises DraftUnreadable as `read_draft` does."""
    package = open_package(data)
    main = package.main_part()
    root = parse(transitional(package.data(main)), main)
    for number, each in enumerate(root.iter()):
        if each.tag in _NUMBERED:
            each.set(_NUMBER, str(number))
    return Spots(main, tuple(_spots(root, styles_of(package, main))))


def _spots(root: etree._Element, styles: Styles) -> Iterator[Spot]:
    body = first(root, W + "body")
    if body is None:
        return
    paragraphs, drawn = elements(body, "body", styles)
    drawings: dict[etree._Element, list[int]] = defaultdict(list)
    for drawing, holder in drawn:
        drawings[holder.element].append(_number(drawing))
    texts: dict[etree._Element, list[int]] = defaultdict(list)
    for text in body.iter(T):
        texts[_paragraph(text)].append(_number(text))
    for paragraph in paragraphs:
        element = paragraph.element
        yield Spot(
            paragraph.place,
            _number(element),
            _number(_outermost(element)),
            tuple(texts[element]),
            tuple(drawings[element]),
        )


def _number(element: etree._Element) -> int:
    return int(element.get(_NUMBER, "0"))


def _paragraph(element: etree._Element) -> etree._Element:
    """The paragraph that a text stands in; a text astray in no paragraph is nobody's."""
    return next(element.iterancestors(P), element)


def _outermost(element: etree._Element) -> etree._Element:
    found = element
    for each in element.iterancestors(P):
        found = each
    return found

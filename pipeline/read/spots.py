"""The bytes of a .docx -> where each place of its body stands in the XML, for whoever marks something there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from lxml import etree

from pipeline.model.place import DocxPlace
from pipeline.read.blocks import elements
from pipeline.read.package import open_package, parse
from pipeline.read.styles import Styles
from pipeline.read.word import styles_of
from pipeline.read.xml import P, T, W, first, parent, transitional

# An element's number in the order of the part's XML, from 0, kept on it while rows, runs and branches are taken away.
_NUMBER = "pleno-number"
_FIELD, _FIELD_KIND = W + "fldChar", W + "fldCharType"
_DEPTHS = {"begin": 1, "end": -1}
_NUMBERED = frozenset((P, T, *(W + name for name in ("drawing", "pict", "object"))))


class Firm(StrEnum):
    """Why a text cannot be changed where it stands: Word writes it anew, or it is on its way elsewhere."""

    FIELD = "field"
    BOUND = "bound"
    MOVED = "moved"


_RARE = {W + "fldSimple": Firm.FIELD, W + "moveTo": Firm.MOVED, W + "dataBinding": Firm.BOUND}


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
    """The paragraphs of the body, in the order of the file, and how the part is written that they stand in.

    `prefix` is that of Word's own names, with its colon, empty where they have none; `strict` says which names those
    are. `owners` are the paragraphs of texts by their numbers, `firm` the texts that cannot be changed.
    """

    part: str
    prefix: str
    strict: bool
    spots: tuple[Spot, ...]
    owners: Mapping[int, int]
    firm: Mapping[int, Firm]


def read_spots(data: bytes) -> Spots:
    """Return where the places of a draft stand; raises DraftUnreadable as `read_draft` does."""
    package = open_package(data)
    main = package.main_part()
    written = package.data(main)
    root = parse(transitional(written), main)
    for number, each in enumerate(root.iter()):
        if each.tag in _NUMBERED:
            each.set(_NUMBER, str(number))
    firm = dict(_firm(root))
    # Where a text stood before what is struck out was taken away.
    owners = {_number(each): _number(_paragraph(each)) for each in root.iter(T)}
    prefix = next((f"{each}:" for each, uri in root.nsmap.items() if each and uri == W.strip("{}")), "")
    spots = tuple(_spots(root, styles_of(package, main)))
    return Spots(main, prefix, b"purl.oclc.org/ooxml/wordprocessingml" in written, spots, owners, firm)


def _firm(root: etree._Element) -> Iterator[tuple[int, Firm]]:
    depth = 0
    for each in root.iter(T, _FIELD):
        if each.tag == _FIELD:
            depth = max(0, depth + _DEPTHS.get(each.get(_FIELD_KIND, ""), 0))
        elif depth:
            yield _number(each), Firm.FIELD
    for rare, why in _RARE.items():
        for each in root.iter(rare):
            # What binds a control stands in its properties.
            holder = parent(parent(each)) if why is Firm.BOUND else each
            yield from ((_number(text), why) for text in holder.iter(T))


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

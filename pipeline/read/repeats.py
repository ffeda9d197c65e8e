"""The bytes of a part -> the same with properties written once: half of what Word writes is repeats.

Word spells out the properties of every paragraph, run and cell, a few dozen different ones thousands of times. What is
taken out here is parsed once and found again by its number; the tree is half as large, and walked in half the time.
"""

import re
from collections.abc import Mapping
from itertools import chain

from lxml import etree

from pipeline.read.xml import W

# Properties that were taken out, by the number that stands in their place.
Shared = Mapping[str, etree._Element]
NUMBER = "n"
_ROOT = re.compile(rb"<w:\w+\s([^>]*)>")
_BOUND = b'xmlns:w="' + W.strip("{}").encode() + b'"'
# Properties that change what is read, or that hold others of their kind, stay where they are.
_RARE = re.compile(
    rb"vanish|:(?:del|ins)[\s/>]|:move|Change|sectPr|cellIns|cellDel|:hidden|AlternateContent|:t[\s/>]|<\?|\s>"
)
_SIGNS_OF_RARE = (
    b"vanish", b":del", b":ins", b":move", b"Change", b"sectPr", b":cell", b":hidden", b"AlternateContent", b":t>",
    b":t ", b":t/", b"<?", b" >", b"\n", b"\r", b"\t",
)  # fmt: skip
# A comment or CDATA, and another meaning of the prefix further down.
_MISTAKEN = (b"<!", b"xmlns:w=")
_KINDS = (b"pPr", b"rPr", b"tcPr")
# Looks of shapes that say nothing about what they are or where.
_DROPPED = ((b"<wps:style>", b"</wps:style>"),)


def without_repeats(data: bytes) -> tuple[bytes, bytes]:
    """Return a part's bytes with its properties taken out, and a document that holds each of those once.

    Where a part is written in a way that this could mistake (another prefix, comments, CDATA) nothing is taken out. A
    property that uses a name declared only around it makes the second document unreadable; the part is read whole then.
    """
    head = _ROOT.search(data, 0, 4_000)
    if head is None or _BOUND not in head[1] or any(data.find(each, head.end()) >= 0 for each in _MISTAKEN):
        return data, b""
    once: list[bytes] = []
    for kind in _KINDS:
        data = _taken_out(data, b"<w:" + kind + b">", b"</w:" + kind + b">", once)
    for opening, closing in _DROPPED:
        first, *others = data.split(opening)
        data = b"".join((first, *(_after(closing, each, opening) for each in others)))
    # What stands before the root says how the letters are written.
    opened = b"<w:properties " + head[1].rstrip(b"/") + b">"
    return data, b"".join((data[: head.start()], opened, *once, b"</w:properties>"))


def _after(closing: bytes, text: bytes, opening: bytes) -> bytes:
    """What follows an element that has just begun; all of it, with its opening, where it does not end."""
    _, end, rest = text.partition(closing)
    return rest if end else opening + text


def _taken_out(data: bytes, opening: bytes, closing: bytes, once: list[bytes]) -> bytes:
    """The bytes with a number in the place of each element; `once` gets each different one."""
    first, *others = data.split(opening)
    pieces = [each.partition(closing) for each in others]
    if not all(end for _, end, _ in pieces):
        return data
    marks: dict[bytes, bytes] = dict.fromkeys((inner for inner, _, _ in pieces), b"")
    # One look at all of them; only where a rare word stands somewhere is each asked by itself.
    together = b"\0".join(marks)
    may_be_rare = any(each in together for each in _SIGNS_OF_RARE)
    for inner in marks:
        if opening in inner or (may_be_rare and _RARE.search(inner)):
            marks[inner] = opening + inner + closing
        else:
            marks[inner] = b'%b %b="%d"/>' % (opening[:-1], NUMBER.encode(), len(once))
            once.append(opening + inner + closing)
    return b"".join((first, *chain.from_iterable((marks[inner], rest) for inner, _, rest in pieces)))


def numbered(root: etree._Element | None) -> Shared:
    """Return the properties that were taken out, by their number."""
    return {} if root is None else {str(at): each for at, each in enumerate(root)}

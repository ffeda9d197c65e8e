"""The names of Word's XML vocabularies, and the two or three things every reader asks of an element."""

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that Office itself uses
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# Word's everyday words, which every reader here asks for.
P, R, T, R_PR = (W + name for name in ("p", "r", "t", "rPr"))

# Strict OOXML says the same under other names (ISO/IEC 29500-1 against -4).
STRICT: tuple[tuple[bytes, bytes], ...] = tuple(
    (b"http://purl.oclc.org/ooxml/" + strict, b"http://schemas.openxmlformats.org/" + transitional)
    for strict, transitional in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"drawingml/main", b"drawingml/2006/main"),
        (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
        (b"drawingml/picture", b"drawingml/2006/picture"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"officeDocument/math", b"officeDocument/2006/math"),
    )
)

Found = TypeVar("Found")

TWIPS = 20.0
EMU = 12_700.0

_OFF = ("0", "false", "off", "none")
_KNOWN_CHOICES = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16se", "wpi", "cx", "aink", "am3d"})


CHOICE, _FALLBACK_TAG = MC + "Choice", MC + "Fallback"
_REQUIRES = re.compile(rb'Requires="([^"]*)"')
_OPENS, _CLOSES, _CHOICE, _CHOICE_ENDS = b"<mc:Fallback>", b"</mc:Fallback>", b"<mc:Choice", b"</mc:Choice>"
# So much is looked at for the end of the branch before a fallback: nobody puts more blanks between.
_BLANKS = 60


def transitional(data: bytes) -> bytes:
    """Return a part's bytes with the names of Strict OOXML replaced by those that every reader here knows."""
    if b"purl.oclc.org/ooxml" in data:
        for strict, name in STRICT:
            data = data.replace(strict, name)
    return data


def without_fallbacks(data: bytes) -> bytes:
    """Return the bytes without the branches of mc:AlternateContent that are not read anyway: a sixth of a chart's XML.

    Where a branch could be needed, or the prefix is another, nothing is cut: `chosen` decides in the tree. The bytes
    must hold no comment and no CDATA.
    """
    kept: list[bytes] = []
    begin = 0
    while (at := data.find(_OPENS, begin)) >= 0:
        end = data.find(_CLOSES, at)
        after_choice = data[max(0, at - _BLANKS) : at].rstrip().endswith(_CHOICE_ENDS)
        if end < 0 or not after_choice or not _are_choices_ours(data, begin, at):
            return data
        if data.find(_OPENS[:-1], at + 1, end) >= 0:
            return data
        kept.append(data[begin:at])
        begin = end + len(_CLOSES)
    return b"".join((*kept, data[begin:])) if kept else data


def without(data: bytes, opening: bytes, closing: bytes) -> bytes:
    """Return the bytes without the elements of one kind, which must hold none of their own; as they are if in doubt."""
    first, *others = data.split(opening)
    pieces = [each.partition(closing) for each in others]
    if b"<!" in data or not all(end for _, end, _ in pieces):
        return data
    return b"".join((first, *(rest for _, _, rest in pieces)))


def _are_choices_ours(data: bytes, begin: int, end: int) -> bool:
    """Whether all branches that begin before a fallback ask only for vocabularies that are read here."""
    while (begin := data.find(_CHOICE, begin, end)) >= 0:
        requires = _REQUIRES.search(data, begin, data.find(b">", begin, end))
        if requires is None or not _are_known(requires[1]):
            return False
        begin += 1
    return True


@lru_cache(maxsize=64)
def _are_known(requires: bytes) -> bool:
    return set(requires.decode(errors="replace").split()) <= _KNOWN_CHOICES


def first(holder: etree._Element | None, tag: str) -> etree._Element | None:
    """Return the first child with this full tag, or none.

    A plain loop: over the few children of a property, `find` and `iterchildren` cost several times as much.
    """
    if holder is not None:
        for child in holder:
            if child.tag == tag:
                return child
    return None


def parent(element: etree._Element) -> etree._Element:
    """Return the element that holds this one, itself for a root: nobody asks a root for its run or its row."""
    above = element.getparent()
    return element if above is None else above


def nearest(element: etree._Element, among: Mapping[etree._Element | None, Found]) -> Found | None:
    """Return what is known of the nearest element around this one, whatever wraps it, or none."""
    above = element.getparent()
    while above is not None:
        found = among.get(above)
        if found is not None:
            return found
        above = above.getparent()
    return None


def flag(properties: etree._Element | None, tag: str) -> bool:
    """Return whether an on/off property (`w:tblHeader`, `w:vanish`) is there and not switched off."""
    found = first(properties, W + tag)
    return found is not None and found.get(W + "val", "1") not in _OFF


def value(properties: etree._Element | None, path: str, attribute: str = "val") -> str | None:
    """Return the attribute of the element at `path`, tag names parted by blanks, or none."""
    found = properties
    for tag in path.split():
        found = first(found, W + tag)
    return None if found is None else found.get(W + attribute)


def number(text: str | None, default: float = 0.0) -> float:
    """Return the number that an attribute holds, or the default when it is missing or no number."""
    if text is None:
        return default
    try:
        found = float(text)
    except ValueError:
        return default
    return found if math.isfinite(found) else default


def twips(text: str | None, default: float = 0.0) -> float:
    """Return a length in points from twips, or from Strict OOXML's own units (`1.2cm`, `12pt`)."""
    if text is None:
        return default
    for suffix, factor in (("pt", 1.0), ("cm", 72 / 2.54), ("mm", 7.2 / 2.54), ("in", 72.0)):
        if text.endswith(suffix):
            return number(text[: -len(suffix)], default) * factor
    return number(text, default * TWIPS) / TWIPS


def chosen(alternate: etree._Element) -> etree._Element | None:
    """Return the one branch of an mc:AlternateContent that is read: never both, or each text comes twice."""
    fallback = None
    for branch in alternate:
        if branch.tag == CHOICE:
            requires = branch.get("Requires", "")
            if requires in _KNOWN_CHOICES or set(requires.split()) <= _KNOWN_CHOICES:
                return branch
        elif branch.tag == _FALLBACK_TAG:
            fallback = branch
    return fallback


def named(tag: str) -> str:
    """Return a tag's name without its namespace."""
    return tag.rsplit("}", 1)[-1]

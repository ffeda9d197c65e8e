"""The names of Word's XML vocabularies, and the two or three things every reader asks of an element."""

import math

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
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

TWIPS = 20.0
EMU = 12_700.0

_OFF = ("0", "false", "off", "none")
_KNOWN_CHOICES = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16se", "wpi", "cx", "aink", "am3d"})


def first(parent: etree._Element, tag: str) -> etree._Element | None:
    """Return the first child with this full tag, or none: `find` without the cost of its path language."""
    return next(parent.iterchildren(tag), None)


def flag(parent: etree._Element | None, tag: str) -> bool:
    """Return whether an on/off property (`w:tblHeader`, `w:vanish`) is there and not switched off."""
    found = None if parent is None else first(parent, W + tag)
    return found is not None and found.get(W + "val", "1") not in _OFF


def value(parent: etree._Element | None, path: str, attribute: str = "val") -> str | None:
    """Return the attribute of the element at `path`, tag names parted by blanks, or none."""
    found = parent
    for tag in path.split():
        found = None if found is None else first(found, W + tag)
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
    for choice in alternate.findall(MC + "Choice"):
        if set(choice.get("Requires", "").split()) <= _KNOWN_CHOICES:
            return choice
    return alternate.find(MC + "Fallback")


def named(tag: str) -> str:
    """Return a tag's name without its namespace."""
    return tag.rsplit("}", 1)[-1]

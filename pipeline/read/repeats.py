"""The bytes of a part -> the same with what it repeats written once: half of what Word writes is repeats.

Word spells out the properties of every paragraph, run and cell, a few dozen different ones thousands of times, and
draws a chart with the same few symbols. What is taken out here is parsed once and found again by its number; the tree
is a third as large, and walked in half the time. A look over all bytes costs a fortieth of parsing them: there are few.
"""

import re
from collections.abc import Mapping
from itertools import chain

from lxml import etree

from pipeline.read.xml import W

# What was taken out, by the number that stands in its place.
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
# All properties end alike, so one cut finds them, and what stands before it tells whose they are.
_CUT = b"Pr>"
_ENDS = {b"<w:p": b"</w:p", b"<w:r": b"</w:r", b"<w:tc": b"</w:tc"}
_SLASH = ord("/")
_HOLDERS = frozenset(name + after for name in _ENDS for after in (b" ", b">"))
# Before a property that does not follow the beginning of its own paragraph, run or cell.
_ALONE = b"\0"
# Between a drawing's size and its graphic, and after the graphic, stands nothing that says what it is or where.
_BEFORE, _GRAPHIC, _GRAPHIC_ENDS = b"<wp:effectExtent", b"<a:graphic ", b"</a:graphic>"
_AFTER, _FRAME_ENDS = b"<wp14:sizeRel", b"</wp:anchor>"
# A graphic with any of these has more in it than one shape's form and place.
_MORE = (b"txbx", b"AlternateContent", b"<?", b"<a:graphic ")
# What follows a shape's own properties are its looks.
_SHAPE_ENDS, _LOOKS_END = b"</wps:spPr>", b"</wps:wsp></a:graphicData>"


def without_repeats(data: bytes) -> tuple[bytes, bytes]:
    """Return a part's bytes with its properties and shapes taken out, and a document that holds each of those once.

    Where a part is written in a way that this could mistake (another prefix, comments, CDATA) nothing is taken out.
    What uses a name declared only around it makes the second document unreadable; the part is read whole then.
    """
    head = _ROOT.search(data, 0, 4_000)
    if head is None or _BOUND not in head[1]:
        return data, b""
    once: list[bytes] = []
    trimmed = _without_properties(_without_graphics(data, once), once)
    # What stands before the root says how the letters are written.
    opened = b"<w:shared " + head[1].rstrip(b"/") + b">"
    shared = b"".join((data[: head.start()], opened, *once, b"</w:shared>"))
    if any(trimmed.find(sign, head.end()) >= 0 or shared.find(sign, head.end()) >= 0 for sign in _MISTAKEN):
        return data, b""
    return trimmed, shared


# A comment or CDATA, and another meaning of the prefix further down.
_MISTAKEN = (b"<!", b"xmlns:w=")


def _without_graphics(data: bytes, once: list[bytes]) -> bytes:
    """The bytes with a number in the place of each graphic without words; `once` gets each different one."""
    first, *others = data.split(_BEFORE)
    if not others:
        return data
    kept = [first]
    marks: dict[bytes, bytes] = {}
    for each in others:
        at = each.find(_GRAPHIC)
        end = each.find(_GRAPHIC_ENDS, at)
        if at < 0 or end < 0 or b"<!" in each or each.find(b"</w:drawing", 0, at) >= 0:
            kept += (_BEFORE, each)
            continue
        graphic = each[at:end]
        rest = end + len(_GRAPHIC_ENDS)
        if each.startswith(_AFTER, rest):
            rest = max(rest, each.find(_FRAME_ENDS, rest))
        kept += (marks.get(graphic) or _marked(graphic, marks, once), each[rest:])
    return b"".join(kept)


def _marked(graphic: bytes, marks: dict[bytes, bytes], once: list[bytes]) -> bytes:
    """What stands in the place of a graphic met for the first time."""
    if any(graphic.find(each, 1) >= 0 for each in _MORE):
        return graphic + _GRAPHIC_ENDS
    mark = marks[graphic] = b'%b %b="%d"/>' % (graphic[: graphic.find(b">")], NUMBER.encode(), len(once))
    cut = graphic.find(_SHAPE_ENDS)
    if cut >= 0 and graphic.endswith(_LOOKS_END) and graphic.find(_SHAPE_ENDS, cut + 1) < 0:
        graphic = graphic[: cut + len(_SHAPE_ENDS)] + _LOOKS_END
    once.append(graphic + _GRAPHIC_ENDS)
    return mark


def _without_properties(data: bytes, once: list[bytes]) -> bytes:
    """The bytes with a number in the place of each property; `once` gets each different one.

    The number stands on the paragraph, run or cell itself, whose revision ids go: nobody reads them.
    """
    parted = _parted(data)
    if parted is None:
        return data
    between, taken = parted
    marks = dict.fromkeys(taken, b"")
    for known in (b"", _CUT):
        marks.pop(known, None)
    # One look at all of them; only where a rare word stands somewhere is each asked by itself.
    together = _ALONE.join(marks)
    may_be_rare = any(each in together for each in _SIGNS_OF_RARE)
    numbers: dict[bytes, int] = {}
    for key in marks:
        alone = key.startswith(_ALONE)
        inner = key[1:] if alone else key
        end = inner.rfind(b"<")
        name = b"<" + inner[end + 2 :]
        if may_be_rare and _RARE.search(inner):
            marks[key] = b"".join((b"" if alone else b">" + name, _CUT, inner, _CUT))
            continue
        # The look of a paragraph's own mark, which comes last, is never asked for.
        mark = inner.find(b"<w:rPr>") if name == b"<w:p" else -1
        whole = b"".join((name, _CUT, inner[: end if mark < 0 else mark], inner[end:], _CUT))
        number = numbers.setdefault(whole, len(once))
        if number == len(once):
            once.append(whole)
        marks[key] = (b'Pr %b="%d"/>' if alone else b' %b="%d">') % (NUMBER.encode(), number)
    marks[_CUT], marks[b""] = _CUT, b""
    return b"".join(chain.from_iterable(zip(between, map(marks.__getitem__, taken), strict=True)))


def _parted(data: bytes) -> tuple[list[bytes], list[bytes]] | None:
    """The bytes cut where properties are, and what each cut takes out: a property, or only the end of a tag's name.

    None where a property does not end.
    """
    between: list[bytes] = []
    taken: list[bytes] = []
    pieces = iter(data.split(_CUT))
    for piece in pieces:
        at = piece.rfind(b"<")
        name = piece[at:]
        closing = _ENDS.get(name)
        if closing is None:
            between.append(piece)
            taken.append(_CUT)
            continue
        within: list[bytes] = []
        for inner in pieces:
            within.append(inner)
            if inner.endswith(closing):
                break
        else:
            return None
        inner = inner if len(within) == 1 else _CUT.join(within)
        holder = piece.rfind(b"<", 0, at)
        end = holder + len(name)
        # A name declared on the holder is for what is in it; one that ends at once holds nothing.
        if (
            piece[holder : end + 1] in _HOLDERS
            and piece.find(b">", end) == at - 1
            and piece[at - 2] != _SLASH
            and piece.find(b"xmlns", end) < 0
        ):
            between.append(piece[:end])
            taken.append(inner)
        else:
            between.append(piece)
            taken.append(_ALONE + inner)
    taken[-1] = b""
    return between, taken


def numbered(root: etree._Element | None) -> Shared:
    """Return what was taken out, by its number."""
    return {} if root is None else {str(at): each for at, each in enumerate(root)}

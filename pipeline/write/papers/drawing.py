"""A step table with its chart in a paper: WordprocessingML of our own making, put into the finished document.

Everything that a template prints is escaped, so nothing printed can be XML. A drawing is therefore not printed: where a
template asks for one, a processing instruction stands in its place until the template is filled in, and the drawing
takes over then. A text cannot hold such an instruction, because its `<` is an entity by then.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Final

from lxml import etree
from markupsafe import Markup

from pipeline.write.word_package import NAMES, Style, style_element

_TARGET: Final = "sop-pleno"
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD: Final = f"{{{_W}}}"
_ALL = {**NAMES, "w": _W}
_TEXT = f"{_WORD}t"
_PARAGRAPH, _RUN, _SECTION = f"{_WORD}p", f"{_WORD}r", f"{_WORD}sectPr"
_SHAPE = f"{{{NAMES['v']}}}shape"
_SHAPE_TYPE = f"{{{NAMES['v']}}}shapetype"
_NUMBERED = f"{{{NAMES['wp']}}}docPr"


class Drawing:
    """Ready paragraphs and tables for a paper, and the styles that they are set in; false where there are none.

    As text it is empty, so that a filter or a sum in a template makes nothing of it. It is no dataclass: a template
    cannot ask for what is in it.
    """

    __slots__ = ("_font", "_styles", "_xml")

    def __init__(self, xml: str = "", styles: Sequence[Style] = (), font: str = "Arial") -> None:
        """Keep the WordprocessingML of what stands in a body, and how it is set."""
        self._xml = xml
        self._styles = tuple(styles)
        self._font = font

    def __bool__(self) -> bool:
        """Return whether there is something to draw."""
        return bool(self._xml)

    def __str__(self) -> str:
        """Return nothing: a drawing is placed, not printed."""
        return ""

    def blocks(self) -> Iterator[etree._Element]:
        """Yield its paragraphs and tables."""
        if self._xml:
            names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _ALL.items())
            yield from etree.fromstring(f"<w:body {names}>{self._xml}</w:body>")

    def styles(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield each style that it needs, by its id: heights were reckoned for single lines of this font alone."""
        for each in self._styles:
            style = etree.fromstring(f'<w:styles xmlns:w="{_W}">{style_element(each)}</w:styles>')[0]
            for spacing in style.iter(f"{_WORD}spacing"):
                spacing.set(f"{_WORD}line", "240")
                spacing.set(f"{_WORD}lineRule", "auto")
            for look in style.iterchildren(f"{_WORD}rPr"):
                fonts = etree.Element(f"{_WORD}rFonts")
                for script in ("ascii", "hAnsi", "eastAsia", "cs"):
                    fonts.set(f"{_WORD}{script}", self._font)
                look.insert(0, fonts)
            yield each.name, style


# For the trial of a template: as small as a drawing can be.
SAMPLE = Drawing("<w:p><w:r><w:t>Contoh</w:t></w:r></w:p>")


class Placed:
    """The drawings that a template asked for while it was filled in."""

    def __init__(self) -> None:
        """Begin without any."""
        self._asked: list[Drawing] = []

    def hold(self, drawing: Drawing) -> Markup:
        """Return what stands in the place of a drawing until the template is filled in."""
        if not drawing:
            return Markup("")
        self._asked.append(drawing)
        return Markup(f"<?{_TARGET} {len(self._asked) - 1}?>")

    def take_over(self, document: etree._Element, styles: etree._Element) -> None:
        """Put each drawing behind the paragraph that asked for it, which goes if nothing else stands in it.

        Styles that the template does not have are added; the office's own are left as they are.
        """
        if not self._asked:
            return
        for mark, drawing in self._found(document):
            # Asked for with {{p }}, there is no paragraph any more.
            paragraph = next(mark.iterancestors(_PARAGRAPH), None)
            place = mark if paragraph is None else paragraph
            _beside(place, [*drawing.blocks()])
            _remove(mark)
            if paragraph is not None and _is_bare(paragraph):
                _remove(paragraph)
            _add_styles(drawing, styles)
        _number(document)

    def _found(self, document: etree._Element) -> list[tuple[etree._Element, Drawing]]:
        """The marks in a document, each with the drawing whose number it has."""
        marks = [each for each in document.iter(etree.ProcessingInstruction) if getattr(each, "target", "") == _TARGET]
        return [(mark, self._asked[int(mark.text or "")]) for mark in marks]


def is_asked(xml: bytes | str) -> bool:
    """Return whether a part that was filled in asks for a drawing."""
    return f"<?{_TARGET} " in (xml if isinstance(xml, str) else xml.decode("utf-8"))


def _beside(place: etree._Element, blocks: Sequence[etree._Element]) -> None:
    """Put these behind a place, or before it where it ends a section: they belong to that one."""
    if next(place.iter(_SECTION), None) is None:
        for each in reversed(blocks):
            place.addnext(each)
        return
    for each in blocks:
        place.addprevious(each)


def _remove(element: etree._Element) -> None:
    """Take an element out, but not the text behind it."""
    holder, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if holder is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        holder.text = (holder.text or "") + tail
    holder.remove(element)


def _is_bare(paragraph: etree._Element) -> bool:
    """Whether a paragraph has neither words nor anything else that is seen, nor ends a section."""
    if next(paragraph.iter(_SECTION), None) is not None:
        return False
    shown = (part for run in paragraph.iter(_RUN) for part in run if part.tag != f"{_WORD}rPr")
    return all(part.tag == _TEXT and not len(part) and not (part.text or "").strip() for part in shown)


def _add_styles(drawing: Drawing, styles: etree._Element) -> None:
    known = {each.get(f"{_WORD}styleId") for each in styles.iter(f"{_WORD}style")}
    for name, style in drawing.styles():
        if name not in known:
            styles.append(deepcopy(style))


def _number(document: etree._Element) -> None:
    """Give each drawing of the document a number of its own, and define each form of VML once."""
    for number, each in enumerate(document.iter(_NUMBERED), start=1):
        each.set("id", str(number))
    for number, each in enumerate(document.iter(_SHAPE), start=1):
        if "id" in each.attrib:
            each.set("id", f"_x0000_s{1024 + number}")
    known: set[str | None] = set()
    for each in list(document.iter(_SHAPE_TYPE)):
        if each.get("id") in known:
            _remove(each)
        known.add(each.get("id"))

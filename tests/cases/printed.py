"""What Word prints of a draft and what was struck out, by a reader that shares nothing with the program's."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# A paragraph is a line of its own; a reading aid stands over its word.
_AROUND = {"p": "\n", "rt": " "}
# Properties hold no text; struck out, moved away and field codes are not printed.
_NEVER = frozenset(("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "trPr", "tcPr", "sdtPr", "sectPr"))
_PARTS = re.compile(r"word/(?:document|header\d+|footer\d+|footnotes|endnotes|comments)\.xml|word/afchunk\d+\.html")


def printed(content: bytes) -> Iterator[str]:
    """Yield each line that Word shows of a draft with all changes accepted, without its typed list number.

    Headers, footers, notes, comments and web pages taken in come after the text.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        hidden = _hidden_styles(archive.read("word/styles.xml"))
        for part in filter(_PARTS.fullmatch, archive.namelist()):
            page = _Page(hidden=hidden)
            text = "".join(page.shown(etree.fromstring(archive.read(part))))
            yield from (re.sub(r"^\s*\d{1,2}[.)]\s", "", line) for line in text.split("\n"))


def struck(content: bytes) -> Iterator[str]:
    """Yield each text of the draft's body that is struck out or moved away under tracked changes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    for each in body.iterfind(".//{*}delText"):
        yield each.text or ""
    for each in body.iterfind(".//{*}moveFrom//{*}t"):
        yield each.text or ""


def _hidden_styles(styles: bytes) -> frozenset[str]:
    found = etree.fromstring(styles).iterfind("{*}style[{*}rPr]")
    return frozenset(_attribute(each, "styleId") for each in found if each.find("{*}rPr/{*}vanish") is not None)


def _attribute(element: etree._Element | None, name: str) -> str:
    found = () if element is None else element.attrib.items()
    return next((str(value) for key, value in found if etree.QName(key).localname == name), "")


@dataclass(slots=True)
class _Page:
    """A walk over one part: `fields` says of each open field whether its result has begun."""

    hidden: frozenset[str]
    fields: list[bool] = field(default_factory=list)

    def shown(self, element: etree._Element) -> Iterator[str]:
        tag = etree.QName(element).localname
        if tag in _NEVER or self._is_off(element, tag):
            return
        if tag == "fldChar":
            self._turn(_attribute(element, "fldCharType"))
        yield _AROUND.get(tag, "")
        if all(self.fields):
            yield (element.text or "") if tag in ("t", "p") else _SIGNS.get(tag, "")
        children = list(element)[:1] if tag == "AlternateContent" else element
        for child in children:
            yield from self.shown(child)
        yield _AROUND.get(tag, "")

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate":
            self.fields[-1] = True
        else:
            self.fields.pop()

    def _is_off(self, element: etree._Element, tag: str) -> bool:
        """Whether a run, paragraph, row, cell or note is hidden, struck out or no text of anybody's."""
        if tag == "r":
            style = _attribute(element.find("{*}rPr/{*}rStyle"), "val")
            return element.find("{*}rPr/{*}vanish") is not None or style in self.hidden
        if tag == "p":
            return _attribute(element.find("{*}pPr/{*}pStyle"), "val") in self.hidden
        paths = {
            "tr": ("{*}trPr/{*}del", "{*}trPr/{*}hidden"), "tc": ("{*}tcPr/{*}cellDel",),
            "sdt": ("{*}sdtPr/{*}showingPlcHdr",),
        }.get(tag, ())  # fmt: skip
        return any(element.find(each) is not None for each in paths)

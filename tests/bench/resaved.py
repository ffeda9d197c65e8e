"""A sparsely written draft -> the same draft as Word saves it after months of editing by several people."""

import base64
import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from random import Random  # noqa: TID251 - always seeded

from lxml import etree

from tests.bench import parts
from tests.bench.habits import Habits, RunWay, setting_element
from tests.office.markup import NAMESPACES

DOCUMENT = "word/document.xml"
LOGO = "word/media/image1.png"
_SAVED = (2025, 8, 18, 9, 0, 0)
_SPLITTING, _SPELLED, _BORDERED, _WITH_GFXDATA, _WITH_MARGINS = 0.45, 0.08, 0.5, 0.4, 0.75
# Word's own drawings carry a copy of the modern shape in the old one, a zip in base64, of about this size.
_GFXDATA = (700, 1100)
_LOGOS = 7


def _name(prefixed: str) -> str:
    prefix, local = prefixed.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


W = f"{{{NAMESPACES['w']}}}"
W14 = f"{{{NAMESPACES['w14']}}}"
_P_PR_AFTER_SPACING = frozenset(W + each for each in ("ind", "contextualSpacing", "jc", "rPr"))
_P_PR_FROM_SPACING = _P_PR_AFTER_SPACING | {W + "spacing"}
_R_PR_BEFORE_SIZE = frozenset(W + each for each in ("rFonts", "b", "i"))


def resaved(data: bytes, chance: Random) -> bytes:
    """Return the draft with all that Word adds: revision ids, properties on every run, split runs, its other parts."""
    contents = parts_of(data)
    font = _font_of(contents["word/styles.xml"])
    pen = _Pen(font=font, chance=chance)
    root = etree.fromstring(contents[DOCUMENT])
    pen.resave(root)
    margins = chance.random() < _WITH_MARGINS
    if margins:
        for section in root.iter(W + "sectPr"):
            section[:0] = parts.margin_references()
    contents[DOCUMENT] = parts.rooted(etree.tostring(root))
    contents |= parts.others(font, pen.rsids, margins=margins)
    parts.register(contents)
    if LOGO in contents:
        contents[LOGO] = parts.logo(chance.randrange(_LOGOS))
    return rezipped(contents)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def rezipped(contents: Mapping[str, bytes]) -> bytes:
    """Return a package of the parts, deflated as Word deflates."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, _SAVED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return target.getvalue()


def _font_of(styles: bytes) -> tuple[str, str]:
    fonts = next(etree.fromstring(styles).iter(W + "rFonts"))
    size = fonts.getnext()
    return fonts.get(W + "ascii", "Arial"), "18" if size is None else size.get(W + "val", "18")


class _Pen:
    """Goes over a document's tree and writes what Word would have written."""

    def __init__(self, *, font: tuple[str, str], chance: Random) -> None:
        self.font, self.size = font
        self.chance = chance
        self.rsids = tuple(f"00{chance.randrange(0x100000, 0xFFFFFF):06X}" for _ in range(chance.randint(12, 60)))
        self.bordered = chance.random() < _BORDERED
        self.gfxdata = chance.random() < _WITH_GFXDATA
        self.habits = Habits(chance)

    def resave(self, root: etree._Element) -> None:
        for paragraph in list(root.iter(W + "p")):
            self._paragraph(paragraph)
        for row in root.iter(W + "tr"):
            rsid = self._rsid()
            self._set(row, {W + "rsidR": rsid, W + "rsidRPr": self._rsid(), W14 + "paraId": self._id(),
                            W14 + "textId": "77777777", W + "rsidTr": rsid})  # fmt: skip
        for properties in root.iter(W + "tcPr"):
            self._cell(properties)
        for anchor in root.iter(_name("wp:anchor")):
            self._anchor(anchor)
        for shape in root.iter(_name("wps:wsp")):
            _shape(shape)
        for line in root.iter(_name("a:ln")):
            _line(line)
        for fallback in root.iter(_name("mc:Fallback")):
            self._fallback(fallback)

    def _rsid(self) -> str:
        return self.chance.choice(self.rsids)

    def _id(self) -> str:
        return f"{self.chance.randrange(0x10000000, 0x7FFFFFFF):08X}"

    @staticmethod
    def _set(element: etree._Element, attributes: Mapping[str, str]) -> None:
        for name, text in attributes.items():
            element.set(name, text)

    def _paragraph(self, element: etree._Element) -> None:
        rsid = self._rsid()
        self._set(element, {W14 + "paraId": self._id(), W14 + "textId": self._id(), W + "rsidR": rsid,
                            W + "rsidRPr": self._rsid(), W + "rsidRDefault": self._rsid(),
                            W + "rsidP": rsid})  # fmt: skip
        properties = element.find(W + "pPr")
        if properties is None:
            properties = etree.Element(W + "pPr")
            element.insert(0, properties)
        if properties.find(W + "spacing") is None:
            spacing = etree.Element(W + "spacing")
            self._set(spacing, {W + "after": "0", W + "line": "240", W + "lineRule": "auto"})
            at = next((at for at, each in enumerate(properties) if each.tag in _P_PR_AFTER_SPACING), len(properties))
            properties.insert(at, spacing)
        if properties[0].tag in _P_PR_FROM_SPACING:
            properties[:0] = [setting_element(each) for each in self.habits.paragraph()]
        runs, way = element.findall(W + "r"), self.habits.run()
        self._fill(etree.SubElement(properties, W + "rPr"), way)
        for run in runs:
            self._run(run, way)

    def _fill(self, properties: etree._Element, way: RunWay) -> None:
        """Put font, size, language and what else is the way here into run properties, in the schema's order."""
        if properties.find(W + "rFonts") is None:
            fonts = etree.Element(W + "rFonts")
            self._set(fonts, {W + "ascii": self.font, W + "hAnsi": self.font, W + "cs": self.font})
            properties.insert(0, fonts)
        if properties.find(W + "sz") is None:
            at = sum(1 for each in properties if each.tag in _R_PR_BEFORE_SIZE)
            for name in ("szCs", "sz"):
                size = etree.Element(W + name)
                size.set(W + "val", self.size)
                properties.insert(at, size)
        at = next(at for at, each in enumerate(properties) if each.tag == W + "sz")
        properties[at:at] = [setting_element(each) for each in way.before]
        properties.extend(setting_element(each) for each in way.after)

    def _run(self, run: etree._Element, way: RunWay) -> None:
        properties = run.find(W + "rPr")
        if properties is None:
            properties = etree.Element(W + "rPr")
            run.insert(0, properties)
        self._fill(properties, way)
        self._set(run, {W + "rsidR": self._rsid(), W + "rsidRPr": self._rsid()})
        texts = run.findall(W + "t")
        if len(texts) == 1 and len(run) == 2:
            self._split(run, texts[0])

    def _split(self, run: etree._Element, text: etree._Element) -> None:
        """Break a run where somebody went on typing another day, and mark a word that the speller doubts."""
        words = (text.text or "").split(" ")
        if len(words) < 3 or self.chance.random() > _SPLITTING:
            return
        cut = self.chance.randrange(1, len(words))
        further = deepcopy(run)
        text.text = " ".join(words[:cut]) + " "
        further[-1].text = " ".join(words[cut:])
        further.set(W + "rsidR", self._rsid())
        run.addnext(further)
        if self.chance.random() < _SPELLED:
            for kind, place in (("spellEnd", further.addnext), ("spellStart", further.addprevious)):
                doubt = etree.Element(W + "proofErr")
                doubt.set(W + "type", kind)
                place(doubt)
        self._split(further, further[-1])

    def _cell(self, properties: etree._Element) -> None:
        at = next((at for at, each in enumerate(properties) if each.tag == W + "vAlign"), len(properties))
        added = [etree.Element(W + "shd", {W + "val": "clear", W + "color": "auto", W + "fill": "auto"})]
        if self.bordered:
            borders = etree.Element(W + "tcBorders")
            for side in ("top", "left", "bottom", "right"):
                etree.SubElement(borders, W + side, {W + "val": "single", W + "sz": "4", W + "space": "0",
                                                     W + "color": "000000"})  # fmt: skip
            added.insert(0, borders)
        properties[at:at] = added

    def _anchor(self, anchor: etree._Element) -> None:
        wp14 = f"{{{NAMESPACES['wp14']}}}"
        self._set(anchor, {wp14 + "anchorId": self._id(), wp14 + "editId": self._id()})
        for side, size in (("H", "Width"), ("V", "Height")):
            relative = etree.SubElement(anchor, f"{wp14}sizeRel{side}", {"relativeFrom": "margin"})
            etree.SubElement(relative, f"{wp14}pct{size}").text = "0"

    def _fallback(self, fallback: etree._Element) -> None:
        office = f"{{{NAMESPACES['o']}}}"
        for shape in fallback.iter(_name("v:shape"), _name("v:rect"), _name("v:roundrect")):
            shape.set(office + "spid", shape.get("id", ""))
            shape.set(W14 + "anchorId", self._id())
            if shape.get("stroked") is None:
                shape.set("strokeweight", ".75pt")
                shape.set("fillcolor", "white [3201]")
            style = shape.get("style", "")
            shape.set("style", f"{style};visibility:visible;mso-wrap-style:square;mso-wrap-distance-left:9pt;"
                               "mso-wrap-distance-right:9pt;v-text-anchor:middle")  # fmt: skip
            if self.gfxdata:
                packed = base64.encodebytes(self.chance.randbytes(self.chance.randint(*_GFXDATA))).decode()
                shape.set(office + "gfxdata", packed.strip())


def _shape(shape: etree._Element) -> None:
    properties, body = shape.find(_name("wps:spPr")), shape.find(_name("wps:bodyPr"))
    if properties is not None:
        properties.addnext(parts.shape_style())
    if body is not None:
        for name, text in parts.BODY.items():
            if name not in body.attrib:
                body.set(name, text)
        body.extend(parts.body_children())


def _line(line: etree._Element) -> None:
    ends = [each for each in line if each.tag in (_name("a:headEnd"), _name("a:tailEnd"))]
    for end in ends:
        end.set("w", "med")
        end.set("len", "med")
    at = len(line) - len(ends)
    line[at:at] = parts.line_children()

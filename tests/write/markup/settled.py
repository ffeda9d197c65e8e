"""The body of a .docx with the tracked changes of one author accepted or rejected, as another program would do it."""

import copy
import io
import zipfile
from itertools import groupby

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "drawing": "[gambar]", "pict": "[gambar]"}
_OURS = "Tim SOP"

# Of each run of letters that look alike: whose tracked changes hold it, its properties, its text.
Look = tuple[str, str, str]


def document(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def settled(data: bytes, *, accept: bool, boxes: bool = True) -> list[list[Look]]:
    """Return each paragraph as runs of like letters, our changes accepted or rejected; without text boxes if asked."""
    root = document(data)
    for change in list(root.iter(W + "ins", W + "del")):
        if change.get(W + "author") == _OURS:
            _settle(change, kept=(change.tag == W + "ins") == accept)
    boxed = set() if boxes else {each for box in root.iter(W + "txbxContent") for each in box.iter(W + "p")}
    return [_looks(paragraph) for paragraph in root.iter(W + "p") if paragraph not in boxed]


def text_of(paragraphs: list[list[Look]]) -> list[str]:
    """Return the text of each paragraph, what others struck out not among it, nor the builder's empty last one."""
    found = ["".join(text for whose, _, text in looks if "del" not in whose) for looks in paragraphs]
    return found[:-1] if found[-1:] == [""] else found


def _settle(change: etree._Element, *, kept: bool) -> None:
    holder = change.getparent()
    at = holder.index(change)
    holder.remove(change)
    for run in reversed(list(change) if kept else []):
        for struck in run.iter(W + "delText"):
            struck.tag = W + "t"
        holder.insert(at, run)


def _looks(paragraph: etree._Element) -> list[Look]:
    letters = []
    for each in paragraph.iter():
        name = etree.QName(each).localname
        if each.tag in (W + "t", W + "delText"):
            text = each.text or ""
            text = text if each.get(_SPACE) == "preserve" else text.strip()
        elif name in _SIGNS and each.getparent().tag == W + "r":
            text = _SIGNS[name]
        else:
            continue
        owner = next(each.iterancestors(W + "p"))
        if owner is paragraph:
            letters.append((_whose(each, paragraph), _properties(each), text))
    return [
        (whose, look, text)
        for (whose, look), group in groupby(letters, key=lambda each: each[:2])
        if (text := "".join(each[2] for each in group))
    ]


def _whose(element: etree._Element, paragraph: etree._Element) -> str:
    found = []
    for each in element.iterancestors():
        if each is paragraph:
            break
        name = etree.QName(each).localname
        if name != "r":
            found.append(f"{name}:{each.get(W + 'author', '')}")
    return "/".join(found)


def _properties(element: etree._Element) -> str:
    run = next(element.iterancestors(W + "r"))
    properties = run.find(W + "rPr")
    return "" if properties is None else etree.tostring(copy.deepcopy(properties), method="c14n").decode()

"""A body marked up -> proof that rejecting gives what was there and accepting what was meant, by paragraph."""

from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.read.package import parse
from pipeline.read.xml import P, T, W, transitional
from pipeline.write.markup.mark import Stamp
from pipeline.write.spans import NotSound

_INS, _DEL, _DEL_TEXT, _AUTHOR, _DATE = (W + name for name in ("ins", "del", "delText", "author", "date"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def require_reversible(original: bytes, marked: bytes, meant: Mapping[int, str], stamp: Stamp) -> None:
    """Raise NotSound unless the marked part goes back to the original, and forward to what was meant.

    `meant` is what the text of changed paragraphs becomes, by their numbers in the order of the original's XML.
    """
    before = parse(transitional(original))
    numbers = [at for at, each in enumerate(before.iter()) if each.tag == P]
    there = [accepted for _, accepted in _texts(before, stamp)]
    expected = [(text, meant.get(number, text)) for number, text in zip(numbers, there, strict=True)]
    if list(_texts(parse(transitional(marked)), stamp)) != expected:
        raise NotSound("changes do not go back to the text that they were made in")


def _texts(root: etree._Element, stamp: Stamp) -> Iterator[tuple[str, str]]:
    """Yield each paragraph's text with the changes of this stamp rejected, and with them accepted."""
    before: dict[etree._Element, list[str]] = {each: [] for each in root.iter(P)}
    after: dict[etree._Element, list[str]] = {each: [] for each in before}
    for each in root.iter(T, _DEL_TEXT):
        owner = next(each.iterancestors(P), None)
        if owner is None:
            continue
        text = each.text or ""
        text = text if each.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
        ours = next((one.tag for one in each.iterancestors(_INS, _DEL) if _is_ours(one, stamp)), None)
        if ours == _DEL or (each.tag == T and ours is None):
            before[owner].append(text)
        if each.tag == T:
            after[owner].append(text)
    for each in before:
        yield "".join(before[each]), "".join(after[each])


def _is_ours(change: etree._Element, stamp: Stamp) -> bool:
    return change.get(_AUTHOR) == stamp.author and change.get(_DATE) == stamp.date

"""A body marked up -> proof that rejecting gives what was there and accepting what was meant, by paragraph."""

from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline.read.package import parse
from pipeline.read.xml import P, T, W, transitional
from pipeline.write.markup.mark import Stamp
from pipeline.write.spans import NotSound

_INS, _DEL, _DEL_TEXT, _AUTHOR, _DATE = (W + name for name in ("ins", "del", "delText", "author", "date"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def require_reversible(marked: bytes, expected: Sequence[tuple[str, str]], stamp: Stamp) -> None:
    """Raise NotSound unless the part reads as expected: each paragraph with our changes rejected, and accepted."""
    if list(_texts(parse(transitional(marked)), stamp)) != list(expected):
        raise NotSound("changes do not go back to the text they were made in")


def _texts(root: etree._Element, stamp: Stamp) -> Iterator[tuple[str, str]]:
    before: dict[etree._Element, list[str]] = {each: [] for each in root.iter(P)}
    after: dict[etree._Element, list[str]] = {each: [] for each in before}
    for each in root.iter(T, _DEL_TEXT):
        owner = next(each.iterancestors(P), None)
        if owner is None:
            continue
        ours = next((one.tag for one in each.iterancestors(_INS, _DEL) if _is_ours(one, stamp)), None)
        text = each.text or ""
        text = text if each.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
        if ours == _DEL or (each.tag == T and ours is None):
            before[owner].append(text)
        if each.tag == T:
            after[owner].append(text)
    for each in before:
        yield "".join(before[each]), "".join(after[each])


def _is_ours(change: etree._Element, stamp: Stamp) -> bool:
    return change.get(_AUTHOR) == stamp.author and change.get(_DATE) == stamp.date

"""The lines beside "Disahkan oleh" -> who puts the SOP in force: position, name, NIP."""

import re
from collections.abc import Sequence

from pipeline.model.place import DocxPlace
from pipeline.model.sop import Approval
from pipeline.text import fold, is_placeholder

_NIP = re.compile(r"^\(?\s*n\s*\.?\s*i\s*\.?\s*p\b[\s.:]*", re.IGNORECASE)
_RANK = re.compile(r"(?:pangkat|gol(?:ongan)?|pembina|penata|pengatur|juru)\b", re.IGNORECASE)
_NAME = re.compile(r",\s*[A-Z][A-Za-z]*\.|\b(?:Drs?|Dra|Hj?|Prof|Ir)\.")
# Where the signature will stand: a stamp's anchor, or the word for a signature.
_SIGNATURE = ("$", "ttd", "ttd.")


def is_nip(text: str) -> bool:
    """Return whether a line is a civil servant's number, with or without its label."""
    digits = sum(each.isdigit() for each in text)
    return _NIP.match(text) is not None or (digits >= 15 and digits >= len(text) * 0.7)


def _is_beside(text: str, *, signing: bool) -> bool:
    """Whether a line is a rank below the name, or a further NIP."""
    return is_nip(text) or (signing and _RANK.match(text) is not None)


def read_approval(
    lines: Sequence[tuple[str, DocxPlace]], place: DocxPlace
) -> tuple[Approval, tuple[tuple[str, DocxPlace], ...]]:
    """Return the approval that the lines, each with its place, give, and the lines that are none of it (a rank).

    What the lines do not give is none.
    """
    position: list[str] = []
    name: str | None = None
    nip: str | None = None
    name_place = nip_place = above = place
    gap = False
    for text, at in lines:
        if nip is None and is_nip(text):
            nip, nip_place = "".join(each for each in text if each.isdigit()) or None, at
        elif not text or is_placeholder(text) or text in _SIGNATURE:
            gap = gap or bool(position)
        elif _is_beside(text, signing=bool(position)):
            continue
        elif not position or (not gap and name is None and _NAME.search(text) is None):
            position.append(text)
            above = at
        elif name is None:
            name, name_place = text, at
        elif gap and nip is None:
            # A name that runs over two lines, its degrees on the second.
            name = f"{name} {text}"
    said = fold(" ".join((*position, name or "")))
    beside = tuple(
        (text, at)
        for text, at in lines
        if text and not is_placeholder(text) and at != nip_place and text not in _SIGNATURE and fold(text) not in said
    )
    if name is None and nip is not None and len(position) > 1 and not gap:
        # Without a blank line between, the line over the NIP is the name.
        name, name_place = position.pop(), above
    if name is not None:
        name = fold(name.strip("() ")) or None
    approval = Approval(
        position=fold(" ".join(position)).rstrip(" ,") or None,
        name=None if name is None or is_placeholder(name) else name,
        nip=nip,
        place=place,
        name_place=name_place,
        nip_place=nip_place,
    )
    return approval, beside

"""The lines beside "Disahkan oleh" -> who puts the SOP in force: position, name, NIP."""

import re
from collections.abc import Sequence

from pipeline.dates import looks_like_date
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Approval
from pipeline.text import fold, is_placeholder, key
from pipeline.vocabulary import SIGNATURES

# Civil servants have a NIP, contract officers of the state a NI PPPK.
_NIP = re.compile(r"^\(?\s*n\s*\.?\s*i\s*\.?\s*p(?:\s*ppk)?\b[\s.:]*", re.IGNORECASE)
_NIP_BEHIND_NAME = re.compile(r"(?<=[\w.)])[\s,/]+(?=\(?NI\.?\s?P(?:PPK)?\b[\s.:]*\d)", re.IGNORECASE)
_RANK = re.compile(r"(?:pangkat|gol(?:ongan)?|pembina|penata|pengatur|juru)\b", re.IGNORECASE)
_NAME = re.compile(r",\s*[A-Z][A-Za-z]*\.|\b(?:Drs?|Dra|Hj?|Prof|Ir)\.")
_SIGNED = frozenset(key(each) for each in SIGNATURES)
# "Ditetapkan di Tirtawangi", "pada tanggal 2 Januari 2025": where and when, not who.
_WHERE = re.compile(
    r"(?:di\s?(?:tetap|sah|syah|keluar)kan|dibuat)\s*(?:,\s*)?(?:di\b|:|pada\s+tanggal)|(?:pada\s+)?(?:tanggal|tgl)\b",
    re.IGNORECASE,
)
_PLACE_AND_DATE = re.compile(r"(?P<place>[A-Z][\w .'’-]{2,40}),\s*(?P<date>\S.*)")
_MONTH_OPEN = re.compile(r"[\s.…_-]*(?:[A-Z][a-z]+)?[\s.…_-]*(?:20[\d.…_-]*)?")


def is_nip(text: str) -> bool:
    """Return whether a line is a civil servant's number, with or without its label."""
    digits = sum(each.isdigit() for each in text)
    return _NIP.match(text) is not None or (digits >= 15 and digits >= len(text) * 0.7)


def is_rank(text: str) -> bool:
    """Return whether a line is the rank that some print below the name."""
    return _RANK.match(text) is not None


def is_signed(text: str) -> bool:
    """Return whether a line only marks the signature: `ttd.`, `cap/ttd`, the anchor of an electronic one."""
    return text == "$" or key(text) in _SIGNED


def has_degree(text: str) -> bool:
    """Return whether a line holds an academic degree or a title, as a name does."""
    return _NAME.search(text) is not None


def is_where_and_when(text: str) -> bool:
    """Return whether a line says only where and when something was signed: "Ditetapkan di …", "Tirtawangi, … 2025"."""
    if _WHERE.match(text):
        return True
    match = _PLACE_AND_DATE.fullmatch(text)
    return match is not None and (
        looks_like_date(match["date"]) or (_MONTH_OPEN.fullmatch(match["date"]) is not None and "20" in match["date"])
    )


def read_approval(
    lines: Sequence[tuple[str, DocxPlace]], place: DocxPlace
) -> tuple[Approval, tuple[tuple[str, DocxPlace], ...]]:
    """Return the approval that the lines, each with its place, give, and the lines that are none of it.

    Those are a rank, the mark of a signature, where and when it was signed. What the lines do not give is none.
    """
    position: list[str] = []
    beside: list[tuple[str, DocxPlace]] = []
    name: str | None = None
    nip: str | None = None
    name_place = nip_place = above = place
    gap = False
    for text, at in ((part, at) for line, at in lines for part in _NIP_BEHIND_NAME.split(line)):
        if nip is None and is_nip(text):
            nip, nip_place = "".join(each for each in text if each.isdigit()) or None, at
        elif not text or is_placeholder(text) or is_signed(text):
            gap = gap or bool(position)
            beside.extend([(text, at)] if is_signed(text) else [])
        elif is_nip(text) or is_where_and_when(text) or (position and is_rank(text)):
            beside.append((text, at))
        elif not position or (not gap and name is None and not has_degree(text)):
            position.append(text)
            above = at
        elif name is None:
            name, name_place = text, at
        elif gap and nip is None:
            # A name that runs over two lines, its degrees on the second.
            name = f"{name} {text}"
        else:
            beside.append((text, at))
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
    return approval, tuple(beside)

"""A line of text -> the label that it is or begins with, and how sure that is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pipeline.dates import looks_like_date
from pipeline.model.sop import DATES, FieldName
from pipeline.text import fold, key
from pipeline.vocabulary import INSTITUTION_LABELS, LABELS, OTHER_LABELS

# The number or bullet that an entry of a list carries, or a heading.
BULLET = re.compile(
    r"\s*(?:\(?(?P<number>\d{1,2})\s*[.)](?=\D|$)|\(?(?P<letter>[a-zA-Z])[.)](?=\s)|\(?[ivx]{1,4}[.)](?=\s)"
    r"|[-–—](?=\s|[^\W\d])|[•*·▪■●➢➤✓\uf0b7\uf0a7\uf0d8\uf0fc](?=\s|\w)|[o§](?=\s))\s*"
)
_LONGEST_LABEL = 45
# A label of so many letters is still itself with a slip of the finger; in a shorter one a slip makes another word.
_LONG = 8
_LETTERS_A_SLIP = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label as written; `field` is none for one that is no field of ours, `rest` what follows it on the line.

    `sure` is 1 for a known spelling and less for a misspelt one, of which `meant` is the known one; `colon` tells that
    a colon parts label and rest.
    """

    field: FieldName | None
    written: str
    rest: str
    sure: float
    colon: bool = False
    institution: bool = False
    meant: str = ""


_KNOWN: dict[str, FieldName | None] = {
    **{key(each): None for each in (*OTHER_LABELS, *INSTITUTION_LABELS)},
    **{key(each): name for name, spellings in LABELS.items() for each in spellings},
}
_WRITING = {key(each): each for spellings in (*LABELS.values(), OTHER_LABELS, INSTITUTION_LABELS) for each in spellings}
_INSTITUTION = frozenset(key(each) for each in INSTITUTION_LABELS)
# Narrow cells break words anywhere; without blanks they are themselves again.
_SOLID = {each.replace(" ", ""): each for each in _KNOWN if len(each.replace(" ", "")) >= _LONG}
_MISSPELLABLE = tuple(_SOLID)
_FIRST_WORDS = frozenset(each.partition(" ")[0] for each in _KNOWN)
_BEGINNINGS = frozenset(
    " ".join(words[:count]) for words in (each.split() for each in _KNOWN) for count in range(1, len(words))
)
_BY_LENGTH = tuple(sorted((each for each in _KNOWN if " " in each), key=len, reverse=True))


@lru_cache(maxsize=8192)
def labels_in(line: str) -> tuple[Label, ...]:
    """Return the labels that a folded line consists of or begins with; empty for plain text."""
    if not line:
        return ()
    head, colon, tail = line.partition(":")
    if colon:
        found = _known(head, fold(tail), colon=True)
        if found is not None:
            return (found,)
        if key(head) == "sop":
            return (Label(field=FieldName.TITLE, written=head, rest=fold(tail), sure=1.0, colon=True),)
    whole = _known(line.strip(" :;."), "", colon=False)
    if whole is not None:
        return (whole,)
    words = key(line)
    if words.partition(" ")[0] not in _FIRST_WORDS:
        return ()
    several = tuple(_several(line, words))
    if several:
        return several
    valued = _with_value(line)
    return (valued,) if valued is not None else ()


@lru_cache(maxsize=8192)
def may_go_on(line: str) -> bool:
    """Return whether a line holds the first words of a label whose other words can stand on the next line."""
    return len(line) <= _LONGEST_LABEL and not line.endswith(":") and key(line) in _BEGINNINGS


def _known(head: str, rest: str, *, colon: bool) -> Label | None:
    if len(head) > _LONGEST_LABEL:
        return None
    wanted = key(head)
    spelt, sure = _spelt(wanted)
    if spelt is None:
        return None
    return Label(
        field=_KNOWN[spelt], written=fold(head), rest=rest, sure=sure, colon=colon,
        institution=spelt in _INSTITUTION, meant="" if sure == 1.0 else _WRITING[spelt],
    )  # fmt: skip


def _spelt(wanted: str) -> tuple[str | None, float]:
    """The known label that is meant, and how sure that is."""
    if wanted in _KNOWN:
        return wanted, 1.0
    solid = wanted.replace(" ", "")
    if solid in _SOLID:
        return _SOLID[solid], 1.0
    if len(solid) < _LONG - 1:
        return None, 0.0
    slips = 1 + len(solid) // _LETTERS_A_SLIP
    best = process.extractOne(solid, _MISSPELLABLE, scorer=OSA.distance, score_cutoff=slips)
    return (None, 0.0) if best is None else (_SOLID[best[0]], 1.0 - best[1] / len(solid))


def _several(line: str, words: str) -> Iterator[Label]:
    """Yield the labels of a line that holds nothing but labels: "Tanggal Pembuatan Tanggal Revisi …"."""
    left = words
    found: list[Label] = []
    printed = line.split()
    # Signs between the words leave nothing that could be told apart.
    printed = printed if len(printed) == len(words.split()) else words.split()
    while left:
        head = next((each for each in _BY_LENGTH if left == each or left.startswith(f"{each} ")), None)
        if head is None:
            return
        count = len(head.split())
        found.append(Label(field=_KNOWN[head], written=" ".join(printed[:count]), rest="", sure=1.0))
        left, printed = left[len(head) :].strip(), printed[count:]
    if len(found) > 1:
        yield from found


def _with_value(written: str) -> Label | None:
    """A label and its value on one line without a colon, where the value cannot be anything else."""
    for at in range(min(len(written), _LONGEST_LABEL + 1) - 1, 0, -1):
        if written[at] != " ":
            continue
        field = _KNOWN.get(key(written[:at]))
        rest = written[at + 1 :]
        dated = field in DATES and looks_like_date(rest)
        numbered = field is FieldName.NUMBER and "/" in rest and any(each.isdigit() for each in rest)
        if dated or numbered:
            return Label(field=field, written=written[:at], rest=fold(rest), sure=1.0)
    return None

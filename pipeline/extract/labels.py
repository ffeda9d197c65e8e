"""A line of text -> the label that it is or begins with, and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from pipeline.dates import looks_like_date
from pipeline.model.sop import DATES, FieldName
from pipeline.text import fold, key
from pipeline.vocabulary import INSTITUTION_LABELS, LABELS, OTHER_LABELS

# A label below this likeness to any known spelling is no label; "Tanggal Efekif" scores 96, "Tanggal" alone 64.
LIKENESS = 86
_LONGEST_LABEL = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label as written; `field` is none for one that is no field of ours, `rest` what follows it on the line."""

    field: FieldName | None
    written: str
    rest: str
    sure: float
    institution: bool = False


_KNOWN: dict[str, FieldName | None] = {
    **{key(each): None for each in (*OTHER_LABELS, *INSTITUTION_LABELS)},
    **{key(each): name for name, spellings in LABELS.items() for each in spellings},
}
_INSTITUTION = frozenset(key(each) for each in INSTITUTION_LABELS)
_LONG = tuple(each for each in _KNOWN if len(each) >= 8)


@lru_cache(maxsize=4096)
def labels_in(line: str) -> tuple[Label, ...]:
    """Return the labels that a line consists of or begins with; empty for plain text."""
    written = fold(line)
    if not written:
        return ()
    head, colon, tail = written.partition(":")
    if colon:
        found = _known(head, tail)
        if found is not None:
            return (found,)
        if key(head) == "sop" and tail.strip():
            return (Label(field=FieldName.TITLE, written=head, rest=fold(tail), sure=1.0),)
    whole = _known(written.strip(" :;."), "")
    if whole is not None:
        return (whole,)
    words = key(written)
    if words.partition(" ")[0] not in _FIRST_WORDS:
        return ()
    several = tuple(_several(words))
    if several:
        return several
    valued = _with_value(written)
    return (valued,) if valued is not None else ()


def _known(head: str, tail: str) -> Label | None:
    if len(head) > _LONGEST_LABEL:
        return None
    wanted = key(head)
    rest = fold(tail)
    if wanted in _KNOWN:
        return Label(field=_KNOWN[wanted], written=fold(head), rest=rest, sure=1.0, institution=wanted in _INSTITUTION)
    if len(wanted) < 8:
        return None
    best = max(_LONG, key=lambda each: fuzz.ratio(wanted, each))
    likeness = fuzz.ratio(wanted, best)
    if likeness < LIKENESS:
        return None
    return Label(
        field=_KNOWN[best], written=fold(head), rest=rest, sure=likeness / 100, institution=best in _INSTITUTION
    )


def _several(words: str) -> Iterator[Label]:
    """Yield the labels of a line that holds nothing but labels: "Tanggal Pembuatan Tanggal Revisi …"."""
    left = words
    found: list[Label] = []
    while left:
        head = next((each for each in _BY_LENGTH if left == each or left.startswith(f"{each} ")), None)
        if head is None:
            return
        found.append(Label(field=_KNOWN[head], written=head, rest="", sure=1.0))
        left = left[len(head) :].strip()
    if len(found) > 1:
        yield from found


def _with_value(written: str) -> Label | None:
    """A label and its value on one line without a colon, where the value cannot be anything else."""
    for at in range(len(written)):
        if written[at] != " ":
            continue
        field = _KNOWN.get(key(written[:at]))
        rest = written[at + 1 :]
        dated = field in DATES and looks_like_date(rest)
        numbered = field is FieldName.NUMBER and "/" in rest and any(each.isdigit() for each in rest)
        if dated or numbered:
            return Label(field=field, written=written[:at], rest=fold(rest), sure=1.0)
    return None


_FIRST_WORDS = frozenset(each.partition(" ")[0] for each in _KNOWN)
_BY_LENGTH = tuple(sorted((each for each in _KNOWN if " " in each), key=len, reverse=True))

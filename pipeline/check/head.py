"""The head of the office as pleno.toml names him, and the person who approves a SOP."""

import difflib
import re
from functools import lru_cache
from itertools import takewhile

from pipeline.model.sop import Approval
from pipeline.settings import Settings
from pipeline.text import key

# Titles before a name; those behind it follow a comma.
_BEFORE = frozenset(
    ("dr", "drs", "dra", "h", "hj", "k", "kh", "prof", "ir", "r", "rr", "ra", "tgk", "tb", "ust", "apt")
)  # fmt: skip
_NOT_DIGIT = re.compile(r"\D")
# Two letters of twenty: a slip. Names of two persons are less alike.
_SLIP = 0.85


def names_of_position(settings: Settings) -> frozenset[str]:
    """Return the ways in which the office writes the head's position, as they compare."""
    head = key(settings.head.position)
    synonyms = (key(each) for role in settings.roles if key(role.name) == head for each in role.synonyms)
    return frozenset((head, *synonyms))


def is_heads_position(written: str, settings: Settings) -> bool:
    """Return whether a position is the head's; "Kepala Kantor Kementerian Agama …" is it too."""
    said = key(written)
    return said in names_of_position(settings) or said.startswith(f"{key(settings.head.position)} kementerian agama")


def signs_as_head(approval: Approval, settings: Settings) -> bool:
    """Return whether the position is the head's own: neither another's nor one who stands in for the head."""
    return is_heads_position(approval.position or "", settings)


@lru_cache(maxsize=256)
def bare_name(name: str) -> str:
    """Return a name without its degrees, in lower case."""
    return " ".join(_words(name)[len(titles_before(name)) :])


def titles_before(name: str) -> tuple[str, ...]:
    """Return the titles with which a name begins, in lower case."""
    return tuple(takewhile(_BEFORE.__contains__, _words(name)[:-1]))


def _words(name: str) -> list[str]:
    return key(name.partition(",")[0]).split()


def digits(nip: str) -> str:
    """Return the digits of a NIP."""
    return _NOT_DIGIT.sub("", nip)


def same_person(name: str, settings: Settings) -> bool:
    """Return whether a name is the head's, slips of the pen included."""
    wanted, written = bare_name(settings.head.name), bare_name(name)
    return bool(wanted and written) and (wanted == written or _alike(wanted, written))


@lru_cache(maxsize=256)
def _alike(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SLIP


def nip_is_told(approval: Approval, settings: Settings) -> bool:
    """Return whether the head himself signs and pleno.toml gives another NIP: the right one is known."""
    wanted = digits(settings.head.nip)
    return (
        bool(wanted)
        and signs_as_head(approval, settings)
        and same_person(approval.name or "", settings)
        and digits(approval.nip or "") != wanted
    )

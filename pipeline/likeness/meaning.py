"""Whether two cells of the same step mean the same, however worded; what a list asks for that another lacks."""

import re
from collections.abc import Sequence

from pipeline.likeness.positions import position
from pipeline.likeness.stems import roots
from pipeline.model.sop import Duration, Step
from pipeline.settings import Role
from pipeline.text import fold, key

# Two texts that share so much of their words are the same thing in other words.
_SAME = 0.5
# So much of an item's words have to stand in the other list.
_COVERED = 0.6
_ITEMS = re.compile(
    r"[,;\n]|\bserta\b|(?<=[a-z])\s+dan\s+(?=(?:surat|fotokopi|ktp|kartu|pas|data|buku|formulir)\b)", re.IGNORECASE
)
_JOINED = re.compile(r"^(?:dan|atau|serta|beserta)\s+", re.IGNORECASE)
# Words for a bundle of papers, and for what is true of every paper.
_ANY_PAPER = frozenset(
    root
    for root in roots("berkas dokumen map naskah bundel persyaratan syarat asli fotokopi surat lembar buah rangkap")
)
# Spans that convert exactly; a day of work is no number of minutes that everybody agrees on.
_SIZE = {"minute": ("minute", 1.0), "hour": ("minute", 60.0), "day": ("day", 1.0), "working_day": ("day", 1.0)}

Place = frozenset[str]


def time_meant(duration: Duration) -> tuple[object, ...]:
    """Return what a time is compared by: its span in minutes, in days or longer units; its words where it has none."""
    if duration.low is None or duration.high is None or duration.unit is None:
        return (key(duration.text),)
    unit, size = _SIZE.get(duration.unit, (duration.unit, 1.0))
    return unit, duration.low * size, duration.high * size


def positions_meant(step: Step, roles: Sequence[Role], place: Place) -> frozenset[str]:
    """Return the actors of a step as they are compared."""
    return frozenset(position(each, roles, place) for each in step.actors if each.strip())


def same_thing(first: str, second: str, little: Place = frozenset()) -> bool:
    """Return whether two short texts name the same thing: the same figures, nothing denied, most words shared.

    `little` are words that tell little here: those of the unit's name and of the SOP's title.
    """
    ours, theirs = frozenset(roots(first)), frozenset(roots(second))
    if ours == theirs:
        return True
    if _figures(ours) != _figures(theirs) or _denied(ours, theirs):
        return False
    ours, theirs = ours - _ANY_PAPER or ours, theirs - _ANY_PAPER or theirs
    return _much_shared(ours, theirs) or _much_shared(ours - little, theirs - little)


def _much_shared(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    shared = len(ours & theirs)
    return bool(shared) and (shared == min(len(ours), len(theirs)) or 2 * shared / (len(ours) + len(theirs)) >= _SAME)


def items(text: str) -> tuple[str, ...]:
    """Return the items of a list as written."""
    found = (_JOINED.sub("", fold(each)).strip(" .") for each in _ITEMS.split(text))
    return tuple(each for each in found if roots(each))


def asked_for(steps: Sequence[Step], at: int) -> tuple[str, ...]:
    """Return the items that a step requires and that no earlier step of its SOP has brought about."""
    made = [each.output for each in steps[:at]]
    return tuple(each for each in items(steps[at].requirements) if not any(_brought(each, output) for output in made))


def _brought(item: str, output: str) -> bool:
    return frozenset(roots(item)) - _ANY_PAPER <= frozenset(roots(output))


def lacking(asked: Sequence[str], others: Sequence[str], place: Place = frozenset()) -> tuple[str, ...]:
    """Return the items asked for that the other list has in no wording."""
    bag = frozenset(root for each in others for root in roots(each)) - place
    return tuple(each for each in asked if not _covered(frozenset(roots(each)) - place, bag))


def _covered(item: frozenset[str], bag: frozenset[str]) -> bool:
    telling = item - _ANY_PAPER
    if not telling:
        return True
    return _figures(item) <= _figures(bag) and len(telling & bag) >= _COVERED * len(telling)


def _figures(words: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in words if each.isdigit())


def _denied(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(f"!{each}" in theirs for each in ours) or any(f"!{each}" in ours for each in theirs)

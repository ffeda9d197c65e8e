"""The text of a step -> the actors of its SOP that it begins with: `Kepala Seksi memeriksa …` names Kasi Penmad."""

import re
from functools import lru_cache

from pipeline.check.acts import is_verb
from pipeline.model.sop import Actor, Sop, Step
from pipeline.settings import Settings
from pipeline.text import key
from pipeline.vocabulary import POSITION_WORDS, UNITS

_PARTED = (("sub bagian", "subbagian"), ("sub bag", "subbagian"), ("kepala kantor kementerian agama", "kepala kantor"))
_AND = re.compile(r"\b(?:dan|serta|bersama|dengan|atau)\b")
# Longer than any position is; what stands before a verb so far on is no subject.
_LONGEST = 8


def actors_named(sop: Sop, step: Step, settings: Settings) -> tuple[Actor, ...]:
    """Return the actors that are the subject with which a step's text begins; none where that is not clear."""
    before = _before_verb(step.activity)
    if not before:
        return ()
    units = _units(settings)
    headings = [(each, _spelt_out(each.name, units)) for each in sop.actors if each.name]
    found = []
    for part in _AND.split(before):
        subject = _spelt_out(part, units)
        for other, same in _roles(settings):
            subject = same if subject == other else subject
        actor = _actor(subject, headings)
        if actor is None:
            return ()
        found.append(actor)
    return tuple(found)


def position(text: str, settings: Settings) -> str:
    """Return a position written out, under the name that the office gives it: `Kasi Penmad` and all its spellings."""
    spelt = _spelt_out(text, _units(settings))
    return dict(_roles(settings)).get(spelt, spelt)


def _before_verb(activity: str) -> str:
    """The words before a text's first verb; empty where it begins with one or holds none near its beginning."""
    found = key(activity).split()
    for at, word in enumerate(found[: _LONGEST + 1]):
        if is_verb(word):
            return " ".join(found[:at])
    return ""


def _actor(subject: str, headings: list[tuple[Actor, str]]) -> Actor | None:
    """The one heading that a subject is, that it begins with, or that begins with it."""
    if not subject:
        return None
    for fits in (
        lambda heading: heading == subject,
        lambda heading: subject.startswith(f"{heading} "),
        lambda heading: heading.startswith(f"{subject} "),
    ):
        found = [actor for actor, heading in headings if fits(heading)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _spelt_out(text: str, units: tuple[tuple[str, str], ...]) -> str:
    spelt = " ".join(POSITION_WORDS.get(word, word) for word in key(text).split())
    for short, whole in _PARTED:
        spelt = re.sub(rf"\b{short}\b", whole, spelt)
    for synonym, name in units:
        if spelt.endswith(f" {synonym}"):
            return f"{spelt.removesuffix(synonym)}{name}"
    return spelt


@lru_cache(maxsize=4)
def _units(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The abbreviations of units, longest first, each with the unit's name without its first word, `seksi`."""
    known = [*((each.name, each.synonyms) for each in settings.units), *UNITS]
    pairs = {
        key(synonym): re.sub(r"^(?:seksi|subbagian) ", "", key(name))
        for name, synonyms in known for synonym in synonyms if not key(synonym).startswith(("seksi", "sub"))
    }  # fmt: skip
    return tuple(sorted(pairs.items(), key=lambda each: -len(each[0])))


@lru_cache(maxsize=4)
def _roles(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The other names of positions, each with the name that the office gives it."""
    units = _units(settings)
    return tuple(
        (_spelt_out(synonym, units), _spelt_out(role.name, units))
        for role in settings.roles
        for synonym in role.synonyms
    )

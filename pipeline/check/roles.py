"""Positions as headings write them -> spellings of the same position, and the one that the office means."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from pipeline.check.subjects import position
from pipeline.model.sop import Actor, Sop
from pipeline.settings import Settings
from pipeline.text import key

# How positions are abbreviated beyond what an activity begins with.
_SHORT = {
    "catin": "calon pengantin", "jf": "jabatan fungsional", "jft": "jabatan fungsional",
    "jfu": "jabatan fungsional umum",
    "kankemenag": "kantor kementerian agama", "kanwil": "kantor wilayah", "kua": "kantor urusan agama",
    "ppk": "pejabat pembuat komitmen", "kpa": "kuasa pengguna anggaran", "ppspm": "pejabat penanda tangan spm",
    "ppaiw": "pejabat pembuat akta ikrar wakaf", "ppn": "pegawai pencatat nikah",
    "ptsp": "pelayanan terpadu satu pintu",
    "pai": "pendidikan agama islam", "gpai": "guru pendidikan agama islam", "bmn": "barang milik negara",
    "sdm": "sumber daya manusia", "humas": "hubungan masyarakat", "adm": "administrasi", "kec": "kecamatan",
    "kab": "kabupaten", "laz": "lembaga amil zakat", "pjf": "pejabat fungsional", "gara": "penyelenggara",
}  # fmt: skip
# Words of positions that differ in one letter and are two words.
_TWO_WORDS = frozenset(map(frozenset, (
    ("penguji", "pengaji"), ("pemilih", "pemilik"), ("pelapor", "pelopor"), ("pengurus", "pengutus"),
    ("pengajar", "pengejar"), ("pengawal", "pengawas"), ("pengadu", "pengaju"),
)))  # fmt: skip
# Shorter words are codes of applications and units: EMIS and SIMAS are no slips of each other.
_SHORTEST = 6
# A longer word may have two slips.
_LONG = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way in which a position is written, the actor that first has it, and the SOPs that write it so."""

    text: str
    first: tuple[Sop, Actor]
    sops: tuple[Sop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A position that is written in several ways, the most used one first, those in small letters last.

    `name` is what the office itself calls it, empty where the office has not settled it.
    """

    spellings: tuple[Spelling, ...]
    name: str


def positions(sops: Sequence[Sop], settings: Settings) -> tuple[Position, ...]:
    """Return the positions that the actor columns of a set write in several ways."""
    groups: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in _spellings(sops):
        groups[_form(spelling.text, settings)].append(spelling)
    groups = _joined(groups, settings)
    named = {_form(each.name, settings): each.name for each in settings.roles}
    return tuple(
        Position(spellings=tuple(sorted(found, key=_by_use)),
                 name=next((named[form] for form in forms.split("\n") if form in named), ""))
        for forms, found in groups.items() if len(found) > 1
    )  # fmt: skip


def _by_use(spelling: Spelling) -> tuple[bool, int, int]:
    return spelling.text[:1].islower(), -len(spelling.sops), -len(spelling.text)


def only_letters_differ(one: str, other: str) -> bool:
    """Return whether two spellings are the same words, some with a slip or in small letters: no abbreviation."""
    return len(key(one).split()) == len(key(other).split()) and (
        key(one) == key(other) or _slip(key(one), key(other), frozenset())
    )


def _spellings(sops: Sequence[Sop]) -> list[Spelling]:
    """The headings of a set, those in capitals with the others: a table may be printed so."""
    found: dict[tuple[bool, str], list[tuple[Sop, Actor]]] = defaultdict(list)
    for sop in sops:
        for actor in sop.actors:
            own = found[actor.name[:1].islower(), key(actor.name)]
            if not own or own[-1][0] is not sop:
                own.append((sop, actor))
    return [
        Spelling(
            text=next((actor.name for _, actor in uses if not actor.name.isupper()), uses[0][1].name),
            first=uses[0],
            sops=tuple(sop for sop, _ in uses),
        )
        for (_, own), uses in found.items() if own
    ]  # fmt: skip


@lru_cache(maxsize=4096)
def _form(text: str, settings: Settings) -> str:
    """What a spelling means: written out, under the name that the office gives it, without the office's own name."""
    own = key(text)
    if own == f"kepala {key(settings.office)}":
        own = "kepala kantor"
    return " ".join(_SHORT.get(word, word) for word in position(own, settings).split())


def _joined(groups: dict[str, list[Spelling]], settings: Settings) -> dict[str, list[Spelling]]:
    """The groups with those put together that differ in slips only; their forms stand in lines."""
    places = _names(settings)
    by_shape: dict[tuple[int, str], list[str]] = defaultdict(list)
    for form in groups:
        by_shape[len(form.split()), form[:1]].append(form)
    joined: dict[str, list[Spelling]] = {}
    for forms in by_shape.values():
        # The form that most SOPs use is the one that the others slip from.
        forms.sort(key=lambda form: -sum(len(each.sops) for each in groups[form]))
        heads: list[list[str]] = []
        for form in forms:
            for head in heads:
                if _slip(head[0], form, places):
                    head.append(form)
                    break
            else:
                heads.append([form])
        for head in heads:
            joined["\n".join(head)] = [each for form in head for each in groups[form]]
    return joined


def _slip(one: str, other: str, places: frozenset[str]) -> bool:
    """Whether two forms are the same words, one or more of them with a slip of the hand."""
    left, right = one.split(), other.split()
    if len(left) != len(right):
        return False
    for first, second in zip(left, right, strict=True):
        if first == second:
            continue
        if re.search(r"\d", first + second) or min(len(first), len(second)) < _SHORTEST or first[0] != second[0]:
            return False
        if frozenset((first, second)) in _TWO_WORDS or {first, second} <= places:
            return False
        if OSA.distance(first, second) > (2 if min(len(first), len(second)) >= _LONG else 1):
            return False
    return True


@lru_cache(maxsize=4)
def _names(settings: Settings) -> frozenset[str]:
    """The words of the names of units and their places: two of them are never the same word."""
    return frozenset(
        word for unit in settings.units for name in (unit.name, *unit.synonyms) for word in key(name).split()
    )

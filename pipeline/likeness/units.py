"""A unit as written (folder, letterhead, inventory) -> its name in the office's profile."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.settings import Settings, Unit
from pipeline.text import fold, key
from pipeline.vocabulary import EVERY, KUA, UNITS

_KUA_STARTS = tuple(sorted((key(each) for each in (KUA[0], *KUA[1])), key=len, reverse=True))


_WIDE = re.compile(r" se (?:kota|kabupaten|kab)\b.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The office's units in their order, and every spelling that leads to one."""

    units: tuple[Unit, ...]
    names: dict[str, str]

    def canonical(self, written: str) -> str:
        """Return the unit's name for any way to write it; an unknown one comes back folded."""
        wanted = _bare(written)
        if not wanted:
            return ""
        found = self.names.get(wanted)
        if found is not None:
            return found
        kua = _kua(wanted)
        return self.names.get(key(kua), kua) if kua else fold(written.replace("_", " "))

    def members(self, written: str) -> tuple[str, ...]:
        """Return the units that must each submit a row whose unit reads so; empty for a row of one unit."""
        wanted = _bare(written)
        for word in EVERY:
            wanted = wanted.removeprefix(f"{word} ")
        # "KUA Kecamatan se-Kota Tirtawangi"
        wanted = _WIDE.sub("", wanted)
        groups = dict.fromkeys(each.group for each in self.units if each.group)
        for group in groups:
            if wanted in (key(group), *(_kua_alias() if key(group) == key(KUA[0]) else ())):
                return tuple(each.name for each in self.units if each.group == group)
        return ()

    def find(self, name: str) -> Unit | None:
        """Return the unit of this name in the profile, or none."""
        return next((each for each in self.units if each.name == name), None)


def office_units(settings: Settings, folders: Sequence[str]) -> Units:
    """Return the units of the office; KUA that only a folder names are members of the KUA's group."""
    units = list(settings.units)
    names: dict[str, str] = {}
    for name, synonyms in UNITS:
        own = next((each.name for each in units if key(each.name) in {key(name), *map(key, synonyms)}), name)
        names.update({_bare(each): own for each in (name, *synonyms)})
    for unit in units:
        names.update({_bare(each): unit.name for each in (unit.name, *unit.synonyms)})
        if kua := _kua(_bare(unit.name)):
            names[key(kua)] = unit.name
    for folder in folders:
        kua = _kua(_bare(folder))
        if kua and key(kua) not in names and _bare(folder) not in names:
            names[key(kua)] = kua
            units.append(Unit(name=kua, group=KUA[0]))
    return Units(units=tuple(units), names=names)


def _bare(written: str) -> str:
    return key(written.replace("_", " "))


def _kua(wanted: str) -> str:
    """`kua banyujati`, `kantor urusan agama kecamatan banyujati` -> `KUA Kecamatan Banyujati`; else empty."""
    for start in _KUA_STARTS:
        rest = wanted.removeprefix(f"{start} ")
        if rest != wanted:
            place = rest.removeprefix("kecamatan ").removeprefix("kec ")
            # The group itself is no KUA.
            return "" if place in ("kecamatan", "kec") else f"{KUA[0]} {place.title()}"
    return ""


def _kua_alias() -> tuple[str, ...]:
    return tuple(_KUA_STARTS)

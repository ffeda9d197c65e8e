"""A draft -> the units of the office that its letterhead and its folder name."""

from dataclasses import dataclass
from functools import lru_cache

from pipeline.likeness.units import Units, office_units
from pipeline.model.sop import Sop
from pipeline.settings import Settings, Unit
from pipeline.text import key


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Units by their names in pleno.toml, none where the draft names none or one that pleno.toml does not know."""

    letterhead: Unit | None
    folder: Unit | None

    @property
    def agreed(self) -> bool:
        """Whether letterhead and folder name the same unit."""
        return self.letterhead is not None and self.letterhead == self.folder


def owner(sop: Sop, settings: Settings) -> Owner:
    """Return the units of the profile that a draft is of."""
    written = sop.identity.unit.text if sop.identity.unit else ""
    return Owner(letterhead=unit_named(written, settings), folder=unit_named(sop.folder, settings))


@lru_cache(maxsize=1024)
def unit_named(written: str, settings: Settings) -> Unit | None:
    """Return the unit of the profile that a text names, also where the office's name follows it; else none."""
    units = _units(settings)
    found = units.find(units.canonical(written))
    if found is not None:
        return found
    # Behind its own name a unit often writes that of the office; a name of one word may begin another unit's.
    said = f"{key(units.canonical(written))} "
    begun = [each for each in units.names if " " in each and said.startswith(f"{each} ")]
    return units.find(units.names[max(begun, key=len)]) if begun else None


@lru_cache(maxsize=4)
def _units(settings: Settings) -> Units:
    return office_units(settings, ())

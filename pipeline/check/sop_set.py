"""All SOPs that are judged together, and what is known beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.check.owner import owner
from pipeline.likeness.titles import title_form
from pipeline.model.disparity import Disparity
from pipeline.model.sop import Sop
from pipeline.settings import DEFAULTS, Settings
from pipeline.text import fold


@dataclass(frozen=True, kw_only=True)
class SopSet:
    """SOPs judged together.

    `inventory` holds the titles of the master inventory, none where there is no inventory. `counterparts` are groups of
    two or more SOPs of different units that must be the same SOP: they answer one row of the inventory. `settings` tell
    what the office calls its units and positions.
    """

    sops: tuple[Sop, ...]
    inventory: tuple[str, ...] = ()
    counterparts: tuple[tuple[Sop, ...], ...] = ()
    settings: Settings = DEFAULTS

    @classmethod
    def of(cls, sops: Sequence[Sop], inventory: Sequence[str] = (), settings: Settings = DEFAULTS) -> "SopSet":
        """Return SOPs that no inventory groups: those of one title in several units are counterparts."""
        by_title: dict[str, list[Sop]] = {}
        for sop in sops:
            if sop.identity.title is not None:
                by_title.setdefault(title_form(sop.title).solid, []).append(sop)
        groups = (tuple(one_each(group)) for group in by_title.values())
        return cls(
            sops=tuple(sops), inventory=tuple(inventory), settings=settings,
            counterparts=tuple(group for group in groups if len(group) > 1),
        )  # fmt: skip

    @cached_property
    def counterpart_keys(self) -> frozenset[tuple[str, int]]:
        """The keys of all SOPs that have a counterpart."""
        return frozenset(sop.key for group in self.counterparts for sop in group)

    @cached_property
    def disparities(self) -> tuple[Disparity, ...]:
        """The counterparts side by side, step by step; those without a form that can be compared are left out."""
        if not self.counterparts:
            return ()
        # Aligning needs numpy; a drafter who checks one file should not wait for it.
        from pipeline.likeness.disparity import disparity

        compared = ([sop for sop in group if sop.has_standards and sop.steps] for group in self.counterparts)
        return tuple(
            disparity(sops[0].title, sops, [self._unit(sop) for sop in sops], self.settings.roles)
            for sops in compared
            if len(sops) > 1
        )

    def _unit(self, sop: Sop) -> str:
        """The unit as the office calls it."""
        known = owner(sop, self.settings)
        unit = known.folder or known.letterhead
        return unit.name if unit else fold(unit_of(sop).replace("_", " "))


def one_each(group: Sequence[Sop]) -> Sequence[Sop]:
    """Return the first SOP of each unit."""
    first: dict[str, Sop] = {}
    for sop in group:
        first.setdefault(unit_of(sop), sop)
    return tuple(first.values())


def unit_of(sop: Sop) -> str:
    """Return the unit that hands a SOP in: its folder, else the unit of its letterhead."""
    return sop.folder or (sop.identity.unit.text if sop.identity.unit else "")

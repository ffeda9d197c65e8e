"""All SOPs that are judged together, and what is known beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.likeness.titles import title_form
from pipeline.model.sop import Sop


@dataclass(frozen=True, kw_only=True)
class SopSet:
    """SOPs judged together.

    `inventory` holds the titles of the master inventory, none where there is no inventory. `counterparts` are groups of
    two or more SOPs of different units that must be the same SOP: they answer one row of the inventory.
    """

    sops: tuple[Sop, ...]
    inventory: tuple[str, ...] = ()
    counterparts: tuple[tuple[Sop, ...], ...] = ()

    @classmethod
    def of(cls, sops: Sequence[Sop], inventory: Sequence[str] = ()) -> "SopSet":
        """Return SOPs that no inventory groups: those of one title in several units are counterparts."""
        by_title: dict[str, list[Sop]] = {}
        for sop in sops:
            if sop.identity.title is not None:
                by_title.setdefault(title_form(sop.title).solid, []).append(sop)
        groups = (tuple(one_each(group)) for group in by_title.values())
        return cls(sops=tuple(sops), inventory=tuple(inventory), counterparts=tuple(g for g in groups if len(g) > 1))

    @cached_property
    def counterpart_keys(self) -> frozenset[tuple[str, int]]:
        """The keys of all SOPs that have a counterpart."""
        return frozenset(sop.key for group in self.counterparts for sop in group)


def one_each(group: Sequence[Sop]) -> Sequence[Sop]:
    """Return the first SOP of each unit."""
    first: dict[str, Sop] = {}
    for sop in group:
        first.setdefault(unit_of(sop), sop)
    return tuple(first.values())


def unit_of(sop: Sop) -> str:
    """Return the unit that hands a SOP in: its folder, else the unit of its letterhead."""
    return sop.folder or (sop.identity.unit.text if sop.identity.unit else "")

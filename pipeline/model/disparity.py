"""One SOP as several units wrote it, laid side by side step by step."""

from dataclasses import dataclass

from pipeline.model.sop import Sop


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedCell:
    """One cell of a step in every SOP: `texts` as written (none where the SOP lacks the step), parallel to the SOPs.

    `groups` numbers from 0 the texts that mean the same, the most common first, -1 where there is none. `proposed` is
    what the consensus takes; it is empty where no text is more common than another, and a person has to choose.
    """

    field: str
    texts: tuple[str | None, ...]
    groups: tuple[int, ...]
    proposed: str

    @property
    def differs(self) -> bool:
        """Whether two SOPs that have the step disagree."""
        return any(group > 0 for group in self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedStep:
    """The same activity in every SOP: `steps` are the positions (from 1) in each, none where a SOP lacks it.

    `cells` are activity, actors, requirements, duration and output, in this order. `kept` says whether the consensus
    has the step: more than half of the SOPs do. `part_of` is the row (from 1) that holds this act as well in the SOPs
    that lack it: they write in one step what the others write in two.
    """

    steps: tuple[int | None, ...]
    cells: tuple[AlignedCell, ...]
    kept: bool
    part_of: int | None = None

    def cell(self, field: str) -> AlignedCell:
        """Return the cell of a field; raises KeyError for a field that is not compared."""
        for each in self.cells:
            if each.field == field:
                return each
        raise KeyError(field)

    @property
    def activity(self) -> str:
        """The activity by which the step is called: the consensus, else the first wording."""
        cell = self.cell("activity")
        return cell.proposed or next((each for each in cell.texts if each), "")

    @property
    def differs(self) -> bool:
        """Whether a SOP lacks the step or a cell differs."""
        return None in self.steps or any(each.differs for each in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disparity:
    """The SOPs that answer one row of the inventory, `units` their units as written, and their steps aligned."""

    title: str
    sops: tuple[Sop, ...]
    units: tuple[str, ...]
    steps: tuple[AlignedStep, ...]

    @property
    def differs(self) -> bool:
        """Whether the SOPs differ in anything that is compared."""
        return any(each.differs for each in self.steps)

"""An outcome -> its units in the order in which they present, and which of them answers for a draft."""

from collections import Counter
from collections.abc import Iterable

from pipeline.likeness.units import Units, office_units
from pipeline.model.outcome import Outcome
from pipeline.model.sop import Sop, Unreadable
from pipeline.settings import Settings
from pipeline.wording import ACROSS_UNITS


class Presenters:
    """The units of a round in the order of the profile, those that it does not name behind them.

    `names` are those that handed anything in or owe anything; `sops` counts what each handed in. Drafts that nobody's
    folder holds are presented last, as what no unit answers for alone.
    """

    def __init__(self, outcome: Outcome, settings: Settings) -> None:
        handed_in: tuple[Sop | Unreadable, ...] = (*outcome.sops, *outcome.unreadable)
        folders = dict.fromkeys(each.folder for each in handed_in)
        self._known: Units = office_units(settings, tuple(folders))
        self._of = {(each.file, each.part): each.unit for item in outcome.reconciliation.items for each in item.drafts}
        self._folders = {each.file: each.folder for each in handed_in}
        self.sops = Counter(self.of_draft(*each.key) for each in outcome.sops)
        # A unit of which all rows went to another institution has nobody left to present.
        counted = [each.unit for each in outcome.reconciliation.units if each.submitted or each.missing]
        lost = [self.of_file(each.file) for each in outcome.unreadable]
        self.names = self.in_order(
            each for each in (*counted, *self.sops, *lost) if each and (each != ACROSS_UNITS or self.sops[each])
        )

    def in_order(self, units: Iterable[str]) -> tuple[str, ...]:
        """Return these units as they present, each once; what no unit answers for alone comes last."""
        place = {each.name: at for at, each in enumerate(self._known.units)}
        behind = len(place)
        return tuple(sorted(dict.fromkeys(units), key=lambda each: (each == ACROSS_UNITS, place.get(each, behind))))

    def is_ours(self, unit: str) -> bool:
        """Return whether a unit is one of the office's profile."""
        return self._known.find(unit) is not None

    def of_draft(self, file: str, part: int) -> str:
        """Return the unit of a SOP, or that of its file."""
        return self._of.get((file, part)) or self.of_file(file)

    def of_file(self, file: str) -> str:
        """Return the unit whose folder a file lies in."""
        return self.named(self._folders.get(file, ""))

    def named(self, written: str) -> str:
        """Return the unit that goes by this name."""
        return self._known.canonical(written) or ACROSS_UNITS

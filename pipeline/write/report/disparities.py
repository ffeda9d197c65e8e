"""SOPs of several units side by side -> the views of the page: the differences first, what agrees only counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.decide.owners import SopKey
from pipeline.model.disparity import AlignedStep, Disparity
from pipeline.text import key
from pipeline.write.numbers import thousands
from pipeline.write.side_by_side import PRESENCE, Held, Line, Standing, lines_of

# More columns than these cannot be read on a lying F4 page.
_COLUMNS = 6
_SIGNS = {Standing.SAME: "✓", Standing.DIFFERENT: "≠", Standing.MISSING: "✗", Standing.OPEN: "?"}
_KINDS = {Standing.SAME: "same", Standing.DIFFERENT: "differs", Standing.MISSING: "lacks", Standing.OPEN: "open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldView:
    """What one SOP, or several that have the same, hold: the units are named where they share it."""

    kind: str
    sign: str
    variant: str
    text: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """One thing that differs in a step: by unit, and by what the units have."""

    label: str
    by_unit: tuple[HeldView, ...]
    by_text: tuple[HeldView, ...]
    proposed: str

    @property
    def votes(self) -> str:
        """Return how many units stand for each choice of what is undecided."""
        counts = [(each.variant, len(each.units)) for each in self.by_text if each.variant]
        if len({number for _, number in counts}) == 1:
            return f"tiap pilihan {thousands(counts[0][1])} unit"
        return ", ".join(f"{variant}: {thousands(number)} unit" for variant, number in counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedView:
    """A step in which something differs; `same` names what does not."""

    number: int
    activity: str
    lines: tuple[LineView, ...]
    same: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisparityView:
    """One SOP of several units: its units with the anchors of their drafts, its differences, and what agrees."""

    anchor: str
    title: str
    units: tuple[tuple[str, str], ...]
    steps: tuple[AlignedView, ...]
    agreed: tuple[tuple[int, str], ...]

    @property
    def columns(self) -> bool:
        """Return whether each unit gets a column of its own."""
        return len(self.units) <= _COLUMNS


def disparity_view(disparity: Disparity, anchor: str, anchors: Mapping[SopKey, str]) -> DisparityView:
    """Return a shared SOP as the page shows it; `anchors` tell where the draft of each unit stands."""
    steps = tuple(enumerate(disparity.steps, start=1))
    return DisparityView(
        anchor=anchor,
        title=disparity.title,
        units=tuple(
            (unit, anchors.get(sop.key, "")) for unit, sop in zip(disparity.units, disparity.sops, strict=True)
        ),
        steps=tuple(_step(at, each, disparity) for at, each in steps if each.differs),
        agreed=tuple((at, each.activity) for at, each in steps if not each.differs),
    )


def _step(number: int, step: AlignedStep, disparity: Disparity) -> AlignedView:
    lines = lines_of(step, disparity)
    # The cells of a step that a single SOP has can be compared with none.
    lines = lines if sum(each is not None for each in step.steps) > 1 else lines[:1]
    same = (each.label for each in lines if each.standing is Standing.SAME and each.label != PRESENCE)
    return AlignedView(
        number=number,
        activity=step.activity,
        lines=tuple(_line(each, disparity.units) for each in lines if each.standing is not Standing.SAME),
        same=", ".join(same),
    )


def _line(line: Line, units: tuple[str, ...]) -> LineView:
    return LineView(
        label=line.label,
        by_unit=tuple(_held(each, line, ()) for each in line.held),
        by_text=tuple(_by_text(line, units)),
        proposed=line.proposed,
    )


def _by_text(line: Line, units: tuple[str, ...]) -> Iterator[HeldView]:
    """Yield each meaning with the units that have it, in the order of the meanings."""
    for variant in sorted({each.variant for each in line.held}):
        told = [(held, unit) for held, unit in zip(line.held, units, strict=True) if held.variant == variant]
        yield _held(told[0][0], line, tuple(unit for _, unit in told))


def _held(held: Held, line: Line, units: tuple[str, ...]) -> HeldView:
    if held.variant == 0:
        # That the step is missing was said in the line above.
        return HeldView(kind="void", sign="", variant="", text=held.text, units=units)
    agrees = held.standing is Standing.SAME and key(held.text) == key(line.proposed)
    return HeldView(
        kind=_KINDS[held.standing],
        sign=_SIGNS[held.standing],
        variant=f"pilihan {held.variant}" if held.standing is Standing.OPEN else "",
        text=Standing.SAME.value if agrees else held.text,
        units=units,
    )

"""What each unit presents and what of it must be discussed -> how much of the meeting it needs."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.agenda.units import Presenters
from pipeline.model.agenda import UnitLoad, UnitTopics, Why
from pipeline.model.outcome import Outcome
from pipeline.settings import Settings

# Weights are minutes that a meeting with all the time in the world would take; only their proportions count.
# A SOP without a question is shown once, with its chart.
SOP = 2.0
# What each question adds, by its kind: somebody reads the candidates out and the unit answers. In a conflict, and where
# the office put a matter off to the meeting, two sides are heard. An error has its correction written beside it.
TOPIC: Mapping[Why, float] = {
    Why.PAIR: 2.0, Why.ARROW: 1.0, Why.MARKED: 3.0, Why.CONFLICT: 3.0, Why.ERROR: 0.5,
}  # fmt: skip
# Once for a SOP, however many cells differ: they are settled side by side.
DISPARITY = 4.0
# A SOP that was not handed in is named, with the day until which it will be.
MISSING = 0.5


def loads(outcome: Outcome, settings: Settings, topics: Sequence[UnitTopics]) -> tuple[UnitLoad, ...]:
    """Return the units that present, in their order; `topics` are what `to_discuss` found.

    A unit that only owes SOPs has to account for them; one that neither handed in nor owes anything does not present.
    """
    return tuple(_loads(outcome, settings, {each.unit: each for each in topics}))


def _loads(outcome: Outcome, settings: Settings, topics: Mapping[str, UnitTopics]) -> Iterator[UnitLoad]:
    presenters = Presenters(outcome, settings)
    missing = {each.unit: each.missing for each in outcome.reconciliation.units}
    for unit in presenters.names:
        own, sops, owes = topics.get(unit), presenters.sops[unit], missing.get(unit, 0)
        weight = SOP * sops + MISSING * owes + (_discussion(own) if own else 0.0)
        if weight:
            yield UnitLoad(unit=unit, sops=sops, topics=own.topics if own else 0, weight=weight)


def _discussion(own: UnitTopics) -> float:
    total = 0.0
    for item in own.items:
        total += sum(TOPIC.get(each.why, 0.0) for each in item.topics)
        total += DISPARITY if any(each.why is Why.DISPARITY for each in item.topics) else 0.0
    return total

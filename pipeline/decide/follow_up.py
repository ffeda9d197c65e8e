"""What the office decided about drafts, against the drafts that were handed in since -> whether it was done."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from pipeline.decide.owners import Owners
from pipeline.model.decision import Decision, Fate, FollowUp, Kind, Matter, Verdict
from pipeline.model.outcome import Outcome
from pipeline.model.sop import DATES, LISTS, Sop
from pipeline.text import key

_OF_DRAFTS = (Kind.FINDING, Kind.CORRECTION)
_TO_DO = (Verdict.ACCEPT, Verdict.CHANGE)


def follow_ups(
    outcome: Outcome, raised: Mapping[str, Matter], matter_of: Callable[[str], Matter | None]
) -> Iterator[FollowUp]:
    """Yield each decision that a draft had to be corrected, with what became of it.

    `raised` are the matters of this round by their id; `matter_of` gives one of an earlier round. Done is what is no
    longer raised while the SOP is still handed in; where the office decided on other words, these have to stand there.
    """
    sops = _by_title(outcome)
    files = {each.file: each for each in outcome.sops}
    for decision in outcome.decisions:
        matter = raised.get(decision.about) or matter_of(decision.about)
        if decision.verdict not in _TO_DO or matter is None or matter.kind not in _OF_DRAFTS or not matter.file:
            continue
        sop = sops.get((matter.unit, key(matter.title))) or files.get(matter.file)
        yield FollowUp(decision=decision, matter=matter, fate=_fate(decision, matter.about in raised, sop))


def _fate(decision: Decision, raised: bool, sop: Sop | None) -> Fate:  # noqa: FBT001
    if raised:
        return Fate.OPEN
    if sop is None:
        return Fate.GONE
    if decision.verdict is Verdict.CHANGE and key(decision.value) not in key(" ".join(_texts(sop))):
        return Fate.OTHERWISE
    return Fate.DONE


def _by_title(outcome: Outcome) -> dict[tuple[str, str], Sop]:
    owners = Owners(outcome)
    return {(owners.of_sop(each), key(each.title)): each for each in reversed(outcome.sops)}


def _texts(sop: Sop) -> Iterable[str]:
    """All that stands in the fields of a SOP."""
    identity = sop.identity
    yield from (each.text for each in (identity.unit, identity.number, identity.title) if each)
    yield from (found.text for name in DATES if (found := identity.date(name)))
    if identity.approved_by:
        yield from filter(None, (identity.approved_by.position, identity.approved_by.name, identity.approved_by.nip))
    yield from (each.text for name in LISTS for each in identity.values(name))
    yield from (each.name for each in sop.actors)
    for step in sop.steps:
        duration = step.duration.text if step.duration else ""
        yield from (step.activity, step.requirements, duration, step.output, step.note)

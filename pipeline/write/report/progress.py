"""Changes since the round before and what was decided -> the views of the page."""

from collections import Counter
from collections.abc import Callable

from pipeline.model.decision import Fate, FollowUp, Kind, Matter, State
from pipeline.model.outcome import Outcome
from pipeline.wording import FATE_WORDS, VERDICT_WORDS, where_words
from pipeline.write.inventory_text import NO_UNIT
from pipeline.write.report.views import FollowUpView, ProgressLine, ProgressView, SettledView

# What was not followed comes first.
_ORDER = (Fate.OPEN, Fate.OTHERWISE, Fate.GONE, Fate.DONE)


def progress_view(outcome: Outcome, unit_of: Callable[[str], str]) -> ProgressView | None:
    """Return what a round changed, none where there is nothing to compare.

    `unit_of` gives the unit of a finding by its id.
    """
    if outcome.changes is None and not outcome.follow_ups:
        return None
    changes = outcome.changes
    states = changes.states if changes else {}
    settled = [(each, state) for each, state in (changes.settled if changes else ()) if each.kind is Kind.FINDING]
    by_unit: Counter[tuple[str, State]] = Counter()
    for finding in outcome.findings:
        if state := states.get(finding.id):
            by_unit[unit_of(finding.id), state] += 1
    by_unit.update((each.unit or NO_UNIT, state) for each, state in settled)
    raising = {unit for unit, _ in by_unit}
    known = [each.unit for each in outcome.reconciliation.units]
    units = [each for each in known if each in raising] + sorted(raising - set(known))
    return ProgressView(
        round=outcome.round,
        compared=changes is not None,
        lines=tuple(ProgressLine(unit=unit, counts=tuple(by_unit[unit, state] for state in State)) for unit in units),
        fixed=tuple(_settled(each) for each, state in settled if state is State.FIXED),
        replaced=tuple((old.file, new.file) for old, new in (changes.replaced if changes else ())),
        follow_ups=tuple(
            _follow_up(each) for each in sorted(outcome.follow_ups, key=lambda each: _ORDER.index(each.fate))
        ),
        open=sum(each.fate is not Fate.DONE for each in outcome.follow_ups),
    )


def _settled(each: Matter) -> SettledView:
    return SettledView(unit=each.unit or NO_UNIT, title=each.title, code=each.about.partition("-")[0], words=each.words)


def _follow_up(each: FollowUp) -> FollowUpView:
    decision, matter = each.decision, each.matter
    return FollowUpView(
        kind="done" if each.fate is Fate.DONE else "open",
        state=FATE_WORDS[each.fate],
        unit=matter.unit or NO_UNIT,
        title=matter.title,
        # A correction names its field itself.
        what=f"{where_words(matter.field)}: {matter.words}" if matter.kind is Kind.FINDING else matter.words,
        verdict=VERDICT_WORDS[decision.verdict],
        value=decision.value or matter.after,
        note=decision.note,
        by=decision.by,
    )

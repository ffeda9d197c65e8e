"""An outcome with its decisions -> what each unit still owes once the meeting is over."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.agenda.discuss import to_discuss
from pipeline.agenda.units import Presenters
from pipeline.model.agenda import Owed, OwedFile, OwedFix, OwedSop
from pipeline.model.decision import Decision, Fate, Verdict
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Action, Proposal, Status
from pipeline.settings import Settings
from pipeline.text import fold
from pipeline.wording import ACROSS_UNITS, ACTION_WORDS, where_words

_AGREED = (Verdict.ACCEPT, Verdict.CHANGE)
# What a unit does with its drafts; a row is added by the office, and a SOP to be written is owed as such.
_BY_UNIT = (Action.SPLIT, Action.MERGE, Action.DROP, Action.MOVE, Action.HAND_OVER)


def owed(outcome: Outcome, settings: Settings) -> tuple[Owed, ...]:
    """Return what each unit owes, in the order in which they present; a unit that owes nothing is left out.

    SOPs that were not handed in, files that could not be read, what was decided and is not done. `open` counts what
    is still to be decided about its SOPs.
    """
    presenters = Presenters(outcome, settings)
    missing: dict[str, list[OwedSop]] = defaultdict(list)
    decisions = {each.about: each for each in outcome.decisions}
    dropped = {(each.unit, each.row) for each in outcome.reconciliation.proposals if _is_refused(each, decisions)}
    for item in outcome.reconciliation.items:
        if item.status is Status.MISSING and item.row is not None and (item.unit, item.row.place) not in dropped:
            found = OwedSop(title=item.row.title, number=item.row.number, note=item.why if item.partners else "")
            missing[item.unit or ACROSS_UNITS].append(found)
    again: dict[str, list[OwedFile]] = defaultdict(list)
    for lost in outcome.unreadable:
        again[presenters.of_file(lost.file)].append(OwedFile(file=lost.file, message=lost.message))
    fixes: dict[str, list[OwedFix]] = defaultdict(list)
    for unit, fix in _fixes(outcome, presenters, decisions):
        fixes[unit].append(fix)
    still = Counter({each.unit: each.topics for each in to_discuss(outcome, settings)})
    return tuple(
        Owed(
            unit=each,
            submitted=presenters.sops[each],
            missing=tuple(missing[each]),
            again=tuple(again[each]),
            fixes=tuple(fixes[each]),
            open=still[each],
        )
        for each in presenters.in_order((*missing, *again, *fixes, *still))
    )


def _is_refused(proposal: Proposal, decisions: dict[str, Decision]) -> bool:
    """Whether the office decided that a SOP is not to be written after all."""
    said = decisions.get(proposal.id)
    return proposal.action in (Action.WRITE, Action.SPLIT) and said is not None and said.verdict is Verdict.REJECT


def _fixes(outcome: Outcome, presenters: Presenters, decisions: dict[str, Decision]) -> Iterator[tuple[str, OwedFix]]:
    for each in outcome.follow_ups:
        if each.fate is Fate.DONE:
            continue
        matter, said = each.matter, each.decision
        becomes = said.value if said.verdict is Verdict.CHANGE else matter.after
        yield matter.unit or presenters.of_file(matter.file), OwedFix(
            title=matter.title, file=matter.file, where=where_words(matter.field), words=matter.words,
            becomes=fold(becomes), fate=each.fate, decision=said,
        )  # fmt: skip
    for proposal in outcome.reconciliation.proposals:
        agreed = decisions.get(proposal.id)
        if agreed is None or agreed.verdict not in _AGREED or proposal.action not in _BY_UNIT:
            continue
        draft = proposal.draft
        yield (draft.unit if draft else proposal.unit) or ACROSS_UNITS, OwedFix(
            title=proposal.title, file=draft.file if draft else "", where="",
            words=f"{ACTION_WORDS[proposal.action]}: {proposal.why}", becomes=fold(agreed.value), fate=Fate.OPEN,
            decision=agreed,
        )  # fmt: skip

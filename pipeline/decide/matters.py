"""Outcome -> everything in it that can be decided, each with its id: findings, corrections, questions and the rest."""

from collections.abc import Iterator, Mapping

from pipeline.decide.owners import Owners
from pipeline.ids import disparity_id
from pipeline.model.decision import ArrowQuestion, Kind, Matter
from pipeline.model.disparity import Disparity
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import TO_DRAFT, Correction, DraftRef, Item, Proposal
from pipeline.wording import ACTION_WORDS, FIELD_WORDS


def matters(outcome: Outcome) -> Iterator[Matter]:
    """Yield what a run raised, findings that the office does not follow up included: they are still there."""
    yield from _findings(outcome)
    titles = {sop.key: sop.title for sop in outcome.sops}
    units = {(each.file, each.part): each.unit for item in outcome.reconciliation.items for each in item.drafts}
    rows = {(each.place.sheet, each.place.row): each for each in outcome.inventory.rows}
    for fix in outcome.reconciliation.corrections:
        of_draft = fix.target == TO_DRAFT
        row = rows.get((fix.place.sheet, fix.place.row)) if fix.place else None
        unit = units.get((fix.file, fix.part), "") if of_draft else row.unit if row else ""
        title = titles.get((fix.file, fix.part), "") if of_draft else row.title if row else ""
        yield _correction(fix, unit, title)
    yield from (_question(item) for item in outcome.reconciliation.items if item.question)
    yield from (_arrow(each, units) for each in outcome.arrows)
    yield from map(_proposal, outcome.reconciliation.proposals)
    for each in outcome.disparities:
        yield from _disparities(each)


def _findings(outcome: Outcome) -> Iterator[Matter]:
    owners = Owners(outcome)
    titles = {sop.key: sop.title for sop in outcome.sops}
    for each in (*outcome.findings, *outcome.accepted):
        fix = each.correction
        yield Matter(
            about=each.id, kind=Kind.FINDING, unit=owners.of_finding(each),
            title=titles.get((each.file, each.part), ""), file=each.file, part=each.part, field=each.where,
            words=each.message, before=fix.before if fix else "", after=fix.after if fix else "",
            weight=each.severity.value,
        )  # fmt: skip


def _correction(fix: Correction, unit: str, title: str) -> Matter:
    # One of the inventory asks nothing of the draft that it was found by.
    file, part = (fix.file, fix.part) if fix.target == TO_DRAFT else ("", 0)
    return Matter(
        about=fix.id, kind=Kind.CORRECTION, unit=unit, title=title, file=file, part=part, field=fix.field,
        words=f"{FIELD_WORDS.get(fix.field, fix.field)}: {fix.why}", before=fix.before, after=fix.after,
    )  # fmt: skip


def _question(item: Item) -> Matter:
    draft: DraftRef = item.drafts[0]
    return Matter(
        about=item.question, kind=Kind.QUESTION, unit=draft.unit, title=draft.title, file=draft.file, part=draft.part,
        field="title", words=item.why, after=item.row.title if item.row else "",
    )  # fmt: skip


def _arrow(each: ArrowQuestion, units: Mapping[tuple[str, int], str]) -> Matter:
    return Matter(
        about=each.id, kind=Kind.QUESTION, unit=units.get((each.file, each.part), ""), title=each.title, file=each.file,
        part=each.part, field="flow", words=f"{each.read}; benarkah?", after=each.read,
    )  # fmt: skip


def _proposal(each: Proposal) -> Matter:
    return Matter(
        about=each.id, kind=Kind.PROPOSAL, unit=each.unit, title=each.title, file=each.draft.file if each.draft else "",
        part=each.draft.part if each.draft else 0, field="", words=f"{ACTION_WORDS[each.action]}: {each.why}",
    )  # fmt: skip


def _disparities(each: Disparity) -> Iterator[Matter]:
    for step in each.steps:
        fields = [("", "")] if None in step.steps else []
        fields += [(cell.field, cell.proposed) for cell in step.cells if cell.differs]
        for field, proposed in fields:
            what = FIELD_WORDS[field] if field else "langkah itu tidak ada di semua unit"
            yield Matter(
                about=disparity_id(each.title, step.activity, field), kind=Kind.DISPARITY, unit="", title=each.title,
                file="", part=0, field=field, words=f"“{step.activity}”: {what}", after=proposed,
            )  # fmt: skip

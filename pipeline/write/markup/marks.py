"""What is known about a SOP -> the marks in its draft: findings, and what the inventory has otherwise."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.model.decision import Decision, Verdict
from pipeline.model.finding import Finding
from pipeline.model.outcome import Outcome
from pipeline.model.place import DocxPlace
from pipeline.model.reconciliation import TO_DRAFT, Case, Correction, Difference, Item, Status
from pipeline.model.sop import Sop
from pipeline.settings import DRAFT
from pipeline.text import quoted
from pipeline.wording import CASE_WORDS, FIELD_WORDS, SEVERITY_WORDS, STATUS_WORDS, decision_words
from pipeline.write.candidates import candidates
from pipeline.write.check_text import correction_words
from pipeline.write.markup.mark import Edit, Mark

# So much of a value is quoted in a comment.
_LONG = 300


def finding_marks(
    sop: Sop, findings: Sequence[Finding], decisions: Mapping[str, Decision] | None = None
) -> Iterator[Mark]:
    """Yield a mark for each finding on a SOP; `decisions` are those of the office, by what they are about."""
    nodes = {each.id: each for each in sop.flow.nodes}
    title = _title(sop)
    for each in findings:
        decision = (decisions or {}).get(each.id)
        symbol = nodes.get(each.nodes[0]) if each.nodes else None
        yield Mark(
            place=symbol.place if symbol else each.place,
            drawing=symbol.drawing if symbol else 0,
            found=each.found,
            lines=tuple(_lines(each, decision)),
            edit=None if symbol else _edit(each, decision),
            instead=title,
        )


def _title(sop: Sop) -> DocxPlace:
    """Where it is said what the body has no place for."""
    if sop.identity.title is not None:
        return sop.identity.title.place
    return sop.steps[0].place if sop.steps else DocxPlace()


def _lines(finding: Finding, decision: Decision | None) -> Iterator[str]:
    yield f"{finding.code} – {SEVERITY_WORDS[finding.severity]}: {finding.message}"
    if finding.correction is not None:
        yield correction_words(finding)
    elif finding.question:
        yield f"Pertanyaan: {finding.question}"
    yield f"Usulan: {finding.advice}"
    if decision is not None:
        yield _decided(decision)


def _decided(decision: Decision) -> str:
    words = decision_words(decision)
    return f"Keputusan: {words}{'' if words.endswith('.') else '.'}"


def _edit(finding: Finding, decision: Decision | None) -> Edit | None:
    """What is to be tracked: the rule's own correction, or what the office decided in its place."""
    fix = finding.correction
    if decision is not None and decision.verdict is Verdict.CHANGE:
        return Edit(before=fix.before if fix else finding.found, after=decision.value)
    return Edit(before=fix.before, after=fix.after) if fix else None


class InventoryMarks:
    """What the inventory has to say about each SOP of a run."""

    def __init__(self, outcome: Outcome) -> None:
        """Sort the lines of the reconciliation by SOP."""
        self._items: dict[tuple[str, int], Item] = {}
        for item in outcome.reconciliation.items:
            for draft in item.drafts:
                self._items.setdefault((draft.file, draft.part), item)
        self._corrections = {
            (each.file, each.part, each.field): each
            for each in outcome.reconciliation.corrections
            if each.target == TO_DRAFT
        }
        self._decisions = {each.about: each for each in outcome.decisions}

    def of(self, sop: Sop) -> Iterator[Mark]:
        """Yield a mark for what reads otherwise in the inventory, or why it has no line for the SOP."""
        item = self._items.get(sop.key)
        if item is None:
            return
        if item.doubtful or item.case is not Case.PLAIN or item.status in (Status.EXTRA, Status.DUPLICATE):
            yield Mark(place=_title(sop), lines=tuple(_about(item)), instead=_title(sop))
        if item.doubtful or item.row is None or item.status not in (Status.MATCHED, Status.SHARED):
            return
        for each in item.differences:
            fix = self._corrections.get((*sop.key, each.field))
            if each.winner != DRAFT and (fix is None or fix.holds):
                yield self._difference(sop, each, fix)

    def _difference(self, sop: Sop, difference: Difference, fix: Correction | None) -> Mark:
        word = FIELD_WORDS.get(difference.field, difference.field)
        theirs = quoted(difference.inventory, _LONG) if difference.inventory else "belum ada"
        lines = [f"Panduan induk – {word} berbeda.", f"Di panduan induk ({difference.cell}): {theirs}.", difference.why]
        if fix is not None:
            lines.append(f"Menjadi {quoted(fix.after, _LONG)}.")
            decision = self._decisions.get(fix.id)
            lines += [_decided(decision)] if decision is not None else []
        return Mark(
            place=difference.place or _title(sop),
            found=difference.draft,
            lines=tuple(lines),
            edit=None if fix is None or difference.place is None else Edit(before=fix.before, after=fix.after),
            instead=_title(sop),
        )


def _about(item: Item) -> Iterator[str]:
    said = CASE_WORDS.get(item.case) or STATUS_WORDS[item.status]
    yield f"Panduan induk – {'perlu ditanyakan' if item.doubtful else said}."
    yield item.why
    if item.doubtful:
        yield "Baris panduan induk mana yang dijawab naskah ini?"
        yield from (f"Calon {at}: {quoted(title, _LONG)}" for at, (title, *_) in enumerate(candidates(item), start=1))

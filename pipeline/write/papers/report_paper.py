"""Outcome -> what stands in `laporan-selisih.docx`: every number is the report's, which counts the reconciliation."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.decide.owners import Owners, SopKey
from pipeline.model.finding import Finding, Severity
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Action, Proposal, UnitCount
from pipeline.settings import Settings
from pipeline.text import fold
from pipeline.wording import ACTION_WORDS, PROPOSALS_ABOUT, PROPOSALS_NONE
from pipeline.write.diff import Mark
from pipeline.write.numbers import thousands
from pipeline.write.papers.phrases import (
    WHOLE_SET,
    by_subject,
    day,
    file_words,
    finding_lines,
    letterhead,
    place_and_date,
    question_words,
    sentence,
    signer,
)
from pipeline.write.papers.views import (
    AdjustmentLine,
    Annex,
    ItemLine,
    ProposalLine,
    ReportPaper,
    SopFindings,
    UnitLine,
    UnreadableLine,
)
from pipeline.write.report.page import Page
from pipeline.write.report.views import (
    AdjustmentView,
    ChangeView,
    ItemView,
    StepsTowards,
    UnitView,
    Verdict,
)
from pipeline.write.report.words import moment

_UNCOUNTED = "–"


def report_paper(outcome: Outcome, settings: Settings) -> ReportPaper:
    """Return the discrepancy report of a run."""
    page, findings = Page(outcome), Counter(each.severity for each in outcome.findings)
    adjustments = page.reconciled.adjustments
    return ReportPaper(
        kop=letterhead(settings),
        tahun=str(outcome.when.year),
        saat=moment(outcome.when),
        tanggal=day(outcome),
        tempat_tanggal=place_and_date(outcome, settings),
        induk=outcome.inventory.file,
        ringkasan=tuple(_summary(page)),
        unit=tuple(_unit_line(str(at), each) for at, each in enumerate(page.units, start=1)),
        jumlah=_line("", "Jumlah", page.total, page.verdict, page.findings),
        harus_diperbaiki=thousands(findings[Severity.ERROR]),
        perlu_diperiksa=thousands(findings[Severity.WARNING]),
        catatan=thousands(findings[Severity.NOTE]),
        penyesuaian=tuple(_adjustment(at, each) for at, each in enumerate(_to_adjust(adjustments), start=1)),
        tentang_penyesuaian=PROPOSALS_ABOUT if page.reconciled.proposals else PROPOSALS_NONE,
        penandatangan=signer(settings),
        lampiran=tuple(_annexes(outcome, page)),
    )


def _summary(page: Page) -> Iterator[str]:
    total = page.total
    yield sentence(page.verdict.words)
    yield (
        f"Panduan induk memuat {thousands(total.inventory)} SOP; {thousands(total.submitted)} SOP diserahkan, "
        f"{thousands(total.matched)} di antaranya cocok, {thousands(total.extra)} di luar induk, dan "
        f"{thousands(total.duplicate)} ganda. SOP yang belum diserahkan sebanyak {thousands(total.missing)}."
    )
    if total.transferred:
        yield f"SOP yang urusannya sudah dialihkan ke instansi lain sebanyak {thousands(total.transferred)}."
    if page.unreadable_words:
        yield page.unreadable_words


def _unit_line(number: str, each: UnitView) -> UnitLine:
    return _line(number, each.name, each.count, each.verdict, each.findings)


def _line(number: str, name: str, count: UnitCount | None, verdict: Verdict, findings: int) -> UnitLine:
    counts = (
        (
            count.inventory,
            count.submitted,
            count.matched,
            count.missing,
            count.extra,
            count.duplicate,
            count.transferred,
        )
        if count
        else ()
    )
    told = [thousands(each) for each in counts] or [_UNCOUNTED] * 7
    return UnitLine(
        nomor=number, unit=name, induk=told[0], diserahkan=told[1], cocok=told[2], belum=told[3], di_luar=told[4],
        ganda=told[5], dialihkan=told[6], siap=thousands(verdict.ready), perbaikan=thousands(verdict.flawed),
        tidak_terbaca=thousands(verdict.unreadable), temuan=thousands(findings), keadaan=sentence(verdict.words),
    )  # fmt: skip


def _to_adjust(adjustments: Sequence[AdjustmentView]) -> list[AdjustmentView]:
    return [each for each in adjustments if each.groups]


def _adjustment(number: int, each: AdjustmentView) -> AdjustmentLine:
    return AdjustmentLine(
        nomor=str(number),
        unit=each.name,
        usulan=sentence("; ".join(_to_do(group) for group in each.groups)),
        induk=thousands(each.balance.inventory),
        naskah=thousands(each.balance.submitted),
        sesudahnya=thousands(each.balance.agreed),
    )


def _to_do(group: StepsTowards) -> str:
    """What is to be done with how many: `tambahkan 1 SOP ke induk`."""
    verb, *rest = group.action.lower().split()
    return " ".join((verb, thousands(len(group.steps)), "SOP", *rest))


class _Subject(NamedTuple):
    """A SOP, or a file as a whole, with what was found in it."""

    unit: str
    name: str
    file: str
    findings: tuple[Finding, ...]


def _annexes(outcome: Outcome, page: Page) -> Iterator[Annex]:
    owners, files = Owners(outcome), file_words(outcome.sops)
    subjects: dict[str, list[_Subject]] = defaultdict(list)
    for each in _subjects(outcome, owners, files):
        subjects[each.unit].append(each)
    proposals: dict[str, list[Proposal]] = defaultdict(list)
    for step in outcome.reconciliation.proposals:
        for name in dict.fromkeys((step.unit, step.draft.unit if step.draft else step.unit)):
            proposals[name].append(step)
    decisions = {each.about: each for each in outcome.decisions}
    for number, unit in enumerate(page.units, start=1):
        own = subjects[unit.name]
        yield Annex(
            nomor=str(number),
            hitungan=_unit_line(str(number), unit),
            pencocokan=tuple(_item(at, each) for at, each in enumerate(unit.talked, start=1)),
            cocok=_plain_words(len(unit.plain)),
            usulan=tuple(_proposals(proposals[unit.name], files)),
            tidak_terbaca=tuple(
                UnreadableLine(naskah=each.file, sebab=each.message)
                for each in outcome.unreadable
                if owners.of_folder(each.folder) == unit.name
            ),
            sop=tuple(
                SopFindings(nama=each.name, naskah=each.file, temuan=finding_lines(each.findings, decisions))
                for each in own
                if each.findings
            ),
            tanpa_temuan=_sound_words([each.name for each in own if not each.findings]),
        )


def _subjects(outcome: Outcome, owners: Owners, files: Mapping[SopKey, str]) -> Iterator[_Subject]:
    """The SOPs in the order of the run, then what else has findings: whole files, the whole set."""
    found = by_subject(outcome)
    for sop in outcome.sops:
        yield _Subject(owners.of_sop(sop), sop.title, files[sop.key], tuple(found.pop(sop.key, ())))
    for (file, _), rest in found.items():
        yield _Subject(owners.of_file(file), file or WHOLE_SET, "", tuple(rest))


def _plain_words(number: int) -> str:
    return f"{thousands(number)} SOP cocok tanpa perbedaan." if number else ""


def _sound_words(names: Sequence[str]) -> str:
    return f"Tanpa temuan: {'; '.join(fold(each) for each in names)}." if names else ""


def _item(number: int, each: ItemView) -> ItemLine:
    return ItemLine(
        nomor=str(number),
        keadaan=sentence(each.status).removesuffix("."),
        nama=each.title,
        nomor_sop=each.number,
        letak_induk=each.row or _UNCOUNTED,
        naskah="; ".join(each.drafts) or _UNCOUNTED,
        penjelasan=tuple(_explained(each)),
    )


def _explained(each: ItemView) -> Iterator[str]:
    if each.case:
        yield sentence(each.case)
    yield each.why
    for partner in each.partners:
        yield f"Naskah terkait: “{fold(partner.title)}” ({partner.file})."
    for change in each.changes:
        yield _change(change)
    if each.question:
        yield from question_words(each.question)


def _change(change: ChangeView) -> str:
    theirs = _side(change, Mark.EXPECTED)
    ours = _side(change, Mark.FOUND)
    said = f"{change.label}{f', {change.nature}' if change.nature else ''}: panduan induk {theirs}, naskah {ours}"
    winner = f"; {change.winner}" if change.winner else ""
    proposed = f", menjadi “{fold(change.proposed)}”" if change.proposed else ""
    return sentence(f"{said}{winner}{proposed}")


def _side(change: ChangeView, mark: Mark) -> str:
    """The words of one side of a difference, in quotation marks."""
    text = fold("".join(each.text for each in change.pieces if each.mark in (Mark.BOTH, mark)))
    return f"“{text}”" if text else "tidak ada isinya"


def _proposals(steps: Sequence[Proposal], files: Mapping[SopKey, str]) -> Iterator[ProposalLine]:
    order = list(Action)
    for at, each in enumerate(sorted(steps, key=lambda step: order.index(step.action)), start=1):
        draft = each.draft
        yield ProposalLine(
            nomor=str(at),
            usulan=sentence(ACTION_WORDS[each.action]).removesuffix("."),
            nama=each.title,
            letak_induk=str(each.row) if each.row else _UNCOUNTED,
            naskah=files.get((draft.file, draft.part), draft.file) if draft else _UNCOUNTED,
            penjelasan=each.why,
        )

"""Outcome -> what stands in each unit's `lembar-koreksi`: all that its drafts have to be corrected in."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.decide.owners import Owners, SopKey
from pipeline.model.decision import Decision, Verdict
from pipeline.model.finding import Finding
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import TO_DRAFT, Case, Correction, Difference, Item, Status
from pipeline.model.sop import Sop
from pipeline.settings import DRAFT, Settings
from pipeline.text import fold, quoted
from pipeline.wording import ACROSS_UNITS, ACTION_WORDS, CASE_WORDS, FIELD_WORDS, NATURE_WORDS, STATUS_WORDS
from pipeline.write.numbers import thousands
from pipeline.write.papers.phrases import (
    WHOLE_SET,
    by_subject,
    day,
    decided,
    file_words,
    finding_lines,
    letterhead,
    place_and_date,
    question_words,
    sentence,
)
from pipeline.write.papers.views import CorrectionLine, CorrectionSheet
from pipeline.write.report.page import Page
from pipeline.write.report.reconciled import Reconciled
from pipeline.write.report.words import moment

# So much of a value is quoted in a cell.
_LONG = 300
# What becomes of a draft of such a line is to be settled, whatever stands in it.
_TOLD = (Status.EXTRA, Status.DUPLICATE, Status.TRANSFERRED)
_WHOLE_FILE, _DOUBTFUL = "seluruh berkas", "perlu dipastikan"


class UnitSheet(NamedTuple):
    """The sheet of one unit, and the folder that its drafts came in; empty for what no unit handed in."""

    unit: str
    folder: str
    sheet: CorrectionSheet


class _Line(NamedTuple):
    """A line without its number."""

    sop: str
    part: str
    found: str
    proposed: tuple[str, ...]
    decision: str


def correction_sheets(outcome: Outcome, settings: Settings) -> Iterator[UnitSheet]:
    """Yield a sheet for each unit that handed something in, and one for what was found across all units."""
    owners = Owners(outcome)
    folders: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in (*(each.folder for each in outcome.sops), *(each.folder for each in outcome.unreadable)):
        folders[owners.of_folder(folder)][folder] += 1
    lines = _lines_by_unit(outcome, owners)
    verdicts = {each.name: each.verdict for each in Page(outcome).units}
    for unit in dict.fromkeys((*verdicts, *folders, *lines)):
        if unit not in folders and not lines[unit]:
            continue
        verdict = verdicts.get(unit)
        words = sentence(verdict.words) if verdict and verdict.total else ""
        yield UnitSheet(
            unit=unit,
            folder=folders[unit].most_common(1)[0][0] if folders[unit] else "",
            sheet=CorrectionSheet(
                kop=letterhead(settings),
                unit=unit,
                saat=moment(outcome.when),
                tanggal=day(outcome),
                tempat_tanggal=place_and_date(outcome, settings),
                keadaan=words,
                keterangan=_about(len(lines[unit]), verdict.total if verdict else 0),
                koreksi=tuple(_numbered(lines[unit])),
            ),
        )


def _about(lines: int, sops: int) -> str:
    if lines:
        return f"Ada {thousands(lines)} hal yang perlu dikoreksi atau dipastikan, sebagaimana daftar berikut."
    return f"Tidak ada yang perlu dikoreksi pada {thousands(sops)} SOP yang diserahkan unit ini."


def _numbered(lines: Sequence[_Line]) -> Iterator[CorrectionLine]:
    for at, each in enumerate(lines, start=1):
        yield CorrectionLine(
            nomor=str(at), sop=each.sop, bagian=each.part, temuan=each.found, usulan=each.proposed,
            tindak_lanjut=each.decision,
        )  # fmt: skip


def _lines_by_unit(outcome: Outcome, owners: Owners) -> dict[str, list[_Line]]:
    """The lines of each unit: files that could not be read, then SOP by SOP, then whole files and the whole set."""
    decisions = {each.about: each for each in outcome.decisions}
    files, against = file_words(outcome.sops), _Against(outcome, decisions)
    found = by_subject(outcome)
    lines: dict[str, list[_Line]] = defaultdict(list)
    for lost in outcome.unreadable:
        told = _Line(lost.file, _WHOLE_FILE, lost.message, (), "")
        lines[owners.of_folder(lost.folder)].append(told)
    for sop in outcome.sops:
        name = f"{fold(sop.title)} ({files[sop.key]})"
        own = lines[owners.of_sop(sop)]
        own.extend(against.lines(sop, name))
        own.extend(_of_rules(name, found.pop(sop.key, ()), decisions))
    for (file, _), rest in found.items():
        lines[owners.of_file(file)].extend(_of_rules(file or WHOLE_SET, rest, decisions))
    return lines


def _of_rules(name: str, found: Sequence[Finding], decisions: Mapping[str, Decision]) -> Iterator[_Line]:
    for each in finding_lines(found, decisions):
        theirs = f" Ditemukan: {quoted(each.ditemukan, _LONG)}." if fold(each.ditemukan) else ""
        yield _Line(
            sop=name,
            part=each.tempat,
            found=f"{each.kode} – {each.bobot}: {each.temuan}{theirs}",
            proposed=tuple(said for said in (each.menjadi, each.usulan) if said),
            decision=each.keputusan,
        )


class _Against:
    """What the inventory has otherwise than the SOPs of a run."""

    def __init__(self, outcome: Outcome, decisions: Mapping[str, Decision]) -> None:
        self._decisions = decisions
        self._items: dict[SopKey, Item] = {}
        for item in outcome.reconciliation.items:
            for draft in item.drafts:
                self._items.setdefault((draft.file, draft.part), item)
        reconciled = Reconciled(outcome.reconciliation, lambda file, _: (file, ""))
        doubtful = dict.fromkeys(item for item in outcome.reconciliation.items if item.doubtful)
        self._questions = dict(zip(doubtful, reconciled.questions, strict=True))
        self._proposals = {
            (each.draft.file, each.draft.part): each for each in outcome.reconciliation.proposals if each.draft
        }
        self._corrections: dict[tuple[str, int, str], Correction] = {
            (each.file, each.part, each.field): each
            for each in outcome.reconciliation.corrections
            if each.target == TO_DRAFT
        }

    def lines(self, sop: Sop, name: str) -> Iterator[_Line]:
        """Yield what is to be asked about a SOP's row, then what reads otherwise there and was not rejected."""
        item = self._items.get(sop.key)
        if item is None:
            return
        if item.doubtful or item.case is not Case.PLAIN or item.status in _TOLD:
            yield self._about(item, sop, name)
        if item.doubtful or item.row is None or item.status not in (Status.MATCHED, Status.SHARED):
            return
        for each in item.differences:
            fix = self._corrections.get((*sop.key, each.field))
            if each.winner != DRAFT and (fix is None or fix.holds):
                yield self._difference(each, fix, name)

    def _about(self, item: Item, sop: Sop, name: str) -> _Line:
        said = _DOUBTFUL if item.doubtful else CASE_WORDS.get(item.case) or STATUS_WORDS[item.status]
        # What became of it begins its reason already.
        before = "" if item.why.lower().startswith(said) else f"{sentence(said)} "
        step = self._proposals.get(sop.key)
        decision = self._decisions.get(item.question) or (self._decisions.get(step.id) if step else None)
        proposed = list(question_words(self._questions[item])) if item.doubtful else []
        if step and not (decision and decision.verdict is Verdict.REJECT):
            proposed.append(step.why if step.why != item.why else sentence(ACTION_WORDS[step.action]))
        return _Line(
            sop=name,
            part=FIELD_WORDS["title"],
            found=f"{before}{item.why}",
            proposed=tuple(proposed),
            decision=decided(decision),
        )

    def _difference(self, each: Difference, fix: Correction | None, name: str) -> _Line:
        theirs = quoted(each.inventory, _LONG) if each.inventory else "belum ada"
        ours = quoted(each.draft, _LONG) if each.draft else "belum ada"
        return _Line(
            sop=name,
            part=FIELD_WORDS.get(each.field, each.field),
            found=sentence(f"{NATURE_WORDS[each.nature]}: panduan induk ({each.cell}) {theirs}, naskah {ours}"),
            proposed=tuple(said for said in (each.why, f"Menjadi {quoted(fix.after, _LONG)}." if fix else "") if said),
            decision=decided(self._decisions.get(fix.id) if fix else None),
        )


def sheet_name(unit: str) -> str:
    """Return the name of a unit's sheet without its ending: only what every system takes in a name."""
    return name_of_paper("lembar-koreksi", unit)


def name_of_paper(paper: str, unit: str) -> str:
    """Return the name of a paper that each unit has one of, without its ending."""
    kept = "".join(each if each.isalnum() or each in " .-()" else " " for each in fold(unit or ACROSS_UNITS))
    return f"{paper}-{fold(kept).rstrip('. ')[:80].rstrip('. ') or 'unit'}"

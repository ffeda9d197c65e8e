"""Outcome -> the figures and sentences of the sheet Ringkasan."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import datetime

from pipeline.dates import long_date
from pipeline.decide.owners import Owners
from pipeline.model.decision import Fate, Kind, State, Verdict
from pipeline.model.finding import Severity
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import UnitCount
from pipeline.wording import FAMILY_WORDS, STATE_WORDS
from pipeline.write.numbers import thousands
from pipeline.write.roles import Role
from pipeline.write.workbook.sheet import clean

UNIT_HEADINGS = (
    "Unit", "Induk", "Diserahkan", "Cocok", "Belum diserahkan", "Di luar induk", "Ganda", "Dialihkan",
    "SOP siap dibahas", "SOP perlu perbaikan", "Berkas tidak terbaca", "Temuan harus diperbaiki",
    "Temuan perlu diperiksa",
)  # fmt: skip
FAMILY_HEADINGS = ("Keluarga temuan", "Awal kode", "Harus diperbaiki", "Perlu diperiksa", "Catatan", "Jumlah")
ROLE_HEADINGS = ("Pelaksana", "Jumlah SOP", "Jumlah langkah", "Menit kerja", "Bagian menit")
NO_UNIT = "(bukan milik satu unit)"
_NO_COUNTS = (0,) * 7
_ROLES = 10
_WEIGHTS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of figures under its name."""

    name: str
    figures: tuple[int, ...]
    code: str = ""
    share: float | None = None


def run_date(when: datetime) -> str:
    """Return the moment of the run in words: `24 November 2026 pukul 07.50`."""
    return f"{long_date(when.date().isoformat())} pukul {when:%H.%M}"


def unit_lines(outcome: Outcome) -> tuple[Line, ...]:
    """Return the counts of each unit with its verdict and findings; what is no unit's stands in a line of its own."""
    units = outcome.reconciliation.units
    known = {each.unit for each in units}
    ready, flawed, lost = _verdicts(outcome, known)
    by_unit = _findings_by_unit(outcome, known)

    def judged(unit: str) -> tuple[int, ...]:
        return ready[unit], flawed[unit], lost[unit], by_unit[unit, Severity.ERROR], by_unit[unit, Severity.WARNING]

    lines = tuple(Line(name=each.unit, figures=(*_counts(each), *judged(each.unit))) for each in units)
    rest = judged("")
    return (*lines, Line(name=NO_UNIT, figures=(*_NO_COUNTS, *rest))) if any(rest) else lines


def _verdicts(outcome: Outcome, known: Container[str]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return by unit the SOPs in which nothing must be corrected, the others, and the files that could not be read."""
    owners = Owners(outcome)
    sops = {each.key for each in outcome.sops}
    heavy = {(each.file, each.part) for each in outcome.findings if each.severity is Severity.ERROR}
    # What is wrong with a file, or with a SOP that is none of those read, is wrong with each SOP of the file.
    files = {file for file, part in heavy if (file, part) not in sops}
    ready: Counter[str] = Counter()
    flawed: Counter[str] = Counter()
    for sop in outcome.sops:
        unit = owners.of_sop(sop)
        bad = sop.key in heavy or sop.file in files
        (flawed if bad else ready)[unit if unit in known else ""] += 1
    lost = (owners.of_folder(each.folder) for each in outcome.unreadable)
    return ready, flawed, Counter(unit if unit in known else "" for unit in lost)


def family_lines(outcome: Outcome) -> tuple[Line, ...]:
    """Return the findings of each family of rules by weight, and their sum."""
    counted = Counter((each.code[:2], each.severity) for each in outcome.findings)
    codes = dict.fromkeys((*FAMILY_WORDS, *sorted(code for code, _ in counted)))
    return tuple(
        Line(name=FAMILY_WORDS.get(code, "lain-lain"), code=code, figures=(*figures, sum(figures)))
        for code in codes
        for figures in (tuple(counted[code, weight] for weight in _WEIGHTS),)
    )


def role_lines(roles: Sequence[Role]) -> tuple[Line, ...]:
    """Return the first roles with their SOPs, steps and minutes, and their share of all minutes."""
    spent = sum(each.minutes for each in roles)
    return tuple(
        Line(
            name=each.name, figures=(len(each.sops), each.steps, round(each.minutes)),
            share=each.minutes / spent if spent else None,
        )
        for each in roles[:_ROLES]
    )  # fmt: skip


def units_told(units: Sequence[Line]) -> str:
    """Return the chart of SOPs by unit in words, for those who cannot see it."""
    _, _, matched, missing, extra, duplicate, *_ = (thousands(each) for each in totals(units))
    return (
        f"Diagram batang bertumpuk keadaan SOP per unit; seluruhnya {matched} cocok, {missing} belum "
        f"diserahkan, {extra} di luar induk, {duplicate} ganda. Angka per unit ada pada tabel di atasnya."
    )


def families_told(families: Sequence[Line]) -> str:
    """Return the chart of findings by family in words."""
    found = sorted((each for each in families if each.figures[-1]), key=lambda each: -each.figures[-1])
    named = ", ".join(f"{each.name} {thousands(each.figures[-1])}" for each in found)
    return (
        "Diagram batang bertumpuk temuan menurut keluarga aturan dan bobot; dari yang terbanyak: "
        f"{named or 'tidak ada temuan'}. Angkanya ada pada tabel di sebelahnya."
    )


def roles_told(roles: Sequence[Line]) -> str:
    """Return the chart of work by role in words."""
    named = ", ".join(f"{clean(each.name)[:100]} {thousands(each.figures[-1])} menit" for each in roles[:3])
    return (
        f"Diagram batang menit kerja {len(roles)} pelaksana dengan menit kerja terbanyak; teratas: {named}. "
        "Angkanya ada pada tabel di sebelahnya."
    )


def verdict(outcome: Outcome) -> str:
    """Return the state of the round in one sentence."""
    total = (thousands(each) for each in totals(unit_lines(outcome)))
    _, _, matched, missing, extra, duplicate, _, ready, *_, errors, warnings = total
    return (
        f"{thousands(len(outcome.sops))} SOP dibaca: {matched} cocok dengan induk, {missing} belum "
        f"diserahkan, {extra} di luar induk, {duplicate} ganda; {ready} siap dibahas; {errors} temuan harus "
        f"diperbaiki, {warnings} perlu diperiksa."
    )


def to_do(outcome: Outcome) -> str:
    """Return what a person must look at next, in one sentence."""
    doubtful = sum(each.doubtful for each in outcome.reconciliation.items)
    asked = (
        (len(outcome.unreadable), "berkas tidak terbaca (lembar Berkas)"),
        (doubtful, "pasangan meragukan (lembar Pertanyaan)"),
        (_unanswered(outcome), "panah meragukan (lembar Pertanyaan)"),
        (
            sum(each.verdict in (None, Verdict.DISCUSS) for each in outcome.reconciliation.corrections),
            "koreksi menunggu keputusan (lembar Koreksi)",
        ),
        (sum(each.differs for each in outcome.disparities), "SOP berbeda antarunit (lembar Disparitas)"),
    )
    parts = [f"{thousands(number)} {what}" for number, what in asked if number]
    if not parts:
        return "Tidak ada berkas yang gagal dibaca, pasangan yang meragukan, koreksi, atau perbedaan antarunit."
    return f"Perlu tindakan: {', '.join(parts)}."


def _unanswered(outcome: Outcome) -> int:
    answered = {each.about for each in outcome.decisions if each.verdict is not Verdict.DISCUSS}
    return sum(each.id not in answered for each in outcome.arrows)


def since(outcome: Outcome) -> str:
    """Return what became of findings and decisions since the round before, empty where there is nothing to compare."""
    if outcome.changes is None:
        return ""
    raised = Counter(state for each in outcome.findings if (state := outcome.changes.states.get(each.id)))
    gone = Counter(state for matter, state in outcome.changes.settled if matter.kind is Kind.FINDING)
    told = [f"{thousands(raised[state])} temuan {STATE_WORDS[state]}" for state in (State.NEW, State.STILL, State.BACK)]
    told.append(f"{thousands(gone[State.FIXED])} temuan {STATE_WORDS[State.FIXED]}")
    words = f"Sejak putaran sebelumnya: {', '.join(told)}."
    undone = sum(each.fate is not Fate.DONE for each in outcome.follow_ups)
    if outcome.follow_ups:
        words += f" Keputusan tentang naskah: {thousands(undone)} dari {thousands(len(outcome.follow_ups))} belum "
        words += "dilaksanakan (lembar Tindak Lanjut)."
    return words


def totals(lines: Sequence[Line]) -> tuple[int, ...]:
    """Return the sums of all units, noughts where there is none."""
    width = len(UNIT_HEADINGS) - 1
    return tuple(sum(each.figures[at] for each in lines) for at in range(width))


def _counts(each: UnitCount) -> tuple[int, ...]:
    return (
        each.inventory,
        each.submitted,
        each.matched,
        each.missing,
        each.extra,
        each.duplicate,
        each.transferred,
    )


def _findings_by_unit(outcome: Outcome, known: Container[str]) -> Counter[tuple[str, Severity]]:
    owners = Owners(outcome)
    units = ((owners.of_finding(each), each.severity) for each in outcome.findings)
    return Counter((unit if unit in known else "", severity) for unit, severity in units)

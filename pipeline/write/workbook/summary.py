"""Outcome -> the figures and sentences of the sheet Ringkasan."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pipeline.dates import long_date
from pipeline.decide.owners import Owners
from pipeline.model.finding import Severity
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import UnitCount
from pipeline.wording import FAMILY_WORDS
from pipeline.write.numbers import thousands

UNIT_HEADINGS = (
    "Unit", "Induk", "Diserahkan", "Cocok", "Belum diserahkan", "Di luar induk", "Ganda", "Dialihkan",
    "Temuan harus diperbaiki", "Temuan perlu diperiksa",
)  # fmt: skip
FAMILY_HEADINGS = ("Keluarga temuan", "Awal kode", "Harus diperbaiki", "Perlu diperiksa", "Catatan", "Jumlah")
NO_UNIT = "(bukan milik satu unit)"
_NO_COUNTS = (0,) * 7
_WEIGHTS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of figures under its name."""

    name: str
    figures: tuple[int, ...]
    code: str = ""


def run_date(when: datetime) -> str:
    """Return the moment of the run in words: `24 November 2026 pukul 07.50`."""
    return f"{long_date(when.date().isoformat())} pukul {when:%H.%M}"


def unit_lines(outcome: Outcome) -> tuple[Line, ...]:
    """Return the counts of each unit with its findings; findings of no unit stand in a line of their own."""
    units = outcome.reconciliation.units
    by_unit = _findings_by_unit(outcome)
    lines = tuple(Line(name=each.unit, figures=(*_counts(each), *_weights(by_unit, each.unit))) for each in units)
    rest = _weights(by_unit, "")
    return (*lines, Line(name=NO_UNIT, figures=(*_NO_COUNTS, *rest))) if any(rest) else lines


def family_lines(outcome: Outcome) -> tuple[Line, ...]:
    """Return the findings of each family of rules by weight, and their sum."""
    counted = Counter((each.code[:2], each.severity) for each in outcome.findings)
    codes = dict.fromkeys((*FAMILY_WORDS, *sorted(code for code, _ in counted)))
    return tuple(
        Line(name=FAMILY_WORDS.get(code, "lain-lain"), code=code, figures=(*figures, sum(figures)))
        for code in codes
        for figures in (tuple(counted[code, weight] for weight in _WEIGHTS),)
    )


def verdict(outcome: Outcome) -> str:
    """Return the state of the round in one sentence."""
    total = (thousands(each) for each in totals(unit_lines(outcome)))
    _, _, matched, missing, extra, duplicate, _, errors, warnings = total
    return (
        f"{thousands(len(outcome.sops))} SOP dibaca: {matched} cocok dengan induk, {missing} belum "
        f"diserahkan, {extra} di luar induk, {duplicate} ganda; {errors} temuan harus diperbaiki, "
        f"{warnings} perlu diperiksa."
    )


def to_do(outcome: Outcome) -> str:
    """Return what a person must look at next, in one sentence."""
    doubtful = sum(each.doubtful for each in outcome.reconciliation.items)
    asked = (
        (len(outcome.unreadable), "berkas tidak terbaca (lembar Berkas)"),
        (doubtful, "pasangan meragukan (lembar Pertanyaan)"),
        (len(outcome.reconciliation.corrections), "koreksi menunggu keputusan (lembar Koreksi)"),
        (sum(each.differs for each in outcome.disparities), "SOP berbeda antarunit (lembar Disparitas)"),
    )
    parts = [f"{thousands(number)} {what}" for number, what in asked if number]
    if not parts:
        return "Tidak ada berkas yang gagal dibaca, pasangan yang meragukan, koreksi, atau perbedaan antarunit."
    return f"Perlu tindakan: {', '.join(parts)}."


def totals(lines: tuple[Line, ...]) -> tuple[int, ...]:
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


def _weights(by_unit: Mapping[tuple[str, Severity], int], unit: str) -> tuple[int, int]:
    return by_unit.get((unit, Severity.ERROR), 0), by_unit.get((unit, Severity.WARNING), 0)


def _findings_by_unit(outcome: Outcome) -> Counter[tuple[str, Severity]]:
    known = {each.unit for each in outcome.reconciliation.units}
    owners = Owners(outcome)
    units = ((owners.of_finding(each), each.severity) for each in outcome.findings)
    return Counter((unit if unit in known else "", severity) for unit, severity in units)

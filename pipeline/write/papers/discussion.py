"""A meeting -> what stands in `bahan-pembahasan`: what has to be decided, SOP by SOP, each with its chart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.flow.heights import line_count
from pipeline.model.agenda import Topic
from pipeline.text import fold
from pipeline.write.discussed import (
    WHY_WORDS,
    DiscussedSop,
    DiscussedUnit,
    candidate_words,
    capital,
    discussed,
    found_words,
)
from pipeline.write.numbers import thousands
from pipeline.write.papers.drawing import Drawing
from pipeline.write.papers.letter import MeetingLines, meeting_lines
from pipeline.write.papers.phrases import letterhead
from pipeline.write.papers.pleno import Pleno
from pipeline.write.papers.step_drawing import step_drawing
from pipeline.write.papers.views import Letterhead
from pipeline.write.report.words import moment
from pipeline.write.step_sheet import PAGE

# What the template sets over a table: the unit's line, the title, the line below it, and what the office may add.
_TITLE_SIZE, _BOLD, _LINE = 13.0, 1.1, 1.2
_SMALL_SIZE, _OTHER = 9.0, 46.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """A unit in the overview, or all together: SOPs handed in, those to decide, the questions, those to correct."""

    nomor: str
    unit: str
    diserahkan: str
    dibahas: str
    pertanyaan: str
    diperbaiki: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to decide: `latar` is what led to it, `pilihan` are the answers, `catatan` what the office noted."""

    nomor: str
    jenis: str
    pertanyaan: str
    latar: str
    letak: str
    tertulis: str
    pilihan: tuple[str, ...]
    catatan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What has to be corrected whatever is decided."""

    letak: str
    temuan: str
    tertulis: str
    perbaikan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SopSheet:
    """A SOP to decide: `nomor` of `dari`, its chart, why that is missing if it is, and what is asked."""

    nomor: str
    dari: str
    unit: str
    nama: str
    keterangan: str
    diagram: Drawing
    tanpa_diagram: str
    pertanyaan: tuple[Question, ...]
    perbaikan: tuple[Fix, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlawedSop:
    """A SOP with nothing to decide that has to be corrected."""

    unit: str
    nama: str
    naskah: str
    perbaikan: tuple[Fix, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionPaper:
    """The bahan pembahasan of a meeting; `saat` is when the drafts were examined."""

    kop: Letterhead
    rapat: MeetingLines
    saat: str
    ringkasan: str
    unit: tuple[AgendaLine, ...]
    jumlah: AgendaLine
    sop: tuple[SopSheet, ...]
    tentang_perbaikan: str
    perbaikan: tuple[FlawedSop, ...]


def discussion_paper(pleno: Pleno) -> DiscussionPaper:
    """Return what has to be decided, disputed SOPs first, then those that only have to be corrected."""
    units = discussed(pleno.outcome, pleno.settings)
    sops = sum(len(each.disputed) for each in units)
    flawed = tuple(_flawed(units))
    return DiscussionPaper(
        kop=letterhead(pleno.settings),
        rapat=meeting_lines(pleno.meeting),
        saat=moment(pleno.outcome.when),
        ringkasan=summary_words(units),
        unit=tuple(_agenda(each, at) for at, each in enumerate(units, start=1)),
        jumlah=_total(units),
        sop=tuple(_sheet(each, unit.unit, sops) for unit in units for each in unit.disputed),
        tentang_perbaikan=flawed_words(len(flawed)),
        perbaikan=flawed,
    )


def summary_words(units: Sequence[DiscussedUnit]) -> str:
    """Return in one sentence how much there is to decide."""
    sops, questions = sum(len(each.disputed) for each in units), sum(each.questions for each in units)
    if not questions:
        return "Tidak ada hal yang harus diputuskan dalam rapat ini."
    return f"Ada {thousands(questions)} hal yang harus diputuskan pada {thousands(sops)} SOP."


def flawed_words(sops: int) -> str:
    """Return what is said over the SOPs that only have to be corrected, empty where there are none."""
    if not sops:
        return ""
    return (
        f"{thousands(sops)} SOP berikut tidak memerlukan keputusan rapat, tetapi harus diperbaiki oleh unitnya sebelum "
        "ditetapkan."
    )


def _agenda(unit: DiscussedUnit, at: int) -> AgendaLine:
    return _line(str(at), unit.unit, (unit.sops, len(unit.disputed), unit.questions, len(unit.flawed)))


def _total(units: Sequence[DiscussedUnit]) -> AgendaLine:
    counts = [(each.sops, len(each.disputed), each.questions, len(each.flawed)) for each in units]
    return _line("", "Jumlah", tuple(map(sum, zip(*counts, strict=True))) or (0, 0, 0, 0))


def _line(number: str, unit: str, counts: Sequence[int]) -> AgendaLine:
    submitted, disputed, questions, flawed = map(thousands, counts)
    return AgendaLine(
        nomor=number, unit=unit, diserahkan=submitted, dibahas=disputed, pertanyaan=questions, diperbaiki=flawed
    )


def _sheet(each: DiscussedSop, unit: str, sops: int) -> SopSheet:
    told = " · ".join(
        part for part in (f"Nomor {each.number}" if each.number else "", f"Naskah: {each.file}" if each.file else "")
        if part
    )  # fmt: skip
    return SopSheet(
        nomor=thousands(each.at),
        dari=thousands(sops),
        unit=unit,
        nama=each.title,
        keterangan=told,
        diagram=step_drawing(each.sop, _above(each.title, told)) if each.sop else Drawing(),
        tanpa_diagram=each.no_chart,
        pertanyaan=tuple(_question(topic, at) for at, topic in enumerate(each.questions, start=1)),
        perbaikan=tuple(map(_fix, each.errors)),
    )


def _above(title: str, told: str) -> float:
    """How much of a SOP's first page its heading takes."""
    width = PAGE.room[0]
    lines = line_count(title, _TITLE_SIZE * _BOLD, width, "Arial") * _TITLE_SIZE
    small = line_count(told, _SMALL_SIZE, width, "Arial") * _SMALL_SIZE if told else 0.0
    return (lines + small) * _LINE + _OTHER


def _question(topic: Topic, at: int) -> Question:
    return Question(
        nomor=str(at),
        jenis=capital(WHY_WORDS[topic.why]),
        pertanyaan=fold(topic.asked),
        latar=fold(topic.background),
        letak=capital(fold(topic.where)),
        tertulis=found_words(topic),
        pilihan=tuple(candidate_words(topic, each) for each in topic.candidates),
        catatan=fold(topic.note),
    )


def _fix(topic: Topic) -> Fix:
    return Fix(
        letak=capital(fold(topic.where)),
        temuan=fold(topic.background),
        tertulis=found_words(topic),
        perbaikan=fold(topic.asked),
    )


def _flawed(units: Sequence[DiscussedUnit]) -> Iterator[FlawedSop]:
    for unit in units:
        for each in unit.flawed:
            yield FlawedSop(unit=unit.unit, nama=each.title, naskah=each.file, perbaikan=tuple(map(_fix, each.errors)))

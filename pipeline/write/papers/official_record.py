"""A meeting -> what stands in its `berita acara`: that it was held, by what it judged, and each SOP with its result."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.agenda.owed import owed
from pipeline.agenda.units import Presenters
from pipeline.dates_in_words import on_this_day
from pipeline.decide.owners import SopKey
from pipeline.model.sop import Sop
from pipeline.text import fold
from pipeline.write.discussed import DiscussedSop, discussed
from pipeline.write.numbers import thousands
from pipeline.write.papers.letter import MeetingLines, meeting_lines
from pipeline.write.papers.minutes import signed_on
from pipeline.write.papers.phrases import letterhead, signer
from pipeline.write.papers.pleno import Pleno, signer_in_role
from pipeline.write.papers.views import Letterhead, Signer

_SHORT = "………"


class Result(StrEnum):
    """What the meeting made of a SOP, in its words."""

    ACCEPTED = "Diterima"
    CORRECTED = "Diperbaiki"
    DEFERRED = "Ditunda"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine:
    """A SOP; `hasil` is empty before the meeting, to be written in, `keterangan` says what is open about it."""

    nomor: str
    nama: str
    nomor_sop: str
    hasil: str
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitResults:
    """The SOPs of a unit."""

    unit: str
    sop: tuple[ResultLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialRecord:
    """The berita acara: `pembuka` spells the day of the signatures, the last of the meeting."""

    kop: Letterhead
    rapat: MeetingLines
    tahun: str
    pembuka: str
    unit: tuple[UnitResults, ...]
    rekapitulasi: tuple[str, ...]
    tempat_tanggal: str
    ketua: Signer
    notulis: Signer


def official_record(pleno: Pleno, *, after: bool = False) -> OfficialRecord:
    """Return the record with the SOPs that were handed in; results stand in it `after` the meeting.

    Deferred is a SOP about which something is still to be decided; corrected one whose draft has errors or does not
    have yet what was decided; accepted any other.
    """
    last = pleno.meeting.days[-1].day
    judged = _Judged(pleno)
    units = tuple(_units(pleno, judged, after=after))
    return OfficialRecord(
        kop=letterhead(pleno.settings),
        rapat=meeting_lines(pleno.meeting),
        tahun=str(last.year),
        pembuka=on_this_day(last),
        unit=units,
        rekapitulasi=tuple(_summary(pleno, [line.hasil for unit in units for line in unit.sop], after=after)),
        tempat_tanggal=signed_on(pleno),
        ketua=signer(pleno.settings),
        notulis=signer_in_role(pleno, "notulis"),
    )


class _Judged:
    """What is open about each SOP of a run."""

    def __init__(self, pleno: Pleno) -> None:
        self._topics: Mapping[SopKey, DiscussedSop] = {
            (each.sop.file, each.sop.part): each
            for unit in discussed(pleno.outcome, pleno.settings)
            for each in (*unit.disputed, *unit.flawed)
            if each.sop
        }
        self._single = {file for file, count in Counter(each.file for each in pleno.outcome.sops).items() if count == 1}
        # A matter of an earlier round may call a SOP otherwise: a file of one SOP is enough to know it.
        self._fixes: Counter[tuple[str, str]] = Counter(
            self._named(fix.file, fix.title) for each in owed(pleno.outcome, pleno.settings) for fix in each.fixes
        )

    def _named(self, file: str, title: str) -> tuple[str, str]:
        return file, "" if file in self._single else fold(title)

    def questions(self, sop: Sop) -> int:
        """Return how much is to be decided about a SOP."""
        topics = self._topics.get(sop.key)
        return len(topics.questions) if topics else 0

    def fixes(self, sop: Sop) -> int:
        """Return how much has to be corrected in it."""
        topics = self._topics.get(sop.key)
        return (len(topics.errors) if topics else 0) + self._fixes[self._named(sop.file, sop.title)]

    def result(self, sop: Sop) -> Result:
        """Return what the meeting made of it."""
        if self.questions(sop):
            return Result.DEFERRED
        return Result.CORRECTED if self.fixes(sop) else Result.ACCEPTED


def _units(pleno: Pleno, judged: _Judged, *, after: bool) -> Iterator[UnitResults]:
    presenters = Presenters(pleno.outcome, pleno.settings)
    of_unit: dict[str, list[Sop]] = {}
    for sop in pleno.outcome.sops:
        of_unit.setdefault(presenters.of_draft(*sop.key), []).append(sop)
    number = 0
    for unit in presenters.in_order(of_unit):
        lines = []
        for sop in of_unit[unit]:
            number += 1
            lines.append(_line(number, sop, judged, after=after))
        yield UnitResults(unit=unit, sop=tuple(lines))


def _line(number: int, sop: Sop, judged: _Judged, *, after: bool) -> ResultLine:
    questions, fixes = judged.questions(sop), judged.fixes(sop)
    told = (
        f"{thousands(questions)} hal {'belum' if after else 'harus'} diputuskan" if questions else "",
        f"{thousands(fixes)} hal harus diperbaiki" if fixes else "",
    )
    return ResultLine(
        nomor=str(number), nama=fold(sop.title),
        nomor_sop=fold(sop.identity.number.text) if sop.identity.number else "–",
        hasil=judged.result(sop) if after else "", keterangan="; ".join(each for each in told if each),
    )  # fmt: skip


def _summary(pleno: Pleno, results: Sequence[str], *, after: bool) -> Iterator[str]:
    counts = Counter(results)
    accepted, corrected, deferred = (thousands(counts[each]) if after else _SHORT for each in Result)
    yield (
        f"SOP yang dibahas sebanyak {thousands(len(results))}: {accepted} diterima, {corrected} harus diperbaiki, dan "
        f"{deferred} ditunda."
    )
    missing = sum(each.missing for each in pleno.outcome.reconciliation.units)
    if missing:
        yield f"SOP dalam panduan induk yang belum diserahkan sebanyak {thousands(missing)}."
    lost = len(pleno.outcome.unreadable)
    if lost:
        yield f"Berkas yang tidak terbaca dan harus diserahkan kembali sebanyak {thousands(lost)}."

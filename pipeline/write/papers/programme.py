"""The schedule of a meeting -> what stands in `susunan-acara.docx`: a table of each day's hours."""

from dataclasses import dataclass

from pipeline.dates_in_words import clock_span, day_and_date
from pipeline.model.agenda import Act
from pipeline.text import fold
from pipeline.write.papers.letter import MeetingLines, meeting_lines
from pipeline.write.papers.phrases import letterhead, place_and_date, sentence, signer
from pipeline.write.papers.pleno import Pleno
from pipeline.write.papers.views import Letterhead, Signer

_NOBODY = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeLine:
    """A part of the meeting; `penyaji` is who carries it, a dash for a break."""

    waktu: str
    acara: str
    penyaji: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeDay:
    """A day of the meeting with its parts."""

    hari_tanggal: str
    acara: tuple[ProgrammeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """The susunan acara; `catatan` are sentences for whoever convenes."""

    kop: Letterhead
    tahun: str
    tempat_tanggal: str
    rapat: MeetingLines
    zona: str
    hari: tuple[ProgrammeDay, ...]
    catatan: tuple[str, ...]
    penandatangan: Signer


def programme(pleno: Pleno) -> Programme:
    """Return the susunan acara of a meeting, dated on the day of the run."""
    outcome, settings, planned = pleno.outcome, pleno.settings, pleno.schedule
    return Programme(
        kop=letterhead(settings),
        tahun=str(outcome.when.year),
        tempat_tanggal=place_and_date(outcome, settings),
        rapat=meeting_lines(pleno.meeting),
        zona=pleno.meeting.zone,
        hari=tuple(
            ProgrammeDay(hari_tanggal=day_and_date(day), acara=tuple(map(_line, acts))) for day, acts in planned.days
        ),
        catatan=tuple(map(sentence, planned.notes)),
        penandatangan=signer(settings),
    )


def _line(act: Act) -> ProgrammeLine:
    words = fold(act.words)
    return ProgrammeLine(
        waktu=clock_span(act.start.time(), act.end.time()),
        acara=f"{words} (lanjutan)" if act.continued else words,
        penyaji=fold(act.by) or _NOBODY,
    )

"""A meeting and who takes part -> what stands in `daftar-hadir.docx`: a list to sign for each day, by unit."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from pipeline.dates import long_date
from pipeline.model.agenda import Invitees, Participant
from pipeline.text import fold
from pipeline.write.papers.letter import MeetingLines, guests_and_copies, meeting_lines
from pipeline.write.papers.phrases import given, letterhead, signer
from pipeline.write.papers.pleno import Pleno
from pipeline.write.papers.views import Letterhead, Signer

# Rows to write on for a unit that named nobody: its head, and whoever comes along.
_OPEN_ROWS = 2
_GUESTS = "Tamu undangan"
_TO_SIGN = "…………"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """A row to sign: odd numbers at left, even ones at right; all but the number is empty where nobody is named."""

    nomor: str
    nama: str
    nip: str
    jabatan: str
    kiri: str
    kanan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceGroup:
    """A unit, or the guests, with those who sign for it."""

    unit: str
    baris: tuple[AttendanceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceDay:
    """The list of one day."""

    rapat: MeetingLines
    tempat_tanggal: str
    kelompok: tuple[AttendanceGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """The attendance list: one for each day of the meeting."""

    kop: Letterhead
    hari: tuple[AttendanceDay, ...]
    penandatangan: Signer


def attendance(pleno: Pleno) -> Attendance:
    """Return the lists; numbers run through all units of a day, and guests come last."""
    settings, meeting, place = pleno.settings, pleno.meeting, given(pleno.settings.place)
    return Attendance(
        kop=letterhead(settings),
        hari=tuple(
            AttendanceDay(
                rapat=meeting_lines(meeting, (each,)),
                tempat_tanggal=", ".join(told for told in (place, long_date(each.day.isoformat())) if told),
                kelompok=tuple(_groups(pleno.invited)),
            )
            for each in meeting.days
        ),
        penandatangan=signer(settings),
    )


def _groups(invited: Invitees) -> Iterator[AttendanceGroup]:
    numbers = count(1)
    for unit in invited.units:
        people: tuple[Participant | None, ...] = unit.people or (None,) * _OPEN_ROWS
        yield AttendanceGroup(unit=unit.unit, baris=tuple(_line(next(numbers), each) for each in people))
    guests, _ = guests_and_copies(invited)
    if guests:
        told = (_line(next(numbers), each, office=fold(each.unit)) for each in guests)
        yield AttendanceGroup(unit=_GUESTS, baris=tuple(told))


def _line(number: int, person: Participant | None, office: str = "") -> AttendanceLine:
    sign = f"{number}. {_TO_SIGN}"
    position = fold(person.position) if person else ""
    return AttendanceLine(
        nomor=f"{number}.",
        nama=fold(person.name) if person else "",
        nip=fold(person.nip) if person else "",
        jabatan=", ".join(each for each in (position, office) if each),
        kiri=sign if number % 2 else "",
        kanan="" if number % 2 else sign,
    )

"""What the letters and lists of the pleno share: when and where it is held, who is addressed, how much is attached."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.dates_in_words import clock_span, day_and_date, days_and_dates, hours_words, in_a_row, number_words
from pipeline.model.agenda import Invitee, Invitees, MeetingDay, MeetingSettings, Participant
from pipeline.text import fold, key
from pipeline.write.papers.phrases import DOTS, given

MEETING = "Rapat Pleno Standar Operasional Prosedur (SOP)"
# More recipients than these are listed in an annex.
MOST_ADDRESSED = 5
ANNEXED = "Daftar Undangan terlampir"
_NOBODY_NAMED = "Yang bersangkutan atau pejabat yang mewakili"
_GUEST = "Tamu undangan"
# The role of a guest who gets a copy and is not invited.
_COPY = "tembusan"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLines:
    """When, where and what the meeting is, each as it stands behind its label; dots where the place is not known."""

    hari_tanggal: str
    waktu: str
    tempat: str
    acara: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteeLine:
    """A line of the list of invitees; `peserta` are those who are expected, one a paragraph."""

    nomor: str
    undangan: str
    peserta: tuple[str, ...]


def meeting_lines(meeting: MeetingSettings, days: Sequence[MeetingDay] = ()) -> MeetingLines:
    """Return the meeting in words, on these of its days, or on all where none are given."""
    told = days or meeting.days
    return MeetingLines(
        hari_tanggal=days_and_dates([each.day for each in told]),
        waktu=_hours(told, meeting.zone),
        tempat=given(meeting.place) or DOTS,
        acara=MEETING,
    )


def _hours(days: Sequence[MeetingDay], zone: str) -> str:
    """The hours once where they are the same on each day."""
    if len({(each.start, each.end) for each in days}) == 1:
        return hours_words(days[0].start, days[0].end, zone)
    told = [f"{day_and_date(each.day)} pukul {clock_span(each.start, each.end)} {zone}" for each in days]
    return in_a_row(told, apart="; ")


def guests_and_copies(invited: Invitees) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Return the guests that come, and those whose role says that they only get a copy of the invitation."""
    copies = tuple(each for each in invited.guests if _COPY in key(each.role).split())
    return tuple(each for each in invited.guests if each not in copies), copies


def invitee_lines(units: Sequence[Invitee], guests: Sequence[Participant] = ()) -> tuple[InviteeLine, ...]:
    """Return whom the invitation goes to: units through their heads, then guests."""
    told = [(each.addressed, tuple(map(named, each.people)) or (_NOBODY_NAMED,)) for each in units]
    told += [(_office(each) or _GUEST, (fold(each.name),)) for each in guests]
    return tuple(
        InviteeLine(nomor=f"{at}.", undangan=addressed, peserta=people)
        for at, (addressed, people) in enumerate(told, start=1)
    )


def recipients(units: Sequence[Invitee], guests: Sequence[Participant] = ()) -> tuple[str, ...]:
    """Return what stands behind Yth.: each recipient, numbered where they are several; dots where nobody is known.

    Where they are too many, the list in the annex is named instead.
    """
    told = [*(each.addressed for each in units), *map(guest_words, guests)]
    if len(told) > MOST_ADDRESSED:
        return (ANNEXED,)
    return tuple(f"{at}. {each}" for at, each in enumerate(told, start=1)) if len(told) > 1 else tuple(told or (DOTS,))


def guest_words(guest: Participant) -> str:
    """Return a guest as a letter addresses one: name, position, office."""
    return ", ".join(each for each in (fold(guest.name), _office(guest)) if each)


def named(person: Participant) -> str:
    """Return a participant of a unit with the position, where it is known."""
    return f"{fold(person.name)} ({fold(person.position)})" if fold(person.position) else fold(person.name)


def _office(person: Participant) -> str:
    return ", ".join(each for each in (fold(person.position), fold(person.unit)) if each)


def attached(count: int) -> str:
    """Return how much is attached to a letter: `2 (dua) berkas`, a dash for nothing."""
    return f"{count} ({number_words(count)}) berkas" if count else "–"

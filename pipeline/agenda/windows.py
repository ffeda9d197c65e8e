"""The days of the meeting -> the stretches in which people speak, in cells of five minutes, and what parts them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from pipeline.dates_in_words import clock, clock_span, day_and_date
from pipeline.errors import SettingsWrong
from pipeline.model.agenda import Break, MeetingDay, MeetingSettings

CELL = 5
_FRIDAY = 4
_WHERE = "pleno.toml, bagian [pleno]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A break on its day: minutes since midnight, whole cells; `movable` unless it is for prayer."""

    name: str
    start: int
    minutes: int
    movable: bool

    @property
    def end(self) -> int:
        """When it is over."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A day: from `start` to `end` in minutes since midnight, `first` and `last` those on the grid of cells.

    Odd minutes before the grid belong to the day's first line, those behind it to its last.
    """

    day: date
    start: int
    end: int
    first: int
    last: int
    pauses: tuple[Pause, ...]

    @property
    def cells(self) -> int:
        """How many cells there are to speak in."""
        return (self.last - self.first - sum(each.minutes for each in self.pauses)) // CELL

    def moment(self, minute: int) -> datetime:
        """Return a minute of the day as a moment."""
        return datetime.combine(self.day, time()) + timedelta(minutes=minute)


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """All days, and sentences about breaks that did not fit as they were given."""

    days: tuple[Window, ...]
    notes: tuple[str, ...] = ()

    @property
    def cells(self) -> int:
        """How many cells there are to speak in."""
        return sum(each.cells for each in self.days)


def windows(meeting: MeetingSettings) -> Windows:
    """Return the days of a meeting; raises SettingsWrong where they are none, out of order, too short or contradictory.

    A break for prayer that reaches over the start or the end keeps the meeting out of it; any other is left out there.
    Both are told. What lies outside the hours altogether is no break of this meeting.
    """
    days = [each.day for each in meeting.days]
    if not days:
        raise SettingsWrong(f"{_WHERE}: tanggal rapat belum diisi.")
    if days != sorted(set(days)):
        raise SettingsWrong(f"{_WHERE}: tanggal rapat harus berurutan dan masing-masing disebut satu kali.")
    notes: list[str] = []
    found = tuple(_window(each, meeting, notes) for each in meeting.days)
    return Windows(days=found, notes=tuple(notes))


def until(meeting: MeetingSettings, end: time) -> MeetingSettings:
    """Return the meeting with another end of its last day."""
    *others, last = meeting.days
    return replace(meeting, days=(*others, replace(last, end=end)))


def _window(day: MeetingDay, meeting: MeetingSettings, notes: list[str]) -> Window:
    start, end = _minute(day.start), _minute(day.end)
    where = day_and_date(day.day)
    first, last = -(-start // CELL) * CELL, end // CELL * CELL
    pauses = []
    for each in _pauses(meeting.friday_breaks if day.day.weekday() == _FRIDAY else meeting.breaks, where):
        if each.end <= start or each.start >= end:
            continue
        inside = first < each.start and each.end < last
        if inside:
            pauses.append(each)
        elif each.movable:
            notes.append(_beside_the_edge(where, each))
        elif each.start <= first:
            start = first = each.end
            notes.append(f"{where}: rapat dimulai pukul {_clock(first)}, sesudah {each.name}.")
        else:
            end = last = each.start
            notes.append(f"{where}: rapat diakhiri pukul {_clock(last)}, sebelum {each.name}.")
    # Where a prayer became the edge, a break beside it is none.
    for each in [each for each in pauses if each.start <= first or last <= each.end]:
        pauses.remove(each)
        notes.append(_beside_the_edge(where, each))
    window = Window(day=day.day, start=start, end=end, first=first, last=last, pauses=tuple(pauses))
    if last <= first or window.cells < 1:
        raise SettingsWrong(
            f"{_WHERE}: {where} pukul {clock_span(day.start, day.end)} tidak menyisakan waktu untuk rapat; periksa jam "
            "mulai, jam selesai, dan istirahatnya."
        )
    return window


def _beside_the_edge(where: str, pause: Pause) -> str:
    return f"{where}: {pause.name} tidak dijadwalkan karena berimpit dengan awal atau akhir rapat."


def _pauses(breaks: Sequence[Break], where: str) -> Iterator[Pause]:
    last: Break | None = None
    free = 0
    for each in sorted(breaks, key=lambda each: each.at):
        if each.minutes <= 0:
            raise SettingsWrong(f"{_WHERE}: lama {each.name} harus lebih dari 0 menit.")
        if last is not None and _minute(last.at) + last.minutes > _minute(each.at):
            raise SettingsWrong(f"{_WHERE}: {where}, {each.name} dimulai sebelum {last.name} selesai.")
        last = each
        start = max(_minute(each.at) // CELL * CELL, free)
        free = max(-(-(_minute(each.at) + each.minutes) // CELL) * CELL, start + CELL)
        yield Pause(name=each.name, start=start, minutes=free - start, movable=not each.prayer)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _clock(minute: int) -> str:
    # A break may end on the day after.
    hour, rest = divmod(minute, 60)
    return clock(time(hour % 24, rest))

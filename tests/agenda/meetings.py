"""Meetings and what units bring to them, built by hand and at random."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import strategies as some

from pipeline.model.agenda import Act, ActKind, MeetingDay, MeetingSettings, Schedule, UnitLoad

MONDAY = date(2026, 5, 4)
FRIDAY = MONDAY + timedelta(days=4)


def at(text: str) -> time:
    """A time of the day as an office writes it: `08.00`."""
    hour, minute = text.split(".")
    return time(int(hour), int(minute))


def meeting(*hours: str, first: date = MONDAY, **changes: object) -> MeetingSettings:
    """A meeting on days in a row, the hours of each as `08.00-16.00`."""
    days = []
    for later, each in enumerate(hours):
        start, end = each.split("-")
        days.append(MeetingDay(day=first + timedelta(days=later), start=at(start), end=at(end)))
    return replace(MeetingSettings(days=tuple(days)), **changes)


def load(unit: str, sops: int = 5, weight: float | None = None) -> UnitLoad:
    return UnitLoad(unit=unit, sops=sops, topics=0, weight=float(sops if weight is None else weight))


def lines(made: Schedule) -> list[str]:
    """The schedule as a person reads it: `08.00–08.15 Pembukaan`, days one after the other."""
    return [f"{each.start:%H.%M}–{each.end:%H.%M} {each.words}{' …' if each.continued else ''}" for each in made.acts]


def spoken(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    return tuple(each for each in acts if each.kind is not ActKind.BREAK)


@some.composite
def loads(draw: some.DrawFn, most: int = 20) -> tuple[UnitLoad, ...]:
    weights = draw(some.lists(some.floats(min_value=0, max_value=200), max_size=most))
    sops = some.integers(min_value=0, max_value=40)
    return tuple(load(f"Seksi {number}", draw(sops), weight) for number, weight in enumerate(weights, start=1))


@some.composite
def meetings(draw: some.DrawFn) -> MeetingSettings:
    """Meetings of one to three days that begin in the morning and last for one to eleven hours, at any minute."""
    day = draw(some.dates(min_value=date(2026, 1, 1), max_value=date(2027, 12, 31)))
    days = []
    for _ in range(draw(some.integers(min_value=1, max_value=3))):
        start = draw(some.integers(min_value=7 * 60, max_value=10 * 60))
        end = start + draw(some.integers(min_value=60, max_value=11 * 60))
        days.append(MeetingDay(day=day, start=time(*divmod(start, 60)), end=time(*divmod(end, 60))))
        day += timedelta(days=draw(some.integers(min_value=1, max_value=3)))
    minutes = some.integers(min_value=1, max_value=45)
    return MeetingSettings(
        days=tuple(days), opening=draw(minutes), direction=draw(minutes), corrections=draw(minutes),
        conclusions=draw(minutes),
    )  # fmt: skip

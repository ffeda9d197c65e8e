"""The susunan acara: its order, its sums, what it does at breaks and edges, and what it says where it cannot fit."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from pipeline.agenda.schedule import schedule
from pipeline.agenda.shares import shared
from pipeline.errors import MeetingTooShort, PlenoError, SettingsWrong
from pipeline.model.agenda import ActKind, Break, MeetingSettings, Schedule, UnitLoad
from pipeline.wording import ACROSS_UNITS
from tests.agenda.meetings import FRIDAY, at, lines, load, loads, meeting, meetings, spoken

_ORDER = list(ActKind)
_PRESENTATION = ActKind.UNIT
FEW = (load("A", 1), load("B", 2))
THREE = (load("A", 10), load("B", 20), load("C", 30))


def made(units: Sequence[UnitLoad], held: MeetingSettings) -> Schedule:
    """A schedule, for the meetings that can hold it."""
    try:
        return schedule(units, held)
    except PlenoError:
        assume(False)
        raise


@given(loads(), meetings())
def test_each_day_is_full_from_its_start_to_its_end(units: Sequence[UnitLoad], held: MeetingSettings) -> None:
    found = made(units, held)
    assert [day for day, _ in found.days] == [each.day for each in held.days]
    for given_day, (day, acts) in zip(held.days, found.days, strict=True):
        assert all(earlier.end == later.start for earlier, later in pairwise(acts))
        start, end = (datetime.combine(day, each) for each in (given_day.start, given_day.end))
        assert start <= acts[0].start < acts[-1].end <= end
        # A prayer over the edge is the only reason not to use all hours, and is told.
        told = [note for note in found.notes if "dimulai" in note or "diakhiri" in note]
        assert bool(told) or (acts[0].start, acts[-1].end) == (start, end)
        assert sum(each.minutes for each in acts) == (acts[-1].end - acts[0].start).total_seconds() / 60


@given(loads(), meetings())
def test_parts_stand_in_their_order_and_units_in_theirs(units: Sequence[UnitLoad], held: MeetingSettings) -> None:
    acts = spoken(made(units, held).acts)
    places = [_ORDER.index(each.kind) for each in acts]
    assert places == sorted(places)
    assert set(places) | {_ORDER.index(_PRESENTATION)} == set(range(5))
    told = [each.unit for each in acts if each.kind is _PRESENTATION]
    assert list(dict.fromkeys(told)) == [each.unit for each in units]
    assert all(later.continued == (earlier.words == later.words) for earlier, later in pairwise(acts))


@given(loads(), meetings())
def test_no_unit_has_less_than_five_minutes_nor_has_any_piece_of_it(
    units: Sequence[UnitLoad], held: MeetingSettings
) -> None:
    found = made(units, held)
    assert all(found.minutes_of(each.unit) >= 5 for each in units)
    assert all(each.minutes >= 5 for each in found.acts)


@given(loads(), meetings())
def test_minutes_are_multiples_of_five_but_at_the_edges_of_a_day(
    units: Sequence[UnitLoad], held: MeetingSettings
) -> None:
    for _, acts in made(units, held).days:
        for each in acts[1:-1]:
            assert each.minutes % 5 == each.start.minute % 5 == 0
        for edge in (acts[0], acts[-1]):
            assert edge.minutes % 5 == 0 or edge.start.minute % 5 or edge.end.minute % 5


@given(loads(), meetings())
def test_prayers_keep_to_their_hour_and_are_of_their_day(units: Sequence[UnitLoad], held: MeetingSettings) -> None:
    for day, acts in made(units, held).days:
        breaks = held.friday_breaks if day.weekday() == 4 else held.breaks
        wanted = {each.name: each for each in breaks}
        for act in acts:
            if act.kind is not ActKind.BREAK:
                continue
            given_break = wanted[act.words]
            assert act.minutes == given_break.minutes
            apart = abs(act.start - datetime.combine(day, given_break.at)).total_seconds() / 60
            assert apart <= (0 if given_break.prayer else 15)
        # Nobody speaks at the hour of prayer.
        for each in breaks:
            begins = datetime.combine(day, each.at)
            assert not each.prayer or not any(act.start < begins < act.end for act in spoken(acts))


@given(loads(), meetings())
def test_minutes_are_in_proportion_to_what_a_unit_brings(units: Sequence[UnitLoad], held: MeetingSettings) -> None:
    assume(units)
    found = made(units, held)
    cells = sum(found.minutes_of(each.unit) for each in units) // 5
    # Corrections may give or take what a prayer asks for, and odd minutes of a day are on top.
    for each, ideal in zip(units, shared(max(cells, len(units)), [each.weight for each in units]), strict=True):
        assert abs(found.minutes_of(each.unit) - 5 * ideal) <= 2 * 15 + 10 + 8 * len(held.days)


def test_where_no_break_interrupts_minutes_are_exactly_in_proportion() -> None:
    found = schedule(THREE, meeting("08.00-11.15", breaks=()))
    assert [found.minutes_of(each.unit) for each in THREE] == [20, 40, 60]


@given(some.integers(min_value=0, max_value=300), some.lists(some.floats(min_value=0, max_value=1e6), max_size=30))
def test_shares_are_whole_dealt_out_and_fair(over: int, weights: list[float]) -> None:
    found = shared(len(weights) + over, weights) if weights else []
    assert sum(found) == (len(weights) + over if weights else 0)
    assert all(each >= 1 for each in found)
    for (one, light), (other, heavy) in pairwise(sorted(zip(found, weights, strict=True), key=lambda each: each[1])):
        assert one <= other or light == heavy
    if all(weights) and weights and over:
        exact = [(len(weights) + over) * each / sum(weights) for each in weights]
        assert all(each <= ideal + 1 for each, ideal in zip(found, exact, strict=True) if ideal > 1)


def test_fewer_cells_than_weights_cannot_be_shared() -> None:
    with pytest.raises(ValueError, match="1"):
        shared(1, [1.0, 1.0])


def test_a_usual_day() -> None:
    assert lines(schedule(THREE, meeting("08.00-16.00"), "Kepala Kantor")) == [
        "08.00–08.15 Pembukaan",
        "08.15–08.30 Arahan Kepala Kantor",
        "08.30–09.20 Pemaparan dan pembahasan 10 SOP A",
        "09.20–10.00 Pemaparan dan pembahasan 20 SOP B",
        "10.00–10.15 Rehat kopi",
        "10.15–11.15 Pemaparan dan pembahasan 20 SOP B …",
        "11.15–12.00 Pemaparan dan pembahasan 30 SOP C",
        "12.00–13.00 Ishoma (istirahat, salat Zuhur, dan makan siang)",
        "13.00–14.45 Pemaparan dan pembahasan 30 SOP C …",
        "14.45–15.15 Koreksi dan masukan",
        "15.15–15.45 Rehat dan salat Asar",
        "15.45–16.00 Kesimpulan dan tindak lanjut",
    ]


def test_on_a_friday_the_break_begins_earlier_and_lasts_longer() -> None:
    found = schedule(THREE, meeting("08.00-16.00", first=FRIDAY))
    assert "11.30–13.00 Ishoma dan salat Jumat" in lines(found)


def test_a_meeting_that_would_end_in_friday_prayers_ends_before_them_and_says_so() -> None:
    found = schedule(THREE, meeting("08.00-12.00", first=FRIDAY))
    assert found.acts[-1].end.time() == at("11.30")
    assert found.notes == ("Jumat, 8 Mei 2026: rapat diakhiri pukul 11.30, sebelum Ishoma dan salat Jumat.",)


def test_a_meeting_that_would_begin_in_a_prayer_begins_after_it() -> None:
    found = schedule(FEW, meeting("12.30-15.00"))
    assert found.acts[0].start.time() == at("13.00")
    assert found.notes == (
        "Senin, 4 Mei 2026: rapat dimulai pukul 13.00, sesudah Ishoma (istirahat, salat Zuhur, dan makan siang).",
    )


def test_coffee_at_the_edge_is_left_out_and_told() -> None:
    found = schedule(FEW, meeting("10.00-11.55"))
    assert all(each.kind is not ActKind.BREAK for each in found.acts)
    assert found.notes == (
        "Senin, 4 Mei 2026: Rehat kopi tidak dijadwalkan karena berimpit dengan awal atau akhir rapat.",
    )


def test_a_break_that_a_prayer_moved_to_the_edge_is_told() -> None:
    coffee = Break(name="Rehat", at=at("11.50"), minutes=10)
    prayer = Break(name="Ishoma", at=at("12.00"), minutes=60, prayer=True)
    found = schedule(THREE, meeting("08.00-12.30", breaks=(coffee, prayer)))
    assert found.acts[-1].end.time() == at("12.00")
    assert [note.split(": ")[1].split()[0] for note in found.notes] == ["rapat", "Rehat"]


def test_coffee_waits_until_the_speaker_has_finished() -> None:
    found = schedule((load("A", 15), load("B", 7)), meeting("08.00-11.30"))
    assert lines(found)[2:5] == [
        "08.30–09.50 Pemaparan dan pembahasan 15 SOP A",
        "09.50–10.05 Rehat kopi",
        "10.05–10.45 Pemaparan dan pembahasan 7 SOP B",
    ]


def test_a_speaker_who_would_hardly_be_interrupted_ends_at_the_prayer_and_all_bear_it_alike() -> None:
    ishoma = Break(name="Ishoma", at=at("12.00"), minutes=60, prayer=True)
    units = (load("A", 18), load("B", 12), load("C", 12), load("D", 12), load("E", 30))
    found = schedule(units, meeting("09.00-15.55", breaks=(ishoma,)))
    assert not any(each.continued for each in found.acts)
    assert [found.minutes_of(each.unit) for each in units] == [65, 45, 40, 35, 95]


def test_a_meeting_of_several_days_goes_on_where_it_stopped() -> None:
    found = schedule(THREE, meeting("08.00-12.00", "08.00-11.00"))
    (_, first), (_, second) = found.days
    assert [each.kind for each in first][:2] == [ActKind.OPENING, ActKind.DIRECTION]
    assert second[0].kind is ActKind.UNIT
    assert second[-1].kind is ActKind.CONCLUSIONS
    assert sum(each.minutes for each in spoken(found.acts)) == 240 - 15 + 180 - 15


def test_odd_minutes_belong_to_the_first_and_the_last_line() -> None:
    found = schedule(THREE, meeting("08.02-11.13", breaks=()))
    assert [each.minutes for each in (found.acts[0], found.acts[-1])] == [15 + 3, 15 + 3]


def test_parts_that_are_left_out_and_nobody_who_presents() -> None:
    found = schedule((), meeting("08.00-10.00", breaks=(), opening=0))
    assert lines(found) == [
        "08.00–08.15 Arahan Kepala Kantor",
        "08.15–09.45 Koreksi dan masukan",
        "09.45–10.00 Kesimpulan dan tindak lanjut",
    ]


def test_a_unit_without_drafts_accounts_for_them_and_drafts_without_a_unit_are_discussed() -> None:
    found = schedule((load("Seksi X", 0, 1), load(ACROSS_UNITS, 2)), meeting("08.00-10.00"))
    presented = [(each.words, each.by) for each in found.acts if each.kind is ActKind.UNIT]
    assert presented == [
        ("Penjelasan Seksi X atas SOP yang belum diserahkan", "Seksi X"),
        ("Pembahasan 2 SOP yang belum jelas unitnya", "Pimpinan rapat"),
    ]


def test_a_unit_that_can_only_read_its_titles_out_is_told() -> None:
    found = schedule((load("A", 40), load("B", 400)), meeting("08.00-09.35", breaks=()))
    assert found.notes == (
        "Waktu A sempit: 40 SOP dalam 5 menit.",
        "Waktu B sempit: 400 SOP dalam 15 menit.",
    )


def test_what_does_not_fit_is_said_with_what_would() -> None:
    units = [load(f"Seksi {number}") for number in range(20)]
    with pytest.raises(MeetingTooShort) as told:
        schedule(units, meeting("08.00-10.00"))
    assert str(told.value) == (
        "Susunan acara tidak muat: 20 unit, masing-masing paling sedikit 5 menit, beserta acara lain memerlukan "
        "2 jam 55 menit, sedangkan waktu rapat di luar istirahat hanya 2 jam; kurang 55 menit. Akhiri rapat paling "
        "cepat pukul 11.10 WIB, atau kurangi menjadi 9 unit."
    )


def test_where_no_later_end_helps_another_day_does() -> None:
    units = [load(f"Seksi {number}") for number in range(200)]
    with pytest.raises(MeetingTooShort, match="Tambahkan hari rapat, atau kurangi menjadi 9 unit"):
        schedule(units, meeting("08.00-10.00"))


@given(loads(most=40), meetings())
def test_what_would_fit_does(units: Sequence[UnitLoad], held: MeetingSettings) -> None:
    try:
        schedule(units, held)
    except MeetingTooShort as told:
        later = re.search(r"pukul (\d\d\.\d\d)", str(told))
        fewer = re.search(r"menjadi (\d+) unit", str(told))
    except SettingsWrong:
        return
    else:
        return
    if later:
        *others, last = held.days
        schedule(units, replace(held, days=(*others, replace(last, end=at(later[1])))))
    if fewer:
        schedule(units[: int(fewer[1])], held)
        with pytest.raises(MeetingTooShort):
            schedule(units[: int(fewer[1]) + 1], held)


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (MeetingSettings(days=()), "belum diisi"),
        (meeting("08.00-08.00"), "tidak menyisakan waktu"),
        (meeting("10.00-08.00"), "tidak menyisakan waktu"),
        (meeting("12.00-13.00"), "tidak menyisakan waktu"),
        (replace(meeting("08.00-12.00"), days=meeting("08.00-12.00").days * 2), "berurutan"),
        (meeting("08.00-12.00", opening=-5), "kurang dari 0"),
        (meeting("08.00-12.00", opening=0, direction=0, corrections=0, conclusions=0), "tidak ada acara"),
        (meeting("08.00-12.00", breaks=(Break(name="Rehat", at=time(10), minutes=0),)), "lebih dari 0"),
        (
            meeting(
                "08.00-12.00",
                breaks=(Break(name="Satu", at=time(10), minutes=20), Break(name="Dua", at=time(10, 15), minutes=15)),
            ),
            "Dua dimulai sebelum Satu selesai",
        ),
    ],
)
def test_hours_that_contradict_each_other_are_refused(held: MeetingSettings, words: str) -> None:
    with pytest.raises(SettingsWrong, match=words):
        schedule((), held)


def test_breaks_off_the_grid_are_put_on_it_one_after_the_other() -> None:
    breaks = tuple(Break(name=f"Rehat {minute}", at=time(10, minute), minutes=6) for minute in (2, 8, 14))
    found = schedule(THREE, meeting("08.00-11.00", breaks=breaks))
    pauses = [each for each in found.acts if each.kind is ActKind.BREAK]
    assert [each.words for each in pauses] == [each.name for each in breaks]
    assert all(each.minutes % 5 == 0 for each in pauses)

"""What units bring and the hours of the meeting -> the susunan acara: order kept, sums exact, minutes in proportion."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from pipeline.agenda.shares import shared
from pipeline.agenda.windows import CELL, Window, Windows, until, windows
from pipeline.dates_in_words import clock, minutes_words
from pipeline.errors import MeetingTooShort, SettingsWrong
from pipeline.model.agenda import Act, ActKind, MeetingSettings, Schedule, UnitLoad
from pipeline.wording import ACROSS_UNITS

# A break gives way by at most a quarter of an hour to whoever is speaking.
_GIVES_WAY = 3
# Speakers give way to a prayer or to the day's end by as much, and keep at least half of their time.
_SHORTENED = 3
# Below that a SOP can only be read out.
_NARROW = 1.0
# No office meets longer.
_LATEST = 21 * 60
_CHAIR = "Pimpinan rapat"


@dataclass(slots=True)
class _Part:
    """A part of the meeting while it is fitted in; units have a weight."""

    kind: ActKind
    words: str
    by: str
    cells: int
    unit: str = ""
    weight: float = 0.0


@dataclass(slots=True)
class _Cut:
    """What parts two stretches: a break, or a night where `pause` is -1; `at` counts the cells before it."""

    at: int
    movable: bool
    day: int
    pause: int


def schedule(loads: Sequence[UnitLoad], meeting: MeetingSettings, head: str = "Kepala Kantor") -> Schedule:
    """Return the susunan acara for units in the order given; `head` is the position of who opens and directs.

    The order is the one that offices hold: opening and direction, presentations, corrections and input, conclusions
    (domain section 5). Minutes are whole multiples of five but for what a start or an end off the grid leaves to the
    first and the last line of a day; each unit has at least five. Raises MeetingTooShort with what would fit,
    SettingsWrong where hours or breaks contradict each other.
    """
    found = windows(meeting)
    parts = _parts(loads, meeting, head)
    if found.cells < sum(each.cells for each in parts):
        raise MeetingTooShort(_too_short(loads, meeting, found, parts))
    _share_out(parts, found.cells)
    cuts = _cuts(found)
    _fit_to_prayers(parts, [each.at for each in cuts if not each.movable])
    _fit_breaks(parts, cuts)
    return Schedule(
        meeting=meeting, acts=tuple(_acts(parts, cuts, found.days)), notes=(*found.notes, *_narrow(loads, parts))
    )


def _parts(loads: Sequence[UnitLoad], meeting: MeetingSettings, head: str) -> list[_Part]:
    """All parts in their order, units with the least that they may have."""
    around = {
        ActKind.OPENING: ("Pembukaan", "Pembawa acara", meeting.opening),
        ActKind.DIRECTION: (f"Arahan {head}", head, meeting.direction),
        ActKind.CORRECTIONS: ("Koreksi dan masukan", "Seluruh peserta", meeting.corrections),
        ActKind.CONCLUSIONS: ("Kesimpulan dan tindak lanjut", _CHAIR, meeting.conclusions),
    }
    if any(minutes < 0 for _, _, minutes in around.values()):
        raise SettingsWrong("pleno.toml, bagian [pleno]: lama acara tidak boleh kurang dari 0 menit.")
    parts = [
        _Part(kind=kind, words=words, by=by, cells=-(-minutes // CELL)) for kind, (words, by, minutes) in around.items()
    ]
    parts[2:2] = map(_presentation, loads)
    return [each for each in parts if each.cells]


def _presentation(load: UnitLoad) -> _Part:
    words = f"Pemaparan dan pembahasan {load.sops} SOP {load.unit}"
    if load.unit == ACROSS_UNITS:
        words = f"Pembahasan {load.sops} SOP yang belum jelas unitnya"
    elif not load.sops:
        words = f"Penjelasan {load.unit} atas SOP yang belum diserahkan"
    by = _CHAIR if load.unit == ACROSS_UNITS else load.unit
    return _Part(kind=ActKind.UNIT, words=words, by=by, cells=1, unit=load.unit, weight=load.weight)


def _share_out(parts: Sequence[_Part], cells: int) -> None:
    """Deal all cells out; where nobody presents and nothing is corrected, what is left is for the last part."""
    if not parts:
        raise SettingsWrong("pleno.toml, bagian [pleno]: tidak ada acara; isi lama pembukaan atau acara lainnya.")
    dealt = _dealt(parts, cells)
    if dealt is None:
        parts[-1].cells += cells - sum(each.cells for each in parts)
    else:
        _take(parts, dealt)


def _dealt(parts: Sequence[_Part], cells: int) -> list[int] | None:
    """The cells of each of these parts if together they have so many; none where that cannot be.

    Units share what the others leave them, in proportion; without a unit, corrections take it.
    """
    kind = ActKind.UNIT if any(each.kind is ActKind.UNIT for each in parts) else ActKind.CORRECTIONS
    takers = [each for each in parts if each.kind is kind]
    room = cells - sum(each.cells for each in parts if each.kind is not kind)
    if room < len(takers) or (room and not takers):
        return None
    shares = iter(shared(room, [each.weight for each in takers]) if takers else ())
    return [next(shares) if each.kind is kind else each.cells for each in parts]


def _take(parts: Sequence[_Part], dealt: Sequence[int]) -> None:
    for each, cells in zip(parts, dealt, strict=True):
        each.cells = cells


def _cuts(found: Windows) -> list[_Cut]:
    cuts: list[_Cut] = []
    before = 0
    for day, window in enumerate(found.days):
        rested = 0
        for at, pause in enumerate(window.pauses):
            spoken = (pause.start - window.first - rested) // CELL
            cuts.append(_Cut(at=before + spoken, movable=pause.movable, day=day, pause=at))
            rested += pause.minutes
        before += window.cells
        cuts.append(_Cut(at=before, movable=False, day=day, pause=-1))
    return cuts[:-1]


def _fit_to_prayers(parts: Sequence[_Part], cuts: Sequence[int]) -> None:
    """Let a speaker end at a prayer or a night that would interrupt them soon before their end or after their start.

    What that takes or gives is shared by all who speak before it, or after it, up to the next.
    """
    first, before = 0, 0
    for cut in cuts:
        ends = _ends(parts)
        near = sorted(range(first, len(parts) - 1), key=lambda at: abs(ends[at] - cut))
        for at in near:
            if abs(ends[at] - cut) > _SHORTENED:
                break
            left, right = _dealt(parts[first : at + 1], cut - before), _dealt(parts[at + 1 :], ends[-1] - cut)
            if left is None or right is None:
                continue
            if all(2 * cells >= each.cells for each, cells in zip(parts[first:], (*left, *right), strict=True)):
                _take(parts[first:], (*left, *right))
                first, before = at + 1, cut
                break


def _fit_breaks(parts: Sequence[_Part], cuts: Sequence[_Cut]) -> None:
    """Move each break that may be moved to the nearest border between two parts, where one is near."""
    ends = _ends(parts)
    for at, cut in enumerate(cuts):
        if not cut.movable:
            continue
        low = cuts[at - 1].at if at else 0
        high = cuts[at + 1].at if at + 1 < len(cuts) else ends[-1]
        near = [end for end in ends if low < end < high and abs(end - cut.at) <= _GIVES_WAY]
        cut.at = min(near, key=lambda end: (abs(end - cut.at), end), default=cut.at)


def _ends(parts: Sequence[_Part]) -> list[int]:
    ends, total = [], 0
    for each in parts:
        total += each.cells
        ends.append(total)
    return ends


def _acts(parts: Sequence[_Part], cuts: Sequence[_Cut], days: Sequence[Window]) -> Iterator[Act]:
    """Yield the lines: parts cut where breaks and nights fall, and the breaks between them."""
    day, minute, spoken = days[0], days[0].first, 0
    waiting = list(cuts)
    for part in parts:
        left = part.cells
        while left:
            while waiting and waiting[0].at == spoken:
                cut = waiting.pop(0)
                if cut.pause < 0:
                    day = days[cut.day + 1]
                    minute = day.first
                    continue
                pause = day.pauses[cut.pause]
                yield Act(
                    kind=ActKind.BREAK, words=pause.name, start=day.moment(minute),
                    end=day.moment(minute + pause.minutes),
                )  # fmt: skip
                minute += pause.minutes
            taken = min(left, waiting[0].at - spoken) if waiting else left
            ends = minute + taken * CELL
            yield Act(
                kind=part.kind, words=part.words, by=part.by, unit=part.unit, continued=left < part.cells,
                start=day.moment(day.start if minute == day.first else minute),
                end=day.moment(day.end if ends == day.last else ends),
            )  # fmt: skip
            minute, spoken, left = ends, spoken + taken, left - taken


def _narrow(loads: Sequence[UnitLoad], parts: Sequence[_Part]) -> Iterator[str]:
    minutes = {each.unit: each.cells * CELL for each in parts if each.kind is ActKind.UNIT}
    for each in loads:
        if each.sops and minutes[each.unit] / each.sops < _NARROW:
            yield f"Waktu {each.unit} sempit: {each.sops} SOP dalam {minutes_words(minutes[each.unit])}."


def _too_short(loads: Sequence[UnitLoad], meeting: MeetingSettings, found: Windows, parts: Sequence[_Part]) -> str:
    needed = sum(each.cells for each in parts)
    has, short = found.cells * CELL, (needed - found.cells) * CELL
    rest = needed - len(loads)
    fits = found.cells - rest
    units = f"{len(loads)} unit, masing-masing paling sedikit {CELL} menit" if loads else "tanpa pemaparan unit"
    later = _later_end(meeting, needed)
    longer = f"Akhiri rapat paling cepat pukul {clock(later)} {meeting.zone}" if later else "Tambahkan hari rapat"
    fewer = f", atau kurangi menjadi {fits} unit" if fits > 0 else ", atau persingkat acara di luar pemaparan"
    return (
        f"Susunan acara tidak muat: {units}, beserta acara lain memerlukan {minutes_words(needed * CELL)}, sedangkan "
        f"waktu rapat di luar istirahat hanya {minutes_words(has)}; kurang {minutes_words(short)}. {longer}{fewer}."
    )


def _later_end(meeting: MeetingSettings, needed: int) -> time | None:
    """The earliest end of the last day with which all fits, none where none of that day does."""
    last = meeting.days[-1].end
    for minute in range(-(-(last.hour * 60 + last.minute + 1) // CELL) * CELL, _LATEST + 1, CELL):
        end = time(*divmod(minute, 60))
        if windows(until(meeting, end)).cells >= needed:
            return end
    return None

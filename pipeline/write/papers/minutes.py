"""A meeting -> what stands in its `notula`: filled in with what is known before it, and with the decisions after it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.agenda.units import Presenters
from pipeline.dates import long_date
from pipeline.dates_in_words import clock, day_and_date, hours_words, in_a_row
from pipeline.model.agenda import Act, ActKind, Invitees, Schedule
from pipeline.model.decision import Verdict
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import UnitCount
from pipeline.write.discussed import discussed
from pipeline.write.numbers import thousands
from pipeline.write.papers.letter import MeetingLines, guests_and_copies, meeting_lines
from pipeline.write.papers.phrases import DOTS, given, letterhead, signer
from pipeline.write.papers.pleno import Pleno, signer_in_role
from pipeline.write.papers.resolutions import Resolution, open_questions, resolutions
from pipeline.write.papers.views import Letterhead, Signer

_SHORT = "……………"
_LINE = "………………………………………………………………"
_COUNTED = {Verdict.ACCEPT: "diterima", Verdict.CHANGE: "diubah", Verdict.REJECT: "ditolak"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """One thing that was discussed; `keputusan` is empty before the meeting, to be written in."""

    nomor: str
    sop: str
    pokok: str
    keputusan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMinutes:
    """What was discussed with a unit; `waktu` is when by the schedule, empty where the unit has no time of its own."""

    nomor: str
    unit: str
    waktu: str
    pengantar: str
    bahasan: tuple[Discussion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The notula: head, opening, discussion by unit, conclusions, closing, and who signs."""

    kop: Letterhead
    rapat: MeetingLines
    peserta: str
    pembukaan: tuple[str, ...]
    unit: tuple[UnitMinutes, ...]
    kesimpulan: tuple[str, ...]
    penutup: str
    tempat_tanggal: str
    ketua: Signer
    notulis: Signer


def _expected(invited: Invitees) -> int:
    """How many are invited: one for a unit that names nobody, and no guest who only gets a copy of the letter."""
    _, copies = guests_and_copies(invited)
    return invited.total - len(copies)


def minutes(pleno: Pleno, *, after: bool = False) -> Minutes:
    """Return the minutes as far as they are known: before the meeting what is on the table, `after` it what became."""
    settings, meeting = pleno.settings, pleno.meeting
    return Minutes(
        kop=letterhead(settings),
        rapat=meeting_lines(meeting),
        peserta=f"{_SHORT} orang dari {thousands(_expected(pleno.invited))} undangan, "
        "sebagaimana daftar hadir terlampir",
        pembukaan=tuple(_opening(pleno)),
        unit=tuple(_units(pleno, after=after)),
        kesimpulan=tuple(_conclusions(pleno, after=after)),
        penutup=f"Rapat ditutup oleh Ketua Rapat pada pukul {_SHORT} {meeting.zone}.",
        tempat_tanggal=signed_on(pleno),
        ketua=signer(settings),
        notulis=signer_in_role(pleno, "notulis"),
    )


def signed_on(pleno: Pleno) -> str:
    """Return the line above the signatures: the place, where it is known, and the last day of the meeting."""
    day = long_date(pleno.meeting.days[-1].day.isoformat())
    return ", ".join(each for each in (given(pleno.settings.place), day) if each)


def _opening(pleno: Pleno) -> Iterator[str]:
    zone, acts = pleno.meeting.zone, pleno.schedule.acts
    opening = next((each for each in acts if each.kind is ActKind.OPENING), None)
    planned = f" (menurut susunan acara pukul {clock(opening.start.time())} {zone})" if opening else ""
    yield f"Rapat dibuka oleh {_SHORT} pada pukul {_SHORT} {zone}{planned}."
    if any(each.kind is ActKind.DIRECTION for each in acts):
        yield f"Arahan {pleno.settings.head.position}: {_LINE}"


def _units(pleno: Pleno, *, after: bool) -> Iterator[UnitMinutes]:
    outcome, settings = pleno.outcome, pleno.settings
    units = discussed(outcome, settings)
    found: dict[str, list[Resolution]] = defaultdict(list)
    if after:
        for each in resolutions(outcome, settings, units, pleno.meeting.days[0].day):
            found[each.unit].append(each)
    for each in open_questions(units, after=after):
        found[each.unit].append(each)
    counts = {each.unit: each for each in outcome.reconciliation.units}
    presenters = Presenters(outcome, settings)
    order = presenters.in_order((*(each.unit for each in units), *found))
    submitted = {each.unit: each.sops for each in units}
    for at, unit in enumerate(order, start=1):
        yield UnitMinutes(
            nomor=str(at),
            unit=unit,
            waktu=_when(pleno.schedule, unit),
            pengantar=_about(counts.get(unit), submitted.get(unit, 0), found[unit], after=after),
            bahasan=tuple(_numbered(found[unit])),
        )


def _numbered(found: Sequence[Resolution]) -> Iterator[Discussion]:
    """Number the lines, those of one SOP together, in the order in which each SOP comes first."""
    order = {sop: at for at, sop in enumerate(dict.fromkeys(each.sop for each in found))}
    for at, each in enumerate(sorted(found, key=lambda each: order[each.sop]), start=1):
        yield Discussion(nomor=str(at), sop=each.sop, pokok=each.words, keputusan=each.decision)


def _about(count: UnitCount | None, submitted: int, found: Sequence[Resolution], *, after: bool) -> str:
    told = f"Unit menyerahkan {thousands(submitted)} SOP."
    if count is not None and count.inventory:
        missing = f", {thousands(count.missing)} di antaranya belum diserahkan" if count.missing else ""
        told = f"{told.rstrip('.')}; panduan induk memuat {thousands(count.inventory)} SOP{missing}."
    if found:
        return told
    return f"{told} {'Tidak ada keputusan yang dicatat.' if after else 'Tidak ada hal yang harus diputuskan.'}"


def _when(schedule: Schedule, unit: str) -> str:
    """When a unit presents: from the first to the last of its lines on each day."""
    days: dict[date, list[Act]] = defaultdict(list)
    for each in schedule.acts:
        if each.kind is ActKind.UNIT and each.unit == unit:
            days[each.start.date()].append(each)
    zone = schedule.meeting.zone
    several = len(schedule.meeting.days) > 1
    spans = [
        f"{f'{day_and_date(day)}, ' if several else ''}{hours_words(acts[0].start.time(), acts[-1].end.time(), zone)}"
        for day, acts in days.items()
    ]
    return in_a_row(spans, apart="; ")


def _conclusions(pleno: Pleno, *, after: bool) -> Iterator[str]:
    if not after:
        yield from (f"{at}. {DOTS}{DOTS}{DOTS}" for at in range(1, 4))
        return
    outcome = pleno.outcome
    yield from (f"{at}. {each}" for at, each in enumerate(_concluded(pleno, outcome), start=1))


def _concluded(pleno: Pleno, outcome: Outcome) -> Iterator[str]:
    counts = Counter(each.verdict for each in outcome.decisions)
    told = [f"{thousands(counts[verdict])} {word}" for verdict, word in _COUNTED.items() if counts[verdict]]
    total = sum(counts[verdict] for verdict in _COUNTED)
    yield f"Diputuskan {thousands(total)} hal: {in_a_row(told)}." if total else "Belum ada keputusan yang dicatat."
    still = sum(each.questions for each in discussed(outcome, pleno.settings))
    if still:
        yield f"Masih ada {thousands(still)} hal yang ditunda atau belum diputuskan."
    missing = sum(each.missing for each in outcome.reconciliation.units)
    if missing:
        yield f"{thousands(missing)} SOP dalam panduan induk belum diserahkan dan harus disusun oleh unitnya."
    if outcome.unreadable:
        yield f"{thousands(len(outcome.unreadable))} berkas tidak terbaca dan harus diserahkan kembali."

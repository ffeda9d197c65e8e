"""What units still owe after the meeting -> what stands in `undangan-penyusunan-final.docx`, with an annex per unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.dates_in_words import days_and_dates
from pipeline.model.agenda import Owed, OwedFix
from pipeline.text import fold, quoted
from pipeline.wording import FATE_WORDS
from pipeline.write.numbers import thousands
from pipeline.write.papers.letter import ANNEXED, InviteeLine, attached, invitee_lines, recipients
from pipeline.write.papers.phrases import DOTS, day, decided, letterhead, place_and_date, sentence, signer
from pipeline.write.papers.pleno import Pleno
from pipeline.write.papers.views import Letterhead, Signer

_UNTOLD = "–"
_LONG = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedSopLine:
    """A SOP that was not handed in: its row of the inventory."""

    nomor: str
    nama: str
    nomor_sop: str
    catatan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedFileLine:
    """A file to hand in again, and why."""

    nomor: str
    berkas: str
    sebab: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedFixLine:
    """A decision that the draft does not have yet; `perbaikan` are its sentences, one a paragraph."""

    nomor: str
    sop: str
    bagian: str
    perbaikan: tuple[str, ...]
    keputusan: str
    keadaan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedUnit:
    """The annex of one unit; `ringkasan` counts what it handed in, what it owes, and what is still to be decided."""

    unit: str
    ringkasan: str
    belum: tuple[OwedSopLine, ...]
    ulang: tuple[OwedFileLine, ...]
    perbaikan: tuple[OwedFixLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalInvitation:
    """The invitation to the drafting of the final SOPs; when and where is left open for the office to write.

    `rapat` are the days of the pleno; `tunggakan` says how many units owe something.
    """

    kop: Letterhead
    tahun: str
    tanggal: str
    tempat_tanggal: str
    lampiran: str
    penerima: tuple[str, ...]
    rapat: str
    isian: str
    tunggakan: str
    penandatangan: Signer
    daftar: tuple[InviteeLine, ...]
    unit: tuple[OwedUnit, ...]


def final_invitation(pleno: Pleno, owing: Sequence[Owed]) -> FinalInvitation:
    """Return the invitation of all units of the round, dated on the day of the run."""
    outcome, settings, invited = pleno.outcome, pleno.settings, pleno.invited
    behind = recipients(invited.units)
    listed = invitee_lines(invited.units) if behind == (ANNEXED,) else ()
    return FinalInvitation(
        kop=letterhead(settings),
        tahun=str(outcome.when.year),
        tanggal=day(outcome),
        tempat_tanggal=place_and_date(outcome, settings),
        lampiran=attached(bool(listed) + bool(owing)),
        penerima=behind,
        rapat=days_and_dates([each.day for each in pleno.meeting.days]),
        isian=DOTS,
        tunggakan=_how_many(len(owing)),
        penandatangan=signer(settings),
        daftar=listed,
        unit=tuple(map(_unit, owing)),
    )


def _how_many(owing: int) -> str:
    if not owing:
        return "Seluruh unit kerja telah menyerahkan SOP dan menindaklanjuti keputusan rapat."
    return (
        f"Hal yang masih harus dilengkapi oleh {thousands(owing)} unit kerja tercantum dalam lampiran surat ini. Kami "
        "mohon setiap unit kerja melengkapinya dan membawa hasilnya pada kegiatan tersebut."
    )


def _unit(each: Owed) -> OwedUnit:
    return OwedUnit(
        unit=fold(each.unit),
        ringkasan=_counts(each),
        belum=sop_lines(each),
        ulang=file_lines(each),
        perbaikan=tuple(_fix(f"{at}.", fix) for at, fix in enumerate(each.fixes, start=1)),
    )


def _counts(each: Owed) -> str:
    counts = (
        ("berkas yang harus diserahkan ulang", len(each.again)),
        ("keputusan rapat yang belum ditindaklanjuti", len(each.fixes)),
        ("hal yang belum diputuskan", each.open),
    )
    told = [
        f"SOP yang telah diserahkan: {thousands(each.submitted)}",
        f"belum diserahkan: {thousands(len(each.missing))}",
    ]
    told += [f"{words}: {thousands(count)}" for words, count in counts if count]
    return f"{'; '.join(told)}."


def sop_lines(each: Owed) -> tuple[OwedSopLine, ...]:
    """Return the SOPs that a unit has not handed in."""
    return tuple(
        OwedSopLine(
            nomor=f"{at}.", nama=fold(sop.title), nomor_sop=fold(sop.number) or _UNTOLD,
            catatan=sentence(fold(sop.note)) or _UNTOLD,
        )
        for at, sop in enumerate(each.missing, start=1)
    )  # fmt: skip


def file_lines(each: Owed) -> tuple[OwedFileLine, ...]:
    """Return the files that a unit has to hand in again."""
    return tuple(
        OwedFileLine(nomor=f"{at}.", berkas=lost.file, sebab=lost.message)
        for at, lost in enumerate(each.again, start=1)
    )


def _fix(number: str, fix: OwedFix) -> OwedFixLine:
    becomes = f"Menjadi {quoted(fix.becomes, _LONG)}." if fold(fix.becomes) else ""
    return OwedFixLine(
        nomor=number,
        sop=" ".join(each for each in (fold(fix.title), f"({fix.file})" if fix.file else "") if each),
        bagian=fold(fix.where) or _UNTOLD,
        perbaikan=tuple(each for each in (sentence(fold(fix.words)), becomes) if each),
        keputusan=decided(fix.decision),
        keadaan=sentence(FATE_WORDS[fix.fate]).removesuffix("."),
    )

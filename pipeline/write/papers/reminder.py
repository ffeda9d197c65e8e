"""What units still owe -> what stands in `pengingat.docx`, a letter to each unit that has SOPs to hand in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.agenda.invitees import addressed
from pipeline.dates_in_words import day_and_date, in_a_row
from pipeline.decide.status import is_past
from pipeline.model.agenda import Owed
from pipeline.model.outcome import Outcome
from pipeline.settings import Settings
from pipeline.text import fold
from pipeline.wording import ACROSS_UNITS
from pipeline.write.numbers import thousands
from pipeline.write.papers.final_invitation import OwedFileLine, OwedSopLine, file_lines, sop_lines
from pipeline.write.papers.phrases import DOTS, day, letterhead, place_and_date, signer
from pipeline.write.papers.views import Letterhead, Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """The letter to one unit: `keadaan` and `tunggakan` say what it handed in and what it owes.

    `batas` is the day until which it is asked for, to be written by hand where that of the round is over or was not
    set; `lewat` says that it is over, empty otherwise.
    """

    kop: Letterhead
    tahun: str
    tanggal: str
    tempat_tanggal: str
    penerima: tuple[str, ...]
    keadaan: str
    tunggakan: str
    lewat: str
    batas: str
    belum: tuple[OwedSopLine, ...]
    ulang: tuple[OwedFileLine, ...]
    penandatangan: Signer


class UnitReminder(NamedTuple):
    """The letter of one unit."""

    unit: str
    letter: Reminder


def reminders(outcome: Outcome, settings: Settings, owing: Sequence[Owed]) -> Iterator[UnitReminder]:
    """Yield a letter for each unit that has SOPs to hand in, for the first time or again, dated on the day of the run.

    What no unit answers for alone reminds nobody; it stands in the invitation to the final drafting.
    """
    for each in owing:
        if each.unit == ACROSS_UNITS or not (each.missing or each.again):
            continue
        yield UnitReminder(
            unit=each.unit,
            letter=Reminder(
                kop=letterhead(settings),
                tahun=str(outcome.when.year),
                tanggal=day(outcome),
                tempat_tanggal=place_and_date(outcome, settings),
                penerima=(addressed(each.unit),),
                keadaan=_handed_in(each),
                tunggakan=_to_hand_in(each),
                lewat=_over(outcome, settings),
                batas=_until(outcome, settings),
                belum=sop_lines(each),
                ulang=file_lines(each),
                penandatangan=signer(settings),
            ),
        )


def _handed_in(each: Owed) -> str:
    unit = fold(each.unit)
    if each.submitted:
        return f"{unit} telah menyerahkan {thousands(each.submitted)} SOP."
    if each.again:
        return f"belum ada naskah SOP dari {unit} yang dapat dibaca."
    return f"kami belum menerima naskah SOP dari {unit}."


def _to_hand_in(each: Owed) -> str:
    told = []
    if each.missing:
        told.append(f"{thousands(len(each.missing))} SOP menurut dokumen panduan induk")
    if each.again:
        told.append(f"{thousands(len(each.again))} berkas yang harus diserahkan ulang")
    return f"Yang masih harus diserahkan ialah {in_a_row(told)}, sebagaimana daftar berikut."


def _over(outcome: Outcome, settings: Settings) -> str:
    if settings.due is None or not is_past(settings.due, outcome.when.date()):
        return ""
    return f"Batas penyerahan, yaitu hari {day_and_date(settings.due)}, sudah lewat."


def _until(outcome: Outcome, settings: Settings) -> str:
    if settings.due is None or is_past(settings.due, outcome.when.date()):
        return f"tanggal {DOTS}"
    return f"hari {day_and_date(settings.due)}"

"""A meeting and whom it concerns -> what stands in `undangan.docx`: the letter, and the list of invitees when long."""

from dataclasses import dataclass

from pipeline.write.papers.letter import (
    ANNEXED,
    InviteeLine,
    MeetingLines,
    attached,
    guest_words,
    guests_and_copies,
    invitee_lines,
    meeting_lines,
    recipients,
)
from pipeline.write.papers.phrases import day, letterhead, place_and_date, signer
from pipeline.write.papers.pleno import Pleno
from pipeline.write.papers.views import Letterhead, Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """The invitation to the pleno: `penerima` stand behind Yth., `daftar` are all recipients when they are many.

    `lampiran` counts what is attached: the programme, and the list of invitees.
    """

    kop: Letterhead
    tahun: str
    tanggal: str
    tempat_tanggal: str
    lampiran: str
    penerima: tuple[str, ...]
    rapat: MeetingLines
    penandatangan: Signer
    tembusan: tuple[str, ...]
    daftar: tuple[InviteeLine, ...]


def invitation(pleno: Pleno) -> Invitation:
    """Return the invitation to a meeting, dated on the day of the run."""
    outcome, settings, units = pleno.outcome, pleno.settings, pleno.invited.units
    guests, copies = guests_and_copies(pleno.invited)
    behind = recipients(units, guests)
    listed = invitee_lines(units, guests) if behind == (ANNEXED,) else ()
    return Invitation(
        kop=letterhead(settings),
        tahun=str(outcome.when.year),
        tanggal=day(outcome),
        tempat_tanggal=place_and_date(outcome, settings),
        lampiran=attached(2 if listed else 1),
        penerima=behind,
        rapat=meeting_lines(pleno.meeting),
        penandatangan=signer(settings),
        tembusan=tuple(f"{at}. {guest_words(each)}" for at, each in enumerate(copies, start=1)),
        daftar=listed,
    )

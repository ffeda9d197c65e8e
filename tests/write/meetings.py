"""A meeting with all that its papers are made from, for their tests."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from docx.document import Document

from pipeline.agenda.discuss import to_discuss
from pipeline.agenda.invitees import invitees
from pipeline.agenda.loads import loads
from pipeline.agenda.owed import owed
from pipeline.agenda.schedule import schedule
from pipeline.model.agenda import MeetingSettings, Owed, Participant, Participants
from pipeline.model.outcome import Outcome
from pipeline.model.place import XlsxPlace
from pipeline.settings import Head, Letterhead, Settings, Unit
from pipeline.write.papers.pleno import Pleno
from pipeline.write.papers.write_letters import (
    write_attendance,
    write_final_invitation,
    write_invitation,
    write_programme,
    write_reminders,
)
from tests.agenda.meetings import meeting
from tests.agenda.rounds import SETTINGS as ROUNDS
from tests.write.papers import opened

MONDAY = date(2026, 5, 11)
SETTINGS = replace(
    ROUNDS, office="Kantor Contoh", place="Kota Contoh",
    letterhead=Letterhead(address="Jalan Contoh 1", phone="(021) 55", email="a@contoh.example"),
    head=Head(position="Kepala Kantor", name="Dra. Siti Contoh", nip="197001011995032001"),
)  # fmt: skip
BARE = replace(ROUNDS, office="Kantor Contoh", head=Head(name="…"), letterhead=Letterhead(ministry=""))
ONE_DAY = meeting("08.00-12.00", first=MONDAY, place="Aula Kantor Contoh")
TWO_DAYS = meeting("08.00-12.00", "08.00-12.00", first=MONDAY, place="Aula Kantor Contoh")


def person(name: str, unit: str = "", **changes: Any) -> Participant:
    return Participant(name=name, unit=unit, place=XlsxPlace(sheet="Peserta", row=2), **changes)


def pleno(
    outcome: Outcome,
    *people: Participant,
    settings: Settings = SETTINGS,
    when: MeetingSettings = ONE_DAY,
) -> Pleno:
    planned = schedule(loads(outcome, settings, to_discuss(outcome, settings)), when, settings.head.position)
    invited = invitees(outcome, settings, Participants(people=people))
    return Pleno(outcome=outcome, settings=settings, schedule=planned, invited=invited)


def office_of(units: int) -> Settings:
    """Return the profile of an office of so many units, the rounds' own first."""
    more = tuple(Unit(name=f"KUA Kecamatan Contoh {at}") for at in range(units - len(SETTINGS.units)))
    return replace(SETTINGS, units=(*SETTINGS.units, *more))


def letters(folder: Path, meeting_of: Pleno, owing: tuple[Owed, ...] | None = None) -> dict[str, Path]:
    """Write all letters and lists of a meeting and return them by name."""
    outcome, settings = meeting_of.outcome, meeting_of.settings
    told = owed(outcome, settings) if owing is None else owing
    folder.mkdir(parents=True, exist_ok=True)
    write_invitation(meeting_of, None, folder / "undangan.docx")
    write_programme(meeting_of, None, folder / "susunan-acara.docx")
    write_attendance(meeting_of, None, folder / "daftar-hadir.docx")
    write_final_invitation(meeting_of, told, None, folder / "undangan-penyusunan-final.docx")
    write_reminders(outcome, settings, told, None, folder)
    return {each.stem: each for each in sorted(folder.glob("*.docx"))}


def written(folder: Path, name: str, meeting_of: Pleno, owing: tuple[Owed, ...] | None = None) -> Document:
    return opened(letters(folder, meeting_of, owing)[name])

"""Meetings for the tests of what is decided there: a small office, what is on its table, who is invited."""

from dataclasses import replace
from datetime import date

from pipeline.agenda.discuss import to_discuss
from pipeline.agenda.invitees import invitees
from pipeline.agenda.loads import loads
from pipeline.agenda.schedule import schedule
from pipeline.model.agenda import Participant, Participants
from pipeline.model.outcome import Outcome
from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import Item
from pipeline.model.sop import Flow
from pipeline.settings import Head, Letterhead, Settings
from pipeline.write.papers.pleno import Pleno
from tests.agenda.meetings import meeting
from tests.agenda.rounds import OFFICE, ZAKAT, arrow, finding, item, outcome, row
from tests.agenda.rounds import SETTINGS as UNITS
from tests.write.reports import sop

SETTINGS = replace(
    UNITS, office="Kantor Contoh", place="Kota Contoh", letterhead=Letterhead(address="Jalan Contoh 1"),
    head=Head(position="Kepala Kantor", name="Dra. Siti Contoh", nip="197001011995032001"),
)  # fmt: skip
HALL = "Aula Kantor Contoh"
NOTULIS = Participant(
    name="Rina Contoh, S.Kom.", place=XlsxPlace(sheet="Peserta", row=2), nip="198805122014032002", unit=OFFICE,
    role="Notulis",
)  # fmt: skip
# A line without a sure row, one with a doubtful arrow, one that only has to be corrected, one without anything.
DOUBTFUL, ARROW, FLAWED, SOUND = (
    sop("penmad/izin.docx", "SOP Izin Operasional"),
    sop("zawa/wakaf.docx", "SOP Sertifikat Wakaf"),
    sop("zawa/zakat.docx", "SOP Bimbingan Zakat"),
    sop("tu/cuti.docx", "SOP Cuti"),
)
ERROR = finding(FLAWED, id="ST101-zakat")
QUESTION, ASKED = "T-1", arrow(ARROW)
RIVALS = (("SOP Perpanjangan Izin", 0.64), ("SOP Pencabutan Izin", 0.5))


def table(text: str = "", **changes: object) -> Outcome:
    """The round that is on the table, with a text from outside in all that the first draft says."""
    first = sop(DOUBTFUL.file, f"{DOUBTFUL.title} {text}".strip(), text=text)
    items = [
        replace(item(first), question=QUESTION, doubtful=True, rivals=RIVALS, why=f"Tidak ada baris yang sama. {text}"),
        item(ARROW, ZAKAT), item(FLAWED, ZAKAT), item(SOUND, OFFICE),
        item(None, OFFICE, row=row("SOP Arsip", 8, OFFICE)),
    ]  # fmt: skip
    findings = (ERROR, finding(first, id="ST101-izin", found=text or "…"))
    whole = {"findings": findings, "arrows": (ASKED,), **changes}
    return outcome(*items, sops=(first, ARROW, FLAWED, SOUND), **whole)


def settled(found: Outcome) -> Outcome:
    """The same with every question of the reconciliation answered."""
    return replace(
        found, reconciliation=replace(found.reconciliation, items=tuple(map(_answered, found.reconciliation.items)))
    )


def _answered(plain: Item) -> Item:
    return replace(plain, answered=True)


def without_chart(found: Outcome) -> Outcome:
    """The same with drafts of which neither steps nor a chart could be read."""
    return replace(found, sops=tuple(replace(each, steps=(), flow=Flow(source="none")) for each in found.sops))


def without_nodes(found: Outcome) -> Outcome:
    """The same with drafts of which only the steps could be read."""
    return replace(found, sops=tuple(replace(each, flow=Flow(source="picture")) for each in found.sops))


def pleno(
    found: Outcome | None = None, settings: Settings = SETTINGS, *hours: str,
    people: tuple[Participant, ...] = (NOTULIS,),
) -> Pleno:  # fmt: skip
    """The meeting about a round, on one day from 08.00 to 15.30 where no hours of days in a row are told."""
    found = found or table()
    held = meeting(*(hours or ("08.00-15.30",)), first=date(2026, 5, 11), place=HALL)
    made = schedule(loads(found, settings, to_discuss(found, settings)), held, settings.head.position)
    return Pleno(
        outcome=found, settings=settings, schedule=made, invited=invitees(found, settings, Participants(people=people))
    )

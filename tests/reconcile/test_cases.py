"""What is out of the ordinary is named: number against title, two rows in one draft, one row in two drafts."""

from dataclasses import replace

from pipeline.check.samples import identity, sop, value
from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import Case, Item, Status
from pipeline.model.sop import Sop
from pipeline.reconcile.assemble import reconcile
from pipeline.settings import Settings

UNIT = "Seksi Pendidikan Madrasah"
# Words become telling only among others.
OTHERS = (
    "Pengelolaan Surat Masuk", "Pelayanan Cuti Pegawai", "Penyusunan Laporan Kinerja", "Legalisasi Ijazah",
    "Pembayaran Tunjangan Profesi Guru", "Penerbitan Rekomendasi Mutasi Siswa", "Pelayanan Konsultasi Wakaf",
    "Pengukuran Arah Kiblat",
)  # fmt: skip


def row(at: int, title: str, number: str = "", unit: str = UNIT) -> InventoryRow:
    return InventoryRow(
        title=title, number=number, unit=unit, group="", note="", cells=(), place=XlsxPlace(sheet="Induk", row=at),
        columns=(("title", 2), ("number", 3)),
    )  # fmt: skip


def draft(title: str, number: str = "") -> Sop:
    own = identity(title=value(title), number=value(number) if number else None)
    return replace(sop(identity=own), file=f"{UNIT}/{title}.docx", folder=UNIT)


def items(rows: tuple[tuple[str, str], ...], *drafts: Sop) -> tuple[Item, ...]:
    listed = [*rows, *((title, f"9{at}/SOP/PENMAD/2025") for at, title in enumerate(OTHERS))]
    inventory = Inventory(
        file="induk.xlsx",
        rows=tuple(row(at, *each) for at, each in enumerate(listed, start=5)),
        passed_over=(),
        totals=(),
    )
    return tuple(
        each
        for each in reconcile(drafts, inventory, Settings(), [UNIT]).items
        if each.drafts or (each.row and each.row.place.row < 5 + len(rows))
    )


def test_a_title_of_one_row_under_the_number_of_another_is_a_conflict() -> None:
    rows = (("Pendaftaran Nikah", "001/SOP/PENMAD/2025"), ("Pemeriksaan Berkas Haji", "002/SOP/PENMAD/2025"))
    found, other = items(rows, draft("SOP Pendaftaran Nikah", "002/SOP/PENMAD/2025"))
    assert (found.status, found.case, found.doubtful) == (Status.MATCHED, Case.CONFLICT, False)
    assert found.why.endswith("Nomor pada naskah adalah nomor “Pemeriksaan Berkas Haji”.")
    assert other.status is Status.MISSING


def test_the_number_of_an_unanswered_row_under_a_strange_title_asks_for_a_renaming() -> None:
    (missing, extra) = items(
        (("Pendaftaran Nikah", "001/SOP/PENMAD/2025"),), draft("SOP Penyelesaian Sengketa", "001/SOP/PENMAD/2025")
    )
    assert (missing.status, missing.case) == (Status.MISSING, Case.CONFLICT)
    assert missing.why == "Mungkin dijawab “SOP Penyelesaian Sengketa”, yang memakai nomor ini dengan nama lain."
    assert (extra.status, extra.case, extra.doubtful) == (Status.EXTRA, Case.CONFLICT, True)
    assert (
        extra.why
        == "Nomornya milik “Pendaftaran Nikah”, yang belum dijawab naskah lain; mungkin SOP itu berganti nama."
    )


def test_the_number_of_an_answered_row_under_a_strange_title_is_a_wrong_number() -> None:
    _, extra = items(
        (("Pendaftaran Nikah", "001/SOP/PENMAD/2025"),),
        draft("SOP Pendaftaran Nikah", "001/SOP/PENMAD/2025"),
        draft("SOP Penyelesaian Sengketa", "001/SOP/PENMAD/2025"),
    )
    assert (extra.status, extra.case, extra.doubtful) == (Status.EXTRA, Case.CONFLICT, False)
    assert extra.why.startswith("Nomornya milik “Pendaftaran Nikah”, tetapi namanya lain")


def test_a_draft_that_holds_two_rows_is_named_with_both() -> None:
    both = draft("SOP Pendaftaran dan Pemeriksaan Nikah", "001/SOP/PENMAD/2025")
    rows = (("Pendaftaran Nikah", "001/SOP/PENMAD/2025"), ("Pemeriksaan Nikah", "002/SOP/PENMAD/2025"))
    first, second = items(rows, both)
    assert (first.status, first.drafts[0].file) == (Status.MATCHED, both.file)
    assert (second.status, second.case) == (Status.MISSING, Case.COVERED)
    assert [each.file for each in second.partners] == [both.file]
    assert second.why == (
        "Tidak ada naskah tersendiri; tercakup dalam “SOP Pendaftaran dan Pemeriksaan Nikah”, yang memuat dua SOP. "
        "Pisahkan naskah itu."
    )


def test_a_short_row_title_within_a_longer_one_is_not_covered_by_its_draft() -> None:
    rows = (("Pelayanan Pencatatan Nikah", "001/SOP/PENMAD/2025"), ("Pelayanan Nikah", "002/SOP/PENMAD/2025"))
    _, second = items(rows, draft("SOP Pelayanan Pencatatan Nikah", "001/SOP/PENMAD/2025"))
    assert (second.status, second.case) == (Status.MISSING, Case.PLAIN)


def test_two_drafts_that_answer_one_row_in_parts_are_named_together() -> None:
    first = draft("SOP Pendaftaran Calon Jemaah", "001/SOP/PENMAD/2025")
    second = draft("SOP Pemeriksaan Calon Jemaah")
    whole, part = items((("Pendaftaran dan Pemeriksaan Calon Jemaah", "001/SOP/PENMAD/2025"),), first, second)
    assert (whole.status, whole.case, whole.drafts[0].file) == (Status.MATCHED, Case.PART, first.file)
    assert [each.file for each in whole.partners] == [second.file]
    assert (part.status, part.case, part.doubtful) == (Status.DUPLICATE, Case.PART, False)
    assert part.why == (
        "Baris “Pendaftaran dan Pemeriksaan Calon Jemaah” dijawab bersama oleh “SOP Pendaftaran Calon Jemaah” dan "
        "“SOP Pemeriksaan Calon Jemaah”; gabungkan naskahnya."
    )


def test_a_second_draft_of_the_same_title_is_a_further_one_and_no_part() -> None:
    first = draft("SOP Pendaftaran Nikah", "001/SOP/PENMAD/2025")
    again = replace(draft("SOP Pendaftaran Nikah"), file=f"{UNIT}/lama.docx")
    _, further = items((("Pendaftaran Nikah", "001/SOP/PENMAD/2025"),), first, again)
    assert (further.status, further.case) == (Status.DUPLICATE, Case.PLAIN)


def test_the_margin_is_the_lead_over_the_best_rival() -> None:
    rows = (("Pendaftaran Nikah", "001/SOP/PENMAD/2025"), ("Pendaftaran Nikah Campuran", "002/SOP/PENMAD/2025"))
    found, _ = items(rows, draft("SOP Pendaftaran Nikah", "001/SOP/PENMAD/2025"))
    assert found.score == 1.0
    assert found.margin is not None
    assert 0 < found.margin == 1.0 - found.rivals[0][1]

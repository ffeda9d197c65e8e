"""Who signs below the steps: where position, name and NIP stand, and what is told of all the other words."""

from functools import reduce

from pipeline.extract.assemble import understand
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop
from pipeline.read.word import read_draft
from tests.builder import DraftBuilder, cell, row
from tests.cases.form import FIELDS, STEPS, identity, steps

UNSIGNED = {label: value for label, value in FIELDS.items() if label != "Disahkan oleh"}
NAMED = ("Dra. Siti Contoh, M.Pd.I", "NIP 19700101 199503 2 001")


def form(fields: dict[str, str] = UNSIGNED) -> DraftBuilder:
    return DraftBuilder().raw(identity(fields)).raw(steps())


def read(draft: DraftBuilder, *below: str) -> Sop:
    built = reduce(DraftBuilder.paragraph, below, draft).build()
    return understand(read_draft(built, "a.docx"), "")[0][0]


def aside(sop: Sop) -> list[str]:
    return [each.what for each in sop.aside]


def test_each_part_of_a_signature_in_paragraphs_has_its_place() -> None:
    sop = read(
        form(), "Ditetapkan di Tirtawangi", "pada tanggal 2 Januari 2025", "Kepala Kantor,", "", "(ttd)", "", *NAMED
    )
    approval = sop.identity.approved_by
    assert approval is not None
    assert (approval.position, approval.nip) == ("Kepala Kantor", "197001011995032001")
    places = (approval.place, approval.name_place, approval.nip_place)
    assert places == tuple(DocxPlace(paragraph=each) for each in (5, 9, 10))
    assert aside(sop) == [
        f"pada bagian pengesahan: {each}"
        for each in ("Ditetapkan di Tirtawangi", "pada tanggal 2 Januari 2025", "(ttd)")
    ]
    assert sop.unread == ()


def test_each_part_of_a_signature_in_the_step_table_has_its_place() -> None:
    rows = (
        row(cell("Mengetahui Kepala Kantor", span=9)),
        row(cell("", span=9)),
        *(row(cell(each, span=9)) for each in NAMED),
    )
    sop = read(DraftBuilder().raw(identity(UNSIGNED)).raw(steps(*STEPS, *rows)))
    approval = sop.identity.approved_by
    assert approval is not None
    assert (approval.position, approval.name) == ("Kepala Kantor", NAMED[0])
    assert [each.row for each in (approval.place, approval.name_place, approval.nip_place)] == [6, 8, 9]
    assert len(sop.steps) == len(STEPS)
    assert aside(sop) == ["pada bagian pengesahan: Mengetahui"]


def test_the_date_of_a_signature_is_no_date_of_the_block() -> None:
    fields = {label: value for label, value in UNSIGNED.items() if label != "Tanggal Efektif"}
    assert read(form(fields), "Tirtawangi, 2 Januari 2025", "Kepala Kantor", "", *NAMED).identity.effective is None


def test_a_drafter_alone_puts_nothing_in_force() -> None:
    sop = read(form(), "Penyusun", "", "Budi Contoh, S.Kom", "NIP. 198901012015031001")
    assert sop.identity.approved_by is None
    assert aside(sop) == ["penanda tangan lain: Penyusun | Budi Contoh, S.Kom | NIP. 198901012015031001"]


def test_another_approval_than_the_blocks_is_left_to_a_person() -> None:
    sop = read(form(FIELDS), "Disahkan oleh", "Kepala Kantor", "", "Ahmad Contoh, S.Ag", "NIP. 197101011995031001")
    assert sop.identity.approved_by is not None
    assert sop.identity.approved_by.name == NAMED[0]
    assert [each.what for each in sop.unread] == [
        "Disahkan oleh | Kepala Kantor | Ahmad Contoh, S.Ag | NIP. 197101011995031001"
    ]


def test_a_position_that_the_block_does_not_name_signs_nothing() -> None:
    sop = read(form(FIELDS | {"Disahkan oleh": "Kepala Kantor"}), "Kepala Seksi", "", *NAMED)
    assert sop.identity.approved_by is not None
    assert (sop.identity.approved_by.position, sop.identity.approved_by.name) == ("Kepala Kantor", None)


def test_a_remark_that_begins_with_a_position_is_no_signature() -> None:
    sop = read(form(), "Kepala Seksi menyimpan arsip surat", "Mengetahui,", "Kepala Kantor", "", *NAMED)
    assert sop.identity.approved_by is not None
    assert sop.identity.approved_by.position == "Kepala Kantor"
    assert [each.what for each in sop.unread] == ["Kepala Seksi menyimpan arsip surat"]


def test_a_form_signed_at_its_foot_approves_nothing() -> None:
    signed = "\n".join(("Kepala Kantor", "", *NAMED))
    rows = (row("Nama", "Alamat"), *(row(f"Nama {at}", f"Jalan {at}") for at in range(3)), row("", signed))
    sop = read(form().paragraph().table((8640, 8640), *rows))
    assert sop.identity.approved_by is None
    assert len(sop.unread) == len(rows)


def test_a_numbered_form_behind_the_word_annex_approves_nothing() -> None:
    sop = read(form(), "LAMPIRAN", "Mengetahui", "Kepala Madrasah", "", *NAMED)
    assert sop.identity.approved_by is None

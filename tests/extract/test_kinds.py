"""Documents that are not in the SOP-AP form: which form they have, what is read of them, and that the rest is told."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.check.apply import check_each
from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.model.sop import Sop
from pipeline.read.word import read_draft
from pipeline.settings import read_settings
from tests.builder import Block, DraftBuilder, Inline, cell, items, paragraph, picture, row, table
from tests.cases.form import FIELDS, LISTS, STEPS, fields_table, identity, steps


def one(draft: DraftBuilder) -> Sop:
    read = read_draft(draft.build(), "bimas/berkas.docx")
    (found,) = understand(read, "bimas")
    return with_flow(read, *found)


def told(sop: Sop) -> list[str]:
    return [each.message for each in check_each((sop,), read_settings(Path("tidak-ada"))) if each.code == "RD102"]


def unread(sop: Sop) -> list[str]:
    return [each.what for each in sop.unread]


def paragraphs(*texts: str) -> DraftBuilder:
    return DraftBuilder().raw(Block("".join(paragraph(each) for each in texts)))


def page(points: int = 500) -> Block:
    return paragraph(Inline(picture(1).replace('cx="762000"', f'cx="{points * 12_700}"')))


# Narratives

NARRATIVE = (
    "STANDAR OPERASIONAL PROSEDUR",
    "PELAYANAN BIMBINGAN PERKAWINAN",
    "I. LATAR BELAKANG",
    "Bimbingan perkawinan diselenggarakan bagi calon pengantin.",
    "II. DASAR HUKUM",
    "Pelaksanaannya berdasarkan:",
    "1. Undang-Undang Nomor 1 Tahun 1974 tentang Perkawinan",
    "2. Peraturan Menteri Agama Nomor 20 Tahun 2019",
    "III. MAKSUD DAN TUJUAN",
    "Agar calon pengantin siap berumah tangga.",
    "IV. PROSEDUR",
    "1. Calon pengantin mendaftar",
    "2. Petugas menyusun jadwal",
    "a. jadwal mingguan",
    "3. Penyuluh memberi bimbingan",
    "V. PENUTUP",
    "Hal lain diatur kemudian.",
)


def test_a_narrative_gives_title_legal_basis_and_its_numbered_procedure() -> None:
    found = one(paragraphs(*NARRATIVE))
    assert (found.kind, found.form) == ("other", "narrative")
    assert found.identity.title is not None
    assert found.identity.title.text == "PELAYANAN BIMBINGAN PERKAWINAN"
    assert [each.text for each in found.identity.legal_basis] == [
        "Undang-Undang Nomor 1 Tahun 1974 tentang Perkawinan",
        "Peraturan Menteri Agama Nomor 20 Tahun 2019",
    ]
    assert [(each.number, each.activity, each.actors) for each in found.steps] == [
        ("1", "Calon pengantin mendaftar", ()),
        ("2", "Petugas menyusun jadwal a. jadwal mingguan", ()),
        ("3", "Penyuluh memberi bimbingan", ()),
    ]
    assert str(found.steps[0].place) == "paragraf 12"
    assert unread(found) == [
        "I. LATAR BELAKANG",
        "Bimbingan perkawinan diselenggarakan bagi calon pengantin.",
        "III. MAKSUD DAN TUJUAN",
        "Agar calon pengantin siap berumah tangga.",
        "V. PENUTUP",
        "Hal lain diatur kemudian.",
        "Pelaksanaannya berdasarkan:",
    ]
    assert told(found) == [
        "Naskah ini berupa uraian (narasi), bukan SOP-AP: tuangkan isinya ke dalam blok identitas dan tabel langkah."
    ]


def test_headings_that_word_numbers_are_headings_too() -> None:
    draft = DraftBuilder().list_of(("upperRoman", "%1."))
    for heading in ("Latar Belakang", "Dasar Hukum", "Penutup"):
        draft = draft.raw(paragraph(heading, number=2)).paragraph(f"Keputusan Menteri tentang {heading.lower()}.")
    found = one(draft)
    assert found.form == "narrative"
    assert [each.text for each in found.identity.legal_basis] == ["Keputusan Menteri tentang dasar hukum."]


@pytest.mark.parametrize(
    "procedure",
    [
        pytest.param(("Pemohon datang lalu petugas melayani pemohon.",), id="sentences"),
        pytest.param(("1. Pemohon datang", "2. Petugas melayani"), id="too short to be sure"),
        pytest.param(("- Pemohon datang", "- Petugas melayani", "- Pemohon pulang"), id="bullets without an order"),
        pytest.param(("1. Pemohon datang", "3. Petugas melayani", "5. Pemohon pulang"), id="numbers with gaps"),
    ],
)
def test_what_is_not_clearly_a_numbered_procedure_gives_no_steps(procedure: Sequence[str]) -> None:
    found = one(paragraphs("I. LATAR BELAKANG", "Uraian singkat.", "II. PROSEDUR", *procedure))
    assert found.form == "narrative"
    assert found.steps == ()
    assert unread(found)[-1] == procedure[-1]


def test_two_procedures_are_told_apart_from_one() -> None:
    lists = ("1. Datang", "2. Mendaftar", "3. Pulang")
    found = one(paragraphs("I. PENGERTIAN", "Uraian.", "II. PROSEDUR", *lists, "III. TATA CARA", *lists))
    assert found.steps == ()


def test_a_heading_dasar_hukum_and_a_schedule_are_no_sop_ap() -> None:
    schedule = table(
        (600, 4000, 3000, 3000), row("No", "Kegiatan", "Waktu", "Keterangan"), row("1", "Rapat", "Mei", "-")
    )
    found = one(paragraphs(*NARRATIVE[:10]).raw(schedule))
    assert found.kind == "other"


# Tables of services, SPO


def test_a_table_of_services_is_reported_row_by_row() -> None:
    found = one(
        DraftBuilder()
        .paragraph("SOP PELAYANAN SUBBAGIAN TATA USAHA")
        .table(
            (600, 3000, 3000, 2000, 2000, 2000),
            row("NO", "JENIS PELAYANAN", "PERSYARATAN", "WAKTU", "BIAYA", "KETERANGAN"),
            row("1", "Legalisasi ijazah", "Ijazah asli", "15 Menit", "Rp. 0,-", ""),
        )
    )
    assert (found.kind, found.form, found.steps) == ("other", "service-table", ())
    assert unread(found) == [
        "NO | JENIS PELAYANAN | PERSYARATAN | WAKTU | BIAYA | KETERANGAN",
        "1 | Legalisasi ijazah | Ijazah asli | 15 Menit | Rp. 0,-",
    ]
    assert told(found) == [
        "Naskah ini berupa tabel layanan (standar pelayanan), bukan SOP-AP: susun satu SOP-AP untuk setiap jenis "
        "layanan; tabel layanannya diserahkan tersendiri."
    ]


def test_a_table_of_services_with_headings_of_steps_gives_no_steps() -> None:
    found = one(
        DraftBuilder().table(
            (600, 3000, 3000, 2000, 2000),
            row("NO", "URAIAN", "PERSYARATAN", "WAKTU", "BIAYA"),
            row("1", "Legalisasi ijazah", "Ijazah asli", "15 Menit", "Rp. 0,-"),
        )
    )
    assert (found.form, found.steps) == ("service-table", ())


def test_components_of_a_standar_pelayanan_are_a_service_table() -> None:
    found = one(
        DraftBuilder().table(
            (600, 4000, 9000),
            row("No", "Komponen", "Uraian"),
            row("1", "Persyaratan", "KTP"),
            row("2", "Sistem, mekanisme, dan prosedur", "Datang ke loket"),
            row("3", "Jangka waktu pelayanan", "15 menit"),
            row("4", "Biaya/tarif", "Gratis"),
        )
    )
    assert found.form == "service-table"


def hospital(*procedure: str) -> DraftBuilder:
    head = table(
        (4320, 4320, 4320, 4320),
        row(cell("RSUD TIRTAWANGI"), cell("PENCUCIAN LINEN", span=3)),
        row("", "NO. DOKUMEN\n12/SPO/LINEN/2019", "NO. REVISI\n01", "HALAMAN\n1/2"),
        row("STANDAR PROSEDUR OPERASIONAL", "TANGGAL TERBIT\n4 Maret 2019", cell("DITETAPKAN OLEH\nDIREKTUR", span=2)),
    )
    body = table(
        (4320, 12960), row("PENGERTIAN", "Mencuci linen"), row("PROSEDUR", *procedure), row("UNIT TERKAIT", "-")
    )
    again = table(
        (4320, 4320, 4320, 4320),
        row("RSUD TIRTAWANGI", cell("PENCUCIAN LINEN", span=3)),
        row("", "NO. DOKUMEN\n12/SPO/LINEN/2019", "NO. REVISI\n01", "HALAMAN\n2/2"),
    )
    return DraftBuilder().raw(head).paragraph().raw(body).paragraph(page_break=True).raw(again)


def test_a_spo_gives_title_number_date_and_procedure_and_is_one_document() -> None:
    found = one(hospital(items("Memakai sarung tangan", "Memilah linen", "Mencuci linen")))
    assert (found.kind, found.form) == ("other", "spo")
    assert found.identity.title is not None
    assert found.identity.title.text == "PENCUCIAN LINEN"
    assert found.identity.number is not None
    assert found.identity.number.text == "12/SPO/LINEN/2019"
    assert found.identity.created is not None
    assert found.identity.created.iso == "2019-03-04"
    assert [each.activity for each in found.steps] == ["Memakai sarung tangan", "Memilah linen", "Mencuci linen"]
    assert "SPO" in told(found)[0]


# Lists, decrees


def test_services_with_bullets_are_a_list() -> None:
    found = one(
        paragraphs(
            "SOP KUA KECAMATAN TIRTAWANGI",
            "1. Pelayanan Nikah",
            "• Prosedur Kerja",
            "- Calon pengantin mendaftar",
            "- Petugas memeriksa berkas",
            "2. Pelayanan Wakaf",
            "• Prosedur Kerja",
            "- Wakif datang ke kantor",
        )
    )
    assert (found.form, found.steps) == ("list", ())
    assert "daftar butir" in told(found)[0]


def test_an_annex_of_a_decree_has_its_subject_as_title() -> None:
    found = one(
        paragraphs(
            "LAMPIRAN",
            "KEPUTUSAN DIREKTUR JENDERAL PENYELENGGARAAN HAJI DAN UMRAH",
            "NOMOR 245 TAHUN 2021",
            "TENTANG",
            "STANDAR OPERASIONAL PROSEDUR PEMBATALAN",
            "PENDAFTARAN HAJI",
            "Pembatalan diajukan oleh jemaah kepada Kantor Kementerian Agama.",
        )
    )
    assert (found.kind, found.form) == ("other", "decree")
    assert found.identity.title is not None
    assert found.identity.title.text == "STANDAR OPERASIONAL PROSEDUR PEMBATALAN PENDAFTARAN HAJI"
    assert found.identity.number is None
    assert "lampiran keputusan" in told(found)[0]


def test_a_decree_is_told_by_its_parts() -> None:
    found = one(paragraphs("Menimbang : bahwa perlu", "Mengingat : undang-undang", "MEMUTUSKAN", "Menetapkan : SOP"))
    assert found.form == "decree"


# Nothing to read


@pytest.mark.parametrize("heading", ["", "SOP PELAYANAN NIKAH"], ids=["pictures only", "with a heading"])
def test_a_scan_says_so_and_lists_its_pages(heading: str) -> None:
    found = one(DraftBuilder().media().paragraph(heading).raw(page()).raw(page()))
    assert (found.kind, found.form) == ("other", "scan")
    assert unread(found) == ["halaman berupa gambar (hasil pindaian)"] * 2
    assert (found.identity.title.text if found.identity.title else "") == heading
    assert told(found) == [
        "Naskah ini hasil pindaian (hanya gambar), sehingga isinya tidak dapat dibaca: serahkan berkas Word aslinya, "
        "atau ketik ulang pada formulir SOP-AP."
    ]


def test_a_page_that_the_reader_reported_is_not_reported_again() -> None:
    whole = Block(page().replace('cy="254000"', 'cy="8890000"'))
    assert len(unread(one(DraftBuilder().media().raw(whole).raw(whole)))) == 2


def test_a_logo_makes_no_scan() -> None:
    assert one(DraftBuilder().media().raw(page(60)).paragraph("SOP PELAYANAN NIKAH")).form == "unknown"


def test_an_empty_document_says_so() -> None:
    found = one(DraftBuilder())
    assert (found.kind, found.form, unread(found)) == ("other", "blank", [])
    assert told(found) == ["Naskah ini kosong: periksa apakah berkas yang diserahkan sudah benar."]


def test_a_form_that_nobody_filled_in_says_so() -> None:
    lists = table((8640, 8640), *(row(f"{each}:", "") for each in LISTS))
    blank = fields_table(dict.fromkeys(FIELDS, ""))
    found = one(DraftBuilder().raw(blank).raw(lists).raw(steps(row(*[""] * 9), row(*[""] * 9))))
    assert (found.kind, found.form) == ("other", "blank")
    assert told(found) == ["Formulir SOP-AP ini belum diisi: isi blok identitas dan tabel langkahnya."]


# Half of the form


def test_the_form_without_steps_or_with_a_picture_of_them_is_no_other_form() -> None:
    without = one(DraftBuilder().raw(identity()))
    assert (without.kind, without.form) == ("other", "unknown")
    assert told(without) == ["Naskah ini bukan dalam format SOP-AP: tabel langkah dengan mutu baku tidak ditemukan."]
    pictured = one(DraftBuilder().media().raw(identity()).raw(page()))
    assert pictured.form == "unknown"
    assert told(pictured) == [
        "Tabel langkah naskah ini hanya berupa gambar, sehingga tidak dapat dibaca: ketik ulang pada formulir SOP-AP."
    ]


def test_steps_without_an_identity_block_are_read() -> None:
    found = one(DraftBuilder().raw(steps()))
    assert (found.kind, found.form, len(found.steps)) == ("other", "unknown", len(STEPS))
    assert told(found) == ["Naskah ini bukan dalam format SOP-AP: blok identitas tidak ditemukan."]


def test_a_long_narrative_makes_one_finding_of_what_is_left_over() -> None:
    texts = [f"Kalimat nomor {each} dari uraian yang panjang sekali." for each in range(300)]
    found = one(paragraphs("I. LATAR BELAKANG", *texts, "II. PENUTUP", "Selesai."))
    findings = [each for each in check_each((found,), read_settings(Path("tidak-ada"))) if each.code == "RD101"]
    assert len(findings) == 1
    assert len(findings[0].message) < 400
    assert len(unread(found)) == 303

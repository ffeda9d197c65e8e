"""Corners of real drafts that were once read wrongly, each with the smallest document that shows it."""

from pathlib import Path

import pytest

from pipeline.check.apply import check_each
from pipeline.errors import DraftUnreadable
from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.model.draft import Table
from pipeline.read.word import read_draft
from pipeline.settings import read_settings
from tests.builder import (
    Block,
    DraftBuilder,
    Inline,
    cell,
    items,
    paragraph,
    row,
    run,
    table,
    text_box,
)
from tests.builder.markup import BY
from tests.cases.form import FIELDS, INSTITUTION, MARK, STEPS, fields_table, headings, identity, lists_table, steps
from tests.read.test_package import DOCUMENT, replaced, with_part


def sops(data):
    d = read_draft(data, "a.docx")
    return [with_flow(d, s, g) for s, g in understand(d, "")]


def one(data):
    return sops(data)[0]


def unread(s):
    return " | ".join(u.what for u in s.unread)


def form(fields=FIELDS, lists=None, rows=()):
    return DraftBuilder().raw(identity(fields, lists)).raw(steps(*rows))


def test_header_of_two_rows_repeated_is_no_part_of_the_step_above():
    s = one(form(rows=(STEPS[0], *headings(), *STEPS[1:])).build())
    assert (s.steps[0].requirements, s.steps[0].actors) == ("Surat permohonan", ("Pemohon",))
    assert len(s.steps) == 3


def test_fields_in_page_header_lists_in_body():
    s = one(DraftBuilder().header(fields_table(FIELDS)).raw(lists_table()).raw(steps()).build())
    assert all((s.identity.number, s.identity.title, s.identity.unit, s.identity.legal_basis))


def test_letterhead_in_page_header_fields_in_body():
    head = Block("".join(paragraph(x) for x in INSTITUTION.split("\n")))
    t = table((3456, 5184), *(row(k, v) for k, v in FIELDS.items()))
    s = one(DraftBuilder().header(head).raw(t).raw(lists_table()).raw(steps()).build())
    assert [v.text for v in s.identity.institution] == INSTITUTION.split("\n")


@pytest.mark.parametrize("v", ["nan", "inf", "1e400"])
def test_a_number_that_is_none_does_not_crash(v):
    sops(
        DraftBuilder()
        .raw(identity())
        .raw(steps().replace('w:gridSpan w:val="3"', f'w:gridSpan w:val="{v}"', 1))
        .build()
    )
    sops(DraftBuilder().raw(identity()).raw(Block(steps().replace('w:w="4000"', f'w:w="{v}"', 1))).build())


def test_a_cell_spans_no_more_columns_than_word_has():
    # 2147483648 takes gigabytes: three processes were killed by the kernel
    d = read_draft(
        DraftBuilder().raw(steps().replace('w:gridSpan w:val="3"', 'w:gridSpan w:val="100000"', 1)).build(), "a"
    )
    assert max(len(b.widths) for b in d.blocks if isinstance(b, Table)) < 200


@pytest.mark.parametrize("target", ["styles.xml", "header1.xml"])
def test_external_relationship_does_not_crash(target):
    data = DraftBuilder().header(paragraph("x")).raw(identity()).raw(steps()).build()
    sops(
        with_part(
            "word/_rels/document.xml.rels",
            replaced(f'Target="{target}"', f'Target="https://x/{target}" TargetMode="External"'),
            data,
        )
    )


def test_dtd_behind_a_long_comment_is_refused():
    new = "<!-- " + "x" * 5000 + ' --><!DOCTYPE w:document [<!ENTITY e "x">]><w:document '
    with pytest.raises(DraftUnreadable):
        read_draft(with_part(DOCUMENT, replaced("<w:document ", new)), "a")


def test_text_box_outside_the_chart_is_not_lost():
    for s in (
        one(DraftBuilder().raw(identity()).raw(paragraph(text_box("Lampiran menyusul"))).raw(steps()).build()),
        one(DraftBuilder().paragraph("x").raw(paragraph(text_box("Lampiran menyusul"))).build()),
    ):
        assert "Lampiran menyusul" in unread(s)


def test_text_box_in_identity_cell_is_not_lost():
    s = one(form(FIELDS | {"Nomor SOP": text_box("012/SOP/PENMAD/2025")}).build())
    assert (s.identity.number and s.identity.number.text == "012/SOP/PENMAD/2025") or "012/SOP" in unread(s)


def test_header_words_are_not_lost():
    found = one(DraftBuilder().header(paragraph("Dokumen internal Penmad")).raw(identity()).raw(steps()).build())
    assert [each.what for each in found.aside] == ["kepala atau kaki halaman: Dokumen internal Penmad"]


def test_deleted_paragraph_mark_joins_paragraphs():
    joined = Block(
        f"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>{run('Memahami administrasi ')}</w:p>{paragraph('madrasah')}"
    )
    s = one(form(lists=table((8640, 8640), row("Dasar Hukum", "Kualifikasi Pelaksana"), row("UU 20", joined))).build())
    assert [v.text for v in s.identity.qualifications] == ["Memahami administrasi madrasah"]


def test_placeholder_of_a_content_control_is_no_value():
    c = Inline(
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Klik atau ketuk di sini untuk memasukkan teks.")
        + "</w:sdtContent></w:sdt>"
    )
    assert one(form(FIELDS | {"Nomor SOP": c}).build()).identity.number is None


def test_word_counts_its_own_items_only():
    r = (
        row(items(""), "A kegiatan", MARK, "", "", "S", "5 menit", "B", ""),
        row("", "Lanjutan", "", MARK, "", "S", "5 menit", "B", ""),
        row(items(""), "C kegiatan", MARK, "", "", "S", "5 menit", "B", ""),
    )
    assert [x.number for x in one(form(rows=r).build()).steps] == ["1", "", "2"]


def test_identity_block_printed_again_is_not_unread():
    s = one(DraftBuilder().raw(identity()).paragraph(page_break=True).raw(identity()).raw(steps()).build())
    assert unread(s) == ""


def test_rank_under_the_name_is_no_part_of_it():
    s = one(
        form(
            FIELDS
            | {"Disahkan oleh": "Kepala Kantor\n\n\nDra. Siti Contoh, M.Pd.I\nPembina Tk. I\nNIP. 197001011995032001"}
        ).build()
    )
    assert s.identity.approved_by.name == "Dra. Siti Contoh, M.Pd.I"


def test_name_right_under_the_position():
    a = one(
        form(FIELDS | {"Disahkan oleh": "Kepala Kantor\nSiti Contoh\nNIP. 197001011995032001"}).build()
    ).identity.approved_by
    assert (a.position, a.name) == ("Kepala Kantor", "Siti Contoh")


def test_label_broken_over_two_lines():
    f = {("Tanggal\nPembuatan" if k == "Tanggal Pembuatan" else k): v for k, v in FIELDS.items()}
    assert one(form(f).build()).identity.created.iso == "2025-07-02"


def test_a_sentence_that_names_an_office_is_no_letterhead():
    s = one(
        DraftBuilder()
        .paragraph("Lampiran Keputusan Kepala Kantor Kementerian Agama Kota Tirtawangi Nomor 12 Tahun 2025")
        .raw(identity())
        .raw(steps())
        .build()
    )
    assert [v.text for v in s.identity.institution] == INSTITUTION.split("\n")


def test_letterhead_of_paragraphs_has_its_unit():
    t = table((3456, 5184), *(row(k, v) for k, v in FIELDS.items()))
    s = one(
        DraftBuilder()
        .raw(Block("".join(paragraph(x) for x in INSTITUTION.split("\n"))))
        .raw(t)
        .raw(lists_table())
        .raw(steps())
        .build()
    )
    assert s.identity.unit is not None
    assert s.identity.unit.text == "SEKSI PENDIDIKAN MADRASAH"


def test_message_keeps_the_word_sop_in_capitals():
    f = {k: v for k, v in FIELDS.items() if k != "Nama SOP"}
    m = [x.message for x in check_each((one(form(f).build()),), read_settings(Path("/nonexistent")))]
    assert any(x.startswith("Nama SOP ") for x in m)


def test_unnumbered_step_that_begins_with_total_and_has_a_mark():
    r = (*STEPS, row("", "Total berkas dihitung petugas", "", MARK, "", "Daftar", "5 menit", "Rekap", ""))
    assert len(one(form(rows=r).build()).steps) == 4


def test_hidden_by_a_character_style():
    st = Inline('<w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t>rahasia</w:t></w:r>')
    data = with_part(
        "word/styles.xml",
        replaced(
            "</w:styles>",
            '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/>'
            "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>",
        ),
        form(FIELDS | {"Nomor SOP": paragraph("012/SOP/PENMAD/2025", st)}).build(),
    )
    assert one(data).identity.number.text == "012/SOP/PENMAD/2025"


def test_step_with_number_of_its_own_under_a_merged_activity():
    r = (
        row("1a", cell("Memeriksa", merge="restart"), MARK, "", "", "A", "5 menit", "X", ""),
        row("1b", cell(merge="continue"), "", MARK, "", "B", "10 menit", "Y", ""),
    )
    s = one(form(rows=r).build())
    assert [(x.number, x.activity, x.duration.low) for x in s.steps] == [
        ("1a", "Memeriksa", 5),
        ("1b", "Memeriksa", 10),
    ]


def test_strict_namespace_after_a_long_comment():
    c = "<!-- " + "x" * 9000 + " --><w:document "
    assert one(with_part(DOCUMENT, replaced("<w:document ", c), form().build(strict=True))).steps


def test_an_empty_field_stands_where_its_value_should() -> None:
    found = one(form(FIELDS | {"Nomor SOP": ""}).build())
    (finding,) = (each for each in check_each((found,), read_settings(Path("/nonexistent"))) if each.where == "number")
    assert str(finding.place) == "tabel 1, baris 1, kolom 3"


def fields_of(**changed):
    """The plain form's fields, labels and values replaced or put in by the changes' order."""
    return table((3456, 5184), *(row(k, v) for k, v in (FIELDS | changed).items()))


def identity_of(*blocks):
    return one(DraftBuilder().raw(Block("".join(blocks))).raw(steps()).build()).identity


def texts(values):
    return [each.text for each in values]


def test_fewer_dates_than_labels_are_a_guess_that_is_said():
    dates = row("Tanggal Pembuatan\nTanggal Revisi\nTanggal Efektif", "10 Februari 2019 1 Maret 2021")
    s = one(DraftBuilder().raw(table((3456, 5184), row("Nomor SOP", "01"), dates)).raw(steps()).build())
    found = (s.identity.created, s.identity.revised, s.identity.effective)
    assert [(each.iso, each.sure) for each in found] == [("2019-02-10", 0.5), ("2021-03-01", 0.5), (None, 0.5)]
    assert "10 Februari 2019 1 Maret 2021" in unread(s)
    assert "Tanggal Efektif" in unread(s)


def test_as_many_dates_as_labels_are_no_guess():
    dates = row("Tanggal Pembuatan\nTanggal Revisi\nTanggal Efektif", "10 Februari 2019\n\n1 Maret 2021")
    found = identity_of(table((3456, 5184), row("Nomor SOP", "01"), dates))
    assert [(each.text, each.sure) for each in (found.created, found.revised, found.effective)] == [
        ("10 Februari 2019", 1.0), ("", 1.0), ("1 Maret 2021", 1.0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ("1. Komputer 2. Pencetak 3. 2 (dua) kursi", ["Komputer", "Pencetak", "2 (dua) kursi"]),
        ("(1) Komputer (2) Pencetak", ["Komputer", "Pencetak"]),
        ("a. Komputer b. Pencetak", ["Komputer", "Pencetak"]),
        ("1. Peraturan Nomor 2 Tahun 2020", ["Peraturan Nomor 2 Tahun 2020"]),
        ("1. Komputer, lihat nomor 2. meja", ["Komputer, lihat nomor 2. meja"]),
        ("1. Pasal 2. Ketentuan\n2. Meja", ["Pasal 2. Ketentuan", "Meja"]),
        ("-Komputer\n-Pencetak", ["Komputer", "Pencetak"]),
        ("• Komputer\ndan layar\n• Pencetak", ["Komputer dan layar", "Pencetak"]),
    ],
)
def test_entries_of_a_list(line, entries):
    found = identity_of(fields_of(), table((4000, 4640), row("Peralatan/Perlengkapan", line)))
    assert texts(found.equipment) == entries


def test_a_line_break_within_an_item_that_word_numbers_goes_on_with_it():
    entries = items(run("Undang-Undang Nomor 20\nTahun 2003"), "Meja")
    found = identity_of(fields_of(), table((4000, 4640), row("Dasar Hukum", cell(entries))))
    assert texts(found.legal_basis) == ["Undang-Undang Nomor 20 Tahun 2003", "Meja"]


def test_a_mark_in_a_cell_over_two_actors_counts_for_both():
    s = one(form(rows=(row("1", "Membahas", cell(MARK, span=2), "", "A", "5 menit", "B", ""),)).build())
    assert s.steps[0].actors == ("Pemohon", "Petugas PTSP")


def test_cells_merged_over_two_steps_count_for_both_but_time_only_once():
    top, more = "restart", cell(merge="continue")
    r = (
        row(
            "1",
            "Menerima",
            "",
            cell(MARK, merge=top),
            "",
            cell("A", merge=top),
            cell("5 menit", merge=top),
            cell("X", merge=top),
            "",
        ),
        row("2", "Mencatat", "", more, "", more, more, more, ""),
    )
    found = one(form(rows=r).build()).steps
    assert [(x.actors, x.requirements, x.output) for x in found] == [(("Petugas PTSP",), "A", "X")] * 2
    assert [x.duration.text if x.duration else "" for x in found] == ["5 menit", ""]


@pytest.mark.parametrize("label", ["Tanggal Efekif", "Tangal Efektif", "Tanggal Efekttif", "Tanggla Efektif"])
def test_a_misspelt_label_is_read_and_not_quite_sure(label):
    f = {(label if k == "Tanggal Efektif" else k): v for k, v in FIELDS.items()}
    found = one(form(f).build()).identity
    assert found.effective.iso == "2025-08-01"
    assert 0.8 < found.effective.sure < 1.0
    assert found.created.sure == 1.0


def test_what_resembles_a_label_in_running_text_is_none():
    entries = "1. Dasar hukum\n2. Tujuan: layanan cepat\n3. Peringatan"
    f = fields_of(**{"Nama SOP": "SOP Pencatatan dan Pendataan Aset"})
    found = identity_of(
        f,
        table(
            (4000, 4640),
            row("Dasar Hukum", "Peraturan Direktur Jenderal\nNomor 12/DJ.I/2010 tentang Petunjuk Teknis"),
            row("Peringatan", entries),
            row("Pencatatan dan Pendataan", "Pencatatan dan Pendataan Aset"),
        ),
    )
    assert found.title.text == "SOP Pencatatan dan Pendataan Aset"
    assert found.number.text == FIELDS["Nomor SOP"]
    assert texts(found.warnings) == ["Dasar hukum", "Tujuan: layanan cepat", "Peringatan"]
    assert texts(found.records) == ["Pencatatan dan Pendataan Aset"]


def test_a_misspelt_label_of_a_field_that_is_named_elsewhere_is_text():
    found = identity_of(fields_of(), table((4000, 4640), row("Peralatan", "Perawatan"), row("Peringatan", "Peringatn")))
    assert texts(found.equipment) == ["Perawatan"]
    assert texts(found.warnings) == ["Peringatn"]


def test_values_left_of_their_labels():
    rows = (row(INSTITUTION, v, k) if not at else row("", v, k) for at, (k, v) in enumerate(FIELDS.items()))
    found = identity_of(table((8640, 5184, 3456), *rows))
    assert (found.number.text, found.approved_by.position) == (FIELDS["Nomor SOP"], "Kepala Kantor")
    assert texts(found.institution) == INSTITUTION.split("\n")


def test_values_left_of_their_labels_two_in_a_row():
    f = list(FIELDS.items())
    rows = (row(a[1], a[0], b[1], b[0]) for a, b in zip(f[::2], f[1::2], strict=True))
    found = identity_of(table((5184, 3456, 5184, 3456), *rows))
    assert (found.number.text, found.created.iso, found.effective.iso, found.title.text) == (
        FIELDS["Nomor SOP"], "2025-07-02", "2025-08-01", FIELDS["Nama SOP"],
    )  # fmt: skip


def test_values_in_the_rows_above_their_labels():
    rows = [each for k, v in FIELDS.items() for each in (row(v), row(k))]
    found = identity_of(table((8640,), *rows))
    assert (found.number.text, found.created.iso, found.title.text, found.approved_by.nip) == (
        FIELDS["Nomor SOP"], "2025-07-02", FIELDS["Nama SOP"], "197001011995032001",
    )  # fmt: skip


def test_a_label_over_two_lines_of_which_the_first_is_one_too():
    found = identity_of(fields_of(), table((4000, 4640), row("Peralatan/\nPerlengkapan\n:\nKomputer", "")))
    assert texts(found.equipment) == ["Komputer"]


def test_a_label_as_long_as_it_can_be_before_its_value():
    found = identity_of(table((8640,), row("Nomor Dokumen 12/SOP/2025"), row("Tanggal Revisi 2 Juli 2025")))
    assert (found.number.text, found.revised.iso) == ("12/SOP/2025", "2025-07-02")


def test_the_letterhead_printed_again_is_no_value():
    f = FIELDS | {"Nomor SOP": ""}
    shorter = INSTITUTION.rsplit("\n", 1)[0]
    s = one(DraftBuilder().raw(fields_table(f)).paragraph().raw(fields_table(f, shorter)).raw(steps()).build())
    assert s.identity.number is None
    assert unread(s) == ""


def test_what_stands_beside_a_label_of_no_field_is_said_even_if_a_field_says_the_same():
    s = one(form(FIELDS | {"Nomor SOP": "01", "No. Revisi": "01"}).build())
    assert unread(s) == "No. Revisi: 01"


# Headers of step tables


def steps_under(*rows):
    s = one(DraftBuilder().raw(identity()).raw(table((600, 4000, 900, 900, 900, 2400, 1400, 2400), *rows)).build())
    return [each.name for each in s.actors], [(x.number, x.activity, x.actors, x.output) for x in s.steps]


BODY = row("1", "Memeriksa", "", MARK, "", "Surat", "5 menit", "Berkas")
READ = [("1", "Memeriksa", ("Kasi",), "Berkas")]


def test_three_header_rows_without_merged_cells():
    top = row("No", "Kegiatan", cell("Pelaksana", span=3), cell("Mutu Baku", span=3))
    middle = row("", "", cell("Pihak Luar"), cell("Internal", span=2), "Kelengkapan", "Waktu", "Output")
    low = row("", "", "Pemohon", "Kasi", "Pelaksana", "", "", "")
    assert steps_under(top, middle, low, BODY) == (["Pemohon", "Kasi", "Pelaksana"], READ)


def test_groups_in_a_row_of_their_own_above_the_headings():
    top = row("", "", cell("Pelaksana", span=3), cell("Mutu Baku", span=3))
    low = row("No", "Kegiatan", "Pemohon", "Kasi", "Pelaksana", "Kelengkapan", "Waktu", "Output")
    assert steps_under(top, low, BODY) == (["Pemohon", "Kasi", "Pelaksana"], READ)


def test_one_header_row_with_an_actor_called_pelaksana():
    head = row("No", "Kegiatan", "Pelaksana", "Kasi", "Pelaksana 2", "Kelengkapan", "Waktu", "Output")
    assert steps_under(head, BODY) == (["Pelaksana", "Kasi", "Pelaksana 2"], READ)


def test_a_misspelt_heading():
    head = row("No", "Kegiatan", "Pemohon", "Kasi", "Staf", "Kelengkpan", "Waktu", "Output")
    assert steps_under(head, BODY) == (["Pemohon", "Kasi", "Staf"], READ)


def test_a_row_over_all_columns_right_under_the_header_is_none_of_its_rows():
    top = row("No", "Kegiatan", cell("Pelaksana", span=3), cell("Mutu Baku", span=3))
    low = row("", "", "Pemohon", "Kasi", "Staf", "Kelengkapan", "Waktu", "Output")
    s = one(
        DraftBuilder()
        .raw(identity())
        .raw(table((600, 4000, 900, 900, 900, 2400, 1400, 2400), top, low, row(cell("Tahap Persiapan", span=8)), BODY))
        .build()
    )
    assert [each.what for each in s.aside] == ["judul tahap: Tahap Persiapan"]


def test_what_stands_under_no_heading_is_said():
    head = row("No", "Kegiatan", "Pemohon", "Kasi", "Kelengkapan", "Waktu", "Output", "Biaya")
    body = row("1", "Memeriksa", "", MARK, "Surat", "5 menit", "Berkas", "Rp10.000,00")
    s = one(DraftBuilder().raw(identity()).raw(table((600, 4000, 900, 900, 2400, 1400, 2400, 900), head, body)).build())
    said = "judul kolom yang tidak dikenali: Biaya | isi kolom yang judulnya tidak dikenali: Rp10.000,00"
    assert unread(s) == said


def test_a_first_row_that_goes_on_with_no_step_is_said():
    s = one(form(rows=(row("", "", MARK, "", "", "Surat", "", "", ""), *STEPS)).build())
    assert unread(s) == f"baris tabel langkah yang bukan langkah: {MARK} | Surat"


def test_a_numbered_step_that_begins_with_total_and_has_its_number_last():
    head = row("Kegiatan", "Pemohon", "Kasi", "Staf", "Kelengkapan", "Waktu", "Output", "No")
    body = row("Total biaya dihitung", "", "", "", "Surat", "5 menit", "Berkas", "1)")
    assert steps_under(head, body)[1] == [("1)", "Total biaya dihitung", (), "Berkas")]


def test_a_step_has_the_number_that_word_prints():
    data = (
        DraftBuilder()
        .list_of(("lowerLetter", "%1)"))
        .raw(identity())
        .raw(
            steps(
                row(cell(items("", number=2)), "Menerima", MARK, "", "", "A", "5 menit", "B", ""),
                row("", "Lanjutan tanpa nomor", "", MARK, "", "A", "5 menit", "B", ""),
                row(cell(items("", number=2)), "Mencatat", MARK, "", "", "A", "5 menit", "B", ""),
            )
        )
        .build()
    )
    assert [each.number for each in one(data).steps] == ["a)", "", "b)"]


def test_a_step_whose_cells_say_heading_words_is_no_header():
    r = (row("", "Hasil", MARK, "", "", "Catatan", "tentatif", "Catatan", ""), *headings(), *STEPS)
    assert one(form(rows=r).build()).steps[0].activity == "Hasil"

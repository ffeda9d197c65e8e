"""Corners of real drafts that were once read wrongly, each with the smallest document that shows it."""

from pathlib import Path

import pytest

from pipeline.check.apply import check
from pipeline.errors import DraftUnreadable
from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.model.draft import Table
from pipeline.read.word import read_draft
from pipeline.settings import read_settings
from tests.builder import (
    _BY,
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
        f"<w:p><w:pPr><w:rPr><w:del {_BY}/></w:rPr></w:pPr>{run('Memahami administrasi ')}</w:p>{paragraph('madrasah')}"
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
    m = [x.message for x in check((one(form(f).build()),), read_settings(Path("/nonexistent")), across=False)]
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
    (finding,) = (each for each in check((found,), read_settings(Path("/nonexistent"))) if each.where == "number")
    assert str(finding.place) == "tabel 1, baris 1, kolom 3"

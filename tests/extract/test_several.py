"""Several SOPs in one file: parted at their identity blocks, each with what is its own and nothing of another's."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.model.draft import Note, Revision, Unread
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop
from pipeline.read.word import read_draft
from tests.builder import Block, DraftBuilder, Inline, Row, cell, nested_table, paragraph, picture, row, table, tracked
from tests.cases.form import (
    FIELDS,
    INSTITUTION,
    LISTS,
    STEP_WIDTHS,
    STEPS,
    fields_table,
    headings,
    identity,
    lists_table,
    step,
    steps,
)

SECOND = FIELDS | {"Nomor SOP": "013/SOP/PENMAD/2025", "Nama SOP": "SOP Pelayanan Legalisasi Ijazah"}
LEGALISE = step("1", "Membubuhkan cap legalisasi", 2, "Ijazah asli", "10 menit", "Salinan ijazah")
FOURTH = step("4", "Mengarsipkan berkas", 2, "Surat rekomendasi", "5 menit", "Arsip")


def sops(draft: DraftBuilder) -> list[Sop]:
    read = read_draft(draft.build(), "penmad/berkas.docx")
    return [with_flow(read, sop, grid) for sop, grid in understand(read, "penmad")]


def titles(found: Sequence[Sop]) -> list[str | None]:
    return [each.identity.title.text if each.identity.title else None for each in found]


def activities(found: Sequence[Sop]) -> list[list[str]]:
    return [[each.activity for each in sop.steps] for sop in found]


def words(facts: Sequence[Unread]) -> list[str]:
    return [each.what for each in facts]


def fields(**changes: str) -> dict[str, str]:
    """The fields of the form with other values; a value of `-` alone is an open field, a missing one is left out."""
    named = {"number": "Nomor SOP", "title": "Nama SOP"}
    return FIELDS | {named[name]: value for name, value in changes.items()}


def without(*labels: str) -> dict[str, str]:
    return {label: value for label, value in FIELDS.items() if label not in labels}


PLAIN = ("Mengajukan permohonan rekomendasi pindah", "Memeriksa kelengkapan berkas", "Menandatangani surat rekomendasi")


# A block on each page


@pytest.mark.parametrize(
    "repeated",
    [
        pytest.param(identity(), id="the whole block"),
        pytest.param(fields_table(without("Tanggal Pembuatan", "Disahkan oleh")), id="some of its fields"),
        pytest.param(table((4000, 9000), row("Nama SOP", FIELDS["Nama SOP"])), id="the title alone"),
        pytest.param(table((4000, 9000), row("Nomor SOP", FIELDS["Nomor SOP"])), id="the number alone"),
        pytest.param(fields_table(fields(title=FIELDS["Nama SOP"] + " (lanjutan)")), id="a title that says it goes on"),
        pytest.param(fields_table(fields(title="SOP Penerbitan Rekomendasi Pindah")), id="a shortened title"),
        pytest.param(
            fields_table(fields(title="PENERBITAN REKOMENDASI PINDAH SISWA")), id="another dress of the title"
        ),
        pytest.param(fields_table(fields(title="SOP Penerbitan Rekomendsi Pindah Siswa")), id="a slip in the title"),
        pytest.param(fields_table(dict.fromkeys(FIELDS, "")), id="labels only"),
    ],
)
def test_a_block_repeated_on_the_next_page_is_no_new_sop(repeated: Block) -> None:
    found = sops(
        DraftBuilder().raw(identity()).raw(steps()).paragraph(page_break=True).raw(repeated).raw(steps(FOURTH))
    )
    assert titles(found) == [FIELDS["Nama SOP"]]
    assert activities(found) == [[*PLAIN, "Mengarsipkan berkas"]]
    assert found[0].identity.number is not None


def test_a_block_repeated_inside_one_table_is_no_step() -> None:
    again = [row(cell(label, span=2), cell(value, span=7)) for label, value in FIELDS.items()]
    found = sops(DraftBuilder().raw(identity()).raw(steps(*STEPS, *again, *headings(), FOURTH)))
    assert activities(found) == [[*PLAIN, "Mengarsipkan berkas"]]
    assert [each.number for each in found[0].steps] == ["1", "2", "3", "4"]
    assert words(found[0].unread) == []


# A block of another SOP


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(SECOND, id="another number and title"),
        pytest.param(fields(title="SOP Penerbitan Rekomendasi Pindah Guru"), id="one word of the title"),
        pytest.param(fields(number="013/SOP/PENMAD/2025"), id="the number alone"),
        pytest.param(fields(number="", title="SOP Pelayanan Legalisasi Ijazah"), id="no number"),
        pytest.param(fields(number="013/SOP/PENMAD/2025", title=""), id="no title"),
        pytest.param(fields(number="", title=""), id="neither number nor title"),
        pytest.param(fields(number="-", title="…………"), id="dots and dashes"),
    ],
)
def test_the_block_of_another_sop_begins_a_part(second: dict[str, str]) -> None:
    found = sops(DraftBuilder().raw(identity()).raw(steps()).raw(identity(second)).raw(steps(LEGALISE)))
    assert activities(found) == [list(PLAIN), ["Membubuhkan cap legalisasi"]]
    assert [each.part for each in found] == [1, 2]
    assert [each.kind for each in found] == ["sop-ap", "sop-ap"]
    assert [words(each.unread) for each in found] == [[], []]


def test_blocks_without_any_value_are_parted_by_their_steps() -> None:
    open_fields = dict.fromkeys(FIELDS, "")
    found = sops(DraftBuilder().raw(identity(open_fields)).raw(steps()).raw(identity(open_fields)).raw(steps(LEGALISE)))
    assert activities(found) == [list(PLAIN), ["Membubuhkan cap legalisasi"]]


def test_a_block_of_paragraphs_begins_a_part() -> None:
    def lines(values: dict[str, str]) -> Block:
        return Block("".join(paragraph(f"{label} : {value}") for label, value in values.items() if "\n" not in value))

    found = sops(DraftBuilder().raw(lines(FIELDS)).raw(steps()).raw(lines(SECOND)).raw(steps(LEGALISE)))
    assert titles(found) == [FIELDS["Nama SOP"], SECOND["Nama SOP"]]
    assert activities(found) == [list(PLAIN), ["Membubuhkan cap legalisasi"]]


def _chart() -> Block:
    """A picture as wide as a page."""
    return paragraph(Inline(picture(1).replace('cx="762000"', 'cx="7620000"')))


def test_a_sop_whose_steps_are_a_picture_ends_at_the_next_block() -> None:
    found = sops(DraftBuilder().media().raw(identity()).raw(_chart()).raw(identity(SECOND)).raw(steps(LEGALISE)))
    assert titles(found) == [FIELDS["Nama SOP"], SECOND["Nama SOP"]]
    assert [each.kind for each in found] == ["other", "sop-ap"]
    assert found[0].flow.source == "picture"


def test_a_bare_title_over_steps_that_begin_anew_is_a_sop() -> None:
    found = sops(
        DraftBuilder().raw(identity()).raw(steps()).paragraph("SOP PELAYANAN LEGALISASI IJAZAH").raw(steps(LEGALISE))
    )
    assert titles(found) == [FIELDS["Nama SOP"], "SOP PELAYANAN LEGALISASI IJAZAH"]
    assert [(each.kind, each.form) for each in found] == [("sop-ap", "sop-ap"), ("other", "unknown")]


# What stands between two SOPs


def test_headlines_over_a_block_are_its_own_and_closing_words_are_not() -> None:
    found = sops(
        DraftBuilder()
        .raw(identity())
        .raw(steps())
        .paragraph("Berkas yang tidak diambil dalam tiga bulan akan dimusnahkan.")
        .paragraph("SOP PELAYANAN LEGALISASI IJAZAH")
        .paragraph()
        .raw(identity({label: value for label, value in SECOND.items() if label != "Nama SOP"}))
        .raw(steps(LEGALISE))
    )
    assert titles(found) == [FIELDS["Nama SOP"], "SOP PELAYANAN LEGALISASI IJAZAH"]
    assert words(found[0].unread) == ["Berkas yang tidak diambil dalam tiga bulan akan dimusnahkan."]
    assert words(found[1].unread) == []


def test_annexes_behind_the_steps_belong_to_the_sop_and_fill_none_of_its_fields() -> None:
    form = table(
        (4000, 9000),
        row("Nomor", "B-17/Kk.01/2025"),
        row("Judul", "Surat Pernyataan"),
        row("Nama orang tua", "………"),
    )
    budget = table(
        (600, 4000, 3000, 3000),
        row("No", "Uraian", "Volume", "Keterangan"),
        row("1", "Kertas", "2 rim", "ATK"),
    )
    found = sops(
        DraftBuilder()
        .raw(identity(without("Nomor SOP")))
        .raw(steps())
        .paragraph("LAMPIRAN 1")
        .raw(form)
        .paragraph("LAMPIRAN 2")
        .raw(budget)
        .raw(identity(SECOND))
        .raw(steps(LEGALISE))
    )
    assert titles(found) == [FIELDS["Nama SOP"], SECOND["Nama SOP"]]
    assert found[0].identity.number is None
    assert activities(found)[0] == list(PLAIN)
    assert words(found[0].unread) == [
        "LAMPIRAN 1",
        "Nomor | B-17/Kk.01/2025",
        "Judul | Surat Pernyataan",
        "Nama orang tua",
        "LAMPIRAN 2",
        "No | Uraian | Volume | Keterangan",
        "1 | Kertas | 2 rim | ATK",
    ]


def test_a_signature_behind_the_steps_is_read() -> None:
    signed = table((9000, 9000), row("", "Disahkan oleh\nKepala Kantor\n\n\nDra. Siti Contoh, M.Pd.I"))
    found = sops(DraftBuilder().raw(identity(without("Disahkan oleh"))).raw(steps()).paragraph().raw(signed))
    assert found[0].identity.approved_by is not None
    assert found[0].identity.approved_by.name == "Dra. Siti Contoh, M.Pd.I"


# Before the first SOP


def book() -> DraftBuilder:
    listed = table(
        (600, 9000, 1500),
        row("No", "Nama SOP", "Halaman"),
        row("1", FIELDS["Nama SOP"], "1"),
        row("2", SECOND["Nama SOP"], "2"),
    )
    return (
        DraftBuilder()
        .paragraph("KEMENTERIAN AGAMA REPUBLIK INDONESIA")
        .paragraph("KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI")
        .paragraph("STANDAR OPERASIONAL PROSEDUR")
        .paragraph("TAHUN 2025")
        .paragraph("KATA PENGANTAR", page_break=True)
        .paragraph("Puji syukur kami panjatkan atas tersusunnya buku ini.")
        .paragraph("DAFTAR ISI", page_break=True)
        .paragraph(f"{FIELDS['Nama SOP']}\t1")
        .paragraph(f"{SECOND['Nama SOP']} ........ 2")
        .raw(listed)
        .paragraph(page_break=True)
    )


def test_cover_preface_and_contents_are_no_sop_and_are_set_aside() -> None:
    found = sops(book().raw(identity()).raw(steps()).raw(identity(SECOND)).raw(steps(LEGALISE)))
    assert titles(found) == [FIELDS["Nama SOP"], SECOND["Nama SOP"]]
    assert [words(each.unread) for each in found] == [[], []]
    assert words(found[0].aside) == [
        "halaman judul: KEMENTERIAN AGAMA REPUBLIK INDONESIA",
        "halaman judul: KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI",
        "halaman judul: STANDAR OPERASIONAL PROSEDUR",
        "halaman judul: TAHUN 2025",
        "kata pengantar: KATA PENGANTAR",
        "kata pengantar: Puji syukur kami panjatkan atas tersusunnya buku ini.",
        "daftar isi: DAFTAR ISI",
        f"daftar isi: {FIELDS['Nama SOP']} 1",
        f"daftar isi: {SECOND['Nama SOP']} ........ 2",
        "daftar isi: No | Nama SOP | Halaman",
        f"daftar isi: 1 | {FIELDS['Nama SOP']} | 1",
        f"daftar isi: 2 | {SECOND['Nama SOP']} | 2",
    ]


def test_a_cover_with_a_number_of_its_own_is_no_sop() -> None:
    sheet = table((4000, 9000), row("Nomor SOP", "001/BUKU/2025"), row("Judul SOP", "Buku SOP Tahun 2025"))
    found = sops(DraftBuilder().raw(sheet).paragraph(page_break=True).raw(identity()).raw(steps()))
    assert titles(found) == [FIELDS["Nama SOP"]]
    assert words(found[0].unread) == ["Nomor SOP | 001/BUKU/2025", "Judul SOP | Buku SOP Tahun 2025"]


def test_sops_without_a_letterhead_have_that_of_the_cover() -> None:
    bare, other = (fields_table(each, "") for each in (FIELDS, SECOND))
    found = sops(book().raw(bare).raw(steps()).raw(other).raw(steps(LEGALISE)))
    office = "KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI"
    assert [[value.text for value in each.identity.institution] for each in found] == [
        ["KEMENTERIAN AGAMA REPUBLIK INDONESIA", office]
    ] * 2


def test_a_sentence_before_the_block_is_reported() -> None:
    found = sops(DraftBuilder().paragraph("Naskah ini masih konsep.").raw(identity()).raw(steps()))
    assert words(found[0].unread) == ["Naskah ini masih konsep."]


# One page header, one table


def test_two_sops_share_a_page_header() -> None:
    header = Block("".join(paragraph(each) for each in (*INSTITUTION.split("\n"), "Dokumen internal")))
    found = sops(
        DraftBuilder()
        .header(header)
        .raw(fields_table(FIELDS, ""))
        .raw(lists_table())
        .raw(steps())
        .raw(fields_table(SECOND, ""))
        .raw(lists_table())
        .raw(steps(LEGALISE))
    )
    assert titles(found) == [FIELDS["Nama SOP"], SECOND["Nama SOP"]]
    assert [[value.text for value in each.identity.institution] for each in found] == [INSTITUTION.split("\n")] * 2
    assert [words(each.unread) for each in found] == [[], []]
    assert [words(each.aside) for each in found] == [["kepala atau kaki halaman: Dokumen internal"], []]


def test_a_sops_own_number_comes_before_the_one_in_the_header() -> None:
    header = table((4000, 9000), row("Nomor SOP", "001/BUKU/2025"))
    found = sops(DraftBuilder().header(header).raw(fields_table(FIELDS, "")).raw(lists_table()).raw(steps()))
    assert found[0].identity.number is not None
    assert found[0].identity.number.text == FIELDS["Nomor SOP"]
    assert words(found[0].unread) == ["Nomor SOP: 001/BUKU/2025"]


def one_table(*, sign: str = "") -> DraftBuilder:
    """Two SOPs in one Word table, each with identity, header and steps."""

    def rows(values: dict[str, str], *own: Row) -> tuple[Row, ...]:
        lists = [
            row(cell(f"{label}:", *entries, span=4), cell("", span=5)) for label, entries in list(LISTS.items())[:1]
        ]
        fields_rows = [row(cell(label, span=2), cell(value, span=7)) for label, value in values.items()]
        return (row(cell(INSTITUTION.replace("\n", " "), span=9)), *fields_rows, *lists, *headings(), *own)

    marked = step(
        "1", paragraph("Membubuhkan cap legalisasi", tracked(insert=sign)), 2, "Ijazah", "10 menit", "Salinan"
    )
    return DraftBuilder().table(STEP_WIDTHS, *rows(FIELDS, *STEPS), *rows(SECOND, marked))


def test_the_block_of_the_second_stands_in_the_table_of_the_first() -> None:
    found = sops(one_table())
    assert titles(found) == [FIELDS["Nama SOP"], SECOND["Nama SOP"]]
    assert activities(found) == [list(PLAIN), ["Membubuhkan cap legalisasi"]]
    assert [[node.step for node in each.flow.nodes] for each in found] == [[1, 2, 3], [1]]
    assert [each.steps[0].actors for each in found] == [("Pemohon",), ("Petugas PTSP",)]
    assert [words(each.unread) for each in found] == [[], []]


def test_a_tracked_change_in_a_shared_table_is_the_second_sops() -> None:
    found = sops(one_table(sign=" basah"))
    assert [len(each.revisions) for each in found] == [0, 1]
    assert found[1].steps[0].activity == "Membubuhkan cap legalisasi basah"


# Each fact is one part's


def test_each_fact_belongs_to_the_part_in_which_it_stands() -> None:
    inner = nested_table((1000,), row("sisipan"))
    draft = (
        DraftBuilder()
        .header(paragraph("Dokumen internal"))
        .raw(identity())
        .raw(steps(*STEPS, step("4", "Mengarsipkan", 2, cell("Berkas", inner), "5 menit", "Arsip")))
        .paragraph("SOP PELAYANAN LEGALISASI IJAZAH")
        .raw(identity(SECOND))
        .raw(steps(LEGALISE))
    )
    read = read_draft(draft.build(), "a.docx")
    places = {
        "header": DocxPlace(part="header1", paragraph=1),
        "first": DocxPlace(table=3, row=3, column=2, paragraph=1),
        "nested": DocxPlace(table=4, row=1, column=1, paragraph=1),
        "gone": DocxPlace(table=7),
        "title": DocxPlace(paragraph=4),
        "second": DocxPlace(table=7, row=3, column=2, paragraph=1),
        "nowhere": DocxPlace(),
    }
    facts = replace(
        read,
        revisions=tuple(
            Revision(kind="ins", author="", date="", text=name, place=place) for name, place in places.items()
        ),
        notes=tuple(Note(kind="comment", text=name, author="", date="", place=place) for name, place in places.items()),
        unread=tuple(Unread(what=name, place=place) for name, place in places.items()),
    )
    found = [sop for sop, _ in understand(facts, "")]
    expected = [["header", "first", "nested", "nowhere"], ["gone", "title", "second"]]
    assert [[each.text for each in sop.revisions] for sop in found] == expected
    assert [[each.text for each in sop.notes] for sop in found] == expected
    assert [[each.what for each in sop.unread] for sop in found] == expected

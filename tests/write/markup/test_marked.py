"""A draft marked up: comments at the exact place, sure corrections as tracked changes, every other byte as it was."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline.model.draft import Paragraph, Table
from pipeline.model.place import DocxPlace
from pipeline.read.word import read_draft
from pipeline.text import fold
from pipeline.write.markup import mark_up
from pipeline.write.markup.mark import Edit, Mark, MarkedUp
from tests.builder import (
    Block,
    DraftBuilder,
    Inline,
    cell,
    control,
    field,
    hidden,
    hyperlink,
    moved,
    note_mark,
    paragraph,
    row,
    run,
    simple_field,
    smart_tag,
    split_runs,
    text_box,
    tracked,
)
from tests.write.markup.settled import W, document, settled, text_of

WHEN = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
FIRST = DocxPlace(paragraph=1)
CELL = DocxPlace(table=1, row=1, column=2)


def mark(place: DocxPlace, found: str, before: str | None = None, after: str = "", **more: object) -> Mark:
    edit = None if before is None else Edit(before=before, after=after)
    return Mark(place=place, found=found, lines=("NM103 – Ejaan.", "Usulan: perbaiki."), edit=edit, **more)


def marked(draft: DraftBuilder | bytes, *marks: Mark) -> tuple[bytes, MarkedUp]:
    data = draft if isinstance(draft, bytes) else draft.build()
    made = mark_up(data, marks, WHEN)
    assert settled(made.data, accept=False) == settled(data, accept=False), "rejecting all gives what was there"
    return data, made


def corrected(draft: DraftBuilder, *marks: Mark) -> list[str]:
    """Return the texts of the paragraphs once all is accepted, for a draft of which every correction is tracked."""
    data, made = marked(draft, *marks)
    assert made.left == ()
    accepted = text_of(settled(made.data, accept=True))
    # Our own reader takes tracked changes as accepted.
    assert [fold(each) for each in read_texts(made.data)] == [fold(each) for each in accepted]
    assert parts(made.data, except_for=MARKED) == parts(data, except_for=MARKED)
    return accepted


MARKED = ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")


def parts(data: bytes, *, except_for: Sequence[str] = ()) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if name not in except_for}


def read_texts(data: bytes) -> list[str]:
    def texts(blocks: Sequence[Paragraph | Table]) -> list[str]:
        found: list[str] = []
        for each in blocks:
            if isinstance(each, Paragraph):
                found.append(each.text)
            else:
                for one in each.rows:
                    for box in one.cells:
                        found += texts(box.paragraphs)
        return found

    found = texts(read_draft(data, "naskah.docx").blocks)
    return found[:-1] if found[-1:] == [""] else found


def comments(data: bytes) -> dict[str, list[str]]:
    root = etree.fromstring(parts(data)["word/comments.xml"])
    return {
        each.get(W + "id"): ["".join(line.itertext()) for line in each.iter(W + "p")]
        for each in root.iter(W + "comment")
    }


def commented(data: bytes) -> dict[str, str]:
    """Return what each comment is tied to: the text, with drawings, between its two signs."""
    found: dict[str, str] = {}
    within: set[str] = set()
    for each in document(data).iter():
        number = each.get(W + "id", "")
        if each.tag == W + "commentRangeStart":
            within.add(number)
            found[number] = ""
        elif each.tag == W + "commentRangeEnd":
            within.discard(number)
        elif each.tag in (W + "t", W + "delText", W + "drawing"):
            for one in within:
                found[one] += "[gambar]" if each.tag == W + "drawing" else each.text or ""
    assert not within
    return found


def whose(data: bytes) -> list[tuple[str, str, str]]:
    return [
        (each.tag.removeprefix(W), each.get(W + "author"), "".join(each.itertext()))
        for each in document(data).iter(W + "ins", W + "del")
    ]


# Corrections


def test_a_word_is_replaced_and_the_rest_of_its_run_stays() -> None:
    draft = DraftBuilder().paragraph(run("SOP Pelayanan Ijin Operasional", "<w:b/>"))
    asked = mark(FIRST, "SOP Pelayanan Ijin Operasional", "Ijin", "Izin")
    assert corrected(draft, asked) == ["SOP Pelayanan Izin Operasional"]
    _, made = marked(draft, asked)
    assert whose(made.data) == [("del", "Tim SOP", "Ijin"), ("ins", "Tim SOP", "Izin")]
    assert settled(made.data, accept=True)[0][0][1].count("<w:b>") == 1
    assert (made.comments, made.changes) == (1, 1)


def test_a_word_in_several_runs_is_replaced_whole() -> None:
    draft = DraftBuilder().paragraph(run("Nama: "), split_runs("SOP Pelayanan I", "ji", "n Usaha"))
    assert corrected(draft, mark(FIRST, "SOP Pelayanan Ijin Usaha", "Ijin", "Izin")) == [
        "Nama: SOP Pelayanan Izin Usaha"
    ]


def test_only_words_that_differ_are_changed() -> None:
    draft = DraftBuilder().paragraph("SOP Pemberian Ijin Magang dan Praktek Kerja")
    asked = mark(
        FIRST, "SOP Pemberian Ijin Magang dan Praktek Kerja", "Ijin Magang dan Praktek", "Izin Magang dan Praktik"
    )
    _, made = marked(draft, asked)
    assert [text for _, _, text in whose(made.data)] == ["Ijin", "Izin", "Praktek", "Praktik"]


def test_words_are_put_in_and_taken_out() -> None:
    draft = DraftBuilder().paragraph("SOP Cuti Pegawai").paragraph("Petugas menghitung blangko")
    assert corrected(
        draft,
        mark(FIRST, "SOP Cuti Pegawai", "SOP Cuti Pegawai", "SOP Pelayanan Cuti Pegawai"),
        mark(DocxPlace(paragraph=2), "Petugas menghitung blangko", "Petugas menghitung", "Menghitung"),
    ) == ["SOP Pelayanan Cuti Pegawai", "Menghitung blangko"]


def test_text_is_found_through_breaks_tabs_and_many_blanks() -> None:
    draft = DraftBuilder().paragraph(run("SOP  Pelayanan\tIjin\nOperasional\u00a0Madrasah"))
    assert corrected(draft, mark(FIRST, "SOP Pelayanan Ijin Operasional Madrasah", "Ijin", "Izin")) == [
        "SOP  Pelayanan\tIzin\nOperasional\u00a0Madrasah"
    ]


def test_a_value_of_a_cell_in_several_paragraphs_is_corrected_where_it_stands() -> None:
    draft = DraftBuilder().table((900, 4000), row(cell("1"), cell("Memeriksa berkas\nijin operasional")))
    assert corrected(draft, mark(CELL, "Memeriksa berkas ijin operasional", "ijin", "izin")) == [
        "1", "Memeriksa berkas", "izin operasional",
    ]  # fmt: skip


def test_corrections_of_different_words_stand_side_by_side() -> None:
    draft = DraftBuilder().paragraph("Memeriksa aktifitas dan ijin")
    found = "Memeriksa aktifitas dan ijin"
    assert corrected(draft, mark(FIRST, found, "aktifitas", "aktivitas"), mark(FIRST, found, "ijin", "izin")) == [
        "Memeriksa aktivitas dan izin"
    ]


def test_signs_of_xml_and_letters_that_no_file_may_hold_are_written_safely() -> None:
    draft = DraftBuilder().paragraph("Syarat A & B < C")
    assert corrected(draft, mark(FIRST, "Syarat A & B < C", "B", "<b> & \x0b“D”")) == ["Syarat A & <b> & “D” < C"]


@pytest.mark.parametrize("wrap", [hyperlink, lambda text: control(run(text)), lambda text: smart_tag(run(text))])
def test_text_in_a_link_a_control_or_a_smart_tag_is_corrected_in_it(wrap: object) -> None:
    draft = DraftBuilder().paragraph(run("SOP "), wrap("Ijin Usaha"))
    assert corrected(draft, mark(FIRST, "SOP Ijin Usaha", "Ijin", "Izin")) == ["SOP Izin Usaha"]


def test_strict_names_and_other_kinds_of_word_files_are_marked_alike() -> None:
    draft = DraftBuilder().paragraph("SOP Ijin")
    for data in (draft.build(strict=True), draft.build(kind="docm"), draft.build(kind="dotx")):
        made = mark_up(data, [mark(FIRST, "SOP Ijin", "Ijin", "Izin")], WHEN)
        assert read_texts(made.data) == ["SOP Izin"]
        (note,) = read_draft(made.data, "naskah.docx").notes
        assert (note.kind, note.author, note.place) == ("comment", "Tim SOP", FIRST)


# Values for empty places


def test_a_value_is_put_into_an_empty_cell_as_its_mark_looks() -> None:
    empty = Block('<w:p><w:pPr><w:rPr><w:b/><w:ins w:id="9" w:author="X"/></w:rPr></w:pPr></w:p>')
    draft = DraftBuilder().table((900, 4000), row(cell("Nomor SOP"), cell(empty)))
    assert corrected(draft, mark(CELL, "", "", "007/SOP/TU/2025")) == ["Nomor SOP", "007/SOP/TU/2025"]
    _, made = marked(draft, mark(CELL, "", "", "007/SOP/TU/2025"))
    assert settled(made.data, accept=True)[1][0][1].count("<w:b>") == 1


def test_a_paragraph_of_one_tag_takes_a_value_and_a_comment() -> None:
    draft = DraftBuilder().table((900, 4000), row(cell("Nomor SOP"), cell(Block("<w:p/>"))))
    assert corrected(draft, mark(CELL, "", "", "007")) == ["Nomor SOP", "007"]
    _, made = marked(draft, mark(CELL, "", "", "007"), mark(CELL, ""))
    assert commented(made.data) == {"0": "007", "1": ""}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Nomor SOP :", "Nomor SOP : 007"),
        ("Nomor SOP : ", "Nomor SOP : 007"),
        ("Nomor SOP : ..........", "Nomor SOP : 007"),
        ("……", "007"),
        ("-", "007"),
        ("Nomor SOP: -", "Nomor SOP: 007"),
        ("Nomor SOP pra-", "Nomor SOP pra- 007"),
        ("Nomor SOP: ____ ____", "Nomor SOP: 007"),
    ],
)
def test_a_value_takes_the_place_of_dots_or_stands_behind_its_label(text: str, filled: str) -> None:
    assert corrected(DraftBuilder().paragraph(text), mark(FIRST, "", "", "007")) == [filled]


# What others changed


def test_what_somebody_else_inserted_stays_theirs() -> None:
    draft = DraftBuilder().paragraph(run("SOP "), tracked(insert="Pelayanan Ijin Usaha", delete="Layanan"))
    _, made = marked(draft, mark(FIRST, "SOP Pelayanan Ijin Usaha", "Ijin", "Izin"))
    assert whose(made.data) == [
        ("del", "Penelaah", "Layanan"),
        ("ins", "Penelaah", "Pelayanan Ijin"),
        ("del", "Tim SOP", "Ijin"),
        ("ins", "Tim SOP", "Izin"),
        ("ins", "Penelaah", " Usaha"),
    ]
    assert text_of(settled(made.data, accept=True)) == ["SOP Pelayanan Izin Usaha"]
    numbers = [each.get(W + "id") for each in document(made.data).iter(W + "ins", W + "del")]
    assert len(set(numbers[1:])) == len(numbers[1:])
    assert read_texts(made.data) == ["SOP Pelayanan Izin Usaha"]
    assert {each.author for each in read_draft(made.data, "a.docx").revisions} == {"Penelaah", "Tim SOP"}


def test_a_paragraph_that_goes_on_in_the_next_one_is_corrected_in_both() -> None:
    joined = Block(
        '<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="Penelaah" w:date="2025-07-01T08:00:00Z"/></w:rPr></w:pPr>'
        f"{run('SOP Pelayanan Ijin ')}</w:p>{paragraph('Oprasional')}"
    )
    _, made = marked(
        DraftBuilder().raw(joined),
        mark(FIRST, "SOP Pelayanan Ijin Oprasional", "Ijin", "Izin"),
        mark(FIRST, "SOP Pelayanan Ijin Oprasional", "Oprasional", "Operasional"),
    )
    assert made.left == ()
    assert read_texts(made.data) == ["SOP Pelayanan Izin Operasional"]


def test_words_struck_out_or_hidden_are_passed_over() -> None:
    draft = DraftBuilder().paragraph(run("SOP "), tracked(delete="Ijin "), hidden("Ijin "), run("Ijin Usaha"))
    _, made = marked(draft, mark(FIRST, "SOP Ijin Usaha", "Ijin", "Izin"))
    assert made.left == ()
    assert read_texts(made.data) == ["SOP Izin Usaha"]


def test_comments_of_others_stay_and_ours_are_numbered_after_them() -> None:
    draft = DraftBuilder().note("comment", "Mohon dicek.").paragraph(note_mark("comment", 1), run("SOP Ijin"))
    data, made = marked(draft, mark(FIRST, "SOP Ijin", "Ijin", "Izin"))
    assert list(comments(made.data)) == ["1", "2"]
    assert comments(made.data)["2"] == ["NM103 – Ejaan.", "Usulan: perbaiki."]
    theirs, ours = parts(data)["word/comments.xml"], parts(made.data)["word/comments.xml"]
    assert ours.startswith(theirs.removesuffix(b"</w:comments>"))
    assert parts(made.data, except_for=MARKED[:2]) == parts(data, except_for=MARKED[:2])


# What can only be said


@pytest.mark.parametrize(
    ("pieces", "why"),
    [
        ((simple_field("TITLE", "Ijin"),), "hasil bidang otomatis Word"),
        ((field("TITLE", "Ijin"),), "hasil bidang otomatis Word"),
        ((moved("Ijin", away=False),), "sedang dipindahkan oleh perubahan terlacak"),
        (
            (Inline('<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>' + run("Ijin")
                    + "</w:sdtContent></w:sdt>"),),
            "kontrol konten yang terikat data",
        ),
        ((run("Ijin atau Ijin"),), "kata itu ada beberapa kali di tempat yang sama"),
        ((run("Ijn"),), "teksnya tidak dapat ditunjuk tepat"),
    ],
)  # fmt: skip
def test_what_cannot_be_changed_in_place_is_said_in_a_comment(pieces: Sequence[str], why: str) -> None:
    draft = DraftBuilder().paragraph(*pieces)
    found = "Ijin atau Ijin" if "beberapa" in why else "Ijin"
    _, made = marked(draft, mark(FIRST, found, "Ijin", "Izin"))
    assert made.left == (f"Koreksi “Ijin” menjadi “Izin” hanya ada di komentar: {why}.",)
    assert (made.comments, made.changes) == (1, 0)
    assert whose(made.data) == []


def test_text_in_a_text_box_is_commented_where_the_box_is_anchored() -> None:
    draft = DraftBuilder().paragraph("Judul").paragraph(run("Lihat "), text_box("Ijin Usaha"))
    _, made = marked(draft, mark(DocxPlace(paragraph=2), "Ijin Usaha", "Ijin", "Izin"))
    assert made.left == ("Koreksi “Ijin” menjadi “Izin” hanya ada di komentar: di dalam kotak teks.",)
    assert all(W + "txbxContent" not in [each.tag for each in sign.iterancestors()]
               for sign in document(made.data).iter(W + "commentRangeStart"))  # fmt: skip


def test_a_header_stays_untouched_and_what_is_about_it_is_said_at_the_title() -> None:
    draft = DraftBuilder().header(paragraph("Ijin")).paragraph("Dasar hukum").paragraph("SOP Cuti")
    asked = mark(DocxPlace(part="header1", paragraph=1), "Ijin", "Ijin", "Izin", instead=DocxPlace(paragraph=2))
    data, made = marked(draft, asked)
    assert commented(made.data) == {"0": "SOP Cuti"}
    assert made.left == ("Koreksi “Ijin” menjadi “Izin” hanya ada di komentar: tempatnya tidak ada di badan naskah.",)
    assert parts(made.data)["word/header1.xml"] == parts(data)["word/header1.xml"]


def test_a_second_correction_of_the_same_words_is_only_said_when_it_says_something_else() -> None:
    draft = DraftBuilder().paragraph("SOP Ijin Usaha")
    whole = mark(FIRST, "SOP Ijin Usaha", "SOP Ijin Usaha", "SOP Pelayanan Izin Usaha")
    _, made = marked(draft, whole, mark(FIRST, "SOP Ijin Usaha", "Ijin", "Izin"))
    assert (made.changes, made.comments, made.left) == (2, 2, ())
    _, made = marked(draft, whole, mark(FIRST, "SOP Ijin Usaha", "Ijin", "Surat Izin"))
    assert made.left == ("Koreksi “Ijin” menjadi “Surat Izin” hanya ada di komentar: bertumpang dengan koreksi lain.",)


# Where comments stand


def test_a_comment_is_tied_to_the_words_that_it_is_about() -> None:
    draft = DraftBuilder().paragraph(run("Nama SOP: "), run("SOP Ijin Usaha"), run(" (baru)"))
    _, made = marked(draft, mark(FIRST, "SOP Ijin Usaha"))
    assert commented(made.data) == {"0": "SOP Ijin Usaha"}


def test_a_comment_on_a_cell_covers_all_its_paragraphs_and_on_a_row_its_first_words() -> None:
    draft = DraftBuilder().table((900, 4000), row(cell(""), cell("satu\ndua")), row(cell("2"), cell("tiga")))
    _, made = marked(draft, mark(CELL, ""), mark(CELL._replace(column=None), ""), mark(DocxPlace(table=1, row=2), ""))
    assert commented(made.data) == {"0": "satudua", "1": "satudua", "2": "2"}


def test_a_cell_merged_with_those_to_its_left_is_found_by_any_of_its_columns() -> None:
    draft = DraftBuilder().table((900, 900, 900), row(cell("satu", span=2), cell("dua")))
    _, made = marked(draft, mark(CELL, ""), mark(CELL._replace(column=3), ""))
    assert commented(made.data) == {"0": "satu", "1": "dua"}


def test_a_comment_on_a_symbol_is_tied_to_its_drawing_alone() -> None:
    draft = DraftBuilder().paragraph(run("a"), text_box("satu"), text_box("dua"), run("b"))
    _, made = marked(draft, mark(FIRST, "", drawing=2))
    between = etree.tostring(document(made.data)).decode().split("commentRangeStart")[1].split("commentRangeEnd")[0]
    assert "dua" in between
    assert "satu" not in between


def test_what_has_no_place_is_said_at_the_title_or_at_the_beginning() -> None:
    draft = DraftBuilder().paragraph("awal").paragraph("judul")
    _, made = marked(draft, mark(DocxPlace(), "", instead=DocxPlace(paragraph=2)), mark(DocxPlace(table=9, row=1), ""))
    assert commented(made.data) == {"0": "judul", "1": "awal"}


def test_comments_carry_their_author_their_day_and_their_lines() -> None:
    _, made = marked(DraftBuilder().paragraph("SOP"), mark(FIRST, "SOP"))
    (note,) = read_draft(made.data, "a.docx").notes
    assert (note.author, note.date, note.text) == (
        "Tim SOP",
        "2026-05-04T08:30:00Z",
        "NM103 – Ejaan.\nUsulan: perbaiki.",
    )


# Whole files


def test_without_a_mark_a_draft_comes_back_as_it_was() -> None:
    data = DraftBuilder().paragraph("SOP").build()
    assert mark_up(data, (), WHEN) == MarkedUp(data=data, comments=0, changes=0, left=())


def test_parts_are_named_once_and_what_is_new_is_announced() -> None:
    data, made = marked(
        DraftBuilder().header(paragraph("a")).paragraph("SOP Ijin"), mark(FIRST, "SOP Ijin", "Ijin", "Izin")
    )
    with zipfile.ZipFile(io.BytesIO(made.data)) as package:
        assert package.testzip() is None
        names = package.namelist()
    assert len(names) == len(set(names))
    assert set(names) - set(parts(data)) == {"word/comments.xml"}
    assert b'PartName="/word/comments.xml"' in parts(made.data)["[Content_Types].xml"]
    assert parts(made.data, except_for=MARKED) == parts(data, except_for=MARKED)


def test_an_electronic_signature_that_no_longer_holds_is_told() -> None:
    held = parts(DraftBuilder().paragraph("SOP").build()) | {"_xmlsignatures/sig1.xml": b"<a/>"}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in held.items():
            package.writestr(name, content)
    _, made = marked(out.getvalue(), mark(FIRST, "SOP"))
    assert made.left == ("Tanda tangan elektronik dalam berkas ini tidak berlaku lagi untuk salinan yang ditandai.",)


WORDS = st.sampled_from(("SOP", "Pelayanan", "Ijin", "dan", "aktifitas", "R&D", "2025", "–", "<b>"))


@st.composite
def pieces_of(draw: st.DrawFn, text: str) -> list[str]:
    """Return a text cut anywhere into runs, each wrapped in something or not."""
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=5)))
    wraps = (run, lambda part: run(part, "<w:b/>"), hyperlink, lambda part: tracked(insert=part),
             lambda part: control(run(part)))  # fmt: skip
    return [
        draw(st.sampled_from(wraps))(text[a:b]) for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True) if a < b
    ]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_correction_of_any_text_in_any_runs_can_be_accepted_and_rejected(data: st.DataObject) -> None:
    before = data.draw(st.lists(WORDS, min_size=1, max_size=8))
    after = data.draw(st.lists(WORDS, min_size=1, max_size=8))
    text = " ".join(before)
    draft = DraftBuilder().paragraph(*data.draw(pieces_of(text)))
    _, made = marked(draft, mark(FIRST, text, text, " ".join(after)))
    assert made.left == ()
    assert text_of(settled(made.data, accept=True)) == [" ".join(after)]
    assert read_texts(made.data) == [" ".join(after)]

"""The bahan pembahasan: what stands in it, its charts, and that no text of a draft is taken for a chart."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from lxml import etree

from pipeline.errors import TemplateRefused
from pipeline.model.decision import Decision, Verdict
from pipeline.model.outcome import Outcome
from pipeline.text import fold
from pipeline.write.flow_words import clean
from pipeline.write.papers.drawing import Drawing
from pipeline.write.papers.step_drawing import step_drawing
from pipeline.write.papers.template import PaperTemplate
from pipeline.write.papers.write_meeting import write_discussion
from tests.agenda.rounds import MADRASAH, OFFICE, ZAKAT, finding
from tests.write import papers, plenos, reports
from tests.write.papers import WORD, opened, rows, table_after, unsound_cells, words
from tests.write.plenos import DOUBTFUL, QUESTION

WHEN = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
NUMBERED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
SHAPE, SHAPE_TYPE = "{urn:schemas-microsoft-com:vml}shape", "{urn:schemas-microsoft-com:vml}shapetype"


def paper(tmp_path: Path, outcome: Outcome | None = None, **changes: object) -> Path:
    path = tmp_path / "bahan-pembahasan.docx"
    write_discussion(plenos.pleno(outcome, **changes), None, path)
    return path


# What stands in it.


def test_the_overview_has_every_unit_in_the_order_of_presentation_with_its_numbers(tmp_path: Path) -> None:
    document = opened(paper(tmp_path))
    assert rows(document.tables[0])[1:] == [
        ["1", MADRASAH, "1", "1", "1", "0"],
        ["2", ZAKAT, "2", "1", "1", "1"],
        ["3", OFFICE, "1", "0", "0", "0"],
        ["", "Jumlah", "4", "2", "2", "1"],
    ]
    said = words(document)
    assert "Hari/tanggal : Senin, 11 Mei 2026\nWaktu : pukul 08.00–15.30 WIB\nTempat : Aula Kantor Contoh\n" in said
    assert "Ada 2 hal yang harus diputuskan pada 2 SOP." in said


def test_each_disputed_sop_begins_a_page_with_its_unit_and_its_number_among_all(tmp_path: Path) -> None:
    heads = [each for each in opened(paper(tmp_path)).paragraphs if each.style.name == "Heading 1"]
    assert [each.text for each in heads] == [f"{MADRASAH} · SOP 1 dari 2", f"{ZAKAT} · SOP 2 dari 2"]
    assert all(each.paragraph_format.page_break_before for each in heads)


def test_a_question_stands_with_its_kind_its_answers_and_room_for_the_decision(tmp_path: Path) -> None:
    document = opened(paper(tmp_path))
    (line,) = rows(table_after(document, "Hal yang harus diputuskan"))[1:]
    assert line[:4] == [
        "1", "Padanan panduan induk",
        "Baris panduan induk mana yang dijawab naskah ini: salah satu calon, atau tidak satu pun?\n"
        "Tidak ada baris yang sama.",
        "1. “SOP Izin Operasional” (kemiripan 0,90)\n2. “SOP Perpanjangan Izin” (kemiripan 0,64)\n"
        "3. “SOP Pencabutan Izin” (kemiripan 0,50)",
    ]  # fmt: skip
    assert line[4].startswith("Keputusan: …")
    arrow = next(each for table in document.tables for each in rows(table) if "panah" in each[1].lower())
    assert arrow[3].endswith(
        "(yang terbaca, keyakinan 40 %)\n2. panah dari langkah 1 (Petugas) ke langkah 3 (kemungkinan lain)"
    )


def test_what_was_put_off_to_the_meeting_shows_the_note_beside_it(tmp_path: Path) -> None:
    put_off = Decision(about=QUESTION, verdict=Verdict.DISCUSS, note="Tanya Kasi dahulu")
    said = words(opened(paper(tmp_path, plenos.table(decisions=(put_off,)))))
    assert "Catatan: Tanya Kasi dahulu" in said


def test_what_has_to_be_corrected_anyway_stands_below_and_other_sops_come_last(tmp_path: Path) -> None:
    document = opened(paper(tmp_path))
    assert rows(table_after(document, "Harus diperbaiki, apa pun"))[1] == [
        "Langkah 3, waktu", "Langkah 3: waktu belum diisi.\nTertulis: “…”.", "Isi waktunya.",
    ]  # fmt: skip
    last = rows(document.tables[-1])
    assert last[1] == [f"{ZAKAT}: SOP Bimbingan Zakat (zawa/zakat.docx)"] * 3
    assert "1 SOP berikut tidak memerlukan keputusan rapat" in words(document)


def test_a_round_without_anything_to_decide_says_so_on_one_page(tmp_path: Path) -> None:
    calm = plenos.table(findings=(), arrows=(), decisions=(Decision(about=QUESTION, verdict=Verdict.ACCEPT),))
    answered = plenos.settled(calm)
    document = opened(paper(tmp_path, answered))
    assert "Tidak ada hal yang harus diputuskan dalam rapat ini." in words(document)
    assert len(document.tables) == 1
    assert not [each for each in document.paragraphs if each.paragraph_format.page_break_before]


def test_a_sop_without_a_chart_says_why(tmp_path: Path) -> None:
    bare = plenos.without_chart(plenos.table())
    said = words(opened(paper(tmp_path, bare)))
    assert "Langkah dan diagram alir SOP ini tidak terbaca." in said


@pytest.mark.parametrize(
    "text", [reports.HOSTILE, "{{ kop }} {% for x in y %}", "a\x07b\x00 \ud800", "<?sop-pleno 0?>"]
)
def test_what_drafts_say_comes_out_as_text(tmp_path: Path, text: str) -> None:
    document = opened(paper(tmp_path, plenos.table(text)))
    assert fold(clean(f"{DOUBTFUL.title} {text}")) in fold(words(document))
    assert unsound_cells(document) == []
    assert not list(document.element.iter(etree.ProcessingInstruction))


def test_nothing_empty_and_nothing_of_the_program_stands_in_it(tmp_path: Path) -> None:
    said = words(opened(paper(tmp_path)))
    for each in ("{{", "{%", "None", "()", "“”", " .", "..", ": \n"):
        assert each not in said, each


def test_the_same_meeting_gives_the_same_bytes(tmp_path: Path) -> None:
    first, again = tmp_path / "1", tmp_path / "2"
    for folder in (first, again):
        folder.mkdir()
    assert paper(first).read_bytes() == paper(again).read_bytes()


# Its charts.


def test_each_chart_is_drawn_in_shapes_with_numbers_of_their_own(tmp_path: Path) -> None:
    body = opened(paper(tmp_path)).element
    numbers = [each.get("id") for each in body.iter(NUMBERED)]
    # Three symbols, three arrows and two answers, twice.
    assert len(numbers) == len(set(numbers)) == 16
    shapes = [each.get("id") for each in body.iter(SHAPE)]
    assert len(shapes) == len(set(shapes)) == 16
    types = [each.get("id") for each in body.iter(SHAPE_TYPE)]
    assert len(types) == len(set(types))
    used = {each.get("type", "").lstrip("#") for each in body.iter(SHAPE)} - {""}
    assert used <= set(types)
    # Word looks the prefix up where the choice stands.
    assert all(each.get("Requires") in each.nsmap for each in body.iter(CHOICE))


def test_the_steps_stand_in_the_chart_as_they_were_read(tmp_path: Path) -> None:
    steps = next(table for table in opened(paper(tmp_path)).tables if rows(table)[0][0] == "No")
    # Of an actor's cell the shapes' own words are no text of the cell.
    assert [each[:2] for each in rows(steps)[2:]] == [["1", "Mengajukan"], ["2", "Kegiatan 2"], ["3", "Kegiatan 3"]]


def test_the_styles_of_the_chart_are_there_even_in_a_template_without_them(tmp_path: Path) -> None:
    names = {each.style_id for each in opened(paper(tmp_path)).styles}
    assert {"IsiSel", "IsiSelTengah", "KepalaKolom", "TeksSimbol", "Penutup"} <= names


# The door through which a chart comes in.


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    nama: str
    gambar: Drawing


CHART = step_drawing(DOUBTFUL, 0.0)


def filled(file: Path, name: str = "Nama", drawing: Drawing = CHART) -> docx.document.Document:
    return opened(PaperTemplate(file, Page).fill(Page(nama=name, gambar=drawing), WHEN))


@pytest.mark.parametrize("command", ["{{ gambar }}", "{{p gambar }}", "{% if gambar %}{{ gambar }}{% endif %}"])
def test_a_chart_takes_the_place_of_its_paragraph(tmp_path: Path, command: str) -> None:
    document = filled(papers.template(tmp_path, "uji.docx", "Atas", command, "Bawah"))
    assert [each.text for each in document.paragraphs] == ["Atas", "", "Bawah"]
    assert len(document.tables) == 1
    assert not list(document.element.iter(etree.ProcessingInstruction))


def test_words_beside_a_chart_stay_above_it(tmp_path: Path) -> None:
    document = filled(papers.template(tmp_path, "uji.docx", "Gambar {{ gambar }} selesai"))
    assert document.paragraphs[0].text == "Gambar  selesai"
    assert len(document.tables) == 1


def test_an_empty_drawing_is_nothing(tmp_path: Path) -> None:
    document = filled(
        papers.template(tmp_path, "uji.docx", "A{{ gambar }}B", "{% if gambar %}x{% endif %}"), "", Drawing()
    )
    assert [each.text for each in document.paragraphs] == ["AB", ""]


@pytest.mark.parametrize(
    "command", ["{{ gambar|upper }}", "{{ gambar ~ nama }}", "{{ gambar|e }}", "{{ [gambar]|join }}"]
)
def test_a_chart_that_is_treated_as_text_is_none(tmp_path: Path, command: str) -> None:
    assert filled(papers.template(tmp_path, "uji.docx", command)).tables == []


@pytest.mark.parametrize("command", ["{{ gambar.xml }}", "{{ gambar._xml }}", "{{ gambar.blocks() }}"])
def test_a_template_cannot_look_into_a_chart(tmp_path: Path, command: str) -> None:
    with pytest.raises(TemplateRefused, match="tidak dikenal"):
        PaperTemplate(papers.template(tmp_path, "uji.docx", command), Page)


def test_a_chart_in_a_page_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateRefused, match="tidak dapat diisi"):
        PaperTemplate(papers.template(tmp_path, "uji.docx", "Isi", header="{{ gambar }}"), Page)


@pytest.mark.parametrize(
    "text",
    [
        "<?sop-pleno 0?>",
        "&lt;?sop-pleno 0?&gt;",
        "<w:tbl/>",
        "]]><?sop-pleno 0?>",
        "{{ gambar }}",
        "&#60;?sop-pleno 0?>",
    ],
)
def test_a_text_cannot_ask_for_a_chart(tmp_path: Path, text: str) -> None:
    document = filled(papers.template(tmp_path, "uji.docx", "[{{ nama }}]", "{{ gambar }}"), text)
    assert document.paragraphs[0].text == f"[{text}]"
    assert len(document.tables) == 1


def test_a_chart_in_a_cell_leaves_a_cell_that_word_opens(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "{{ gambar }}"
    document.save(str(tmp_path / "uji.docx"))
    made = filled(tmp_path / "uji.docx")
    assert unsound_cells(made) == []
    assert len(made.tables[0].rows[0].cells[0].tables) == 1


def test_a_chart_at_the_end_of_a_section_stays_in_it(tmp_path: Path) -> None:
    document = docx.Document()
    asking = document.add_paragraph("{{ gambar }}")
    document.add_section()
    holder = asking._p.getnext()
    asking._p.get_or_add_pPr().append(holder.pPr.find(f"{WORD}sectPr"))
    holder.getparent().remove(holder)
    document.save(str(tmp_path / "uji.docx"))
    body = filled(tmp_path / "uji.docx").element.body
    ends = next(body.iterchildren(f"{WORD}p"))
    while ends.find(f"{WORD}pPr/{WORD}sectPr") is None:
        ends = ends.getnext()
    assert [each.tag for each in ends.itersiblings(f"{WORD}tbl", preceding=True)] == [f"{WORD}tbl"]


def test_the_offices_own_style_of_that_name_is_left_as_it_is(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ gambar }}")
    document.styles.add_style("IsiSel", 1).font.name = "Courier New"
    document.save(str(tmp_path / "uji.docx"))
    made = filled(tmp_path / "uji.docx")
    (style,) = [each for each in made.styles if each.style_id == "IsiSel"]
    assert style.font.name == "Courier New"


def test_the_height_left_for_the_first_page_is_less_below_a_long_title() -> None:
    short, long = step_drawing(DOUBTFUL, 0.0), step_drawing(DOUBTFUL, 430.0)
    breaks = [sum(1 for each in drawn.blocks() for _ in each.iter(f"{WORD}pageBreakBefore")) for drawn in (short, long)]
    assert breaks[0] < breaks[1]
    assert not re.search(r"\bNone\b", "".join(etree.tostring(each, encoding="unicode") for each in short.blocks()))


def test_what_is_about_no_sop_alone_says_so(tmp_path: Path) -> None:
    of_all = finding(DOUBTFUL, file="", part=0, id="SE105-semua")
    of_file = finding(DOUBTFUL, part=0, id="RD110-berkas")
    marked = tuple(Decision(about=each.id, verdict=Verdict.DISCUSS) for each in (of_all, of_file))
    said = words(opened(paper(tmp_path, plenos.table(findings=(of_all, of_file), decisions=marked))))
    assert "\nSeluruh naskah\nHal ini menyangkut seluruh naskah, bukan satu SOP saja.\n" in said
    assert (
        "\npenmad/izin.docx\nNaskah: penmad/izin.docx\nHal ini menyangkut seluruh berkas, bukan satu SOP saja.\n"
        in said
    )

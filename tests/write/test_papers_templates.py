"""Templates of papers: looked through before they are filled in, refused in one sentence, and texts stay texts."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import TemplateRefused
from pipeline.write.flow_words import clean
from pipeline.write.papers.names import every_field, sample
from pipeline.write.papers.template import PaperTemplate
from pipeline.write.papers.write import (
    CORRECTION_SHEET,
    OF_A_RUN,
    REPORT_PAPER,
    TEMPLATES,
    require_templates,
    strangers,
    template,
    try_templates,
)
from tests.papers.__main__ import BUILDERS
from tests.write import papers
from tests.write.papers import SHIPPED, opened, unsound_cells, words

WHEN = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    nama: str
    rincian: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    kantor: str
    jumlah: int
    baris: tuple[Line, ...]


def filled(file: Path, **changes: object) -> str:
    paper = Paper(kantor="Kantor Contoh", jumlah=3, baris=(Line(nama="Satu", rincian=("a", "b")),))
    whole = {"kantor": paper.kantor, "jumlah": paper.jumlah, "baris": paper.baris, **changes}
    return words(opened(PaperTemplate(file, Paper).fill(Paper(**whole), WHEN)))


def refusal(file: Path, context: type = Paper) -> str:
    with pytest.raises(TemplateRefused) as caught:
        PaperTemplate(file, context)
    said = str(caught.value)
    assert file.name in said
    assert "\n" not in said
    assert said.endswith((".", "?"))
    return said


@pytest.mark.parametrize("name", BUILDERS)
def test_the_shipped_templates_are_those_that_are_built_here(name: str) -> None:
    assert BUILDERS[name]() == (SHIPPED / name).read_bytes()
    assert set(TEMPLATES) <= set(BUILDERS)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_variable_of_a_shipped_template_is_a_field_and_every_field_stands_in_it(name: str) -> None:
    assert template(name, None).asked == every_field(TEMPLATES[name])


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_shipped_templates_repeat_their_headings_and_part_no_row(name: str) -> None:
    for table in docx.Document(str(SHIPPED / name)).tables:
        assert table.rows[0]._tr.trPr.find(f"{papers.WORD}tblHeader") is not None
        told = [row for row in table.rows if "{%tr" not in row.cells[0].text]
        assert all(row._tr.trPr.find(f"{papers.WORD}cantSplit") is not None for row in told)


@pytest.mark.parametrize("name", OF_A_RUN)
def test_a_signature_never_stands_on_a_page_without_the_text_above_it(name: str) -> None:
    texts = docx.Document(str(SHIPPED / name)).paragraphs
    end = next(at for at, each in enumerate(texts) if each.text.startswith("NIP"))
    begin = next(at for at, each in enumerate(texts) if each.text == "{{ tempat_tanggal }}")
    kept = [each for each in texts[begin - 1 : end] if "{%" not in each.text]
    assert all(each.paragraph_format.keep_with_next for each in kept)
    assert len(kept) >= 4


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_full_paper_has_whole_cells_and_no_command_is_left(name: str) -> None:
    document = opened(template(name, None).fill(sample(TEMPLATES[name]), WHEN))
    assert unsound_cells(document) == []
    said = words(document)
    assert not [sign for sign in ("{{", "}}", "{%", "%}", "None") if sign in said]
    assert document.core_properties.created == WHEN


@pytest.mark.parametrize(
    ("written", "name", "near"),
    [
        ("{{ kantro }}", "kantro", "kantor"),
        ("{{ kantor.nama }}", "kantor.nama", ""),
        ("{% for b in baris %}{{ b.nma }}{% endfor %}", "b.nma", "b.nama"),
        ("{% for b in bari %}{{ b.nama }}{% endfor %}", "bari", "baris"),
        ("{% for b in baris %}{% endfor %}{{ b.nama }}", "b", ""),
        ("{% for b in baris %}{{ nama }}{% endfor %}", "nama", "b.nama"),
        ("{% if jumla %}x{% endif %}", "jumla", "jumlah"),
        ("{{ kantor|uper }}", "uper", "upper"),
        ("{{ kantor|safe }}", "safe", ""),
        ("{% if jumlah is strng %}x{% endif %}", "strng", "string"),
        ("{% for b in baris %}{{ loop.idex }}{% endfor %}", "loop.idex", "loop.index"),
        ("{{ baris[0].nma }}", "baris.nma", "baris.nama"),
        ("{{ (baris|first).nma }}", "baris.nma", "baris.nama"),
        ("{{ ''.__class__ }}", "''.__class__", ""),
        ("{{ kantor.__class__.__mro__ }}", "kantor.__class__", ""),
        ("{% set x = jumlah %}{{ y }}", "y", ""),
    ],
)
def test_a_name_that_the_paper_does_not_have_is_told_with_the_nearest(
    tmp_path: Path, written: str, name: str, near: str
) -> None:
    said = refusal(papers.template(tmp_path, "uji.docx", "Isi", written))
    assert f"memuat “{name}” yang tidak dikenal" in said
    if near:
        assert f"maksudnya “{near}”?" in said


@pytest.mark.parametrize(
    "written",
    [
        "{{ kantor|upper }}",
        "{% for b in baris|reverse %}{{ loop.index }} {{ b.nama }}{% endfor %}",
        "{% for b in baris if b.nama %}{{ b.nama }}{% else %}{{ kantor }}{% endfor %}",
        "{{ baris[0].nama }} {{ (baris|first).rincian|join(', ') }} {{ baris|length + jumlah }}",
        "{% set siapa = baris|last %}{{ siapa.nama }}",
        "{# catatan untuk kantor #}{{ kantor if jumlah > 1 else 'x' }}",
    ],
)
def test_what_jinja_can_do_with_known_names_is_allowed(tmp_path: Path, written: str) -> None:
    assert filled(papers.template(tmp_path, "uji.docx", written))


def test_a_name_in_a_page_header_or_a_property_is_looked_at_too(tmp_path: Path) -> None:
    assert "“kantro”" in refusal(papers.template(tmp_path, "uji.docx", "Isi", header="{{ kantro }}"))
    document = docx.Document()
    document.core_properties.title = "{{ judull }}"
    document.save(str(tmp_path / "judul.docx"))
    assert "“judull”" in refusal(tmp_path / "judul.docx")


def test_a_command_that_word_has_cut_up_is_still_one(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for at, piece in enumerate(("{", "{ kan", "tor }", "}")):
        paragraph.add_run(piece).bold = bool(at % 2)
    document.save(str(tmp_path / "uji.docx"))
    assert filled(tmp_path / "uji.docx") == "Kantor Contoh"


@pytest.mark.parametrize(
    ("paragraphs", "near"),
    [
        (("Isi", "Nama: {{ kantor }"), "Nama: {{ kantor }"),
        (("{% for b in baris %}", "Isi"), ""),
        (("Isi", "{% if kantor %}x"), ""),
        (("Isi {%tr for b in baris %}", "{%tr endfor %}"), "tr for b in baris"),
        (("{{ kantor kantor }}",), "kantor kantor"),
        (("{% unless kantor %}",), "unless kantor"),
    ],
)
def test_a_command_that_is_written_wrong_is_told_with_its_line(
    tmp_path: Path, paragraphs: tuple[str, ...], near: str
) -> None:
    said = refusal(papers.template(tmp_path, "uji.docx", *paragraphs))
    assert "salah tulis" in said
    assert near in said


def test_a_loop_over_what_is_no_list_is_refused(tmp_path: Path) -> None:
    said = refusal(papers.template(tmp_path, "uji.docx", "{% for b in kantor %}x{% endfor %}"))
    assert "mengulang “kantor”" in said


@pytest.mark.parametrize("command", ["if kantor", "if not kantor", "for b in baris"])
def test_commands_that_tear_the_document_apart_are_refused(tmp_path: Path, command: str) -> None:
    document = docx.Document()
    document.add_paragraph(f"{{% {command} %}}")
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = f"{{% end{command.split()[0]} %}}"
    document.save(str(tmp_path / "uji.docx"))
    assert "tidak dapat diisi" in refusal(tmp_path / "uji.docx")


def test_a_reckoning_that_cannot_be_done_is_refused(tmp_path: Path) -> None:
    assert "tidak dapat diisi" in refusal(papers.template(tmp_path, "uji.docx", "{{ kantor + 1 }}"))


@pytest.mark.parametrize(
    "data", [b"", b"bukan Word", b"PK\3\4 rusak", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "xlsx", "torn"]
)
def test_what_is_no_sound_word_file_is_refused(tmp_path: Path, data: bytes | str) -> None:
    file = tmp_path / "uji.docx"
    if data == "xlsx":
        data = (SHIPPED / "inventory.xlsx").read_bytes()
    elif data == "torn":
        data = (SHIPPED / REPORT_PAPER).read_bytes()[:9000]
    assert isinstance(data, bytes)
    file.write_bytes(data)
    assert "rusak atau bukan naskah Word" in refusal(file)


@pytest.mark.parametrize(
    "text",
    [
        "{{ kantor }} {% for x in y %} {# z #}",
        "<w:p>&amp; & < > \" ' ]]>",
        "{_{ kantor }_} {_% if %_}",
        "satu\nbaris\tlain",
        "a\x07b\x0cc\x00d\x1be",
        "\ud800 sendiri \udfff\uffff",
        "_garis_ bawah_",
        "&lt;b&gt; &#95;",
        "😀 Ḥadīṡ",
    ],
)
def test_a_text_comes_out_letter_by_letter(tmp_path: Path, text: str) -> None:
    file = papers.template(tmp_path, "uji.docx", "{{ kantor }}|{{ kantor|e }}", header="{{ kantor }}")
    assert filled(file, kantor=text) == f"{clean(text)}|{clean(text)}"


@pytest.fixture(scope="module")
def bracketed(tmp_path_factory: pytest.TempPathFactory) -> PaperTemplate:
    return PaperTemplate(papers.template(tmp_path_factory.mktemp("uji"), "uji.docx", "[{{ kantor }}]"), Paper)


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.one_of(st.sampled_from("{}%#_<>&\"'\\\n\t\a\f \x00a"), st.characters())))
def test_any_text_comes_out_letter_by_letter(bracketed: PaperTemplate, text: str) -> None:
    made = bracketed.fill(Paper(kantor=text, jumlah=0, baris=()), WHEN)
    assert words(opened(made)) == f"[{clean(text)}]"


def test_a_cell_whose_list_is_empty_is_still_a_cell(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=1)
    cell = table.rows[0].cells[0]
    cell.paragraphs[0].text = "{%p for b in baris %}"
    for each in ("{{ b.nama }}", "{%p endfor %}"):
        cell.add_paragraph(each)
    document.save(str(tmp_path / "uji.docx"))
    made = PaperTemplate(tmp_path / "uji.docx", Paper).fill(Paper(kantor="", jumlah=0, baris=()), WHEN)
    assert unsound_cells(opened(made)) == []


def test_the_workspaces_own_template_is_used_where_it_is_there(tmp_path: Path) -> None:
    papers.edited(tmp_path, CORRECTION_SHEET, "Lembar Koreksi", "Lembar Masukan")
    own = template(CORRECTION_SHEET, tmp_path).fill(sample(TEMPLATES[CORRECTION_SHEET]), WHEN)
    assert "Lembar Masukan" in words(opened(own))
    assert template(REPORT_PAPER, tmp_path).asked == template(REPORT_PAPER, None).asked
    tried = tuple(try_templates(tmp_path))
    assert [each.name for each in tried] == list(TEMPLATES)
    assert [each.name for each in tried if each.own] == [CORRECTION_SHEET]
    assert [each.name for each in tried if each.refused] == []


def test_a_refused_template_is_told_before_anything_is_written(tmp_path: Path) -> None:
    papers.edited(tmp_path, REPORT_PAPER, "penandatangan.nama", "penandatangan.name")
    with pytest.raises(
        TemplateRefused, match=r"“penandatangan\.name” yang tidak dikenal; maksudnya “penandatangan\.nama”"
    ):
        require_templates(tmp_path)
    assert [each.name for each in try_templates(tmp_path) if each.refused] == [REPORT_PAPER]
    require_templates(None)
    require_templates(None, TEMPLATES)


def test_word_files_that_no_paper_is_made_from_are_named(tmp_path: Path) -> None:
    for name in ("notula lama.docx", "~$laporan-selisih.docx", "catatan.txt", REPORT_PAPER):
        (tmp_path / name).write_bytes(b"")
    assert strangers(tmp_path) == ("notula lama.docx",)
    assert strangers(tmp_path / "tidak ada") == strangers(None) == ()

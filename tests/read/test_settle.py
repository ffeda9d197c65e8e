"""A part is read as Word prints it: changes accepted, hidden text out, fields by their results, advice and aids out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.model.draft import Draft, Held, Paragraph, Table
from pipeline.read.word import read_draft
from tests.builder import (
    NO_BREAK_HYPHEN,
    Block,
    DraftBuilder,
    Inline,
    cell,
    control,
    field,
    hidden,
    math,
    moved,
    nested_table,
    paragraph,
    row,
    ruby,
    run,
    sym,
    table,
    text_box,
    tracked,
)
from tests.builder.markup import BY
from tests.test_rendering import PDFTOTEXT, SOFFICE, pages


def lines(blocks: tuple[Paragraph | Table, ...]) -> Iterator[str]:
    """The text of each paragraph; a row of a table is one line with its cells between bars."""
    for each in blocks:
        if isinstance(each, Paragraph):
            yield each.text
        else:
            yield from ("|".join(_cell(one.paragraphs, one.tables) for one in part.cells) for part in each.rows)


def _cell(paragraphs: tuple[Paragraph, ...], tables: tuple[Table, ...]) -> str:
    inner = [each.text for each in paragraphs]
    return "/".join([*inner, *(f"[{each}]" for one in tables for each in lines((one,)))])


def read(body: str, styles: DraftBuilder | None = None) -> Draft:
    return read_draft((styles or DraftBuilder()).raw(body).build(), "")


def shown(body: str, styles: DraftBuilder | None = None) -> list[str]:
    """The lines of a body, without the empty paragraph at its end."""
    return list(lines(read(body, styles).blocks))[:-1]


def changes(found: Draft) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in found.revisions]


def count(found: Draft, what: str) -> int:
    return next((each.count for each in found.held if each.what == what), 0)


# Tracked changes


def gone(*pieces: str) -> Inline:
    """Pieces that were struck out as Word marks them."""
    inner = "".join(each if isinstance(each, Inline) else run(each) for each in pieces)
    return Inline(f"<w:del {BY}>{inner.replace('<w:t ', '<w:delText ').replace('</w:t>', '</w:delText>')}</w:del>")


def away(*pieces: Inline) -> Inline:
    return Inline(f"<w:moveFrom {BY}>{''.join(pieces)}</w:moveFrom>")


def test_a_change_within_a_paragraph() -> None:
    found = read(paragraph("awal ", tracked(insert="baru ", delete="lama "), "akhir"))
    assert next(lines(found.blocks)) == "awal baru akhir"
    assert changes(found) == [("del", "lama "), ("ins", "baru ")]
    assert [each.author for each in found.revisions] == ["Penelaah", "Penelaah"]


def test_nothing_of_a_struck_run_is_left() -> None:
    found = read(
        paragraph(
            "a", gone("x\ty\nz"), gone(NO_BREAK_HYPHEN), gone(sym("F0FC")), gone(Inline("<w:r><w:cr/><w:ptab/></w:r>")),
            gone(math("m")), "b",
        )
    )  # fmt: skip
    assert found.blocks[0].text == "ab"  # type: ignore[union-attr]
    assert changes(found) == [("del", "xyz"), ("del", ""), ("del", ""), ("del", ""), ("del", "m")]


def test_a_struck_formula_as_word_marks_it() -> None:
    inner = f"<m:oMath><w:del {BY}><m:r><m:t>x+</m:t></m:r></w:del><m:r><m:t>y</m:t></m:r></m:oMath>"
    found = read(paragraph("a", Inline(inner)))
    assert found.blocks[0].text == "ay"  # type: ignore[union-attr]
    assert changes(found) == [("del", "x+")]


def test_a_struck_drawing_is_gone_and_its_words_are_kept_as_a_change() -> None:
    found = read(paragraph("a", gone(text_box("Mulai")), "b"))
    assert found.blocks[0].text == "ab"  # type: ignore[union-attr]
    assert found.drawings == ()
    assert changes(found) == [("del", "Mulai")]


def test_a_check_box_that_was_struck_is_not_printed() -> None:
    assert shown(paragraph("a", gone(check_field()), "b")) == ["ab"]


def test_a_move_over_several_paragraphs() -> None:
    first, second = run("satu"), run("dua")
    left = paragraph(away(first), mark="moveFrom") + paragraph(away(second), mark="moveFrom")
    arrived = paragraph(Inline(f"<w:moveTo {BY}>{first}</w:moveTo>"), mark="moveTo") + paragraph(
        Inline(f"<w:moveTo {BY}>{second}</w:moveTo>"), mark="moveTo"
    )
    assert shown(left + paragraph("tengah") + arrived) == ["tengah", "satu", "dua"]
    assert shown(arrived + paragraph("tengah") + left + paragraph("akhir")) == ["satu", "dua", "tengah", "akhir"]


def test_a_move_within_a_paragraph() -> None:
    found = read(paragraph(moved("pindah ", away=True), "tengah ", moved("pindah", away=False)))
    assert found.blocks[0].text == "tengah pindah"  # type: ignore[union-attr]
    assert changes(found) == [("moveFrom", "pindah "), ("moveTo", "pindah")]


JOINS = {
    "one": (paragraph("a ", mark="del") + paragraph("b"), ["a b"]),
    "several in a row": (paragraph("a ", mark="del") + paragraph("b ", mark="del") + paragraph("c"), ["a b c"]),
    "with a struck text": (paragraph(gone("a"), mark="del") + paragraph("b"), ["b"]),
    "before a struck text": (paragraph("a", mark="del") + paragraph(gone("b")), ["a"]),
    "an empty one": (paragraph("a") + paragraph(mark="del") + paragraph("b"), ["a", "b"]),
    "before a bookmark": (
        paragraph("a ", mark="del") + '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
        + paragraph("b"), ["a b"],
    ),
    "before a table": (paragraph("a", mark="del") + table((900,), row("b")), ["a", "b"]),
    "before a control": (paragraph("a", mark="del") + control(paragraph("b")), ["a", "b"]),
    "within a control": (control(Block(paragraph("a ", mark="del") + paragraph("b"))) + paragraph("c"), ["a b", "c"]),
    "at the end of a control": (control(paragraph("a", mark="del")) + paragraph("b"), ["a", "b"]),
    "at the end of a cell": (table((900,), row(cell("a", paragraph("b", mark="del")), "c")), ["a/b|c"]),
    "within a cell": (table((900,), row(cell(paragraph("a ", mark="del"), "b"), "c")), ["a b|c"]),
    "with a text box": (paragraph("a", text_box("Ya"), mark="del") + paragraph("b", text_box("Tidak")), ["ab"]),
    "put in": (paragraph(tracked(insert="a"), mark="ins") + paragraph("b"), ["a", "b"]),
    "put in and struck out": (
        f"<w:p><w:pPr><w:rPr><w:ins {BY}/><w:del {BY}/></w:rPr></w:pPr>{run('a ')}</w:p>" + paragraph("b"), ["a b"],
    ),
    "struck out and hidden": (
        f"<w:p><w:pPr><w:rPr><w:del {BY}/><w:vanish/></w:rPr></w:pPr>{run('a ')}</w:p>" + paragraph("b"), ["a b"],
    ),
    "hidden twice": (
        f"<w:p><w:pPr><w:rPr><w:vanish/><w:vanish/></w:rPr></w:pPr>{run('a ')}</w:p>" + paragraph("b") + paragraph("c"),
        ["a b", "c"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", JOINS)
def test_a_struck_paragraph_mark_joins_two_paragraphs(name: str) -> None:
    body, expected = JOINS[name]
    assert shown(body) == expected


def test_joined_paragraphs_keep_each_change_and_the_later_look() -> None:
    found = read(
        paragraph("a ", mark="del") + paragraph("b ", mark="moveFrom") + paragraph("c", numbered=True) + paragraph("d")
    )
    joined, after = found.blocks[:2]
    assert isinstance(joined, Paragraph)
    assert isinstance(after, Paragraph)
    assert (joined.text, joined.marker, joined.place.paragraph) == ("a b c", "1.", 1)
    assert after.place.paragraph == 2
    assert changes(found) == [("paragraph joined", "")] * 2


def test_the_shapes_of_joined_paragraphs_are_all_kept() -> None:
    found = read(paragraph("a", text_box("Ya"), mark="del") + paragraph("b", text_box("Tidak")))
    assert [(shape.text, each.place.paragraph) for each in found.drawings for shape in each.shapes] == [
        ("Ya", 1), ("Tidak", 1),
    ]  # fmt: skip


# Tracked rows and cells

INNER = nested_table((400,), row("x"), row(cell("y", paragraph(text_box("Ya")))))


def test_a_struck_row_with_all_that_it_holds() -> None:
    found = read(
        table((900, 900), row("a", "b"), row(cell("c", INNER), paragraph_with_box(), deleted=True), row("d", "e"))
    )
    assert list(lines(found.blocks))[:2] == ["a|b", "d|e"]
    assert found.drawings == ()
    kind, text = changes(found)[0]
    assert kind == "row deleted"
    assert set("cxy") < set(text)
    assert "Tidak" in text
    assert count(found, "nested tables") == 0


def paragraph_with_box() -> Inline:
    return text_box("Tidak")


def test_a_struck_cell_with_all_that_it_holds() -> None:
    found = read(table((900, 900), row("a", cell("b", INNER, change="cellDel"), "c"), row("d", "e")))
    assert list(lines(found.blocks))[:2] == ["a|c", "d|e"]
    assert [kind for kind, _ in changes(found)] == ["cell deleted"]


def test_a_struck_row_of_a_nested_table() -> None:
    inner = nested_table((400,), row("x"), row("y", deleted=True))
    assert shown(table((900,), row(cell(inner)))) == ["/[x]"]


def test_a_row_and_a_cell_that_were_put_in_are_read() -> None:
    found = read(table((900, 900), row("a", cell("b", change="cellIns")), row("c", "d", inserted=True)))
    assert list(lines(found.blocks))[:2] == ["a|b", "c|d"]
    assert changes(found) == [("cell inserted", "b"), ("row inserted", "c | d")]


def test_a_table_of_struck_rows_only_is_empty() -> None:
    assert shown(paragraph("a") + table((900,), row("x", deleted=True), row("y", deleted=True)) + paragraph("b")) == [
        "a", "b",
    ]  # fmt: skip


# Hidden text

GAIB = "<w:rPr><w:vanish/></w:rPr>"
OFF = '<w:rPr><w:vanish w:val="0"/></w:rPr>'
STYLES = (
    DraftBuilder()
    .style("Gaib", GAIB)
    .style("Anak", "", based_on="Gaib")
    .style("Cucu", "<w:rPr><w:b/></w:rPr>", based_on="Anak")
    .style("Tampak", OFF, based_on="Gaib")
    .style("AnakTampak", "", based_on="Tampak")
    .style("HurufGaib", GAIB, "character")
    .style("HurufAnak", "", "character", based_on="HurufGaib")
    .style("HurufTampak", OFF, "character", based_on="HurufGaib")
    .style("Lingkar", "", based_on="Lingkar")
)


def of_style(text: str, style: str, more: str = "") -> Inline:
    return run(text, f'<w:rStyle w:val="{style}"/>{more}')


def seen(text: str) -> Inline:
    return run(text, '<w:vanish w:val="0"/>')


HIDDEN = {
    "a run": (paragraph("a", hidden("x"), "b"), ["ab"]),
    "a run with signs": (paragraph("a", Inline("<w:r><w:rPr><w:vanish/></w:rPr><w:tab/><w:br/></w:r>"), "b"), ["ab"]),
    "a run with a shape": (paragraph("a", Inline(text_box("x").replace("<w:r>", f"<w:r>{GAIB}", 1)), "b"), ["ab"]),
    "a run that is switched on": (paragraph("a", seen("x"), "b"), ["axb"]),
    "off in words": (paragraph("a", run("x", '<w:vanish w:val="false"/>'), "b"), ["axb"]),
    "a formula": (paragraph("a", Inline(f"<m:oMath><m:r>{GAIB}<m:t>x</m:t></m:r></m:oMath>"), "b"), ["ab"]),
    "by a character style": (paragraph("a", of_style("x", "HurufGaib"), "b"), ["ab"]),
    "by a style based on one": (paragraph("a", of_style("x", "HurufAnak"), "b"), ["ab"]),
    "by a style that switches it on": (paragraph("a", of_style("x", "HurufTampak"), "b"), ["axb"]),
    "by a style, switched on by itself": (
        paragraph("a", of_style("x", "HurufGaib", '<w:vanish w:val="0"/>'), "b"), ["axb"],
    ),
    "by a paragraph style": (paragraph("x", style="Gaib") + paragraph("b"), ["b"]),
    "by a paragraph style based on one": (paragraph("x", style="Cucu") + paragraph("b"), ["b"]),
    "by a paragraph style, switched on by a style": (paragraph("x", style="Tampak") + paragraph("b"), ["x", "b"]),
    "switched on by the style before": (paragraph("x", style="AnakTampak") + paragraph("b"), ["x", "b"]),
    "by a paragraph style, switched on by a run": (paragraph("x", seen("a "), style="Gaib") + paragraph("b"), ["a b"]),
    "with its mark switched on": (
        f'<w:p><w:pPr><w:pStyle w:val="Gaib"/>{OFF}</w:pPr>{seen("a")}</w:p>' + paragraph("b"), ["a", "b"],
    ),
    "by a paragraph style before a table": (paragraph("x", style="Gaib") + table((900,), row("b")), ["", "b"]),
    "a style in a ring": (paragraph("a", style="Lingkar"), ["a"]),
    "its end": (paragraph("a ", mark="vanish") + paragraph("b"), ["a b"]),
    "its end and all of it": (
        f"<w:p><w:pPr>{GAIB}</w:pPr>{hidden('x')}</w:p>" + paragraph("b"), ["b"],
    ),
    "its end before a table": (paragraph("a", mark="vanish") + table((900,), row("b")), ["a", "b"]),
    "a row": (table((900,), row("a"), row("x", hidden=True), row("b")), ["a", "b"]),
    "a row with a table": (table((900,), row("a"), row(cell(INNER), hidden=True)), ["a"]),
    "what it was before a change": (
        paragraph(run("a", f"<w:rPrChange {BY}>{GAIB}</w:rPrChange>")), ["a"],
    ),
    "a style before a change": (
        f'<w:p><w:pPr><w:pPrChange {BY}><w:pPr><w:pStyle w:val="Gaib"/></w:pPr></w:pPrChange></w:pPr>{run("a")}</w:p>',
        ["a"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_text_is_not_read(name: str) -> None:
    body, expected = HIDDEN[name]
    assert shown(body, STYLES) == expected


def test_hidden_text_is_counted() -> None:
    found = read(paragraph("a", hidden("x"), hidden("y")) + table((900,), row("z", hidden=True)))
    assert [each for each in found.held if each.what == "hidden text"] == [
        Held(what="hidden text", count=3, treated=found.held[0].treated)
    ]


def test_a_hidden_end_of_a_section_ends_it_all_the_same() -> None:
    section = '<w:sectPr><w:pgSz w:w="9000" w:h="6000"/></w:sectPr>'
    body = f"<w:p><w:pPr>{GAIB}{section}</w:pPr>{run('a')}</w:p>" + paragraph("b")
    found = read(body)
    assert [each.width for each in found.sections] == [450.0, 936.0]
    assert list(lines(found.blocks))[:2] == ["a", "b"]


def test_the_page_set_up_before_a_change_is_none() -> None:
    before = f'<w:sectPrChange {BY}><w:sectPr><w:pgSz w:w="1" w:h="1"/></w:sectPr></w:sectPrChange>'
    body = f'<w:p><w:pPr><w:sectPr><w:pgSz w:w="9000" w:h="6000"/>{before}</w:sectPr></w:pPr></w:p>'
    found = read(body + table((900,), row("a")))
    assert [each.width for each in found.sections] == [450.0, 936.0]
    assert [each.section for each in found.blocks if isinstance(each, Table)] == [1]


# Fields


def sign(kind: str) -> Inline:
    return Inline(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>')


def code(text: str = "QUOTE") -> Inline:
    return Inline(f"<w:r><w:instrText>{text}</w:instrText></w:r>")


def form_field(inner: str, name: str, *, separated: bool = False) -> Inline:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inner}</w:ffData></w:fldChar></w:r>'
    return Inline(begin + code(name) + (sign("separate") if separated else "") + sign("end"))


def check_field(inner: str = "") -> Inline:
    return form_field(f'<w:checkBox><w:size w:val="20"/>{inner}</w:checkBox>', "FORMCHECKBOX")


def list_field(*choices: str, chosen: str = "") -> Inline:
    entries = "".join(f'<w:listEntry w:val="{each}"/>' for each in choices)
    return form_field(f"<w:ddList>{chosen}{entries}</w:ddList>", "FORMDROPDOWN")


BEGIN, SEPARATE, END = (sign(each) for each in ("begin", "separate", "end"))
FIELDS = {
    "its result": (paragraph("a ", field("QUOTE", "b"), " c"), ["a b c"]),
    "without a result": (paragraph("a ", field("QUOTE", None), "c"), ["a c"]),
    "within an instruction": (
        paragraph("a ", field(Inline(code("IF ") + field("X", "x") + code(" = 1")), "b"), " c"), ["a b c"],
    ),
    "within a result": (paragraph(field("A", Inline(run("a ") + field("B", "b") + run(" c")))), ["a b c"]),
    "within an instruction within one": (
        paragraph(field(Inline(code("IF ") + field(Inline(code("IF ") + field("X", "x")), "y")), "b")), ["b"],
    ),
    "signs in an instruction": (
        paragraph(BEGIN, code("IF"), Inline("<w:r><w:tab/><w:br/></w:r>"), SEPARATE, "b", END), ["b"],
    ),
    "over several paragraphs": (
        paragraph(BEGIN, code("TOC"), SEPARATE, "a") + paragraph("b") + paragraph("c", END, " d"), ["a", "b", "c d"],
    ),
    "with fields in each paragraph": (
        paragraph(BEGIN, code("TOC"), SEPARATE, "a ", field("PAGEREF", "1"))
        + paragraph("b ", field("PAGEREF", "2"), END), ["a 1", "b 2"],
    ),
    "a text in an instruction": (paragraph("a ", BEGIN, code(), "x", SEPARATE, "b", END, " c"), ["a b c"]),
    "begun and never ended": (paragraph("a ", BEGIN, "b") + paragraph("c"), ["a b", "c"]),
    "begun with a code and never ended": (paragraph("a ", BEGIN, code(), "b") + paragraph("c"), ["a b", "c"]),
    "never ended after its result": (paragraph("a ", BEGIN, code(), SEPARATE, "b") + paragraph("c"), ["a b", "c"]),
    "ended and never begun": (paragraph("a ", END, "b") + paragraph("c"), ["a b", "c"]),
    "separated and never begun": (paragraph("a ", SEPARATE, "b", END) + paragraph("c"), ["a b", "c"]),
    "separated twice": (paragraph("a ", BEGIN, code(), SEPARATE, "b ", SEPARATE, "c", END), ["a b c"]),
    "the inner one never ended": (
        paragraph(field("A", Inline(run("a ") + BEGIN + code() + run("b ")))) + paragraph("c"), ["a ", "c"],
    ),
    "begun at the very end": (paragraph("a", BEGIN), ["a"]),
    "in a cell, ended in the next": (
        table((900,), row(cell(paragraph("a ", BEGIN, code(), SEPARATE, "b")), cell(paragraph("c", END)))), ["a b|c"],
    ),
    "a text box in an instruction": (
        paragraph("a ", BEGIN, code(), text_box("x"), SEPARATE, "b", END), ["a b"],
    ),
    "an unknown kind": (paragraph("a ", sign("lain"), "b"), ["a b"]),
    "a check box": (paragraph("a ", check_field()), ["a ☐"]),
    "a check box that is checked": (paragraph("a ", check_field("<w:checked/>")), ["a ☒"]),
    "checked in figures": (paragraph("a ", check_field('<w:checked w:val="1"/>')), ["a ☒"]),
    "checked by default": (paragraph("a ", check_field('<w:default w:val="1"/>')), ["a ☒"]),
    "unchecked against its default": (
        paragraph("a ", check_field('<w:default w:val="1"/><w:checked w:val="0"/>')), ["a ☐"],
    ),
    "a list of choices": (paragraph(list_field("a", "b", chosen='<w:result w:val="1"/>')), ["b"]),
    "a list's default": (paragraph(list_field("a", "b", chosen='<w:default w:val="1"/>')), ["b"]),
    "a list's first": (paragraph(list_field("a", "b")), ["a"]),
    "a list without choices": (paragraph("a", list_field()), ["a"]),
    "a list's choice that is not there": (paragraph("a", list_field("b", chosen='<w:result w:val="9"/>')), ["a"]),
    "a text of a form": (paragraph(BEGIN, code("FORMTEXT"), SEPARATE, "a", END), ["a"]),
}  # fmt: skip


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_is_read_by_its_result(name: str) -> None:
    body, expected = FIELDS[name]
    assert shown(body) == expected


def test_the_words_of_a_shape_in_a_broken_field_are_kept() -> None:
    found = read(paragraph("a ", BEGIN, code(), text_box("Ya"), "b"))
    assert [shape.text for each in found.drawings for shape in each.shapes] == ["Ya"]


# Controls and reading aids

ADVICE = {
    "around runs": (paragraph("a ", control(run("Klik di sini"), advice=True), "b"), ["a b"]),
    "around paragraphs": (control(paragraph("Klik di sini"), advice=True) + paragraph("b"), ["", "b"]),
    "around a cell": (table((900, 900), row("a", control(cell("Klik di sini"), advice=True))), ["a|"]),
    "around a row": (table((900,), row("a"), control(row("Klik di sini"), advice=True)), ["a", ""]),
    "around a table": (control(table((900,), row("Klik di sini")), advice=True) + paragraph("b"), ["", "b"]),
    "in one that was filled in": (paragraph(control(Inline(run("a ") + control(run("x"), advice=True)))), ["a "]),
    "switched off": (
        paragraph(control(run("a"), advice=True)).replace("<w:showingPlcHdr/>", '<w:showingPlcHdr w:val="0"/>'), ["a"],
    ),
    "a control that was filled in": (control(paragraph("a")) + paragraph(control(run("b"))), ["a", "b"]),
    "a reading aid": (paragraph("a ", ruby("b", "x"), " c"), ["a b c"]),
}  # fmt: skip


@pytest.mark.parametrize("name", ADVICE)
def test_advice_and_reading_aids_are_no_text(name: str) -> None:
    body, expected = ADVICE[name]
    assert shown(body) == expected


# Several at once


def test_all_of_it_in_one_paragraph() -> None:
    body = paragraph(
        "a ", tracked(insert="b ", delete="x "), hidden("y"), field("QUOTE", "c "), ruby("d ", "z"),
        control(run("w"), advice=True), moved("v", away=True), "e",
    )  # fmt: skip
    assert shown(body) == ["a b c d e"]


def test_a_field_whose_result_was_changed() -> None:
    assert shown(paragraph(BEGIN, code(), SEPARATE, gone("lama"), tracked(insert="baru"), END)) == ["baru"]
    assert shown(paragraph("a", gone(BEGIN, code(), SEPARATE, "x", END), "b")) == ["ab"]


# As another program prints it

# LibreOffice prints tracked deletions and advice, shows no hidden ends, and reads a broken field in its own way.
ASKED = {
    **{f"field: {name}": FIELDS[name] for name in (
        "its result", "without a result", "within a result", "over several paragraphs", "a list of choices",
        "a text of a form",
    )},
    **{f"hidden: {name}": HIDDEN[name] for name in (
        "a run", "a run that is switched on", "by a character style", "by a style based on one",
        "by a style that switches it on", "by a paragraph style, switched on by a style", "by a paragraph style",
        "by a paragraph style based on one",
    )},
    "a filled control": ADVICE["a control that was filled in"],
    "a paragraph that was put in": JOINS["put in"],
}  # fmt: skip


@pytest.mark.skipif(
    SOFFICE is None or PDFTOTEXT is None, reason="LibreOffice (soffice) or poppler (pdftotext) is not installed here"
)
def test_libreoffice_prints_the_same_text(tmp_path: Path) -> None:
    files: dict[Path, tuple[str, list[str]]] = {}
    for at, (name, (body, expected)) in enumerate(ASKED.items()):
        file = tmp_path / f"teks{at}.docx"
        file.write_bytes(STYLES.raw(body).build())
        files[file] = (name, expected)
    printed = pages(list(files), tmp_path)
    for file, (name, expected) in files.items():
        assert "".join(printed[file].split()) == "".join("".join(expected).split()), name

"""Which headers and footers the pages of a section print, and at which paragraph it ends."""

import io
import zipfile

from pipeline.model.draft import Draft, Paragraph
from pipeline.read.word import read_draft
from tests.builder import (
    Block,
    DraftBuilder,
    cell,
    control,
    nested_table,
    package,
    paragraph,
    row,
    table,
    text_box,
    tracked,
)


def read(made: DraftBuilder) -> Draft:
    return read_draft(made.build(), "")


def changed(data: bytes, before: str, after: str) -> bytes:
    """Return the file with these words put for others, once, in its document or settings."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name in ("word/document.xml", "word/settings.xml"):
        content = parts.get(name, b"")
        if isinstance(content, bytes) and before.encode() in content:
            return package(parts | {name: content.replace(before.encode(), after.encode(), 1)})
    raise AssertionError(before)


def printed(made: DraftBuilder) -> list[tuple[str, ...]]:
    return [each.margins for each in read(made).sections]


def test_the_only_section_prints_all() -> None:
    found = read(DraftBuilder().header(paragraph("h")).footer(paragraph("f")).paragraph("a"))
    assert [(each.margins, each.ends) for each in found.sections] == [(("header1", "footer1"), None)]


def test_a_section_without_a_header_of_its_own_takes_over_the_one_before() -> None:
    made = DraftBuilder().header(paragraph("h1")).footer(paragraph("f")).section().section().header(paragraph("h2"))
    assert printed(made) == [("header1", "footer1"), ("header1", "footer1"), ("header2", "footer1")]


def test_a_section_before_any_header_prints_none() -> None:
    assert printed(DraftBuilder().paragraph("a").section().header(paragraph("h"))) == [(), ("header1",)]


def test_a_first_pages_header_is_printed_and_taken_over_where_the_first_page_is_told_apart() -> None:
    made = DraftBuilder().header(paragraph("h")).header(paragraph("first"), pages="first").section()
    assert printed(made.section(first=True).section()) == [
        ("header2", "header1"), ("header2", "header1"), ("header1",), ("header1",),
    ]  # fmt: skip


def test_a_first_pages_header_that_its_own_section_does_not_print_is_read_for_the_next() -> None:
    told = DraftBuilder().header(paragraph("first"), pages="first").section().section(first=True)
    found = read_draft(changed(told.build(), "<w:titlePg/>", ""), "")
    assert [each.margins for each in found.sections] == [(), ("header1",), ()]
    assert [each.text for each in found.margins if isinstance(each, Paragraph)] == ["first"]


def test_a_header_of_even_pages_is_printed_where_the_settings_tell_them_apart() -> None:
    made = DraftBuilder().header(paragraph("h")).header(paragraph("even"), pages="even").section().build()
    assert [each.margins for each in read_draft(made, "").sections] == [("header1", "header2")] * 2
    found = read_draft(changed(made, "<w:evenAndOddHeaders/>", '<w:evenAndOddHeaders w:val="0"/>'), "")
    assert [each.margins for each in found.sections] == [("header1",)] * 2
    assert len(found.margins) == 1


def test_a_header_of_a_part_that_is_not_there_leaves_the_one_before() -> None:
    made = DraftBuilder().header(paragraph("h1")).section().header(paragraph("h2")).build()
    found = read_draft(changed(made, 'r:id="rId4"', 'r:id="rId9"'), "")
    assert [each.margins for each in found.sections] == [("header1",), ("header1",)]


def test_a_section_ends_at_its_last_paragraph_whatever_stands_before_it() -> None:
    inner = table((4000,), row(cell(paragraph("in a cell"), nested_table((2000,), row("nested")))))
    page = text_box(Block("".join(paragraph(f"line {at}") for at in range(5))))
    made = (
        DraftBuilder()
        .paragraph("one")
        .raw(inner)
        .raw(control(paragraph("two")))
        .paragraph(page)
        .raw(paragraph("joined", mark="del"))
        .paragraph("three", tracked(delete="gone"))
        .section()
        .paragraph("after")
    )
    found = read(made)
    last = found.sections[0].ends
    numbers = [each.place.paragraph for each in found.blocks if isinstance(each, Paragraph) and each.text == "after"]
    assert last is not None
    assert numbers == [last + 1]
    assert found.sections[1].ends is None

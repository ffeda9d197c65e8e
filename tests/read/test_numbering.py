"""The number that Word prints before each paragraph of a list: forms, levels, restarts, lists that count together."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.model.draft import Draft, Paragraph, Table
from pipeline.read.word import read_draft
from tests.builder import Block, DraftBuilder, cell, paragraph, row, table, tracked
from tests.builder.markup import BY
from tests.read.test_package import with_part
from tests.test_rendering import PDFTOTEXT, SOFFICE, pages

NUMBERING = "word/numbering.xml"


def level(at: int = 0, form: str = "decimal", text: str | None = None, start: int | None = 1, more: str = "") -> str:
    """One w:lvl; `more` are further elements of it."""
    begins = "" if start is None else f'<w:start w:val="{start}"/>'
    shown = f"%{at + 1}." if text is None else text
    return f'<w:lvl w:ilvl="{at}">{begins}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{shown}"/></w:lvl>'


def abstract(number: int, *levels: str, more: str = "") -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{more}{"".join(levels)}</w:abstractNum>'


def use(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def begin_at(start: int, at: int = 0) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def listed(*entries: tuple[int, int] | int) -> Block:
    """Paragraphs of lists, each by its w:num and level, with the words k1, k2 …"""
    pairs = [each if isinstance(each, tuple) else (each, 0) for each in entries]
    return Block(
        "".join(paragraph(f"k{at}", number=number, level=lvl) for at, (number, lvl) in enumerate(pairs, start=1))
    )


def draft(body: str, *lists: str, styles: DraftBuilder | None = None) -> bytes:
    """A draft with these w:abstractNum and w:num in place of the builder's own."""

    def with_lists(part: bytes) -> bytes:
        # All w:abstractNum stand before the first w:num.
        kept = sorted(lists, key=lambda each: not each.startswith("<w:abstractNum "))
        head, _, _ = part.partition(b"<w:abstractNum ")
        return head + "".join(kept).encode() + b"</w:numbering>"

    return with_part(NUMBERING, with_lists, (styles or DraftBuilder()).raw(body).build())


def paragraphs(blocks: tuple[Paragraph | Table, ...]) -> Iterator[Paragraph]:
    for each in blocks:
        if isinstance(each, Paragraph):
            yield each
        else:
            for one in each.rows:
                for held in one.cells:
                    yield from held.paragraphs


def markers(content: bytes) -> list[str]:
    """The marker of each paragraph that has a text."""
    return [each.marker for each in paragraphs(read_draft(content, "").blocks) if each.text.strip()]


def simple(form: str, *, start: int = 1, count: int = 3, text: str = "%1.") -> bytes:
    return draft(listed(*[1] * count), abstract(0, level(form=form, text=text, start=start)), use(1, 0))


# Forms

FORMS = [
    pytest.param(simple("decimal"), ["1.", "2.", "3."], id="decimal"),
    pytest.param(simple("decimal", start=9), ["9.", "10.", "11."], id="decimal from 9"),
    pytest.param(simple("decimal", start=0), ["0.", "1.", "2."], id="decimal from 0"),
    pytest.param(simple("lowerLetter", text="%1)"), ["a)", "b)", "c)"], id="letters"),
    pytest.param(simple("upperLetter", start=25), ["Y.", "Z.", "AA."], id="letters beyond z"),
    pytest.param(simple("lowerLetter", start=51), ["yy.", "zz.", "aaa."], id="letters beyond zz"),
    pytest.param(simple("lowerRoman", start=3), ["iii.", "iv.", "v."], id="roman"),
    pytest.param(simple("upperRoman", start=1998), ["MCMXCVIII.", "MCMXCIX.", "MM."], id="large roman"),
    pytest.param(simple("decimalZero", start=8), ["08.", "09.", "10."], id="with a zero"),
    pytest.param(simple("decimalZero", start=99, count=2), ["99.", "100."], id="with a zero beyond 99"),
    pytest.param(simple("none", text="%1"), ["", "", ""], id="none"),
    pytest.param(simple("none", text="Pasal"), ["Pasal", "Pasal", "Pasal"], id="none with a word"),
    pytest.param(simple("decimal", text="Pasal %1"), ["Pasal 1", "Pasal 2", "Pasal 3"], id="with a word"),
    pytest.param(simple("decimal", text="(%1)", count=2), ["(1)", "(2)"], id="in brackets"),
    pytest.param(simple("decimal", text="tanpa", count=2), ["tanpa", "tanpa"], id="a text without a place"),
    pytest.param(simple("decimal", text="", count=2), ["", ""], id="without a text"),
    pytest.param(simple("decimal", text="%1 %% %9 %x", count=1), ["1 %%  %x"], id="places that are none"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), FORMS)
def test_a_number_is_printed_in_its_form(content: bytes, expected: list[str]) -> None:
    assert markers(content) == expected


@pytest.mark.parametrize(
    ("first", "expected"), [("001", ["001.", "002."]), ("0001", ["0001.", "0002."]), ("a", ["1.", "2."])]
)
def test_a_form_of_word_2010_keeps_its_zeros(first: str, expected: list[str]) -> None:
    branches = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
        f'Requires="w14"><w:numFmt w:val="custom" w:format="{first}, …"/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    content = draft(listed(1, 1), abstract(0, level().replace('<w:numFmt w:val="decimal"/>', branches)), use(1, 0))
    assert markers(content) == expected


@pytest.mark.parametrize("form", ["ordinal", "cardinalText", "ordinalText", "hex", "decimalEnclosedCircle", "bahtText"])
def test_a_form_that_is_not_known_counts_in_figures(form: str) -> None:
    assert markers(simple(form, count=2)) == ["1.", "2."]


@pytest.mark.parametrize(
    ("font", "sign", "expected"),
    [
        ("Symbol", "\uf0b7", "•"),
        ("Wingdings", "\uf0a7", "▪"),
        ("Wingdings", "\uf0fc", "✓"),
        ("Wingdings", "ü", "✓"),
        ("Courier New", "o", "o"),
        ("Calibri", "-", "-"),
        ("", "•", "•"),
    ],
)
def test_a_bullet_is_the_sign_that_is_seen(font: str, sign: str, expected: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    bullet = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>{fonts}</w:lvl>'
    assert markers(draft(listed(1, 1), abstract(0, bullet), use(1, 0))) == [expected, expected]


@pytest.mark.parametrize("start", ["1000000000", "-7", "1e300", "nan", "x", "", "99999999999999999999"])
@pytest.mark.parametrize("form", ["decimal", "lowerLetter", "upperRoman", "decimalZero"])
def test_a_senseless_start_ends_in_some_number_soon(start: str, form: str) -> None:
    begins = f'<w:start w:val="{start}"/>'.encode()
    content = with_part(NUMBERING, lambda part: part.replace(b'<w:start w:val="1"/>', begins), simple(form))
    assert all(len(each) < 2_000 for each in markers(content))


@pytest.mark.parametrize("at", ["-1", "9", "1000000000", "x", ""])
def test_a_level_that_no_list_has_prints_nothing(at: str) -> None:
    body = listed(1, 1).replace('<w:ilvl w:val="0"/>', f'<w:ilvl w:val="{at}"/>')
    found = markers(draft(body, abstract(0, level()), use(1, 0)))
    assert found == (["1.", "2."] if at in ("x", "") else ["", ""])


# Levels

THREE = (
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "%1.%2.%3)"),
)
LEGAL = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", more="<w:isLgl/>"))


def restarting(*after: int | None) -> str:
    return abstract(
        0,
        *(
            level(at, text=f"{'abc'[at]}%{at + 1}", more="" if each is None else f'<w:lvlRestart w:val="{each}"/>')
            for at, each in enumerate(after)
        ),
    )


OF_LEVELS = ((1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2), (1, 1))
LEVELS = [
    pytest.param(
        draft(listed(*OF_LEVELS), abstract(0, *THREE), use(1, 0)),
        ["1.", "1.1", "1.1.a)", "1.1.b)", "1.2", "1.2.a)", "2.", "2.1.a)", "2.2"],
        id="three levels",
    ),
    pytest.param(
        draft(listed((1, 1), (1, 1), (1, 0), (1, 2)), abstract(0, *THREE), use(1, 0)),
        ["1.1", "1.2", "2.", "2.1.a)"],
        id="a list that begins below its first level",
    ),
    pytest.param(
        draft(listed((1, 0), (1, 0), (1, 1), (1, 1)), abstract(0, *LEGAL), use(1, 0)),
        ["I.", "II.", "2.1", "2.2"],
        id="figures for all levels (isLgl)",
    ),
    pytest.param(
        draft(listed(*OF_LEVELS), restarting(None, None, None), use(1, 0)),
        ["a1", "b1", "c1", "c2", "b2", "c1", "a2", "c1", "b2"],
        id="each level begins anew after a higher one",
    ),
    pytest.param(
        draft(listed(*OF_LEVELS), restarting(None, 0, 0), use(1, 0)),
        ["a1", "b1", "c1", "c2", "b2", "c3", "a2", "c4", "b3"],
        id="lvlRestart 0 never begins anew",
    ),
    pytest.param(
        draft(listed(*OF_LEVELS), restarting(None, None, 1), use(1, 0)),
        ["a1", "b1", "c1", "c2", "b2", "c3", "a2", "c1", "b2"],
        id="lvlRestart 1 begins anew after the first level only",
    ),
    pytest.param(
        draft(listed(*OF_LEVELS), restarting(None, None, 2), use(1, 0)),
        ["a1", "b1", "c1", "c2", "b2", "c1", "a2", "c1", "b2"],
        id="lvlRestart 2 begins anew after the second and the first",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), LEVELS)
def test_levels_count_within_each_other(content: bytes, expected: list[str]) -> None:
    assert markers(content) == expected


# Lists that count together or anew

OWN_LEVEL = f'<w:lvlOverride w:ilvl="0">{level(form="lowerLetter", text="%1)", start=3)}</w:lvlOverride>'
TOGETHER = [
    pytest.param(
        draft(listed(1, 1, 2, 1), abstract(0, level()), use(1, 0), use(2, 0)), ["1.", "2.", "3.", "4."],
        id="two w:num of one list go on counting",
    ),
    pytest.param(
        draft(listed(1, 2, 1, 2), abstract(0, level()), abstract(5, level()), use(1, 0), use(2, 5)),
        ["1.", "1.", "2.", "2."], id="two lists count apart",
    ),
    pytest.param(
        draft(listed(1, 1, 2, 2, 1), abstract(0, level()), use(1, 0), use(2, 0, begin_at(1))),
        ["1.", "2.", "1.", "2.", "3."], id="startOverride begins anew once",
    ),
    pytest.param(
        draft(listed(2, 2, 1, 2), abstract(0, level()), use(1, 0), use(2, 0, begin_at(7))),
        ["7.", "8.", "9.", "10."], id="startOverride once for its w:num",
    ),
    pytest.param(
        draft(listed(1, 2, 3, 2), abstract(0, level()), use(1, 0), use(2, 0, begin_at(1)), use(3, 0, begin_at(1))),
        ["1.", "1.", "1.", "2."], id="startOverride in several w:num",
    ),
    pytest.param(
        draft(
            listed((1, 0), (1, 1), (2, 1), (2, 1), (1, 0), (2, 1)), abstract(0, *THREE), use(1, 0),
            use(2, 0, begin_at(5, at=1)),
        ),
        ["1.", "1.1", "1.5", "1.6", "2.", "2.5"], id="startOverride of a lower level",
    ),
    pytest.param(
        draft(listed(1, 2, 2), abstract(0, level()), use(1, 0), use(2, 0, OWN_LEVEL)), ["1.", "b)", "c)"],
        id="a level of its own goes on counting",
    ),
    pytest.param(
        draft(listed(1, 7, 1), abstract(0, level()), use(1, 0)), ["1.", "", "2."], id="a w:num that is not there",
    ),
    pytest.param(
        draft(listed(1, 2), abstract(0, level()), use(1, 0), use(2, 9)), ["1.", ""], id="a list that is not there",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), TOGETHER)
def test_lists_count_together_or_anew(content: bytes, expected: list[str]) -> None:
    assert markers(content) == expected


# Styles

NUMBERED = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
SECOND = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
SWITCHED_OFF = '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'


def linked(at: int, style: str, form: str = "decimal", text: str | None = None) -> str:
    return level(at, form, text, more=f'<w:pStyle w:val="{style}"/>')


def styled(*names: str) -> str:
    return "".join(paragraph(f"k{at}", style=each) for at, each in enumerate(names, start=1))


def off(style: str) -> str:
    properties = f'<w:pStyle w:val="{style}"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>k</w:t></w:r></w:p>"


STYLED = [
    pytest.param(
        draft(
            styled("Bab", "Pasal", "Pasal", "Bab", "Pasal"),
            abstract(0, linked(0, "Bab", "upperRoman"), linked(1, "Pasal", text="%1.%2")), use(1, 0),
            styles=DraftBuilder().style("Bab", NUMBERED).style("Pasal", NUMBERED),
        ),
        ["I.", "I.1", "I.2", "II.", "II.1"], id="levels linked to styles",
    ),
    pytest.param(
        draft(
            styled("Bab", "Pasal", "Pasal"), abstract(0, *THREE), use(1, 0),
            styles=DraftBuilder().style("Bab", NUMBERED).style("Pasal", SECOND),
        ),
        ["1.", "1.1", "1.2"], id="a style names its level",
    ),
    pytest.param(
        draft(
            styled("Bab", "Turunan", "Polos", "Bab"), abstract(0, *THREE), use(1, 0),
            styles=DraftBuilder().style("Bab", NUMBERED).style("Turunan", "", based_on="Bab")
            .style("Polos", SWITCHED_OFF, based_on="Bab"),
        ),
        ["1.", "2.", "", "3."], id="inherited, and switched off by a style",
    ),
    pytest.param(
        draft(
            styled("Bab") + off("Bab") + styled("Bab"), abstract(0, *THREE), use(1, 0),
            styles=DraftBuilder().style("Bab", NUMBERED),
        ),
        ["1.", "", "2."], id="switched off by a paragraph",
    ),
    pytest.param(
        draft(
            listed(1, 1, 2), abstract(0, more='<w:numStyleLink w:val="Daftar"/>'),
            abstract(5, level(form="lowerLetter", text="%1)"), more='<w:styleLink w:val="Daftar"/>'),
            use(1, 0), use(2, 5),
            styles=DraftBuilder().style("Daftar", NUMBERED.replace('"1"', '"2"'), "numbering"),
        ),
        ["a)", "b)", "c)"], id="a list that points at a numbering style counts on that style's list",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), STYLED)
def test_styles_bring_lists_and_levels(content: bytes, expected: list[str]) -> None:
    assert markers(content) == expected


# Where the paragraphs stand and what became of them

GONE = f"<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>"
STRUCK = Block(f"<w:p>{GONE}{tracked(delete='dicoret')}</w:p>")
EMPTY = paragraph(number=1)
TWO_COLUMNS = table(
    (2000, 4000), row(cell(paragraph("k1", number=1)), "isi"), row(cell(paragraph("k2", number=1)), "isi"),
    row(cell(paragraph("k3", number=1)), "isi"),
)  # fmt: skip
ONE_LIST = (abstract(0, level()), use(1, 0))
STANDING = [
    pytest.param(draft(listed(1, 1) + STRUCK + listed(1), *ONE_LIST), ["1.", "2.", "3."], id="struck out"),
    pytest.param(draft(listed(1) + STRUCK * 3 + listed(1), *ONE_LIST), ["1.", "2."], id="several struck out in a row"),
    pytest.param(
        draft(listed(1) + STRUCK + table((900,), row("sel")) + listed(1), *ONE_LIST), ["1.", "", "2."],
        id="struck out before a table",
    ),
    pytest.param(
        draft(table((900,), row(cell(listed(1), STRUCK))) + listed(1), *ONE_LIST),
        ["1.", "2."], id="struck out at the end of a cell",
    ),
    pytest.param(
        draft(listed(1) + paragraph(tracked(insert="baru"), number=1, mark="ins") + listed(1), *ONE_LIST),
        ["1.", "2.", "3."], id="put in",
    ),
    pytest.param(draft(listed(1) + EMPTY + listed(1), *ONE_LIST), ["1.", "3."], id="without a text"),
    pytest.param(draft(TWO_COLUMNS, *ONE_LIST), ["1.", "", "2.", "", "3.", ""], id="a column of numbers"),
    pytest.param(
        draft(listed(1) + paragraph("tanpa") + TWO_COLUMNS + listed(1), *ONE_LIST),
        ["1.", "", "2.", "", "3.", "", "4.", "", "5."], id="through a table and beyond",
    ),
    pytest.param(
        draft(table((900,), row(cell(listed(1)), deleted=True), row(cell(listed(1)))), *ONE_LIST),
        ["1."], id="in a row that was struck out",
    ),
    pytest.param(
        draft(table((900,), row(cell(listed(1)), hidden=True), row(cell(listed(1)))), *ONE_LIST), ["1."],
        id="in a hidden row",
    ),
    pytest.param(
        draft(
            listed(1) + '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>'
            '<w:r><w:rPr><w:vanish/></w:rPr><w:t>gaib</w:t></w:r></w:p>' + listed(1), *ONE_LIST,
        ),
        ["1.", "2."], id="hidden with its end",
    ),
    pytest.param(
        draft(
            listed(1) + paragraph("gaib", number=1, style="Gaib") + listed(1), *ONE_LIST,
            styles=DraftBuilder().style("Gaib", "<w:rPr><w:vanish/></w:rPr>"),
        ),
        ["1.", "2."], id="hidden by its style",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), STANDING)
def test_what_is_not_printed_does_not_count(content: bytes, expected: list[str]) -> None:
    assert markers(content) == expected


def margins(found: Draft) -> list[str]:
    return [each.marker for each in paragraphs(found.margins) if each.text.strip()]


def test_each_header_counts_by_itself() -> None:
    content = DraftBuilder().header(paragraph("k1", numbered=True), paragraph("k2", numbered=True))
    content = content.footer(paragraph("k3", numbered=True)).paragraph("k4", numbered=True)
    found = read_draft(content.build(), "")
    assert margins(found) == ["1.", "2.", "1."]
    assert found.blocks[0].marker == "1."  # type: ignore[union-attr]


def test_a_draft_without_lists_numbers_nothing() -> None:
    assert markers(with_part(NUMBERING, lambda part: b"", DraftBuilder().raw(listed(1)).build())) == [""]


# As another program prints them

# What LibreOffice, unlike Word, does: it prints tracked deletions, counts what is hidden, knows neither lvlRestart nor
# isLgl nor a level's link to a style that does not name the level, and begins an override anew only once.
NOT_SO_THERE = (
    "lvlRestart", "isLgl", "struck out", "hidden", "linked to styles", "Override of a lower", "that are none",
    "list that is not there", "without a text",
)  # fmt: skip


@pytest.mark.skipif(
    SOFFICE is None or PDFTOTEXT is None, reason="LibreOffice (soffice) or poppler (pdftotext) is not installed here"
)
def test_libreoffice_prints_the_same_numbers(tmp_path: Path) -> None:
    groups = (FORMS, LEVELS, TOGETHER, STYLED, STANDING)
    asked = [each for group in groups for each in group if not any(what in str(each.id) for what in NOT_SO_THERE)]
    files: dict[Path, tuple[str, list[str]]] = {}
    for at, each in enumerate(asked):
        content, expected = each.values
        file = tmp_path / f"daftar{at}.docx"
        file.write_bytes(content)
        texts = [one.text for one in paragraphs(read_draft(content, "").blocks) if one.text.strip()]
        files[file] = (each.id, [f"{marker}{text}" for marker, text in zip(expected, texts, strict=True)])
    printed = pages(list(files), tmp_path)
    for file, (name, expected) in files.items():
        assert "".join(printed[file].split()) == "".join("".join(expected).split()), name

"""Properties taken out of a part and put back give the same part, and reading is the same with and without."""

import importlib
import io
import zipfile
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline.errors import DraftUnreadable
from pipeline.model.draft import Draft, Paragraph
from pipeline.read.package import parse
from pipeline.read.repeats import NUMBER, numbered, without_repeats
from pipeline.read.word import read_draft
from tests.builder import Block, DraftBuilder, cell, paragraph, row, run, table, text_box
from tests.read.test_package import DOCUMENT, with_part

ROOT = Path(__file__).parents[2]
CASES = sorted(each.parent.name for each in (ROOT / "tests" / "cases").glob("*/draft.py"))
OFFICE = sorted((ROOT / "input" / "drafts").rglob("*.docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WP14 = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# What holds properties, and which.
HELD = {f"{W}p": f"{W}pPr", f"{W}r": f"{W}rPr", f"{W}tc": f"{W}tcPr"}
BY = 'w:id="1" w:author="Penelaah" w:date="2025-07-01T08:00:00Z"'


def document(draft: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(draft)) as archive:
        return archive.read(DOCUMENT)


def canonical(root: etree._Element) -> str:
    """The tree in one form, without what is dropped for good.

    That is the looks of shapes, what stands between a drawing's size and its graphic, the look of a paragraph's own
    mark, and the revision ids of paragraphs, runs and cells with properties.
    """
    for each in list(root.iter(f"{WPS}style", f"{WPS}bodyPr", f"{WP14}sizeRelH", f"{WP14}sizeRelV")):
        each.getparent().remove(each)
    for size in list(root.iter(f"{WP}effectExtent")):
        for each in [size, *size.itersiblings()]:
            if each.tag != f"{A}graphic":
                each.getparent().remove(each)
    for mark in list(root.iter(f"{W}rPr")):
        if mark.getparent().tag == f"{W}pPr" and not list(mark.iter(f"{W}del", f"{W}ins", f"{W}vanish")):
            mark.getparent().remove(mark)
    for holder in root.iter(*HELD):
        for name in [name for name in holder.attrib if name != NUMBER]:
            del holder.attrib[name]
    return etree.canonicalize(etree.tostring(root).decode())


def put_back(data: bytes) -> etree._Element:
    part, once = without_repeats(data)
    root = parse(part)
    shared = numbered(parse(once) if once else None)
    taken = [each for each in root.iter(*HELD, *HELD.values(), f"{A}graphic") if each.get(NUMBER) is not None]
    for each in taken:
        own = deepcopy(shared[each.get(NUMBER)])
        if each.tag in HELD:
            assert own.tag == HELD[each.tag]
            del each.attrib[NUMBER]
            own.tail, each.text = each.text, None
            each.insert(0, own)
        else:
            own.tail = each.tail
            each.getparent().replace(each, own)
    return root


def read_whole(draft: bytes) -> Draft:
    """The draft as it is read when nothing may be taken out: one comment in its text forbids it."""
    return read_draft(with_part(DOCUMENT, lambda part: part.replace(b"<w:body>", b"<w:body><!-- utuh -->"), draft), "")


def same(draft: bytes) -> Draft:
    """What is read of a draft, after it was found the same with and without taking anything out."""
    found, whole = read_draft(draft, ""), read_whole(draft)
    assert replace(found, sha256="") == replace(whole, sha256="")
    return found


def text(draft: Draft) -> str:
    return "\n".join(each.text for each in draft.blocks if isinstance(each, Paragraph)).strip("\n")


# Real drafts


@pytest.mark.parametrize("name", CASES)
def test_put_back_gives_each_case_again(name: str) -> None:
    draft = importlib.import_module(f"tests.cases.{name}.draft").draft()
    data = document(draft).replace(b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode())
    assert canonical(put_back(data)) == canonical(parse(data))
    same(draft)


@pytest.mark.parametrize("file", OFFICE, ids=lambda file: file.name)
def test_put_back_gives_each_draft_of_the_office_again(file: Path) -> None:
    draft = file.read_bytes()
    data = document(draft)
    assert canonical(put_back(data)) == canonical(parse(data))
    same(draft)


def test_something_is_taken_out_of_a_real_draft() -> None:
    data = document(OFFICE[0].read_bytes())
    part, once = without_repeats(data)
    assert once
    assert len(part) < 0.9 * len(data)


# What could be mistaken

LOOK = '<w:rFonts w:ascii="Arial"/><w:sz w:val="24"/>'
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
BEFORE = f"<w:pPrChange {BY}><w:pPr>{LISTED}</w:pPr></w:pPrChange>"
LOOK_BEFORE = f"<w:rPrChange {BY}><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
TABS = '<w:tabs><w:tab w:val="left" w:pos="720"/><w:tab w:val="clear" w:pos="1440"/></w:tabs>'
SHAPE = (
    f'<a:graphic xmlns:a="{A.strip("{}")}"><a:graphicData uri="wps"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:prstGeom '
    'prst="rect"/></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>'
)
SIZE = '<wp:extent cx="12700" cy="12700"/>'
RELATIVE_TO = f'xmlns:wp14="{WP14.strip("{}")}" relativeFrom="page"'
RELATIVE = f"<wp14:sizeRelH {RELATIVE_TO}><wp14:pctWidth>0</wp14:pctWidth></wp14:sizeRelH>"
BESIDE = '<wp:effectExtent l="0"/><wp:wrapNone/><wp:docPr id="1" name="a"/>'


def frame(inner: str, after: str = "") -> str:
    return f"<w:p><w:r><w:drawing><wp:anchor>{inner}{SHAPE}{after}</wp:anchor></w:drawing></w:r>{run('a')}</w:p>"


CORNERS = {
    "shapes alike": (frame(SIZE + BESIDE) * 3, "a\na\na"),
    "a shape with a size of its own after it": (
        frame(SIZE + BESIDE, RELATIVE) * 2,
        "a\na",
    ),
    "a shape without what stands beside": ((frame(SIZE) + frame(SIZE + BESIDE)) * 2, "a\na\na\na"),
    "a comment beside a shape": (
        frame(SIZE + BESIDE + "<!-- <a:graphic > -->") + frame(SIZE + BESIDE), "a\na",
    ),
    "a size without a graphic": (
        f"<w:p><w:r><w:drawing><wp:anchor>{SIZE}{BESIDE}</wp:anchor></w:drawing></w:r>{run('b')}</w:p>"
        + frame(SIZE) + frame(SIZE + BESIDE), "b\na\na",
    ),
    "names declared on a paragraph": (
        f'<w:p xmlns:u="urn:u"><w:pPr><u:x/>{LISTED}</w:pPr>{run("a")}</w:p>' * 2, "a\na",
    ),
    "a property after a paragraph that ended at once": (f"<w:p/><w:pPr>{LISTED}</w:pPr>{paragraph('a')}", "a"),
    "revision ids": (
        f'<w:p w:rsidR="00AB12CD"><w:pPr>{LISTED}</w:pPr><w:r w:rsidRPr="00AB12CD"><w:rPr>{LOOK}</w:rPr>'
        "<w:t>a</w:t></w:r></w:p>" * 2,
        "a\na",
    ),
    "nothing": ("", ""),
    "the same twice": (f"<w:p><w:pPr>{LISTED}</w:pPr>{run('a', LOOK)}{run('b', LOOK)}</w:p>" * 2, "ab\nab"),
    "a paragraph's earlier setting": (f"<w:p><w:pPr><w:jc w:val='left'/>{BEFORE}</w:pPr>{run('a')}</w:p>" * 2, "a\na"),
    "a run's earlier look": (f"<w:p>{run('a', LOOK + LOOK_BEFORE)}{run('b', LOOK)}</w:p>" * 2, "ab\nab"),
    "both": (f"<w:p><w:pPr>{BEFORE}</w:pPr>{run('a', LOOK_BEFORE)}</w:p>{paragraph('b')}" * 2, "a\nb\na\nb"),
    "a comment": (f"<w:p><!-- <w:rPr><w:b/> -->{run('a', LOOK)}</w:p>" * 2, "a\na"),
    "CDATA": (f"<w:p><w:r><w:t><![CDATA[<w:rPr>]]></w:t></w:r>{run('a', LOOK)}</w:p>", "<w:rPr>a"),
    "a processing instruction": (f"<w:p><w:r><w:rPr><?x y?>{LOOK}</w:rPr><w:t>a</w:t></w:r></w:p>" * 2, "a\na"),
    "nothing in them": (f"<w:p><w:pPr/><w:r><w:rPr/><w:t>a</w:t></w:r>{run('b', LOOK)}</w:p>" * 2, "ab\nab"),
    "a blank before the bracket": (
        f"<w:p><w:r><w:rPr>{LOOK}</w:rPr ><w:t>a</w:t></w:r><w:r><w:rPr >{LOOK}</w:rPr><w:t>b</w:t></w:r></w:p>" * 2,
        "ab\nab",
    ),
    "a number of its own": ('<w:p><w:pPr n="77"/><w:r><w:rPr n="0"/><w:t>a</w:t></w:r></w:p>' * 2, "a\na"),
    "a name declared around them": (
        f'<w:p><w:r xmlns:u="urn:u"><w:rPr><u:glow/>{LOOK}</w:rPr><w:t>a</w:t></w:r></w:p>' * 2, "a\na",
    ),
    "a name declared anew": (f'<x xmlns:w="urn:lain"><w:rPr><w:b/></w:rPr></x>{paragraph(run("a", LOOK))}', "a"),
    "a struck mark without author": (
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('a')}</w:p>{paragraph('b')}", "ab",
    ),
    "a struck mark over two lines": (
        f"<w:p><w:pPr><w:rPr><w:del\n{BY}/></w:rPr></w:pPr>{run('a')}</w:p>{paragraph('b')}", "ab",
    ),
    "hidden": (paragraph("a", run("b", "<w:vanish/>"), "c") * 2, "ac\nac"),
    "tab stops": (
        f"<w:p><w:pPr>{TABS}{BEFORE}</w:pPr>{run('a')}</w:p><w:p><w:pPr>{TABS}</w:pPr>{run('b')}</w:p>" * 2,
        "a\nb\na\nb",
    ),
    "a page set-up": (
        f'<w:p><w:pPr><w:sectPr><w:pgSz w:w="100" w:h="100"/></w:sectPr></w:pPr>{run("a")}</w:p>' * 2, "a\na",
    ),
    "looks of a shape that do not end": (
        f"<w:p><w:r><x><wps:style>A</wps:style ></x></w:r>{run('a')}<w:r><x><wps:style>A</wps:style></x></w:r></w:p>",
        "a",
    ),
    "in a text box": (
        paragraph("a", text_box(Block(f"<w:p><w:pPr>{LISTED}</w:pPr>{run('Ya', LOOK)}</w:p>")), run("b", LOOK)) * 2,
        "ab\nab",
    ),
    "in a table": (
        table((100, 100), row(cell("a", span=2)), row(cell("b", merge="restart"), "c")) + paragraph("d"), "d",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CORNERS)
def test_what_could_be_mistaken_is_read_as_it_stands(name: str) -> None:
    body, expected = CORNERS[name]
    assert text(same(DraftBuilder().raw(body).build())) == expected


@pytest.mark.parametrize("prefix", [b"w0", b"ns0", b"x"])
def test_another_prefix_is_left_alone(prefix: bytes) -> None:
    plain = DraftBuilder().paragraph(run("a", LOOK)).build()
    other = with_part(
        DOCUMENT,
        lambda part: part.replace(b"w:", prefix + b":").replace(b"xmlns:w=", b"xmlns:%b=" % prefix),
        plain,
    )
    assert without_repeats(document(other))[1] == b""
    assert text(read_draft(other, "")) == "a"
    assert replace(read_draft(other, ""), sha256="") == replace(read_draft(plain, ""), sha256="")


def test_letters_of_an_older_code_are_read_as_declared() -> None:
    def recoded(part: bytes) -> bytes:
        text = part.decode().partition("?>")[2] if part.startswith(b"<?xml") else part.decode()
        return ('<?xml version="1.0" encoding="iso-8859-1"?>' + text).encode("iso-8859-1")

    draft = DraftBuilder().paragraph(run("réf", '<w:rFonts w:ascii="Académie"/>'))
    found = same(with_part(DOCUMENT, recoded, draft.build()))
    assert found.blocks == read_draft(draft.build(), "").blocks
    assert found.blocks[0].look.font == "Académie"  # type: ignore[union-attr]


def test_a_damaged_property_is_damage_and_its_line_is_named() -> None:
    broken = with_part(DOCUMENT, lambda part: part.replace(b"<w:sz ", b"<w:sz>\n<w:sz "), with_look())
    with pytest.raises(DraftUnreadable, match="rusak") as refused:
        read_draft(broken, "")
    assert refused.value.code == "RD008"


def with_look() -> bytes:
    return DraftBuilder().paragraph(run("a", LOOK)).build()


# Random bodies

_RUN_LOOKS = st.lists(
    st.sampled_from(
        (
            "<w:b/>", "<w:vanish/>", '<w:vanish w:val="0"/>', '<w:sz w:val="24"/>', '<w:rFonts w:ascii="Symbol"/>',
            LOOK_BEFORE, f"<w:del {BY}/>", "<w:ins/>", "<!-- <w:rPr> -->", '<w:rStyle w:val="Gaib"/>',
        )
    ),
    max_size=3,
).map("".join)  # fmt: skip
_SETTINGS = st.lists(
    st.sampled_from(
        (
            LISTED, BEFORE, "<w:pageBreakBefore/>", '<w:pStyle w:val="Isi"/>', "<w:rPr><w:b/></w:rPr>", "<w:rPr/>",
            f"<w:rPr><w:del {BY}/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>", '<w:spacing w:before="120"/>',
            '<w:sectPr><w:pgSz w:w="9000" w:h="9000"/></w:sectPr>', TABS,
        )
    ),
    max_size=3,
).map("".join)  # fmt: skip
_CELL_SETTINGS = st.lists(
    st.sampled_from(
        (
            '<w:gridSpan w:val="2"/>', "<w:vMerge/>", '<w:vMerge w:val="restart"/>', "<w:hMerge/>",
            f"<w:cellDel {BY}/>",
        )
    ),
    max_size=2,
).map("".join)  # fmt: skip
_WORDS = st.sampled_from(("satu", "dua", "tiga: 3", "·", ""))


def _properties(tag: str, inner: str, form: int) -> str:
    """Properties in one of the ways in which they can be written."""
    if not inner:
        return ("", f"<w:{tag}/>", f"<w:{tag}></w:{tag}>")[form]
    return f"<w:{tag}>{inner}</w:{tag}>"


@st.composite
def _runs(draw) -> str:
    look = _properties("rPr", draw(_RUN_LOOKS), draw(st.integers(0, 2)))
    made = f"<w:r>{look}<w:t>{draw(_WORDS)}</w:t></w:r>"
    return f"<w:ins {BY}>{made}</w:ins>" if draw(st.integers(0, 5)) == 0 else made


@st.composite
def _paragraphs(draw, boxed: bool = False) -> str:
    setting = _properties("pPr", draw(_SETTINGS), draw(st.integers(0, 2)))
    inner = "".join(draw(st.lists(_runs(), max_size=3)))
    if not boxed and draw(st.integers(0, 5)) == 0:
        inner += text_box(Block(draw(_paragraphs(boxed=True))))
    return f"<w:p>{setting}{inner}</w:p>"


@st.composite
def _tables(draw) -> str:
    def cells() -> str:
        looks = _properties("tcPr", draw(_CELL_SETTINGS), draw(st.integers(0, 2)))
        return f"<w:tc>{looks}{draw(_paragraphs())}</w:tc>"

    rows = "".join(f"<w:tr>{''.join(cells() for _ in range(2))}</w:tr>" for _ in range(draw(st.integers(1, 3))))
    return f"<w:tbl>{rows}</w:tbl>"


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.lists(st.one_of(_paragraphs(), _paragraphs(), _tables()), max_size=6).map("".join))
def test_a_random_body_is_the_same_with_its_properties_taken_out(body: str) -> None:
    draft = DraftBuilder().style("Isi", "<w:pPr><w:spacing w:after='60'/></w:pPr>").raw(body).build()
    data = document(draft)
    assert canonical(put_back(data)) == canonical(parse(data))
    assert bool(without_repeats(data)[1]) == (b"<!" not in data)
    same(draft)

"""Whatever a damaged file holds ends in a Draft or in DraftUnreadable, and no word in it is lost in silence."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import DraftUnreadable
from pipeline.model.draft import Draft, Paragraph, Table
from pipeline.read.word import read_draft
from tests.builder import (
    Block,
    DraftBuilder,
    canvas_box,
    grouped_box,
    note_mark,
    old_box,
    paragraph,
    picture,
    sym,
    text_box,
)
from tests.builder.markup import BY, OFFICE
from tests.read.test_package import DOCUMENT, with_part

RELS = "word/_rels/document.xml.rels"


def read(body: str) -> Draft:
    return read_draft(DraftBuilder().raw(body).build(), "")


def document(inner: str) -> bytes:
    """A draft whose w:document holds exactly this."""
    return with_part(
        DOCUMENT, lambda part: re.sub(rb"<w:body>.*</w:body>", lambda _: inner.encode(), part, flags=re.DOTALL)
    )


def modern(shape: str) -> str:
    """A shape without what stands behind it for older programs."""
    return re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", shape)


def texts(found: Draft) -> Iterator[str]:
    """Every text that a draft gives or reports, each once."""
    for block in (*found.blocks, *found.margins):
        yield from _block(block)
    yield from (shape.text for each in found.drawings for shape in each.shapes)
    yield from (each.what for each in found.unread)
    yield from (each.text for each in found.notes)


def _block(block: Paragraph | Table) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
        return
    for each in block.rows:
        for one in each.cells:
            yield from (part.text for part in one.paragraphs)
            for inner in one.tables:
                yield from _block(inner)


_WORD = re.compile(r"\bk\d+\b")


def words(texts: Iterator[str] | list[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text))


def numbered(body: str) -> str:
    """A body with each `@` made a word of its own: k1, k2 …"""
    pieces = body.split("@")
    return pieces[0] + "".join(f"k{at} {piece}" for at, piece in enumerate(pieces[1:], start=1))


# Elements where they cannot stand

P, T = "<w:p>{}</w:p>", "<w:t>@</w:t>"
R = f"<w:r>{T}</w:r>"
WHOLE = P.format(R)
MISPLACED = {
    "a row outside a table": f"<w:tr><w:tc>{WHOLE}</w:tc></w:tr>",
    "a cell outside a row": f"<w:tc>{WHOLE}</w:tc>",
    "a cell in a table without a row": f"<w:tbl><w:tc>{WHOLE}</w:tc></w:tbl>",
    "a cell in a cell": f"<w:tbl><w:tr><w:tc>{WHOLE}<w:tc>{WHOLE}</w:tc>{WHOLE}</w:tc></w:tr></w:tbl>",
    "a row in a row": f"<w:tbl><w:tr><w:tr><w:tc>{WHOLE}</w:tc></w:tr><w:tc>{WHOLE}</w:tc></w:tr></w:tbl>",
    "a row in a cell": f"<w:tbl><w:tr><w:tc>{WHOLE}<w:tr><w:tc>{WHOLE}</w:tc></w:tr></w:tc></w:tr></w:tbl>",
    "a table in a table": f"<w:tbl><w:tbl><w:tr><w:tc>{WHOLE}</w:tc></w:tr></w:tbl></w:tbl>",
    "a table in a row": f"<w:tbl><w:tr><w:tbl><w:tr><w:tc>{WHOLE}</w:tc></w:tr></w:tbl></w:tr></w:tbl>",
    "a paragraph in a table": f"<w:tbl>{WHOLE}<w:tr>{WHOLE}<w:tc>{WHOLE}</w:tc></w:tr></w:tbl>",
    "a text outside a paragraph": T,
    "a run outside a paragraph": R,
    "a text before and after a paragraph": T + WHOLE + T,
    "a text in a cell": f"<w:tbl><w:tr><w:tc>{T}</w:tc></w:tr></w:tbl>",
    "a text in a row and in a table": f"<w:tbl>{T}<w:tr>{T}<w:tc>{WHOLE}</w:tc></w:tr></w:tbl>",
    "a text in a paragraph without a run": P.format(T),
    "a text in properties": f"<w:p><w:pPr>{T}</w:pPr>{R}<w:r><w:rPr>{T}</w:rPr>{T}</w:r></w:p>" * 2,
    "a text in a table's properties": f"<w:tbl><w:tblPr>{T}</w:tblPr><w:tblGrid>{T}</w:tblGrid></w:tbl>",
    "a paragraph in a paragraph": P.format(R + WHOLE + R),
    "a paragraph in a run": P.format(f"<w:r>{WHOLE}{T}</w:r>"),
    "a paragraph in a text": P.format(f"<w:r><w:t>@{WHOLE}</w:t></w:r>"),
    "a table in a paragraph": P.format(f"{R}<w:tbl><w:tr><w:tc>{WHOLE}</w:tc></w:tr></w:tbl>{R}"),
    "a run in a run": P.format(f"<w:r>{T}<w:r>{T}</w:r>{T}</w:r>"),
    "a body in a body": f"<w:body>{WHOLE}</w:body>",
    "a box in a run": P.format(f"<w:r><w:txbxContent>{WHOLE}</w:txbxContent>{T}</w:r>"),
    "a box in a body": f"<w:txbxContent>{WHOLE}</w:txbxContent>",
    "a box in a drawing": P.format(f"<w:r><w:drawing><w:txbxContent>{WHOLE}</w:txbxContent></w:drawing></w:r>"),
    "a box in a box": P.format(f"<w:r><w:txbxContent>{P.format(modern(text_box('@')))}</w:txbxContent></w:r>"),
    "a box without a paragraph": P.format(f"<w:r><w:txbxContent>{T}</w:txbxContent></w:r>"),
    "a box with a table in an object": P.format(
        f"<w:r><w:object><v:shape><v:textbox><w:txbxContent><w:tbl><w:tr><w:tc>{WHOLE}</w:tc></w:tr></w:tbl>"
        f"</w:txbxContent></v:textbox></v:shape></w:object></w:r>"
    ),
    "a page of a box outside a paragraph": modern(
        text_box(Block(f"<w:tbl><w:tr><w:tc>{WHOLE}</w:tc></w:tr></w:tbl>"))
    ),
    "two boxes, the second a page": modern(
        paragraph(text_box("@"), text_box(Block(paragraph("@: @") + paragraph("@: @"))))
    ),
    "a struck cell's mark in a paragraph": f"<w:p><w:cellDel {BY}/>{R}</w:p>{WHOLE}",
    "a struck cell's mark in the body": f"<w:cellDel {BY}/>{WHOLE}",
    "a struck row's mark in a paragraph": f"<w:p><w:trPr><w:del {BY}/></w:trPr>{R}</w:p>{WHOLE}",
    "a hidden row's mark in a paragraph": f"<w:p><w:trPr><w:hidden/></w:trPr>{R}</w:p>{WHOLE}",
    "a hidden row's mark in the body": f"<w:trPr><w:hidden/></w:trPr>{WHOLE}",
    "a struck paragraph's mark in a run": f"<w:p><w:r><w:rPr><w:del {BY}/></w:rPr>{T}</w:r></w:p>{WHOLE}",
    "a struck paragraph's mark in a cell": (
        f"<w:tbl><w:tr><w:tc><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{WHOLE}</w:tc></w:tr></w:tbl>"
    ),
    "a hidden mark in the body": f"<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{WHOLE}{WHOLE}",
    "hidden by nothing": f"<w:vanish/>{WHOLE}<w:rPr><w:vanish/></w:rPr>{WHOLE}",
    "advice of nothing": f"<w:showingPlcHdr/>{WHOLE}<w:sdtPr><w:showingPlcHdr/></w:sdtPr>{WHOLE}",
    "a control without content": f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{WHOLE}</w:sdt>",
    "a reading aid without a word": P.format(f"<w:rt>{R}</w:rt>{R}"),
    "a field's sign in the body": f'<w:fldChar w:fldCharType="begin"/>{WHOLE}',
    "a fallback without a choice": f"<mc:Fallback>{WHOLE}</mc:Fallback>",
    "a choice without an alternative": f'<mc:Choice Requires="w99">{WHOLE}</mc:Choice>',
    "an element that nobody knows": f"<w:lain>{WHOLE}<w:lain>{P.format(f'<w:lain>{R}</w:lain>')}</w:lain></w:lain>",
    "a name space that nobody knows": f'<x:lain xmlns:x="urn:x">{WHOLE}</x:lain>',
    "a section in a run": P.format(f"<w:r><w:sectPr/>{T}</w:r>"),
    "a formula in a body": "<m:oMath><m:r><m:t>@</m:t></m:r></m:oMath>",
}  # fmt: skip


@pytest.mark.parametrize("name", MISPLACED)
def test_no_word_is_lost_where_an_element_stands_wrongly(name: str) -> None:
    body = numbered(MISPLACED[name] + WHOLE)
    assert words(texts(read(body))) == words([body])


@pytest.mark.parametrize("name", MISPLACED)
@pytest.mark.parametrize("rare", [f"<w:p><w:del {BY}><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"])
def test_no_word_is_lost_beside_a_tracked_deletion(name: str, rare: str) -> None:
    body = numbered(MISPLACED[name] + WHOLE)
    assert words(texts(read(body + rare))) == words([body])


# Depth and size


NESTS = {
    "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    "paragraphs": ("<w:p>", "</w:p>"),
    "controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "boxes": ("<w:p><w:r><w:drawing><w:txbxContent>", "</w:txbxContent></w:drawing></w:r></w:p>"),
    "groups": ("<w:p><w:r><w:pict><v:group>", "</v:group></w:pict></w:r></w:p>"),
    "choices": ('<mc:AlternateContent><mc:Choice Requires="wps">', "</mc:Choice></mc:AlternateContent>"),
    "insertions": (f"<w:p><w:ins {BY}>", "</w:ins></w:p>"),
}


@pytest.mark.parametrize("name", NESTS)
@pytest.mark.parametrize("depth", [10, 60])
def test_deep_nesting_is_read(name: str, depth: int) -> None:
    opening, closing = NESTS[name]
    body = numbered(opening * depth + WHOLE + closing * depth + WHOLE)
    assert words(texts(read(body))) == words([body])


@pytest.mark.parametrize("name", NESTS)
@pytest.mark.parametrize("depth", [300, 2_000])
def test_nesting_that_nobody_makes_is_refused(name: str, depth: int) -> None:
    opening, closing = NESTS[name]
    with pytest.raises(DraftUnreadable) as refused:
        read(opening * depth + WHOLE + closing * depth)
    assert refused.value.code == "RD008"


def test_many_levels_of_groups_in_a_shape_are_read() -> None:
    shape = re.search(r"<wps:wsp>.*?</wps:wsp>", str(text_box("k1")))
    group = re.search(r"<wpg:wgp>.*?</wpg:grpSpPr>", str(grouped_box("")))
    assert shape
    assert group
    opening = group[0].replace("wpg:wgp", "wpg:grpSp")
    inner = opening * 100 + shape[0] + "</wpg:grpSp>" * 100
    body = paragraph(grouped_box("")).replace("</wpg:grpSpPr>", f"</wpg:grpSpPr>{inner}")
    assert words(texts(read(body)))["k1"] == 1


@pytest.mark.parametrize(
    "number", ["-1", "0", "1000000000", "1e308", "9" * 400, "dua", "", "nan", "-inf", "1.5", " 2 "]
)
@pytest.mark.parametrize(
    "mark", ["gridSpan", "gridBefore", "gridAfter", "vMerge", "hMerge", "trHeight", "gridCol", "tblInd", "sz", "ilvl"]
)
def test_a_senseless_number_is_read_as_some_number(mark: str, number: str) -> None:
    attributes = f'w:val="{number}" w:w="{number}"'
    where = {
        "gridSpan": "tcPr", "vMerge": "tcPr", "hMerge": "tcPr", "gridBefore": "trPr", "gridAfter": "trPr",
        "trHeight": "trPr", "gridCol": "tblGrid", "tblInd": "tblPr", "sz": "rPr", "ilvl": "numPr",
    }[mark]  # fmt: skip
    made = {where: f"<w:{where}><w:{mark} {attributes}/></w:{where}>"}
    cells = f"<w:tc>{made.get('tcPr', '')}{WHOLE}</w:tc>" * 3
    listed = f"<w:pPr>{made.get('numPr', '')}</w:pPr>".replace("<w:numPr>", '<w:numPr><w:numId w:val="1"/>')
    body = numbered(
        f"<w:tbl>{made.get('tblPr', '')}{made.get('tblGrid', '')}<w:tr>{made.get('trPr', '')}{cells}</w:tr></w:tbl>"
        f"<w:p>{listed}<w:r>{made.get('rPr', '')}{T}</w:r></w:p>"
    )
    found = read(body)
    assert words(texts(found)) == words([body])
    columns = [one.column + one.span for each in found.blocks if isinstance(each, Table) for one in each.rows[0].cells]
    assert columns == sorted(columns)
    assert columns[-1] <= 4 * 63


def test_a_missing_number_is_read_as_some_number() -> None:
    body = numbered(
        f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:gridBefore/><w:trHeight/></w:trPr>"
        f"<w:tc><w:tcPr><w:gridSpan/><w:vMerge/></w:tcPr>{WHOLE}</w:tc></w:tr></w:tbl>"
        f"<w:p><w:pPr><w:pStyle/><w:numPr><w:ilvl/><w:numId/></w:numPr><w:spacing/></w:pPr><w:r><w:rPr><w:sz/>"
        f"<w:rFonts/></w:rPr>{T}<w:sym/><w:br/><w:fldChar/></w:r></w:p>"
    )
    assert words(texts(read(body))) == words([body])


def test_enormous_values_are_read() -> None:
    name = "x" * 200_000
    body = numbered(
        f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr><w:ins w:id="1" w:author="{name}" w:date="{name}">'
        f'<w:r><w:rPr><w:rFonts w:ascii="{name}"/></w:rPr>{T}</w:r></w:ins><w:r>'
        f'<w:sym w:font="{name}" w:char="{name}"/><w:sym w:font="Wingdings" w:char="{"F" * 20_000}"/></w:r></w:p>'
    )
    assert words(texts(read(body))) == words([body])


def test_a_row_of_a_hundred_thousand_columns_is_read_soon() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>{WHOLE}</w:tc>'
    body = numbered(f"<w:tbl><w:tr>{wide * 2_000}</w:tr></w:tbl>")
    assert words(texts(read(body))) == words([body])


def test_a_long_chain_of_styles_is_read() -> None:
    draft = DraftBuilder()
    for at in range(3_000):
        draft = draft.style(f"s{at}", "", based_on=f"s{at + 1}")
    draft = draft.style("s3000", '<w:rPr><w:sz w:val="50"/></w:rPr>')
    found = read_draft(draft.paragraph("a").raw(paragraph("b", style="s0")).build(), "")
    assert [each.look.size for each in found.blocks[:2] if isinstance(each, Paragraph)] == [10.0, 25.0]


@pytest.mark.parametrize("bases", [("a",), ("b", "a"), ("b", "c", "a"), ("b", "c", "b")])
@pytest.mark.parametrize("look", ["", "<w:rPr><w:vanish/></w:rPr>"])
def test_styles_based_on_each_other_in_a_ring_are_read(bases: tuple[str, ...], look: str) -> None:
    draft = DraftBuilder()
    for name, base in zip("abc", bases, strict=False):
        draft = draft.style(name, look, based_on=base)
    found = read_draft(draft.raw(paragraph("x", style="a")).paragraph("k1").build(), "")
    assert words(texts(found)) == {"k1": 1}


# Signs


@pytest.mark.parametrize("code", ["D800", "DFFF", "0000", "0007", "110000", "F" * 40, "", "zz", "-1", "FFFE"])
@pytest.mark.parametrize("font", ["Wingdings", "Symbol", "Arial", ""])
def test_a_sign_without_a_letter_is_one_that_can_be_written(code: str, font: str) -> None:
    found = read(paragraph("a", sym(code, font), "b"))
    text = found.blocks[0].text  # type: ignore[union-attr]
    assert len(text) == 3
    assert text.encode("utf-8")
    assert text[1] >= " "


# Drawings

SHAPES = (text_box("k1"), old_box("k1"), grouped_box("k1"), canvas_box("k1"))


@pytest.mark.parametrize("shape", SHAPES, ids=["box", "old", "group", "canvas"])
@pytest.mark.parametrize("number", ["", "-1", "0", "1e308", "9" * 400, "9" * 5_000, "nan", "dua"])
def test_a_shape_with_senseless_lengths_keeps_its_words(shape: str, number: str) -> None:
    body = paragraph(shape)
    body = Block(
        re.sub(r'\b(cx|cy|x|y)="[^"]*"', rf'\1="{number}"', body).replace("<a:xfrm", f'<a:xfrm rot="{number}"')
    )
    body = Block(body.replace("<wp:posOffset>50800<", f"<wp:posOffset>{number}<").replace("60pt", f"{number}pt"))
    body = Block(body.replace('coordsize="60,20"', f'coordsize="{number},{number}" coordorigin="{number}"'))
    assert words(texts(read(body))) == {"k1": 1}


@pytest.mark.parametrize(
    "lost",
    [
        "wp:extent", "wp:positionH", "wp:positionV", "wp:simplePos", "a:xfrm", "a:prstGeom", "wps:spPr", "wps:cNvSpPr",
        "wp:docPr", "a:off", "a:ext", "a:chOff", "a:chExt", "wpg:grpSpPr", "a:graphic", "a:graphicData", "wp:anchor",
        "wps:txbx", "wps:wsp", "wpg:wgp", "wpc:wpc",
    ],
)  # fmt: skip
def test_a_shape_that_lacks_something_keeps_its_words(lost: str) -> None:
    for shape in SHAPES:
        body = paragraph(shape)
        # The element goes, what it holds stays.
        body = Block(re.sub(rf"</?{lost}(?=[\s/>])[^>]*>", "", body))
        assert words(texts(read(body))) == {"k1": 1}
        renamed = Block(re.sub(rf"(</?){lost}(?=[\s/>])", r"\1w:lain", paragraph(shape)))
        assert words(texts(read(renamed))) == {"k1": 1}


BOX = f"<v:textbox><w:txbxContent>{paragraph('k1')}</w:txbxContent></v:textbox>"
VML = {
    "no style": f"<v:rect>{BOX}</v:rect>",
    "a senseless style": f'<v:rect style=";;:;width;height:;left:abc;top:1.2.3.4pt;rotation:xfd;flip:">{BOX}</v:rect>',
    "a long type": f'<v:shape type="#_x0000_t{"9" * 5_000}" o:spt="1e400" xmlns:o="urn:o">{BOX}</v:shape>',
    "a senseless type": f'<v:shape type="_t" adj=",,x,1e400">{BOX}</v:shape>',
    "a line": f'<v:line from="1" to="a,b,c">{BOX}</v:line>',
    "a line without ends": f"<v:line>{BOX}</v:line>",
    "a polyline": f'<v:polyline points="x">{BOX}</v:polyline>',
    "a group of nothing": (
        f'<v:group coordsize="0,0"><v:group coordsize=","><v:rect>{BOX}</v:rect></v:group></v:group>'
    ),
    "a shape's type": f"<v:shapetype>{BOX}</v:shapetype>",
    "a picture with a text": f"<v:shape><v:imagedata/>{BOX}</v:shape>",
    "a shape in a shape": f"<v:rect><v:rect>{BOX}</v:rect></v:rect>",
    "an unknown shape": f"<v:lain>{BOX}</v:lain>",
    "a text box alone": BOX,
    "a text box in nothing": f"<w:lain>{BOX}</w:lain>",
}  # fmt: skip


@pytest.mark.parametrize("name", VML)
@pytest.mark.parametrize("holder", ["pict", "object"])
def test_odd_vml_keeps_its_words(name: str, holder: str) -> None:
    body = f"<w:p><w:r><w:{holder}>{VML[name]}</w:{holder}></w:r></w:p>"
    assert words(texts(read(body))) == {"k1": 1}


def test_a_picture_that_is_not_there_is_read_as_one() -> None:
    found = read(paragraph("k1", picture(99)))
    assert [each.kind for each in found.drawings] == ["picture"]


def test_ids_given_twice_are_read() -> None:
    body = (paragraph(text_box("k1"), text_box("k1"), note_mark("comment", 1)) + paragraph("k2")) * 2
    draft = DraftBuilder().raw(body).note("comment", "k3").note("comment", "k4").build()
    twice = with_part("word/comments.xml", lambda part: part.replace(b'w:id="2"', b'w:id="1"'), draft)
    assert words(texts(read_draft(twice, ""))) == {"k1": 4, "k2": 2, "k3": 1, "k4": 1}


# Bodies and sections


@pytest.mark.parametrize("inner", ["", "<w:body/>", "<w:body></w:body>", "<w:body>teks</w:body>", "<w:lain/>"])
def test_a_document_without_a_text_is_an_empty_draft(inner: str) -> None:
    assert read_draft(document(inner), "").blocks == ()


def test_a_section_without_size_is_a_letter() -> None:
    found = read_draft(document(f"<w:body>{paragraph('k1')}<w:sectPr/></w:body>"), "")
    assert [(each.width, each.height, each.left) for each in found.sections] == [(612.0, 792.0, 72.0)]


@pytest.mark.parametrize("number", ["", "-1", "0", "1e308", "9" * 400, "nan", "dua", "1.5cm", "pt"])
def test_a_section_with_senseless_size_is_read(number: str) -> None:
    section = f'<w:pgSz w:w="{number}" w:h="{number}"/><w:pgMar w:top="{number}" w:left="{number}"/>'
    body = f"<w:body>{paragraph('k1')}<w:sectPr>{section}</w:sectPr></w:body>"
    assert words(texts(read_draft(document(body), ""))) == {"k1": 1}


# Headers, footers and other parts

MARGINS = DraftBuilder().header(paragraph("k1")).footer(paragraph("k2")).paragraph("k3").build()


def pointing(old: str, new: str) -> bytes:
    """The draft with headers and footers whose relationship points elsewhere."""
    return with_part(RELS, lambda part: part.replace(f'Target="{old}"'.encode(), f'Target="{new}"'.encode()), MARGINS)


def test_a_header_that_is_the_document_is_read_as_both() -> None:
    assert words(texts(read_draft(pointing("header1.xml", "document.xml"), "")))["k3"] == 2


def test_a_header_that_points_at_itself_is_read_once() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId3" '
        f'Type="{OFFICE}/relationships/header" Target="header1.xml"/></Relationships>'
    )
    section = b'<w:p><w:pPr><w:sectPr><w:headerReference r:id="rId3"/></w:sectPr></w:pPr></w:p></w:hdr>'
    draft = with_part("word/header1.xml", lambda part: part.replace(b"</w:hdr>", section), MARGINS)
    out = io.BytesIO(draft)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/_rels/header1.xml.rels", rels)
    assert words(texts(read_draft(out.getvalue(), ""))) == {"k1": 1, "k2": 1, "k3": 1}


def test_a_part_that_is_header_and_footer_is_read_once() -> None:
    found = read_draft(pointing("footer1.xml", "header1.xml"), "")
    assert words(texts(found)) == {"k1": 1, "k3": 1}


@pytest.mark.parametrize(
    "target", ["styles.xml", "numbering.xml", "tidak-ada.xml", "../../../etc/passwd", "", "%", "#x"]
)
def test_a_header_that_is_something_else_takes_no_word_from_the_text(target: str) -> None:
    assert words(texts(read_draft(pointing("header1.xml", target), "")))["k3"] == 1


GARBAGE = [b"", b"\0" * 100, b"bukan XML", b"<a><b></a>", b"<a/>", b"PK\x03\x04", "<a>é".encode("latin-1"), b"<w:hdr/>"]


@pytest.mark.parametrize("garbage", GARBAGE)
@pytest.mark.parametrize(
    "part",
    [
        "word/header1.xml", "word/comments.xml", "word/footnotes.xml", "word/styles.xml", "word/numbering.xml",
        "word/settings.xml", RELS, "[Content_Types].xml",
    ],
)  # fmt: skip
def test_a_part_that_is_garbage_takes_no_word_from_the_text(part: str, garbage: bytes) -> None:
    builder = DraftBuilder().header(paragraph("k1"), pages="even").note("comment", "k2").note("footnote", "k3")
    body = paragraph("k4", note_mark("comment", 1), note_mark("footnote", 1), numbered=True, style="Isi")
    found = read_draft(with_part(part, lambda _: garbage, builder.raw(body).build()), "")
    assert words(texts(found))["k4"] == 1


# Random trees

# None of these takes a word out of what is printed.
READ = (
    "body", "p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "moveTo", "hyperlink", "smartTag",
    "customXml", "txbxContent", "drawing", "pict", "object", "tab", "br", "cr", "tblPr", "tblGrid", "gridCol", "tcPr",
    "gridSpan", "vMerge", "hMerge", "trPr", "gridBefore", "tblHeader", "pPr", "rPr", "numPr", "numId", "ilvl",
    "pStyle", "spacing", "sectPr", "headerReference", "bookmarkStart", "commentRangeStart", "footnoteReference",
    "altChunk", "fldSimple", "sym", "noBreakHyphen", "rFonts", "sz", "ruby", "rubyBase", "proofErr", "cellIns",
    "pPrChange", "sectPrChange", "lain",
)  # fmt: skip
# These may, if they stand where they mean something.
TAKING = (
    "del", "moveFrom", "delText", "instrText", "vanish", "hidden", "cellDel", "rt", "sdtPr", "showingPlcHdr", "rStyle",
    "fldChar", "ffData", "checkBox", "ddList",
)  # fmt: skip
OTHERS = (
    "mc:AlternateContent", "mc:Choice", "mc:Fallback", "wp:anchor", "wp:inline", "wp:extent", "a:graphic",
    "a:graphicData", "wps:wsp", "wps:txbx", "wps:spPr", "a:xfrm", "a:off", "wpg:wgp", "v:shape", "v:rect", "v:group",
    "v:textbox", "m:oMath", "m:r", "m:t",
)  # fmt: skip
VALUES = ("", "1", "0", "-3", "restart", "continue", "Gaib", "begin", "separate", "end", "wps", "lain", "9" * 20)
_ATTRIBUTES = st.dictionaries(
    st.sampled_from(("w:val", "w:id", "w:type", "w:fldCharType", "w:w", "w:author", "Requires", "cx", "n", "style")),
    st.sampled_from(VALUES),
    max_size=2,
)


def _trees(tags: tuple[str, ...]) -> st.SearchStrategy[str]:
    def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(_element, st.sampled_from(tags), _ATTRIBUTES, st.lists(inner, max_size=4))

    return st.recursive(st.just("<w:t>@</w:t>"), element, max_leaves=25)


def _element(tag: str, attributes: dict[str, str], inner: list[str]) -> str:
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    # A text with elements in it is no text; everything else may hold everything.
    return f"<{tag}{written}>{'@' if tag in ('w:t', 'm:t') else ''.join(inner)}</{tag}>"


RANDOM = settings(
    max_examples=500, deadline=None, derandomize=True, database=None,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example),
)  # fmt: skip
STYLES = DraftBuilder().style("Gaib", "<w:rPr><w:vanish/></w:rPr>").style("Isi", "")


@RANDOM
@given(st.lists(_trees(tuple(f"w:{each}" for each in READ)), max_size=6).map("".join))
def test_no_word_of_a_random_tree_is_lost(inner: str) -> None:
    body = numbered(inner)
    assert words(texts(read(body))) == words([body])


@RANDOM
@given(st.lists(_trees((*(f"w:{each}" for each in (*READ, *TAKING)), *OTHERS)), max_size=6).map("".join), st.booleans())
def test_any_random_tree_ends_in_a_draft(inner: str, styled: bool) -> None:
    body = numbered(inner)
    found = read_draft((STYLES if styled else DraftBuilder()).raw(body).build(), "")
    assert not words(texts(found)) - words([body]), "a word was read twice"

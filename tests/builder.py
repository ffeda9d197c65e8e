"""A small writer of .docx drafts, one nasty thing at a time: valid files, the same bytes on every machine."""

import io
import re
import zipfile
from dataclasses import dataclass, replace
from typing import TypeVar
from xml.sax.saxutils import escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": f"{_DRAWING}/wordprocessingDrawing",
    "a": f"{_DRAWING}/main",
    "wps": _WPS,
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
# Strict OOXML says the same under other names; ISO/IEC 29500-1.
_STRICT = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"),
    ("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
)
_EMU = 12_700
_BY = 'w:id="1" w:author="Penelaah" w:date="2025-07-01T08:00:00Z"'


class Inline(str):
    """Ready markup that stands among the runs of a paragraph."""


class Block(str):
    """Ready paragraphs and tables."""


class Cell(str):
    """Ready cells of a row."""


class Row(str):
    """Ready rows of a table."""


Markup = TypeVar("Markup", Inline, Block, Cell, Row)


# Runs


def run(text: str, properties: str = "") -> Inline:
    """Return a run; a tab and a line break in the text become Word's own."""
    signs = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    pieces = (each for each in re.split(r"([\t\n])", text) if each)
    parts = (signs.get(each) or f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in pieces)
    return Inline(f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{''.join(parts)}</w:r>")


NO_BREAK_HYPHEN = Inline("<w:r><w:noBreakHyphen/></w:r>")
SOFT_HYPHEN = Inline("<w:r><w:softHyphen/></w:r>")
PAGE_BREAK = Inline('<w:r><w:br w:type="page"/></w:r>')


def split_runs(*parts: str) -> Inline:
    """Return one word as Word keeps it after editing: in several runs, with a spelling mark between."""
    return Inline('<w:proofErr w:type="spellStart"/>'.join(run(each) for each in parts))


def tracked(*, insert: str = "", delete: str = "") -> Inline:
    """Return a tracked change: text put in, text struck out, or both."""
    gone = run(delete).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return Inline(
        (f"<w:del {_BY}>{gone}</w:del>" if delete else "") + (f"<w:ins {_BY}>{run(insert)}</w:ins>" if insert else "")
    )


def hidden(text: str) -> Inline:
    """Return text that Word does not print."""
    return run(text, "<w:vanish/>")


def sym(code: str, font: str = "Wingdings") -> Inline:
    """Return a sign of a symbol font, as Insert Symbol writes it."""
    return Inline(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')


def text_box(text: str, preset: str = "rect") -> Inline:
    """Return a floating shape with a text, a little off its paragraph: DrawingML, and the same in VML behind it."""
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>" if text else ""
    off, wide, tall = 4 * _EMU, 60 * _EMU, 20 * _EMU
    kind = ' txBox="1"' if preset == "rect" else ""
    shape = (
        f'<wps:wsp><wps:cNvSpPr{kind}/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom><a:ln w="9525"/></wps:spPr>'
        + (f"<wps:txbx>{content}</wps:txbx>" if content else "")
        + "<wps:bodyPr/></wps:wsp>"
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{off}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{off}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="{tall}"/><wp:wrapNone/><wp:docPr id="1" name="Bentuk"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_WPS}">{shape}</a:graphicData></a:graphic></wp:anchor>'
    )
    style = "position:absolute;margin-left:4pt;margin-top:4pt;width:60pt;height:20pt"
    shown = f"<v:textbox>{content}</v:textbox>" if content else ""
    old = f'<v:rect style="{style}">{shown}</v:rect>'
    return Inline(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def control(content: Markup) -> Markup:
    """Return a content control around runs, blocks, cells or rows, whichever is given."""
    return type(content)(f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>')


# Paragraphs, tables


def paragraph(*pieces: str, numbered: bool = False, page_break: bool = False) -> Block:
    """Return one paragraph of texts and ready runs; `numbered` lets Word number it."""
    properties = "<w:pageBreakBefore/>" if page_break else ""
    properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if numbered else ""
    inner = "".join(each if isinstance(each, Inline) else run(each) for each in pieces if each)
    return Block(f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>")


def items(*texts: str) -> Block:
    """Return a list that Word numbers, one paragraph an item; the numbers stand in no text."""
    return Block("".join(paragraph(each, numbered=True) for each in texts))


def cell(*content: str, span: int = 1, merge: str = "") -> Cell:
    """Return one cell; plain text makes a paragraph of each line, `merge` is restart or continue."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>", "": ""}[merge]
    inner = "".join(_blocks(each) for each in content) or paragraph()
    return Cell(f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>")


def _blocks(content: str) -> str:
    if isinstance(content, Block):
        return content
    if isinstance(content, Inline):
        return paragraph(content)
    return "".join(paragraph(each) for each in content.split("\n"))


def row(*cells: str, before: int = 0, deleted: bool = False) -> Row:
    """Return one row of texts and cells; `before` skips grid columns, `deleted` strikes the row out as tracked."""
    properties = f'<w:gridBefore w:val="{before}"/>' if before else ""
    properties += f"<w:del {_BY}/>" if deleted else ""
    inner = "".join(each if isinstance(each, Cell) else cell(each) for each in cells)
    return Row(f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>")


def table(widths: tuple[int, ...], *rows: Row) -> Block:
    """Return a table with the widths of its grid columns in twips."""
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return Block(
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def nested_table(widths: tuple[int, ...], *rows: Row) -> Block:
    """Return a table for a cell, with the paragraph that Word wants after it."""
    return Block(table(widths, *rows) + paragraph())


# The draft


@dataclass(frozen=True, slots=True)
class DraftBuilder:
    """A draft in the making; every verb returns a new one."""

    body: str = ""
    head: str = ""

    def paragraph(self, *pieces: str, numbered: bool = False, page_break: bool = False) -> "DraftBuilder":
        """Return the draft with one more paragraph."""
        return self.raw(paragraph(*pieces, numbered=numbered, page_break=page_break))

    def table(self, widths: tuple[int, ...], *rows: Row) -> "DraftBuilder":
        """Return the draft with one more table."""
        return self.raw(table(widths, *rows))

    def raw(self, xml: str) -> "DraftBuilder":
        """Return the draft with ready markup at its end."""
        return replace(self, body=self.body + xml)

    def header(self, *blocks: Block) -> "DraftBuilder":
        """Return the draft with these blocks at the head of each page."""
        return replace(self, head="".join(blocks))

    def build(self, *, strict: bool = False) -> bytes:
        """Return the bytes of the .docx; `strict` writes Strict OOXML's names."""
        header = (("header", "header1.xml"),) if self.head else ()
        parts = {
            "[Content_Types].xml": _content_types(with_header=bool(self.head)),
            "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
            "word/document.xml": self._document(),
            "word/_rels/document.xml.rels": _relations(
                ("styles", "styles.xml"), ("numbering", "numbering.xml"), *header
            ),
            "word/styles.xml": _STYLES,
            "word/numbering.xml": _NUMBERING,
        }
        if self.head:
            parts["word/header1.xml"] = f"<w:hdr {_DECLARED}>{self.head}</w:hdr>"
        return package({name: _strictly(text) if strict else text for name, text in parts.items()})

    def _document(self) -> str:
        reference = '<w:headerReference w:type="default" r:id="rId3"/>' if self.head else ""
        section = (
            f'<w:sectPr>{reference}<w:pgSz w:w="18720" w:h="12240" w:orient="landscape"/><w:pgMar w:top="720" '
            'w:right="720" w:bottom="720" w:left="720" w:header="360" w:footer="360" w:gutter="0"/></w:sectPr>'
        )
        return f"<w:document {_DECLARED}><w:body>{self.body}{paragraph()}{section}</w:body></w:document>"


def package(parts: dict[str, str]) -> bytes:
    """Return the parts as a zip: stored and dated alike, so that no machine's zlib or clock changes a byte."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            archive.writestr(entry, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode())
    return out.getvalue()


def _strictly(text: str) -> str:
    for transitional, strict in _STRICT:
        text = text.replace(transitional, strict)
    return text.replace("<w:document ", '<w:document w:conformance="strict" ')


def _relations(*targets: tuple[str, str]) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{at}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
            for at, (kind, target) in enumerate(targets, start=1)
        )
        + "</Relationships>"
    )


def _content_types(*, with_header: bool) -> str:
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering"}
    kinds |= {"header1": "header"} if with_header else {}
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/word/{n}.xml" ContentType="{_KIND}.{k}+xml"/>' for n, k in kinds.items())
        + "</Types>"
    )


_STYLES = (
    f'<w:styles {_DECLARED}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
)
_NUMBERING = (
    f'<w:numbering {_DECLARED}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)

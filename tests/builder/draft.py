"""A draft in the making, and the package that its parts are stored in."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from tests.builder.markup import OFFICE, Block, Row, declared
from tests.builder.tables import paragraph, table

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Strict OOXML says the same under other names; ISO/IEC 29500-1.
_STRICT = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"),
    ("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
)
_MAIN = {
    "docx": f"{_KIND}.document.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotx": f"{_KIND}.template.main+xml",
}
# One grey point: what it shows does not matter.
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6368000000820081a7db2f9c0000000049454e44ae426082"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part beside the main one: its name under word/, its content, kind of relationship and content type."""

    name: str
    content: str | bytes
    kind: str
    content_type: str
    id: str


@dataclass(frozen=True, slots=True)
class DraftBuilder:
    """A draft in the making; every verb returns a new one."""

    body: str = ""
    margins: tuple[tuple[str, str, str], ...] = ()
    # How many of the margins belong to sections that have ended.
    ended: int = 0
    notes: tuple[tuple[str, str], ...] = ()
    lists: tuple[tuple[str, str], ...] = ()
    styles: str = ""
    parts: tuple[_Part, ...] = ()

    def paragraph(self, *pieces: str, numbered: bool = False, page_break: bool = False) -> "DraftBuilder":
        """Return the draft with one more paragraph."""
        return self.raw(paragraph(*pieces, numbered=numbered, page_break=page_break))

    def table(self, widths: tuple[int, ...], *rows: Row) -> "DraftBuilder":
        """Return the draft with one more table."""
        return self.raw(table(widths, *rows))

    def raw(self, xml: str) -> "DraftBuilder":
        """Return the draft with ready markup at its end."""
        return replace(self, body=self.body + xml)

    def header(self, *blocks: Block, pages: str = "default") -> "DraftBuilder":
        """Return the draft with these blocks at the head of each page, of the `first` or of each `even` one."""
        return replace(self, margins=(*self.margins, ("header", pages, "".join(blocks))))

    def footer(self, *blocks: Block, pages: str = "default") -> "DraftBuilder":
        """Return the draft with these blocks at the foot of each page, of the `first` or of each `even` one."""
        return replace(self, margins=(*self.margins, ("footer", pages, "".join(blocks))))

    def section(self, *, first: bool = False) -> "DraftBuilder":
        """Return the draft with a section's end: the headers and footers since the last one are its own.

        What it has none of it takes over from the section before; `first` tells its first page apart all the same.
        """
        end = Block(f"<w:p><w:pPr>{self._section(first=first)}</w:pPr></w:p>")
        return replace(self.raw(end), ended=len(self.margins))

    def note(self, kind: str, text: str) -> "DraftBuilder":
        """Return the draft with the words of one more footnote, endnote or comment; each kind is numbered from 1."""
        return replace(self, notes=(*self.notes, (kind, text)))

    def list_of(self, *levels: tuple[str, str], start: int = 1) -> "DraftBuilder":
        """Return the draft with one more list, from number 2 on: kind and text of each level, `("decimal", "%1.")`."""
        number = len(self.lists) + 2
        inner = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="{1 if at else start}"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for at, (kind, text) in enumerate(levels)
        )
        return self._numbered(f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>', number, "")

    def restarted(self, number: int, start: int = 1) -> "DraftBuilder":
        """Return the draft with a list that looks like `number` and counts anew."""
        override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        return self._numbered("", 0 if number == 1 else number, override)

    def _numbered(self, abstract: str, of: int, override: str) -> "DraftBuilder":
        number = len(self.lists) + 2
        use = f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'
        return replace(self, lists=(*self.lists, (abstract, use)))

    def style(self, name: str, properties: str, kind: str = "paragraph", based_on: str = "") -> "DraftBuilder":
        """Return the draft with one more style and its ready properties (`<w:pPr>…`, `<w:rPr>…`)."""
        base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
        made = f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{base}{properties}</w:style>'
        return replace(self, styles=self.styles + made)

    def media(self) -> "DraftBuilder":
        """Return the draft with one more stored picture, numbered from 1."""
        number = sum(each.kind == "image" for each in self.parts) + 1
        return self._with(f"media/image{number}.png", _PNG, "image", "image/png", f"rIdMedia{number}")

    def alt_chunk(self, html: str) -> "DraftBuilder":
        """Return the draft with a web page at its end, which Word turns into text when it opens the file."""
        number = sum(each.kind == "aFChunk" for each in self.parts) + 1
        page = f"<html><body>{html}</body></html>".encode()
        made = self._with(f"afchunk{number}.html", page, "aFChunk", "text/html", f"rIdChunk{number}")
        return made.raw(f'<w:altChunk r:id="rIdChunk{number}"/>')

    def _with(self, name: str, content: bytes, kind: str, content_type: str, identifier: str) -> "DraftBuilder":
        return replace(self, parts=(*self.parts, _Part(name, content, kind, content_type, identifier)))

    def build(self, *, strict: bool = False, kind: str = "docx") -> bytes:
        """Return the bytes of the file; `strict` writes Strict OOXML's names, `kind` is docx, docm or dotx."""
        parts = (*self._always(), *self._margins(), *self._notes(), *self.parts)
        content: dict[str, str | bytes] = {
            "[Content_Types].xml": _content_types(_MAIN[kind], parts),
            "_rels/.rels": _relations((("rId1", "officeDocument", "word/document.xml"),)),
            "word/document.xml": self._document(),
            "word/_rels/document.xml.rels": _relations([(each.id, each.kind, each.name) for each in parts]),
            **{f"word/{each.name}": each.content for each in parts},
        }
        return package({name: _strictly(each) if strict else each for name, each in content.items()})

    def _always(self) -> tuple[_Part, ...]:
        looks, uses = ("".join(each[at] for each in self.lists) for at in (0, 1))
        numbering = _NUMBERING.replace("<w:num ", f"{looks}<w:num ").replace("</w:numbering>", f"{uses}</w:numbering>")
        styles = _STYLES.replace("</w:styles>", f"{self.styles}</w:styles>")
        always = (
            _Part("styles.xml", styles, "styles", f"{_KIND}.styles+xml", "rId1"),
            _Part("numbering.xml", numbering, "numbering", f"{_KIND}.numbering+xml", "rId2"),
        )
        if all(pages != "even" for _kind, pages, _blocks in self.margins):
            return always
        # Without this setting Word prints no header of even pages.
        settings = f"<w:settings {declared('')}><w:evenAndOddHeaders/></w:settings>"
        return (*always, _Part("settings.xml", settings, "settings", f"{_KIND}.settings+xml", "rIdSettings"))

    def _margins(self) -> tuple[_Part, ...]:
        found: list[_Part] = []
        for at, (kind, _pages, blocks) in enumerate(self.margins, start=1):
            number = sum(each.kind == kind for each in found) + 1
            tag = "hdr" if kind == "header" else "ftr"
            content = f"<w:{tag} {declared(blocks)}>{blocks}</w:{tag}>"
            found.append(_Part(f"{kind}{number}.xml", content, kind, f"{_KIND}.{kind}+xml", f"rId{at + 2}"))
        return tuple(found)

    def _notes(self) -> tuple[_Part, ...]:
        kinds = dict.fromkeys(kind for kind, _text in self.notes)
        return tuple(
            _Part(
                f"{kind}s.xml",
                _notes_part(kind, [text for own, text in self.notes if own == kind]),
                f"{kind}s",
                f"{_KIND}.{kind}s+xml",
                f"rIdNotes{at}",
            )
            for at, kind in enumerate(kinds, start=1)
        )

    def _document(self) -> str:
        inner = f"{self.body}{paragraph()}{self._section()}"
        return f"<w:document {declared(self.body)}><w:body>{inner}</w:body></w:document>"

    def _section(self, *, first: bool = False) -> str:
        own = tuple(enumerate(self.margins, start=3))[self.ended :]
        references = "".join(
            f'<w:{kind}Reference w:type="{pages}" r:id="rId{at}"/>' for at, (kind, pages, _blocks) in own
        )
        told_apart = first or any(pages == "first" for _at, (_kind, pages, _blocks) in own)
        return (
            f'<w:sectPr>{references}<w:pgSz w:w="18720" w:h="12240" w:orient="landscape"/><w:pgMar w:top="720" '
            'w:right="720" w:bottom="720" w:left="720" w:header="360" w:footer="360" w:gutter="0"/>'
            f"{'<w:titlePg/>' if told_apart else ''}</w:sectPr>"
        )


def package(parts: dict[str, str | bytes]) -> bytes:
    """Return the parts as a zip: stored and dated alike, so that no machine's zlib or clock changes a byte."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            declared_first = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            archive.writestr(entry, (declared_first + content).encode() if isinstance(content, str) else content)
    return out.getvalue()


def _strictly(content: str | bytes) -> str | bytes:
    if isinstance(content, bytes):
        return content
    for transitional, strict in _STRICT:
        content = content.replace(transitional, strict)
    return content.replace("<w:document ", '<w:document w:conformance="strict" ')


def _notes_part(kind: str, texts: Sequence[str]) -> str:
    separators = "" if kind == "comment" else _SEPARATORS.replace("note ", f"{kind} ").replace("note>", f"{kind}>")
    by = ' w:author="Penelaah" w:date="2025-07-01T08:00:00Z"' if kind == "comment" else ""
    real = "".join(
        f'<w:{kind} w:id="{at}"{by}><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:{kind}>'
        for at, text in enumerate(texts, start=1)
    )
    return f"<w:{kind}s {declared('')}>{separators}{real}</w:{kind}s>"


def _relations(targets: Sequence[tuple[str, str, str]]) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{name}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
            for name, kind, target in targets
        )
        + "</Relationships>"
    )


def _content_types(main: str, parts: Sequence[_Part]) -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}" ContentType="{kind}"/>'
            for name, kind in (("document.xml", main), *((each.name, each.content_type) for each in parts))
        )
        + "</Types>"
    )


# Word keeps two lines among the notes that are no notes.
_SEPARATORS = (
    '<w:note w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:note>'
    '<w:note w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:note>'
)
_STYLES = (
    f'<w:styles {declared("")}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
)
_NUMBERING = (
    f'<w:numbering {declared("")}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)

"""A body in WordprocessingML -> the bytes of a .docx: only the parts that Word needs, dated alike on every machine."""

import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pipeline.write.flow_words import clean

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# An older program passes over what it does not know (mc:Ignorable needs the names that Word itself declares).
NAMES = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DATE = (1980, 1, 1, 0, 0, 0)
TWIPS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page in points: landscape F4 (330 x 215 mm), as offices print their SOPs."""

    width: float = 935.45
    height: float = 609.45
    margin: float = 42.5

    @property
    def room(self) -> tuple[float, float]:
        """Width and height between the margins."""
        return self.width - 2 * self.margin, self.height - 2 * self.margin


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style; sizes in points, `spacing` before and after, `indent` at both sides."""

    name: str
    size: float
    align: str = "left"
    bold: bool = False
    spacing: float = 0.0
    indent: float = 0.0


def twips(points: float) -> int:
    """Return a length in WordprocessingML's units."""
    return round(points * TWIPS)


def package(body: str, title: str, page: Page, styles: tuple[Style, ...], font: str) -> bytes:
    """Return a .docx with this body (paragraphs and tables, ready) on such pages."""
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    document = f"<w:document {names} {_W}><w:body>{body}{_section(page)}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{_OFFICE}/relationships/styles", "styles.xml"),
            ("rId2", f"{_OFFICE}/relationships/settings", "settings.xml"),
        ),
        "word/styles.xml": _styles(styles, font),
        "word/settings.xml": _SETTINGS,
        "docProps/core.xml": _CORE.format(title=escape(clean(title))),
        "docProps/app.xml": _APP,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _DECLARATION + content)
    return out.getvalue()


_SETTINGS = (
    f'<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl '
    'w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>id-ID</dc:language>'
    "</cp:coreProperties>"
)
_APP = f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>sop-pleno</Application></Properties>'


def _section(page: Page) -> str:
    margins = " ".join(f'w:{side}="{twips(page.margin)}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr><w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}" w:orient="landscape"/>'
        f'<w:pgMar {margins} w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
    )


def _types() -> str:
    parts = (
        ("/word/document.xml", f"{_KIND}.document.main+xml"),
        ("/word/styles.xml", f"{_KIND}.styles+xml"),
        ("/word/settings.xml", f"{_KIND}.settings+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    )
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{each}" Type="{kind}" Target="{to}"/>' for each, kind, to in relations)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _styles(styles: tuple[Style, ...], font: str) -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    return (
        f'<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="16"/><w:szCs w:val="16"/>'
        '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{''.join(map(style_element, styles))}</w:styles>"
    )


def style_element(style: Style) -> str:
    """Return a style as it stands among those of a document."""
    apart, side, size = twips(style.spacing), twips(style.indent), round(style.size * 2)
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.name}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="{apart}" w:after="{apart}"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/><w:jc w:val="{style.align}"/></w:pPr>'
        f'<w:rPr>{bold}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )

"""What Word writes into and beside every document: styles, lists, theme, header, footer, a drawing's defaults."""

import re
import struct
import zlib
from collections.abc import Sequence
from functools import cache
from random import Random  # noqa: TID251 - always seeded

from lxml import etree

from tests.office.markup import NAMESPACES

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_MS = "http://schemas.microsoft.com/office"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Word binds these to the element that needs them, not to the root.
_LOCAL = ("a", "pic")
_FURTHER = {
    "wpc": f"{_MS}/word/2010/wordprocessingCanvas",
    "cx": f"{_MS}/drawing/2014/chartex",
    **{f"cx{at}": f"{_MS}/drawing/{year}/chartex" for at, year in enumerate(("2015/9/8", "2015/10/21", "2016/5/9"), 1)},
    "aink": f"{_MS}/drawing/2016/ink",
    "am3d": f"{_MS}/drawing/2017/model3d",
    "oel": f"{_MS}/2019/extlst",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "w15": f"{_MS}/word/2012/wordml",
    "w16cex": f"{_MS}/word/2018/wordml/cex",
    "w16cid": f"{_MS}/word/2016/wordml/cid",
    "w16": f"{_MS}/word/2018/wordml",
    "w16sdtdh": f"{_MS}/word/2020/wordml/sdtdatahash",
    "w16se": f"{_MS}/word/2015/wordml/symex",
    "wpi": f"{_MS}/word/2010/wordprocessingInk",
    "wne": f"{_MS}/word/2006/wordml",
}
_IGNORED = 'mc:Ignorable="w14 w15 w16se w16cid w16 w16cex w16sdtdh wp14"'
_ROOT = " ".join(
    f'xmlns:{prefix}="{uri}"' for prefix, uri in sorted({**NAMESPACES, **_FURTHER}.items()) if prefix not in _LOCAL
)
BODY = {
    "rot": "0", "spcFirstLastPara": "0", "vertOverflow": "overflow", "horzOverflow": "overflow", "vert": "horz",
    "wrap": "square", "lIns": "91440", "tIns": "45720", "rIns": "91440", "bIns": "45720", "numCol": "1",
    "spcCol": "0", "rtlCol": "0", "fromWordArt": "0", "anchor": "ctr", "anchorCtr": "0", "forceAA": "0",
    "compatLnSpc": "1",
}  # fmt: skip


# Inside the document


def rooted(document: bytes) -> bytes:
    """Return a document under the root that Word writes, drawings with their own namespaces."""
    text = re.sub(r"<w:document[^>]*>", f"<w:document {_ROOT} {_IGNORED}>", document.decode(), count=1)
    for prefix, element in (("a", "a:graphic"), ("pic", "pic:pic")):
        text = text.replace(f"<{element}>", f'<{element} xmlns:{prefix}="{NAMESPACES[prefix]}">')
    return (_XML + text).encode()


def _elements(markup: str) -> list[etree._Element]:
    declared = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "w", "wps", "r"))
    return list(etree.fromstring(f"<all {declared}>{markup}</all>"))


def shape_style() -> etree._Element:
    """Return the theme style that Word gives to every shape that is drawn by hand."""
    return _elements(
        '<wps:style><a:lnRef idx="2"><a:schemeClr val="accent6"/></a:lnRef><a:fillRef idx="1"><a:schemeClr val="lt1"/>'
        '</a:fillRef><a:effectRef idx="0"><a:schemeClr val="accent6"/></a:effectRef><a:fontRef idx="minor">'
        '<a:schemeClr val="dk1"/></a:fontRef></wps:style>'
    )[0]


def body_children() -> list[etree._Element]:
    """Return what stands in a shape's body properties."""
    return _elements('<a:prstTxWarp prst="textNoShape"><a:avLst/></a:prstTxWarp><a:noAutofit/>')


def line_children() -> list[etree._Element]:
    """Return what stands in a shape's line between its colour and its ends."""
    return _elements('<a:prstDash val="solid"/><a:miter lim="800000"/>')


def margin_references() -> list[etree._Element]:
    """Return a section's references to its header and footer."""
    return _elements(
        '<w:headerReference w:type="default" r:id="rIdHeader1"/><w:footerReference w:type="default" r:id="rIdFooter1"/>'
    )


# Beside the document


def others(font: tuple[str, str], rsids: Sequence[str], *, margins: bool) -> dict[str, bytes]:
    """Return the parts that Word writes beside the document, by name."""
    texts = {
        "word/styles.xml": _styles(*font),
        "word/settings.xml": _settings(rsids),
        "word/webSettings.xml": f"<w:webSettings {_ROOT} {_IGNORED}><w:allowPNG/></w:webSettings>",
        "word/fontTable.xml": _fonts(font[0]),
        "word/numbering.xml": _numbering(),
        "word/theme/theme1.xml": _theme(),
    }
    if margins:
        texts["word/header1.xml"] = _margin("hdr", "Header", "Dokumen milik kantor; dilarang memperbanyak tanpa izin")
        texts["word/footer1.xml"] = _margin("ftr", "Footer", "SOP Administrasi Pemerintahan, lembar kendali dokumen")
    return {name: (_XML + text).encode() for name, text in texts.items()}


_KINDS = {
    "webSettings": "webSettings", "numbering": "numbering", "theme/theme1": "theme", "header1": "header",
    "footer1": "footer",
}  # fmt: skip


def register(contents: dict[str, bytes]) -> None:
    """Name the parts beside the document in the package's content types and the document's relations."""
    types, relations = contents["[Content_Types].xml"].decode(), contents["word/_rels/document.xml.rels"].decode()
    for name, kind in _KINDS.items():
        if f"word/{name}.xml" not in contents or f'Target="{name}.xml"' in relations:
            continue
        content = "application/vnd.openxmlformats-officedocument.theme" if kind == "theme" else f"{_MAIN}.{kind}"
        types = types.replace(
            "</Types>", f'<Override PartName="/word/{name}.xml" ContentType="{content}+xml"/></Types>'
        )
        relation = (
            f'<Relationship Id="rId{name.title().replace("/", "")}" Type="{_RELATED}/{kind}" Target="{name}.xml"/>'
        )
        relations = relations.replace("</Relationships>", f"{relation}</Relationships>")
    contents["[Content_Types].xml"] = types.encode()
    contents["word/_rels/document.xml.rels"] = relations.encode()


_LATENT = (
    "Normal", *(f"heading {at}" for at in range(1, 10)), *(f"index {at}" for at in range(1, 10)),
    *(f"toc {at}" for at in range(1, 10)), "Normal Indent", "footnote text", "annotation text", "header", "footer",
    "index heading", "caption", "table of figures", "envelope address", "envelope return", "footnote reference",
    "annotation reference", "line number", "page number", "endnote reference", "endnote text", "table of authorities",
    "macro", "toa heading", "List", "List Bullet", "List Number", *(f"List {at}" for at in range(2, 6)),
    *(f"List Bullet {at}" for at in range(2, 6)), *(f"List Number {at}" for at in range(2, 6)), "Title", "Closing",
    "Signature", "Default Paragraph Font", "Body Text", "Body Text Indent", "List Continue", "Message Header",
    "Subtitle", "Salutation", "Date", "Body Text First Indent", "Note Heading", "Body Text 2", "Body Text 3",
    "Block Text", "Hyperlink", "FollowedHyperlink", "Strong", "Emphasis", "Document Map", "Plain Text",
    "HTML Top of Form", "HTML Bottom of Form", "Normal (Web)", "HTML Code", "HTML Preformatted", "Table Grid",
    "Balloon Text", "Placeholder Text", "No Spacing", "List Paragraph", "Quote", "Intense Quote", "TOC Heading",
    *(f"{kind}{accent}" for accent in ("", *(f" Accent {at}" for at in range(1, 7)))
      for kind in ("Light Shading", "Light List", "Light Grid", "Medium Shading 1", "Medium Shading 2", "Medium List 1",
                   "Medium List 2", "Medium Grid 1", "Medium Grid 2", "Medium Grid 3", "Dark List", "Colorful Shading",
                   "Colorful List", "Colorful Grid")),
    *(f"{kind} {at}{accent}" for accent in ("", *(f" Accent {at}" for at in range(1, 7)))
      for kind, count in (("Grid Table", 8), ("List Table", 8)) for at in range(1, count)),
)  # fmt: skip


def _styles(font: str, size: str) -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:eastAsia="Calibri" w:hAnsi="{font}" w:cs="Times New Roman"/>'
    latent = "".join(
        f'<w:lsdException w:name="{name}" w:semiHidden="1" w:uiPriority="{39 + at % 61}" w:unhideWhenUsed="1"/>'
        for at, name in enumerate(_LATENT)
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{at}"><w:name w:val="heading {at}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Normal"/><w:link w:val="Heading{at}Char"/><w:uiPriority w:val="9"/><w:qFormat/>'
        f'<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="0"/><w:outlineLvl w:val="{at - 1}"/>'
        f'</w:pPr><w:rPr><w:b/><w:sz w:val="{34 - 2 * at}"/><w:szCs w:val="{34 - 2 * at}"/></w:rPr></w:style>'
        f'<w:style w:type="character" w:customStyle="1" w:styleId="Heading{at}Char"><w:name w:val="Heading {at} Char"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="Heading{at}"/><w:uiPriority w:val="9"/>'
        f'<w:rPr><w:b/><w:sz w:val="{34 - 2 * at}"/><w:szCs w:val="{34 - 2 * at}"/></w:rPr></w:style>'
        for at in range(1, 7)
    )
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f"<w:styles {_ROOT} {_IGNORED}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="id-ID" w:eastAsia="en-US" w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0"'
        f' w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376">{latent}</w:latentStyles>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f'{styles}<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="39"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>'
        '<w:basedOn w:val="Normal"/><w:uiPriority w:val="34"/><w:qFormat/><w:pPr><w:ind w:left="720"/>'
        "<w:contextualSpacing/></w:pPr></w:style>"
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name.lower()}"/>'
            '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
            '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4513"/>'
            '<w:tab w:val="right" w:pos="9026"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
            "</w:pPr></w:style>"
            for name in ("Header", "Footer")
        )
        + "</w:styles>"
    )


def _settings(rsids: Sequence[str]) -> str:
    known = "".join(f'<w:rsid w:val="{each}"/>' for each in sorted(rsids))
    return (
        f'<w:settings {_ROOT} {_IGNORED}><w:zoom w:percent="90"/><w:proofState w:spelling="clean" w:grammar="clean"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        + "".join(
            f'<w:compatSetting w:name="{name}" w:uri="{_MS}/word" w:val="{setting}"/>'
            for name, setting in (
                ("compatibilityMode", "15"),
                ("overrideTableStyleFontSizeAndJustification", "1"),
                ("enableOpenTypeFeatures", "1"),
                ("doNotFlipMirrorIndents", "1"),
            )
        )
        + f'</w:compat><w:rsids><w:rsidRoot w:val="{rsids[0]}"/>{known}</w:rsids><w:themeFontLang w:val="id-ID"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _fonts(font: str) -> str:
    names = dict.fromkeys((font, "Arial", "Calibri", "Times New Roman", "Symbol", "Courier New", "Wingdings"))
    return (
        f"<w:fonts {_ROOT} {_IGNORED}>"
        + "".join(
            f'<w:font w:name="{name}"><w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/>'
            '<w:family w:val="swiss"/><w:pitch w:val="variable"/><w:sig w:usb0="E4002EFF" w:usb1="C200247B"'
            ' w:usb2="00000009" w:usb3="00000000" w:csb0="000001FF" w:csb1="00000000"/></w:font>'
            for name in names
        )
        + "</w:fonts>"
    )


def _numbering() -> str:
    """Twelve lists of nine levels, each with its own number, the first of them numbered `1.` in the first level."""
    formats = (("decimal", "."), ("lowerLetter", "."), ("lowerRoman", "."))
    lists = []
    for at in range(12):
        levels = "".join(
            f'<w:lvl w:ilvl="{level}" w:tplc="{0x04210000 + 16 * at + level:08X}"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{formats[level % 3][0]}"/><w:lvlText w:val="%{level + 1}."/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{340 * (level + 1)}" w:hanging="340"/></w:pPr>'
            '<w:rPr><w:rFonts w:hint="default"/></w:rPr></w:lvl>'
            for level in range(9)
        )
        lists.append(
            f'<w:abstractNum w:abstractNumId="{at}" w15:restartNumberingAfterBreak="0">'
            f'<w:nsid w:val="{0x1A2B0000 + at:08X}"/><w:multiLevelType w:val="hybridMultilevel"/>'
            f'<w:tmpl w:val="{0x3C4D0000 + at:08X}"/>{levels}</w:abstractNum>'
        )
    numbers = "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at - 1}"/></w:num>' for at in range(1, 13))
    return f"<w:numbering {_ROOT} {_IGNORED}>{''.join(lists)}{numbers}</w:numbering>"


def _margin(element: str, style: str, words: str) -> str:
    return (
        f'<w:{element} {_ROOT} {_IGNORED}><w:p><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr><w:i/><w:sz w:val="14"/><w:szCs w:val="14"/></w:rPr><w:t>{words}</w:t></w:r></w:p></w:{element}>'
    )


def _theme() -> str:
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4",
               "accent2": "ED7D31", "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5",
               "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72"}  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in colours.items())
    scripts = ("Jpan", "Hang", "Hans", "Hant", "Arab", "Hebr", "Thai", "Ethi", "Beng", "Gujr", "Khmr", "Knda", "Guru",
               "Cans", "Cher", "Yiii", "Tibt", "Thaa", "Deva", "Telu", "Taml", "Syrc", "Orya", "Mlym", "Laoo", "Sinh",
               "Mong", "Viet", "Uigh", "Geor", "Armn", "Bugi", "Bopo", "Java", "Lisu", "Mymr", "Nkoo")  # fmt: skip
    faces = "".join(f'<a:font script="{each}" typeface="Times New Roman"/>' for each in scripts)
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}" panose="020F0502020204030204"/><a:ea typeface=""/>'
        f'<a:cs typeface=""/>{faces}</a:{kind}Font>'
        for kind, face in (("major", "Calibri Light"), ("minor", "Calibri"))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = (
        f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
    )
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="Office Theme"><a:themeElements><a:clrScheme name="Office">{scheme}'
        f'</a:clrScheme><a:fontScheme name="Office">{fonts}</a:fontScheme><a:fmtScheme name="Office">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


@cache
def logo(which: int) -> bytes:
    """Return a round mark in PNG of some 50 KB: its colours tremble, so that nothing packs it smaller."""
    side, chance = 200, Random(which)
    rows = bytearray()
    for y in range(side):
        rows.append(0)
        for x in range(side):
            inside = (x - side // 2) ** 2 + (y - side // 2) ** 2 < (side // 2 - 4) ** 2
            noise = chance.getrandbits(9)
            base = (8 * which, 104, 56) if inside else (240, 240, 240)
            rows += bytes(value + (noise >> shift & 7) for value, shift in zip(base, (0, 3, 6), strict=True))
    head = struct.pack(">2I5B", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )

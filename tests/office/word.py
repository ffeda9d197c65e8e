"""SOPs as their units wrote them -> the bytes of a Word draft."""

import io
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

from tests.office.chart import Arrow, Chart, Label, Place, chart_of
from tests.office.content import WrittenSop
from tests.office.hands import HANDS, Hand
from tests.office.identity import identity_block
from tests.office.markup import CELL_MARGIN, DECLARATIONS, NAMESPACES, RSIDS, paragraph
from tests.office.raster import chart_picture, logo
from tests.office.shapes import Pen, Thing, frame_of
from tests.office.steps import LEAD, PAGE_HEIGHT, Layout, layout_of, step_table

MOMENT = "2025-08-18T02:00:00Z"
LOGO_SIZE = 900
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = f'xmlns:w="{NAMESPACES["w"]}"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SECTION = (
    '<w:sectPr><w:pgSz w:w="18720" w:h="12240" w:orient="landscape"/>'
    '<w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="360"'
    ' w:footer="360" w:gutter="0"/><w:cols w:space="720"/></w:sectPr>'
)


@dataclass(slots=True)
class _Draft:
    """What grows while a draft is written: ids, pictures, Word lists."""

    pen: Pen = field(default_factory=Pen)
    media: dict[str, bytes] = field(default_factory=dict)
    lists: int = 0

    def picture(self, name: str, content: bytes) -> str:
        """Return the relation of a picture, put in once."""
        self.media[name] = content
        return f"rIdImg{list(self.media).index(name) + 1}"

    def numbers(self, count: int) -> tuple[int, ...]:
        """Return so many fresh list numbers."""
        first, self.lists = self.lists + 1, self.lists + count
        return tuple(range(first, self.lists + 1))


def draft_bytes(sops: tuple[WrittenSop, ...]) -> bytes:
    """Return one .docx with the SOPs in order, each in its hand, on new pages."""
    first = HANDS[sops[0].hand]
    draft = _Draft()
    bodies = []
    for place, sop in enumerate(sops):
        # A document has one default font: where hands differ, the first one's.
        hand = replace(HANDS[sop.hand], font=first.font, size=first.size)
        bodies.append(_sop_body(sop, hand, draft, follows=place > 0))
    document = (
        f'<w:document {DECLARATIONS} mc:Ignorable="w14 wp14"><w:body>'
        f"{''.join(bodies)}{paragraph(exact=20)}{_SECTION}</w:body></w:document>"
    )
    old = all(HANDS[sop.hand].chart == "vml" for sop in sops)
    parts = {
        "[Content_Types].xml": _content_types(draft),
        "_rels/.rels": _root_relations(),
        "docProps/app.xml": _app(sops),
        "docProps/core.xml": _core(sops),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(draft),
        "word/styles.xml": _styles(first),
        "word/settings.xml": _settings(12 if old else 15),
        "word/fontTable.xml": _fonts(first),
    }
    if draft.lists:
        parts["word/numbering.xml"] = _numbering(draft.lists)
    contents = {name: (XML + text).encode() for name, text in parts.items()}
    contents |= {f"word/media/{name}": content for name, content in draft.media.items()}
    return _package(contents)


def _sop_body(sop: WrittenSop, hand: Hand, draft: _Draft, *, follows: bool) -> str:
    picture = ""
    if hand.logo:
        relation = draft.picture("image1.png", logo())
        picture = draft.pen.picture(relation, "Picture", LOGO_SIZE, LOGO_SIZE)
    numbers = draft.numbers(6) if hand.items == "word" else ()
    identity = identity_block(sop, hand, picture, numbers)
    layout = layout_of(sop, hand)
    chart = chart_of(sop, layout.grid)
    before, after = "", ""
    drawn: dict[Place, str] = {}
    if hand.chart == "picture":
        drawn, after = _as_picture(layout, chart, draft)
    elif hand.chart != "marks":
        before, drawn = _drawing(hand, layout, chart, draft.pen)
    return (
        (paragraph(page_break=True, exact=20) if follows else "")
        + identity
        + paragraph(before, page_break=True, exact=LEAD)
        + step_table(sop, hand, layout, drawn)
        + after
    )


def _drawing(hand: Hand, layout: Layout, chart: Chart, pen: Pen) -> tuple[str, dict[Place, str]]:
    """Return the runs of the paragraph before the table, and those of each actor cell."""
    flowchart = hand.flowchart_presets
    arrows = chart.arrows
    if hand.returns_from_target:
        arrows = tuple(_from_target(each) if each.returns else each for each in arrows)
    things: list[Thing] = [*chart.symbols, *arrows, *chart.labels]
    if not layout.over_a_page and hand.chart == "group":
        return pen.group(chart, LEAD, flowchart=flowchart), {}
    if not layout.over_a_page and hand.chart == "paragraph":
        runs = []
        for thing in things:
            frame = frame_of(thing)
            runs.append(pen.modern(thing, frame.x, frame.y + LEAD, flowchart=flowchart, from_margin=True))
        return "".join(runs), {}
    before = []
    if hand.chart == "vml" and not layout.over_a_page:
        # A VML shape taller than its row stretches the row in LibreOffice.
        before = [thing for thing in things if layout.outgrows(thing.place, frame_of(thing))]
    runs = []
    for thing in before:
        frame = frame_of(thing)
        runs.append(pen.old(thing, frame.x - CELL_MARGIN, frame.y + LEAD, flowchart=flowchart))
    drawn: defaultdict[Place, str] = defaultdict(str)
    # In reading order, for a VML type is defined where it first stands; labels first in their
    # cell, for LibreOffice stretches a row whose VML text boxes follow its connectors.
    inside = [thing for thing in things if thing not in before]
    inside.sort(key=lambda each: (each.place.row, each.place.column, not isinstance(each, Label)))
    for thing in inside:
        frame, origin = frame_of(thing), layout.origin(thing.place)
        draw = pen.old if hand.chart == "vml" else pen.modern
        spot = frame.x - origin[0], frame.y - origin[1]
        drawn[thing.place] += draw(thing, *spot, flowchart=flowchart)
    return "".join(runs), dict(drawn)


def _from_target(arrow: Arrow) -> Arrow:
    return replace(arrow, points=arrow.points[::-1], head_first=True)


def _as_picture(layout: Layout, chart: Chart, draft: _Draft) -> tuple[dict[Place, str], str]:
    """Return the picture for the merged actor cells, or a paragraph after a long table."""
    columns, rows = layout.grid.columns, layout.grid.rows
    corner = columns[0][0] + CELL_MARGIN, rows[0][0]
    width = sum(width for _, width in columns) - 2 * CELL_MARGIN
    height = rows[-1][0] + rows[-1][1] - corner[1] - 60
    content = chart_picture(chart, [left for left, _ in columns[1:]], corner, (width, height))
    relation = draft.picture(f"image{len(draft.media) + 1}.png", content)
    if not layout.over_a_page:
        return {Place(0, 0): draft.pen.picture(relation, "Picture", width, height)}, ""
    tall = min(height, PAGE_HEIGHT - 600)
    shown = draft.pen.picture(relation, "Picture", width * tall // height, tall)
    return {}, paragraph(shown, align="center", page_break=True)


def _package(contents: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, (2025, 8, 18, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, content)
    return target.getvalue()


def _content_types(draft: _Draft) -> str:
    kinds = {
        "word/document": f"{_MAIN}.document.main",
        "word/styles": f"{_MAIN}.styles",
        "word/settings": f"{_MAIN}.settings",
        "word/fontTable": f"{_MAIN}.fontTable",
        "docProps/core": "application/vnd.openxmlformats-package.core-properties",
        "docProps/app": "application/vnd.openxmlformats-officedocument.extended-properties",
    }
    kinds |= {"word/numbering": f"{_MAIN}.numbering"} if draft.lists else {}
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}.xml" ContentType="{kind}+xml"/>' for name, kind in kinds.items())
        + "</Types>"
    )


def _relationships(targets: list[tuple[str, str, str]]) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in targets)
        + "</Relationships>"
    )


def _root_relations() -> str:
    related = f"{_OFFICE}/relationships"
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return _relationships(
        [
            ("rId1", f"{related}/officeDocument", "word/document.xml"),
            ("rId2", core, "docProps/core.xml"),
            ("rId3", f"{related}/extended-properties", "docProps/app.xml"),
        ]
    )


def _relations(draft: _Draft) -> str:
    related = f"{_OFFICE}/relationships"
    names = ["styles", "settings", "fontTable", *(["numbering"] if draft.lists else [])]
    parts = [(f"rId{at}", f"{related}/{name}", f"{name}.xml") for at, name in enumerate(names, 1)]
    images = [(f"rIdImg{at}", f"{related}/image", f"media/{name}") for at, name in enumerate(draft.media, 1)]
    return _relationships(parts + images)


def _author(sops: tuple[WrittenSop, ...]) -> str:
    return escape(sops[0].institution[-1]) if sops[0].institution else ""


def _core(sops: tuple[WrittenSop, ...]) -> str:
    stamp = '<dcterms:{0} xsi:type="dcterms:W3CDTF">{1}</dcterms:{0}>'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(sops[0].title)}</dc:title><dc:creator>{_author(sops)}</dc:creator>"
        f"<cp:lastModifiedBy>{_author(sops)}</cp:lastModifiedBy>"
        f"{stamp.format('created', MOMENT)}{stamp.format('modified', MOMENT)}"
        "</cp:coreProperties>"
    )


def _app(sops: tuple[WrittenSop, ...]) -> str:
    office = escape(sops[0].institution[0]) if sops[0].institution else ""
    return (
        f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>Microsoft Office Word'
        f"</Application><Company>{office}</Company><AppVersion>16.0000</AppVersion>"
        "</Properties>"
    )


def _styles(hand: Hand) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    fonts = f'<w:rFonts w:ascii="{hand.font}" w:hAnsi="{hand.font}" w:cs="{hand.font}"/>'
    return (
        f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="{hand.size}"/><w:szCs w:val="{hand.size}"/><w:lang w:val="id-ID"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240"'
        ' w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        "<w:unhideWhenUsed/><w:tblPr>"
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>'
        f"{sides}</w:tblBorders></w:tblPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>'
        '<w:basedOn w:val="Normal"/><w:uiPriority w:val="34"/><w:qFormat/><w:pPr>'
        '<w:ind w:left="720"/><w:contextualSpacing/></w:pPr></w:style></w:styles>'
    )


def _settings(mode: int) -> str:
    root, *others = RSIDS
    return (
        f'<w:settings {W}><w:zoom w:percent="90"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode"'
        f' w:uri="http://schemas.microsoft.com/office/word" w:val="{mode}"/></w:compat>'
        f'<w:rsids><w:rsidRoot w:val="{root}"/>'
        + "".join(f'<w:rsid w:val="{each}"/>' for each in (root, *others))
        + '</w:rsids><w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def _fonts(hand: Hand) -> str:
    family = "swiss" if hand.font == "Arial" else "roman"
    return (
        f'<w:fonts {W}><w:font w:name="{hand.font}"><w:charset w:val="00"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _numbering(count: int) -> str:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText'
        ' w:val="%1."/><w:lvlJc w:val="left"/><w:pPr>'
        '<w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl>'
    )
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        + "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/>{restart}</w:num>' for at in range(1, count + 1))
        + "</w:numbering>"
    )

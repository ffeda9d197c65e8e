"""The drafts that the golden charts are drawn on: page, identity, step table, and the paragraphs that anchor shapes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.builder import package
from tests.builder.draft import OFFICE
from tests.flow.charts.content import PROCEDURES, Procedure, WrittenStep
from tests.flow.charts.names import DECLARATIONS, PACKAGE

# Width and height in twips, then the margin on all sides.
PAGES = {
    "f4": (18709, 12189, 850), "a4": (16838, 11906, 720), "a4-portrait": (11906, 16838, 720),
    "letter": (15840, 12240, 1080), "f4-portrait": (12189, 18709, 850),
}  # fmt: skip
# What Word's "Table Normal" keeps free at the left and right of a cell's text.
CELL_MARGIN = 108
SHARES = {"number": 3, "activity": 24, "actors": 43, "needs": 9, "time": 6, "output": 9, "note": 6}
# The runs of a draft's shapes by what they hang on.
Hung = Mapping["Hook", Sequence[str]]
# Words typed in actor cells by step and actor, and further parts by name.
Typed = Mapping[tuple[int, int], str]
Parts = Mapping[str, str | bytes]
# The blank paragraphs that people press in below an activity to make room for a symbol.
_ROOM = 2


@dataclass(frozen=True, slots=True, order=True)
class Hook:
    """A paragraph that shapes can be anchored to: in a cell, or `step` 0 and the number of a paragraph of the text.

    `column` counts the grid's columns from 0: number, activity, actors and so on.
    """

    step: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a draft is set before anything is drawn.

    `heights` is natural, least, exact or mixed; `split` is the step after which the table ends and another begins,
    `split_page` on a page of its own; `typed` are words in actor cells; `captions` the paragraphs before each table.
    `compat` is Word's compatibility mode, 0 for a file that names none. `spacing` is the room after a paragraph and its
    lines' height, as Word counts them; `told` marks where Word began its pages when it last saved the file.
    """

    procedure: str
    page: str = "f4"
    front: str = "page"
    header_rows: int = 2
    repeat: bool = False
    numbers: bool = False
    heights: str = "least"
    least: int = 860
    left: int = 0
    align: str = ""
    compat: int = 15
    font: str = "Arial"
    size: int = 18
    middle: bool = False
    divide: bool = False
    split: int = 0
    split_page: bool = False
    spacing: tuple[int, int] = (0, 240)
    told: bool = False
    captions: tuple[str, ...] = ("Bagan alur dan mutu baku",)
    typed: tuple[tuple[int, int, str], ...] = ()

    @property
    def content(self) -> Procedure:
        """The procedure that the draft is about."""
        return PROCEDURES[self.procedure]

    @property
    def room(self) -> int:
        """The width between the page's margins in twips."""
        width, _, margin = PAGES[self.page]
        return width - 2 * margin

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of the step table's columns in twips."""
        count = len(self.content.actors)
        whole = (self.room - self.left if self.align != "center" else self.room * 9 // 10) - 10
        share = {name: whole * part // 100 for name, part in SHARES.items()}
        actors = (share["actors"] // count,) * count
        last = (share[name] for name in ("needs", "time", "output", "note"))
        return (max(share["number"], 480), share["activity"], *actors, *last)

    @property
    def hooks(self) -> int:
        """How many paragraphs of the text can anchor shapes; the last stands below the table."""
        return len(self.captions) * (2 if self.split else 1) + 1


def draft(
    form: Form,
    hung: Hung,
    *,
    typed: Typed | None = None,
    parts: Parts | None = None,
    starts: frozenset[int] = frozenset(),
    probe: bool = False,
) -> bytes:
    """Return the .docx with these runs on their hooks and these words in its actor cells.

    A `probe` has a marker word on each hook of the text. `parts` are further parts by name under word/, each with the
    relationship `rId` and its position from 10 on; `starts` are the steps before which Word says that a page began.
    """
    further = dict(parts or {})
    words = {(step, actor): each for step, actor, each in form.typed} | dict(typed or {})
    body = _front(form) + _chart(form, hung, words, probe=probe)
    for step in starts:
        mark = f'<w:t xml:space="preserve">{step}</w:t>'
        body = body.replace(f"<w:p><w:r>{mark}", f"<w:p><w:r><w:lastRenderedPageBreak/>{mark}", 1)
    width, height, margin = PAGES[form.page]
    turned = ' w:orient="landscape"' if width > height else ""
    section = (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar w:top="{margin}" w:right="{margin}" '
        f'w:bottom="{margin}" w:left="{margin}" w:header="360" w:footer="360" w:gutter="0"/></w:sectPr>'
    )
    settings = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="{form.compat}"/></w:compat>'
    )
    relations = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        *((f"rId{at}", KINDS[name.partition(".")[2]][0], name) for at, name in enumerate(further, start=10)),
    ]
    return package(
        {
            "[Content_Types].xml": _content_types(further),
            "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")]),
            "word/document.xml": f"<w:document {DECLARATIONS}><w:body>{body}{section}</w:body></w:document>",
            "word/_rels/document.xml.rels": _relations(relations),
            "word/styles.xml": _styles(form),
            "word/settings.xml": f"<w:settings {DECLARATIONS}>{settings if form.compat else ''}</w:settings>",
            **{f"word/{name}": content for name, content in further.items()},
        }
    )


def marker(hook: int) -> str:
    """Return the word that stands on a hook of the text in a probe."""
    return f"ZZ{hook}ZZ"


def paragraph(*runs: str, text: str = "", page: bool = False, align: str = "") -> str:
    """Return a paragraph of ready runs after its text."""
    properties = "<w:pageBreakBefore/>" if page else ""
    properties += f'<w:jc w:val="{align}"/>' if align else ""
    words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{words}{''.join(runs)}</w:p>"


def _chart(form: Form, hung: Hung, typed: Typed, *, probe: bool) -> str:
    """The step table or tables, each below its captions, and a last paragraph."""
    steps = list(enumerate(form.content.steps, start=1))
    cut = form.split or len(steps)
    written, hook = "", 0
    for at, some in enumerate((steps[:cut], steps[cut:])):
        if not some:
            continue
        for number, caption in enumerate(form.captions):
            fresh = not number and (form.split_page if at else form.front == "page")
            hook += 1
            written += _hooked(hook, caption, hung, probe=probe, page=fresh)
        written += _table(form, some, hung, typed)
    return written + _hooked(hook + 1, "", hung, probe=probe, page=False)


def _hooked(hook: int, text: str, hung: Hung, *, probe: bool, page: bool) -> str:
    # What hangs on a caption stands behind its words.
    words = f"{text} " if text else ""
    return paragraph(*hung.get(Hook(0, hook), ()), text=words + (marker(hook) if probe else ""), page=page)


def _table(form: Form, steps: Sequence[tuple[int, WrittenStep]], hung: Hung, typed: Typed) -> str:
    rows = "".join(_header(form)) + "".join(_row(form, number, step, hung, typed) for number, step in steps)
    place = f'<w:jc w:val="{form.align}"/>' if form.align else f'<w:tblInd w:w="{form.left}" w:type="dxa"/>'
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in form.widths)
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(form.widths)}" w:type="dxa"/>{place}<w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _header(form: Form) -> list[str]:
    actors = form.content.actors
    widths, count = form.widths, len(actors)
    plain = {0: "No", 1: "Kegiatan", len(widths) - 1: "Keterangan"}
    groups = {2: ("Pelaksana", count), 2 + count: ("Mutu Baku", 3)}
    lowest = (*actors, "Kelengkapan", "Waktu", "Output")
    rows = []
    for level in range(form.header_rows):
        cells, at = [], 0
        last = level == form.header_rows - 1
        while at < len(widths):
            if at in plain:
                merge = "restart" if not level else "continue"
                cells.append(_cell(widths[at], paragraph(text="" if level else plain[at], align="center"), merge=merge))
                at += 1
            elif at in groups and not last:
                words, span = groups[at]
                # A third header row names the office between the group and its actors.
                words = words if not level else "Kantor Kementerian Agama" if at == 2 else "Standar"
                width = sum(widths[at : at + span])
                cells.append(_cell(width, paragraph(text=words, align="center"), span=span))
                at += span
            else:
                cells.append(_cell(widths[at], paragraph(text=lowest[at - 2], align="center")))
                at += 1
        rows.append(_tr(cells, header=form.repeat))
    if form.numbers:
        cells = [_cell(each, paragraph(text=str(at), align="center")) for at, each in enumerate(widths, start=1)]
        rows.append(_tr(cells, header=form.repeat))
    return rows


def _row(form: Form, number: int, step: WrittenStep, hung: Hung, typed: Typed) -> str:
    exact = form.heights == "exact" or (form.heights == "mixed" and number % 2 == 0)
    natural = form.heights == "natural" or (form.heights == "mixed" and not exact)
    count = len(form.content.actors)
    activity = step.activity + "\n" * _ROOM * natural
    texts = [str(number), activity, *[""] * count, step.needs, step.time, step.output, step.note]
    cells = []
    for column, text in enumerate(texts):
        actor = 2 <= column < 2 + count
        words = typed.get((number, column - 2), "") if actor else text
        content = "".join(
            paragraph(
                *(() if at else hung.get(Hook(number, column), ())), text=line, align="center" * (actor and form.middle)
            )
            for at, line in enumerate(words.split("\n"))
        )
        cells.append(_cell(form.widths[column], content, middle=form.middle and actor))
    return _tr(cells, height=0 if natural else 1040 if exact else form.least, exact=exact, divide=form.divide)


def _tr(
    cells: Sequence[str], *, height: int = 0, exact: bool = False, header: bool = False, divide: bool = False
) -> str:
    properties = "" if divide else "<w:cantSplit/>"
    rule = "exact" if exact else "atLeast"
    properties += f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>' if height else ""
    properties += "<w:tblHeader/>" if header else ""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def _cell(width: int, content: str, *, span: int = 1, merge: str = "", middle: bool = False) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>", "": ""}[merge]
    properties += '<w:vAlign w:val="center"/>' if middle else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _front(form: Form) -> str:
    """The identity: letterhead beside the fields; nothing where `front` is none."""
    if form.front == "none":
        return ""
    fields = {
        "Nomor SOP": "012/SOP/2025", "Tanggal Pembuatan": "2 Juli 2025", "Tanggal Revisi": "-",
        "Tanggal Efektif": "1 Agustus 2025",
        "Disahkan oleh": "Kepala Kantor\n\n\nDra. Siti Contoh, M.Pd.I\nNIP. 197001011995032001",
        "Nama SOP": form.content.title,
    }  # fmt: skip
    head = "KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI\nSUBBAGIAN TATA USAHA"
    widths = [form.room * share // 100 for share in (48, 20, 31)]
    rows = ""
    for at, (label, value) in enumerate(fields.items()):
        left = "" if at else "".join(paragraph(text=line, align="center") for line in head.split("\n"))
        rows += _tr(
            [
                _cell(widths[0], left or paragraph(), merge="continue" if at else "restart"),
                _cell(widths[1], paragraph(text=label)),
                _cell(widths[2], "".join(paragraph(text=line) for line in value.split("\n"))),
            ]
        )
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{paragraph()}"
    )


def _styles(form: Form) -> str:
    fonts = "".join(f' w:{each}="{form.font}"' for each in ("ascii", "hAnsi", "cs", "eastAsia"))
    return (
        f"<w:styles {DECLARATIONS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>"
        f'<w:sz w:val="{form.size}"/><w:szCs w:val="{form.size}"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="{form.spacing[0]}" '
        f'w:line="{form.spacing[1]}" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '</w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        f'<w:left w:w="{CELL_MARGIN}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{CELL_MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
    )


_OFFICE_KIND = "application/vnd.openxmlformats-officedocument"
# By what a part's name ends with: its kind of relationship and its content type.
KINDS = {
    "png": ("image", "image/png"),
    "bin": ("oleObject", f"{_OFFICE_KIND}.oleObject"),
    "data.xml": ("diagramData", f"{_OFFICE_KIND}.drawingml.diagramData+xml"),
    "layout.xml": ("diagramLayout", f"{_OFFICE_KIND}.drawingml.diagramLayout+xml"),
    "style.xml": ("diagramQuickStyle", f"{_OFFICE_KIND}.drawingml.diagramStyle+xml"),
    "colors.xml": ("diagramColors", f"{_OFFICE_KIND}.drawingml.diagramColors+xml"),
}


def _relations(targets: Sequence[tuple[str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for name, kind, target in targets
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _content_types(further: Mapping[str, str | bytes]) -> str:
    word = f"{_OFFICE_KIND}.wordprocessingml"
    kinds = {
        "document.xml": f"{word}.document.main+xml",
        "styles.xml": f"{word}.styles+xml",
        "settings.xml": f"{word}.settings+xml",
        **{name: KINDS[name.partition(".")[2]][1] for name in further},
    }
    inner = "".join(f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{inner}</Types>'
    )

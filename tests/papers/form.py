"""A Word document with the styles of the office's papers, put together piece by piece."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FONT = "Arial"
LONG, SHORT = 330, 215
_DAY = datetime(2025, 1, 1)  # noqa: DTZ001 - the file's properties know no zone
_CENTRE, _RIGHT, _BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
BODY, TABLE, FIGURE, HEADING, SIGNATURE = "Isi Naskah", "Isi Tabel", "Angka Tabel", "Kepala Tabel", "Tanda Tangan"
MINISTRY, OFFICE, ADDRESS, NUMBER, CAPTION = "Kop Kementerian", "Kop Kantor", "Kop Alamat", "Nomor Naskah", "Rincian"
GROUP = "Kelompok Tabel"


class Column(NamedTuple):
    """A column of a table: its heading, its width in millimetres, what stands in a row, and in which style."""

    heading: str
    width: float
    cell: str | Sequence[str]
    style: str = TABLE


class Form:
    """A document of F4 paper."""

    def __init__(self, title: str) -> None:
        self.document = docx.Document()
        self.document._body.clear_content()
        properties = self.document.core_properties
        properties.title, properties.author, properties.comments, properties.last_modified_by = title, "", "", ""
        properties.created = properties.modified = _DAY
        properties.language = "id-ID"
        self._styles()

    def page(self, *, landscape: bool, margins: tuple[float, float, float, float]) -> None:
        """Set the paper of the last section; margins are top, right, bottom, left in millimetres."""
        section = self.document.sections[-1]
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(LONG), Mm(SHORT)) if landscape else (Mm(SHORT), Mm(LONG))
        section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, margins)
        section.header_distance = section.footer_distance = Mm(10)

    @staticmethod
    def upright(cells: Sequence[Any], height: float) -> None:
        """Turn the words of these cells of a row upright, read from below; the row gets a height in millimetres."""
        for cell in cells:
            turned = OxmlElement("w:textDirection")
            turned.set(qn("w:val"), "btLr")
            centred = OxmlElement("w:vAlign")
            centred.set(qn("w:val"), "center")
            cell._tc.get_or_add_tcPr().extend((turned, centred))
        row = cells[0]._tc.getparent()
        high = OxmlElement("w:trHeight")
        high.set(qn("w:val"), str(Mm(height).twips))
        high.set(qn("w:hRule"), "atLeast")
        row.get_or_add_trPr().insert(1, high)

    def footer(self, text: str) -> None:
        """Write the foot of the last section's pages: a text, then the number of the page."""
        section = self.document.sections[-1]
        section.footer.is_linked_to_previous = False
        paragraph = section.footer.paragraphs[0]
        paragraph.style = self.document.styles["Footer"]
        paragraph.add_run(f"{text} · halaman ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" dari ")
        _field(paragraph, "NUMPAGES")

    def letterhead(self) -> None:
        """Write the kop, with a double line below it."""
        self.text("{{ kop.kementerian }}", MINISTRY, only_if="kop.kementerian")
        self.text("{{ kop.kantor }}", OFFICE)
        self.text("{{ kop.alamat }}", ADDRESS, only_if="kop.alamat")
        self.text("{{ kop.kontak }}", ADDRESS, only_if="kop.kontak")
        line = self.text("", ADDRESS)
        line.paragraph_format.space_after = Pt(12)
        line.paragraph_format.line_spacing = Pt(3)
        edges = OxmlElement("w:pBdr")
        edge = OxmlElement("w:top")
        for name, value in (("val", "thickThinSmallGap"), ("sz", "18"), ("space", "1"), ("color", "auto")):
            edge.set(qn(f"w:{name}"), value)
        edges.append(edge)
        properties = line._p.get_or_add_pPr()
        properties.insert_element_before(
            edges, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
        )

    def command(self, words: str) -> None:
        """Write a command that goes with its paragraph."""
        self.document.add_paragraph(f"{{%p {words} %}}", style=BODY)

    def text(self, words: str, style: str = BODY, *, only_if: str = "", keep: bool = False) -> Any:
        """Write a paragraph, `keep` with the next one; `only_if` a field is filled in."""
        if only_if:
            self.command(f"if {only_if}")
        paragraph = self.document.add_paragraph(words, style=style)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        if only_if:
            self.command("endif")
        return paragraph

    def table(self, columns: Sequence[Column], loop: str, *, total: Sequence[str] = ()) -> Any:
        """Write a table with a row for each turn of `loop`, its heading repeated on each page, and a row of totals."""
        table = self.grid([each.width for each in columns])
        _row(table, [each.heading for each in columns], HEADING, shade="D9E2DC", repeated=True)
        _command_row(table, f"for {loop}")
        _row(table, [each.cell for each in columns], [each.style for each in columns])
        _command_row(table, "endfor")
        if total:
            row = _row(table, total, [each.style for each in columns], shade="EDF1EE")
            for cell in row.cells:
                for run in cell.paragraphs[0].runs:
                    run.bold = True
        return table

    def grouped(self, columns: Sequence[Column], loops: tuple[str, str], group: str) -> Any:
        """Write a table of groups: a row over all columns for each turn of the outer loop, then those of the inner."""
        table = self.grid([each.width for each in columns])
        _row(table, [each.heading for each in columns], HEADING, shade="D9E2DC", repeated=True)
        _command_row(table, f"for {loops[0]}")
        head = _row(table, [group, *[""] * (len(columns) - 1)], GROUP, shade="EDF1EE")
        merged = head.cells[0].merge(head.cells[-1])
        for extra in merged.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        _command_row(table, f"for {loops[1]}")
        _row(table, [each.cell for each in columns], [each.style for each in columns])
        _command_row(table, "endfor")
        _command_row(table, "endfor")
        return table

    def grid(self, widths: Sequence[float], style: str = "Table Grid") -> Any:
        """Begin a table of these widths without rows."""
        table = self.document.add_table(rows=0, cols=len(widths), style=style)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        return table

    def data(self) -> bytes:
        """Return the file, with the same bytes each time."""
        raw, out = io.BytesIO(), io.BytesIO()
        self.document.save(raw)
        with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(entry, source.read(name))
        return out.getvalue()

    def _styles(self) -> None:
        styles = self.document.styles
        _fonts(styles["Normal"], 11)
        defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        language = defaults.find(qn("w:lang"))
        for name in ("val", "eastAsia"):
            language.set(qn(f"w:{name}"), "id-ID")
        self._style(MINISTRY, 14, bold=True, align=_CENTRE, caps=True)
        self._style(OFFICE, 12, bold=True, align=_CENTRE, caps=True)
        self._style(ADDRESS, 9, align=_CENTRE)
        self._style(NUMBER, 11, align=_CENTRE, before=6, after=12)
        self._style(BODY, 11, align=_BOTH, after=6, spacing=1.15)
        self._style(CAPTION, 10, after=4)
        self._style(TABLE, 9, before=1, after=1)
        self._style(FIGURE, 9, align=_RIGHT, before=1, after=1)
        self._style(HEADING, 8.5, bold=True, align=_CENTRE, before=1, after=1)
        self._style(GROUP, 9, bold=True, keep=True, before=1, after=1)
        self._style(SIGNATURE, 11)
        _plain(styles["Title"], 13, align=_CENTRE, caps=True, after=0)
        _plain(styles["Heading 1"], 12, before=6, after=4)
        _plain(styles["Heading 2"], 10.5, before=8, after=4)
        _fonts(styles["Footer"], 8)
        styles["Footer"].paragraph_format.alignment = _RIGHT

    def _style(self, name: str, size: float, *, bold: bool = False, caps: bool = False, **look: Any) -> None:
        style = self.document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = self.document.styles["Normal"]
        style.quick_style = True
        _fonts(style, size, bold=bold)
        style.font.all_caps = caps or None
        _paragraph(style, **look)


def _paragraph(
    style: Any,
    *,
    align: Any = None,
    before: float = 0,
    after: float = 0,
    spacing: float = 1.0,
    keep: bool = False,
) -> None:
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing, shape.alignment = Pt(before), Pt(after), spacing, align
    if keep:
        shape.keep_with_next = True


def _plain(style: Any, size: float, *, caps: bool = False, **look: Any) -> None:
    """A style of Word's own in the look of the papers: black, without the line that Title has."""
    _fonts(style, size, bold=True)
    style.font.italic, style.font.all_caps = False, caps or None
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_pPr()
    for line in properties.findall(qn("w:pBdr")):
        properties.remove(line)
    for spacing in style.element.get_or_add_rPr().findall(qn("w:spacing")):
        spacing.getparent().remove(spacing)
    _paragraph(style, keep=True, **look)


def _fonts(style: Any, size: float, *, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold or None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def _row(
    table: Any,
    texts: Sequence[str | Sequence[str]],
    styles: str | Sequence[str],
    *,
    shade: str = "",
    repeated: bool = False,
) -> Any:
    """Add a row that no page parts; a cell of several texts has a paragraph for each."""
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeated:
        properties.append(OxmlElement("w:tblHeader"))
    for at, (cell, told, column) in enumerate(zip(row.cells, texts, table.columns, strict=True)):
        cell.width = column.width
        style = styles if isinstance(styles, str) else styles[at]
        first, *others = [told] if isinstance(told, str) else told
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(first)
        for each in others:
            cell.add_paragraph(each, style=style)
        if shade:
            fill = OxmlElement("w:shd")
            for name, value in (("val", "clear"), ("color", "auto"), ("fill", shade)):
                fill.set(qn(f"w:{name}"), value)
            cell._tc.get_or_add_tcPr().append(fill)
    return row


def _command_row(table: Any, words: str) -> None:
    """Add a row that only holds a command; it is gone once the template is filled in."""
    row = table.add_row()
    merged = row.cells[0].merge(row.cells[-1])
    for extra in merged.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    merged.paragraphs[0].style = TABLE
    merged.paragraphs[0].add_run(f"{{%tr {words} %}}")


def _field(paragraph: Any, name: str) -> None:
    for kind, text in (("begin", ""), ("", name), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind == "":
            inner = OxmlElement("w:instrText")
            inner.text = f" {text} "
            inner.set(qn("xml:space"), "preserve")
            run._r.append(inner)
        elif kind == "text":
            run.text = text
        else:
            inner = OxmlElement("w:fldChar")
            inner.set(qn("w:fldCharType"), kind)
            run._r.append(inner)


def optional(field: str, words: str) -> tuple[str, str, str]:
    """Return the paragraphs of a cell that stand there only if a field is filled in."""
    return (f"{{%p if {field} %}}", words, "{%p endif %}")


def each_of(field: str, name: str) -> tuple[str, str, str]:
    """Return the paragraphs of a cell that holds one for each of a list."""
    return (f"{{%p for {name} in {field} %}}", f"{{{{ {name} }}}}", "{%p endfor %}")

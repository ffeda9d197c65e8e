"""The sheet Ringkasan: the verdict, the counts with their charts, and the way to the other sheets."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from pipeline.model.outcome import Outcome
from pipeline.write.numbers import thousands
from pipeline.write.roles import Role
from pipeline.write.workbook import summary
from pipeline.write.workbook.charts import LOAD_BARS, STATUS_BARS, WEIGHT_BARS, Bars, Figures, Spot, bar_chart
from pipeline.write.workbook.pages import set_page
from pipeline.write.workbook.paint import ABOUT, FONT, GREEN, LINK, RULED, TITLE, Brush, add_table, put
from pipeline.write.workbook.sheet import Cell, Column, Sheet, clean, columns_of, count, plain, share, words
from pipeline.write.workbook.widths import column_pixels

NAME = "Ringkasan"
_UNITS = 6
_NAMES, _FIGURES = 36, 10.5
# Beside a table of so many columns stands its chart.
_CHART_LEFT = 6
_LINE, _HEADINGS, _CAPTION_LINE = 20, 44, 24
# What a page holds at the scale at which the table of units fits its width.
_SCALE, _PAGE_PIXELS = 88, 745
_STRONG = {**FONT, "bold": True}
_CAPTION = {**_STRONG, "font_size": 11, "font_color": GREEN}
_FIGURE = {"num_format": "#,##0_)", "align": "right"}
_SUM = {**RULED, "bold": True, "top": 1, "top_color": GREEN, "bottom": 1, "bottom_color": GREEN}
_GUIDE = {
    "Inventaris": "Panduan induk setelah koreksi, dengan naskah yang menjawab setiap barisnya",
    "Langkah": "Semua langkah semua SOP: pelaksana, kelengkapan, waktu, output",
    "Pelaksana": "Beban kerja setiap pelaksana menurut naskah, dan siapa yang terberat",
    "Dasar Hukum": "Setiap peraturan: siapa yang menyebutnya, sudah dicabut atau belum, dan penggantinya",
    "Keterkaitan": "Setiap SOP yang disebut berkaitan: ada naskahnya, hanya dalam induk, atau tidak ditemukan",
    "Temuan": "Temuan pemeriksaan dan usulan perbaikannya; tempat mengisi keputusan",
    "Dikecualikan": "Temuan yang tidak ditindaklanjuti; tidak dihitung sebagai temuan terbuka",
    "Disparitas": "SOP yang sama dari beberapa unit, berdampingan langkah demi langkah; tempat mengisi keputusan",
    "Penyesuaian": "Usulan agar jumlah SOP tiap unit sama dengan induk; tempat mengisi keputusan",
    "Koreksi": "Perubahan pada induk dan naskah, semula dan menjadi; tempat mengisi keputusan",
    "Pertanyaan": "Pasangan naskah dan induk yang meragukan; tempat memilih yang benar",
    "Tindak Lanjut": "Keputusan tentang naskah dan pelaksanaannya dalam naskah yang diserahkan sesudahnya",
    "Berkas": "Setiap berkas: yang dibaca, yang dicatat saja, dan yang tidak terbaca",
    "Isi Berkas": "Isi yang tidak dikenali, komentar, catatan kaki, dan perubahan terlacak, satu per satu",
}


class _Section(NamedTuple):
    """What stays together on a page: its first row, and how many pixels it is high."""

    row: int
    pixels: int

    @property
    def next_row(self) -> int:
        """Where the section below it begins."""
        return self.row + ceil(self.pixels / _LINE) + 1


class _Known(NamedTuple):
    """What the sections tell."""

    outcome: Outcome
    units: Sequence[summary.Line]
    roles: Sequence[Role]


def paint_front(outcome: Outcome, sheets: tuple[Sheet, ...], roles: Sequence[Role], brush: Brush) -> None:
    """Add the first sheet to the workbook; `roles` are those of the drafts, the heaviest first."""
    made = brush.book.add_worksheet(NAME)
    made.set_column(0, 0, _NAMES)
    made.set_column(1, len(summary.UNIT_HEADINGS) - 1, _FIGURES)
    _title(made, outcome, brush)
    units = summary.unit_lines(outcome)
    row = _unit_table(made, units, brush) + 2
    sections = list(_sections(made, row, _Known(outcome, units, roles), brush))
    sections.append(_guide(made, sections[-1].next_row, sheets, brush))
    set_page(made, brush.office)
    # Excel ignores page breaks where it fits a sheet to the page; at this scale the width fits by itself.
    made.set_print_scale(_SCALE)
    made.set_h_pagebreaks(_breaks(sections, 160 + _HEADINGS + _LINE * (len(units) + 2)))
    made.activate()


def _sections(made: Worksheet, row: int, known: _Known, brush: Brush) -> Iterator[_Section]:
    """Paint the sections below each other, and yield where each stands."""
    # What is no unit's has a line in the table, but no bar.
    units = known.units[: len(known.outcome.reconciliation.units)]
    if units:
        section = _unit_chart(made, row, units, brush)
        yield section
        row = section.next_row
    families = summary.family_lines(known.outcome)
    _caption(made, row, 0, "Temuan menurut keluarga aturan", brush)
    sums = _family_table(made, row + 1, families, brush)
    figures = Figures(NAME, row + 1, row + 2, sums - 1)
    section = _with_chart(made, (row, sums), (figures, WEIGHT_BARS, summary.families_told(families)), brush)
    yield section
    if known.roles:
        row, lines = section.next_row, summary.role_lines(known.roles)
        shown = (
            "Pelaksana dengan menit kerja terbanyak bila setiap SOP dijalankan satu kali: "
            f"{len(lines)} dari {thousands(len(known.roles))}"
        )
        _caption(made, row, 0, shown, brush)
        last = _role_table(made, row + 1, lines, brush)
        figures = Figures(NAME, row + 1, row + 2, last)
        yield _with_chart(made, (row, last), (figures, LOAD_BARS, summary.roles_told(lines)), brush)


def _unit_chart(made: Worksheet, row: int, units: Sequence[summary.Line], brush: Brush) -> _Section:
    """Paint the chart of the units over the sheet's width; their table stands above."""
    _caption(made, row, 0, "Keadaan SOP per unit", brush)
    wide = column_pixels(_NAMES) + (len(summary.UNIT_HEADINGS) - 1) * column_pixels(_FIGURES)
    figures = Figures(NAME, _UNITS, _UNITS + 1, _UNITS + len(units))
    high = bar_chart(made, Spot(row + 1, 0, wide), (figures, STATUS_BARS, summary.units_told(units)), brush)
    return _Section(row, _CAPTION_LINE + high)


def _with_chart(
    made: Worksheet, rows: tuple[int, int], what: tuple[Figures, Sequence[Bars], str], brush: Brush
) -> _Section:
    """Paint the chart of a table beside it, which stands from its caption's row to its last one."""
    first, last = rows
    wide = (len(summary.UNIT_HEADINGS) - _CHART_LEFT) * column_pixels(_FIGURES)
    high = bar_chart(made, Spot(first + 1, _CHART_LEFT, wide), what, brush)
    table = _HEADINGS + _LINE * (last - first - 1)
    return _Section(first, _CAPTION_LINE + max(table, high))


def _breaks(sections: Sequence[_Section], used: int) -> list[int]:
    """Return the rows before which a page begins, so that no section is torn; `used` is taken on the first page."""
    found = []
    for row, pixels in sections:
        if used + pixels > _PAGE_PIXELS:
            found.append(row)
            used = 0
        used += pixels + _LINE
    return found


def _title(made: Worksheet, outcome: Outcome, brush: Brush) -> None:
    lines = (
        (outcome.office, {**TITLE, "font_size": 16}, 28),
        ("Konsolidasi SOP", {**_STRONG, "font_size": 13}, 24),
        (f"Keadaan {summary.run_date(outcome.when)}", ABOUT, 20),
        (summary.verdict(outcome), {**_STRONG, "font_size": 11, "valign": "vcenter"}, 30),
        (summary.to_do(outcome), {**FONT, "font_size": 11}, 20),
        *([(since, {**FONT, "font_size": 11}, 32)] if (since := summary.since(outcome)) else []),
    )
    for row, (text, look, pixels) in enumerate(lines):
        made.write_string(row, 0, plain(clean(text)), brush.format(look))
        made.set_row_pixels(row, pixels)


def _columns(headings: tuple[str, ...], names: int) -> tuple[Column, ...]:
    """Return the columns of a table of figures whose first `names` columns hold words."""
    return columns_of(((each, 12) for each in headings), frozenset(headings[names:]))


def _unit_table(made: Worksheet, units: Sequence[summary.Line], brush: Brush) -> int:
    """Paint the counts per unit; returns the row of the sums."""
    first, last = _UNITS + 1, _UNITS + max(1, len(units))
    add_table(made, (_UNITS, 0, last), "TabelUnit", _columns(summary.UNIT_HEADINGS, 1), brush)
    made.set_row_pixels(_UNITS, _HEADINGS)
    for row, unit in enumerate(units, start=first):
        put(made, row, 0, words(unit.name), brush)
        for column, figure in enumerate(unit.figures, start=1):
            put(made, row, column, count(figure), brush)
    _sums(made, (first, last), ("Jumlah",), summary.totals(units), brush)
    return last + 1


def _family_table(made: Worksheet, header: int, families: Sequence[summary.Line], brush: Brush) -> int:
    """Paint the findings by family; returns the row of the sums."""
    rows = tuple((words(each.name), words(each.code), *map(count, each.figures)) for each in families)
    last = _table(made, header, ("TabelKeluarga", _columns(summary.FAMILY_HEADINGS, 2)), rows, brush)
    sums = tuple(sum(column) for column in zip(*(family.figures for family in families), strict=True))
    _sums(made, (header + 1, last), ("Jumlah", ""), sums, brush)
    return last + 1


def _role_table(made: Worksheet, header: int, lines: Sequence[summary.Line], brush: Brush) -> int:
    """Paint the roles with most work; returns the last row."""
    rows = tuple((words(each.name), *map(count, each.figures), share(each.share)) for each in lines)
    return _table(made, header, ("TabelBeban", _columns(summary.ROLE_HEADINGS, 1)), rows, brush)


def _table(
    made: Worksheet, header: int, what: tuple[str, tuple[Column, ...]], rows: Sequence[tuple[Cell, ...]], brush: Brush
) -> int:
    """Paint a small table; returns its last row."""
    add_table(made, (header, 0, header + len(rows)), *what, brush)
    # The chart beside the table is measured over its rows, so their heights are set, not left to Excel.
    made.set_row_pixels(header, _HEADINGS)
    for row, cells in enumerate(rows, start=header + 1):
        made.set_row_pixels(row, _LINE)
        for column, cell in enumerate(cells):
            put(made, row, column, cell, brush)
    return header + len(rows)


def _sums(made: Worksheet, rows: tuple[int, int], names: tuple[str, ...], sums: tuple[int, ...], brush: Brush) -> None:
    """Paint the row of the sums: their names, then the formulas with their results."""
    first, last = rows
    for column, name in enumerate(names):
        if name or any(names[:column]):
            made.write_string(last + 1, column, name, brush.format(_SUM))
    look = brush.format({**_SUM, **_FIGURE})
    for column, value in enumerate(sums, start=len(names)):
        made.write_formula(last + 1, column, f"=SUM({xl_range(first, column, last, column)})", look, value)


def _caption(made: Worksheet, row: int, column: int, text: str, brush: Brush) -> None:
    made.write_string(row, column, text, brush.format(_CAPTION))
    made.set_row_pixels(row, 24)


def _guide(made: Worksheet, row: int, sheets: tuple[Sheet, ...], brush: Brush) -> _Section:
    """Paint what sheets there are, each with the way to it."""
    _caption(made, row, 0, "Isi buku kerja", brush)
    columns = columns_of((("Lembar", _NAMES), ("Baris", _FIGURES), ("Isi", _FIGURES)), frozenset({"Baris"}))
    add_table(made, (row + 1, 0, row + 1 + len(sheets)), "TabelIsi", columns, brush)
    link = brush.format(LINK)
    for at, sheet in enumerate(sheets, start=row + 2):
        made.write_url(at, 0, f"internal:'{sheet.name}'!A1", link, sheet.name, f"Buka lembar {sheet.name}")
        made.write_number(at, 1, len(sheet.rows), brush.format({**FONT, **_FIGURE}))
        # Not wrapped: the text runs on over the free cells to its right.
        made.write_string(at, 2, _GUIDE[sheet.name], brush.format(FONT))
    return _Section(row, _CAPTION_LINE + _LINE * (len(sheets) + 1))

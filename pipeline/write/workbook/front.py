"""The sheet Ringkasan: the verdict, the counts with their chart, and the way to the other sheets."""

from math import ceil

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from pipeline.model.outcome import Outcome
from pipeline.write.numbers import thousands
from pipeline.write.workbook import summary
from pipeline.write.workbook.paint import (
    ABOUT,
    FAINT,
    FONT,
    GREEN,
    INK,
    LINE,
    RULED,
    TITLE,
    Brush,
    add_table,
    put,
    set_page,
)
from pipeline.write.workbook.sheet import Column, Sheet, clean, columns_of, count, words

NAME = "Ringkasan"
_UNITS, _FAMILIES_LEFT = 6, 4
_CHART_WIDTH, _LINE_PIXELS, _FAMILY_PIXELS = 560, 20, 36
_STRONG = {**FONT, "bold": True}
_CAPTION = {**_STRONG, "font_size": 11, "font_color": GREEN}
_FIGURE = {"num_format": "#,##0_)", "align": "right"}
_SUM = {**RULED, "bold": True, "top": 1, "top_color": GREEN, "bottom": 1, "bottom_color": GREEN}
# Column, fill, border, colour of the label: light and dark by turns, so that a grey print tells them apart.
_BARS = (
    (3, GREEN, GREEN, "#FFFFFF"),
    (4, "#E4E8E6", FAINT, INK),
    (5, "#8FC3AA", GREEN, INK),
    (6, "#FFFFFF", INK, INK),
)
_GUIDE = {
    "Inventaris": "Panduan induk setelah koreksi, dengan naskah yang menjawab setiap barisnya",
    "Langkah": "Semua langkah semua SOP: pelaksana, kelengkapan, waktu, output",
    "Pelaksana": "Beban kerja setiap pelaksana menurut naskah",
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


def paint_front(outcome: Outcome, sheets: tuple[Sheet, ...], brush: Brush) -> None:
    """Add the first sheet to the workbook."""
    made = brush.book.add_worksheet(NAME)
    made.set_column(0, 0, 42)
    made.set_column(1, len(summary.UNIT_HEADINGS) - 1, 12)
    _title(made, outcome, brush)
    units, families = summary.unit_lines(outcome), summary.family_lines(outcome)
    below = _unit_table(made, units, brush) + 2
    _caption(made, below, _FAMILIES_LEFT, "Temuan menurut keluarga aturan", brush)
    end = _family_table(made, below + 1, families, brush)
    # Findings of no unit have a line in the table, but no bar.
    counted = units[: len(outcome.reconciliation.units)]
    if counted:
        _caption(made, below, 0, "Keadaan SOP per unit", brush)
        # Every row beside the chart is as high as the family table sets it, the rows below it as Excel does.
        spare = _chart(made, below + 1, counted, brush) - _FAMILY_PIXELS * (len(families) + 2)
        end += max(0, ceil(spare / _LINE_PIXELS))
    _guide(made, end + 2, sheets, brush)
    set_page(made, brush)
    # Excel ignores page breaks where it fits a sheet to the page; at this scale the width fits by itself.
    made.set_print_scale(96)
    made.set_h_pagebreaks([below])
    made.activate()


def _title(made: Worksheet, outcome: Outcome, brush: Brush) -> None:
    lines = (
        (outcome.office, {**TITLE, "font_size": 16}, 28),
        ("Konsolidasi SOP", {**_STRONG, "font_size": 13}, 24),
        (f"Keadaan {summary.run_date(outcome.when)}", ABOUT, 20),
        (summary.verdict(outcome), {**_STRONG, "font_size": 11, "valign": "vcenter"}, 30),
        (summary.to_do(outcome), {**FONT, "font_size": 11}, 20),
    )
    for row, (text, look, pixels) in enumerate(lines):
        made.write_string(row, 0, clean(text), brush.format(look))
        made.set_row_pixels(row, pixels)


def _columns(headings: tuple[str, ...], names: int) -> tuple[Column, ...]:
    """Return the columns of a table of figures whose first `names` columns hold words."""
    return columns_of(((each, 12) for each in headings), frozenset(headings[names:]))


def _unit_table(made: Worksheet, units: tuple[summary.Line, ...], brush: Brush) -> int:
    """Paint the counts per unit; returns the row of the sums."""
    first, last = _UNITS + 1, _UNITS + max(1, len(units))
    add_table(made, (_UNITS, 0, last), "TabelUnit", _columns(summary.UNIT_HEADINGS, 1), brush)
    made.set_row_pixels(_UNITS, 44)
    for row, unit in enumerate(units, start=first):
        put(made, row, 0, words(unit.name), brush)
        for column, figure in enumerate(unit.figures, start=1):
            put(made, row, column, count(figure), brush)
    _sums(made, (first, last), ("Jumlah",), summary.totals(units), brush)
    return last + 1


def _family_table(made: Worksheet, header: int, families: tuple[summary.Line, ...], brush: Brush) -> int:
    """Paint the findings by family; returns the row of the sums."""
    first, last = header + 1, header + len(families)
    add_table(made, (header, _FAMILIES_LEFT, last), "TabelKeluarga", _columns(summary.FAMILY_HEADINGS, 2), brush)
    # The chart beside this table is measured over its rows, so their heights are set, not left to Excel.
    for row in range(header, last + 2):
        made.set_row_pixels(row, _FAMILY_PIXELS)
    for row, family in enumerate(families, start=first):
        put(made, row, _FAMILIES_LEFT, words(family.name), brush)
        put(made, row, _FAMILIES_LEFT + 1, words(family.code), brush)
        for column, figure in enumerate(family.figures, start=_FAMILIES_LEFT + 2):
            put(made, row, column, count(figure), brush)
    sums = tuple(sum(column) for column in zip(*(family.figures for family in families), strict=True))
    _sums(made, (first, last), (*("",) * _FAMILIES_LEFT, "Jumlah", ""), sums, brush)
    return last + 1


def _sums(made: Worksheet, rows: tuple[int, int], names: tuple[str, ...], sums: tuple[int, ...], brush: Brush) -> None:
    """Paint the row of the sums: their names, then the formulas with their results."""
    first, last = rows
    for column, name in enumerate(names):
        if name or any(names[:column]):
            made.write_string(last + 1, column, name, brush.format(_SUM))
    look = brush.format({**_SUM, **_FIGURE})
    for column, value in enumerate(sums, start=len(names)):
        made.write_formula(last + 1, column, f"=SUM({xl_range(first, column, last, column)})", look, value)


def _chart(made: Worksheet, row: int, units: tuple[summary.Line, ...], brush: Brush) -> int:
    """Paint the bars of each unit; returns how many pixels they are high."""
    first, last = _UNITS + 1, _UNITS + len(units)
    chart: Chart = brush.book.add_chart({"type": "bar", "subtype": "stacked"})
    for column, fill, border, label in _BARS:
        chart.add_series(
            {
                "name": [NAME, _UNITS, column],
                "categories": [NAME, first, 0, last, 0],
                "values": [NAME, first, column, last, column],
                "fill": {"color": fill}, "border": {"color": border, "width": 0.75}, "gap": 45,
                # A nought has no bar, so it gets no label.
                "data_labels": {"value": True, "num_format": "#,##0;;;", "font": {"color": label, "size": 8}},
            }
        )  # fmt: skip
    font = {"name": "Calibri", "size": 9, "color": INK}
    # The units stand on the upright axis, the first one on top.
    chart.set_y_axis(
        {
            "reverse": True, "num_font": font, "line": {"color": LINE}, "major_tick_mark": "none",
            "major_gridlines": {"visible": False},
        }
    )  # fmt: skip
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_title({"none": True})
    height = 70 + 24 * max(4, len(units))
    chart.set_size({"width": _CHART_WIDTH, "height": height})
    made.insert_chart(row, 0, chart, {"description": _told(units), "object_position": 2})
    return height


def _told(units: tuple[summary.Line, ...]) -> str:
    """Return the chart in words, for those who cannot see it."""
    _, _, matched, missing, extra, duplicate, *_ = (thousands(each) for each in summary.totals(units))
    return (
        f"Diagram batang bertumpuk keadaan SOP per unit; seluruhnya {matched} cocok, {missing} belum "
        f"diserahkan, {extra} di luar induk, {duplicate} ganda. Angka per unit ada pada tabel di atasnya."
    )


def _caption(made: Worksheet, row: int, column: int, text: str, brush: Brush) -> None:
    made.write_string(row, column, text, brush.format(_CAPTION))
    made.set_row_pixels(row, 24)


def _guide(made: Worksheet, row: int, sheets: tuple[Sheet, ...], brush: Brush) -> None:
    _caption(made, row, 0, "Isi buku kerja", brush)
    columns = columns_of((("Lembar", 42), ("Baris", 12), ("Isi", 12)), frozenset({"Baris"}))
    add_table(made, (row + 1, 0, row + 1 + len(sheets)), "TabelIsi", columns, brush)
    link = brush.format({**FONT, "font_color": GREEN, "underline": 1})
    for at, sheet in enumerate(sheets, start=row + 2):
        made.write_url(at, 0, f"internal:'{sheet.name}'!A1", link, sheet.name, f"Buka lembar {sheet.name}")
        made.write_number(at, 1, len(sheet.rows), brush.format({**FONT, **_FIGURE}))
        # Not wrapped: the text runs on over the free cells to its right.
        made.write_string(at, 2, _GUIDE[sheet.name], brush.format(FONT))

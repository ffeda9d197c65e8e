"""How a sheet is printed: F4 lying, as many pages wide as its letters need to be read."""

from xlsxwriter.worksheet import Worksheet

from pipeline.write.workbook.sheet import Sheet, clean

F4 = 14  # Excel has no 215 x 330 mm; Folio is the size that offices pick for it


def set_page(made: Worksheet, office: str) -> None:
    """Set the page up: F4 lying, the office and the sheet above, page numbers below."""
    # Excel holds 255 characters a header, and reads & as the start of a code.
    name = clean(office).replace("\n", " ")[:100].replace("&", "&&")
    made.set_paper(F4)
    made.set_landscape()
    made.set_margins(left=0.45, right=0.45, top=0.75, bottom=0.65)
    made.set_header(f"&L&9&K5F6B66Konsolidasi SOP – {name}&R&9&K5F6B66&A", {"margin": 0.35})
    made.set_footer("&R&9&K5F6B66Halaman &P dari &N", {"margin": 0.3})
    made.hide_gridlines(2)


def spread(made: Worksheet, sheet: Sheet, last: int) -> None:
    """Print what people read of a sheet's table, its headings and what its rows are about on every page."""
    made.repeat_rows(sheet.header)
    if sheet.spread.pages == 1:
        made.fit_to_pages(1, 0)
    else:
        # Not fitted to so many pages: LibreOffice then puts blank ones between, if columns are repeated.
        made.set_print_scale(sheet.spread.scale)
        made.repeat_columns(0, sheet.kept - 1)
    made.print_area(0, 0, last, sheet.printed - 1)

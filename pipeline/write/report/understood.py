"""Inventory -> how it was understood, as the page shows it."""

from pipeline.model.inventory import Inventory, InventoryTable
from pipeline.model.workbook import letters
from pipeline.write.inventory_text import NO_HEADING, header_rows, read_as
from pipeline.write.report.views import InventoryView, TableView


def inventory_view(inventory: Inventory) -> InventoryView:
    """Return the tables found and their columns, what was passed over and why, and what a person should look at."""
    return InventoryView(
        file=inventory.file,
        rows=len(inventory.rows),
        tables=tuple(_table(each) for each in inventory.tables),
        passed_sheets=tuple((each.name, each.why) for each in inventory.passed_sheets),
        doubts=tuple((str(each.place), each.text) for each in inventory.doubts),
        wrong_totals=tuple(
            (str(each.place), each.typed, each.counted) for each in inventory.totals if each.typed != each.counted
        ),
        passed_over=tuple((str(each.place), each.text, each.why) for each in inventory.passed_over),
    )


def _table(table: InventoryTable) -> TableView:
    return TableView(
        sheet=table.sheet,
        header=header_rows(table),
        columns=tuple((letters(each.column), each.text or NO_HEADING, read_as(each)) for each in table.headings),
    )

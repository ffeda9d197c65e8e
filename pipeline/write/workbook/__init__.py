"""Outcome -> konsolidasi.xlsx, the consolidated workbook."""

from datetime import UTC
from pathlib import Path

from xlsxwriter import Workbook

from pipeline.model.outcome import Outcome
from pipeline.wording import ROUND_PROPERTY
from pipeline.write.workbook.disparities import disparities_sheet
from pipeline.write.workbook.files import contents_sheet, files_sheet
from pipeline.write.workbook.findings import accepted_sheet, corrections_sheet, findings_sheet
from pipeline.write.workbook.follow_up import follow_up_sheet
from pipeline.write.workbook.front import paint_front
from pipeline.write.workbook.inventory import inventory_sheet
from pipeline.write.workbook.paint import Brush, lists_of, paint, paint_lists
from pipeline.write.workbook.proposals import proposals_sheet
from pipeline.write.workbook.questions import questions_sheet
from pipeline.write.workbook.sheet import Sheet, with_cuts
from pipeline.write.workbook.steps import actors_sheet, steps_sheet

_NO_MAGIC = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(outcome: Outcome, path: Path) -> None:
    """Write the workbook; the same outcome gives the same parts."""
    sheets = _sheets(outcome)
    lists = lists_of(sheets)
    with Workbook(str(path), dict(_NO_MAGIC)) as book:
        when = outcome.when.astimezone(UTC) if outcome.when.tzinfo else outcome.when
        book.set_properties(
            {"title": "Konsolidasi SOP", "subject": outcome.office, "author": "sop-pleno", "created": when}
        )
        brush = Brush(book=book, office=outcome.office)
        if outcome.round:
            # By this the decisions in a copy are known to be those of this round.
            book.set_custom_property(ROUND_PROPERTY, outcome.round, "number")
        paint_front(outcome, sheets, brush)
        for sheet in sheets:
            paint(sheet, lists, brush)
        paint_lists(lists, brush)


def _sheets(outcome: Outcome) -> tuple[Sheet, ...]:
    """Return all sheets but the first, in the order of their tabs."""
    sheets = (
        inventory_sheet(outcome),
        steps_sheet(outcome),
        actors_sheet(outcome),
        findings_sheet(outcome),
        accepted_sheet(outcome),
        disparities_sheet(outcome),
        proposals_sheet(outcome),
        corrections_sheet(outcome),
        questions_sheet(outcome),
        follow_up_sheet(outcome),
        files_sheet(outcome),
        contents_sheet(outcome),
    )
    return with_cuts(sheets)

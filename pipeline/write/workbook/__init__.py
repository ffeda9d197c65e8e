"""Outcome -> konsolidasi.xlsx, the consolidated workbook."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from xlsxwriter import Workbook

from pipeline.model.outcome import Outcome
from pipeline.wording import ROUND_PROPERTY
from pipeline.write.roles import Role, roles
from pipeline.write.workbook.actors import actors_sheet
from pipeline.write.workbook.disparities import disparities_sheet
from pipeline.write.workbook.files import contents_sheet, files_sheet
from pipeline.write.workbook.findings import accepted_sheet, corrections_sheet, findings_sheet
from pipeline.write.workbook.follow_up import follow_up_sheet
from pipeline.write.workbook.front import NAME, paint_front
from pipeline.write.workbook.inventory import inventory_sheet
from pipeline.write.workbook.laws import laws_sheet
from pipeline.write.workbook.links import links_of, returned_of, with_links
from pipeline.write.workbook.paint import Brush, add, fill, lists_of, paint_lists
from pipeline.write.workbook.proposals import proposals_sheet
from pipeline.write.workbook.questions import questions_sheet
from pipeline.write.workbook.related import related_sheet
from pipeline.write.workbook.sheet import FILES, Sheet, cuts_of, with_cuts
from pipeline.write.workbook.steps import steps_sheet

# How many columns say on each page what a row is about, of sheets that are several pages wide.
_KEPT = {"Temuan": 5, "Dikecualikan": 4, "Disparitas": 4, "Penyesuaian": 3, "Pertanyaan": 2, "Tindak Lanjut": 3}
_NO_MAGIC = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(outcome: Outcome, path: Path) -> None:
    """Write the workbook; the same outcome gives the same parts."""
    with _uncollected(), Workbook(str(path), dict(_NO_MAGIC)) as book:
        when = outcome.when.astimezone(UTC) if outcome.when.tzinfo else outcome.when
        book.set_properties(
            {"title": "Konsolidasi SOP", "subject": outcome.office, "author": "sop-pleno", "created": when}
        )
        if outcome.round:
            # By this the decisions in a copy are known to be those of this round.
            book.set_custom_property(ROUND_PROPERTY, outcome.round, "number")
        _paint(outcome, Brush(book=book, office=outcome.office, home=NAME))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles away: there are none here, and it walks through the whole set again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _paint(outcome: Outcome, brush: Brush) -> None:
    heaviest = roles(outcome)
    sheets = _sheets(outcome, heaviest)
    lists = lists_of(sheets)
    paint_front(outcome, sheets, heaviest, brush)
    made = {each.name: add(each, brush) for each in sheets}
    cuts = [cut for each in sheets if each.name != FILES for cut in fill(made[each.name], each, lists, brush)]
    # The sheet that tells of the cuts is painted last, wherever it stands.
    (files,) = (each for each in sheets if each.name == FILES)
    (told,) = (each for each in with_cuts(sheets, (*cuts, *cuts_of(files))) if each.name == FILES)
    fill(made[FILES], told, lists, brush)
    paint_lists(lists, brush)


def _sheets(outcome: Outcome, heaviest: tuple[Role, ...]) -> tuple[Sheet, ...]:
    """Return all sheets but the first, in the order of their tabs."""
    sheets = (
        inventory_sheet(outcome),
        steps_sheet(outcome),
        actors_sheet(heaviest, outcome.hours_per_day),
        laws_sheet(outcome),
        related_sheet(outcome),
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
    files, returned = links_of(outcome), returned_of(outcome)
    return tuple(with_links(replace(each, kept=_KEPT.get(each.name, 1)), files, returned) for each in sheets)

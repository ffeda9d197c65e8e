"""A person's answer about a doubtful pair holds in the next round, whatever the titles look like."""

from pipeline.check.samples import identity, sop, value
from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import Item, Status
from pipeline.model.sop import Sop
from pipeline.reconcile.assemble import reconcile
from pipeline.settings import Settings, Unit

UNIT = "Seksi Pendidikan Madrasah"
SETTINGS = Settings(units=(Unit(name=UNIT),))
ISSUE, EXTEND = "SOP Penerbitan Izin Operasional Pesantren", "SOP Perpanjangan Izin Operasional Pesantren"


def inventory(*titles: str) -> Inventory:
    return Inventory(
        file="inventory.xlsx", passed_over=(), totals=(),
        rows=tuple(
            InventoryRow(
                title=each, number=f"{at:03}/SOP/PENMAD/2025", unit=UNIT, group="", note="", cells=(),
                place=XlsxPlace(sheet="Induk", row=at), columns=(("title", 3),),
            )
            for at, each in enumerate(titles, start=1)
        ),
    )  # fmt: skip


def draft(title: str, number: str = "") -> Sop:
    return sop(
        file=f"penmad/{title}.docx", folder=UNIT,
        identity=identity(title=value(title), number=value(number) if number else None),
    )  # fmt: skip


def items(drafts: tuple[Sop, ...], answers: dict[str, str], *titles: str) -> tuple[Item, ...]:
    return reconcile(drafts, inventory(*titles), SETTINGS, [UNIT], answers).items


DOUBTFUL = draft("SOP Penerbitan Surat Pengantar Pesantren", "001/SOP/PENMAD/2025")


def question(*titles: str) -> str:
    (asked,) = [each for each in items((DOUBTFUL,), {}, *titles) if each.drafts]
    assert asked.doubtful
    assert asked.question.startswith("P-")
    return asked.question


def test_the_row_that_was_chosen_is_the_drafts_and_nothing_is_asked_any_more() -> None:
    found = items((DOUBTFUL,), {question(ISSUE, EXTEND): EXTEND}, ISSUE, EXTEND)
    (answered,) = [each for each in found if each.drafts]
    assert answered.row
    assert (answered.row.title, answered.status, answered.doubtful) == (EXTEND, Status.MATCHED, False)
    assert (answered.why, answered.answered) == ("Dipastikan kantor.", True)
    assert answered.question == question(ISSUE, EXTEND)
    assert ISSUE in {title for title, _ in answered.rivals}
    assert [each.status for each in found if not each.drafts] == [Status.MISSING]


def test_a_row_beyond_the_candidates_may_be_chosen() -> None:
    other = "SOP Legalisasi Ijazah Madrasah"
    (answered,) = [e for e in items((DOUBTFUL,), {question(ISSUE, other): other}, ISSUE, other) if e.drafts]
    assert answered.row
    assert answered.row.title == other


def test_where_no_row_was_meant_the_draft_is_outside_the_inventory_for_good() -> None:
    (extra,) = [each for each in items((DOUBTFUL,), {question(ISSUE): ""}, ISSUE) if each.drafts]
    assert (extra.status, extra.row, extra.doubtful, extra.answered) == (Status.EXTRA, None, False, True)
    assert [title for title, _ in extra.rivals] == [ISSUE]


def test_a_row_that_was_given_away_is_taken_even_from_a_draft_that_reads_the_same() -> None:
    same = draft(ISSUE)
    found = items((DOUBTFUL, same), {question(ISSUE): ISSUE}, ISSUE)
    by_title = {each.drafts[0].title: each.status for each in found}
    assert by_title == {DOUBTFUL.title: Status.MATCHED, ISSUE: Status.DUPLICATE}


def test_a_title_that_no_row_has_any_more_answers_nothing_and_is_asked_again() -> None:
    (asked,) = [each for each in items((DOUBTFUL,), {question(ISSUE): "SOP yang sudah dihapus"}, ISSUE) if each.drafts]
    assert asked.doubtful
    assert not asked.answered

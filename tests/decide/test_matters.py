"""What of a run can be decided: everything once, each with the SOP that it is about."""

from dataclasses import replace

from pipeline.decide.matters import matters
from pipeline.model.decision import ArrowQuestion, Kind
from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import Correction
from tests.write.reports import UNIT, outcome


def fix(about: str, target: str, field: str = "title", row: int = 0) -> Correction:
    first, *_ = outcome().inventory.rows
    return Correction(
        target=target, field=field, before="lama", after="baru", why="Mengikuti induk.",
        place=XlsxPlace(sheet=first.place.sheet, row=row or first.place.row), file="penmad/a.docx", part=1, id=about,
    )  # fmt: skip


def test_each_finding_open_or_not_each_correction_question_arrow_and_proposal_is_there_once() -> None:
    whole = outcome()
    arrow = ArrowQuestion(id="A-1", title="SOP A", file="penmad/a.docx", part=1, read="panah", instead="", sure=0.4)
    given = replace(
        whole,
        arrows=(arrow,),
        reconciliation=replace(whole.reconciliation, corrections=(fix("K-1", "draft"), fix("K-2", "inventory"))),
    )
    found = list(matters(given))
    kinds = [each.kind for each in found]
    assert kinds.count(Kind.FINDING) == len(whole.findings) + len(whole.accepted)
    assert [each.about for each in found if each.kind is Kind.CORRECTION] == ["K-1", "K-2"]
    assert [each.words for each in found if each.about == "A-1"] == ["panah; benarkah?"]
    assert kinds.count(Kind.PROPOSAL) == len(whole.reconciliation.proposals)


def test_a_correction_of_the_inventory_is_about_its_row_and_asks_nothing_of_a_draft() -> None:
    whole = outcome()
    first, *_ = whole.inventory.rows
    corrections = (fix("K-1", "draft"), fix("K-2", "inventory"), fix("K-3", "inventory", "total", row=99))
    given = replace(whole, reconciliation=replace(whole.reconciliation, corrections=corrections))
    own, row, total = (each for each in matters(given) if each.kind is Kind.CORRECTION)
    assert (own.file, own.part, own.unit, own.words) == ("penmad/a.docx", 1, UNIT, "nama SOP: Mengikuti induk.")
    assert (row.file, row.part, row.title, row.unit) == ("", 0, first.title, first.unit)
    assert (total.title, total.unit, total.words) == ("", "", "jumlah: Mengikuti induk.")

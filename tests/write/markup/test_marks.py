"""What is marked in a draft: the words of each comment, and which corrections are tracked."""

from dataclasses import replace

from pipeline.check.samples import drawn, identity, sop, value
from pipeline.model.decision import Decision, Verdict
from pipeline.model.finding import Finding, Replacement, Severity
from pipeline.model.inventory import InventoryRow
from pipeline.model.place import DocxPlace, XlsxPlace
from pipeline.model.reconciliation import (
    TO_DRAFT,
    Case,
    Correction,
    Difference,
    DraftRef,
    Item,
    Nature,
    Reconciliation,
    Status,
)
from pipeline.write.markup.mark import Edit, Mark
from pipeline.write.markup.marks import InventoryMarks, finding_marks
from tests.write.reports import outcome

TITLE = DocxPlace(table=1, row=6, column=4)
SOP = sop(identity=identity(title=replace(value("SOP Ijin Usaha"), place=TITLE)))
FINDING = Finding(
    code="NM103", severity=Severity.WARNING, file=SOP.file, part=SOP.part, where="title", place=TITLE,
    message="Nama SOP memuat “Ijin”.", advice="Tulis nama menurut ejaan yang baku.", found="SOP Ijin Usaha",
    id="NM103-1",
    correction=Replacement(before="Ijin", after="Izin", why="Ejaan yang baku: “Izin”."),
)  # fmt: skip
ROW = InventoryRow(
    place=XlsxPlace(sheet="Induk", row=10), number="022/SOP/TU/2025", title="SOP Pelayanan Izin Usaha",
    unit="Subbag TU", group="", note="", cells=(), columns=(),
)  # fmt: skip
DIFFERENCE = Difference(
    field="title", inventory=ROW.title, draft="SOP Ijin Usaha", winner="inventory",
    why="Nama SOP mengikuti panduan induk.", nature=Nature.CONTENT, cell=XlsxPlace(sheet="Induk", row=10), place=TITLE,
)  # fmt: skip
CORRECTION = Correction(
    target=TO_DRAFT, field="title", before="SOP Ijin Usaha", after=ROW.title, why="", place=DIFFERENCE.cell,
    file=SOP.file, part=SOP.part, id="K-1",
)  # fmt: skip
ITEM = Item(
    row=ROW, unit="Subbag TU", status=Status.MATCHED, score=0.9, differences=(DIFFERENCE,), why="Nomor dan nama cocok.",
    drafts=(DraftRef(file=SOP.file, part=SOP.part, title="SOP Ijin Usaha", number="", unit="Subbag TU"),),
)  # fmt: skip


def decision(verdict: Verdict, value: str = "", note: str = "", about: str = "NM103-1") -> dict[str, Decision]:
    made = Decision(about=about, verdict=verdict, value=value, note=note, by="", when="", source="", round=1)
    return {about: made}


def of_finding(finding: Finding, decisions: dict[str, Decision] | None = None) -> Mark:
    (mark,) = finding_marks(SOP, [finding], decisions)
    return mark


def of_inventory(item: Item, *corrections: Correction, decisions: tuple[Decision, ...] = ()) -> list[Mark]:
    made = replace(
        outcome(), sops=(SOP,), decisions=decisions,
        reconciliation=Reconciliation(units=(), items=(item,), corrections=corrections),
    )  # fmt: skip
    return list(InventoryMarks(made).of(SOP))


def test_a_finding_is_told_with_its_code_its_correction_and_its_advice() -> None:
    mark = of_finding(FINDING)
    assert mark.lines == (
        "NM103 – perlu diperiksa: Nama SOP memuat “Ijin”.",
        "“Ijin” menjadi “Izin”. Ejaan yang baku: “Izin”.",
        "Usulan: Tulis nama menurut ejaan yang baku.",
    )
    assert (mark.place, mark.found, mark.edit) == (TITLE, "SOP Ijin Usaha", Edit(before="Ijin", after="Izin"))
    assert mark.instead == TITLE


def test_a_finding_without_a_certain_correction_asks() -> None:
    mark = of_finding(replace(FINDING, correction=None, question="Izin apa?"))
    assert "Pertanyaan: Izin apa?" in mark.lines
    assert mark.edit is None


def test_what_the_office_decided_stands_in_the_comment_and_its_own_words_in_the_text() -> None:
    accepted = of_finding(FINDING, decision(Verdict.ACCEPT, note="Segera."))
    assert accepted.lines[-1] == "Keputusan: terima. Segera."
    assert accepted.edit == Edit(before="Ijin", after="Izin")
    changed = of_finding(FINDING, decision(Verdict.CHANGE, "Surat Izin"))
    assert changed.lines[-1] == "Keputusan: ubah menjadi “Surat Izin”."
    assert changed.edit == Edit(before="Ijin", after="Surat Izin")
    whole = of_finding(replace(FINDING, correction=None), decision(Verdict.CHANGE, "SOP Izin"))
    assert whole.edit == Edit(before="SOP Ijin Usaha", after="SOP Izin")


def test_a_fault_of_the_chart_is_told_at_its_symbol_and_never_changes_a_text() -> None:
    charted = drawn("( =", "1>2")
    first, second = charted.flow.nodes
    symbol = replace(second, place=DocxPlace(table=2, row=4, column=5, paragraph=1), drawing=3)
    charted = replace(charted, flow=replace(charted.flow, nodes=(first, symbol)))
    (mark,) = finding_marks(charted, [replace(FINDING, nodes=(symbol.id, first.id))])
    assert (mark.place, mark.drawing, mark.edit) == (symbol.place, 3, None)


def test_what_the_inventory_says_otherwise_is_told_with_its_row_and_tracked() -> None:
    (mark,) = of_inventory(ITEM, CORRECTION)
    assert mark.lines == (
        "Panduan induk – nama SOP berbeda.",
        "Di panduan induk (lembar Induk, baris 10): “SOP Pelayanan Izin Usaha”.",
        "Nama SOP mengikuti panduan induk.",
        "Menjadi “SOP Pelayanan Izin Usaha”.",
    )
    assert mark.edit == Edit(before="SOP Ijin Usaha", after="SOP Pelayanan Izin Usaha")
    assert (mark.place, mark.found) == (TITLE, "SOP Ijin Usaha")


def test_a_correction_that_was_rejected_or_that_the_draft_wins_is_not_marked() -> None:
    assert of_inventory(ITEM, replace(CORRECTION, verdict=Verdict.REJECT)) == []
    assert of_inventory(replace(ITEM, differences=(replace(DIFFERENCE, winner="draft"),))) == []


def test_the_words_that_the_office_put_in_the_place_of_a_correction_count() -> None:
    changed = replace(CORRECTION, verdict=Verdict.CHANGE, after="SOP Izin")
    said = tuple(decision(Verdict.CHANGE, "SOP Izin", about="K-1").values())
    (mark,) = of_inventory(ITEM, changed, decisions=said)
    assert mark.edit == Edit(before="SOP Ijin Usaha", after="SOP Izin")
    assert mark.lines[-2:] == ("Menjadi “SOP Izin”.", "Keputusan: ubah menjadi “SOP Izin”.")


def test_what_only_the_office_knows_is_told_and_not_tracked() -> None:
    (mark,) = of_inventory(replace(ITEM, differences=(replace(DIFFERENCE, winner="ask"),)))
    assert mark.edit is None
    assert mark.lines[0] == "Panduan induk – nama SOP berbeda."


def test_a_draft_without_a_row_or_with_a_doubtful_one_says_so_at_its_title() -> None:
    (extra,) = of_inventory(replace(ITEM, row=None, status=Status.EXTRA, differences=(), why="Tidak ada baris."))
    assert (extra.place, extra.lines) == (TITLE, ("Panduan induk – di luar induk.", "Tidak ada baris."))
    (doubtful,) = of_inventory(replace(ITEM, doubtful=True, rivals=(("SOP Izin Lain", 0.8),)))
    assert doubtful.lines[0] == "Panduan induk – perlu ditanyakan."
    assert doubtful.lines[-2:] == ("Calon 1: “SOP Pelayanan Izin Usaha”", "Calon 2: “SOP Izin Lain”")
    assert doubtful.edit is None
    (conflict,) = of_inventory(replace(ITEM, case=Case.CONFLICT, differences=()))
    assert conflict.lines[0] == "Panduan induk – nomor dan nama tidak sejalan."

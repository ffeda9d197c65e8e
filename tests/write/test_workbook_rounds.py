"""What the first sheet says of a later round, and the sheet of what was decided."""

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from pipeline.model.decision import Changes, Decision, Fate, FollowUp, Kind, Matter, State, Verdict
from pipeline.model.outcome import Outcome
from pipeline.write.workbook import write_workbook
from tests.write.test_workbook import OUTCOME, table

FIXED = Matter(
    about="ST102-9", kind=Kind.FINDING, unit="Seksi Pendidikan Madrasah", title="SOP Izin", file="penmad/izin.docx",
    part=1, field="steps/3/duration", words="=Waktunya tidak terukur.", after="15 menit",
)  # fmt: skip


def later() -> Outcome:
    first = replace(OUTCOME.findings[0], id="ST102-1")
    accepted = Decision(about="ST102-9", verdict=Verdict.ACCEPT, by="Budi Contoh", when="2026-05-12T09:00:00+07:00")
    changed = Decision(about="K-1", verdict=Verdict.CHANGE, value="20 menit", note="Notula.")
    return replace(
        OUTCOME,
        findings=(first,),
        changes=Changes(states={first.id: State.NEW}, settled=((FIXED, State.FIXED),)),
        follow_ups=(
            FollowUp(decision=accepted, matter=FIXED, fate=Fate.DONE),
            FollowUp(decision=changed, matter=replace(FIXED, about="K-1", kind=Kind.CORRECTION), fate=Fate.OPEN),
        ),
    )


def test_the_first_sheet_says_what_became_of_things_since_the_round_before(tmp_path: Path) -> None:
    write_workbook(later(), tmp_path / "konsolidasi.xlsx")
    front = load_workbook(tmp_path / "konsolidasi.xlsx")["Ringkasan"]
    assert front["A6"].value == (
        "Sejak putaran sebelumnya: 1 temuan baru, 0 temuan masih ada, 0 temuan muncul lagi, 1 temuan sudah diperbaiki. "
        "Keputusan tentang naskah: 1 dari 2 belum dilaksanakan (lembar Tindak Lanjut)."
    )
    write_workbook(OUTCOME, tmp_path / "pertama.xlsx")
    assert load_workbook(tmp_path / "pertama.xlsx")["Ringkasan"]["A6"].value is None


def test_what_was_decided_stands_with_what_became_of_it_the_undone_first(tmp_path: Path) -> None:
    write_workbook(later(), tmp_path / "konsolidasi.xlsx")
    book = load_workbook(tmp_path / "konsolidasi.xlsx")
    undone, done = table(book["Tindak Lanjut"])
    assert (undone["Keadaan"], undone["Putusan"], undone["Isi yang diputuskan"]) == (
        "belum diperbaiki", "ubah", "20 menit",
    )  # fmt: skip
    assert (done["Keadaan"], done["Oleh, tanggal"], done["Pokok"]) == (
        "sudah diperbaiki", "Budi Contoh\n2026-05-12", "=Waktunya tidak terukur.",
    )  # fmt: skip
    assert [each["Perkembangan"] for each in table(book["Temuan"])] == ["baru"]

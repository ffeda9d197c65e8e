"""Rounds: what the office decides in the workbook holds in the next run, wherever the rows went, whoever saved them."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from pipeline.decisions import open_register, take_over
from pipeline.errors import RunUnderWay
from pipeline.model.decision import ArrowQuestion, Fate, State, Verdict
from pipeline.model.reconciliation import Status
from pipeline.read.decisions import read_decisions
from pipeline.register.lock import only_one
from pipeline.run import DRAFTS, MASTER, RECONCILIATION, REPORT, WORKBOOK, Done, run_round
from pipeline.settings import read_settings
from pipeline.write.folder import recover
from pipeline.write.workbook import write_workbook

ROOT = Path(__file__).parent.parent
WHEN = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
OFFICE = shutil.which("soffice")
DRAFT_FILES = ("KUA Argawana/SOP numpang nikah.docx", "PAKIS/Bantuan sarpras PAI.docx", "subbag-tu/SOP Cuti.docx")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Lay out three drafts of the sample office with its inventory; one pair is doubtful."""
    for name in DRAFT_FILES:
        target = tmp_path / "input" / "drafts" / name
        target.parent.mkdir(parents=True)
        shutil.copy(ROOT / "input" / "drafts" / name, target)
    shutil.copy(ROOT / "input" / "inventory.xlsx", tmp_path / "input")
    shutil.copy(ROOT / "pleno.toml", tmp_path)
    return tmp_path


def again(workspace: Path, days: int = 0) -> Done:
    when = WHEN + timedelta(days=days)
    return run_round(workspace, read_settings(workspace), when, lambda at, total, name: None)


def filled(path: Path, sheet: str, fill: Callable[[int], dict[str, str]], by: str = "Budi Contoh") -> list[str]:
    """Fill the decision cells of a sheet's rows, by their number from 1; return the ids of the rows that were."""
    book = openpyxl.load_workbook(path)
    made = book[sheet]
    header = next(at for at in range(1, 12) if "Keputusan" in [cell.value for cell in made[at]])
    column = {cell.value: cell.column for cell in made[header]}
    ids = []
    for at in range(1, made.max_row - header + 1):
        cells = fill(at)
        for heading, text in cells.items():
            made.cell(header + at, column[heading]).value = text
        if cells:
            ids.append(str(made.cell(header + at, column["Id"]).value))
    book.properties.lastModifiedBy = by
    book.save(path)
    return ids


def only(**cells: str) -> Callable[[int], dict[str, str]]:
    return lambda at: {heading.replace("_", " "): text for heading, text in cells.items()} if at == 1 else {}


def test_a_rejected_finding_is_not_raised_again_and_comes_back_when_that_is_taken_back(workspace: Path) -> None:
    again(workspace)
    book = workspace / "output" / WORKBOOK
    (about,) = filled(book, "Temuan", only(Keputusan="tolak", Catatan="Sudah lazim di kantor ini."))
    second = again(workspace, 1)
    assert [(each.about, each.verdict, each.by) for each in second.told.taken] == [
        (about, Verdict.REJECT, "Budi Contoh")
    ]
    assert about not in {each.id for each in second.outcome.findings}
    assert dict(second.outcome.reasons)[about] == "Sudah lazim di kantor ini."
    # A third run reads the workbook of the second, in which the decision stands as it was.
    third = again(workspace, 2)
    assert third.told.taken == ()
    assert about not in {each.id for each in third.outcome.findings}
    assert filled(book, "Dikecualikan", only(Keputusan="", Catatan="")) == [about]
    fourth = again(workspace, 3)
    assert [each.verdict for each in fourth.told.taken] == [Verdict.WITHDRAWN]
    assert about in {each.id for each in fourth.outcome.findings}


def test_an_answer_settles_a_doubtful_pair_and_may_be_changed_later(workspace: Path) -> None:
    first = again(workspace)
    (asked,) = [each for each in first.outcome.reconciliation.items if each.doubtful]
    book = workspace / "output" / WORKBOOK
    assert filled(book, "Pertanyaan", only(Keputusan="bukan semuanya")) == [asked.question]
    second = again(workspace, 1)
    (item,) = [each for each in second.outcome.reconciliation.items if each.question]
    assert (item.status, item.doubtful) == (Status.EXTRA, False)
    filled(book, "Pertanyaan", only(Keputusan="calon 1"))
    third = again(workspace, 2)
    (item,) = [each for each in third.outcome.reconciliation.items if each.question]
    assert item.row
    assert asked.row
    assert (item.row.title, item.doubtful) == (asked.row.title, False)


def test_a_doubtful_arrow_stands_beside_the_pairs_and_its_answer_is_read_back(workspace: Path, tmp_path: Path) -> None:
    outcome = again(workspace).outcome
    asked = ArrowQuestion(
        id="A-1", title="SOP Cuti Pegawai", file="subbag-tu/SOP Cuti.docx", part=1, sure=0.4,
        read="panah dari langkah 1 (Pemohon) ke langkah 2 (Kasubbag TU)",
        instead="panah dari langkah 1 (Pemohon) ke langkah 3 (Kepala Kantor)",
    )  # fmt: skip
    book = tmp_path / "salinan.xlsx"
    write_workbook(replace(outcome, arrows=(asked,)), book)
    pairs = sum(bool(each.question) for each in outcome.reconciliation.items)
    ids = filled(book, "Pertanyaan", lambda at: {"Keputusan": "calon 2"} if at == pairs + 1 else {})
    assert ids == ["A-1"]
    (line,) = [each for each in read_decisions(book, "salinan.xlsx").lines if each.about == "A-1"]
    assert (line.word, line.offered) == ("calon 2", (asked.read, asked.instead))


def test_a_correction_is_left_or_made_otherwise(workspace: Path) -> None:
    first = again(workspace)
    assert len(first.outcome.reconciliation.corrections) > 1
    book = workspace / "output" / WORKBOOK
    row = {1: {"Keputusan": "tolak"}, 2: {"Keputusan": "ubah", "Ubah menjadi": "Isi dari kantor"}}
    rejected, changed = filled(book, "Koreksi", lambda at: row.get(at, {}))
    made = {each.id: each for each in again(workspace, 1).outcome.reconciliation.corrections}
    assert not made[rejected].holds
    assert (made[changed].after, made[changed].holds) == ("Isi dari kantor", True)


def test_what_is_not_understood_is_told_stays_in_its_cells_and_the_rest_is_taken_over(workspace: Path) -> None:
    again(workspace)
    book = workspace / "output" / WORKBOOK
    row = {1: {"Keputusan": "setuju", "Catatan": "Lihat notula."}, 2: {"Keputusan": "terima"}}
    unclear, clear = filled(book, "Temuan", lambda at: row.get(at, {}))
    second = again(workspace, 1)
    assert [each.about for each in second.told.taken] == [clear]
    assert [each.line.about for each in second.told.refused] == [unclear]
    kept = openpyxl.load_workbook(book)["Temuan"]
    words = [[cell.value for cell in each] for each in kept.iter_rows() if unclear in [cell.value for cell in each]]
    assert words[0][-4:] == ["setuju", None, "Lihat notula.", unclear]


def test_rows_that_were_sorted_and_columns_that_were_moved_are_known_again(workspace: Path) -> None:
    again(workspace)
    book = workspace / "output" / WORKBOOK
    opened = openpyxl.load_workbook(book)
    made = opened["Temuan"]
    header = next(at for at in range(1, 12) if "Keputusan" in [cell.value for cell in made[at]])
    rows = [[cell.value for cell in each] for each in made.iter_rows(min_row=header)]
    at = rows[0].index("Keputusan")
    rows[1][at] = "tolak"
    about = rows[1][-1]
    turned = [list(reversed(rows[0])), *(list(reversed(each)) for each in reversed(rows[1:]))]
    for down, cells in enumerate(turned):
        for across, text in enumerate(cells):
            made.cell(header + down, across + 1).value = text
    opened.save(book)
    assert [(each.about, each.verdict) for each in again(workspace, 1).told.taken] == [(about, Verdict.REJECT)]


def test_two_copies_are_merged_and_what_they_decide_otherwise_is_shown(workspace: Path) -> None:
    again(workspace)
    book = workspace / "output" / WORKBOOK
    copy = workspace / "konsolidasi Rina.xlsx"
    shutil.copy(book, copy)
    ours = filled(book, "Temuan", lambda at: {"Keputusan": "terima"} if at in (1, 2) else {})
    theirs = filled(copy, "Temuan", lambda at: {"Keputusan": "tolak"} if at in (2, 3) else {}, "Rina Contoh")
    with open_register(workspace / "output") as register:
        told = take_over([book, copy], workspace, register, WHEN)
        held = register.current()
    assert [each.about for each in told.taken] == [*ours, theirs[1]]
    (conflict,) = told.conflicts
    assert conflict.held
    assert (conflict.held.about, conflict.held.by) == (ours[1], "Budi Contoh")
    assert (conflict.other.verdict, conflict.other.by) == (Verdict.REJECT, "Rina Contoh")
    assert held[ours[1]].verdict is Verdict.ACCEPT
    # Settled by a person in the workbook, it is no conflict any more.
    filled(book, "Temuan", lambda at: {"Keputusan": "tolak"} if at == 2 else {})
    with open_register(workspace / "output") as register:
        assert take_over([book, copy], workspace, register, WHEN).conflicts == ()
        assert register.current()[ours[1]].verdict is Verdict.REJECT


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed here")
def test_a_workbook_saved_by_libreoffice_reads_back_the_same(workspace: Path, tmp_path: Path) -> None:
    again(workspace)
    book = workspace / "output" / WORKBOOK
    words = ("terima", "tolak", "ubah", "bahas")
    ids = filled(
        book, "Temuan",
        lambda at: {"Keputusan": words[at % 4], "Catatan": f"Catatan {at}"}
        | ({"Ubah menjadi": f"Isi {at}"} if at % 4 == 2 else {}),
    )  # fmt: skip
    saved = tmp_path / "disimpan"
    profile = (tmp_path / "profil").as_uri()
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", saved, book],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    with open_register(workspace / "output") as register:
        told = take_over([saved / WORKBOOK], workspace, register, WHEN)
    assert told.refused == told.conflicts == ()
    assert [each.about for each in told.taken] == list(dict.fromkeys(ids))
    assert all(each.round == 1 for each in told.taken)
    with open_register(workspace / "output") as register:
        # The same from the file as it was before LibreOffice: nothing new.
        assert take_over([book], workspace, register, WHEN).taken == ()


def test_the_command_tells_what_it_took_over_and_what_it_did_not(workspace: Path) -> None:
    again(workspace)
    book = workspace / "output" / WORKBOOK
    about, unclear = filled(book, "Temuan", lambda at: {"Keputusan": ("tolak", "trima")[at - 1]} if at < 3 else {})
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "decide", "--workspace", str(workspace)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert done.stdout.startswith(f"{about} tolak – ")
    assert "Keputusan: 1 dibaca dari buku kerja.\nJalankan “pleno run” untuk menerapkannya.\n" in done.stdout
    assert "Keputusan “trima” tidak dikenal. Maksudnya “terima”?" in done.stderr
    assert unclear not in done.stdout


def test_a_later_round_says_what_is_new_what_is_still_there_and_what_was_done(workspace: Path) -> None:
    first = again(workspace)
    assert first.outcome.changes is None
    book = workspace / "output" / WORKBOOK
    (about,) = filled(book, "Temuan", only(Keputusan="terima"))
    (decided,) = [each for each in first.outcome.findings if each.id == about]
    second = again(workspace, 1)
    assert second.outcome.changes
    assert set(second.outcome.changes.states.values()) == {State.STILL}
    assert [(each.decision.about, each.fate) for each in second.outcome.follow_ups] == [(about, Fate.OPEN)]
    # The unit hands in another draft of that SOP, from which the finding is gone.
    target = workspace / "input" / "drafts" / decided.file
    other = next(name for name in DRAFT_FILES if name != decided.file)
    shutil.copy(ROOT / "input" / "drafts" / other, target)
    third = again(workspace, 2)
    assert third.outcome.changes
    assert about in {matter.about for matter, _ in third.outcome.changes.settled}
    assert [(old.file, new.file) for old, new in third.outcome.changes.replaced] == [(decided.file, decided.file)]
    assert [each.fate for each in third.outcome.follow_ups] == [Fate.DONE]
    rows = openpyxl.load_workbook(book)["Tindak Lanjut"]
    assert "sudah diperbaiki" in [cell.value for row in rows.iter_rows() for cell in row]
    shutil.copy(ROOT / "input" / "drafts" / decided.file, target)
    fourth = again(workspace, 3)
    assert fourth.outcome.changes
    assert fourth.outcome.changes.states[about] is State.BACK


def test_killed_at_any_moment_the_last_results_and_every_decision_survive(workspace: Path) -> None:
    again(workspace)
    output = workspace / "output"
    (about,) = filled(output / WORKBOOK, "Temuan", only(Keputusan="tolak"))
    command = (sys.executable, "-m", "pipeline", "run", str(workspace))
    began = time.monotonic()
    shutil.copytree(workspace, workspace.with_name("lain"))
    subprocess.run((*command[:-1], str(workspace.with_name("lain"))), cwd=ROOT, check=True, capture_output=True)
    whole = time.monotonic() - began
    # Moments over the whole run, the last of them beyond its usual end.
    for at in range(8):
        run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            run.wait(whole * (at + 1) / 7)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
        recover(output)
        book = read_decisions(output / WORKBOOK, WORKBOOK)
        with open_register(output) as register:
            held = register.current()
            assert book.round <= len(register.rounds())
        assert about in held or "tolak" in [line.word for line in book.lines if line.about == about]
        assert (output / REPORT).read_text(encoding="utf-8").rstrip().endswith("</html>")
        assert json.loads((output / RECONCILIATION).read_text(encoding="utf-8"))["items"]
        assert len((output / DRAFTS).read_text(encoding="utf-8").splitlines()) == len(DRAFT_FILES)
        openpyxl.load_workbook(output / f"{MASTER}.xlsx")
    assert about not in {each.id for each in again(workspace, 1).outcome.findings}


def test_a_second_run_in_the_same_workspace_says_that_the_first_is_at_work(workspace: Path) -> None:
    again(workspace)
    with only_one(workspace / "output"), pytest.raises(RunUnderWay, match="sedang berjalan di ruang kerja ini"):
        again(workspace, 1)
    again(workspace, 2)

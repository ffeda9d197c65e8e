"""A run reads a workspace and changes nothing in it but output/, where the results appear all at once."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from pipeline.decisions import REGISTER
from pipeline.errors import InventoryUnreadable, NoWorkspace
from pipeline.intake import submitted
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Status
from pipeline.register.lock import LOCK
from pipeline.register.store import Register
from pipeline.run import DRAFTS, MASTER, RECONCILIATION, REPORT, WORKBOOK, read_inputs, run, run_round
from pipeline.settings import read_settings
from pipeline.write.folder import ARCHIVE
from pipeline.write.markup.returned import FOLDER
from pipeline.write.papers.write import REPORT_PAPER

ROOT = Path(__file__).parent.parent
WHEN = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
RESULTS = [DRAFTS, WORKBOOK, REPORT, REPORT_PAPER, RECONCILIATION, f"{MASTER}.xlsx"]
BACK = [
    f"{FOLDER}/penmad/Mutasi siswa.docx", f"{FOLDER}/penmad/lembar-koreksi-Seksi Pendidikan Madrasah.docx",
    f"{FOLDER}/subbag-tu/SOP Cuti.docx", f"{FOLDER}/subbag-tu/lembar-koreksi-Subbagian Tata Usaha.docx",
]  # fmt: skip
SHOWN = sorted((*RESULTS, FOLDER))
ROWS = (
    ("No", "Unit Kerja", "Nama SOP", "Nomor SOP"),
    (1, "Seksi Pendidikan Madrasah", "SOP Penerbitan Surat Pindah Siswa Antarmadrasah", "005/SOP/PENMAD/2025"),
    (2, None, "SOP Penerbitan Rekomendasi Pendirian Madrasah", "006/SOP/PENMAD/2025"),
    (3, "Subbagian Tata Usaha", "SOP Pelayanan Cuti Pegawai", "001/SOP/TU/2025"),
    ("JUMLAH", None, None, 4),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Lay out two drafts of two units and an inventory of three rows whose total says four."""
    for folder, name in (("penmad", "Mutasi siswa.docx"), ("subbag-tu", "SOP Cuti.docx")):
        (tmp_path / "input" / "drafts" / folder).mkdir(parents=True)
        shutil.copy(ROOT / "input" / "drafts" / folder / name, tmp_path / "input" / "drafts" / folder)
    book = openpyxl.Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(tmp_path / "input" / "inventory.xlsx")
    return tmp_path


def outcome_of(workspace: Path, when: datetime = WHEN) -> Outcome:
    settings = read_settings(workspace)
    return run(read_inputs(workspace, settings), settings, when, lambda at, total, name: None)


def published(workspace: Path, when: datetime = WHEN) -> tuple[Path, ...]:
    return run_round(workspace, read_settings(workspace), when, lambda at, total, name: None).results


def shown(output: Path) -> list[str]:
    """Return what the operator finds in a folder of results beside the register, the archive and the lock."""
    beside = (REGISTER, ARCHIVE, LOCK)
    return sorted(each.name for each in output.iterdir() if each.name not in beside)


def archived(output: Path) -> list[Path]:
    return sorted(each for each in (output / ARCHIVE).iterdir() if each.is_dir())


def results_of(output: Path) -> dict[str, str]:
    return {name: each for name, each in hashes(output).items() if name in RESULTS or name.startswith(f"{FOLDER}/")}


def command(workspace: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", "run", str(workspace)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def contents(path: Path) -> object:
    """Return a result's bytes; of a workbook those of its parts, whose order and dates in the archive say nothing."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# What a run knows


def test_each_draft_meets_its_row_and_the_rest_is_missing(workspace: Path) -> None:
    outcome = outcome_of(workspace)
    assert [
        (item.row and item.row.place.row, [draft.file for draft in item.drafts], item.status)
        for item in outcome.reconciliation.items
    ] == [
        (2, ["penmad/Mutasi siswa.docx"], Status.MATCHED),
        (3, [], Status.MISSING),
        (4, ["subbag-tu/SOP Cuti.docx"], Status.MATCHED),
    ]
    assert {
        each.unit: (each.inventory, each.submitted, each.matched, each.missing) for each in outcome.reconciliation.units
    } == {"Seksi Pendidikan Madrasah": (2, 1, 1, 1), "Subbagian Tata Usaha": (1, 1, 1, 0)}


def test_a_wrong_total_is_a_correction_of_the_inventory(workspace: Path) -> None:
    (total,) = [each for each in outcome_of(workspace).reconciliation.corrections if each.field == "total"]
    assert (total.before, total.after) == ("4", "3")


def test_progress_is_told_before_each_file(workspace: Path) -> None:
    told: list[tuple[int, int, str]] = []
    settings = read_settings(workspace)
    run(read_inputs(workspace, settings), settings, WHEN, lambda at, total, name: told.append((at, total, name)))
    assert told == [(1, 2, "penmad/Mutasi siswa.docx"), (2, 2, "subbag-tu/SOP Cuti.docx")]


def test_everything_handed_in_counts_and_what_programs_leave_behind_does_not(workspace: Path) -> None:
    drafts = workspace / "input" / "drafts"
    for name in ("penmad/~$tasi siswa.docx", "penmad/.hidden.docx", "penmad/Thumbs.db", "desktop.ini"):
        (drafts / name).write_bytes(b"x")
    (drafts / "langsung.DOCX").write_bytes(b"x")
    (drafts / "penmad" / "catatan.txt").write_bytes(b"x")
    (drafts / "penmad" / "lagi").mkdir()
    (drafts / "penmad" / "lagi" / "lama.doc").write_bytes(b"x")
    assert sorted((each.name, each.folder) for each in submitted(drafts)) == [
        ("langsung.DOCX", ""),
        ("penmad/Mutasi siswa.docx", "penmad"),
        ("penmad/catatan.txt", "penmad"),
        ("penmad/lagi/lama.doc", "penmad"),
        ("subbag-tu/SOP Cuti.docx", "subbag-tu"),
    ]


@pytest.mark.parametrize("gone", ["input/drafts", "input/drafts/penmad", "input/inventory.xlsx"])
def test_a_workspace_without_drafts_or_inventory_is_none(workspace: Path, gone: str) -> None:
    path = workspace / gone
    if path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path)
        shutil.rmtree(workspace / "input" / "drafts" / "subbag-tu", ignore_errors=True)
    with pytest.raises(NoWorkspace):
        outcome_of(workspace)


def test_an_inventory_without_a_list_stops_the_run(workspace: Path) -> None:
    openpyxl.Workbook().save(workspace / "input" / "inventory.xlsx")
    with pytest.raises(InventoryUnreadable):
        outcome_of(workspace)


# What a run writes


def test_the_results_appear_and_nothing_else(workspace: Path) -> None:
    paths = published(workspace)
    assert shown(workspace / "output") == SHOWN
    assert archived(workspace / "output") == []
    assert sorted(path.name for path in paths) == SHOWN
    assert all(path.stat().st_size for path in paths)


def test_the_written_reconciliation_keeps_the_contract(workspace: Path) -> None:
    published(workspace)
    found = json.loads((workspace / "output" / RECONCILIATION).read_text(encoding="utf-8"))
    assert found["format"] == "sop-reconciliation/1"
    assert found["items"][1] == {
        "inventory": {
            "row": 3, "sheet": "Sheet", "number": "006/SOP/PENMAD/2025",
            "title": "SOP Penerbitan Rekomendasi Pendirian Madrasah", "unit": "Seksi Pendidikan Madrasah",
        },
        "drafts": [], "status": "missing", "score": None, "differences": [],
    }  # fmt: skip
    assert found["items"][0]["drafts"] == [{"file": "penmad/Mutasi siswa.docx", "part": 1}]
    assert found["items"][0]["score"] == 1.0
    assert {each["unit"]: each["missing"] for each in found["units"]} == {
        "Seksi Pendidikan Madrasah": 1, "Subbagian Tata Usaha": 0,
    }  # fmt: skip


def test_the_written_drafts_are_one_line_a_sop(workspace: Path) -> None:
    published(workspace)
    lines = (workspace / "output" / DRAFTS).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"]["file"] for line in lines] == [
        "penmad/Mutasi siswa.docx", "subbag-tu/SOP Cuti.docx",
    ]  # fmt: skip


def test_two_runs_at_one_moment_give_the_same_results(workspace: Path) -> None:
    other = workspace / "lain"
    shutil.copytree(workspace / "input", other / "input")
    published(workspace)
    published(other)
    for name in (*RESULTS, *BACK):
        assert contents(workspace / "output" / name) == contents(other / "output" / name), name


def test_the_second_run_keeps_the_first_in_the_archive(workspace: Path) -> None:
    output = workspace / "output"
    published(workspace)
    first = results_of(output)
    published(workspace, when=WHEN + timedelta(days=1))
    assert shown(output) == SHOWN
    (archive,) = archived(output)
    assert archive.name == "2026-01-06 08.30.00"
    assert hashes(archive) == first


def test_a_copy_of_the_register_stands_in_the_archive(workspace: Path) -> None:
    published(workspace)
    output = workspace / "output"
    with Register.open(output / ARCHIVE / REGISTER) as copy, Register.open(output / REGISTER) as register:
        assert copy.rounds() == register.rounds() != ()
        assert copy.matters(1) == register.matters(1) != ()


@pytest.mark.parametrize("writer", ["write_workbook", "write_report", "write_reconciliation", "write_drafts"])
def test_a_writer_that_fails_leaves_the_earlier_results(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, writer: str
) -> None:
    output = workspace / "output"
    published(workspace)
    before = results_of(output)

    def fail(outcome: Outcome, path: Path) -> None:
        path.write_bytes(b"setengah jadi")
        raise RuntimeError("the writer broke")

    monkeypatch.setattr(f"pipeline.run.{writer}", fail)
    with pytest.raises(RuntimeError, match="the writer broke"):
        published(workspace, when=WHEN + timedelta(days=1))
    assert results_of(output) == before
    assert shown(output) == SHOWN
    assert archived(output) == []


# The command


def test_the_command_writes_the_results_and_says_where(workspace: Path) -> None:
    before = hashes(workspace / "input")
    done = command(workspace)
    assert (done.returncode, done.stderr) == (0, "")
    assert hashes(workspace / "input") == before
    assert shown(workspace / "output") == SHOWN
    assert "2 SOP dari 2 berkas, 3 baris panduan induk." in done.stdout
    assert "Rekonsiliasi: 2 cocok, 1 belum diserahkan, 0 di luar induk, 0 ganda, 0 dialihkan." in done.stdout
    for name in SHOWN:
        assert str(workspace / "output" / name) in done.stdout
    assert "Naskah bertanda: 2 berkas, " in done.stdout


def test_the_command_run_twice_archives_the_first_results(workspace: Path) -> None:
    command(workspace)
    first = results_of(workspace / "output")
    assert command(workspace).returncode == 0
    (archive,) = archived(workspace / "output")
    assert hashes(archive) == first


def test_a_bad_file_is_named_everywhere_and_the_others_are_read(workspace: Path) -> None:
    (workspace / "input" / "drafts" / "penmad" / "rusak.docx").write_bytes(b"PK\x03\x04 rusak")
    done = command(workspace)
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith("Tidak terbaca: penmad/rusak.docx: ")
    assert line.endswith("[RD003]")
    output = workspace / "output"
    assert "rusak.docx" in (output / REPORT).read_text(encoding="utf-8")
    records = [json.loads(each) for each in (output / DRAFTS).read_text(encoding="utf-8").splitlines()]
    assert [each["error"]["code"] for each in records if "error" in each] == ["RD003"]
    assert len(records) == 3
    found = json.loads((output / RECONCILIATION).read_text(encoding="utf-8"))
    assert [item["status"] for item in found["items"]] == ["matched", "missing", "matched"]


def test_a_result_that_is_open_in_excel_stops_the_run_before_anything_is_done(workspace: Path) -> None:
    command(workspace)
    (workspace / "output" / "~$konsolidasi.xlsx").write_bytes(b"")
    before = hashes(workspace / "output")
    done = command(workspace)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "Galat: konsolidasi.xlsx sedang terbuka di program lain. Tutup dahulu, lalu jalankan lagi.\n"
    )
    assert hashes(workspace / "output") == before

"""`pleno inventory` shows how the master inventory was understood; which file it is never stays a guess."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import NoWorkspace
from pipeline.run import inventory_of
from pipeline.settings import InventorySettings, Settings

ROOT = Path(__file__).parent.parent
CSV = (
    "DAFTAR SOP\nNo;Unit Kerja;Nma SOP;Nomor SOP\n1;Subbag TU;SOP Cuti;001\n2;;SOP Gaji;002\n"
    "3;;;003\nJUMLAH;;;4\nTirtawangi, 5 Januari 2026\n"
)
SHOWN = """\
Panduan induk inventory.csv: 2 SOP.

Lembar inventory, kepala tabel di baris 2:
  A   No → nomor urut
  B   Unit Kerja → unit kerja
  C   Nma SOP → nama SOP (perlu dipastikan)
  D   Nomor SOP → nomor SOP

SOP menurut unit kerja:
      2  Subbag TU

Jumlah yang diketik:
  lembar inventory, baris 6: 4, TIDAK SESUAI, terhitung 2

Baris yang dilewati:
  lembar inventory, baris 1: di atas kepala tabel: “DAFTAR SOP”
  lembar inventory, baris 2: kepala tabel: “No | Unit Kerja | Nma SOP | Nomor SOP”
  lembar inventory, baris 5: tidak memuat nama SOP: “3 | 003”
  lembar inventory, baris 7: di bawah jumlah (tempat, tanggal, tanda tangan): “Tirtawangi, 5 Januari 2026”

Perlu dipastikan:
  lembar inventory, baris 2: Kolom C “Nma SOP” dianggap nama SOP; bila keliru, sebutkan kolomnya di pleno.toml, bagian [inventory].
"""  # noqa: E501 - lines as they are printed


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", "inventory", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "input").mkdir()
    (tmp_path / "input" / "inventory.csv").write_text(CSV, encoding="utf-8")
    return tmp_path


def test_the_workspaces_own_inventory_is_shown_without_a_name(workspace: Path) -> None:
    done = run(workspace)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", SHOWN)


def test_a_named_file_is_shown_from_anywhere(tmp_path: Path) -> None:
    shutil.copy(ROOT / "input" / "inventory.xlsx", tmp_path / "buku kami.xlsx")
    done = run(tmp_path, "buku kami.xlsx")
    assert done.returncode == 0
    assert done.stdout.startswith("Panduan induk buku kami.xlsx: 119 SOP.\n")
    assert "  K   bantu → tidak dipakai (kolom tersembunyi)\n" in done.stdout
    assert "Lembar Ref: tidak dibaca, lembar tersembunyi.\n" in done.stdout


def test_json_says_the_same(workspace: Path) -> None:
    found = json.loads(run(workspace, "--json").stdout)
    assert [row["title"] for row in found["rows"]] == ["SOP Cuti", "SOP Gaji"]
    assert found["rows"][1] == {
        "sheet": "inventory", "row": 4, "title": "SOP Gaji", "number": "002", "unit": "Subbag TU", "group": "",
        "note": "",
    }  # fmt: skip
    assert found["totals"] == [{"sheet": "inventory", "row": 6, "typed": 4, "counted": 2}]
    assert found["tables"][0]["columns"][2] == {
        "column": "C", "text": "Nma SOP", "field": "title", "sure": False, "hidden": False,
    }  # fmt: skip
    assert len(found["passed_over"]) == 4


def test_a_mapping_that_is_wrong_is_status_4(workspace: Path) -> None:
    (workspace / "pleno.toml").write_text('[inventory]\nsheets = ["Induk"]\n', encoding="utf-8")
    done = run(workspace)
    assert done.returncode == 4
    assert re.fullmatch(r"Galat: pleno\.toml: inventory\.sheets menyebut lembar “Induk” .*\n", done.stderr)


def test_without_an_inventory_it_says_so(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    assert "belum ada" in done.stderr
    assert run(tmp_path, "tidak ada.xlsx").returncode == 4


@pytest.mark.parametrize("ending", ["xlsx", "xlsm", "xls", "ods", "csv"])
def test_one_file_of_any_kind_is_the_inventory(tmp_path: Path, ending: str) -> None:
    (tmp_path / "input").mkdir()
    (tmp_path / "input" / f"inventory.{ending}").touch()
    assert inventory_of(tmp_path, Settings()).name == f"inventory.{ending}"


def test_two_candidates_are_refused_until_one_is_named(workspace: Path) -> None:
    (workspace / "input" / "inventory.xlsx").touch()
    with pytest.raises(NoWorkspace, match=r"Ada 2 panduan induk .*: inventory\.xlsx, inventory\.csv\. Sisakan satu"):
        inventory_of(workspace, Settings())
    named = Settings(inventory=InventorySettings(file="inventory.csv"))
    assert inventory_of(workspace, named).name == "inventory.csv"


def test_a_named_file_that_is_not_there_is_refused(workspace: Path) -> None:
    with pytest.raises(NoWorkspace, match=r"induk 2025\.xlsx belum ada, padahal disebut di pleno\.toml"):
        inventory_of(workspace, Settings(inventory=InventorySettings(file="induk 2025.xlsx")))

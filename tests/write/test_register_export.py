"""The whole register as a workbook and as JSON, from the command line: complete, and no text ever a formula."""

import io
import json
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.cli import pleno
from pipeline.errors import NoWorkspace, OutputNotWritable
from pipeline.model.decision import Verdict
from pipeline.register.store import Register
from pipeline.write.register_export import register_json, register_workbook
from tests.register.nouns import decision, file, matter, round_

WHEN = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
TU = "drafts/subbag-tu/"


def filled(path: Path) -> Path:
    """Make a register of three rounds: T-1 fixed and back in other words, T-2 gone, K-1 new at the end."""
    with Register.open(path) as register:
        register.add_round(
            round_(1),
            (file("SOP Cuti.docx", "1"), file("SOP Arsip.docx", "2"), file("rusak.docx", "", readable=False)),
            (matter("T-1", before="=1+1"), matter("T-2", "SOP Arsip")),
            titles={f"{TU}SOP Cuti.docx": ("SOP Cuti",), f"{TU}SOP Arsip.docx": ("SOP Arsip",)},
        )
        register.record(
            (decision("T-1", value="=HYPERLINK(1)", note="a\nb", round=1), decision("T-2"), decision("T-9"))
        )
        register.add_round(round_(2), (file("Cuti baru.docx", "1"),), (), titles={f"{TU}Cuti baru.docx": ("SOP Cuti",)})
        register.record((decision("T-1", Verdict.CHANGE), decision("T-2", Verdict.WITHDRAWN)))
        register.add_round(round_(3), (file("Cuti baru.docx", "3"),), (matter("T-1", words="Lain."), matter("K-1")))
    return path


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return filled(tmp_path / "output" / "register.sqlite")


def workbook(path: Path) -> bytes:
    with Register.open(path) as opened:
        return register_workbook(opened, "Kantor Kementerian Agama Kabupaten Contoh", WHEN)


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    (table,) = sheet.tables.values()
    headings, *found = sheet[table.ref]
    return [{str(h.value): cell.value for h, cell in zip(headings, row, strict=True)} for row in found]


def test_four_sheets_each_a_table_with_indonesian_headings(register: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(register)))
    assert book.sheetnames == ["Putaran", "Berkas", "Pokok", "Keputusan"]
    assert [list(sheet.tables) for sheet in book] == [[f"Tabel{name}"] for name in book.sheetnames]


def test_rounds_are_counted(register: Path) -> None:
    first, second, third = rows(openpyxl.load_workbook(io.BytesIO(workbook(register)))["Putaran"])
    assert (first["Putaran"], first["Tanggal"], first["Pukul"]) == (1, datetime(2026, 1, 1), "08.30")  # noqa: DTZ001
    assert (first["Berkas"], first["Tidak terbaca"], first["Pokok"], first["Baru"]) == (3, 1, 2, 2)
    assert (second["Sudah diperbaiki"], second["Naskah tidak diserahkan lagi"]) == (1, 1)
    assert (third["Baru"], third["Muncul lagi"], third["Masih ada"]) == (1, 1, 0)


def test_files_name_what_they_replace(register: Path) -> None:
    found = rows(openpyxl.load_workbook(io.BytesIO(workbook(register)))["Berkas"])
    assert [(each["Putaran"], each["Terbaca"]) for each in found] == [
        (1, "ya"),
        (1, "ya"),
        (1, "tidak"),
        (2, "ya"),
        (3, "ya"),
    ]
    assert found[0]["SOP di dalamnya"] == "SOP Cuti"
    assert found[3]["Menggantikan"] == f"{TU}SOP Cuti.docx (isinya sama, hanya berganti nama)"
    assert found[4]["Menggantikan"] == "versi sebelumnya dengan nama yang sama"


def test_matters_show_their_state_in_every_round(register: Path) -> None:
    found = rows(openpyxl.load_workbook(io.BytesIO(workbook(register)))["Pokok"])
    states = [(each["Id"], each["Uraian"], each["Putaran 1"], each["Putaran 2"], each["Putaran 3"]) for each in found]
    assert states == [
        ("T-1", "Waktu tidak terukur.", "baru", "sudah diperbaiki", None),
        ("T-2", "Waktu tidak terukur.", "baru", "naskah tidak diserahkan lagi", None),
        ("T-1", "Lain.", None, None, "muncul lagi"),
        ("K-1", "Waktu tidak terukur.", None, None, "baru"),
    ]
    assert (found[0]["Letak"], found[0]["Bobot"], found[0]["Jenis"]) == (
        "langkah 2, waktu",
        "harus diperbaiki",
        "temuan",
    )


def test_decisions_show_which_of_them_hold(register: Path) -> None:
    found = rows(openpyxl.load_workbook(io.BytesIO(workbook(register)))["Keputusan"])
    assert [(each["No"], each["Id"], each["Keputusan"], each["Berlaku"]) for each in found] == [
        (1, "T-1", "terima", "tidak"),
        (2, "T-2", "terima", "tidak"),
        (3, "T-9", "terima", "ya"),
        (4, "T-1", "ubah", "ya"),
        (5, "T-2", "dihapus", "tidak"),
    ]
    assert (found[0]["Nama SOP"], found[0]["Pokok"], found[0]["Catatan"]) == ("SOP Cuti", "Lain.", "a\nb")
    assert found[2]["Nama SOP"] is None


def test_no_text_is_a_formula(register: Path) -> None:
    content = workbook(register)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        styles = package.read("xl/styles.xml").decode()
    assert [sheet for sheet in sheets if re.search(r"<f[ >]", sheet)] == []
    assert 'quotePrefix="1"' in styles
    decided = rows(openpyxl.load_workbook(io.BytesIO(content))["Keputusan"])
    assert decided[0]["Ubah menjadi"] == "=HYPERLINK(1)"


def test_the_same_register_gives_the_same_workbook(register: Path) -> None:
    assert workbook(register) == workbook(register)


def test_an_empty_register_and_a_name_that_is_not_unicode_are_written(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    Register.open(path).close()
    assert openpyxl.load_workbook(io.BytesIO(workbook(path)))["Pokok"]["A2"].value == "Belum ada pokok."
    with Register.open(path) as opened:
        opened.add_round(round_(1), (file("\udcff\0.docx"),), (matter("T-1", "\udcff\0"),))
        found = json.loads(register_json(opened))
    assert found["rounds"][0]["files"][0]["file"] == f"{TU}\udcff\0.docx"
    assert rows(openpyxl.load_workbook(io.BytesIO(workbook(path)))["Berkas"])[0]["Berkas"] == f"{TU}\ufffd\ufffd.docx"


def test_json_holds_everything_by_english_keys(register: Path) -> None:
    with Register.open(register) as opened:
        found = json.loads(register_json(opened))
    assert list(found) == ["format", "rounds", "decisions"]
    assert found["format"] == "sop-register/1"
    first, second, third = found["rounds"]
    assert (first["number"], first["when"], first["inventory"]) == (
        1, "2026-01-01T08:30:00+07:00", {"file": "induk.xlsx", "sha256": "f"},
    )  # fmt: skip
    assert first["matters"][0] == {
        "about": "T-1", "kind": "finding", "state": "new", "unit": "Subbagian Tata Usaha", "title": "SOP Cuti",
        "file": f"{TU}SOP Cuti.docx", "part": 1, "field": "steps/2/duration", "words": "Waktu tidak terukur.",
        "before": "=1+1", "after": "", "severity": "error",
    }  # fmt: skip
    assert second["settled"] == [{"about": "T-1", "state": "fixed"}, {"about": "T-2", "state": "gone"}]
    assert second["files"][0]["titles"] == ["SOP Cuti"]
    assert second["files"][0]["replaces"] == [f"{TU}SOP Cuti.docx"]
    assert [each["state"] for each in third["matters"]] == ["back", "new"]
    assert found["decisions"][0] == {
        "about": "T-1", "verdict": "accept", "value": "=HYPERLINK(1)", "note": "a\nb", "by": "Rahmat Hidayat",
        "when": "2026-01-05T08:30:00+07:00", "source": "konsolidasi.xlsx", "round": 1,
    }  # fmt: skip
    assert [each["verdict"] for each in found["decisions"]] == ["accept", "accept", "accept", "change", "withdrawn"]


# The command


def export(workspace: Path, *given: str) -> Result:
    return CliRunner().invoke(
        pleno, ["register", "export", "--workspace", str(workspace), *given], standalone_mode=False
    )


def test_the_command_writes_a_workbook_among_the_results(register: Path, tmp_path: Path) -> None:
    done = export(tmp_path)
    assert done.output == f"Ditulis: {tmp_path / 'output' / 'register.xlsx'}\n"
    assert openpyxl.load_workbook(tmp_path / "output" / "register.xlsx").sheetnames[0] == "Putaran"


@pytest.mark.parametrize("given", [["catatan.json"], ["catatan.txt", "--format", "json"]])
def test_the_form_follows_the_ending_or_what_is_said(register: Path, tmp_path: Path, given: list[str]) -> None:
    out = tmp_path / given[0]
    export(tmp_path, str(out), *given[1:])
    assert json.loads(out.read_text(encoding="utf-8"))["format"] == "sop-register/1"


def test_what_is_there_stays_unless_asked(register: Path, tmp_path: Path) -> None:
    out = tmp_path / "catatan.json"
    out.write_text("penting", encoding="utf-8")
    assert isinstance(export(tmp_path, str(out)).exception, OutputNotWritable)
    assert out.read_text(encoding="utf-8") == "penting"
    export(tmp_path, str(out), "--timpa")
    assert out.read_text(encoding="utf-8").startswith("{")


def test_the_register_itself_is_never_written_over(register: Path, tmp_path: Path) -> None:
    before = register.read_bytes()
    assert isinstance(export(tmp_path, str(register), "--timpa").exception, OutputNotWritable)
    assert register.read_bytes() == before


def test_without_a_register_nothing_is_made(tmp_path: Path) -> None:
    assert isinstance(export(tmp_path).exception, NoWorkspace)
    assert list(tmp_path.iterdir()) == []

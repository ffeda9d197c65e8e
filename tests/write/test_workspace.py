"""`pleno init` lays out a workspace that the next command can use, and never writes over what is there."""

import io
from pathlib import Path

import openpyxl
import pytest

from pipeline.errors import InventoryUnreadable
from pipeline.extract.inventory.understand import understand_inventory
from pipeline.intake import submitted
from pipeline.likeness.units import office_units
from pipeline.read.workbook import read_workbook_file
from pipeline.settings import Settings, default_units, read_settings
from pipeline.write.papers.write import REPORT_PAPER, TEMPLATES, try_templates
from pipeline.write.workspace import lay_out

ROOT = Path(__file__).parent.parent.parent


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_workspace_has_a_profile_a_blank_inventory_and_a_starter(tmp_path: Path) -> None:
    written = lay_out(tmp_path / "kantor", sample=False)
    papers = {f"templates/{each.name}" for each in (ROOT / "templates").glob("*.docx")}
    assert papers >= {f"templates/{name}" for name in TEMPLATES}
    assert files(tmp_path / "kantor") == {"pleno.toml", "input/inventory.xlsx", "Jalankan pleno.bat", *papers}
    assert {path.relative_to(tmp_path / "kantor").as_posix() for path in written} == files(tmp_path / "kantor")
    assert (tmp_path / "kantor" / "output").is_dir()


def test_a_new_workspace_has_a_folder_for_each_unit_that_the_program_knows(tmp_path: Path) -> None:
    lay_out(tmp_path, sample=False)
    folders = sorted(path.name for path in (tmp_path / "input" / "drafts").iterdir())
    known = office_units(Settings(units=default_units()), ())
    assert [name for name in folders if known.find(known.canonical(name)) is None] == []
    assert "Subbagian Tata Usaha" in folders
    assert "Seksi Pendidikan Madrasah" in folders
    assert submitted(tmp_path / "input" / "drafts") == ()


def test_the_blank_inventory_is_ready_to_be_filled_and_says_so_while_it_is_blank(tmp_path: Path) -> None:
    lay_out(tmp_path, sample=False)
    with pytest.raises(InventoryUnreadable, match="tidak memuat"):
        understand_inventory(read_workbook_file(tmp_path / "input" / "inventory.xlsx"))
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "input" / "inventory.xlsx").read_bytes()))
    assert book.worksheets[0].max_row >= 1


def test_the_profile_of_a_new_workspace_can_be_read(tmp_path: Path) -> None:
    lay_out(tmp_path, sample=False)
    assert read_settings(tmp_path).units == default_units()


def test_the_sample_is_an_office_with_drafts_inventory_and_profile(tmp_path: Path) -> None:
    lay_out(tmp_path, sample=True)
    assert read_settings(tmp_path) == read_settings(ROOT)
    assert [each.name for each in submitted(tmp_path / "input" / "drafts")] == [
        each.name for each in submitted(ROOT / "input" / "drafts")
    ]
    assert len(understand_inventory(read_workbook_file(tmp_path / "input" / "inventory.xlsx")).rows) > 100


@pytest.mark.parametrize("sample", [False, True], ids=["blank", "sample"])
def test_a_new_workspace_has_the_templates_of_papers_to_edit(tmp_path: Path, sample: bool) -> None:
    lay_out(tmp_path, sample=sample)
    assert all(each.own and not each.refused for each in try_templates(tmp_path / "templates"))
    (tmp_path / "templates" / REPORT_PAPER).write_bytes(b"milik kami")
    lay_out(tmp_path, sample=sample)
    assert (tmp_path / "templates" / REPORT_PAPER).read_bytes() == b"milik kami"


def test_the_starter_for_windows_has_the_line_ends_of_windows(tmp_path: Path) -> None:
    lay_out(tmp_path, sample=False)
    data = (tmp_path / "Jalankan pleno.bat").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 0


@pytest.mark.parametrize("sample", [False, True], ids=["blank", "sample"])
def test_what_is_there_already_is_left_alone(tmp_path: Path, sample: bool) -> None:
    (tmp_path / "input").mkdir()
    (tmp_path / "pleno.toml").write_text('[office]\nname = "Milik kami"', encoding="utf-8")
    (tmp_path / "input" / "inventory.xlsx").write_bytes(b"milik kami")
    written = lay_out(tmp_path, sample=sample)
    assert (tmp_path / "pleno.toml").read_text(encoding="utf-8") == '[office]\nname = "Milik kami"'
    assert (tmp_path / "input" / "inventory.xlsx").read_bytes() == b"milik kami"
    assert not {tmp_path / "pleno.toml", tmp_path / "input" / "inventory.xlsx"} & set(written)


@pytest.mark.parametrize("sample", [False, True], ids=["blank", "sample"])
def test_laying_out_twice_writes_nothing_the_second_time(tmp_path: Path, sample: bool) -> None:
    lay_out(tmp_path, sample=sample)
    assert lay_out(tmp_path, sample=sample) == ()

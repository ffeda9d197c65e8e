"""The meeting: its papers before it, what was decided in them after it, and what stops it."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from pipeline.cli import pleno
from pipeline.decisions import REGISTER
from pipeline.errors import InventoryUnreadable, MeetingTooShort, NoWorkspace, SettingsWrong
from pipeline.meeting import PARTICIPANTS, REMINDERS, SHEETS, Meeting, gather, publish
from pipeline.register.store import Register
from pipeline.run import WORKBOOK, run_round
from pipeline.settings import read_settings
from pipeline.write.folder import ARCHIVE, MEETING

ROOT = Path(__file__).parent.parent
WHEN = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
DRAFTS = ("KUA Argawana/SOP numpang nikah.docx", "PAKIS/Bantuan sarpras PAI.docx", "subbag-tu/SOP Cuti.docx")
BEFORE = {
    "undangan.docx", "susunan-acara.docx", "bahan-pembahasan.docx", "bahan-pembahasan.html", "daftar-hadir.docx",
    "notula.docx", "berita-acara.docx", SHEETS, REMINDERS,
}  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Lay out three drafts of the sample office with its inventory and profile; a round was held."""
    for name in DRAFTS:
        target = tmp_path / "input" / "drafts" / name
        target.parent.mkdir(parents=True)
        shutil.copy(ROOT / "input" / "drafts" / name, target)
    shutil.copy(ROOT / "input" / "inventory.xlsx", tmp_path / "input")
    shutil.copy(ROOT / "pleno.toml", tmp_path)
    run_round(tmp_path, read_settings(tmp_path), WHEN, lambda at, total, name: None)
    return tmp_path


def gathered(workspace: Path, days: int = 1) -> Meeting:
    when = WHEN + timedelta(days=days)
    return gather(workspace, read_settings(workspace), when, lambda at, total, name: None)


def words(path: Path) -> str:
    """Return all that a Word file says in its body."""
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(each.text for each in document.paragraphs), *cells))


def without(workspace: Path, *lines: str) -> None:
    """Take lines out of the office's profile by what they begin with."""
    path = workspace / "pleno.toml"
    kept = [each for each in path.read_text(encoding="utf-8").splitlines() if not each.startswith(lines)]
    path.write_text("\n".join(kept), encoding="utf-8")


def test_before_the_meeting_every_paper_is_there_and_nothing_else_changed(workspace: Path) -> None:
    before = {each: each.read_bytes() for each in (workspace / "output").rglob("*.docx")}
    paths = publish(gathered(workspace), workspace, after=False)
    assert {each.name for each in paths} == BEFORE
    assert all(each.exists() for each in paths)
    sheets = sorted(each.name for each in (workspace / "output" / MEETING / SHEETS).iterdir())
    assert "lembar-koreksi-Subbagian Tata Usaha.docx" in sheets
    assert {each: each.read_bytes() for each in before} == before
    with Register.open(workspace / "output" / REGISTER) as register:
        assert len(register.rounds()) == 1


def test_papers_name_the_place_the_hours_and_the_units(workspace: Path) -> None:
    publish(gathered(workspace), workspace, after=False)
    folder = workspace / "output" / MEETING
    invitation, programme = words(folder / "undangan.docx"), words(folder / "susunan-acara.docx")
    assert "Aula Kantor Kementerian Agama Kota Tirtawangi" in invitation
    assert "pukul 08.00–15.30 WIB" in invitation
    units = [each.unit for each in gathered(workspace).pleno.schedule.acts if each.unit]
    assert units
    assert all(each in programme for each in units)
    assert "SOP Penerbitan Surat Pengantar Numpang Nikah" in words(folder / "bahan-pembahasan.docx")


def test_whoever_the_office_lists_is_invited_by_name(workspace: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("Nama", "NIP", "Jabatan", "Unit"), ("Rahmi Contoh, S.Ag.", "", "Analis", "Subbag TU")):
        book.worksheets[0].append(row)
    book.save(workspace / "input" / f"{PARTICIPANTS}.xlsx")
    publish(gathered(workspace), workspace, after=False)
    assert "Rahmi Contoh, S.Ag." in words(workspace / "output" / MEETING / "daftar-hadir.docx")


def test_after_the_meeting_what_was_decided_stands_in_the_papers_and_others_stay(workspace: Path) -> None:
    publish(gathered(workspace), workspace, after=False)
    output = workspace / "output"
    invitation = (output / MEETING / "undangan.docx").read_bytes()
    book = openpyxl.load_workbook(output / WORKBOOK)
    sheet = book["Temuan"]
    columns = {cell.value: cell.column for cell in sheet[4]}
    sheet.cell(5, columns["Keputusan"]).value = "terima"
    sheet.cell(5, columns["Catatan"]).value = "Diperbaiki paling lambat akhir Mei."
    book.save(output / WORKBOOK)
    meeting = gathered(workspace, days=10)
    assert len(meeting.taken.taken) == 1
    paths = publish(meeting, workspace, after=True)
    assert {each.name for each in paths} == {
        "notula.docx", "berita-acara.docx", "undangan-penyusunan-final.docx", REMINDERS,
    }  # fmt: skip
    assert "Diperbaiki paling lambat akhir Mei." in words(output / MEETING / "notula.docx")
    assert (output / MEETING / "undangan.docx").read_bytes() == invitation
    (archived,) = (output / MEETING / ARCHIVE).iterdir()
    assert {each.name for each in archived.iterdir()} == {"notula.docx", "berita-acara.docx", REMINDERS}


def test_a_draft_that_changed_since_the_round_is_told(workspace: Path) -> None:
    (workspace / "input" / "drafts" / DRAFTS[1]).unlink()
    (told,) = (each for each in gathered(workspace).told if "berubah" in each)
    assert told.startswith(f"1 naskah berubah sejak putaran terakhir: {DRAFTS[1]}.")


def test_a_meeting_without_hours_or_without_a_round_or_too_short_is_refused(workspace: Path) -> None:
    output = workspace / "output"
    (output / REGISTER).rename(output / "lain.sqlite")
    with pytest.raises(NoWorkspace, match="pleno run"):
        gathered(workspace)
    (output / "lain.sqlite").rename(output / REGISTER)
    profile = workspace / "pleno.toml"
    written = profile.read_text(encoding="utf-8")
    profile.write_text(written.replace('end = "15.30"', 'end = "08.30"'), encoding="utf-8")
    with pytest.raises(MeetingTooShort):
        gathered(workspace)
    profile.write_text(written, encoding="utf-8")
    without(workspace, "[pleno]", "dates", "start", "end", 'place = "Aula')
    with pytest.raises(SettingsWrong, match=r"bagian \[pleno\]"):
        gathered(workspace)


def test_two_lists_of_participants_are_refused(workspace: Path) -> None:
    for ending in ("csv", "xlsx"):
        (workspace / "input" / f"{PARTICIPANTS}.{ending}").write_text("Nama\n", encoding="utf-8")
    with pytest.raises(NoWorkspace, match="Ada 2 daftar peserta"):
        gathered(workspace)


def test_a_damaged_list_of_participants_is_called_by_its_name(workspace: Path) -> None:
    (workspace / "input" / f"{PARTICIPANTS}.xlsx").write_bytes(b"PK\x03\x04 rusak")
    with pytest.raises(InventoryUnreadable, match=r"^Daftar peserta peserta\.xlsx"):
        gathered(workspace)


def test_the_command_says_what_it_wrote(workspace: Path) -> None:
    done = CliRunner().invoke(pleno, ["agenda", str(workspace)], catch_exceptions=False)
    assert done.exit_code == 0
    assert str(workspace / "output" / MEETING / "undangan.docx") in done.stdout
    assert "belum ada peserta dalam daftar peserta" in done.stdout

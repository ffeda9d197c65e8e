"""The command line speaks Indonesian, keeps its contract, and says with one status how it went."""

import gettext
import importlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import docx
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from pipeline.check.registry import all_rules
from pipeline.cli import COMMANDS, pleno

ROOT = Path(__file__).parent.parent
DRAFTS = ROOT / "input" / "drafts"
LOCALE = ROOT / "pipeline" / "locale" / "id" / "LC_MESSAGES"
READY = "penmad/Mutasi siswa.docx"
CLEAN = "penmad/NPSN madrasah.docx"
WITH_ERRORS = "subbag-tu/SOP Cuti.docx"
TWO_SOPS = "subbag-tu/SOP KGB dan Kenaikan Pangkat.docx"

# Words of click's own that a reader of Indonesian would stumble over.
ENGLISH = re.compile(
    r"\b(usage|options:|commands|arguments|show|exit|error|try|missing|such|did you mean|invalid|value|got|unexpected|"
    r"directory|does|exist|is not|default|required)\b",
    re.IGNORECASE,
)

Done = subprocess.CompletedProcess[str]


def run(*words: str, folder: Path) -> Done:
    """Run the command as a person does, in a folder, on a machine that is set to English."""
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "LANG": "en_US.UTF-8", "LC_ALL": "C", "LANGUAGE": "en"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def give(folder: Path, *names: str) -> None:
    """Put sample drafts into a folder."""
    for name in names:
        shutil.copy(DRAFTS / name, folder)


def records(done: Done) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in done.stdout.splitlines()]


# Help


def test_help_lists_every_command_in_indonesian(tmp_path: Path) -> None:
    done = run("--help", folder=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("Pemakaian:")
    assert [name for name in COMMANDS if not re.search(rf"^  {name} +\S", done.stdout, re.MULTILINE)] == []
    assert "Kode keluar" in done.stdout
    assert ENGLISH.findall(done.stdout) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_module_and_help_in_indonesian(tmp_path: Path, name: str) -> None:
    command = importlib.import_module(f"pipeline.cli.{name}").command
    assert isinstance(command, click.Command)
    assert command.name == name
    done = run(name, "--help", folder=tmp_path)
    assert done.returncode == 0
    assert "Pemakaian:" in done.stdout
    assert (command.help or "")[:20] in done.stdout
    assert ENGLISH.findall(done.stdout) == []


def test_every_command_module_is_a_command_that_help_lists() -> None:
    modules = {path.stem for path in (ROOT / "pipeline" / "cli").glob("*.py")} - {
        "__init__",
        "files",
        "allowed",
        "clock",
        "progress",
        "taken",
    }
    assert modules == set(COMMANDS)
    assert set(pleno.list_commands(click.Context(pleno))) == set(COMMANDS)


def test_the_short_option_for_help_works_too(tmp_path: Path) -> None:
    assert run("-h", folder=tmp_path).stdout == run("--help", folder=tmp_path).stdout


def test_the_translations_in_use_are_those_of_the_source() -> None:
    compiled = io.BytesIO()
    with (LOCALE / "messages.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale="id"))
    compiled.seek(0)
    with (LOCALE / "messages.mo").open("rb") as in_use:
        used = gettext.GNUTranslations(in_use)
    expected = gettext.GNUTranslations(compiled)
    ours, theirs = (
        {key: text for key, text in each._catalog.items() if key}  # type: ignore[attr-defined]
        for each in (used, expected)
    )
    assert ours == theirs


# A wrong command line


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["frobnicate"], "Tidak ada perintah 'frobnicate'."),
        (["extract", "--jason", "x.docx"], "Tidak ada opsi '--jason'. Maksudnya '--json'?"),
        (["rules", "--pdf"], "Tidak ada opsi '--pdf'."),
        (["extract"], "Belum ada argumen 'FILE...'."),
        (["check"], "Belum ada argumen 'FILE...'."),
        (["explain"], "Belum ada argumen 'CODE'."),
        (["explain", "RD101", "RD102"], "Ada argumen berlebih (RD102)"),
        (["check", "--format", "xml", "x.docx"], "'xml' bukan salah satu dari 'text', 'json', 'sarif', 'html'."),
        (["run", "tidak-ada"], "Folder 'tidak-ada' tidak ada."),
        (["explain", "RD1O1"], "Aturan RD1O1 tidak ada; maksudnya RD101?"),
        (["extract", "tidak-ada-*.docx"], "Tidak ada berkas yang cocok dengan “tidak-ada-*.docx”."),
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_status_2_with_a_sentence_in_indonesian(
    tmp_path: Path, words: list[str], said: str
) -> None:
    done = run(*words, folder=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert f"Galat: {said}" in done.stderr.replace("Nilai tidak sah untuk '--format': ", "").replace(
        "Nilai tidak sah untuk '[WORKSPACE]': ", ""
    )
    assert ENGLISH.findall(re.sub(r"\[OPTIONS\]|--\w+", "", done.stderr)) == []


def test_no_command_is_status_2_and_shows_the_help(tmp_path: Path) -> None:
    done = run(folder=tmp_path)
    assert done.returncode == 2
    assert "Perintah:" in done.stdout + done.stderr


# extract


def test_extract_prints_one_line_of_json_for_each_sop_in_the_order_given(tmp_path: Path) -> None:
    give(tmp_path, READY, TWO_SOPS)
    done = run("extract", "--json", Path(TWO_SOPS).name, Path(READY).name, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    found = records(done)
    assert [(each["source"]["file"], each["source"]["part"]) for each in found] == [
        ("SOP KGB dan Kenaikan Pangkat.docx", 1),
        ("SOP KGB dan Kenaikan Pangkat.docx", 2),
        ("Mutasi siswa.docx", 1),
    ]
    assert {each["format"] for each in found} == {"sop-draft/1"}
    assert found[2]["identity"]["title"] == "SOP Penerbitan Surat Pindah Siswa Antarmadrasah"


def test_extract_expands_patterns_by_itself_and_reads_every_sample_draft() -> None:
    done = run("extract", "--json", "input/drafts/*/*.docx", folder=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    found = records(done)
    files = [each["source"]["file"] for each in found]
    expected = sorted(path.relative_to(ROOT).as_posix() for path in DRAFTS.glob("*/*.docx"))
    assert list(dict.fromkeys(files)) == expected
    assert all(
        set(each) == {"format", "source", "kind", "identity", "actors", "steps", "flow", "findings"} for each in found
    )
    parts = {name: [each["source"]["part"] for each in found if each["source"]["file"] == name] for name in files}
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in parts.values())


def test_extract_names_what_it_cannot_read_and_reads_the_rest(tmp_path: Path) -> None:
    give(tmp_path, READY)
    (tmp_path / "A rusak.docx").write_bytes(b"bukan naskah")
    (tmp_path / "Z kosong.docx").write_bytes(b"")
    done = run("extract", "--json", "*.docx", folder=tmp_path)
    assert done.returncode == 3
    first, second, third = records(done)
    assert (first["source"]["file"], first["error"]["code"]) == ("A rusak.docx", "RD002")
    assert second["source"]["file"] == "Mutasi siswa.docx"
    assert "error" not in second
    assert (third["source"]["file"], third["error"]["code"]) == ("Z kosong.docx", "RD004")
    assert set(first) == {"format", "source", "error"}
    assert done.stderr.splitlines() == [
        f"A rusak.docx: {first['error']['message']} [RD002]",
        f"Z kosong.docx: {third['error']['message']} [RD004]",
    ]


def test_extract_of_a_file_that_is_not_there_is_status_3(tmp_path: Path) -> None:
    done = run("extract", "--json", "tidak ada.docx", folder=tmp_path)
    assert done.returncode == 3
    (only,) = records(done)
    assert only["source"]["file"] == "tidak ada.docx"
    assert done.stderr.startswith("tidak ada.docx: ")


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern(tmp_path: Path) -> None:
    shutil.copy(DRAFTS / READY, tmp_path / "Mutasi [final].docx")
    done = run("extract", "--json", "Mutasi [final].docx", folder=tmp_path)
    assert done.returncode == 0
    assert [each["source"]["file"] for each in records(done)] == ["Mutasi [final].docx"]


def test_extract_for_people_shows_identity_steps_and_flow(tmp_path: Path) -> None:
    give(tmp_path, READY)
    done = run("extract", "Mutasi siswa.docx", folder=tmp_path)
    assert done.returncode == 0
    assert "Mutasi siswa.docx, SOP 1: SOP Penerbitan Surat Pindah Siswa Antarmadrasah" in done.stdout
    assert "nomor SOP: 005/SOP/PENMAD/2025" in done.stdout
    assert re.search(r"^  1\. ", done.stdout, re.MULTILINE)
    assert "diagram alir: gambar Word" in done.stdout


def test_the_same_files_give_the_same_output(tmp_path: Path) -> None:
    give(tmp_path, TWO_SOPS)
    first = run("extract", "--json", Path(TWO_SOPS).name, folder=tmp_path)
    assert run("extract", "--json", Path(TWO_SOPS).name, folder=tmp_path).stdout == first.stdout


# check


def test_check_is_status_0_for_a_draft_that_is_ready(tmp_path: Path) -> None:
    give(tmp_path, CLEAN)
    done = run("check", "NPSN madrasah.docx", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Siap dibahas" in done.stdout


def test_check_is_status_1_for_a_draft_with_errors_and_says_where_and_what(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS)
    done = run("check", "SOP Cuti.docx", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert re.search(r"tabel 3, baris 6, kolom 2: IN101 harus diperbaiki: .*“Bapak Kasubbag”", done.stdout)
    assert "Perlu perbaikan" in done.stdout


def test_check_of_a_document_that_is_no_sop_is_status_1(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Notulen rapat tanggal 5 Januari 2026.")
    document.save(str(tmp_path / "notulen.docx"))
    done = run("check", "notulen.docx", folder=tmp_path)
    assert done.returncode == 1
    assert "RD102" in done.stdout


def test_check_as_json_is_one_document(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS, CLEAN)
    done = run("check", "--format", "json", "SOP Cuti.docx", "NPSN madrasah.docx", folder=tmp_path)
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert {each["file"] for each in found if each["severity"] == "error"} == {"SOP Cuti.docx"}
    keys = {"file", "part", "code", "severity", "where", "place", "message", "advice"}
    assert all(set(each) == keys | {"found", "id", "correction", "question"} for each in found)


def test_check_names_what_it_cannot_read_and_that_is_status_3(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS)
    (tmp_path / "rusak.docx").write_bytes(b"bukan naskah")
    done = run("check", "*.docx", folder=tmp_path)
    assert done.returncode == 3
    assert done.stderr.startswith("rusak.docx: ")
    assert "IN101" in done.stdout


def test_a_rule_that_the_office_switched_off_finds_nothing(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS)
    (tmp_path / "pleno.toml").write_text('[severity]\nIN101 = "off"\n', encoding="utf-8")
    done = run("check", "SOP Cuti.docx", folder=tmp_path)
    assert done.returncode == 0
    assert "IN101" not in done.stdout


def test_wrong_settings_are_status_4_with_one_line(tmp_path: Path) -> None:
    give(tmp_path, READY)
    (tmp_path / "pleno.toml").write_text('[severity]\nXX999 = "off"\n', encoding="utf-8")
    for command in ("check", "extract"):
        done = run(command, "Mutasi siswa.docx", folder=tmp_path)
        assert (done.returncode, done.stdout) == (4, "")
        assert done.stderr.startswith("Galat: pleno.toml: severity.XX999")
        assert done.stderr.count("\n") == 1


# rules and explain


def test_rules_lists_every_rule_once(tmp_path: Path) -> None:
    done = run("rules", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines()] == [rule.code for rule in all_rules()]


def test_rules_as_markdown_is_a_table(tmp_path: Path) -> None:
    rows = run("rules", "--markdown", folder=tmp_path).stdout.splitlines()
    assert rows[:2] == ["| Kode | Aturan | Bobot |", "|---|---|---|"]
    assert len(rows) == 2 + len(all_rules())
    assert {row.count("|") for row in rows} == {4}


@pytest.mark.parametrize("code", ["RD101", "rd101"])
def test_explain_tells_why_the_source_the_remedy_and_examples(tmp_path: Path, code: str) -> None:
    done = run("explain", code, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("RD101 ")
    for part in ("Mengapa: ", "Sumber: ", "Perbaikan: ", "Contoh salah ", "Contoh benar: "):
        assert part in done.stdout


# init and run where there is nothing


def test_init_makes_a_workspace_and_says_what_comes_next(tmp_path: Path) -> None:
    done = run("init", "kantor", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "kantor" / "pleno.toml").is_file()
    assert "Berikutnya: isi pleno.toml" in done.stdout
    again = run("init", "kantor", folder=tmp_path)
    assert again.returncode == 0
    assert "(0 berkas baru)" in again.stdout


def test_run_in_an_empty_folder_is_status_4_with_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    done = run("run", folder=tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    assert re.fullmatch(r"Galat: .*input/drafts.*“pleno init”.*\n", done.stderr)
    assert list(tmp_path.iterdir()) == []


def test_run_in_a_new_workspace_is_status_4_and_asks_for_drafts(tmp_path: Path) -> None:
    run("init", folder=tmp_path)
    done = run("run", folder=tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    assert re.fullmatch(r"Galat: Belum ada naskah di .*\n", done.stderr)


def test_run_without_an_inventory_is_status_4_and_names_it(tmp_path: Path) -> None:
    (tmp_path / "input" / "drafts" / "penmad").mkdir(parents=True)
    give(tmp_path / "input" / "drafts" / "penmad", READY)
    done = run("run", folder=tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    assert re.fullmatch(r"Galat: Panduan induk .*inventory\.xlsx belum ada.*\n", done.stderr)


def test_run_with_an_unreadable_inventory_is_status_4_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "input" / "drafts" / "penmad").mkdir(parents=True)
    give(tmp_path / "input" / "drafts" / "penmad", READY)
    (tmp_path / "input" / "inventory.xlsx").write_bytes(b"bukan Excel")
    done = run("run", folder=tmp_path)
    assert done.returncode == 4
    assert done.stderr.startswith("Galat: Panduan induk inventory.xlsx tidak dapat dibuka")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "output").exists()

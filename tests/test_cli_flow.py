"""`pleno flow` shows a chart as it was understood, writes it in four forms, and overwrites nothing unasked."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from pipeline.cli.flow import command
from tests.builder import DraftBuilder, cell, row, table

ROOT = Path(__file__).parent.parent
DRAFTS = ROOT / "input" / "drafts"
ONE = "penmad/Mutasi siswa.docx"
TWO = "subbag-tu/SOP KGB dan Kenaikan Pangkat.docx"
PICTURE = "PAKIS/Ijin operasional pondok pesantren LAMA.docx"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

Done = subprocess.CompletedProcess[bytes]


def run(*words: str, folder: Path) -> Done:
    """Run the command as a person does, on a machine whose console speaks another alphabet."""
    return subprocess.run(
        [sys.executable, "-m", "pipeline", "flow", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252", "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft of one SOP, one of two, and one whose chart is a picture."""
    for name in (ONE, TWO, PICTURE):
        shutil.copy(DRAFTS / name, tmp_path)
    return tmp_path


def said(done: Done) -> str:
    return done.stderr.decode("utf-8")


# What is shown


def test_without_a_form_the_chart_is_told_step_by_step(folder: Path) -> None:
    done = run("Mutasi siswa.docx", folder=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith(
        "Mutasi siswa.docx, SOP 1: SOP Penerbitan Surat Pindah Siswa Antarmadrasah\n"
        "Diagram alir: gambar Word; 7 simbol, 8 panah\n"
        "Langkah 1: Mengajukan permohonan pindah madrasah\n"
        "  Orang Tua Siswa: kapsul\n"
        "    -> langkah 2 (Petugas PTSP)\n"
        "Langkah 2: Meneliti kelengkapan berkas mutasi\n"
        "  Petugas PTSP: keputusan\n"
        "    -> Tidak: langkah 1 (Orang Tua Siswa)\n"
        "    -> Ya: langkah 3 (Operator EMIS)\n"
    )


def test_every_sop_of_a_file_is_told_or_only_the_part_that_is_asked_for(folder: Path) -> None:
    name = Path(TWO).name
    every, second = (run(name, *part, folder=folder).stdout.decode("utf-8") for part in ((), ("--part", "2")))
    assert re.findall(r"^SOP .*, SOP (\d)", every, re.MULTILINE) == ["1", "2"]
    assert re.findall(r"^SOP .*, SOP (\d)", second, re.MULTILINE) == ["2"]
    assert every.endswith(second)


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("--svg", '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"'),
        ("--mermaid", '---\ntitle: "SOP Penerbitan Surat Pindah Siswa Antarmadrasah"\n---\nflowchart TD\n'),
        ("--bpmn", "<?xml version='1.0' encoding='UTF-8'?>\n<bpmn:definitions"),
    ],
)
def test_a_form_goes_to_the_screen_in_utf_8_whatever_the_console_speaks(folder: Path, form: str, begins: str) -> None:
    done = run("Mutasi siswa.docx", form, folder=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith(begins)
    assert b"\r" not in done.stdout


def test_the_same_draft_gives_the_same_bytes(folder: Path) -> None:
    first, second = (run("Mutasi siswa.docx", "--bpmn", folder=folder).stdout for _ in range(2))
    assert first == second


# What is written


@pytest.mark.parametrize("name", ["alur.svg", "alur.mmd", "alur.bpmn", "alur.txt", "ALUR.SVG"])
def test_the_ending_of_the_file_says_which_form_is_meant(folder: Path, name: str) -> None:
    done = run("Mutasi siswa.docx", "-o", name, folder=folder)
    assert (done.returncode, done.stdout.decode("utf-8").strip()) == (0, f"Ditulis: {name}")
    form = {"svg": "--svg", "mmd": "--mermaid", "bpmn": "--bpmn"}.get(name.lower().rpartition(".")[2], "")
    assert (folder / name).read_bytes() == run("Mutasi siswa.docx", *([form] if form else []), folder=folder).stdout


def test_several_sops_become_a_file_each(folder: Path) -> None:
    assert run(Path(TWO).name, "-o", "alur.bpmn", folder=folder).returncode == 0
    assert sorted(path.name for path in folder.glob("alur*")) == ["alur-1.bpmn", "alur-2.bpmn"]


def test_in_a_folder_the_files_are_named_after_the_draft(folder: Path) -> None:
    (folder / "hasil").mkdir()
    for name in (ONE, TWO):
        assert run(Path(name).name, "--mermaid", "-o", "hasil", folder=folder).returncode == 0
    assert run(Path(TWO).name, "--svg", "--part", "2", "-o", "baru/", folder=folder).returncode == 0
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.parent != folder) == [
        "baru/SOP KGB dan Kenaikan Pangkat-2.svg",
        "hasil/Mutasi siswa.mmd",
        "hasil/SOP KGB dan Kenaikan Pangkat-1.mmd",
        "hasil/SOP KGB dan Kenaikan Pangkat-2.mmd",
    ]


def test_a_word_sheet_is_a_word_file(folder: Path) -> None:
    assert run("Mutasi siswa.docx", "-o", "alur.docx", folder=folder).returncode == 0
    assert docx.Document(str(folder / "alur.docx")).tables
    assert zipfile.ZipFile(folder / "alur.docx").testzip() is None


def test_what_is_there_stays_unless_asked(folder: Path) -> None:
    (folder / "alur.svg").write_text("milik orang lain", encoding="utf-8")
    done = run("Mutasi siswa.docx", "-o", "alur.svg", folder=folder)
    assert (done.returncode, done.stdout) == (4, b"")
    assert said(done) == "Galat: alur.svg sudah ada; beri nama lain, atau tambahkan --timpa.\n"
    assert (folder / "alur.svg").read_text(encoding="utf-8") == "milik orang lain"
    assert run("Mutasi siswa.docx", "-o", "alur.svg", "--timpa", folder=folder).returncode == 0
    assert b"<svg" in (folder / "alur.svg").read_bytes()


def test_one_file_that_is_there_keeps_all_from_being_written(folder: Path) -> None:
    (folder / "alur-2.svg").write_bytes(b"")
    assert run(Path(TWO).name, "-o", "alur.svg", folder=folder).returncode == 4
    assert not (folder / "alur-1.svg").exists()


@pytest.mark.parametrize("name", ["Mutasi siswa.docx", "./Mutasi siswa.docx"])
def test_the_draft_itself_is_never_overwritten(folder: Path, name: str) -> None:
    before = (folder / "Mutasi siswa.docx").read_bytes()
    done = run("Mutasi siswa.docx", "--docx", "-o", name, "--timpa", folder=folder)
    assert done.returncode == 4
    assert "ialah naskahnya sendiri" in said(done)
    assert (folder / "Mutasi siswa.docx").read_bytes() == before


def test_a_place_that_cannot_be_written_to_is_status_4_and_leaves_nothing(folder: Path) -> None:
    (folder / "berkas").write_bytes(b"")
    done = run("Mutasi siswa.docx", "--svg", "-o", "berkas/alur.svg", folder=folder)
    assert (done.returncode, done.stdout) == (4, b"")
    assert re.fullmatch(r"Galat: .*alur\.svg tidak dapat ditulis; .*\n", said(done))
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".docx") == ["berkas"]


# Where there is nothing to show


def test_a_chart_that_is_a_picture_is_status_3_and_says_what_to_do(folder: Path) -> None:
    for form in ("", "--svg"):
        done = run(Path(PICTURE).name, *([form] if form else []), folder=folder)
        assert (done.returncode, done.stdout) == (3, b"")
        assert said(done) == (
            "Ijin operasional pondok pesantren LAMA.docx, SOP 1: diagram alirnya berupa gambar dan tidak dapat dibaca; "
            "gambar ulang dengan bentuk (Shapes) Word.\n"
        )


def test_a_draft_without_a_chart_is_status_3_and_writes_nothing(folder: Path) -> None:
    steps = table(
        (600, 4000, 1500), row(*map(cell, ("No", "Kegiatan", "Pelaksana"))), row(*map(cell, ("1", "Menulis", "")))
    )
    (folder / "tanpa.docx").write_bytes(DraftBuilder().paragraph("SOP Contoh").raw(steps).build())
    done = run("tanpa.docx", "-o", "alur.svg", folder=folder)
    assert done.returncode == 3
    assert "tidak ada diagram alir yang terbaca pada tabel langkahnya" in said(done)
    assert not (folder / "alur.svg").exists()


def test_a_file_that_cannot_be_read_is_status_3_with_its_code(folder: Path) -> None:
    (folder / "rusak.docx").write_bytes(b"PK\x03\x04 rusak")
    done = run("rusak.docx", "--bpmn", folder=folder)
    assert (done.returncode, done.stdout) == (3, b"")
    assert said(done).endswith("[RD003]\n")
    assert run("tidak ada.docx", folder=folder).returncode == 3


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("Mutasi siswa.docx", "--svg", "--bpmn"), "Pilih satu bentuk saja: --svg atau --bpmn."),
        (("Mutasi siswa.docx", "--docx"), "--docx menulis berkas Word; sebutkan namanya dengan -o."),
        (("Mutasi siswa.docx", "--part", "3"), "FILE hanya memuat 1 SOP, jadi --part 3 tidak ada."),
        (("Mutasi siswa.docx", "--part", "dua"), "--part ialah nomor urut SOP di dalam FILE (1, 2, …), bukan “dua”."),
        ((Path(TWO).name, "--svg"), "FILE memuat beberapa diagram alir: pilih satu dengan --part, atau beri -o."),
        (("*.docx",), "“*.docx” cocok dengan 3 berkas; sebutkan satu saja."),
        ((), "Belum ada argumen 'FILE'."),
    ],
)
def test_a_wrong_command_line_is_status_2(folder: Path, words: tuple[str, ...], sentence: str) -> None:
    done = run(*words, folder=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said(done).endswith(f"Galat: {sentence}\n")


def test_help_names_every_form() -> None:
    names = {name for each in command.params for name in each.opts}
    assert {"--part", "--svg", "--mermaid", "--bpmn", "--docx", "-o", "--timpa"} <= names


# The SVG file


def test_the_svg_file_is_xml_that_stands_by_itself(folder: Path) -> None:
    root = etree.fromstring(run("Mutasi siswa.docx", "--svg", folder=folder).stdout)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not [each for each in root.iter() if "href" in "".join(map(str, each.attrib))]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_a_browser_draws_the_svg_file_black_on_white(folder: Path) -> None:
    assert CHROMIUM is not None
    run("Mutasi siswa.docx", "-o", "alur.svg", folder=folder)
    picture = folder / "alur.png"
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=900,600", f"--screenshot={picture}")
    where = f"--user-data-dir={folder / 'profil'}"
    subprocess.run([CHROMIUM, *options, where, (folder / "alur.svg").as_uri()], check=True, capture_output=True)
    assert picture.stat().st_size > 5000

"""The command line of checking: its forms, what the office accepts, and the office's own rules."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.read.word import read_draft
from tests.test_cli import CLEAN, DRAFTS, TWO_SOPS, WITH_ERRORS, give, run

CUTI = Path(WITH_ERRORS).name
NPSN = Path(CLEAN).name

RULE = '''"""KT001 - a title says that it is a service."""

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.model.finding import Replacement, Severity


def service(sop, settings):
    title = sop.identity.title
    if title and "Pelayanan" not in title.text:
        yield Hit(message="Nama SOP tanpa kata Pelayanan.", where="title", place=title.place, found=title.text)


RULE = Rule(
    code="KT001", title="Kata Pelayanan", why="Kantor ini melayani.", source="Keputusan kepala kantor.",
    fix="Sebut pelayanannya.", question="Pelayanan apa yang diatur?", severity=Severity.ERROR, check=service,
    good=(Example(shows="pelayanan", sops=(sop(identity=identity(title=value("SOP Pelayanan Cuti"))),)),),
    bad=(Example(shows="bukan pelayanan", sops=(sop(identity=identity(title=value("SOP Cuti"))),),
                 hits=("Nama SOP tanpa kata Pelayanan.",)),),
)
'''


def own_rule(folder: Path, text: str = RULE, name: str = "aturan/pelayanan.py") -> None:
    """Put a rule of the office and the settings that name it into a folder."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    (folder / "pleno.toml").write_text(f'[rules]\nlocal = ["{name}"]\n', encoding="utf-8")


# Text


def test_text_groups_findings_by_part_of_the_form_and_ends_with_the_verdict(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS, CLEAN)
    lines = run("check", CUTI, NPSN, folder=tmp_path).stdout.splitlines()
    assert lines[0].startswith(f"{CUTI}, SOP 1: ")
    assert lines[0].endswith("– perlu perbaikan")
    assert "  Kelembagaan" in lines
    assert re.fullmatch(r"Perlu perbaikan: 2 SOP, \d+ harus diperbaiki(, .*)?\.", lines[-1])


def test_advice_stands_once_below_its_findings(tmp_path: Path) -> None:
    give(tmp_path, TWO_SOPS, WITH_ERRORS)
    out = run("check", CUTI, folder=tmp_path).stdout
    assert out.count("Usulan: Ganti nama, sapaan, atau NIP dengan nama jabatan.") == 1


def test_the_id_stands_only_where_it_is_asked_for(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS)
    pattern = r"\[IN101-[0-9a-f]{8}\]"
    assert re.search(pattern, run("check", CUTI, folder=tmp_path).stdout) is None
    assert re.search(pattern, run("check", "--id", CUTI, folder=tmp_path).stdout)


def test_there_are_no_colours_where_there_is_no_terminal(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS)
    assert "\x1b" not in run("check", CUTI, folder=tmp_path).stdout


def test_a_file_that_cannot_be_read_leaves_the_whole_incomplete(tmp_path: Path) -> None:
    give(tmp_path, CLEAN)
    (tmp_path / "rusak.docx").write_bytes(b"bukan naskah")
    done = run("check", NPSN, "rusak.docx", folder=tmp_path)
    assert done.returncode == 3
    assert done.stdout.splitlines()[-1].startswith("Belum lengkap: 1 SOP, ")
    assert "1 berkas tidak terbaca" in done.stdout


# Files


@pytest.mark.parametrize(
    ("name", "begins"),
    [("hasil.html", "<!DOCTYPE html>"), ("hasil.sarif", "{"), ("hasil.json", "["), ("hasil.txt", "SOP")],
)
def test_the_ending_of_the_output_tells_its_form(tmp_path: Path, name: str, begins: str) -> None:
    give(tmp_path, WITH_ERRORS)
    done = run("check", CUTI, "-o", name, folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(f"Ditulis: {name}\nPerlu perbaikan: ")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_an_output_that_is_there_stays_unless_asked(tmp_path: Path) -> None:
    give(tmp_path, CLEAN)
    (tmp_path / "hasil.html").write_text("lama", encoding="utf-8")
    done = run("check", NPSN, "-o", "hasil.html", folder=tmp_path)
    assert done.returncode == 4
    assert "--timpa" in done.stderr
    assert (tmp_path / "hasil.html").read_text(encoding="utf-8") == "lama"
    assert run("check", NPSN, "-o", "hasil.html", "--timpa", folder=tmp_path).returncode == 0


def test_the_draft_itself_is_never_written_over(tmp_path: Path) -> None:
    give(tmp_path, CLEAN)
    before = (tmp_path / NPSN).read_bytes()
    done = run("check", NPSN, "-o", NPSN, "--timpa", folder=tmp_path)
    assert done.returncode == 4
    assert "naskahnya sendiri" in done.stderr
    assert (tmp_path / NPSN).read_bytes() == before


def test_the_formats_go_to_the_screen_too(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS)
    assert json.loads(run("check", "--format", "sarif", CUTI, folder=tmp_path).stdout)["version"] == "2.1.0"
    assert run("check", "--format", "html", CUTI, folder=tmp_path).stdout.startswith("<!DOCTYPE html>")


# Accepted findings


def test_an_accepted_finding_is_counted_and_not_raised_again(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS)
    found = json.loads(run("check", "--format", "json", CUTI, folder=tmp_path).stdout)
    errors = [each["id"] for each in found if each["severity"] == "error"]
    accepted = "".join(f'[[accepted]]\nfinding = "{each}"\nreason = "Disepakati."\n' for each in errors)
    (tmp_path / "pleno.toml").write_text(accepted, encoding="utf-8")
    done = run("check", CUTI, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{len(errors)} temuan diterima kantor" in done.stdout
    assert "harus diperbaiki" not in done.stdout
    log = json.loads(run("check", "--format", "sarif", CUTI, folder=tmp_path).stdout)
    held = [each for each in log["runs"][0]["results"] if each["suppressions"]]
    assert {each["suppressions"][0]["justification"] for each in held} == {"Disepakati."}
    assert "Disepakati." in run("check", "--format", "html", CUTI, folder=tmp_path).stdout


def test_a_run_names_what_is_accepted_and_what_is_not_there_any_more(tmp_path: Path) -> None:
    shutil.copytree(DRAFTS.parent, tmp_path / "input")
    shutil.rmtree(tmp_path / "input" / "drafts")
    (tmp_path / "input" / "drafts" / "subbag-tu").mkdir(parents=True)
    give(tmp_path / "input" / "drafts" / "subbag-tu", WITH_ERRORS)
    (tmp_path / "pleno.toml").write_text(
        '[[accepted]]\nfinding = "ST105-00000000"\nreason = "Lama."\n', encoding="utf-8"
    )
    done = run("run", folder=tmp_path)
    assert done.returncode == 0
    assert "ST105-00000000 tidak ditemukan lagi" in done.stderr


# The office's own rules


@pytest.mark.parametrize("words", [("check", CUTI), ("extract", CUTI)], ids=" ".join)
def test_own_rules_are_refused_unless_allowed(tmp_path: Path, words: tuple[str, ...]) -> None:
    give(tmp_path, WITH_ERRORS)
    own_rule(tmp_path, "raise SystemExit(77)\n")
    done = run(*words, folder=tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    assert "aturan/pelayanan.py" in done.stderr
    assert "--allow-local-rules" in done.stderr
    assert done.stderr.count("\n") == 1


def test_own_rules_judge_where_they_are_allowed(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS)
    own_rule(tmp_path)
    done = run("check", "--allow-local-rules", CUTI, folder=tmp_path)
    assert done.returncode == 1
    assert "  Aturan kantor" in done.stdout.splitlines()
    assert "KT001 harus diperbaiki: Nama SOP tanpa kata Pelayanan." in done.stdout
    assert not list((tmp_path / "aturan").glob("__pycache__"))
    assert "KT001" in run("rules", "--allow-local-rules", folder=tmp_path).stdout
    assert "KT001" not in run("rules", folder=tmp_path).stdout
    assert "Pertanyaan: Pelayanan apa" in run("explain", "--allow-local-rules", "kt001", folder=tmp_path).stdout
    assert "--allow-local-rules" in run("explain", "KT001", folder=tmp_path).stderr


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("def service(", "def service((", "salah tulis di baris 8"),
        ('code="KT001"', 'code="ST104"', "kode “ST104” keliru"),
        ('code="KT001"', 'code="KT1"', "kode “KT1” keliru"),
        ("RULE = Rule(", "ATURAN = Rule(", "satu aturan bernama RULE"),
        ('fix="Sebut pelayanannya."', 'fix=""', "belum lengkap; isi fix"),
        ("check=service,", "", "check atau check_set"),
        ('hits=("Nama SOP tanpa kata Pelayanan.",)', 'hits=("Lain.",)', "seharusnya menghasilkan “Lain.”"),
        ("import Replacement, Severity", "import Tidakada", "berhenti di baris 5"),
        ("    title = sop.identity.title", "    title = sop.judul", "gagal (AttributeError"),
    ],
)
def test_an_own_rule_that_is_no_rule_is_refused_with_a_sentence(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    assert RULE.count(before) == 1
    give(tmp_path, CLEAN)
    own_rule(tmp_path, RULE.replace(before, after))
    done = run("check", "--allow-local-rules", NPSN, folder=tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    assert said in done.stderr
    assert done.stderr.startswith("Galat: aturan/pelayanan.py: ")


def test_own_rules_stay_inside_the_workspace(tmp_path: Path) -> None:
    inside = tmp_path / "kantor"
    inside.mkdir()
    give(inside, CLEAN)
    (tmp_path / "luar.py").write_text(RULE, encoding="utf-8")
    (inside / "pleno.toml").write_text('[rules]\nlocal = ["../luar.py"]\n', encoding="utf-8")
    done = run("check", "--allow-local-rules", NPSN, folder=inside)
    assert done.returncode == 4
    assert "di luar ruang kerja" in done.stderr


def test_a_rule_that_breaks_down_on_a_draft_names_itself(tmp_path: Path) -> None:
    give(tmp_path, CLEAN)
    own_rule(tmp_path, RULE.replace("    if title and", '    assert sop.folder == "penmad"\n    if title and'))
    done = run("check", "--allow-local-rules", NPSN, folder=tmp_path)
    assert done.returncode == 4
    assert f"aturan KT001 gagal pada {NPSN}" in done.stderr


def test_the_offices_own_names_of_units_and_positions_hold_across_the_set(tmp_path: Path) -> None:
    names = ("KUA Argawana/SOP Duplikat dan Legalisasi Buku Nikah.docx", "KUA_Banyujati/007_legalisir buku nikah.docx")
    for name in names:
        (tmp_path / name).parent.mkdir()
        shutil.copy(DRAFTS / name, tmp_path / name)
    shutil.copy(DRAFTS.parent.parent / "pleno.toml", tmp_path / "pleno.toml")
    said = [line for line in run("check", *names, folder=tmp_path).stdout.splitlines() if "SE105" in line]
    assert any("Berbeda dari SOP yang sama di KUA Kecamatan Banyujati:" in line for line in said)
    assert any("Berbeda dari SOP yang sama di KUA Kecamatan Argawana:" in line for line in said)


def test_one_draft_is_judged_without_loading_what_only_reconciling_needs() -> None:
    code = (
        "import sys; from pipeline.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'numpy', 'scipy', 'networkx', 'xlsxwriter', 'python_calamine'} & set(sys.modules)))"
    )
    draft = DRAFTS / "PAKIS" / "Bantuan sarpras PAI.docx"
    told = subprocess.run((sys.executable, "-c", code, "check", draft), capture_output=True, text=True, check=True)
    assert "Siap dibahas" in told.stdout
    assert told.stdout.splitlines()[-1] == "[]"


# The draft marked up


def test_a_draft_is_written_marked_up_beside_its_findings(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS)
    before = (tmp_path / CUTI).read_bytes()
    done = run("check", CUTI, "--markup", "hasil/ditandai.docx", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("Ditulis: hasil")
    assert (tmp_path / CUTI).read_bytes() == before
    notes = read_draft((tmp_path / "hasil" / "ditandai.docx").read_bytes(), CUTI).notes
    assert {each.author for each in notes} == {"Tim SOP"}
    told = json.loads(run("check", CUTI, "--format", "json", folder=tmp_path).stdout)
    assert sorted(each.text.split(" ")[0] for each in notes) == sorted(each["code"] for each in told)


def test_marking_leaves_standard_output_to_the_form_asked_for(tmp_path: Path) -> None:
    give(tmp_path, WITH_ERRORS)
    done = run("check", CUTI, "--format", "json", "--markup", "ditandai.docx", folder=tmp_path)
    assert json.loads(done.stdout)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((CUTI, NPSN, "--markup", "a.docx"), "--markup menandai satu naskah; sebutkan satu FILE saja."),
        ((CUTI, "--markup", CUTI), "ialah naskahnya sendiri; beri nama lain."),
        ((CUTI, "--markup", "ada.docx"), "sudah ada; beri nama lain, atau tambahkan --timpa."),
    ],
)
def test_marking_refuses_what_it_could_destroy(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    give(tmp_path, WITH_ERRORS, CLEAN)
    (tmp_path / "ada.docx").write_bytes(b"milik orang")
    done = run("check", *words, folder=tmp_path)
    assert done.returncode == 4
    assert said in done.stderr
    assert (tmp_path / "ada.docx").read_bytes() == b"milik orang"


def test_a_draft_that_cannot_be_read_is_not_marked(tmp_path: Path) -> None:
    (tmp_path / "rusak.docx").write_bytes(b"bukan naskah")
    done = run("check", "rusak.docx", "--markup", "a.docx", folder=tmp_path)
    assert done.returncode == 3
    assert not (tmp_path / "a.docx").exists()

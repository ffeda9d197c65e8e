"""`pleno templates check` tells of each template whether a paper can be made from it."""

from pathlib import Path

import docx

from pipeline.write.papers.write import TEMPLATES
from pipeline.write.workspace import lay_out
from tests.test_cli import run
from tests.write import papers


def test_the_templates_of_a_new_workspace_can_be_used(tmp_path: Path) -> None:
    lay_out(tmp_path, sample=False)
    done = run("templates", "check", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [f"{name} (templat kantor): dapat dipakai." for name in TEMPLATES]


def test_a_refused_template_is_told_with_its_advice_and_the_others_are_tried_all_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "kantor" / "templates"
    papers.edited(folder, "laporan-selisih.docx", "kop.kantor", "kop.kantr")
    docx.Document().save(str(folder / "notula lama.docx"))
    done = run("templates", "check", "kantor", folder=tmp_path)
    assert done.returncode == 4
    others = [name for name in TEMPLATES if name != "laporan-selisih.docx"]
    assert done.stdout.splitlines() == [
        "laporan-selisih.docx (templat kantor): Templat laporan-selisih.docx memuat “kop.kantr” yang tidak dikenal; "
        "maksudnya “kop.kantor”?",
        *(f"{name} (templat bawaan): dapat dipakai." for name in others),
        "notula lama.docx: tidak dipakai; tidak ada naskah dinas yang dibuat dari templat bernama itu.",
    ]


def test_the_help_of_the_command_is_indonesian(tmp_path: Path) -> None:
    done = run("templates", "check", "--help", folder=tmp_path)
    assert done.returncode == 0
    assert "Pemakaian:" in done.stdout
    assert "Coba isi setiap templat" in done.stdout

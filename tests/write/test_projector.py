"""The projector's page as text: a screen for each SOP, its chart, its questions, and nothing from outside."""

import html
import re
from pathlib import Path

import pytest

from pipeline.model.outcome import Outcome
from pipeline.write.projector import write_projector
from tests.agenda.rounds import MADRASAH, OFFICE, ZAKAT
from tests.write import plenos, reports
from tests.write.plenos import DOUBTFUL, SETTINGS


def page(tmp_path: Path, outcome: Outcome | None = None) -> str:
    path = tmp_path / "bahan-pembahasan.html"
    write_projector(plenos.pleno(outcome, SETTINGS), path)
    return path.read_text(encoding="utf-8")


def test_each_disputed_sop_is_a_screen_between_the_overview_and_what_only_has_to_be_corrected(tmp_path: Path) -> None:
    said = page(tmp_path)
    screens = re.findall(r'<section class="screen[^"]*" id="([^"]+)" data-at="([^"]+)"', said)
    assert screens == [
        ("ikhtisar", "Ikhtisar"), ("sop-1", "SOP 1 dari 2"), ("sop-2", "SOP 2 dari 2"), ("perbaikan", "Perbaikan"),
    ]  # fmt: skip
    assert re.findall(r'href="#([^"]+)"', said) == ["sop-1", "sop-2", "perbaikan"]
    assert said.count('<svg class="flow"') == 2


def test_the_overview_names_every_unit_with_its_numbers_and_its_time(tmp_path: Path) -> None:
    said = page(tmp_path)
    for at, unit in enumerate((MADRASAH, ZAKAT, OFFICE), start=1):
        assert f"<b>{at}. {unit}</b>" in said
    assert re.search(r"2 SOP diserahkan, 1 hal yang harus diputuskan, 1 SOP hanya perlu diperbaiki; waktu \d jam", said)
    assert "Senin, 11 Mei 2026" in said
    assert "Aula Kantor Contoh" in said


def test_a_question_has_its_answers_and_what_led_to_it(tmp_path: Path) -> None:
    said = page(tmp_path)
    assert "Baris panduan induk mana yang dijawab naskah ini" in said
    assert "<li>“SOP Perpanjangan Izin” (kemiripan 0,64)</li>" in said
    assert "Padanan panduan induk. Tidak ada baris yang sama." in said
    assert "Harus diperbaiki, apa pun keputusannya" in said


def test_steps_whose_chart_could_not_be_read_are_shown_as_a_table(tmp_path: Path) -> None:
    said = page(tmp_path, plenos.without_nodes(plenos.table()))
    assert "Diagram alir SOP ini tidak terbaca; yang tampak hanya langkahnya." in said
    assert "<td>Kegiatan 2</td>" in said
    assert "<svg" not in said


def test_a_meeting_with_nothing_to_decide_has_an_overview_alone(tmp_path: Path) -> None:
    calm = plenos.settled(plenos.table(findings=(), arrows=()))
    said = page(tmp_path, calm)
    assert "Tidak ada hal yang harus diputuskan dalam rapat ini." in said
    assert said.count("<section") == 1


def test_nothing_is_asked_of_the_outside_and_only_the_pages_own_script_may_run(tmp_path: Path) -> None:
    said = page(tmp_path)
    assert re.search(r"default-src 'none'; style-src 'sha256-[^;]+; script-src 'sha256-", html.unescape(said))
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import|style="|onclick""", said)


@pytest.mark.parametrize("text", [reports.HOSTILE, "{{ 7 * 7 }} {% raw %}", "a\x07b\x00c", "\ud800 sendiri"])
def test_what_drafts_say_stays_text(tmp_path: Path, text: str) -> None:
    said = page(tmp_path, plenos.table(text))
    assert said.count("<script") == 1
    assert "<img" not in said
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", said)
    assert DOUBTFUL.title in said
    assert "49" not in re.findall(r"<h2[^>]*>(.*?)</h2>", said)[0]


def test_the_same_meeting_gives_the_same_page(tmp_path: Path) -> None:
    assert page(tmp_path) == page(tmp_path)

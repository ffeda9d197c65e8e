"""The berita acara: its opening, each SOP with its result, and its signatures."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model.decision import Fate, FollowUp, Kind, Matter, Verdict
from pipeline.model.outcome import Outcome
from pipeline.model.sop import Unreadable
from pipeline.text import fold
from pipeline.write.flow_words import clean
from pipeline.write.papers.write_meeting import write_official_record
from tests.agenda.rounds import MADRASAH, OFFICE, ZAKAT, decided
from tests.write import plenos, reports
from tests.write.papers import opened, rows, unsound_cells, words
from tests.write.plenos import ASKED, DOUBTFUL, ERROR, SETTINGS, SOUND


def paper(tmp_path: Path, outcome: Outcome | None = None, *hours: str, after: bool = False) -> Path:
    path = tmp_path / "berita-acara.docx"
    write_official_record(plenos.pleno(outcome, SETTINGS, *hours), None, path, after=after)
    return path


def results(path: Path) -> dict[str, tuple[str, str]]:
    """The result and the remark of each SOP."""
    return {line[1]: (line[3], line[4]) for line in rows(opened(path).tables[0])[1:] if len(set(line)) > 1}


def test_the_opening_spells_the_day_and_tells_place_hours_and_legal_basis(tmp_path: Path) -> None:
    said = words(opened(paper(tmp_path)))
    for each in (
        "Berita Acara\nPelaksanaan Rapat Pleno Standar Operasional Prosedur (SOP)\nKantor Contoh\n",
        "\nNomor: ……/……/……/2026\n",
        "Pada hari ini, Senin, tanggal sebelas bulan Mei tahun dua ribu dua puluh enam, kami yang bertanda",
        "telah dilaksanakan pada hari Senin, 11 Mei 2026, pukul 08.00–15.30 WIB, bertempat di Aula Kantor Contoh.",
        "Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
        "SOP dinilai dengan kriteria sebagai berikut:\n1. mampu mendorong",
        "Demikian berita acara ini dibuat",
    ):  # fmt: skip
        assert each in said


def test_a_meeting_of_several_days_is_signed_on_its_last(tmp_path: Path) -> None:
    said = words(opened(paper(tmp_path, None, "08.00-12.00", "08.00-12.00")))
    assert "Pada hari ini, Selasa, tanggal dua belas bulan Mei" in said
    assert "pada hari Senin dan Selasa, 11 dan 12 Mei 2026, pukul" in said
    assert "Kota Contoh, 12 Mei 2026" in said


def test_before_the_meeting_each_sop_stands_by_unit_with_what_is_open_and_room_for_its_result(tmp_path: Path) -> None:
    path = paper(tmp_path)
    assert results(path) == {
        "SOP Izin Operasional": ("", "1 hal harus diputuskan; 1 hal harus diperbaiki"),
        "SOP Sertifikat Wakaf": ("", "1 hal harus diputuskan"),
        "SOP Bimbingan Zakat": ("", "1 hal harus diperbaiki"),
        "SOP Cuti": ("", ""),
    }
    table = rows(opened(path).tables[0])
    assert [line[0] for line in table if len(set(line)) == 1] == [MADRASAH, ZAKAT, OFFICE]
    assert [line[0] for line in table[1:] if len(set(line)) > 1] == ["1", "2", "3", "4"]
    said = words(opened(path))
    assert "SOP yang dibahas sebanyak 4: ……… diterima, ……… harus diperbaiki, dan ……… ditunda." in said
    assert "SOP dalam panduan induk yang belum diserahkan sebanyak 1." in said


def test_after_the_meeting_each_sop_has_its_result(tmp_path: Path) -> None:
    path = paper(tmp_path, after=True)
    assert {title: result for title, (result, _) in results(path).items()} == {
        "SOP Izin Operasional": "Ditunda", "SOP Sertifikat Wakaf": "Ditunda", "SOP Bimbingan Zakat": "Diperbaiki",
        "SOP Cuti": "Diterima",
    }  # fmt: skip
    assert "SOP yang dibahas sebanyak 4: 1 diterima, 1 harus diperbaiki, dan 2 ditunda." in words(opened(path))


def test_decisions_settle_a_sop_and_what_was_decided_and_not_done_has_to_be_corrected(tmp_path: Path) -> None:
    fix = decided("N-1", Verdict.ACCEPT)
    about = Matter(
        about="N-1", kind=Kind.CORRECTION, unit=OFFICE, title="SOP Cuti Pegawai", file=SOUND.file, part=1,
        field="title", words="nama SOP: Nama resmi.", after="SOP Cuti",
    )  # fmt: skip
    whole = plenos.table(
        decisions=(decided(ASKED.id, Verdict.ACCEPT), decided(ERROR.id, Verdict.REJECT), fix),
        follow_ups=(FollowUp(decision=fix, matter=about, fate=Fate.OPEN),),
    )
    assert results(paper(tmp_path, whole, after=True)) == {
        "SOP Izin Operasional": ("Ditunda", "1 hal belum diputuskan; 1 hal harus diperbaiki"),
        "SOP Sertifikat Wakaf": ("Diterima", ""),
        "SOP Bimbingan Zakat": ("Diterima", ""),
        "SOP Cuti": ("Diperbaiki", "1 hal harus diperbaiki"),
    }
    done = replace(whole, follow_ups=(replace(whole.follow_ups[0], fate=Fate.DONE),))
    assert results(paper(tmp_path, done, after=True))["SOP Cuti"] == ("Diterima", "")


def test_files_that_could_not_be_read_are_counted(tmp_path: Path) -> None:
    lost = Unreadable(file="tu/rusak.docx", folder="tu", sha256="ab" * 32, code="RD101", message="Dilindungi sandi.")
    said = words(opened(paper(tmp_path, plenos.table(unreadable=(lost,)))))
    assert "Berkas yang tidak terbaca dan harus diserahkan kembali sebanyak 1." in said


def test_it_has_two_places_to_sign_that_stay_with_the_closing(tmp_path: Path) -> None:
    document = opened(paper(tmp_path))
    left, right = document.tables[-1].rows[0].cells
    assert "Ketua Rapat,\nKepala Kantor\nDra. Siti Contoh\nNIP 197001011995032001" in left.text
    assert right.text == "Kota Contoh, 11 Mei 2026\nNotulis,\n\nRina Contoh, S.Kom.\nNIP 198805122014032002"
    (closing,) = [each for each in document.paragraphs if each._p is document.tables[-1]._tbl.getprevious()]
    assert closing.paragraph_format.keep_with_next
    assert closing.text.startswith("Demikian")


@pytest.mark.parametrize("text", [reports.HOSTILE, "{{ kop }} {% for x in y %}", "a\x07b\x00 \ud800"])
def test_what_drafts_say_comes_out_as_text(tmp_path: Path, text: str) -> None:
    document = opened(paper(tmp_path, plenos.table(text)))
    assert fold(clean(f"{DOUBTFUL.title} {text}")) in fold(words(document))
    assert unsound_cells(document) == []


@pytest.mark.parametrize("after", [False, True])
def test_nothing_empty_and_nothing_of_the_program_stands_in_it(tmp_path: Path, *, after: bool) -> None:
    said = words(opened(paper(tmp_path, after=after)))
    for each in ("{{", "{%", "None", "()", "“”", " .", "..", ": \n"):
        assert each not in said, each
    assert paper(tmp_path, after=after).read_bytes() == paper(tmp_path, after=after).read_bytes()


def test_an_office_that_handed_in_nothing_still_has_a_record(tmp_path: Path) -> None:
    bare = replace(plenos.table(), sops=(), findings=(), arrows=())
    bare = replace(bare, reconciliation=replace(bare.reconciliation, items=bare.reconciliation.items[-1:]))
    document = opened(paper(tmp_path, bare, after=True))
    assert len(document.tables) == 1
    assert "SOP yang dibahas sebanyak 0: 0 diterima, 0 harus diperbaiki, dan 0 ditunda." in words(document)

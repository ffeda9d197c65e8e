"""The notula: what is known before the meeting, what was decided after it, and who signs."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model.decision import Decision, Fate, FollowUp, Kind, Matter, Verdict
from pipeline.model.outcome import Outcome
from pipeline.model.place import DocxPlace
from pipeline.text import fold
from pipeline.write.flow_words import clean
from pipeline.write.papers.resolutions import verdict_words
from pipeline.write.papers.write_meeting import write_minutes
from tests.agenda.rounds import MADRASAH, OFFICE, ZAKAT, decided
from tests.write import plenos, reports
from tests.write.papers import opened, rows, table_after, unsound_cells, words
from tests.write.plenos import ASKED, DOUBTFUL, ERROR, NOTULIS, QUESTION, SETTINGS

HERE = DocxPlace(table=2, row=4)


def paper(tmp_path: Path, outcome: Outcome | None = None, *, after: bool = False, **changes: object) -> Path:
    path = tmp_path / "notula.docx"
    write_minutes(plenos.pleno(outcome, **changes), None, path, after=after)
    return path


def lines(path: Path, unit: str) -> list[list[str]]:
    """The lines of a unit's table, without its heading."""
    return rows(table_after(opened(path), unit))[1:]


def matter(kind: Kind = Kind.FINDING, **changes: object) -> Matter:
    plain = Matter(
        about="X-1", kind=kind, unit=ZAKAT, title="SOP Lama", file="zawa/lama.docx", part=1, field="title",
        words="Nama SOP salah tulis.", after="SOP Baru",
    )  # fmt: skip
    return replace(plain, **changes)


def test_the_head_tells_when_where_who_leads_and_who_writes(tmp_path: Path) -> None:
    said = words(opened(paper(tmp_path)))
    for each in (
        "Notula\nRapat Pleno Standar Operasional Prosedur (SOP)\nHari/tanggal : Senin, 11 Mei 2026\n",
        "Waktu : pukul 08.00–15.30 WIB\nTempat : Aula Kantor Contoh\n",
        "Ketua rapat : Dra. Siti Contoh (Kepala Kantor)\nNotulis : Rina Contoh, S.Kom.\n",
        "orang dari 3 undangan, sebagaimana daftar hadir terlampir",
        "(menurut susunan acara pukul 08.00 WIB).", "Arahan Kepala Kantor: …",
        "Rapat ditutup oleh Ketua Rapat pada pukul …",
    ):  # fmt: skip
        assert each in said


def test_a_guest_who_only_gets_a_copy_of_the_invitation_is_not_counted_among_the_invited(tmp_path: Path) -> None:
    copied = replace(NOTULIS, name="Kepala Biro Contoh", unit="", role="Tembusan")
    path = tmp_path / "notula.docx"
    write_minutes(plenos.pleno(people=(NOTULIS, copied)), None, path)
    assert "orang dari 3 undangan" in words(opened(path))


def test_before_the_meeting_each_question_stands_there_with_room_for_its_answer(tmp_path: Path) -> None:
    path = paper(tmp_path)
    assert lines(path, f"1. {MADRASAH}") == [
        ["1", "SOP Izin Operasional",
         "Baris panduan induk mana yang dijawab naskah ini: salah satu calon, atau tidak satu pun?", "", ""],
    ]  # fmt: skip
    said = words(opened(path))
    assert f"2. {ZAKAT}\nWaktu menurut susunan acara: pukul " in said
    assert (
        "Unit menyerahkan 1 SOP; panduan induk memuat 2 SOP, 1 di antaranya belum diserahkan. Tidak ada hal yang"
        in said
    )
    assert "C. Saran dan keputusan\n1. …" in said


def test_many_questions_of_one_kind_about_a_sop_are_one_line(tmp_path: Path) -> None:
    arrows = tuple(replace(ASKED, id=f"A-{at}") for at in range(1, 8))
    told = [line[2] for line in lines(paper(tmp_path, plenos.table(arrows=arrows)), f"2. {ZAKAT}")]
    assert told == ["Panah diagram alir: 7 hal (bahan pembahasan, SOP 2, nomor 1–7)."]


def test_after_the_meeting_what_was_decided_stands_in_it_and_what_was_not_is_told(tmp_path: Path) -> None:
    made = (
        decided(QUESTION, Verdict.CHANGE, "SOP Perpanjangan Izin", "Disepakati bersama"),
        decided(ERROR.id, Verdict.ACCEPT),
    )
    path = paper(tmp_path, plenos.settled(plenos.table(decisions=made)), after=True)
    assert lines(path, f"1. {MADRASAH}") == [
        ["1", "SOP Izin Operasional", "Padanan panduan induk: Tidak ada baris yang sama.", "",
         "Dipilih “SOP Perpanjangan Izin”. Disepakati bersama."],
    ]  # fmt: skip
    own = {(line[1], line[4]) for line in lines(path, f"2. {ZAKAT}")}
    assert own == {("SOP Bimbingan Zakat", "Diterima."), ("SOP Sertifikat Wakaf", "Belum diputuskan.")}
    said = words(opened(path))
    assert (
        "1. Diputuskan 2 hal: 1 diterima dan 1 diubah.\n2. Masih ada 1 hal yang ditunda atau belum diputuskan." in said
    )
    assert "3. 1 SOP dalam panduan induk belum diserahkan dan harus disusun oleh unitnya." in said
    assert f"3. {OFFICE}\n" in said
    assert "Tidak ada keputusan yang dicatat." in said


def test_what_was_put_off_is_told_once_with_its_note(tmp_path: Path) -> None:
    put_off = decided(QUESTION, Verdict.DISCUSS, note="Tunggu Kasi")
    (line,) = lines(paper(tmp_path, plenos.table(decisions=(put_off,)), after=True), f"1. {MADRASAH}")
    assert line[4] == "Ditunda untuk dibahas kembali. Tunggu Kasi."


def test_a_decision_of_an_earlier_round_keeps_its_matter_and_one_without_is_still_told(tmp_path: Path) -> None:
    old = decided("X-1", Verdict.ACCEPT)
    whole = plenos.table(
        decisions=(old, decided("X-9", Verdict.REJECT)),
        follow_ups=(FollowUp(decision=old, matter=matter(), fate=Fate.DONE),),
    )
    path = paper(tmp_path, whole, after=True)
    assert ["SOP Lama", "Nama SOP salah tulis.", "", "Diterima, menjadi “SOP Baru”."] in [
        each[1:] for each in lines(path, f"2. {ZAKAT}")
    ]
    assert "Hal yang tidak ditemukan lagi pada naskah (id X-9)." in words(opened(path))


def test_a_decision_made_before_the_meeting_says_so(tmp_path: Path) -> None:
    early = replace(decided(ERROR.id, Verdict.REJECT), when="2026-05-04T09:00:00+07:00")
    late = replace(early, when="2026-05-11T15:00:00+07:00")
    for each, told in ((early, "Ditolak. (Diputuskan sebelum rapat.)"), (late, "Ditolak.")):
        path = paper(tmp_path, plenos.table(decisions=(each,)), after=True)
        assert told in [line[4] for line in lines(path, f"2. {ZAKAT}")]


@pytest.mark.parametrize(
    ("decision", "about", "words_of_it"),
    [
        (decided("X", Verdict.ACCEPT), matter(), "Diterima, menjadi “SOP Baru”."),
        (decided("X", Verdict.ACCEPT), matter(after=""), "Diterima."),
        (decided("X", Verdict.REJECT, note="Sudah benar"), matter(), "Ditolak. Sudah benar."),
        (decided("X", Verdict.CHANGE, "SOP Lain"), matter(), "Diubah menjadi “SOP Lain”."),
        (decided("X", Verdict.DISCUSS), matter(), "Ditunda untuk dibahas kembali."),
        (decided("X", Verdict.REJECT), matter(Kind.QUESTION), "Tidak satu pun calon dipilih."),
        (decided("X", Verdict.ACCEPT), matter(Kind.QUESTION), "Dipilih “SOP Baru”."),
        (decided("X", Verdict.ACCEPT), None, "Diterima."),
    ],
)
def test_a_decision_is_told_as_minutes_tell_it(decision: Decision, about: Matter | None, words_of_it: str) -> None:
    assert verdict_words(decision, about) == words_of_it


def test_the_minutes_are_signed_by_who_leads_and_who_writes_with_dots_for_what_is_not_known(tmp_path: Path) -> None:
    left, right = opened(paper(tmp_path)).tables[-1].rows[0].cells
    assert left.text == "\nKetua Rapat,\nKepala Kantor\nDra. Siti Contoh\nNIP 197001011995032001"
    assert right.text == "Kota Contoh, 11 Mei 2026\nNotulis,\n\nRina Contoh, S.Kom.\nNIP 198805122014032002"
    bare = opened(paper(tmp_path, None, settings=replace(SETTINGS, place="…"), people=()))
    assert bare.tables[-1].rows[0].cells[1].text.startswith("11 Mei 2026\nNotulis,\n\n……")


def test_the_signatures_stay_with_the_closing(tmp_path: Path) -> None:
    document = opened(paper(tmp_path))
    before = document.tables[-1]._tbl.getprevious()
    (closing,) = [each for each in document.paragraphs if each._p is before]
    assert closing.paragraph_format.keep_with_next


def test_a_meeting_of_several_days_tells_the_day_of_each_unit(tmp_path: Path) -> None:
    path = tmp_path / "notula.docx"
    write_minutes(plenos.pleno(None, SETTINGS, "08.00-09.20", "08.00-10.00"), None, path)
    said = words(opened(path))
    assert "Hari/tanggal : Senin dan Selasa, 11 dan 12 Mei 2026" in said
    assert "Waktu menurut susunan acara: Senin, 11 Mei 2026, pukul" in said
    assert "Kota Contoh, 12 Mei 2026" in said


@pytest.mark.parametrize("text", [reports.HOSTILE, "{{ kop }} {% for x in y %}", "a\x07b\x00 \ud800"])
def test_what_drafts_say_comes_out_as_text(tmp_path: Path, text: str) -> None:
    made = (decided(QUESTION, Verdict.CHANGE, f"SOP Lain {text}", text),)
    document = opened(paper(tmp_path, plenos.settled(plenos.table(text, decisions=made)), after=True))
    said = fold(words(document))
    assert fold(clean(f"{DOUBTFUL.title} {text}")) in said
    assert fold(clean(f"SOP Lain {text}")) in said
    assert unsound_cells(document) == []


@pytest.mark.parametrize("after", [False, True])
def test_nothing_empty_and_nothing_of_the_program_stands_in_it(tmp_path: Path, *, after: bool) -> None:
    said = words(opened(paper(tmp_path, after=after)))
    for each in ("{{", "{%", "None", "()", "“”", " .", ".."):
        assert each not in said, each
    assert paper(tmp_path, after=after).read_bytes() == paper(tmp_path, after=after).read_bytes()

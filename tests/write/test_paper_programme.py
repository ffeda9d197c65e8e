"""The susunan acara: every line of the schedule, day by day, and what whoever convenes has to know."""

from pathlib import Path

from pipeline.dates_in_words import clock_span
from tests.agenda.meetings import meeting
from tests.agenda.rounds import OFFICE, ZAKAT, item, outcome, sop
from tests.write.meetings import MONDAY, TWO_DAYS, pleno, written
from tests.write.papers import rows, words

A, Z = sop("SOP A"), sop("SOP Z", ZAKAT)
ROUND = outcome(item(A), item(Z, ZAKAT), item(None, OFFICE), sops=(A, Z))


def test_every_line_of_the_schedule_stands_below_its_day(tmp_path: Path) -> None:
    whole = pleno(ROUND, when=TWO_DAYS)
    (table,) = written(tmp_path, "susunan-acara", whole).tables
    heading, *lines = rows(table)
    assert heading == ["Waktu (WIB)", "Acara", "Penanggung jawab/Penyaji"]
    days = [at for at, each in enumerate(lines) if len(set(each)) == 1]
    assert [lines[at][0] for at in days] == ["Senin, 11 Mei 2026", "Selasa, 12 Mei 2026"]
    told = [each for at, each in enumerate(lines) if at not in days]
    acts = whole.schedule.acts
    assert [each[0] for each in told] == [clock_span(each.start.time(), each.end.time()) for each in acts]
    assert [each[1].removesuffix(" (lanjutan)") for each in told] == [each.words for each in acts]
    assert [each[2] for each in told] == [each.by or "–" for each in acts]
    assert days[1] == 1 + len(whole.schedule.days[0][1])


def test_what_goes_on_after_a_break_is_marked_and_a_break_has_nobody(tmp_path: Path) -> None:
    (table,) = written(tmp_path, "susunan-acara", pleno(ROUND, when=TWO_DAYS)).tables
    lines = rows(table)
    assert any(each[1].endswith("(lanjutan)") for each in lines)
    assert ["10.00–10.15", "Rehat kopi", "–"] in lines


def test_the_head_says_what_meeting_it_is(tmp_path: Path) -> None:
    said = words(written(tmp_path, "susunan-acara", pleno(ROUND)))
    assert "Susunan Acara\nRapat Pleno Standar Operasional Prosedur (SOP)\nKantor Contoh Tahun 2026\n" in said
    assert "Hari/tanggal : Senin, 11 Mei 2026\nWaktu : pukul 08.00–12.00 WIB\nTempat : Aula Kantor Contoh\n" in said
    assert said.endswith("Kota Contoh, 4 Mei 2026\nKepala Kantor,\n\nDra. Siti Contoh\nNIP 197001011995032001")


def test_notes_are_told_and_without_one_there_is_no_heading_for_them(tmp_path: Path) -> None:
    assert "Catatan" not in words(written(tmp_path / "tanpa", "susunan-acara", pleno(ROUND)))
    late = pleno(ROUND, when=meeting("08.00-15.30", first=MONDAY))
    assert late.schedule.notes
    said = words(written(tmp_path, "susunan-acara", late))
    assert "Catatan:\nSenin, 11 Mei 2026: rapat diakhiri pukul 15.15, sebelum Rehat dan salat Asar.\n" in said

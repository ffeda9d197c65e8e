"""The attendance list: by unit, numbers signed left and right in turn, a list for each day."""

from pathlib import Path
from typing import Any

from tests.agenda.rounds import MADRASAH, ZAKAT, item, outcome, sop
from tests.write.meetings import TWO_DAYS, person, pleno, written
from tests.write.papers import rows, words

A, Z = sop("SOP A"), sop("SOP Z", ZAKAT)
ROUND = outcome(item(A), item(Z, ZAKAT), sops=(A, Z))
BUDI = person("Budi Contoh, S.Ag.", MADRASAH, nip="197001011995031001", position="Kepala Seksi")
SITI = person("Siti Contoh", MADRASAH)
GUEST = person("Tamu Contoh", "Kantor Wilayah", position="Analis")


def listed(tmp_path: Path, *people: Any) -> list[list[str]]:
    (table,) = written(tmp_path, "daftar-hadir", pleno(ROUND, *people)).tables
    return rows(table)


def test_participants_stand_below_their_unit_and_units_that_named_nobody_have_rows_to_write_on(
    tmp_path: Path,
) -> None:
    heading, *lines = listed(tmp_path, BUDI, SITI, GUEST)
    assert heading == ["No.", "Nama", "NIP", "Jabatan/Unit", "Tanda tangan", "Tanda tangan"]
    assert [each[:4] for each in lines] == [
        [MADRASAH] * 4,
        ["1.", "Budi Contoh, S.Ag.", "197001011995031001", "Kepala Seksi"],
        ["2.", "Siti Contoh", "", ""],
        [ZAKAT] * 4,
        ["3.", "", "", ""],
        ["4.", "", "", ""],
        ["Tamu undangan"] * 4,
        ["5.", "Tamu Contoh", "", "Analis, Kantor Wilayah"],
    ]


def test_odd_numbers_sign_at_left_and_even_ones_at_right(tmp_path: Path) -> None:
    lines = [each for each in listed(tmp_path, BUDI, SITI, GUEST)[1:] if len(set(each)) > 1]
    assert [each[4:] for each in lines] == [
        [f"{at}. …………", ""] if at % 2 else ["", f"{at}. …………"] for at in range(1, len(lines) + 1)
    ]


def test_without_guests_there_is_no_group_for_them_and_who_gets_a_copy_does_not_sign(tmp_path: Path) -> None:
    said = [each[0] for each in listed(tmp_path, BUDI, person("Arsip Contoh", role="tembusan"))]
    assert "Tamu undangan" not in said
    assert len(said) == 1 + 1 + 1 + 1 + 2


def test_each_day_has_a_list_with_its_own_head_on_a_page_of_its_own(tmp_path: Path) -> None:
    document = written(tmp_path, "daftar-hadir", pleno(ROUND, BUDI, when=TWO_DAYS))
    said = words(document)
    assert len(document.tables) == 2
    assert rows(document.tables[0]) == rows(document.tables[1])
    assert said.count("Daftar Hadir\nHari/tanggal : ") == 2
    for day in ("11 Mei 2026", "12 Mei 2026"):
        assert f"Kota Contoh, {day}\nKepala Kantor,\n" in said
    turns = [each for each in document.paragraphs if each.paragraph_format.page_break_before]
    assert len(turns) == 1
    assert "Acara : Rapat Pleno Standar Operasional Prosedur (SOP)\n" in said

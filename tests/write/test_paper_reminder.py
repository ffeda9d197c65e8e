"""The reminders: which units get one, what it says of them, and until when."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.agenda.owed import owed
from pipeline.model.agenda import Owed, OwedFile, OwedSop
from pipeline.wording import ACROSS_UNITS
from pipeline.write.papers.reminder import reminders
from pipeline.write.papers.write_letters import write_reminders
from tests.agenda.rounds import MADRASAH, OFFICE, ZAKAT, finding, item, outcome, sop
from tests.write.meetings import SETTINGS
from tests.write.papers import opened, rows, words

A = sop("SOP A")
GAP = OwedSop(title="SOP Hilang", number="007/SOP/2025", note="menunggu induk")
LOST = OwedFile(file="zawa/rusak.docx", message="Dilindungi sandi.")


def made(tmp_path: Path, *owing: Owed, due: date | None = None) -> dict[str, str]:
    """Return the words of each letter by its name."""
    paths = write_reminders(outcome(), replace(SETTINGS, due=due), owing, None, tmp_path / "pengingat")
    return {each.stem: words(opened(each)) for each in paths}


def test_units_that_owe_sops_get_a_letter_and_others_do_not(tmp_path: Path) -> None:
    whole = outcome(item(A), item(None, OFFICE), sops=(A,), findings=(finding(A),))
    owing = owed(whole, SETTINGS)
    assert [each.unit for each in owing] == [MADRASAH, OFFICE]
    paths = write_reminders(whole, SETTINGS, owing, None, tmp_path)
    assert [each.name for each in paths] == [f"pengingat-{OFFICE}.docx"]
    assert list(reminders(whole, SETTINGS, (Owed(unit=ACROSS_UNITS, missing=(GAP,)),))) == []


def test_a_unit_that_handed_in_nothing_is_told_so_and_what_is_asked(tmp_path: Path) -> None:
    (said,) = made(tmp_path, Owed(unit=MADRASAH, missing=(GAP, GAP))).values()
    assert (
        "Lampiran : –\nHal : Pengingat Penyerahan Naskah SOP\nYth. Kepala Seksi Pendidikan Madrasah\n"
        "Assalamu’alaikum Wr. Wb.\nDengan hormat kami sampaikan bahwa sampai dengan tanggal 4 Mei 2026, kami belum "
        f"menerima naskah SOP dari {MADRASAH}. Yang masih harus diserahkan ialah 2 SOP menurut dokumen panduan induk, "
        "sebagaimana daftar berikut.\nSOP yang belum diserahkan\n"
    ) in said
    assert "Berkas yang harus diserahkan ulang" not in said


def test_what_was_handed_in_is_told_too_and_files_to_hand_in_again(tmp_path: Path) -> None:
    said = list(
        made(
            tmp_path,
            Owed(unit=MADRASAH, submitted=7, missing=(GAP,), again=(LOST,)),
            Owed(unit=ZAKAT, again=(LOST,)),
        ).values()
    )
    assert (
        f"{MADRASAH} telah menyerahkan 7 SOP. Yang masih harus diserahkan ialah 1 SOP menurut dokumen panduan induk "
        "dan 1 berkas yang harus diserahkan ulang, sebagaimana daftar berikut.\n"
    ) in said[0]
    assert f"belum ada naskah SOP dari {ZAKAT} yang dapat dibaca. Yang masih harus" in said[1]
    assert "SOP yang belum diserahkan" not in said[1]


def test_what_is_owed_stands_in_tables(tmp_path: Path) -> None:
    owing = (Owed(unit=MADRASAH, missing=(GAP,), again=(LOST,)),)
    (path,) = write_reminders(outcome(), SETTINGS, owing, None, tmp_path)
    missing, again = (rows(each) for each in opened(path).tables)
    assert missing == [
        ["No.", "Nama SOP", "Nomor SOP", "Keterangan"],
        ["1.", "SOP Hilang", "007/SOP/2025", "Menunggu induk."],
    ]
    assert again == [["No.", "Berkas", "Sebab dan saran"], ["1.", "zawa/rusak.docx", "Dilindungi sandi."]]


@pytest.mark.parametrize(
    ("due", "asked", "over"),
    [
        (None, "paling lambat tanggal ……", ""),
        (date(2026, 5, 4), "paling lambat hari Senin, 4 Mei 2026.", ""),
        (date(2026, 5, 3), "paling lambat tanggal ……", "Batas penyerahan, yaitu hari Minggu, 3 Mei 2026, sudah lewat."),
    ],
)
def test_the_day_of_the_round_is_named_while_it_is_not_over(
    tmp_path: Path, due: date | None, asked: str, over: str
) -> None:
    (said,) = made(tmp_path, Owed(unit=MADRASAH, missing=(GAP,)), due=due).values()
    assert asked in said
    assert (over or "daftar berikut.\n") in said
    assert ("sudah lewat" in said) is bool(over)


def test_names_are_those_that_every_system_takes_and_nothing_is_written_over(tmp_path: Path) -> None:
    names = made(tmp_path, *(Owed(unit=each, missing=(GAP,)) for each in ("Seksi A/B", "seksi a b")))
    assert list(names) == ["pengingat-Seksi A B", "pengingat-seksi a b (2)"]
    assert list(made(tmp_path, Owed(unit="Seksi A/B", missing=(GAP,)))) != ["pengingat-Seksi A B"]

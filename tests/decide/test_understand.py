"""What a row of the workbook decides, and what it is told where it cannot be understood."""

import pytest

from pipeline.decide.understand import understood
from pipeline.model.decision import DecisionBook, DecisionLine, Kind, Matter, Verdict
from pipeline.model.place import XlsxPlace

KINDS = {"ST105-1": Kind.FINDING, "K-1": Kind.CORRECTION, "P-1": Kind.QUESTION, "U-1": Kind.PROPOSAL}


def matter(about: str) -> Matter | None:
    if about not in KINDS:
        return None
    return Matter(
        about=about, kind=KINDS[about], unit="Seksi A", title="SOP A", file="a.docx", part=1, field="title", words="?"
    )


def line(about: str, word: str = "", value: str = "", note: str = "", row: int = 5) -> DecisionLine:
    offered = ("SOP Izin", "SOP Pindah") if about == "P-1" else ()
    place = XlsxPlace(sheet="Temuan", row=row)
    return DecisionLine(about=about, word=word, value=value, note=note, place=place, offered=offered)


def read(*lines: DecisionLine):
    book = DecisionBook(file="konsolidasi.xlsx", round=2, by="Budi Contoh", lines=lines)
    return understood(book, matter, "2026-05-12T09:00:00+07:00")


@pytest.mark.parametrize(
    ("filled", "decision"),
    [
        (line("ST105-1", "terima"), (Verdict.ACCEPT, "", "")),
        (line("ST105-1", " TOLAK ", note="Sudah sesuai."), (Verdict.REJECT, "", "Sudah sesuai.")),
        (line("K-1", "ubah", "012/SOP/PENMAD/2025"), (Verdict.CHANGE, "012/SOP/PENMAD/2025", "")),
        (line("U-1", "bahas"), (Verdict.DISCUSS, "", "")),
        (line("ST105-1", note="Tanyakan ke Kasi."), (Verdict.DISCUSS, "", "Tanyakan ke Kasi.")),
        (line("P-1", "calon 2"), (Verdict.CHANGE, "SOP Pindah", "")),
        (line("P-1", "Calon  1"), (Verdict.CHANGE, "SOP Izin", "")),
        (line("P-1", "terima"), (Verdict.CHANGE, "SOP Izin", "")),
        (line("P-1", "bukan semuanya"), (Verdict.REJECT, "", "")),
        (line("P-1", "ubah", "SOP Legalisasi"), (Verdict.CHANGE, "SOP Legalisasi", "")),
        (line("P-1", "bahas"), (Verdict.DISCUSS, "", "")),
    ],
)
def test_a_row_says_what_was_decided_by_whom_and_when(filled: DecisionLine, decision: tuple[Verdict, str, str]) -> None:
    found = read(filled)
    assert found.refused == ()
    (made,) = found.said.values()
    assert made is not None
    assert made.says == decision
    assert (made.by, made.when, made.round) == ("Budi Contoh", "2026-05-12T09:00:00+07:00", 2)
    assert made.source == "konsolidasi.xlsx"


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        (line("ST105-1", "trima"), "Keputusan “trima” tidak dikenal. Maksudnya “terima”? Pilihannya: terima, tolak, "),
        (line("ST105-1", "ubah"), "Keputusan ubah, tetapi Ubah menjadi masih kosong. Tulis isi yang baru."),
        (line("K-1", "terima", "012"), "Keputusan “terima”, tetapi Ubah menjadi diisi. Pilih ubah, atau kosongkan"),
        (line("K-1", value="012"), "Ubah menjadi sudah diisi, tetapi Keputusan masih kosong. Pilih ubah."),
        (line("ST105-9", "terima"), "Id “ST105-9” tidak dikenal; barisnya mungkin berasal dari ruang kerja lain."),
        (line("", "terima"), "Kolom Id kosong, sehingga tidak diketahui keputusan ini tentang apa."),
        (line("P-1", "calon 3"), "Tidak ada “calon 3” di baris ini; calonnya hanya 2."),
        (line("P-1", "yang pertama"), "Keputusan “yang pertama” tidak dikenal. Pilihannya: calon 1, calon 2, bukan"),
        (line("P-1", "ubah"), "Keputusan ubah, tetapi Ubah menjadi masih kosong. Tulis nama SOP dalam induk."),
    ],
)
def test_what_cannot_be_understood_is_refused_with_one_sentence_and_the_rest_is_kept(
    filled: DecisionLine, told: str
) -> None:
    found = read(filled, line("U-1", "terima"))
    (refused,) = found.refused
    assert refused.text.startswith(told)
    assert (refused.file, refused.line) == ("konsolidasi.xlsx", filled)
    assert [each.about for each in found.said.values() if each] == ["U-1"]


def test_empty_cells_say_that_nothing_is_decided() -> None:
    assert read(line("ST105-1"), line("K-1")).said == {"ST105-1": None, "K-1": None}


def test_the_same_matter_in_two_rows_is_decided_in_one_of_them_or_alike_in_both() -> None:
    assert read(line("ST105-1"), line("ST105-1", "tolak", row=9)).said["ST105-1"].verdict is Verdict.REJECT
    assert read(line("ST105-1", "tolak"), line("ST105-1", "tolak", row=9)).refused == ()
    (refused,) = read(line("ST105-1", "terima"), line("ST105-1", "tolak", row=9)).refused
    assert refused.text == "Id “ST105-1” diputuskan berbeda di baris 5 dan 9 (lembar Temuan). Samakan keputusannya."

"""The tables of words: spellings, outdated names, and what marks a person."""

import pytest

from pipeline.check import spelling
from pipeline.check.outdated import OUTDATED, may_name_outdated, outdated_in
from pipeline.check.persons import marks
from pipeline.check.spelling import corrected, doubled, may_hold_slips, slips


def right(text: str) -> str:
    found = slips(text)
    if not found:
        return text
    correction = corrected(text, found)
    return text.replace(correction.before, correction.after, 1)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("IJIN OPERASIONAL", "IZIN OPERASIONAL"),
        ("Ijin operasional", "Izin operasional"),
        ("Foto Copy Ijazah", "Fotokopi Ijazah"),
        ("Tatacara Kerjasama", "Tata cara Kerja sama"),
        ("bulan nopember", "bulan November"),
        ("sholat jum’at", "salat Jumat"),
        ("berkas di kirim dan di tanda tangani", "berkas dikirim dan ditandatangani"),
        ("undang undang", "undang-undang"),
        ("dari dari kantor", "dari kantor"),
        ("prakteknya", "praktiknya"),
        ("di kantor, di atas meja, diatasi", "di kantor, di atas meja, diatasi"),
        ("ijin@kantor.go.id, https://ijin.go.id", "ijin@kantor.go.id, https://ijin.go.id"),
        ("STANDARD OPERATING PROCEDURE", "STANDARD OPERATING PROCEDURE"),
        ("PMA No. 1 Tahun 1990 tentang Ijin", "PMA No. 1 Tahun 1990 tentang Ijin"),
    ],
)
def test_a_text_is_corrected_in_its_own_letters(written: str, expected: str) -> None:
    assert right(written) == expected


def test_every_wrong_spelling_is_found_and_its_correction_is_right() -> None:
    pairs = {**spelling._WORDS, **spelling._PHRASES}
    assert len(pairs) > 150
    for wrong, expected in pairs.items():
        assert may_hold_slips([wrong]), wrong
        assert right(f"kata {wrong} lagi") == f"kata {expected} lagi"
        assert slips(expected) == (), expected


def test_a_doubled_word_that_may_be_a_plural_is_told_apart() -> None:
    assert list(doubled("surat surat dan dan Bau Bau")) == ["surat surat"]
    assert list(doubled("surat-surat masuk")) == []


def test_outdated_names_pass_the_first_look() -> None:
    for text in ("Kandepag", "Kasi  Urais", "Penyelenggara Syariah", "Eselon IV", "DP3", "Kasi PHU", "Pekapontren"):
        assert may_name_outdated(text)
        assert [text[each.start : each.end] for each in outdated_in(text)] == [text]
    assert all(each.since < 2026 and each.source for each in OUTDATED)


@pytest.mark.parametrize(
    "text",
    ["Bidang Urais", "bank syariah", "jemaah haji", "Kementerian Haji dan Umrah", "eks Kandepag", "PPN", "eselon"],
)
def test_names_that_are_still_right_are_not_outdated(text: str) -> None:
    assert list(outdated_in(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danang Wirasena, S.Ag.", "Danang Wirasena, S.Ag."),
        ("DANANG WIRASENA S.PD.I", "DANANG WIRASENA S.PD.I"),
        ("Danang Wirasena, SE", "Danang Wirasena, SE"),
        ("Dra. Hj. Ratri", "Dra. Hj. Ratri"),
        ("KH. Wirasena", "KH. Wirasena"),
        ("H. Danang", "H. Danang"),
    ],
)
def test_a_name_with_a_degree_is_seen(text: str, expected: str) -> None:
    assert marks(text) == (("nama orang bergelar", expected),)


@pytest.mark.parametrize(
    "text",
    ["Pendidikan Minimal S.Pd.", "Surat Edaran, SE Menteri", "MTs dan MA", "H. PERLENGKAPAN", "Berkas lengkap, MM",
     "Jalan KH. Wirasena 4", "Guru, S.Pd.", "Keputusan, SK, dan SE"],
)  # fmt: skip
def test_words_that_look_like_degrees_name_nobody(text: str) -> None:
    assert marks(text) == ()

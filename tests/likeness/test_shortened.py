"""A short form is told by the beginnings of the words that it is made of."""

import pytest

from pipeline.likeness.shortened import run_of
from pipeline.likeness.titles import opposite, swapped, title_form, word_weights


@pytest.mark.parametrize(
    ("short", "words", "run"),
    [
        ("skpi", "surat keterangan pengganti ijazah", range(4)),
        ("renstra", "penyusunan rencana strategis", range(1, 3)),
        ("karpeg", "kartu pegawai", range(2)),
        ("medsos", "situs web media sosial", range(2, 4)),
        ("mtq", "musabaqah tilawatil quran", range(3)),
        ("skpi", "surat keterangan ijazah", None),
        ("nikah", "nikah", None),
        ("2025", "2025 2", None),
    ],
)
def test_a_short_form_finds_its_words(short: str, words: str, run: range | None) -> None:
    assert run_of(short, words.split()) == run


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        ("Tunjangan Guru Non PNS", "Tunjangan Guru PNS", True),
        ("Tunjangan Guru Non PNS", "Tunjangan Guru Bukan PNS", False),
        ("Ujian Dinas Tingkat I", "Ujian Dinas Tk. 1", False),
        ("Ujian Dinas Tingkat I", "Ujian Dinas Tingkat II", True),
        ("Pendirian MTs", "Pendirian Madrasah Aliyah", True),
    ],
)
def test_what_a_title_denies_or_counts_parts_it_from_another(first: str, second: str, *, asked: bool) -> None:
    assert opposite(title_form(first), title_form(second)) is asked


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        ("Penataan Surat Tugas", True),
        ("Penyusunan Nota Dinas", False),
        ("Penataan Nota Dinsa", False),
        ("Penataan Nota", False),
    ],
)
def test_a_telling_word_for_another_is_swapped(second: str, *, asked: bool) -> None:
    first = title_form("Penataan Nota Dinas")
    other = title_form(second)
    assert swapped(first, other, word_weights([first, other, title_form("Pengukuran Arah Kiblat")])) is asked

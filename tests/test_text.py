"""Two texts that people take for the same compare equal, and folding again changes nothing more."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import fold, is_placeholder, key, lines, plain, quoted, words

BLANKS = "\t\n\r\u00a0\u2003\u2028\u202f\u3000\ufeff "
WRITTEN = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(BLANKS + "–—‑“”½é")))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Surat   Masuk ", "Surat Masuk"),
        ("Surat\nMasuk", "Surat Masuk"),
        ("Surat\t\r\nMasuk", "Surat Masuk"),
        ("Surat\u00a0\u202fMasuk\u3000", "Surat Masuk"),
        ("\ufeffSurat\u2028Masuk", "Surat Masuk"),
        ("Surat\x0bMasuk", "Surat Masuk"),
        ("“Ijazah” – Jum’at", "“Ijazah” – Jum’at"),
        ("", ""),
        (" \n\u00a0", ""),
    ],
)
def test_fold_makes_white_space_one_blank_and_changes_nothing_else(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_lines_are_folded_one_by_one_and_blank_ones_stay() -> None:
    assert lines(" a  b \n\nc\u00a0d") == ("a b", "", "c d")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Jum’at", "jum'at"),
        ("“Ijazah”", '"ijazah"'),
        ("SOP–AP — 2025", "sop-ap - 2025"),
        ("SOP‑AP", "sop-ap"),
        ("Kafé", "kafe"),
        ("pro\u00adsedur", "prosedur"),
        ("pro\u200bsedur", "prosedur"),
        ("ﬁle", "file"),
        ("\uff33\uff2f\uff30", "sop"),
    ],
)
def test_plain_brings_letters_and_signs_to_one_form(written: str, expected: str) -> None:
    assert plain(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Nomor  SOP :", "nomor sop"),
        ("No. SOP", "no sop"),
        ("Peralatan/ Perlengkapan", "peralatan perlengkapan"),
        ("Peralatan & Perlengkapan", "peralatan perlengkapan"),
        ("Tanggal\nPembuatan", "tanggal pembuatan"),
        ("Tgl.Pembuatan", "tgl pembuatan"),
        ("SOP-AP", "sop ap"),
        ("subbag_tu", "subbag tu"),
        ("  (1) ", "1"),
        ("…", ""),
        ("", ""),
    ],
)
def test_key_keeps_letters_and_digits_parted_by_one_blank(written: str, expected: str) -> None:
    assert key(written) == expected


def test_words_are_lower_case_and_without_punctuation() -> None:
    assert words("Surat Masuk, (Biasa) – Penting!") == ("surat", "masuk", "biasa", "penting")
    assert words(" – ") == ()


@pytest.mark.parametrize("written", ["", " ", "-", "–", "—", "...", "…", "……… ", "_____", " - : ", "* * *", "\u00a0-"])
def test_dots_dashes_and_lines_are_a_place_left_open(written: str) -> None:
    assert is_placeholder(written)


@pytest.mark.parametrize("written", ["a", "0", "1.", "- a -", "nihil", "…/SOP/TU/2025"])
def test_a_single_letter_or_digit_is_no_placeholder(written: str) -> None:
    assert not is_placeholder(written)


@pytest.mark.parametrize(
    ("written", "limit", "expected"),
    [
        ("Surat\n Masuk", 80, "“Surat Masuk”"),
        ("Surat Masuk", 11, "“Surat Masuk”"),
        ("Surat Masuk", 10, "“Surat Mas…”"),
        ("Surat Masuk", 7, "“Surat…”"),
    ],
)
def test_quoted_folds_and_cuts_with_an_ellipsis(written: str, limit: int, expected: str) -> None:
    assert quoted(written, limit) == expected


@pytest.mark.parametrize("form", [fold, plain, key])
@given(text=WRITTEN)
def test_folding_twice_changes_nothing(form: Callable[[str], str], text: str) -> None:
    assert form(form(text)) == form(text)


@given(WRITTEN)
def test_folding_keeps_every_sign_that_is_no_blank(text: str) -> None:
    assert [each for each in fold(text) if each not in BLANKS and not each.isspace()] == [
        each for each in text if each not in BLANKS and not each.isspace()
    ]


@given(WRITTEN)
def test_folding_first_never_changes_what_texts_compare_by(text: str) -> None:
    assert key(fold(text)) == key(text)
    assert not set(key(text)) - set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@given(WRITTEN)
def test_words_are_the_key_cut_at_its_blanks(text: str) -> None:
    assert " ".join(words(text)) == key(text)


@given(WRITTEN)
def test_a_placeholder_has_no_words(text: str) -> None:
    assert not (is_placeholder(text) and words(text))


@given(WRITTEN)
def test_lines_are_folded_and_none_is_dropped(text: str) -> None:
    assert lines(text) == tuple(fold(each) for each in text.split("\n"))


@given(WRITTEN)
def test_a_quotation_is_never_longer_than_asked(text: str) -> None:
    assert len(quoted(text, 20)) <= 22

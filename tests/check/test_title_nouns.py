"""Nouns of titles by their verbs."""

import pytest

from pipeline.check.title_nouns import noun_of


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("menerbitkan", "penerbitan"),
        ("mengelola", "pengelolaan"),
        ("susun", "penyusunan"),
        ("menghitung", ""),
        ("memverifikasi", ""),
        ("cuti", ""),
    ],
)
def test_the_noun_of_a_verb(verb: str, noun: str) -> None:
    assert noun_of(verb) == noun

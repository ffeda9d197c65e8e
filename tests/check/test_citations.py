"""Entries of Dasar Hukum as offices write them, and the table of repealed rules."""

import pytest

from pipeline.check.citations import citations
from pipeline.check.laws import KMA, NAMES, PANRB, PMA, PP, REPEALED, UU, Law, in_force
from pipeline.check.samples import identity, sop, value
from pipeline.dates import earliest, latest


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("1. UU RI Nomor 20 Tahun 2003 tentang Sisdiknas;", Law(UU, "20", 2003)),
        ("Undang – Undang RI No. 22 Tahun 1946", Law(UU, "22", 1946)),
        ("UU 1/1974", Law(UU, "1", 1974)),
        ("PP. No. 55 Th. 2007 ttg Pendidikan Agama", Law(PP, "55", 2007)),
        ("PMA 34 tahun 2016", Law(PMA, "34", 2016)),
        ("Keputusan Menteri Agama RI Nomor : 477 Tahun 2004", Law(KMA, "477", 2004)),
        ("Permen PAN-RB No.35/2012", Law(PANRB, "35", 2012)),
        ("Permenpan Nomor PER/21/M.PAN/11/2008 tentang Pedoman", Law(PANRB, "21", 2008)),
        ("Undang-Undang Nomor 01 Tahun 1974 tentang Perkawinan", Law(UU, "1", 1974)),
        ("KMA Nomor 298 Tahun 20..", None),
    ],
)
def test_the_rule_that_an_entry_cites(text: str, law: Law | None) -> None:
    (found,) = citations(sop(identity=identity(legal_basis=(value(text),))))
    assert found.law == law


@pytest.mark.parametrize("text", ["UUD 1945", "Kompilasi Hukum Islam", "Undang-Undang:", "Juknis BOS Tahun 2024", "…"])
def test_what_cites_no_rule_is_left(text: str) -> None:
    assert not list(citations(sop(identity=identity(legal_basis=(value(text),)))))


@pytest.mark.parametrize("law", REPEALED, ids=lambda law: law.short)
def test_a_repealed_rule_is_older_than_its_successor_and_ends_in_one_that_has_a_name(law: Law) -> None:
    successor, since = REPEALED[law]
    assert law.year <= successor.year <= int(latest(since)[:4])
    assert in_force(law) in NAMES
    later = REPEALED.get(successor)
    assert later is None or earliest(since) <= latest(later.since)

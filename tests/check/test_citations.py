"""Entries of Dasar Hukum as offices write them, and the table of repealed rules."""

import pytest

from pipeline.check.citations import citations
from pipeline.check.laws import KMA, NAMES, PANRB, PMA, PP, REPEALED, UU, Law
from pipeline.check.repeals import ceased, repeals
from pipeline.check.samples import identity, sop, value
from pipeline.dates import earliest, latest
from pipeline.errors import SettingsWrong
from pipeline.model.law import RepealedLaw


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
    assert repeals(()).in_force(law) in NAMES
    later = REPEALED.get(successor)
    assert later is None or earliest(since) <= latest(later.since)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("UU 20/2003 dan PP 19/2005", [("UU 20/2003", False), ("PP 19/2005", False)]),
        ("1. UU\n20/2003 ;  PP\u00a019/2005.", [("UU\n20/2003", False), ("PP\u00a019/2005", False)]),
        ("UU 1/1974 jo. UU 16/2019", [("UU 1/1974 jo. UU 16/2019", False), ("UU 16/2019", True)]),
        (
            "UU 1/1974 sebagaimana diubah dengan UU 16/2019 dan PP 9/1975",
            [("UU 1/1974 sebagaimana diubah dengan UU 16/2019", False), ("UU 16/2019", True), ("PP 9/1975", False)],
        ),
        (
            "PP 7/1977 tentang Gaji sebagaimana telah beberapa kali diubah, terakhir dengan PP 5/2024",
            [
                ("PP 7/1977 tentang Gaji sebagaimana telah beberapa kali diubah, terakhir dengan PP 5/2024", False),
                ("PP 5/2024", True),
            ],
        ),
    ],
)
def test_each_rule_of_an_entry_and_where_it_stands(text: str, cited: list[tuple[str, bool]]) -> None:
    found = citations(sop(identity=identity(legal_basis=(value(text),))))
    assert [(each.written, each.amending) for each in found] == cited


@pytest.mark.parametrize(
    "text",
    [
        "PP 42/2006 tentang Pelaksanaan UU Nomor 41 Tahun 2004 dan UU Nomor 5 Tahun 2003",
        "PP 25/2018 tentang Perubahan atas PP Nomor 42 Tahun 2006 tentang Pelaksanaan UU Nomor 41 Tahun 2004",
        "Peraturan Bersama Menteri Agama dan Menteri Dalam Negeri Nomor 9 Tahun 2006 dan Nomor 8 Tahun 2006",
        "UU 25/2009 tentang Pelayanan Publik dan peraturan pelaksanaannya",
    ],
)
def test_what_a_rule_is_about_is_not_cited(text: str) -> None:
    (found,) = citations(sop(identity=identity(legal_basis=(value(text),))))
    assert found.written == text


def office(law: str = "PMA Nomor 90 Tahun 2013", by: str = "PMA 60/2024 tentang Madrasah") -> tuple[RepealedLaw, ...]:
    return (RepealedLaw(law=law, repealed_by=by, since="2024"),)


def test_the_office_s_own_table_counts_beside_ours_and_before_it() -> None:
    known = repeals(office())
    assert (
        known.name(known.in_force(Law(PMA, "90", 2013)))
        == "Peraturan Menteri Agama Nomor 60 Tahun 2024 tentang Madrasah"
    )
    assert known.in_force(Law(UU, "38", 1999)) == Law(UU, "23", 2011)
    assert repeals(office("UU 38/1999", "UU 9/2018")).in_force(Law(UU, "38", 1999)) == Law(UU, "9", 2018)
    assert Law(PMA, "90", 2013) not in repeals(()).table


@pytest.mark.parametrize(
    ("law", "by", "said"),
    [
        ("UU Perkawinan", "UU 1/1974", "repealed 1.law = “UU Perkawinan”"),
        ("UU 1/1974", "PMA Nomor 5", "repealed 1.by = “PMA Nomor 5”"),
        ("UU 1/1974 dan PP 9/1975", "UU 1/1974", "repealed 1.law"),
        ("UU 23/2011", "UU 38/1999", "repealed 1: Undang-Undang Nomor 23 Tahun 2011 menjadi pengganti dirinya"),
    ],
)
def test_an_entry_of_the_office_that_cannot_be_used_is_refused(law: str, by: str, said: str) -> None:
    with pytest.raises(SettingsWrong, match=said):
        repeals(office(law, by))


def test_a_successor_takes_the_place_of_the_rule_and_its_amendments_but_not_of_its_articles() -> None:
    texts = ("Pasal-pasal", "UU 38/1999 jo. UU 1/2000", "PP 53/2010 Pasal 5")
    found = list(ceased(sop(identity=identity(legal_basis=tuple(map(value, texts)))), ()))
    assert [each.correction and each.correction.before for each in found] == ["UU 38/1999 jo. UU 1/2000", None]

"""Whose office a SOP names: its own, by pleno.toml or by its letterhead, and any other."""

from dataclasses import replace

import pytest

from pipeline.check.places import regions
from pipeline.check.registry import all_rules
from pipeline.check.samples import IDENTITY, sop, step, value
from pipeline.model.sop import Sop
from pipeline.settings import Settings, Unit

CITY = Settings(
    office="Kantor Kementerian Agama Kota Tirtawangi",
    units=(Unit(name="KUA Kecamatan Argawana", synonyms=("KUA Argawana",)),),
)
RULES = {rule.code: rule for rule in all_rules()}


def said(
    text: str, settings: Settings = CITY, letterhead: str = "KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI"
) -> set[str]:
    """The codes raised for a SOP whose second step says the text."""
    drawn: Sop = sop(
        identity=replace(IDENTITY, institution=(value(letterhead),)),
        steps=tuple(step(at, activity=text if at == 2 else "Memeriksa berkas") for at in (1, 2, 3)),
    )
    return {code for code in ("IN104", "IN105") if list(RULES[code].check(drawn, settings))}  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mengirim ke Kantor Kementerian Agama Kota Tirtawangi", set()),
        ("Mengirim ke Kantor Kementerian Agama Kabupaten Klaten", {"IN104"}),
        ("Melapor kepada Bupati Klaten", {"IN104"}),
        ("Melapor kepada Bupati", set()),
        ("Mencatat pada register KUA Kecamatan Argawana", set()),
        ("Mencatat pada register KUA Kecamatan Sukaresmi", {"IN104"}),
        ("Mencatat penduduk Kabupaten Sleman", {"IN105"}),
        ("Menerima siswa pindahan dari Kabupaten Sleman", set()),
        ("Memeriksa kelengkapan berkas", set()),
    ],
)
def test_another_office_is_told_from_the_own_one(text: str, expected: set[str]) -> None:
    assert said(text) == expected


def test_a_city_and_a_regency_of_one_name_are_two_offices() -> None:
    bogor = Settings(office="Kantor Kementerian Agama Kota Bogor")
    own = "KANTOR KEMENTERIAN AGAMA KOTA BOGOR"
    assert said("Mengirim ke Kantor Kementerian Agama Kota Bogor", bogor, own) == set()
    assert said("Mengirim ke Kantor Kementerian Agama Kabupaten Bogor", bogor, own) == {"IN104"}


def test_a_letterhead_of_another_office_is_one_too() -> None:
    assert said("Memeriksa berkas", CITY, "KANTOR KEMENTERIAN AGAMA KABUPATEN SLEMAN") == {"IN104"}


def test_without_settings_the_letterhead_tells_whose_sop_it_is() -> None:
    own = "KANTOR KEMENTERIAN AGAMA KABUPATEN KLATEN"
    assert said("Mengirim ke Kantor Kementerian Agama Kabupaten Klaten", Settings(), own) == set()
    assert said("Mengirim ke Kantor Kementerian Agama Kabupaten Sleman", Settings(), own) == {"IN104"}


def test_where_nothing_tells_whose_sop_it_is_nothing_is_said() -> None:
    text = "Mengirim ke Kantor Kementerian Agama Kabupaten Sleman"
    assert said(text, Settings(), "KEMENTERIAN AGAMA") == set()


@pytest.mark.parametrize("text", ["Kabupaten Klaten", "Kab. Klaten", "KABUPATEN KLATEN", "Kota Yogyakarta"])
def test_regions_are_found_in_their_spellings(text: str) -> None:
    assert len(list(regions(f"di {text}, lalu"))) == 1

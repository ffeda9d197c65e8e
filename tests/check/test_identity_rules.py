"""Identity rules on what their examples do not show: spellings, silence and what is told elsewhere."""

from dataclasses import replace

import pytest

from pipeline.check.owner import unit_named
from pipeline.check.rule import Rule
from pipeline.check.rules.ID106_year_of_number import RULE as YEAR
from pipeline.check.rules.ID108_not_the_head import RULE as HEAD
from pipeline.check.rules.ID109_nip_implausible import RULE as NIP
from pipeline.check.samples import IDENTITY, date, identity, sop, value
from pipeline.check.templates import template_inside, template_whole
from pipeline.model.sop import Sop
from pipeline.settings import Head, Settings, Unit

OFFICE = Settings(
    head=Head(name="Dr. H. Sarwaka Adiluhung, M.Ag.", nip="196907151995031991"),
    units=(Unit(name="Seksi Bimbingan Masyarakat Islam"), Unit(name="KUA Kecamatan Argawana")),
)


def said(rule: Rule, sop: Sop, settings: Settings = OFFICE) -> list[str]:
    assert rule.check is not None
    return [each.message for each in rule.check(sop, settings)]


def signed(**changes: str | None) -> Sop:
    return sop(identity=identity(approved_by=replace(IDENTITY.approved_by, **changes)))


@pytest.mark.parametrize("name", ["SARWAKA ADILUHUNG", "Drs. H. Sarwaka  Adiluhung", "dr h sarwaka adiluhung, m.ag"])
def test_degrees_and_case_do_not_make_another_person(name: str) -> None:
    assert said(HEAD, signed(name=name)) == []


def test_a_nip_that_the_profile_corrects_is_told_once() -> None:
    wrong = signed(nip="19690715199503199")
    assert len(said(HEAD, wrong)) == 1
    assert said(NIP, wrong) == []
    assert len(said(NIP, wrong, Settings())) == 1


@pytest.mark.parametrize(
    ("number", "dates", "hits"),
    [
        ("001/SOP/TU2025", ("2 Juli 2025", "-", "1 Agustus 2025"), 0),
        ("001/SOP/TU2023", ("2 Juli 2025", "-", "1 Agustus 2025"), 1),
        ("001/SOP/TU/2024", ("2 Juli 2022", "-", "1 Agustus 2025"), 0),
        ("001/SOP/TU/2024", ("20..", "-", "1 Agustus 2025"), 0),
        ("001/SOP/TU/2026", ("2 Juli 2025", "-", ""), 0),
    ],
)
def test_a_year_is_wrong_only_outside_all_dates(number: str, dates: tuple[str, str, str], hits: int) -> None:
    created, revised, effective = map(date, dates)
    found = identity(number=value(number), created=created, revised=revised, effective=effective)
    assert len(said(YEAR, sop(identity=found))) == hits


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("BIMAS ISLAM KANKEMENAG KOTA TIRTAWANGI", "Seksi Bimbingan Masyarakat Islam"),
        ("Kantor Urusan Agama Kecamatan Argawana", "KUA Kecamatan Argawana"),
        ("Bimas Kristen", ""), ("KUA Kecamatan Ampelsari", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_unit_is_known_by_its_name_with_the_office_behind_it(written: str, unit: str) -> None:
    found = unit_named(written, OFFICE)
    assert (found.name if found else "") == unit


@pytest.mark.parametrize(
    "text",
    ["[isi]", "${nama}", "{{ jabatan }}", "«Nama»", "Tahun 20..", "2 Juli 20…", "Lorem ipsum dolor", "Nomor : …",
     "Klik di sini untuk memasukkan teks", "Contoh: Surat", "Kepala KUA ____", "(sebutkan nama lembaga)"],
)  # fmt: skip
def test_what_a_form_prints_is_seen(text: str) -> None:
    assert template_inside(text)


@pytest.mark.parametrize(
    "text",
    ["Formulir [F-01]", "Berkas, arsip...", "Lampiran XXX", "Contoh soal ujian", "Diisi oleh pemohon", "Surat dll…",
     "Tahun 2025", "<10 menit", "Nilai >75"],
)  # fmt: skip
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert not template_inside(text)


def test_numbers_of_a_forms_texts_do_not_matter() -> None:
    assert template_whole("Kegiatan 1.")
    assert template_whole("[NAMA SOP]")
    assert not template_whole("Kegiatan belajar")

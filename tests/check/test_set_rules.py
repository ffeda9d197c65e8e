"""What the rules over a set take for the same position, title, activity and text, and what they do not."""

from dataclasses import replace

import pytest

from pipeline.check.boilerplate import is_empty, only_education
from pipeline.check.related import Names, Titles
from pipeline.check.roles import positions
from pipeline.check.samples import AT, identity, sop, step, value
from pipeline.check.workload import parts
from pipeline.model.sop import Actor
from pipeline.settings import Settings, default_units

SETTINGS = Settings(units=default_units())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kasi Penmad", "Kepala Seksi Pendidikan Madrasah", True),
        ("Kasubag TU", "Kasubbag TU", True),
        ("Penghulu", "Pengulu", True),
        ("Catin", "Calon Pengantin", True),
        ("Kepala Kantor", "Kepala KUA", False),
        ("Operator EMIS", "Operator SIMAS", False),
        ("Pelaksana 1", "Pelaksana 2", False),
        ("Pengelola Data", "Pengolah Data", False),
        ("Kasi Penmad", "Kasi PAKIS", False),
    ],
)
def test_spellings_of_one_position(one: str, other: str, same: bool) -> None:
    sops = [
        replace(sop(actors=(Actor(name=name, column=2, span=1, place=AT),)), file=f"{name}.docx")
        for name in (one, other)
    ]
    assert bool(positions(sops, SETTINGS)) is same


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("SOP Pengelolaan Surat Masuk", Names.KNOWN),
        ("SOP Pengelolaan Surat Keluar", Names.UNKNOWN),
        ("SOP Pengelolaan Surat Masukk", Names.NEARLY),
        ("Printer", Names.NO_SOP),
        ("Kementerian Haji dan Umrah", Names.NO_SOP),
    ],
)
def test_what_an_entry_names(entry: str, names: Names) -> None:
    titles = Titles((), ("SOP Pengelolaan Surat Masuk",))
    assert [each.names for each in titles.entries(sop(), entry)] == [names]


def test_a_sop_is_cut_where_another_actor_takes_over() -> None:
    steps = tuple(step(at, actor="Pemohon" if at <= 9 else "Kepala Kantor") for at in range(1, 19))
    assert parts(sop(steps=steps), 9) == ((1, 9), (10, 18))


def test_words_that_fit_any_sop_and_qualifications_of_schooling() -> None:
    assert is_empty("Apabila SOP ini tidak dilaksanakan, maka pelayanan terhambat")
    assert not is_empty("Apabila surat hilang, maka tidak dapat dilacak")
    assert only_education(sop(identity=identity(qualifications=(value("Minimal SMA/sederajat"),))))
    assert not only_education(sop(identity=identity(qualifications=(value("S1 Hukum dan menguasai EMIS"),))))

"""Whom a step's text begins with, and when that is not said clearly enough to be held against the drawing."""

from dataclasses import replace

import pytest

from pipeline.check.samples import AT, sop, step
from pipeline.check.subjects import actors_named
from pipeline.model.sop import Actor
from pipeline.settings import Role, Settings, default_units

SETTINGS = Settings(
    units=default_units(),
    roles=(Role(name="Kepala Kantor", synonyms=("Kakankemenag", "Kepala Kantor Kementerian Agama")),),
)


def named(activity: str, *headings: str) -> list[str]:
    actors = tuple(Actor(name=each, column=at, span=1, place=AT) for at, each in enumerate(headings))
    one = step(1, activity=activity)
    return [each.name for each in actors_named(replace(sop(), actors=actors, steps=(one,)), one, SETTINGS)]


@pytest.mark.parametrize(
    ("activity", "headings", "expected"),
    [
        ("Kepala Kantor menandatangani surat", ("Pemohon", "Kepala Kantor"), ["Kepala Kantor"]),
        ("Kepala Kantor Kementerian Agama menandatangani surat", ("Kepala Kantor", "Staf"), ["Kepala Kantor"]),
        ("Kakankemenag menandatangani surat", ("Kepala Kantor", "Staf"), ["Kepala Kantor"]),
        ("Kepala Seksi memeriksa konsep", ("Kasi Penmad", "Staf"), ["Kasi Penmad"]),
        ("Kasi memeriksa konsep", ("Kepala Seksi", "Staf"), ["Kepala Seksi"]),
        ("Kepala Seksi Pendidikan Madrasah memeriksa", ("Kasi Penmad", "Kasi PAKIS"), ["Kasi Penmad"]),
        ("Kasubag TU mendisposisi surat", ("Kasubbag TU", "Kepala Kantor"), ["Kasubbag TU"]),
        ("Kepala Sub Bagian Tata Usaha mendisposisi surat", ("Kasubbag TU", "Kepala Kantor"), ["Kasubbag TU"]),
        ("Petugas menerima berkas", ("Pemohon", "Petugas PTSP"), ["Petugas PTSP"]),
        ("Pemohon dan Petugas PTSP mencocokkan berkas", ("Pemohon", "Petugas PTSP"), ["Pemohon", "Petugas PTSP"]),
        ("Staf berkoordinasi dengan Kanwil", ("Staf", "Kanwil"), ["Staf"]),
    ],
)
def test_the_subject_is_the_actor(activity: str, headings: tuple[str, ...], expected: list[str]) -> None:
    assert named(activity, *headings) == expected


@pytest.mark.parametrize(
    ("activity", "headings"),
    [
        ("Menyerahkan berkas kepada Kepala Kantor", ("Pemohon", "Kepala Kantor")),
        ("Kepala Seksi memeriksa konsep", ("Kasi Penmad", "Kasi PAKIS")),
        ("Kepala memeriksa konsep", ("Kepala Kantor", "Kepala Seksi")),
        ("Pemohon berkas lengkap dipanggil", ("Pemohon", "Petugas")),
        ("Pemohon diberi tanda terima", ("Pemohon", "Petugas")),
        ("Penyuluh memeriksa berkas", ("Pemohon", "Petugas")),
        ("Berkas yang sudah lengkap diteruskan", ("Pemohon", "Petugas")),
        ("Pemohon", ("Pemohon", "Petugas")),
        ("", ("Pemohon", "Petugas")),
    ],
)
def test_what_is_no_clear_subject_names_nobody(activity: str, headings: tuple[str, ...]) -> None:
    assert named(activity, *headings) == []

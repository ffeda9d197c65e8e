"""What the text of an activity does: verbs joined, nouns for verbs, passives."""

import pytest

from pipeline.check.acts import (
    VERB_OF,
    acts,
    from_first_active,
    instead,
    is_passive,
    is_verb,
    made_by,
    noun_of_act,
    only_subject,
    passive,
    with_verbs,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Menerima, mencatat dan meneruskan surat", "menerima mencatat meneruskan"),
        ("Menerima berkas yang diajukan, memeriksa isinya, lalu mencatatnya", "menerima memeriksa mencatat"),
        ("Diterima, dicatat, dan diteruskan", "diterima dicatat diteruskan"),
        ("Memeriksa berkas, jika lengkap dicatat, diagendakan, dan diteruskan", "memeriksa"),
        ("Memerintahkan staf menyiapkan, mengetik, dan mengirim undangan", "memerintahkan"),
        ("Memeriksa persyaratan, meliputi KTP, KK, dan ijazah", "memeriksa"),
        ("Mengumpulkan media, mesin, meterai", "mengumpulkan"),
        ("Memeriksa berkas, memeriksa lokasi, memeriksa data", "memeriksa"),
        ("Menyetujui, menolak, atau mengembalikan permohonan", ""),
        ("", ""),
    ],
)
def test_verbs_that_a_text_joins(text: str, found: str) -> None:
    assert acts(text) == tuple(found.split())


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Pemeriksaan dan penandatanganan surat", "Memeriksa dan menandatangani surat"),
        ("Penerimaan, pencatatan, dan penyerahan berkas", "Menerima, mencatat, dan menyerahkan berkas"),
        ("Penerimaan berkas, pencatatan, dan penyerahan", ""),
        ("Pengumpulan data perencanaan dan pelaporan", ""),
        ("Pemeriksaan dan pendaftaran berkas", ""),
        ("Verifikasi terhadap berkas", "Memverifikasi berkas"),
        ("Pelaksanaan pemeriksaan dan pencatatan", "Melaksanakan pemeriksaan dan pencatatan"),
        ("a. Verifikasi & validasi data", "Memverifikasi & memvalidasi data"),
        ("Pengumpulan data oleh staf", ""),
        ("PEMERIKSAAN BERKAS KTP", ""),
        ("Pencatatan", ""),
    ],
)
def test_nouns_of_acts_become_verbs_where_that_is_certain(text: str, verbs: str) -> None:
    assert noun_of_act(text) in VERB_OF
    assert with_verbs(text) == verbs


@pytest.mark.parametrize(
    "text",
    ["", "Memeriksa berkas", "Perusahaan mengajukan surat", "Permohonan diajukan", "Penghulu hadir", "Pegawai datang"],
)
def test_what_is_no_noun_of_an_act(text: str) -> None:
    assert noun_of_act(text) == ""


@pytest.mark.parametrize(
    ("text", "active", "whole"),
    [
        ("Surat Keputusan ditandatangani", "menandatangani", "Menandatangani Surat Keputusan"),
        ("SK diserahkan kepada pemohon", "menyerahkan", "Menyerahkan SK kepada pemohon"),
        ("Berkas dipublikasikan di laman", "memublikasikan", "Memublikasikan berkas di laman"),
        ("Berkas diperbaiki", "memperbaiki", "Memperbaiki berkas"),
        ("Materi dipelajari", "mempelajari", "Mempelajari materi"),
        ("Dokumen diproses", "memproses", "Memproses dokumen"),
        ("Data disurvei", "menyurvei", "Menyurvei data"),
        ("Dilakukan pemeriksaan lokasi", "melakukan", "Melakukan pemeriksaan lokasi"),
        ("Disahkan Kepala Kantor", "mengesahkan", ""),
        ("Pemohon diminta melengkapi berkas", "meminta", ""),
        ("Diterima oleh petugas kemudian diteruskan", "menerima", ""),
    ],
)
def test_passives_become_active_where_that_is_certain(text: str, active: str, whole: str) -> None:
    found = passive(text)
    assert found is not None
    assert (found.active, found.text) == (active, whole)


@pytest.mark.parametrize(
    "text", ["Dinas Pendidikan", "Disposisi surat", "Diskusi", "Menyerahkan yang disahkan", "Berkas yang dicek dikirim"]
)
def test_what_is_no_passive(text: str) -> None:
    assert passive(text) is None


def test_words_in_di_that_are_no_verbs() -> None:
    assert not any(map(is_passive, ("dinas", "direktur", "divisi", "diskusi", "disposisi", "diri", "di")))


def test_what_is_made_and_where_the_verb_begins() -> None:
    assert made_by("Menyusun laporan bulanan.") == "Laporan bulanan"
    assert made_by("Menyusun laporan dan mengirimnya") == ""
    assert made_by("Memeriksa laporan") == ""
    assert from_first_active("Petugas PTSP menerima berkas KTP") == "Menerima berkas KTP"
    assert from_first_active("Berkas bersama") == "Berkas bersama"


@pytest.mark.parametrize(
    ("written", "text", "correction"),
    [
        ("a. Pemeriksaan berkas", "Memeriksa berkas", ("Pemeriksaan berkas", "Memeriksa berkas")),
        ("Berkas diperbaiki.", "Memperbaiki berkas", ("Berkas diperbaiki.", "Memperbaiki berkas.")),
        ("Pencatatan", "", None),
    ],
)
def test_a_correction_replaces_the_text_without_its_enumerator(
    written: str, text: str, correction: tuple[str, str] | None
) -> None:
    found = instead(written, text, "Sebab.")
    assert (found and (found.before, found.after)) == correction


@pytest.mark.parametrize("text", ["Penandatanganan Kepala Kantor", "Penyerahan kepada pemohon"])
def test_who_acts_is_not_taken_for_what_the_act_is_done_to(text: str) -> None:
    assert with_verbs(text) == ""


def test_a_subject_that_says_more_than_who_acts_is_not_left_out() -> None:
    assert only_subject("Petugas PTSP dan Kasi memeriksa berkas")
    assert not only_subject("Petugas PTSP dapat memeriksa berkas")
    assert not only_subject("Petugas PTSP tidak menerima berkas")
    assert not only_subject("Memeriksa berkas")


def test_one_list_tells_verbs_from_words_that_look_like_them() -> None:
    assert all(map(is_verb, ("memeriksa", "berkoordinasi")))
    assert not any(map(is_verb, ("beberapa", "berkas", "menteri", "petugas")))

"""Two ways to write one number or one title meet; two procedures that only look alike do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.likeness.titles import (
    filed_as_older,
    likeness,
    number_key,
    opposite,
    same_number,
    title_form,
    word_weights,
)
from pipeline.reconcile.match import ACCEPT
from pipeline.reconcile.score import ASK


def alike(inventory: str, draft: str) -> float:
    first, second = title_form(inventory), title_form(draft)
    return likeness(first, second, word_weights([first]))


@pytest.mark.parametrize(
    ("inventory", "draft"),
    [
        ("022/SOP/TU/2025", "022/SOP/TU/2025"),
        ("022/SOP/TU/2025", "22/SOP/TU/2025"),
        ("022/SOP/TU/2025", "022 / SOP / TU / 2025"),
        ("022/SOP/TU/2025", "022-SOP-TU-2025"),
        ("022/SOP/TU/2025", "022.SOP.TU.2025"),
        ("022/SOP/TU/2025", "022/sop/tu/2025"),
        ("022/SOP/TU/2025", "022/SOP/TU2025"),
        ("022/SOP/TU/2025", "O22/SOP/TU/2025"),
        ("022/SOP/TU/2025", "022/SOP/TU/2O25"),
        ("022/SOP/TU/2025", "022\u00a0/SOP/TU/2025"),
        ("022/SOP–TU/2025", "022/SOP-TU/2025"),
        ("100/SOP/TU/2025", "1OO/SOP/TU/2025"),
        ("001/SOP/KUA/2025", "001/SOP/KUA.AGW/2025"),
        ("01", "1"),
        ("012/SOP/TU/VII/2025", "012/SOP/TU/07/2025"),
        ("B-12/KK.11.2/OT.00/01/2026", "B-12/KK.11.2/OT.OO/01/2026"),
        ("B-12/KK.11.2/HM.03/01/2026", "B-12/KK.11.2/HM.03/012026"),
        ("012/SOP/TU/2025", "012/SOPTU/2025"),
    ],
)
def test_one_number_written_in_two_ways_is_the_same(inventory: str, draft: str) -> None:
    assert same_number(inventory, draft)


@pytest.mark.parametrize(
    ("inventory", "draft"),
    [
        ("022/SOP/TU/2025", "023/SOP/TU/2025"),
        ("022/SOP/TU/2025", "220/SOP/TU/2025"),
        ("022/SOP/TU/2025", "022/SOP/TU/2024"),
        ("022/SOP/TU/2025", "022/SOP/PENMAD/2025"),
        ("022/SOP/TU/2025", "022/SOP/2025"),
        ("001/SOP/KUA.AGW/2025", "001/SOP/KUA.BJT/2025"),
        ("001/SOP/KUA/2025", "001/SOP/KUA.AGW.X/2025"),
        ("001/SOP/KUA/2025", "001/SOP/KUA AGW/2025"),
        ("001/SOP/KUA/2025", "001/SOP/KUA.5/2025"),
        ("1/1", "11"),
        ("001/SOP/KUA/2025", "001.A/SOP/KUA/2025"),
        ("012/SOP/TU/VI/2025", "012/SOP/TU/07/2025"),
        ("012/SOP/MI/2025", "012/SOP/2025"),
        ("", "022/SOP/TU/2025"),
        ("022/SOP/TU/2025", ""),
        ("", ""),
        ("-", "-"),
        ("…", "…"),
    ],
)
def test_two_numbers_are_not_the_same(inventory: str, draft: str) -> None:
    assert not same_number(inventory, draft)


def test_a_number_is_compared_by_its_letters_and_digits() -> None:
    assert number_key("O22/SOP/TU2025") == ("22", "soptu", "2025")
    assert number_key("000/SOP") == ("0", "sop")
    assert number_key("SOP/OTO/01") == ("sopoto", "1")
    assert number_key("-") == ()


@pytest.mark.parametrize(
    ("inventory", "draft"),
    [
        ("SOP Cuti Pegawai", "Cuti Pegawai"),
        ("SOP Cuti Pegawai", "SOP-AP Cuti Pegawai"),
        ("SOP Cuti Pegawai", "STANDAR OPERASIONAL PROSEDUR CUTI PEGAWAI"),
        ("SOP Cuti Pegawai", "SOP: Cuti  Pegawai."),
        ("Penerbitan Izin Operasional Madrasah", "Penerbitan Ijin Oprasional Madrasah"),
        ("Perizinan Masjid", "Perijinan Mesjid"),
        ("Legalisasi Ijazah", "Legalisir Ijazah"),
        ("Rekomendasi Umrah", "Rekomendasi Umroh"),
        ("Fotokopi Dokumen", "Foto Copy Dokumen"),
        ("Kenaikan Gaji Berkala", "KGB"),
        ("Penerbitan Akta Ikrar Wakaf", "Penerbitan AIW"),
        ("Tunjangan Profesi Guru Pendidikan Agama Islam", "TPG PAI"),
        ("Pendataan Pendidik dan Tenaga Kependidikan", "Pendataan PTK"),
        ("Lembaga Pendidikan Al-Qur’an", "LPQ"),
        ("Pencatatan dan Pelaporan Nikah", "Pencatatan/Pelaporan Nikah"),
        ("Pelayanan Surat Masuk di Kantor", "Pelayanan Surat Masuk pada Kantor"),
    ],
)
def test_two_ways_to_write_one_title_are_fully_alike(inventory: str, draft: str) -> None:
    assert alike(inventory, draft) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("inventory", "draft"),
    [
        ("Penerbitan Rekomendasi Izin Operasional Madrasah", "Rekomendasi Izin Operasional Madrasah"),
        ("Pembayaran Tunjangan Kinerja Pegawai", "Pembayaran Tunjangan Kinerja Pegawai Bulanan"),
        ("Penyusunan Laporan Keuangan Satuan Kerja", "Penyusunan Laporan Keuangan Satuan Krja"),
        ("Sholat Istisqa di Lapangan", "Salat Istisqo di Lapangan"),
    ],
)
def test_a_title_with_a_slip_or_a_word_more_still_matches(inventory: str, draft: str) -> None:
    assert alike(inventory, draft) >= ACCEPT


@pytest.mark.parametrize(
    ("inventory", "draft"),
    [
        ("Pengelolaan Surat Masuk", "Pengelolaan Surat Keluar"),
        ("Penerbitan Izin Operasional Pesantren", "Pencabutan Izin Operasional Pesantren"),
        ("Penerbitan Izin Operasional Pesantren", "Perpanjangan Izin Operasional Pesantren"),
        ("Izin Operasional MDT Ula", "Izin Operasional MDT Wustha"),
        ("Izin Operasional MDT Wustha", "Izin Operasional Madrasah Diniyah Takmiliyah Ulya"),
        ("Pengangkatan Pegawai", "Pemberhentian Pegawai"),
        ("Pendaftaran Haji", "Pembatalan Haji"),
        ("Rekomendasi Haji Khusus", "Rekomendasi Umroh Khusus"),
        ("Penerimaan Barang Persediaan", "Pengeluaran Barang Persediaan"),
        ("Peminjaman Kendaraan Dinas", "Pengembalian Kendaraan Dinas"),
        ("Kenaikan Pangkat", "Penurunan Pangkat"),
        ("Pencatatan Nikah", "Pencatatan Rujuk"),
        ("Akreditasi MI", "Akreditasi MTs"),
        ("Pendirian Madrasah", "Penutupan Madrasah"),
        ("Rekomendasi Bantuan Masjid", "Rekomendasi Bantuan Gereja"),
        ("Tunjangan Guru Kristen", "Tunjangan Guru Katolik"),
        ("Laporan Bulanan Pegawai", "Laporan Tahunan Pegawai"),
        ("Penyimpanan Arsip", "Pemusnahan Arsip"),
        ("Mutasi Guru Madrasah", "Mutasi Siswa Madrasah"),
        ("Penjatuhan Hukuman Disiplin Ringan", "Penjatuhan Hukuman Disiplin Berat"),
        ("Pengangkatan PNS", "Pengangkatan P3K"),
        ("Penetapan Lokasi Salat Idulfitri", "Penetapan Lokasi Sholat Idul Adha"),
        ("Pelaporan Zakat Triwulan", "Pelaporan Zakat Semesteran"),
        ("Ujian Semester Ganjil", "Ujian Semester Genap"),
        ("Bantuan Gereja", "Bantuan Vihara"),
    ],
)
def test_opposites_are_never_alike_however_alike_the_rest_is(inventory: str, draft: str) -> None:
    assert opposite(title_form(inventory), title_form(draft))
    assert opposite(title_form(draft), title_form(inventory))
    assert alike(inventory, draft) == 0.0


@pytest.mark.parametrize(
    ("inventory", "draft"),
    [
        ("Pengelolaan Surat Masuk dan Keluar", "Pengelolaan Surat Masuk"),
        ("Akreditasi RA dan MI", "Akreditasi MI"),
        ("Pengelolaan Surat Masuk", "Pengelolaan Surat"),
        ("Pencatatan Nikah", "Pencatatan Nikah dan Rujuk"),
    ],
)
def test_a_title_that_names_both_sides_is_opposite_to_neither(inventory: str, draft: str) -> None:
    assert not opposite(title_form(inventory), title_form(draft))
    assert alike(inventory, draft) >= ASK


@pytest.mark.parametrize(
    ("inventory", "draft"),
    [
        ("Rekomendasi Nikah", "Duplikat Buku Nikah"),
        ("Penyusunan Rencana Kerja", "Pelaporan Persediaan"),
        ("Pengukuran Arah Kiblat", "Penghitungan Zakat Mal"),
        ("Izin Belajar Pegawai", "Cuti Besar Pegawai"),
        ("Cuti Pegawai", ""),
        ("", ""),
    ],
)
def test_titles_of_other_procedures_do_not_match(inventory: str, draft: str) -> None:
    assert alike(inventory, draft) < ASK


@pytest.mark.parametrize(
    ("file", "asked"),
    [
        ("PAKIS/lama/izin.docx", True),
        ("PAKIS/SOP Lama/izin.docx", True),
        ("PAKIS/SOP Izin Operasional LAMA.docx", True),
        ("PAKIS/izin_old.docx", True),
        ("Lama/izin.docx", False),
        ("PAKIS/izin.docx", False),
        ("PAKIS/lama tidaknya.docx", False),
        ("lama.docx", False),
    ],
)
def test_a_folder_or_a_name_says_that_a_file_is_an_older_one(file: str, *, asked: bool) -> None:
    assert filed_as_older(file) is asked


def test_a_rare_word_tells_more_than_one_that_stands_in_every_title() -> None:
    titles = [title_form(each) for each in ("Pelayanan Nikah", "Pelayanan Haji", "Pelayanan Wakaf")]
    weights = word_weights(titles)
    assert weights["pelayanan"] < weights["nikah"] == weights["haji"]


def test_a_title_is_its_words_without_prefix_and_without_what_says_nothing() -> None:
    found = title_form("SOP Penerbitan AIW dan Ijin untuk Mesjid")
    assert found.words == ("penerbitan", "akta", "ikrar", "wakaf", "izin", "masjid")
    assert found.solid == "akta ikrar izin masjid penerbitan wakaf"


@given(st.text(), st.text())
def test_likeness_is_between_nothing_and_all(first: str, second: str) -> None:
    assert 0.0 <= alike(first, second) <= 1.0 + 1e-9


@given(st.text(alphabet="0123456789SOPTUKAoO/.- "))
def test_a_number_is_the_same_as_itself_when_there_is_anything_in_it(number: str) -> None:
    assert same_number(number, number) is bool(number_key(number))

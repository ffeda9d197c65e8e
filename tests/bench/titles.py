"""Titles of a ministry's SOPs and drafts that answer them, each with the row known; the same ones for the same seed.

The titles are made up as offices make them: what is done, with what, for whom, how or where. Many differ by one word.
"""

import string
from dataclasses import dataclass
from random import Random  # noqa: TID251 - always seeded

from pipeline.text import fold


def _listed(text: str) -> list[str]:
    return [fold(each) for each in text.split(",")]


ACTS = _listed(
    """
    Pelayanan, Penyusunan, Penerbitan, Pengelolaan, Pencatatan, Pendaftaran, Pemeriksaan, Pembayaran, Penyaluran,
    Pengajuan, Penetapan, Pelaporan, Penyelenggaraan, Pembinaan, Pengawasan, Verifikasi, Pengukuran, Pemberian,
    Pengangkatan, Pemberhentian, Pencairan, Pengadaan, Penghapusan, Peminjaman, Pengarsipan, Penyimpanan, Pemusnahan,
    Pendampingan, Pendataan, Pengesahan, Pengembalian, Perpanjangan, Pencabutan, Pembatalan, Perubahan, Penilaian,
    Evaluasi, Monitoring, Sosialisasi, Fasilitasi, Koordinasi, Penelaahan, Pengumpulan, Pengolahan, Penyajian,
    Publikasi, Pemeliharaan, Perbaikan, Penanganan, Penyelesaian, Konsultasi, Mediasi, Bimbingan, Pelatihan, Seleksi,
    Rekrutmen, Legalisasi, Rekonsiliasi, Penatausahaan, Pemutakhiran, Inventarisasi, Penyerahan, Penerimaan,
    Pengiriman, Penomoran, Penandatanganan, Pengumuman, Penjadwalan, Peninjauan, Validasi
    """
)
THINGS = _listed(
    """
    Rekomendasi, Izin Operasional, Surat Keterangan, Akta Ikrar, Buku Nikah, Dokumen, Laporan, Bantuan, Tunjangan,
    Proposal, Sertifikat, Ijazah, Data, Berkas, Usulan, Rencana Kerja, Anggaran, Perjanjian, Naskah Dinas, Arsip,
    Duplikat, Daftar Hadir, Barang Persediaan, Kendaraan Dinas, Gaji, Uang Makan, Perjalanan Dinas, Cuti, Kenaikan
    Pangkat, Kenaikan Gaji Berkala, Pensiun, Mutasi, Satyalancana, Kartu Pegawai, Nomor Statistik, Akreditasi,
    Kalender Pendidikan, Ujian, Asesmen, Beasiswa, Surat Tugas, Surat Perintah Membayar, Uang Persediaan, Belanja
    Modal, Honorarium, Lembur, Angka Kredit, Sasaran Kinerja, Disiplin, Kode Etik, Surat Masuk, Surat Keluar,
    Undangan, Notula Rapat, Agenda Kegiatan, Ruang Rapat, Peralatan Kantor, Jaringan Internet, Aplikasi, Basis Data,
    Situs Web, Media Sosial, Siaran Pers, Pengaduan, Survei Kepuasan, Standar Biaya, Laporan Keuangan, Neraca, Pajak
    Penghasilan, Hibah, Sewa Gedung, Tanah, Bangunan, Renovasi, Kebersihan, Keamanan, Tata Letak, Kurikulum, Silabus,
    Buku Teks, Perpustakaan, Laboratorium, Kegiatan Ekstrakurikuler, Lomba, Olimpiade, Wisuda, Rapor, Mutasi Siswa,
    Nomor Induk, Kartu Identitas, Paspor, Visa, Manasik, Koper, Akomodasi, Transportasi, Konsumsi, Vaksinasi, Nota
    Kesepahaman, Kerja Sama, Penelitian, Magang, Praktik Kerja, Zona Integritas, Gratifikasi, Benturan Kepentingan,
    Manajemen Risiko, Peta Jabatan, Analisis Beban Kerja, Formasi, Sumpah Jabatan, Serah Terima, Hak Cipta,
    Sertifikasi Halal, Arah Kiblat, Jadwal Salat, Ceramah, Khotbah, Konseling, Surat Rekomendasi Nikah, Pernikahan,
    Taukil Wali, Isbat, Rujuk
    """
)
WHOSE = _listed(
    """
    Madrasah, Raudhatul Athfal, Pondok Pesantren, Madrasah Diniyah Takmiliyah, Guru Pendidikan Agama Islam, Guru
    Madrasah, Pengawas, Penyuluh Agama Islam, Penghulu, Masjid, Musala, Wakaf, Zakat, Lembaga Amil Zakat, Majelis
    Taklim, Gereja, Yayasan, Siswa, Santri, Jemaah, Calon Pengantin, Keluarga Sakinah, Pegawai Negeri Sipil, Pegawai
    Honorer, Satuan Kerja, Tata Usaha, Kantor Urusan Agama, Lembaga Pendidikan Al-Quran, Bahasa Arab, Hisab Rukyat,
    Produk Halal, Kerukunan Umat, Tempat Ibadah, Organisasi Kemasyarakatan, Tamu, Masyarakat, Barang Milik Negara,
    Unit Pengumpul Zakat, Aparatur Sipil Negara, Bendahara, Kepala Madrasah, Komite Sekolah, Perguruan Tinggi, Dosen,
    Mahasiswa, Peneliti, Widyaiswara, Arsiparis, Pranata Komputer, Petugas Haji, Calon Jemaah Haji, Penyelenggara
    Umrah, Kelompok Bimbingan, Embarkasi, Penyandang Disabilitas, Lansia, Remaja Masjid, Imam, Muazin, Dai, Qari,
    Hafiz, Pelaku Usaha, Usaha Mikro, Rumah Potong Hewan, Auditor, Penyedia, Rekanan, Sekolah Minggu, Pasraman, Pura,
    Wihara, Kelenteng, Pendeta, Pastor, Pandita, Umat Kristen, Umat Katolik, Umat Hindu, Umat Buddha, Umat Khonghucu,
    Pengemudi, Satpam, Pramubakti, Wartawan, Pemerintah Daerah, Pengadilan Agama, Anak Yatim, Mualaf
    """
)
HOW = _listed(
    """
    Baru, Tahap Pertama, Tingkat Kecamatan, Tingkat Kota, Tahunan, Bulanan, Triwulanan, Swasta, Negeri, Khusus, Luar
    Negeri, Dalam Negeri, Hilang, Rusak, Secara Daring, Melalui PTSP, Non Tunai, Berprestasi, Terpencil, Berbasis
    Elektronik, Tahap Kedua, Tingkat Provinsi, Tingkat Nasional, Semester Ganjil, Semester Genap, Insidental, Darurat,
    Purnabakti, Jenjang Ula, Jenjang Wustha, Jenjang Ulya, Kelas Rintisan, Program Prioritas, Lintas Sektor, Jangka
    Menengah, Terpadu, Inklusif, Berasrama, Perbatasan, Pascabencana, Pihak Ketiga, Sumber Dana Hibah, Tanpa Agunan,
    Akhir Tahun, Awal Tahun
    """
)
# Invented districts: 24 x 25 names.
_FIRST = _listed(
    """
    Banyu, Tirta, Karang, Suka, Pakis, Gunung, Rawa, Cempaka, Mulya, Sumber, Kali, Wono, Sido, Purwa, Jati, Kedung,
    Tanjung, Ranca, Lembah, Bukit, Ngadi, Argo, Teluk, Muara
    """
)
_LAST = _listed(
    """
    wangi, jati, sari, mulya, rejo, asri, harjo, agung, makmur, indah, jaya, laya, kerta, baru, raya, tani, lestari,
    endah, anyar, gede, luhur, sono, wetan, kulon, tengah
    """
)
PLACES = [first + last for first in _FIRST for last in _LAST]

# As many of each list as the narrow vocabulary has: no places, and few words that many titles share.
_NARROW = (30, 40, 36, 20)
_SHORT = {
    "Guru Pendidikan Agama Islam": "GPAI", "Kantor Urusan Agama": "KUA", "Pegawai Negeri Sipil": "PNS", "Izin": "Ijin",
    "Kenaikan Gaji Berkala": "KGB", "Madrasah Diniyah Takmiliyah": "MDT", "Masjid": "Mesjid", "Umrah": "Umroh",
    "Lembaga Amil Zakat": "LAZ", "Pondok Pesantren": "Ponpes", "Barang Milik Negara": "BMN", "Musala": "Mushola",
    "Aparatur Sipil Negara": "ASN", "Lembaga Pendidikan Al-Quran": "LPQ", "Unit Pengumpul Zakat": "UPZ",
    # Of these the vocabulary does not know.
    "Rekomendasi": "Rek.", "Kecamatan": "Kec.", "Administrasi": "Adm.", "Operasional": "Ops",
}  # fmt: skip
_PREFIXES = ("SOP ", "SOP ", "Standar Operasional Prosedur ", "SOP AP ", "POS ")
_FILLERS = ("dan", "di", "pada", "Kantor", "untuk", "Kegiatan", "Proses")


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles of rows and of drafts, and for each draft the index of its row; none (-1) for one that answers no row."""

    rows: tuple[str, ...]
    drafts: tuple[str, ...]
    truth: tuple[int, ...]


def titles(rows: int, drafts: int, *, narrow: bool = False, strange: float = 0.05, seed: int = 1) -> Titles:
    """Return so many rows and drafts; the share `strange` of the drafts answers no row."""
    chance = Random(seed)
    outside = round(drafts * strange)
    made = _distinct(rows + outside, chance, narrow=narrow)
    answered = chance.sample(range(rows), drafts - outside)
    truth = [*answered, *range(rows, rows + outside)]
    chance.shuffle(truth)
    return Titles(
        tuple(made[:rows]),
        tuple(_written(made[at], chance) for at in truth),
        tuple(at if at < rows else -1 for at in truth),
    )


def _distinct(count: int, chance: Random, *, narrow: bool) -> list[str]:
    limits = _NARROW if narrow else (None,) * 4
    lists = [each[:limit] for each, limit in zip((ACTS, THINGS, WHOSE, HOW), limits, strict=True)]
    found: dict[str, None] = {}
    while len(found) < count:
        acts, things, whose, how = lists
        parts = [chance.choice(acts), chance.choice(things)]
        if chance.random() < 0.9:
            parts.append(chance.choice(whose))
        if chance.random() < 0.5:
            parts.append(chance.choice(how))
        if narrow:
            if chance.random() < 0.15:
                parts.append(chance.choice(how))
        elif chance.random() < 0.35:
            parts.append(f"{chance.choice(('Kecamatan', 'Kota', 'Kabupaten', 'Wilayah'))} {chance.choice(PLACES)}")
        found[" ".join(parts)] = None
    return list(found)


def _written(title: str, chance: Random) -> str:
    """The title as another hand writes it."""
    for long, short in _SHORT.items():
        if long in title and chance.random() < 0.4:
            title = title.replace(long, short)
    words = title.split()
    for _ in range(chance.choice((0, 0, 1, 1, 2))):
        at = chance.randrange(len(words))
        words[at] = _slipped(words[at], chance)
    if chance.random() < 0.15 and len(words) > 4:
        del words[chance.randrange(1, len(words))]
    if chance.random() < 0.1:
        at = chance.randrange(len(words) - 1)
        words[at], words[at + 1] = words[at + 1], words[at]
    if chance.random() < 0.3:
        words.insert(chance.randrange(1, len(words) + 1), chance.choice(_FILLERS))
    written = " ".join(words)
    if chance.random() < 0.4:
        written = chance.choice(_PREFIXES) + written
    way = chance.random()
    return written.upper() if way < 0.2 else written.lower() if way < 0.25 else written


def _slipped(word: str, chance: Random) -> str:
    """The word with a letter left out, swapped, put in or hit beside; one of three letters stays."""
    if len(word) <= 3:
        return word
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice(string.ascii_lowercase)
    before, here, after = word[:at], word[at], word[at + 1 :]
    return chance.choice(
        (
            before + after,
            before + after[0] + here + after[1:],
            before + letter + here + after,
            before + letter + after,
        )
    )

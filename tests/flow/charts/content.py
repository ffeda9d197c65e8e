"""The procedures of the golden charts: steps, the symbols of each step, and the arrows between them; all invented."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.sop import NodeKind

START, BOX, ASK = NodeKind.TERMINATOR, NodeKind.PROCESS, NodeKind.DECISION


@dataclass(frozen=True, slots=True)
class Drawn:
    """A symbol of a step: actor counted from 0, kind, and its words where it has any."""

    actor: int
    kind: NodeKind = BOX
    text: str = ""


@dataclass(frozen=True, slots=True)
class WrittenStep:
    """One row of the step table and the symbols drawn over it."""

    activity: str
    needs: str
    time: str
    output: str
    symbols: tuple[Drawn, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow between two symbols, each as (step, symbol of the step), steps from 1 and symbols from 0."""

    source: tuple[int, int]
    target: tuple[int, int]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure: its name, its actors, its steps and its arrows."""

    title: str
    actors: tuple[str, ...]
    steps: tuple[WrittenStep, ...]
    ways: tuple[Way, ...]


def procedure(title: str, actors: Sequence[str], steps: Sequence[WrittenStep], ways: str) -> Procedure:
    """Return a procedure whose arrows are written as `1>2 2>3:ya 2>1:tidak 4b>5`, `4b` being step 4's second symbol."""
    found = []
    for each in ways.split():
        pair, _, label = each.partition(":")
        source, target = (_symbol(end) for end in pair.split(">"))
        found.append(Way(source, target, label))
    return Procedure(title, tuple(actors), tuple(steps), tuple(found))


def _symbol(text: str) -> tuple[int, int]:
    return (int(text[:-1]), ord(text[-1]) - ord("a")) if text[-1].isalpha() else (int(text), 0)


def _step(activity: str, needs: str, time: str, output: str, *symbols: Drawn, note: str = "") -> WrittenStep:
    return WrittenStep(activity, needs, time, output, symbols, note)


LEGALISIR = procedure(
    "SOP Legalisasi Ijazah Madrasah",
    ("Pemohon", "Petugas PTSP", "Kepala Seksi"),
    (
        _step(
            "Mengajukan permohonan legalisasi dengan membawa ijazah asli dan salinannya",
            "Ijazah asli, salinan ijazah", "5 menit", "Berkas permohonan", Drawn(0, START, "Mulai"),
        ),
        _step(
            "Memeriksa kesesuaian salinan dengan ijazah asli; berkas yang tidak sesuai dikembalikan kepada pemohon",
            "Berkas permohonan", "10 menit", "Berkas terperiksa", Drawn(1, ASK, "Sesuai?"),
        ),
        _step("Membubuhkan cap legalisasi dan nomor agenda", "Berkas terperiksa", "5 menit", "Salinan bercap",
              Drawn(1)),
        _step(
            "Menandatangani salinan ijazah yang telah dicap", "Salinan bercap", "15 menit", "Salinan terlegalisasi",
            Drawn(2), note="Dapat diwakilkan",
        ),
        _step("Mencatat dalam buku agenda legalisasi", "Salinan terlegalisasi", "5 menit", "Catatan agenda", Drawn(1)),
        _step("Menerima salinan ijazah yang telah dilegalisasi", "Tanda terima", "5 menit", "Salinan sah",
              Drawn(0, START, "Selesai")),
    ),
    "1>2 2>1:tidak 2>3:ya 3>4 4>5 5>6",
)  # fmt: skip

CUTI = procedure(
    "SOP Pemberian Cuti Tahunan Pegawai",
    ("Pegawai", "Pengelola Kepegawaian", "Kasubbag TU", "Kepala Kantor"),
    (
        _step("Mengajukan permohonan cuti tahunan melalui atasan langsung", "Formulir cuti", "10 menit",
              "Permohonan cuti", Drawn(0, START)),
        _step("Memeriksa sisa hak cuti pegawai pada kartu cuti", "Permohonan cuti", "15 menit", "Permohonan terperiksa",
              Drawn(1, ASK, "Masih berhak?")),
        _step("Menyusun konsep surat izin cuti", "Permohonan terperiksa", "20 menit", "Konsep surat izin", Drawn(1)),
        _step("Meneliti konsep surat izin cuti dan membubuhkan paraf", "Konsep surat izin", "10 menit",
              "Konsep berparaf", Drawn(2, ASK, "Setuju?")),
        _step("Menandatangani surat izin cuti", "Konsep berparaf", "1 hari kerja", "Surat izin cuti", Drawn(3)),
        _step("Memberi nomor dan menggandakan surat izin cuti", "Surat izin cuti", "10 menit", "Surat bernomor",
              Drawn(2)),
        _step("Mencatat cuti pada kartu cuti pegawai dan menyimpan salinan surat", "Surat bernomor", "10 menit",
              "Kartu cuti terbarui", Drawn(1), note="Arsip kepegawaian"),
        _step("Menerima surat izin cuti", "Surat bernomor", "5 menit", "Surat izin cuti diterima", Drawn(0, START)),
    ),
    "1>2 2>1:tidak 2>3:ya 3>4 4>3:tidak 4>5:ya 5>6 6>7 7>8",
)  # fmt: skip

IZIN = procedure(
    "SOP Penerbitan Rekomendasi Izin Operasional Madrasah",
    ("Pemohon", "Petugas PTSP", "Staf Penmad", "Kasi Penmad", "Kepala Kantor"),
    (
        _step("Mengajukan proposal pendirian madrasah beserta lampirannya", "Proposal, akta yayasan, sertifikat tanah",
              "15 menit", "Berkas permohonan", Drawn(0, START, "Mulai")),
        _step("Memeriksa kelengkapan berkas permohonan; berkas yang belum lengkap dikembalikan", "Berkas permohonan",
              "30 menit", "Berkas lengkap", Drawn(1, ASK)),
        _step("Mencatat dan meneruskan berkas kepada Kepala Seksi", "Berkas lengkap", "15 menit", "Berkas teragenda",
              Drawn(1)),
        _step("Mempelajari berkas dan menugaskan staf untuk verifikasi lapangan", "Berkas teragenda", "1 hari kerja",
              "Disposisi", Drawn(3)),
        _step("Melakukan verifikasi lapangan terhadap tanah, gedung, dan calon peserta didik", "Disposisi, instrumen",
              "3 hari kerja", "Berita acara verifikasi", Drawn(2), note="Sesuai jadwal"),
        _step("Menilai hasil verifikasi lapangan", "Berita acara verifikasi", "1 hari kerja", "Hasil penilaian",
              Drawn(3, ASK, "Layak?")),
        _step("Menyusun konsep surat rekomendasi", "Hasil penilaian", "1 jam", "Konsep rekomendasi", Drawn(2)),
        _step("Meneliti konsep dan membubuhkan paraf", "Konsep rekomendasi", "30 menit", "Konsep berparaf", Drawn(3)),
        _step("Menandatangani surat rekomendasi", "Konsep berparaf", "1 hari kerja", "Surat rekomendasi", Drawn(4)),
        _step("Menerima surat rekomendasi izin operasional", "Surat rekomendasi", "10 menit", "Tanda terima",
              Drawn(0, START, "Selesai")),
    ),
    "1>2 2>1:tidak 2>3:ya 3>4 4>5 5>6 6>5:tidak 6>7:ya 7>8 8>9 9>10",
)  # fmt: skip

SURAT = procedure(
    "SOP Pengelolaan Surat Masuk",
    ("Agendaris", "Kasubbag TU", "Kepala Kantor", "Seksi Terkait"),
    (
        _step("Menerima surat dan memeriksa alamat tujuan", "Surat masuk", "5 menit", "Surat diterima",
              Drawn(0, START)),
        _step("Mencatat surat pada buku agenda dan melampirkan lembar disposisi", "Surat diterima", "10 menit",
              "Surat teragenda", Drawn(0)),
        _step("Meneliti isi surat bersama agendaris", "Surat teragenda", "10 menit", "Surat terpilah",
              Drawn(1), Drawn(0)),
        _step("Memberi disposisi; surat yang keliru alamat dikembalikan untuk diagendakan ulang", "Surat terpilah",
              "15 menit", "Disposisi", Drawn(2, ASK)),
        _step("Meneruskan surat sesuai disposisi", "Disposisi", "10 menit", "Surat diteruskan", Drawn(1)),
        _step("Menindaklanjuti disposisi dan melaporkan hasilnya", "Surat diteruskan", "1-2 hari kerja",
              "Laporan tindak lanjut", Drawn(3)),
        _step("Menyimpan surat dan laporan pada arsip aktif", "Laporan tindak lanjut", "10 menit", "Arsip",
              Drawn(0, START)),
    ),
    "1>2 2>3b 3b>3a 3>4 4>2:tidak 4>5:ya 5>6 6>7",
)  # fmt: skip

NIKAH = procedure(
    "SOP Pelayanan Pencatatan Nikah",
    ("Catin", "Petugas Loket", "Operator SIMKAH", "Penghulu", "Kepala KUA"),
    (
        _step("Mendaftarkan kehendak nikah", "Model N1, KTP, KK", "10 menit", "Berkas pendaftaran", Drawn(0, START)),
        _step("Memeriksa kelengkapan berkas pendaftaran", "Berkas pendaftaran", "15 menit", "Berkas lengkap",
              Drawn(1, ASK, "Lengkap?")),
        _step("Memasukkan data calon pengantin dan mencetak kode billing", "Berkas lengkap", "15 menit",
              "Kode billing", Drawn(2)),
        _step("Membayar biaya nikah di bank persepsi", "Kode billing", "1 hari", "Bukti setor", Drawn(0)),
        _step("Memeriksa calon suami, calon istri, dan wali nikah", "Berkas, bukti setor", "1 jam",
              "Lembar pemeriksaan", Drawn(3, ASK, "Memenuhi syarat?")),
        _step("Mengumumkan kehendak nikah pada papan pengumuman", "Lembar pemeriksaan", "10 hari kerja",
              "Pengumuman", Drawn(1)),
        _step("Mengikuti bimbingan perkawinan", "Undangan", "2 hari", "Sertifikat", Drawn(0)),
        _step("Menetapkan penghulu dan jadwal akad", "Berkas lengkap", "30 menit", "Jadwal akad", Drawn(4)),
        _step("Menghadiri dan mencatat peristiwa nikah", "Jadwal akad", "1 jam", "Catatan nikah", Drawn(3)),
        _step("Mencetak buku nikah dan kartu nikah", "Catatan nikah", "30 menit", "Buku nikah", Drawn(2)),
        _step("Meneliti dan menandatangani buku nikah", "Buku nikah", "15 menit", "Buku nikah sah",
              Drawn(4, ASK, "Benar?")),
        _step("Menerima buku nikah", "Buku nikah sah", "10 menit", "Tanda terima", Drawn(0, START)),
    ),
    "1>2 2>1:tidak 2>3:ya 3>4 4>5 5>4:tidak 5>6:ya 6>7 7>8 8>9 9>10 10>11 11>10:tidak 11>12:ya",
)  # fmt: skip

SPJ = procedure(
    "SOP Pengajuan dan Verifikasi Pertanggungjawaban Belanja",
    ("Pelaksana Kegiatan", "Pengelola Data", "PPK", "PPSPM", "Bendahara", "KPA"),
    (
        _step("Menyerahkan bukti pengeluaran beserta kuitansi dan dokumentasi kegiatan", "Bukti pengeluaran",
              "30 menit", "Berkas SPJ", Drawn(0, START, "Mulai")),
        _step("Memeriksa kelengkapan berkas pertanggungjawaban", "Berkas SPJ", "1 jam", "Berkas terperiksa",
              Drawn(1, ASK, "Lengkap?")),
        _step("Merekam data belanja ke dalam aplikasi", "Berkas terperiksa", "1 jam", "Data terekam", Drawn(1)),
        _step("Menguji kebenaran materiil dan kesesuaian dengan DIPA", "Data terekam, DIPA", "1 hari kerja",
              "Hasil pengujian", Drawn(2, ASK, "Benar?")),
        _step("Menerbitkan surat permintaan pembayaran", "Hasil pengujian", "1 jam", "SPP", Drawn(2)),
        _step("Menguji SPP dan lampirannya", "SPP", "1 hari kerja", "SPP teruji", Drawn(3, ASK)),
        _step("Menerbitkan surat perintah membayar", "SPP teruji", "1 jam", "SPM", Drawn(3)),
        _step("Mengantar SPM ke KPPN dan menerima SP2D", "SPM", "1 hari kerja", "SP2D", Drawn(1)),
        _step("Membayarkan kepada penerima dan memungut pajak", "SP2D", "1 jam", "Bukti bayar", Drawn(4)),
        _step("Membukukan pembayaran pada buku kas umum", "Bukti bayar", "30 menit", "Buku kas umum", Drawn(4)),
        _step("Menyusun laporan pertanggungjawaban bulanan", "Buku kas umum", "1 hari kerja", "Konsep LPJ", Drawn(4)),
        _step("Menandatangani laporan pertanggungjawaban", "Konsep LPJ", "30 menit", "LPJ", Drawn(5)),
        _step("Mengirimkan laporan ke KPPN", "LPJ", "1 hari kerja", "Tanda terima", Drawn(1)),
        _step("Menyimpan arsip pertanggungjawaban", "Tanda terima", "30 menit", "Arsip SPJ", Drawn(4, START)),
    ),
    "1>2 2>1:tidak 2>3:ya 3>4 4>3:tidak 4>5:ya 5>6 6>5:tidak 6>7:ya 7>8 8>9 9>10 10>11 11>12 12>13 13>14",
)  # fmt: skip


PENGADUAN = procedure(
    "SOP Penanganan Pengaduan Masyarakat",
    ("Pelapor", "Petugas PTSP", "Kasubbag TU", "Tim Pemeriksa", "Kepala Kantor"),
    (
        _step("Menyampaikan pengaduan secara lisan atau tertulis", "Identitas pelapor", "15 menit", "Pengaduan",
              Drawn(0, START, "Mulai")),
        _step("Mencatat pengaduan dan meneruskan kepada Kasubbag TU", "Pengaduan", "15 menit", "Register pengaduan",
              Drawn(1)),
        _step("Menelaah apakah pengaduan berkadar pengawasan", "Register pengaduan", "1 hari kerja", "Hasil telaah",
              Drawn(2, ASK, "Berkadar?")),
        _step("Menjawab pengaduan yang tidak berkadar pengawasan", "Hasil telaah", "1 jam", "Surat jawaban", Drawn(1)),
        _step("Memanggil dan memeriksa pihak terkait", "Surat tugas", "5 hari kerja", "Berita acara", Drawn(3)),
        _step("Menyusun laporan hasil pemeriksaan bersama Kasubbag TU", "Berita acara", "2 hari kerja",
              "Konsep laporan", Drawn(3), Drawn(2)),
        _step("Memutuskan hasil pemeriksaan", "Konsep laporan", "1 hari kerja", "Keputusan",
              Drawn(4, ASK, "Terbukti?")),
        _step("Menjatuhkan sanksi sesuai ketentuan", "Keputusan", "1 hari kerja", "Surat sanksi", Drawn(4)),
        _step("Menerima pemberitahuan hasil pengaduan", "Surat jawaban", "15 menit", "Tanda terima",
              Drawn(0, START, "Selesai")),
    ),
    "1>2 2>3 3>4:tidak 3>5:ya 4>9 5>6 6>6b 6b>7 7>8:ya 7>9:tidak 8>9",
)  # fmt: skip

BANTUAN = procedure(
    "SOP Penyaluran Bantuan Rumah Ibadah",
    ("Pemohon", "Petugas PTSP", "Staf Bimas", "Kasi Bimas", "Bendahara", "Kepala Kantor"),
    (
        _step("Mengajukan proposal bantuan", "Proposal", "15 menit", "Proposal diterima", Drawn(0, START)),
        _step("Memeriksa kelengkapan proposal", "Proposal diterima", "30 menit", "Proposal lengkap", Drawn(1, ASK)),
        _step("Melakukan verifikasi lapangan", "Proposal lengkap", "3 hari kerja", "Berita acara", Drawn(2)),
        _step("Menugaskan penyusunan keputusan dan penghitungan anggaran", "Berita acara", "1 jam", "Disposisi",
              Drawn(3)),
        _step("Menyusun konsep keputusan penerima bantuan", "Disposisi", "1 hari kerja", "Konsep keputusan", Drawn(2)),
        _step("Menghitung ketersediaan anggaran", "Disposisi, DIPA", "1 jam", "Lembar anggaran", Drawn(4)),
        _step("Meneliti konsep keputusan dan lembar anggaran", "Konsep, lembar anggaran", "1 jam", "Konsep diteliti",
              Drawn(3, ASK, "Sesuai?")),
        _step("Memutuskan penerima bantuan", "Konsep diteliti", "1 hari kerja", "Keputusan", Drawn(5, ASK, "Setuju?")),
        _step("Menyalurkan bantuan melalui rekening penerima", "Keputusan", "1 hari kerja", "Bukti transfer", Drawn(4)),
        _step("Menerima bantuan atau surat penolakan", "Bukti transfer", "15 menit", "Tanda terima", Drawn(0, START)),
    ),
    "1>2 2>1:tidak 2>3:ya 3>4 4>5 4>6 5>7 6>7 7>3:tidak 7>8:ya 8>10:tidak 8>9:ya 9>10",
)  # fmt: skip

RAPAT = procedure(
    "SOP Penyelenggaraan Rapat Dinas",
    ("Kepala Kantor", "Kasubbag TU", "Pengadministrasi", "Peserta"),
    (
        _step("Memerintahkan penyelenggaraan rapat", "Agenda kerja", "10 menit", "Disposisi", Drawn(0, START)),
        _step("Menetapkan waktu, tempat, dan peserta rapat", "Disposisi", "15 menit", "Rencana rapat", Drawn(1)),
        _step("Menyiapkan ruang rapat dan perlengkapannya", "Rencana rapat", "1 jam", "Ruang siap"),
        _step("Menyusun dan mengirim undangan rapat", "Rencana rapat", "30 menit", "Undangan", Drawn(2)),
        _step("Menghadiri rapat dan mengisi daftar hadir", "Undangan", "2 jam", "Daftar hadir", Drawn(3), Drawn(0)),
        _step("Menyusun notula rapat", "Daftar hadir", "1 jam", "Konsep notula", Drawn(2)),
        _step("Meneliti notula; yang belum sesuai diperbaiki", "Konsep notula", "15 menit", "Notula",
              Drawn(1, ASK, "Sesuai?")),
        _step("Menyimpan notula dan daftar hadir", "Notula", "10 menit", "Arsip", Drawn(2, START)),
    ),
    "1>2 2>4 4>5 5>5b 5b>6 6>7 7>6:tidak 7>8:ya",
)  # fmt: skip


def long_procedure(length: int) -> Procedure:
    """Return a procedure of so many steps, one symbol each, with a question in every tenth step."""
    steps, ways = [], []
    for number in range(1, length + 1):
        kind = START if number in (1, length) else ASK if number % 10 == 5 else BOX
        steps.append(_step(f"Melaksanakan pekerjaan tahap ke-{number}", "Berkas", "5 menit", "Berkas", Drawn(
            number * 7 % 5, kind)))  # fmt: skip
        if number < length:
            ways.append(f"{number}>{number + 1}" + (":ya" if kind is ASK else ""))
        if kind is ASK:
            ways.append(f"{number}>{number - 1}:tidak")
    return procedure("SOP Pekerjaan Panjang", IZIN.actors, steps, " ".join(ways))


PROCEDURES = {
    "legalisir": LEGALISIR, "cuti": CUTI, "izin": IZIN, "surat": SURAT, "nikah": NIKAH, "spj": SPJ,
    "pengaduan": PENGADUAN, "bantuan": BANTUAN, "rapat": RAPAT, "panjang": long_procedure(200),
}  # fmt: skip

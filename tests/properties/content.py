"""What a random SOP says: believable Indonesian with parts that were once taken for something else."""

from dataclasses import dataclass, field
from datetime import date

from pipeline.dates import MONTHS
from pipeline.model.sop import DATES, LISTS, FieldName
from pipeline.vocabulary import LABELS
from tests.properties.hand import Hand


@dataclass(frozen=True, slots=True)
class Signer:
    lines: tuple[str, ...]
    position: str | None
    name: str | None
    nip: str | None


@dataclass(frozen=True, slots=True)
class Says:
    """The content of an identity block; a scalar's text is empty, a dash or dots where nothing is given."""

    institution: tuple[str, ...]
    unit: str | None
    number: str
    title: str
    dates: dict[FieldName, tuple[str, str | None]]
    signer: Signer
    lists: dict[FieldName, tuple[str, ...]]
    stranger: tuple[str, str] | None = None
    loose: str = ""


@dataclass(slots=True)
class StepSays:
    number: str
    activity: str
    actors: list[int] = field(default_factory=list)
    requirements: str = ""
    duration: str = ""
    output: str = ""
    note: str = ""


OFFICES = (
    ("KEMENTERIAN AGAMA REPUBLIK INDONESIA", "KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI"),
    ("KANTOR KEMENTERIAN AGAMA KABUPATEN ARGAWANA", "Jalan Melati Nomor 5 Telepon (0271) 555"),
    ("KEMENTERIAN AGAMA RI", "KANTOR KEMENTERIAN AGAMA KAB. BANYUJATI", "PROVINSI JAWA MANDALA"),
    ("PEMERINTAH KOTA TIRTAWANGI", "DINAS PENDIDIKAN"),
)
UNITS = (
    "SEKSI PENDIDIKAN MADRASAH",
    "Subbagian Tata Usaha",
    "SEKSI BIMBINGAN MASYARAKAT ISLAM",
    "Penyelenggara Zakat dan Wakaf",
    "KANTOR URUSAN AGAMA KECAMATAN WANAKERTA",
    "BIDANG PENERANGAN AGAMA ISLAM",
    "KUA KEC. SENDANGLARAS",
)
NUMBERS = (
    "012/SOP/PENMAD/2025",
    "01",
    "SOP/AS/01",
    "SOP-001/17000/2025",
    "XVIII.A.a06 DKI / SOP / 2014",
    "SOP-KMN-01",
    "B-123/Kk.11.31/1/OT.00/08/2025",
    "004/SOP/Bimas/2020",
    "SOP-PADUM-KLAS II-SEK",
    "-",
    "",
    "…………",
)
TITLES = (
    "SOP Penerbitan Rekomendasi Izin Operasional Madrasah",
    "SOP PENDAFTARAN NIKAH",
    "SOP Pencatatan dan Pendataan Aset",
    "SOP Pengelolaan Dasar Hukum: Tata Cara Penyimpanan",
    "SOP “Pelayanan” Legalisasi Ijazah (Dalam dan Luar Negeri)",
    "Standar Operasional Prosedur Pengukuran Arah Kiblat",
    "SOP Pelayanan Surat Masuk/Keluar Nomor 2 Tahun 2025",
    "SOP Peringatan Hari Amal Bakti",
    "SOP Al-Qur’an dan Baca Tulis Al-Qur’an",
)
# These need a label; alone on a line nothing tells them from other words.
LABELLED_TITLES = (*TITLES, "NIKAH", "CUTI", "Prosedur Pengajuan Cuti", "Tanggal Merah dan Cuti Bersama", "Revisi DIPA")
ENTRIES: dict[FieldName, tuple[str, ...]] = {
    FieldName.LEGAL_BASIS: (
        "Undang-Undang Nomor 20 Tahun 2003 tentang Sistem Pendidikan Nasional",
        "Peraturan Menteri Agama Nomor 90 Tahun 2013 tentang Penyelenggaraan Pendidikan Madrasah;",
        "Keputusan Direktur Jenderal Pendidikan Islam Nomor 1/DJ.I/2010: Petunjuk Teknis",
        "KMA No. 298 Tahun 20..",
        "UU 25/2009",
        "Dasar hukum perkawinan lainnya (bila ada)",
        "Instruksi Menteri Agama Nomor 1 Tahun 2008 tentang Percepatan Penyusunan Standar Operasional Prosedur pada "
        "seluruh Satuan Organisasi/Satuan Kerja, termasuk Unit Pelaksana Teknis, di lingkungan Departemen Agama",
    ),
    FieldName.QUALIFICATIONS: (
        "S1 Hukum",
        "Memahami tugas dan fungsi: pelayanan publik",
        "Kualifikasi pendidikan minimal D3/S1",
        "Mampu mengoperasikan komputer (Word, Excel)",
        "Kebijakan: pelayanan prima",
        "2 (dua) orang petugas",
        "SMA/S1",
    ),
    FieldName.RELATED: (
        "SOP Pengelolaan Surat Masuk",
        "SOP Nomor Induk Siswa",
        "Kantor Wilayah Kementerian Agama Provinsi Jawa Mandala",
        "Kepala Kantor Kementerian Agama",
        "Keterkaitan antarunit: Subbagian Tata Usaha",
        "Badan Hisab Rukyat",
    ),
    FieldName.EQUIPMENT: (
        "Komputer",
        "Laptop/printer",
        "Peralatan tulis kantor",
        "Kertas A4 80 gram",
        "Jaringan internet",
        "ATK",
        "Telepon",
        "Meja & kursi tamu",
    ),
    FieldName.WARNINGS: (
        "Peringatan dini disampaikan 3 hari sebelumnya",
        "Apabila berkas tidak lengkap, maka permohonan dikembalikan",
        "Jika terlambat: sanksi berlaku",
        "Nomor agenda tidak boleh ganda",
        "Tujuan: memastikan layanan cepat",
        "Dasar hukum",
        "Tanggal efektif tidak boleh mendahului pengesahan",
    ),
    FieldName.RECORDS: (
        "Buku agenda",
        "Pencatatan surat keluar",
        "Disimpan sebagai data elektronik dan manual",
        "Register “Rekomendasi” 2025",
        "Arsip, 1 (satu) rangkap",
    ),
}
# Only a number before them tells these entries from labels.
LIKE_LABELS = ("Kebijakan: pelayanan prima", "Tujuan: memastikan layanan cepat", "Dasar hukum")
POSITIONS = (
    ("Kepala Kantor",),
    ("Kepala Kantor Kementerian Agama", "Kota Tirtawangi"),
    ("Kepala KUA",),
    ("Plt. Kepala Kantor",),
    ("Kepala Seksi Bimas Islam",),
    ("Kakankemenag",),
)
NAMES = (
    "Dra. Siti Contoh, M.Pd.I",
    "H. Sarwaka Adiluhung, S.Ag.",
    "Sarwaka Adiluhung",
    "Dr. H. Contoh Teladan, Lc., M.A.",
)
NIPS = ("197001011995032001", "196907151995031991")
ACTIVITIES = (
    "Mengajukan permohonan rekomendasi",
    "Memeriksa kelengkapan berkas",
    "Menandatangani surat rekomendasi",
    "Mencatat dalam buku agenda nomor 12/2025",
    "Peringatan dini disampaikan kepada pemohon",
    "Kepala Kantor menandatangani surat",
    "Pencatatan dan pendataan aset madrasah",
    "Jumlah berkas dihitung petugas",
    "Keterangan saksi dicatat oleh penghulu",
    "Total biaya: dihitung bendahara",
    "Tanggal efektif ditetapkan",
    "Dasar hukum diperiksa (UU, PP, PMA)",
    "No. urut diberikan",
    "Nomor SOP dicatat pada formulir",
    "Mengetahui dan menyetujui",
    "Output diserahkan kepada pemohon",
    "Waktu pelayanan diumumkan",
    "Pelaksana memeriksa: KTP, KK, dan ijazah",
    "Menyerahkan “berkas” dan/atau dokumen pendukung – rangkap 2 (dua)",
    "Mengantar surat ke Kantor Urusan Agama Kecamatan Wanakerta",
    "1 (satu) berkas diperiksa",
    "Catatan hasil rapat disusun",
    "Menerima disposisi Kepala Kantor lalu meneruskannya kepada Kepala Seksi untuk ditelaah, diberi catatan "
    "seperlunya, dan dikembalikan paling lambat pada hari yang sama; apabila tidak lengkap, berkas dikembalikan "
    "kepada pemohon dengan alasan",
    "Tahap verifikasi lapangan dilaksanakan",
    "Hasil",
    "Prosedur pengembalian berkas dijalankan",
    "Menelaah surat ’Aisyiyah é ñ",
)
PAPERS = (
    "Berkas permohonan",
    "Surat permohonan: asli dan salinan",
    "Kelengkapan",
    "KTP/KK",
    "1. Surat 2. Ijazah",
    "Disposisi",
    "Konsep surat (2 rangkap)",
    "Catatan",
    "Buku register",
    "-",
    "",
    "Surat Keterangan Nomor 5",
    "Data EMIS “lengkap”",
)
TIMES = (
    "5 menit",
    "10-15 Menit",
    "1 jam",
    "3 Hari",
    "1 hari kerja",
    "8 (delapan) hari kerja",
    "± 2 jam",
    "1/2 hari",
    "2 Minggu",
    "2 (dua) s.d. 5 (lima) menit",
    "7 hari (Des t-1 / Jan t)",
    "tentatif",
    "",
    "1 Bulan",
)
NOTES = (
    "",
    "",
    "Dilaksanakan pada Bulan Januari",
    "Jika tidak lengkap: dikembalikan",
    "SOP Surat Masuk",
    "Ket. terlampir",
)
ACTORS = (
    "Pemohon",
    "Petugas PTSP",
    "Kepala Seksi",
    "Kasubbag TU",
    "Kepala Kantor",
    "staf",
    "Kasi",
    "Pemohon/catin",
    "Kepala KUA",
    "Penghulu",
    "Operator SIMKAH",
    "Bag. Pendaftaran",
    "JFU",
    "Kanwil",
    "BHR",
    "Pelaksana",
    "Pelaksana 1",
    "Pelaksana 2",
    "Pega waib aru",
    "Tim",
    "Bendahara",
)


STRANGERS = (
    ("Disusun oleh", "Kasi Penmad"),
    ("Diperiksa Oleh", "Kasubbag TU, 2025"),
    ("No. Revisi", "01"),
    ("HALAMAN", "1/5"),
)
LOOSE = (
    "Dokumen ini milik bersama: tidak untuk digandakan",
    "Catatan rapat tanggal 5 Mei 2025 terlampir",
    "(salinan kedua)",
    "Lampiran Keputusan Kepala Kantor Kementerian Agama Kota Tirtawangi Nomor 12 Tahun 2025",
)


def says(hand: Hand) -> Says:
    """Draw what an identity block says.

    The title needs a label if it is no phrase that begins with SOP. `stranger` is a label that is no field and what
    stands beside it, `loose` a sentence that belongs to nothing: both are reported.
    """
    office: tuple[str, ...] = hand.pick(OFFICES)
    unit = hand.pick((*UNITS, None))
    if unit and hand.once_in(8):
        # Some hands have no letterhead but a labelled line: "Satker: …".
        office = ()
    return Says(
        institution=(*office, *((unit,) if unit else ())),
        unit=unit,
        number=hand.pick(NUMBERS),
        title=hand.pick(LABELLED_TITLES),
        dates={name: written_date(hand) for name in DATES},
        signer=signer(hand),
        lists={name: tuple(hand.some(ENTRIES[name], 0 if hand.once_in(5) else 1, 4)) for name in LISTS},
        stranger=hand.pick(STRANGERS) if hand.once_in(5) else None,
        loose=hand.pick(LOOSE) if hand.once_in(5) else "",
    )


def written_date(hand: Hand) -> tuple[str, str | None]:
    """Draw a date: as written, and in ISO 8601 or none where it is left open."""
    if hand.once_in(5):
        return hand.pick((("-", None), ("", None), ("…………", None)))
    day = date(hand.number(2009, 2026), hand.number(1, 12), hand.number(1, 28))
    month = MONTHS[day.month - 1]
    full = day.isoformat()
    styles = (
        (f"{day.day} {month} {day.year}", full),
        (f"{day.day:02d} {month.upper()} {day.year}", full),
        (f"{day.day}-{month[:3]}-{day.year}", full),
        (f"{day.day:02d}-{day.month:02d}-{day.year}", full),
        (f"{day.day:02d}/{day.month:02d}/{day.year}", full),
        (f"{day.day}.{day.month}.{day.year}", full),
        (full, full),
        (f"{month.upper()} {day.year}", full[:7]),
        (str(day.year), full[:4]),
        (f"Tirtawangi, {day.day} {month} {day.year}", full),
    )
    return hand.pick(styles)


def signer(hand: Hand) -> Signer:
    """Draw a signature block: the lines printed, and what they say."""
    position = hand.pick(POSITIONS)
    if hand.once_in(8):
        return Signer(position, " ".join(position), None, None)
    name, digits = hand.pick(NAMES), hand.pick(NIPS)
    grouped = hand.pick(
        (
            f"NIP. {digits}",
            f"NIP {digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}",
            f"{digits[:8]} {digits[8:14]} {digits[14:]}",
            f"Nip. {digits}",
            f"NIP: {digits}",
            f"NIP.{digits}",
            "NIP.",
            "",
        )
    )
    nip = digits if any(each.isdigit() for each in grouped) else None
    gap: tuple[str, ...] = hand.pick((("", ""), ("",), ("", "", ""), ("", "$", ""), ("", "ttd", "")))
    if hand.once_in(5) and (nip or "," in name):
        gap = ()
    shown = f"({name})" if gap and hand.once_in(6) else name
    lines = (*position, *gap, shown, *((grouped,) if grouped else ()))
    return Signer(lines, " ".join(position), name, nip)


def label(hand: Hand, name: FieldName) -> str:
    """Draw a spelling of a field's label: any known one, in any case, now and then misspelt."""
    written = hand.pick(tuple(each for each in LABELS[name] if each not in ("MOR SOP", "Erkaitan")))
    written = hand.pick((written, written.upper(), written.lower(), written.title()))
    letters = sum(each.isalpha() for each in written)
    return misspelt(hand, written) if letters >= 8 and hand.once_in(8) else written


def misspelt(hand: Hand, written: str) -> str:
    """Drop, double or swap one letter."""
    places = [at for at in range(1, len(written) - 1) if written[at].isalpha() and written[at + 1].isalpha()]
    at = hand.pick(places)
    match hand.pick(("drop", "double", "swap")):
        case "drop":
            return written[:at] + written[at + 1 :]
        case "double":
            return written[:at] + written[at] + written[at:]
        case _:
            return written[:at] + written[at + 1] + written[at] + written[at + 2 :]

"""Every word that we accept, as data: a new label variant is one string here.

Spellings are compared by `text.key`: lower case, letters and digits only, words parted by one blank.
"""

from pipeline.model.sop import FieldName

# Labels of the identity block (domain: 27 specimens, section 2.2, and the spellings seen beside them).
LABELS: dict[FieldName, tuple[str, ...]] = {
    FieldName.NUMBER: (
        "Nomor SOP", "No. SOP", "No SOP", "Nomor SOP AP", "Nomor", "No. Dokumen", "Nomor Dokumen", "Nomor POS",
        "Nomor Standar Operasional Prosedur", "Kode SOP", "Nomor SOP-AP", "MOR SOP",
        "No. POS", "No. SOP AP", "No. Prosedur", "Nomor Prosedur",
    ),
    FieldName.CREATED: (
        "Tanggal Pembuatan", "Tgl Pembuatan", "Tgl. Pembuatan", "Tanggal Dibuat", "Tgl. Dibuat", "Tanggal Penyusunan",
        "Tgl Penyusunan", "Tanggal Terbit", "Tgl. Terbit", "Tanggal Pembuatan SOP", "Dibuat Tanggal",
    ),
    FieldName.REVISED: (
        "Tanggal Revisi", "Tgl Revisi", "Tgl. Revisi", "Tanggal Perubahan", "Tanggal Peninjauan", "Tgl. Peninjauan",
        "Tanggal Revisi SOP", "Tgl. Perubahan", "Tanggal Direvisi",
    ),
    FieldName.EFFECTIVE: (
        "Tanggal Efektif", "Tgl Efektif", "Tgl. Efektif", "Tanggal Evektif", "Tanggal Effektif", "Tanggal Berlaku",
        "Tgl. Berlaku", "Tanggal Pengesahan", "Tgl Pengesahan", "Tanggal Ditetapkan", "Mulai Berlaku", "Berlaku Efektif",
        "Tanggal Mulai Berlaku", "Tgl. Mulai Berlaku", "Tanggal Diberlakukan", "Tanggal Disahkan", "Tgl. Disahkan", "Tgl. Ditetapkan",
        "Tanggal Penetapan", "Tgl. Penetapan",
    ),
    FieldName.APPROVED_BY: (
        "Disahkan oleh", "Disyahkan oleh", "Di sahkan oleh", "Ditetapkan oleh", "Ditetapkan", "Mengesahkan",
        "Pengesahan", "Disahkan",
    ),
    FieldName.TITLE: (
        "Nama SOP", "Judul SOP", "Nama SOP AP", "Judul", "Nama Prosedur", "Judul Prosedur", "Judul POS", "Nama POS",
        "Nama Kegiatan SOP", "Judul SOP AP",
        "Nama Standar Operasional Prosedur", "Judul Standar Operasional Prosedur",
    ),
    FieldName.LEGAL_BASIS: ("Dasar Hukum", "Dasar hukum SOP", "Landasan Hukum", "Dasar", "Dasar Hukum dan Peraturan"),
    FieldName.QUALIFICATIONS: (
        "Kualifikasi Pelaksana", "Kualifikasi Pelaksanaan", "Kwalifikasi Pelaksana", "Kualifikasi Pelaksana SOP",
        "Kualifikasi",
    ),
    FieldName.RELATED: (
        "Keterkaitan", "Keterkaitan dengan SOP lain", "Keterkaitan SOP", "SOP Terkait", "Keterkaitan Dengan SOP", "Erkaitan",
    ),
    FieldName.EQUIPMENT: (
        "Peralatan/Perlengkapan", "Peralatan dan Perlengkapan", "Peralatan / Perlengapan", "Peralatan & Perlengkapan",
        "Peralatan Perlengkapan", "Peralatan", "Perlengkapan dan Peralatan", "Perlengkapan/Peralatan", "Perlengkapan",
    ),
    FieldName.WARNINGS: ("Peringatan", "Peringatan/Resiko", "Peringatan / Risiko", "Peringatan dan Sanksi",
                         "Peringatan dan Risiko", "Peringatan dan Resiko"),
    FieldName.RECORDS: (
        "Pencatatan dan Pendataan", "Pencatatan & Pendataan", "Pencatatan / Pendataan", "Pencatatan dan Pendataannya",
        "Pencatatan", "Pendataan dan Pencatatan", "Pencatatan Pendataan", "Pendataan", "Pendataan/Pencatatan",
    ),
}  # fmt: skip

# Labels that stand in identity blocks, are read as what they are, and are no field of the contract.
OTHER_LABELS = (
    "Disusun oleh", "Diperiksa oleh", "Disetujui oleh", "Mengetahui", "Menyetujui", "Diketahui oleh", "Dibuat oleh",
    "No. Revisi", "Nomor Revisi", "Revisi ke",
    "Halaman", "Hal", "Cara Mengatasi", "Pengertian", "Tujuan", "Kebijakan", "Unit Terkait", "Prosedur Kerja",
)  # fmt: skip
# Those of them under which the head may sign where no label says who puts the SOP in force.
KNOWING_LABELS = ("Mengetahui", "Menyetujui", "Disetujui oleh", "Diketahui oleh")
INSTITUTION_LABELS = ("Satker", "Satuan Kerja", "Instansi", "Unit Kerja", "Unit Organisasi")

# Headings of the step table.
HEADINGS: dict[str, tuple[str, ...]] = {
    "number": ("No", "No.", "Nomor", "No Urut", "Nomor Urut", "No. Kegiatan"),
    "activity": (
        "Kegiatan", "Uraian Kegiatan", "Aktivitas", "Aktifitas", "Uraian Prosedur", "Uraian Aktivitas", "Prosedur",
        "Uraian", "Langkah", "Langkah-langkah", "Tahapan", "Uraian Langkah", "Tahapan Kegiatan", "Langkah Kegiatan",
        "Uraian Aktifitas", "Kegiatan/Aktivitas", "Aktivitas/Kegiatan", "Proses",
        "Langkah-langkah Kegiatan", "Prosedur Kerja", "Tahapan Prosedur",
    ),
    "actors": (
        "Pelaksana", "Pelaksanaan", "Unit/Pejabat Terkait", "Pelaksana/Pejabat Terkait", "Pelaku", "Aktor", "Pejabat Terkait",
        "Pelaksana Kegiatan", "Unit Terkait",
    ),
    "standards": ("Mutu Baku", "Mutu/Baku", "Mutubaku", "Standar Mutu", "Mutu Baku Pelayanan"),
    "requirements": (
        "Kelengkapan", "Persyaratan", "Persyaratan/Perlengkapan", "Persyaratan/Kelengkapan", "Perlengkapan",
        "Kelengkapan/Persyaratan", "Syarat/Kelengkapan", "Persyaratan Kelengkapan", "Input", "Persyaratan dan Perlengkapan", "Syarat",
        "Kelengkapan/Peralatan",
    ),
    "duration": ("Waktu", "Durasi", "Lama Waktu", "Waktu Penyelesaian", "Jangka Waktu", "Target Waktu", "Waktu Pelaksanaan"),
    "output": ("Output", "Out put", "Hasil", "Keluaran", "Output/Hasil", "Luaran"),
    "note": ("Keterangan", "Ket", "Ket.", "Catatan"),
}  # fmt: skip

# First words of rows in a step table that are no steps.
TOTALS = ("jumlah", "total", "jumlah waktu", "total waktu")
CLOSING = ("keterangan", "catatan", "ket", "nb", "mengetahui", "ditetapkan di")

# What stands where the signature goes, or says that there was one, compared without signs: "(ttd)", "cap/ttd", "dto.".
SIGNATURES = (
    "ttd", "t t d", "dto", "d t o", "cap", "cap ttd", "cap dan ttd", "cap dto", "ttd cap", "ttd dan cap", "ttd stempel",
    "stempel", "tanda tangan", "tanda tangan dan stempel", "cap dan tanda tangan", "tertanda", "materai", "meterai",
    "ditandatangani secara elektronik", "ditandatangani secara elektronik oleh", "telah ditandatangani secara elektronik",
)  # fmt: skip
# Positions that put a SOP in force; behind them, the heads of units, who do where nobody else signs.
HEADS = (
    "kepala", "kepala kantor", "kakankemenag", "kakan kemenag", "kakan", "kepala kemenag", "kepala kementerian agama",
    "kepala kua", "ka kua", "kepala madrasah", "kepala dinas", "kepala badan", "kepala balai", "kepala kanwil",
    "kepala pusat", "ketua", "lurah", "camat", "direktur", "rektor", "dekan", "bupati", "wali kota", "walikota", "gubernur",
    "kepala desa", "panitera", "inspektur jenderal", "direktur jenderal", "sekretaris jenderal", "sekretaris daerah",
)  # fmt: skip
UNIT_HEADS = (
    "kepala",
    "kasi",
    "kasubbag",
    "kasubag",
    "kabid",
    "kabag",
    "penyelenggara",
    "ketua",
    "direktur",
    "sekretaris",
)
# Who signs beside them: whoever drew the SOP up or looked it through.
OTHER_SIGNERS = (
    "penyusun", "pembuat", "pemeriksa", "pengusul", "penanggung jawab", "pelaksana", "petugas", "staf", "analis", "arsiparis",
    "pengadministrasi", "pranata", "perencana", "penata layanan", "pengelola", "penghulu", "penyuluh", "pengawas", "bendahara",
)  # fmt: skip

# A sign in an actor cell that stands for a symbol; a bare word (Ya, Tidak) does not.
MARKS = {
    "√": "process", "✓": "process", "✔": "process", "v": "process", "x": "process", "●": "process", "•": "process",
    "■": "process", "□": "process", "▭": "process", "▪": "process", "○": "terminator", "◯": "terminator",
    "⬭": "terminator", "◇": "decision", "◆": "decision", "⬠": "connector", "☑": "process", "☒": "process",
    "✗": "process", "*": "process", "+": "process", "o": "process",
}  # fmt: skip
EMPTY_BOXES = ("☐",)
YES = ("ya", "y", "yes", "lengkap", "sesuai", "benar", "setuju", "disetujui", "memenuhi", "memenuhi syarat", "lulus")
NO = (
    "tidak", "t", "tdk", "no", "tidak lengkap", "tidak sesuai", "salah", "tidak setuju", "ditolak", "belum",
    "belum lengkap", "tidak memenuhi", "tidak memenuhi syarat", "tidak lulus",
)  # fmt: skip

# Words that tell a letterhead's lines.
LETTERHEAD = (
    "kementerian",
    "departemen",
    "kantor",
    "pemerintah",
    "republik indonesia",
    "dinas",
    "badan",
    "kecamatan",
    "kelurahan",
    "pengadilan",
    "inspektorat",
)
# Words that begin further lines of a letterhead: where the office is.
LETTERHEAD_MORE = ("provinsi", "propinsi", "kabupaten", "kota", "jalan", "jl", "telepon", "telp", "laman", "situs", "email", "e mail",
                   "desa")  # fmt: skip
UNIT_STARTS = (
    "subbag", "sub bag", "sub bagian", "subbagian", "seksi", "penyelenggara", "kantor urusan agama", "kua", "bidang",
    "bagian", "kelompok jabatan", "unit", "sekretariat", "madrasah", "mtsn", "man ", "min ",
)  # fmt: skip

# Columns of the master inventory.
INVENTORY_COLUMNS: dict[str, tuple[str, ...]] = {
    "order": ("No", "No.", "Nomor Urut", "No Urut", "Urut", "No. Urut SOP"),
    "title": (
        "Nama SOP", "Judul SOP", "Nama Prosedur", "Nama Standar Operasional Prosedur", "Judul Standar Operasional Prosedur",
        "Nama SOP AP", "Judul", "Uraian", "Nama/Judul SOP", "Nama SOP / Judul SOP", "Judul/Nama SOP", "Standar Operasional Prosedur",
        "Jenis SOP", "SOP", "Nama Layanan", "Judul Prosedur", "Daftar SOP", "Nama POS", "Judul POS", "Nama Dokumen SOP",
        "Nama Kegiatan SOP", "Nama SOP Kegiatan", "Uraian SOP", "Nama Prosedur Kerja",
    ),
    "number": (
        "Nomor SOP", "No. SOP", "No SOP", "Nomor", "Nomor Dokumen", "Kode SOP", "Nomor SOP AP", "No. Dokumen", "Nomor POS",
        "Nomor/Kode SOP", "Nomor Prosedur", "No. Prosedur", "No. SOP AP", "Nomor Register SOP",
    ),
    "unit": (
        "Unit Kerja", "Unit", "Seksi", "Satker", "Satuan Kerja", "Unit Pengusul", "Unit Pemilik", "Bidang/Seksi",
        "Unit Organisasi", "Unit Kerja/Seksi", "Unit Penyusun", "Nama Unit", "Nama Unit Kerja", "Unit/Seksi", "Seksi/Unit Kerja",
        "Unit Pelaksana", "Unit Penanggung Jawab", "Bagian/Seksi", "Seksi/Penyelenggara", "Unit Pengolah",
    ),
    "group": ("Kelompok", "Kelompok SOP", "Rumpun", "Kategori", "Kategori SOP", "Urusan", "Sub Unit", "Subunit", "Jenis Kegiatan"),
    "code": ("Kode", "Kode Probis", "Kode MORA", "Kode (MORA/Probis)", "Probis", "Kode Proses Bisnis", "MORA"),
    "dates": ("Tanggal",),
    "created": ("Pembuatan", "Tanggal Pembuatan", "Tgl Pembuatan", "Tanggal Dibuat", "Tanggal Penyusunan"),
    "revised": ("Revisi", "Tanggal Revisi", "Tgl Revisi"),
    "effective": ("Efektif", "Tanggal Efektif", "Tgl Efektif", "Pengesahan", "Tanggal Pengesahan", "Tanggal Berlaku", "Mulai Berlaku"),
    "approved_by": ("Disahkan oleh", "Pejabat yang Mengesahkan", "Penandatangan", "Yang Mengesahkan"),
    "owner": ("Pelaksana", "Penanggung Jawab", "Pelaksana/Penanggung Jawab", "Pemilik"),
    "status": ("Status", "Keadaan", "Status SOP"),
    "note": ("Keterangan", "Ket", "Ket.", "Catatan"),
}  # fmt: skip

# Units of a Kankemenag and the names that they go by (domain section 3.1); an office's own stand in pleno.toml.
UNITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Subbagian Tata Usaha", ("Subbag TU", "Sub Bagian Tata Usaha", "Sub Bag TU", "Subbag Tata Usaha", "Tata Usaha", "TU",
                              "Sekretariat")),
    ("Seksi Pendidikan Madrasah", ("Penmad", "Pendma", "Dikmad", "Mapenda", "Pendidikan Madrasah", "Seksi Penmad", "Seksi Pendma", "Seksi Dikmad")),
    ("Seksi Pendidikan Agama dan Keagamaan Islam", (
        "PAKIS", "Seksi PAKIS", "Pendidikan Agama dan Keagamaan Islam",
        "Seksi Pendidikan Agama dan Pendidikan Keagamaan Islam")),
    ("Seksi Pendidikan Agama Islam", ("PAI", "PAIS", "Seksi PAI", "Seksi PAIS", "Pendidikan Agama Islam")),
    ("Seksi Pendidikan Diniyah dan Pondok Pesantren", (
        "PD Pontren", "Pontren", "Pekapontren", "Seksi PD Pontren", "Pendidikan Diniyah dan Pondok Pesantren",
        "Seksi Pondok Pesantren")),
    ("Seksi Penyelenggaraan Haji dan Umrah", (
        "PHU", "Seksi PHU", "Seksi Haji", "Penyelenggara Haji dan Umroh", "Penyelenggaraan Haji dan Umrah", "Haji dan Umrah",
        "PLHUT")),
    ("Seksi Bimbingan Masyarakat Islam", (
        "Bimas Islam", "Bimas", "Seksi Bimas Islam", "Penamas", "Urais", "Bimbingan Masyarakat Islam")),
    ("Penyelenggara Zakat dan Wakaf", ("Zawa", "Penzawa", "PZW", "Gara Zawa", "Zakat dan Wakaf", "Zakat Wakaf", "Zakat & Wakaf", "Penyelenggara Zakat Wakaf",
                                       "Seksi Penyelenggara Zakat dan Wakaf")),
    ("Penyelenggara Kristen", ("Bimas Kristen", "Kristen", "Gara Kristen")),
    ("Penyelenggara Katolik", ("Bimas Katolik", "Katolik", "Gara Katolik")),
    ("Penyelenggara Hindu", ("Bimas Hindu", "Hindu", "Gara Hindu")),
    ("Penyelenggara Buddha", ("Bimas Buddha", "Buddha", "Gara Buddha")),
    ("Kelompok Jabatan Fungsional", ("JF", "JFT", "Pokjawas", "Kapokjaluh")),
)  # fmt: skip
KUA = (
    "KUA Kecamatan",
    ("Kantor Urusan Agama Kecamatan", "Kantor Urusan Agama Kec.", "Kantor Urusan Agama", "KUA Kec.", "KUA"),
)
EVERY = ("seluruh", "semua", "setiap", "tiap", "se kota", "se kabupaten", "masing masing")

# Spellings that mean the same in a title, and words so common in titles that they say little.
SAME_IN_TITLES = {
    "ijin": "izin", "perijinan": "perizinan", "mesjid": "masjid", "umroh": "umrah", "legalisir": "legalisasi",
    "foto copy": "fotokopi", "photocopy": "fotokopi", "musholla": "musala", "mushola": "musala", "sholat": "salat",
    "aktifitas": "aktivitas", "jum at": "jumat", "qur an": "quran", "al qur an": "al quran", "oprasional": "operasional",
    "raudlatul": "raudhatul", "raudatul": "raudhatul", "ramadhan": "ramadan", "wustho": "wustha",
    "praktek": "praktik", "sertipikat": "sertifikat", "surat keterangan": "surat keterangan", "dan": "", "atau": "", "serta": "",
    "yang": "", "untuk": "", "di": "", "pada": "", "bagi": "", "dalam": "", "dengan": "", "dari": "", "ke": "",
    "nadzir": "nazir", "nazhir": "nazir", "ustadz": "ustaz", "mushalla": "musala", "vihara": "wihara", "katholik": "katolik",
    "dzulhijjah": "zulhijah", "idul fitri": "idulfitri", "idul adha": "iduladha", "pra nikah": "pranikah",
    "triwulan": "triwulanan", "raport": "rapor", "ijasah": "ijazah", "blanko": "blangko",
}  # fmt: skip
TITLE_PREFIXES = ("standar operasional prosedur", "standar oprasional prosedur", "standar operasional dan prosedur",
                  "standar operasional procedure", "prosedur operasional standar", "standard operating procedure",
                  "standar operating procedure", "sop ap", "sop", "pos")  # fmt: skip
ABBREVIATIONS = {
    "bos": "bantuan operasional sekolah", "kgb": "kenaikan gaji berkala", "lpq": "lembaga pendidikan al quran",
    "aiw": "akta ikrar wakaf", "npsn": "nomor pokok sekolah nasional", "mdt": "madrasah diniyah takmiliyah",
    "bmn": "barang milik negara", "pkl": "praktik kerja lapangan", "gup": "penggantian uang persediaan",
    "tup": "tambahan uang persediaan", "bimwin": "bimbingan perkawinan", "kua": "kantor urusan agama",
    "pns": "pegawai negeri sipil", "asn": "aparatur sipil negara", "pai": "pendidikan agama islam",
    "gpai": "guru pendidikan agama islam", "sk": "surat keputusan", "skp": "sasaran kinerja pegawai",
    "laz": "lembaga amil zakat", "upz": "unit pengumpul zakat", "ptk": "pendidik dan tenaga kependidikan",
    "sarpras": "sarana prasarana", "ponpes": "pondok pesantren", "madin": "madrasah diniyah", "ormas": "organisasi kemasyarakatan",
    "tpg": "tunjangan profesi guru", "rekom": "rekomendasi",
    "ptsp": "pelayanan terpadu satu pintu", "karis": "kartu istri", "karsu": "kartu suami",
    "pontren": "pondok pesantren", "mi": "madrasah ibtidaiyah", "mts": "madrasah tsanawiyah", "ma": "madrasah aliyah",
    "ra": "raudhatul athfal", "min": "madrasah ibtidaiyah negeri", "mtsn": "madrasah tsanawiyah negeri",
    "man": "madrasah aliyah negeri", "tk": "tingkat", "lkj": "laporan kinerja", "p3n": "pembantu pegawai pencatat nikah",
    "simkah": "sistem informasi manajemen nikah", "pesparawi": "pesta paduan suara gerejawi",
    "pospeda": "pekan olahraga seni antar pondok pesantren daerah",
    "pppk": "pegawai pemerintah perjanjian kerja", "p3k": "pegawai pemerintah perjanjian kerja", "plh": "pelaksana harian",
    "plt": "pelaksana tugas", "catin": "calon pengantin", "rohis": "kerohanian islam", "porseni": "pekan olahraga seni",
    "pokja": "kelompok kerja", "pokjawas": "kelompok kerja pengawas", "pokjaluh": "kelompok kerja penyuluh",
    "diklat": "pendidikan pelatihan", "lpj": "laporan pertanggungjawaban", "spj": "surat pertanggungjawaban",
}  # fmt: skip
# Nouns that introduce a service and tell no two of them apart: with them or without, it is the same one.
INTRODUCING_NOUNS = frozenset((
    "pelayanan", "layanan", "penerbitan", "permohonan", "pengajuan", "pembuatan", "proses", "prosedur", "pemberian",
    "pengurusan", "pelaksanaan", "penyelenggaraan",
))  # fmt: skip
# How positions are abbreviated.
POSITION_WORDS = {
    "ka": "kepala", "kasi": "kepala seksi", "kasie": "kepala seksi", "kasubbag": "kepala subbagian", "kasubag":
    "kepala subbagian", "subbag": "subbagian", "subag": "subbagian", "kabag": "kepala bagian", "kabid": "kepala bidang",
    "kakankemenag": "kepala kantor", "kakan": "kepala kantor", "kakemenag": "kepala kantor", "staff": "staf",
}  # fmt: skip
# A pair of which each title holds one names two different procedures, however alike the rest is.
OPPOSITES: tuple[tuple[str, ...], ...] = (
    ("penerbitan", "pencabutan"), ("penerbitan", "perpanjangan"), ("masuk", "keluar"), ("pengangkatan", "pemberhentian"),
    ("ula", "wustha", "ulya"), ("pendaftaran", "pembatalan"), ("penerimaan", "pengeluaran"), ("peminjaman", "pengembalian"),
    ("kenaikan", "penurunan"), ("nikah", "rujuk"), ("zakat", "wakaf"), ("ra", "mi", "mts", "ma"), ("pendirian", "penutupan"),
    ("masjid", "gereja", "pura", "wihara", "kelenteng"), ("kristen", "katolik", "hindu", "buddha"), ("bulanan", "tahunan", "triwulanan"),
    ("penyimpanan", "pemusnahan"), ("haji", "umrah"), ("guru", "siswa"), ("pembukaan", "penutupan"),
    ("perpanjangan", "pencabutan"), ("raudhatul", "ibtidaiyah", "tsanawiyah", "aliyah"), ("sd", "smp", "sma", "smk"),
    ("masjid", "musala"), ("aktif", "inaktif", "vital"), ("putra", "putri"), ("bulanan", "semesteran", "tahunan"),
    ("guru", "pengawas"), ("ramadan", "syawal"),
    ("ramadan", "syawal", "zulhijah"), ("idulfitri", "iduladha"), ("harian", "bulanan", "triwulanan", "semesteran", "tahunan"),
    ("ringan", "sedang", "berat"), ("negeri", "swasta"), ("sipil", "perjanjian"), ("nasional", "provinsi", "kabupaten"),
    ("pengumpulan", "penyaluran"), ("pengadaan", "penghapusan"), ("reguler", "mandiri"), ("luring", "daring"),
    ("ganjil", "genap"),
)  # fmt: skip

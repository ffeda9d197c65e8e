"""The plain SOP-AP form, which most cases change in one place: its values, identity table and step table."""

from collections.abc import Callable, Sequence

from tests.builder import Block, Inline, Row, cell, paragraph, row, table

INSTITUTION = "\n".join(
    ("KEMENTERIAN AGAMA REPUBLIK INDONESIA", "KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI", "SEKSI PENDIDIKAN MADRASAH")
)
SIGNED = "Kepala Kantor\n\n\nDra. Siti Contoh, M.Pd.I\nNIP. 197001011995032001"
FIELDS: dict[str, str] = {
    "Nomor SOP": "012/SOP/PENMAD/2025",
    "Tanggal Pembuatan": "2 Juli 2025",
    "Tanggal Revisi": "-",
    "Tanggal Efektif": "1 Agustus 2025",
    "Disahkan oleh": SIGNED,
    "Nama SOP": "SOP Penerbitan Rekomendasi Pindah Siswa",
}
LISTS: dict[str, Sequence[str]] = {
    "Dasar Hukum": (
        "Undang-Undang Nomor 20 Tahun 2003 tentang Sistem Pendidikan Nasional",
        "Peraturan Menteri Agama Nomor 90 Tahun 2013 tentang Penyelenggaraan Pendidikan Madrasah",
    ),
    "Kualifikasi Pelaksana": ("Memahami administrasi madrasah", "Mampu mengoperasikan komputer"),
    "Keterkaitan": ("SOP Pengelolaan Surat Masuk",),
    "Peralatan/Perlengkapan": ("Komputer", "Pencetak"),
    "Peringatan": ("Berkas yang tidak lengkap dikembalikan kepada pemohon",),
    "Pencatatan dan Pendataan": ("Buku agenda rekomendasi",),
}
ACTORS = ("Pemohon", "Petugas PTSP", "Kepala Seksi")
STEP_WIDTHS = (600, 4000, 1500, 1500, 1500, 2400, 1400, 2400, 1400)
MARK = "√"


def identity(fields: dict[str, str] | None = None, lists: Block | None = None, institution: str = INSTITUTION) -> Block:
    """Return the identity page: letterhead beside the fields, and below them the lists in pairs."""
    return Block(fields_table(FIELDS if fields is None else fields, institution) + (lists or lists_table()))


def fields_table(fields: dict[str, str], institution: str = INSTITUTION) -> Block:
    """Return the letterhead beside a row for each field."""
    rows = [
        row(cell("" if at else institution, merge="continue" if at else "restart"), label, cell(value))
        for at, (label, value) in enumerate(fields.items())
    ]
    return table((8640, 3456, 5184), *rows)


def lists_table(ready: dict[str, Sequence[str]] | None = None) -> Block:
    """Return the six lists, two beside each other, each under its label in one cell; `ready` ones stand as given."""
    given = ready or {}
    cells = [cell(f"{label}:", *given.get(label, listed(entries))) for label, entries in LISTS.items()]
    return Block(paragraph() + table((8640, 8640), *(row(*cells[at : at + 2]) for at in range(0, 6, 2))))


def listed(entries: Sequence[str]) -> list[str]:
    """Return the entries with typed numbers."""
    return [f"{at}. {each}" for at, each in enumerate(entries, start=1)]


def headings(time: str = "Waktu", actors: Sequence[str] = ACTORS) -> tuple[Row, Row]:
    """Return the two header rows of a step table."""
    top = ("No", "Kegiatan", cell("Pelaksana", span=len(actors)), cell("Mutu Baku", span=3), "Keterangan")
    first = [cell(each, merge="restart") if each in ("No", "Kegiatan", "Keterangan") else each for each in top]
    more = cell(merge="continue")
    return row(*first), row(more, more, *actors, "Kelengkapan", time, "Output", more)


def step(number: str, activity: str, actor: int, *standards: str) -> Row:
    """Return a step: its mark in the actor's column, counted from 1 (0 for none), then mutu baku and a remark."""
    marks = [MARK if at == actor else "" for at in range(1, 4)]
    return row(number, activity, *marks, *standards, *[""] * (4 - len(standards)))


STEPS = (
    step("1", "Mengajukan permohonan rekomendasi pindah", 1, "Surat permohonan", "5 menit", "Berkas permohonan"),
    step("2", "Memeriksa kelengkapan berkas", 2, "Berkas permohonan", "10-15 menit", "Berkas lengkap", "Sesuai daftar"),
    step("3", "Menandatangani surat rekomendasi", 3, "Konsep surat", "1 hari kerja", "Surat rekomendasi"),
)


def drawn_steps(box: Callable[[str], Inline]) -> Block:
    """Return a step table with a symbol of each step's word in its actor's column, drawn by `box`."""
    said = (
        ("1", "Mengajukan permohonan", "Ajukan", "5 menit"),
        ("2", "Memeriksa kelengkapan berkas", "Periksa", "15 menit"),
        ("3", "Menandatangani surat", "Sahkan", "1 hari kerja"),
    )
    rows: list[Row] = []
    for actor, (number, activity, word, time) in enumerate(said):
        cells = [paragraph(box(word)) if at == actor else "" for at in range(len(ACTORS))]
        rows.append(row(number, f"{activity}\n\n", *cells, "Berkas permohonan", time, "Surat rekomendasi", ""))
    return steps(*rows)


def steps(*rows: Row, head: Sequence[Row] | None = None) -> Block:
    """Return a step table with these rows, the plain ones where none are given."""
    return Block(paragraph() + table(STEP_WIDTHS, *(headings() if head is None else head), *(rows or STEPS)))

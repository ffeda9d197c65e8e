"""A KUA's page: SATKER above all, three dates in one cell, title in a line of its own, actors with a slash."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import lists_table

ACTORS = ("Pemohon/catin", "PELAKSANA/Bag.Pendaftaran", "Pelaksana Kepala KUA", "Penghulu", "Operator simkah")


def draft() -> bytes:
    head = table(
        (8640, 3456, 5184),
        row(cell("SATKER:\nKUA KECAMATAN SUMBERJATI", merge="restart"), "Nomor SOP", "01"),
        row(
            cell(merge="continue"), "Tanggal Pembuatan\nTanggal Revisi\nTanggal Efektif",
            "10 FEBRUARI 2019\n-\n1 Maret 2021",
        ),
        row(cell(merge="continue"), "Disahkan Oleh", "Kepala KUA\n\n\nAhmad Contoh, S.Ag\nNIP. 197205062000031001"),
        row(cell("SOP PENDAFTARAN NIKAH", span=3)),
    )  # fmt: skip
    top = (cell("No", merge="restart"), cell("Aktifitas", merge="restart"))
    wide = row(*top, *(cell(each, merge="restart") for each in ACTORS), cell("Mutu Baku", span=3))
    more = cell(merge="continue")
    sub = row(*[more] * 7, "Persyaratan/ Perlengkapan", "Waktu", "Output")
    steps = table(
        (600, 3600, *[1400] * 5, 2500, 1280, 2300),
        wide,
        sub,
        row("1.", "Datang ke KUA membawa surat pengantar", "√", "", "", "", "", "Model N1-N4", "10 menit", "Berkas"),
        row(
            "2.",
            "Memeriksa berkas, bila kurang dikembalikan",
            "",
            "√",
            "",
            "",
            "",
            "Berkas",
            "15 Menit",
            "Berkas lengkap",
        ),
        row("3.", "Memasukkan data", "", "", "", "", "√", "Berkas lengkap", "± 20 menit", "Data SIMKAH"),
        row("4.", "Menetapkan penghulu yang hadir", "", "", "√", "√", "", "Data SIMKAH", "1/2 jam", "Jadwal nikah"),
    )
    return DraftBuilder().raw(head).raw(lists_table()).paragraph().raw(steps).build()

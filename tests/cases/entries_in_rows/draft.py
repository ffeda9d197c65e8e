"""Values stand left of their labels, and each entry of two lists in a row of its own below the two labels."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import steps

SIGNED = "Kepala Seksi PAIS\n\n\nDrs. Slamet Contoh\nNIP. 196501011992031001"


def draft() -> bytes:
    head = table(
        (8640, 5184, 3456),
        row(cell("KANTOR KEMENTERIAN AGAMA KABUPATEN RANDUSARI\nSEKSI PENDIDIKAN AGAMA ISLAM", merge="restart"),
            "07/SOP/PAIS/2016", "Nomor SOP"),
        row(cell(merge="continue"), "09 September 2016", "Tanggal Pembuatan"),
        row(cell(merge="continue"), "", "Tanggal Revisi"),
        row(cell(merge="continue"), "7 September 2016", "Tanggal Efektif"),
        row(cell(merge="continue"), SIGNED, "Disahkan oleh"),
        row(cell(merge="continue"), "Pencairan Tunjangan Profesi Guru", "Nama SOP"),
    )  # fmt: skip
    lists = table(
        (8640, 8640),
        row("Dasar Hukum :", "Kualifikasi Pelaksana :"),
        row("1. UU Nomor 2 Tahun 1989", "1. S1"),
        row("2. PP Nomor 28 Tahun 1990 tentang\nPendidikan Dasar", "2. Menguasai komputer"),
        row("3. KMA Nomor 298 Tahun 20..", ""),
        row("Keterkaitan :", "Peralatan/Perlengkapan :"),
        row("-", "1. Komputer\n2. ATK"),
        row("Peringatan :", "Pencatatan dan Pendataan :"),
        row("Apabila terlambat maka tunjangan tidak cair", "Disimpan sebagai data elektronik dan manual"),
    )
    return DraftBuilder().raw(head).paragraph().raw(lists).raw(steps()).build()

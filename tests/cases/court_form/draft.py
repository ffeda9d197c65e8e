"""A court's page: Nomor alone, dates in digits, SOP : as title, short times."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import lists_table


def draft() -> bytes:
    head = table(
        (8640, 8640),
        row(cell("PENGADILAN AGAMA RANDUSARI\nJalan Melati Nomor 7 Randusari", merge="restart"), "Nomor : SOP/AS/01"),
        row(cell(merge="continue"), "Tanggal Pembuatan : 04-09-2017"),
        row(cell(merge="continue"), "Tanggal Revisi : 16-04-2018"),
        row(cell(merge="continue"), "Tanggal Efektif : 2-5-2018"),
        row(
            cell(merge="continue"), "Disahkan oleh :\nKETUA\n\n\nDra. Hj. Aminah Contoh, M.H.\nNIP. 196001011988032001"
        ),
        row(cell("SOP : Standar Penerimaan Perkara Tingkat Pertama", span=2)),
    )
    more = cell(merge="continue")
    body = table(
        (500, 4200, 1500, 1500, 1500, 1900, 1100, 2200, 1100),
        row(
            *(cell(each, merge="restart") for each in ("No", "Kegiatan")),
            cell("Pelaksana", span=3), cell("Mutu Baku", span=3), cell("Ket", merge="restart"),
        ),
        row(more, more, "Pegawai\nMeja I", "Panitera", "Ketua", "Kelengkapan", "Waktu", "Output", more),
        row("1", "Menerima gugatan", "●", "", "", "Surat gugatan", "10 mnt", "Berkas", ""),
        row("2", "Mencatat dalam register", "", "●", "", "Berkas", "15’", "Register", ""),
        row("3", "Menetapkan majelis", "", "", "●", "Register", "1 hr", "Penetapan", ""),
    )  # fmt: skip
    return DraftBuilder().raw(head).raw(lists_table()).paragraph().raw(body).build()

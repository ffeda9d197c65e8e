"""Bare minutes with their sum in the last row, labels with TGL, a signer without digits."""

from tests.builder import DraftBuilder, row
from tests.cases.form import ACTORS, INSTITUTION, fields_table, headings, lists_table, step, steps

FIELDS = {
    "NOMOR SOP": ": 470/12/SPT/2016",
    "TGL PEMBUATAN": ": 4 Januari 2016",
    "TGL REVISI": ":",
    "TGL EFEKTIF": ": 11 Januari 2016",
    "DISAHKAN OLEH": "LURAH SEKARTAJI\n\n\n(SITI CONTOH, S.Sos)\nNip",
    "NAMA SOP": ": SURAT KETERANGAN TIDAK MAMPU",
}


def draft() -> bytes:
    rows = (
        step("1", "Pemohon menyerahkan berkas", 1, "KTP dan KK", "5", "Berkas"),
        row("2", "Berkas diperiksa JFU", "", "√", "", "Berkas", "10", "Berkas lengkap", ""),
        step("3", "Lurah menandatangani surat", 3, "Konsep surat", "20", "Surat keterangan"),
        row("", "", "", "", "", "", "35", "", ""),
    )
    body = steps(*rows, head=headings("Waktu", ACTORS))
    return DraftBuilder().raw(fields_table(FIELDS, INSTITUTION)).raw(lists_table()).raw(body).build()

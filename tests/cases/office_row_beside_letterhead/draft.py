"""A row SATKER stands among the fields, beside a letterhead of one line: that line is the value of no label."""

from tests.builder import DraftBuilder
from tests.cases.form import SIGNED, fields_table, lists_table, steps

FIELDS = {
    "SATKER": ": KUA KECAMATAN SEKARTAJI",
    "Nomor SOP": "01",
    "Tanggal Pembuatan": "7 September 2016",
    "Tanggal Revisi": "",
    "Tanggal Efektif": "",
    "Disahkan Oleh": SIGNED,
    "NAMA SOP": "NIKAH",
}


def draft() -> bytes:
    return DraftBuilder().raw(fields_table(FIELDS, "KEMENTERIAN AGAMA")).raw(lists_table()).raw(steps()).build()

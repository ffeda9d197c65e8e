"""Instansi, Satuan Kerja and Unit Kerja each have a label of their own: all three are the institution's lines."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, fields_table, lists_table, steps


def draft() -> bytes:
    office = {
        "Instansi": "KEMENTERIAN AGAMA REPUBLIK INDONESIA", "Satuan Kerja": "KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI",
        "Unit Kerja": "SEKSI PENDIDIKAN MADRASAH",
    }  # fmt: skip
    return DraftBuilder().raw(fields_table(office | FIELDS, "")).raw(lists_table()).raw(steps()).build()

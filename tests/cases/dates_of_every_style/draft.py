"""Dates as they are typed: figures, short names, old spellings, day or month missing, a Hijri date, none at all."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, step, steps

_DATES = (
    ("04-09-2017", "2-Jan-2018", "JUNI 2018"),
    ("Nopember 2019", "10 FEBRUARI 2020", "01/03/2021"),
    ("Ngabang, 5 Pebruari 2022", "…", "17 Ramadhan 1447 H"),
    ("2020", "9 Agust 2021", "Desember / Januari 2022"),
)
_LABELS = ("Tanggal Pembuatan", "Tanggal Revisi", "Tanggal Efektif")


def draft() -> bytes:
    made = DraftBuilder()
    for at, dates in enumerate(_DATES, start=1):
        own = {"Nomor SOP": f"{at:03}/SOP/PENMAD/2025", "Nama SOP": f"SOP Pelayanan Loket {'ABCD'[at - 1]}"}
        fields = FIELDS | dict(zip(_LABELS, dates, strict=True)) | own
        only = step("1", "Melayani pemohon di loket", 2, "Surat permohonan", "5 menit", "Tanda terima")
        made = made.raw(identity(fields)).raw(steps(only)).paragraph(page_break=True)
    return made.build()

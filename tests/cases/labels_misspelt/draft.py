"""Labels with the spelling mistakes of real drafts are the labels that they mean."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import FIELDS, INSTITUTION, LISTS, listed, steps

_WRITTEN = {
    "Nomor SOP": "Nomer SOP",
    "Tanggal Pembuatan": "TGL. PEMBUTAN",
    "Tanggal Revisi": "Tanggal Revsi",
    "Tanggal Efektif": "Tanggal Evektif",
    "Disahkan oleh": "Disyahkan Oleh",
    "Nama SOP": "Nama SOP AP",
    "Dasar Hukum": "Dasar Hukun",
    "Kualifikasi Pelaksana": "Kwalifikasi Pelaksana",
    "Keterkaitan": "Keterkaitan",
    "Peralatan/Perlengkapan": "PERALATAN/PERLENGAPAN",
    "Peringatan": "Peringtan",
    "Pencatatan dan Pendataan": "Pencacatan dan pendataan",
}


def draft() -> bytes:
    fields = [
        row(cell("" if at else INSTITUTION, merge="continue" if at else "restart"), _WRITTEN[label], value)
        for at, (label, value) in enumerate(FIELDS.items())
    ]
    cells = [cell(f"{_WRITTEN[label]} :", *listed(entries)) for label, entries in LISTS.items()]
    return (
        DraftBuilder()
        .table((8640, 3456, 5184), *fields)
        .paragraph()
        .table((8640, 8640), *(row(*cells[at : at + 2]) for at in range(0, 6, 2)))
        .raw(steps())
        .build()
    )

"""A planning SOP: long group heads with the roles in brackets, phases, a closing remark below the table."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import identity

ROLES = ("SEKRETARIS", "STAF", "TIM")


def draft() -> bytes:
    more = cell(merge="continue")
    head = [cell(each, merge="restart") for each in ("No", "Uraian Prosedur")]
    body = table(
        (700, 5000, 1300, 1300, 1300, 2500, 1300, 2500, 1380),
        row(*head, cell("PELAKSANA", span=3), cell("MUTU BAKU", span=3), cell("Keterangan", merge="restart")),
        row(more, more, *ROLES, "Kelengkapan", "Waktu", "Output", more),
        row("I", cell("PERENCANAAN", span=8)),
        row("1", "Menyusun jadwal", "√", "", "", "Kalender", "3 Hari", "Jadwal", "Dilaksanakan pada Bulan Januari"),
        row("2", "Menghimpun usulan", "", "√", "", "Jadwal", "1 Bulan", "Usulan", ""),
        row("II", cell("PENETAPAN", span=8)),
        row("3", "Menetapkan rencana", "", "", "√", "Usulan", "7 hari (Des t-1 / Jan t)", "Rencana kerja", ""),
    )
    return (
        DraftBuilder()
        .raw(identity())
        .paragraph()
        .raw(body)
        .paragraph("Keterangan : Tim Perencanaan terdiri atas unsur setiap seksi")
        .build()
    )

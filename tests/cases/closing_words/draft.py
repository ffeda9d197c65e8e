"""Below the step table stand a remark, a place with a date and an annex heading: all are told, none is a step."""

from tests.builder import DraftBuilder
from tests.cases.form import identity, steps


def draft() -> bytes:
    return (
        DraftBuilder()
        .raw(identity())
        .raw(steps())
        .paragraph("Keterangan: Tim terdiri atas tiga orang")
        .paragraph("Tirtawangi, 2 Juli 2025")
        .paragraph("LAMPIRAN FORMULIR PERMOHONAN")
        .build()
    )

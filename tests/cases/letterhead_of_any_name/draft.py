"""An office whose name begins with none of the usual words, merged down beside the labels: no empty field takes it."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    fields = FIELDS | {"Nama SOP": "", "Tanggal Revisi": ""}
    office = "POLITEKNIK NEGERI TIRTAWANGI\nJURUSAN AKUNTANSI\nBAGIAN UMUM"
    return DraftBuilder().raw(identity(fields, institution=office)).raw(steps()).build()

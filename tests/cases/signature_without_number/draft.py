"""A position over two lines, and a name without degrees; nobody typed a NIP."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    signed = "Kepala Kantor Kementerian Agama\nKota Tirtawangi\n\n\n\nRahmat Contoh"
    fields = FIELDS | {"Disahkan oleh": signed}
    return DraftBuilder().raw(identity(fields)).raw(steps()).build()

"""The NIP has no label and is written in groups of 8, 6 and 4 digits."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    signed = "Kepala Seksi Bimas Islam,\n\n\nH. Budi Contoh, S.Ag., M.H.\n19700101 199503 1001"
    fields = FIELDS | {"Disahkan oleh": signed}
    return DraftBuilder().raw(identity(fields)).raw(steps()).build()

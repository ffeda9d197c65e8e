"""The NIP is written in groups of 8, 6, 1 and 3 digits with blanks between."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    signed = "Kepala Kantor\n\n\nDra. Siti Contoh, M.Pd.I\nNIP. 19700101 199503 2 001"
    fields = FIELDS | {"Disahkan oleh": signed}
    return DraftBuilder().raw(identity(fields)).raw(steps()).build()

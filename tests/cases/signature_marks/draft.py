"""In the cell of the approval stand where and when it was signed and the marks of a signature: none is a name."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    signed = (
        "Ditetapkan di Tirtawangi\npada tanggal 2 Juli 2025\nKepala Kantor\nTTD dan cap\n"
        "Dra. Siti Contoh, M.Pd.I\nPembina Tk. I (IV/b)\nNIP. 19700101 199503 2 001\nditandatangani secara elektronik"
    )
    return DraftBuilder().raw(identity(FIELDS | {"Disahkan oleh": signed})).raw(steps()).build()

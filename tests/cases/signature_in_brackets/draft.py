"""The name stands in brackets, the NIP's digits are missing and the anchor of an e-signature is over it."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    signed = "Kepala Kantor Urusan Agama\n\n$\n\n(Ahmad Contoh)\nNIP."
    fields = FIELDS | {"Disahkan oleh": signed}
    return DraftBuilder().raw(identity(fields)).raw(steps()).build()

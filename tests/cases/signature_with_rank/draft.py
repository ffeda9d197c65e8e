"""Rank and a copy line stand around the signer's name: position, name and NIP are read, the rest is told."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    signed = (
        "a.n. Kepala Kantor\nKepala Subbagian Tata Usaha,\n\n\nH. Rahmat Contoh, S.Ag., M.M.\n"
        "Pembina Tingkat I, IV/b\nNIP. 19710304 199803 1 002\nTembusan: Kepala Kantor Wilayah"
    )
    return DraftBuilder().raw(identity(FIELDS | {"Disahkan oleh": signed})).raw(steps()).build()

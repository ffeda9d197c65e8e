"""A web page that Word takes in when it opens the file cannot be read here: it is said, with its place."""

from tests.builder import DraftBuilder
from tests.cases.form import identity, steps


def draft() -> bytes:
    return DraftBuilder().raw(identity()).raw(steps()).alt_chunk("<p>Lampiran formulir permohonan</p>").build()

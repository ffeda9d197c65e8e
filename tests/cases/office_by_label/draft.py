"""The letterhead names ministry and office, and the label SATKER the unit."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    fields = {"SATKER": "KUA KECAMATAN ARGAWANA"} | FIELDS
    letterhead = "KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR KEMENTERIAN AGAMA\nKOTA TIRTAWANGI"
    return DraftBuilder().raw(identity(fields, institution=letterhead)).raw(steps()).build()

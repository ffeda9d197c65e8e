"""Word numbers the steps with letters and begins with the third: c), d), e)."""

from tests.builder import DraftBuilder, Row, items, row
from tests.cases.form import MARK, identity, steps


def draft() -> bytes:
    rows = steps(*map(_step, ("Menerima permohonan", "Memeriksa kelengkapan berkas", "Menyusun konsep surat")))
    return DraftBuilder().list_of(("lowerLetter", "%1)"), start=3).raw(identity()).raw(rows).build()


def _step(activity: str) -> Row:
    return row(items("", number=2), activity, "", MARK, "", "Berkas permohonan", "5 menit", "Surat rekomendasi", "")

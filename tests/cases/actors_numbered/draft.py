"""The actor columns are called Pelaksana 1, 2, 3, and the name of who acts is typed into the cell."""

from tests.builder import DraftBuilder, row
from tests.cases.form import headings, identity, steps


def draft() -> bytes:
    rows = steps(
        row("1", "Mengajukan permohonan", "Pemohon", "", "", "Surat permohonan", "5 menit", "Berkas", ""),
        row("2", "Memeriksa berkas", "", "Penghulu", "", "Berkas", "15 menit", "Berkas lengkap", ""),
        row("3", "Menandatangani surat", "", "", "Kepala KUA", "Konsep surat", "1 hari kerja", "Surat", ""),
        head=headings(actors=("Pelaksana 1", "Pelaksana 2", "Pelaksana 3")),
    )
    return DraftBuilder().raw(identity()).raw(rows).build()

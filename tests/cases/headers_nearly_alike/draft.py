"""Three SOPs by their headers: the second differs from the first in its number alone, the third in its title alone."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, step, steps


def draft() -> bytes:
    second = FIELDS | {"Nomor SOP": "013/SOP/PENMAD/2025"}
    third = second | {"Nama SOP": "SOP Penerbitan Rekomendasi Pindah Guru"}
    check = step("1", "Memeriksa kelengkapan berkas", 2, "Berkas permohonan", "10 menit", "Berkas lengkap")
    sign = step("1", "Menandatangani surat rekomendasi", 3, "Konsep surat", "1 hari kerja", "Surat rekomendasi")
    return (
        DraftBuilder()
        .header(identity())
        .raw(steps())
        .section()
        .header(identity(second))
        .raw(steps(check))
        .section()
        .header(identity(third))
        .raw(steps(sign))
        .build()
    )

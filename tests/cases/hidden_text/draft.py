"""Text that Word hides is not printed and is not read: in a value, a list and a step."""

from tests.builder import DraftBuilder, hidden, paragraph, row
from tests.cases.form import FIELDS, STEPS, identity, steps


def draft() -> bytes:
    fields = FIELDS | {"Nomor SOP": paragraph("012/SOP/PENMAD/2025", hidden(" (nomor sementara)"))}
    second = row(
        "2", paragraph("Memeriksa ", hidden("dan menyalin "), "kelengkapan berkas"), "", "√", "",
        "Berkas permohonan", "10-15 menit", "Berkas lengkap", hidden("konfirmasi dulu"),
    )  # fmt: skip
    note = paragraph(hidden("Catatan penyusun: mohon diperiksa kembali"))
    return DraftBuilder().raw(identity(fields)).raw(note).raw(steps(STEPS[0], second, STEPS[2])).build()

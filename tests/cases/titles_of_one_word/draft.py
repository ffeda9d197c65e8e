"""Three pages with an identity block each and titles of a word: three SOPs, a date lost its year."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, step, steps


def draft() -> bytes:
    made = DraftBuilder()
    for at, (title, date) in enumerate(
        (("CUTI", "Desember"), ("ADMINISTRASI", "Januari 2016"), ("MUTASI", "")), start=1
    ):
        fields = FIELDS | {
            "Nomor SOP": "SOP-PADUM-KLAS II-SEK", "Nama SOP": title, "Tanggal Pembuatan": date, "Tanggal Efektif": "",
        }  # fmt: skip
        first = step("1", f"Menerima berkas {title.lower()}", at, "Berkas", "1 hari", "Tanda terima")
        made = made.raw(identity(fields)).raw(steps(first)).paragraph(page_break=True)
    return made.build()

"""Symbols as Word 2007 drew them, with VML alone: each is a symbol with its text."""

from tests.builder import DraftBuilder, Row, old_box, paragraph, row
from tests.cases.form import identity, steps


def draft() -> bytes:
    drawn = steps(
        _step("1", "Mengajukan permohonan", "Ajukan", 1, "5 menit"),
        _step("2", "Memeriksa kelengkapan berkas", "Periksa", 2, "15 menit"),
        _step("3", "Menandatangani surat", "Sahkan", 3, "1 hari kerja"),
    )
    return DraftBuilder().raw(identity()).raw(drawn).build()


def _step(number: str, activity: str, text: str, actor: int, time: str) -> Row:
    cells = [paragraph(old_box(text)) if at == actor else "" for at in range(1, 4)]
    return row(number, f"{activity}\n\n", *cells, "Berkas permohonan", time, "Surat rekomendasi", "")

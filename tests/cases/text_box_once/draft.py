"""Drawn symbols hold their text twice in the file, as DrawingML and as VML behind it; it is read once."""

from tests.builder import DraftBuilder, Row, paragraph, row, text_box
from tests.cases.form import identity, steps


def draft() -> bytes:
    drawn = steps(
        _step("1", "Mengajukan permohonan", text_box("Mulai", "flowChartTerminator"), 1, "5 menit"),
        _step("2", "Memeriksa kelengkapan berkas", text_box("Periksa", "flowChartProcess"), 2, "15 menit"),
        _step("3", "Menandatangani surat", text_box("Selesai", "flowChartTerminator"), 3, "1 hari kerja"),
    )
    return DraftBuilder().raw(identity()).raw(drawn).build()


def _step(number: str, activity: str, symbol: str, actor: int, time: str) -> Row:
    cells = [paragraph(symbol) if at == actor else "" for at in range(1, 4)]
    return row(number, f"{activity}\n\n", *cells, "Berkas permohonan", time, "Surat rekomendasi", "")

"""Controls that show a choice: a ticked box is a mark and an empty one is none, of a list only the choice counts."""

from tests.builder import DraftBuilder, Row, checkbox, drop_down, row
from tests.cases.form import identity, steps

_TIMES = ("5 menit", "10-15 menit", "1 hari kerja")


def draft() -> bytes:
    rows = steps(
        _step("1", "Mengajukan permohonan", 1, _TIMES[0]),
        _step("2", "Memeriksa kelengkapan berkas", 2, _TIMES[1]),
        _step("3", "Menandatangani surat rekomendasi", 3, _TIMES[2]),
    )
    return DraftBuilder().raw(identity()).raw(rows).build()


def _step(number: str, activity: str, actor: int, time: str) -> Row:
    boxes = [checkbox(checked=at == actor) for at in range(1, 4)]
    return row(number, activity, *boxes, "Berkas permohonan", drop_down(*_TIMES, chosen=time), "Surat", "")

"""Outcome -> the sheet Pelaksana: each role with its work, and who bears most of it."""

from collections.abc import Sequence

from pipeline.write.roles import Role
from pipeline.write.workbook.sheet import Cell, Look, Sheet, columns_of, count, share, words

_COLUMNS = columns_of(
    (
        ("Pelaksana", 34), ("Beban", 22), ("Jumlah unit", 9), ("Jumlah SOP", 9), ("Jumlah langkah", 10),
        ("Bagian langkah", 10), ("Menit kerja", 12), ("Hari kerja", 10), ("Bagian menit", 10),
        ("Langkah tanpa menit", 12), ("Ditulis juga", 44),
    ),
    frozenset({
        "Jumlah unit", "Jumlah SOP", "Jumlah langkah", "Bagian langkah", "Menit kerja", "Hari kerja", "Bagian menit",
        "Langkah tanpa menit",
    }),
)  # fmt: skip


def actors_sheet(found: Sequence[Role], hours_per_day: float) -> Sheet:
    """Return every role with its work."""
    steps, spent = sum(each.steps for each in found), sum(each.minutes for each in found)
    return Sheet(
        name="Pelaksana",
        about="Beban setiap pelaksana, menit kerja terbanyak lebih dahulu. Menit kerja: waktu semua langkahnya bila "
        "setiap SOP dijalankan satu kali; berapa kali SOP dijalankan tidak tertulis dalam naskah, dan waktu dapat "
        "memuat waktu menunggu. Langkah dengan beberapa pelaksana dihitung penuh bagi masing-masing. Terberat: "
        "termasuk pelaksana teratas yang bersama-sama memegang separuh menit atau separuh langkah.",
        none="Tidak ada pelaksana yang terbaca.",
        columns=_COLUMNS,
        rows=tuple(_row(each, steps, spent, hours_per_day) for each in found),
    )


def _row(role: Role, steps: int, spent: float, hours_per_day: float) -> tuple[Cell, ...]:
    first, *others = role.written
    return (
        words(first, Look.STRONG),
        words(f"terberat ({', '.join(role.burden)})" if role.burden else "", Look.STRONG),
        count(len(role.units)),
        count(len(role.sops)),
        count(role.steps),
        share(role.steps / steps if steps else None),
        count(round(role.minutes, 2)),
        count(round(role.minutes / 60 / hours_per_day, 1)),
        share(role.minutes / spent if spent else None),
        count(role.unmeasured),
        words("; ".join(others)),
    )

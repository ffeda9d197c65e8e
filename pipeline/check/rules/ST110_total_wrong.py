"""ST110 - a total of the times is the sum of the times."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import sop, step
from pipeline.durations import minutes, read_duration
from pipeline.model.draft import Unread
from pipeline.model.finding import Replacement, Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Duration, Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted
from pipeline.vocabulary import TOTALS

# How the reader names a row of the step table that holds nothing but a sum.
_ROW = "baris jumlah: "
# A closing remark below the table may hold it as well: "Total waktu: 2 jam 30 menit".
_REMARK = re.compile(r"\b(?:jumlah|total)\s+(?:keseluruhan\s+)?waktu\b\D{0,40}(?P<total>\d[^.;|]*)", re.IGNORECASE)
_CLOSING = "keterangan penutup: "
# 1 hari kerja 7 jam 20 menit: an amount of each unit.
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)?\s*(?:\([a-z ]+\)\s*)?[a-z]+(?:\s+kerja)?", re.IGNORECASE)
_UNITS = {"minute": "menit", "hour": "jam", "working_day": "hari kerja", "day": "hari"}
_ORDER = ("working_day", "day", "hour", "minute")


def total_wrong(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each row that sums the times up to something else; not where a time cannot be added to the others."""
    times = [each.duration for each in sop.steps if each.duration]
    stated_at = [(each, total) for each in sop.aside if times and (total := _stated(each.what, times))]
    if len(stated_at) != 1:
        return
    (row, total), *_ = stated_at
    sums = [_sum(times, settings, most=most) for most in (False, True)]
    if sums[0] is None or sums[1] is None:
        return
    stated = [_minutes(each, settings) for each in _parts(total, times)]
    if not stated or None in stated or sums[0] <= sum(each or 0.0 for each in stated) <= sums[1]:
        return
    right = _written(times, total)
    if key(right) == key(total):
        return
    correction = None
    if sums[0] == sums[1]:
        correction = Replacement(before=total, after=right, why="Jumlah waktu adalah jumlah waktu semua langkah.")
    yield Hit(
        message=f"Jumlah waktu tertulis {quoted(total)}, sedangkan waktu semua langkah berjumlah {right}.",
        where="steps", place=row.place, found=total, correction=correction,
        question=f"Mana yang benar: jumlah {quoted(total)} atau waktu setiap langkah, yang berjumlah {right}?",
    )  # fmt: skip


def _stated(aside: str, times: list[Duration]) -> str:
    """The total that a row or a closing remark states; empty where it states none."""
    if aside.startswith(_ROW):
        return _total(aside.removeprefix(_ROW), times)
    remark = _REMARK.search(aside) if aside.startswith(_CLOSING) else None
    total = remark["total"].strip() if remark else ""
    return total if _parts(total, times) else ""


def _total(row: str, times: list[Duration]) -> str:
    """The cell of a total row that holds the time: the last one with a figure; empty where several have one."""
    cells = [each.strip() for each in row.split(" | ")]
    found = [each for each in cells if any(sign.isdigit() for sign in each) and _parts(each, times)]
    return found[0] if len(found) == 1 and not key(found[0]).startswith(TOTALS) else ""


def _parts(text: str, times: list[Duration]) -> list[Duration]:
    """The amounts that a text adds up; a bare number has the unit of all steps."""
    units = {each.unit for each in times}
    if text.isdigit() and len(units) == 1:
        return [found for found in (read_duration(text, next(iter(units))),) if found]
    found = [read_duration(each) for each in _AMOUNT.findall(text)]
    whole = re.sub(r"[\s,]|dan", "", _AMOUNT.sub("", text))
    return [each for each in found if each] if not whole and all(each and each.high for each in found) else []


def _minutes(time: Duration, settings: Settings) -> float | None:
    return minutes(time, settings.hours_per_day)


def _sum(times: list[Duration], settings: Settings, *, most: bool) -> float | None:
    """The least or the most minutes of all steps; none where one of them has none."""
    found = [_minutes(each if most else replace(each, high=each.low), settings) for each in times]
    known = [each for each in found if each is not None]
    return round(sum(known), 3) if len(known) == len(found) else None


def _written(times: list[Duration], total: str) -> str:
    """The sum as the total would say it: unit by unit, sixty minutes as one hour where the total speaks of hours."""
    amount = dict.fromkeys(_ORDER, 0.0)
    for each in times:
        amount[each.unit or "minute"] += each.high or 0.0
    if total.isdigit():
        return f"{sum(amount.values()):g}"
    if amount["hour"] or "jam" in key(total).split():
        more, amount["minute"] = divmod(amount["minute"] + 60 * amount["hour"], 60)
        amount["hour"] = more
    return " ".join(f"{amount[unit]:g} {_UNITS[unit]}".replace(".", ",") for unit in _ORDER if amount[unit])


def _with_total(total: str, *times: str, what: str = f"{_ROW}Jumlah waktu | ") -> Sop:
    aside = (Unread(what=f"{what}{total}", place=DocxPlace(table=2, row=9)),)
    steps = tuple(step(at, duration=each) for at, each in enumerate(times, start=1))
    return sop(steps=steps, aside=aside)


RULE = Rule(
    code="ST110",
    title="Jumlah waktu keliru",
    why="Jumlah waktu menjadi janji layanan; jumlah yang tidak sesuai dengan langkahnya tidak dapat dipegang.",
    source="PermenPANRB 35/2012: prinsip keterukuran; waktu setiap kegiatan adalah bagian mutu bakunya.",
    fix="Jumlahkan lagi waktu semua langkah, atau perbaiki waktu langkah yang keliru.",
    question="Mana yang benar: jumlah yang tertulis atau waktu setiap langkah?",
    severity=Severity.WARNING,
    check=total_wrong,
    good=(
        Example(shows="jumlahnya sama", sops=(_with_total("1 jam 5 menit", "20 menit", "45 menit"),)),
        Example(shows="hari kerja dan jam", sops=(_with_total("2 hari kerja 3 jam", "2 hari kerja", "3 jam"),)),
        Example(shows="jumlah dalam rentang", sops=(_with_total("15 menit", "10-20 menit"),)),
        Example(shows="satu waktu tidak terukur", sops=(_with_total("1 jam", "20 menit", "Secepatnya"),)),
    ),
    bad=(
        Example(
            shows="jumlah yang tidak sama",
            sops=(_with_total("1 jam 5 menit", "20 menit", "1 jam"),),
            hits=("Jumlah waktu tertulis “1 jam 5 menit”, sedangkan waktu semua langkah berjumlah 1 jam 20 menit.",),
            becomes=("1 jam 5 menit -> 1 jam 20 menit",),
        ),
        Example(
            shows="angka tanpa satuan",
            sops=(_with_total("35", "20 menit", "25 menit"),),
            hits=("Jumlah waktu tertulis “35”, sedangkan waktu semua langkah berjumlah 45.",),
            becomes=("35 -> 45",),
        ),
        Example(
            shows="jumlah dalam keterangan di bawah tabel",
            sops=(_with_total("1 jam", "20 menit", "25 menit", what=f"{_CLOSING}Catatan: total waktu layanan "),),
            hits=("Jumlah waktu tertulis “1 jam”, sedangkan waktu semua langkah berjumlah 45 menit.",),
            becomes=("1 jam -> 45 menit",),
        ),
        Example(
            shows="rentang waktu",
            sops=(_with_total("1 jam", "10-20 menit", "20 menit"),),
            hits=("Jumlah waktu tertulis “1 jam”, sedangkan waktu semua langkah berjumlah 40 menit.",),
        ),
    ),
)

"""Any layout that an office could make of a list is read back exactly."""

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.extract.inventory.understand import understand_inventory
from pipeline.model.workbook import Workbook, WorkSheet
from tests.extract.inventory.books import rows

UNITS = (
    "Subbagian Tata Usaha",
    "Seksi Pendidikan Madrasah",
    "Seksi Bimbingan Masyarakat Islam",
    "KUA Kecamatan Argawana",
)
GROUPS = ("Kepegawaian", "Keuangan", "Umum", "Kesiswaan")
ACTS = ("Pengajuan", "Penerbitan", "Penyusunan", "Pelaporan", "Penyelenggaraan", "Pembuatan")
THINGS = ("Cuti", "Gaji Pegawai", "Mutasi Siswa", "Rekomendasi Nikah", "Laporan\u00a0Bulanan", "Jumlah Jamaah")
SPELLINGS = {
    "order": ("No", "NO.", "Nomor Urut", "No. Urut"),
    "title": ("Nama SOP", "JUDUL SOP", "Nama/Judul SOP", "NAMA  PROSEDUR", "Nama SOPP"),
    "number": ("Nomor SOP", "NO. SOP", "No SOP", "Kode SOP"),
    "unit": ("Unit Kerja", "SATKER", "Seksi", "Bidang/Seksi"),
    "note": ("Ket", "KETERANGAN", "Catatan"),
}


@dataclass(frozen=True)
class Listed:
    title: str
    number: str
    unit: str
    group: str


@dataclass(frozen=True)
class Habit:
    """How an office lays out its list."""

    order: tuple[str, ...]
    spelling: dict[str, str]
    above: int
    left: int
    by_column: bool
    every_row: bool
    numbering: bool
    restart: bool
    totals: bool
    again: int
    signed: bool


@st.composite
def lists(draw: st.DrawFn) -> list[Listed]:
    found: list[Listed] = []
    for unit in draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=4, unique=True)):
        for group in draw(st.sampled_from(((), ("",), GROUPS[:2], GROUPS[2:]))) or ("",):
            for _ in range(draw(st.integers(1, 4))):
                title = f"{draw(st.sampled_from(ACTS))} {draw(st.sampled_from(THINGS))}"
                prefix = draw(st.sampled_from(("", "SOP ")))
                number = draw(st.sampled_from(("", f"{len(found) + 1:03}/SOP/2025", f"{len(found) + 1:02}", "-")))
                found.append(Listed(prefix + title, number, unit, group))
    return found


@st.composite
def habits(draw: st.DrawFn) -> Habit:
    by_column = draw(st.booleans())
    fields = ["order", "title", "number", "note", *(["unit"] if by_column else [])]
    return Habit(
        order=tuple(draw(st.permutations(fields))),
        spelling={name: draw(st.sampled_from(spellings)) for name, spellings in SPELLINGS.items()},
        above=draw(st.integers(0, 3)), left=draw(st.integers(0, 2)), by_column=by_column,
        every_row=draw(st.booleans()), numbering=draw(st.booleans()), restart=draw(st.booleans()),
        totals=draw(st.booleans()), again=draw(st.integers(3, 9)), signed=draw(st.booleans()),
    )  # fmt: skip


def laid_out(listed: list[Listed], habit: Habit) -> tuple[list[tuple[str, ...]], list[int]]:
    """Return the sheet's rows and, for each SOP, the row where it stands."""
    sheet = [("DAFTAR SOP KANTOR",), ("TAHUN 2025",), ()][: habit.above]
    head = _row(habit, habit.spelling)
    sheet.append(head)
    if habit.numbering:
        sheet.append(_row(habit, {name: str(at) for at, name in enumerate(habit.order, start=1)}))
    places, unit, group, serial, counted = [], "", "", 0, 0
    for at, each in enumerate(listed):
        if each.unit != unit:
            if habit.totals and counted:
                sheet.append(_single(habit, f"JUMLAH : {counted} SOP"))
            unit, group, counted = each.unit, "", 0
            serial = 0 if habit.restart else serial
            if not habit.by_column:
                sheet.append(_single(habit, each.unit.upper()))
        elif at and at % habit.again == 0:
            sheet.append(head)
        if each.group != group and not habit.by_column:
            group = each.group
            sheet.append(_single(habit, group))
        serial, counted = serial + 1, counted + 1
        shown = unit if habit.every_row or counted == 1 else ""
        sheet.append(_row(habit, {"order": str(serial), "title": each.title, "number": each.number, "unit": shown}))
        places.append(len(sheet))
    if habit.signed:
        sheet += [
            _single(habit, f"JUMLAH {len(listed)}"),
            (),
            _single(habit, "Tirtawangi, 5 Januari 2026"),
            _single(habit, "Sri Contoh"),
        ]
    return sheet, places


def _row(habit: Habit, cells: dict[str, str]) -> tuple[str, ...]:
    return (*[""] * habit.left, *(cells.get(name, "") for name in habit.order))


def _single(habit: Habit, text: str) -> tuple[str, ...]:
    return (*[""] * habit.left, text)


def _expected(listed: list[Listed], places: list[int], habit: Habit) -> Iterator[tuple[int, str, str, str, str]]:
    for each, row in zip(listed, places, strict=True):
        number = each.number.strip("-")
        if habit.by_column:
            yield row, each.title, number, each.unit, ""
        else:
            yield row, each.title, number, each.unit.upper(), each.group


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(listed=lists(), habit=habits())
def test_a_random_layout_is_read_back_exactly(listed: list[Listed], habit: Habit) -> None:
    sheet, places = laid_out(listed, habit)
    width = max(map(len, sheet))
    padded = tuple((*row, *[""] * (width - len(row))) for row in sheet)
    found = understand_inventory(Workbook(file="a.xlsx", sheets=(WorkSheet(name="Lembar1", rows=padded),)))
    assert rows(found) == list(_expected(listed, places, habit))
    told = {each.place.row for each in (*found.rows, *found.passed_over, *found.totals)}
    assert told == {at for at, row in enumerate(padded, start=1) if any(row)}
    assert all(each.typed == each.counted for each in found.totals)

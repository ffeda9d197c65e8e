import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell as Painted
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from pipeline.durations import read_duration
from pipeline.model.draft import Held, Note, Revision, Treated, Unread
from pipeline.model.finding import Finding, Replacement, Severity
from pipeline.model.inventory import Inventory, InventoryRow, PassedOver, TypedTotal
from pipeline.model.outcome import Outcome
from pipeline.model.place import DocxPlace, XlsxPlace
from pipeline.model.reconciliation import (
    Action,
    Balance,
    Correction,
    Difference,
    DraftRef,
    Item,
    Nature,
    Proposal,
    Reconciliation,
    Status,
    UnitCount,
)
from pipeline.model.returned import ReturnedDraft
from pipeline.model.sop import Actor, Flow, Identity, PrintedLabel, Sop, Step, Unreadable, Value
from pipeline.write.report.page import Page
from pipeline.write.workbook import write_workbook
from pipeline.write.workbook.lines import RowHeight
from pipeline.write.workbook.links import with_links
from pipeline.write.workbook.sheet import FORMULA_STARTS, Cell, Column, Sheet, clean, cut, words
from tests.write.disparities import aligned, shared
from tests.write.reports import outcome as made_up

HERE = DocxPlace(table=2, row=4, column=3)
PENMAD, ZAWA = "Seksi Pendidikan Madrasah", "Penyelenggara Zakat dan Wakaf"
FILE, HOSTILE = "penmad/izin.docx", "=1+1"
HEADINGS = {
    "Inventaris": [
        "No", "Unit kerja", "Nomor SOP", "Nama SOP", "Status", "Berkas naskah", "Buka", "Bagian", "Skor", "Perbedaan",
        "Alasan",
    ],
    "Langkah": [
        "Berkas", "Buka", "Nama SOP", "No", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Waktu (menit)", "Output",
        "Keterangan",
    ],
    "Pelaksana": [
        "Pelaksana", "Beban", "Jumlah unit", "Jumlah SOP", "Jumlah langkah", "Bagian langkah", "Menit kerja",
        "Hari kerja", "Bagian menit", "Langkah tanpa menit", "Ditulis juga",
    ],
    "Dasar Hukum": [
        "Peraturan", "Keadaan", "Pengganti yang berlaku", "Tidak berlaku sejak", "Jumlah SOP", "Jumlah unit", "Unit",
        "Cara menulis", "Tertulis", "SOP yang menyebut",
    ],
    "Keterkaitan": [
        "Nama SOP", "Unit", "Berkas", "Buka", "Bagian", "Tertulis", "Keadaan", "SOP yang dimaksud", "Nomor",
        "Unit SOP itu", "Berkas SOP itu", "Letak di induk",
    ],
    "Temuan": [
        "Kode", "Bobot", "Perkembangan", "Unit", "Berkas", "Buka", "Bagian", "Tempat", "Letak", "Ditemukan", "Temuan",
        "Usulan perbaikan", "Semula", "Menjadi", "Pertanyaan", "Keputusan", "Ubah menjadi", "Catatan", "Id",
    ],
    "Dikecualikan": [
        "Kode", "Bobot", "Unit", "Berkas", "Buka", "Bagian", "Tempat", "Letak", "Ditemukan", "Temuan", "Alasan",
        "Keputusan", "Catatan", "Id",
    ],
    "Disparitas": [
        "Nama SOP", "Langkah", "Kegiatan", "Bidang", "Usulan bersama", "Keadaan", "Keputusan", "Ubah menjadi",
        "Catatan", "Id",
    ],
    "Penyesuaian": [
        "Unit", "Usulan", "Nama SOP", "Letak di induk", "Berkas", "Buka", "Penjelasan", "Baris induk kini",
        "Naskah kini", "Jumlah sesudahnya", "Keputusan", "Catatan", "Id",
    ],
    "Koreksi": [
        "Sasaran", "Letak", "Bidang", "Semula", "Menjadi", "Alasan", "Keputusan", "Ubah menjadi", "Catatan", "Id",
    ],
    "Pertanyaan": [
        "Tentang", "Nama SOP naskah", "Berkas", "Buka", "Calon 1", "Skor 1", "Calon 2", "Skor 2", "Alasan", "Keputusan",
        "Ubah menjadi", "Catatan", "Id",
    ],
    "Tindak Lanjut": [
        "Unit", "Nama SOP", "Berkas", "Buka", "Tempat", "Pokok", "Putusan", "Isi yang diputuskan", "Keadaan", "Catatan",
        "Oleh, tanggal", "Id",
    ],
    "Berkas": [
        "Berkas", "Buka", "Unit", "Terbaca", "SOP di dalamnya", "Langkah", "Dibaca", "Dicatat", "Tidak terbaca",
        "Baris di Isi Berkas", "Dikembalikan dengan", "SHA-256",
    ],
    "Isi Berkas": ["Berkas", "Buka", "Unit", "Nama SOP", "Jenis", "Isi", "Letak", "Oleh", "Tanggal"],
}  # fmt: skip
UNIT_HEADINGS = [
    "Unit", "Induk", "Diserahkan", "Cocok", "Belum diserahkan", "Di luar induk", "Ganda", "Dialihkan",
    "SOP siap dibahas", "SOP perlu perbaikan", "Berkas tidak terbaca", "Temuan harus diperbaiki",
    "Temuan perlu diperiksa",
]  # fmt: skip
EMPTY = Outcome(
    office="Kantor Kementerian Agama Kota Tirtawangi", when=datetime(2026, 11, 24, 7, 50, tzinfo=UTC), sops=(),
    unreadable=(), inventory=Inventory(file="", rows=(), passed_over=(), totals=()), findings=(),
    reconciliation=Reconciliation(units=(), items=(), corrections=()),
)  # fmt: skip


def step(number: str, activity: str, actors: tuple[str, ...], duration: str) -> Step:
    return Step(
        number=number, activity=activity, actors=actors, requirements="Surat permohonan",
        duration=read_duration(duration), output="Berkas lengkap", note="", place=HERE,
    )  # fmt: skip


def sop(file: str, title: str, *steps: Step, part: int = 1) -> Sop:
    return Sop(
        file=file, folder=file.split("/")[0], sha256="a" * 64, part=part, kind="sop-ap",
        identity=Identity(title=Value(text=title, place=HERE)),
        actors=(Actor(name="Petugas PTSP", column=2, span=1, place=HERE),), steps=steps, flow=Flow(source="none"),
        unread=(Unread(what="diagram alir berupa gambar", place=HERE),),
        held=(
            Held(what="shapes", count=1475, treated=Treated.READ),
            Held(what="converted", count=1, treated=Treated.READ),
            Held(what="comments", count=2, treated=Treated.NOTED),
            Held(what="object Visio.Drawing.15", count=1, treated=Treated.UNREAD),
        ),
    )  # fmt: skip


def row(number: int, title: str, unit: str = PENMAD) -> InventoryRow:
    return InventoryRow(
        title=title, number=f"00{number}/SOP/2025", unit=unit, group="", note="", cells=(),
        place=XlsxPlace(sheet="Induk", row=7 + number), columns=(("number", 2), ("title", 3)),
    )  # fmt: skip


def ref(file: str, title: str, unit: str, part: int = 1) -> DraftRef:
    return DraftRef(file=file, part=part, title=title, number="", unit=unit)


def finding(code: str, severity: Severity, file: str = FILE, part: int = 1) -> Finding:
    return Finding(
        code=code, severity=severity, file=file, part=part, where="steps/2/duration", message="Waktu tidak terukur.",
        advice="Tulis angka dan satuannya.", found="+secepatnya", place=HERE,
    )  # fmt: skip


def correction(target: str, field: str, before: str, after: str) -> Correction:
    # Reconciliation gives both kinds the place of the row.
    return Correction(
        target=target, field=field, before=before, after=after, why="Mengikuti naskah.",
        place=XlsxPlace(sheet="Induk", row=9, column=3), file=FILE, part=1,
    )  # fmt: skip


ROWS = (row(1, "SOP Pelayanan Wakaf", ZAWA), row(2, "SOP Penerbitan Ijin"), row(3, "SOP Pindah Madrasah"))
OUTCOME = replace(
    EMPTY,
    sops=(
        sop(
            FILE, HOSTILE, step("1", "Menerima\x07 berkas", ("Petugas PTSP",), "30 menit"),
            step("2a", "Menelaah", ("PETUGAS PTSP", "Kepala Kantor"), "1 hari kerja"),
            step("3", "Mengarsipkan", ("Arsiparis",), "secepatnya"),
        ),
        sop("penmad/izin.docx", "SOP Kedua", step("1", "Mencatat", ("Arsiparis",), "7,5 menit"), part=2),
        sop("zawa/lain.docx", "SOP Lain"),
    ),
    unreadable=(
        Unreadable(file="zawa/rusak.doc", folder="zawa", sha256="", code="RD002", message="Bukan naskah Word."),
    ),
    inventory=Inventory(
        file="inventory.xlsx", rows=ROWS,
        passed_over=tuple(
            PassedOver(place=XlsxPlace(sheet="Induk", row=at), text="DAFTAR SOP", why="di atas kepala tabel")
            for at in (1, 2)
        ),
        totals=(TypedTotal(place=XlsxPlace(sheet="Induk", row=20), typed=4, counted=3),),
    ),
    findings=(
        finding("ST102", Severity.ERROR), finding("NM101", Severity.WARNING, part=2),
        finding("RD101", Severity.NOTE), finding("ID101", Severity.ERROR, "zawa/rusak.doc", 0),
        finding("SE101", Severity.WARNING, "", 0),
    ),
    reconciliation=Reconciliation(
        units=(
            UnitCount(
                unit=PENMAD, inventory=2, submitted=2, matched=1, missing=1, extra=1, duplicate=0, transferred=0,
            ),
            UnitCount(
                unit=ZAWA, inventory=1, submitted=1, matched=1, missing=0, extra=0, duplicate=0, transferred=2,
            ),
        ),
        items=(
            Item(
                row=None, unit=PENMAD, drafts=(ref(FILE, HOSTILE, PENMAD),), status=Status.EXTRA, score=None,
                differences=(), why="Tidak ada baris induk yang cocok.",
            ),
            Item(
                row=ROWS[1], unit=PENMAD, drafts=(ref(FILE, "SOP Kedua", PENMAD, 2),), status=Status.MATCHED, score=0.9,
                differences=(
                    Difference(
                        field="title", inventory="Ijin", draft="Izin", winner="draft", why="Ejaan baku.",
                        nature=Nature.WRITING, cell=XlsxPlace(sheet="Induk", row=9, column=2), place=DocxPlace(),
                    ),
                ),
                why="Nomor sama.",
            ),
            Item(
                row=ROWS[0], unit=ZAWA, drafts=(ref("zawa/lain.docx", "SOP Lain", ZAWA),), status=Status.MATCHED,
                score=0.62, differences=(), why="Perlu ditanyakan.", doubtful=True, rivals=(("SOP Zakat", 0.6),),
                question="P-1",
            ),
            Item(
                row=ROWS[2], unit=PENMAD, drafts=(), status=Status.MISSING, score=None, differences=(),
                why="Belum ada.",
            ),
        ),
        corrections=(
            correction("inventory", "title", "SOP Penerbitan Ijin", "SOP Penerbitan Izin"),
            correction("draft", "number", "OO2", "002/SOP/2025"),
        ),
    ),
)  # fmt: skip


def written(outcome: Outcome, tmp_path: Path) -> Workbook:
    write_workbook(outcome, tmp_path / "konsolidasi.xlsx")
    return load_workbook(tmp_path / "konsolidasi.xlsx")


def table(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows of a sheet's only table, by heading."""
    (only,) = sheet.tables.values()
    header, *rows = sheet[only.ref]
    headings = [each.value for each in header]
    return [{name: cell.value for name, cell in zip(headings, cells, strict=True)} for cells in rows]


def column(sheet: Worksheet, heading: str) -> list[Painted]:
    """The cells of a table's column."""
    (only,) = sheet.tables.values()
    header, *rows = sheet[only.ref]
    at = [each.value for each in header].index(heading)
    return [each[at] for each in rows]


def lines(sheet: Worksheet, name: str) -> list[list[object]]:
    return [[cell.value for cell in cells] for cells in sheet[sheet.tables[name].ref]]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return written(OUTCOME, tmp_path_factory.mktemp("workbook"))


def test_every_sheet_has_its_table_under_a_frozen_header_that_prints_on_each_page(book: Workbook) -> None:
    assert book.sheetnames == ["Ringkasan", *HEADINGS, "Daftar"]
    for name, headings in HEADINGS.items():
        sheet = book[name]
        (only,) = sheet.tables.values()
        assert [each.name for each in only.tableColumns] == headings
        assert [each.value for each in sheet[only.ref][0]] == headings
        assert only.autoFilter is not None
        header = sheet[only.ref][0][0].row
        assert sheet.freeze_panes == f"A{header + 1}"
        assert sheet.print_title_rows == f"${header}:${header}"
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (14, "landscape")
        assert not sheet.merged_cells.ranges


def test_a_sheet_is_printed_as_large_as_can_be_read(book: Workbook) -> None:
    fitted = {name for name in HEADINGS if book[name].sheet_properties.pageSetUpPr.fitToPage}
    assert all(book[name].page_setup.fitToHeight == 0 for name in fitted)
    wide = set(HEADINGS) - fitted
    assert wide == {"Temuan", "Dikecualikan", "Penyesuaian", "Pertanyaan"}
    assert all(69 <= (book[name].page_setup.scale or 100) <= 100 for name in wide)
    # Each page says what its rows are about, and what only programs read is left out.
    assert book["Temuan"].print_title_cols == "$A:$F"
    assert book["Temuan"].print_area == "'Temuan'!$A$1:$R$9"
    assert book["Berkas"].print_area == "'Berkas'!$A$1:$K$7"


def test_links_to_marked_drafts_part_no_page_that_was_whole(book: Workbook, tmp_path: Path) -> None:
    back = tuple(ReturnedDraft(file=each.file, path=f"kembali/{each.file}") for each in OUTCOME.sops)
    made = written(replace(OUTCOME, returned=back), tmp_path)
    for name in HEADINGS:
        assert made[name].sheet_properties.pageSetUpPr.fitToPage == book[name].sheet_properties.pageSetUpPr.fitToPage
        assert (made[name].page_setup.scale or 100) >= 69


def test_every_page_names_its_sheet_and_counts_itself(tmp_path: Path) -> None:
    write_workbook(replace(OUTCOME, office="Kantor A & B"), tmp_path / "konsolidasi.xlsx")
    with ZipFile(tmp_path / "konsolidasi.xlsx") as package:
        pages = [package.read(f"xl/worksheets/sheet{at}.xml").decode() for at in range(1, 12)]
    assert all("Halaman &amp;P dari &amp;N" in page for page in pages)
    assert all("Kantor A &amp;&amp; B&amp;R" in page for page in pages)


def test_text_of_a_draft_never_becomes_a_formula(book: Workbook) -> None:
    for sheet in book:
        for cells in sheet.iter_rows():
            formulas = [each for each in cells if each.data_type == "f"]
            assert all(str(each.value).startswith("=SUM(") for each in formulas)
    title = next(each for each in column(book["Langkah"], "Nama SOP") if each.value == HOSTILE)
    assert title.data_type == "s"
    assert title.quotePrefix
    found = next(each for each in column(book["Temuan"], "Ditemukan") if each.value == "+secepatnya")
    assert found.quotePrefix


def test_a_corrected_cell_holds_the_new_value_and_tells_the_old_one(book: Workbook) -> None:
    sheet = book["Inventaris"]
    changed = next(each for each in sheet["D"] if each.value == "SOP Penerbitan Izin")
    assert changed.comment.text == "Semula: SOP Penerbitan Ijin\nAlasan: Mengikuti naskah."
    assert changed.fill.fgColor.rgb == "FFDDEFE6"
    others = [each for cells in sheet.iter_rows() for each in cells if each.comment and each is not changed]
    assert others == []


def test_the_inventory_keeps_its_order_and_what_stands_outside_it_comes_last(book: Workbook) -> None:
    rows = table(book["Inventaris"])
    assert [each["Nama SOP"] for each in rows] == [
        "SOP Pelayanan Wakaf", "SOP Penerbitan Izin", "SOP Pindah Madrasah", HOSTILE,
    ]  # fmt: skip
    assert [each["No"] for each in rows] == [1, 2, 3, 4]
    assert rows[1]["Perbedaan"] == "nama SOP: induk “Ijin”, naskah “Izin”. Yang dipakai: naskah. Ejaan baku."
    assert [each["Status"] for each in rows] == ["cocok", "cocok", "belum diserahkan", "di luar induk"]


def test_steps_give_minutes_where_time_can_be_measured(book: Workbook) -> None:
    rows = table(book["Langkah"])
    assert [(each["No"], each["Waktu"], each["Waktu (menit)"]) for each in rows] == [
        (1, "30 menit", 30), ("2a", "1 hari kerja", 450), (3, "secepatnya", None), (1, "7,5 menit", 7.5),
    ]  # fmt: skip
    assert rows[0]["Kegiatan"] == "Menerima\ufffd berkas"
    assert rows[1]["Pelaksana"] == "PETUGAS PTSP\nKepala Kantor"


def test_roles_are_one_whatever_their_case_and_the_heaviest_comes_first(book: Workbook) -> None:
    rows = [tuple(each.values()) for each in table(book["Pelaksana"])]
    assert rows == [
        ("Petugas PTSP", "terberat (menit, langkah)", 2, 3, 2, 0.4, 480, 1.1, 0.512, 0, "PETUGAS PTSP"),
        ("Kepala Kantor", None, 1, 1, 1, 0.2, 450, 1, 0.48, 0, None),
        ("Arsiparis", "terberat (langkah)", 1, 2, 2, 0.4, 7.5, 0, 0.008, 1, None),
    ]


@pytest.mark.parametrize("name", ["Temuan", "Koreksi", "Pertanyaan"])
def test_decisions_are_picked_from_the_hidden_list(book: Workbook, name: str) -> None:
    sheet = book[name]
    (only,) = sheet.data_validations.dataValidation
    (area,) = only.sqref.ranges
    headings = HEADINGS[name]
    assert area.min_col == area.max_col == headings.index("Keputusan") + 1
    (ref_,) = (each.ref for each in sheet.tables.values())
    assert (area.min_row, area.max_row) == (sheet[ref_][1][0].row, sheet[ref_][-1][0].row)
    assert only.formula1.startswith("Daftar!$")
    offered = [each.value for cells in book["Daftar"][only.formula1.split("!")[1]] for each in cells]
    expected = ["calon 1", "calon 2", "bukan semuanya", "ubah", "bahas"]
    assert offered == (expected if name == "Pertanyaan" else ["terima", "tolak", "ubah", "bahas"])


def test_the_list_sheet_is_out_of_sight(book: Workbook) -> None:
    assert book["Daftar"].sheet_state == "veryHidden"


def test_findings_and_corrections_say_where_they_stand(book: Workbook) -> None:
    first = table(book["Temuan"])[0]
    assert (first["Unit"], first["Bobot"], first["Tempat"], first["Letak"]) == (
        "Seksi Pendidikan Madrasah", "harus diperbaiki", "langkah 2, waktu", "tabel 2, baris 4, kolom 3",
    )  # fmt: skip
    places = [(each["Sasaran"], each["Letak"], each["Bidang"]) for each in table(book["Koreksi"])]
    assert places == [
        ("Inventaris", "lembar Induk, baris 9, sel C9", "nama SOP"),
        ("Naskah", "penmad/izin.docx, bagian 1", "nomor SOP"),
    ]


def test_a_finding_shows_its_correction_or_its_question_and_one_that_is_accepted_is_not_open(tmp_path: Path) -> None:
    first, second, third, *_ = OUTCOME.findings
    sure = replace(first, id="ST102-1", correction=Replacement(before="=1", after="-2", why="Salah hitung."))
    asked = replace(second, id="NM101-1", question="Nomor mana?")
    outcome = replace(
        OUTCOME, findings=(sure, asked), accepted=(replace(third, id="RD101-1"),), reasons=(("RD101-1", "Sudah lama."),)
    )
    book = written(outcome, tmp_path)
    names = ("Usulan perbaikan", "Semula", "Menjadi", "Pertanyaan", "Id")
    assert [tuple(each[name] for name in names) for each in table(book["Temuan"])] == [
        ("Tulis angka dan satuannya.\nSalah hitung.", "=1", "-2", None, "ST102-1"),
        ("Tulis angka dan satuannya.", None, None, "Nomor mana?", "NM101-1"),
    ]
    assert column(book["Temuan"], "Semula")[0].quotePrefix
    (taken,) = table(book["Dikecualikan"])
    assert (taken["Kode"], taken["Alasan"], taken["Id"]) == ("RD101", "Sudah lama.", "RD101-1")
    _, *families = lines(book["Ringkasan"], "TabelKeluarga")
    assert sum(each[-1] for each in families) == 2


def test_each_step_towards_equal_numbers_has_a_row_with_the_numbers_of_its_unit(tmp_path: Path) -> None:
    found = replace(
        OUTCOME.reconciliation,
        proposals=(
            Proposal(
                unit=ZAWA, action=Action.DROP, title=HOSTILE, why="Ganda.", row=None, draft=ref(FILE, HOSTILE, ZAWA)
            ),
            Proposal(unit=PENMAD, action=Action.WRITE, title="SOP Kedua", why="Susun.", row=ROWS[1].place, draft=None),
        ),
        balances=tuple(
            Balance(unit=unit, inventory=4, added=0, submitted=3, written=1, moved_in=0, left_out=0, agreed=4)
            for unit in (PENMAD, ZAWA)
        ),
    )
    sheet = written(replace(OUTCOME, reconciliation=found), tmp_path)["Penyesuaian"]
    names = ("Unit", "Usulan", "Nama SOP", "Berkas", "Baris induk kini", "Naskah kini", "Jumlah sesudahnya")
    assert [tuple(each[name] for name in names) for each in table(sheet)] == [
        (PENMAD, "susun", "SOP Kedua", None, 4, 3, 4),
        (ZAWA, "tarik", HOSTILE, FILE, 4, 3, 4),
    ]
    assert table(sheet)[0]["Letak di induk"] == str(ROWS[1].place)


def test_shared_sops_stand_side_by_side_a_row_for_each_thing_compared(tmp_path: Path) -> None:
    first = shared(
        "SOP Rujuk", (), ("KUA A", "=KUA B", "Keadaan"),
        aligned((1, 1, 1), duration=("5 menit", "+7 menit", "5 menit"), output=("Map", "Nota", "Buku")),
        aligned((2, None, 2)),
    )  # fmt: skip
    second = shared("SOP Wakaf", (), ("kua a", "KUA A"), aligned((1, 1)))
    book = written(replace(OUTCOME, disparities=(first, second)), tmp_path)
    rows = table(book["Disparitas"])
    units = ["KUA A", "=KUA B", "Keadaan (2)", "KUA A (2)"]
    headings, decision = HEADINGS["Disparitas"][:6], HEADINGS["Disparitas"][6:]
    assert list(rows[0]) == [*headings, *units, *decision]
    assert len(rows) == 18
    told = [tuple(each[name] for name in ("Bidang", *units, "Usulan bersama", "Keadaan")) for each in rows]
    assert told[4] == ("waktu", "5 menit", "≠ +7 menit", "5 menit", None, "5 menit", "berbeda")
    assert told[5] == (
        "output", "? pilihan 1: Map", "? pilihan 2: Nota", "? pilihan 3: Buku", None, None, "perlu diputuskan",
    )  # fmt: skip
    assert told[6] == (
        "keberadaan langkah", "langkah 2", "✗ tidak ada", "langkah 2", None, "dipakai, ada di 2 dari 3 unit",
        "tidak ada",
    )  # fmt: skip
    assert told[7] == ("kegiatan", "Menerima", "tidak ada", "Menerima", None, "Menerima", "sama")
    assert told[13] == ("kegiatan", "Menerima", None, None, "Menerima", "Menerima", "sama")
    assert next(each for each in book["Disparitas"][3] if each.value == "=KUA B").quotePrefix
    assert str(book["Ringkasan"]["A5"].value).endswith("1 SOP berbeda antarunit (lembar Disparitas).")


def test_a_doubtful_pair_shows_all_its_candidates(book: Workbook) -> None:
    (only,) = table(book["Pertanyaan"])
    assert list(only.values())[:9] == [
        "pasangan", "SOP Lain", "zawa/lain.docx", "buka", "SOP Pelayanan Wakaf", 0.62, "SOP Zakat", 0.6,
        "Perlu ditanyakan.",
    ]  # fmt: skip


def test_every_file_is_listed_with_what_was_not_understood(book: Workbook) -> None:
    rows = table(book["Berkas"])
    assert [(each["Berkas"], each["Terbaca"], each["SOP di dalamnya"], each["Langkah"]) for each in rows] == [
        ("inventory.xlsx", "ya", None, None), ("penmad/izin.docx", "ya", 2, 4),
        ("zawa/lain.docx", "ya", 1, 0), ("zawa/rusak.doc", "tidak", 0, 0),
    ]  # fmt: skip
    assert rows[0]["Tidak terbaca"].split("\n") == [
        "lembar Induk, baris 1, 2 dilewati: di atas kepala tabel",
        "lembar Induk, baris 20: jumlah tertulis 4, terhitung 3",
    ]
    assert rows[1]["Dibaca"] == "1.475 bentuk gambar, hasil konversi LibreOffice"
    assert rows[1]["Dicatat"] == "2 komentar"
    assert rows[1]["Tidak terbaca"].split("\n") == [
        "1 objek tertanam Visio.Drawing.15",
        "tidak dikenali: diagram alir berupa gambar (tabel 2, baris 4, kolom 3)",
    ]
    assert [each["Baris di Isi Berkas"] for each in rows] == [None, 1, 1, 1]
    told = column(book["Berkas"], "Tidak terbaca")
    sentence = next(each for each in told if each.value == "RD002: Bukan naskah Word.")
    assert sentence.font.color.rgb == "FFB3261E"


def test_every_single_thing_beside_what_was_surely_read_has_a_row_of_its_own(tmp_path: Path) -> None:
    by, at = "Rina Contoh", DocxPlace(part="header1", paragraph=2)
    first, second, last = OUTCOME.sops
    marked_up = replace(
        last,
        identity=replace(
            last.identity, number=Value(text="02", place=HERE, sure=0.9),
            labels=(PrintedLabel(field="number", text="Nomer SPO", place=HERE),),
        ),
        aside=(Unread(what="baris jumlah: 35 menit", place=HERE),),
        notes=(Note(kind="footnote", text="Lihat KMA.", author="", date="", place=HERE),
               Note(kind="comment", text="Setuju.", author=by, date="2025-08-12T09:14:00Z", place=at)),
        revisions=(Revision(kind="del", author=by, date="kemarin", text="=1+1", place=HERE),
                   Revision(kind="row inserted", author=by, date="1601-01-01T00:00:00Z", text=" ", place=HERE)),
    )  # fmt: skip
    sheet = written(replace(OUTCOME, sops=(first, second, marked_up)), tmp_path)["Isi Berkas"]
    rows = [tuple(value for name, value in each.items() if name != "Buka") for each in table(sheet)]
    here, header = "tabel 2, baris 4, kolom 3", "kepala halaman, paragraf 2"
    picture = ("tidak dikenali", "diagram alir berupa gambar", here, None, None)
    assert rows[0] == (FILE, PENMAD, "(seluruh berkas)", *picture)
    assert [each[3:] for each in rows[1:8]] == [
        picture,
        ("terbaca tetapi ragu", "nomor SOP dari label “Nomer SPO”: “02”", here, None, None),
        ("komentar", "Setuju.", header, by, datetime(2025, 8, 12)),  # noqa: DTZ001 - a day of a sheet has no zone
        ("catatan kaki", "Lihat KMA.", here, None, None),
        ("perubahan terlacak", "dihapus: “=1+1”", here, by, "kemarin"),
        ("perubahan terlacak", "baris disisipkan (tanpa teks)", here, by, "1601-01-01T00:00:00Z"),
        ("dikesampingkan", "baris jumlah: 35 menit", here, None, None),
    ]
    assert [each[:3] for each in rows[1:8]] == [("zawa/lain.docx", ZAWA, "SOP Lain")] * 7
    assert rows[8:] == [
        ("zawa/rusak.doc", ZAWA, "(seluruh berkas)", "berkas tidak terbaca", "RD002: Bukan naskah Word.",
         "seluruh naskah", None, None),
    ]  # fmt: skip
    assert next(each for each in column(sheet, "Tanggal") if each.is_date).number_format == "[$-421]d mmmm yyyy"


def test_a_file_with_much_that_was_not_understood_shows_its_first_things_and_counts_the_rest(tmp_path: Path) -> None:
    many = tuple(Unread(what=f"kalimat {at}", place=HERE) for at in range(1, 9))
    book = written(replace(OUTCOME, sops=(replace(OUTCOME.sops[2], unread=many),)), tmp_path)
    row = next(each for each in table(book["Berkas"]) if each["Berkas"] == "zawa/lain.docx")
    assert str(row["Tidak terbaca"]).split("\n")[-2:] == [
        "tidak dikenali: kalimat 5 (tabel 2, baris 4, kolom 3)",
        "dan 3 lagi, lihat lembar Isi Berkas",
    ]
    assert row["Baris di Isi Berkas"] == 8
    assert [each["Isi"] for each in table(book["Isi Berkas"])[:8]] == [each.what for each in many]


def test_the_summary_counts_as_the_outcome_does(book: Workbook) -> None:
    sheet = book["Ringkasan"]
    headings, *units = lines(sheet, "TabelUnit")
    assert headings == UNIT_HEADINGS
    assert units == [
        [PENMAD, 2, 2, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1],
        [ZAWA, 1, 1, 1, 0, 0, 0, 2, 1, 0, 1, 1, 0],
        ["(bukan milik satu unit)", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    ]
    _, *families = lines(sheet, "TabelKeluarga")
    assert sum(each[-1] for each in families) == len(OUTCOME.findings)
    assert [each[1] for each in families if each[-1]] == ["RD", "ID", "ST", "NM", "SE"]


def test_the_totals_are_formulas_whose_stored_result_is_the_sum(tmp_path: Path, book: Workbook) -> None:
    sheet = book["Ringkasan"]
    _, *units = lines(sheet, "TabelUnit")
    below = sheet[sheet.tables["TabelUnit"].ref][-1][0].row + 1
    assert [each.value for each in sheet[below]][:3] == ["Jumlah", "=SUM(B8:B10)", "=SUM(C8:C10)"]
    write_workbook(OUTCOME, tmp_path / "konsolidasi.xlsx")
    stored = CalamineWorkbook.from_path(tmp_path / "konsolidasi.xlsx").get_sheet_by_name("Ringkasan")
    sums = [sum(column) for column in zip(*(each[1:] for each in units), strict=True)]
    assert stored.to_python(skip_empty_area=False)[below - 1][:13] == ["Jumlah", *sums]


def test_the_summary_says_the_state_in_words_and_leads_to_every_sheet(book: Workbook) -> None:
    sheet = book["Ringkasan"]
    assert [sheet.cell(at, 1).value for at in range(1, 6)] == [
        "Kantor Kementerian Agama Kota Tirtawangi",
        "Konsolidasi SOP",
        "Keadaan 24 November 2026 pukul 07.50",
        "3 SOP dibaca: 2 cocok dengan induk, 1 belum diserahkan, 1 di luar induk, 0 ganda; 2 siap dibahas; "
        "2 temuan harus diperbaiki, 2 perlu diperiksa.",
        "Perlu tindakan: 1 berkas tidak terbaca (lembar Berkas), 1 pasangan meragukan (lembar Pertanyaan), "
        "2 koreksi menunggu keputusan (lembar Koreksi).",
    ]
    links = {each.value: each.hyperlink.location for cells in sheet.iter_rows() for each in cells if each.hyperlink}
    assert links == {name: f"'{name}'!A1" for name in HEADINGS}


def test_the_chart_is_told_in_words(tmp_path: Path) -> None:
    write_workbook(OUTCOME, tmp_path / "konsolidasi.xlsx")
    with ZipFile(tmp_path / "konsolidasi.xlsx") as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
        chart = package.read("xl/charts/chart1.xml").decode()
    assert "2 cocok, 1 belum diserahkan, 1 di luar induk, 0 ganda" in drawing
    # The line of findings that belong to no unit has no bar.
    assert "Ringkasan!$A$8:$A$9" in chart


def test_the_verdict_of_each_unit_is_that_of_the_report(book: Workbook) -> None:
    report = {each.name: each.verdict for each in Page(OUTCOME).units}
    headings, *units = lines(book["Ringkasan"], "TabelUnit")
    at = headings.index("SOP siap dibahas")
    told = {unit[0]: tuple(unit[at : at + 3]) for unit in units[:2]}
    assert told == {name: (report[name].ready, report[name].flawed, report[name].unreadable) for name in told}


def test_colours_follow_what_a_cell_says(book: Workbook) -> None:
    sheet = book["Temuan"]
    rules = {str(each.sqref): each.rules for each in sheet.conditional_formatting}
    (at,) = {each.column_letter for each in column(sheet, "Keputusan")}
    (decided,) = (found for area, found in rules.items() if area.startswith(at))
    assert {each.formula[0] for each in decided} == {
        f'"{word}"' for word in ("terima", "tolak", "ubah", "bahas", "bukan semuanya")
    }
    # A change without what to change to, and the other way round.
    (value,) = {each.column_letter for each in column(sheet, "Ubah menjadi")}
    ((missing,),) = (found for area, found in rules.items() if area.startswith(value))
    assert missing.formula == [f'(${at}5="ubah")<>(LEN(TRIM(${value}5))>0)']


def test_a_sheet_leads_back_to_the_first_one(book: Workbook) -> None:
    for name in HEADINGS:
        back = [each.hyperlink.location for each in book[name][1] if each.hyperlink]
        assert back == ["'Ringkasan'!A1"]


def test_a_very_long_sheet_opens_a_file_where_its_rows_begin() -> None:
    files = {"a.docx": "external:../a.docx", "b.docx": "external:../b.docx"}
    rows = tuple((words("a.docx" if at < 3 else "b.docx"),) for at in range(12_000))
    sheet = Sheet(name="X", about="", none="", columns=(Column(heading="Berkas", width=9),), rows=rows)
    linked = with_links(sheet, files, {})
    assert [each.heading for each in linked.columns] == ["Berkas", "Buka"]
    assert [at for at, cells in enumerate(linked.rows) if cells[1].link] == [0, 3]
    short = with_links(replace(sheet, rows=rows[:5]), files, {})
    assert [bool(cells[1].link) for cells in short.rows] == [True] * 5


def test_a_draft_that_went_back_marked_up_opens_beside_the_draft_itself(tmp_path: Path) -> None:
    back = ReturnedDraft(file=FILE, path=f"kembali/{FILE}", comments=2, changes=1, left=("Satu koreksi tertinggal.",))
    made = written(replace(OUTCOME, returned=(back,)), tmp_path)
    found = next(each for each in column(made["Temuan"], "Bertanda") if each.hyperlink)
    assert (found.value, found.hyperlink.target.replace("\\", "/")) == ("buka", f"kembali/{FILE}")
    (told,) = (each for each in table(made["Berkas"]) if each["Berkas"] == FILE)
    assert told["Dikembalikan dengan"] == "2 komentar, 1 koreksi terlacak\nSatu koreksi tertinggal."


HOSTILE_TEXTS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", '=HYPERLINK("x")', "<r>=1</r>")


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_no_text_of_anybody_becomes_a_formula_on_any_sheet(tmp_path: Path, text: str) -> None:
    identity = Identity(
        title=Value(text=text, place=HERE), legal_basis=(Value(text=text, place=HERE),),
        related=(Value(text=text, place=HERE),),
    )  # fmt: skip
    acting = replace(step("1", text, (text,), "1 jam"), requirements=text, output=text, note=text, number=text)
    odd = replace(OUTCOME.sops[0], identity=identity, steps=(acting,), actors=())
    base = made_up(text)
    made = written(replace(base, sops=(*base.sops, odd), office=text), tmp_path)
    for sheet in made:
        for cells in sheet.iter_rows():
            for each in cells:
                assert each.data_type != "f" or str(each.value).startswith("=SUM(")
                if isinstance(each.value, str) and each.value.startswith(FORMULA_STARTS) and each.data_type == "s":
                    assert each.quotePrefix or sheet.title in ("Ringkasan", "Daftar")


def test_a_text_that_looks_like_rich_text_stays_a_text(tmp_path: Path) -> None:
    text = '<r><t>tebal & "miring"</t></r>'
    noted = replace(OUTCOME.sops[0], steps=(step("1", text, (text,), "1 jam"),))
    book = written(replace(OUTCOME, sops=(noted,)), tmp_path)
    (only,) = table(book["Langkah"])
    assert (only["Kegiatan"], only["Pelaksana"]) == (text, text)
    assert f" {text}" in [each[0] for each in lines(book["Ringkasan"], "TabelBeban")]


def test_an_empty_outcome_gives_the_same_sheets(tmp_path: Path) -> None:
    empty = written(EMPTY, tmp_path)
    assert empty.sheetnames == ["Ringkasan", *HEADINGS, "Daftar"]
    for name, headings in HEADINGS.items():
        assert table(empty[name]) == [dict.fromkeys(headings)]
    assert empty["Temuan"]["A2"].value == "Tidak ada temuan."


def test_a_text_too_long_for_a_cell_is_cut_and_the_files_sheet_says_so(tmp_path: Path) -> None:
    long = "ijin " * 7_000
    cut_off = replace(OUTCOME, findings=(replace(OUTCOME.findings[0], found=long),))
    book = written(cut_off, tmp_path)
    (only,) = table(book["Temuan"])
    assert only["Ditemukan"] == long[:32_766] + "…"
    assert "1 sel dipotong" in book["Berkas"]["A3"].value
    assert "Temuan Ditemukan baris 5" in book["Berkas"]["A3"].value
    assert column(book["Temuan"], "Ditemukan")[0].row == 5
    assert table(book["Berkas"])[1]["Berkas"] == "penmad/izin.docx"


def test_a_long_reason_is_cut_in_the_note_only(tmp_path: Path) -> None:
    (change, _) = OUTCOME.reconciliation.corrections
    reconciliation = replace(OUTCOME.reconciliation, corrections=(replace(change, why="sebab " * 2_000),))
    book = written(replace(OUTCOME, reconciliation=reconciliation), tmp_path)
    (only,) = table(book["Koreksi"])
    assert only["Alasan"] == "sebab " * 2_000
    note = next(each.comment.text for each in book["Inventaris"]["D"] if each.comment)
    assert len(note) == 2_000
    assert note.endswith("…")


def test_cutting_counts_as_excel_does_and_splits_no_letter() -> None:
    assert cut("ab", 2) == "ab"
    assert cut("a😀b", 3) == "a…"
    assert cut("abcd", 3) == "ab…"


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert clean("a\x00b\ud800c\uffffd\r\ne\tf") == "a\ufffdb\ufffdc\ufffdd\ne\tf"


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    narrow, wide = Column(heading="a", width=10), Column(heading="b", width=60)
    text = "Menerima dan memeriksa kelengkapan berkas"
    assert RowHeight((wide,)).pixels((Cell(value=text),)) == RowHeight((wide,)).pixels((Cell(value=7),)) == 20
    assert RowHeight((narrow,)).pixels((Cell(value=text),)) > RowHeight((wide,)).pixels((Cell(value="satu\ndua"),)) > 20
    assert RowHeight((narrow,)).pixels((Cell(value="x" * 32_000),)) == 545


def test_the_same_outcome_gives_the_same_parts(tmp_path: Path) -> None:
    parts = []
    for name in ("satu.xlsx", "dua.xlsx"):
        write_workbook(OUTCOME, tmp_path / name)
        with ZipFile(tmp_path / name) as package:
            parts.append({each: package.read(each) for each in package.namelist()})
    assert parts[0] == parts[1]


def test_the_workbook_bears_the_time_of_the_run(tmp_path: Path) -> None:
    # File properties are in universal time, the sheet speaks of the office's clock.
    local = datetime(2026, 11, 24, 7, 50, tzinfo=timezone(timedelta(hours=7)))
    book = written(replace(OUTCOME, when=local), tmp_path)
    assert book.properties.created == datetime(2026, 11, 24, 0, 50)  # noqa: DTZ001 - openpyxl gives it so
    assert book["Ringkasan"]["A3"].value == "Keadaan 24 November 2026 pukul 07.50"


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    soffice, pdftotext = shutil.which("soffice"), shutil.which("pdftotext")
    if soffice is None or pdftotext is None:
        pytest.skip("needs LibreOffice (soffice) and Poppler (pdftotext)")
    write_workbook(OUTCOME, tmp_path / "konsolidasi.xlsx")
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "konsolidasi.xlsx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    pdf = [pdftotext, "-layout", "konsolidasi.pdf", "-"]
    text = subprocess.run(pdf, cwd=tmp_path, check=True, capture_output=True, timeout=60).stdout.decode()
    for told in ("Konsolidasi SOP", "SOP Penerbitan Izin", HOSTILE, "Menerima", "RD002", "Halaman 1 dari"):
        assert told in text

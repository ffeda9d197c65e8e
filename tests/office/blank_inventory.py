"""Nothing -> templates/inventory.xlsx, the empty master inventory that an office fills."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.office.inventory import (
    BLUE,
    BOLD,
    LEFT,
    MIDDLE,
    PLAIN,
    rule,
    save,
    set_up_print,
    set_widths,
    write_titles,
)

FORM, GUIDE, CHOICES = "Inventaris", "Petunjuk", "Daftar"
TITLES = (
    "DAFTAR INVENTARISASI STANDAR OPERASIONAL PROSEDUR (SOP)",
    "KANTOR KEMENTERIAN AGAMA KABUPATEN/KOTA …",
    "TAHUN 20…",
)
HEADER, ROWS = 5, 30
# Each column: heading, width, and the sentence that explains it.
COLUMNS = (
    ("NO", 5, "Diisi nomor urut SOP dengan angka; boleh dimulai lagi dari 1 pada setiap unit."),
    (
        "KODE PROBIS",
        14,
        "Diisi kode peta proses bisnis yang menjadi induk SOP; dikosongkan apabila belum ada.",
    ),
    (
        "UNIT KERJA",
        26,
        "Diisi nama lengkap unit kerja yang menyusun SOP, sekurang-kurangnya pada baris pertama unit tersebut.",
    ),
    (
        "NAMA SOP",
        46,
        "Diisi judul SOP secara lengkap, satu SOP pada satu baris, sama dengan judul pada naskah SOP.",
    ),
    (
        "NOMOR SOP",
        25,
        "Diisi nomor SOP sesuai dengan ketentuan tata naskah dinas; dikosongkan apabila belum diberikan.",
    ),
    ("TANGGAL PEMBUATAN", 16, "Diisi tanggal SOP pertama kali dibuat, misalnya 2 Juli 2025."),
    (
        "TANGGAL REVISI",
        16,
        "Diisi tanggal revisi terakhir; dikosongkan apabila SOP belum pernah direvisi.",
    ),
    (
        "TANGGAL EFEKTIF",
        16,
        "Diisi tanggal SOP mulai diberlakukan, yang tidak mendahului tanggal pembuatan dan tanggal revisi.",
    ),
    (
        "PENANGGUNG JAWAB",
        26,
        "Diisi nama jabatan, bukan nama orang, yang bertanggung jawab atas pelaksanaan SOP.",
    ),
    (
        "KET",
        18,
        "Diisi status SOP yang dipilih dari daftar, atau keterangan lain yang diperlukan.",
    ),
)
STATUSES = (
    ("Berlaku", "SOP telah ditetapkan dan masih digunakan."),
    ("Revisi", "SOP telah ada dan sedang diperbaiki."),
    ("Baru", "SOP baru disusun dan belum ditetapkan."),
    ("Dicabut", "SOP tidak digunakan lagi."),
    ("Dialihkan", "SOP menjadi kewenangan instansi lain."),
)
NOTES = (
    "Gantilah tanda titik-titik pada judul dengan nama kantor dan tahun inventarisasi.",
    "Baris dapat ditambah sesuai dengan kebutuhan dengan menyisipkan baris di dalam tabel.",
    "Baris judul kolom tidak diubah dan tidak dihapus.",
    "Simpanlah berkas ini dengan nama inventory.xlsx di dalam folder input.",
)


def write_blank_inventory(path: Path) -> None:
    """Write the empty form to the path, the same bytes each time."""
    workbook = Workbook()
    form = workbook.active
    form.title = FORM
    _write_form(form)
    _write_guide(workbook.create_sheet(GUIDE))
    _write_choices(workbook.create_sheet(CHOICES))
    save(workbook, path)


def _write_form(sheet: Worksheet) -> None:
    first, last = HEADER + 1, HEADER + ROWS
    set_widths(sheet, tuple(width for _, width, _ in COLUMNS))
    write_titles(sheet, TITLES, "J")
    for column, (heading, _, _) in enumerate(COLUMNS, 1):
        sheet.cell(HEADER, column, heading)
    rule(sheet, f"A{HEADER}:J{HEADER}", BOLD, MIDDLE, BLUE)
    sheet.row_dimensions[HEADER].height = 32
    rule(sheet, f"A{first}:J{last}", PLAIN, LEFT)
    for row in range(first, last + 1):
        sheet.row_dimensions[row].height = 20
        for column in (1, 2, 6, 7, 8):
            sheet.cell(row, column).alignment = MIDDLE
        for column in (6, 7, 8):
            sheet.cell(row, column).number_format = "[$-421]d mmmm yyyy"
        for column in (2, 5):
            sheet.cell(row, column).number_format = "@"
    statuses = DataValidation(type="list", formula1=f"{CHOICES}!$A$2:$A${1 + len(STATUSES)}", allow_blank=True)
    statuses.promptTitle, statuses.prompt = "Status SOP", "Pilih dari daftar atau isi sendiri."
    statuses.showInputMessage = True
    # The column takes free remarks too, so Excel must not refuse them.
    statuses.showErrorMessage = False
    statuses.add(f"J{first}:J{last}")
    sheet.add_data_validation(statuses)
    set_up_print(sheet, header=f"{HEADER}:{HEADER}", area=f"A1:J{last}")
    sheet.freeze_panes = f"A{first}"


def _write_guide(sheet: Worksheet) -> None:
    set_widths(sheet, (24, 100))
    sheet["A1"] = "PETUNJUK PENGISIAN DAFTAR INVENTARISASI SOP"
    sheet["A1"].font = Font(name="Arial", size=12, bold=True)
    columns = tuple((heading, sentence) for heading, _, sentence in COLUMNS)
    row = _write_table(sheet, 3, (("Kolom", "Cara pengisian"), *columns))
    row = _write_table(sheet, row + 1, (("Status", "Arti"), *STATUSES))
    numbered = tuple((str(number), note) for number, note in enumerate(NOTES, 1))
    _write_table(sheet, row + 1, (("Nomor", "Hal yang perlu diperhatikan"), *numbered))
    set_up_print(sheet, header="1:1", area=f"A1:B{sheet.max_row}")


def _write_table(sheet: Worksheet, top: int, lines: tuple[tuple[str, str], ...]) -> int:
    """Write the lines below each other, the first as heading; return the row below them."""
    for row, (name, sentence) in enumerate(lines, top):
        sheet.cell(row, 1, name)
        sheet.cell(row, 2, sentence)
        rule(sheet, f"A{row}:B{row}", PLAIN, Alignment(vertical="center", wrap_text=True))
        sheet.cell(row, 1).font = BOLD
        sheet.row_dimensions[row].height = 20 if len(sentence) <= 110 else 32
    rule(sheet, f"A{top}:B{top}", BOLD, MIDDLE, BLUE)
    return top + len(lines)


def _write_choices(sheet: Worksheet) -> None:
    for row, status in enumerate(("Status", *(name for name, _ in STATUSES)), 1):
        sheet.cell(row, 1, status).font = BOLD if row == 1 else PLAIN
    set_widths(sheet, (14,))
    # A form with one sheet to fill and one to read; the list is only for the drop-down.
    sheet.sheet_state = "hidden"

"""A corrected cell changes, and nothing beside it."""

import pytest

from pipeline.errors import DraftUnreadable
from pipeline.read.workbook import read_workbook
from pipeline.write.master.changes import CellChange
from pipeline.write.master.patch import corrected_master
from tests.extract.inventory.books import workbook
from tests.write.master.books import changed, opened, parts, rich, sheet_xml, with_parts

SHEET = "Daftar SOP"
SHEET_PART = "xl/worksheets/sheet1.xml"


def change(row: int, column: int, text: str, date: str = "", *, count: bool = False, sheet: str = SHEET) -> CellChange:
    return CellChange(sheet=sheet, row=row, column=column, text=text, date=date, count=count)


def cell(data: bytes, row: int, column: int) -> object:
    return opened(data)[SHEET].cell(row, column).value


def small(xml: str, *, names: str = "") -> bytes:
    """A workbook whose sheet has this XML."""
    data = workbook({SHEET: [["x"]]})
    root = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{xml}</worksheet>'
    return with_parts(data, {SHEET_PART: root.encode()})


@pytest.mark.parametrize("macro", [False, True], ids=["xlsx", "xlsm"])
def test_every_other_part_stays_byte_for_byte(macro: bool) -> None:
    before = rich(macro=macro)
    # No formula reads the number of a SOP.
    found = corrected_master(before, [change(8, 3, "033/SOP/2025")])
    assert found.left == ()
    assert found.data is not None
    assert changed(before, found.data) == {SHEET_PART}
    old, new = sheet_xml(before), sheet_xml(found.data)
    assert old.replace('<c r="C8" s="3"><v>3</v></c>', '<c r="C8" s="3"><v>33</v></c>') == new


def test_no_change_is_the_same_file() -> None:
    # A workbook made a second later carries another date.
    before = rich()
    assert corrected_master(before, []).data == before


def test_a_formula_that_reads_the_cell_loses_its_old_value_and_the_file_asks_to_be_calculated() -> None:
    before = rich()
    workbook_part = parts(before)["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    before = with_parts(before, {"xl/workbook.xml": workbook_part})
    after = corrected_master(before, [change(8, 2, "Surat")]).data
    assert after is not None
    assert '<c r="F8" s="2"><f>LEN(B8)</f></c>' in sheet_xml(after)
    assert "<f>LEN(B11)</f><v>" in sheet_xml(after)
    assert b'<calcPr calcId="124519" fullCalcOnLoad="1"/>' in parts(after)["xl/workbook.xml"]
    # The counts of the summary read the titles too.
    assert changed(before, after) == {SHEET_PART, "xl/worksheets/sheet2.xml", "xl/workbook.xml"}


def test_a_number_a_date_and_a_text_stay_what_they_were() -> None:
    asked = [
        change(6, 1, "12"), change(6, 3, "007/SOP/2025"), change(7, 3, "7/PKS/2025"),
        change(6, 4, "3 Februari 2025", "2025-02-03"), change(7, 4, "segera"), change(6, 2, "007"),
    ]  # fmt: skip
    after = corrected_master(rich(), asked).data
    assert after is not None
    assert (cell(after, 6, 1), cell(after, 6, 3), cell(after, 7, 3)) == (12, 7, "7/PKS/2025")
    assert str(cell(after, 6, 4)) == "2025-02-03 00:00:00"
    assert (cell(after, 7, 4), cell(after, 6, 2)) == ("segera", "007")
    shown = read_workbook(after, "a.xlsx").sheets[0].rows
    assert shown[5][:4] == ("12", "007", "007/SOP/2025", "2025-02-03")


@pytest.mark.parametrize(
    "text", ["=1+1", "+SUM(A1)", "<b>&amp;\"'</b>", "dua  spasi ", " di depan", "baris\nbaru", "é – “”", "@x", "-1a"]
)
def test_a_text_is_a_text(text: str) -> None:
    after = corrected_master(rich(), [change(6, 2, text)]).data
    assert after is not None
    assert cell(after, 6, 2) == text
    assert "<f>=1+1" not in sheet_xml(after)


def test_what_xml_cannot_hold_is_left_out_and_what_excel_would_decode_is_kept() -> None:
    after = corrected_master(rich(), [change(6, 2, "satu\x0bdua _x0041_")]).data
    assert after is not None
    assert "<t>satudua _x005F_x0041_</t>" in sheet_xml(after)


def test_a_formula_stays_and_is_named() -> None:
    found = corrected_master(rich(), [change(6, 6, "9"), change(6, 2, "Cuti")])
    assert found.left == (
        "Lembar Daftar SOP, sel F6: berisi rumus, jadi tidak diubah; perbaiki rumusnya, atau sel yang dirujuknya, di "
        "Excel.",
    )
    assert found.data is not None
    assert "<f>LEN(B6)</f>" in sheet_xml(found.data)
    assert cell(found.data, 6, 2) == "Cuti"


def test_a_count_that_a_formula_gives_keeps_the_formula() -> None:
    found = corrected_master(rich(), [change(15, 2, "9", count=True)])
    assert found.left == ()
    assert found.data is not None
    assert "<f>COUNTA(B6:B14)</f><v>9</v>" in sheet_xml(found.data)


def test_merged_cells_take_the_text_in_their_first() -> None:
    after = corrected_master(rich(), [change(1, 4, "DAFTAR SOP 2026")]).data
    assert after is not None
    assert cell(after, 1, 1) == "DAFTAR SOP 2026"


def test_cells_and_rows_that_the_file_does_not_hold_are_put_in_their_place() -> None:
    data = small(
        '<dimension ref="B2:D4"/><sheetData><row r="2" spans="2:4"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>'
        '<row r="4"/></sheetData>'
    )
    asked = [change(2, 1, "a"), change(2, 3, "b"), change(2, 5, "c"), change(4, 2, "d"), change(3, 2, "e")]
    after = corrected_master(data, [*asked, change(6, 1, "f")]).data
    assert after is not None
    rows = [list(row) for row in opened(after)[SHEET].iter_rows(values_only=True)]
    assert rows[1] == ["a", 1, "b", 2, "c"]
    assert [row[1] for row in rows[2:4]] == ["e", "d"]
    assert rows[5][0] == "f"
    xml = sheet_xml(after)
    assert 'dimension ref="A2:E6"' in xml
    assert 'row r="2" spans="1:5"' in xml
    order = [xml.index(f'r="{each}"') for each in ("A2", "B2", "C2", "D2", "E2", "B3", "B4", "A6")]
    assert order == sorted(order)


def test_an_empty_sheet_takes_cells() -> None:
    after = corrected_master(small("<sheetData/>"), [change(3, 2, "a")]).data
    assert after is not None
    assert cell(after, 3, 2) == "a"


def test_rows_and_cells_without_a_number_are_counted() -> None:
    data = small(
        '<sheetData><row><c><v>1</v></c></row><row r="5"><c r="B5"><v>2</v></c><c><v>3</v></c></row>'
        "<row><c><v>4</v></c></row></sheetData>"
    )
    after = corrected_master(data, [change(5, 3, "9"), change(6, 1, "8"), change(6, 2, "b")]).data
    assert after is not None
    assert (cell(after, 5, 2), cell(after, 5, 3), cell(after, 6, 1), cell(after, 6, 2)) == (2, 9, 8, "b")


def test_other_prefixes_and_encodings_are_kept_or_written_anew() -> None:
    xml = (
        '<?xml version="1.0" encoding="UTF-16"?><x:worksheet '
        'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" '
        't="inlineStr"><x:is><x:t>é</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
    )
    data = with_parts(workbook({SHEET: [["x"]]}), {SHEET_PART: xml.encode("utf-16")})
    after = corrected_master(data, [change(1, 1, "ü"), change(1, 2, "7"), change(2, 1, "ö")]).data
    assert after is not None
    assert (cell(after, 1, 1), cell(after, 1, 2), cell(after, 2, 1)) == ("ü", "7", "ö")
    assert "<x:is><x:t>ü</x:t></x:is>" in sheet_xml(after)


def test_a_part_of_an_array_is_left() -> None:
    data = small(
        '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">ROW(B1:B2)</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c></row></sheetData>'
    )
    found = corrected_master(data, [change(2, 1, "9")])
    assert found.data == data
    assert "rumus larik" in found.left[0]


def test_a_sheet_that_cannot_be_changed_is_named() -> None:
    data = with_parts(workbook({SHEET: [["x"]]}), {SHEET_PART: b"<worksheet/>"})
    found = corrected_master(data, [change(1, 1, "a")])
    assert found.data == data
    assert found.left[0].startswith("Lembar Daftar SOP tidak dapat diubah")


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(DraftUnreadable):
        corrected_master(b"PK no zip", [change(1, 1, "a")])
    with pytest.raises(DraftUnreadable):
        corrected_master(with_parts(rich(), {"_rels/.rels": None}), [change(1, 1, "a")])

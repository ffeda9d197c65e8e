"""Rows put in: what is above stays, what is below moves along, whatever it hangs on."""

import re

from pipeline.write.master.changes import CellChange, Corrected, NewRow
from pipeline.write.master.patch import corrected_master
from tests.extract.inventory.books import workbook
from tests.write.master.books import attribute, changed, opened, parts, rich, sheet_xml, texts, with_parts

SHEET = "Daftar SOP"
SHEET_PART = "xl/worksheets/sheet1.xml"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def new(after: int, title: str = "Baru", **more: object) -> NewRow:
    cells = ((1, str(after)), (2, title), (3, f"{after:03}/SOP/2025"))
    return NewRow(sheet=SHEET, after=after, like=after, cells=cells, **more)  # type: ignore[arg-type]


def added(data: bytes, *rows: NewRow) -> tuple[bytes, Corrected]:
    found = corrected_master(data, [], rows)
    assert found.data is not None
    return found.data, found


def test_only_the_parts_that_name_cells_of_the_sheet_change() -> None:
    before = rich(macro=True)
    after, found = added(before, new(8), new(14))
    assert changed(before, after) == {
        SHEET_PART, "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/charts/chart1.xml", "xl/drawings/drawing1.xml",
        "xl/drawings/vmlDrawing1.vml", "xl/comments1.xml",
    }  # fmt: skip
    assert found.left == ("Berkas memuat makro; bila makro menyebut nomor baris, sesuaikan dengan baris baru.",)


def test_the_sheet_moves_with_all_that_stands_on_it() -> None:
    after, _ = added(rich(), new(8), new(14))
    xml = sheet_xml(after)
    assert attribute(xml, "row", "r") == [str(row) for row in (1, *range(3, 20))]
    assert attribute(xml, "mergeCell", "ref") == ["A1:F1", "A5:F5", "A10:F10", "A13:F13"]
    assert attribute(xml, "conditionalFormatting", "sqref") == ["C6:C16", "B6:B16", "A6:A16"]
    assert attribute(xml, "dataValidation", "sqref") == ["E6:E16", "C15:C16"]
    assert texts(xml, "formula1") == ["Ref!$A$1:$A$3", "COUNTIF($C$6:$C$16,C15)=1"]
    assert attribute(xml, "brk", "id") == ["9", "16"]
    assert attribute(xml, "ignoredError", "sqref") == ["C6:C16"]
    assert attribute(xml, "hyperlink", "ref") == ["H18"]
    assert 'location="&apos;Daftar SOP&apos;!B15"' in xml
    assert texts(xml, "sqref") == ["A6:A16", "G15"]
    assert "<xm:f>'Daftar SOP'!A6:A16</xm:f>" in xml
    assert attribute(xml, "dimension", "ref") == ["A1:H19"]
    assert "<f>COUNTA(B6:B16)</f></c>" in xml


def test_the_rest_of_the_workbook_knows_where_everything_went() -> None:
    after, _ = added(rich(), new(8), new(14))
    found = {name: data.decode() for name, data in parts(after).items() if name.endswith(("xml", "vml"))}
    names = dict(re.findall(r'<definedName name="([^"]*)"[^>]*>([^<]*)<', found["xl/workbook.xml"]))
    assert names == {
        "_xlnm.Print_Area": "'Daftar SOP'!$A$1:$F$20", "_xlnm.Print_Titles": "'Daftar SOP'!$4:$4",
        "SemuaSOP": "'Daftar SOP'!$B$6:$B$16", "SopTerakhir": "'Daftar SOP'!$B$15",
    }  # fmt: skip
    assert texts(found["xl/charts/chart1.xml"], "f") == ["'Daftar SOP'!$B$6:$B$16", "'Daftar SOP'!$F$6:$F$16"]
    assert texts(found["xl/worksheets/sheet2.xml"], "f") == [
        "COUNTA('Daftar SOP'!B6:B9)", "COUNTA('Daftar SOP'!B11:B12)", "COUNTA('Daftar SOP'!B14:B16)",
        "'Daftar SOP'!B15&amp;\" (Daftar SOP!B14)\"",
    ]  # fmt: skip
    assert attribute(found["xl/comments1.xml"], "comment", "ref") == ["B6", "B15"]
    assert texts(found["xl/drawings/vmlDrawing1.vml"], "Row") == ["5", "14"]
    # The picture stands above the new rows, the text box below both.
    assert texts(found["xl/drawings/drawing1.xml"], "row") == ["1", "1", "18", "24"]


def test_a_new_row_looks_like_its_neighbour() -> None:
    after, _ = added(rich(), new(11, high=14, repeats=(5,)))
    sheet = opened(after)[SHEET]
    assert [sheet.cell(12, column).value for column in range(1, 7)] == [11, "Baru", 11, None, None, "=LEN(B12)"]
    assert [sheet.cell(12, column)._style for column in range(1, 7)] == [
        sheet.cell(11, column)._style for column in range(1, 7)
    ]
    assert sheet.row_dimensions[11].height == 33
    assert sheet.row_dimensions[12].height is None
    assert sheet.cell(14, 2).value == "Pengukuran Arah Kiblat"


def test_a_row_below_a_hidden_one_is_seen() -> None:
    after, _ = added(rich(hidden_row=7), new(7))
    assert re.findall(r'<row r="(\d+)"[^>]*hidden="1"', sheet_xml(after)) == ["7"]


def test_several_rows_stand_in_the_order_they_were_asked_in() -> None:
    after, _ = added(rich(), new(14, "Satu"), new(14, "Dua"), new(8, "Nol"))
    sheet = opened(after)[SHEET]
    assert [sheet.cell(row, 2).value for row in (9, 16, 17)] == ["Nol", "Satu", "Dua"]


def test_changes_are_given_in_rows_of_the_office() -> None:
    asked = [CellChange(sheet=SHEET, row=14, column=2, text="Diubah")]
    found = corrected_master(rich(), asked, [new(8)])
    assert found.data is not None
    assert opened(found.data)[SHEET]["B15"].value == "Diubah"


def one_sheet(xml: str, **more: str) -> bytes:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="B{row}" t="inlineStr"><is><t>SOP {row}</t></is></c></row>'
        for row in range(1, 7)
    )
    data = workbook({SHEET: [["x"]]})
    root = f'<worksheet {MAIN} xmlns:r="{RELATED}">{xml.replace("ROWS", rows)}</worksheet>'
    return with_parts(data, {SHEET_PART: root.encode(), **{name: text.encode() for name, text in more.items()}})


def test_cells_merged_for_several_sops_take_in_the_new_one() -> None:
    data = one_sheet(
        '<sheetData>ROWS</sheetData><mergeCells count="4"><mergeCell ref="C2:C4"/><mergeCell ref="D4:E4"/>'
        '<mergeCell ref="C5:C6"/><mergeCell ref="F3:F6"/></mergeCells>'
    )
    after, _ = added(data, new(4))
    xml = sheet_xml(after)
    assert attribute(xml, "mergeCell", "ref") == ["C2:C5", "D4:E4", "C6:C7", "F3:F7", "D5:E5"]
    assert attribute(xml, "mergeCells", "count") == ["5"]
    apart, _ = added(data, new(4, apart=True))
    assert attribute(sheet_xml(apart), "mergeCell", "ref")[0] == "C2:C4"


def test_a_shared_formula_is_written_out() -> None:
    cells = "".join(
        f'<row r="{row}"><c r="A{row}"><f t="shared" si="0"{text}<v>{row}</v></c></row>'
        for row, text in ((2, ' ref="A2:A5">A1+$B$4</f>'), (3, "/>"), (4, "/>"), (5, "/>"))
    )
    data = one_sheet(f"<sheetData>{cells}</sheetData>")
    after, _ = added(data, NewRow(sheet=SHEET, after=3, like=3, cells=((1, "3.5"),), order=1))
    xml = sheet_xml(after)
    # Order 4 counts on from the row that came in; the orders' own values are given by `recounted`.
    assert texts(xml, "f") == ["A1+$B$5", "A2+$B$5", "A3+$B$5", "A4+$B$5", "A5+$B$5"]
    assert "shared" not in xml
    assert '<c r="A4"><f>A3+$B$5</f><v>3.5</v></c>' in xml


def test_a_table_a_pivot_and_a_thread_of_notes_move() -> None:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        ("rId1", "table", "../tables/table1.xml"), ("rId2", "pivotTable", "../pivotTables/pivotTable1.xml"),
        ("rId3", "threadedComment", "../threadedComments/threadedComment1.xml"),
    )  # fmt: skip
    inner = "".join(f'<Relationship Id="{i}" Type="{kinds}/{k}" Target="{to}"/>' for i, k, to in relations)
    extra = {
        "xl/worksheets/_rels/sheet1.xml.rels":
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>',
        "xl/tables/table1.xml":
            f'<table {MAIN} id="1" ref="A1:B4" totalsRowCount="0"><autoFilter ref="A1:B4"/><tableColumns count="2">'
            f'<tableColumn id="1" name="No"><calculatedColumnFormula>{SHEET!r}!A6</calculatedColumnFormula>'
            "</tableColumn></tableColumns></table>",
        "xl/pivotTables/pivotTable1.xml":
            f'<pivotTableDefinition {MAIN}><location ref="A5:B6"/></pivotTableDefinition>',
        "xl/pivotCache/pivotCacheDefinition1.xml":
            f'<pivotCacheDefinition {MAIN}><cacheSource type="worksheet"><worksheetSource ref="A1:B4" sheet="{SHEET}"/>'
            "</cacheSource></pivotCacheDefinition>",
        "xl/threadedComments/threadedComment1.xml": '<ThreadedComments><threadedComment ref="B6"/></ThreadedComments>',
    }  # fmt: skip
    after, found = added(one_sheet("<sheetData>ROWS</sheetData>", **extra), new(4))
    assert found.left == ()
    told = {name: data.decode() for name, data in parts(after).items() if name in extra}
    assert 'ref="A1:B5" totalsRowCount' in told["xl/tables/table1.xml"]
    assert '<autoFilter ref="A1:B5"/>' in told["xl/tables/table1.xml"]
    assert ">'Daftar SOP'!A7<" in told["xl/tables/table1.xml"]
    assert 'location ref="A6:B7"' in told["xl/pivotTables/pivotTable1.xml"]
    assert 'ref="A1:B5" sheet' in told["xl/pivotCache/pivotCacheDefinition1.xml"]
    assert 'ref="B7"' in told["xl/threadedComments/threadedComment1.xml"]


def test_the_chain_of_calculation_goes_with_all_that_names_it() -> None:
    before = rich()
    types = parts(before)["[Content_Types].xml"].replace(
        b"</Types>", b'<Override PartName="/xl/calcChain.xml" ContentType="application/x"/></Types>'
    )
    relations = parts(before)["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{RELATED}/calcChain" Target="calcChain.xml"/></Relationships>'.encode(),
    )
    chained = with_parts(
        before,
        {
            "xl/calcChain.xml": f'<calcChain {MAIN}><c r="F6" i="1"/></calcChain>'.encode(),
            "[Content_Types].xml": types, "xl/_rels/workbook.xml.rels": relations,
        },
    )  # fmt: skip
    kept = corrected_master(chained, [CellChange(sheet=SHEET, row=6, column=2, text="Cuti")]).data
    assert kept is not None
    assert "xl/calcChain.xml" in parts(kept)
    after, _ = added(chained, new(8))
    assert "xl/calcChain.xml" not in parts(after)
    assert not any(b"calcChain" in data for data in parts(after).values())


def test_what_would_be_torn_is_not_touched_and_said() -> None:
    torn = {
        '<sheetData>ROWS<row r="8"><c r="C8"><f t="array" ref="C3:C6">A3:A6</f></c></row></sheetData>':
            "rumus larik C3:C6 akan terpotong",
        '<sheetData>ROWS<row r="8"><c r="C8"><f>SUM(Jan:Des!A1)</f></c></row></sheetData>':
            "ada rumus yang menjumlah beberapa lembar sekaligus",
        '<sheetData>ROWS<row r="8"><c r="C8"><f t="dataTable" ref="C8:C9" r1="A1"/></c></row></sheetData>':
            "ada tabel data (What-If)",
    }  # fmt: skip
    for xml, why in torn.items():
        data = one_sheet(xml)
        found = corrected_master(data, [], [new(4), new(4)])
        assert found.data == data
        assert found.left == (f"2 baris belum ditambahkan ke lembar Daftar SOP: {why}. Sisipkan sendiri di Excel.",)


def test_drawings_move_as_their_anchors_say() -> None:
    def anchor(kind: str, top: int, bottom: int) -> str:
        ends = f"<from><row>{top}</row></from><to><row>{bottom}</row></to>"
        return f'<twoCellAnchor editAs="{kind}">{ends}</twoCellAnchor>'

    drawing = "".join(anchor(kind, 2, 5) for kind in ("twoCell", "oneCell", "absolute")) + anchor("oneCell", 4, 9)
    data = one_sheet(
        '<sheetData>ROWS</sheetData><drawing r:id="rId1"/>',
        **{
            "xl/worksheets/_rels/sheet1.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
                f'Id="rId1" Type="{RELATED}/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
            ),
            "xl/drawings/drawing1.xml": f'<wsDr>{drawing}<sp textlink="$B$6"/></wsDr>',
        },
    )
    after, _ = added(data, new(4))
    found = parts(after)["xl/drawings/drawing1.xml"].decode()
    assert texts(found, "row") == ["2", "6", "2", "5", "2", "5", "5", "10"]
    assert 'textlink="$B$7"' in found

"""Two SOPs in one Word table, each with the symbols that were drawn over its own rows."""

from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.read.word import read_draft
from tests.builder import DraftBuilder, Row, cell, paragraph, row, text_box
from tests.cases.form import FIELDS, STEP_WIDTHS, headings


def _drawn(number: int, preset: str, text: str = "") -> Row:
    symbol = cell(paragraph(text_box(text, preset)))
    return row(str(number), "Memeriksa berkas", symbol, "", "", "Berkas", "5 menit", "Berkas", "")


def _rows(number: str, title: str, *steps: Row) -> tuple[Row, ...]:
    values = FIELDS | {"Nomor SOP": number, "Nama SOP": title}
    labelled = (row(cell(label, span=2), cell(value, span=7)) for label, value in values.items())
    return (*labelled, *headings(), *steps)


def test_symbols_of_one_sop_are_none_of_the_other() -> None:
    first = _rows("1/SOP", "SOP Penerbitan Izin", _drawn(1, "flowChartTerminator"), _drawn(2, "flowChartProcess"))
    second = _rows("2/SOP", "SOP Pelayanan Surat", _drawn(1, "flowChartDecision", "Berkas memenuhi?"))
    read = read_draft(DraftBuilder().table(STEP_WIDTHS, *first, *second).build(), "a.docx")
    found = [with_flow(read, sop, grid) for sop, grid in understand(read, "")]
    assert [[(node.kind.value, node.step) for node in each.flow.nodes] for each in found] == [
        [("terminator", 1), ("process", 2)],
        [("decision", 1)],
    ]
    assert [[each.what for each in sop.unread] for sop in found] == [[], []]

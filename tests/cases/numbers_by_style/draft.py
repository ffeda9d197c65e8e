"""A paragraph style numbers the steps, and a style made from it the legal basis; no paragraph names a list."""

from tests.builder import DraftBuilder, Row, items, row
from tests.cases.form import FIELDS, LISTS, MARK, fields_table, lists_table, steps


def draft() -> bytes:
    laws = items(*LISTS["Dasar Hukum"], style="DasarHukum")
    lists = lists_table({"Dasar Hukum": (laws,)})
    numbered = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    return (
        DraftBuilder()
        .list_of(("upperRoman", "%1."))
        .style("NomorLangkah", numbered.format(1))
        .style("DasarHukum", numbered.format(2), based_on="NomorLangkah")
        .raw(fields_table(FIELDS))
        .raw(lists)
        .raw(steps(*map(_step, ("Menerima permohonan", "Memeriksa kelengkapan berkas"))))
        .build()
    )


def _step(activity: str) -> Row:
    number = items("", style="NomorLangkah")
    return row(number, activity, "", MARK, "", "Berkas permohonan", "5 menit", "Surat rekomendasi", "")

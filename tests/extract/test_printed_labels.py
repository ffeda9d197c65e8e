"""Labels and headings are kept as they are printed, each with its own place, so that their spelling can be judged."""

import pytest

from pipeline.check.rules.NM104_spelling import RULE
from pipeline.extract.assemble import understand
from pipeline.model.sop import FieldName, Sop
from pipeline.read.word import read_draft
from pipeline.settings import DEFAULTS
from tests.builder import Block, DraftBuilder
from tests.cases.form import FIELDS, fields_table, identity, lists_table, steps


def read(fields: dict[str, str], heading: tuple[str, str] = ("Kelengkapan", "Kelengkapan")) -> Sop:
    table = Block(steps().replace(*heading, 1))
    draft = read_draft(DraftBuilder().raw(identity(fields)).raw(table).build(), "a.docx")
    return next(iter(understand(draft, "")))[0]


def renamed(label: str, other: str) -> dict[str, str]:
    return {other if each == label else each: text for each, text in FIELDS.items()}


def judged(sop: Sop) -> list[tuple[str, str, str]]:
    found = (each for each in RULE.check(sop, DEFAULTS) if each.correction)
    return [(each.where, each.correction.before, each.correction.after) for each in found if each.correction]


def test_each_label_stands_with_its_words_and_its_place_and_so_do_the_headings() -> None:
    found = read(FIELDS)
    labels = {each.field: each for each in found.identity.labels}
    assert set(labels) == {each.value for each in FieldName}
    assert (labels["effective"].text, labels["legal_basis"].text) == ("Tanggal Efektif", "Dasar Hukum")
    assert found.identity.effective
    assert labels["effective"].value_place == found.identity.effective.place != labels["effective"].place
    assert [(each.field, each.text) for each in found.headings] == [
        ("number", "No"), ("activity", "Kegiatan"), ("actors", "Pelaksana"), ("standards", "Mutu Baku"),
        ("note", "Keterangan"), ("requirements", "Kelengkapan"), ("duration", "Waktu"), ("output", "Output"),
    ]  # fmt: skip
    assert len({each.place for each in found.headings}) == 8
    assert judged(found) == []


@pytest.mark.parametrize(
    ("label", "printed", "where", "correction"),
    [
        ("Tanggal Efektif", "Tanggal Evektif", "effective", ("Evektif", "Efektif")),
        ("Tanggal Efektif", "TANGGAL EFEKTIP", "effective", ("EFEKTIP", "EFEKTIF")),
        ("Tanggal Pembuatan", "Tanggal Pembautan", "created", ("Pembautan", "Pembuatan")),
        ("Disahkan oleh", "Disyahkan oleh", "approved_by", ("Disyahkan", "Disahkan")),
    ],
)
def test_a_misspelt_label_is_corrected(label: str, printed: str, where: str, correction: tuple[str, str]) -> None:
    found = read(renamed(label, printed))
    assert judged(found) == [(where, *correction)]
    assert found.identity.labels_seen == frozenset(FieldName)


@pytest.mark.parametrize(
    ("printed", "correction"),
    [("Kelenkapan", ("Kelenkapan", "Kelengkapan")), ("Perlengapan", ("Perlengapan", "Perlengkapan"))],
)
def test_a_misspelt_heading_is_corrected(printed: str, correction: tuple[str, str]) -> None:
    found = read(FIELDS, ("Kelengkapan", printed))
    assert found.steps[0].requirements == "Surat permohonan"
    assert judged(found) == [("steps", *correction)]


def test_a_heading_that_a_narrow_column_breaks_is_no_slip() -> None:
    assert judged(read(FIELDS, ("Kelengkapan", "Keleng kapan"))) == []


def test_labels_that_share_a_line_are_kept_as_printed() -> None:
    shared = {"Nomor SOP": FIELDS["Nomor SOP"], "TANGGAL PEMBUATAN TANGGAL EVEKTIF": "2 Juli 2025\n1 Agustus 2025"}
    draft = read_draft(DraftBuilder().raw(fields_table(shared)).raw(lists_table()).raw(steps()).build(), "a.docx")
    found = next(iter(understand(draft, "")))[0]
    label = found.identity.label("effective")
    assert label is not None
    assert label.text == "TANGGAL EVEKTIF"
    assert judged(found) == [("effective", "EVEKTIF", "EFEKTIF")]

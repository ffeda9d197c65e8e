"""The guide behind a form: told aside in one text, and left to the file where a SOP stands behind its heading."""

from pathlib import Path

from pipeline.intake import Submission, read_sops
from pipeline.model.sop import Sop
from tests.builder import Block, DraftBuilder, paragraph, row, table, text_box
from tests.cases.form import FIELDS, identity, steps

HEADING = paragraph("PETUNJUK PENGISIAN FORMULIR")
SENTENCE = paragraph("Satu baris memuat satu kegiatan.")


def read(tmp_path: Path, *blocks: Block) -> list[Sop]:
    """The SOPs of a file with these blocks behind each other."""
    builder = DraftBuilder()
    for each in blocks:
        builder = builder.raw(each)
    file = tmp_path / "naskah.docx"
    file.write_bytes(builder.build())
    found = list(read_sops(Submission(path=file, name=file.name, folder="")))
    assert all(isinstance(each, Sop) for each in found)
    return found  # type: ignore[return-value]


def said(found: Sop) -> list[str]:
    """What was put aside."""
    return [each.what for each in found.aside]


def test_a_guide_is_told_in_one_text_with_the_words_of_its_drawings(tmp_path: Path) -> None:
    drawn = table((4000, 4000), row(paragraph(text_box("Ya")), "Belah ketupat"))
    plain = read(tmp_path, identity(), steps())
    (found,) = read(tmp_path, identity(), steps(), Block(HEADING + SENTENCE + drawn))
    assert said(found) == [
        "petunjuk pengisian: PETUNJUK PENGISIAN FORMULIR | Satu baris memuat satu kegiatan. | Belah ketupat | Ya"
    ]
    assert found.unread == ()
    assert (found.identity, found.steps, found.flow) == (plain[0].identity, plain[0].steps, plain[0].flow)


def test_a_sop_behind_such_a_heading_is_read(tmp_path: Path) -> None:
    second = FIELDS | {"Nomor SOP": "013/SOP/PENMAD/2025", "Nama SOP": "SOP Penerbitan Rekomendasi Pendirian Madrasah"}
    found = read(tmp_path, identity(), steps(), Block(HEADING + SENTENCE), identity(second), steps())
    assert [each.title for each in found] == [FIELDS["Nama SOP"], second["Nama SOP"]]
    assert [len(each.steps) for each in found] == [3, 3]
    assert [each.what for one in found for each in one.unread] == [
        "PETUNJUK PENGISIAN FORMULIR", "Satu baris memuat satu kegiatan.",
    ]  # fmt: skip
    assert not any(map(said, found))


def test_an_identity_block_below_its_steps_is_read_though_such_a_heading_stands_between(tmp_path: Path) -> None:
    (found,) = read(tmp_path, steps(), Block(HEADING), identity())
    assert found.title == FIELDS["Nama SOP"]
    assert said(found) == []


def test_words_that_only_name_a_guide_are_not_its_heading(tmp_path: Path) -> None:
    words = "Petunjuk pengisian tersedia di PTSP"
    (found,) = read(tmp_path, identity(), steps(), Block(paragraph(words)))
    assert [each.what for each in found.unread] == [words]

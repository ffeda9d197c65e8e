"""A footnote whose sign was deleted by a tracked change is printed no more, and is no note of the draft."""

from pipeline.read.word import read_draft
from tests.builder import DraftBuilder, note_mark, paragraph

GONE = '<w:del w:id="7" w:author="Penelaah" w:date="2025-07-01T08:00:00Z">{}</w:del>'


def test_a_footnote_with_a_deleted_sign_is_no_note() -> None:
    builder = DraftBuilder().note("footnote", "Lihat PMA lama.").note("footnote", "Lihat lampiran.")
    struck = GONE.format(note_mark("footnote", 1))
    draft = builder.raw(
        paragraph("Menerima berkas", note_mark("footnote", 2)).replace("</w:p>", f"{struck}</w:p>")
    ).build()
    assert [each.text for each in read_draft(draft, "draf.docx").notes] == ["Lihat lampiran."]


def test_a_footnote_with_its_sign_is_one() -> None:
    builder = DraftBuilder().note("footnote", "Lihat PMA lama.")
    draft = builder.raw(paragraph("Menerima berkas", note_mark("footnote", 1))).build()
    assert [each.text for each in read_draft(draft, "draf.docx").notes] == ["Lihat PMA lama."]

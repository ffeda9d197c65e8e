"""Of two footnotes one has a sign that is hidden: Word prints it no more, and it is no note beside the text."""

from tests.builder import DraftBuilder, Inline, note_mark, paragraph, row
from tests.cases.form import MARK, STEPS, identity, steps


def draft() -> bytes:
    unseen = Inline('<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>')
    second = row(
        "2", paragraph("Memeriksa kelengkapan", unseen, " berkas", note_mark("footnote", 2)), "", MARK, "",
        "Berkas permohonan", "10-15 menit", "Berkas lengkap", "Sesuai daftar",
    )  # fmt: skip
    return (
        DraftBuilder()
        .note("footnote", "Daftar periksa lama")
        .note("footnote", "Daftar periksa tersedia di loket")
        .raw(identity())
        .raw(steps(STEPS[0], second, STEPS[2]))
        .build()
    )

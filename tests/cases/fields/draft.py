"""Fields simple, in runs, one within another and without a result, and a link: what they show is read, no code."""

from tests.builder import DraftBuilder, Inline, field, hyperlink, paragraph, row, run, simple_field
from tests.cases.form import FIELDS, MARK, STEPS, identity, steps


def draft() -> bytes:
    code = Inline(f"<w:r><w:instrText> IF </w:instrText></w:r>{field('PAGE', '1')}")
    fields = FIELDS | {
        "Nomor SOP": paragraph("012/SOP/", simple_field("DOCPROPERTY Unit", "PENMAD"), "/2025"),
        "Tanggal Efektif": field('DATE \\@ "d MMMM yyyy"', "1 Agustus 2025"),
        "Nama SOP": paragraph("SOP Penerbitan ", field(code, run("Rekomendasi")), " Pindah Siswa", field("XE", None)),
    }
    second = row(
        "2", paragraph("Memeriksa ", field("REF daftar", field("REF isi", "kelengkapan")), " berkas"), "", MARK, "",
        paragraph(hyperlink("Berkas"), " permohonan"), "10-15 menit", "Berkas lengkap", "Sesuai daftar",
    )  # fmt: skip
    return DraftBuilder().raw(identity(fields)).raw(steps(STEPS[0], second, STEPS[2])).build()

"""Elements of old templates and smart tags around words, paragraphs, rows and cells: they are looked through."""

from tests.builder import DraftBuilder, cell, custom_xml, paragraph, row, run, smart_tag
from tests.cases.form import FIELDS, MARK, STEPS, identity, steps


def draft() -> bytes:
    fields = FIELDS | {
        "Nomor SOP": custom_xml(run("012/SOP/PENMAD/2025")),
        "Tanggal Efektif": custom_xml(paragraph("1 ", smart_tag(run("Agustus")), " 2025")),
    }
    second = row(
        "2", paragraph("Memeriksa berkas dari ", smart_tag(smart_tag(run("Kota Tirtawangi")))), "", MARK, "",
        custom_xml(cell("Berkas permohonan")), "10-15 menit", "Berkas lengkap", "",
    )  # fmt: skip
    return DraftBuilder().raw(identity(fields)).raw(steps(STEPS[0], custom_xml(second), STEPS[2])).build()

"""Two units in one file: each section's header gives its own unit's letterhead, the fields stand in the body."""

from tests.builder import Block, DraftBuilder, paragraph, row, table
from tests.cases.form import FIELDS, INSTITUTION, lists_table, step, steps

GUIDANCE = INSTITUTION.replace("SEKSI PENDIDIKAN MADRASAH", "SEKSI BIMBINGAN MASYARAKAT ISLAM")


def _letterhead(institution: str) -> Block:
    return Block("".join(paragraph(each) for each in institution.split("\n")))


def _fields(fields: dict[str, str]) -> Block:
    return table((6000, 11280), *(row(label, value) for label, value in fields.items()))


def draft() -> bytes:
    second = FIELDS | {"Nomor SOP": "021/SOP/BIMAS/2025", "Nama SOP": "SOP Pelayanan Pengukuran Arah Kiblat"}
    measure = step("1", "Mengukur arah kiblat", 2, "Surat permohonan", "2 jam", "Berita acara")
    return (
        DraftBuilder()
        .header(_letterhead(INSTITUTION))
        .raw(_fields(FIELDS))
        .raw(lists_table())
        .raw(steps())
        .section()
        .header(_letterhead(GUIDANCE))
        .raw(_fields(second))
        .raw(lists_table())
        .raw(steps(measure))
        .build()
    )

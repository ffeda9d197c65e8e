"""Two SOPs whose headers give a letterhead and a title without a label; the steps begin anew below the second."""

from tests.builder import Block, DraftBuilder, paragraph
from tests.cases.form import INSTITUTION, lists_table, step, steps


def _head(title: str) -> Block:
    return Block("".join(paragraph(each) for each in (*INSTITUTION.split("\n"), title)))


def draft() -> bytes:
    legalise = step("1", "Membubuhkan cap legalisasi", 2, "Ijazah asli", "10 menit", "Salinan ijazah")
    return (
        DraftBuilder()
        .header(_head("SOP PENERBITAN REKOMENDASI PINDAH SISWA"))
        .raw(lists_table())
        .raw(steps())
        .section()
        .header(_head("SOP PELAYANAN LEGALISASI IJAZAH"))
        .raw(lists_table())
        .raw(steps(legalise))
        .build()
    )

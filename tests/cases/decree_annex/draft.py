"""A decree whose annex is the SOP: the decree's words are told, the SOP behind it is read."""

from tests.builder import DraftBuilder
from tests.cases.form import identity, steps


def draft() -> bytes:
    made = DraftBuilder()
    for each in (
        "KEPUTUSAN KEPALA KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI", "NOMOR 45 TAHUN 2025", "TENTANG",
        "PENETAPAN STANDAR OPERASIONAL PROSEDUR", "Menimbang : a. bahwa pelayanan perlu dibakukan;",
        "Mengingat : 1. Undang-Undang Nomor 25 Tahun 2009;", "MEMUTUSKAN",
        "KESATU : Menetapkan SOP sebagaimana tercantum dalam Lampiran.", "Ditetapkan di Tirtawangi",
    ):  # fmt: skip
        made = made.paragraph(each)
    return (
        made.paragraph("LAMPIRAN KEPUTUSAN NOMOR 45 TAHUN 2025", page_break=True).raw(identity()).raw(steps()).build()
    )

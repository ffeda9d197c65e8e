"""Drawn symbols, a word typed in an actor cell without one, and a Tidak in a box that no arrow passes: all is kept."""

from tests.builder import DraftBuilder, cell, paragraph, row, text_box
from tests.cases.form import identity, steps


def draft() -> bytes:
    def drawn(preset: str, words: str = "") -> str:
        return cell(paragraph(text_box(words, preset)))

    rows = steps(
        row(
            "1",
            "Mengajukan permohonan",
            drawn("flowChartTerminator", "Mulai"),
            "tembusan",
            "",
            "Surat",
            "5 menit",
            "Berkas",
            "",
        ),
        row(
            "2",
            "Memeriksa berkas",
            drawn("rect", "Tidak"),
            drawn("flowChartDecision"),
            "",
            "Berkas",
            "10 menit",
            "Berkas",
            "",
        ),
        row(
            "3",
            "Menyimpan berkas",
            "",
            drawn("cloud", "Arsip digital"),
            drawn("flowChartProcess"),
            "",
            "1 jam",
            "Arsip",
            "",
        ),
    )
    return DraftBuilder().raw(identity()).raw(rows).build()

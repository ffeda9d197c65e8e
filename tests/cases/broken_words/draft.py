"""Words in several runs, tabs, line breaks, hyphens of every kind, no-break spaces, and marks of a symbol font."""

from tests.builder import NO_BREAK_HYPHEN, PAGE_BREAK, SOFT_HYPHEN, DraftBuilder, paragraph, row, run, split_runs, sym
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    fields = FIELDS | {
        "Nomor SOP": split_runs("012/S", "OP/PEN", "MAD/2025"),
        "Tanggal Pembuatan": "2\u00a0Juli\t2025",
        "Nama SOP": paragraph(split_runs("SOP Pener", "bitan"), run("\nRekomendasi\u00a0Pindah   Siswa")),
    }
    first = paragraph("Mengajukan per", SOFT_HYPHEN, "mohonan")
    second = paragraph("Memeriksa berkas", NO_BREAK_HYPHEN, "berkas", PAGE_BREAK)
    rows = steps(
        row("1.", first, sym("F0FC"), "", "", "Surat", "5 menit", "Berkas", ""),
        row("2.", second, "", sym("F0A1"), "", run("Surat,\nfotokopi ijazah"), "10\u201315 menit", "Berkas", ""),
        row("3.", split_runs("Menanda", "tangani"), "", "", sym("F06E"), "Konsep", "1 hari kerja", "Surat", ""),
    )
    return DraftBuilder().raw(identity(fields)).raw(rows).build()

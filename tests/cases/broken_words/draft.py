"""Words in several runs, tabs, line breaks, hyphens of every kind, no-break spaces, and marks of a symbol font."""

from tests.builder import NO_BREAK_HYPHEN, PAGE_BREAK, SOFT_HYPHEN, DraftBuilder, paragraph, row, run, split_runs, sym
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    fields = FIELDS | {
        "Nomor SOP": split_runs("012/S", "OP/PEN", "MAD/2025"),
        "Tanggal Pembuatan": "2\u00a0Juli\t2025",
        "Nama SOP": paragraph(split_runs("SOP Pener", "bitan"), run("\nRekomendasi\u00a0Pindah   Siswa")),
    }
    rows = steps(
        row("1.", paragraph("Mengajukan per", SOFT_HYPHEN, "mohonan"), sym("F0FC"), "", "", "Surat", "5 menit", "Berkas", ""),
        row(
            "2.", paragraph("Memeriksa berkas", NO_BREAK_HYPHEN, "berkas", PAGE_BREAK), "", sym("F0A1"), "",
            "Surat permohonan,\nfotokopi ijazah", "10\u201315 menit", "Berkas", "",
        ),
        row("3.", split_runs("Menanda", "tangani", " surat"), "", "", sym("F06E"), "Surat", "1 hari kerja", "Surat", ""),
    )  # fmt: skip
    return DraftBuilder().raw(identity(fields)).raw(rows).build()

"""NM103 - a title is spelt right and says no word twice."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.check.spelling import corrected, doubled, slips
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted

_SOP_TWICE = re.compile(r"sop\s+sop", re.IGNORECASE)


def title_spelling(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield a title with slips of spelling, with all of them corrected, and each word in it that may stand twice."""
    title = sop.identity.title
    if title is None:
        return
    # The word SOP at the beginning is NM101's matter.
    if found := tuple(
        each for each in slips(title.text) if not _SOP_TWICE.fullmatch(title.text[each.start : each.end])
    ):
        correction = corrected(title.text, found)
        yield Hit(
            message=f"Nama SOP memuat {quoted(correction.before)}; ejaan yang baku {quoted(correction.after)}.",
            where="title", place=title.place, found=title.text, correction=correction,
        )  # fmt: skip
    for twice in doubled(title.text):
        yield Hit(
            message=f"Nama SOP memuat kata yang sama dua kali, {quoted(twice)}.",
            where="title", place=title.place, found=title.text,
        )  # fmt: skip


RULE = Rule(
    code="NM103",
    title="Ejaan nama SOP",
    why="Nama yang salah eja ikut tersalin ke dalam keputusan, daftar, dan buku, dan tidak ditemukan saat dicari.",
    source="Permendikbudristek tentang EYD Edisi V (2022) dan Kamus Besar Bahasa Indonesia.",
    fix="Tulis nama menurut ejaan yang baku, setiap kata satu kali.",
    question="Apakah kata itu terketik dua kali, atau dimaksudkan sebagai kata ulang dengan tanda hubung?",
    severity=Severity.WARNING,
    check=title_spelling,
    good=(
        Example(shows="ejaan baku", sops=(sop(),)),
        Example(
            shows="kata ulang dengan tanda hubung",
            sops=(sop(identity=identity(title=value("SOP Pengelolaan Surat-Surat Masuk"))),),
        ),
        Example(
            shows="kata SOP dua kali, yang menjadi urusan NM101",
            sops=(sop(identity=identity(title=value("SOP SOP Penerbitan Rekomendasi"))),),
        ),
        Example(shows="tanpa nama", sops=(sop(identity=identity(title=None)),)),
    ),
    bad=(
        Example(
            shows="dua kata yang tidak baku",
            sops=(sop(identity=identity(title=value("SOP Pemberian Ijin Praktek Kerja Lapangan"))),),
            hits=("Nama SOP memuat “Ijin Praktek”; ejaan yang baku “Izin Praktik”.",),
            becomes=("Ijin Praktek -> Izin Praktik",),
        ),
        Example(
            shows="huruf besar",
            sops=(sop(identity=identity(title=value("SOP PEMINJAMAN KENDARAAN OPRASIONAL"))),),
            hits=("Nama SOP memuat “OPRASIONAL”; ejaan yang baku “OPERASIONAL”.",),
            becomes=("OPRASIONAL -> OPERASIONAL",),
        ),
        Example(
            shows="kata sambung dua kali",
            sops=(sop(identity=identity(title=value("SOP Pembinaan Masjid dan dan Musala"))),),
            hits=("Nama SOP memuat “dan dan”; ejaan yang baku “dan”.",),
            becomes=("dan dan -> dan",),
        ),
        Example(
            shows="kata yang dapat berarti kata ulang",
            sops=(sop(identity=identity(title=value("SOP Pengelolaan Surat Surat Masuk"))),),
            hits=("Nama SOP memuat kata yang sama dua kali, “Surat Surat”.",),
        ),
    ),
)

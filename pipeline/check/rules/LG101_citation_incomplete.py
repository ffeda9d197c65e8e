"""LG101 - a rule of law is cited with its number and year."""

import re
from collections.abc import Iterator

from pipeline.check.citations import Citation, citations
from pipeline.check.laws import UU, Law
from pipeline.check.repeals import Repeals, repeals
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted

_BARE = re.compile(r"(?:undang[- ]undang|uu)\s+", re.IGNORECASE)


def incomplete(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each citation without number or year, with the law that its name means where only one bears it.

    A rule that amends another is named for that one's sake and may be short.
    """
    for each in citations(sop):
        lacks = [word for word, there in (("nomor", each.number), ("tahun", each.dated)) if not there]
        if lacks and not each.amending:
            meant = _meant(each, repeals(settings.repealed))
            yield Hit(
                message=f"{quoted(each.found)} belum menyebut {' dan '.join(lacks)}"
                + (f"; maksudnya {repeals(settings.repealed).name(meant)}?" if meant else "."),
                where=f"legal_basis/{each.at}", place=each.value.place, found=each.found,
                question=f"Apakah yang dimaksud {meant.short}?" if meant else "",
            )  # fmt: skip


def _meant(citation: Citation, known: Repeals) -> Law | None:
    bare = not citation.number and not citation.dated and citation.kind == UU
    return known.named(citation.about or _BARE.sub("", citation.rest, count=1)) if bare else None


RULE = Rule(
    code="LG101",
    title="Dasar hukum belum lengkap",
    why="Tanpa nomor dan tahun, peraturan yang dirujuk tidak dapat ditemukan dan diperiksa.",
    source="UU 12/2011, Lampiran II: peraturan dirujuk dengan jenis, nomor, tahun, dan judulnya.",
    fix="Lengkapi nomor dan tahun peraturan itu.",
    question="Berapa nomor dan tahun peraturan yang dimaksud?",
    severity=Severity.WARNING,
    check=incomplete,
    good=(
        Example(shows="jenis, nomor, tahun, dan judul", sops=(sop(),)),
        Example(
            shows="tahun di dalam nomor, dan asas tanpa nomor",
            sops=(
                sop(
                    identity=identity(
                        legal_basis=(
                            value("Peraturan Menteri Keuangan Nomor 113/PMK.05/2012 tentang Perjalanan Dinas"),
                            value("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"),
                            value("Kompilasi Hukum Islam"),
                        )
                    )
                ),
            ),
        ),
    ),
    bad=(
        Example(
            shows="tahun belum diisi",
            sops=(sop(identity=identity(legal_basis=(value("KMA Nomor 184 Tahun 20.."),))),),
            hits=("“KMA Nomor 184 Tahun 20..” belum menyebut tahun.",),
        ),
        Example(
            shows="hanya nama",
            sops=(sop(identity=identity(legal_basis=(value("UU Perkawinan"), value("Peraturan Menteri Agama")))),),
            hits=(
                "“UU Perkawinan” belum menyebut nomor dan tahun; maksudnya Undang-Undang Nomor 1 Tahun 1974 tentang "
                "Perkawinan?",
                "“Peraturan Menteri Agama” belum menyebut nomor dan tahun.",
            ),
        ),
    ),
)

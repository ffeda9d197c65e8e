"""LG105 - a citation is written out: kind, Nomor, Tahun, tentang."""

from collections.abc import Iterator

from pipeline.check.citations import citations
from pipeline.check.laws import REPEALED
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted

# Subjects of rules are long; a proposal that is cut cannot be copied.
_LONGEST = 300


def not_written_out(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each citation that is complete but abbreviated or without subject, but for repealed rules."""
    for each in citations(sop):
        if each.law is None or each.law in REPEALED or (each.standard and each.about):
            continue
        proposal = each.full
        if key(proposal) == key(each.value.text) and "…" not in proposal:
            continue
        what = "belum menyebut judulnya; lengkapi menjadi" if proposal.endswith("…") else "sebaiknya ditulis"
        yield Hit(
            message=f"{quoted(each.value.text)} {what} {quoted(proposal, _LONGEST)}.",
            where=f"legal_basis/{each.at}", place=each.value.place, found=each.value.text,
        )  # fmt: skip


RULE = Rule(
    code="LG105",
    title="Penulisan dasar hukum belum baku",
    why="Penulisan yang seragam membuat dasar hukum mudah dicari dan dibandingkan antara SOP.",
    source="UU 12/2011, Lampiran II: jenis, Nomor, Tahun, dan nama peraturan ditulis lengkap, diawali kata tentang.",
    fix="Tulis jenis peraturan tanpa singkatan, lalu Nomor, Tahun, dan tentang beserta judulnya.",
    severity=Severity.NOTE,
    check=not_written_out,
    good=(
        Example(shows="ditulis lengkap", sops=(sop(),)),
        Example(
            shows="nama negara dan nomor bergaya kementerian",
            sops=(
                sop(
                    identity=identity(
                        legal_basis=(
                            value("Undang-Undang Republik Indonesia Nomor 41 Tahun 2004 tentang Wakaf"),
                            value("Keputusan Direktur Jenderal Nomor DJ.II/802 Tahun 2014 tentang Standar Pembinaan"),
                        )
                    )
                ),
            ),
        ),
    ),
    bad=(
        Example(
            shows="singkatan, tanpa kata tentang",
            sops=(sop(identity=identity(legal_basis=(value("PP No. 42 Th. 2006 Wakaf"),))),),
            hits=(
                "“PP No. 42 Th. 2006 Wakaf” sebaiknya ditulis “Peraturan Pemerintah Nomor 42 Tahun 2006 tentang "
                "Pelaksanaan Undang-Undang Nomor 41 Tahun 2004 tentang Wakaf”.",
            ),
        ),
        Example(
            shows="dua nomor dari satu peraturan bersama",
            sops=(
                sop(
                    identity=identity(
                        legal_basis=(
                            value(
                                "Peraturan Bersama No. 9 Tahun 2006 dan No. 8 Tahun 2006 ttg Kerukunan Umat Beragama"
                            ),
                        )
                    )
                ),
            ),
            hits=(
                "“Peraturan Bersama No. 9 Tahun 2006 dan No. 8 Tahun 2006 ttg Kerukunan Umat Bera…” sebaiknya ditulis "
                "“Peraturan Bersama Nomor 9 Tahun 2006 dan Nomor 8 Tahun 2006 tentang Kerukunan Umat Beragama”.",
            ),
        ),
        Example(
            shows="judul belum disebut",
            sops=(sop(identity=identity(legal_basis=(value("Keputusan Menteri Agama Nomor 5 Tahun 2022"),))),),
            hits=(
                "“Keputusan Menteri Agama Nomor 5 Tahun 2022” belum menyebut judulnya; lengkapi menjadi “Keputusan "
                "Menteri Agama Nomor 5 Tahun 2022 tentang …”.",
            ),
        ),
    ),
)

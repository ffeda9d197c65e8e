"""LG103 - no rule of the legal basis is newer than the SOP."""

from collections.abc import Iterator

from pipeline.check.citations import citations, last_date
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import date, identity, sop, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted


def newer(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each rule, or amendment named with it, of a year after the last date that the SOP gives for itself."""
    last = last_date(sop)
    for each in citations(sop) if last else ():
        year = each.latest_year
        if last and year and not each.amending and year > int(last[:4]):
            yield Hit(
                message=f"{quoted(each.found)} berasal dari {year}, padahal tanggal terakhir SOP ini {last[:4]}.",
                where=f"legal_basis/{each.at}", place=each.value.place, found=each.found,
            )  # fmt: skip


RULE = Rule(
    code="LG103",
    title="Dasar hukum lebih baru daripada SOP",
    why="SOP tidak mungkin disusun atas peraturan yang belum ada; tanggal SOP atau tahun peraturannya keliru.",
    source="PermenPANRB 35/2012: dasar hukum mendasari prosedur; tanggal revisi mencatat perubahannya.",
    fix="Periksa tahun peraturan itu, atau isi tanggal revisi dan tanggal efektif yang terakhir.",
    question="Manakah yang keliru: tahun peraturan itu atau tanggal SOP ini?",
    severity=Severity.WARNING,
    check=newer,
    good=(
        Example(shows="peraturan lebih tua", sops=(sop(),)),
        Example(
            shows="SOP direvisi setelah peraturan baru terbit",
            sops=(
                sop(
                    identity=identity(
                        created=date("2 Juli 2018"),
                        effective=date("1 Agustus 2018"),
                        revised=date("3 Maret 2025"),
                        legal_basis=(
                            value("Peraturan Menteri Agama Nomor 30 Tahun 2024 tentang Pencatatan Pernikahan"),
                        ),
                    )
                ),
            ),
        ),
        Example(
            shows="tahun di dalam judul bukan tahun peraturan",
            sops=(
                sop(
                    identity=identity(
                        legal_basis=(
                            value("Peraturan Menteri Agama Nomor 2 Tahun 2025 tentang Rencana Tahun 2025-2029"),
                        )
                    )
                ),
            ),
        ),
    ),
    bad=(
        Example(
            shows="SOP 2025, peraturan 2029",
            sops=(
                sop(
                    identity=identity(legal_basis=(value("Peraturan Presiden Nomor 46 Tahun 2029 tentang Pengadaan"),))
                ),
            ),
            hits=(
                "“Peraturan Presiden Nomor 46 Tahun 2029 tentang Pengadaan” berasal dari 2029, padahal tanggal "
                "terakhir SOP ini 2025.",
            ),
        ),
    ),
)

"""ID103 - a date has its day, month and year."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import date, identity, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import DATES, Sop
from pipeline.settings import Settings
from pipeline.text import quoted
from pipeline.wording import FIELD_WORDS


def incomplete_dates(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each date that lacks its day or its month."""
    for name in DATES:
        found = sop.identity.date(name)
        if found is not None and found.iso is not None and len(found.iso) < len("2025-08-20"):
            missing = "tanggalnya" if len(found.iso) == len("2025-08") else "tanggal dan bulannya"
            yield Hit(
                message=f"{FIELD_WORDS[name].capitalize()} {quoted(found.text)} belum memuat {missing}.",
                where=name.value, place=found.place, found=found.text,
            )  # fmt: skip


RULE = Rule(
    code="ID103",
    title="Tanggal belum lengkap",
    why="Tanggal tanpa hari tidak dapat dibandingkan dan tidak dapat dipakai untuk menghitung masa tinjau.",
    source="PermenPANRB 35/2012: tanggal pembuatan, revisi, dan efektif.",
    fix="Lengkapi tanggal, bulan, dan tahun, misalnya 20 Agustus 2025.",
    question="Tanggal berapakah tepatnya?",
    severity=Severity.WARNING,
    check=incomplete_dates,
    good=(Example(shows="tanggal lengkap", sops=(sop(),)),),
    bad=(
        Example(
            shows="hanya bulan dan tahun",
            sops=(sop(identity=identity(created=date("Juni 2025"))),),
            hits=("Tanggal pembuatan “Juni 2025” belum memuat tanggalnya.",),
        ),
    ),
)

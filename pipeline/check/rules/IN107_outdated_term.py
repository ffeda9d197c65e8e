"""IN107 - a SOP names only offices, units and positions that still exist."""

from collections.abc import Iterator

from pipeline.check.outdated import Named, may_name_outdated, outdated_in
from pipeline.check.places import judged
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, step, value
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings, Unit
from pipeline.text import key, quoted


def outdated_term(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each name that ended, with its successor; the SOP's dates do not matter: it is put in force now.

    What belongs to a unit that pleno.toml marks as transferred is left to the reconciliation.
    """
    texts = list(judged(sop, letterhead=True))
    if not may_name_outdated("\n".join(text for _, _, text in texts)):
        return
    handed_over = [
        f" {key(each)} " for unit in settings.units if unit.transferred for each in (unit.name, *unit.synonyms)
    ]
    for where, place, text in texts:
        for each in outdated_in(text) if may_name_outdated(text) else ():
            written = text[each.start : each.end]
            if any(name in f" {key(written)} " or f" {key(written)} " in name for name in handed_over):
                continue
            yield Hit(
                message=f"{quoted(written)} tidak ada lagi sejak {each.term.since} ({each.term.source}); "
                f"penggantinya {each.term.successor}.",
                where=where, place=place, found=text, correction=_correction(each, written),
                question=f"Nama apa yang sekarang dipakai di tempat {quoted(written)}?",
            )  # fmt: skip


def _correction(each: Named, written: str) -> Replacement | None:
    if not each.term.certain:
        return None
    after = each.term.successor.upper() if written.isupper() else each.term.successor
    return Replacement(
        before=written, after=after, why=f"{each.term.source}: nama itu berganti sejak {each.term.since}."
    )


_HANDED_OVER = Settings(units=(Unit(name="Seksi PHU", transferred="Kementerian Haji dan Umrah"),))

RULE = Rule(
    code="IN107",
    title="Nama yang tidak berlaku lagi",
    why="SOP ditetapkan sekarang; unit atau jabatan yang sudah tidak ada tidak dapat melaksanakan langkahnya.",
    source="PMA 19/2019 tentang Organisasi dan Tata Kerja Instansi Vertikal Kementerian Agama dan penggantian nama.",
    fix="Ganti dengan nama yang berlaku; apabila tugasnya beralih, keluarkan langkah itu dari SOP.",
    question="Nama apa yang sekarang dipakai?",
    severity=Severity.WARNING,
    check=outdated_term,
    good=(
        Example(shows="nama yang berlaku", sops=(sop(),)),
        Example(
            shows="disebut sebagai nama lama dan dalam nama peraturan",
            sops=(
                sop(steps=(step(1, note="Arsip eks Departemen Agama"),)),
                sop(steps=(step(1, note="Menurut KMA Nomor 373 Tahun 2002 tentang Kantor Departemen Agama"),)),
                sop(identity=identity(legal_basis=(value("Keppres tentang Departemen Agama"),))),
            ),
        ),
        Example(
            shows="unit yang dialihkan menurut pleno.toml",
            sops=(sop(steps=(step(1, note="Diteruskan kepada Seksi PHU"),)),),
            settings=_HANDED_OVER,
        ),
        Example(shows="bidang di kanwil", sops=(sop(steps=(step(1, note="Dikirim ke Bidang Urais Kanwil"),)),)),
    ),
    bad=(
        Example(
            shows="kementerian dengan nama lamanya",
            sops=(sop(identity=identity(equipment=(value("Format dari Kantor Departemen Agama"),))),),
            hits=(
                "“Departemen Agama” tidak ada lagi sejak 2010 (Perpres Nomor 47 Tahun 2009 dan KMA Nomor 1 Tahun "
                "2010); penggantinya Kementerian Agama.",
            ),
            becomes=("Departemen Agama -> Kementerian Agama",),
        ),
        Example(
            shows="seksi yang tugasnya dibagi",
            sops=(sop(steps=(step(1, note="Diparaf Kasi Mapenda"),)),),
            hits=(
                "“Kasi Mapenda” tidak ada lagi sejak 2012 (PMA Nomor 13 Tahun 2012); penggantinya Seksi Pendidikan "
                "Madrasah atau Seksi Pendidikan Agama Islam.",
            ),
        ),
        Example(
            shows="haji di kantor yang tidak menandai unitnya",
            sops=(sop(steps=(step(1, note="Diteruskan kepada Seksi PHU"),)),),
            hits=(
                "“Seksi PHU” tidak ada lagi sejak 2025 (Perpres Nomor 92 Tahun 2025); penggantinya Kementerian Haji "
                "dan Umrah.",
            ),
        ),
    ),
)

"""SE102 - one activity has one SOP, whichever units carry it out."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.check.sop_set import SopSet, unit_of
from pipeline.check.twins import twins
from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted

_NAMED = 3


def same_activity(together: SopSet, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - asked like every rule
    """Yield each SOP that another unit has too under another row of the inventory, by its title or its steps."""
    found = twins(together)
    for each in together.sops:
        title = each.identity.title
        if others := found.get(each.key):
            names = ", ".join(f"{quoted(other.title)} ({unit_of(other)})" for other in others[:_NAMED])
            more = f" dan {len(others) - _NAMED} SOP lain" if len(others) > _NAMED else ""
            yield Hit(
                message=f"Kegiatan ini tampaknya sama dengan {names}{more}.",
                where="title", place=title.place if title else DocxPlace(), found=each.title, sop=each,
            )  # fmt: skip


def _of(title: str, folder: str) -> Sop:
    own = sop(identity=identity(title=value(f"SOP {title}")))
    steps = tuple(replace(each, activity=f"{each.activity} {folder}") for each in own.steps)
    return replace(own, file=f"{folder}/{title}.docx", folder=folder, steps=steps)


RULE = Rule(
    code="SE102",
    title="Kegiatan yang sama di dua unit",
    why="Kegiatan yang sama memakai SOP yang sama; dua SOP membuat pelayanan berbeda dari unit ke unit.",
    source="KemenPANRB, bahan bimbingan 2013: kegiatan yang sama, SOP yang sama; PermenPANRB 35/2012: keselarasan.",
    fix="Satukan menjadi satu SOP bersama, atau bedakan judulnya menurut kegiatannya.",
    question="Apakah cukup satu SOP untuk kedua unit?",
    severity=Severity.NOTE,
    check_set=same_activity,
    good=(
        Example(
            shows="kegiatan yang berlawanan",
            sops=(_of("Pengelolaan Surat Masuk", "tu"), _of("Pengelolaan Surat Keluar", "kua")),
        ),
        Example(
            shows="judul yang sama pada dua unit sudah dibandingkan",
            sops=(_of("Legalisasi Ijazah", "penmad"), _of("Legalisasi Ijazah", "pakis")),
        ),
    ),
    bad=(
        Example(
            shows="nama yang hanya berbeda kata pengantarnya",
            sops=(_of("Pelayanan Legalisasi Ijazah", "penmad"), _of("Permohonan Legalisir Ijazah", "pakis")),
            hits=(
                "Kegiatan ini tampaknya sama dengan “SOP Permohonan Legalisir Ijazah” (pakis).",
                "Kegiatan ini tampaknya sama dengan “SOP Pelayanan Legalisasi Ijazah” (penmad).",
            ),
        ),
    ),
)

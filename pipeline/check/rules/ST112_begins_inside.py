"""ST112 - a SOP of a service begins with the one who asks for it."""

from collections.abc import Iterator

from pipeline.check.chart_hits import listed
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import ACTORS, STEPS, identity, sop, step, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted, words

# Positions of the office; heads of a madrasah or of a village ask for services.
_INSIDE = frozenset((
    "analis", "arsiparis", "bendahara", "jfu", "kakankemenag", "kasi", "kasubbag", "operator", "penelaah",
    "pengadministrasi", "pengolah", "petugas", "pranata", "staf",
))  # fmt: skip
_HEADS_OF = frozenset(("bagian", "bidang", "kantor", "kua", "seksi", "subbagian"))


def begins_inside(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield a hit for a SOP named Pelayanan whose first step only people of the office carry out."""
    if "pelayanan" not in words(sop.title)[:2] or not sop.steps or not sop.has_standards:
        return
    first = sop.steps[0]
    if first.actors and all(_inside(each) for each in first.actors):
        yield Hit(
            message=f"Pelayanan ini dimulai oleh {listed(first.actors)}, bukan oleh pemohon.",
            where="steps/1/actors", place=first.place, found=first.activity,
            question=f"Siapa pemohon dalam {quoted(sop.title)}, dan apa yang dilakukannya sebelum langkah pertama ini?",
        )  # fmt: skip


def _inside(actor: str) -> bool:
    first, second = (*words(actor), "", "")[:2]
    return first in _INSIDE or (first == "kepala" and second in _HEADS_OF)


_SERVICE = identity(title=value("SOP Pelayanan Legalisasi Ijazah"))
RULE = Rule(
    code="ST112",
    title="Pelayanan tidak dimulai oleh pemohon",
    why="Pelayanan selalu dimulai oleh pemohon dari luar; tanpa langkahnya tidak jelas kapan waktunya mulai dihitung.",
    source="Bahan KemenPANRB (2013): kegiatan pertama SOP pelayanan dikerjakan oleh pemohon.",
    fix="Tambahkan pemohon sebagai pelaksana langkah pertama, atau ubah nama SOP bila bukan pelayanan.",
    question="Siapa pemohon layanan ini, dan apa yang dilakukannya pada langkah pertama?",
    severity=Severity.NOTE,
    check=begins_inside,
    good=(
        Example(shows="dimulai oleh pemohon", sops=(sop(identity=_SERVICE),)),
        Example(shows="bukan pelayanan", sops=(sop(steps=(step(1, actor="Kepala Kantor"), *STEPS[1:])),)),
        Example(
            shows="kepala madrasah sebagai pemohon",
            sops=(sop(identity=_SERVICE, steps=(step(1, actor="Kepala Madrasah"), *STEPS[1:])),),
        ),
    ),
    bad=(
        Example(
            shows="dimulai oleh petugas",
            sops=(sop(identity=_SERVICE, steps=(step(1, actor=ACTORS[1]), *STEPS[1:])),),
            hits=("Pelayanan ini dimulai oleh Petugas PTSP, bukan oleh pemohon.",),
        ),
    ),
)

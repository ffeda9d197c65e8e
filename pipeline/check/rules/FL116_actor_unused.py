"""FL116 - each actor's column is used."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.chart_hits import listed
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import ACTORS, AT, STEPS, sop, step
from pipeline.check.subjects import actors_named
from pipeline.model.finding import Severity
from pipeline.model.sop import Actor, Flow, Sop
from pipeline.settings import Settings


def actor_unused(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield one hit for the actors in whose columns no step is drawn; not where undrawn steps may be theirs."""
    if sop.flow.source not in ("drawing", "marks") or not all(each.actors for each in sop.steps):
        return
    used = {name for each in sop.steps for name in each.actors} | {node.actor for node in sop.flow.nodes}
    # A step that names the actor and stands elsewhere is FL105's matter.
    used |= {actor.name for each in sop.steps for actor in actors_named(sop, each, settings)}
    idle = [actor for actor in sop.actors if actor.name and actor.name not in used]
    if idle:
        sign = "tanda" if sop.flow.source == "marks" else "simbol"
        names = listed([actor.name for actor in idle])
        yield Hit(
            message=f"Kolom pelaksana {names} tidak berisi satu {sign} pun.",
            where="actors",
            place=idle[0].place,
            found=names,
            question=f"Langkah mana yang dikerjakan {names}, atau dapatkah kolomnya dihapus?",
        )


_FOURTH = Actor(name="Kasi Penmad", column=5, span=1, place=AT)
_FOUR = (*(Actor(name=name, column=at + 2, span=1, place=AT) for at, name in enumerate(ACTORS)), _FOURTH)
RULE = Rule(
    code="FL116",
    title="Kolom pelaksana yang tidak dipakai",
    why="Pelaksana yang tidak mengerjakan satu langkah pun tidak perlu kolom; atau langkahnya belum ditulis.",
    source="PermenPANRB 35/2012: kolom pelaksana memuat jabatan yang mengerjakan kegiatan dalam SOP itu.",
    fix="Hapus kolom itu, atau lengkapi langkah yang dikerjakan pelaksana itu.",
    question="Langkah mana yang dikerjakan pelaksana ini, atau dapatkah kolomnya dihapus?",
    severity=Severity.WARNING,
    check=actor_unused,
    good=(
        Example(shows="setiap pelaksana mempunyai langkah", sops=(sop(),)),
        Example(
            shows="langkahnya ada, tetapi belum digambar",
            sops=(sop(actors=_FOUR, steps=(*STEPS, replace(step(4, activity="Mengarsipkan surat"), actors=()))),),
        ),
    ),
    bad=(
        Example(
            shows="kolom kosong",
            sops=(sop(actors=_FOUR),),
            hits=("Kolom pelaksana Kasi Penmad tidak berisi satu simbol pun.",),
        ),
        Example(
            shows="kolom kosong di antara tanda ketik",
            sops=(sop(actors=_FOUR, flow=Flow(source="marks")),),
            hits=("Kolom pelaksana Kasi Penmad tidak berisi satu tanda pun.",),
        ),
    ),
)

"""FL105 - a symbol stands in the column of the actor whom the step's text names."""

from collections.abc import Iterator

from pipeline.check.chart_hits import at_symbol, listed, number
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import STEPS, sop, step
from pipeline.check.subjects import actors_named
from pipeline.model.finding import Severity
from pipeline.model.sop import NodeKind, Sop
from pipeline.settings import Settings


def actor_of_the_text(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each step whose text begins with actors of the SOP in none of whose columns it is drawn."""
    symbols = {each.step: each for each in reversed(sop.flow.nodes) if each.kind is not NodeKind.CONNECTOR}
    for position, each in enumerate(sop.steps, start=1):
        if not each.actors or position not in symbols:
            continue
        names = [actor.name for actor in actors_named(sop, each, settings)]
        if names and not set(names) & set(each.actors):
            sign = "tandanya" if sop.flow.source == "marks" else "simbolnya"
            yield at_symbol(
                sop, symbols[position],
                f"uraian kegiatan menyebut {listed(names)}, tetapi {sign} berada di kolom {listed(each.actors)}",
                question=f"Siapa yang mengerjakan langkah {number(sop, position)}: {listed(names)}, sesuai dengan "
                f"uraiannya, atau {listed(each.actors)}, sesuai dengan kolomnya?",
            )  # fmt: skip


RULE = Rule(
    code="FL105",
    title="Simbol di kolom pelaksana lain",
    why="Uraian dan gambar yang menyebut pelaksana berbeda membuat tidak jelas siapa yang mengerjakan langkah itu.",
    source="PermenPANRB 35/2012: simbol setiap kegiatan digambar pada kolom pelaksananya.",
    fix="Pindahkan simbol ke kolom pelaksana yang disebut, atau perbaiki uraiannya; uraian cukup diawali kata kerja.",
    question="Siapa yang mengerjakan langkah ini: jabatan dalam uraian atau jabatan pada kolomnya?",
    severity=Severity.ERROR,
    check=actor_of_the_text,
    good=(
        Example(shows="uraian tanpa pelaksana", sops=(sop(),)),
        Example(
            shows="pelaksana sama dengan kolomnya",
            sops=(
                sop(steps=(*STEPS[:2], step(3, activity="Kepala Kantor menandatangani surat", actor="Kepala Kantor"))),
            ),
        ),
        Example(
            shows="pelaksana bukan pelaku kalimatnya",
            sops=(sop(steps=(*STEPS[:2], step(3, activity="Pemohon yang lulus diberi surat", actor="Kepala Kantor"))),),
        ),
    ),
    bad=(
        Example(
            shows="ditandatangani Kepala Kantor, digambar di kolom petugas",
            sops=(sop(steps=(STEPS[0], step(2, activity="Kepala Kantor menandatangani surat"), STEPS[2])),),
            hits=(
                "Langkah 2 (Petugas PTSP): uraian kegiatan menyebut Kepala Kantor, tetapi simbolnya berada di kolom "
                "Petugas PTSP.",
            ),
        ),
        Example(
            shows="jabatan disingkat",
            sops=(sop(steps=(STEPS[0], step(2, activity="Petugas menerima berkas", actor="Pemohon"), STEPS[2])),),
            hits=(
                "Langkah 2 (Petugas PTSP): uraian kegiatan menyebut Petugas PTSP, tetapi simbolnya berada di kolom "
                "Pemohon.",
            ),
        ),
    ),
)

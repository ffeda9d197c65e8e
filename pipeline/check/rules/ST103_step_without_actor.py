"""ST103 - each step has a symbol or a mark in an actor's column."""

from collections.abc import Iterator

from pipeline.check.chart_hits import listed
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import sop, step
from pipeline.model.finding import Severity
from pipeline.model.sop import Flow, Sop
from pipeline.settings import Settings


def without_actor(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each step that no symbol and no mark gives to an actor; a chart that is not drawn is FL117's matter."""
    if not sop.has_standards or sop.flow.source in ("none", "picture"):
        return
    for position, each in enumerate(sop.steps, start=1):
        if not each.actors:
            yield Hit(
                message=f"Langkah {each.number or position}: tidak ada simbol pada kolom pelaksana mana pun.",
                where=f"steps/{position}/actors", place=each.place, found=each.activity,
                question=_question(sop, each.number or str(position)),
            )  # fmt: skip


def _question(sop: Sop, number: str) -> str:
    names = listed([each.name for each in sop.actors if each.name], "atau")
    return f"Siapa yang mengerjakan langkah {number}: {names}?" if names else ""


RULE = Rule(
    code="ST103",
    title="Langkah tanpa pelaksana",
    why="Langkah yang tidak ada pelaksananya tidak akan dikerjakan siapa pun.",
    source="PermenPANRB 35/2012: setiap kegiatan digambarkan pada kolom pelaksananya.",
    fix="Gambar simbol langkah itu pada kolom jabatan yang mengerjakannya.",
    question="Jabatan mana yang mengerjakan langkah ini?",
    severity=Severity.ERROR,
    check=without_actor,
    good=(
        Example(shows="setiap langkah bersimbol", sops=(sop(),)),
        Example(shows="diagram alir berupa gambar dilaporkan aturan FL117", sops=(sop(flow=Flow(source="picture")),)),
        Example(
            shows="SPO rumah sakit tidak berdiagram alir",
            sops=(sop(kind="other", form="spo", steps=(step(1, actor=""),), flow=Flow(source="none")),),
        ),
    ),
    bad=(
        Example(
            shows="satu langkah tanpa simbol",
            sops=(sop(steps=(step(1, actor=""),)),),
            hits=("Langkah 1: tidak ada simbol pada kolom pelaksana mana pun.",),
        ),
    ),
)

"""ST113 - each step says what is done."""

from collections.abc import Iterator

from pipeline.check.chart_hits import listed
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import STEPS, sop, step
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import is_placeholder


def activity_empty(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each step without a text that is otherwise filled; a row that is empty throughout is an empty form."""
    for position, each in enumerate(sop.steps if sop.has_standards else (), start=1):
        filled = each.actors or not all(map(is_placeholder, (each.requirements, each.output)))
        if filled and is_placeholder(each.activity):
            who = f" oleh {listed(each.actors)}" if each.actors else ""
            yield Hit(
                message=f"Langkah {each.number or position}: uraian kegiatan belum diisi.",
                where=f"steps/{position}/activity", place=each.cell("activity"), found=each.activity,
                question=f"Apa yang dikerjakan{who} pada langkah {each.number or position}?",
            )  # fmt: skip


RULE = Rule(
    code="ST113",
    title="Uraian kegiatan belum diisi",
    why="Pelaksana, waktu, dan output tidak berarti apa pun selama tidak diketahui apa yang dikerjakan.",
    source="PermenPANRB 35/2012: bagian prosedur memuat uraian setiap kegiatan.",
    fix="Isi uraian kegiatan langkah itu, diawali kata kerja aktif.",
    question="Apa yang dikerjakan pada langkah ini?",
    severity=Severity.ERROR,
    check=activity_empty,
    good=(
        Example(shows="setiap langkah beruraian", sops=(sop(),)),
        Example(
            shows="baris formulir yang kosong seluruhnya",
            sops=(sop(steps=(step(1, activity="", actor="", requirements="", output=""),)),),
        ),
    ),
    bad=(
        Example(
            shows="pelaksana dan output tanpa uraian",
            sops=(sop(steps=(STEPS[0], step(2, activity="…"), STEPS[2])),),
            hits=("Langkah 2: uraian kegiatan belum diisi.",),
        ),
    ),
)

"""ST111 - the text of an activity is short enough to be read at a glance."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.acts import acts
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import STEPS, sop, step
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings

# The longest activity of good drafts has a third of this.
_MOST = 60


def long_text(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each activity of more than sixty words; one that joins several acts is ST105's matter."""
    for position, each in enumerate(sop.steps if sop.has_standards else (), start=1):
        words = len(each.activity.split())
        if words > _MOST and len(acts(each.activity)) <= 2:
            yield Hit(
                message=f"Langkah {each.number or position}: uraian kegiatan {words} kata; cukup satu kalimat pendek.",
                where=f"steps/{position}/activity", place=each.cell("activity"), found=each.activity,
                question=f"Bagian mana dari uraian langkah {each.number or position} yang dapat dipindahkan ke "
                "keterangan?",
            )  # fmt: skip


def _with(activity: str) -> Sop:
    return replace(sop(), steps=(STEPS[0], step(2, activity=activity), STEPS[2]))


RULE = Rule(
    code="ST111",
    title="Uraian kegiatan terlalu panjang",
    why="Uraian yang panjang tidak terbaca saat bekerja, dan syarat yang terselip di dalamnya terlewat.",
    source="PermenPANRB 35/2012: SOP disusun menurut prinsip kemudahan dan kejelasan.",
    fix="Tulis satu kalimat dengan satu kata kerja; pindahkan penjelasannya ke keterangan atau lampiran.",
    question="Bagian mana dari uraian ini yang dapat dipindahkan ke keterangan?",
    severity=Severity.NOTE,
    check=long_text,
    good=(
        Example(shows="satu kalimat pendek", sops=(sop(),)),
        Example(shows="tepat enam puluh kata", sops=(_with("Memeriksa " + "berkas " * 59),)),
    ),
    bad=(
        Example(
            shows="penjelasan dalam uraian",
            sops=(_with("Memeriksa " + "berkas " * 60),),
            hits=("Langkah 2: uraian kegiatan 61 kata; cukup satu kalimat pendek.",),
        ),
    ),
)

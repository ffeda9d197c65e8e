"""ST101 - each step has its kelengkapan, waktu and output."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import sop, step
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import is_placeholder
from pipeline.wording import FIELD_WORDS

_ASKED = {
    "requirements": "Apa yang diperlukan untuk mengerjakan", "duration": "Berapa lama waktu untuk mengerjakan",
    "output": "Apa hasil",
}  # fmt: skip


def empty_standards(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each cell of mutu baku that is empty or holds only dots and dashes."""
    for position, each in enumerate(sop.steps if sop.has_standards else (), start=1):
        cells = (
            ("requirements", each.requirements),
            ("duration", each.duration.text if each.duration else ""),
            ("output", each.output),
        )
        for name, text in cells:
            if is_placeholder(text):
                yield Hit(
                    message=f"Langkah {each.number or position}: {FIELD_WORDS[name]} belum diisi.",
                    where=f"steps/{position}/{name}", place=each.cell(name), found=text,
                    question=f"{_ASKED[name]} langkah {each.number or position}?",
                )  # fmt: skip


RULE = Rule(
    code="ST101",
    title="Mutu baku belum diisi",
    why="Mutu baku adalah kendali mutu tiap kegiatan: tanpa syarat, waktu, dan output, langkah tidak terukur.",
    source="PermenPANRB 35/2012: setiap kegiatan memiliki mutu baku (kelengkapan, waktu, output).",
    fix="Isi kelengkapan, waktu, dan output langkah itu.",
    question="Apa isi kelengkapan, waktu, atau output langkah ini?",
    severity=Severity.ERROR,
    check=empty_standards,
    good=(
        Example(shows="ketiganya terisi", sops=(sop(),)),
        Example(
            shows="SPO rumah sakit tidak bermutu baku",
            sops=(sop(kind="other", form="spo", steps=(step(1, output=""),)),),
        ),
    ),
    bad=(
        Example(
            shows="output kosong",
            sops=(sop(steps=(step(1, output=""),)),),
            hits=("Langkah 1: output belum diisi.",),
        ),
    ),
)

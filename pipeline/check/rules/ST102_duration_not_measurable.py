"""ST102 - a step's time can be measured."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import sop, step
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import is_placeholder, quoted


def not_measurable(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each time without a number or without a unit; an empty one is ST101's matter."""
    for position, each in enumerate(sop.steps, start=1):
        time = each.duration
        if time is None or time.low is not None or is_placeholder(time.text):
            continue
        lacks = "tidak bersatuan" if any(sign.isdigit() for sign in time.text) else "tidak terukur"
        yield Hit(
            message=f"Langkah {each.number or position}: waktu {quoted(time.text)} {lacks}.",
            where=f"steps/{position}/duration", place=each.cell("duration"), found=time.text,
        )  # fmt: skip


RULE = Rule(
    code="ST102",
    title="Waktu tidak terukur",
    why="Output SOP tidak harus final, tetapi wajib terukur; waktu tanpa angka dan satuan tidak dapat dinilai.",
    source="PermenPANRB 35/2012: prinsip keterukuran; sosialisasi peta proses bisnis Kemenag Kota Surakarta (2025).",
    fix="Tulis angka dan satuannya, misalnya 15 menit atau 1 hari kerja.",
    severity=Severity.ERROR,
    check=not_measurable,
    good=(
        Example(shows="angka dan satuan", sops=(sop(),)),
        Example(shows="rentang", sops=(sop(steps=(step(1, duration="10-15 menit"),)),)),
    ),
    bad=(
        Example(
            shows="kata tanpa angka",
            sops=(sop(steps=(step(1, duration="Secepatnya"),)),),
            hits=("Langkah 1: waktu “Secepatnya” tidak terukur.",),
        ),
        Example(
            shows="angka tanpa satuan",
            sops=(sop(steps=(step(1, duration="15"),)),),
            hits=("Langkah 1: waktu “15” tidak bersatuan.",),
        ),
    ),
)

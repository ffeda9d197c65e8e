"""ST102 - a step's time can be measured."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import sop, step
from pipeline.durations import Obstacle, obstacle, read_duration
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop, Step
from pipeline.settings import Settings
from pipeline.text import is_placeholder, quoted

_TROUBLE = {
    Obstacle.CLOCK: "menyebut pukul, bukan lama pengerjaan",
    Obstacle.OFTEN: "menyebut seberapa sering, bukan lama pengerjaan",
    Obstacle.CALENDAR: "menyebut kapan dikerjakan, bukan lama pengerjaan",
    Obstacle.EFFORT: "memakai satuan beban kerja, bukan satuan waktu",
    Obstacle.MIXED: "memakai satuan yang tidak sepadan; pilih satu satuan",
    Obstacle.SEVERAL: "memuat lebih dari satu waktu",
    Obstacle.TWO_READINGS: "dapat dibaca dengan lebih dari satu cara",
    Obstacle.NO_UNIT: "tidak bersatuan",
    Obstacle.NO_NUMBER: "tidak terukur",
}


def not_measurable(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each time that cannot be measured, with the reason; an empty one is ST101's matter.

    A bare number counts in the unit that the column's heading gives.
    """
    united = any(_is_bare_and_measured(each) for each in sop.steps)
    for position, each in enumerate(sop.steps, start=1):
        time = each.duration
        if time is None or time.low is not None or is_placeholder(time.text):
            continue
        why = obstacle(time.text) or Obstacle.NO_UNIT
        # Where bare numbers are measured the heading gives the unit; one that is not says two things.
        trouble = _TROUBLE[Obstacle.TWO_READINGS if united and why is Obstacle.NO_UNIT else why]
        yield Hit(
            message=f"Langkah {each.number or position}: waktu {quoted(time.text)} {trouble}.",
            where=f"steps/{position}/duration", place=each.cell("duration"), found=time.text,
            question=_question(each.number or str(position), time.text, why),
        )  # fmt: skip


def _question(number: str, text: str, why: Obstacle) -> str:
    """What is asked; a bare number is offered with each unit, so that only one has to be ticked."""
    if why is Obstacle.NO_UNIT and text.isdigit():
        return f"Berapa lama langkah {number} dikerjakan: {text} menit, {text} jam, atau {text} hari kerja?"
    if why is Obstacle.SEVERAL:
        return f"Waktu mana yang berlaku untuk langkah {number}, atau apakah langkah itu perlu dipisahkan?"
    return f"Berapa lama langkah {number} dikerjakan, dalam menit, jam, atau hari kerja?"


def _is_bare_and_measured(step: Step) -> bool:
    time = step.duration
    return time is not None and time.low is not None and obstacle(time.text) is Obstacle.NO_UNIT


def _in_minutes(number: int, time: str) -> Step:
    """A step of a table whose heading is Waktu (menit)."""
    return replace(step(number), duration=read_duration(time, "minute"))


RULE = Rule(
    code="ST102",
    title="Waktu tidak terukur",
    why="Output SOP tidak harus final, tetapi wajib terukur; waktu tanpa angka dan satuan tidak dapat dinilai.",
    source="PermenPANRB 35/2012: prinsip keterukuran; sosialisasi peta proses bisnis Kemenag Kota Surakarta (2025).",
    fix="Tulis angka dan satuannya, misalnya 15 menit atau 1 hari kerja.",
    question="Berapa lama langkah ini dikerjakan, dalam menit, jam, atau hari kerja?",
    severity=Severity.ERROR,
    check=not_measurable,
    good=(
        Example(shows="angka dan satuan", sops=(sop(),)),
        Example(shows="rentang", sops=(sop(steps=(step(1, duration="10-15 menit"),)),)),
        Example(shows="batas waktu", sops=(sop(steps=(step(1, duration="Paling lama 3 (tiga) hari kerja"),)),)),
        Example(
            shows="angka di bawah judul kolom Waktu (menit)",
            sops=(sop(steps=(_in_minutes(1, "15"), _in_minutes(2, "15-20"), _in_minutes(3, "± 30"))),),
        ),
        Example(shows="jam dan menit", sops=(sop(steps=(step(1, duration="1 jam 30 menit"),)),)),
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
        Example(
            shows="jam di penunjuk waktu",
            sops=(sop(steps=(step(1, duration="08.00-10.00 WIB"),)),),
            hits=("Langkah 1: waktu “08.00-10.00 WIB” menyebut pukul, bukan lama pengerjaan.",),
        ),
        Example(
            shows="frekuensi",
            sops=(sop(steps=(step(1, duration="1 minggu sekali"),)),),
            hits=("Langkah 1: waktu “1 minggu sekali” menyebut seberapa sering, bukan lama pengerjaan.",),
        ),
        Example(
            shows="jadwal",
            sops=(sop(steps=(step(1, duration="Januari-Februari"),)),),
            hits=("Langkah 1: waktu “Januari-Februari” menyebut kapan dikerjakan, bukan lama pengerjaan.",),
        ),
        Example(
            shows="beban kerja",
            sops=(sop(steps=(step(1, duration="2 OJ"),)),),
            hits=("Langkah 1: waktu “2 OJ” memakai satuan beban kerja, bukan satuan waktu.",),
        ),
        Example(
            shows="hari dan jam",
            sops=(sop(steps=(step(1, duration="1 hari 4 jam"),)),),
            hits=("Langkah 1: waktu “1 hari 4 jam” memakai satuan yang tidak sepadan; pilih satu satuan.",),
        ),
        Example(
            shows="dua waktu dalam satu sel",
            sops=(sop(steps=(step(1, duration="Luring 2 hari, daring 1 hari"),)),),
            hits=("Langkah 1: waktu “Luring 2 hari, daring 1 hari” memuat lebih dari satu waktu.",),
        ),
        Example(
            shows="satu jam tiga puluh menit, atau satu koma tiga jam",
            sops=(sop(steps=(step(1, duration="1.30 jam"),)),),
            hits=("Langkah 1: waktu “1.30 jam” dapat dibaca dengan lebih dari satu cara.",),
        ),
        Example(
            shows="di bawah judul kolom Waktu (menit): satu koma tiga menit, atau satu jam tiga puluh menit",
            sops=(sop(steps=(_in_minutes(1, "15"), _in_minutes(2, "1.30"))),),
            hits=("Langkah 2: waktu “1.30” dapat dibaca dengan lebih dari satu cara.",),
        ),
        Example(
            shows="angka dan hurufnya berbeda",
            sops=(sop(steps=(step(1, duration="3 (dua) hari"),)),),
            hits=("Langkah 1: waktu “3 (dua) hari” dapat dibaca dengan lebih dari satu cara.",),
        ),
    ),
)

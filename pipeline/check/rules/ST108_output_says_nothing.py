"""ST108 - an output is what a step leaves behind, neither the activity nor what was there before."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.acts import acts, made_by
from pipeline.check.chart_hits import numbers
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import STEPS, sop, step
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop, Step
from pipeline.settings import Settings
from pipeline.text import key, quoted

# Acts that hand a thing on or keep it as it is: what goes in comes out.
_PASSING = frozenset((
    "membawa", "membagikan", "mendisposisikan", "mendistribusikan", "menerima", "meneruskan", "mengajukan",
    "mengambil", "mengarsipkan", "mengembalikan", "mengirim", "mengirimkan", "menyampaikan", "menyerahkan",
    "menyimpan", "menyebarkan", "memindahkan", "menyetor", "menyetorkan", "melanjutkan", "memberikan",
))  # fmt: skip
# The same as above, as people abbreviate it.
_ACTIVITY = "output mengulang uraian kegiatan; tulis hasilnya"
_REQUIREMENTS = "output sama dengan kelengkapannya; tulis apa yang berubah karena langkah ini"
_DITTO = frozenset(("idem", "s d a", "sama", "sda"))


def output_says_nothing(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield one hit for all outputs that repeat their activity, and one for those that repeat their requirements.

    The latter only where the act changes something.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for position, each in enumerate(sop.steps if sop.has_standards else (), start=1):
        trouble = _trouble(each)
        if trouble:
            found[trouble].append(position)
    for trouble, (first, *others) in found.items():
        at = sop.steps[first - 1]
        steps = numbers(sop, (first, *others))
        example = made_by(at.activity) if trouble == _ACTIVITY else ""
        advice = trouble if others else trouble.replace("kelengkapannya", f"kelengkapannya, {quoted(at.output)}")
        yield Hit(
            message=f"Langkah {steps}: {advice}{_such_as(example, at.number or str(first), len(others))}.",
            where=f"steps/{first}/output", place=at.cell("output"), found=at.output,
            question=f"Hasil apa yang dapat ditunjukkan sesudah langkah {steps} selesai?",
        )  # fmt: skip


def _such_as(example: str, number: str, others: int) -> str:
    if not example:
        return ""
    return f", misalnya {quoted(example)}" + (f" untuk langkah {number}" if others else "")


def _trouble(step: Step) -> str:
    output = key(step.output)
    if not output or output in _DITTO:
        return ""
    if output == key(step.activity):
        return _ACTIVITY
    verbs = acts(step.activity)
    if output == key(step.requirements) and verbs and not set(verbs) & _PASSING:
        return _REQUIREMENTS
    return ""


def _with(**cells: str) -> Sop:
    return replace(sop(), steps=(STEPS[0], step(2, **cells), STEPS[2]))


RULE = Rule(
    code="ST108",
    title="Output mengulang isi sel lain",
    why="Output adalah bukti bahwa langkah selesai; mengulang kegiatan atau kelengkapan tidak membuktikan apa pun.",
    source="PermenPANRB 35/2012: output adalah hasil setiap kegiatan, sebagai bagian mutu baku.",
    fix="Tulis hasil yang dapat ditunjukkan, misalnya konsep surat, berkas terverifikasi, atau catatan agenda.",
    question="Hasil apa yang dapat ditunjukkan sesudah langkah ini selesai?",
    severity=Severity.WARNING,
    check=output_says_nothing,
    good=(
        Example(shows="hasil kegiatan", sops=(sop(),)),
        Example(
            shows="berkas yang hanya diteruskan",
            sops=(_with(activity="Meneruskan berkas", requirements="Berkas", output="Berkas"),),
        ),
    ),
    bad=(
        Example(
            shows="output adalah kegiatannya",
            sops=(_with(activity="Menyusun Catatan atas Laporan", output="Menyusun catatan atas laporan"),),
            hits=("Langkah 2: output mengulang uraian kegiatan; tulis hasilnya, misalnya “Catatan atas Laporan”.",),
        ),
        Example(
            shows="beberapa langkah dengan kekeliruan yang sama",
            sops=(
                sop(steps=(STEPS[0], *(step(at, activity="Menyusun surat", output="Menyusun surat") for at in (2, 3)))),
            ),
            hits=(
                "Langkah 2 dan 3: output mengulang uraian kegiatan; tulis hasilnya, misalnya “Surat” untuk langkah 2.",
            ),
        ),
        Example(
            shows="hasilnya tidak pasti",
            sops=(_with(activity="Memeriksa berkas", output="Memeriksa berkas"),),
            hits=("Langkah 2: output mengulang uraian kegiatan; tulis hasilnya.",),
        ),
        Example(
            shows="output adalah kelengkapannya",
            sops=(_with(activity="Memeriksa berkas", requirements="Berkas permohonan", output="berkas permohonan"),),
            hits=(
                "Langkah 2: output sama dengan kelengkapannya, “berkas permohonan”; tulis apa yang berubah karena "
                "langkah ini.",
            ),
        ),
    ),
)

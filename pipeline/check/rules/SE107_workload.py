"""SE107 - no SOP is far heavier than the others of the office."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import NODES, sop, step
from pipeline.check.sop_set import SopSet
from pipeline.check.workload import Load, Peers, is_heavy, load, parts, peers
from pipeline.model.finding import Severity
from pipeline.model.sop import Flow, Sop
from pipeline.settings import Settings

# The size of a part where the set is too small to tell what is usual: what goes on a page.
_USUAL = 10


def workload(together: SopSet, settings: Settings) -> Iterator[Hit]:
    """Yield each SOP whose steps or documents are far beyond the median of the set, by the median deviation."""
    loads = [load(each, settings) for each in together.sops]
    usual = peers(loads)
    for each, own in zip(together.sops, loads, strict=True):
        if is_heavy(own, usual.limit):
            yield Hit(
                message=f"SOP ini jauh lebih berat daripada SOP lain: {_figures(own, usual)}.",
                where="steps", place=each.steps[0].place, found=each.title, sop=each,
                question=_question(each, usual.middle.steps if usual.middle else _USUAL),
            )  # fmt: skip


def _figures(own: Load, usual: Peers) -> str:
    middle = usual.middle
    if middle is None:
        return (
            f"{own.steps} langkah dan {own.documents} dokumen, batasnya {usual.limit.steps} dan {usual.limit.documents}"
        )
    found = [f"{own.steps} langkah, median kantor {middle.steps}"]
    found += [
        f"{mine} {what}, median {theirs}"
        for mine, theirs, what in (
            (own.documents, middle.documents, "dokumen kelengkapan"),
            (own.actors, middle.actors, "pelaksana"),
            (round(own.minutes / 60), round(middle.minutes / 60), "jam kerja"),
        )
        if mine > theirs
    ]
    return "; ".join(found)


def _question(sop: Sop, usual: int) -> str:
    spans = [f"{first}–{last}" for first, last in parts(sop, usual)]
    if not spans:
        return ""
    return (
        f"Dapatkah SOP ini menjadi satu SOP makro dengan {len(spans)} SOP mikro, misalnya langkah "
        f"{', '.join(spans[:-1])} dan {spans[-1]}?"
    )


def _of(count: int, file: str) -> Sop:
    steps = tuple(
        step(at, actor="Petugas PTSP" if at <= 12 else "Kepala Kantor", output=f"Berkas {at}",
             requirements=f"Berkas {at - 1}")
        for at in range(1, count + 1)
    )  # fmt: skip
    return replace(sop(steps=steps, flow=Flow(source="drawing", nodes=NODES)), file=file)


_PEERS = tuple(_of(6 + at % 3, f"{at}.docx") for at in range(10))
RULE = Rule(
    code="SE107",
    title="SOP yang jauh lebih berat",
    why="SOP yang sangat panjang sukar dijalankan; pekerjaan besar dibagi menjadi SOP makro dan SOP mikro.",
    source="PermenPANRB 35/2012: SOP makro dan SOP mikro, prinsip kemudahan; evaluasi: mudah dilaksanakan.",
    fix="Bagi menjadi SOP makro dan beberapa SOP mikro yang saling terkait.",
    question="Dapatkah SOP ini dibagi menjadi SOP makro dan SOP mikro?",
    severity=Severity.NOTE,
    check_set=workload,
    good=(
        Example(shows="panjang yang biasa", sops=_PEERS),
        Example(shows="sendirian dan tidak terlalu panjang", sops=(_of(24, "panjang.docx"),)),
    ),
    bad=(
        Example(
            shows="jauh di atas yang lain",
            sops=(*_PEERS, _of(24, "panjang.docx")),
            hits=(
                "SOP ini jauh lebih berat daripada SOP lain: 24 langkah, median kantor 7; 24 dokumen kelengkapan, "
                "median 7; 4 jam kerja, median 1.",
            ),
        ),
        Example(
            shows="sendirian dan sangat panjang",
            sops=(_of(41, "panjang.docx"),),
            hits=("SOP ini jauh lebih berat daripada SOP lain: 41 langkah dan 41 dokumen, batasnya 40 dan 80.",),
        ),
    ),
)

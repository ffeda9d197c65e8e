"""ST109 - an activity says in the active what its actor does."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.acts import instead, passive
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import STEPS, sop, step
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted


def in_the_passive(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each step whose main verb is a passive, with the active."""
    for position, each in enumerate(sop.steps if sop.has_standards else (), start=1):
        found = passive(each.activity)
        if found:
            advice = (
                f"tulis {quoted(found.text, limit=120)}"
                if found.text
                else f"awali dengan {quoted(found.active.capitalize())}"
            )
            yield Hit(
                message=f"Langkah {each.number or position}: {quoted(found.written)} kata kerja pasif; {advice}.",
                where=f"steps/{position}/activity", place=each.cell("activity"), found=each.activity,
                correction=instead(each.activity, found.text, f"{quoted(found.written)} adalah kata kerja pasif."),
            )  # fmt: skip


def _with(activity: str) -> Sop:
    return replace(sop(), steps=(STEPS[0], step(2, activity=activity), STEPS[2]))


RULE = Rule(
    code="ST109",
    title="Kegiatan dalam kalimat pasif",
    why="Kalimat aktif menyatakan apa yang dilakukan pelaksana di kolom itu; kalimat pasif menyembunyikan pelakunya.",
    source="PermenPANRB 35/2012: SOP disusun menurut prinsip kemudahan dan kejelasan.",
    fix="Awali uraian kegiatan dengan kata kerja aktif; pelakunya ditunjukkan kolom pelaksana.",
    question="Siapa yang mengerjakan langkah ini, dan bagaimana bunyi uraiannya dalam kalimat aktif?",
    severity=Severity.NOTE,
    check=in_the_passive,
    good=(
        Example(shows="kalimat aktif", sops=(sop(),)),
        Example(shows="pasif dalam anak kalimat", sops=(_with("Menyerahkan surat yang ditandatangani"),)),
        Example(shows="kata benda", sops=(_with("Disposisi surat masuk"), _with("Dinas Pendidikan memberi tanggapan"))),
    ),
    bad=(
        Example(
            shows="diawali kata kerja pasif",
            sops=(_with("Diperiksa kelengkapan berkas"),),
            hits=("Langkah 2: “Diperiksa” kata kerja pasif; tulis “Memeriksa kelengkapan berkas”.",),
            becomes=("Diperiksa kelengkapan berkas -> Memeriksa kelengkapan berkas",),
        ),
        Example(
            shows="dengan pelaku",
            sops=(_with("Surat telah ditandatangani oleh Kepala Kantor"),),
            hits=("Langkah 2: “ditandatangani” kata kerja pasif; tulis “Menandatangani surat”.",),
            becomes=("Surat telah ditandatangani oleh Kepala Kantor -> Menandatangani surat",),
        ),
        Example(
            shows="dengan tujuan",
            sops=(_with("Berkas diserahkan kepada pemohon"),),
            hits=("Langkah 2: “diserahkan” kata kerja pasif; tulis “Menyerahkan berkas kepada pemohon”.",),
            becomes=("Berkas diserahkan kepada pemohon -> Menyerahkan berkas kepada pemohon",),
        ),
        Example(
            shows="susunannya tidak pasti",
            sops=(_with("Berkas diperiksa petugas"),),
            hits=("Langkah 2: “diperiksa” kata kerja pasif; awali dengan “Memeriksa”.",),
        ),
    ),
)

"""ST107 - an activity does not repeat the actor in whose column it is drawn."""

from collections.abc import Iterator

from pipeline.check.acts import from_first_active, instead, only_subject
from pipeline.check.chart_hits import listed
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import STEPS, sop, step
from pipeline.check.subjects import actors_named
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted


def subject_repeated(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each step whose text begins with an actor of its own column; an actor of another one is FL105's matter."""
    for position, each in enumerate(sop.steps if sop.has_standards else (), start=1):
        names = [actor.name for actor in actors_named(sop, each, settings)]
        if names and set(names) <= set(each.actors):
            text = from_first_active(each.activity)
            why = f"{listed(names)} sudah ditunjukkan kolom pelaksananya."
            correction = instead(each.activity, text, why) if only_subject(each.activity) else None
            column = "kolomnya" if len(names) == 1 else "kolom-kolomnya"
            yield Hit(
                message=f"Langkah {each.number or position}: {listed(names)} sudah ditunjukkan {column}; cukup "
                f"{quoted(text, limit=120)}.",
                where=f"steps/{position}/activity", place=each.cell("activity"), found=each.activity,
                correction=correction, question=f"Dapatkah uraian langkah ini menjadi {quoted(text, limit=120)}?",
            )  # fmt: skip


def _with(activity: str) -> Sop:
    return sop(steps=(*STEPS[:2], step(3, activity=activity, actor="Kepala Kantor")))


RULE = Rule(
    code="ST107",
    title="Pelaksana diulang dalam uraian",
    why="Pelaksana sudah ditunjukkan kolomnya; bila jabatan berganti, uraian yang mengulangnya ikut harus diubah.",
    source="PermenPANRB 35/2012: pelaksana dinyatakan dengan simbol pada kolomnya, uraian memuat kegiatannya.",
    fix="Awali uraian dengan kata kerja, tanpa pelaksananya.",
    question="Dapatkah pelaksana dihapus dari uraian ini tanpa mengubah maksudnya?",
    severity=Severity.NOTE,
    check=subject_repeated,
    good=(
        Example(shows="diawali kata kerja", sops=(sop(),)),
        Example(shows="pelaksana lain dinilai aturan FL105", sops=(_with("Petugas PTSP mencatat surat"),)),
        Example(shows="jabatan lain sebagai tujuan", sops=(_with("Mengirim surat kepada Kepala Kantor"),)),
    ),
    bad=(
        Example(
            shows="pelaku kalimat sama dengan kolomnya",
            sops=(_with("Kepala Kantor menandatangani surat rekomendasi"),),
            hits=("Langkah 3: Kepala Kantor sudah ditunjukkan kolomnya; cukup “Menandatangani surat rekomendasi”.",),
            becomes=("Kepala Kantor menandatangani surat rekomendasi -> Menandatangani surat rekomendasi",),
        ),
        Example(
            shows="jabatan disingkat",
            sops=(_with("Kakankemenag menandatangani surat rekomendasi"),),
            hits=("Langkah 3: Kepala Kantor sudah ditunjukkan kolomnya; cukup “Menandatangani surat rekomendasi”.",),
            becomes=("Kakankemenag menandatangani surat rekomendasi -> Menandatangani surat rekomendasi",),
        ),
        Example(
            shows="yang terhapus mungkin syarat",
            sops=(_with("Kepala Kantor dapat menolak permohonan"),),
            hits=("Langkah 3: Kepala Kantor sudah ditunjukkan kolomnya; cukup “Menolak permohonan”.",),
        ),
    ),
)

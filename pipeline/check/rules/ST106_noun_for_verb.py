"""ST106 - an activity begins with a verb, not with a noun."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.acts import VERB_OF, instead, noun_of_act, with_verbs
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import STEPS, sop, step
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted


def noun_for_verb(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each step whose text begins with the noun of an act, with the verb where the noun is made of just one."""
    actors = {key(each.name).split()[0] for each in sop.actors if key(each.name)}
    for position, each in enumerate(sop.steps if sop.has_standards else (), start=1):
        noun = noun_of_act(each.activity)
        if noun and noun not in actors:
            yield Hit(
                message=f"Langkah {each.number or position}: {_sentence(each.activity, noun)}.",
                where=f"steps/{position}/activity", place=each.cell("activity"), found=each.activity,
                correction=instead(each.activity, with_verbs(each.activity),
                                   f"{quoted(noun.capitalize())} adalah kata benda; uraian diawali kata kerja."),
            )  # fmt: skip


def _sentence(activity: str, noun: str) -> str:
    verb = VERB_OF.get(noun, "")
    said = f"{quoted(noun.capitalize())} adalah kata benda"
    if not verb:
        return f"{said}; awali uraiannya dengan kata kerja"
    text = with_verbs(activity)
    if text:
        return f"{said}; tulis {quoted(text, limit=120)}"
    alone = " dan sebutkan apa yang dikerjakan" if len(activity.split()) == 1 else ""
    return f"{said}; awali dengan {quoted(verb.capitalize())}{alone}"


def _with(activity: str) -> Sop:
    return replace(sop(), steps=(STEPS[0], step(2, activity=activity), STEPS[2]))


RULE = Rule(
    code="ST106",
    title="Kegiatan ditulis sebagai kata benda",
    why="Kata kerja menyatakan apa yang harus dilakukan pelaksana; kata benda hanya menamai urusannya.",
    source="PermenPANRB 35/2012: SOP disusun menurut prinsip kemudahan dan kejelasan.",
    fix="Awali uraian kegiatan dengan kata kerja aktif (me- atau ber-).",
    question="Kata kerja apa yang menyatakan kegiatan ini?",
    severity=Severity.WARNING,
    check=noun_for_verb,
    good=(
        Example(shows="diawali kata kerja", sops=(sop(),)),
        Example(shows="kalimat lengkap", sops=(_with("Pengadilan menetapkan perwalian"),)),
        Example(shows="kalimat pasif dinilai aturan ST109", sops=(_with("Pemeriksaan dilakukan di lokasi"),)),
        Example(shows="nama pelaku", sops=(_with("Pelanggan datang ke loket"),)),
    ),
    bad=(
        Example(
            shows="pe-…-an",
            sops=(_with("Pemeriksaan berkas"),),
            hits=("Langkah 2: “Pemeriksaan” adalah kata benda; tulis “Memeriksa berkas”.",),
            becomes=("Pemeriksaan berkas -> Memeriksa berkas",),
        ),
        Example(
            shows="dua kata benda dan keterangan",
            sops=(_with("Peninjauan dan pengukuran lokasi tanah yang akan diwakafkan"),),
            hits=(
                "Langkah 2: “Peninjauan” adalah kata benda; tulis “Meninjau dan mengukur lokasi tanah yang akan "
                "diwakafkan”.",
            ),
            becomes=(
                "Peninjauan dan pengukuran lokasi tanah yang akan diwakafkan -> Meninjau dan mengukur lokasi tanah "
                "yang akan diwakafkan",
            ),
        ),
        Example(
            shows="kata depan gugur",
            sops=(_with("Verifikasi terhadap berkas permohonan"),),
            hits=("Langkah 2: “Verifikasi” adalah kata benda; tulis “Memverifikasi berkas permohonan”.",),
            becomes=("Verifikasi terhadap berkas permohonan -> Memverifikasi berkas permohonan",),
        ),
        Example(
            shows="yang menyusul adalah pelakunya",
            sops=(_with("Penandatanganan Kepala Kantor"),),
            hits=("Langkah 2: “Penandatanganan” adalah kata benda; awali dengan “Menandatangani”.",),
        ),
        Example(
            shows="tanpa objek",
            sops=(_with("Pencatatan"),),
            hits=(
                "Langkah 2: “Pencatatan” adalah kata benda; awali dengan “Mencatat” dan sebutkan apa yang dikerjakan.",
            ),
        ),
        Example(
            shows="dapat berarti mendaftar atau mendaftarkan",
            sops=(_with("Pendaftaran nikah"),),
            hits=("Langkah 2: “Pendaftaran” adalah kata benda; awali uraiannya dengan kata kerja.",),
        ),
    ),
)

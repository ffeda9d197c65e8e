"""ST105 - one step is one act."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.acts import acts
from pipeline.check.chart_hits import listed
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import STEPS, sop, step
from pipeline.check.subjects import actors_named
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings

# Two verbs are often one act (memeriksa dan memaraf).
_MOST = 2


def several_acts(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each step whose text joins three or more verbs; two at most count as one act."""
    for position, each in enumerate(sop.steps if sop.has_standards else (), start=1):
        named = actors_named(sop, each, settings)
        found = acts(each.activity, after_subject=bool(named))
        if len(found) > _MOST:
            yield Hit(
                message=f"Langkah {each.number or position}: memuat {len(found)} kegiatan, yaitu {listed(found)}.",
                where=f"steps/{position}/activity", place=each.cell("activity"), found=each.activity,
                question=f"Apakah {listed(found)} dikerjakan oleh pelaksana yang sama pada waktu yang sama, atau perlu "
                f"dipisahkan menjadi {len(found)} langkah?",
            )  # fmt: skip


def _with(activity: str) -> Sop:
    return replace(sop(), steps=(STEPS[0], step(2, activity=activity), STEPS[2]))


RULE = Rule(
    code="ST105",
    title="Beberapa kegiatan dalam satu langkah",
    why="Satu langkah adalah satu kegiatan: hanya dengan begitu pelaksana, waktu, dan outputnya dapat dinilai.",
    source="PermenPANRB 35/2012: setiap kegiatan memiliki pelaksana dan mutu bakunya sendiri.",
    fix="Pisahkan menjadi beberapa langkah, masing-masing dengan pelaksana, waktu, dan outputnya.",
    question="Menjadi langkah apa saja kegiatan ini dipisahkan, dan siapa pelaksana masing-masing?",
    severity=Severity.WARNING,
    check=several_acts,
    good=(
        Example(shows="satu kegiatan", sops=(sop(),)),
        Example(shows="dua kata kerja", sops=(_with("Memeriksa dan memaraf konsep surat"),)),
        Example(
            shows="tujuan dalam anak kalimat",
            sops=(_with("Menyampaikan konsep untuk ditelaah, diparaf, dan ditandatangani"),),
        ),
        Example(
            shows="yang dikerjakan orang lain",
            sops=(_with("Meminta pemohon untuk mengisi, menandatangani, dan menyerahkan formulir"),),
        ),
        Example(shows="pilihan", sops=(_with("Menyetujui, menolak, atau mengembalikan permohonan"),)),
    ),
    bad=(
        Example(
            shows="tiga kata kerja",
            sops=(_with("Memeriksa, menandatangani, dan mengirim surat"),),
            hits=("Langkah 2: memuat 3 kegiatan, yaitu memeriksa, menandatangani, dan mengirim.",),
        ),
        Example(
            shows="satu sel berisi daftar",
            sops=(_with("1. Menerima berkas\n2. Mencatat dalam buku\n3. Meneruskan kepada Kasi"),),
            hits=("Langkah 2: memuat 3 kegiatan, yaitu menerima, mencatat, dan meneruskan.",),
        ),
        Example(
            shows="diawali pelaksana",
            sops=(_with("Petugas PTSP menerima berkas yang diajukan, memeriksa isinya, lalu mencatatnya"),),
            hits=("Langkah 2: memuat 3 kegiatan, yaitu menerima, memeriksa, dan mencatat.",),
        ),
    ),
)

"""FL120 - what a step needs comes from a step before it, or is brought along at the start."""

from collections.abc import Collection, Iterator

from rapidfuzz import fuzz

from pipeline.check.chart_hits import listed, number
from pipeline.check.graph import charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import ACTORS, STEPS, drawn, sop, step
from pipeline.model.finding import Severity
from pipeline.model.sop import LISTS, Sop, Step
from pipeline.settings import Settings
from pipeline.text import is_placeholder, quoted, words

# Words that tie nothing to anything.
_COMMON = frozenset((
    "yang", "dan", "atau", "untuk", "dari", "pada", "dengan", "oleh", "sudah", "telah", "belum", "serta", "hasil",
    "dalam",
))  # fmt: skip
# What an office has at hand, works by or fills in by itself.
_AT_HAND = frozenset((
    "atk", "alat", "komputer", "laptop", "printer", "pencetak", "pemindai", "scanner", "kamera", "internet", "jaringan",
    "aplikasi", "sistem", "portal", "laman", "akun", "telepon", "kendaraan", "ruang", "rapat", "stempel", "cap", "buku",
    "formulir", "blangko", "blanko", "format", "daftar", "instrumen", "undang", "peraturan", "pedoman", "juknis",
    "juklak", "regulasi", "ketentuan", "kma", "pma", "sop", "jadwal", "agenda", "anggaran", "dipa",
))  # fmt: skip
# Likeness from 0 to 100 at which two words are forms of one: permohonan and pemohon, terima and menerima.
_ALIKE = 80


def output_feeds_requirements(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked so
    """Yield each step of whose requirements no word comes from a step before it, from itself or from the identity."""
    if sop.flow.source not in ("drawing", "marks") or not sop.steps:
        return
    given = _words(sop.steps[0].requirements)
    outputs = [_words(each.output) for each in sop.steps]
    for position, each in enumerate(sop.steps[1:], start=2):
        needs = _words(each.requirements)
        if not needs or needs & _AT_HAND or needs & given or is_placeholder(each.requirements):
            continue
        before = [outputs[at - 1] for at in _before(sop, position)]
        if any(before) and not any(needs & made for made in before):
            made = given.union(*before)
            if not _alike(needs, made | _about(sop, each)):
                yield _hit(sop, position, each)


def _hit(sop: Sop, position: int, step: Step) -> Hit:
    return Hit(
        message=f"Langkah {number(sop, position)} ({listed(step.actors)}): kelengkapan {quoted(step.requirements)} "
        "tidak "
        "dihasilkan langkah mana pun sebelumnya; dari mana asalnya?",
        where=f"steps/{position}/requirements", place=step.cell("requirements"), found=step.requirements,
        nodes=tuple(node.id for node in sop.flow.nodes if node.step == position),
        question=f"Dari langkah mana atau dari siapa {quoted(step.requirements)} diperoleh?",
    )  # fmt: skip


def _before(sop: Sop, position: int) -> Collection[int]:
    """The steps that come before one along the arrows, by their rows where it is not drawn or nothing reaches it."""
    chart = charted(sop)
    rows = range(1, position)
    if chart is None or not chart.steps.before.get(position):
        return rows
    return chart.steps.ahead(position) | {each for each in rows if each not in chart.rows}


def _about(sop: Sop, step: Step) -> frozenset[str]:
    """What the step itself and the identity speak of: what is needed may be made, fetched or at hand there."""
    lists = " ".join(entry.text for name in LISTS for entry in sop.identity.values(name))
    return _words(f"{step.activity} {step.note} {lists} {' '.join(step.actors)}")


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if len(word) > 2) - _COMMON


def _alike(needs: frozenset[str], known: frozenset[str]) -> bool:
    return any(
        fuzz.partial_ratio(need, word, score_cutoff=_ALIKE)
        for need in needs
        for word in known
        if min(len(need), len(word)) > 3
    )


RULE = Rule(
    code="FL120",
    title="Kelengkapan tanpa asal",
    why="Output satu langkah menjadi masukan langkah berikutnya; kelengkapan yang tidak dihasilkan siapa pun memutus "
    "alur.",
    source="PermenPANRB 35/2012: mutu baku setiap kegiatan memuat kelengkapan (masukan), waktu, dan output.",
    fix="Tulis output langkah sebelumnya sebagai kelengkapan, atau tambahkan langkah yang menghasilkannya.",
    question="Dari langkah mana atau dari siapa kelengkapan ini diperoleh?",
    severity=Severity.NOTE,
    check=output_feeds_requirements,
    good=(
        Example(
            shows="output menjadi kelengkapan langkah berikutnya",
            sops=(drawn("( ? = = = (", "1>2 2>3:ya 2>1:tidak 3>4 4>5 5>6"),),
        ),
        Example(
            shows="yang dibawa pemohon sejak awal",
            sops=(sop(steps=(*STEPS[:2], step(3, requirements="Surat pengantar", actor=ACTORS[2]))),),
        ),
        Example(shows="alat kerja", sops=(sop(steps=(*STEPS[:2], step(3, requirements="ATK", actor=ACTORS[2]))),)),
        Example(
            shows="yang diisi pada langkah itu sendiri",
            sops=(
                sop(
                    steps=(
                        *STEPS[:2],
                        step(3, activity="Mengisi lembar visitasi", requirements="Lembar visitasi", actor=ACTORS[2]),
                    )
                ),
            ),
        ),
    ),
    bad=(
        Example(
            shows="kelengkapan yang tidak dihasilkan siapa pun",
            sops=(sop(steps=(*STEPS[:2], step(3, requirements="Nota tagihan", actor=ACTORS[2]))),),
            hits=(
                "Langkah 3 (Kepala Kantor): kelengkapan “Nota tagihan” tidak dihasilkan langkah mana pun sebelumnya; "
                "dari mana "
                "asalnya?",
            ),
        ),
    ),
)

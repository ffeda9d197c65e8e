"""Outcome -> the sheets Langkah and Pelaksana: what is done, by whom, in how many minutes."""

from collections import Counter
from dataclasses import dataclass, field

from pipeline.durations import minutes
from pipeline.model.outcome import Outcome
from pipeline.model.sop import Sop, Step
from pipeline.text import key
from pipeline.write.workbook.sheet import Cell, Look, Sheet, columns_of, count, joined, words

_STEP_COLUMNS = columns_of(
    (
        ("Berkas", 24), ("Nama SOP", 30), ("No", 7), ("Kegiatan", 42), ("Pelaksana", 20), ("Kelengkapan", 27),
        ("Waktu", 13), ("Waktu (menit)", 10), ("Output", 25), ("Keterangan", 22),
    ),
    frozenset({"No", "Waktu (menit)"}),
)  # fmt: skip
_ACTOR_COLUMNS = columns_of(
    (
        ("Pelaksana", 40), ("Jumlah SOP", 12), ("Jumlah langkah", 12), ("Menit kerja", 12),
        ("Langkah tanpa menit", 14), ("Ditulis juga", 60),
    ),
    frozenset({"Jumlah SOP", "Jumlah langkah", "Menit kerja", "Langkah tanpa menit"}),
)  # fmt: skip


def steps_sheet(outcome: Outcome) -> Sheet:
    """Return every step of every SOP, in the order of the drafts."""
    hours = f"{outcome.hours_per_day:g}".replace(".", ",")
    return Sheet(
        name="Langkah",
        about="Setiap langkah dari setiap naskah, seperti tertulis. Waktu (menit) memakai batas atas "
        f"rentang dan {hours} jam per hari; kosong bila waktu tidak terukur atau berupa minggu, bulan, atau "
        "tahun.",
        none="Tidak ada langkah yang terbaca.",
        columns=_STEP_COLUMNS,
        rows=tuple(_step(sop, step, outcome.hours_per_day) for sop in outcome.sops for step in sop.steps),
    )


def _step(sop: Sop, step: Step, hours_per_day: float) -> tuple[Cell, ...]:
    return (
        words(sop.file),
        words(sop.title),
        _number(step.number),
        words(step.activity),
        words(joined(step.actors)),
        words(step.requirements),
        words(step.duration.text if step.duration else ""),
        count(_minutes(step, hours_per_day)),
        words(step.output),
        words(step.note),
    )


def _number(written: str) -> Cell:
    """Return a plain number as a number, so that it sorts as one, and all else as it is written."""
    plain = written.isascii() and written.isdigit() and len(written) <= 4 and str(int(written)) == written
    return count(int(written)) if plain else words(written)


def _minutes(step: Step, hours_per_day: float) -> float | None:
    return minutes(step.duration, hours_per_day) if step.duration else None


@dataclass(slots=True)
class _Role:
    """What is counted for one role while the SOPs are walked."""

    spellings: Counter[str] = field(default_factory=Counter)
    sops: set[tuple[str, int]] = field(default_factory=set)
    steps: int = 0
    minutes: float = 0.0
    unmeasured: int = 0


def actors_sheet(outcome: Outcome) -> Sheet:
    """Return every role with its work, the heaviest first."""
    roles = _roles(outcome)
    order = sorted(roles, key=lambda name: (-roles[name].minutes, -roles[name].steps, name))
    return Sheet(
        name="Pelaksana",
        about="Beban setiap pelaksana, terberat lebih dahulu. Langkah dengan beberapa pelaksana dihitung "
        "penuh bagi masing-masing.",
        none="Tidak ada pelaksana yang terbaca.",
        columns=_ACTOR_COLUMNS,
        rows=tuple(_actor(roles[name]) for name in order),
    )


def _roles(outcome: Outcome) -> dict[str, _Role]:
    roles: dict[str, _Role] = {}

    named = dict(outcome.roles)

    def same(written: str) -> str:
        """What a role is counted under: the office's own name for it, else its letters."""
        own = key(written) or written
        return key(named[own]) if own in named else own

    def role(written: str, sop: Sop) -> _Role:
        found = roles.setdefault(same(written), _Role())
        found.sops.add(sop.key)
        return found

    for sop in outcome.sops:
        for actor in sop.actors:
            role(actor.name, sop).spellings[actor.name] += 1
        for step in sop.steps:
            spent = _minutes(step, outcome.hours_per_day)
            # A step that names a role twice is still one step of that role.
            for name in dict.fromkeys(same(each) for each in step.actors):
                written = next(each for each in step.actors if same(each) == name)
                found = role(written, sop)
                found.spellings[written] += 1
                found.steps += 1
                found.minutes += spent or 0.0
                found.unmeasured += spent is None
    return roles


def _actor(role: _Role) -> tuple[Cell, ...]:
    first, *others = sorted(role.spellings, key=lambda each: (-role.spellings[each], each))
    return (
        words(first, Look.STRONG),
        count(len(role.sops)),
        count(role.steps),
        count(round(role.minutes, 2)),
        count(role.unmeasured),
        words("; ".join(others)),
    )

"""IN106 - the heading of an actor column says which position, not only that somebody acts."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import ACTORS, AT, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Actor, Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted

# An employee who asks for leave is "Pegawai" and nothing else; with a number he is one of several who act.
_GENERIC = re.compile(
    r"(?:pelaksana|petugas|staf|staff|operator|admin|aktor|pelaku|tim|pejabat|anggota|bagian|unit)"
    r"(?: (?:terkait|lain|lainnya|satu|dua|tiga|kantor|i{1,3}|iv|v|[a-e]|\d{1,2}))?"
    r"|pegawai (?:\d{1,2}|i{1,3}|[a-e]|satu|dua|tiga|terkait|lain|lainnya)|pihak (?:terkait|lain|lainnya)"
)


def generic_actor(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each heading that names no position; one that pleno.toml has as a position of the office is left."""
    known = {key(each) for role in settings.roles for each in (role.name, *role.synonyms)}
    for at, actor in enumerate(sop.actors, start=1):
        heading = key(actor.name)
        if heading not in known and _GENERIC.fullmatch(heading):
            yield Hit(
                message=f"Kolom pelaksana {quoted(actor.name)} tidak menyebut jabatan mana.",
                where=f"actors/{at}", place=actor.place, found=actor.name,
                question=f"Jabatan apa yang dimaksud dengan {quoted(actor.name)} pada kolom pelaksana?",
            )  # fmt: skip


def _with(*headings: str) -> Sop:
    names = (ACTORS[0], *headings)
    return sop(actors=tuple(Actor(name=name, column=at + 2, span=1, place=AT) for at, name in enumerate(names)))


RULE = Rule(
    code="IN106",
    title="Pelaksana tanpa nama jabatan",
    why="Tanpa nama jabatan tidak ada yang tahu langkah itu tugas siapa, dan beban kerja tidak dapat dihitung.",
    source="PermenPANRB 35/2012: pelaksana dalam SOP adalah jabatan yang bertugas melaksanakan kegiatan.",
    fix="Ganti judul kolom dengan nama jabatan menurut peta jabatan, misalnya “Pengadministrasi Umum”.",
    question="Jabatan apa yang dimaksud pada kolom pelaksana ini?",
    severity=Severity.WARNING,
    check=generic_actor,
    good=(
        Example(shows="nama jabatan", sops=(sop(),)),
        Example(
            shows="keterangan yang cukup",
            sops=(_with("Petugas PTSP", "Operator SIMKAH", "Tim Verifikasi", "Pegawai", "Pelaksana Seksi Penmad"),),
        ),
    ),
    bad=(
        Example(
            shows="pelaksana bernomor",
            sops=(_with("Pelaksana 1", "Pelaksana II"),),
            hits=(
                "Kolom pelaksana “Pelaksana 1” tidak menyebut jabatan mana.",
                "Kolom pelaksana “Pelaksana II” tidak menyebut jabatan mana.",
            ),
        ),
        Example(
            shows="staf saja",
            sops=(_with("STAF"),),
            hits=("Kolom pelaksana “STAF” tidak menyebut jabatan mana.",),
        ),
    ),
)

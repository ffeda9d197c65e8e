"""SE104 - a position has one name in all SOPs of the office."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.roles import Position, Spelling, only_letters_differ, positions
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import ACTORS, AT, sop
from pipeline.check.sop_set import SopSet
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import Actor, Sop
from pipeline.settings import Role, Settings
from pipeline.text import fold, key, quoted


def role_spellings(together: SopSet, settings: Settings) -> Iterator[Hit]:
    """Yield each spelling of a position that deviates from the office's name for it, else from the most used spelling.

    Each is yielded once, on the first SOP that has it.
    """
    for each in positions(together.sops, settings):
        meant = each.name or each.spellings[0].text
        for spelling in each.spellings:
            if fold(spelling.text) != meant and (key(spelling.text) != key(meant) or spelling.text[:1].islower()):
                yield _hit(each, spelling, meant)


def _hit(role: Position, spelling: Spelling, meant: str) -> Hit:
    sop, actor = spelling.first
    others = [each for each in role.spellings if each is not spelling]
    used = ", ".join(f"{quoted(each.text)} pada {len(each.sops)} SOP" for each in others)
    correction = None
    if role.name:
        correction = Replacement(before=actor.name, after=meant, why="Demikian sebutan jabatan itu menurut pleno.toml.")
    elif key(spelling.text) == key(meant):
        correction = Replacement(before=actor.name, after=meant, why="Nama jabatan diawali huruf kapital.")
    slip = any(only_letters_differ(spelling.text, each.text) for each in others)
    return Hit(
        message=f"Jabatan yang sama ditulis {quoted(spelling.text)} pada {len(spelling.sops)} SOP, {used}.",
        where=f"actors/{sop.actors.index(actor) + 1}", place=actor.place, found=actor.name, sop=sop,
        correction=correction,
        question="" if correction else f"Apakah pelaksana {quoted(spelling.text)} sama dengan {quoted(meant)}"
        f"{', dan apakah itu salah ketik' if slip else ', dan sebutan mana yang dipakai kantor'}?",
    )  # fmt: skip


def _with(file: str, *names: str) -> Sop:
    actors = tuple(Actor(name=name, column=at + 2, span=1, place=AT) for at, name in enumerate(names))
    return replace(sop(actors=actors), file=file)


_USUAL = (_with("penmad/1.docx", "Pemohon", "Kasi Penmad"), _with("penmad/2.docx", "Pemohon", "Kasi Penmad"))
RULE = Rule(
    code="SE104",
    title="Satu jabatan, beberapa sebutan",
    why="Sebutan yang berbeda untuk satu jabatan membuat pelaksana tampak lebih banyak dan tugasnya sukar dirunut.",
    source="PermenPANRB 35/2012: pelaksana disebut dengan nama jabatannya, dan SOP satu kantor selaras satu sama lain.",
    fix="Pakai satu sebutan dalam semua SOP; sebutan kantor dapat ditetapkan sebagai [[role]] di pleno.toml.",
    question="Sebutan jabatan mana yang dipakai kantor?",
    severity=Severity.NOTE,
    check_set=role_spellings,
    good=(
        Example(shows="satu sebutan", sops=(sop(), _with("penmad/2.docx", *ACTORS))),
        Example(
            shows="jabatan lain yang mirip",
            sops=(
                _with("1.docx", "Kepala Kantor", "Operator EMIS", "Pelaksana 1", "Pengelola Data"),
                _with("2.docx", "Kepala KUA", "Operator SIMAS", "Pelaksana 2", "Pengolah Data"),
            ),
        ),
        Example(shows="judul kolom dengan huruf kapital", sops=(*_USUAL, _with("3.docx", "PEMOHON", "KASI PENMAD"))),
    ),
    bad=(
        Example(
            shows="singkatan dan kepanjangan",
            sops=(*_USUAL, _with("penmad/3.docx", "Pemohon", "Kepala Seksi Penmad")),
            hits=("Jabatan yang sama ditulis “Kepala Seksi Penmad” pada 1 SOP, “Kasi Penmad” pada 2 SOP.",),
        ),
        Example(
            shows="salah ketik",
            sops=(*_USUAL, _with("penmad/3.docx", "Pemohom", "Kasi Penmad")),
            hits=("Jabatan yang sama ditulis “Pemohom” pada 1 SOP, “Pemohon” pada 2 SOP.",),
        ),
        Example(
            shows="huruf kecil",
            sops=(*_USUAL, _with("penmad/3.docx", "Pemohon", "kasi penmad")),
            hits=("Jabatan yang sama ditulis “kasi penmad” pada 1 SOP, “Kasi Penmad” pada 2 SOP.",),
            becomes=("kasi penmad -> Kasi Penmad",),
        ),
        Example(
            shows="sebutan yang ditetapkan kantor",
            sops=(_with("1.docx", "Kepala Kantor"), _with("2.docx", "Kakankemenag")),
            settings=Settings(roles=(Role(name="Kepala Kantor", synonyms=("Kakankemenag",)),)),
            hits=("Jabatan yang sama ditulis “Kakankemenag” pada 1 SOP, “Kepala Kantor” pada 1 SOP.",),
            becomes=("Kakankemenag -> Kepala Kantor",),
        ),
    ),
)

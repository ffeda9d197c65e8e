"""IN103 - the heading of an actor column is a position, not a person."""

import re
from collections.abc import Iterator

from pipeline.check.persons import marks
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import ACTORS, AT, identity, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Actor, Approval, Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted

# Degrees and titles, with or without their stops; SE or MM without one may be an abbreviation of something else.
_DEGREE = re.compile(
    r"\b(?:Drs|Dra|Hj)\b\.?|\bS\.\s?(?:Ag|Pd|H|E|Sos|Kom|IP|HI|Th|Si|Fil|T|ST|Ak)(?:\.?\s?I)?\b"
    r"|\bM\.\s?(?:Ag|Pd|H|M|Si|Sos|Kom|HI|E)(?:\.?\s?I)?\b|\bA\.\s?Md\b|\b(?:S|M)(?:Pd|Kom|Sos|Ag)\b|,\s*Lc\b",
    re.IGNORECASE,
)
# Given names that begin no position, unit or body.
_GIVEN = frozenset((
    "abdul", "abdullah", "achmad", "agus", "agustina", "ahmad", "aisyah", "ali", "andi", "anita", "arif", "bambang",
    "budi", "dedi", "dewi", "dian", "edi", "eko", "endang", "fatimah", "fitri", "hadi", "hasan", "hendra", "heri",
    "husein", "ibrahim", "iwan", "joko", "khadijah", "kurniawan", "lilis", "mochamad", "mohamad", "mohammad", "muhamad",
    "muhammad", "mulyadi", "mulyono", "nurhayati", "ratna", "rini", "rudi", "siti", "slamet", "sri", "sugeng",
    "suharto", "sukardi", "sumarni", "supriyadi", "suryadi", "susanto", "sutrisno", "suwarno", "usman", "wahyudi",
    "yulia", "yusuf", "zainal", "zulkifli",
))  # fmt: skip
# Where a name was read, a position may stand.
_POSITION = re.compile(r"(?:kepala|ketua|plt|plh|kasi|kasubbag|kasubag|pimpinan|direktur|rektor)\b")


def person_as_actor(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each heading that names or addresses a person.

    It carries a degree, a form of address or an NIP, is the name of who signs, or begins with a given name and has
    another one.
    """
    approval = sop.identity.approved_by
    signers = {_bare(each) for each in (settings.head.name, approval.name if approval else None) if each}
    signers = {each for each in signers if " " in each and not _POSITION.match(each)}
    for at, actor in enumerate(sop.actors, start=1):
        if marks(actor.name) or _is_person(actor.name, signers):
            yield Hit(
                message=f"Kolom pelaksana {quoted(actor.name)} menyebut orang; yang ditulis di sini nama jabatan.",
                where=f"actors/{at}", place=actor.place, found=actor.name,
            )  # fmt: skip


def _is_person(heading: str, signers: set[str]) -> bool:
    first, *others = key(heading).split() or [""]
    named = first in _GIVEN and 0 < len(others) < 4
    return named or _DEGREE.search(heading) is not None or _bare(heading) in signers


def _bare(name: str) -> str:
    """A name without what stands before and after it: degrees follow a comma, titles end in a stop."""
    return key(re.sub(r"\b(?:Dr|Drs|Dra|Hj?|KH|Prof|Ir)\.\s*", "", name.split(",")[0]))


def _with(heading: str) -> Sop:
    names = (*ACTORS[:2], heading)
    return sop(actors=tuple(Actor(name=name, column=at + 2, span=1, place=AT) for at, name in enumerate(names)))


RULE = Rule(
    code="IN103",
    title="Orang sebagai pelaksana",
    why="Pelaksana yang ditulis dengan nama membuat SOP gugur begitu orangnya berpindah tugas.",
    source="PermenPANRB 35/2012: pelaksana dalam SOP adalah jabatan; pejabatnya hanya disebut dalam pengesahan.",
    fix="Ganti nama orang pada kepala kolom dengan nama jabatannya.",
    question="Apa nama jabatan orang yang disebut pada kolom pelaksana ini?",
    severity=Severity.ERROR,
    check=person_as_actor,
    good=(
        Example(shows="jabatan", sops=(sop(),)),
        Example(
            shows="jabatan dan lembaga yang mirip nama atau gelar",
            sops=(
                _with("Imam Masjid"),
                _with("Nurul Huda"),
                _with("Kepala MTs"),
                _with("JF SDM"),
                _with("BAZNAS"),
                _with("Kasi PHU"),
                _with("PPSPM"),
            ),
        ),
        Example(
            shows="jabatan di tempat nama pengesah",
            sops=(sop(identity=identity(approved_by=Approval(position=None, name=ACTORS[2], nip=None, place=AT))),),
        ),
    ),
    bad=(
        Example(
            shows="nama bergelar",
            sops=(_with("Danang Wirasena, S.Ag."),),
            hits=("Kolom pelaksana “Danang Wirasena, S.Ag.” menyebut orang; yang ditulis di sini nama jabatan.",),
        ),
        Example(
            shows="sapaan",
            sops=(_with("Bapak Kasubbag TU"),),
            hits=("Kolom pelaksana “Bapak Kasubbag TU” menyebut orang; yang ditulis di sini nama jabatan.",),
        ),
        Example(
            shows="gelar dengan huruf besar",
            sops=(_with("DANANG WIRASENA, S.AG"),),
            hits=("Kolom pelaksana “DANANG WIRASENA, S.AG” menyebut orang; yang ditulis di sini nama jabatan.",),
        ),
        Example(
            shows="pejabat yang mengesahkan",
            sops=(_with("Sarwaka Adiluhung"),),
            hits=("Kolom pelaksana “Sarwaka Adiluhung” menyebut orang; yang ditulis di sini nama jabatan.",),
        ),
        Example(
            shows="nama depan yang lazim",
            sops=(_with("Siti Ampelwangi"),),
            hits=("Kolom pelaksana “Siti Ampelwangi” menyebut orang; yang ditulis di sini nama jabatan.",),
        ),
    ),
)

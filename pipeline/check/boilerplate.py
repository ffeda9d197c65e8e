"""Texts that many SOPs share, and texts that say nothing of the SOP that they stand in."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.check.sop_set import unit_of
from pipeline.likeness.titles import title_form
from pipeline.model.sop import FieldName, Sop, Value
from pipeline.text import key

# A text that says something is shared on purpose by few; by so many SOPs, and so great a part of a unit's, it is a
# form of words.
MANY = 5
PART_OF_UNIT = 1 / 3
# A warning that says nothing of its SOP need only stand in two of them.
TWO = 2

# Words that fit any SOP: a warning of these only warns of nothing.
_EMPTY = frozenset((
    "adalah", "agar", "akan", "akibat", "akibatnya", "apabila", "atas", "atau", "baik", "bila", "bisa", "dalam", "dan",
    "dapat", "dari", "dengan", "di", "dilaksanakan", "dijalankan", "dilakukan", "diikuti", "dipatuhi", "dipedomani",
    "diterapkan", "efektif", "efisien", "hal", "hambatan", "harus", "hasil", "ini", "itu", "jalannya", "jika", "kantor",
    "kegiatan", "kelancaran", "kepada", "kerja", "kesalahan", "ketentuan", "kinerja", "kualitas", "kurang", "lambat",
    "lancar", "maka", "maksimal", "masyarakat", "mengganggu", "menghambat", "menimbulkan", "mengakibatkan", "mestinya",
    "mutu", "oleh", "operasional", "optimal", "organisasi", "pada", "pekerjaan", "pelaksana", "pelaksanaan",
    "pelayanan",
    "penyelenggaraan", "petugas", "proses", "prosedur", "sanksi", "sebagaimana", "sehingga", "semestinya", "seluruh",
    "sesuai", "secara", "sop", "standar", "tahapan", "tata", "tepat", "terganggu", "terhadap", "terhambat", "terjadi",
    "terkendala", "terlambat", "terlaksana", "tersebut", "tertib", "tertunda", "tidak", "tugas", "tujuan", "tercapai",
    "turun", "menurun", "unit", "waktu", "yang", "benar", "dikenakan", "berjalan", "bagi", "untuk", "pengguna",
    "layanan",
))  # fmt: skip
_EDUCATION = frozenset((
    "sd", "smp", "sltp", "sma", "smu", "smk", "slta", "ma", "mts", "d1", "d2", "d3", "d4", "s1", "s2", "s3", "d", "s",
    "i", "ii", "iii", "iv", "1", "2", "3", "4", "diploma", "sarjana", "strata", "satu", "dua", "tiga", "magister",
    "pendidikan", "lulusan", "ijazah", "minimal", "minimum", "paling", "rendah", "serendah", "rendahnya", "sekurang",
    "kurangnya", "sederajat", "setara", "setingkat", "semua", "segala", "jurusan", "atau", "dan", "berpendidikan",
    "tingkat", "terakhir", "formal", "kualifikasi", "sekolah", "menengah", "atas",
))  # fmt: skip
_LEVEL = re.compile(
    r"\b(?:sd|smp|sltp|sma|smu|smk|slta|ma|d ?(?:[1-4]|i{1,3}|iv)|s ?(?:[1-3]|i{1,3})|diploma|sarjana)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One text that SOPs of several subjects share: where it stands in each, the entry counted from 1."""

    field: FieldName
    uses: tuple[tuple[Sop, int, Value], ...]
    empty: bool


def shared(sops: Sequence[Sop]) -> Iterator[Shared]:
    """Yield the warnings and qualifications that SOPs of several subjects share beyond what is usual."""
    in_unit = Counter(unit_of(sop) for sop in sops)
    for name in (FieldName.WARNINGS, FieldName.QUALIFICATIONS):
        by_text: dict[str, list[tuple[Sop, int, Value]]] = defaultdict(list)
        for sop in sops:
            for at, entry in enumerate(sop.identity.values(name), start=1):
                by_text[_core(entry.text)].append((sop, at, entry))
        for core, uses in by_text.items():
            if len(uses) < TWO or not core:
                continue
            subjects = len({title_form(sop.title).solid for sop, _, _ in uses})
            empty = name is FieldName.WARNINGS and is_empty(core)
            units = Counter(unit_of(sop) for sop, _, _ in uses)
            wide = any(count >= PART_OF_UNIT * in_unit[unit] for unit, count in units.items())
            if subjects >= TWO and (empty or (subjects >= MANY and wide)):
                yield Shared(field=name, uses=tuple(uses), empty=empty)


def is_empty(text: str) -> bool:
    """Return whether a warning holds only words that fit any SOP."""
    return all(word in _EMPTY for word in key(text).split())


def only_education(sop: Sop) -> bool:
    """Return whether all that a SOP asks of who carries it out is a level of schooling."""
    texts = [key(each.text) for each in sop.identity.qualifications]
    texts = [each for each in texts if each]
    return bool(texts) and all(_LEVEL.search(each) and set(each.split()) <= _EDUCATION for each in texts)


def _core(text: str) -> str:
    """A text in which near-identical ones compare equal: without its small words and their order of speech."""
    small = {
        "dan",
        "yang",
        "akan",
        "maka",
        "apabila",
        "jika",
        "bila",
        "dapat",
        "ini",
        "tersebut",
        "dengan",
        "di",
        "untuk",
    }
    return " ".join(word for word in key(text).split() if word not in small)

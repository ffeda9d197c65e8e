"""Offices, units, positions and systems that no longer exist: since when, what came after them, and by which rule."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Outdated(NamedTuple):
    """A name that ended: `since` is the year, `successor` what came after it.

    `certain` says that the successor takes its place in every text, so that it can be put there.
    """

    pattern: str
    since: int
    successor: str
    source: str
    certain: bool = False


# KMA 373/2002 ordered the offices until PMA 13/2012, that one until PMA 19/2019; a Kanwil still has its Bidang Urais.
_MINISTRY = "Perpres Nomor 47 Tahun 2009 dan KMA Nomor 1 Tahun 2010"
_HAJJ = "Perpres Nomor 92 Tahun 2025"
_ASN = "UU Nomor 5 Tahun 2014"
# fmt: off
OUTDATED: tuple[Outdated, ...] = (
    Outdated(r"Departemen\s+Agama", 2010, "Kementerian Agama", _MINISTRY, certain=True),
    Outdated(r"Depag", 2010, "Kemenag", _MINISTRY, certain=True),
    Outdated(r"Kandepag", 2010, "Kankemenag", _MINISTRY, certain=True),
    Outdated(r"Kakandepag", 2010, "Kakankemenag", _MINISTRY, certain=True),
    *(
        Outdated(rf"Departemen\s+{name}", 2009, f"Kementerian {name}", "Perpres Nomor 47 Tahun 2009", certain=True)
        for name in ("Keuangan", "Kesehatan", "Pertahanan", "Pertanian")
    ),
    Outdated(r"Departemen\s+Dalam\s+Negeri", 2009, "Kementerian Dalam Negeri", "Perpres Nomor 47 Tahun 2009",
             certain=True),
    Outdated(r"Departemen\s+Pendidikan\s+Nasional|Depdiknas", 2009, "kementerian yang mengurus pendidikan",
             "Perpres Nomor 47 Tahun 2009"),
    Outdated(r"Depkeu", 2009, "Kemenkeu", "Perpres Nomor 47 Tahun 2009", certain=True),
    Outdated(r"Depdagri", 2009, "Kemendagri", "Perpres Nomor 47 Tahun 2009", certain=True),
    Outdated(r"Depkes", 2009, "Kemenkes", "Perpres Nomor 47 Tahun 2009", certain=True),
    Outdated(r"(?:(?:Seksi|Kasi)\s+)?Mapenda", 2012, "Seksi Pendidikan Madrasah atau Seksi Pendidikan Agama Islam",
             "PMA Nomor 13 Tahun 2012"),
    Outdated(r"(?:(?:Seksi|Kasi)\s+)?Pe(?:ka)?pontren", 2012, "Seksi Pendidikan Diniyah dan Pondok Pesantren",
             "PMA Nomor 13 Tahun 2012"),
    Outdated(r"(?:(?:Seksi|Kasi)\s+)?Penamas", 2012, "Seksi Bimbingan Masyarakat Islam", "PMA Nomor 13 Tahun 2012"),
    Outdated(r"(?:Seksi|Kasi)\s+(?:Urais|Urusan\s+Agama\s+Islam)", 2012, "Seksi Bimbingan Masyarakat Islam",
             "PMA Nomor 13 Tahun 2012"),
    Outdated(r"(?:Penyelenggara|Gara)\s+Syariah", 2019, "Penyelenggara Zakat dan Wakaf", "PMA Nomor 19 Tahun 2019"),
    Outdated(r"(?:Kepala\s+Seksi|Seksi|Kasi|Bidang|Kabid|Ditjen|Direktorat\s+Jenderal)\s+"
             r"(?:PHU|(?:Penyelenggara(?:an)?\s+)?Haji(?:\s+(?:dan|&)\s+Umr[ao]h)?)", 2025,
             "Kementerian Haji dan Umrah", _HAJJ),
    Outdated(r"JFU|Jabatan\s+Fungsional\s+Umum|Fungsional\s+Umum", 2014, "jabatan pelaksana menurut peta jabatan",
             _ASN),
    Outdated(r"(?:[Pp]ejabat\s+)?[Ee]selon\s+(?:II|III|IV|V)(?:\.?[ab])?",
             2014, "jabatan pimpinan tinggi pratama, administrator, pengawas, atau pelaksana", _ASN),
    Outdated(r"Baperjakat", 2017, "Tim Penilai Kinerja PNS", "PP Nomor 11 Tahun 2017"),
    Outdated(r"DP-?3", 2014, "SKP dan penilaian kinerja pegawai", "PP Nomor 46 Tahun 2011"),
    Outdated(r"Askes", 2014, "BPJS Kesehatan", "UU Nomor 24 Tahun 2011"),
    Outdated(r"Jamsostek", 2014, "BPJS Ketenagakerjaan", "UU Nomor 24 Tahun 2011"),
    Outdated(r"BAZDA|Badan\s+Amil\s+Zakat\s+Daerah", 2011, "BAZNAS kabupaten/kota", "UU Nomor 23 Tahun 2011"),
)
# fmt: on


class Named(NamedTuple):
    """An outdated name as a text has it: what ended, and where it begins and ends."""

    term: Outdated
    start: int
    end: int


# What looks back knows that the name is old; the title of a law keeps its names.
_PAST = re.compile(r"\b(?:eks|ex|bekas|dahulu|dulu|semula|sebelumnya)[\s:(-]+$", re.IGNORECASE)
_CITED = re.compile(r"\b(?:nomor|no\.?)\s*[\w./-]+\s+tahun\s+\d{4}", re.IGNORECASE)
_EACH = tuple((re.compile(rf"(?<![\w/])(?:{each.pattern})(?!\w)", re.IGNORECASE), each) for each in OUTDATED)
# One of these is in every outdated name; most texts have none.
_TELLING = (
    "departemen", "depag", "depdiknas", "depkeu", "depdagri", "depkes", "mapenda", "pontren", "penamas", "urais",
    "urusan agama", "syariah", "haji", "phu", "jfu", "fungsional umum", "eselon", "baperjakat", "dp3", "dp-3",
    "askes", "jamsostek", "bazda", "badan amil",
)  # fmt: skip


def may_name_outdated(text: str) -> bool:
    """Return whether a text, or many joined, may hold an outdated name: cheap and wide."""
    folded = " ".join(text.lower().split())
    return any(each in folded for each in _TELLING)


def outdated_in(text: str) -> Iterator[Named]:
    """Yield each outdated name of a text by its place; what a law is called and what is named as past is left out."""
    cited = _CITED.search(text)
    found = [
        Named(term, each.start(), each.end())
        for pattern, term in _EACH
        for each in pattern.finditer(text, 0, cited.start() if cited else len(text))
        if not _PAST.search(text[: each.start()])
    ]
    yield from sorted(found, key=lambda each: each.start)

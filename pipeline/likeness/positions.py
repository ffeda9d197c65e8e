"""Names of positions -> one form for all ways to write the same one: `Ka. KUA` and `Kepala KUA Kec. Argawana`."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from pipeline.settings import Role
from pipeline.text import key
from pipeline.vocabulary import POSITION_WORDS

_SHORT = {
    **POSITION_WORDS, "tu": "tata usaha", "adm": "administrasi", "admin": "administrasi", "ptgs": "petugas",
    "catin": "pemohon", "kec": "kecamatan", "jfu": "pelaksana", "ybs": "bersangkutan",
}  # fmt: skip
_LONG = (
    ("kantor urusan agama", "kua"), ("kepala kantor kementerian agama", "kepala kantor"), ("sub bagian", "subbagian"),
    ("sub bag", "subbagian"), ("penyuluh agama islam", "penyuluh"), ("penyuluh agama", "penyuluh"),
    # Who comes from outside is called by what he asks for.
    ("calon pengantin", "pemohon"), ("pengguna layanan", "pemohon"), ("masyarakat", "pemohon"),
    ("operator simkah", "operator"), ("tenaga pengadministrasi", "pengadministrasi"),
    ("administrasi umum", "pengadministrasi umum"),
)  # fmt: skip
# What only says where somebody works.
_OF_A_PLACE = ("kecamatan",)


def position(name: str, roles: Sequence[Role] = (), place: Collection[str] = ()) -> str:
    """Return one form of a position's name; `place` are words that only name the unit, as that of its kecamatan."""
    return _position(name, tuple(roles), frozenset(place))


@lru_cache(maxsize=8192)
def _position(name: str, roles: tuple[Role, ...], place: frozenset[str]) -> str:
    written = key(name)
    for role in roles:
        if written in (key(each) for each in (role.name, *role.synonyms)):
            written = key(role.name)
    words = " ".join(_SHORT.get(each, each) for each in written.split())
    for apart, same in _LONG:
        words = f" {words} ".replace(f" {apart} ", f" {same} ").strip()
    left = [each for each in words.split() if each not in place and each not in _OF_A_PLACE]
    return " ".join(left or words.split())

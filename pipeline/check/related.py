"""Entries of keterkaitan -> what each names: a known SOP, nearly one, a SOP that nobody knows, or no SOP at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from pipeline.likeness.titles import Title, Weights, likeness, number_key, opposite, title_form, word_weights
from pipeline.model.sop import Sop
from pipeline.text import fold, is_placeholder, key
from pipeline.vocabulary import INTRODUCING_NOUNS, TITLE_PREFIXES

# Words that a body, a law or a thing begins with and a procedure does not.
_NO_SOP = frozenset((
    "badan", "bagian", "balai", "bank", "baznas", "bidang", "bp4", "bpjs", "bpkh", "bpn", "bps", "bwi", "camat",
    "dinas",
    "direktorat", "ditjen", "dukcapil", "fkub", "gubernur", "inspektorat", "kankemenag", "kantor", "kanwil",
    "kecamatan", "kejaksaan", "kelurahan", "kemenag", "kementerian", "kepala", "kepolisian", "komisi", "kppn", "kua",
    "lembaga", "mahkamah", "mui", "pemda", "pemerintah", "pemkot", "pengadilan", "penyelenggara", "polres",
    "polsek", "puskesmas", "satker", "sekretariat", "seksi", "subbag", "subbagian", "walikota", "bupati",
    "instruksi", "keputusan", "kma", "peraturan", "permen", "perpres", "pma", "pp", "undang", "uu",
    "alat", "aplikasi", "atk", "buku", "flashdisk", "formulir", "internet", "jaringan", "kertas", "komputer", "laptop",
    "lemari", "map", "meja", "mesin", "pc", "pemindai", "pencetak", "printer", "proyektor", "scanner", "stempel",
    "telepon",
))  # fmt: skip
_NONE = frozenset(("tidak ada", "nihil", "belum ada", "tidak ada keterkaitan"))
_SEVERAL = re.compile(r";|,\s*(?=SOP\b)|\bdan\s+(?=SOP\b)|\n")
_NUMBER = re.compile(r"\S+/\S+/\S*(?:19|20)\d\d")
# From here on a title of the same words is surely meant, when no other comes within the margin.
_SURE = 0.85
_MARGIN = 0.08
# Two words this alike are one word with a slip.
_SAME_WORD = 80.0
# From here on a title is worth asking about.
_NEAR = 0.7
_LETTERS = 55.0
_LOOKED_AT = 12


class Names(StrEnum):
    """What an entry names."""

    KNOWN = "known"
    ITSELF = "itself"
    NEARLY = "nearly"
    UNKNOWN = "unknown"
    NO_SOP = "no sop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One SOP that an entry of keterkaitan names: its text, what it is, and the title that it comes nearest to."""

    text: str
    names: Names
    nearest: str = ""
    sure: bool = False


class Titles:
    """The titles that entries may name: those of the inventory and of the set."""

    def __init__(self, sops: Sequence[Sop], inventory: Sequence[str]) -> None:
        """The inventory's titles come first: where two are equally near, they are the right ones."""
        texts = dict.fromkeys((*inventory, *(sop.title for sop in sops if sop.identity.title)))
        self._forms: dict[str, tuple[str, Title]] = {}
        for text in texts:
            form = title_form(text)
            self._forms.setdefault(form.solid, (fold(text), form))
        self._short = {_short(form) for _, form in self._forms.values()}
        self._solids = list(self._forms)
        self._weights: Weights = word_weights([form for _, form in self._forms.values()])
        self._numbers = {number_key(sop.identity.number.text) for sop in sops if sop.identity.number}
        self._judged: dict[str, Entry] = {}

    def entries(self, sop: Sop, text: str) -> Iterator[Entry]:
        """Yield what an entry of a SOP's keterkaitan names, one by one."""
        own = title_form(sop.title).solid if sop.identity.title else ""
        for part in _SEVERAL.split(text):
            each = fold(part).strip(" .,")
            if is_placeholder(each) or key(each) in _NONE or not key(each):
                continue
            if own and title_form(each).solid == own:
                yield Entry(text=each, names=Names.ITSELF)
            else:
                if each not in self._judged:
                    self._judged[each] = self._judge(each)
                yield self._judged[each]

    def _judge(self, text: str) -> Entry:
        form = title_form(text)
        if form.solid in self._forms or _short(form) in self._short or self._numbered(text):
            return Entry(text=text, names=Names.KNOWN)
        claims = any(f"{key(text)} ".startswith(f"{prefix} ") for prefix in TITLE_PREFIXES)
        if not claims and key(text).split()[0] in _NO_SOP:
            return Entry(text=text, names=Names.NO_SOP)
        near = self._nearest(form)
        if not near or near[0][0] < _NEAR:
            return Entry(text=text, names=Names.UNKNOWN)
        (best, nearest), *others = near
        alone = not others or best - others[0][0] >= _MARGIN
        sure = best >= _SURE and alone and _same_words(form, title_form(nearest))
        return Entry(text=text, names=Names.NEARLY, nearest=nearest, sure=sure)

    def _numbered(self, text: str) -> bool:
        return any(number_key(each) in self._numbers for each in _NUMBER.findall(text))

    def _nearest(self, form: Title) -> list[tuple[float, str]]:
        """The titles by how near they are, the nearest first; opposites are none."""
        found = process.extract(
            form.solid, self._solids, scorer=fuzz.ratio, score_cutoff=_LETTERS, limit=_LOOKED_AT
        )  # fmt: skip
        near = [
            (likeness(form, other, self._weights), text)
            for text, other in (self._forms[solid] for solid, _, _ in found)
            if not opposite(form, other)
        ]
        return sorted(near, key=lambda each: -each[0])


def _same_words(one: Title, other: Title) -> bool:
    """Whether two titles differ in the letters of their words only."""
    return len(one.words) == len(other.words) and all(
        first == second or (first[0] == second[0] and fuzz.ratio(first, second) >= _SAME_WORD)
        for first, second in zip(one.words, other.words, strict=True)
    )


def _short(form: Title) -> str:
    """A title without the noun that introduces it."""
    words = form.words[1:] if form.words and form.words[0] in INTRODUCING_NOUNS else form.words
    return " ".join(words) if len(words) > 1 else form.solid

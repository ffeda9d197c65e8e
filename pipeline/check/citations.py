"""An entry of Dasar Hukum -> the rule of law that it cites: kind, number, year and subject."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.check.laws import KEPPAN, KMA, NAMES, PANRB, PERPRES, PMA, PP, REPEALED, UU, Law, Repeal
from pipeline.dates import earliest, latest
from pipeline.model.sop import DATES, Sop, Value
from pipeline.text import fold, is_placeholder, key

# Kinds by the spellings that offices use, longest first where one begins another.
_KINDS: dict[str, tuple[str, ...]] = {
    UU: ("undang undang", "uu"),
    PP: ("peraturan pemerintah", "pp"),
    PERPRES: ("peraturan presiden", "perpres"),
    "Keputusan Presiden": ("keputusan presiden", "keppres", "kepres"),
    "Instruksi Presiden": ("instruksi presiden", "inpres"),
    PMA: ("peraturan menteri agama", "pma", "permenag"),
    KMA: ("keputusan menteri agama", "kma", "kepmenag"),
    "Peraturan Menteri Keuangan": ("peraturan menteri keuangan", "pmk", "permenkeu"),
    "Peraturan Menteri Pendidikan dan Kebudayaan": ("peraturan menteri pendidikan dan kebudayaan", "permendikbud"),
    "Peraturan Menteri Dalam Negeri": ("peraturan menteri dalam negeri", "permendagri"),
    "Peraturan Badan Kepegawaian Negara": ("peraturan badan kepegawaian negara", "peraturan bkn", "perban bkn"),
    "Peraturan Kepala Badan Kepegawaian Negara": (
        "peraturan kepala badan kepegawaian negara", "peraturan kepala bkn", "perka bkn",
    ),
    PANRB: (
        "peraturan menteri pendayagunaan aparatur negara dan reformasi birokrasi",
        "peraturan menteri negara pendayagunaan aparatur negara dan reformasi birokrasi",
        "peraturan menteri negara pendayagunaan aparatur negara",
        "peraturan menteri pendayagunaan aparatur negara",
        "peraturan menteri pan dan rb", "peraturan menteri pan rb", "peraturan menteri panrb",
        "permenpan dan rb", "permen pan dan rb", "peraturan menpan dan rb",
        "peraturan menpan rb", "peraturan menpanrb", "peraturan menpan",
        "permenpan rb", "permenpanrb", "permen pan rb", "permen panrb", "permenpan", "permen pan",
    ),
    KEPPAN: (
        "keputusan menteri negara pendayagunaan aparatur negara", "keputusan menteri pendayagunaan aparatur negara",
        "kepmenpan", "kepmen pan", "keputusan menpan",
    ),
}  # fmt: skip
_SPELLINGS = sorted(((each, kind) for kind, all_ in _KINDS.items() for each in all_), key=lambda pair: -len(pair[0]))
# Other kinds are taken as they are written.
_OTHER = re.compile(
    r"(?:peraturan|keputusan|instruksi|surat (?:edaran|keputusan)|perda|pergub|perbup|perwali?|perka|perban|permen\w*|"
    r"kepmen\w*|(?:per|kep)dirjen|per(?:dir)?jen|se|sk)\b"
)
_WHOLE = re.compile(
    r"(?:undang undang|(?:peraturan|keputusan) (?!menpan|menteri pan(?:rb)?\b|bkn|kepala bkn)|instruksi|surat )"
)
_BULLET = re.compile(r"^(?:\(?\d{1,2}[.)]|[a-zA-Z][.)]|[-–•*·])\s+")
_ABOUT = re.compile(r"\b(?:tentang|perihal|ttg)\b\.?", re.IGNORECASE)
_CHANGED = re.compile(r"\bsebagaimana\b|\bjo\b|\bjuncto\b", re.IGNORECASE)
_NUMBER_WORD = re.compile(r"\b(?P<word>nomor|nomer|nmr|no)\b(?P<stop>[\s.:]*)", re.IGNORECASE)
_NUMBER = re.compile(
    r"[\s.:]*(?P<number>[a-z]{0,4}[-./]?\d[\w./\-]*|[a-z][\w.\-]*/[\w./\-]*\d[\w./\-]*)", re.IGNORECASE
)
_YEAR_WORD = re.compile(r"\b(?P<word>tahun|thn|th)\b(?P<stop>\.?[\s:]*)(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_NUMBER_ALONE = re.compile(
    r"\b(?P<number>\d{1,4})\s*(?:/\s*|\b(?:tahun|thn|th)\b\.?\s*)(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PAIRED = re.compile(
    r"\b(?:nomor|nomer|no)\b[\s.:]*[^\s,;]+\s+(?:tahun|thn|th)\b\.?\s*((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_OFFICE = re.compile(r"\s*\b(?:republik indonesia|r\.?i\.?)(?=\W|$)", re.IGNORECASE)
# A letter or a decree carries its year in its number or its date; a constitution has no number at all.
_PARTS_OF_YEAR = re.compile(r"(?:^|[/.\-])((?:19|20)\d\d)(?:$|[/.\-])")
_SAYS_SO = re.compile(r"\bdi(?:cabut|ganti(?:kan)?)\b", re.IGNORECASE)
_CONSTITUTION = re.compile(r"(?:undang undang dasar|uud)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A rule of law as an entry cites it; `number` is empty and `year` none where the entry gives none.

    `dated` tells whether a year stands anywhere in the entry, `standard` whether kind, `Nomor` and `Tahun` are written
    out, `about` is the subject behind `tentang`, and `rest` what follows number and year without that word.
    """

    at: int
    value: Value
    kind: str
    number: str
    year: int | None
    dated: bool
    standard: bool
    about: str
    rest: str

    @property
    def law(self) -> Law | None:
        """The rule itself, none where number or year is missing."""
        return Law(self.kind, _plain_number(self.number), self.year) if self.number and self.year else None

    @property
    def full(self) -> str:
        """The citation in its full form, with dots for a subject that neither entry nor table gives."""
        year = "" if self.year is None or _PARTS_OF_YEAR.search(self.number) else f" Tahun {self.year}"
        known = NAMES.get(self.law) if self.law else None
        number = f"{self.kind} Nomor {self.number}{year}"
        if self.about:
            # A joint rule has a second number before its subject: `dan No. 8 Tahun 2006`.
            return fold(f"{number} {_NUMBER_WORD.sub('Nomor ', self.rest)} tentang {self.about}")
        return f"{number} tentang {known or ('' if _CHANGED.search(self.rest) else self.rest) or '…'}"

    @property
    def latest_year(self) -> int | None:
        """The last year of any rule that the entry names by number and year, those that amend it included."""
        years = [int(each) for each in _PAIRED.findall(fold(self.value.text))]
        return max([*years, *([self.year] if self.year else [])], default=None)


def citations(sop: Sop) -> Iterator[Citation]:
    """Yield the entries of Dasar Hukum that cite a rule of law; what is no citation (a principle, a letter) is left."""
    for at, value in enumerate(sop.identity.legal_basis, start=1):
        found = _read(at, value)
        if found is not None:
            yield found


def ceased(sop: Sop) -> Iterator[tuple[Citation, Repeal, bool]]:
    """Yield each citation of a rule that no longer holds, and whether it had ceased when the SOP was last dated.

    A SOP without a date is judged as one of today.
    """
    last = last_date(sop)
    for each in citations(sop):
        repeal = REPEALED.get(each.law) if each.law else None
        if repeal is not None and not _SAYS_SO.search(each.value.text):
            yield each, repeal, last is None or last > latest(repeal.since)


def last_date(sop: Sop) -> str | None:
    """Return the last day that the SOP gives for itself, as early as a shortened date can mean; none without a date."""
    dates = (sop.identity.date(name) for name in DATES)
    return max((earliest(each.iso) for each in dates if each is not None and each.iso), default=None)


@lru_cache(maxsize=1024)
def _read(at: int, value: Value) -> Citation | None:
    text = _BULLET.sub("", fold(value.text))
    kind_end = _kind_end(text)
    if is_placeholder(text) or text.endswith(":") or kind_end == 0:
        return None
    kind, whole = _kind(text[:kind_end])
    bounds = [match.start() for match in (_ABOUT.search(text), _CHANGED.search(text)) if match]
    end = min(bounds, default=len(text))
    head, tail = text[:end], text[end:]
    number, year, after, standard = _number(head)
    about = _ABOUT.match(tail)
    return Citation(
        at=at, value=value, kind=kind, number=number, year=year,
        dated=year is not None or _ANY_YEAR.search(text) is not None,
        standard=whole and standard and not (about and about[0].lower().startswith("ttg")),
        about=fold(tail[about.end() :]).strip(" ;.,") if about else "",
        rest=fold(f"{head[after:]} {'' if about else tail}").strip(" ,;.:-"),
    )  # fmt: skip


def _kind_end(text: str) -> int:
    """Where the kind of rule ends: before its number, its year or its subject; 0 where the entry begins with none."""
    plain = key(text)
    if _CONSTITUTION.match(plain):
        return 0
    if not _OTHER.match(plain) and not any(plain == each or plain.startswith(f"{each} ") for each, _ in _SPELLINGS):
        return 0
    marks = (_NUMBER_WORD, re.compile(r"\d"), _ABOUT, re.compile(r"\b(?:tahun|thn|th)\b", re.IGNORECASE))
    return min((match.start() for mark in marks if (match := mark.search(text))), default=len(text))


def _kind(text: str) -> tuple[str, bool]:
    """The kind written out, and whether it was."""
    bare = fold(_OFFICE.sub(" ", text)).strip(" ,.:;-(")
    plain = key(bare)
    for spelling, kind in _SPELLINGS:
        if plain == spelling or (kind == UU and plain.startswith(f"{spelling} ")):
            return kind, _WHOLE.match(plain) is not None
    return bare, _WHOLE.match(plain) is not None


def _number(head: str) -> tuple[str, int | None, int, bool]:
    """Number, year, where they end, and whether both are introduced by their words written out."""
    word = _NUMBER_WORD.search(head)
    year = _YEAR_WORD.search(head)
    found = _NUMBER.match(head, word.end()) if word else None
    if word is None or found is None:
        alone = _NUMBER_ALONE.search(head)
        if alone:
            return alone["number"], int(alone["year"]), alone.end(), False
        return "", int(year["year"]) if year else None, year.end() if year else 0, False
    number = found["number"].strip(".-/")
    slashed = re.fullmatch(r"(\d{1,4})/((?:19|20)\d\d)", number)
    if slashed and year is None:
        return slashed[1], int(slashed[2]), found.end(), False
    within = None if year else _PARTS_OF_YEAR.search(number)
    standard = word["word"].lower() == "nomor" and "." not in word["stop"] and ":" not in word["stop"]
    if year:
        standard = standard and year["word"].lower() == "tahun" and year["stop"].strip() == ""
        return number, int(year["year"]), max(found.end(), year.end()), standard
    return number, int(within[1]) if within else None, found.end(), standard


def _plain_number(number: str) -> str:
    """The number that a rule is known by: 21 for `PER/21/M.PAN/11/2008`, others without leading zeros."""
    ministry = re.fullmatch(r"(?:PER|KEP)[/.\-]+(\d+)[/.\-].*PAN.*", number, re.IGNORECASE)
    return ministry[1] if ministry else number.lstrip("0") if number.isdigit() else number

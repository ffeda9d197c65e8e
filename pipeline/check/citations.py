"""An entry of Dasar Hukum -> the rules of law that it cites: kind, number, year and subject of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.check.laws import KEPPAN, KMA, NAMES, PANRB, PERPRES, PMA, PP, UU, Law
from pipeline.dates import earliest
from pipeline.model.place import DocxPlace
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
# What may stand between two rules of one entry, and whether an amendment follows there.
_JOINT = re.compile(
    r"\s*(?:(?P<stop>;)|(?P<list>[,&+]|\s/\s|\b(?:dan|serta)\b)|(?P<juncto>\b(?:jo|juncto)\b\.?)|"
    r"(?P<by>\b(?:dengan|oleh)\b))(?:\s*\b(?:dan|serta|jo)\b\.?)?\s*(?:\(?\d{1,2}[.)]\s+)?"
    r"(?=undang|uu|pp|per|kep|pma|kma|pmk|ins?pres|instruksi|surat|se\b|sk\b)",
    re.IGNORECASE,
)
_AMENDED = re.compile(r"\b(?:di(?:r?ubah|cabut|ganti(?:kan)?)|perubahan\w*|terakhir)\b[^;]*$", re.IGNORECASE)
_ANOTHER = re.compile(r"[;,(]|\b(?:dan|serta) (?:peraturan|keputusan|instruksi|undang|uu|pp|pma|kma)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:nomor|nomer|nmr|no)\b|\d", re.IGNORECASE)
_ENDS = " ;.,:&+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A rule of law as an entry cites it; `number` is empty and `year` none where the entry gives none.

    `dated` tells whether a year stands anywhere in the entry, `standard` whether kind, `Nomor` and `Tahun` are written
    out, `about` is the subject behind `tentang`, and `rest` what follows number and year without that word. `span` is
    where it stands in the entry, the rules that amend it included; such a rule is a citation of its own, `amending`.
    `alone` tells that the entry cites no other rule but those.
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
    span: tuple[int, int]
    amending: bool = False
    alone: bool = True

    @property
    def written(self) -> str:
        """The citation as it stands in the entry."""
        return self.value.text[slice(*self.span)]

    @property
    def found(self) -> str:
        """The entry, or of an entry that cites several rules the part that cites this one."""
        return self.value.text if self.alone and not self.amending else self.written

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
        changed = _CHANGED.search(self.rest)
        about = self.rest[: changed.start()] if changed else self.rest
        return fold(f"{number} tentang {known or about or '…'} {self.rest[changed.start() :] if changed else ''}")

    @property
    def written_out(self) -> bool:
        """Whether its kind is known or written without abbreviation."""
        return self.kind in _KINDS or _WHOLE.match(key(self.kind)) is not None

    @property
    def says_repealed(self) -> bool:
        """Whether the entry itself says that the rule was repealed or replaced."""
        return _SAYS_SO.search(self.found) is not None

    @property
    def latest_year(self) -> int | None:
        """The last year of any rule that the entry names by number and year, those that amend it included."""
        years = [int(each) for each in _PAIRED.findall(fold(self.found))]
        return max([*years, *([self.year] if self.year else [])], default=None)


def citations(sop: Sop) -> Iterator[Citation]:
    """Yield each rule of law that the entries of Dasar Hukum cite, those that amend another right behind it.

    An entry that begins with no rule (a principle, a letter) is left.
    """
    for at, value in enumerate(sop.identity.legal_basis, start=1):
        yield from _read(at, value)


def citation_of(text: str) -> Citation | None:
    """Return the one rule of law that a text cites, those that amend it aside; none where it cites none or several."""
    found = [each for each in _read(0, Value(text=text, place=DocxPlace())) if not each.amending]
    return found[0] if len(found) == 1 else None


def last_date(sop: Sop) -> str | None:
    """Return the last day that the SOP gives for itself, as early as a shortened date can mean; none without a date."""
    dates = (sop.identity.date(name) for name in DATES)
    return max((earliest(each.iso) for each in dates if each is not None and each.iso), default=None)


@lru_cache(maxsize=4096)
def _read(at: int, value: Value) -> tuple[Citation, ...]:
    whole = fold(value.text)
    bullet = _BULLET.match(whole)
    skipped = bullet.end() if bullet else 0
    text = whole[skipped:]
    if is_placeholder(text) or text.endswith(":") or _kind_end(text) == 0:
        return ()
    parts = _parts(text)
    bases = [part for part in parts if not part[2]]
    found = []
    for start, own_end, amending in parts:
        # What amends a rule belongs to it: it ends where the last of its amendments does.
        following = next((later[0] for later in bases if later[0] > start), len(text) + 1)
        end = own_end if amending else max(each[1] for each in parts if start <= each[0] < following)
        cited = _citation(at, value, text[start:end])
        stop = start + len(text[start:end].rstrip(_ENDS))
        span = _unfolded(value.text, skipped + start, skipped + stop)
        found.append(replace(cited, span=span, amending=amending, alone=len(bases) == 1))
    return tuple(found)


def _parts(text: str) -> list[tuple[int, int, bool]]:
    """Where each rule of an entry begins and ends, and whether it amends the one before."""
    starts: list[tuple[int, bool]] = [(0, False)]
    ends: list[int] = []
    for joint in _JOINT.finditer(text):
        start, amends = starts[-1]
        rest = text[joint.end() :]
        before = text[start : joint.start()]
        if not _begins(rest) or (joint["by"] and not _AMENDED.search(before)):
            continue
        if joint["list"]:
            subject = _ABOUT.search(before)
            if amends:
                amends = _kind(rest[: _kind_end(rest)])[0] == _kind(before[: _kind_end(before)])[0]
            elif subject and _PAIRED.search(before, subject.end()):
                # The subject itself is a list of rules: tentang Pelaksanaan Undang-Undang … dan Undang-Undang ….
                continue
        else:
            amends = not joint["stop"]
        ends.append(joint.start())
        starts.append((joint.end(), amends))
    return [(start, end, amends) for (start, amends), end in zip(starts, [*ends, len(text)], strict=True)]


def _begins(text: str) -> bool:
    """Whether a text begins with a kind of rule and its number."""
    end = _kind_end(text)
    return end > 0 and _NUMBERED.match(text, end) is not None and not _ANOTHER.search(text[:end])


def _unfolded(raw: str, start: int, end: int) -> tuple[int, int]:
    """Where a piece of the folded text stands in the text as it was."""
    if raw == fold(raw):
        return start, end
    at: list[int] = []
    for index, sign in enumerate(raw):
        blank = sign.isspace() or sign == "\ufeff"
        if not blank:
            if at and index and (raw[index - 1].isspace() or raw[index - 1] == "\ufeff"):
                at.append(index - 1)
            at.append(index)
    return at[start], at[end - 1] + 1


def _citation(at: int, value: Value, text: str) -> Citation:
    kind, whole = _kind(text[: _kind_end(text)])
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
        rest=fold(f"{head[after:]} {'' if about else tail}").strip(" ,;.:-"), span=(0, len(value.text)),
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

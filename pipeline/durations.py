"""Times as written in the Waktu column -> least, most, unit; and, where nothing can be measured, why."""

import re
from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from pipeline.model.sop import Duration
from pipeline.text import fold, plain


class Obstacle(StrEnum):
    """Why a text gives no time that can be measured."""

    CLOCK = "clock"
    OFTEN = "often"
    CALENDAR = "calendar"
    EFFORT = "effort"
    MIXED = "mixed"
    SEVERAL = "several"
    TWO_READINGS = "two readings"
    NO_UNIT = "no unit"
    NO_NUMBER = "no number"


class _Unit(NamedTuple):
    """A unit as people write it; units of one family convert exactly, `size` counts the family's smallest."""

    unit: str
    family: str
    size: Fraction
    pattern: str


# From the shortest to the longest. A narrow column breaks words into syllables. A working day is no calendar day, and
# neither of them is a count of hours. The smallest sign, 5', is a minute only right behind a number.
_UNITS = tuple(
    _Unit(unit, family, Fraction(size), pattern)
    for unit, family, size, pattern in (
        ("minute", "minute", "1/60", r"detik|dtk"),
        ("minute", "minute", "1", r"me[- ]?nit|mnt|mn|mnit|(?:(?<=[0-9])|(?<=[0-9] ))(?:min(?:ute)?s?|'(?!'))"),
        ("hour", "minute", "60", r"jam(?:[- ]ker[- ]?ja)?|jm|hours?"),
        ("working_day", "working_day", "1", r"(?:ha[- ]?ri|hr)[- ]*(?:ker[- ]?ja|efektif)|hk|working days?"),
        ("day", "day", "1", r"ha[- ]?ri|hr|days?"),
        ("week", "day", "7", r"ming[- ]?gu|mgg|pekan|weeks?"),
        ("month", "month", "1", r"bu[- ]?lan|bln|months?"),
        ("month", "month", "3", r"tri[- ]?wulan"),
        ("month", "month", "6", r"semester"),
        ("year", "month", "12", r"ta[- ]?hun|thn|th|years?"),
    )
)
_FIRST_OF = {each.unit: at for at, each in reversed(tuple(enumerate(_UNITS))) if each.size >= 1}

_ONES = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def _spelled(number: int) -> str:
    """A number below thousand in Indonesian words, without blanks."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = {0: "", 1: "seratus"}.get(hundreds, f"{_ONES[hundreds]}ratus")
    if rest in (10, 11):
        return head + ("sepuluh" if rest == 10 else "sebelas")
    return head + (f"{_ONES[ones]}belas" if tens == 1 else (f"{_ONES[tens]}puluh" if tens else "") + _ONES[ones])


_NUMBER_OF = {"": "", **{_spelled(number): str(number) for number in range(1, 1000)}, "nol": "0", "seribu": "1000"}
_PARTS = {
    "setengah": "1⁄2", "tigaperempat": "3⁄4", "seperempat": "1⁄4", "duapertiga": "2⁄3", "sepertiga": "1⁄3",
}  # fmt: skip
_NUMBER_WORDS = re.compile(
    rf"(?<![a-z])(?:(?:{'|'.join(_ONES[1:])}|nol|sepuluh|sebelas|seratus|seribu|belas|puluh|ratus|setengah|seperempat"
    r"|sepertiga|perempat|pertiga)\s*)+(?![a-z])"
)
# "sejam" is one hour; "sehari-hari" is no time at all.
_ONE = re.compile(r"(?<![a-z])se[- ]?(?=(?:detik|menit|jam|hari|minggu|pekan|bulan|tahun)(?![a-z]|-[a-z]))")

# A telephone number, a NIP: it counts no time.
_LONG_NUMBER = re.compile(r"\d{10,}")
_VULGAR = re.compile(r"[½⅓⅔¼¾⅕-⅞]")
_NUMBER = (
    r"(?:\d+\s+)?\d⁄[1-9]|(?:(?<!\d)\d+\s+)?(?<![\d/])(?:1\s*/\s*[234]|3\s*/\s*4)(?!\s*[/\d])"
    r"|\d{1,3}(?:\.\d{3}){1,2}(?:,\d+)?(?![.\d])|\d+[.,]\d+|\d+"
)
_TWICE = re.compile(rf"({_NUMBER})\s*\(\s*({_NUMBER})\s*\)")
# "5 (menit)", "3 hari (kerja)": the unit counts, the brackets do not.
_UNIT_IN_BRACKETS = re.compile(rf"\(\s*({'|'.join(each.pattern for each in _UNITS)}|kerja)\s*\)")
_ASIDE = re.compile(r"\([^()]*\)")
_TO = r"(?:-|s\s*\.?\s*/\s*d\b\.?|s\s*\.\s*d\b\.?|sd\b|sampai(?:\s+(?:dengan|dgn))?|hingga|atau)"
# "1 x 24 jam", "2 x 45 menit", "3 x 7 hari": so many times that span; "2 x 1 hari", "2 x sebulan" say how often.
_TIMES = re.compile(
    rf"(?:(\d+)\s*{_TO}\s*)?(?<!\d)(\d+)\s*(?:[x×]|kali)\s*(?!1\s*h)(\d+)(?=\s*(?:jam|jm|menit|mnt|hari|hr)\b)"
)
_LEAST = r"(?:minimal|minimum|min|paling\s+(?:cepat|sedikit|kurang|singkat)|sekurang-kurangnya|secepat-cepatnya)\b\.?"
_MOST = (
    r"(?:maksimal|maksimum|maximal|maks?|max|paling\s+(?:lama|lambat|banyak|panjang)|selama-lamanya|selambat-lambatnya"
    r"|sebanyak-banyaknya)\b\.?"
)
_FROM_TO = (
    (re.compile(rf"\b({_LEAST}[^\d]{{0,20}}\d.{{0,40}}?)(?:,|\bdan\b)?\s*{_MOST}"), r"\1 - "),
    (re.compile(r"\bantara(\D{0,20}\d.{0,40}?)\bdan\b"), r"\1-"),
)
_ABOUT_WORDS = (
    r"±|\+\s?/\s?-|\+-|kurang\s*[-/]?\s*lebih|lebih\s*[-/]?\s*kurang|sekitar|kira-kira|kira2|rata-rata|estimasi"
    r"|(?:di)?perkira(?:k)?an|\bca\b|\blk\b|(?<![\d ])\s*~|^~"
)
_ABOUT = re.compile(_ABOUT_WORDS)
_EFFORT = re.compile(
    r"\d\s*o[jh]\b|\borang[- ]?(?:jam|hari|bulan)\b|\b(?:jam|hari)[- ]orang\b|\bman[- ]?(?:hour|day)s?\b"
)
_CLOCK = re.compile(
    r"\b(?:pukul|pkl)\b|\bjam\s+\d|\bwi(?:b|ta|t)\b|\d:\d\d|\b0\d\.\d\d\b|\b\d\d?\.\d\d\s*-\s*\d\d?\.\d\d\b"
)
_MONTH = (
    r"jan(?:uari)?|[fp]eb(?:r|ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu?s?t?(?:us)?|sept?(?:ember)?"
    r"|okt(?:ober)?|no[vp](?:ember)?|des(?:ember)?"
)
# One letter for each kind of word, so that the grammar below is a pattern over letters. A is passed over.
_KINDS = (
    ("A", rf"(?:{_ABOUT_WORDS})|(?:\b(?:{_LEAST}|{_MOST}))(?<![0-9]min)(?<![0-9] min)|(?:lebih|kurang)\s+dari\b"),
    ("C", rf"\b(?:{_MONTH}|tanggal|tgl|pukul|pkl|h\s*[-+]\s*\d+|ke\s*-?\s*\d+)(?![a-z0-9])"),
    ("Y", r"\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|ahad)\b"),
    ("K", r"\d{1,2}:\d{2}(?::\d{2})?|\d+\.\d{2}\.\d{2,4}"),
    ("N", _NUMBER),
    ("T", r"\b(?:s\s*\.?\s*/\s*d|s\s*\.\s*d|sd|sampai(?:\s+(?:dengan|dgn))?|hingga)\b\.?"),
    ("R", r"\batau\b"),
    ("P", r"[,+&]|\b(?:dan|serta)\b"),
    ("E", r"\b(?:per|(?:se)?tiap(?:-tiap)?)\b"),
    ("O", r"\bsekali\b"),
    ("X", r"(?<![a-z])(?:[x×]|kali)(?![a-z])"),
    ("I", r"\b(?:dalam|dlm|selama)\b"),
    ("B", r"\bsebelum(?:nya)?\b"),
    *((f"U{at}", rf"(?<![a-z])(?:{each.pattern})(?![a-z])") for at, each in enumerate(_UNITS)),
    ("Q", r"(?:(?<=[0-9])|(?<=[0-9] ))(?:\"|'')"),
    ("D", r"[-~]"),
    ("S", r"/"),
    ("W", r"[a-z]+(?:[-'][a-z]+)*|[:;=|]"),
)  # fmt: skip
_WORD = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS))
_AMOUNT = r"ND?U(?:P?ND?U)*"
_SPAN = re.compile(rf"(?:(?P<low>{_AMOUNT}|N)[DTR])?(?P<high>{_AMOUNT})")
_BARE = re.compile(r"D*(?:(?P<low>N)[DTR])?(?P<high>N)D*(?:[SE]W+)?")
# "per hari", "/ hari": neither a number's unit nor, before a number, its label.
_RATE = re.compile("[ES]U")
_PERIOD_BEFORE = re.compile("(?:E|[XO][IE]*)$")
_PERIOD_AFTER = re.compile("P?(?:O|NX)")
# "tanggal 5 bulan depan", "minggu 2 bulan Mei": the number is the name of a day, no count of months.
_LABEL_BEFORE = re.compile("[CU]$")
_NUMBER_BEFORE = re.compile("[NK][DTRPSQ]?$")
_NUMBER_AFTER = re.compile("[DTRP]?[NK]")
_OFTEN = re.compile("E[UCY]|O|X(?!N)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "1,250" is a thousand on an English keyboard; "1.30 jam" is one hour and a half in official spelling (EYD).
_THOUSAND_OR_PART = re.compile(r"[1-9]\d{0,2},\d{3}")
_CLOCK_OR_PART = re.compile(r"\d{1,2}\.\d{2}")


class _Word(NamedTuple):
    """What a letter of the grammar stands for: the text of a number, the row of a unit."""

    text: str
    unit: int


class _Measure(NamedTuple):
    """A time: least and most, in `unit`."""

    low: Fraction
    high: Fraction
    unit: str


def read_duration(text: str, unit_of_column: str | None = None) -> Duration | None:
    """Return the duration, with `unit_of_column` where the cell gives a bare number; none for a blank cell.

    `low` and `high` are the figures that the text names: both ends of a span, twice the same for one figure. A bound
    (`paling lama 3 hari kerja`, `minimal 1 jam`) names one figure and is read as that time, since a standard of
    quality sets it and the contract has no open end; its direction stays in `text`. Both bounds together are a span.

    Units that convert exactly come back in the smaller one: seconds, minutes and hours (a part of a minute for
    seconds), days and weeks, months and years. Working days are no days, and no days are hours: how many hours a
    working day has is the office's own matter. `1 hari 4 jam` therefore has no unit and keeps only its text, like
    every text that is a point in time, says how often, names two times, or can be read in two ways; `obstacle` says
    which.
    """
    written = fold(text)
    return _reading(written, unit_of_column)[0] if written else None


def obstacle(text: str) -> Obstacle | None:
    """Return why a text gives no time that can be measured, or none where it does."""
    return _reading(fold(text), None)[1]


def unit_in_heading(heading: str) -> str | None:
    """Return the unit that a column heading names: `Waktu (menit)`, `Waktu dalam menit` -> minute; or none."""
    inside = re.search(r"\((.+?)\)|\bdalam\s+(.+)", plain(heading))
    codes, words = _words(inside[1] or inside[2]) if inside else ("", [])
    if re.fullmatch("[WI]*UW*", codes) is None:
        return None
    found = _UNITS[words[codes.index("U")].unit]
    return found.unit if _UNITS[_FIRST_OF[found.unit]] is found else None


def minutes(duration: Duration, hours_per_day: float) -> float | None:
    """Return the most minutes of work that a duration up to days means, or none for calendar spans."""
    if duration.high is None or duration.unit is None:
        return None
    per_unit = {"minute": 1.0, "hour": 60.0, "working_day": 60.0 * hours_per_day, "day": 60.0 * hours_per_day}
    factor = per_unit.get(duration.unit)
    return None if factor is None else duration.high * factor


@lru_cache(maxsize=4096)
def _reading(written: str, unit_of_column: str | None) -> tuple[Duration, Obstacle | None]:
    found = _measured(_normal(written), unit_of_column)
    if isinstance(found, Obstacle):
        return Duration(text=written), found
    about = _ABOUT.search(plain(written)) is not None
    low, high = float(found.low), float(found.high)
    return Duration(text=written, low=low, high=high, unit=found.unit, approximate=about), None


def _normal(written: str) -> str:
    """The text in plain letters, with numbers in digits, without what stands in brackets."""
    # NFKD writes ½ as 1⁄2 with a fraction slash; without the blank 1½ would become 11⁄2.
    text = _LONG_NUMBER.sub("nomor", plain(_VULGAR.sub(r" \g<0>", written)))
    text = _ONE.sub("1 ", _NUMBER_WORDS.sub(_in_digits, text))
    text = _UNIT_IN_BRACKETS.sub(r"\1", _TWICE.sub(_once, text))
    # "7 hari (Des t-1 / Jan t)": what stands in brackets says nothing measurable, unless all stands there.
    text = fold(_ASIDE.sub(" ", text)) or text
    for pattern, replacement in _FROM_TO:
        text = pattern.sub(replacement, text)
    return _TIMES.sub(_product, text)


def _in_digits(match: re.Match[str]) -> str:
    words = match[0].replace(" ", "")
    part = next((each for each in _PARTS if words.endswith(each)), "")
    number = _NUMBER_OF.get(words.removesuffix(part))
    blank = " " if match[0].endswith(" ") else ""
    return match[0] if number is None else f"{number} {_PARTS.get(part, '')}".strip() + blank


def _once(match: re.Match[str]) -> str:
    """`3 (tiga)` is said twice; of `3 (dua)` both stay, side by side, and then neither counts."""
    return match[1] if _value(match[1]) == _value(match[2]) else f"{match[1]} {match[2]}"


def _product(match: re.Match[str]) -> str:
    each = int(match[3])
    most = str(int(match[2]) * each)
    return f"{int(match[1]) * each} - {most}" if match[1] else most


def _words(text: str) -> tuple[str, list[_Word]]:
    """The kind of each word as one letter, and what each of them stands for."""
    codes: list[str] = []
    words: list[_Word] = []
    for match in _WORD.finditer(text):
        kind = match.lastgroup or "W"
        if kind != "A":
            codes.append(kind[0])
            words.append(_Word(text=match[0], unit=int(kind[1:] or 0)))
    return "".join(codes), words


def _measured(text: str, unit_of_column: str | None) -> _Measure | Obstacle:
    if _EFFORT.search(text):
        return Obstacle.EFFORT
    codes, words = _words(text)
    bare = _BARE.fullmatch(codes)
    if bare is not None and unit_of_column is not None:
        return _between(bare, codes, words, _FIRST_OF[unit_of_column])
    passed: list[Obstacle] = []
    times: list[re.Match[str]] = []
    grammar = _RATE.sub("WW", codes)
    for span in _SPAN.finditer(grammar):
        before, after = grammar[max(0, span.start() - 6) : span.start()], grammar[span.end() : span.end() + 3]
        if _PERIOD_BEFORE.search(before) or _PERIOD_AFTER.match(after):
            passed.append(Obstacle.OFTEN)
        elif _LABEL_BEFORE.search(before) or after.startswith("B"):
            passed.append(Obstacle.CALENDAR)
        elif _NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(after):
            return Obstacle.TWO_READINGS
        elif after.startswith("T"):
            # "5 menit s.d. selesai": no end is named.
            return Obstacle.NO_NUMBER
        else:
            times.append(span)
    if not times:
        return _why_none(text, codes, passed)
    return _between(times[0], codes, words) if len(times) == 1 else Obstacle.SEVERAL


def _why_none(text: str, codes: str, passed: Sequence[Obstacle]) -> Obstacle:
    if "NQ" in codes or "KU" in codes:
        return Obstacle.TWO_READINGS
    if _CLOCK.search(text):
        return Obstacle.CLOCK
    if passed:
        return passed[0]
    if _OFTEN.search(codes):
        return Obstacle.OFTEN
    if "C" in codes or "Y" in codes or _YEAR.search(text):
        return Obstacle.CALENDAR
    return Obstacle.NO_UNIT if "N" in codes else Obstacle.NO_NUMBER


def _between(span: re.Match[str], codes: str, words: Sequence[_Word], column: int | None = None) -> _Measure | Obstacle:
    """The measure of a span whose ends are amounts, or bare numbers of the unit behind them or of the column."""
    ends = [_pairs(codes, words, *span.span(name)) for name in ("low", "high") if span[name] is not None]
    units = [unit for _, unit in ends[-1] if unit is not None]
    unit_of_bare = column if column is not None else units[0] if len(units) == 1 else None
    if any(unit is None for end in ends for _, unit in end) and unit_of_bare is None:
        return Obstacle.TWO_READINGS
    known = [[(text, _UNITS[(unit_of_bare or 0) if unit is None else unit]) for text, unit in end] for end in ends]
    every = [pair for end in known for pair in end]
    if any(_doubtful(text, unit, column) for text, unit in every):
        return Obstacle.TWO_READINGS
    for end in known:
        order = [_UNITS.index(unit) for _, unit in end]
        if order != sorted(set(order), reverse=True):
            return Obstacle.SEVERAL
    if len({unit.family for _, unit in every}) > 1:
        return Obstacle.MIXED
    smallest = min((unit for _, unit in every), key=lambda each: each.size).unit
    size = _UNITS[_FIRST_OF[smallest]].size
    values = [sum((_value(text) * unit.size for text, unit in end), Fraction(0)) / size for end in known]
    return _Measure(values[0], values[-1], smallest) if values[0] <= values[-1] else Obstacle.TWO_READINGS


def _pairs(codes: str, words: Sequence[_Word], start: int, end: int) -> list[tuple[str, int | None]]:
    """The numbers of an amount, each with the row of its unit."""
    numbers = [at for at in range(start, end) if codes[at] == "N"]
    units: list[int | None] = [words[at].unit for at in range(start, end) if codes[at] == "U"]
    return list(zip((words[at].text for at in numbers), units or [None], strict=True))


def _doubtful(number: str, unit: _Unit, column: int | None) -> bool:
    if _THOUSAND_OR_PART.fullmatch(number):
        return True
    return (unit.unit == "hour" or column is not None) and _CLOCK_OR_PART.fullmatch(number) is not None


def _value(number: str) -> Fraction:
    """A number as Indonesian writes it: a point groups thousands, a comma begins the decimals; 2.5 is meant as one."""
    whole, blank, part = number.replace("⁄", "/").strip().partition(" ")
    if blank and "/" in part and whole.isdigit():
        return int(whole) + _value(part)
    squeezed = number.replace("⁄", "/").replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", squeezed) and not squeezed.startswith("0"):
        squeezed = squeezed.replace(".", "")
    return Fraction(squeezed.replace(",", "."))

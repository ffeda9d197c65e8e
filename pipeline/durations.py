"""Times as written in the Waktu column -> least, most, unit."""

import re

from pipeline.model.sop import Duration
from pipeline.text import fold, plain

_UNITS: tuple[tuple[str, str], ...] = (
    ("working_day", r"(?:hari|hr)\s*kerja|hk\b|hari\s*efektif"),
    ("minute", r"menit|mnt|mn|min(?:ute)?s?\b|'"),
    ("hour", r"jam|jm\b|hours?"),
    ("week", r"minggu|mgg|pekan"),
    ("month", r"bulan|bln"),
    ("year", r"tahun|thn|th\b"),
    ("day", r"hari|hr\b"),
)
_UNIT_OF = tuple((name, re.compile(pattern)) for name, pattern in _UNITS)
_NUMBER = r"(\d+\s+[1-9]\d*/[1-9]\d*|\d+\s*/\s*\d+|\d+(?:[.,]\d+)?|½|¼|setengah|se(?=jam|hari|minggu|bulan|tahun))"
_RANGE = re.compile(
    rf"{_NUMBER}\s*(.*?)(?:-|s\s*\.?\s*/\s*d|s\s*\.\s*d\.?|sd\b|sampai(?:\s+dengan)?|hingga|atau)\s*{_NUMBER}"
)
_ONE = re.compile(_NUMBER)
_VULGAR = re.compile(r"[½¼¾⅓⅔]")
# "1 x 24 jam": so many times that span.
_TIMES = re.compile(r"(\d+)\s*[x×]\s*(\d+)(?=\s*(?:jam|jm|menit|mnt|hari|hr)\b)")
_BARE = re.compile(r"(?:[±~\s\d.,/\-]|\b(?:s\s*\.?\s*/\s*d|s\s*\.\s*d\.?|sd|sampai|dengan|hingga)(?![a-z]))+")
_ASIDE = re.compile(r"\([^)]*\)")
_ABOUT = re.compile(r"±|\+/-|\+-|kurang lebih|sekitar|kira-kira|\bca\b|~")
# How many of the smaller unit make one of the greater, for spans such as "30 menit - 1 jam".
_SMALLER = {("minute", "hour"): 60.0, ("day", "week"): 7.0, ("month", "year"): 12.0}


def read_duration(text: str, unit_of_column: str | None = None) -> Duration | None:
    """Return the duration, with `unit_of_column` where the cell gives a bare number; none for a blank cell.

    A span with two units (`1 jam 30 menit`) comes back in the smaller one. A text without a measurable time keeps
    only its text.
    """
    written = fold(text)
    if not written:
        return None
    # NFKD writes ½ as 1⁄2 with a fraction slash; without the blank 1½ would become 11/2.
    bare = plain(_VULGAR.sub(r" \g<0>", written)).replace("⁄", "/")
    # "8 (delapan) hari kerja", "7 hari (Des t-1 / Jan t)": what stands in brackets says nothing measurable.
    bare = fold(_ASIDE.sub(" ", bare)) or bare
    bare = _TIMES.sub(lambda match: str(int(match[1]) * int(match[2])), bare)
    about = _ABOUT.search(plain(written)) is not None or "±" in written
    compound = _compound(bare)
    if compound is not None:
        return Duration(text=written, low=compound, high=compound, unit="minute", approximate=about)
    unit = _unit(bare) or (unit_of_column if _BARE.fullmatch(bare) and _ONE.search(bare) else None)
    span = _RANGE.search(bare)
    if span is not None and unit is not None:
        same = _same_unit(_value(span[1]), _value(span[3]), _unit(span[2]), _unit(bare[span.start(3) :]) or unit)
        if same is None:
            return Duration(text=written)
        low, high, unit = same
        return Duration(text=written, low=low, high=high, unit=unit, approximate=about)
    single = _ONE.search(bare)
    if single is None or unit is None:
        return Duration(text=written)
    value = _value(single[1])
    return Duration(text=written, low=value, high=value, unit=unit, approximate=about)


def unit_in_heading(heading: str) -> str | None:
    """Return the unit that a column heading names: `Waktu (menit)` -> minute."""
    inside = re.search(r"\((.+?)\)", plain(heading))
    return _unit(inside[1]) if inside else None


def minutes(duration: Duration, hours_per_day: float) -> float | None:
    """Return the most minutes of work that a duration up to days means, or none for calendar spans."""
    if duration.high is None or duration.unit is None:
        return None
    per_unit = {"minute": 1.0, "hour": 60.0, "working_day": 60.0 * hours_per_day, "day": 60.0 * hours_per_day}
    factor = per_unit.get(duration.unit)
    return None if factor is None else duration.high * factor


def _compound(text: str) -> float | None:
    match = re.fullmatch(rf"[±~\s]*{_NUMBER}\s*(?:jam|jm)\s*(?:dan\s*)?{_NUMBER}\s*(?:menit|mnt)\.?", text)
    return _value(match[1]) * 60 + _value(match[2]) if match else None


def _same_unit(low: float, high: float, first: str | None, second: str) -> tuple[float, float, str] | None:
    """Both ends in one unit, or none where one is no whole number of the other (1 jam - 2 hari, 2 minggu - 1 bulan)."""
    if first is None or first == second:
        return low, high, second
    factor = _SMALLER.get((first, second))
    return (low, high * factor, first) if factor else None


def _unit(text: str) -> str | None:
    found = [(match.start(), name) for name, pattern in _UNIT_OF if (match := pattern.search(text))]
    # "hari kerja" begins where "hari" does; the table's order settles it.
    return min(found, key=lambda each: each[0])[1] if found else None


def _value(text: str) -> float:
    whole, blank, part = text.strip().partition(" ")
    if blank and whole.isdigit() and part[:1].isdigit():
        return int(whole) + _value(part)
    squeezed = text.replace(" ", "")
    if squeezed == "setengah":
        return 0.5
    if squeezed == "se":
        return 1.0
    if "/" in squeezed:
        above, below = squeezed.split("/")
        return int(above) / int(below) if int(below) else 0.0
    return float(squeezed.replace(",", "."))

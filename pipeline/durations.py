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
_NUMBER = r"(\d+\s*/\s*\d+|\d+(?:[.,]\d+)?|½|¼|setengah|se(?=jam|hari|minggu|bulan|tahun))"
_RANGE = re.compile(
    rf"{_NUMBER}\s*(.*?)(?:-|s\s*\.?\s*/\s*d|s\s*\.\s*d\.?|sd\b|sampai(?:\s+dengan)?|hingga|atau)\s*{_NUMBER}"
)
_ONE = re.compile(_NUMBER)
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
    # NFKD writes ½ as 1⁄2 with a fraction slash.
    bare = plain(written).replace("⁄", "/")
    # "8 (delapan) hari kerja", "7 hari (Des t-1 / Jan t)": what stands in brackets says nothing measurable.
    bare = fold(_ASIDE.sub(" ", bare)) or bare
    about = _ABOUT.search(plain(written)) is not None or "±" in written
    compound = _compound(bare)
    if compound is not None:
        return Duration(text=written, low=compound, high=compound, unit="minute", approximate=about)
    unit = _unit(bare) or (unit_of_column if re.fullmatch(r"[±~\s]*[\d\s.,/\-]+", bare) else None)
    span = _RANGE.search(bare)
    if span is not None and unit is not None:
        low, high, unit = _same_unit(_value(span[1]), _value(span[3]), unit, _unit(bare[span.start(3) :]) or unit)
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


def _same_unit(low: float, high: float, first: str, second: str) -> tuple[float, float, str]:
    factor = _SMALLER.get((first, second))
    return (low, high * factor, first) if factor else (low, high, second)


def _unit(text: str) -> str | None:
    found = [(match.start(), name) for name, pattern in _UNIT_OF if (match := pattern.search(text))]
    # "hari kerja" begins where "hari" does; the table's order settles it.
    return min(found, key=lambda each: each[0])[1] if found else None


def _value(text: str) -> float:
    squeezed = text.replace(" ", "")
    if squeezed == "setengah":
        return 0.5
    if squeezed == "se":
        return 1.0
    if "/" in squeezed:
        above, below = squeezed.split("/")
        return int(above) / int(below) if int(below) else 0.0
    return float(squeezed.replace(",", "."))

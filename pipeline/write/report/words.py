"""Counts and moments in the words of the page."""

from datetime import datetime, timedelta

from markupsafe import Markup

from pipeline.dates import DAYS, long_date
from pipeline.model.finding import Severity
from pipeline.write.numbers import thousands

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE, Severity.OFF)
# A sign beside each word, so that nothing is told by colour alone.
SEVERITY_SIGNS = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.NOTE: "○", Severity.OFF: "–"}
_ZONES = {7: " WIB", 8: " WITA", 9: " WIT"}


def signed(value: int) -> str:
    """Return a difference with its sign, a true minus among them."""
    return f"+{thousands(value)}" if value > 0 else f"−{thousands(-value)}" if value < 0 else "0"


def score_words(score: float) -> str:
    """Return a score with a decimal comma."""
    return f"{score:.2f}".replace(".", ",")


def moment(when: datetime) -> str:
    """Return a moment in words: `Rabu, 20 Agustus 2025, pukul 08.30 WIB`; the zone only where it is known."""
    offset = when.utcoffset()
    zone = "" if offset is None else _ZONES.get(round(offset / timedelta(hours=1)), "")
    day = f"{DAYS[when.weekday()]}, {long_date(when.date().isoformat())}"
    return f"{day}, pukul {when:%H.%M}{zone}"


def breakable(text: str) -> Markup:
    """Return a label that may go on in a new line after each stroke: `PERALATAN/PERLENGKAPAN`."""
    return Markup("/<wbr>").join(text.split("/"))

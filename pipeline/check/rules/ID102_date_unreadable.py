"""ID102 - a date is a date."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import date, identity, sop
from pipeline.dates import is_hijri, iso_date, long_date
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import DATES, Sop
from pipeline.settings import Settings
from pipeline.text import is_placeholder, quoted
from pipeline.wording import FIELD_WORDS

# Beside a digit, a letter that looks like one.
_LIKE_ZERO = re.compile(r"(?<=\d)[Oo]+(?![A-Za-z])|(?<![A-Za-z])[Oo](?=\d)")
_LIKE_ONE = re.compile(r"(?<=\d)[lI](?![A-Za-z])|(?<![A-Za-z])[lI](?=\d)")


def unreadable_dates(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each date whose text no calendar knows; an empty one is ID101's matter."""
    for name in DATES:
        found = sop.identity.date(name)
        if found is not None and found.iso is None and not is_placeholder(found.text):
            trouble = (
                "memakai penanggalan Hijriah; tulis tanggal Masehinya"
                if is_hijri(found.text)
                else "bukan tanggal yang dapat dibaca"
            )
            yield Hit(
                message=f"{FIELD_WORDS[name].capitalize()} {quoted(found.text)} {trouble}.",
                where=name.value, place=found.place, found=found.text, correction=_correction(found.text),
            )  # fmt: skip


def _correction(text: str) -> Replacement | None:
    """The date written out, where one letter stands for a digit and nothing else is wrong."""
    iso = iso_date(_LIKE_ONE.sub("1", _LIKE_ZERO.sub("0", text)))
    if iso is None or len(iso) < len("2025-08-20"):
        return None
    return Replacement(before=text, after=long_date(iso), why="Huruf yang menyerupai angka ditulis sebagai angka.")


RULE = Rule(
    code="ID102",
    title="Tanggal tidak dapat dibaca",
    why="Masa berlaku SOP dihitung dari tanggalnya.",
    source="PermenPANRB 35/2012: tanggal pembuatan, revisi, dan efektif.",
    fix="Tulis tanggal, bulan, dan tahun Masehi, misalnya 20 Agustus 2025.",
    question="Tanggal, bulan, dan tahun Masehi berapakah yang dimaksud?",
    severity=Severity.ERROR,
    check=unreadable_dates,
    good=(
        Example(shows="ejaan lama pun terbaca", sops=(sop(identity=identity(created=date("2 Nopember 2024"))),)),
        Example(
            shows="tanggal Hijriah boleh menyertai tanggal Masehi",
            sops=(sop(identity=identity(created=date("17 Ramadhan 1446 H / 17 Maret 2025 M"))),),
        ),
        Example(shows="tanda hubung bukan tanggal yang salah", sops=(sop(identity=identity(revised=date("-"))),)),
    ),
    bad=(
        Example(
            shows="huruf O menggantikan angka nol",
            sops=(sop(identity=identity(created=date("2 Juli 2O25"))),),
            hits=("Tanggal pembuatan “2 Juli 2O25” bukan tanggal yang dapat dibaca.",),
            becomes=("2 Juli 2O25 -> 2 Juli 2025",),
        ),
        Example(
            shows="tahun belum lengkap",
            sops=(sop(identity=identity(created=date("20.. "))),),
            hits=("Tanggal pembuatan “20..” bukan tanggal yang dapat dibaca.",),
        ),
        Example(
            shows="tanggal Hijriah saja",
            sops=(sop(identity=identity(effective=date("1 Muharram 1447 H"))),),
            hits=("Tanggal efektif “1 Muharram 1447 H” memakai penanggalan Hijriah; tulis tanggal Masehinya.",),
        ),
    ),
)

"""ID106 - the year in a SOP's number is one in which the SOP was made, revised or put in force."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import date, identity, sop, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings, number_expression
from pipeline.text import quoted

_YEAR_AT_END = re.compile(r"(?<!\d)(20\d\d)$")


def year_of_number(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield a number whose year lies before the SOP was made or after it came into force.

    A revised SOP keeps its number, so that an older year is right where a date of revision stands. A year between
    the dates is nobody's slip.
    """
    number, found = sop.identity.number, sop.identity
    year = _year(number.text, settings.number_pattern) if number else None
    if number is None or year is None:
        return
    created, revised, effective = (
        int(each.iso[:4]) if each and each.iso else None for each in (found.created, found.revised, found.effective)
    )
    last = max((each for each in (created, revised, effective) if each), default=None)
    early = created is not None and revised is None and year < min(created, effective or created)
    late = effective is not None and last is not None and year > last
    if early or late:
        dates = f"dibuat tahun {created}" if early else f"berlaku tahun {effective}"
        yield Hit(
            message=f"Nomor {quoted(number.text)} bertahun {year}, sedangkan SOP ini {dates}.",
            where="number", place=number.place, found=number.text,
        )  # fmt: skip


def _year(number: str, pattern: str) -> int | None:
    if pattern and (match := _expression(pattern).fullmatch(number)) and "tahun" in match.groupdict():
        return int(match["tahun"])
    found = _YEAR_AT_END.search(number)
    return int(found[1]) if found else None


@lru_cache(maxsize=4)
def _expression(pattern: str) -> re.Pattern[str]:
    return number_expression(pattern)


RULE = Rule(
    code="ID106",
    title="Tahun nomor tidak sesuai dengan tanggal",
    why="Nomor yang tahunnya lain dari tanggal SOP menandakan nomor atau tanggal yang disalin dari naskah lain.",
    source="PermenPANRB 35/2012: nomor SOP mengikuti tata naskah dinas; nomor naskah memuat tahun penetapannya.",
    fix="Periksa tahun pada nomor dan tanggal-tanggal SOP, lalu perbaiki yang keliru.",
    question="Mana yang benar, tahun pada nomor atau tanggal SOP ini?",
    severity=Severity.WARNING,
    check=year_of_number,
    good=(
        Example(shows="tahun yang sama", sops=(sop(),)),
        Example(
            shows="dibuat akhir tahun, berlaku tahun berikutnya",
            sops=(sop(identity=identity(created=date("16 Desember 2024"), effective=date("2 Januari 2025"))),),
        ),
        Example(
            shows="direvisi dengan nomor lama",
            sops=(
                sop(
                    identity=identity(
                        number=value("001/SOP/PENMAD/2023"), created=date("2 Juli 2024"), revised=date("7 Juli 2025")
                    )
                ),
            ),
        ),
        Example(shows="nomor tanpa tahun", sops=(sop(identity=identity(number=value("SOP-PENMAD-20"))),)),
    ),
    bad=(
        Example(
            shows="tahun sesudah berlaku",
            sops=(sop(identity=identity(created=date("9 September 2024"), effective=date("1 Oktober 2024"))),),
            hits=("Nomor “001/SOP/PENMAD/2025” bertahun 2025, sedangkan SOP ini berlaku tahun 2024.",),
        ),
        Example(
            shows="tahun sebelum dibuat",
            sops=(sop(identity=identity(number=value("001/SOP/PENMAD/2023"))),),
            hits=("Nomor “001/SOP/PENMAD/2023” bertahun 2023, sedangkan SOP ini dibuat tahun 2025.",),
        ),
    ),
)

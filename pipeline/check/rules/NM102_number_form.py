"""NM102 - a SOP's number follows the office's pattern."""

import re
from collections.abc import Iterator
from itertools import product

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.likeness.titles import number_key
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings, Unit, number_expression
from pipeline.text import quoted

_PATTERN = "{urut:3}/SOP/{unit}/{tahun}"
_CODE = re.compile(r"[A-Za-z][A-Za-z.]*")
_FIELD = re.compile(r"\{(\w+)(?::(\d+))?\}")


def number_in(pattern: str, ordinal: str, unit: str, year: str) -> str:
    """Return the number that a pattern gives, its running number filled up with zeros."""
    values = {"urut": ordinal, "unit": unit, "tahun": year}
    return _FIELD.sub(lambda field: values[field[1]].zfill(int(field[2] or 0)), pattern)


def number_form(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield a number that the pattern does not fit, or whose unit no unit of the office has as its code.

    Silent where the office has set no pattern.
    """
    number = sop.identity.number
    pattern = settings.number_pattern or ("" if settings.units else _PATTERN)
    if number is None or not pattern:
        return
    match = number_expression(pattern).fullmatch(number.text)
    if match is not None:
        codes = {unit.code for unit in settings.units if unit.code}
        own = match.groupdict().get("unit")
        if codes and own is not None and own not in codes:
            yield Hit(
                message=f"Nomor {quoted(number.text)} memuat kode unit “{own}” yang tidak ada di kantor ini.",
                where="number",
                place=number.place,
                found=number.text,
                question=f"Kode unit manakah yang semestinya menggantikan “{own}”?",
            )
        return
    shape = number_in(pattern, "1", "UNIT", "2025")
    yield Hit(
        message=f"Nomor {quoted(number.text)} tidak mengikuti pola kantor, yaitu {shape}.",
        where="number", place=number.place, found=number.text,
        correction=_correction(number.text, pattern, settings),
    )  # fmt: skip


def _correction(number: str, pattern: str, settings: Settings) -> Replacement | None:
    """The number by the pattern, where it says the same and only one number does."""
    said = number_key(number)
    digits = [each for each in said if each.isdigit()]
    codes = {unit.code for unit in settings.units if unit.code} or {run.upper() for run in _CODE.findall(number)}
    meant = set()
    for ordinal, year, code in product(digits, digits, sorted(codes)):
        told = number_in(pattern, ordinal, code, year)
        if number_key(told) == said and number_expression(pattern).fullmatch(told):
            meant.add(told)
    if len(meant) != 1:
        return None
    return Replacement(before=number, after=meant.pop(), why="Nomor yang sama, ditulis menurut pola kantor.")


RULE = Rule(
    code="NM102",
    title="Nomor tidak mengikuti pola",
    why="Nomor yang tidak seragam tidak dapat dicocokkan dengan panduan induk dan tampak ganda.",
    source="PermenPANRB 35/2012: nomor SOP mengikuti tata naskah dinas yang berlaku; polanya ditetapkan di pleno.toml.",
    fix="Tulis nomor persis menurut pola kantor.",
    question="Berapa nomor SOP ini menurut pola kantor?",
    severity=Severity.WARNING,
    check=number_form,
    good=(Example(shows="menurut pola", sops=(sop(),)),),
    bad=(
        Example(
            shows="garis miring hilang",
            sops=(sop(identity=identity(number=value("030/SOP/TU2025"))),),
            hits=("Nomor “030/SOP/TU2025” tidak mengikuti pola kantor, yaitu 001/SOP/UNIT/2025.",),
            becomes=("030/SOP/TU2025 -> 030/SOP/TU/2025",),
        ),
        Example(
            shows="huruf O menggantikan angka nol, huruf kecil",
            settings=Settings(units=(Unit(name="Tata Usaha", code="TU"),), number_pattern=_PATTERN),
            sops=(sop(identity=identity(number=value("O22/sop/tu/2025"))),),
            hits=("Nomor “O22/sop/tu/2025” tidak mengikuti pola kantor, yaitu 001/SOP/UNIT/2025.",),
            becomes=("O22/sop/tu/2025 -> 022/SOP/TU/2025",),
        ),
        Example(
            shows="susunan lain, sehingga nomornya ditanyakan",
            sops=(sop(identity=identity(number=value("SOP/TU/005/2025"))),),
            hits=("Nomor “SOP/TU/005/2025” tidak mengikuti pola kantor, yaitu 001/SOP/UNIT/2025.",),
        ),
    ),
)

"""NM102 - a SOP's number follows the office's pattern."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings, number_expression
from pipeline.text import quoted

_PATTERN = "{urut:3}/SOP/{unit}/{tahun}"


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
            )
        return
    shape = (
        pattern.replace("{urut:3}", "001").replace("{urut}", "1").replace("{unit}", "UNIT").replace("{tahun}", "2025")
    )
    yield Hit(
        message=f"Nomor {quoted(number.text)} tidak mengikuti pola kantor, yaitu {shape}.",
        where="number", place=number.place, found=number.text,
    )  # fmt: skip


RULE = Rule(
    code="NM102",
    title="Nomor tidak mengikuti pola",
    why="Nomor yang tidak seragam tidak dapat dicocokkan dengan panduan induk dan tampak ganda.",
    source="PermenPANRB 35/2012: nomor SOP mengikuti tata naskah dinas yang berlaku; polanya ditetapkan di pleno.toml.",
    fix="Tulis nomor persis menurut pola kantor.",
    severity=Severity.WARNING,
    check=number_form,
    good=(Example(shows="menurut pola", sops=(sop(),)),),
    bad=(
        Example(
            shows="garis miring hilang",
            sops=(sop(identity=identity(number=value("030/SOP/TU2025"))),),
            hits=("Nomor “030/SOP/TU2025” tidak mengikuti pola kantor, yaitu 001/SOP/UNIT/2025.",),
        ),
    ),
)

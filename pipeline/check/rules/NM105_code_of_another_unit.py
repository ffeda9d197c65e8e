"""NM105 - a SOP's number bears the code of the unit that the SOP is of."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.check.owner import owner
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings, Unit
from pipeline.text import quoted


def code_of_another_unit(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield a number with another unit's code, and the own code where letterhead and folder agree whose SOP it is."""
    number = sop.identity.number
    written = _code(number.text, settings) if number else None
    if number is None or written is None:
        return
    own = owner(sop, settings)
    units = [each for each in (own.letterhead, own.folder) if each is not None]
    if not units or any(each.code.upper() in (written.upper(), "") for each in units):
        return
    theirs = next(each for each in settings.units if each.code.upper() == written.upper())
    correction = Replacement(
        before=written, after=units[0].code, why=f"Kode {units[0].name} menurut profil kantor (pleno.toml)."
    )
    yield Hit(
        message=f"Nomor {quoted(number.text)} memuat kode {theirs.name} (“{written}”), padahal SOP ini milik "
        f"{units[0].name}.",
        where="number", place=number.place, found=number.text,
        correction=correction if own.agreed and number.text.count(written) == 1 else None,
    )  # fmt: skip


def _code(number: str, settings: Settings) -> str | None:
    codes = _codes(settings.units)
    found = codes.search(number) if codes else None
    return found[0] if found else None


@lru_cache(maxsize=4)
def _codes(units: tuple[Unit, ...]) -> re.Pattern[str] | None:
    codes = sorted({each.code for each in units if each.code}, key=len, reverse=True)
    # A lost slash leaves the year at the code: PAKIS2025.
    return (
        re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, codes))})(?![A-Za-z_.])", re.IGNORECASE) if codes else None
    )


_OFFICE = Settings(
    units=(
        Unit(name="Seksi Pendidikan Madrasah", synonyms=("Penmad",), code="PENMAD"),
        Unit(name="Subbagian Tata Usaha", code="TU"),
        Unit(name="KUA Kecamatan Argawana", code="KUA.AGW"),
        Unit(name="Penyelenggara Katolik"),
    )
)


def _numbered(number: str, unit: str = "SEKSI PENDIDIKAN MADRASAH", folder: str = "penmad") -> Sop:
    return sop(identity=identity(number=value(number), unit=value(unit)), folder=folder)


RULE = Rule(
    code="NM105",
    title="Kode unit lain dalam nomor",
    why="Nomor dengan kode unit lain terhitung pada unit itu dan dapat menjadi nomor ganda.",
    source="PermenPANRB 35/2012: nomor SOP mengikuti tata naskah dinas; kode unit ditetapkan di pleno.toml.",
    fix="Ganti kode dalam nomor dengan kode unit pemilik SOP.",
    question="Unit mana yang memiliki SOP ini, dan apa kode unitnya dalam nomor?",
    severity=Severity.WARNING,
    check=code_of_another_unit,
    good=(
        Example(shows="kode sendiri", sops=(sop(),), settings=_OFFICE),
        Example(shows="profil tanpa kode", sops=(_numbered("001/SOP/TU/2025"),)),
        Example(
            shows="unit tanpa kode",
            sops=(_numbered("001/SOP/TU/2025", "PENYELENGGARA KATOLIK", "katolik"),),
            settings=_OFFICE,
        ),
        Example(
            shows="kode sendiri tanpa garis miring",
            sops=(_numbered("001/SOP/KUA.AGW2025", "KUA KECAMATAN ARGAWANA", "KUA Argawana"),),
            settings=_OFFICE,
        ),
    ),
    bad=(
        Example(
            shows="kode tata usaha",
            sops=(_numbered("001/SOP/TU/2025"),),
            settings=_OFFICE,
            hits=(
                "Nomor “001/SOP/TU/2025” memuat kode Subbagian Tata Usaha (“TU”), padahal SOP ini milik "
                "Seksi Pendidikan Madrasah.",
            ),
            becomes=("TU -> PENMAD",),
        ),
        Example(
            shows="folder tidak diketahui",
            sops=(_numbered("001/SOP/KUA.AGW/2025", folder=""),),
            settings=_OFFICE,
            hits=(
                "Nomor “001/SOP/KUA.AGW/2025” memuat kode KUA Kecamatan Argawana (“KUA.AGW”), padahal SOP ini milik "
                "Seksi Pendidikan Madrasah.",
            ),
        ),
    ),
)

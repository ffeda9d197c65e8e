"""ID110 - the letterhead names a unit of the office, the one whose folder the draft lies in."""

import difflib
from collections.abc import Iterator

from pipeline.check.owner import owner
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import IDENTITY, identity, sop, value
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings, Unit, default_units
from pipeline.text import key, quoted

_SLIP = 0.9


def unit_of_letterhead(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield the letterhead's unit where it is none of the office's, or another than the folder's.

    Silent on unknown units where pleno.toml names none: the units of other offices may bear other names.
    """
    unit = sop.identity.unit
    if unit is None or not settings.units:
        return
    own = owner(sop, settings)
    if own.letterhead is None:
        if settings.units != default_units():
            yield from _unknown(sop, own.folder, settings)
    elif own.folder is not None and not own.agreed:
        yield Hit(
            message=f"Kop menyebut {own.letterhead.name}, sedangkan berkas ini diserahkan dalam folder "
            f"{own.folder.name}.",
            where="unit", place=unit.place, found=unit.text,
        )  # fmt: skip


def _unknown(sop: Sop, folder: Unit | None, settings: Settings) -> Iterator[Hit]:
    unit = sop.identity.unit
    assert unit is not None
    near = difflib.get_close_matches(key(unit.text), [key(each.name) for each in settings.units], n=1, cutoff=_SLIP)
    meant = next((each.name for each in settings.units if near and key(each.name) == near[0]), "")
    certain = folder is not None and folder.name == meant
    yield Hit(
        message=f"Unit {quoted(unit.text)} dalam kop tidak ada di kantor ini"
        + (f"; maksudnya {meant}?" if meant else "."),
        where="unit", place=unit.place, found=unit.text,
        correction=Replacement(
            before=unit.text, after=meant.upper() if unit.text.isupper() else meant,
            why="Nama unit menurut profil kantor (pleno.toml) dan foldernya.",
        ) if certain else None,
        question="" if certain else "Apa nama unit ini yang benar menurut organisasi kantor?",
    )  # fmt: skip


_OFFICE = Settings(
    units=(Unit(name="Seksi Pendidikan Madrasah", synonyms=("Penmad",)), Unit(name="KUA Kecamatan Argawana"))
)


def _headed(unit: str, folder: str = "") -> Sop:
    return sop(identity=identity(institution=(*IDENTITY.institution[:1], value(unit)), unit=value(unit)), folder=folder)


RULE = Rule(
    code="ID110",
    title="Unit dalam kop keliru",
    why="Kop unit lain menandakan naskah yang disalin atau berkas yang salah folder; SOP lalu dihitung pada unit lain.",
    source="PermenPANRB 35/2012: identitas memuat nama satuan kerja atau unit kerja; unit kantor diatur di pleno.toml.",
    fix="Samakan nama unit dalam kop dengan unit pemilik SOP, atau pindahkan berkas ke folder unitnya.",
    question="Unit mana yang memiliki SOP ini: yang disebut dalam kop atau yang menyerahkannya?",
    severity=Severity.WARNING,
    check=unit_of_letterhead,
    good=(
        Example(shows="unit dan foldernya", sops=(sop(),), settings=_OFFICE),
        Example(
            shows="ejaan lain dan nama kantor di belakangnya",
            sops=(_headed("KANTOR URUSAN AGAMA KEC. ARGAWANA KOTA TIRTAWANGI", "KUA_Argawana"),),
            settings=_OFFICE,
        ),
        Example(shows="profil tanpa unit", sops=(_headed("SEKSI PEMBERDAYAAN"),)),
        Example(
            shows="unit yang tidak disebut profil",
            sops=(_headed("SEKSI PEMBERDAYAAN"),),
            settings=Settings(units=default_units()),
        ),
    ),
    bad=(
        Example(
            shows="bukan unit kantor ini",
            sops=(_headed("KUA KECAMATAN AMPELSARI"),),
            settings=_OFFICE,
            hits=("Unit “KUA KECAMATAN AMPELSARI” dalam kop tidak ada di kantor ini.",),
        ),
        Example(
            shows="salah ketik",
            sops=(_headed("SEKSI PENDIDIKAN MADARSAH", "penmad"),),
            settings=_OFFICE,
            hits=(
                "Unit “SEKSI PENDIDIKAN MADARSAH” dalam kop tidak ada di kantor ini; maksudnya Seksi Pendidikan "
                "Madrasah?",
            ),
            becomes=("SEKSI PENDIDIKAN MADARSAH -> SEKSI PENDIDIKAN MADRASAH",),
        ),
        Example(
            shows="folder unit lain",
            sops=(_headed("SEKSI PENDIDIKAN MADRASAH", "KUA Argawana"),),
            settings=_OFFICE,
            hits=(
                "Kop menyebut Seksi Pendidikan Madrasah, sedangkan berkas ini diserahkan dalam folder KUA Kecamatan "
                "Argawana.",
            ),
        ),
    ),
)

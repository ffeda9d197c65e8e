"""NM101 - a title begins with SOP and a noun formed with pe-…-an."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted, words

# pe-…-an in its shapes: pe(ng|ny|m|n|r)- … -an; "pel-" as in pelajaran begins with pe- too.
_NOUN = re.compile(r"pe[a-z]{2,}an")


def title_form(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield a title that breaks the form, with what is wrong; a missing one is ID101's matter."""
    title = sop.identity.title
    if title is None:
        return
    said = words(title.text)
    faults = []
    rest = said[1:]
    if not said or said[0] != "sop":
        faults.append("tidak diawali kata “SOP”")
        rest = said
    if said[:2] == ("sop", "sop"):
        faults.append("mengulang kata “SOP”")
        rest = said[2:]
    if not rest or not _NOUN.fullmatch(rest[0]):
        faults.append("tidak memakai kata benda pe-…-an (Pelayanan, Penyusunan, Penerbitan)")
    if faults:
        yield Hit(
            message=f"Nama SOP {quoted(title.text)} {' dan '.join(faults)}.",
            where="title", place=title.place, found=title.text,
        )  # fmt: skip


RULE = Rule(
    code="NM101",
    title="Bentuk nama SOP",
    why="Nama yang seragam membuat daftar SOP mudah dicari dan dicocokkan dengan panduan induk.",
    source="Kanwil Kemenag Jawa Tengah (2022): nama diawali “SOP” lalu kata benda berbentuk pe-…-an.",
    fix="Ubah nama, misalnya “SOP Pelayanan Cuti Pegawai” menggantikan “Cuti”.",
    severity=Severity.WARNING,
    check=title_form,
    good=(
        Example(shows="bentuk yang benar", sops=(sop(),)),
        Example(shows="pemberian", sops=(sop(identity=identity(title=value("SOP Pemberian Cuti Pegawai"))),)),
    ),
    bad=(
        Example(
            shows="bukan kata benda pe-…-an",
            sops=(sop(identity=identity(title=value("SOP Nikah"))),),
            hits=("Nama SOP “SOP Nikah” tidak memakai kata benda pe-…-an (Pelayanan, Penyusunan, Penerbitan).",),
        ),
        Example(
            shows="tidak diawali SOP",
            sops=(sop(identity=identity(title=value("Penerbitan Rekomendasi Nikah"))),),
            hits=("Nama SOP “Penerbitan Rekomendasi Nikah” tidak diawali kata “SOP”.",),
        ),
    ),
)

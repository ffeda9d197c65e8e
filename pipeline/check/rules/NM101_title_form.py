"""NM101 - a title begins with SOP and a noun formed with pe-…-an."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.check.title_nouns import noun_of
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted, words

# pe-…-an in its shapes: pe(ng|ny|m|n|r)- … -an; "pel-" as in pelajaran begins with pe- too.
_NOUN = re.compile(r"pe[a-z]{2,}an")
# The word SOP in all its names, doubled or followed by another of them.
_LEAD = re.compile(
    r"\s*(?:(?:sop[\s-]?ap|sop|pos|spo|protap|prosedur tetap|prosedur|"
    r"stand[ae]r operasional(?: dan)? prosedur)\b[\s.:-]*(?:tentang\s+)?)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")


def title_form(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield a title that breaks the form, with what is wrong; a missing one is ID101's matter."""
    title = sop.identity.title
    if title is not None and (faults := _faults(title.text)):
        yield Hit(
            message=f"Nama SOP {quoted(title.text)} {' dan '.join(faults)}.",
            where="title", place=title.place, found=title.text, correction=_correction(title.text),
        )  # fmt: skip


def _faults(title: str) -> list[str]:
    said = words(title)
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
    return faults


def _correction(title: str) -> Replacement | None:
    """The beginning of the title in its form, where the first word is a noun in pe-…-an or a verb that has one."""
    lead = _LEAD.match(title)
    first = _WORD.match(title, lead.end() if lead else 0)
    if first is None:
        return None
    noun = noun_of(first[0].lower())
    after = f"SOP {_in_case(noun, first[0]) if noun else first[0]}"
    if after == title[: first.end()] or _faults(after + title[first.end() :]):
        return None
    return Replacement(
        before=title[: first.end()], after=after,
        why="Nama SOP diawali kata “SOP” dan kata benda berbentuk pe-…-an."
    )  # fmt: skip


def _in_case(noun: str, written: str) -> str:
    return noun.upper() if written.isupper() else noun.capitalize()


RULE = Rule(
    code="NM101",
    title="Bentuk nama SOP",
    why="Nama yang seragam membuat daftar SOP mudah dicari dan dicocokkan dengan panduan induk.",
    source="Kanwil Kemenag Jawa Tengah (2022): nama diawali “SOP” lalu kata benda berbentuk pe-…-an.",
    fix="Ubah nama, misalnya “SOP Pelayanan Cuti Pegawai” menggantikan “Cuti”.",
    question="Apa nama SOP ini bila diawali kata “SOP” dan kata benda pe-…-an, sesuai panduan induk?",
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
            becomes=("Penerbitan -> SOP Penerbitan",),
        ),
        Example(
            shows="kata SOP berulang",
            sops=(sop(identity=identity(title=value("SOP SOP Pelayanan Nikah"))),),
            hits=("Nama SOP “SOP SOP Pelayanan Nikah” mengulang kata “SOP”.",),
            becomes=("SOP SOP Pelayanan -> SOP Pelayanan",),
        ),
        Example(
            shows="kata kerja yang kata bendanya pasti",
            sops=(sop(identity=identity(title=value("SOP Menerbitkan Rekomendasi Nikah"))),),
            hits=(
                "Nama SOP “SOP Menerbitkan Rekomendasi Nikah” tidak memakai kata benda pe-…-an (Pelayanan, "
                "Penyusunan, Penerbitan).",
            ),
            becomes=("SOP Menerbitkan -> SOP Penerbitan",),
        ),
    ),
)

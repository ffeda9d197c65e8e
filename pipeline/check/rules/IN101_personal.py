"""IN101 - a SOP names positions, never persons."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import sop, step
from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import FieldName, Sop
from pipeline.settings import Settings
from pipeline.text import quoted

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "nama orang bergelar",
        re.compile(
            r"\b(?:Drs|Dra|Hj|KH|Ust)\.\s*[A-Z][a-z]+|\bH\.\s+[A-Z][a-z]{2,}"
            r"|[A-Z][a-z]+,\s*(?:S|M)\.\s?[A-Z][A-Za-z]*(?:\.\s?[A-Z][A-Za-z]*)*\.?|[A-Z][a-z]+,\s*(?:A\.Md|SE|SH|MM|SKom|SPd)\b"
        ),
    ),
    ("sapaan perorangan", re.compile(r"\b(?:Bapak|Ibu|Pak|Bu|Sdr\.?|Sdri\.?|Saudara|Saudari)\s+[A-Z][a-z]+")),
    ("nomor telepon", re.compile(r"(?<!\d)(?:\+62|62|0)8\d{2}[\s.-]?\d{3,4}[\s.-]?\d{3,5}(?!\d)")),
    ("NIP", re.compile(r"(?<!\d)(?:19|20)\d{6}\s?(?:19|20)\d{4}\s?[12]\s?\d{3}(?!\d)")),
    ("alamat surel pribadi", re.compile(r"[\w.]+@(?:gmail|yahoo|hotmail|outlook|ymail)\.\w+", re.IGNORECASE)),
)
# "Ibu Kandung" and "Bapak Mertua" are relations in a marriage file, "Ibu Kota" is a town: nobody is addressed.
_NOT_PERSONAL = re.compile(r"\b(?:Ibu|Bapak)\s+(?:Kandung|Tiri|Mertua|Kota|Hamil|Rumah)")
_LISTS = (FieldName.QUALIFICATIONS, FieldName.EQUIPMENT, FieldName.WARNINGS, FieldName.RECORDS, FieldName.RELATED)


def personal(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each text outside the approval block that names, addresses or numbers a person, once with all its marks."""
    for where, place, text in _texts(sop):
        kept = _NOT_PERSONAL.sub("", text)
        seen = [f"{what} {quoted(match[0])}" for what, pattern in _MARKS if (match := pattern.search(kept))]
        if seen:
            yield Hit(
                message=f"Memuat {' dan '.join(seen)}; SOP mengikat jabatan, bukan orang.",
                where=where,
                place=place,
                found=text,
            )


def _texts(sop: Sop) -> Iterator[tuple[str, DocxPlace, str]]:
    for at, actor in enumerate(sop.actors, start=1):
        yield f"actors/{at}", actor.place, actor.name
    for name in _LISTS:
        for at, entry in enumerate(sop.identity.values(name), start=1):
            yield f"{name.value}/{at}", entry.place, entry.text
    for at, row in enumerate(sop.steps, start=1):
        for cell in ("activity", "requirements", "output", "note"):
            yield f"steps/{at}/{cell}", row.cell(cell), getattr(row, cell)


RULE = Rule(
    code="IN101",
    title="Perorangan, bukan kelembagaan",
    why="SOP tidak mengikat satu orang; hasilnya dapat dipakai siapa pun dan diwariskan kepada pegawai berikutnya.",
    source="Arahan pleno SOP Kemenag Kota Surakarta (20 Agustus 2025): SOP adalah standar kelembagaan.",
    fix="Ganti nama, sapaan, atau nomor pribadi dengan nama jabatan atau saluran resmi kantor.",
    severity=Severity.ERROR,
    check=personal,
    good=(
        Example(shows="hanya jabatan", sops=(sop(),)),
        Example(
            shows="ibu kandung dalam berkas nikah",
            sops=(sop(steps=(step(1, requirements="Akta kelahiran, nama Ibu Kandung"),)),),
        ),
    ),
    bad=(
        Example(
            shows="sapaan",
            sops=(sop(steps=(step(1, activity="Menyerahkan konsep kepada Bapak Kasubbag TU"),)),),
            hits=("Memuat sapaan perorangan “Bapak Kasubbag”; SOP mengikat jabatan, bukan orang.",),
        ),
        Example(
            shows="nomor telepon",
            sops=(sop(steps=(step(1, note="Hubungi 0812-3456-7890"),)),),
            hits=("Memuat nomor telepon “0812-3456-7890”; SOP mengikat jabatan, bukan orang.",),
        ),
    ),
)

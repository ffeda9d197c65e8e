"""RD102 - the draft is in the SOP-AP form."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop
from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop
from pipeline.settings import Settings


def not_the_form(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield a hit for a document without an identity block or without a step table."""
    if sop.kind != "other":
        return
    missing = [
        what
        for what, there in (("blok identitas", sop.identity.labels_seen), ("tabel langkah dengan mutu baku", sop.steps))
        if not there
    ]
    yield Hit(
        message=f"Naskah ini bukan dalam format SOP-AP: {' dan '.join(missing)} tidak ditemukan.",
        where="", place=DocxPlace(),
    )  # fmt: skip


RULE = Rule(
    code="RD102",
    title="Bukan format SOP-AP",
    why="Tanpa blok identitas dan tabel langkah, naskah tidak dapat diperiksa dan disatukan dalam buku SOP.",
    source="PermenPANRB 35/2012: unsur prosedur terdiri atas bagian identitas dan bagian diagram alir.",
    fix="Susun ulang naskah pada formulir SOP-AP kantor.",
    severity=Severity.ERROR,
    check=not_the_form,
    good=(Example(shows="identitas dan tabel langkah ada", sops=(sop(),)),),
    bad=(
        Example(
            shows="naskah berupa uraian",
            sops=(sop(kind="other", identity=identity(labels_seen=()), steps=()),),
            hits=(
                "Naskah ini bukan dalam format SOP-AP: "
                "blok identitas dan tabel langkah dengan mutu baku tidak ditemukan.",
            ),
        ),
    ),
)

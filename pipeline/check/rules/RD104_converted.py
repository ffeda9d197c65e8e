"""RD104 - the draft was handed in as a Word file of today."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import sop
from pipeline.model.draft import Held, Treated
from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop
from pipeline.settings import Settings


def converted(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield one hit for a file that LibreOffice had to convert: text survives that, drawn symbols often do not."""
    if sop.part == 1 and any(each.what == "converted" for each in sop.held):
        yield Hit(
            message="Naskah ini bukan .docx dan dibaca lewat konversi LibreOffice; simbol dan panah diagram alir "
            "dapat hilang dalam konversi itu.",
            where="", place=DocxPlace(),
        )  # fmt: skip


RULE = Rule(
    code="RD104",
    title="Naskah dibaca lewat konversi",
    why="Konversi menjaga teks, tetapi simbol dan panah diagram alir sering bergeser atau hilang; temuan tentang "
    "diagram alir naskah ini belum tentu kesalahan unit.",
    source="Pengukuran: enam naskah contoh disimpan sebagai .doc, .rtf, dan .odt lalu dibaca kembali.",
    fix="Minta unit menyimpan naskah dari Word sebagai Dokumen Word (.docx) dan mengirimkannya kembali.",
    question="Dapatkah unit menyerahkan naskah ini sebagai Dokumen Word (.docx)?",
    severity=Severity.NOTE,
    check=converted,
    good=(Example(shows="naskah .docx", sops=(sop(),)),),
    bad=(
        Example(
            shows="naskah .doc",
            sops=(sop(held=(Held(what="converted", count=1, treated=Treated.READ),)),),
            hits=(
                "Naskah ini bukan .docx dan dibaca lewat konversi LibreOffice; simbol dan panah diagram alir dapat "
                "hilang dalam konversi itu.",
            ),
        ),
    ),
)

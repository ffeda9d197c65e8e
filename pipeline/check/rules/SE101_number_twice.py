"""SE101 - no two SOPs of the set carry the same number."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.check.sop_set import SopSet
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted


def number_twice(together: SopSet, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each SOP whose number another SOP with another title carries too; the same title is a resubmission."""
    by_number: dict[str, list[Sop]] = defaultdict(list)
    for each in together.sops:
        if each.identity.number is not None:
            by_number[key(each.identity.number.text)].append(each)
    for group in by_number.values():
        for each in group:
            others = [other for other in group if key(other.title) != key(each.title)]
            number = each.identity.number
            if others and number is not None:
                names = ", ".join(quoted(other.title) for other in others)
                yield Hit(
                    message=f"Nomor {quoted(number.text)} juga dipakai {names}.",
                    where="number", place=number.place, found=number.text, sop=each,
                )  # fmt: skip


_OTHER = replace(
    sop(identity=identity(title=value("SOP Pengelolaan Surat Masuk"))), file="tu/surat masuk.docx", folder="tu"
)
RULE = Rule(
    code="SE101",
    title="Nomor dipakai dua kali",
    why="Dua SOP dengan nomor yang sama tidak dapat dirujuk dengan pasti.",
    source="PermenPANRB 35/2012: nomor SOP mengikuti tata naskah dinas, satu nomor untuk satu naskah.",
    fix="Beri nomor baru kepada salah satunya menurut panduan induk.",
    question="SOP manakah yang berhak atas nomor itu menurut panduan induk?",
    severity=Severity.ERROR,
    check_set=number_twice,
    good=(
        Example(
            shows="nomor berbeda", sops=(sop(), replace(_OTHER, identity=identity(number=value("002/SOP/TU/2025"))))
        ),
    ),
    bad=(
        Example(
            shows="nomor sama, nama berbeda",
            sops=(sop(), _OTHER),
            hits=(
                "Nomor “001/SOP/PENMAD/2025” juga dipakai “SOP Pengelolaan Surat Masuk”.",
                "Nomor “001/SOP/PENMAD/2025” juga dipakai “SOP Penerbitan Rekomendasi Izin Operasional Madrasah”.",
            ),
        ),
    ),
)

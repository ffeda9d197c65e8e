"""LG104 - the legal basis lists a rule once."""

from collections.abc import Iterator

from pipeline.check.citations import citations
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted


def cited_twice(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each citation whose kind, number and year stand in an earlier entry."""
    first: dict[tuple[str, str, int], int] = {}
    for each in citations(sop):
        if each.law is None or each.amending:
            continue
        law = (key(each.law.kind), key(each.law.number), each.law.year)
        if first.setdefault(law, each.at) != each.at:
            yield Hit(
                message=f"{quoted(each.found)} sudah tercantum pada butir {first[law]}.",
                where=f"legal_basis/{each.at}", place=each.value.place, found=each.found,
            )  # fmt: skip


RULE = Rule(
    code="LG104",
    title="Dasar hukum tercantum dua kali",
    why="Peraturan yang berulang menyamarkan peraturan yang seharusnya tercantum di tempatnya.",
    source="UU 12/2011, Lampiran II: tiap peraturan yang menjadi dasar hukum disebut satu kali.",
    fix="Hapus butir yang berulang, atau perbaiki nomornya bila yang dimaksud peraturan lain.",
    question="Apakah butir ini berulang, atau peraturan lainkah yang dimaksud?",
    severity=Severity.WARNING,
    check=cited_twice,
    good=(
        Example(shows="satu peraturan", sops=(sop(),)),
        Example(
            shows="peraturan dan perubahannya",
            sops=(
                sop(
                    identity=identity(
                        legal_basis=(
                            value("Undang-Undang Nomor 1 Tahun 1974 tentang Perkawinan"),
                            value(
                                "Undang-Undang Nomor 16 Tahun 2019 tentang Perubahan atas Undang-Undang Nomor 1 Tahun "
                                "1974 tentang Perkawinan"
                            ),
                        )
                    )
                ),
            ),
        ),
    ),
    bad=(
        Example(
            shows="sekali panjang, sekali singkat",
            sops=(
                sop(
                    identity=identity(
                        legal_basis=(
                            value("Undang-Undang Nomor 41 Tahun 2004 tentang Wakaf"),
                            value("UU No. 41/2004 tentang Wakaf"),
                        )
                    )
                ),
            ),
            hits=("“UU No. 41/2004 tentang Wakaf” sudah tercantum pada butir 1.",),
        ),
    ),
)

"""LG106 - a rule that held when the SOP was made and has been repealed since."""

from collections.abc import Iterator

from pipeline.check.repeals import ceased
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import date, identity, sop, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings


def repealed_since(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each rule that ceased to hold only after the SOP's last date, with what took its place."""
    for each in ceased(sop, settings.repealed):
        if not each.before:
            yield Hit(
                message=f"{each.law.short} tidak berlaku lagi sejak {each.since}, setelah SOP ini dibuat; "
                f"penggantinya {each.successor}.",
                where=f"legal_basis/{each.citation.at}", place=each.citation.value.place, found=each.citation.found,
                correction=each.correction, question=each.question,
            )  # fmt: skip


_ZAKAT = value("Undang-Undang Nomor 38 Tahun 1999 tentang Pengelolaan Zakat")
RULE = Rule(
    code="LG106",
    title="Dasar hukum dicabut setelah SOP berlaku",
    why="SOP dievaluasi ketika peraturan yang mendasarinya berubah.",
    source="PermenPANRB 35/2012, evaluasi: SOP disempurnakan bila peraturan atau kebijakan yang mendasarinya berubah.",
    fix="Saat SOP direvisi, gantikan dengan peraturan yang berlaku dan sesuaikan prosedurnya.",
    question="Apakah prosedur ini sudah disesuaikan dengan peraturan penggantinya?",
    severity=Severity.NOTE,
    check=repealed_since,
    good=(
        Example(shows="masih berlaku", sops=(sop(),)),
        Example(shows="sudah dicabut sebelum SOP dibuat", sops=(sop(identity=identity(legal_basis=(_ZAKAT,))),)),
    ),
    bad=(
        Example(
            shows="SOP tahun 2010",
            sops=(
                sop(
                    identity=identity(created=date("5 Mei 2010"), effective=date("1 Juni 2010"), legal_basis=(_ZAKAT,))
                ),
            ),
            hits=(
                "Undang-Undang Nomor 38 Tahun 1999 tidak berlaku lagi sejak 25 November 2011, setelah SOP ini dibuat; "
                "penggantinya Undang-Undang Nomor 23 Tahun 2011 tentang Pengelolaan Zakat.",
            ),
            becomes=(
                "Undang-Undang Nomor 38 Tahun 1999 tentang Pengelolaan Zakat -> "
                "Undang-Undang Nomor 23 Tahun 2011 tentang Pengelolaan Zakat",
            ),
        ),
    ),
)

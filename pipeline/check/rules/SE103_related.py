"""SE103 - keterkaitan names other SOPs of the office, and only those."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.related import Entry, Names, Titles
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.check.sop_set import SopSet
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import Sop, Value
from pipeline.settings import Settings
from pipeline.text import quoted


def related(together: SopSet, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each entry that is no SOP, that is the SOP itself, or that neither the inventory nor the set knows.

    Without an inventory nobody can say whether a SOP exists that was not handed in: only a title of the set that is
    surely meant is held against an entry then.
    """
    titles = Titles(together.sops, together.inventory)
    for each in together.sops:
        for at, entry in enumerate(each.identity.related, start=1):
            for named in titles.entries(each, entry.text):
                hit = _hit(each, at, entry, named, judge_links=bool(together.inventory))
                if hit is not None:
                    yield hit


def _hit(sop: Sop, at: int, entry: Value, named: Entry, *, judge_links: bool) -> Hit | None:
    name = quoted(named.text)
    question, correction = "", None
    if named.names is Names.NO_SOP:
        message = f"{name} bukan nama SOP."
        question = f"SOP apa yang berkaitan melalui {name}?"
    elif named.names is Names.ITSELF:
        message = f"{name} adalah SOP ini sendiri."
        question = "SOP lain mana yang berkaitan dengan SOP ini?"
    elif named.names is Names.NEARLY and named.sure and named.text in entry.text:
        message = f"{name} tertulis lain dalam daftar SOP: {quoted(named.nearest)}."
        correction = Replacement(before=named.text, after=named.nearest, why="Hanya judul itu yang mungkin dimaksud.")
    elif not judge_links or named.names is Names.KNOWN:
        return None
    else:
        message = f"{name} tidak ada dalam inventarisasi dan tidak diserahkan."
        if named.nearest:
            question = f"Apakah yang dimaksud {quoted(named.nearest)}?"
    return Hit(
        message=message, where=f"related/{at}", place=entry.place, found=entry.text, sop=sop, correction=correction,
        question=question,
    )  # fmt: skip


def _related(*texts: str) -> Sop:
    return sop(identity=identity(related=tuple(value(each) for each in texts)))


_OTHER = replace(
    sop(identity=identity(title=value("SOP Pengelolaan Surat Masuk"), related=(value("-"),))),
    file="tu/surat masuk.docx", folder="tu",
)  # fmt: skip
_INVENTORY = ("SOP Pengelolaan Surat Masuk", "SOP Pengelolaan Surat Keluar", "SOP Pemutakhiran Data EMIS Madrasah")
RULE = Rule(
    code="SE103",
    title="Keterkaitan yang tidak menunjuk SOP",
    why="Keterkaitan menunjukkan SOP lain yang harus dijalankan bersama; yang tidak ada tidak dapat dijalankan.",
    source="PermenPANRB 35/2012, bagian identitas: keterkaitan memuat SOP lain yang berkaitan langsung.",
    fix="Sebut judul SOP yang berkaitan seperti dalam inventarisasi; instansi dan peralatan bukan keterkaitan.",
    question="SOP mana dalam inventarisasi yang dimaksud, atau perlukah SOP itu disusun?",
    severity=Severity.WARNING,
    check_set=related,
    good=(
        Example(shows="SOP yang diserahkan", sops=(_related("SOP Pengelolaan Surat Masuk"), _OTHER)),
        Example(
            shows="SOP dalam inventarisasi, tanpa kata SOP, dan tidak ada",
            sops=(_related("SOP Pengelolaan Surat Keluar", "Pengelolaan surat masuk", "-", "Tidak ada"),),
            inventory=_INVENTORY,
        ),
        Example(shows="tanpa inventarisasi tidak diketahui", sops=(_related("SOP Penyusunan Laporan Tahunan"),)),
    ),
    bad=(
        Example(
            shows="instansi dan peralatan",
            sops=(_related("Kementerian Dalam Negeri", "Printer", "Bank penerima setoran"),),
            hits=(
                "“Kementerian Dalam Negeri” bukan nama SOP.",
                "“Printer” bukan nama SOP.",
                "“Bank penerima setoran” bukan nama SOP.",
            ),
        ),
        Example(
            shows="SOP itu sendiri",
            sops=(_related("SOP Penerbitan Rekomendasi Izin Operasional Madrasah"),),
            hits=("“SOP Penerbitan Rekomendasi Izin Operasional Madrasah” adalah SOP ini sendiri.",),
        ),
        Example(
            shows="SOP yang tidak dikenal",
            sops=(_related("SOP Penyelesaian Kerugian Negara"),),
            inventory=_INVENTORY,
            hits=("“SOP Penyelesaian Kerugian Negara” tidak ada dalam inventarisasi dan tidak diserahkan.",),
        ),
        Example(
            shows="salah ketik",
            sops=(_related("SOP Pemutahiran Data EMIS Madrasah"),),
            inventory=_INVENTORY,
            hits=(
                "“SOP Pemutahiran Data EMIS Madrasah” tertulis lain dalam daftar SOP: “SOP Pemutakhiran Data EMIS "
                "Madrasah”.",
            ),
            becomes=("SOP Pemutahiran Data EMIS Madrasah -> SOP Pemutakhiran Data EMIS Madrasah",),
        ),
    ),
)

"""RD102 - the draft is in the SOP-AP form."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop
from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Flow, Sop
from pipeline.settings import Settings

# Which other form a draft has, and what becomes of it.
_OTHERS = {
    "narrative": (
        "Naskah ini berupa uraian (narasi), bukan SOP-AP: tuangkan isinya ke dalam blok identitas dan tabel langkah."
    ),
    "service-table": (
        "Naskah ini berupa tabel layanan (standar pelayanan), bukan SOP-AP: "
        "susun satu SOP-AP untuk setiap jenis layanan; tabel layanannya diserahkan tersendiri."
    ),
    "spo": (
        "Naskah ini berupa SPO (standar prosedur operasional) seperti di rumah sakit, bukan SOP-AP: "
        "pindahkan isinya ke formulir SOP-AP, lalu lengkapi pelaksana dan mutu baku setiap langkah."
    ),
    "scan": (
        "Naskah ini hasil pindaian (hanya gambar), sehingga isinya tidak dapat dibaca: "
        "serahkan berkas Word aslinya, atau ketik ulang pada formulir SOP-AP."
    ),
    "list": (
        "Naskah ini berupa daftar butir, bukan SOP-AP: "
        "susun satu SOP-AP untuk setiap prosedur, dengan blok identitas dan tabel langkah."
    ),
    "decree": (
        "Naskah ini berupa keputusan atau lampiran keputusan, bukan SOP-AP: "
        "tuangkan prosedurnya ke formulir SOP-AP dan cantumkan keputusan itu pada dasar hukum."
    ),
}
_EMPTY = "Naskah ini kosong: periksa apakah berkas yang diserahkan sudah benar."
_BLANK = "Formulir SOP-AP ini belum diisi: isi blok identitas dan tabel langkahnya."
_PICTURED = (
    "Tabel langkah naskah ini hanya berupa gambar, sehingga tidak dapat dibaca: ketik ulang pada formulir SOP-AP."
)


def not_the_form(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield a hit for a document without an identity block or without a step table: which other form it has."""
    if sop.kind == "other":
        yield Hit(message=_message(sop), where="", place=DocxPlace())


def _message(sop: Sop) -> str:
    if sop.form == "blank":
        return _BLANK if sop.identity.labels_seen else _EMPTY
    if sop.form in _OTHERS:
        return _OTHERS[sop.form]
    if sop.flow.source == "picture" and sop.identity.labels_seen:
        return _PICTURED
    missing = ["tabel langkah dengan mutu baku"] if not sop.steps else []
    if sop.steps or not sop.identity.labels_seen:
        missing.insert(0, "blok identitas")
    return f"Naskah ini bukan dalam format SOP-AP: {' dan '.join(missing)} tidak ditemukan."


def _other(form: str, message: str, shows: str) -> Example:
    told = sop(kind="other", form=form, identity=identity(labels=()), steps=(), flow=Flow(source="none"))
    return Example(shows=shows, sops=(told,), hits=(message,))


RULE = Rule(
    code="RD102",
    title="Bukan format SOP-AP",
    why="Tanpa blok identitas dan tabel langkah, naskah tidak dapat diperiksa dan disatukan dalam buku SOP.",
    source="PermenPANRB 35/2012: unsur prosedur terdiri atas bagian identitas dan bagian diagram alir.",
    fix="Susun ulang naskah pada formulir SOP-AP kantor.",
    question="Dapatkah naskah ini disusun ulang pada formulir SOP-AP, atau memang bukan SOP yang hendak diserahkan?",
    severity=Severity.ERROR,
    check=not_the_form,
    good=(Example(shows="identitas dan tabel langkah ada", sops=(sop(),)),),
    bad=(
        _other("narrative", _OTHERS["narrative"], "naskah berupa uraian"),
        _other("service-table", _OTHERS["service-table"], "naskah berupa tabel layanan"),
        _other("spo", _OTHERS["spo"], "naskah berupa SPO"),
        _other("scan", _OTHERS["scan"], "naskah hasil pindaian"),
        _other("list", _OTHERS["list"], "naskah berupa daftar butir"),
        _other("decree", _OTHERS["decree"], "naskah berupa lampiran keputusan"),
        _other("blank", _EMPTY, "naskah kosong"),
        _other(
            "unknown",
            "Naskah ini bukan dalam format SOP-AP: "
            "blok identitas dan tabel langkah dengan mutu baku tidak ditemukan.",
            "bentuk lain",
        ),
        Example(
            shows="formulir yang belum diisi",
            sops=(sop(kind="other", form="blank", steps=(), flow=Flow(source="none")),),
            hits=(_BLANK,),
        ),
        Example(
            shows="tabel langkah berupa gambar",
            sops=(sop(kind="other", form="unknown", steps=(), flow=Flow(source="picture")),),
            hits=(_PICTURED,),
        ),
        Example(
            shows="tabel langkah tanpa blok identitas",
            sops=(sop(kind="other", form="unknown", identity=identity(labels=())),),
            hits=("Naskah ini bukan dalam format SOP-AP: blok identitas tidak ditemukan.",),
        ),
    ),
)  # fmt: skip

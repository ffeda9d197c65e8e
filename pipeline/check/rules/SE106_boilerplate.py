"""SE106 - warnings and qualifications say something of the SOP that they stand in."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.boilerplate import only_education, shared
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, value
from pipeline.check.sop_set import SopSet
from pipeline.model.finding import Severity
from pipeline.model.sop import FieldName, Sop
from pipeline.settings import Settings
from pipeline.text import quoted

_WORDS = {FieldName.WARNINGS: "Peringatan", FieldName.QUALIFICATIONS: "Kualifikasi"}
_QUESTIONS = {
    FieldName.WARNINGS: "Akibat apa yang terjadi khusus bila SOP ini tidak dijalankan?",
    FieldName.QUALIFICATIONS: "Kemampuan apa yang khusus diperlukan untuk menjalankan SOP ini?",
}


def boilerplate(together: SopSet, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - asked like every rule
    """Yield each entry that SOPs of several subjects share, and qualifications that name schooling only."""
    for text in shared(together.sops):
        count = len({each.key for each, _, _ in text.uses})
        for each, at, entry in text.uses:
            yield Hit(
                message=f"{_WORDS[text.field]} {quoted(entry.text)} sama pada {count} dari {len(together.sops)} SOP.",
                where=f"{text.field.value}/{at}", place=entry.place, found=entry.text, sop=each,
                question=_QUESTIONS[text.field],
            )  # fmt: skip
    for each in together.sops:
        if only_education(each):
            entry = each.identity.qualifications[0]
            yield Hit(
                message=f"Kualifikasi hanya menyebut pendidikan: {quoted(entry.text)}.",
                where="qualifications/1", place=entry.place, found=entry.text, sop=each,
                question=_QUESTIONS[FieldName.QUALIFICATIONS],
            )  # fmt: skip


def _about(title: str, warning: str, qualification: str = "Memahami ketentuan") -> Sop:
    found = identity(
        title=value(f"SOP {title}"), warnings=(value(warning),), qualifications=(value(f"{qualification} {title}"),)
    )
    return replace(sop(identity=found), file=f"{title}.docx")


_TITLES = ("Pengelolaan Surat Masuk", "Pemberian Cuti", "Penyusunan Anggaran", "Pengadaan Barang", "Legalisasi Ijazah")
_EMPTY = "Apabila SOP ini tidak dilaksanakan dengan baik, maka pelayanan akan terhambat"
_SHARED = "Jika berkas hilang, maka data kepegawaian tidak dapat ditelusuri"
RULE = Rule(
    code="SE106",
    title="Peringatan dan kualifikasi yang seragam",
    why="Kalimat yang cocok untuk setiap SOP tidak memperingatkan dan tidak mensyaratkan apa pun.",
    source="PermenPANRB 35/2012, bagian identitas: peringatan memuat akibat bila SOP itu tidak dilaksanakan, "
    "kualifikasi memuat kemampuan yang diperlukan untuk melaksanakannya.",
    fix="Tulis akibat dan kemampuan yang khusus untuk kegiatan ini.",
    question="Apa yang khusus berlaku untuk SOP ini?",
    severity=Severity.NOTE,
    check_set=boilerplate,
    good=(
        Example(shows="akibat yang khusus", sops=(sop(), _about(_TITLES[0], "Jika surat hilang, maka tidak terlacak"))),
        Example(shows="sama pada dua SOP dan berisi", sops=tuple(_about(each, _SHARED) for each in _TITLES[:2])),
        Example(
            shows="pendidikan dan kemampuan",
            sops=(sop(identity=identity(qualifications=(value("SMA/sederajat"), value("Menguasai EMIS")))),),
        ),
    ),
    bad=(
        Example(
            shows="kalimat yang cocok untuk setiap SOP",
            sops=tuple(_about(each, _EMPTY) for each in _TITLES[:2]),
            hits=(f"Peringatan “{_EMPTY}” sama pada 2 dari 2 SOP.",) * 2,
        ),
        Example(
            shows="sama pada banyak SOP",
            sops=tuple(_about(each, _SHARED) for each in _TITLES),
            hits=(f"Peringatan “{_SHARED}” sama pada 5 dari 5 SOP.",) * 5,
        ),
        Example(
            shows="hanya pendidikan",
            sops=(sop(identity=identity(qualifications=(value("SMA / S1"),))),),
            hits=("Kualifikasi hanya menyebut pendidikan: “SMA / S1”.",),
        ),
    ),
)

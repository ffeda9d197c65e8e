"""IN101 - a SOP names positions, never persons."""

from collections.abc import Iterator

from pipeline.check.persons import marks
from pipeline.check.places import judged
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import sop, step
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted


def personal(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each text that names, addresses or numbers a person, once with all its marks.

    The approval block and the legal basis are left out; numbers and accounts are IN102's matter, headings IN103's.
    """
    for where, place, text in judged(sop):
        if not where.startswith("actors/") and (seen := marks(text)):
            told = " dan ".join(f"{what} {quoted(words)}" for what, words in seen)
            yield Hit(
                message=f"Memuat {told}; SOP mengikat jabatan, bukan orang.", where=where, place=place, found=text
            )


RULE = Rule(
    code="IN101",
    title="Perorangan, bukan kelembagaan",
    why="SOP tidak mengikat satu orang; hasilnya dapat dipakai siapa pun dan diwariskan kepada pegawai berikutnya.",
    source="Arahan pleno SOP Kemenag Kota Surakarta (20 Agustus 2025): SOP adalah standar kelembagaan.",
    fix="Ganti nama, sapaan, atau NIP dengan nama jabatan.",
    question="Jabatan apa yang dimaksud, sehingga nama atau sapaan orang dapat diganti?",
    severity=Severity.ERROR,
    check=personal,
    good=(
        Example(shows="hanya jabatan", sops=(sop(),)),
        Example(
            shows="ibu kandung dalam berkas nikah",
            sops=(sop(steps=(step(1, requirements="Akta kelahiran, nama Ibu Kandung"),)),),
        ),
        Example(
            shows="singkatan, jenjang pendidikan, dan nama jalan yang mirip nama bergelar",
            sops=(
                sop(steps=(step(1, requirements="Surat Keputusan, SE Menteri, Ijazah Sarjana, S.Pd., atau MA"),)),
                sop(steps=(step(1, note="Jalan KH. Wirasena 4"),)),
            ),
        ),
        Example(shows="nomor telepon, yang menjadi urusan IN102", sops=(sop(steps=(step(1, note="0812-3456-7890"),)),)),
    ),
    bad=(
        Example(
            shows="sapaan",
            sops=(sop(steps=(step(1, activity="Menyerahkan konsep kepada Bapak Kasubbag TU"),)),),
            hits=("Memuat sapaan perorangan “Bapak Kasubbag”; SOP mengikat jabatan, bukan orang.",),
        ),
        Example(
            shows="gelar dengan huruf besar",
            sops=(sop(steps=(step(1, note="Menghadap DRS. H. DANANG WIRASENA"),)),),
            hits=("Memuat nama orang bergelar “DRS. H. DANANG”; SOP mengikat jabatan, bukan orang.",),
        ),
        Example(
            shows="gelar tanpa koma",
            sops=(sop(steps=(step(1, note="Diteruskan kepada Danang Wirasena S.Ag"),)),),
            hits=("Memuat nama orang bergelar “Danang Wirasena S.Ag”; SOP mengikat jabatan, bukan orang.",),
        ),
    ),
)

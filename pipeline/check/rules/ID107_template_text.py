"""ID107 - nothing that a form or an app printed is left in a SOP."""

from collections.abc import Iterator

from pipeline.check.citations import citations
from pipeline.check.places import judged
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import AT, identity, sop, step, value
from pipeline.check.templates import may_hold_template, template_inside, template_whole
from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import LISTS, Approval, Sop
from pipeline.settings import Settings
from pipeline.text import is_placeholder, quoted

_Text = tuple[str, DocxPlace, str]


def template_text(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each text that was left as the form printed it.

    Empty fields are ID101's matter, dates ID102's, a citation without number or year LG101's.
    """
    if sop.form == "blank":
        return
    bare = _bare(sop)
    inside = may_hold_template("\n".join(bare))
    if not inside and not any(map(template_whole, bare)):
        return
    for where, place, text in _texts(sop):
        found = template_inside(text) if inside else ""
        if not (found or template_whole(text)) or is_placeholder(text) or where in _told_elsewhere(sop):
            continue
        if found and found.strip() != text.strip():
            message = f"{quoted(text)} masih memuat isian contoh atau tempat kosong {quoted(found)}."
        else:
            message = f"{quoted(text)} adalah teks bawaan formulir, bukan isian."
        yield Hit(message=message, where=where, place=place, found=text)


def _bare(sop: Sop) -> list[str]:
    """The texts without their places, which take longer to find than all else and are needed for few SOPs."""
    identity, approval = sop.identity, sop.identity.approved_by
    found = [each.text for each in (identity.number, identity.title, *identity.institution) if each]
    found += [each.text for name in LISTS for each in identity.values(name)]
    found += [each for each in (approval.name, approval.position) if each] if approval else []
    found += [each.name for each in sop.actors]
    return found + [
        text for row in sop.steps for text in (row.activity, row.requirements, row.output, row.note) if text
    ]


def _texts(sop: Sop) -> Iterator[_Text]:
    identity, approval = sop.identity, sop.identity.approved_by
    if identity.number:
        yield "number", identity.number.place, identity.number.text
    if approval and approval.name:
        yield "approved_by", approval.place, approval.name
    yield from judged(sop, letterhead=True)
    yield from ((f"legal_basis/{at}", each.place, each.text) for at, each in enumerate(identity.legal_basis, start=1))


def _told_elsewhere(sop: Sop) -> set[str]:
    return {f"legal_basis/{each.at}" for each in citations(sop) if not (each.number and each.dated)}


def _approved(name: str) -> Sop:
    return sop(identity=identity(approved_by=Approval(position="Kepala Kantor", name=name, nip=None, place=AT)))


RULE = Rule(
    code="ID107",
    title="Teks bawaan formulir belum diganti",
    why="Isian contoh yang tertinggal berarti bagian itu belum pernah ditulis oleh unit.",
    source="PermenPANRB 35/2012: isi bagian identitas dan mutu baku SOP-AP diisi menurut kegiatan unit.",
    fix="Ganti dengan isian yang sebenarnya, atau hapus bila memang tidak diperlukan.",
    question="Apa isian yang sebenarnya di sini?",
    severity=Severity.ERROR,
    check=template_text,
    good=(
        Example(shows="semua ditulis unit", sops=(sop(),)),
        Example(
            shows="kata contoh dan angka Romawi yang memang isi",
            sops=(
                sop(
                    steps=(
                        step(1, requirements="Contoh tanda tangan; Lampiran XXX", output="Formulir (diisi lengkap)"),
                    )
                ),
            ),
        ),
        Example(
            shows="tahun kosong pada dasar hukum dilaporkan sendiri",
            sops=(sop(identity=identity(legal_basis=(value("KMA Nomor 184 Tahun 20.."),))),),
        ),
    ),
    bad=(
        Example(
            shows="bawaan aplikasi",
            sops=(sop(identity=identity(number=value("Nomor surat"), title=value("NAMA SOP"))),),
            hits=(
                "“Nomor surat” adalah teks bawaan formulir, bukan isian.",
                "“NAMA SOP” adalah teks bawaan formulir, bukan isian.",
            ),
        ),
        Example(
            shows="kurung siku dan titik-titik di dalam teks",
            sops=(
                sop(
                    identity=identity(number=value("…/SOP/PENMAD/20..")),
                    steps=(step(1, activity="Memeriksa [isi nama berkas]", output="Surat Nomor ......"),),
                ),
            ),
            hits=(
                "“…/SOP/PENMAD/20..” masih memuat isian contoh atau tempat kosong “20..”.",
                "“Memeriksa [isi nama berkas]” masih memuat isian contoh atau tempat kosong “[isi nama berkas]”.",
                "“Surat Nomor ......” masih memuat isian contoh atau tempat kosong “Nomor ......”.",
            ),
        ),
        Example(
            shows="nama dan huruf x",
            sops=(_approved("Nama Pejabat"), _approved("xxxxx")),
            hits=(
                "“Nama Pejabat” adalah teks bawaan formulir, bukan isian.",
                "“xxxxx” adalah teks bawaan formulir, bukan isian.",
            ),
        ),
    ),
)

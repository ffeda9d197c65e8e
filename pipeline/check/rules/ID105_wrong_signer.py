"""ID105 - the head of the office puts every SOP in force."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from pipeline.check.head import is_heads_position, names_of_position
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import AT, identity, sop
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import Approval, Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted

# One letter of ten: a slip. Other positions of an office are less alike.
_SLIP = 90.0


def wrong_signer(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield an approval by another position than the head's; "Kepala Kantor Kementerian Agama …" is the head too."""
    approval = sop.identity.approved_by
    if approval is None or not approval.position:
        return
    written = key(approval.position).removeprefix("plt ").removeprefix("plh ").removeprefix("an ")
    if is_heads_position(written, settings):
        return
    yield Hit(
        message=f"SOP disahkan oleh {quoted(approval.position)}, bukan oleh {settings.head.position}.",
        where="approved_by",
        place=approval.place,
        found=approval.position,
        correction=_correction(approval.position, settings),
    )


def _correction(position: str, settings: Settings) -> Replacement | None:
    """The head's position where a slip of the pen was written."""
    written = key(position)
    if not any(fuzz.ratio(written, name) >= _SLIP for name in names_of_position(settings)):
        return None
    after = settings.head.position
    return Replacement(before=position, after=after, why=f"Jabatan pimpinan kantor ditulis {after}.")


def _approved(position: str) -> Sop:
    return sop(identity=identity(approved_by=Approval(position=position, name="Sarwaka", nip=None, place=AT)))


RULE = Rule(
    code="ID105",
    title="Pejabat yang mengesahkan",
    why="SOP satu kantor ditetapkan oleh pimpinan yang sama, supaya mengikat semua unit.",
    source="PermenPANRB 35/2012: SOP ditetapkan oleh pimpinan; jabatannya diatur dengan office.head di pleno.toml.",
    fix="Ubah kolom pengesahan menjadi jabatan, nama, dan NIP kepala kantor.",
    question="Apakah SOP ini akan disahkan oleh kepala kantor, atau adakah pelimpahan wewenang tertulis?",
    severity=Severity.ERROR,
    check=wrong_signer,
    good=(
        Example(shows="kepala kantor", sops=(sop(),)),
        Example(shows="sebutan lengkap", sops=(_approved("Kepala Kantor Kementerian Agama Kota Tirtawangi"),)),
    ),
    bad=(
        Example(
            shows="kepala seksi",
            sops=(_approved("Kepala Seksi PAIS"),),
            hits=("SOP disahkan oleh “Kepala Seksi PAIS”, bukan oleh Kepala Kantor.",),
        ),
        Example(
            shows="kepala kantor, salah tulis",
            sops=(_approved("Kepla Kantor"),),
            hits=("SOP disahkan oleh “Kepla Kantor”, bukan oleh Kepala Kantor.",),
            becomes=("Kepla Kantor -> Kepala Kantor",),
        ),
    ),
)

"""ID108 - who signs as head of the office is the head that pleno.toml names."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.head import bare_name, digits, nip_is_told, same_person, signs_as_head
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import IDENTITY, identity, sop
from pipeline.model.finding import Replacement, Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Approval, Sop
from pipeline.settings import Head, Settings
from pipeline.text import quoted


def not_the_head(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield the name, or the NIP beside the right name, that is not the head's; silent where pleno.toml gives none.

    Another position is ID105's matter; who stands in for the head (Plt., Plh.) has a name of his own.
    """
    approval, head = sop.identity.approved_by, settings.head
    if approval is None or not approval.name or not head.name or not signs_as_head(approval, settings):
        return
    place = approval.name_place if approval.name_place != DocxPlace() else approval.place
    if not same_person(approval.name, settings):
        yield Hit(
            message=f"SOP disahkan atas nama {quoted(approval.name)}, sedangkan kepala kantor {head.name}".rstrip(".")
            + ".",
            where="approved_by", place=place, found=approval.name,
        )  # fmt: skip
        return
    if bare_name(approval.name) != bare_name(head.name):
        yield Hit(
            message=f"Nama kepala kantor tertulis {quoted(approval.name)}; yang benar {head.name}".rstrip(".") + ".",
            where="approved_by", place=place, found=approval.name,
            correction=Replacement(
                before=approval.name, after=head.name, why="Nama kepala kantor menurut profil kantor (pleno.toml)."
            ),
        )  # fmt: skip
    if nip_is_told(approval, settings):
        yield _nip(approval, settings)


def _nip(approval: Approval, settings: Settings) -> Hit:
    written, wanted = approval.nip or "", digits(settings.head.nip)
    said = f"NIP kepala kantor tertulis {quoted(written)}" if written else "NIP kepala kantor belum dicantumkan"
    return Hit(
        message=f"{said}; yang benar {wanted}.",
        where="approved_by", found=written,
        place=approval.nip_place if approval.nip_place != DocxPlace() else approval.place,
        correction=Replacement(
            before=written, after=wanted, why="NIP kepala kantor menurut profil kantor (pleno.toml)."
        ),
    )  # fmt: skip


_OFFICE = Settings(head=Head(name="Dr. H. Sarwaka Adiluhung, M.Ag.", nip="19690715 199503 1 991"))


def _signed(**changes: str | None) -> Sop:
    assert IDENTITY.approved_by is not None
    return sop(identity=identity(approved_by=replace(IDENTITY.approved_by, **changes)))  # type: ignore[arg-type]


RULE = Rule(
    code="ID108",
    title="Nama atau NIP kepala kantor keliru",
    why="Pengesahan atas nama pejabat lain atau dengan NIP yang keliru membuat SOP tidak sah ditandatangani.",
    source="PermenPANRB 35/2012: pengesahan memuat jabatan, tanda tangan, nama, dan NIP pejabat yang menetapkan.",
    fix="Tulis nama dan NIP kepala kantor yang menjabat sekarang.",
    question="Siapa kepala kantor yang mengesahkan SOP ini, dan apakah nama itu pejabat lama?",
    severity=Severity.ERROR,
    check=not_the_head,
    good=(
        Example(shows="gelar boleh tidak ditulis", sops=(sop(),), settings=_OFFICE),
        Example(shows="profil tidak menyebut nama", sops=(_signed(name="Kertawirya"),)),
        Example(
            shows="pelaksana tugas", sops=(_signed(position="Plt. Kepala Kantor", name="Kertawirya"),), settings=_OFFICE
        ),
    ),
    bad=(
        Example(
            shows="orang lain",
            sops=(_signed(name="Drs. H. Kertawirya, M.Pd."),),
            settings=_OFFICE,
            hits=(
                "SOP disahkan atas nama “Drs. H. Kertawirya, M.Pd.”, sedangkan kepala kantor Dr. H. Sarwaka "
                "Adiluhung, M.Ag.",
            ),
        ),
        Example(
            shows="salah ketik dan NIP lain",
            sops=(_signed(name="Sarwaka Adiluhng", nip="196907151995031999"),),
            settings=_OFFICE,
            hits=(
                "Nama kepala kantor tertulis “Sarwaka Adiluhng”; yang benar Dr. H. Sarwaka Adiluhung, M.Ag.",
                "NIP kepala kantor tertulis “196907151995031999”; yang benar 196907151995031991.",
            ),
            becomes=(
                "Sarwaka Adiluhng -> Dr. H. Sarwaka Adiluhung, M.Ag.",
                "196907151995031999 -> 196907151995031991",
            ),
        ),
        Example(
            shows="NIP belum dicantumkan",
            sops=(_signed(nip=None),),
            settings=_OFFICE,
            hits=("NIP kepala kantor belum dicantumkan; yang benar 196907151995031991.",),
            becomes=(" -> 196907151995031991",),
        ),
    ),
)

"""ID101 - every field of the identity block is filled."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import IDENTITY, date, identity, sop
from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import FieldName, Sop
from pipeline.settings import Settings
from pipeline.text import is_placeholder
from pipeline.wording import FIELD_WORDS

# A new SOP has not been revised, and one that stands alone is linked to no other: a dash is right in both.
_MAY_BE_EMPTY = (FieldName.REVISED, FieldName.RELATED)


def empty_fields(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each field that is missing, empty or only dots and dashes; a SOP in another form is RD102's matter."""
    if sop.kind == "other":
        return
    for name in FieldName:
        if name in _MAY_BE_EMPTY or not _is_open(sop, name):
            continue
        what = FIELD_WORDS[name][:1].upper() + FIELD_WORDS[name][1:] if name is not FieldName.NUMBER else "Nomor SOP"
        how = "belum diisi" if name in sop.identity.labels_seen else "tidak ada dalam blok identitas"
        yield Hit(message=f"{what} {how}.", where=name.value, place=_place(sop, name))


def _is_open(sop: Sop, name: FieldName) -> bool:
    found = getattr(sop.identity, name.value)
    if name is FieldName.APPROVED_BY:
        return found is None or not (found.position and found.name)
    if name in (FieldName.CREATED, FieldName.EFFECTIVE):
        return found is None or is_placeholder(found.text)
    return not found


def _place(sop: Sop, name: FieldName) -> DocxPlace:
    label = sop.identity.label(name)
    return label.value_place if label else DocxPlace()


RULE = Rule(
    code="ID101",
    title="Bagian identitas belum diisi",
    why="SOP tanpa identitas lengkap tidak dapat disahkan dan tidak dapat ditelusuri.",
    source="PermenPANRB 35/2012: isi bagian identitas SOP-AP.",
    fix="Isi bagian itu; jangan tinggalkan titik-titik atau tanda hubung.",
    question="Apa isi bagian identitas ini?",
    severity=Severity.ERROR,
    check=empty_fields,
    good=(
        Example(shows="semua terisi", sops=(sop(),)),
        Example(shows="belum pernah direvisi", sops=(sop(identity=identity(revised=date("-"))),)),
    ),
    bad=(
        Example(shows="nomor kosong", sops=(sop(identity=identity(number=None)),), hits=("Nomor SOP belum diisi.",)),
        Example(
            shows="tanggal efektif berupa tanda hubung",
            sops=(sop(identity=identity(effective=date("-"))),),
            hits=("Tanggal efektif belum diisi.",),
        ),
        Example(
            shows="peringatan tidak ada",
            sops=(
                sop(
                    identity=identity(
                        warnings=(), labels=tuple(each for each in IDENTITY.labels if each.field != FieldName.WARNINGS)
                    )
                ),
            ),
            hits=("Peringatan tidak ada dalam blok identitas.",),
        ),
    ),
)

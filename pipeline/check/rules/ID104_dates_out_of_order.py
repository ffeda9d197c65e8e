"""ID104 - created, revised and effective follow each other."""

from collections.abc import Iterator
from itertools import combinations

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import date, identity, sop
from pipeline.dates import earliest, latest
from pipeline.model.finding import Severity
from pipeline.model.sop import DATES, Sop
from pipeline.settings import Settings
from pipeline.text import fold
from pipeline.wording import FIELD_WORDS


def out_of_order(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each pair of dates of which the later one surely lies before the earlier one.

    Revised is compared with created only: an office revises before or after a SOP takes effect.
    """
    for before, after in combinations(DATES, 2):
        first, second = sop.identity.date(before), sop.identity.date(after)
        if first is None or second is None or first.iso is None or second.iso is None or before == "revised":
            continue
        if latest(second.iso) < earliest(first.iso):
            yield Hit(
                message=(
                    f"{FIELD_WORDS[after].capitalize()} ({fold(second.text)}) mendahului "
                    f"{FIELD_WORDS[before]} ({fold(first.text)})."
                ),
                where=after.value, place=second.place, found=second.text,
            )  # fmt: skip


RULE = Rule(
    code="ID104",
    title="Urutan tanggal tidak masuk akal",
    why="SOP tidak mungkin berlaku atau direvisi sebelum dibuat.",
    source="PermenPANRB 35/2012: tanggal pembuatan adalah tanggal SOP selesai dibuat, bukan mulai disusun.",
    fix="Periksa kedua tanggal itu dan perbaiki yang keliru.",
    question="Manakah yang keliru di antara kedua tanggal itu, dan berapa tanggal yang benar?",
    severity=Severity.ERROR,
    check=out_of_order,
    good=(
        Example(shows="dibuat lalu berlaku", sops=(sop(),)),
        Example(shows="bulan yang sama tidak menyalahi", sops=(sop(identity=identity(effective=date("Juli 2025"))),)),
    ),
    bad=(
        Example(
            shows="berlaku sebelum dibuat",
            sops=(sop(identity=identity(effective=date("1 Juni 2025"))),),
            hits=("Tanggal efektif (1 Juni 2025) mendahului tanggal pembuatan (2 Juli 2025).",),
        ),
    ),
)

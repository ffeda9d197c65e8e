"""ID111 - a date that can be read also makes sense: its weekday, and a revision that is one."""

import re
from collections.abc import Iterator
from datetime import date as day

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import date, identity, sop
from pipeline.dates import DAYS
from pipeline.model.finding import Severity
from pipeline.model.sop import DATES, Sop
from pipeline.settings import Settings
from pipeline.text import fold, plain
from pipeline.wording import FIELD_WORDS

_WEEKDAYS = {each.lower(): at for at, each in enumerate(DAYS)} | {"jum'at": 4, "ahad": 6}
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
_WHOLE = len("2025-08-20")


def doubtful_dates(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each date with a weekday that it does not have, and a date of revision that is the date of making."""
    for name in DATES:
        found = sop.identity.date(name)
        if found is None or found.iso is None or len(found.iso) < _WHOLE:
            continue
        said = _WEEKDAY.search(plain(found.text))
        fell = day.fromisoformat(found.iso).weekday()
        if said and _WEEKDAYS[said[0]] != fell:
            yield Hit(
                message=f"{FIELD_WORDS[name].capitalize()} ({fold(found.text)}) jatuh pada hari {DAYS[fell]}, "
                f"bukan {said[0].capitalize()}.",
                where=name.value, place=found.place, found=found.text,
                question="Mana yang benar, hari atau tanggalnya?",
            )  # fmt: skip
    created, revised = sop.identity.created, sop.identity.revised
    if created and revised and created.iso and created.iso == revised.iso and len(created.iso) == _WHOLE:
        yield Hit(
            message=f"Tanggal revisi ({fold(revised.text)}) sama dengan tanggal pembuatan.",
            where="revised", place=revised.place, found=revised.text,
        )  # fmt: skip


RULE = Rule(
    code="ID111",
    title="Tanggal patut diperiksa",
    why="Tanggal revisi yang sama dengan tanggal pembuatan, atau hari yang keliru, biasanya tersalin atau salah ketik.",
    source="PermenPANRB 35/2012: tanggal revisi adalah tanggal SOP diubah atau akan ditinjau ulang.",
    fix="Isi tanggal revisi dengan tanda hubung bila SOP belum pernah direvisi; cocokkan hari dengan tanggalnya.",
    question="Apakah SOP ini pernah direvisi, dan kapan?",
    severity=Severity.NOTE,
    check=doubtful_dates,
    good=(
        Example(shows="belum direvisi", sops=(sop(),)),
        Example(shows="hari yang benar", sops=(sop(identity=identity(created=date("Rabu, 2 Juli 2025"))),)),
        Example(
            shows="hari yang tidak diketahui",
            sops=(sop(identity=identity(created=date("Juli 2025"), revised=date("Juli 2025"))),),
        ),
    ),
    bad=(
        Example(
            shows="revisi disalin dari pembuatan",
            sops=(sop(identity=identity(revised=date("02-07-2025"))),),
            hits=("Tanggal revisi (02-07-2025) sama dengan tanggal pembuatan.",),
        ),
        Example(
            shows="hari yang keliru",
            sops=(sop(identity=identity(created=date("Senin, 2 Juli 2025"))),),
            hits=("Tanggal pembuatan (Senin, 2 Juli 2025) jatuh pada hari Rabu, bukan Senin.",),
        ),
    ),
)

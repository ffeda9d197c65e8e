"""Rounds of an office of three units, built by hand: what a test is about, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime

from pipeline.model.decision import ArrowQuestion, Decision, Verdict
from pipeline.model.finding import Finding, Severity
from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.outcome import Outcome
from pipeline.model.place import DocxPlace, XlsxPlace
from pipeline.model.reconciliation import (
    Action,
    Correction,
    Difference,
    DraftRef,
    Item,
    Nature,
    Proposal,
    Reconciliation,
    Status,
    UnitCount,
)
from pipeline.model.sop import Flow, Identity, Sop, Value
from pipeline.settings import Settings, Unit

MADRASAH, ZAKAT, OFFICE = "Seksi Pendidikan Madrasah", "Penyelenggara Zakat dan Wakaf", "Subbagian Tata Usaha"
# The order of presentation is the office's own, not that of the alphabet.
SETTINGS = Settings(
    units=(
        Unit(name=MADRASAH, synonyms=("penmad",)),
        Unit(name=ZAKAT, synonyms=("zawa",)),
        Unit(name=OFFICE, synonyms=("tu",)),
    )
)
FOLDERS = {MADRASAH: "penmad", ZAKAT: "zawa", OFFICE: "tu", "": ""}
HERE = DocxPlace(table=2, row=4)


def sop(title: str, unit: str = MADRASAH, *, part: int = 1, file: str = "") -> Sop:
    folder = FOLDERS[unit]
    return Sop(
        file=file or f"{folder}/{title}.docx".lstrip("/"), folder=folder, sha256="ab" * 32, part=part, kind="sop-ap",
        identity=Identity(title=Value(text=title, place=HERE)), actors=(), steps=(), flow=Flow(source="none"),
        unread=(),
    )  # fmt: skip


def ref(draft: Sop, unit: str = MADRASAH) -> DraftRef:
    return DraftRef(file=draft.file, part=draft.part, title=draft.title, number="017/SOP/2025", unit=unit)


def row(title: str, number: int = 7, unit: str = MADRASAH) -> InventoryRow:
    place = XlsxPlace(sheet="Induk", row=number)
    return InventoryRow(
        title=title, number=f"{number:03d}/SOP/2025", unit=unit, group="", note="", cells=(), place=place, columns=()
    )


def item(draft: Sop | None, unit: str = MADRASAH, **changes: object) -> Item:
    plain = Item(
        row=row(draft.title if draft else "SOP Pendataan Guru", unit=unit), unit=unit,
        drafts=(ref(draft, unit),) if draft else (), status=Status.MATCHED if draft else Status.MISSING,
        score=0.9 if draft else None, differences=(), why="Sebabnya.",
    )  # fmt: skip
    return replace(plain, **changes)


def finding(draft: Sop, severity: Severity = Severity.ERROR, **changes: object) -> Finding:
    plain = Finding(
        code="ST101", severity=severity, file=draft.file, part=draft.part, where="steps/3/duration",
        message="Langkah 3: waktu belum diisi.", advice="Isi waktunya.", found="…", place=HERE,
        id=f"ST101-{draft.title}",
    )  # fmt: skip
    return replace(plain, **changes)


def arrow(draft: Sop, **changes: object) -> ArrowQuestion:
    plain = ArrowQuestion(
        id="A-1", title=draft.title, file=draft.file, part=draft.part,
        read="panah dari langkah 1 (Petugas) ke langkah 2",
        instead="panah dari langkah 1 (Petugas) ke langkah 3", sure=0.4,
    )  # fmt: skip
    return replace(plain, **changes)


def correction(draft: Sop | None, about: str = "K-1", **changes: object) -> Correction:
    plain = Correction(
        target="draft" if draft else "inventory", field="title", before="SOP Ijin", after="SOP Izin", why="Nama resmi.",
        place=XlsxPlace(sheet="Induk", row=7), file=draft.file if draft else "", part=draft.part if draft else 0,
        id=about,
    )  # fmt: skip
    return replace(plain, **changes)


def proposal(draft: Sop | None, action: Action, unit: str = MADRASAH, **changes: object) -> Proposal:
    plain = Proposal(
        unit=unit, action=action, title=draft.title if draft else "SOP Pendataan Guru", why="Sebabnya.", row=None,
        draft=ref(draft, unit) if draft else None, id=f"U-{action.value}",
    )  # fmt: skip
    return replace(plain, **changes)


def difference(field: str = "number", winner: str = "ask") -> Difference:
    return Difference(
        field=field, inventory="007/SOP/2025", draft="017/SOP/2025", winner=winner, why="Hanya kantor yang tahu.",
        nature=Nature.CONTENT, cell=XlsxPlace(sheet="Induk", row=7, column=3), place=None,
    )  # fmt: skip


def decided(about: str, verdict: Verdict, value: str = "", note: str = "") -> Decision:
    return Decision(about=about, verdict=verdict, value=value, note=note)


def count(unit: str, missing: int = 0, submitted: int = 0) -> UnitCount:
    return UnitCount(
        unit=unit, inventory=missing + submitted, submitted=submitted, matched=submitted, missing=missing, extra=0,
        duplicate=0, transferred=0,
    )  # fmt: skip


def outcome(*items: Item, sops: tuple[Sop, ...] = (), **changes: object) -> Outcome:
    """A round of these lines, each unit counted that has one; `corrections` and `proposals` go where they belong."""
    units = dict.fromkeys(each.unit for each in items)
    counts = tuple(
        count(
            unit,
            sum(each.unit == unit and each.status is Status.MISSING for each in items),
            sum(each.unit == unit and bool(each.drafts) for each in items),
        )
        for unit in units
    )
    rows = tuple(each.row for each in items if each.row)
    plain = Outcome(
        office="Kantor Contoh", when=datetime(2026, 5, 4, 8, tzinfo=UTC), sops=sops, unreadable=(), findings=(),
        inventory=Inventory(file="inventory.xlsx", rows=rows, passed_over=(), totals=()),
        reconciliation=Reconciliation(
            units=counts, items=items, corrections=changes.pop("corrections", ()),
            proposals=changes.pop("proposals", ()),
        ),
    )  # fmt: skip
    return replace(plain, **changes)

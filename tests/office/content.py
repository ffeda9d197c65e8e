"""content/*.toml -> what each unit of the sample office wrote, as frozen values."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryLine:
    """One row of the master inventory as the office wrote it."""

    key: str
    number: str
    title: str
    group: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenStep:
    """One row of a step table as the unit wrote it."""

    actors: tuple[str, ...]
    activity: str
    requirements: str
    duration: str
    output: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSop:
    """One SOP as the unit wrote it, with the defects put into it on purpose."""

    file: str
    row: str
    hand: str
    number: str
    title: str
    created: str
    revised: str
    effective: str
    signer: tuple[str, str, str]
    legal_basis: tuple[str, ...]
    qualifications: tuple[str, ...]
    related: tuple[str, ...]
    equipment: tuple[str, ...]
    warnings: tuple[str, ...]
    records: tuple[str, ...]
    actors: tuple[str, ...]
    steps: tuple[WrittenStep, ...]
    decisions: dict[int, int]
    planted: tuple[tuple[str, str], ...]
    institution: tuple[str, ...]
    without_label: tuple[int, ...] = ()
    without_symbol: tuple[int, ...] = ()
    other_column: dict[int, str] = field(default_factory=dict)
    without_arrow: tuple[tuple[int, int], ...] = ()
    last_as_box: bool = False
    created_text: str = ""
    revised_text: str = ""
    effective_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitContent:
    """All that one unit handed in, and its rows of the master inventory."""

    unit: str
    folder: str
    letterhead: str
    inventory: tuple[InventoryLine, ...]
    sops: tuple[WrittenSop, ...]


OFFICE = ("KEMENTERIAN AGAMA REPUBLIK INDONESIA", "KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI")
LISTS = ("legal_basis", "qualifications", "related", "equipment", "warnings", "records")


def units() -> tuple[UnitContent, ...]:
    """Return the sample office's units, sorted by content file name."""
    return tuple(_unit(path) for path in sorted(CONTENT.glob("*.toml")))


def _unit(path: Path) -> UnitContent:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return UnitContent(
        unit=raw["unit"],
        folder=raw["folder"],
        letterhead=raw["letterhead"],
        inventory=tuple(InventoryLine(**line) for line in raw.get("inventory", ())),
        sops=tuple(_sop(dict(each), raw["letterhead"], path) for each in raw.get("sop", ())),
    )


def _sop(raw: dict, letterhead: str, path: Path) -> WrittenSop:
    actors = tuple(raw.pop("actors"))
    steps = tuple(_step(row, actors, f"{path.name}: {raw['file']}") for row in raw.pop("steps"))
    raw["planted"] = tuple(tuple(each) for each in raw["planted"])
    raw["decisions"] = {int(step): target for step, target in raw.get("decisions", {}).items()}
    raw["other_column"] = {int(step): actor for step, actor in raw.get("other_column", {}).items()}
    raw["without_arrow"] = tuple(tuple(each) for each in raw.get("without_arrow", ()))
    for name in ("without_label", "without_symbol"):
        raw[name] = tuple(raw.get(name, ()))
    for name in LISTS:
        raw[name] = tuple(raw[name])
    raw["signer"] = tuple(raw["signer"])
    raw["institution"] = tuple(raw.get("institution", (*OFFICE, letterhead)))
    return WrittenSop(actors=actors, steps=steps, **raw)


def _step(row: list[str], columns: tuple[str, ...], where: str) -> WrittenStep:
    actors, activity, requirements, duration, output, note = row
    named = tuple(actors.split(" + "))
    unknown = set(named) - set(columns)
    if unknown:
        raise ValueError(f"{where}: {activity!r} names {unknown}, which is no actor column")
    return WrittenStep(
        actors=named,
        activity=activity,
        requirements=requirements,
        duration=duration,
        output=output,
        note=note,
    )

"""The master inventory as it was read: rows that name a SOP, and the rows passed over with the reason."""

from dataclasses import dataclass

from pipeline.model.place import XlsxPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryRow:
    """One SOP of the master inventory; `columns` tells in which column each field stands, from 1."""

    title: str
    number: str
    unit: str
    group: str
    note: str
    cells: tuple[tuple[str, str], ...]
    place: XlsxPlace
    columns: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A row with text that is no SOP, and why."""

    place: XlsxPlace
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTotal:
    """A total that somebody typed, beside the rows that were counted."""

    place: XlsxPlace
    typed: int
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """The whole master inventory."""

    file: str
    rows: tuple[InventoryRow, ...]
    passed_over: tuple[PassedOver, ...]
    totals: tuple[TypedTotal, ...]

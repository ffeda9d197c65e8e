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
class Heading:
    """A column of a table with its heading; `field` is empty where nothing is known of it.

    `sure` is false where the heading is only near a known one.
    """

    field: str
    column: int
    text: str
    sure: bool = True
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryTable:
    """A table of SOPs as it was understood: the rows of its header (from 1) and its columns."""

    sheet: str
    header: tuple[int, ...]
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedSheet:
    """A sheet that was not read, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What a person should look at in the inventory, with the advice."""

    place: XlsxPlace
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """The whole master inventory, how it was understood, and the hash of its file's content."""

    file: str
    rows: tuple[InventoryRow, ...]
    passed_over: tuple[PassedOver, ...]
    totals: tuple[TypedTotal, ...]
    tables: tuple[InventoryTable, ...] = ()
    passed_sheets: tuple[PassedSheet, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    sha256: str = ""

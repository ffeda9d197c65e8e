"""Outcome -> the sheet Keterkaitan: each SOP that an entry of keterkaitan names, and what stands behind the name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.check.related import Entry, Names, Titles
from pipeline.decide.owners import Owners
from pipeline.likeness.titles import number_key, title_form
from pipeline.model.inventory import InventoryRow
from pipeline.model.outcome import Outcome
from pipeline.model.sop import Sop
from pipeline.vocabulary import INTRODUCING_NOUNS
from pipeline.write.numbers import thousands
from pipeline.write.workbook.sheet import Cell, Look, Sheet, columns_of, count, joined, words

_COLUMNS = columns_of(
    (
        ("Nama SOP", 29), ("Unit", 19), ("Berkas", 22), ("Bagian", 7), ("Tertulis", 29), ("Keadaan", 16),
        ("SOP yang dimaksud", 29), ("Nomor", 18), ("Unit SOP itu", 20), ("Berkas SOP itu", 22), ("Letak di induk", 13),
    ),
    frozenset({"Bagian"}),
)  # fmt: skip
# A title that every KUA has stands for a dozen drafts.
_SHOWN = 5
# A number of a SOP within the text of an entry.
_NUMBER = re.compile(r"\S+/\S+")


class Behind(StrEnum):
    """What stands behind a name: the words of the column Keadaan."""

    HANDED_IN = "naskahnya ada"
    INVENTORY = "hanya ada dalam induk"
    NEARLY = "tertulis lain"
    UNKNOWN = "tidak ditemukan"
    ITSELF = "SOP ini sendiri"
    NO_SOP = "bukan nama SOP"


_PLAIN = {Names.ITSELF: Behind.ITSELF, Names.NO_SOP: Behind.NO_SOP, Names.UNKNOWN: Behind.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """The SOPs and the rows of the inventory that bear a title."""

    sops: tuple[Sop, ...] = ()
    rows: tuple[InventoryRow, ...] = ()


class _Targets:
    """What a title or a number points at."""

    def __init__(self, outcome: Outcome, owners: Owners) -> None:
        self._owners = owners
        # The same few titles are named by many SOPs.
        self._names: dict[str, tuple[str, ...]] = {}
        self._found: dict[tuple[str, str], _Target] = {}
        self._sops: dict[object, dict[tuple[str, int], Sop]] = {}
        self._rows: dict[object, dict[tuple[str, int], InventoryRow]] = {}
        self._row_of: dict[tuple[str, int], InventoryRow] = {}
        by_key = {each.key: each for each in outcome.sops}
        for sop in outcome.sops:
            number = sop.identity.number
            for name in self._by(sop.title, number.text if number else ""):
                self._sops.setdefault(name, {})[sop.key] = sop
        for row in outcome.inventory.rows:
            for name in self._by(row.title, row.number):
                self._rows.setdefault(name, {})[row.place.sheet, row.place.row] = row
        # The draft that answers a row bears its title, however it writes it itself.
        for item in outcome.reconciliation.items:
            if item.row is not None:
                answers = [by_key[each.file, each.part] for each in item.drafts if (each.file, each.part) in by_key]
                self._row_of.update((sop.key, item.row) for sop in answers)
                for name in self._by(item.row.title, item.row.number):
                    self._sops.setdefault(name, {}).update((sop.key, sop) for sop in answers)

    def of(self, text: str, unit: str) -> _Target:
        """Return what bears this title, or a number that stands in it: the unit's own where it has one."""
        if (text, unit) not in self._found:
            self._found[text, unit] = self._of(text, unit)
        return self._found[text, unit]

    def _of(self, text: str, unit: str) -> _Target:
        for name in (*self._by(text), *map(number_key, _NUMBER.findall(text))):
            sops, rows = self._sops.get(name, {}), self._rows.get(name, {})
            if name and (sops or rows):
                return self._own(tuple(sops.values()), tuple(rows.values()), unit)
        return _Target()

    def _by(self, title: str, number: str = "") -> tuple[object, ...]:
        """By what a SOP is found: its title's words, those without the noun that introduces the service, its number."""
        if title not in self._names:
            form = title_form(title)
            bare = len(form.words) > 2 and form.words[0] in INTRODUCING_NOUNS
            self._names[title] = (form.solid, " ".join(form.words[1:] if bare else form.words))
        return (*self._names[title], number_key(number)) if number else self._names[title]

    def _own(self, sops: Sequence[Sop], rows: Sequence[InventoryRow], unit: str) -> _Target:
        own = tuple(each for each in sops if self._owners.of_sop(each) == unit)
        own_rows = tuple(each for each in rows if each.unit == unit)
        if own or own_rows:
            sops, rows = own, own_rows
        # One row of the inventory may stand for the SOP of each KUA, and it may bear another title than its draft.
        answered = (self._row_of[each.key] for each in sops if each.key in self._row_of)
        every = {(each.place.sheet, each.place.row): each for each in (*rows, *answered)}
        return _Target(sops=tuple(sops), rows=tuple(every.values()))


def related_sheet(outcome: Outcome) -> Sheet:
    """Return each SOP that is named as related, in the order of the drafts."""
    titles = Titles(outcome.sops, tuple(row.title for row in outcome.inventory.rows))
    owners = Owners(outcome)
    targets = _Targets(outcome, owners)
    return Sheet(
        name="Keterkaitan",
        about="Setiap SOP yang disebut dalam keterkaitan, satu baris. Naskahnya ada: SOP itu diserahkan. Hanya ada "
        "dalam induk: belum diserahkan. Tertulis lain: judul terdekat dalam daftar SOP ditunjukkan, pastikan dahulu.",
        none="Tidak ada keterkaitan yang terbaca.",
        columns=_COLUMNS,
        rows=tuple(
            _row(sop, entry, targets, owners)
            for sop in outcome.sops
            for value in sop.identity.related
            for entry in titles.entries(sop, value.text)
        ),
    )


def _row(sop: Sop, entry: Entry, targets: _Targets, owners: Owners) -> tuple[Cell, ...]:
    meant = entry.nearest if entry.names is Names.NEARLY else entry.text
    unit = owners.of_sop(sop)
    target = targets.of(meant, unit) if entry.names in (Names.KNOWN, Names.NEARLY) else _Target()
    behind = _PLAIN.get(entry.names) or _found(sop, entry, target)
    return (
        words(sop.title),
        words(unit),
        words(sop.file),
        count(sop.part),
        words(entry.text),
        words(behind, Look.TEXT if behind is Behind.HANDED_IN else Look.STRONG),
        words(_few(_titles(target)) or entry.nearest),
        words(_few(_numbers(target))),
        words(_few(_units(target, owners))),
        words(_few(each.file for each in target.sops)),
        words(_few(str(each.place) for each in target.rows)),
    )


def _found(sop: Sop, entry: Entry, target: _Target) -> Behind:
    if [each.key for each in target.sops] == [sop.key]:
        return Behind.ITSELF
    if entry.names is Names.NEARLY:
        return Behind.NEARLY
    return Behind.HANDED_IN if target.sops else Behind.INVENTORY


def _titles(target: _Target) -> Iterator[str]:
    yield from (each.title for each in (target.sops or target.rows))


def _numbers(target: _Target) -> Iterator[str]:
    yield from (each.identity.number.text for each in target.sops if each.identity.number)
    if not target.sops:
        yield from (each.number for each in target.rows)


def _units(target: _Target, owners: Owners) -> Iterator[str]:
    yield from (owners.of_sop(each) for each in target.sops)
    if not target.sops:
        yield from (each.unit for each in target.rows)


def _few(told: Iterable[str]) -> str:
    every = list(dict.fromkeys(told))
    return joined((*every[:_SHOWN], f"dan {thousands(len(every) - _SHOWN)} lagi" if len(every) > _SHOWN else ""))

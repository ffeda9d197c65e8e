"""pleno.toml -> the office's profile and settings, read once and frozen."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from pipeline.errors import SettingsWrong
from pipeline.model.agenda import Break, MeetingDay, MeetingSettings
from pipeline.model.finding import Severity
from pipeline.model.law import RepealedLaw
from pipeline.vocabulary import INVENTORY_COLUMNS, UNITS

NAME = "pleno.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Who signs the office's SOPs."""

    position: str = "Kepala Kantor"
    name: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What stands in the kop of the office's papers beside its name; empty where it is left out."""

    ministry: str = "Kementerian Agama Republik Indonesia"
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of the office; `group` names the rows that it shares with others, `transferred` where it went."""

    name: str
    synonyms: tuple[str, ...] = ()
    code: str = ""
    group: str = ""
    transferred: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A position that carries out steps, and the other ways in which it is written."""

    name: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A finding that the office accepts as it is, by its id, and why."""

    finding: str
    reason: str


# Whose word counts where inventory and draft differ, by field: the inventory's, the draft's, or a person is asked.
INVENTORY, DRAFT, ASK = "inventory", "draft", "ask"
WINS = {
    "number": INVENTORY, "title": INVENTORY, "unit": INVENTORY, "created": DRAFT, "revised": DRAFT, "effective": DRAFT,
    "approved_by": DRAFT,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class InventorySettings:
    """Where the master inventory stands, as far as the office says: a name under input/, sheets, header, columns.

    `header_row` is the header's last row, 0 where it is to be found; a column is its letters or its heading.
    """

    file: str = ""
    sheets: tuple[str, ...] = ()
    header_row: int = 0
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The office profile; units stand in their order of presentation."""

    office: str = "Kantor Kementerian Agama"
    place: str = ""
    letterhead: Letterhead = Letterhead()
    head: Head = Head()
    units: tuple[Unit, ...] = ()
    roles: tuple[Role, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    number_pattern: str = ""
    hours_per_day: float = 7.5
    transferred_titles: tuple[str, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    repealed: tuple[RepealedLaw, ...] = ()
    local_rules: tuple[str, ...] = ()
    wins: tuple[tuple[str, str], ...] = tuple(WINS.items())
    inventory: InventorySettings = InventorySettings()
    due: date | None = None
    meeting: MeetingSettings | None = None


# Of an office without a profile.
DEFAULTS = Settings()


def default_units() -> tuple[Unit, ...]:
    """Return the units of a Kankemenag, for an office that names none."""
    return tuple(Unit(name=name, synonyms=synonyms) for name, synonyms in UNITS)


def read_settings(workspace: Path) -> Settings:
    """Return the settings of a workspace, defaults where it has none; raises SettingsWrong."""
    found = [each for each in (workspace / NAME, workspace / "input" / NAME) if each.is_file()]
    if len(found) > 1:
        raise SettingsWrong(f"Ada dua {NAME}: {found[0]} dan {found[1]}. Hapus salah satunya.")
    if not found:
        return Settings(units=default_units())
    try:
        raw = tomllib.loads(found[0].read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsWrong(f"{found[0]} tidak dapat dibaca: {_where(error)}. Perbaiki lalu jalankan lagi.") from error
    return _settings(raw, found[0])


def _where(error: tomllib.TOMLDecodeError | UnicodeDecodeError) -> str:
    """Where a file breaks, in Indonesian; the libraries tell it in English."""
    if isinstance(error, UnicodeDecodeError):
        return "hurufnya bukan UTF-8; simpan ulang dengan Notepad, pengodean UTF-8"
    at = re.search(r"line (\d+), column (\d+)", str(error))
    return f"salah tulis di baris {at[1]}, huruf ke-{at[2]}" if at else "salah tulis di akhir berkas"


_Raw = Mapping[str, object]
_TOP = ("office", "unit", "role", "severity", "number", "work", "transferred", "accepted", "repealed", "rules", "wins",
        "inventory", "round", "pleno")  # fmt: skip
_LETTERHEAD = ("ministry", "address", "phone", "email", "website")
_KOP = Letterhead()


def _settings(raw: _Raw, path: Path) -> Settings:
    top = _Table(raw, str(path), "")
    top.only(_TOP)
    office = top.table("office", ("name", "place", "head", *_LETTERHEAD))
    head = office.table("head", ("position", "name", "nip"))
    number = top.table("number", ("pattern",))
    work = top.table("work", ("hours_per_day",))
    transferred = top.table("transferred", ("titles",))
    units = tuple(_unit(each) for each in top.tables("unit", ("name", "synonyms", "code", "group", "transferred")))
    pattern = number.text("pattern", "")
    if pattern:
        number_expression(pattern, path)
    return Settings(
        office=office.text("name", "Kantor Kementerian Agama"),
        place=office.text("place", ""),
        letterhead=Letterhead(**{each: office.text(each, getattr(_KOP, each)) for each in _LETTERHEAD}),
        head=Head(
            position=head.text("position", "Kepala Kantor"), name=head.text("name", ""), nip=head.text("nip", "")
        ),
        units=units or default_units(),
        roles=tuple(
            Role(name=each.text("name"), synonyms=each.texts("synonyms"))
            for each in top.tables("role", ("name", "synonyms"))
        ),
        severities=tuple(_severities(top.table("severity", None), path)),
        number_pattern=pattern,
        hours_per_day=work.number("hours_per_day", 7.5),
        transferred_titles=transferred.texts("titles"),
        accepted=tuple(
            Accepted(finding=each.text("finding"), reason=each.text("reason"))
            for each in top.tables("accepted", ("finding", "reason"))
        ),
        repealed=tuple(_repealed(each, path) for each in top.tables("repealed", ("law", "by", "since"))),
        local_rules=top.table("rules", ("local",)).texts("local"),
        wins=tuple(_wins(top.table("wins", tuple(WINS)), path)),
        inventory=_inventory(top.table("inventory", ("file", "sheets", "header_row", "columns")), path),
        due=_due(top.table("round", ("due",)), path),
        meeting=_meeting(top.table("pleno", _MEETING), path) if "pleno" in raw else None,
    )


def _due(table: "_Table", path: Path) -> date | None:
    written = table.text("due", "")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise SettingsWrong(
            f"{path}: round.due = “{written}” harus berupa tahun-bulan-hari, mis. 2026-05-30."
        ) from error


_MEETING = (
    "dates", "start", "end", "place", "zone", "opening", "direction", "corrections", "conclusions", "breaks",
    "friday_breaks",
)  # fmt: skip
_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


def _meeting(table: "_Table", path: Path) -> MeetingSettings:
    """The pleno: every day of it has the same hours."""
    start, end = _hour(table, "start", path), _hour(table, "end", path)
    if start >= end:
        raise SettingsWrong(f"{path}: pleno.end harus sesudah pleno.start.")
    days = []
    for written in table.texts("dates"):
        try:
            days.append(MeetingDay(day=date.fromisoformat(written), start=start, end=end))
        except ValueError as error:
            raise SettingsWrong(
                f"{path}: pleno.dates = “{written}” harus berupa tahun-bulan-hari, mis. 2026-05-30."
            ) from error
    if not days or sorted({each.day for each in days}) != [each.day for each in days]:
        raise SettingsWrong(f'{path}: pleno.dates harus memuat tanggal rapat menurut urutannya, mis. ["2026-05-30"].')
    usual = MeetingSettings(days=tuple(days))
    return replace(
        usual,
        place=table.text("place", usual.place),
        zone=table.text("zone", usual.zone),
        opening=table.minutes("opening", usual.opening),
        direction=table.minutes("direction", usual.direction),
        corrections=table.minutes("corrections", usual.corrections),
        conclusions=table.minutes("conclusions", usual.conclusions),
        breaks=_breaks(table, "breaks", path) if "breaks" in table.raw else usual.breaks,
        friday_breaks=_breaks(table, "friday_breaks", path) if "friday_breaks" in table.raw else usual.friday_breaks,
    )


def _breaks(table: "_Table", name: str, path: Path) -> tuple[Break, ...]:
    """Breaks as the office says them; a prayer keeps to its hour."""
    return tuple(
        Break(
            name=each.text("name"), at=_hour(each, "at", path), minutes=each.minutes("minutes", 15),
            prayer=each.raw.get("prayer") is True,
        )
        for each in table.tables(name, ("name", "at", "minutes", "prayer"))
    )  # fmt: skip


def _hour(table: "_Table", name: str, path: Path) -> time:
    written = table.text(name)
    found = _CLOCK.fullmatch(written)
    if found is None:
        raise SettingsWrong(f"{path}: {table.name}.{name} = “{written}” harus berupa jam, mis. 08.00.")
    return time(int(found[1]), int(found[2]))


def _inventory(table: "_Table", path: Path) -> InventorySettings:
    columns = table.table("columns", tuple(INVENTORY_COLUMNS))
    file = table.text("file", "")
    if file != Path(file).name:
        raise SettingsWrong(f"{path}: inventory.file = “{file}” harus nama berkas saja, di dalam folder input.")
    row = table.raw.get("header_row", 0)
    if isinstance(row, bool) or not isinstance(row, int) or row < 0:
        raise SettingsWrong(f"{path}: inventory.header_row harus berupa nomor baris, mis. 6.")
    return InventorySettings(
        file=file, sheets=table.texts("sheets"), header_row=row,
        columns=tuple((name, columns.text(name)) for name in columns.raw),
    )  # fmt: skip


def _unit(table: "_Table") -> Unit:
    return Unit(
        name=table.text("name"), synonyms=table.texts("synonyms"), code=table.text("code", ""),
        group=table.text("group", ""), transferred=table.text("transferred", ""),
    )  # fmt: skip


def _repealed(table: "_Table", path: Path) -> RepealedLaw:
    since = table.text("since")
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", since):
        raise SettingsWrong(f"{path}: {table.name}.since = “{since}” harus berupa tahun-bulan-hari, mis. 2024-12-30.")
    return RepealedLaw(law=table.text("law"), repealed_by=table.text("by"), since=since)


def _wins(table: "_Table", path: Path) -> Iterator[tuple[str, str]]:
    for name, usual in WINS.items():
        word = table.text(name, usual)
        if word not in (INVENTORY, DRAFT, ASK):
            near = _nearest(word, (INVENTORY, DRAFT, ASK))
            raise SettingsWrong(f"{path}: wins.{name} = “{word}” tidak dikenal; maksudnya “{near}”?")
        yield name, word


def _severities(table: "_Table", path: Path) -> list[tuple[str, Severity]]:
    found = []
    for code in table.raw:
        word = table.text(code)
        if word not in set(Severity):
            raise SettingsWrong(
                f"{path}: severity.{code} = “{word}” tidak dikenal; pilih error, warning, note, atau off."
            )
        found.append((code, Severity(word)))
    return found


def number_expression(pattern: str, path: Path | str = NAME) -> re.Pattern[str]:
    """Return the expression of an office's number pattern: `{urut:3}/SOP/{unit}/{tahun}`; raises SettingsWrong."""
    out = []
    for literal, name, width, stray in re.findall(r"([^{}]+)|\{(\w+)(?::([1-9]\d?))?\}|([{}].*)", pattern):
        if stray:
            raise SettingsWrong(
                f"{path}: pola nomor “{pattern}” keliru pada “{stray}”; tulis seperti {{urut:3}}, {{unit}}, {{tahun}}."
            )
        if literal:
            out.append(re.escape(literal))
        elif name == "urut":
            out.append(rf"(?P<urut>\d{{{width}}})" if width else r"(?P<urut>\d+)")
        elif name == "unit":
            out.append(r"(?P<unit>[A-Z][A-Z.]*)")
        elif name == "tahun":
            out.append(r"(?P<tahun>\d{4})")
        else:
            near = _nearest(name, ("urut", "unit", "tahun"))
            raise SettingsWrong(f"{path}: pola nomor memuat {{{name}}} yang tidak dikenal; maksudnya {{{near}}}?")
    try:
        return re.compile("".join(out))
    except re.error as error:
        raise SettingsWrong(f"{path}: pola nomor “{pattern}” tidak dapat dipakai ({error}).") from error


def _nearest(word: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.0)
    return close[0] if close else known[0]


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file with its name, for messages that say where the mistake is."""

    raw: _Raw
    path: str
    name: str

    def only(self, known: Sequence[str]) -> None:
        for each in self.raw:
            if each not in known:
                where = f"[{self.name}] " if self.name else ""
                raise SettingsWrong(
                    f"{self.path}: {where}kunci “{each}” tidak dikenal; maksudnya “{_nearest(each, known)}”?"
                )

    def table(self, key: str, known: Sequence[str] | None) -> "_Table":
        value = self.raw.get(key, {})
        if not isinstance(value, dict):
            raise SettingsWrong(f"{self.path}: {self._at(key)} harus berupa tabel, mis. [{self._at(key)}].")
        found = _Table(value, self.path, self._at(key))
        if known is not None:
            found.only(known)
        return found

    def tables(self, key: str, known: Sequence[str]) -> tuple["_Table", ...]:
        value = self.raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise SettingsWrong(f"{self.path}: {self._at(key)} harus ditulis sebagai [[{self._at(key)}]].")
        found = tuple(_Table(each, self.path, f"{self._at(key)} {at}") for at, each in enumerate(value, start=1))
        for each in found:
            each.only(known)
        return found

    def text(self, key: str, default: str | None = None) -> str:
        value = self.raw.get(key, default)
        if not isinstance(value, str):
            what = "belum diisi" if value is None else "harus berupa teks dalam tanda kutip"
            raise SettingsWrong(f"{self.path}: {self._at(key)} {what}.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise SettingsWrong(f'{self.path}: {self._at(key)} harus berupa daftar teks, mis. ["satu", "dua"].')
        return tuple(value)

    def number(self, key: str, default: float) -> float:
        value = self.raw.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 24:
            raise SettingsWrong(f"{self.path}: {self._at(key)} harus berupa angka antara 0 dan 24.")
        return float(value)

    def minutes(self, key: str, default: int) -> int:
        value = self.raw.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 600:
            raise SettingsWrong(f"{self.path}: {self._at(key)} harus berupa menit, mis. 15.")
        return value

    def _at(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key

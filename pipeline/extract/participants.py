"""A workbook -> the people who take part in the pleno, each line that is none of them told with its place."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from rapidfuzz import fuzz, process

from pipeline.likeness.units import Units, office_units
from pipeline.model.agenda import Participant, Participants
from pipeline.model.place import XlsxPlace
from pipeline.model.workbook import Workbook, WorkSheet
from pipeline.settings import Settings
from pipeline.text import fold, is_placeholder, key, quoted

# Columns of the list of participants, by the field that each holds.
PARTICIPANT_COLUMNS: dict[str, tuple[str, ...]] = {
    "order": ("No", "Nomor", "No Urut", "Nomor Urut", "Urut"),
    "name": (
        "Nama", "Nama Peserta", "Nama Lengkap", "Nama Pegawai", "Nama Undangan", "Nama Pejabat", "Nama dan Gelar",
        "Peserta", "Nama Lengkap dan Gelar", "Nama Lengkap Peserta", "Nama/NIP", "Nama dan NIP",
    ),
    "nip": (
        "NIP", "NIP/NIPPPK", "NIPPPK", "NIP Pegawai", "Nomor Induk Pegawai", "NI PPPK", "NIP/NI PPPK", "NIP Baru",
    ),
    "position": ("Jabatan", "Nama Jabatan", "Jabatan Peserta", "Posisi", "Jabatan dalam Dinas", "Jabatan Kedinasan"),
    "unit": (
        "Unit", "Unit Kerja", "Seksi", "Satker", "Satuan Kerja", "Instansi", "Asal", "Asal Unit", "Unit Asal",
        "Bidang/Seksi", "Seksi/Unit", "Unit/Seksi", "Asal Instansi", "Unit Organisasi", "Unit Kerja/Seksi",
        "Seksi/Unit Kerja", "Bagian/Seksi",
    ),
    "role": (
        "Peran", "Peran dalam Rapat", "Tugas", "Kedudukan", "Sebagai", "Peran Peserta", "Tugas dalam Rapat",
        "Kedudukan dalam Rapat", "Peran dalam Pleno", "Hadir sebagai",
    ),
}  # fmt: skip
# Said in a list and no field of it.
_PASSED_BY = (
    "Keterangan", "Ket", "Tanda Tangan", "Paraf", "Pangkat", "Golongan", "Pangkat/Golongan", "Gol", "No HP", "Telepon",
    "Nomor Telepon", "WhatsApp", "Email", "Pos-el",
)  # fmt: skip


def _solid(text: str) -> str:
    """A heading without its blanks: `N I P` is NIP."""
    return key(text).replace(" ", "")


_KNOWN = {_solid(each): name for name, spellings in PARTICIPANT_COLUMNS.items() for each in spellings}
_OTHER = frozenset(map(_solid, _PASSED_BY))
# One letter in eight may be wrong, as in the inventory's headings.
_NEAR = 87
_SHORT = 4
_NEAR_UNIT = 80
_DIGITS = 18
_NIP = re.compile(r"(?:\bNI(?:P|PPPK| PPPK)\b\W*)?(\b\d{8}\s?\d{6}\s?\d\s?\d{3}\b)", re.IGNORECASE)
# How the lines of a list are counted.
_ORDER = re.compile(r"\(?(?:\d+|[a-z]|[ivxlc]+)[.)]*", re.IGNORECASE)
# A spreadsheet keeps fifteen digits of a number, and its file the binary fraction that is nearest to those.
_KEPT = 3
_RETYPE = "ketik ulang sebagai teks (awali dengan tanda petik tunggal)"


def understand_participants(book: Workbook, settings: Settings, folders: Sequence[str] = ()) -> Participants:
    """Return the people in a workbook, in their order; `folders` are those that drafts were handed in under.

    Headings stand in any order and spelling; a unit may stand over its people or beside them, or be merged down. What
    was not understood is told in a sentence with its place, and nobody is left out because of it but those whose name
    is missing or whose row is hidden. Somebody listed twice is taken once.
    """
    units = office_units(settings, folders)
    people: list[Participant] = []
    told: list[str] = []
    for sheet in book.sheets:
        if sheet.hidden:
            told.append(f"Lembar {sheet.name} tersembunyi; tidak dibaca.")
            continue
        reader = _Sheet(sheet, units)
        people += reader.people()
        told += reader.told
    if not people:
        told.append(f"{book.file} tidak memuat peserta; buat tabel dengan kolom Nama, NIP, Jabatan, Unit, dan Peran.")
    return Participants(people=tuple(_once(people, told)), told=tuple(told))


def _once(people: Sequence[Participant], told: list[str]) -> Iterator[Participant]:
    """Yield each person once: the same NIP, or the same name in a unit where one line lacks the NIP, is one person."""
    seen: list[Participant] = []
    for each in people:
        first = next((other for other in seen if _same(each, other)), None)
        if first is None:
            seen.append(each)
            yield each
        else:
            where = f"lembar {first.place.sheet}, baris {first.place.row}"
            told.append(_told(each.place, f"{each.name} sudah disebut di {where}; dipakai satu kali."))


def _same(one: Participant, other: Participant) -> bool:
    if one.nip and other.nip:
        return one.nip == other.nip
    return (key(one.name), key(one.unit)) == (key(other.name), key(other.unit))


def _told(place: XlsxPlace, text: str) -> str:
    return f"Lembar {place.sheet}, baris {place.row}: {text}"


def _quoted(written: Sequence[tuple[int, str]]) -> str:
    return quoted(", ".join(text for _, text in written))


class _End(Enum):
    """How far a list has come: its lines are counted, a blank row follows them, or something else does."""

    LISTED = auto()
    COUNTED = auto()
    PAUSED = auto()
    OVER = auto()


class _Sheet:
    """One sheet while it is read."""

    def __init__(self, sheet: WorkSheet, units: Units) -> None:
        self._sheet = sheet
        self._units = units
        self._ours = [each.name for each in units.units]
        self._columns: dict[str, int] = {}
        self._unit_above = ""
        self._end = _End.LISTED
        self.told: list[str] = []

    def people(self) -> Iterator[Participant]:
        """Yield the people of the sheet, top to bottom."""
        for number, row in enumerate(_filled_down(self._sheet), start=1):
            columns = _header(row)
            if columns:
                self._columns, self._unit_above, self._end = columns, "", _End.LISTED
                for each in _unsure(row):
                    self._tell(number, each)
            elif self._columns and any(row):
                yield from self._person(number, row)
            elif self._end is _End.COUNTED:
                self._end = _End.PAUSED
        if not self._columns and any(map(any, self._sheet.rows)):
            self.told.append(f"Lembar {self._sheet.name}: tidak ada judul kolom Nama; tidak dibaca.")

    def _person(self, number: int, row: Sequence[str]) -> Iterator[Participant]:
        value = {field: _given(row, at) for field, at in self._columns.items()}
        order = self._columns.get("order", -1)
        counted = order in range(len(row)) and _ORDER.fullmatch(row[order]) is not None
        written = [
            (at, text) for at, text in enumerate(row) if not is_placeholder(text) and (at != order or not counted)
        ]
        if all(text.strip("().").isdigit() for _, text in written):
            # An order that waits for its person, or the numbers of the columns.
            return
        if number in self._sheet.hidden_rows:
            self._tell(number, "baris tersembunyi; tidak dibaca.")
        elif len(written) == 1 and self._is_caption(*written[0]):
            self._unit_above = written[0][1]
        elif self._is_below(number, written, counted=counted):
            return
        elif not value.get("name"):
            self._tell(number, f"nama belum diisi ({_quoted(written)}); baris dilewati.")
        else:
            self._end = _End.COUNTED if counted else self._end
            name, nip = self._name_and_nip(value["name"], value.get("nip", ""), number)
            unit = self._unit(value.get("unit", "") or self._unit_above, number)
            yield Participant(
                name=name, nip=nip, position=value.get("position", ""), unit=unit, role=value.get("role", ""),
                place=XlsxPlace(sheet=self._sheet.name, row=number),
            )  # fmt: skip

    def _is_below(self, number: int, written: Sequence[tuple[int, str]], *, counted: bool) -> bool:
        """Whether a row is no line of a counted list any more, but who signs below it; told once for all such rows."""
        if counted or self._end not in (_End.PAUSED, _End.OVER):
            return False
        if self._end is _End.PAUSED:
            self._tell(number, f"{_quoted(written)} dan seterusnya di bawah daftar, tanpa nomor urut; tidak dibaca.")
        self._end = _End.OVER
        return True

    def _is_caption(self, at: int, text: str) -> bool:
        """Whether a text that stands alone in its row is the unit of those below."""
        name = self._columns["name"]
        return at < name or (at == name and self._units.canonical(text) in self._ours)

    def _name_and_nip(self, name: str, nip: str, number: int) -> tuple[str, str]:
        within = _NIP.search(name)
        if within and not nip:
            name, nip = fold(f"{name[: within.start()]} {name[within.end() :]}").strip(" ,/"), within[1]
        found = _NIP.fullmatch(nip)
        bare = "".join(found[1].split()) if found else nip
        if nip and not found:
            self._tell(number, f"NIP {name} {quoted(nip)} bukan {_DIGITS} angka; periksa.")
        elif nip and _as_number(bare):
            self._tell(
                number,
                f"periksa tiga angka terakhir NIP {name} ({bare}): bila selnya berisi angka, bukan teks, Excel "
                f"mengubahnya; {_RETYPE}.",
            )
        return name, bare

    def _unit(self, written: str, number: int) -> str:
        unit = self._units.canonical(written)
        if unit and unit not in self._ours:
            near = process.extractOne(unit, self._ours, scorer=fuzz.ratio, processor=key, score_cutoff=_NEAR_UNIT)
            meant = f"; maksudnya {quoted(near[0])}?" if near else "; dicatat sebagai tamu."
            self._tell(number, f"{quoted(written)} bukan unit kantor ini{meant}")
        return unit

    def _tell(self, number: int, text: str) -> None:
        self.told.append(_told(XlsxPlace(sheet=self._sheet.name, row=number), text))


def _as_number(nip: str) -> bool:
    """Whether a NIP is what is left of one typed as a number; one in a hundred and fifty others looks like that too."""
    return int(float(round(int(nip), -_KEPT))) == int(nip) or int(nip) % 10**_KEPT == 0


def _filled_down(sheet: WorkSheet) -> list[list[str]]:
    """The rows, a cell that is merged over several rows in each of them."""
    rows = [list(each) for each in sheet.rows]
    for each in sheet.merged:
        if each.left != each.right or each.top > len(rows) or each.left > len(rows[each.top - 1]):
            continue
        text = rows[each.top - 1][each.left - 1]
        for row in rows[each.top : each.bottom]:
            row.extend([""] * (each.left - len(row)))
            row[each.left - 1] = text
    return rows


def _header(row: Sequence[str]) -> dict[str, int]:
    """The column of each field, an exact heading before a near one; empty for a row that is no header.

    No heading is a number, and nearly every line of a list has one.
    """
    if any(map(str.isdigit, row)):
        return {}
    offers = sorted(
        (strength, at, field) for at, text in enumerate(row) if (found := _field(text)) for strength, field in (found,)
    )
    columns: dict[str, int] = {}
    for _, at, field in offers:
        columns.setdefault(field, at)
    others = len(columns) + sum(_solid(each) in _OTHER for each in row)
    return columns if "name" in columns and others > 1 else {}


def _field(text: str) -> tuple[int, str] | None:
    """The field that a heading names, 0 where exactly, 1 where nearly."""
    bare = _solid(text)
    if bare in _KNOWN:
        return 0, _KNOWN[bare]
    if len(bare) < _SHORT or bare in _OTHER:
        return None
    near = process.extractOne(bare, _KNOWN.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return (1, _KNOWN[near[0]]) if near else None


def _unsure(row: Sequence[str]) -> Iterator[str]:
    for text in row:
        found = _field(text)
        if found and found[0]:
            yield f"kolom {quoted(text)} dianggap {PARTICIPANT_COLUMNS[found[1]][0]}."
        elif text and not found and _solid(text) not in _OTHER:
            yield f"kolom {quoted(text)} tidak dikenal; isinya tidak dipakai."


def _given(row: Sequence[str], at: int) -> str:
    text = row[at] if at < len(row) else ""
    return "" if is_placeholder(text) else fold(text)

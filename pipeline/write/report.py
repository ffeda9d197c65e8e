"""Outcome -> `laporan-selisih.html`: one file without a network, for the screen and for paper.

The outcome becomes small view values here; `report.html.j2` only lays them out. Every number is counted from the
outcome's reconciliation and findings, so that the page cannot contradict `reconciliation.json`.
"""

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.dates import DAYS, long_date
from pipeline.model.draft import Unread
from pipeline.model.finding import Finding, Severity
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Correction, Difference, Item, Status, UnitCount
from pipeline.model.sop import Approval, FieldName, Flow, Sop, Step, Unreadable, Value
from pipeline.text import fold, key
from pipeline.vocabulary import FAMILY_WORDS, FIELD_WORDS, KUA, SEVERITY_WORDS, STATUS_WORDS, UNITS, where_words
from pipeline.write.diff import Piece, marked
from pipeline.write.flow_svg import SURE, flow_svg

# What no unit answers for: findings about the whole set, or about the inventory.
_NO_UNIT = "Lintas unit"
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE, Severity.OFF)
# A sign beside each word, so that nothing is told by colour alone.
_SEVERITY_SIGNS = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.NOTE: "○", Severity.OFF: "–"}
_STATUS_SIGNS = {
    Status.MATCHED: "✓",
    Status.SHARED: "✓",
    Status.MISSING: "−",
    Status.EXTRA: "+",
    Status.DUPLICATE: "=",
    Status.TRANSFERRED: "→",
}
# The order in which the pleno has to talk about them.
_STATUS_ORDER = (
    Status.MISSING,
    Status.EXTRA,
    Status.DUPLICATE,
    Status.MATCHED,
    Status.SHARED,
    Status.TRANSFERRED,
)
_WINNERS = {"inventory": "yang dipakai: panduan induk", "draft": "yang dipakai: naskah"}
_COLUMNS = ("number", "activity", "actors", "requirements", "duration", "output", "note")
_SOURCES = {
    "drawing": "Dibaca dari bentuk yang digambar di Word.",
    "marks": "Dibaca dari tanda yang diketik di kolom pelaksana; urutannya mengikuti urutan langkah.",
    "picture": "Diagram alir di naskah berupa gambar, sehingga simbol dan panahnya tidak dapat dibaca.",
}
_HELD_WORDS = {
    "comments": "komentar",
    "content controls": "kontrol isi",
    "endnotes": "catatan akhir",
    "footnotes": "catatan kaki",
    "hidden text": "teks tersembunyi",
    "shapes": "bentuk gambar",
    "picture": "gambar",
    "text boxes": "kotak teks",
    "empty": "gambar kosong",
    "chart": "grafik",
    "diagram": "SmartArt",
    "object": "objek tertanam",
}
# The parts of a SOP whose text can be shown beside a finding.
_WITH_TEXT = frozenset((*FieldName, "institution", "unit", "actors"))
_ZONES = {7: " WIB", 8: " WITA", 9: " WIT"}

SopKey = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How many SOPs can be discussed as they stand."""

    ready: int = 0
    flawed: int = 0
    unreadable: int = 0

    @property
    def total(self) -> int:
        """Return the SOPs read and the files that could not be."""
        return self.ready + self.flawed + self.unreadable

    @property
    def words(self) -> str:
        """Return the verdict as one clause: `12 SOP: 7 siap dibahas, 4 perlu perbaikan, 1 tidak terbaca`."""
        if not self.total:
            return "belum ada SOP yang diserahkan"
        parts = [f"{number(self.ready)} siap dibahas", f"{number(self.flawed)} perlu perbaikan"]
        if self.unreadable:
            parts.append(f"{number(self.unreadable)} tidak terbaca")
        return f"{number(self.total)} SOP: {', '.join(parts)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """A field that reads differently, as marked text, and whose word counts."""

    label: str
    pieces: tuple[Piece, ...]
    winner: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One line of the reconciliation."""

    kind: str
    sign: str
    status: str
    title: str
    number: str
    changes: tuple[ChangeView, ...]
    row: str
    drafts: tuple[str, ...]
    why: str
    score: str
    rivals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitView:
    """One unit: its verdict, its counts where the reconciliation has them, and its lines."""

    anchor: str
    name: str
    count: UnitCount | None
    verdict: Verdict
    findings: int
    talked: tuple[ItemView, ...]
    plain: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One finding; `found` is empty where the row shown above it already holds the text."""

    anchor: str
    code: str
    family: str
    severity: str
    word: str
    sign: str
    message: str
    advice: str
    where: str
    place: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A part of the SOP that has findings; `lines` is none where no text of its own stands there."""

    label: str
    lines: tuple[str, ...] | None
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A cell of a step, with the findings that mean it."""

    label: str
    text: str
    tags: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A step that has findings, as the row of its table."""

    cells: tuple[CellView, ...]
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SopView:
    """One SOP, or what else has findings of its own, with all its findings in the order of the document."""

    anchor: str
    title: str
    number: str
    file: str
    ready: bool | None
    tally: tuple[tuple[str, str, int, str], ...]
    before: tuple[FieldView, ...]
    steps: tuple[StepView, ...]
    after: tuple[FieldView, ...]
    drawn: Markup
    summary: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """One file: what it holds and what in it was not understood."""

    file: str
    unit: str
    sha: str
    sops: tuple[str, ...]
    held: str
    code: str
    refused: str
    unread: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A proposed change of a cell of the inventory or of a field of a draft."""

    where: str
    label: str
    pieces: tuple[Piece, ...]
    why: str


def write_report(outcome: Outcome, path: Path) -> None:
    """Write the discrepancy report of a run as one self-contained HTML file."""
    template = _environment().get_template("report.html.j2")
    stream = template.stream(report=_Report(outcome))
    stream.enable_buffering(64)
    # A name that the file system gave in a broken encoding must not stop the report.
    with path.open("wb") as file:
        stream.dump(file, encoding="utf-8", errors="replace")


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["number"] = number
    environment.filters["signed"] = signed
    environment.globals["policy"] = policy
    return environment


def number(value: int) -> str:
    """Return a count with the dots of Indonesian thousands."""
    return f"{value:,}".replace(",", ".")


def signed(value: int) -> str:
    """Return a difference with its sign, a true minus among them."""
    return f"+{number(value)}" if value > 0 else f"−{number(-value)}" if value < 0 else "0"


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy that allows this style and this script, and no network at all."""
    hashes = (base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (style, script))
    style_hash, script_hash = hashes
    return (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "base-uri 'none'; form-action 'none'"
    )


def moment(when: datetime) -> str:
    """Return a moment in words: `Rabu, 20 Agustus 2025, pukul 08.30 WIB`; the zone only where it is known."""
    offset = when.utcoffset()
    zone = "" if offset is None else _ZONES.get(round(offset / timedelta(hours=1)), "")
    day = f"{DAYS[when.weekday()]}, {long_date(when.date().isoformat())}"
    return f"{day}, pukul {when:%H.%M}{zone}"


class _Report:
    """What the template asks for; SOPs are made one at a time, as the page is written."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._sops = {each.key: each for each in outcome.sops}
        self._in_file = Counter(each.file for each in outcome.sops)
        self._owner = _Owner(outcome)
        self._found: dict[SopKey, list[tuple[int, Finding]]] = defaultdict(list)
        for index, finding in enumerate(outcome.findings, start=1):
            subject = (finding.file, finding.part)
            self._found[subject if subject in self._sops else (finding.file, 0)].append((index, finding))

    @property
    def office(self) -> str:
        """Return the office's name."""
        return self._outcome.office

    @property
    def when(self) -> str:
        """Return when the run started, in words."""
        return moment(self._outcome.when)

    @cached_property
    def verdict(self) -> Verdict:
        """Return the verdict over all units."""
        every = [each.verdict for each in self.units]
        return Verdict(
            ready=sum(each.ready for each in every),
            flawed=sum(each.flawed for each in every),
            unreadable=sum(each.unreadable for each in every),
        )

    @cached_property
    def total(self) -> UnitCount:
        """Return the counts of all units together."""
        counts = self._outcome.reconciliation.units
        return UnitCount(
            unit="Jumlah",
            inventory=sum(each.inventory for each in counts),
            submitted=sum(each.submitted for each in counts),
            matched=sum(each.matched for each in counts),
            missing=sum(each.missing for each in counts),
            extra=sum(each.extra for each in counts),
            duplicate=sum(each.duplicate for each in counts),
            transferred=sum(each.transferred for each in counts),
        )

    @property
    def unreadable_words(self) -> str:
        """Return whether the files that could not be read are among the SOPs handed in, or nothing where unclear."""
        lost, read = len(self._outcome.unreadable), len(self._outcome.sops)
        if not lost or self.total.submitted not in (read, read + lost):
            return ""
        among = "belum termasuk" if self.total.submitted == read else "sudah termasuk"
        return f"Angka diserahkan {among} {number(lost)} berkas yang tidak terbaca."

    def bar(self, value: int) -> str:
        """Return how long a count's bar is, 140 units for the greatest count of a unit."""
        counts = self._outcome.reconciliation.units
        return _length(value, max((max(each.inventory, each.submitted) for each in counts), default=0))

    def verdict_bar(self, value: int) -> str:
        """Return how long a part of a verdict's bar is, 140 units for the unit with the most SOPs."""
        return _length(value, max((each.verdict.total for each in self.units), default=0))

    @cached_property
    def units(self) -> tuple[UnitView, ...]:
        """Return every unit that the run knows, those of the reconciliation first and in its order."""
        owners = self._owner
        items = self._outcome.reconciliation.items
        names = dict.fromkeys(each.unit for each in self._outcome.reconciliation.units)
        names.update(dict.fromkeys(each.unit for each in items))
        names.update(dict.fromkeys(owners.of_sop(each) for each in self._outcome.sops))
        names.update(dict.fromkeys(owners.of_folder(each.folder) for each in self._outcome.unreadable))
        names.update(dict.fromkeys(map(self._unit_of_subject, self._found)))
        return tuple(self._unit(f"unit-{at}", name) for at, name in enumerate(names, start=1))

    def _unit(self, anchor: str, name: str) -> UnitView:
        counts = {each.unit: each for each in self._outcome.reconciliation.units}
        items = sorted(self._items_by_unit[name], key=lambda each: _STATUS_ORDER.index(each.status))
        return UnitView(
            anchor=anchor,
            name=name,
            count=counts.get(name),
            verdict=self._verdict_of(name),
            findings=sum(len(self._found[each]) for each in self._subjects_by_unit[name] if each in self._found),
            talked=tuple(self._item(each) for each in items if not _is_plain(each)),
            plain=tuple(self._item(each) for each in items if _is_plain(each)),
        )

    def _verdict_of(self, unit: str) -> Verdict:
        keys = [each for each in self._subjects_by_unit[unit] if each in self._sops]
        lost = sum(self._owner.of_folder(each.folder) == unit for each in self._outcome.unreadable)
        ready = sum(self._is_ready(each) for each in keys)
        return Verdict(ready=ready, flawed=len(keys) - ready, unreadable=lost)

    @cached_property
    def _items_by_unit(self) -> dict[str, list[Item]]:
        grouped: dict[str, list[Item]] = defaultdict(list)
        for each in self._outcome.reconciliation.items:
            grouped[each.unit].append(each)
        return grouped

    @cached_property
    def _subjects_by_unit(self) -> dict[str, list[SopKey]]:
        """Return the SOPs of each unit, then what else has findings: files without a SOP, the whole set."""
        grouped: dict[str, list[SopKey]] = defaultdict(list)
        for each in dict.fromkeys((*self._sops, *self._found)):
            grouped[self._unit_of_subject(each)].append(each)
        return grouped

    def _unit_of_subject(self, subject: SopKey) -> str:
        sop = self._sops.get(subject)
        return self._owner.of_sop(sop) if sop else self._owner.of_file(subject[0])

    def _is_ready(self, subject: SopKey) -> bool:
        """Return whether nothing must be corrected, in the SOP or in its file as a whole."""
        found = (*self._found.get(subject, ()), *self._found.get((subject[0], 0), ()))
        return all(finding.severity is not Severity.ERROR for _, finding in found)

    def _item(self, item: Item) -> ItemView:
        kind, sign, status = _state(item)
        told = item.row or item.drafts[0] if item.drafts else item.row
        return ItemView(
            kind=kind,
            sign=sign,
            status=status,
            title=told.title if told else "",
            number=told.number if told else "",
            changes=tuple(_changes(item)),
            row=str(item.row.place) if item.row else "",
            drafts=tuple(self._file_words(each.file, each.part) for each in item.drafts),
            why=item.why,
            score=_score(item.score) if item.score is not None and not _is_plain(item) else "",
            rivals=tuple(f"{title} (kemiripan {_score(score)})" for title, score in item.rivals),
        )

    def _file_words(self, file: str, part: int) -> str:
        return f"{file}, SOP ke-{part}" if self._in_file[file] > 1 else file

    def sections(self) -> Iterator[tuple[UnitView, Iterator[SopView]]]:
        """Yield each unit that has SOPs or findings, with its SOPs."""
        anchors = {each: f"sop-{at}" for at, each in enumerate(dict.fromkeys((*self._sops, *self._found)), 1)}
        for unit in self.units:
            subjects = self._subjects_by_unit[unit.name]
            if subjects:
                yield unit, (self._subject(each, anchors[each]) for each in subjects)

    def _subject(self, subject: SopKey, anchor: str) -> SopView:
        sop, found = self._sops.get(subject), self._found.get(subject, [])
        by_field, by_step = _grouped(found, len(sop.steps) if sop else 0)
        fields = [(head, _field(sop, head, each)) for head, each in by_field.items()]
        first = ("", *FIELD_WORDS)
        fields.sort(key=lambda each: first.index(each[0]) if each[0] in first else len(first))
        steps = sop.steps if sop else ()
        return SopView(
            anchor=anchor,
            title=sop.title if sop else subject[0] or "Seluruh naskah",
            number=sop.identity.number.text if sop and sop.identity.number else "",
            file=self._file_words(*subject) if sop else "",
            ready=self._is_ready(subject) if sop else None,
            tally=tuple(_tally(found)),
            before=tuple(view for head, view in fields if head not in ("actors", "steps", "flow")),
            steps=tuple(_step(steps[at - 1], at, by_step[at]) for at in sorted(by_step)),
            after=tuple(view for head, view in fields if head in ("actors", "steps", "flow")),
            # flow_svg escapes every text that it draws.
            drawn=Markup(flow_svg(sop)) if sop else Markup(""),
            summary=_flow_summary(sop) if sop else "",
            source=_source(sop.flow) if sop else "",
        )

    @property
    def findings(self) -> int:
        """Return how many findings there are."""
        return len(self._outcome.findings)

    @cached_property
    def severities(self) -> tuple[tuple[str, str, str, int], ...]:
        """Return each severity that occurs: its key, sign, word and count."""
        counts = Counter(each.severity for each in self._outcome.findings)
        return tuple(
            (each.value, _SEVERITY_SIGNS[each], SEVERITY_WORDS[each], counts[each])
            for each in _SEVERITIES
            if counts[each]
        )

    @cached_property
    def families(self) -> tuple[tuple[str, str, tuple[int, ...], int], ...]:
        """Return each family that occurs: its letters, its words, its counts by severity and their sum."""
        counts = Counter((_family(each), each.severity.value) for each in self._outcome.findings)
        families = dict.fromkeys((*FAMILY_WORDS, *(family for family, _ in counts)))
        rows = (
            (each, FAMILY_WORDS.get(each, each), tuple(counts[each, severity] for severity, *_ in self.severities))
            for each in families
        )
        return tuple((*row, sum(row[2])) for row in rows if any(row[2]))

    @property
    def corrections(self) -> tuple[CorrectionView, ...]:
        """Return the proposed changes of the inventory and of the drafts."""
        return tuple(self._correction(each) for each in self._outcome.reconciliation.corrections)

    def _correction(self, correction: Correction) -> CorrectionView:
        place = correction.place
        where = f"panduan induk, {place}" if place else self._file_words(correction.file, correction.part)
        return CorrectionView(
            where=where,
            label=FIELD_WORDS.get(correction.field, correction.field),
            pieces=marked(correction.before, correction.after),
            why=correction.why,
        )

    @property
    def inventory_file(self) -> str:
        """Return the name of the master inventory's file."""
        return self._outcome.inventory.file

    @property
    def inventory_rows(self) -> int:
        """Return how many SOPs the inventory names."""
        return len(self._outcome.inventory.rows)

    @property
    def passed_over(self) -> tuple[tuple[str, str, str], ...]:
        """Return the inventory rows that name no SOP: place, text, reason."""
        return tuple((str(each.place), each.text, each.why) for each in self._outcome.inventory.passed_over)

    @property
    def wrong_totals(self) -> tuple[tuple[str, int, int], ...]:
        """Return the totals typed in the inventory that its rows do not add up to: place, typed, counted."""
        totals = self._outcome.inventory.totals
        return tuple((str(each.place), each.typed, each.counted) for each in totals if each.typed != each.counted)

    @cached_property
    def files(self) -> tuple[FileView, ...]:
        """Return every file of a draft by its name, those first that could not be read."""
        by_file: dict[str, list[Sop]] = defaultdict(list)
        for sop in self._outcome.sops:
            by_file[sop.file].append(sop)
        views = [self._read_file(file, sops) for file, sops in by_file.items()]
        views += [self._unread_file(each) for each in self._outcome.unreadable]
        return tuple(sorted(views, key=lambda each: (not each.refused, each.file)))

    def _read_file(self, file: str, sops: Sequence[Sop]) -> FileView:
        unread: dict[Unread, None] = {}
        for sop in sops:
            unread.update(dict.fromkeys((*sop.unread, *sop.flow.unread)))
        return FileView(
            file=file,
            unit=self._owner.of_sop(sops[0]),
            sha=sops[0].sha256[:12],
            sops=tuple(each.title for each in sops),
            held=_held(sops),
            code="",
            refused="",
            unread=tuple((each.what, str(each.place)) for each in unread),
        )

    def _unread_file(self, lost: Unreadable) -> FileView:
        return FileView(
            file=lost.file,
            unit=self._owner.of_folder(lost.folder),
            sha=lost.sha256[:12],
            sops=(),
            held="",
            code=lost.code,
            refused=lost.message,
            unread=(),
        )


class _Owner:
    """Which unit answers for a SOP, a folder or a file."""

    def __init__(self, outcome: Outcome) -> None:
        self._sops: dict[SopKey, str] = {}
        for item in outcome.reconciliation.items:
            for draft in item.drafts:
                self._sops.setdefault((draft.file, draft.part), draft.unit)
        self._names = {key(each): name for name, others in (*UNITS, KUA) for each in (name, *others)}
        self._names.update({key(each.unit): each.unit for each in outcome.reconciliation.units})
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for sop in outcome.sops:
            if sop.key in self._sops:
                votes[sop.folder][self._sops[sop.key]] += 1
        self._folders = {folder: vote.most_common(1)[0][0] for folder, vote in votes.items()}
        self._folder_of = {each.file: each.folder for each in outcome.sops}
        self._folder_of.update({each.file: each.folder for each in outcome.unreadable})

    def of_sop(self, sop: Sop) -> str:
        """Return the unit that the reconciliation gave the SOP to, or its folder's."""
        return self._sops.get(sop.key) or self.of_folder(sop.folder)

    def of_folder(self, folder: str) -> str:
        """Return the unit of the folder's other SOPs, or the one that its name means, or the name itself."""
        return self._folders.get(folder) or self._names.get(key(folder)) or folder or _NO_UNIT

    def of_file(self, file: str) -> str:
        """Return the unit of a file's folder; a file that no unit handed in belongs to none."""
        return self.of_folder(self._folder_of[file]) if file in self._folder_of else _NO_UNIT


def _state(item: Item) -> tuple[str, str, str]:
    """Return the kind, the sign and the words of what became of a line."""
    word = STATUS_WORDS[item.status]
    matched = item.status in (Status.MATCHED, Status.SHARED)
    if item.doubtful:
        return "doubtful", "?", f"{word}, perlu dipastikan"
    if matched and item.differences:
        return "different", "≠", f"{word}, ada perbedaan"
    return item.status.value, _STATUS_SIGNS[item.status], word


def _is_plain(item: Item) -> bool:
    return item.status in (Status.MATCHED, Status.SHARED) and not item.differences and not item.doubtful


def _changes(item: Item) -> Iterator[ChangeView]:
    """Yield the differences; the titles too where a doubtful or further draft is called something else."""
    for each in item.differences:
        yield _change(each)
    if item.row and item.drafts and all(each.field != FieldName.TITLE for each in item.differences):
        title = item.drafts[0].title
        if fold(title) != fold(item.row.title):
            yield ChangeView(label=FIELD_WORDS["title"], pieces=marked(item.row.title, title), winner="", why="")


def _change(each: Difference) -> ChangeView:
    return ChangeView(
        label=FIELD_WORDS.get(each.field, each.field),
        pieces=marked(each.inventory, each.draft),
        winner=_WINNERS.get(each.winner, each.winner),
        why=each.why,
    )


def _length(value: int, greatest: int) -> str:
    return f"{140 * value / greatest:.1f}" if greatest else "0"


def _score(score: float) -> str:
    return f"{score:.2f}".replace(".", ",")


def _family(finding: Finding) -> str:
    return finding.code[:2]


def _tally(found: Sequence[tuple[int, Finding]]) -> Iterator[tuple[str, str, int, str]]:
    counts = Counter(finding.severity for _, finding in found)
    for severity in _SEVERITIES:
        if counts[severity]:
            yield severity.value, _SEVERITY_SIGNS[severity], counts[severity], SEVERITY_WORDS[severity]


Found = list[tuple[int, Finding]]


def _grouped(found: Found, steps: int) -> tuple[dict[str, Found], dict[int, Found]]:
    """Return the findings by field and by step; a step that the SOP does not have counts as the field `steps`."""
    by_field: dict[str, Found] = defaultdict(list)
    by_step: dict[int, Found] = defaultdict(list)
    for each in found:
        head, *rest = _path(each[1])
        if head == "steps" and rest and rest[0].isdigit() and 1 <= int(rest[0]) <= steps:
            by_step[int(rest[0])].append(each)
        else:
            by_field[head].append(each)
    return by_field, by_step


def _path(finding: Finding) -> list[str]:
    return finding.where.removeprefix("identity/").split("/")


def _finding(index: int, finding: Finding, shown: Iterable[str] = ()) -> FindingView:
    found = fold(finding.found)
    return FindingView(
        anchor=f"temuan-{index}",
        code=finding.code,
        family=_family(finding),
        severity=finding.severity.value,
        word=SEVERITY_WORDS[finding.severity],
        sign=_SEVERITY_SIGNS[finding.severity],
        message=finding.message,
        advice=finding.advice,
        where=where_words(finding.where),
        place=str(finding.place),
        found="" if found in {fold(each) for each in shown} else found,
    )


def _field(sop: Sop | None, head: str, found: Found) -> FieldView:
    lines = _lines(sop, head, found) if sop and head in _WITH_TEXT else None
    label = FIELD_WORDS.get(head, head) or "seluruh naskah"
    return FieldView(
        label=label[:1].upper() + label[1:],
        lines=lines,
        findings=tuple(_finding(*each, shown=lines or ()) for each in found),
    )


def _lines(sop: Sop, head: str, found: Found) -> tuple[str, ...]:
    """Return what the document has in a field: the entries that findings name, or all of them."""
    if head == "actors":
        return tuple(each.name for each in sop.actors)
    value = getattr(sop.identity, head, None) if head else None
    if isinstance(value, Approval):
        return tuple(each for each in (value.position, value.name, value.nip and f"NIP {value.nip}") if each)
    if not isinstance(value, tuple):
        return (value.text,) if value and value.text else ()
    texts = [each.text for each in value if isinstance(each, Value)]
    named = {int(path[1]) for path in (_path(each) for _, each in found) if path[1:] and path[1].isdigit()}
    alone = all(_path(each)[1:] for _, each in found)
    return tuple(text for at, text in enumerate(texts, 1) if not alone or not named or at in named)


def _step(step: Step, position: int, found: Found) -> StepView:
    texts = (
        step.number or str(position),
        step.activity,
        ", ".join(step.actors),
        step.requirements,
        step.duration.text if step.duration else "",
        step.output,
        step.note,
    )
    views = [(_column(each), _finding(index, each, shown=texts)) for index, each in found]
    return StepView(
        cells=tuple(
            CellView(label=_heading(name), text=text, tags=tuple(view for at, view in views if at == name))
            for name, text in zip(_COLUMNS, texts, strict=True)
        ),
        findings=tuple(view for _, view in views),
    )


def _column(finding: Finding) -> str:
    """Return the column that a finding about a step means; the whole step is marked at its number."""
    named = (*_path(finding), "")[2]
    # The symbols of the flowchart stand in the columns of the actors.
    return "actors" if named == "flow" else named if named in _COLUMNS else "number"


def _heading(name: str) -> str:
    return "No." if name == "number" else FIELD_WORDS[name].capitalize()


def _source(flow: Flow) -> str:
    guessed = " Panah putus-putus: ujungnya belum pasti." if any(each.sure < SURE for each in flow.edges) else ""
    return _SOURCES.get(flow.source, "") + guessed


def _flow_summary(sop: Sop) -> str:
    flow: Flow = sop.flow
    steps = f"{len(sop.steps)} langkah, {len(sop.actors)} pelaksana"
    if flow.nodes:
        return f"{steps}, {len(flow.nodes)} simbol, {len(flow.edges)} panah"
    return f"{steps}, tanpa diagram alir yang terbaca"


def _held(sops: Sequence[Sop]) -> str:
    """Return what a file holds; its SOPs each carry the counts of the whole file."""
    most: dict[str, int] = {}
    for what, count in (pair for sop in sops for pair in sop.held):
        most[what] = max(count, most.get(what, 0))
    changes = len({each for sop in sops for each in sop.revisions})
    words = [f"{number(count)} {_held_word(what)}" for what, count in most.items()]
    return ", ".join([*words, *([f"{number(changes)} perubahan terlacak"] if changes else [])])


def _held_word(what: str) -> str:
    # An embedded object names its program after its kind: "object Visio.Drawing.15".
    kind, _, program = what.partition(" ")
    if kind == "object" and program:
        return f"{_HELD_WORDS[kind]} {program}"
    return _HELD_WORDS.get(what, what)

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
from pipeline.model.reconciliation import Correction, Difference, DraftRef, Item, Status, UnitCount
from pipeline.model.sop import Approval, FieldName, Flow, Sop, Step, Value
from pipeline.text import fold, key
from pipeline.vocabulary import FAMILY_WORDS, FIELD_WORDS, SEVERITY_WORDS, STATUS_WORDS, UNITS, where_words
from pipeline.write.diff import Piece, marked
from pipeline.write.flow_svg import flow_svg

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
    """A part of the SOP that has findings, with the text that stands there."""

    label: str
    lines: tuple[str, ...]
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

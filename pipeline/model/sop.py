"""One SOP as the document gives it: identity, actors, steps and flow, each value with its place."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.draft import Held, Note, Revision, Unread
from pipeline.model.place import DocxPlace


class FieldName(StrEnum):
    """The fields of the identity block, by their key in the contract."""

    NUMBER = "number"
    TITLE = "title"
    CREATED = "created"
    REVISED = "revised"
    EFFECTIVE = "effective"
    APPROVED_BY = "approved_by"
    LEGAL_BASIS = "legal_basis"
    QUALIFICATIONS = "qualifications"
    RELATED = "related"
    EQUIPMENT = "equipment"
    WARNINGS = "warnings"
    RECORDS = "records"


LISTS = (
    FieldName.LEGAL_BASIS,
    FieldName.QUALIFICATIONS,
    FieldName.RELATED,
    FieldName.EQUIPMENT,
    FieldName.WARNINGS,
    FieldName.RECORDS,
)
DATES = (FieldName.CREATED, FieldName.REVISED, FieldName.EFFECTIVE)
_NOWHERE = DocxPlace()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A field as written; `sure` is how certain the label was read, 1 for a known spelling."""

    text: str
    place: DocxPlace
    sure: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date as written and as read: ISO 8601, shortened where day or month is missing, or none.

    `sure` is how certain it is that this is the label's date: 1 unless the label is misspelt or the date was dealt out
    by guess.
    """

    text: str
    iso: str | None
    place: DocxPlace
    sure: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who puts the SOP in force; `place` is where the block begins, with the position."""

    position: str | None
    name: str | None
    nip: str | None
    place: DocxPlace
    name_place: DocxPlace = _NOWHERE
    nip_place: DocxPlace = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLabel:
    """A label of the identity block, or a heading of the step table, as it is printed.

    `field` is the field that it names (`effective`) or the column (`duration`); `meant` is the known spelling where the
    printed one is only near it. `value_place` is where the value stands, or should.
    """

    field: str
    text: str
    place: DocxPlace
    meant: str = ""
    value_place: DocxPlace = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The identity block; none or empty where the document gives nothing."""

    institution: tuple[Value, ...] = ()
    unit: Value | None = None
    number: Value | None = None
    title: Value | None = None
    created: Date | None = None
    revised: Date | None = None
    effective: Date | None = None
    approved_by: Approval | None = None
    legal_basis: tuple[Value, ...] = ()
    qualifications: tuple[Value, ...] = ()
    related: tuple[Value, ...] = ()
    equipment: tuple[Value, ...] = ()
    warnings: tuple[Value, ...] = ()
    records: tuple[Value, ...] = ()
    labels: tuple[PrintedLabel, ...] = ()

    @property
    def labels_seen(self) -> frozenset[FieldName]:
        """The fields that a label names, filled or not."""
        return frozenset(FieldName(each.field) for each in self.labels)

    def label(self, name: str) -> PrintedLabel | None:
        """Return the label of a field, none where no label names it."""
        return next((each for each in self.labels if each.field == name), None)

    def values(self, name: FieldName) -> tuple[Value, ...]:
        """Return the entries of a list field."""
        found: tuple[Value, ...] = getattr(self, name.value)
        return found

    def date(self, name: FieldName) -> Date | None:
        """Return a date field."""
        found: Date | None = getattr(self, name.value)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A time as written; the other fields are none where it cannot be measured."""

    text: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor column: its heading as printed, folded, and the grid columns that it covers, counted from 0."""

    name: str
    column: int
    span: int
    place: DocxPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One activity of the step table."""

    number: str
    activity: str
    actors: tuple[str, ...]
    requirements: str
    duration: Duration | None
    output: str
    note: str
    place: DocxPlace
    columns: tuple[tuple[str, int], ...] = ()

    def cell(self, heading: str) -> DocxPlace:
        """Return the place of this step's cell under a heading (`requirements`, `duration` …)."""
        column = dict(self.columns).get(heading)
        if column is None:
            return self.place
        return DocxPlace(part=self.place.part, table=self.place.table, row=self.place.row, column=column + 1)


class NodeKind(StrEnum):
    """The symbols of PermenPANRB 35/2012, by their key in the contract."""

    TERMINATOR = "terminator"
    PROCESS = "process"
    DECISION = "decision"
    CONNECTOR = "connector"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A symbol of the flowchart, or a typed mark that stands for one.

    `drawn` is the form that it was drawn with (`flowChartProcess`, `ellipse`), empty for a typed mark; `drawing` is its
    drawing's number among those of the paragraph at `place`, from 1.
    """

    id: str
    kind: NodeKind
    step: int
    actor: str
    text: str
    place: DocxPlace
    drawn: str = ""
    drawing: int = 0


# An arrow read with less certainty is asked about, and drawn dashed.
DOUBTFUL = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An arrow between two symbols; `sure` is from 0 to 1.

    `otherwise` is the pair of symbols that it would join if not these, none where nothing else comes near. `headless`
    says that its direction is that of its drawing: it has no head, or two.
    """

    source: str
    target: str
    label: str
    sure: float = 1.0
    place: DocxPlace = _NOWHERE
    otherwise: tuple[str, str] | None = None
    headless: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseArrow:
    """An arrow of which one end or both meet no symbol; the end that meets one is named."""

    source: str | None
    target: str | None
    place: DocxPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The flowchart as a graph; `source` is drawing, marks, picture or none.

    `loose` are arrows that join no two symbols, `doubles` those drawn once more beside an edge that stands in `edges`.
    """

    source: str
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    unread: tuple[Unread, ...] = ()
    loose: tuple[LooseArrow, ...] = ()
    doubles: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sop:
    """One SOP of a file: `part` counts from 1, `folder` is the folder that it was handed in under.

    `form` tells which form it has: sop-ap, narrative, service-table, spo, scan, list, decree, blank or unknown;
    `kind` is `sop-ap` or `other`. `headings` are those of the step table, the actors' own not among them.

    `unread` was seen and not understood; `aside` was understood and belongs to no field: phase headings, totals,
    closing remarks, page headers and footers. `notes` are comments and footnotes; `held` counts what the whole file
    holds besides plain text.
    """

    file: str
    folder: str
    sha256: str
    part: int
    kind: str
    identity: Identity
    actors: tuple[Actor, ...]
    steps: tuple[Step, ...]
    flow: Flow
    unread: tuple[Unread, ...]
    aside: tuple[Unread, ...] = ()
    revisions: tuple[Revision, ...] = ()
    notes: tuple[Note, ...] = ()
    held: tuple[Held, ...] = ()
    form: str = "sop-ap"
    headings: tuple[PrintedLabel, ...] = ()

    @property
    def title(self) -> str:
        """The title, or the file's name where the draft gives none."""
        return self.identity.title.text if self.identity.title else self.file.rsplit("/", 1)[-1]

    @property
    def has_standards(self) -> bool:
        """Whether the form has mutu baku and actors at all: a hospital's SPO or a narrative has none to be filled."""
        return self.form in ("sop-ap", "unknown")

    @property
    def key(self) -> tuple[str, int]:
        """What identifies this SOP among all drafts of a run."""
        return self.file, self.part


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file of which nothing could be read: a code of the `RD` family and one sentence."""

    file: str
    folder: str
    sha256: str
    code: str
    message: str

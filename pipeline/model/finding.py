"""What a rule found: data, never an exception."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.place import DocxPlace


class Severity(StrEnum):
    """How much a finding weighs; `off` silences a rule."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A correction that is certain: `before`, as it stands in the text found, becomes `after`; `why` is one sentence.

    `before` is empty where a value has to be put into an empty place, `after` where something has to go.
    """

    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding: where in the contract's JSON (`steps/3/duration`), where in the file, and in words.

    `found` is the text that stands there. Either `correction` says what it should be, or `question` asks who knows.
    `nodes` and `edges` are the symbols and arrows of the chart that it is about, by their ids. `id` stays the same from
    run to run while the SOP keeps its unit, its title and the text found.
    """

    code: str
    severity: Severity
    file: str
    part: int
    where: str
    message: str
    advice: str
    found: str
    place: DocxPlace
    id: str = ""
    correction: Replacement | None = None
    question: str = ""
    nodes: tuple[str, ...] = ()
    edges: tuple[tuple[str, str], ...] = ()

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
class Finding:
    """One finding: where in the contract's JSON (`steps/3/duration`), where in the file, and in words.

    `nodes` and `edges` are the symbols and arrows of the chart that it is about, by their ids.
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
    nodes: tuple[str, ...] = ()
    edges: tuple[tuple[str, str], ...] = ()

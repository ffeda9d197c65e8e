"""What a rule is: words, a function, and examples that are its tests and its documentation."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that a rule saw: a sentence, where it stands, and the text found there.

    `nodes` and `edges` are the symbols and arrows of the chart that it is about.
    """

    message: str
    where: str
    place: DocxPlace
    found: str = ""
    sop: Sop | None = None
    nodes: tuple[str, ...] = ()
    edges: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """SOPs on which a rule says exactly `hits`, and what they show; none for a good example."""

    shows: str
    sops: tuple[Sop, ...]
    hits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule over one SOP at a time (`check`) or over the whole set (`check_set`): one of the two is given."""

    code: str
    title: str
    why: str
    source: str
    fix: str
    severity: Severity
    good: tuple[Example, ...]
    bad: tuple[Example, ...]
    check: Callable[[Sop, Settings], Iterator[Hit]] | None = None
    check_set: Callable[[Sequence[Sop], Settings], Iterator[Hit]] | None = None

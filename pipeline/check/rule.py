"""What a rule is: words, a function, and examples that are its tests and its documentation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.check.sop_set import SopSet
from pipeline.model.finding import Replacement, Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop
from pipeline.settings import DEFAULTS, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that a rule saw: a sentence, where it stands, and the text found there.

    `correction` is given where the right text is certain; `question` where it asks something else than its rule does.
    `nodes` and `edges` are the symbols and arrows of the chart that it is about.
    """

    message: str
    where: str
    place: DocxPlace
    found: str = ""
    sop: Sop | None = None
    correction: Replacement | None = None
    question: str = ""
    nodes: tuple[str, ...] = ()
    edges: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """SOPs on which a rule says exactly `hits`, and what they show; none for a good example.

    `becomes` are the corrections of the hits that have one, each as `before -> after`. `inventory` and `settings` are
    what the example needs beside its SOPs.
    """

    shows: str
    sops: tuple[Sop, ...]
    hits: tuple[str, ...] = ()
    becomes: tuple[str, ...] = ()
    inventory: tuple[str, ...] = ()
    settings: Settings = DEFAULTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule over one SOP at a time (`check`) or over the whole set (`check_set`): one of the two is given.

    `question` is what the office asks the unit where the right value is not certain.
    """

    code: str
    title: str
    why: str
    source: str
    fix: str
    question: str = ""
    severity: Severity
    good: tuple[Example, ...]
    bad: tuple[Example, ...]
    check: Callable[[Sop, Settings], Iterator[Hit]] | None = None
    check_set: Callable[[SopSet, Settings], Iterator[Hit]] | None = None

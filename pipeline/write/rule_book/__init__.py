"""Rules -> `buku-aturan.html`: why each is there, what to do, and its examples; those of charts are drawn.

One file without a network and without a script, for the screen and for paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from pipeline.check.rule import Example, Hit, Rule
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.wording import FAMILY_WORDS, SEVERITY_WORDS
from pipeline.write.diff import Piece, marked
from pipeline.write.flow_svg import Fault, flow_svg
from pipeline.write.html_page import digest, page_environment

_CHART_RULES = "FL"
# How an example writes a correction: before, this, after.
_BECOMES = " -> "


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleView:
    """An example as it is shown: what it shows, what the rule says and corrects, its chart where it judges charts."""

    shows: str
    hits: tuple[str, ...]
    corrections: tuple[tuple[Piece, ...], ...]
    drawn: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule as it is shown."""

    rule: Rule
    weight: str
    bad: tuple[ExampleView, ...]
    good: tuple[ExampleView, ...]


def rule_book(rules: Sequence[Rule], settings: Settings) -> str:
    """Return the book of these rules as one HTML page; the examples are judged with these settings."""
    environment = page_environment(Path(__file__).parent)
    families: dict[str, list[RuleView]] = {}
    for rule in rules:
        families.setdefault(rule.code[:2], []).append(_view(rule, settings))
    named = [(FAMILY_WORDS[family], views) for family, views in families.items()]
    style = (Path(__file__).parent / "rule_book.css").read_text(encoding="utf-8")
    page = environment.get_template("rule_book.html.j2")
    # The hash lets the browser apply this style and nothing from elsewhere.
    allowed = digest(style)
    return page.render(families=named, count=len(rules), style=Markup(style), allowed=allowed)


def _view(rule: Rule, settings: Settings) -> RuleView:
    return RuleView(
        rule=rule,
        weight=SEVERITY_WORDS[rule.severity],
        bad=tuple(_shown(rule, each, settings) for each in rule.bad),
        good=tuple(_shown(rule, each, settings) for each in rule.good),
    )


def _shown(rule: Rule, example: Example, settings: Settings) -> ExampleView:
    drawn = Markup("")
    if rule.code.startswith(_CHART_RULES):
        # flow_svg escapes every text that it draws.
        drawn = Markup("").join(Markup(flow_svg(sop, _faults(rule, sop, settings))) for sop in example.sops)
    return ExampleView(
        shows=example.shows,
        hits=example.hits,
        corrections=tuple(marked(*each.split(_BECOMES, 1)) for each in example.becomes),
        drawn=drawn,
    )


def _faults(rule: Rule, sop: Sop, settings: Settings) -> frozenset[Fault]:
    hits: list[Hit] = [] if rule.check is None else list(rule.check(sop, settings))
    return frozenset([*(node for each in hits for node in each.nodes), *(edge for each in hits for edge in each.edges)])

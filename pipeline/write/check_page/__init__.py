"""Findings on drafts -> one HTML page for the unit that writes them, without a network and without a script.

What a SOP, a field or a finding looks like on a page is the report's business; its views are used here.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from markupsafe import Markup

from pipeline.check.apply import Parted
from pipeline.check.verdict import Verdict, verdict
from pipeline.model.finding import Finding
from pipeline.model.sop import Sop, Unreadable
from pipeline.settings import Settings
from pipeline.wording import FIELD_WORDS, where_words
from pipeline.write.check_text import last_line
from pipeline.write.flow_svg import flow_svg
from pipeline.write.html_page import digest, page_environment
from pipeline.write.report.parts import faults, field_view, flow_summary, grouped, source_words, step_view, tally
from pipeline.write.report.views import FieldView, StepView

_SIGNS = {Verdict.READY: "✓", Verdict.FLAWED: "▲", Verdict.INCOMPLETE: "■"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedView:
    """One SOP with its verdict and its findings in the order of the document."""

    anchor: str
    title: str
    file: str
    verdict: Verdict
    sign: str
    tally: tuple[tuple[str, str, int, str], ...]
    fields: tuple[FieldView, ...]
    steps: tuple[StepView, ...]
    drawn: Markup
    summary: str
    source: str
    faulty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedView:
    """A finding that the office accepts, and why."""

    about: str
    code: str
    message: str
    reason: str


def check_page(sops: Sequence[Sop], unreadable: Sequence[Unreadable], findings: Parted, settings: Settings) -> str:
    """Return the page: the verdict on each SOP, its findings with what to do, and its chart as it was understood."""
    environment = page_environment(Path(__file__).parent)
    style = (Path(__file__).parent / "check_page.css").read_text(encoding="utf-8")
    numbered = list(enumerate(findings.open, start=1))
    in_file = Counter(each.file for each in sops)
    return environment.get_template("check_page.html.j2").render(
        # The hash lets the browser apply this style and nothing from elsewhere.
        allowed=digest(style),
        style=Markup(style),
        office=settings.office,
        said=click.unstyle(last_line(sops, unreadable, findings.open, len(findings.accepted))),
        unreadable=unreadable,
        checked=[
            _checked(sop, [each for each in numbered if (each[1].file, each[1].part) == sop.key], f"sop-{at}", in_file)
            for at, sop in enumerate(sops, start=1)
        ],
        accepted=[_accepted(each, settings, sops) for each in findings.accepted],
    )


def _checked(sop: Sop, found: list[tuple[int, Finding]], anchor: str, in_file: Mapping[str, int]) -> CheckedView:
    by_field, by_step = grouped(found, len(sop.steps))
    order = {name: at for at, name in enumerate(("", *FIELD_WORDS))}
    heads = sorted(by_field, key=lambda each: order.get(each, len(order)))
    findings = [each for _, each in found]
    wrong = faults(findings)
    said = verdict(findings)
    return CheckedView(
        anchor=anchor,
        title=sop.title,
        file=f"{sop.file}, SOP ke-{sop.part}" if in_file[sop.file] > 1 else sop.file,
        verdict=said,
        sign=_SIGNS[said],
        tally=tuple(tally(found)),
        fields=tuple(field_view(sop, head, by_field[head]) for head in heads),
        steps=tuple(step_view(sop.steps[at - 1], at, by_step[at]) for at in sorted(by_step)),
        # flow_svg escapes every text that it draws.
        drawn=Markup(flow_svg(sop, wrong)),
        summary=flow_summary(sop),
        source=source_words(sop.flow),
        faulty=bool(wrong),
    )


def _accepted(finding: Finding, settings: Settings, sops: Sequence[Sop]) -> AcceptedView:
    titles = {sop.key: sop.title for sop in sops}
    return AcceptedView(
        about=", ".join(each for each in (titles[finding.file, finding.part], where_words(finding.where)) if each),
        code=finding.code,
        message=finding.message,
        reason=next(each.reason for each in settings.accepted if each.finding == finding.id),
    )

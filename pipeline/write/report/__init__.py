"""Outcome -> `laporan-selisih.html`: one file without a network, for the screen and for paper.

The outcome becomes small view values here; `report.html.j2` only lays them out. Every number is counted from the
outcome's reconciliation and findings, so that the page cannot contradict `reconciliation.json`.
"""

from pathlib import Path

from jinja2 import Environment

from pipeline.model.outcome import Outcome
from pipeline.wording import PROPOSALS_ABOUT, PROPOSALS_NONE
from pipeline.write.html_page import page_environment, policy, write_page
from pipeline.write.numbers import thousands
from pipeline.write.report.page import Page
from pipeline.write.report.words import breakable, signed


def write_report(outcome: Outcome, path: Path) -> None:
    """Write the discrepancy report of a run as one self-contained HTML file."""
    template = _environment().get_template("report.html.j2")
    stream = template.stream(report=Page(outcome))
    write_page(stream, path)


def _environment() -> Environment:
    environment = page_environment(Path(__file__).parent)
    environment.filters["breakable"] = breakable
    environment.filters["number"] = thousands
    environment.filters["signed"] = signed
    environment.globals["policy"] = policy
    environment.globals["proposals_about"] = PROPOSALS_ABOUT
    environment.globals["proposals_none"] = PROPOSALS_NONE
    return environment

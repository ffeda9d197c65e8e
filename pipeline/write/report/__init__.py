"""Outcome -> `laporan-selisih.html`: one file without a network, for the screen and for paper.

The outcome becomes small view values here; `report.html.j2` only lays them out. Every number is counted from the
outcome's reconciliation and findings, so that the page cannot contradict `reconciliation.json`.
"""

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.model.outcome import Outcome
from pipeline.wording import PROPOSALS_ABOUT, PROPOSALS_NONE
from pipeline.write.numbers import thousands
from pipeline.write.report.page import Page
from pipeline.write.report.words import breakable, signed


def write_report(outcome: Outcome, path: Path) -> None:
    """Write the discrepancy report of a run as one self-contained HTML file."""
    template = _environment().get_template("report.html.j2")
    stream = template.stream(report=Page(outcome))
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
    environment.filters["breakable"] = breakable
    environment.filters["number"] = thousands
    environment.filters["signed"] = signed
    environment.globals["policy"] = policy
    environment.globals["proposals_about"] = PROPOSALS_ABOUT
    environment.globals["proposals_none"] = PROPOSALS_NONE
    return environment


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy that allows this style and this script, and no network at all."""
    hashes = (base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (style, script))
    style_hash, script_hash = hashes
    return (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "base-uri 'none'; form-action 'none'"
    )

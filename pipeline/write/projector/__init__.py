"""A meeting -> the bahan pembahasan for the projector: one file without a network, a SOP a screen."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from pipeline.dates_in_words import minutes_words
from pipeline.model.agenda import Schedule
from pipeline.write.discussed import (
    WHY_WORDS,
    DiscussedSop,
    DiscussedUnit,
    candidate_words,
    capital,
    discussed,
    found_words,
)
from pipeline.write.flow_svg import flow_svg
from pipeline.write.flow_words import printable
from pipeline.write.html_page import page_environment, policy, write_page
from pipeline.write.numbers import thousands
from pipeline.write.papers.discussion import flawed_words, summary_words
from pipeline.write.papers.letter import meeting_lines
from pipeline.write.papers.phrases import given
from pipeline.write.papers.pleno import Pleno
from pipeline.write.report.words import moment
from pipeline.write.word_table import shown_duration


def write_projector(pleno: Pleno, path: Path) -> None:
    """Write what has to be decided as one self-contained HTML file: an overview, a screen for each SOP, the rest."""
    units = discussed(pleno.outcome, pleno.settings)
    stream = (
        _environment()
        .get_template("projector.html.j2")
        .stream(
            office=pleno.outcome.office,
            meeting=meeting_lines(pleno.meeting),
            place=given(pleno.meeting.place),
            examined=moment(pleno.outcome.when),
            units=units,
            total=sum(len(each.disputed) for each in units),
            summary=summary_words(units),
            flawed=flawed_words(sum(len(each.flawed) for each in units)),
            time_of=_Times(pleno.schedule).of,
        )
    )
    write_page(stream, path)


class _Times:
    """How long each unit has."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule

    def of(self, unit: DiscussedUnit) -> str:
        """Return the minutes of a unit in words, empty where it has none of its own."""
        minutes = self._schedule.minutes_of(unit.unit)
        return minutes_words(minutes) if minutes else ""


def _environment() -> Environment:
    environment = page_environment(Path(__file__).parent, _clean)
    environment.filters["number"] = thousands
    environment.filters["capital"] = capital
    environment.globals.update(
        policy=policy,
        drawn=_drawn,
        candidate=candidate_words,
        found=found_words,
        why=WHY_WORDS,
        links=_links,
        duration=shown_duration,
    )
    return environment


def _clean(value: object) -> object:
    """Take out what no file of text may hold."""
    if isinstance(value, Markup):
        return value
    return printable(value) if isinstance(value, str) else value


def _drawn(sop: DiscussedSop) -> Markup:
    # flow_svg escapes every text that it draws.
    return Markup(printable(flow_svg(sop.sop, sop.wrong))) if sop.sop else Markup("")


def _links(unit: DiscussedUnit) -> Sequence[tuple[str, DiscussedSop]]:
    """Return the SOPs of a unit that have a screen, each with the anchor of it."""
    return [(f"sop-{each.at}", each) for each in unit.disputed]

"""The papers of what is decided at the meeting as files."""

from pathlib import Path

from pipeline.write.papers.discussion import discussion_paper
from pipeline.write.papers.minutes import minutes
from pipeline.write.papers.official_record import official_record
from pipeline.write.papers.pleno import Pleno
from pipeline.write.papers.write import DISCUSSION, MINUTES, RECORD, template


def write_discussion(pleno: Pleno, templates: Path | None, path: Path) -> None:
    """Write the bahan pembahasan: each SOP to decide with its chart; raises TemplateRefused."""
    path.write_bytes(template(DISCUSSION, templates).fill(discussion_paper(pleno), pleno.outcome.when))


def write_minutes(pleno: Pleno, templates: Path | None, path: Path, *, after: bool = False) -> None:
    """Write the notula, `after` the meeting with its decisions; raises TemplateRefused."""
    path.write_bytes(template(MINUTES, templates).fill(minutes(pleno, after=after), pleno.outcome.when))


def write_official_record(pleno: Pleno, templates: Path | None, path: Path, *, after: bool = False) -> None:
    """Write the berita acara, `after` the meeting with the result for each SOP; raises TemplateRefused."""
    path.write_bytes(template(RECORD, templates).fill(official_record(pleno, after=after), pleno.outcome.when))

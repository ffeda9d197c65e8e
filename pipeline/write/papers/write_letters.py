"""The letters and lists of the pleno as files, each from the workspace's own template where it has one."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.model.agenda import Owed
from pipeline.model.outcome import Outcome
from pipeline.settings import Settings
from pipeline.write.papers.attendance import attendance
from pipeline.write.papers.correction_sheet import name_of_paper
from pipeline.write.papers.final_invitation import final_invitation
from pipeline.write.papers.invitation import invitation
from pipeline.write.papers.pleno import Pleno
from pipeline.write.papers.programme import programme
from pipeline.write.papers.reminder import reminders
from pipeline.write.papers.write import (
    ATTENDANCE,
    FINAL_INVITATION,
    INVITATION,
    PROGRAMME,
    REMINDER,
    free_path,
    template,
)


def write_invitation(pleno: Pleno, templates: Path | None, path: Path) -> None:
    """Write the invitation to the pleno, with the list of invitees where it is long; raises TemplateRefused."""
    _write(INVITATION, invitation(pleno), pleno, templates, path)


def write_programme(pleno: Pleno, templates: Path | None, path: Path) -> None:
    """Write the susunan acara; raises TemplateRefused."""
    _write(PROGRAMME, programme(pleno), pleno, templates, path)


def write_attendance(pleno: Pleno, templates: Path | None, path: Path) -> None:
    """Write the attendance list, one for each day; raises TemplateRefused."""
    _write(ATTENDANCE, attendance(pleno), pleno, templates, path)


def write_final_invitation(pleno: Pleno, owing: Sequence[Owed], templates: Path | None, path: Path) -> None:
    """Write the invitation to the drafting of the final SOPs, with what each unit owes; raises TemplateRefused."""
    _write(FINAL_INVITATION, final_invitation(pleno, owing), pleno, templates, path)


def _write(name: str, context: object, pleno: Pleno, templates: Path | None, path: Path) -> None:
    path.write_bytes(template(name, templates).fill(context, pleno.outcome.when))


def write_reminders(
    outcome: Outcome, settings: Settings, owing: Sequence[Owed], templates: Path | None, folder: Path
) -> tuple[Path, ...]:
    """Write a reminder for each unit that has SOPs to hand in and return the paths; raises TemplateRefused.

    `folder` is made where it is not there; nothing in it is written over.
    """
    form = template(REMINDER, templates)
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    paths = []
    for each in reminders(outcome, settings, owing):
        path = free_path(folder, name_of_paper("pengingat", each.unit), taken)
        path.write_bytes(form.fill(each.letter, outcome.when))
        paths.append(path)
    return tuple(paths)

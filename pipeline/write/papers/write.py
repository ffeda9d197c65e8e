"""The papers of a run as files, each from the workspace's own template where it has one, else from the shipped one."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pipeline.errors import TemplateRefused
from pipeline.model.outcome import Outcome
from pipeline.settings import Settings
from pipeline.write.papers.attendance import Attendance
from pipeline.write.papers.correction_sheet import UnitSheet, correction_sheets, sheet_name
from pipeline.write.papers.discussion import DiscussionPaper
from pipeline.write.papers.final_invitation import FinalInvitation
from pipeline.write.papers.invitation import Invitation
from pipeline.write.papers.minutes import Minutes
from pipeline.write.papers.official_record import OfficialRecord
from pipeline.write.papers.programme import Programme
from pipeline.write.papers.reminder import Reminder
from pipeline.write.papers.report_paper import report_paper
from pipeline.write.papers.template import PaperTemplate
from pipeline.write.papers.views import CorrectionSheet, ReportPaper
from pipeline.write.workspace import shipped

REPORT_PAPER, CORRECTION_SHEET = "laporan-selisih.docx", "lembar-koreksi.docx"
INVITATION, FINAL_INVITATION, REMINDER = "undangan.docx", "undangan-penyusunan-final.docx", "pengingat.docx"
PROGRAMME, ATTENDANCE = "susunan-acara.docx", "daftar-hadir.docx"
DISCUSSION, MINUTES, RECORD = "bahan-pembahasan.docx", "notula.docx", "berita-acara.docx"
# Each template, and what it can ask for.
TEMPLATES: Mapping[str, type] = MappingProxyType(
    {
        REPORT_PAPER: ReportPaper,
        CORRECTION_SHEET: CorrectionSheet,
        INVITATION: Invitation,
        PROGRAMME: Programme,
        ATTENDANCE: Attendance,
        FINAL_INVITATION: FinalInvitation,
        REMINDER: Reminder,
        DISCUSSION: DiscussionPaper,
        MINUTES: Minutes,
        RECORD: OfficialRecord,
    }
)
# Those that every run fills in.
OF_A_RUN = (REPORT_PAPER, CORRECTION_SHEET)
# Those of a meeting, and the sheets that are handed out there.
OF_A_MEETING = tuple(each for each in TEMPLATES if each != REPORT_PAPER)
# The workspace's folder of templates.
FOLDER = "templates"
_ENDING = ".docx"


class Tried(NamedTuple):
    """A template that was tried: whether it is the workspace's own, and why it is refused, empty if it is not."""

    name: str
    own: bool
    refused: str


def template(name: str, folder: Path | None) -> PaperTemplate:
    """Return a paper's template, from the workspace's `folder` of templates if it is there; raises TemplateRefused."""
    file = _file(name, folder)
    facts = file.stat()
    return _looked_through(file, (facts.st_mtime_ns, facts.st_size), TEMPLATES[name])


@lru_cache(maxsize=2 * len(TEMPLATES))
def _looked_through(file: Path, _as_of: tuple[int, int], context: type) -> PaperTemplate:
    """A template is looked through once as long as its file stays the same: before a run, and not again in it."""
    return PaperTemplate(file, context)


def _file(name: str, folder: Path | None) -> Path:
    own = folder / name if folder else None
    return own if own is not None and own.is_file() else shipped(FOLDER) / name


def try_templates(folder: Path | None) -> Iterator[Tried]:
    """Yield each template as it would be used, tried; none is raised."""
    for name in TEMPLATES:
        file = _file(name, folder)
        own = folder is not None and file.parent == folder
        try:
            template(name, folder)
        except TemplateRefused as error:
            yield Tried(name, own, str(error))
        else:
            yield Tried(name, own, "")


def strangers(folder: Path | None) -> tuple[str, ...]:
    """Return the Word files in the workspace's folder of templates that no paper is made from and nobody shipped."""
    if folder is None or not folder.is_dir():
        return ()
    known = {each.name for each in shipped(FOLDER).iterdir()}
    found = (each.name for each in sorted(folder.iterdir()) if each.is_file() and not each.name.startswith("~$"))
    return tuple(each for each in found if each.lower().endswith(_ENDING) and each not in known)


def require_templates(folder: Path | None, names: Iterable[str] = OF_A_RUN) -> None:
    """Raise TemplateRefused for the first template that cannot be used: better before a run than at its end."""
    for name in names:
        template(name, folder)


def write_report_paper(outcome: Outcome, settings: Settings, templates: Path | None, path: Path) -> None:
    """Write the discrepancy report for the file and the signature; raises TemplateRefused."""
    made = template(REPORT_PAPER, templates).fill(report_paper(outcome, settings), outcome.when)
    path.write_bytes(made)


def write_correction_sheets(
    outcome: Outcome, settings: Settings, templates: Path | None, folder: Path, *, by_unit: bool = True
) -> tuple[Path, ...]:
    """Write each unit's correction sheet under `folder` and return the paths; raises TemplateRefused.

    `by_unit` puts it into the unit's folder, which is the one that most of its drafts came in; what no unit handed in
    stands in `folder` itself.
    """
    form = template(CORRECTION_SHEET, templates)
    taken: set[str] = set()
    return tuple(
        _write_sheet(each, form, folder / each.folder if by_unit else folder, outcome, taken)
        for each in correction_sheets(outcome, settings)
    )


def _write_sheet(each: UnitSheet, form: PaperTemplate, target: Path, outcome: Outcome, taken: set[str]) -> Path:
    target.mkdir(parents=True, exist_ok=True)
    path = free_path(target, sheet_name(each.unit), taken)
    path.write_bytes(form.fill(each.sheet, outcome.when))
    return path


def free_path(folder: Path, name: str, taken: set[str]) -> Path:
    """Return a path that no file and none of `taken` has, and add it to them; Windows tells no capital letters."""
    count, path = 1, folder / f"{name}{_ENDING}"
    while path.exists() or str(path).lower() in taken:
        count += 1
        path = folder / f"{name} ({count}){_ENDING}"
    taken.add(str(path).lower())
    return path

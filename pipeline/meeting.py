"""The pleno on one screen: what the last round found in, the meeting's papers out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from pipeline.agenda.discuss import to_discuss
from pipeline.agenda.invitees import invitees
from pipeline.agenda.loads import loads
from pipeline.agenda.owed import owed
from pipeline.agenda.schedule import schedule
from pipeline.check.rule import Rule
from pipeline.decisions import REGISTER, decided, open_register, submitted_files, take_over, with_changes
from pipeline.errors import NoWorkspace, SettingsWrong
from pipeline.extract.participants import understand_participants
from pipeline.intake import Progress
from pipeline.model.agenda import Owed, Participants
from pipeline.model.decision import SubmittedFile, TakenOver
from pipeline.read.workbook import ENDINGS, read_workbook_file
from pipeline.register.lock import only_one
from pipeline.run import WORKBOOK, read_inputs, run
from pipeline.settings import NAME, Settings
from pipeline.write.folder import MEETING, recover, results
from pipeline.write.papers.pleno import Pleno
from pipeline.write.papers.write import (
    ATTENDANCE,
    DISCUSSION,
    FINAL_INVITATION,
    INVITATION,
    MINUTES,
    OF_A_MEETING,
    PROGRAMME,
    RECORD,
    require_templates,
    write_correction_sheets,
)
from pipeline.write.papers.write import FOLDER as TEMPLATES
from pipeline.write.papers.write_letters import (
    write_attendance,
    write_final_invitation,
    write_invitation,
    write_programme,
    write_reminders,
)
from pipeline.write.papers.write_meeting import write_discussion, write_minutes, write_official_record
from pipeline.write.projector import write_projector

# The office's list of who takes part, under input/, with one of a workbook's endings.
PARTICIPANTS = "peserta"
# Folders of papers that there is one of for each unit.
SHEETS, REMINDERS = "lembar-koreksi", "pengingat"
_PEOPLE = "Daftar peserta"
_NO_MEETING = (
    f"{NAME} belum memuat waktu rapat. Isi bagian [pleno]: dates, start, dan end, mis. "
    'dates = ["2026-05-11"], start = "08.00", end = "15.30"; lalu jalankan lagi.'
)
_NO_ROUND = "Belum ada putaran yang tercatat di {}. Jalankan “pleno run” dahulu."
_CHANGED = (
    "{} naskah berubah sejak putaran terakhir: {}. Bahan rapat memakai naskah yang sekarang; jalankan “pleno run” agar "
    "laporan dan buku kerja sama dengan bahan rapat."
)
_NAMED = 5


class Meeting(NamedTuple):
    """A meeting, what each unit owes it, and what became of decisions filled in since the last round.

    `told` are sentences for whoever convenes it.
    """

    pleno: Pleno
    owed: tuple[Owed, ...]
    taken: TakenOver
    told: tuple[str, ...]


def gather(
    workspace: Path, settings: Settings, when: datetime, progress: Progress, rules: Sequence[Rule] = ()
) -> Meeting:
    """Return what the meeting is about.

    Drafts are read anew; nothing is recorded but decisions of the workbook. Raises PlenoError when nothing can be done.
    """
    if settings.meeting is None:
        raise SettingsWrong(_NO_MEETING)
    output = workspace / "output"
    if not (output / REGISTER).is_file():
        raise NoWorkspace(_NO_ROUND.format(output))
    inputs = read_inputs(workspace, settings)
    people = _participants(workspace, settings, inputs.drafts)
    with only_one(output), open_register(output) as register:
        book = output / WORKBOOK
        taken = take_over([book] if book.is_file() else [], workspace, register, when)
        outcome = with_changes(run(inputs, settings, when, progress, rules, decided(register, taken)), register)
        rounds = register.rounds()
        if not rounds:
            raise NoWorkspace(_NO_ROUND.format(output))
        before = register.files(rounds[-1].number)
    units = loads(outcome, settings, to_discuss(outcome, settings))
    plan = schedule(units, settings.meeting, settings.head.position)
    invited = invitees(outcome, settings, people)
    told = (*_changed(before, submitted_files(outcome)), *plan.notes, *people.told, *invited.told)
    pleno = Pleno(outcome=outcome, settings=settings, schedule=plan, invited=invited)
    return Meeting(pleno=pleno, owed=owed(outcome, settings), taken=taken, told=told)


def publish(meeting: Meeting, workspace: Path, *, after: bool) -> tuple[Path, ...]:
    """Write the papers of a meeting, or those `after` it, into output/pleno and return their paths.

    Papers of the same name move to the archive there; others stay, for people have filled them in. Raises PlenoError.
    """
    output, templates = workspace / "output" / MEETING, workspace / TEMPLATES
    require_templates(templates, OF_A_MEETING)
    with only_one(workspace / "output"):
        recover(output)
        with results(output, meeting.pleno.outcome.when, keep_others=True) as aside:
            (_write_after if after else _write_before)(meeting, templates, aside)
            written = sorted(each.name for each in aside.iterdir())
    return tuple(output / name for name in written)


def _write_before(meeting: Meeting, templates: Path, folder: Path) -> None:
    pleno = meeting.pleno
    write_invitation(pleno, templates, folder / INVITATION)
    write_programme(pleno, templates, folder / PROGRAMME)
    write_discussion(pleno, templates, folder / DISCUSSION)
    write_projector(pleno, folder / Path(DISCUSSION).with_suffix(".html"))
    write_attendance(pleno, templates, folder / ATTENDANCE)
    write_minutes(pleno, templates, folder / MINUTES)
    write_official_record(pleno, templates, folder / RECORD)
    write_correction_sheets(pleno.outcome, pleno.settings, templates, folder / SHEETS, by_unit=False)
    write_reminders(pleno.outcome, pleno.settings, meeting.owed, templates, folder / REMINDERS)


def _write_after(meeting: Meeting, templates: Path, folder: Path) -> None:
    pleno = meeting.pleno
    write_minutes(pleno, templates, folder / MINUTES, after=True)
    write_official_record(pleno, templates, folder / RECORD, after=True)
    write_final_invitation(pleno, meeting.owed, templates, folder / FINAL_INVITATION)
    write_reminders(pleno.outcome, pleno.settings, meeting.owed, templates, folder / REMINDERS)


def _participants(workspace: Path, settings: Settings, drafts: Path) -> Participants:
    """The office's list of participants; none where it keeps none. Raises PlenoError for several, or a bad one."""
    folder = workspace / "input"
    found = [each for ending in ENDINGS if (each := folder / f"{PARTICIPANTS}{ending}").is_file()]
    if len(found) > 1:
        raise NoWorkspace(
            f"Ada {len(found)} {_PEOPLE.lower()} di {folder}: {', '.join(each.name for each in found)}. Sisakan satu."
        )
    if not found:
        return Participants()
    folders = [each.name for each in sorted(drafts.iterdir()) if each.is_dir()]
    return understand_participants(read_workbook_file(found[0], _PEOPLE), settings, folders)


def _changed(before: Sequence[SubmittedFile], now: Sequence[SubmittedFile]) -> Iterator[str]:
    known = {each.file: each.sha256 for each in before}
    current = {each.file: each.sha256 for each in now}
    names = sorted(each for each in known.keys() | current.keys() if known.get(each) != current.get(each))
    if names:
        shown = ", ".join(names[:_NAMED]) + (f", dan {len(names) - _NAMED} lagi" if len(names) > _NAMED else "")
        yield _CHANGED.format(len(names), shown)

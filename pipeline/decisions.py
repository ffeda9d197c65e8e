"""Copies of the workbook, the register and a run: decisions taken over before it, the round recorded after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from pipeline.decide.follow_up import follow_ups
from pipeline.decide.matters import matters
from pipeline.decide.merge import merged
from pipeline.decide.owners import Owners
from pipeline.decide.understand import understood
from pipeline.errors import OutputNotWritable
from pipeline.model.decision import Conflict, Decision, DecisionLine, Refused, Round, SubmittedFile, TakenOver, Verdict
from pipeline.model.outcome import Outcome
from pipeline.read.decisions import read_decisions
from pipeline.register.store import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What holds when a run begins: a decision for each matter that has one, and the number that the run will have.

    `last` is the number of the decision recorded last: what others record meanwhile is not in this round's workbook.
    `unclear` is what was filled in and not understood; it is put back where it stood.
    """

    decisions: Mapping[str, Decision] = field(default_factory=dict)
    last: int = 0
    unclear: tuple[DecisionLine, ...] = ()
    round: int = 0


UNDECIDED = Decided()
REGISTER = "register.sqlite"


def open_register(output: Path) -> Register:
    """Return the register in a workspace's output folder, made with the folder where there is none."""
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputNotWritable(f"Folder {output} tidak dapat dibuat ({error.strerror}). Periksa izinnya.") from error
    return Register.open(output / REGISTER)


def take_over(copies: Sequence[Path], workspace: Path, register: Register, when: datetime) -> TakenOver:
    """Record what copies of the workbook decide, one after the other, and return what became of it.

    Raises DecisionsUnreadable for a copy that cannot be read; what the ones before it said is recorded.
    """
    taken: list[Decision] = []
    refused: list[Refused] = []
    conflicts: list[Conflict] = []
    for path in copies:
        book = read_decisions(path, _name(path, workspace))
        moment = _moment(when)
        read = understood(book, register.matter, moment)
        blank = Decision(
            about="", verdict=Verdict.WITHDRAWN, by=book.by, when=moment, source=book.file, round=book.round
        )
        found = merged(read, register.as_of(book.round), register.current(), blank)
        register.record(found.taken)
        taken += found.taken
        refused += found.refused
        conflicts += found.conflicts
    return TakenOver(taken=tuple(taken), refused=tuple(refused), conflicts=tuple(conflicts))


def decided(register: Register, told: TakenOver) -> Decided:
    """Return what holds now that these decisions were taken over, and the number of the round to come."""
    last = register.last_decision()
    return Decided(
        decisions=register.current(),
        last=last,
        unclear=tuple(each.line for each in told.refused if each.line.about),
        round=register.next_round(),
    )


def with_changes(outcome: Outcome, register: Register) -> Outcome:
    """Return the outcome of a run with what is otherwise than in the round before, and what became of decisions."""
    found = tuple(matters(outcome))
    changes = None
    if outcome.round > 1:
        changes = register.compare(found, submitted_files(outcome), titles_by_file(outcome))
    raised = {each.about: each for each in found}
    return replace(outcome, changes=changes, follow_ups=tuple(follow_ups(outcome, raised, register.matter)))


def record_round(outcome: Outcome, register: Register) -> None:
    """Record a run as a round: its files, and all that it raised."""
    register.add_round(
        Round(
            number=outcome.round,
            when=_moment(outcome.when),
            inventory=outcome.inventory.file,
            inventory_sha256=outcome.inventory.sha256,
        ),
        submitted_files(outcome),
        tuple(matters(outcome)),
        titles=titles_by_file(outcome),
        last_decision=outcome.last_decision,
    )


def submitted_files(outcome: Outcome) -> tuple[SubmittedFile, ...]:
    """Return the files of a run, each once, those that could not be read among them."""
    owners = Owners(outcome)
    found = {
        each.file: SubmittedFile(file=each.file, sha256=each.sha256, unit=owners.of_sop(each), readable=True)
        for each in reversed(outcome.sops)
    }
    for each in outcome.unreadable:
        found[each.file] = SubmittedFile(
            file=each.file, sha256=each.sha256, unit=owners.of_folder(each.folder), readable=False
        )
    return tuple(found[file] for file in sorted(found))


def titles_by_file(outcome: Outcome) -> dict[str, tuple[str, ...]]:
    """Return the titles of the SOPs in each file."""
    found: dict[str, tuple[str, ...]] = {}
    for each in outcome.sops:
        found[each.file] = (*found.get(each.file, ()), each.title)
    return found


def _name(path: Path, workspace: Path) -> str:
    """How a copy is called in the register: by its way from the workspace, which may be moved to another PC."""
    whole, root = path.resolve(), workspace.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(whole)


def _moment(when: datetime) -> str:
    return when.isoformat(timespec="seconds")

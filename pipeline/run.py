"""The whole chain on one screen: drafts and inventory in, an Outcome, its results out."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from pipeline.check.apply import check, part_accepted, require_known_codes
from pipeline.check.rule import Rule
from pipeline.check.sop_set import SopSet, one_each
from pipeline.decide.apply import answers, followed_up, to_carry_out, with_decisions
from pipeline.decide.arrows import arrow_questions, with_arrows
from pipeline.decisions import (
    REGISTER,
    UNDECIDED,
    Decided,
    decided,
    open_register,
    record_round,
    take_over,
    with_changes,
)
from pipeline.errors import NoWorkspace
from pipeline.extract.inventory.understand import understand_inventory
from pipeline.intake import Progress, read_all, submitted
from pipeline.model.decision import TakenOver
from pipeline.model.inventory import Inventory
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Reconciliation, Status
from pipeline.model.sop import Sop
from pipeline.read.workbook import ENDINGS, read_workbook_file
from pipeline.reconcile.assemble import reconcile
from pipeline.register.lock import only_one
from pipeline.register.store import Register
from pipeline.settings import Settings
from pipeline.text import key
from pipeline.write.folder import ARCHIVE, recover, refuse_open_files, results
from pipeline.write.markup.returned import FOLDER as RETURNED
from pipeline.write.markup.returned import hand_back
from pipeline.write.master.changes import Corrected
from pipeline.write.master.office import corrected_inventory
from pipeline.write.papers.write import FOLDER as TEMPLATES
from pipeline.write.papers.write import (
    REPORT_PAPER,
    require_templates,
    write_correction_sheets,
    write_report_paper,
)
from pipeline.write.records import write_drafts, write_reconciliation
from pipeline.write.report import write_report
from pipeline.write.workbook import write_workbook

WORKBOOK = "konsolidasi.xlsx"
REPORT = "laporan-selisih.html"
RECONCILIATION = "reconciliation.json"
DRAFTS = "drafts.jsonl"
# The office's own inventory, corrected; it keeps its ending.
MASTER = "inventaris-terkoreksi"


class Inputs(NamedTuple):
    """What a run works on: the folder of drafts, the inventory's file, and the inventory as it was understood."""

    drafts: Path
    inventory_file: Path
    inventory: Inventory


def run(
    inputs: Inputs,
    settings: Settings,
    when: datetime,
    progress: Progress,
    rules: Sequence[Rule] = (),
    known: Decided = UNDECIDED,
) -> Outcome:
    """Return everything known about a workspace's drafts and inventory.

    `rules` are those that hold, all of the program's where none are given; `known` is what the office has decided.
    """
    drafts, inventory = inputs.drafts, inputs.inventory
    require_known_codes(settings, rules)
    read, unreadable = read_all(submitted(drafts), progress)
    sops = with_arrows(read, known.decisions)
    folders = [each.name for each in sorted(drafts.iterdir()) if each.is_dir()]
    decisions = known.decisions
    reconciliation = with_decisions(reconcile(sops, inventory, settings, folders, answers(decisions)), decisions)
    together = SopSet(
        sops=sops,
        inventory=tuple(row.title for row in inventory.rows),
        counterparts=tuple(counterparts(reconciliation, sops)),
        settings=settings,
    )
    accepted = part_accepted(check(together, settings, rules), settings)
    findings = followed_up(accepted.open, decisions)
    return Outcome(
        office=settings.office,
        when=when,
        sops=sops,
        unreadable=unreadable,
        inventory=inventory,
        findings=findings.open,
        accepted=(*accepted.accepted, *(each for each, _ in findings.left)),
        reasons=(
            *((each.finding, each.reason) for each in settings.accepted),
            *((each.id, reason) for each, reason in findings.left),
        ),
        reconciliation=reconciliation,
        disparities=together.disparities,
        hours_per_day=settings.hours_per_day,
        roles=tuple((key(each), role.name) for role in settings.roles for each in (role.name, *role.synonyms)),
        repealed=settings.repealed,
        decisions=tuple(decisions.values()),
        unclear=known.unclear,
        arrows=arrow_questions(read),
        round=known.round,
        last_decision=known.last,
    )


class Done(NamedTuple):
    """A round when it is over: what is known, what became of the decisions filled in before it, and the results.

    `left` are sentences about what of the inventory was not corrected, or is to be looked at.
    """

    outcome: Outcome
    told: TakenOver
    results: tuple[Path, ...]
    left: tuple[str, ...]


def run_round(
    workspace: Path, settings: Settings, when: datetime, progress: Progress, rules: Sequence[Rule] = ()
) -> Done:
    """Return a whole round: decisions taken over from the last workbook, then run, results and register.

    Decisions are in the register before anything else is done. Raises PlenoError when nothing can be done.
    """
    output = workspace / "output"
    refuse_open_files(output)
    require_templates(workspace / TEMPLATES)
    # Where there is nothing to work on, nothing is written.
    inputs = read_inputs(workspace, settings)
    with only_one(output), open_register(output) as register:
        recover(output)
        last = output / WORKBOOK
        told = take_over([last] if last.is_file() else [], workspace, register, when)
        outcome = with_changes(run(inputs, settings, when, progress, rules, decided(register, told)), register)
        master = _corrected_master(inputs.inventory_file, outcome, settings)
        returned, paths = publish(outcome, workspace, settings, register, master)
        return Done(returned, told, paths, master.left)


def _corrected_master(file: Path, outcome: Outcome, settings: Settings) -> Corrected:
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != outcome.inventory.sha256:
        # What was found is not about these bytes any more.
        return Corrected(data=None, left=(f"{outcome.inventory.file} berubah selagi dibaca; jalankan lagi.",))
    decisions = {each.about: each for each in outcome.decisions}
    return corrected_inventory(data, outcome.inventory, to_carry_out(outcome.reconciliation, decisions), settings)


def counterparts(reconciliation: Reconciliation, sops: Sequence[Sop]) -> Iterator[tuple[Sop, ...]]:
    """Yield the SOPs of several units that surely answer the same row of the inventory."""
    by_key = {sop.key: sop for sop in sops}
    by_row: dict[tuple[str, int], list[Sop]] = {}
    for item in reconciliation.items:
        if item.row is not None and item.status is Status.SHARED and not item.doubtful:
            place = item.row.place
            by_row.setdefault((place.sheet, place.row), []).extend(by_key[d.file, d.part] for d in item.drafts)
    for group in by_row.values():
        each = tuple(one_each(group))
        if len(each) > 1:
            yield each


def publish(
    outcome: Outcome, workspace: Path, settings: Settings, register: Register, master: Corrected
) -> tuple[Outcome, tuple[Path, ...]]:
    """Write the results of a run into the workspace's output, all at once; `master` is the corrected inventory.

    Returns the outcome with the drafts that go back to their units marked up, and all paths.
    The round is in the register before they appear: a workbook whose round the register does not know cannot be. A copy
    of the register stands in the archive, for the day on which the register itself is damaged or deleted.
    """
    output, templates = workspace / "output", workspace / TEMPLATES
    with results(output, outcome.when) as aside:
        outcome = replace(outcome, returned=hand_back(outcome, workspace / "input" / "drafts", aside))
        write_correction_sheets(outcome, settings, templates, aside / RETURNED)
        write_report_paper(outcome, settings, templates, aside / REPORT_PAPER)
        write_workbook(outcome, aside / WORKBOOK)
        write_report(outcome, aside / REPORT)
        write_reconciliation(outcome, aside / RECONCILIATION)
        write_drafts(outcome, aside / DRAFTS)
        if master.data is not None:
            (aside / f"{MASTER}{Path(outcome.inventory.file).suffix.lower()}").write_bytes(master.data)
        written = sorted(each.name for each in aside.iterdir())
        record_round(outcome, register)
    (output / ARCHIVE).mkdir(exist_ok=True)
    register.copy_to(output / ARCHIVE / REGISTER)
    return outcome, tuple(output / name for name in sorted(written, key=_for_programs))


def _for_programs(name: str) -> bool:
    return name in (RECONCILIATION, DRAFTS)


def inventory_of(workspace: Path, settings: Settings) -> Path:
    """Return the master inventory's file: the one that the settings name, else input/inventory with one of its endings.

    Raises NoWorkspace where there is none, or more than one.
    """
    folder = workspace / "input"
    if settings.inventory.file:
        named = folder / settings.inventory.file
        if not named.is_file():
            raise NoWorkspace(
                f"Panduan induk {named} belum ada, padahal disebut di pleno.toml (inventory.file). Perbaiki namanya, "
                "lalu jalankan lagi."
            )
        return named
    found = [each for ending in ENDINGS if (each := folder / f"inventory{ending}").is_file()]
    if not found:
        raise NoWorkspace(
            f"Panduan induk {folder / 'inventory.xlsx'} belum ada. Simpan panduan induk dengan nama itu, "
            "lalu jalankan lagi."
        )
    if len(found) > 1:
        raise NoWorkspace(
            f"Ada {len(found)} panduan induk di {folder}: {', '.join(each.name for each in found)}. Sisakan satu, atau "
            'sebutkan yang dipakai di pleno.toml, bagian [inventory], mis. file = "inventory.xlsx".'
        )
    return found[0]


def read_inputs(workspace: Path, settings: Settings) -> Inputs:
    """Return what a run works on, the inventory read; raises PlenoError where there is nothing to work on."""
    drafts = workspace / "input" / "drafts"
    if not drafts.is_dir():
        raise NoWorkspace(
            f"Di {workspace.resolve()} belum ada folder input/drafts. Buat ruang kerja dengan “pleno init”, "
            "atau coba kantor contoh dengan “pleno init --contoh”."
        )
    if not submitted(drafts):
        raise NoWorkspace(
            f"Belum ada naskah di {drafts}. Taruh naskah tiap unit di dalam folder unitnya, lalu jalankan lagi."
        )
    file = inventory_of(workspace, settings)
    return Inputs(drafts, file, understand_inventory(read_workbook_file(file), settings))

"""Sops and Outcome -> the machine-readable contract: one JSON object a SOP, and reconciliation.json."""

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pipeline.model.draft import Note, Revision, Unread
from pipeline.model.finding import Finding
from pipeline.model.outcome import Outcome
from pipeline.model.place import DocxPlace
from pipeline.model.reconciliation import Item
from pipeline.model.sop import LISTS, Date, Duration, Flow, Identity, Sop, Step, Unreadable, Value
from pipeline.text import fold
from pipeline.write.loss import guesses, unread_in

DRAFT_FORMAT = "sop-draft/1"
RECONCILIATION_FORMAT = "sop-reconciliation/1"

Json = dict[str, object]


def sop_record(sop: Sop, findings: Iterable[Finding]) -> Json:
    """Return a SOP with its findings in the contract's form `sop-draft/1`; findings on other SOPs are left out."""
    return {
        "format": DRAFT_FORMAT,
        "source": {"file": sop.file, "sha256": sop.sha256, "part": sop.part},
        "kind": sop.kind,
        "identity": _identity(sop.identity),
        "actors": [actor.name for actor in sop.actors],
        "steps": [_step(each) for each in sop.steps],
        "flow": _flow(sop.flow),
        "findings": [
            {"code": each.code, "severity": each.severity.value, "where": each.where, "message": each.message}
            for each in findings
            if (each.file, each.part) == sop.key
        ],
    }


def loss_record(sop: Sop) -> Json:
    """Return what the SOP's file holds, and what in the SOP was not read, guessed, or only noted, each with its place.

    `held` counts for the whole file; what stands in a page header or footer is told with every SOP of the file.
    """
    return {
        "held": [{"what": each.what, "count": each.count, "treated": each.treated.value} for each in sop.held],
        "unread": [_seen(each) for each in unread_in(sop)],
        "guessed": [
            {"field": each.field, "label": each.label, "sure": each.sure, "place": _place(each.place)}
            for each in guesses(sop)
        ],
        "aside": [_seen(each) for each in sop.aside],
        "revisions": [_written(each) for each in sop.revisions],
        "notes": [_written(each) for each in sop.notes],
    }


def unreadable_record(each: Unreadable) -> Json:
    """Return a file that could not be read in the contract's form."""
    source: Json = {"file": each.file}
    if each.sha256:
        source["sha256"] = each.sha256
    return {"format": DRAFT_FORMAT, "source": source, "error": {"code": each.code, "message": each.message}}


def reconciliation_record(outcome: Outcome) -> Json:
    """Return the reconciliation in the contract's form `sop-reconciliation/1`."""
    found = outcome.reconciliation
    return {
        "format": RECONCILIATION_FORMAT,
        "units": [
            {
                "unit": each.unit, "inventory": each.inventory, "submitted": each.submitted, "matched": each.matched,
                "missing": each.missing, "extra": each.extra, "duplicate": each.duplicate,
                "transferred": each.transferred,
            }
            for each in found.units
        ],
        "items": [_item(each) for each in found.items],
    }  # fmt: skip


def line(record: Json) -> str:
    """Return a record as one line of JSON, letters as they are."""
    return json.dumps(record, ensure_ascii=False)


def write_drafts(outcome: Outcome, path: Path) -> None:
    """Write drafts.jsonl: one line a SOP with its loss report, one a file that could not be read."""
    own: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for each in outcome.findings:
        own[each.file, each.part].append(each)
    records = [{**sop_record(sop, own[sop.key]), "loss": loss_record(sop)} for sop in outcome.sops]
    records += [unreadable_record(file) for file in outcome.unreadable]
    path.write_text("".join(f"{line(each)}\n" for each in records), encoding="utf-8", newline="\n")


def write_reconciliation(outcome: Outcome, path: Path) -> None:
    """Write reconciliation.json."""
    text = json.dumps(reconciliation_record(outcome), ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _seen(each: Unread) -> Json:
    return {"what": fold(each.what), "place": _place(each.place)}


def _written(each: Revision | Note) -> Json:
    return {
        "kind": each.kind,
        "author": each.author or None,
        "date": each.date or None,
        "text": fold(each.text),
        "place": _place(each.place),
    }


def _place(place: DocxPlace) -> Json:
    return {
        "part": place.part,
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "paragraph": place.paragraph,
    }


def _text(value: Value | None) -> str | None:
    return value.text if value is not None and value.text else None


def _identity(identity: Identity) -> Json:
    approval = identity.approved_by
    return {
        "institution": [each.text for each in identity.institution],
        "unit": _text(identity.unit),
        "number": _text(identity.number),
        "title": _text(identity.title),
        "created": _iso(identity.created),
        "revised": _iso(identity.revised),
        "effective": _iso(identity.effective),
        "approved_by": {
            "position": approval.position if approval else None,
            "name": approval.name if approval else None,
            "nip": approval.nip if approval else None,
        },
        **{name.value: [each.text for each in identity.values(name)] for name in LISTS},
    }


def _iso(date: Date | None) -> str | None:
    return date.iso if date is not None else None


def _step(step: Step) -> Json:
    return {
        "number": step.number,
        "activity": step.activity,
        "actors": list(step.actors),
        "requirements": step.requirements,
        "duration": _duration(step.duration),
        "output": step.output,
        "note": step.note,
    }


def _duration(duration: Duration | None) -> Json | None:
    if duration is None:
        return None
    measured = duration.low is not None
    return {
        "text": duration.text,
        "min": _number(duration.low),
        "max": _number(duration.high),
        "unit": duration.unit,
        "approximate": duration.approximate if measured else None,
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value


def _flow(flow: Flow) -> Json:
    return {
        "source": flow.source,
        "nodes": [
            {"id": each.id, "kind": each.kind.value, "step": each.step, "actor": each.actor, "text": each.text}
            for each in flow.nodes
        ],
        "edges": [{"source": each.source, "target": each.target, "label": each.label} for each in flow.edges],
    }


def _item(item: Item) -> Json:
    row = item.row
    return {
        "inventory": None
        if row is None
        else {
            "row": row.place.row, "sheet": row.place.sheet, "number": row.number or None, "title": row.title,
            "unit": item.unit,
        },
        "drafts": [{"file": each.file, "part": each.part} for each in item.drafts],
        "status": item.status.value,
        "score": item.score,
        "differences": [
            {"field": each.field, "inventory": each.inventory or None, "draft": each.draft or None}
            for each in item.differences
        ],
    }  # fmt: skip

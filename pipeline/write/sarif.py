"""Findings -> SARIF 2.1.0 (OASIS), for editors and for systems that collect what checkers say.

A Word draft has no regions of text in the sense of SARIF: a finding stands at a logical location, and its correction
is a property.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from pipeline import __version__
from pipeline.check.rule import Rule
from pipeline.model.finding import Finding, Severity
from pipeline.model.sop import Sop, Unreadable
from pipeline.settings import Accepted, Settings
from pipeline.wording import FAMILY_WORDS, where_words

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note", Severity.OFF: "none"}

_Json = dict[str, object]


def sarif(
    sops: Sequence[Sop],
    unreadable: Sequence[Unreadable],
    findings: Iterable[Finding],
    accepted: Iterable[Finding],
    rules: Sequence[Rule],
    settings: Settings,
) -> str:
    """Return one SARIF log of one run; findings that the office accepts are results with a suppression."""
    at = {rule.code: index for index, rule in enumerate(rules)}
    files = {each.file: each.sha256 for each in sops} | {each.file: each.sha256 for each in unreadable}
    indices = {file: index for index, file in enumerate(files)}
    run: _Json = {
        "tool": {
            "driver": {
                "name": "sop-pleno", "version": __version__, "language": "id",
                "shortDescription": {"text": "Pemeriksaan naskah SOP sebelum rapat pleno."},
                "rules": [_rule(each) for each in rules],
            }
        },
        "language": "id",
        "invocations": [_invocation(unreadable, indices, at, settings)],
        "artifacts": [_artifact(file, sha) for file, sha in files.items()],
        "results": [
            *(_result(each, at, indices, ()) for each in findings),
            *(_result(each, at, indices, settings.accepted) for each in accepted),
        ],
    }  # fmt: skip
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> _Json:
    enabled = rule.severity is not Severity.OFF
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.fix},
        "defaultConfiguration": {"enabled": enabled, "level": _LEVELS[rule.severity]},
        "properties": {
            "source": rule.source, "question": rule.question,
            "tags": [FAMILY_WORDS.get(rule.code[:2], rule.code[:2])],
        },
    }  # fmt: skip


def _invocation(
    unreadable: Sequence[Unreadable], indices: Mapping[str, int], at: Mapping[str, int], settings: Settings
) -> _Json:
    return {
        "executionSuccessful": not unreadable,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": each.message},
                "locations": [{"physicalLocation": {"artifactLocation": _location(each.file, indices)}}],
                "properties": {"code": each.code},
            }
            for each in unreadable
        ],
        "ruleConfigurationOverrides": [
            {
                "descriptor": {"id": code, "index": at[code]},
                "configuration": {"enabled": severity is not Severity.OFF, "level": _LEVELS[severity]},
            }
            for code, severity in settings.severities
        ],
    }


def _artifact(file: str, sha: str) -> _Json:
    known: _Json = {"hashes": {"sha-256": sha}} if sha else {}
    return {"location": {"uri": _uri(file)}, "roles": ["analysisTarget"], **known}


def _uri(file: str) -> str:
    if Path(file).is_absolute():
        return Path(file).as_uri()
    # A name in a broken encoding keeps its bytes.
    return quote(os.fsencode(file))


def _location(file: str, indices: Mapping[str, int]) -> _Json:
    return {"uri": _uri(file), "index": indices[file]}


def _result(finding: Finding, at: Mapping[str, int], indices: Mapping[str, int], accepted: Sequence[Accepted]) -> _Json:
    # Where one result of a run tells its suppressions, each has to.
    reasons = [each.reason for each in accepted if each.finding == finding.id][:1]
    return {
        "ruleId": finding.code,
        "ruleIndex": at[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_place(finding, indices)],
        "partialFingerprints": {"sopPlenoFinding/v1": finding.id},
        "suppressions": [{"kind": "external", "status": "accepted", "justification": each} for each in reasons],
        "properties": dict(_properties(finding)),
    }


def _place(finding: Finding, indices: Mapping[str, int]) -> _Json:
    where = where_words(finding.where)
    logical: _Json = {
        "logicalLocations": [{"fullyQualifiedName": finding.where, "name": where, "kind": "element"}]
    } if finding.where else {}  # fmt: skip
    return {
        "physicalLocation": {"artifactLocation": _location(finding.file, indices)},
        **logical,
        "message": {"text": f"SOP {finding.part}, {finding.place}"},
    }


def _properties(finding: Finding) -> Iterator[tuple[str, object]]:
    yield "part", finding.part
    yield "place", str(finding.place)
    yield "advice", finding.advice
    if finding.found:
        yield "found", finding.found
    if finding.question:
        yield "question", finding.question
    if finding.correction:
        fix = finding.correction
        yield "correction", {"before": fix.before, "after": fix.after, "why": fix.why}

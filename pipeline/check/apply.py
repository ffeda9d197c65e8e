"""Rules and SOPs -> findings, with the office's own severities."""

import difflib
from collections.abc import Iterator, Sequence

from pipeline.check.registry import all_rules
from pipeline.check.rule import Hit, Rule
from pipeline.errors import SettingsWrong
from pipeline.model.finding import Finding, Severity
from pipeline.model.sop import Sop
from pipeline.settings import NAME, Settings


def check(sops: Sequence[Sop], settings: Settings, *, across: bool = True) -> tuple[Finding, ...]:
    """Return the findings on the SOPs, in their order and by code; `across` also judges them as a set."""
    order = {sop.key: index for index, sop in enumerate(sops)}
    found = [finding for rule in all_rules() for finding in _apply(rule, sops, settings, across=across)]
    return tuple(sorted(found, key=lambda each: order[each.file, each.part]))


def require_known_codes(settings: Settings) -> None:
    """Raise SettingsWrong when pleno.toml sets the severity of a rule that does not exist."""
    known = [rule.code for rule in all_rules()]
    for code, _ in settings.severities:
        if code not in known:
            near = difflib.get_close_matches(code, known, n=1, cutoff=0.0)[0]
            raise SettingsWrong(f"{NAME}: severity.{code}: aturan itu tidak ada; maksudnya {near}?")


def _apply(rule: Rule, sops: Sequence[Sop], settings: Settings, *, across: bool) -> Iterator[Finding]:
    severity = dict(settings.severities).get(rule.code, rule.severity)
    if severity is Severity.OFF:
        return
    if rule.check is not None:
        for sop in sops:
            yield from (_finding(rule, severity, sop, hit) for hit in rule.check(sop, settings))
    if rule.check_set is not None and across:
        for hit in rule.check_set(sops, settings):
            if hit.sop is None:
                raise ValueError(f"{rule.code}: a hit of a rule over the set names its SOP")
            yield _finding(rule, severity, hit.sop, hit)


def _finding(rule: Rule, severity: Severity, sop: Sop, hit: Hit) -> Finding:
    return Finding(
        code=rule.code, severity=severity, file=sop.file, part=sop.part, where=hit.where, message=hit.message,
        advice=rule.fix, found=hit.found, place=hit.place,
    )  # fmt: skip

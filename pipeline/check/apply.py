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
    rules = all_rules()
    # A SOP goes through all rules before the next one does: what they ask of its chart is worked out once.
    found = [finding for sop in sops for rule in rules for finding in _alone(rule, sop, settings)]
    if across:
        found += [finding for rule in rules for finding in _together(rule, sops, settings)]
    return tuple(sorted(found, key=lambda each: (order[each.file, each.part], each.code)))


def require_known_codes(settings: Settings) -> None:
    """Raise SettingsWrong when pleno.toml sets the severity of a rule that does not exist."""
    known = [rule.code for rule in all_rules()]
    for code, _ in settings.severities:
        if code not in known:
            near = difflib.get_close_matches(code, known, n=1, cutoff=0.0)[0]
            raise SettingsWrong(f"{NAME}: severity.{code}: aturan itu tidak ada; maksudnya {near}?")


def _alone(rule: Rule, sop: Sop, settings: Settings) -> Iterator[Finding]:
    severity = _severity(rule, settings)
    if rule.check is not None and severity is not Severity.OFF:
        yield from (_finding(rule, severity, sop, hit) for hit in rule.check(sop, settings))


def _together(rule: Rule, sops: Sequence[Sop], settings: Settings) -> Iterator[Finding]:
    severity = _severity(rule, settings)
    if rule.check_set is not None and severity is not Severity.OFF:
        for hit in rule.check_set(sops, settings):
            if hit.sop is None:
                raise ValueError(f"{rule.code}: a hit of a rule over the set names its SOP")
            yield _finding(rule, severity, hit.sop, hit)


def _severity(rule: Rule, settings: Settings) -> Severity:
    return dict(settings.severities).get(rule.code, rule.severity)


def _finding(rule: Rule, severity: Severity, sop: Sop, hit: Hit) -> Finding:
    return Finding(
        code=rule.code, severity=severity, file=sop.file, part=sop.part, where=hit.where, message=hit.message,
        advice=rule.fix, found=hit.found, place=hit.place, nodes=hit.nodes, edges=hit.edges,
    )  # fmt: skip

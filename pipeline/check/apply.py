"""Rules and SOPs -> findings, with the office's own severities."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.check.registry import all_rules
from pipeline.check.repeals import repeals
from pipeline.check.rule import Hit, Rule
from pipeline.check.sop_set import SopSet, unit_of
from pipeline.errors import SettingsWrong
from pipeline.ids import stable_id
from pipeline.model.finding import Finding, Severity
from pipeline.model.sop import Sop
from pipeline.settings import NAME, Accepted, Settings
from pipeline.text import key, plain


def check(together: SopSet, settings: Settings, rules: Sequence[Rule] = ()) -> tuple[Finding, ...]:
    """Return the findings on each SOP and on the set, in the order of the SOPs and by code; `rules`: all where none."""
    rules = rules or all_rules()
    found = list(_each(together.sops, settings, rules))
    found += [finding for rule in rules for finding in _together(rule, together, settings)]
    return _ordered(together.sops, found)


def check_each(sops: Sequence[Sop], settings: Settings, rules: Sequence[Rule] = ()) -> tuple[Finding, ...]:
    """Return the findings on each SOP by itself, in the order of the SOPs and by code."""
    return _ordered(sops, list(_each(sops, settings, rules or all_rules())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """Findings parted: those open, those that the office accepted, and acceptances that no finding answers any more."""

    open: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    stale: tuple[Accepted, ...]


def part_accepted(findings: Sequence[Finding], settings: Settings) -> Parted:
    """Return the findings without those that pleno.toml accepts; the others are kept aside, not forgotten."""
    accepted = {each.finding for each in settings.accepted}
    raised = {each.id for each in findings}
    return Parted(
        open=tuple(each for each in findings if each.id not in accepted),
        accepted=tuple(each for each in findings if each.id in accepted),
        stale=tuple(each for each in settings.accepted if each.finding not in raised),
    )


def require_known_codes(settings: Settings, rules: Sequence[Rule] = ()) -> None:
    """Raise SettingsWrong when pleno.toml names a rule that does not exist, or a repealed law that cannot be read."""
    repeals(settings.repealed)
    known = [rule.code for rule in rules or all_rules()]
    for code, _ in settings.severities:
        if code not in known:
            near = difflib.get_close_matches(code, known, n=1, cutoff=0.0)[0]
            raise SettingsWrong(f"{NAME}: severity.{code}: aturan itu tidak ada; maksudnya {near}?")


def _ordered(sops: Sequence[Sop], findings: list[Finding]) -> tuple[Finding, ...]:
    order = {sop.key: index for index, sop in enumerate(sops)}
    return tuple(sorted(findings, key=lambda each: (order[each.file, each.part], each.code)))


def _each(sops: Sequence[Sop], settings: Settings, rules: Sequence[Rule]) -> Iterator[Finding]:
    # A SOP goes through all rules before the next one does: what they ask of its chart is worked out once.
    for sop in sops:
        for rule in rules:
            severity = _severity(rule, settings)
            if rule.check is not None and severity is not Severity.OFF:
                yield from (_finding(rule, severity, sop, hit) for hit in rule.check(sop, settings))


def _together(rule: Rule, together: SopSet, settings: Settings) -> Iterator[Finding]:
    severity = _severity(rule, settings)
    if rule.check_set is not None and severity is not Severity.OFF:
        for hit in rule.check_set(together, settings):
            if hit.sop is None:
                raise ValueError(f"{rule.code}: a hit of a rule over the set names its SOP")
            yield _finding(rule, severity, hit.sop, hit)


def _severity(rule: Rule, settings: Settings) -> Severity:
    return dict(settings.severities).get(rule.code, rule.severity)


def _finding(rule: Rule, severity: Severity, sop: Sop, hit: Hit) -> Finding:
    return Finding(
        code=rule.code, severity=severity, file=sop.file, part=sop.part, where=hit.where, message=hit.message,
        advice=rule.fix, found=hit.found, place=hit.place, id=_id(rule, sop, hit), correction=hit.correction,
        question="" if hit.correction else hit.question or rule.question, nodes=hit.nodes, edges=hit.edges,
    )  # fmt: skip


def _id(rule: Rule, sop: Sop, hit: Hit) -> str:
    """The finding's id: of the unit and title, not of the file, which is named anew in each round."""
    unit = sop.identity.unit.text if sop.identity.unit else unit_of(sop)
    about = plain(hit.found) or f"{hit.where} {hit.message}"
    return stable_id(rule.code, key(unit), key(sop.title), about)

"""Findings -> lines for a terminal, in the manner of a linter: place, code, weight, sentence; below them what to do."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import click

from pipeline.check.verdict import Verdict, verdict
from pipeline.model.finding import Finding, Severity
from pipeline.model.sop import Sop, Unreadable
from pipeline.text import fold
from pipeline.wording import FAMILY_WORDS, SEVERITY_WORDS

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_VERDICT_COLOURS = {Verdict.READY: "green", Verdict.FLAWED: "yellow", Verdict.INCOMPLETE: "red"}
# A terminal is never so narrow that a word of the language does not fit.
_NARROWEST = 40
# Code and weight stay on one line, or their colour would break.
_FIRM = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How lines are laid out: `width` in letters, none for one line each; ids are shown only to those who need them."""

    width: int | None = None
    ids: bool = False


def check_text(sops: Sequence[Sop], findings: Sequence[Finding], look: Look) -> Iterator[str]:
    """Yield the lines about each SOP, with colours; its findings by part of the form."""
    for sop in sops:
        own = [each for each in findings if (each.file, each.part) == sop.key]
        said = verdict(own)
        name = click.style(f"{sop.file}, SOP {sop.part}: {fold(sop.title)}", bold=True)
        yield f"{name} – {click.style(said, fg=_VERDICT_COLOURS[said])}"
        order = (*FAMILY_WORDS, *sorted({each.code[:2] for each in own}))
        for family, group in groupby(sorted(own, key=lambda each: order.index(each.code[:2])), key=_family):
            yield f"  {click.style(family, underline=True)}"
            yield from _family_lines(list(group), look)
        yield ""


def _family(finding: Finding) -> str:
    words = FAMILY_WORDS.get(finding.code[:2], finding.code[:2])
    return words[:1].upper() + words[1:]


def _family_lines(findings: Sequence[Finding], look: Look) -> Iterator[str]:
    for (_, advice), group in groupby(findings, key=lambda each: (each.code, each.advice)):
        own = list(group)
        questions = {each.question for each in own}
        # What is asked of every finding of a group is asked once.
        together = questions.pop() if len(questions) == 1 else ""
        for each in own:
            yield _finding_line(each, look)
            if each.correction:
                yield from _below(correction_words(each), look, "green")
            elif each.question and not together:
                yield from _below(each.question, look)
        if together:
            yield from _below(f"Pertanyaan: {together}", look)
        yield from _below(f"Usulan: {advice}", look)


def correction_words(finding: Finding) -> str:
    """Return a certain correction in words: `“before” menjadi “after”. Why.`; raises ValueError where there is none."""
    if finding.correction is None:
        raise ValueError(f"{finding.id} has no correction")
    fix = finding.correction
    before, after, why = fold(fix.before), fold(fix.after), fold(fix.why)
    if not before:
        return f"Isi dengan “{after}”. {why}"
    return f"“{before}” menjadi “{after}”. {why}" if after else f"Hapus “{before}”. {why}"


def _finding_line(finding: Finding, look: Look) -> str:
    weight = SEVERITY_WORDS[finding.severity]
    marks = f"{finding.code} {weight}:"
    firm = marks.replace(" ", _FIRM)
    end = f" [{finding.id}]" if look.ids else ""
    text = "\n".join(_wrapped(f"{finding.place}: {firm} {fold(finding.message)}{end}", look, "    ", "      "))
    styled = f"{click.style(finding.code, bold=True)} {click.style(weight, fg=_COLOURS.get(finding.severity))}:"
    return text.replace(firm, styled, 1)


def _below(text: str, look: Look, colour: str | None = None) -> Iterator[str]:
    for line in _wrapped(text, look, "      ", "      "):
        yield click.style(line, fg=colour) if colour else line


def _wrapped(text: str, look: Look, first: str, rest: str) -> list[str]:
    if look.width is None:
        return [first + text]
    width = max(look.width, _NARROWEST)
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def last_line(sops: Sequence[Sop], unreadable: Sequence[Unreadable], findings: Sequence[Finding], accepted: int) -> str:
    """Return the verdict on all files with the counts, as one sentence."""
    said = Verdict.INCOMPLETE if unreadable or not sops else verdict(findings)
    counts = Counter(each.severity for each in findings)
    parts = [f"{len(sops)} SOP"]
    parts += [f"{counts[each]} {SEVERITY_WORDS[each]}" for each in _COLOURS if counts[each]] or ["tanpa temuan"]
    if unreadable:
        parts.append(f"{len(unreadable)} berkas tidak terbaca")
    if accepted:
        parts.append(f"{accepted} temuan diterima kantor")
    return f"{click.style(said.capitalize(), fg=_VERDICT_COLOURS[said], bold=True)}: {', '.join(parts)}."

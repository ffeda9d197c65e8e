"""Findings, fields, steps and files -> the views of the page."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from pipeline.check.registry import all_rules
from pipeline.model.decision import Decision, State
from pipeline.model.finding import Finding, Severity
from pipeline.model.sop import DOUBTFUL, Approval, FieldName, Flow, Sop, Step, Value
from pipeline.text import fold
from pipeline.wording import (
    FIELD_WORDS,
    SEVERITY_WORDS,
    STATE_WORDS,
    TREATED_WORDS,
    VERDICT_WORDS,
    decision_words,
    where_words,
)
from pipeline.write.diff import Piece, marked
from pipeline.write.flow_svg import Fault
from pipeline.write.loss import Trace, held_in, held_words
from pipeline.write.report.views import (
    CellView,
    FieldView,
    FindingView,
    StepView,
    TraceView,
)
from pipeline.write.report.words import SEVERITIES, SEVERITY_SIGNS

_COLUMNS = ("number", "activity", "actors", "requirements", "duration", "output", "note")
_SOURCES = {
    "drawing": "Dibaca dari bentuk yang digambar di Word.",
    "marks": "Dibaca dari tanda yang diketik di kolom pelaksana; urutannya mengikuti urutan langkah.",
    "picture": "Diagram alir di naskah berupa gambar, sehingga simbol dan panahnya tidak dapat dibaca.",
}
# The parts of a SOP whose text can be shown beside a finding.
_WITH_TEXT = frozenset((*FieldName, "institution", "unit", "actors"))


def bar_length(value: int, greatest: int) -> str:
    """Return the length of a bar in the drawing's units, the greatest count 140."""
    return f"{140 * value / greatest:.1f}" if greatest else "0"


def family_of(finding: Finding) -> str:
    """Return the letters of a finding's family."""
    return finding.code[:2]


def tally(found: Sequence[tuple[int, Finding]]) -> Iterator[tuple[str, str, int, str]]:
    """Yield each severity that occurs with its sign, count and word."""
    counts = Counter(finding.severity for _, finding in found)
    for severity in SEVERITIES:
        if counts[severity]:
            yield severity.value, SEVERITY_SIGNS[severity], counts[severity], SEVERITY_WORDS[severity]


Found = list[tuple[int, Finding]]


def grouped(found: Found, steps: int) -> tuple[dict[str, Found], dict[int, Found]]:
    """Return the findings by field and by step; a step that the SOP does not have counts as the field `steps`."""
    by_field: dict[str, Found] = defaultdict(list)
    by_step: dict[int, Found] = defaultdict(list)
    for each in found:
        head, *rest = _path(each[1])
        if head == "steps" and rest and rest[0].isdigit() and 1 <= int(rest[0]) <= steps:
            by_step[int(rest[0])].append(each)
        else:
            by_field[head].append(each)
    return by_field, by_step


def _path(finding: Finding) -> list[str]:
    return finding.where.removeprefix("identity/").split("/")


class Told(NamedTuple):
    """What is known of a finding beside itself: what became of it since the round before, and what was decided."""

    state: State | None = None
    decision: Decision | None = None


# By a finding's id.
Known = Mapping[str, Told]
NOTHING: Known = MappingProxyType({})


def _finding(index: int, finding: Finding, known: Known, shown: Iterable[str] = ()) -> FindingView:
    found = fold(finding.found)
    state, decision = known.get(finding.id, Told())
    return FindingView(
        anchor=f"temuan-{index}",
        id=finding.id,
        code=finding.code,
        rule=rule_anchor(finding.code),
        family=family_of(finding),
        severity=finding.severity.value,
        word=SEVERITY_WORDS[finding.severity],
        sign=SEVERITY_SIGNS[finding.severity],
        message=finding.message,
        advice=finding.advice,
        where=where_words(finding.where),
        place=str(finding.place),
        found="" if found in {fold(each) for each in shown} else found,
        correction=_corrected(finding),
        why=finding.correction.why if finding.correction else "",
        question=finding.question,
        state=STATE_WORDS[state] if state else "",
        verdict=VERDICT_WORDS[decision.verdict] if decision else "",
        decision=decision_words(decision) if decision else "",
    )


def _corrected(finding: Finding) -> tuple[Piece, ...]:
    """The correction within the whole text found."""
    fix = finding.correction
    if fix is None:
        return ()
    if not fix.before:
        return marked("", fix.after)
    return marked(finding.found, finding.found.replace(fix.before, fix.after, 1))


def faults(found: Iterable[Finding]) -> frozenset[Fault]:
    """Return the symbols and arrows that some finding calls wrong; a note only asks."""
    wrong = [each for each in found if each.severity in (Severity.ERROR, Severity.WARNING)]
    return frozenset(
        [*(node for each in wrong for node in each.nodes), *(edge for each in wrong for edge in each.edges)]
    )


def rule_anchor(code: str) -> str:
    """Return the anchor of a rule's explanation, nothing for the code of no rule."""
    return f"aturan-{code}" if code in _known_codes() else ""


@cache
def _known_codes() -> frozenset[str]:
    return frozenset(each.code for each in all_rules())


def field_view(sop: Sop | None, head: str, found: Found, known: Known = NOTHING) -> FieldView:
    """Return a field with the text found there and its findings."""
    lines = _lines(sop, head, found) if sop and head in _WITH_TEXT else None
    printed = sop.identity.label(head) if sop else None
    label = printed.text if printed else FIELD_WORDS.get(head, head) or "seluruh naskah"
    return FieldView(
        label=label[:1].upper() + label[1:],
        lines=lines,
        findings=tuple(_finding(*each, known, shown=lines or ()) for each in found),
    )


def _lines(sop: Sop, head: str, found: Found) -> tuple[str, ...]:
    """Return what the document has in a field: the entries that findings name, or all of them."""
    if head == "actors":
        return tuple(each.name for each in sop.actors)
    value = getattr(sop.identity, head, None) if head else None
    if isinstance(value, Approval):
        return tuple(each for each in (value.position, value.name, value.nip and f"NIP {value.nip}") if each)
    if not isinstance(value, tuple):
        return (value.text,) if value and value.text else ()
    texts = [each.text for each in value if isinstance(each, Value)]
    named = {int(path[1]) for path in (_path(each) for _, each in found) if path[1:] and path[1].isdigit()}
    alone = all(_path(each)[1:] for _, each in found)
    return tuple(text for at, text in enumerate(texts, 1) if not alone or not named or at in named)


def step_view(step: Step, position: int, found: Found, known: Known = NOTHING) -> StepView:
    """Return a step as a row of the table, the cells in question marked."""
    texts = (
        step.number or str(position),
        step.activity,
        ", ".join(step.actors),
        step.requirements,
        step.duration.text if step.duration else "",
        step.output,
        step.note,
    )
    views = [(_column(each), _finding(index, each, known, shown=texts)) for index, each in found]
    return StepView(
        cells=tuple(
            CellView(label=_heading(name), text=text, tags=tuple(view for at, view in views if at == name))
            for name, text in zip(_COLUMNS, texts, strict=True)
        ),
        findings=tuple(view for _, view in views),
    )


def _column(finding: Finding) -> str:
    """Return the column that a finding about a step means; the whole step is marked at its number."""
    named = (*_path(finding), "")[2]
    # The symbols of the flowchart stand in the columns of the actors.
    return "actors" if named == "flow" else named if named in _COLUMNS else "number"


def _heading(name: str) -> str:
    return "No." if name == "number" else FIELD_WORDS[name].capitalize()


def source_words(flow: Flow) -> str:
    """Return how the chart was read, in words."""
    guessed = " Panah putus-putus: ujungnya belum pasti." if any(each.sure < DOUBTFUL for each in flow.edges) else ""
    return _SOURCES.get(flow.source, "") + guessed


def flow_summary(sop: Sop) -> str:
    """Return how large a SOP and its chart are, in words."""
    flow: Flow = sop.flow
    steps = f"{len(sop.steps)} langkah, {len(sop.actors)} pelaksana"
    if flow.nodes:
        return f"{steps}, {len(flow.nodes)} simbol, {len(flow.edges)} panah"
    return f"{steps}, tanpa diagram alir yang terbaca"


def held_lines(sops: Sequence[Sop]) -> tuple[tuple[str, str], ...]:
    """Return what a file holds, a line for each way in which it was treated."""
    held = held_in(sops)
    lines = ((word, held_words(held, treated)) for treated, word in TREATED_WORDS.items())
    return tuple((f"{word[:1].upper()}{word[1:]}", told) for word, told in lines if told)


def trace_view(trace: Trace, *, several: bool) -> TraceView:
    """Return a trace with its place, its author and its day; the SOP's name where the file holds `several`."""
    place = f"{trace.sop or 'seluruh berkas'}, {trace.place}" if several else str(trace.place)
    return TraceView(
        kind=trace.kind.value,
        word=trace.kind.word,
        what=trace.what,
        spot=" · ".join(each for each in (place, fold(trace.author), trace.day_words) if each),
    )

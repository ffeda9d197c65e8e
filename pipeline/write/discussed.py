"""What the pleno has to decide, as paper and projector show it: SOP by SOP, with the draft and what is wrong in it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.agenda.discuss import to_discuss
from pipeline.agenda.units import Presenters
from pipeline.decide.owners import SopKey
from pipeline.model.agenda import Candidate, SopTopics, Topic, Why
from pipeline.model.finding import Finding
from pipeline.model.outcome import Outcome
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import fold, quoted
from pipeline.wording import FIELD_WORDS
from pipeline.write.report.parts import faults
from pipeline.write.report.words import score_words

WHY_WORDS = {
    Why.PAIR: "padanan panduan induk", Why.ARROW: "panah diagram alir", Why.MARKED: "ditunda ke rapat",
    Why.CONFLICT: "sumber bertentangan", Why.DISPARITY: "perbedaan antarunit", Why.ERROR: "harus diperbaiki",
}  # fmt: skip
# So much of a value is quoted.
_LONG = 300
_WHOLE_SET, _ABOUT_ALL = "Seluruh naskah", "Hal ini menyangkut seluruh naskah, bukan satu SOP saja."
_WHOLE_FILE = "Hal ini menyangkut seluruh berkas, bukan satu SOP saja."
_NO_DRAFT = "Naskah SOP ini tidak ada di antara yang diserahkan."
_NO_STEPS = "Langkah dan diagram alir SOP ini tidak terbaca."
_NO_CHART = "Diagram alir SOP ini tidak terbaca; yang tampak hanya langkahnya."


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussedSop:
    """A SOP on the table: `at` is its number among all that have to be decided, 0 where it only has to be corrected.

    `sop` is the draft, none where none was read; `no_chart` says why nothing or less can be shown of it. `wrong` are
    the symbols and arrows that findings call faulty.
    """

    at: int
    title: str
    number: str
    file: str
    sop: Sop | None
    no_chart: str
    wrong: frozenset[str | tuple[str, str]]
    questions: tuple[Topic, ...]
    errors: tuple[Topic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussedUnit:
    """A unit in the order of presentation: those to decide, then those that only have to be corrected."""

    unit: str
    sops: int
    disputed: tuple[DiscussedSop, ...]
    flawed: tuple[DiscussedSop, ...]

    @property
    def questions(self) -> int:
        """How many things there are to decide."""
        return sum(len(each.questions) for each in self.disputed)


def discussed(outcome: Outcome, settings: Settings) -> tuple[DiscussedUnit, ...]:
    """Return all units of the round, those without anything to decide among them."""
    known = {each.unit: each for each in to_discuss(outcome, settings)}
    presenters = Presenters(outcome, settings)
    read = _Read(outcome)
    units, at = [], 0
    for unit in presenters.in_order((*presenters.names, *known)):
        items = known[unit].items if unit in known else ()
        disputed = []
        for each in items:
            if each.disputed:
                at += 1
                disputed.append(read.sop(each, at))
        flawed = tuple(read.sop(each, 0) for each in items if not each.disputed)
        units.append(DiscussedUnit(unit=unit, sops=presenters.sops[unit], disputed=tuple(disputed), flawed=flawed))
    return tuple(units)


class _Read:
    """The drafts of a run with what was found in them."""

    def __init__(self, outcome: Outcome) -> None:
        self._sops: Mapping[SopKey, Sop] = {each.key: each for each in outcome.sops}
        self._several = {each.file for each in outcome.sops if each.part > 1}
        self._found: dict[SopKey, list[Finding]] = defaultdict(list)
        for each in outcome.findings:
            self._found[each.file, each.part].append(each)

    def sop(self, item: SopTopics, at: int) -> DiscussedSop:
        sop = self._sops.get((item.file, item.part))
        number = sop.identity.number.text if sop and sop.identity.number else ""
        part = f", SOP ke-{item.part}" if sop and item.file in self._several else ""
        return DiscussedSop(
            at=at, title=fold(item.title) or item.file or _WHOLE_SET, number=fold(number), file=f"{item.file}{part}",
            sop=sop, no_chart=_no_chart(item, sop), wrong=faults(self._found[item.file, item.part]),
            questions=tuple(each for each in item.topics if each.why is not Why.ERROR),
            errors=tuple(each for each in item.topics if each.why is Why.ERROR),
        )  # fmt: skip


def _no_chart(item: SopTopics, sop: Sop | None) -> str:
    if sop is None:
        return _WHOLE_FILE if item.file else _NO_DRAFT if item.title else _ABOUT_ALL
    if sop.flow.nodes:
        return ""
    return _NO_CHART if sop.steps else _NO_STEPS


def candidate_words(topic: Topic, candidate: Candidate) -> str:
    """Return an answer to choose from, with who says so and how sure or how alike it is."""
    told = [candidate.whose] if candidate.whose else []
    if candidate.score is not None:
        sure = f"keyakinan {candidate.score * 100:.0f} %" if topic.why is Why.ARROW else ""
        told.append(sure or f"kemiripan {score_words(candidate.score)}")
    # How an arrow runs, and whether a step is used, are told in the program's own words.
    own = topic.why is Why.ARROW or (topic.why is Why.DISPARITY and topic.where == FIELD_WORDS["steps"])
    text = candidate.text if own else quoted(candidate.text, _LONG)
    return f"{text} ({', '.join(told)})" if told else text


def found_words(topic: Topic) -> str:
    """Return what stands in the draft, quoted; empty where nothing does, or where an answer says it already."""
    if not fold(topic.found) or any(fold(each.text) == fold(topic.found) for each in topic.candidates):
        return ""
    return quoted(topic.found, _LONG)


def capital(text: str) -> str:
    """Return a clause with a capital letter at its head."""
    return f"{text[:1].upper()}{text[1:]}"

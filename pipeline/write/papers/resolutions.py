"""A run and its decisions -> what was decided about each SOP, in the words of the minutes of a meeting."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.agenda.units import Presenters
from pipeline.decide.matters import matters
from pipeline.model.agenda import Topic, Why
from pipeline.model.decision import Decision, Kind, Matter, Verdict
from pipeline.model.outcome import Outcome
from pipeline.settings import Settings
from pipeline.text import fold, quoted
from pipeline.wording import ACROSS_UNITS
from pipeline.write.discussed import WHY_WORDS, DiscussedSop, DiscussedUnit, capital
from pipeline.write.numbers import thousands
from pipeline.write.papers.phrases import sentence

_LONG = 300
_POSTPONED, _OPEN = "Ditunda untuk dibahas kembali.", "Belum diputuskan."
_BEFORE = " (Diputuskan sebelum rapat.)"
# So many questions of one kind about a SOP stand in a line each.
_FEW = 4


class Resolution(NamedTuple):
    """One thing that was on the table, and what became of it; `decision` is empty before the meeting."""

    unit: str
    sop: str
    words: str
    decision: str


def open_questions(units: Sequence[DiscussedUnit], *, after: bool) -> Iterator[Resolution]:
    """Yield what is on the table, many questions of one kind about a SOP as one; `after` the meeting they are open."""
    for unit in units:
        for sop in unit.disputed:
            yield from _of_sop(unit.unit, sop, after=after)


def _of_sop(unit: str, sop: DiscussedSop, *, after: bool) -> Iterator[Resolution]:
    kinds: dict[tuple[Why, bool], list[Topic]] = defaultdict(list)
    for each in sop.questions:
        kinds[each.why, each.discuss].append(each)
    numbers = {id(each): at for at, each in enumerate(sop.questions, start=1)}
    for (why, postponed), topics in kinds.items():
        state = (_POSTPONED if postponed else _OPEN) if after else ""
        if len(topics) <= _FEW:
            for each in topics:
                note = f" {sentence(fold(each.note))}" if after and each.note else ""
                yield Resolution(unit, sop.title, sentence(fold(each.asked)), f"{state}{note}")
            continue
        first, last = numbers[id(topics[0])], numbers[id(topics[-1])]
        words = (
            f"{capital(WHY_WORDS[why])}: {thousands(len(topics))} hal (bahan pembahasan, SOP {thousands(sop.at)}, "
            f"nomor {first}–{last})."
        )
        yield Resolution(unit, sop.title, words, state)


def resolutions(
    outcome: Outcome, settings: Settings, units: Sequence[DiscussedUnit], begins: date
) -> Iterator[Resolution]:
    """Yield each decision that holds, with the matter that it is about; those made before the meeting say so.

    A matter that is put off stands among the open questions, if it is there.
    """
    known: Mapping[str, Matter] = {
        **{each.matter.about: each.matter for each in outcome.follow_ups},
        **{each.about: each for each in matters(outcome)},
    }
    asked = {each.about for unit in units for sop in unit.disputed for each in sop.questions}
    owners = _Owners(outcome, settings)
    for each in outcome.decisions:
        if each.verdict is Verdict.WITHDRAWN or (each.verdict is Verdict.DISCUSS and each.about in asked):
            continue
        matter = known.get(each.about)
        before = _BEFORE if each.when and each.when[:10] < begins.isoformat() else ""
        decision = f"{verdict_words(each, matter)}{before}"
        if matter is None:
            yield Resolution(
                ACROSS_UNITS, "", f"Hal yang tidak ditemukan lagi pada naskah (id {each.about}).", decision
            )
        else:
            title = fold(matter.title) or matter.file
            yield Resolution(
                owners.of(matter), title, sentence(f"{_kind(matter)}{_once(fold(matter.words))}"), decision
            )


def _once(words: str) -> str:
    """Words without a heading that they only repeat, as in `Susun: Susun dan serahkan SOP ini`."""
    head, _, rest = words.partition(": ")
    return rest if rest.casefold().startswith(head.casefold()) else words


def _kind(matter: Matter) -> str:
    """What a question is about, where its words only give the reason for it."""
    return f"{WHY_WORDS[Why.PAIR]}: " if matter.kind is Kind.QUESTION and matter.field == "title" else ""


def verdict_words(decision: Decision, matter: Matter | None) -> str:
    """Return what was decided as minutes tell it: `Diubah menjadi “…”.`, with the note behind it."""
    return " ".join(each for each in (_verdict_words(decision, matter), sentence(fold(decision.note))) if each)


def _verdict_words(decision: Decision, matter: Matter | None) -> str:
    value = quoted(decision.value, _LONG) if fold(decision.value) else ""
    if decision.verdict is Verdict.DISCUSS:
        return _POSTPONED
    if matter is not None and matter.kind is Kind.QUESTION:
        if decision.verdict is Verdict.REJECT:
            return "Tidak satu pun calon dipilih."
        return f"Dipilih {value or quoted(matter.after, _LONG)}." if value or matter.after else "Dibenarkan."
    if decision.verdict is Verdict.REJECT:
        return "Ditolak."
    if decision.verdict is Verdict.CHANGE:
        return f"Diubah menjadi {value}." if value else "Diubah."
    becomes = value or (quoted(matter.after, _LONG) if matter is not None and fold(matter.after) else "")
    return f"Diterima, menjadi {becomes}." if becomes else "Diterima."


class _Owners:
    """Which unit a matter is discussed with."""

    def __init__(self, outcome: Outcome, settings: Settings) -> None:
        self._presenters = Presenters(outcome, settings)
        self._shared = {
            each.title: self._presenters.in_order(map(self._presenters.named, each.units))[0]
            for each in outcome.disparities
        }

    def of(self, matter: Matter) -> str:
        if matter.kind is Kind.DISPARITY:
            return self._shared.get(matter.title, ACROSS_UNITS)
        if matter.file:
            found = self._presenters.of_draft(matter.file, matter.part)
            # A file of an earlier round that is not there any more lies in nobody's folder.
            return found if found != ACROSS_UNITS or not matter.unit else self._presenters.named(matter.unit)
        return self._presenters.named(matter.unit) if matter.unit else ACROSS_UNITS

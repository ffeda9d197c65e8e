"""An outcome -> what the meeting has to decide, by unit and SOP: what is asked and the answers to choose from.

What has been decided is off the table; what somebody marked “bahas” is on it, whatever it is.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from pipeline.agenda.disparities import disparity_topics
from pipeline.agenda.units import Presenters
from pipeline.model.agenda import Candidate, SopTopics, Topic, UnitTopics, Why
from pipeline.model.decision import Decision, Verdict
from pipeline.model.finding import Finding, Severity
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import TO_DRAFT, Case, Correction, Item
from pipeline.settings import ASK, Settings
from pipeline.text import quoted
from pipeline.wording import ACROSS_UNITS, ACTION_WORDS, FIELD_WORDS, where_words

_INVENTORY, _DRAFT, _PROPOSED, _WRITTEN = "panduan induk", "naskah", "usulan", "yang tertulis"
_READ, _INSTEAD = "yang terbaca", "kemungkinan lain"
_WHICH_ROW = "Baris panduan induk mana yang dijawab naskah ini: salah satu calon, atau tidak satu pun?"
_RANKS = {why: at for at, why in enumerate(Why)}


class _Subject(NamedTuple):
    """What a topic is about; all topics of a draft stand together, whatever each calls it."""

    unit: str
    file: str
    part: int
    title: str


def to_discuss(outcome: Outcome, settings: Settings) -> tuple[UnitTopics, ...]:
    """Return what has to be decided, units in the order in which they present, disputed SOPs first in each.

    A unit that has nothing to discuss is left out; what concerns no unit alone comes last, under a name of its own.
    """
    presenters = Presenters(outcome, settings)
    found: dict[tuple[str, str, int, str], list[Topic]] = defaultdict(list)
    titles = {each.key: each.title for each in outcome.sops}
    for subject, topic in _Table(outcome, presenters).topics():
        title = titles.get((subject.file, subject.part), subject.title)
        found[subject.unit, subject.file, subject.part, title].append(topic)
    by_unit: dict[str, list[SopTopics]] = defaultdict(list)
    for (unit, file, part, title), topics in found.items():
        by_unit[unit].append(SopTopics(title=title, file=file, part=part, topics=tuple(sorted(topics, key=_rank))))
    return tuple(
        UnitTopics(unit=unit, sops=presenters.sops[unit], items=tuple(sorted(by_unit[unit], key=_first)))
        for unit in presenters.in_order(by_unit)
    )


def _rank(topic: Topic) -> tuple[int, bool]:
    return _RANKS[topic.why], not topic.discuss


def _first(item: SopTopics) -> tuple[bool, tuple[int, bool], int, str, int]:
    """Disputed SOPs before others, the hardest first, then those with the most to decide."""
    return not item.disputed, _rank(item.topics[0]), -len(item.topics), item.file, item.part


class _Table:
    """All that is on the table, source by source."""

    def __init__(self, outcome: Outcome, presenters: Presenters) -> None:
        self._outcome = outcome
        self._presenters = presenters
        self._decisions: Mapping[str, Decision] = {each.about: each for each in outcome.decisions}
        self._titles = {each.key: each.title for each in outcome.sops}
        self._rows = {(each.place.sheet, each.place.row): each for each in outcome.inventory.rows}
        self._left = {each.id for each in outcome.accepted}
        self._shown: set[str] = set()

    def topics(self) -> Iterator[tuple[_Subject, Topic]]:
        """Yield each topic once, with what it is about."""
        items = (each for item in self._outcome.reconciliation.items for each in self._item(item))
        found = chain(
            items, self._arrows(), self._findings(), self._corrections(), self._proposals(), self._disparities()
        )
        for subject, topic in found:
            marked = self._is_marked(topic.about)
            note = self._decisions[topic.about].note if marked else ""
            yield subject, replace(topic, discuss=marked, note=note)

    def _item(self, item: Item) -> Iterator[tuple[_Subject, Topic]]:
        if not item.drafts or item.answered:
            return
        draft = item.drafts[0]
        subject = self._of_draft(draft.file, draft.part)
        if item.question:
            # Whatever stands among the decisions, the draft still has no sure row.
            why = Why.CONFLICT if item.case is Case.CONFLICT else Why.PAIR
            yield subject, Topic(
                about=item.question, why=why, asked=_WHICH_ROW, background=item.why, found=draft.title,
                candidates=_rows(item),
            )  # fmt: skip
            return
        if item.case is Case.CONFLICT and self._is_open(about := self._settled_by(item)):
            self._shown.add(about)
            yield subject, Topic(
                about=about, why=Why.CONFLICT, asked="Nomor dan nama SOP ini tidak sejalan; mana yang benar?",
                background=item.why, where=FIELD_WORDS["number"], found=draft.number, candidates=_rows(item),
            )  # fmt: skip
        for each in item.differences:
            if each.winner == ASK:
                field = FIELD_WORDS.get(each.field, each.field)
                asked = f"Panduan induk dan naskah berbeda pada {field}; mana yang berlaku?"
                yield subject, Topic(
                    about="", why=Why.CONFLICT, asked=asked, background=each.why, where=field,
                    found=each.draft,
                    candidates=_sides((each.inventory, _INVENTORY), (each.draft, _DRAFT), (each.proposed, _PROPOSED)),
                )  # fmt: skip

    def _settled_by(self, item: Item) -> str:
        """The id of the correction of its number, or of the proposal what to do with it; empty where there is none."""
        draft, known = item.drafts[0], self._outcome.reconciliation
        ids = [
            each.id for each in known.corrections
            if (each.file, each.part, each.field) == (draft.file, draft.part, "number")
        ]  # fmt: skip
        ids += [each.id for each in known.proposals if each.draft == draft]
        return next(iter(ids), "")

    def _findings(self) -> Iterator[tuple[_Subject, Topic]]:
        for each in (*self._outcome.findings, *self._outcome.accepted):
            if self._is_marked(each.id) or self._is_open_error(each):
                unit = self._presenters.of_draft(each.file, each.part) if each.file else ACROSS_UNITS
                fix = each.correction
                topic = Topic(
                    about=each.id, why=Why.MARKED if self._is_marked(each.id) else Why.ERROR,
                    asked=each.question or each.advice, background=each.message, where=where_words(each.where),
                    found=each.found, candidates=_sides((fix.before, _WRITTEN), (fix.after, _PROPOSED)) if fix else (),
                )  # fmt: skip
                yield _Subject(unit, each.file, each.part, ""), topic

    def _is_open_error(self, finding: Finding) -> bool:
        return finding.severity is Severity.ERROR and finding.id not in self._left and finding.id not in self._decisions

    def _arrows(self) -> Iterator[tuple[_Subject, Topic]]:
        for each in self._outcome.arrows:
            if self._is_open(each.id):
                read = Candidate(text=each.read, score=each.sure, whose=_READ)
                instead = (Candidate(text=each.instead, whose=_INSTEAD),) if each.instead else ()
                yield (
                    self._of_draft(each.file, each.part),
                    Topic(
                        about=each.id, why=Why.ARROW, asked=f"{each.read[:1].upper()}{each.read[1:]}; benarkah?",
                        where=FIELD_WORDS["flow"], candidates=(read, *instead),
                    ),
                )  # fmt: skip

    def _corrections(self) -> Iterator[tuple[_Subject, Topic]]:
        for fix in self._outcome.reconciliation.corrections:
            if not self._is_marked(fix.id) or fix.id in self._shown:
                continue
            field = FIELD_WORDS.get(fix.field, fix.field)
            where = _DRAFT if fix.target == TO_DRAFT else _INVENTORY
            value = f" menjadi {quoted(fix.after)}" if fix.after else ""
            topic = Topic(
                about=fix.id, why=Why.MARKED, asked=f"Disetujuikah {field} pada {where} diubah{value}?",
                background=fix.why, where=field, found=fix.before,
                candidates=_sides((fix.before, _WRITTEN), (fix.after, _PROPOSED)),
            )  # fmt: skip
            yield self._of_correction(fix), topic

    def _of_correction(self, fix: Correction) -> _Subject:
        if fix.file:
            return self._of_draft(fix.file, fix.part)
        row = self._rows.get((fix.place.sheet, fix.place.row)) if fix.place else None
        return _Subject(self._presenters.named(row.unit) if row else ACROSS_UNITS, "", 0, row.title if row else "")

    def _proposals(self) -> Iterator[tuple[_Subject, Topic]]:
        for each in self._outcome.reconciliation.proposals:
            if self._is_marked(each.id) and each.id not in self._shown:
                asked = f"Disetujuikah usulan “{ACTION_WORDS[each.action]}” untuk SOP ini?"
                subject = _Subject(each.unit or ACROSS_UNITS, "", 0, each.title)
                if each.draft:
                    subject = self._of_draft(each.draft.file, each.draft.part)
                yield subject, Topic(about=each.id, why=Why.MARKED, asked=asked, background=each.why)

    def _disparities(self) -> Iterator[tuple[_Subject, Topic]]:
        """Yield what units have to agree on; it is discussed when the first of them presents."""
        for each in self._outcome.disparities:
            units = tuple(map(self._presenters.named, each.units))
            first = self._presenters.in_order(units)[0]
            sop = each.sops[units.index(first)]
            for topic in disparity_topics(each, units):
                if self._is_open(topic.about):
                    yield _Subject(first, *sop.key, each.title), topic

    def _of_draft(self, file: str, part: int) -> _Subject:
        return _Subject(self._presenters.of_draft(file, part), file, part, self._titles.get((file, part), ""))

    def _is_open(self, about: str) -> bool:
        return about not in self._decisions or self._is_marked(about)

    def _is_marked(self, about: str) -> bool:
        decision = self._decisions.get(about)
        return decision is not None and decision.verdict is Verdict.DISCUSS


def _rows(item: Item) -> tuple[Candidate, ...]:
    """The row in use and its rivals, each title once, the best first."""
    rivals = dict(item.rivals)
    used = [Candidate(text=item.row.title, score=rivals.pop(item.row.title, item.score))] if item.row else []
    return *used, *(Candidate(text=title, score=score) for title, score in rivals.items())


def _sides(*sides: tuple[str, str]) -> tuple[Candidate, ...]:
    return tuple(Candidate(text=text, whose=whose) for text, whose in sides if text)

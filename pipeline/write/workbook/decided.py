"""Decisions that hold -> the cells that the office fills in, as it has filled them in before."""

from collections.abc import Sequence

from pipeline.model.decision import Verdict
from pipeline.model.outcome import Outcome
from pipeline.wording import CANDIDATE, NO_CANDIDATE, VERDICT_WORDS
from pipeline.write.workbook.sheet import CHANGE, DECISIONS, Cell, Look, entry, words


class Decided:
    """The decisions of an outcome, by what they are about."""

    def __init__(self, outcome: Outcome) -> None:
        self._by_id = {each.about: each for each in outcome.decisions}
        # What nobody understood stays as it was written: it is for the person to put right.
        self._unclear = {each.about: each for each in outcome.unclear}

    def cells(self, about: str, choices: tuple[str, ...] = DECISIONS) -> tuple[Cell, ...]:
        """Return the cells under the columns of `decision(choices)`."""
        found = self._by_id.get(about)
        filled = (VERDICT_WORDS[found.verdict], found.value, found.note) if found else ("", "", "")
        return self._cells(about, filled, changes=CHANGE in choices)

    def answer(self, about: str, candidates: Sequence[str]) -> tuple[Cell, ...]:
        """Return the cells of a question: which of its candidates was chosen, or what else was answered."""
        found = self._by_id.get(about)
        filled = ("", "", "")
        if found is not None and found.verdict is Verdict.CHANGE and found.value in candidates:
            filled = (CANDIDATE.format(candidates.index(found.value) + 1), "", found.note)
        elif found is not None:
            word = NO_CANDIDATE if found.verdict is Verdict.REJECT else VERDICT_WORDS[found.verdict]
            filled = (word, found.value, found.note)
        return self._cells(about, filled, changes=True)

    def _cells(self, about: str, filled: tuple[str, str, str], *, changes: bool) -> tuple[Cell, ...]:
        unclear = self._unclear.get(about)
        word, value, note = (unclear.word, unclear.value, unclear.note) if unclear else filled
        return entry(word), *((entry(value),) if changes else ()), entry(note), words(about, Look.FAINT)

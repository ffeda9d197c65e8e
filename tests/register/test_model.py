"""Whatever is recorded in whatever order, the register knows what a plain list in memory knows."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pipeline.model.decision import Changes, Decision, Kind, Matter, Round, State, SubmittedFile, Verdict
from pipeline.register.store import Register
from tests.register.nouns import round_

# Few ids, titles and paths, so that they meet each other again.
ABOUTS = st.sampled_from(["T-1", "T-2", "T-3", "K-é", "U-😀"])
# The last holds what UTF-8 lacks and what C takes for an end.
TEXTS = st.sampled_from(["", "SOP Cuti", "sop  cuti", "Ärsip", "=1+1", "\udcff\0x"])
UNITS = st.sampled_from(["Seksi A", "Seksi B"])
PATHS = st.sampled_from(["", "a.docx", "b.docx", "c.docx", "d\udcff.docx"])
DECISIONS = st.builds(
    Decision, about=ABOUTS, verdict=st.sampled_from(Verdict), value=TEXTS, note=TEXTS, by=TEXTS, when=TEXTS,
    source=TEXTS, round=st.integers(0, 9),
)  # fmt: skip
MATTERS = st.builds(
    Matter, about=ABOUTS, kind=st.sampled_from(Kind), unit=UNITS, title=TEXTS, file=PATHS, part=st.integers(0, 3),
    field=TEXTS, words=TEXTS, before=TEXTS, after=TEXTS, weight=TEXTS,
)  # fmt: skip
FILES = st.lists(
    st.builds(
        SubmittedFile, file=PATHS, sha256=st.sampled_from(["", "1", "2"]), unit=UNITS, readable=st.booleans()
    ),
    unique_by=lambda each: each.file,
    max_size=4,
)  # fmt: skip


def states(rounds: list[tuple[Round, list[SubmittedFile], list[Matter]]], abouts: set[str]) -> dict[str, State]:
    """Return the states as the words say them, in the plainest way."""
    earlier = [{each.about for each in matters} for _, _, matters in rounds]
    found = {}
    for about in abouts:
        if earlier and about in earlier[-1]:
            found[about] = State.STILL
        else:
            found[about] = State.BACK if any(about in each for each in earlier) else State.NEW
    return found


class Memory(RuleBasedStateMachine):
    """A register on disk beside a list in memory."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.register = Register.open(self.folder / "register.sqlite")
        self.decisions: list[Decision] = []
        self.rounds: list[tuple[Round, list[SubmittedFile], list[Matter]]] = []
        self.held: dict[int, dict[str, Decision]] = {}
        self.changes: dict[int, Changes] = {}

    @rule(decisions=st.lists(DECISIONS, max_size=4))
    def record(self, decisions: list[Decision]) -> None:
        self.register.record(decisions)
        self.decisions += decisions

    @rule(files=FILES, matters=st.lists(MATTERS, max_size=5), gap=st.integers(0, 2))
    def add_round(self, files: list[SubmittedFile], matters: list[Matter], gap: int) -> None:
        added = round_(self.register.next_round() + gap)
        told = self.register.compare(matters, files)
        assert told.states == states(self.rounds, {each.about for each in matters})
        before = {each.about for each in self.rounds[-1][2]} if self.rounds else set()
        assert {each.about for each, _ in told.settled} == before - {each.about for each in matters}
        self.register.add_round(added, files, matters)
        self.rounds.append((added, files, matters))
        self.held[added.number] = self.holding()
        self.changes[added.number] = told

    @rule()
    def open_again(self) -> None:
        self.register.close()
        self.register = Register.open(self.folder / "register.sqlite")

    @rule()
    def go_on_with_a_copy(self) -> None:
        self.register.copy_to(self.folder / "salinan.sqlite")
        self.register.close()
        self.register = Register.open(self.folder / "salinan.sqlite")
        self.register.copy_to(self.folder / "register.sqlite")
        self.open_again()

    def holding(self) -> dict[str, Decision]:
        last = {each.about: each for each in self.decisions}
        return {about: each for about, each in last.items() if each.verdict is not Verdict.WITHDRAWN}

    @invariant()
    def decisions_are_all_there(self) -> None:
        assert self.register.decisions() == tuple(self.decisions)
        assert self.register.current() == self.holding()
        assert self.register.last_decision() == len(self.decisions)

    @invariant()
    def rounds_are_all_there(self) -> None:
        assert self.register.rounds() == tuple(added for added, _, _ in self.rounds)
        last: dict[str, Matter] = {}
        for added, files, matters in self.rounds:
            assert self.register.files(added.number) == tuple(files)
            assert self.register.matters(added.number) == tuple(matters)
            assert self.register.as_of(added.number) == self.held[added.number]
            assert self.register.changes(added.number) == self.changes[added.number]
            last |= {each.about: each for each in matters}
        for about, matter in last.items():
            assert self.register.matter(about) == matter

    def teardown(self) -> None:
        self.register.close()
        shutil.rmtree(self.folder)


TestMemory = Memory.TestCase
TestMemory.settings = settings(max_examples=30, stateful_step_count=15, deadline=None)

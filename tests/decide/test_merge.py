"""Copies of the workbook: what each changes is taken over, and none silently undoes another."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.decide.merge import merged
from pipeline.decide.understand import Understood
from pipeline.model.decision import Decision, TakenOver, Verdict

OURS, THEIRS = "output/konsolidasi.xlsx", "konsolidasi Rina.xlsx"


def decision(verdict: Verdict, source: str = OURS, value: str = "", about: str = "A") -> Decision:
    return Decision(about=about, verdict=verdict, value=value, source=source, by="Rina Contoh", when="2026-05-12")


def taken(
    said: Decision | None, base: Decision | None = None, held: Decision | None = None, source: str = OURS
) -> TakenOver:
    blank = Decision(about="", verdict=Verdict.WITHDRAWN, source=source)
    given_ = Understood(said={"A": said}, refused=())
    return merged(given_, {"A": base} if base else {}, {"A": held} if held else {}, blank)


ACCEPT, REJECT = decision(Verdict.ACCEPT), decision(Verdict.REJECT)


def test_a_new_decision_is_taken_over() -> None:
    assert taken(ACCEPT).taken == (ACCEPT,)


def test_what_the_copy_was_written_with_says_nothing() -> None:
    assert taken(ACCEPT, base=ACCEPT, held=ACCEPT) == TakenOver()
    # Another copy has changed it meanwhile; this one never touched it.
    assert taken(ACCEPT, base=ACCEPT, held=replace(REJECT, source=THEIRS)) == TakenOver()
    assert taken(None, held=replace(REJECT, source=THEIRS)) == TakenOver()


def test_the_same_decision_in_two_copies_is_one() -> None:
    assert taken(replace(ACCEPT, source=THEIRS), held=ACCEPT, source=THEIRS) == TakenOver()


def test_two_copies_that_decide_otherwise_are_a_conflict_and_what_holds_goes_on_to_hold() -> None:
    other = replace(REJECT, source=THEIRS)
    found = taken(other, held=ACCEPT, source=THEIRS)
    assert found.taken == ()
    assert [(each.held, each.other) for each in found.conflicts] == [(ACCEPT, other)]
    # Taken back in one copy, changed in the other.
    (conflict,) = taken(other, base=ACCEPT, held=None, source=THEIRS).conflicts
    assert conflict.held is None


def test_a_copy_that_is_read_again_replaces_what_it_said_itself() -> None:
    assert taken(REJECT, held=ACCEPT).taken == (REJECT,)


def test_emptied_cells_take_back_what_the_copy_was_written_with() -> None:
    (back,) = taken(None, base=ACCEPT, held=ACCEPT).taken
    assert (back.about, back.verdict, back.source) == ("A", Verdict.WITHDRAWN, OURS)


_SAID = st.one_of(st.none(), st.builds(decision, st.sampled_from([Verdict.ACCEPT, Verdict.REJECT]), st.just(THEIRS)))
_HELD = st.one_of(
    st.none(),
    st.builds(decision, st.sampled_from([Verdict.ACCEPT, Verdict.REJECT]), st.sampled_from([OURS, THEIRS])),
)


@given(_SAID, _HELD, _HELD)
def test_what_another_copy_decided_is_never_undone_in_silence(
    said: Decision | None, base: Decision | None, held: Decision | None
) -> None:
    found = taken(said, base=base, held=held, source=THEIRS)
    changed = (held.says if held else None) != (base.says if base else None)
    if found.taken and changed:
        assert held is not None
        assert held.source == THEIRS
    assert len(found.taken) + len(found.conflicts) <= 1

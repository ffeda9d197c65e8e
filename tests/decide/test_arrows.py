"""Doubtful arrows as questions, and what an answer makes of the chart."""

from dataclasses import replace

from pipeline.check.samples import EDGES, FLOW, sop
from pipeline.decide.arrows import arrow_questions, with_arrows
from pipeline.model.decision import Decision, Verdict
from pipeline.model.sop import Edge, Sop

DOUBTED = replace(EDGES[0], sure=0.4, otherwise=("n1", "n3"))
SOP = sop(folder="penmad", flow=replace(FLOW, edges=(DOUBTED, *EDGES[1:])))
READ = "panah dari langkah 1 (Pemohon) ke langkah 2 (Petugas PTSP)"
INSTEAD = "panah dari langkah 1 (Pemohon) ke langkah 3 (Kepala Kantor)"


def answered(verdict: Verdict, value: str = "") -> Sop:
    (asked,) = arrow_questions([SOP])
    (found,) = with_arrows([SOP], {asked.id: Decision(about=asked.id, verdict=verdict, value=value)})
    return found


def test_a_doubtful_arrow_is_asked_about_with_what_else_it_may_be() -> None:
    (asked,) = arrow_questions([SOP, sop()])
    assert (asked.read, asked.instead, asked.sure, asked.file) == (READ, INSTEAD, 0.4, SOP.file)
    assert asked.id.startswith("A-")
    assert asked == replace(next(iter(arrow_questions([replace(SOP, file="lain.docx")]))), file=SOP.file)


def test_the_answer_makes_it_sure_or_leads_it_elsewhere() -> None:
    assert answered(Verdict.CHANGE, READ).flow.edges[0] == replace(DOUBTED, sure=1.0, otherwise=None)
    other = answered(Verdict.CHANGE, INSTEAD).flow.edges[0]
    assert (other.source, other.target, other.sure) == ("n1", "n3", 1.0)
    assert answered(Verdict.CHANGE, INSTEAD).flow.edges[1:] == EDGES[1:]


def test_neither_of_them_leaves_an_open_end() -> None:
    found = answered(Verdict.REJECT).flow
    assert found.edges == EDGES[1:]
    assert [(each.source, each.target) for each in found.loose] == [("n1", None)]


def test_what_is_still_discussed_or_names_no_candidate_changes_nothing() -> None:
    assert answered(Verdict.DISCUSS) == SOP
    assert answered(Verdict.CHANGE, "panah ke langit") == SOP
    assert with_arrows([SOP], {}) == (SOP,)


def test_two_arrows_between_the_same_symbols_are_two_questions() -> None:
    twice = replace(SOP, flow=replace(FLOW, edges=(DOUBTED, Edge(source="n1", target="n2", label="ya", sure=0.5))))
    assert len({each.id for each in arrow_questions([twice])}) == 2

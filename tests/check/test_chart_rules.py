"""The rules over the chart together: one fault is one finding, whatever else it brings about."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.apply import check_each
from pipeline.check.registry import all_rules
from pipeline.check.rule import Example, Rule
from pipeline.check.samples import AT, drawn
from pipeline.model.finding import Finding
from pipeline.model.sop import Flow, LooseArrow, Sop
from pipeline.settings import Settings

CHART_RULES = [rule for rule in all_rules() if rule.code.startswith("FL")]


def found(*sops: Sop) -> list[Finding]:
    return [each for each in check_each(sops, Settings()) if each.code.startswith("FL")]


def codes(*sops: Sop) -> list[str]:
    return [each.code for each in found(*sops)]


def with_loose(symbols: str, ways: str, source: str | None, target: str | None) -> Sop:
    plain = drawn(symbols, ways)
    return replace(plain, flow=replace(plain.flow, loose=(LooseArrow(source=source, target=target, place=AT),)))


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule, each, id=f"{rule.code} {each.shows}") for rule in CHART_RULES for each in rule.good],
)
def test_a_good_example_is_good_by_all_rules_over_the_chart(rule: Rule, example: Example) -> None:
    assert codes(*example.sops) == []


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule, each, id=f"{rule.code} {each.shows}") for rule in CHART_RULES for each in rule.bad],
)
def test_a_fault_is_told_by_its_own_rule_alone(rule: Rule, example: Example) -> None:
    assert set(codes(*example.sops)) == {rule.code}


@pytest.mark.parametrize(
    ("sop", "told"),
    [
        pytest.param(with_loose("( ? = = (", "1>2 2>3:ya 2>1:tidak 4>5", "3", None), ["FL107"], id="head in the air"),
        pytest.param(with_loose("( ? = = (", "1>2 2>3:ya 2>1:tidak 4>5", None, "4"), ["FL107"], id="tail in the air"),
        pytest.param(with_loose("( ? = = (", "1>2 2>3:ya 2>1:tidak 4>5", None, None), ["FL107"], id="both in the air"),
        pytest.param(with_loose("( ? = (", "1>2 2>1:tidak 3>4", "2", None), ["FL107"], id="an answer in the air"),
        pytest.param(drawn("( ? = (", "1>2 2>1:tidak 3>4"), ["FL101"], id="one answer, its step unreached"),
        pytest.param(drawn("( ? = (", "1>2 3>4"), ["FL101"], id="no answer, the next step unreached"),
        pytest.param(drawn("( = - = (", "1>2 4>5"), [], id="arrows of a step that is not drawn"),
        pytest.param(drawn("( =v = (", "1>2 2>2b 3>4"), ["FL115"], id="no partner, the page below unreached"),
        pytest.param(drawn("( = =v (", "1>2 3b>3 3>4"), ["FL115"], id="no partner, the page above not left"),
        pytest.param(drawn("( = = = (", "1>2 2>3 4>3 4>5"), ["FL112"], id="head at the wrong end"),
        pytest.param(drawn("( ? = (", "1>2 2>1:tidak 3>2 3>4"), ["FL112"], id="head of the answer at the wrong end"),
        pytest.param(drawn("( = = = = (", "1>2 3>4 5>6"), ["FL109", "FL109"], id="two arrows missing"),
        pytest.param(drawn("( = ? = (", "1>2 2>4 3>4:ya 3>2:tidak 4>5"), ["FL110"], id="decision that is leapt over"),
        pytest.param(drawn("= = =", "1>2 2>3 3>1"), ["FL103", "FL104"], id="a circle"),
        pytest.param(drawn("( = ? (", "1>2 2>3 3>4:ya 3>1:tidak"), [], id="clean"),
    ],
)  # fmt: skip
def test_a_fault_is_told_and_not_what_it_brings_about(sop: Sop, told: list[str]) -> None:
    assert codes(sop) == told


def test_what_a_doubtful_arrow_may_explain_is_not_told_beside_the_question() -> None:
    plain = drawn("( = = (", "1>2 2>4 3>4")
    edges = tuple(
        replace(each, sure=0.4, otherwise=("2", "3")) if each.target == "4" and each.source == "2" else each
        for each in plain.flow.edges
    )
    assert codes(replace(plain, flow=replace(plain.flow, edges=edges))) == ["FL118"]


def test_typed_marks_are_not_judged_as_a_graph() -> None:
    plain = drawn("= ? ( =", "")
    assert codes(replace(plain, flow=Flow(source="marks", nodes=plain.flow.nodes))) == []


def test_a_pair_of_connectors_is_one_arrow() -> None:
    over = drawn("( ?v =v (", "1>2 2>2b:ya 2>1:tidak 2b>3b 3b>3 3>4")
    assert codes(over) == []
    unlabelled = drawn("( ?v =v (", "1>2 2>2b 2>1:tidak 2b>3b 3b>3 3>4")
    (told,) = found(unlabelled)
    assert told.code == "FL101"
    assert set(told.edges) == {("2", "2b"), ("2b", "3b"), ("3b", "3")}


SYMBOLS = st.lists(st.text("(=?v", max_size=3).map(lambda each: each or "-"), min_size=1, max_size=6)


@given(symbols=SYMBOLS, draw=st.data())
def test_any_chart_is_judged_and_each_finding_points_into_it(symbols: list[str], draw: st.DataObject) -> None:
    names = [each.id for each in drawn(" ".join(symbols), "").flow.nodes]
    one = st.builds(
        "{}>{}{}".format, *[st.sampled_from(names or [""])] * 2, st.sampled_from(("", ":ya", ":tidak", ":ok"))
    )
    ways = draw.draw(st.lists(one, max_size=12 if names else 0))
    plain = drawn(" ".join(symbols), " ".join(ways))
    loose = draw.draw(st.lists(st.sampled_from((None, *names)), max_size=2))
    arrows = tuple(LooseArrow(source=each, target=None, place=AT) for each in loose)
    sop = replace(plain, flow=replace(plain.flow, loose=arrows))
    edges = {(each.source, each.target) for each in sop.flow.edges}
    for finding in found(sop):
        assert set(finding.nodes) <= set(names)
        assert set(finding.edges) <= edges
        assert finding.where in ("flow", "actors") or 1 <= int(finding.where.split("/")[1]) <= len(sop.steps)


def test_a_question_names_what_the_reader_wavers_between() -> None:
    plain = drawn("( = = (", "1>2 2>3 3>4")
    doubted = replace(plain.flow.edges[1], sure=0.4, otherwise=("2", "4"))
    (told,) = [
        each
        for each in found(
            replace(plain, flow=replace(plain.flow, edges=(plain.flow.edges[0], doubted, plain.flow.edges[2])))
        )
        if each.code == "FL118"
    ]
    assert told.question == "Ke mana panah ini: langkah 3 (Petugas PTSP) atau langkah 4 (Kepala Kantor)?"


def test_a_label_that_the_reader_is_not_sure_of_is_asked_and_not_put_right() -> None:
    plain = drawn("( ? (", "1>2 2>3:ya 2>1")
    (certain,) = found(plain)
    assert certain.correction is not None
    assert (certain.correction.before, certain.correction.after, certain.found) == ("", "Tidak", "")
    unsure = tuple(replace(each, sure=0.8) for each in plain.flow.edges)
    (asked,) = found(replace(plain, flow=replace(plain.flow, edges=unsure)))
    assert asked.correction is None
    assert (
        asked.question
        == "Ke mana alur berlanjut bila jawabannya Ya: langkah 3 (Petugas PTSP) atau langkah 1 (Pemohon)?"
    )

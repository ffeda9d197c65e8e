"""The graph of steps answers as networkx does, whatever is drawn."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.digraph import step_graph

STEPS = st.integers(1, 9)


@given(st.lists(st.tuples(STEPS, STEPS), max_size=24))
def test_what_lies_behind_and_ahead_and_what_goes_in_circles(arrows: list[tuple[int, int]]) -> None:
    found = step_graph(range(1, 10), arrows)
    expected: nx.DiGraph[int] = nx.DiGraph()
    expected.add_nodes_from(range(1, 10))
    expected.add_edges_from(arrows)
    for step in expected:
        assert found.behind(step) == nx.descendants(expected, step)
        assert found.ahead(step) == nx.ancestors(expected, step)
        assert set(found.after[step]) == set(expected.successors(step))
    circles = found.circles()
    assert {*circles} == {frozenset(each) for each in nx.strongly_connected_components(expected)}
    assert sorted(step for each in circles for step in each) == list(range(1, 10))


def test_a_circle_as_long_as_the_longest_sop_needs_no_recursion() -> None:
    steps = range(3000)
    found = step_graph(steps, ((each, (each + 1) % 3000) for each in steps))
    assert found.circles() == [frozenset(steps)]

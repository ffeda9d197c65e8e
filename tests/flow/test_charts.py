"""Charts drawn over real cells in every encoding are read as the graphs that were drawn."""

from functools import cache

import pytest

from tests.flow.charts.corpus import Golden, golden, graph_of
from tests.flow.charts.place import drawing
from tests.flow.charts.recipes import LONGEST, RECIPES
from tests.flow.charts.score import SEEDS, Score, score

GOLDENS = tuple(map(golden, RECIPES))
# Issue 4, Quality: F1 of edges with their labels by how many millimetres each shape was moved.
LEAST_EDGES = {0.0: 0.95, 2.0: 0.95, 5.0: 0.90}
LEAST_NODES = 0.98


@cache
def scored(at: int, millimetres: float) -> Score:
    """All that `python -m tests.bench.flow` counts of a draft: unmoved once, else moved by each seed."""
    seeds = range(SEEDS if millimetres else 1)
    return sum((score(GOLDENS[at], millimetres, seed) for seed in seeds), Score())


def whole(millimetres: float) -> Score:
    return sum((scored(at, millimetres) for at in range(len(GOLDENS))), Score())


def named(millimetres: float, worst: int = 8) -> str:
    """The drafts that lose most, for whoever must mend it."""
    lost = sorted((scored(at, millimetres).edges.f1, each.recipe.name) for at, each in enumerate(GOLDENS))
    return ", ".join(f"{name} {f1:.2f}" for f1, name in lost[:worst])


def test_there_are_enough_drafts_and_encodings() -> None:
    assert len(GOLDENS) >= 40
    assert len({each.encoding for each in RECIPES}) >= 40
    assert len({each.name for each in RECIPES}) == len(RECIPES)


@pytest.mark.parametrize("each", GOLDENS, ids=lambda each: each.recipe.name)
def test_a_frozen_graph_is_what_its_recipe_draws(each: Golden) -> None:
    recipe = each.recipe
    assert each.graph == graph_of(recipe, drawing(recipe.form, recipe.hand, each.measures))


@pytest.mark.parametrize("millimetres", LEAST_EDGES)
def test_symbols_are_found_with_kind_step_and_actor(millimetres: float) -> None:
    assert whole(millimetres).nodes.f1 >= LEAST_NODES, named(millimetres)


@pytest.mark.parametrize(("millimetres", "least"), LEAST_EDGES.items())
def test_arrows_are_found_with_their_labels(millimetres: float, least: float) -> None:
    assert whole(millimetres).edges.f1 >= least, named(millimetres)


@pytest.mark.parametrize("millimetres", LEAST_EDGES)
def test_no_arrow_that_the_reader_is_sure_of_is_wrong(millimetres: float) -> None:
    wrong = [
        each.recipe.name
        for at, each in enumerate(GOLDENS)
        if scored(at, millimetres).wrong or scored(at, millimetres).misnamed
    ]
    assert wrong == []


@pytest.mark.parametrize("at", range(len(GOLDENS)), ids=[each.name for each in RECIPES])
def test_a_chart_is_known_for_what_it_is(at: int) -> None:
    found = scored(at, 0.0).source
    assert found.right == found.wanted


def test_a_chart_of_200_symbols_is_read_whole() -> None:
    found = score(golden(LONGEST), 0.0)
    assert found.nodes.f1 == found.edges.f1 == 1.0

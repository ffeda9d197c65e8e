"""The benchmark of matching: the same titles each time, each draft's row known, losses told. Nothing is timed."""

import pytest

from pipeline.likeness.titles import title_form
from tests.bench import matching
from tests.bench.titles import titles


@pytest.mark.parametrize("narrow", [False, True])
def test_the_titles_are_the_same_each_time_and_each_row_is_one_title(narrow: bool) -> None:
    given = titles(300, 100, narrow=narrow)
    assert given == titles(300, 100, narrow=narrow)
    assert len(set(given.rows)) == 300
    answered = [row for row in given.truth if row >= 0]
    assert len(answered) == len(set(answered)) == 95


def test_a_narrow_vocabulary_is_narrow() -> None:
    known = {
        narrow: len({word for row in titles(20_000, 1, narrow=narrow).rows for word in title_form(row).words})
        for narrow in (True, False)
    }
    assert known[True] < 256
    assert known[False] > 800


def test_pairs_are_counted_as_they_are() -> None:
    given = titles(40, 20)
    true = [(row, draft) for draft, row in enumerate(given.truth) if row >= 0]
    assert matching.result(true, given) == matching.Result(recall=1.0, precision=1.0)
    wrong = [((row + 1) % 40, draft) for row, draft in true[:4]]
    assert matching.result([*true[4:], *wrong], given) == matching.Result(recall=15 / 19, precision=15 / 19)
    few = frozenset(draft for _, draft in (true[0], true[-1]))
    assert matching.result([*wrong, true[-1]], given, few) == matching.Result(recall=0.5, precision=0.5)


def test_what_the_search_loses_of_a_small_inventory_is_nothing() -> None:
    point = matching.measured(400, 200, narrow=False, sample=100, peers=False)
    assert (point.losses.drafts, point.losses.lost) == (100, 0)
    assert point.found.recall > 0.95
    assert point.memory > 0


def test_the_entry_point_runs(capsys: pytest.CaptureFixture[str]) -> None:
    matching.main(["--rows", "60", "--drafts", "30", "--peers", "--rounds", "2"])
    told = capsys.readouterr().out
    assert "candidates" in told
    assert "extractOne, WRatio" in told

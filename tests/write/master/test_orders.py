import pytest

from pipeline.write.master.orders import following, next_mark, recounted


@pytest.mark.parametrize(
    ("order", "after"), [("9", "10"), ("9.", "10."), ("09", "10"), ("1.9", "1.10"), ("a.", "b."), ("-", ""), ("", "")]
)
def test_the_order_that_comes_next(order: str, after: str) -> None:
    assert following(order) == after


@pytest.mark.parametrize(
    ("mark", "after"),
    [("A", "B"), ("C.", "D."), ("IV", "V"), ("I.", "II."), ("V)", "VI)"), ("VIII", "IX"), ("Z", ""), ("", "")],
)
def test_the_mark_that_comes_next(mark: str, after: str) -> None:
    assert next_mark(mark) == after


def test_a_running_list_counts_on_and_one_that_begins_anew_does_not() -> None:
    running = [(6, "1"), (7, "2"), (10, "3"), (11, "4")]
    assert list(recounted(running, {7: 2})) == [(10, "5"), (11, "6")]
    anew = [(6, "1"), (7, "2"), (10, "1"), (11, "2")]
    assert list(recounted(anew, {7: 2})) == []


def test_a_list_with_a_hole_is_left_as_it_is_below_it() -> None:
    assert list(recounted([(6, "1"), (7, "2"), (8, "3"), (9, "7")], {6: 1})) == [(7, "3"), (8, "4")]

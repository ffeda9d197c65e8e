"""The search for candidates: what is the same is always found, few are looked at, and nothing hangs on the company."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.likeness.candidates import NEAREST, nearest
from pipeline.likeness.titles import Title, title_form
from tests.bench.titles import titles

WORDS = ("penerbitan", "rekomendasi", "izin", "madrasah", "ra", "wakaf", "akta", "pencatatan", "nikah", "pencabutan")
written = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join).map(title_form)
distinct = st.lists(written, min_size=1, max_size=60, unique_by=lambda title: frozenset(title.words))


def found(rows: list[Title], drafts: list[Title], count: int = NEAREST) -> dict[int, list[int]]:
    of = defaultdict(list)
    for row, draft in zip(*nearest(rows, drafts, count), strict=True):
        of[int(draft)].append(int(row))
    return of


@pytest.fixture(scope="module")
def ministry() -> tuple[list[Title], list[Title]]:
    given = titles(3000, 300, narrow=True, seed=5)
    return [title_form(each) for each in given.rows], [title_form(each) for each in given.drafts]


@given(distinct, st.integers(1, 5))
def test_a_row_of_the_same_words_is_always_found(rows: list[Title], count: int) -> None:
    of = found(rows, rows, count)
    assert all(at in of[at] for at in range(len(rows)))


def test_no_more_are_looked_at_than_asked_for(ministry: tuple[list[Title], list[Title]]) -> None:
    for count in (1, 7, NEAREST):
        of = found(*ministry, count)
        assert max(map(len, of.values())) <= count
        assert all(len(set(rows)) == len(rows) for rows in of.values())


def test_a_draft_finds_the_same_rows_alone_and_among_others(ministry: tuple[list[Title], list[Title]]) -> None:
    rows, drafts = ministry
    together = found(rows, drafts)
    assert together == found(rows, drafts)
    for at in range(0, len(drafts), 29):
        assert found(rows, [drafts[at]])[0] == together[at]


@pytest.mark.parametrize(("rows", "drafts"), [([], []), ([], ["Izin"]), (["Izin"], []), (["Izin"], ["Wakaf"])])
def test_where_nothing_is_shared_nothing_is_found(rows: list[str], drafts: list[str]) -> None:
    assert not found([title_form(each) for each in rows], [title_form(each) for each in drafts])


def test_a_title_without_words_finds_nothing_and_does_no_harm() -> None:
    rows = [title_form(each) for each in ("", "Izin Operasional", "SOP")]
    assert found(rows, [title_form(each) for each in ("", "Ijin Oprasional")]) == {1: [1]}

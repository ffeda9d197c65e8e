"""Where lines are broken, and over how many pages a table is laid."""

import pytest

from pipeline.write.workbook.widths import PAGE, broken, column_pixels, spread_of, width


def test_a_text_is_broken_where_the_room_ends_and_loses_no_word() -> None:
    text = "Setiap temuan aturan yang terbuka, dengan usulan perbaikannya. " * 4
    lines = broken(text, 300)
    assert " ".join(lines) == " ".join(text.split())
    assert len(lines) > 3
    assert all(width(each) * 10 / 11 <= 300 for each in lines)
    assert broken("", 300) == ("",)


def test_what_fits_one_page_at_seven_points_is_fitted_to_it() -> None:
    assert spread_of([400, 400], kept=1) == (1, 0, PAGE)
    assert spread_of([800, 880], kept=1) == (1, 0, 1680)


@pytest.mark.parametrize("columns", [[100] * 20, [300, *[170] * 30], [80, 2_000, 80]])
def test_a_wider_one_lies_on_as_few_pages_as_it_can_be_read_on(columns: list[int]) -> None:
    pages, scale, first = spread_of(columns, kept=1)
    assert pages > 1
    assert 69 <= scale <= 100
    assert columns[0] <= first
    # A column wider than a page is torn, whatever is done.
    assert first <= PAGE / scale * 100 or max(columns) > PAGE


def test_a_column_is_as_wide_as_excel_has_it() -> None:
    assert [column_pixels(each) for each in (8.43, 10.5, 36)] == [64, 78, 257]

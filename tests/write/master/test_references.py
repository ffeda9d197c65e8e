import pytest

from pipeline.write.master.references import Shift, carried, shifted, shifted_area, shifted_ranges

# Two rows below row 8, one below row 14.
SHIFT = Shift("Daftar SOP", (8, 14), (2, 1))


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("B6", "B6"),
        ("B8", "B8"),
        ("B9+$B$15", "B11+$B$18"),
        ("SUM(F6:F8)", "SUM(F6:F10)"),
        ("SUM(F9:F14)", "SUM(F11:F17)"),
        ("COUNTA($B$6:$B$14)", "COUNTA($B$6:$B$17)"),
        ("COUNTA(B:B)+ROWS(9:12)", "COUNTA(B:B)+ROWS(11:14)"),
        ("'Daftar SOP'!B9&Rekap!B9", "'Daftar SOP'!B11&Rekap!B9"),
        ('IF(A9="B9 dan ""B10""",LOG10(A9),Q1_2025)', 'IF(A11="B9 dan ""B10""",LOG10(A11),Q1_2025)'),
        ("[1]Lain!B9+'[2]Daftar SOP'!B9", "[1]Lain!B9+'[2]Daftar SOP'!B9"),
        ("Rekap[[#This Row],[B9]]+SUM(Rekap[B10])", "Rekap[[#This Row],[B9]]+SUM(Rekap[B10])"),
        ("1.5E9+A9%", "1.5E9+A11%"),
        ("#REF!+_xlfn.XLOOKUP(A9,B:B,C:C)", "#REF!+_xlfn.XLOOKUP(A11,B:B,C:C)"),
        ("A9#", "A11#"),
        ("{1;2}", "{1;2}"),
    ],
)
def test_references_move_with_their_rows_and_nothing_else_does(formula: str, moved: str) -> None:
    assert shifted(formula, SHIFT, "daftar sop") == moved


def test_a_formula_of_another_sheet_moves_only_what_names_the_sheet() -> None:
    assert shifted("B9+'Daftar SOP'!B9", SHIFT, "Rekap") == "B9+'Daftar SOP'!B11"


def test_a_running_count_ends_at_its_own_row() -> None:
    assert shifted("COUNTIF($B$6:B8,B8)", SHIFT, "Daftar SOP", 8) == "COUNTIF($B$6:B8,B8)"
    assert shifted("COUNTIF($B$6:$B$8,B8)", SHIFT, "Daftar SOP", 8) == "COUNTIF($B$6:$B$10,B8)"


def test_ranges_of_a_format_take_in_the_new_rows_below_them() -> None:
    assert shifted_ranges("C6:C8 E8 G9 B:B", SHIFT) == "C6:C10 E8:E10 G11 B:B"
    assert shifted_area("$5:$7", SHIFT) == "$5:$7"


@pytest.mark.parametrize(
    ("formula", "copied"),
    [
        ("A8+1", "A10+1"),
        ("COUNTIF(B$6:B8,$B8)", "COUNTIF(B$6:B10,$B10)"),
        ("SUM(B:B)+$C$1", "SUM(B:B)+$C$1"),
        ("SUM(5:7)", "SUM(7:9)"),
        ('"A8"&Ref!A8', '"A8"&Ref!A10'),
    ],
)
def test_a_formula_is_copied_down_as_excel_does(formula: str, copied: str) -> None:
    assert carried(formula, 2, 0) == copied


def test_what_would_leave_the_sheet_is_an_error_as_in_excel() -> None:
    assert carried("A1+B5", -1, -1) == "#REF!+A4"

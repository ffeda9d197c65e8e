from pipeline.model.disparity import AlignedStep
from pipeline.write.side_by_side import PRESENCE, Line, Standing, lines_of
from tests.write.disparities import aligned, shared

UNITS = ("KUA A", "KUA B", "KUA C", "KUA D")


def lines(step: AlignedStep, *before: AlignedStep) -> dict[str, Line]:
    told = lines_of(step, shared("SOP Rujuk", (), UNITS[: len(step.steps)], *before, step))
    assert [each.label for each in told] == [
        PRESENCE, "kegiatan", "pelaksana", "kelengkapan", "waktu", "output",
    ]  # fmt: skip
    return {each.label: each for each in told}


def standings(line: Line) -> list[Standing]:
    return [each.standing for each in line.held]


def test_what_all_have_alike_is_the_same_everywhere() -> None:
    told = lines(aligned((1, 1, 2)))
    assert {each.standing for each in told.values()} == {Standing.SAME}
    assert told[PRESENCE].proposed == "dipakai, ada di semua unit"
    assert [each.text for each in told[PRESENCE].held] == ["langkah 1", "langkah 1", "langkah 2"]


def test_who_deviates_from_the_consensus_is_told_and_an_empty_cell_is_called_empty() -> None:
    told = lines(aligned((1, 1, 1, None), duration=("5 menit", "", "5 menit", None)))["waktu"]
    assert (told.standing, told.proposed) == (Standing.DIFFERENT, "5 menit")
    assert standings(told) == [Standing.SAME, Standing.DIFFERENT, Standing.SAME, Standing.MISSING]
    assert [each.text for each in told.held] == ["5 menit", "kosong", "5 menit", "tidak ada"]


def test_where_no_text_is_more_common_a_person_chooses_among_numbered_choices() -> None:
    told = lines(aligned((1, 1), output=("Map", "Nota")))["output"]
    assert (told.standing, told.proposed, standings(told)) == (Standing.OPEN, "", [Standing.OPEN] * 2)
    assert [each.variant for each in told.held] == [1, 2]


def test_a_step_that_most_have_is_lacked_by_the_others_and_one_that_few_have_is_theirs() -> None:
    most = lines(aligned((3, None, 3)))
    assert (most[PRESENCE].standing, most[PRESENCE].proposed) == (Standing.MISSING, "dipakai, ada di 2 dari 3 unit")
    assert standings(most[PRESENCE]) == [Standing.SAME, Standing.MISSING, Standing.SAME]
    few = lines(aligned((3, None, None)))
    assert few[PRESENCE].proposed == "tidak dipakai, hanya ada di 1 dari 3 unit"
    assert standings(few[PRESENCE]) == [Standing.DIFFERENT, Standing.SAME, Standing.SAME]
    assert (few["waktu"].standing, few["waktu"].proposed) == (Standing.MISSING, "bila dipakai: 5 menit")


def test_a_step_that_half_of_them_have_is_to_be_decided() -> None:
    told = lines(aligned((1, None)))
    assert (told[PRESENCE].standing, told[PRESENCE].proposed) == (Standing.OPEN, "")
    assert standings(told[PRESENCE]) == [Standing.OPEN] * 2
    assert told["waktu"].proposed == "5 menit"


def test_an_act_written_within_another_step_is_not_called_missing() -> None:
    told = lines(aligned((2, 2, None), part_of=1), aligned((1, 1, 1)))[PRESENCE]
    assert told.held[2].text == "menjadi satu dengan langkah 1"


def test_a_step_is_called_by_its_consensus_else_by_its_first_words() -> None:
    assert aligned((1, 1), activity=("", "Mencatat")).activity == "Mencatat"
    assert aligned((1, 1, 1), activity=("Menulis", "Mencatat", "Mencatat")).activity == "Mencatat"

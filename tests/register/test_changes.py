"""What a round changed against the one before, told before it is recorded and after, is the same."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.model.decision import Changes, Matter, State, SubmittedFile
from pipeline.register.changes import Titles
from pipeline.register.store import Register
from tests.register.nouns import file, matter, round_

Handed = tuple[Sequence[SubmittedFile], Sequence[Matter], Titles]
TU = "drafts/subbag-tu/"


def changed(folder: Path, *rounds: Handed) -> Changes:
    """Return what the last of these rounds changed, having compared it before and after it is recorded."""
    with Register.open(folder / "register.sqlite") as register:
        for number, (files, matters, titles) in enumerate(rounds, start=1):
            told = register.compare(matters, files, titles)
            register.add_round(round_(number), files, matters, titles=titles)
            assert register.changes(number) == told
    return told


def handed(*matters: Matter, files: Sequence[SubmittedFile] = (), titles: Titles | None = None) -> Handed:
    return files, matters, titles or {}


def fates(told: Changes) -> dict[str, State]:
    return {each.about: state for each, state in told.settled}


def pairs(told: Changes) -> list[tuple[str, str]]:
    return [(old.file.removeprefix(TU), now.file.removeprefix(TU)) for old, now in told.replaced]


def test_a_matter_is_new_still_there_or_back(tmp_path: Path) -> None:
    told = changed(
        tmp_path,
        handed(matter("T-1"), matter("T-2")),
        handed(matter("T-2")),
        handed(matter("T-1"), matter("T-2"), matter("T-3")),
    )
    assert told.states == {"T-1": State.BACK, "T-2": State.STILL, "T-3": State.NEW}


def test_a_matter_in_other_words_is_still_the_same(tmp_path: Path) -> None:
    told = changed(tmp_path, handed(matter("T-1")), handed(matter("T-1", words="Lain.", part=2)))
    assert told.states == {"T-1": State.STILL}
    assert told.settled == ()


def test_a_matter_that_goes_back_to_earlier_words_is_still_the_same(tmp_path: Path) -> None:
    first, second = handed(matter("T-1")), handed(matter("T-1", words="Lain."))
    assert changed(tmp_path, first, second, first, second).states == {"T-1": State.STILL}


def test_what_is_settled_is_told_once_only(tmp_path: Path) -> None:
    told = changed(tmp_path, handed(matter("T-1"), files=[file("SOP Cuti.docx")]), handed(), handed())
    assert told.settled == ()


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (handed(files=[file("SOP Cuti.docx", "b")]), State.FIXED),
        (handed(files=[file("baru.docx", "b")], titles={f"{TU}baru.docx": ["SOP  CUTI"]}), State.FIXED),
        (handed(matter("T-9", file=f"{TU}baru.docx"), files=[file("baru.docx", "b")]), State.FIXED),
        (handed(files=[file("ganti nama.docx", "a")]), State.FIXED),
        (handed(), State.GONE),
        (handed(files=[file("SOP Cuti.docx", "b", readable=False)]), State.GONE),
        (handed(files=[file("baru.docx", "b")], titles={f"{TU}baru.docx": ["SOP Arsip"]}), State.GONE),
        (handed(files=[file("baru.docx", "b", "Seksi Lain")], titles={f"{TU}baru.docx": ["SOP Cuti"]}), State.GONE),
        # A row of the inventory says that the SOP is wanted, not that it was handed in.
        (handed(matter("U-1", file="", part=0)), State.GONE),
    ],
)
def test_fixed_is_only_what_is_still_handed_in(tmp_path: Path, now: Handed, state: State) -> None:
    told = changed(tmp_path, handed(matter("T-1"), files=[file("SOP Cuti.docx", "a")]), now)
    assert fates(told) == {"T-1": state}


def test_what_was_wrong_in_the_inventory_alone_is_fixed_when_it_is_raised_no_more(tmp_path: Path) -> None:
    assert fates(changed(tmp_path, handed(matter("K-1", file="", part=0)), handed())) == {"K-1": State.FIXED}


def test_a_draft_with_the_same_name_and_another_content_replaces_the_one_before(tmp_path: Path) -> None:
    told = changed(
        tmp_path,
        handed(files=[file("a.docx", "1"), file("b.docx", "1")]),
        handed(files=[file("a.docx", "2"), file("b.docx", "1")]),
    )
    assert pairs(told) == [("a.docx", "a.docx")]
    assert [(old.sha256, now.sha256) for old, now in told.replaced] == [("1", "2")]


def test_a_draft_under_a_new_name_replaces_one_that_went_away_with_the_same_title(tmp_path: Path) -> None:
    told = changed(
        tmp_path,
        handed(
            files=[file("a.docx", "1"), file("b.docx", "2")],
            titles={f"{TU}a.docx": ["SOP Cuti"], f"{TU}b.docx": ["SOP Arsip"]},
        ),
        handed(
            files=[file("b rev.docx", "3"), file("c.docx", "4")],
            titles={f"{TU}b rev.docx": ["SOP Arsip"], f"{TU}c.docx": ["SOP Lain"]},
        ),
    )
    assert pairs(told) == [("b.docx", "b rev.docx")]


def test_titles_are_known_from_matters_too(tmp_path: Path) -> None:
    told = changed(
        tmp_path,
        handed(matter("T-1"), files=[file("SOP Cuti.docx", "1")]),
        handed(matter("T-2", file=f"{TU}rev.docx"), files=[file("rev.docx", "2")]),
    )
    assert pairs(told) == [("SOP Cuti.docx", "rev.docx")]


def test_a_draft_that_was_only_renamed_is_paired_by_its_content(tmp_path: Path) -> None:
    same = {f"{TU}{each}.docx": ["SOP Cuti"] for each in "abcd"}
    told = changed(
        tmp_path,
        handed(files=[file("a.docx", "1"), file("b.docx", "2")], titles=same),
        handed(files=[file("c.docx", "1"), file("d.docx", "3")], titles=same),
    )
    assert pairs(told) == [("a.docx", "c.docx"), ("b.docx", "d.docx")]


def test_a_draft_of_another_unit_replaces_nothing(tmp_path: Path) -> None:
    told = changed(
        tmp_path,
        handed(files=[file("a.docx", "1")], titles={f"{TU}a.docx": ["SOP Cuti"]}),
        handed(files=[file("b.docx", "1", "Seksi Lain")], titles={f"{TU}b.docx": ["SOP Cuti"]}),
    )
    assert told.replaced == ()


def test_a_draft_that_another_unit_hands_in_at_the_same_path_replaces_nothing(tmp_path: Path) -> None:
    told = changed(tmp_path, handed(files=[file("a.docx", "1")]), handed(files=[file("a.docx", "2", "Seksi Lain")]))
    assert told.replaced == ()


def test_a_draft_that_was_split_stands_in_a_pair_for_each_part(tmp_path: Path) -> None:
    told = changed(
        tmp_path,
        handed(files=[file("buku.docx", "1")], titles={f"{TU}buku.docx": ["SOP Cuti", "SOP Arsip"]}),
        handed(
            files=[file("arsip.docx", "2"), file("cuti.docx", "3")],
            titles={f"{TU}arsip.docx": ["SOP Arsip"], f"{TU}cuti.docx": ["SOP Cuti"]},
        ),
    )
    assert pairs(told) == [("buku.docx", "arsip.docx"), ("buku.docx", "cuti.docx")]

"""What is recorded is there again, in its order, for good."""

import sqlite3
from pathlib import Path

import pytest

from pipeline.errors import RoundTaken
from pipeline.model.decision import Changes, State, Verdict
from pipeline.register.store import Register
from tests.register.nouns import decision, file, matter, round_


def test_a_new_register_is_made_with_its_folder_and_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "ruang" / "output" / "register.sqlite"
    with Register.open(path) as register:
        assert (register.current(), register.rounds(), register.next_round()) == ({}, (), 1)
        assert register.last_decision() == 0
        assert register.matter("T-1") is None
        assert (register.as_of(1), register.files(1), register.matters(1), register.titles(1)) == ({}, (), (), {})
        assert register.changes(1) == Changes(states={})
    assert [each.name for each in path.parent.iterdir()] == ["register.sqlite"]


def test_the_last_decision_holds_and_none_before_it_is_forgotten(tmp_path: Path) -> None:
    first, second = decision("T-1"), decision("T-1", Verdict.CHANGE, value="3 hari", note="rapat", round=2)
    other, back = decision("T-2", Verdict.REJECT), decision("T-2", Verdict.WITHDRAWN)
    with Register.open(tmp_path / "register.sqlite") as register:
        register.record((first, other))
        register.record((second, back))
    with Register.open(tmp_path / "register.sqlite") as register:
        assert register.current() == {"T-1": second}
        assert tuple(each for each in register.decisions() if each.about == "T-1") == (first, second)
        assert tuple(each for each in register.decisions() if each.about == "T-2") == (other, back)
        assert register.decisions() == (first, other, second, back)


def test_a_decision_on_what_no_round_raised_is_kept(tmp_path: Path) -> None:
    with Register.open(tmp_path / "register.sqlite") as register:
        register.record((decision("T-unknown", round=7),))
        assert register.current()["T-unknown"].round == 7


def test_what_held_when_a_round_was_written_stays_known(tmp_path: Path) -> None:
    with Register.open(tmp_path / "register.sqlite") as register:
        register.record((decision("T-1"),))
        register.add_round(round_(1), (), ())
        register.record((decision("T-1", Verdict.WITHDRAWN), decision("T-2")))
        register.add_round(round_(2), (), ())
        assert set(register.as_of(1)) == {"T-1"}
        assert set(register.as_of(2)) == {"T-2"}
        assert register.as_of(3) == {}


def test_a_decision_recorded_while_a_run_was_writing_does_not_count_as_shown_in_its_workbook(tmp_path: Path) -> None:
    with Register.open(tmp_path / "register.sqlite") as register:
        register.record((decision("T-1"),))
        shown = register.last_decision()
        register.record((decision("T-2"),))
        register.add_round(round_(1), (), (), last_decision=shown)
        assert set(register.as_of(1)) == {"T-1"}


def test_a_round_gives_back_its_files_titles_and_matters_in_their_order(tmp_path: Path) -> None:
    files = (file("b.docx"), file("a.docx", readable=False))
    matters = (matter("T-2", before="x", after="y"), matter("T-1"), matter("T-2", part=2))
    titles = {"drafts/subbag-tu/b.docx": ("SOP Cuti", "SOP Arsip")}
    with Register.open(tmp_path / "register.sqlite") as register:
        register.add_round(round_(1), files, matters, titles=titles)
        assert register.rounds() == (round_(1),)
        assert register.files(1) == files
        assert register.matters(1) == matters
        assert register.titles(1) == titles
        assert register.matter("T-2") == matters[2]


def test_a_matter_is_known_as_it_was_raised_last(tmp_path: Path) -> None:
    old, new = matter("T-1", words="Lama."), matter("T-1", words="Baru.")
    with Register.open(tmp_path / "register.sqlite") as register:
        for number, found in enumerate((old, new, old), start=1):
            register.add_round(round_(number), (), (found,))
            assert register.matter("T-1") == found
        assert register.wordings() == ((old, (1, 3)), (new, (2,)))


def test_a_number_that_another_run_has_taken_is_refused_and_nothing_of_the_round_is_kept(tmp_path: Path) -> None:
    with Register.open(tmp_path / "register.sqlite") as register:
        register.add_round(round_(1), (), (matter("T-1"),))
        with pytest.raises(RoundTaken, match=r"Putaran 1 sudah tercatat .* Jalankan lagi\."):
            register.add_round(round_(1), (file("a.docx"),), (matter("T-2"),))
        assert register.next_round() == 2
        assert register.files(1) == ()
        assert register.matter("T-2") is None


def test_rounds_may_lack_numbers(tmp_path: Path) -> None:
    with Register.open(tmp_path / "register.sqlite") as register:
        register.add_round(round_(2), (), (matter("T-1"),))
        register.add_round(round_(5), (), (matter("T-1"),))
        assert register.changes(5).states == {"T-1": State.STILL}
        assert register.next_round() == 6


def test_a_round_that_breaks_half_way_leaves_nothing(tmp_path: Path) -> None:
    def broken():  # type: ignore[no-untyped-def]
        yield matter("T-1")
        raise KeyboardInterrupt

    class Broken(tuple):  # type: ignore[type-arg]
        def __iter__(self):  # type: ignore[no-untyped-def]
            return broken()

    with Register.open(tmp_path / "register.sqlite") as register:
        with pytest.raises(KeyboardInterrupt):
            register.add_round(round_(1), (file("a.docx"),), Broken())
        assert register.rounds() == ()
        register.add_round(round_(1), (), ())


@pytest.mark.parametrize("statement", ["UPDATE decision SET note = 'x'", "DELETE FROM decision"])
def test_no_program_can_change_a_decision(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "register.sqlite"
    with Register.open(path) as register:
        register.record((decision("T-1"),))
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="a decision is never"):
        other.execute(statement)
    other.close()


@pytest.mark.parametrize(
    "name",
    [
        "Déplacement – cuti (2).docx", "100% final #1?.docx", "a'b\"c;--.docx", "..\\unit\\SOP.docx", "CON.docx",
        "=1+1.docx", "rusak\udcff.docx", "nul\0.docx", "😀.docx", "I\u0307.docx",
    ],
)  # fmt: skip
def test_every_name_of_a_file_comes_back(tmp_path: Path, name: str) -> None:
    files, found = (file(name),), (matter("T-1", name, file=f"drafts/subbag-tu/{name}"),)
    with Register.open(tmp_path / "register.sqlite") as register:
        register.add_round(round_(1), files, found, titles={files[0].file: (name,)})
        register.add_round(round_(2), files, found)
        register.record((decision("T-1", value=name),))
        assert register.files(2) == files
        assert register.matters(1) == register.matters(2) == found
        assert register.titles(1) == {files[0].file: (name,)}
        assert register.changes(2).states == {"T-1": State.STILL}
        assert register.current()["T-1"].value == name
        assert len(register.wordings()) == 1


@pytest.mark.parametrize("name", ["100% #1?&mode=ro.sqlite", "daftar – résumé.sqlite", "file:register.sqlite"])
def test_the_register_itself_may_have_any_name(tmp_path: Path, name: str) -> None:
    with Register.open(tmp_path / name) as register:
        register.record((decision("T-1"),))
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_copy_is_one_whole_file_while_the_register_is_open(tmp_path: Path) -> None:
    copied = tmp_path / "arsip" / "register.sqlite"
    copied.parent.mkdir()
    with Register.open(tmp_path / "register.sqlite") as register:
        register.record((decision("T-1"),))
        register.copy_to(copied)
        register.record((decision("T-2"),))
        assert [each.name for each in copied.parent.iterdir()] == ["register.sqlite"]
        register.copy_to(tmp_path / "lagi.sqlite")
    # The format of SQLite files, 1.3: 1 is the journal that needs nothing beside the file while it is read, 2 is WAL.
    assert copied.read_bytes()[18:20] == b"\1\1"
    # An archive on a disk that cannot be written to is still a whole database.
    other = sqlite3.connect(f"{copied.as_uri()}?mode=ro&immutable=1", uri=True)
    assert other.execute("SELECT about FROM decision").fetchall() == [("T-1",)]
    assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    other.close()
    with Register.open(tmp_path / "lagi.sqlite") as register:
        assert set(register.current()) == {"T-1", "T-2"}

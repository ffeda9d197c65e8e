"""Results appear all at once or not at all, and what stood there before is kept under the date of the run."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import OutputInUse, OutputNotWritable
from pipeline.write.folder import MEETING, recover, refuse_open_files, results

WHEN = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
DATED = "arsip/2026-01-05 08.30.00"


def publish(output: Path, text: str, when: datetime = WHEN) -> None:
    with results(output, when) as aside:
        (aside / "laporan.html").write_text(text, encoding="utf-8")
        (aside / "konsolidasi.xlsx").write_text(text, encoding="utf-8")


def publish_half(output: Path, error: type[BaseException]) -> None:
    with results(output, WHEN) as aside:
        (aside / "laporan.html").write_text("setengah", encoding="utf-8")
        raise error


def tree(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def test_results_appear_in_a_folder_that_was_not_there(tmp_path: Path) -> None:
    publish(tmp_path / "baru" / "output", "satu")
    assert tree(tmp_path / "baru" / "output") == {"konsolidasi.xlsx": "satu", "laporan.html": "satu"}


def test_nothing_appears_before_the_end(tmp_path: Path) -> None:
    with results(tmp_path, WHEN) as aside:
        (aside / "laporan.html").write_text("satu", encoding="utf-8")
        assert aside.parent == tmp_path
        assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == []
    assert tree(tmp_path) == {"laporan.html": "satu"}


def test_earlier_results_move_to_the_archive_of_the_run(tmp_path: Path) -> None:
    publish(tmp_path, "satu")
    publish(tmp_path, "dua")
    assert tree(tmp_path) == {
        f"{DATED}/konsolidasi.xlsx": "satu",
        f"{DATED}/laporan.html": "satu",
        "konsolidasi.xlsx": "dua",
        "laporan.html": "dua",
    }


def test_two_runs_in_one_second_never_overwrite_an_archive(tmp_path: Path) -> None:
    for text in ("satu", "dua", "tiga", "empat"):
        publish(tmp_path, text)
    assert {name: text for name, text in tree(tmp_path).items() if name.endswith("laporan.html")} == {
        f"{DATED}/laporan.html": "satu",
        f"{DATED} (2)/laporan.html": "dua",
        f"{DATED} (3)/laporan.html": "tiga",
        "laporan.html": "empat",
    }


def test_a_file_that_somebody_put_among_the_results_is_kept_in_the_archive(tmp_path: Path) -> None:
    (tmp_path / "catatan saya.txt").write_text("penting", encoding="utf-8")
    publish(tmp_path, "satu")
    assert tree(tmp_path)[f"{DATED}/catatan saya.txt"] == "penting"


def test_hidden_files_stay_where_they_are(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").write_text("", encoding="utf-8")
    publish(tmp_path, "satu")
    assert tree(tmp_path) == {".gitkeep": "", "konsolidasi.xlsx": "satu", "laporan.html": "satu"}


def test_the_register_stays_where_it_is_with_what_sqlite_keeps_beside_it(tmp_path: Path) -> None:
    names = ["register.sqlite", "register.sqlite-shm", "register.sqlite-wal"]
    for name in names:
        (tmp_path / name).write_text(name, encoding="utf-8")
    publish(tmp_path, "satu")
    publish(tmp_path, "dua")
    assert {name: tree(tmp_path)[name] for name in names} == {name: name for name in names}
    assert [each for each in tree(tmp_path) if each.startswith("arsip") and "sqlite" in each] == []


def test_the_papers_of_the_meeting_stay_where_they_are(tmp_path: Path) -> None:
    (tmp_path / MEETING).mkdir()
    (tmp_path / MEETING / "undangan.docx").write_text("bernomor", encoding="utf-8")
    publish(tmp_path, "satu")
    publish(tmp_path, "dua")
    assert tree(tmp_path)[f"{MEETING}/undangan.docx"] == "bernomor"


def test_others_are_kept_where_that_is_asked_for(tmp_path: Path) -> None:
    publish(tmp_path, "satu")
    with results(tmp_path, WHEN, keep_others=True) as aside:
        (aside / "laporan.html").write_text("dua", encoding="utf-8")
    assert tree(tmp_path) == {
        f"{DATED}/laporan.html": "satu", "konsolidasi.xlsx": "satu", "laporan.html": "dua",
    }  # fmt: skip


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_block_that_raises_leaves_everything_as_it_was(tmp_path: Path, error: type[BaseException]) -> None:
    publish(tmp_path, "satu")
    before = tree(tmp_path)
    with pytest.raises(error):
        publish_half(tmp_path, error)
    assert tree(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["konsolidasi.xlsx", "laporan.html"]


def test_a_full_disk_is_told_in_one_sentence_and_leaves_everything_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path, "satu")
    before = tree(tmp_path)
    with pytest.raises(OutputNotWritable, match="ruang cakram"), results(tmp_path, WHEN):
        raise OSError(28, "No space left on device")
    assert tree(tmp_path) == before


def test_an_output_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("berkas", encoding="utf-8")
    with pytest.raises(OutputNotWritable, match="tidak dapat ditulisi"), results(tmp_path / "output", WHEN):
        pytest.fail("the block must not run")


@pytest.mark.parametrize(
    ("lock", "named"),
    [
        ("~$konsolidasi.xlsx", "konsolidasi.xlsx"),
        ("~$nsolidasi.xlsx", "konsolidasi.xlsx"),
        ("~$undangan.docx", "undangan.docx"),
    ],
)
def test_a_result_that_office_holds_open_is_named_and_nothing_is_touched(tmp_path: Path, lock: str, named: str) -> None:
    publish(tmp_path, "satu")
    (tmp_path / lock).write_text("", encoding="utf-8")
    before = tree(tmp_path)
    with pytest.raises(OutputInUse) as caught:
        publish(tmp_path, "dua")
    assert str(caught.value) == f"{named} sedang terbuka di program lain. Tutup dahulu, lalu jalankan lagi."
    assert tree(tmp_path) == before


def test_a_file_that_cannot_be_moved_puts_back_what_was_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, "satu")
    before = tree(tmp_path)
    rename = Path.rename

    def held(self: Path, target: Path) -> Path:
        # Windows refuses to move what another program holds open.
        if self == tmp_path / "laporan.html":
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(OutputInUse, match=r"^laporan\.html sedang terbuka"):
        publish(tmp_path, "dua")
    assert tree(tmp_path) == before
    assert sorted((tmp_path / "arsip").iterdir()) == []


def test_a_folder_that_is_not_there_holds_nothing_open(tmp_path: Path) -> None:
    refuse_open_files(tmp_path / "output")
    assert list(tmp_path.iterdir()) == []


_KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from pipeline.write.folder import MEETING, results

output, at = Path(sys.argv[1]), int(sys.argv[2])
rename, done = Path.rename, []

def killed(self, target):
    if len(done) == at:
        os._exit(9)
    done.append(target)
    return rename(self, target)

Path.rename = killed
with results(output, datetime(2026, 1, 6, 8, 30, tzinfo=UTC)) as aside:
    for name in ("laporan.html", "konsolidasi.xlsx", "baru.json"):
        (aside / name).write_text("dua", encoding="utf-8")
"""


def test_killed_at_whatever_moment_either_all_old_results_stand_or_all_new_ones(tmp_path: Path) -> None:
    ends = []
    # The plan, two earlier results, three new ones; the last number is beyond the end.
    for at in range(7):
        output = tmp_path / str(at)
        publish(output, "satu")
        (output / "lama.txt").write_text("satu", encoding="utf-8")
        done = subprocess.run((sys.executable, "-c", _KILLED, output, str(at)), check=False)
        recover(output)
        found = tree(output)
        if done.returncode == 9 and at == 0:
            assert found == {"konsolidasi.xlsx": "satu", "laporan.html": "satu", "lama.txt": "satu"}
        else:
            archive = "arsip/2026-01-06 08.30.00"
            assert found == {
                **dict.fromkeys(("baru.json", "konsolidasi.xlsx", "laporan.html"), "dua"),
                **{f"{archive}/{name}": "satu" for name in ("konsolidasi.xlsx", "laporan.html", "lama.txt")},
            }
        assert [each.name for each in output.iterdir() if each.name.startswith(".")] == []
        ends.append(done.returncode)
    assert ends == [9] * 7

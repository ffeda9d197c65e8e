"""Killed at any moment, or beside another process: what was said to be recorded is there, and nothing is half."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from pipeline.register.store import Register
from tests.register.writer import FILES, MATTERS

ROOT = Path(__file__).parent.parent.parent
KILLS = 30


def start(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.register.writer", str(path), name, str(count)],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def require_whole(path: Path, said: list[str]) -> None:
    """Require that all that was said to be recorded is there, whole."""
    with Register.open(path) as register:
        decided = Counter(about.rpartition("-")[0] for about in register.current())
        rounds = {each.number: register.matters(each.number) for each in register.rounds()}
        files = {each: len(register.files(each)) for each in rounds}
    assert set(decided.values()) <= {3}
    assert {len(each) for each in rounds.values()} <= {MATTERS}
    assert set(files.values()) <= {FILES}
    for line in said:
        kind, *rest = line.split()
        if kind == "decided":
            assert decided[rest[0]] == 3
        else:
            assert rounds[int(rest[0])][0].about == f"{rest[1]}-0"
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    plain.close()


def test_killed_at_any_moment_nothing_that_was_recorded_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    said: list[str] = []
    for kill in range(KILLS):
        child = start(path, str(kill), 1_000_000)
        assert child.stdout is not None
        # Some die while the register is being opened or migrated, the others in the midst of their work.
        if kill % 5:
            said.append(child.stdout.readline().strip())
        # Steps of the golden ratio come nowhere twice; how far the child is by then is chance enough.
        time.sleep(kill * 0.618034 % 1 * 0.1)
        child.kill()
        said += child.stdout.read().splitlines()
        child.stdout.close()
        child.wait()
        require_whole(path, said)
    assert len(said) > KILLS


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    path, count = tmp_path / "register.sqlite", 60
    children = [start(path, name, count) for name in ("kiri", "kanan")]
    said: list[list[str]] = [[], []]

    def listen(at: int) -> None:
        out = children[at].stdout
        assert out is not None
        said[at] += out.read().splitlines()
        out.close()

    listeners = [threading.Thread(target=listen, args=(at,)) for at in range(2)]
    for each in listeners:
        each.start()
    for each in listeners:
        each.join()
    assert [child.wait() for child in children] == [0, 0]
    told = [line for each in said for line in each]
    require_whole(path, told)
    with Register.open(path) as register:
        assert len(register.decisions()) == 2 * count * 3
        numbers = [int(line.split()[1]) for line in told if line.startswith("round")]
        assert sorted(numbers) == [each.number for each in register.rounds()]


def test_a_new_register_may_be_opened_by_many_at_once(tmp_path: Path) -> None:
    for attempt in range(5):
        path = tmp_path / f"{attempt}.sqlite"
        children = [start(path, str(each), 2) for each in range(4)]
        assert [len(child.communicate()[0].splitlines()) >= 2 for child in children] == [True] * 4
        assert [child.returncode for child in children] == [0] * 4
        require_whole(path, [])

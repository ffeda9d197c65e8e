"""`python -m tests.bench.growth`: how time and memory of reading grow with the length of a draft."""

import argparse
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import median
from time import process_time

from tests.bench.corpus import BenchFile, big, corpus
from tests.bench.stages import ANCHOR, DOCUMENT, OURS, Method

STEPS = (100, 500, 1000, 2000, 3000)
METHODS = {method.name: method for method in (ANCHOR, OURS[0], OURS[-1])}
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One length: the document part's size, and each method's CPU seconds and peak memory above the idle process."""

    steps: int
    size: int
    seconds: dict[str, float]
    memory: dict[str, int]


def point(steps: int, folder: Path, rounds: int, idle: dict[str, int]) -> Point:
    """Return what a draft of so many steps costs; memory is taken in a process of its own for each method."""
    path = folder / f"{steps}.docx"
    path.write_bytes(big(steps))
    file = BenchFile(name=path.name, data=path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(file.data)) as package:
        size = package.getinfo(DOCUMENT).file_size
    turns = [{name: _seconds(method, file) for name, method in METHODS.items()} for _ in range(rounds)]
    return Point(
        steps=steps,
        size=size,
        seconds={name: median(turn[name] for turn in turns) for name in METHODS},
        memory={name: peak(name, path) - idle[name] for name in METHODS},
    )


def peak(method: str, path: Path) -> int:
    """Return the greatest memory in bytes of a fresh process that read the file once."""
    command = [sys.executable, "-m", "tests.bench.growth", "--once", method, str(path)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return int(answer.stdout)


def exponents(points: Sequence[Point], method: str) -> list[float]:
    """Return by which power of the size the time grew between neighbours."""
    return [
        log(after.seconds[method] / before.seconds[method]) / log(after.size / before.size)
        for before, after in pairwise(points)
    ]


def report(points: Sequence[Point]) -> str:
    """Return a table for people."""
    lines = []
    for method in METHODS:
        lines.append(f"{method}\n{'steps':>8}{'xml MB':>8}{'s':>8}{'ratio':>8}{'exponent':>10}{'MB':>8}{'x xml':>8}")
        grown = ["", *(f"{each:.2f}" for each in exponents(points, method))]
        for each, exponent in zip(points, grown, strict=True):
            spent, memory = each.seconds[method], each.memory[method]
            ratio = spent / each.seconds[ANCHOR.name]
            lines.append(
                f"{each.steps:8}{each.size / 1e6:8.1f}{spent:8.2f}{ratio:8.2f}{exponent:>10}"
                f"{memory / 1e6:8.0f}{memory / each.size:8.1f}"
            )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(prog="python -m tests.bench.growth", description=__doc__)
    wanted.add_argument("--steps", type=int, nargs="+", default=STEPS, help="the lengths to measure, in steps")
    wanted.add_argument("--rounds", type=int, default=3, help="how many rounds the median is taken of (3)")
    wanted.add_argument("--once", nargs=2, metavar=("METHOD", "FILE"), help="read one file, print the peak memory")
    asked = wanted.parse_args(arguments)
    if asked.once:
        name, path = asked.once
        METHODS[name].read(BenchFile(name=path, data=Path(path).read_bytes()))
        print(_peak_here())  # noqa: T201
        return
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.docx"
        small.write_bytes(next(corpus(1)).data)
        idle = {name: peak(name, small) for name in METHODS}
        points = [point(steps, Path(folder), asked.rounds, idle) for steps in asked.steps]
    print(report(points))  # noqa: T201


def _seconds(method: Method, file: BenchFile) -> float:
    before = process_time()
    method.read(file)
    return process_time() - before


def _peak_here() -> int:
    # getrusage would give the parent's peak where that is greater: Linux keeps it over fork and exec.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


if __name__ == "__main__":
    main()

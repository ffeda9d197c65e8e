"""`python -m tests.bench.reading`: what reading a draft costs, as a multiple of inflating and parsing it."""

import argparse
import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from tests.bench.corpus import BenchFile, corpus
from tests.bench.peers import installed
from tests.bench.stages import ANCHOR, FLOOR, OURS, Method

SAMPLE = Path(__file__).parents[2] / "input" / "drafts"
ROUNDS = 3
# What a run does with the file before: it sets the memory up for whoever is measured next.
USUAL = OURS[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one method cost over a set of files: CPU seconds of one round, and that as a multiple of the anchor's."""

    name: str
    seconds: float
    ratio: float


def measured(files: Sequence[BenchFile], methods: Sequence[Method], rounds: int = ROUNDS) -> tuple[Cost, ...]:
    """Return the median cost of the anchor and each method over some rounds.

    The methods take turns file by file in one process, so that a busy machine slows all of them alike, and each one
    finds memory as a run over a folder leaves it: what was freed before makes a parse up to 1.4 times slower or faster.
    """
    everyone = (ANCHOR, *methods)
    totals: list[list[float]] = []
    for _ in range(rounds):
        spent = [0.0] * len(everyone)
        for file in files:
            for at, method in enumerate(everyone):
                spent[at] += _seconds(method, file)
        totals.append(spent)
    return tuple(
        Cost(
            name=method.name,
            seconds=median(spent[at] for spent in totals),
            ratio=median(spent[at] / spent[0] for spent in totals),
        )
        for at, method in enumerate(everyone)
    )


def drafts_under(folder: Path) -> tuple[BenchFile, ...]:
    """Return the Word drafts of a folder and its subfolders, by name."""
    paths = sorted(path for path in folder.rglob("*.docx") if not path.name.startswith("~$"))
    return tuple(BenchFile(name=path.relative_to(folder).as_posix(), data=path.read_bytes()) for path in paths)


def report(title: str, files: Sequence[BenchFile], costs: Iterable[Cost]) -> str:
    """Return a table for people."""
    lines = [f"{title}: {len(files)} files", f"{'':28}{'ratio':>8}{'ms/file':>10}{'files/s':>10}"]
    lines += [
        f"{cost.name:28}{cost.ratio:8.2f}{1000 * cost.seconds / len(files):10.1f}{len(files) / cost.seconds:10.1f}"
        for cost in costs
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(prog="python -m tests.bench.reading", description=__doc__)
    wanted.add_argument("folders", nargs="*", type=Path, help="further folders of drafts to measure")
    wanted.add_argument("--files", type=int, default=40, help="how many drafts the corpus has (40)")
    wanted.add_argument("--rounds", type=int, default=ROUNDS, help="how many rounds the median is taken of (3)")
    wanted.add_argument("--peers", action="store_true", help="measure other readers too, as far as installed")
    asked = wanted.parse_args(arguments)
    methods = [FLOOR, *OURS, *(installed() if asked.peers else ())]
    sets = {"corpus": tuple(corpus(asked.files)), "sample office": drafts_under(SAMPLE)[: asked.files]}
    sets |= {str(folder): drafts_under(folder) for folder in asked.folders if folder.is_dir()}
    for title, files in sets.items():
        if files:
            print(report(title, files, measured(files, methods, asked.rounds)), end="\n\n", flush=True)  # noqa: T201


def _seconds(method: Method, file: BenchFile) -> float:
    USUAL.read(file)
    gc.collect()
    before = process_time()
    method.read(file)
    return process_time() - before


if __name__ == "__main__":
    main()

"""`python -m tests.bench.flow`: how well charts are read in each encoding, and what it costs, as a Markdown table."""

import argparse
import gc
from collections.abc import Iterator, Sequence
from time import process_time

from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.read.word import read_draft
from tests.flow.charts.corpus import Golden, golden
from tests.flow.charts.recipes import LONGEST, RECIPES
from tests.flow.charts.score import SEEDS, SLOPS, Score, score

ROUNDS = 5


def table(goldens: Sequence[Golden]) -> Iterator[str]:
    """Yield the lines of the table: an encoding a line, all of them in the last."""
    yield (
        "| encoding | drafts | nodes F1 at 0, 2, 5 mm | edges F1 at 0, 2, 5 mm | sure and wrong | sure, wrong label "
        "| chart / reading |"
    )
    yield "|---|--:|--:|--:|--:|--:|--:|"
    by_encoding: dict[str, list[Golden]] = {}
    for each in goldens:
        by_encoding.setdefault(each.recipe.encoding, []).append(each)
    whole = [Score()] * len(SLOPS)
    for encoding, some in by_encoding.items():
        found = [
            sum((score(each, slop, seed) for each in some for seed in range(SEEDS if slop else 1)), Score())
            for slop in SLOPS
        ]
        whole = [before + more for before, more in zip(whole, found, strict=True)]
        yield line(encoding, len(some), found)
    yield line("**all**", len(goldens), whole)


def line(name: str, drafts: int, found: Sequence[Score]) -> str:
    """Return one line of the table for the scores at each slop."""
    nodes = " ".join(f"{each.nodes.f1:.3f}" for each in found)
    edges = " ".join(f"{each.edges.f1:.3f}" for each in found)
    total = sum(found, Score())
    kinds = "" if total.source.right == total.source.found else " (source mistaken)"
    ratio = total.chart / total.reading if total.reading else 0.0
    return f"| {name}{kinds} | {drafts} | {nodes} | {edges} | {total.wrong} | {total.misnamed} | {ratio:.2f} |"


def longest(rounds: int = ROUNDS) -> tuple[int, float]:
    """Return how many symbols the longest chart has, and the least CPU seconds in which it is read."""
    draft = read_draft(golden(LONGEST).build(), "panjang.docx")
    sop, grid = understand(draft, "")[0]
    spent = []
    for _ in range(rounds):
        gc.collect()
        before = process_time()
        flow = with_flow(draft, sop, grid).flow
        spent.append(process_time() - before)
    return len(flow.nodes), min(spent)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(prog="python -m tests.bench.flow", description=__doc__)
    wanted.add_argument("names", nargs="*", help="only the golden drafts of these names")
    asked = wanted.parse_args(arguments)
    some = [golden(each) for each in RECIPES if not asked.names or each.name in asked.names]
    for each in table(some):
        print(each, flush=True)  # noqa: T201
    symbols, seconds = longest()
    print(f"\n{symbols} symbols in one chart: {seconds:.3f} s")  # noqa: T201


if __name__ == "__main__":
    main()

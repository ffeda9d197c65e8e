"""`python -m tests.bench.judging [--sops N]`: reading drafts against judging them, in one run.

The sample office's drafts are read; to judge N SOPs they are taken again and again under other file names and titles,
so that rules over the set find no two alike by their titles alone.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

from pipeline.check.apply import check
from pipeline.check.sop_set import SopSet
from pipeline.intake import read_all, submitted
from pipeline.model.sop import Sop
from pipeline.settings import read_settings

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 3


def many(sops: Sequence[Sop], wanted: int) -> tuple[Sop, ...]:
    """Return so many SOPs, the given ones under ever new names."""
    named = (_again(sop, turn) for turn in count() for sop in sops)
    return tuple(islice(named, wanted))


def _again(sop: Sop, turn: int) -> Sop:
    title = sop.identity.title
    if title is not None:
        title = replace(title, text=f"{title.text} {chr(97 + turn % 26)}{turn}x")
    return replace(sop, file=f"{turn}/{sop.file}", identity=replace(sop.identity, title=title))


def main() -> None:
    """Print seconds for reading and for judging N SOPs, and their ratio, round by round."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sops", type=int, default=1000)
    wanted = parser.parse_args().sops
    settings = read_settings(ROOT)
    drafts = submitted(ROOT / "input" / "drafts")
    ratios = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        sops, _ = read_all(drafts)
        reading = (time.perf_counter() - start) / len(sops) * wanted
        together = SopSet.of(many(sops, wanted), settings=settings)
        start = time.perf_counter()
        findings = check(together, settings)
        judging = time.perf_counter() - start
        ratios.append(judging / reading)
        sys.stdout.write(
            f"reading {reading:.1f} s, judging {judging:.1f} s, ratio {ratios[-1]:.2f}, {len(findings)} findings\n"
        )
    sys.stdout.write(f"median ratio {statistics.median(ratios):.2f}\n")


if __name__ == "__main__":
    main()

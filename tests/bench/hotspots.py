"""`python -m tests.bench.hotspots`: which functions reading spends its time in, most expensive first."""

import argparse
import cProfile
import pstats
from collections.abc import Sequence

from tests.bench.corpus import corpus
from tests.bench.stages import OURS

METHODS = {method.name: method for method in OURS}


def main(arguments: Sequence[str] | None = None) -> None:
    """Profile and print."""
    wanted = argparse.ArgumentParser(prog="python -m tests.bench.hotspots", description=__doc__)
    wanted.add_argument("--files", type=int, default=24, help="how many drafts of the corpus are read (24)")
    wanted.add_argument("--top", type=int, default=25, help="how many functions are listed (25)")
    wanted.add_argument("--stage", choices=METHODS, default=OURS[-1].name, help="how far the drafts are read")
    asked = wanted.parse_args(arguments)
    files, method = tuple(corpus(asked.files)), METHODS[asked.stage]
    # What is set up once, at the first file, is no cost of reading.
    method.read(files[0])
    profile = cProfile.Profile()
    profile.enable()
    for file in files:
        method.read(file)
    profile.disable()
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(asked.top)


if __name__ == "__main__":
    main()

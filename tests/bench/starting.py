"""`python -m tests.bench.starting [--rounds N]`: how long a person waits for `pleno --help` and for one draft's check.

The package is compiled into a folder of its own first, as pip does when it installs it; each round starts Python anew.
"""

import argparse
import compileall
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DRAFT = ROOT / "input" / "drafts" / "PAKIS" / "Bantuan sarpras PAI.docx"
ASKED = {"--help": ("--help",), "check, one draft": ("check", str(DRAFT))}


def started(installed: Path, words: Sequence[str]) -> tuple[float, float]:
    """Return the seconds on the clock and those of the processor that a command takes from its start to its end."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        (sys.executable, "-c", "from pipeline.cli import main; main()", *words),
        env={**os.environ, "PYTHONPATH": str(installed)}, cwd=installed, stdout=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Write the median, the least and the most seconds of each command, and the median of the processor's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        installed = Path(folder)
        shutil.copytree(ROOT / "pipeline", installed / "pipeline")
        compileall.compile_dir(installed, quiet=1)
        for name, words in ASKED.items():
            taken = [started(installed, words) for _ in range(rounds)]
            clock, processor = zip(*taken, strict=True)
            sys.stdout.write(
                f"{name:18} median {statistics.median(clock):.2f} s, {min(clock):.2f} to {max(clock):.2f}; "
                f"processor {statistics.median(processor):.2f} s\n"
            )


if __name__ == "__main__":
    main()

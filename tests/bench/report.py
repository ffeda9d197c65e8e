"""`python -m tests.bench.report [--sops N ...] [--top N] [--unsearched]`: a large report, written and searched.

The set is that of `tests.bench.workbook`: the sample office again and again, with ten steps to each SOP. What is timed
is the writing, then in Chromium, where it is installed, the time from a letter typed into the search to the moment at
which the answer is laid out and painted.
"""

import argparse
import cProfile
import pstats
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from pipeline.write.report import write_report
from tests.bench.workbook import many, sample

CHROMIUM = shutil.which("chromium")
# Typed after one another: letter by letter, a word, a code with a word, nothing that is there, and all again.
TYPED = ("p", "pe", "pemohon", "nomor", "tidak ada yang begini", "st102 langkah", "")
_ROUNDS = 3
_ANSWERED = """words => new Promise(done => {
  const box = document.getElementById("cari"), begun = performance.now();
  box.value = words;
  box.dispatchEvent(new Event("input"));
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - begun);
    channel.port2.postMessage(0);
  });
})"""


def answers(page: Page, rounds: int = _ROUNDS) -> list[float]:
    """Return how long each search in an open report takes, in milliseconds."""
    return [float(page.evaluate(_ANSWERED, words)) for words in TYPED * rounds]


def _searched(path: Path) -> str:
    if CHROMIUM is None:
        return "not searched: Chromium is not installed here"
    with sync_playwright() as playwright:
        # Under root, as in a container, Chromium has no sandbox of its own.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(path.as_uri())
        page.wait_for_timeout(1_500)
        taken = answers(page)
        browser.close()
    return f"a search answers in {median(taken):.0f} ms, at most {max(taken):.0f} ms"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print seconds and size of the report of N SOPs and how fast it answers; with --top, what takes longest."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sops", type=int, nargs="+", default=[150, 1_000])
    parser.add_argument("--top", type=int, default=0)
    parser.add_argument("--unsearched", action="store_true", help="write only")
    wanted = parser.parse_args(arguments)
    once = sample()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "laporan-selisih.html"
        for sops in wanted.sops:
            outcome = many(once, sops)
            write = partial(write_report, outcome, path)
            begun = time.perf_counter()
            if wanted.top:
                profile = cProfile.Profile()
                profile.runcall(write)
                pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(wanted.top)
            else:
                write()
            took = time.perf_counter() - begun
            sys.stdout.write(
                f"{sops} SOPs, {len(outcome.findings)} findings: written in {took:.1f} s, "
                f"{path.stat().st_size / 1e6:.1f} MB; {'not searched' if wanted.unsearched else _searched(path)}\n"
            )


if __name__ == "__main__":
    main()

"""`python -m tests.flow.charts.sweep SEED COUNT`: drafts set, drawn and written at random: no reader was tuned on them.

Each is laid out by LibreOffice as the golden drafts are; the worst are named with what they were made of.
"""

import argparse
from collections.abc import Iterator, Sequence
from random import Random  # noqa: TID251 - always seeded

from tests.flow.charts.content import PROCEDURES
from tests.flow.charts.corpus import Golden, Recipe, graph_of
from tests.flow.charts.form import Form
from tests.flow.charts.measure import measures
from tests.flow.charts.place import Hand, drawing
from tests.flow.charts.score import SLOPS, Score, score

_SHORT = tuple(name for name in PROCEDURES if name != "panjang")
_WRITERS = (
    "drawingml", "drawingml", "drawingml", "fallback", "vml", "vml-plain", "group", "nested", "scaled", "vml-group",
    "canvas",
)  # fmt: skip
_ANCHORS = (
    "cell", "cell", "other", "one", "column paragraph", "column paragraph", "margin margin", "page page",
    "character paragraph", "page paragraph",
)  # fmt: skip


def random_recipe(chance: Random, name: str) -> Recipe:
    """Return a recipe of which nothing is chosen by hand."""
    writer = chance.choice(_WRITERS)
    old = writer.startswith("vml")
    form = Form(
        procedure=chance.choice(_SHORT),
        page=chance.choice(("f4", "f4", "a4", "letter", "a4-portrait", "f4-portrait")),
        front=chance.choice(("page", "page", "above", "none")),
        header_rows=chance.choice((2, 2, 3)),
        repeat=chance.random() < 0.5,
        numbers=chance.random() < 0.3,
        heights=chance.choice(("natural", "least", "mixed", "exact")),
        least=chance.choice((800, 860, 1000, 1300)),
        left=chance.choice((0, 0, 0, 500, -200)),
        align=chance.choice(("", "", "", "center")),
        compat=0 if old else chance.choice((0, 14, 15, 15)),
        font=chance.choice(("Arial", "Arial", "Times New Roman", "Arial Narrow")),
        size=chance.choice((16, 18, 18, 20, 22)),
        captions=chance.choice((("Bagan alur",), ("Bagan alur", "", "Unit kerja"), ("",))),
    )
    hand = Hand(
        presets=chance.choice(("flowchart", "flowchart", "rounded", "ellipse", "flowchart" if old else "custom")),
        route=chance.choice("zzlsu"),
        pieces=chance.random() < 0.25,
        head=chance.choice(("end", "end", "end", "end", "start", "none")),
        short=chance.choice((0.0, 0.0, 0.0, 2.0, -1.0)),
        # A v:line holds no words.
        labels="box" if writer == "vml-plain" else chance.choice(("box", "box", "box", "arrow")),
        words=chance.choice(("shape", "none")),
        around=chance.random() < 0.3,
    )
    spread = chance.random() < 0.3
    return Recipe(
        name=name, encoding=writer, form=form, hand=hand, writer=writer, anchor=chance.choice(_ANCHORS), spread=spread
    )


def drawn(seed: int, count: int) -> Iterator[Golden]:
    """Yield so many random drafts at true positions."""
    chance = Random(seed)
    made = [random_recipe(chance, f"acak-{seed}-{at}") for at in range(count)]
    for recipe, found in zip(made, measures([each.form for each in made]), strict=True):
        yield Golden(recipe, found, graph_of(recipe, drawing(recipe.form, recipe.hand, found)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(prog="python -m tests.flow.charts.sweep", description=__doc__)
    wanted.add_argument("seed", type=int)
    wanted.add_argument("count", type=int)
    wanted.add_argument("--worst", type=int, default=5, help="how many of the worst drafts are named (5)")
    asked = wanted.parse_args(arguments)
    whole = {slop: Score() for slop in SLOPS}
    worst = []
    for each in drawn(asked.seed, asked.count):
        for slop in SLOPS:
            found = score(each, slop)
            whole[slop] += found
            worst.append((found.edges.f1, slop, each.recipe))
    for slop, found in whole.items():
        print(f"{slop} mm: nodes {found.nodes.f1:.3f}, edges {found.edges.f1:.3f}, sure and wrong {found.wrong}")  # noqa: T201
    for f1, slop, recipe in sorted(worst, key=lambda each: each[:2])[: asked.worst]:
        print(f"{f1:.3f} at {slop} mm: {recipe}")  # noqa: T201


if __name__ == "__main__":
    main()

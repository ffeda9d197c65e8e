"""Seeded SOP drafts as Word itself saves them: a corpus like an office's, and one draft as long as wanted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from random import Random  # noqa: TID251 - always seeded

from tests.bench.resaved import DOCUMENT, parts_of, resaved, rezipped
from tests.office.content import WrittenSop, WrittenStep, units
from tests.office.word import draft_bytes

SEED = 352012
LEAST_STEPS, MOST_STEPS = 6, 40
LEAST_ACTORS, MOST_ACTORS = 3, 7
# Hands that draw with modern shapes; the more often named, the more drafts.
HANDS = ("baku", "tgl", "kua", "baku", "tgl", "kua", "baku", "tgl", "paragraf", "grup")
PERIOD = 20
# Ids of repeated rows are moved so far apart that no two copies share one.
ID_STRIDE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchFile:
    """One draft of the corpus: a name and the bytes of the .docx."""

    name: str
    data: bytes


def corpus(files: int, seed: int = SEED) -> Iterator[BenchFile]:
    """Yield so many drafts, the same ones for the same seed; the first n are the same whatever their number."""
    for at in range(files):
        chance = Random(f"{seed}/{at}")
        sop = _sop(chance)
        yield BenchFile(name=f"{at:04}.docx", data=resaved(draft_bytes((sop,)), chance))


def big(steps: int, seed: int = SEED) -> bytes:
    """Return one draft of so many steps, at least three times PERIOD.

    The middle rows of a short draft are repeated. Steps, texts and row heights come back every PERIOD rows, so the
    chart is the very one that would have been drawn for that many steps: arrows meet their symbols at every seam.
    """
    chance = Random(f"{seed}/big")
    pattern = _steps(PERIOD, _actors(5, chance), chance)
    thrice, returns = pattern * 3, _every(PERIOD, 3)
    sop = replace(_base(chance), hand="baku", actors=_actors_of(pattern), steps=thrice, decisions=returns)
    parts = parts_of(resaved(draft_bytes((sop,)), chance))
    parts[DOCUMENT] = _repeated(parts[DOCUMENT].decode(), steps).encode()
    return rezipped(parts)


@cache
def _written() -> tuple[WrittenSop, ...]:
    return tuple(sop for unit in units() for sop in unit.sops if sop.institution and len(sop.actors) > 2)


def _base(chance: Random) -> WrittenSop:
    """A SOP of the sample office, without the defects planted in its chart."""
    return replace(
        chance.choice(_written()),
        without_label=(),
        without_symbol=(),
        without_arrow=(),
        other_column={},
        last_as_box=False,
    )


def _sop(chance: Random) -> WrittenSop:
    count = round(chance.triangular(LEAST_STEPS, MOST_STEPS, 17))
    actors = _actors(chance.randint(LEAST_ACTORS, MOST_ACTORS), chance)
    steps = _steps(count, actors, chance)
    decisions = {}
    for step in range(3, count):
        if chance.random() < 1 / 7:
            decisions[step] = step - chance.choice((1, 1, 2))
    return replace(
        _base(chance),
        hand=chance.choice(HANDS),
        number=f"{chance.randint(1, 180):03}/SOP/{chance.randint(2021, 2025)}",
        actors=_actors_of(steps),
        steps=steps,
        decisions=decisions,
    )


def _actors(count: int, chance: Random) -> tuple[str, ...]:
    names = sorted({actor for sop in _written() for actor in sop.actors})
    return tuple(chance.sample(names, count))


def _actors_of(steps: tuple[WrittenStep, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for step in steps for actor in step.actors))


def _steps(count: int, actors: tuple[str, ...], chance: Random) -> tuple[WrittenStep, ...]:
    stock = [step for sop in _written() for step in sop.steps]
    taken, column = [], 0
    for _ in range(count):
        column = min(max(column + chance.choice((-1, -1, 0, 1, 1, 1)), 0), len(actors) - 1)
        named = (actors[column],)
        if chance.random() < 0.08:
            named += (chance.choice([each for each in actors if each not in named]),)
        taken.append(replace(chance.choice(stock), actors=named))
    return tuple(taken)


def _every(period: int, times: int) -> dict[int, int]:
    return {turn * period + step: turn * period + step - 1 for turn in range(times) for step in (6, 11, 17)}


def _repeated(document: str, steps: int) -> str:
    """Return the document with the middle PERIOD rows of its last table repeated up to so many steps."""
    before, table = document.rsplit("<w:tbl>", 1)
    *rows, after = table.split("</w:tr>")
    heads = len(rows) - 3 * PERIOD
    first, middle, last = (rows[heads + PERIOD * at : heads + PERIOD * (at + 1)] for at in range(3))
    full, rest = divmod(steps - 2 * PERIOD, PERIOD)
    if full < 1 or rest:
        raise ValueError(f"{steps} steps are no multiple of {PERIOD} from {3 * PERIOD} on")
    written = [*rows[:heads], *first]
    for copy in range(full):
        written += [_moved(row, copy * ID_STRIDE, PERIOD * (copy + 1) + at) for at, row in enumerate(middle, 1)]
    written += [_moved(row, full * ID_STRIDE, steps - PERIOD + at) for at, row in enumerate(last, 1)]
    return "<w:tbl>".join((before, "</w:tr>".join((*written, after))))


def _moved(row: str, further: int, number: int) -> str:
    """Return a row with ids of its own and its step's number."""
    row = re.sub(r'(?<=<wp:docPr id=")\d+', lambda found: str(int(found[0]) + further), row)
    row = re.sub(r"(?<=_x0000_s)\d+", lambda found: str(int(found[0]) + further), row)
    row = re.sub(r'(?<=w14:paraId=")\w+', lambda found: f"{(int(found[0], 16) + further) & 0x7FFFFFFF:08X}", row)
    return re.sub(r"(?<=>)\d+(?=</w:t>)", str(number), row, count=1)

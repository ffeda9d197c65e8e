"""What people match titles with otherwise, as far as it is installed: each gives pairs (row, draft).

All of them are given titles that our own normalisation has gone over: prefix away, abbreviations written out, one
spelling. Only what is called `lower case` gets the titles as they stand, in small letters.
"""

import importlib.util
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from pipeline.likeness.titles import title_form
from tests.bench.titles import Titles

# Below this score a best match is none: what is usually written there.
CUTOFF = 80

Pairs = Iterable[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matcher:
    """A way to match: `prepare` normalises and comes back with what is timed; a slow one is tried on few drafts."""

    name: str
    slow: bool
    prepare: Callable[[Titles], Callable[[Sequence[int]], Pairs]]


def installed() -> Iterator[Matcher]:
    """Yield the peers that can be imported here."""
    yield Matcher(name="rapidfuzz extractOne, WRatio", slow=True, prepare=lambda given: _one(given, fuzz.WRatio))
    yield Matcher(
        name="rapidfuzz extractOne, token_sort_ratio",
        slow=True,
        prepare=lambda given: _one(given, fuzz.token_sort_ratio),
    )
    if importlib.util.find_spec("pandas") is not None:
        yield Matcher(name="pandas merge, lower case", slow=False, prepare=lambda given: _merge(given, str.lower))
        yield Matcher(name="pandas merge", slow=False, prepare=lambda given: _merge(given, _plain))
    if importlib.util.find_spec("datacompy") is not None:
        yield Matcher(name="datacompy", slow=False, prepare=_compare)


def _plain(title: str) -> str:
    return " ".join(title_form(title).words)


def _one(given: Titles, scorer: Callable[..., float]) -> Callable[[Sequence[int]], Pairs]:
    rows = [_plain(each) for each in given.rows]
    drafts = [_plain(each) for each in given.drafts]

    def match(some: Sequence[int]) -> Pairs:
        found = ((process.extractOne(drafts[at], rows, scorer=scorer, score_cutoff=CUTOFF), at) for at in some)
        return [(best[2], at) for best, at in found if best is not None]

    return match


def _merge(given: Titles, normal: Callable[[str], str]) -> Callable[[Sequence[int]], Pairs]:
    import pandas

    rows, drafts = _frames(given, normal)

    def match(_: Sequence[int]) -> Pairs:
        both = pandas.merge(rows, drafts, on="title", suffixes=("_row", "_draft"))
        return list(zip(both["at_row"], both["at_draft"], strict=True))

    return match


def _compare(given: Titles) -> Callable[[Sequence[int]], Pairs]:
    import datacompy

    rows, drafts = _frames(given, _plain)

    def match(_: Sequence[int]) -> Pairs:
        both = datacompy.PandasCompare(rows, drafts, join_columns="title").intersect_rows
        return [(int(row), int(draft)) for row, draft in zip(both["at_df1"], both["at_df2"], strict=True)]

    return match


def _frames(given: Titles, normal: Callable[[str], str]):
    import pandas

    return [
        pandas.DataFrame({"title": [normal(each) for each in side], "at": range(len(side))})
        for side in (given.rows, given.drafts)
    ]

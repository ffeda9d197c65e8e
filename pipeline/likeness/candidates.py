"""Many titles against many: which pairs are worth a closer look, found by the words that they share.

Comparing 100,000 titles with 200,000 takes 20 billion looks. Two titles that a person would call the same share a few
words, or words in which a letter slipped, or at least their ends; so each title becomes a sparse vector over its words
and their ends, rare ones weighing more, and for each draft the rows nearest by cosine are looked at. A row's length is
that of its words alone: a draft of the same words is then nearest to it, whatever their ends share with other words.
One way for ten titles and for a ministry's.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from math import log, sqrt

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from scipy.sparse import csr_array

from pipeline.likeness.titles import Title

Ints = npt.NDArray[np.int32]

# How many rows are looked at for each draft: with 24, 9,999 of 10,000 true rows are among them, and 997 of 1,000 where
# few words make up all titles (docs/performance.md).
NEAREST = 24
# Letters of a word's beginning and end; a shorter word has none of its own.
_END = 4
# A word that no row has stands for the rows' words that are this alike: the likeness of titles takes them for the same.
_SLIP = 80
_AT_ONCE = 1000
# So many entries of one product fit into memory beside the other thread's.
_ENTRIES = 40_000_000
_THREADS = 2


def nearest(rows: Sequence[Title], drafts: Sequence[Title], count: int = NEAREST) -> tuple[Ints, Ints]:
    """Return pairs (row, draft) by index: for each draft the rows nearest to it, at most `count` of them."""
    if not rows or not drafts:
        return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32)
    pieces = [_of_row(title) for title in rows]
    frequency = Counter(piece for each in pieces for piece in each)
    index = {piece: at for at, piece in enumerate(frequency)}
    weights = [log(1 + len(rows) / found) for found in frequency.values()]
    lengths = (_length(title.words, index, weights) for title in rows)
    turned = csr_array(_matrix(pieces, lengths, index, weights).T)
    slips = _slips(rows, drafts)
    size = max(1, min(2000, _ENTRIES // len(rows)))

    def part(start: int) -> tuple[Ints, Ints]:
        asked = [_of_draft(title, index, slips) for title in drafts[start : start + size]]
        ours = _matrix(asked, (_length(each, index, weights) for each in asked), index, weights)
        return _best(csr_array(ours @ turned), count, start)

    with ThreadPoolExecutor(_THREADS) as pool:
        parts = list(pool.map(part, range(0, len(drafts), size)))
    return np.concatenate([each[0] for each in parts]), np.concatenate([each[1] for each in parts])


def _of_row(title: Title) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece for word in title.words for piece in (word, *_ends(word))))


def _of_draft(title: Title, known: dict[str, int], slips: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The pieces that a draft is looked for by: a word that the rows know as a whole, any other by what is like it."""
    pieces = (piece for word in title.words for piece in ((word,) if word in known else (*slips[word], *_ends(word))))
    return tuple(dict.fromkeys(piece for piece in pieces if piece in known))


def _slips(rows: Sequence[Title], drafts: Sequence[Title]) -> dict[str, tuple[str, ...]]:
    """The words that no row has, each with those of the rows' words that it may be with a slip."""
    known = list(dict.fromkeys(word for title in rows for word in title.words))
    strange = sorted({word for title in drafts for word in title.words}.difference(known))
    found: dict[str, tuple[str, ...]] = {}
    for start in range(0, len(strange), _AT_ONCE):
        some = strange[start : start + _AT_ONCE]
        # What is not alike enough comes back as 0.
        alike = process.cdist(some, known, scorer=fuzz.ratio, score_cutoff=_SLIP, dtype=np.uint8, workers=_THREADS)
        for word, scores in zip(some, alike, strict=True):
            found[word] = tuple(known[at] for at in np.flatnonzero(scores))
    return found


def _ends(word: str) -> tuple[str, str]:
    return f"{word[:_END]}-", f"-{word[-_END:]}"


def _length(pieces: Sequence[str], index: dict[str, int], weights: Sequence[float]) -> float:
    return sqrt(sum(weights[index[piece]] ** 2 for piece in dict.fromkeys(pieces))) or 1.0


def _matrix(
    titles: Sequence[tuple[str, ...]], lengths: Iterable[float], index: dict[str, int], weights: Sequence[float]
) -> csr_array:
    """A row for each title over the pieces, divided by its length."""
    starts, columns, values = [0], list[int](), list[float]()
    for pieces, length in zip(titles, lengths, strict=True):
        own = [index[piece] for piece in pieces]
        columns.extend(own)
        values.extend(weights[at] / length for at in own)
        starts.append(len(columns))
    return csr_array(
        (np.array(values, dtype=np.float32), np.array(columns, dtype=np.int32), np.array(starts, dtype=np.int32)),
        shape=(len(titles), len(index)),
    )


def _best(found: csr_array, count: int, start: int) -> tuple[Ints, Ints]:
    """The greatest entries of each row of a product of drafts and rows, as pairs (row, draft)."""
    rows: list[Ints] = []
    sizes: list[int] = []
    for first, end in zip(found.indptr[:-1], found.indptr[1:], strict=True):
        columns, values = found.indices[first:end], found.data[first:end]
        if len(values) > count:
            # Of equals at the limit the first rows are taken, so that the same input gives the same pairs.
            enough = np.flatnonzero(values >= np.partition(values, -count)[-count])
            columns = columns[enough[np.lexsort((columns[enough], -values[enough]))[:count]]]
        rows.append(columns)
        sizes.append(len(columns))
    drafts = np.repeat(np.arange(start, start + len(sizes), dtype=np.int32), sizes)
    return np.concatenate(rows).astype(np.int32), drafts

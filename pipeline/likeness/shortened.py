"""A short form and the words that it is made of: `nuptk`, `renstra`, `karpeg`, `mts`.

Offices coin them freely, so no table holds them all; but nearly all are made of the beginnings of words that follow
each other, one letter each (an initialism) or a few (a syllabic one). Words of a table are written out before.
"""

from collections.abc import Sequence

# What a short form takes of a word at most; `kemenpan`, the longest kind, is seldom longer than this.
_OF_A_WORD, _LONGEST = 5, 10


def run_of(short: str, words: Sequence[str]) -> range | None:
    """Return where the words stand, at least two in a row, whose beginnings make the short form; none if nowhere."""
    if not 2 <= len(short) <= _LONGEST or not short.isalpha():
        return None
    for start, word in enumerate(words):
        if word[:1] != short[0]:
            continue
        end = _end(short, words, start)
        if end - start > 1:
            return range(start, end)
    return None


def _end(short: str, words: Sequence[str], at: int) -> int:
    """Where a run from `at` that uses all letters ends; 0 where none does."""
    if not short:
        return at
    if at == len(words):
        return 0
    for size in range(1, min(_OF_A_WORD, len(short), len(words[at])) + 1):
        if words[at][:size] != short[:size]:
            break
        if end := _end(short[size:], words, at + 1):
            return end
    return 0

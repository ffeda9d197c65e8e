"""A short form and the words that it is made of: `nuptk`, `renstra`, `karpeg`, `mts`.

Offices coin them freely, so no table holds them all; but nearly all are made of the beginnings of words that follow
each other, one letter each (an initialism) or a few (a syllabic one). Words of a table are written out before.
"""

from collections.abc import Sequence
from itertools import pairwise

# What a short form takes of a word at most; `kemenpan`, the longest kind, is seldom longer than this.
_OF_A_WORD, _LONGEST = 5, 10


def run_of(short: str, words: Sequence[str]) -> range | None:
    """Return where the words stand, at least two in a row, whose beginnings make the short form; none if nowhere."""
    if not 2 <= len(short) <= _LONGEST or not short.isalpha():
        return None
    # Nearly all words fall out here: the second word of a run begins with a letter that follows in the short form.
    first, following = short[0], short[1 : _OF_A_WORD + 1]
    for start, (word, beside) in enumerate(pairwise(words)):
        if word[:1] == first and beside[:1] in following and (end := _end(short, 0, words, start)) - start > 1:
            return range(start, end)
    return None


def _end(short: str, taken: int, words: Sequence[str], at: int) -> int:
    """Where a run from `at` that uses all letters behind those taken ends; 0 where none does."""
    if taken == len(short):
        return at
    if at == len(words):
        return 0
    word = words[at]
    for size in range(min(_OF_A_WORD, len(short) - taken, len(word))):
        if word[size] != short[taken + size]:
            break
        if end := _end(short, taken + size + 1, words, at + 1):
            return end
    return 0

"""A doubtful line of the reconciliation -> the rows of the inventory that a person chooses from."""

from typing import NamedTuple

from pipeline.model.reconciliation import Item


class Candidate(NamedTuple):
    """A row that a draft may answer, by its title; `score` is from 0 to 1, none where none was reckoned."""

    title: str
    score: float | None


def candidates(item: Item) -> tuple[Candidate, ...]:
    """Return the row in use and its rivals, each title once."""
    rivals: dict[str, float | None] = dict(item.rivals)
    if item.row is None:
        return tuple(Candidate(*each) for each in rivals.items())
    used = item.row.title
    score = item.score if item.score is not None else rivals.get(used)
    return Candidate(used, score), *(Candidate(title, each) for title, each in rivals.items() if title != used)

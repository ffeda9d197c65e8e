"""A draft that goes back to its unit, marked up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedDraft:
    """A draft handed back: how many comments and tracked changes stand in it.

    `path` is its way from the folder of results, with slashes, empty where it could not be marked up; `left` are
    sentences about what was not marked in its place, and why.
    """

    file: str
    path: str
    comments: int = 0
    changes: int = 0
    left: tuple[str, ...] = ()

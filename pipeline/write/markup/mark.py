"""What is to be marked in a draft, and what became of it."""

from dataclasses import dataclass
from datetime import datetime

from pipeline.model.place import DocxPlace

NOWHERE = DocxPlace()
AUTHOR, INITIALS = "Tim SOP", "TS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A correction to be tracked: `before`, as it stands in the text found, becomes `after`.

    `before` is empty where a value has to be put into an empty place.
    """

    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A remark on a place of a draft: the paragraphs of a comment, and the correction, if it is certain.

    `found` is the text there that it is about, folded; `drawing` the number of a drawing among those of the paragraph,
    from 1. `instead` is where it is said when the place itself takes no comment.
    """

    place: DocxPlace
    lines: tuple[str, ...]
    found: str = ""
    drawing: int = 0
    edit: Edit | None = None
    instead: DocxPlace = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Who marks, and when: ISO 8601, as Word writes it."""

    date: str
    author: str = AUTHOR
    initials: str = INITIALS

    @classmethod
    def at(cls, when: datetime) -> "Stamp":
        """Return the stamp of a run; Word shows the hour as it is written, whatever zone stands behind it."""
        return cls(date=f"{when:%Y-%m-%dT%H:%M:%S}Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedUp:
    """A draft marked up, with the number of its comments and of the corrections tracked in it.

    `left` are sentences about corrections that stand only in a comment, and why.
    """

    data: bytes
    comments: int
    changes: int
    left: tuple[str, ...]

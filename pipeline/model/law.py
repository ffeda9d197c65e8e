"""Rules of law as the office knows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RepealedLaw:
    """A rule of law that the office knows to be repealed: `since` is ISO 8601, shortened where the day is not known."""

    law: str
    repealed_by: str
    since: str

"""Ids that stay the same from round to round: made of what a thing is about, not of where it happens to stand."""

import hashlib

from pipeline.text import key

# Hexadecimal digits of an id: among a thousand things of one kind two meet once in ten thousand offices.
_DIGITS = 8


def stable_id(prefix: str, *parts: str) -> str:
    """Return an id like `ST105-1a2b3c4d` of the parts that tell a thing from all others of its kind."""
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f"{prefix}-{digest[:_DIGITS]}"


def disparity_id(title: str, activity: str, field: str) -> str:
    """Return the id of what units write differently in a step of a SOP; `field` is empty for the step itself."""
    return stable_id("D", key(title), key(activity), field)

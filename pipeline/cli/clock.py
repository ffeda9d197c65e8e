"""The one look at the clock: every result of a command carries this moment."""

from datetime import datetime


def now() -> datetime:
    """Return the moment at which a command began, with the PC's time zone."""
    return datetime.now().astimezone()  # noqa: TID251

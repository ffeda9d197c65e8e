"""Counts as Indonesian readers write them."""


def thousands(number: int) -> str:
    """Return a count with points between thousands: `1.475`."""
    return f"{number:,}".replace(",", ".")

"""The form as an office fills it without any accident: every field, mark and number is read."""

from tests.builder import DraftBuilder
from tests.cases.form import identity, steps


def draft() -> bytes:
    return DraftBuilder().raw(identity()).raw(steps()).build()

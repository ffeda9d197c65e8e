"""The whole identity block stands in the page header, printed on every page; only the steps stand in the body."""

from tests.builder import DraftBuilder
from tests.cases.form import identity, steps


def draft() -> bytes:
    return DraftBuilder().header(identity()).raw(steps()).build()

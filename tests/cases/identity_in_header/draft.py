"""The identity block stands in the page header, printed on every page; lists and steps in the body."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, fields_table, lists_table, steps


def draft() -> bytes:
    return DraftBuilder().header(fields_table(FIELDS)).raw(lists_table()).raw(steps()).build()

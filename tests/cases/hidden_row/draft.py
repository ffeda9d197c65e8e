"""A row that Word does not print is no step, and the words in it are in no value."""

from tests.builder import DraftBuilder, Row, hidden, row
from tests.cases.form import STEPS, identity, steps

_OLD = ("2", "Mencatat dalam buku ekspedisi", "", "√", "", "Buku ekspedisi", "5 menit", "Catatan ekspedisi", "")


def draft() -> bytes:
    return DraftBuilder().raw(identity()).raw(steps(STEPS[0], _unprinted(), *STEPS[1:])).build()


def _unprinted() -> Row:
    return row(*(hidden(each) for each in _OLD), hidden=True)

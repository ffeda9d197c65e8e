"""Symbols as Word 2007 drew them, with VML alone: each is a symbol with its text."""

from tests.builder import DraftBuilder, old_box
from tests.cases.form import drawn_steps, identity


def draft() -> bytes:
    return DraftBuilder().raw(identity()).raw(drawn_steps(old_box)).build()

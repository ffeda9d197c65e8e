"""The plain form saved as a template, .dotx: another content type, the same document."""

from tests.builder import DraftBuilder
from tests.cases.form import identity, steps

SUFFIX = "dotx"


def draft() -> bytes:
    return DraftBuilder().raw(identity()).raw(steps()).build(kind=SUFFIX)

"""The plain form saved with macros, .docm: another content type, the same document; no macro is run."""

from tests.builder import DraftBuilder
from tests.cases.form import identity, steps

SUFFIX = "docm"


def draft() -> bytes:
    return DraftBuilder().raw(identity()).raw(steps()).build(kind=SUFFIX)

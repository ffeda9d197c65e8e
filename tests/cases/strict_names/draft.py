"""The plain form saved as Strict Open XML: the same under other names."""

from tests.builder import DraftBuilder
from tests.cases.form import identity, steps


def draft() -> bytes:
    return DraftBuilder().raw(identity()).raw(steps()).build(strict=True)

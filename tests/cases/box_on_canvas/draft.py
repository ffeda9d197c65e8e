"""Symbols on a drawing canvas with nothing behind it for older programs: Word draws them, so they are read."""

from tests.builder import DraftBuilder, canvas_box
from tests.cases.form import drawn_steps, identity


def draft() -> bytes:
    return (
        DraftBuilder()
        .raw(identity())
        .raw(drawn_steps(lambda word: canvas_box(word, preset="flowChartProcess")))
        .build()
    )

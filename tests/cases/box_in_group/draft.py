"""Symbols that were grouped, in DrawingML with a VML group behind it: the text of each is read once."""

from tests.builder import DraftBuilder, grouped_box
from tests.cases.form import drawn_steps, identity


def draft() -> bytes:
    return (
        DraftBuilder()
        .raw(identity())
        .raw(drawn_steps(lambda word: grouped_box(word, preset="flowChartProcess")))
        .build()
    )

"""The symbols of a chart, ordered so that the few around a point are found without asking all."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.flow.paths import Point, bounds, to_box
from pipeline.flow.symbols import Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Symbols from top to bottom with the height of their middles; `tallest` is half the tallest one's height."""

    symbols: tuple[Symbol, ...]
    middles: tuple[float, ...]
    tallest: float

    def around(self, point: Point, reach: float) -> Iterator[tuple[float, Symbol]]:
        """Yield each symbol whose box lies within `reach` of a point, with its distance."""
        first = bisect_left(self.middles, point[1] - reach - self.tallest)
        last = bisect_right(self.middles, point[1] + reach + self.tallest)
        for each in self.symbols[first:last]:
            distance = to_box(point, each.shape)
            if distance <= reach:
                yield distance, each


def field(symbols: Sequence[Symbol]) -> Field:
    """Return the field of a chart's symbols."""
    boxes = [(bounds(each.shape), each) for each in symbols]
    ordered = sorted(boxes, key=lambda each: each[0][1] + each[0][3])
    return Field(
        symbols=tuple(each for _, each in ordered),
        middles=tuple((box[1] + box[3]) / 2 for box, _ in ordered),
        tallest=max(((box[3] - box[1]) / 2 for box, _ in ordered), default=0.0),
    )

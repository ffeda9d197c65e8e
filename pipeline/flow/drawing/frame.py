"""The rows and columns of a chart on their pages -> where symbols and connectors stand and where lanes may run."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.flow.drawing.breaks import Pages, Rows
from pipeline.flow.drawing.forms import Sizes, cells, side_by_side
from pipeline.flow.drawing.tracks import Band
from pipeline.model.chart import ChartColumn, ChartRow, DrawnSymbol
from pipeline.model.sop import Flow


def rows_on_pages(rows: Rows, pages: Pages, header: float) -> Iterator[ChartRow]:
    """Yield the rows at their places; the first and the last of a page are taller by the strips for its connectors."""
    top = header
    for at, (step, height, page) in enumerate(zip(rows.steps, rows.heights, pages.of_row, strict=True)):
        above, below = pages.strips.get(page, (0.0, 0.0))
        first = at == 0 or pages.of_row[at - 1] != page
        last = at + 1 == len(rows.steps) or pages.of_row[at + 1] != page
        top = header if first else top
        own = round(height + (above if first else 0.0) + (below if last else 0.0), 2)
        yield ChartRow(step=step, page=page, top=top, height=own)
        top = round(top + own, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a chart is drawn in."""

    table: tuple[ChartColumn, ...]
    rows: tuple[ChartRow, ...]
    pages: Pages
    sizes: Sizes

    def symbols(self, flow: Flow) -> Iterator[DrawnSymbol]:
        """Yield the symbols in the order of the flow's nodes."""
        by_step = {each.step: each for each in self.rows}
        actors = {each.heading: each for each in self.table if each.actor}
        found: dict[str, DrawnSymbol] = {}
        for (step, actor), nodes in cells(flow.nodes).items():
            top, bottom = self._free(by_step[step])
            cell = actors[actor].left, top, actors[actor].width, bottom - top
            for each in side_by_side(nodes, cell, self.sizes, by_step[step].page):
                found[each.node.id] = each
        return (found[each.id] for each in flow.nodes)

    def connectors(self) -> Iterator[DrawnSymbol]:
        """Yield the connectors that the ends of pages need, each layer of a strip farther from the end."""
        width, height = self.sizes.connector
        for each in self.pages.slots:
            start, end = self._extent(each.page)
            layer = self.pages.strips[each.page][each.below] / self._layers(each.page)[each.below]
            top = end - (each.layer + 1) * layer if each.below else start + each.layer * layer
            column = self.table[each.column]
            x = column.left + column.width * (each.position + 0.5) / each.count - width / 2
            yield DrawnSymbol(
                node=each.node, page=each.page, x=x, y=top + (layer - height) / 2, width=width, height=height
            )

    def sharing(self, page: int) -> tuple[tuple[str, ...], ...]:
        """Return the connectors of a page that stand side by side in one cell."""
        found: dict[tuple[bool, int, int], list[str]] = defaultdict(list)
        for each in self.pages.slots:
            if each.page == page:
                found[each.below, each.layer, each.column].append(each.node.id)
        return tuple(tuple(each) for each in found.values() if len(each) > 1)

    def across(self, symbols: Sequence[DrawnSymbol]) -> Iterator[Band]:
        """Yield the actors' columns with the room for lanes at both sides of their symbols."""
        widest = max((each.width for each in symbols), default=0.0)
        for each in self.table:
            if each.actor:
                gap = (each.width - widest) / 2
                yield Band(start=each.left, end=each.left + each.width, before=gap, after=gap)

    def down(self, page: int, symbols: Sequence[DrawnSymbol]) -> Iterator[Band]:
        """Yield the rows of a page and the layers of its strips with the room for lanes, none at the page's end."""
        added = {each.node.id for each in self.pages.slots}
        tallest = max((each.height for each in symbols if each.node.id not in added), default=0.0)
        start, end = self._extent(page)
        above, below = self.pages.strips.get(page, (0.0, 0.0))
        upper, lower = self._layers(page)
        for at in range(upper):
            band = _layer(start + at * above / upper, above / upper, symbols, added)
            yield band if at else replace(band, before=0.0)
        for row in self.rows:
            if row.page == page:
                top, bottom = self._free(row)
                gap = (bottom - top - tallest) / 2
                yield Band(start=top, end=bottom, before=gap, after=gap)
        for at in reversed(range(lower)):
            band = _layer(end - (at + 1) * below / lower, below / lower, symbols, added)
            yield band if at else replace(band, after=0.0)

    def _extent(self, page: int) -> tuple[float, float]:
        own = [each for each in self.rows if each.page == page]
        return own[0].top, own[-1].top + own[-1].height

    def _free(self, row: ChartRow) -> tuple[float, float]:
        """The top and the bottom of a row without the strips in which connectors stand."""
        above, below = self.pages.strips.get(row.page, (0.0, 0.0))
        start, end = self._extent(row.page)
        bottom = row.top + row.height
        return row.top + (above if row.top == start else 0.0), bottom - (below if bottom == end else 0.0)

    def _layers(self, page: int) -> tuple[int, int]:
        """How many layers the strips above and below the rows of a page have."""
        layers = [0, 0]
        for each in self.pages.slots:
            if each.page == page:
                layers[each.below] = max(layers[each.below], each.layer + 1)
        return layers[0], layers[1]


def _layer(start: float, height: float, symbols: Sequence[DrawnSymbol], added: Collection[str]) -> Band:
    gap = (height - max(each.height for each in symbols if each.node.id in added)) / 2
    return Band(start=start, end=start + height, before=gap, after=gap)

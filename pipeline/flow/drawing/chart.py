"""A SOP -> its flowchart laid over its step table, for whoever draws it: rows, pages, symbols, arrows, labels.

The form is that of PermenPANRB 35/2012: a row for each step, a column for each actor, five symbols, and a pair of
off-page connectors for each arrow that goes over the end of a page.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.flow.drawing.breaks import Pages, Rows, pages
from pipeline.flow.drawing.forms import sizes
from pipeline.flow.drawing.frame import Frame, rows_on_pages
from pipeline.flow.drawing.routes import ENOUGH, Page, Routed, routed
from pipeline.flow.drawing.sheet import Sheet, columns, header_height, row_heights
from pipeline.model.chart import Chart, DrawnArrow, DrawnSymbol
from pipeline.model.sop import Edge, Flow, Sop

# Above and below the tallest symbol a row has room for lanes, a label and the head of an arrow.
_ROOM = 12.0


def chart(sop: Sop, sheet: Sheet | None = None, heights: Sequence[float] | None = None) -> Chart:
    """Return the chart of a SOP on sheets of this kind; the same SOP always gives the same chart.

    `heights` are what the text of each step needs, in their order; without them they are reckoned from the sheet.
    An edge of which a symbol is missing is not drawn, nor one between two connectors that stand on different pages:
    their signs say it.
    """
    sheet = sheet or Sheet()
    table = columns(sop, sheet)
    header = header_height(table, sheet)
    actor = min((each.width for each in table if each.actor), default=sheet.widest_actor)
    sheet = replace(sheet, connector=(min(sheet.connector[0], actor - 2), sheet.connector[1]))
    measures = sizes(sop.flow, actor, sheet.connector)
    least = measures.tallest + 2 * _ROOM
    rows = _rows(sop, row_heights(sop.steps, table, sheet, least) if heights is None else heights, least)
    broken = pages(sop.flow, rows, table, sheet, header)
    frame = Frame(table=table, rows=tuple(rows_on_pages(rows, broken, header)), pages=broken, sizes=measures)
    symbols, arrows = _drawn(sop.flow, frame, sheet.label)
    return Chart(
        columns=table,
        rows=frame.rows,
        header=header,
        pages=frame.rows[-1].page + 1 if frame.rows else 1,
        symbols=symbols,
        arrows=arrows,
        added=tuple(each.node for each in broken.slots),
    )


def _rows(sop: Sop, heights: Sequence[float], least: float) -> Rows:
    """A row for each step, and one for each step that only symbols name."""
    steps = sorted({*range(1, len(sop.steps) + 1), *(max(each.step, 1) for each in sop.flow.nodes)})
    at = {step: index for index, step in enumerate(steps)}
    return Rows(
        steps=tuple(steps),
        heights=tuple(max(least, heights[step - 1]) if step <= len(heights) else least for step in steps),
        of_node={each.id: at[max(each.step, 1)] for each in sop.flow.nodes},
    )


def _drawn(flow: Flow, frame: Frame, label: float) -> tuple[tuple[DrawnSymbol, ...], tuple[DrawnArrow, ...]]:
    """The symbols of all pages in the order of their nodes, and the arrows page by page."""
    placed = {each.node.id: each for each in (*frame.symbols(flow), *frame.connectors())}
    edges: dict[int, list[tuple[int, Edge]]] = defaultdict(list)
    for number, each in enumerate(_by_page(flow, frame.pages, placed)):
        edges[placed[each.source].page].append((number, each))
    across = tuple(frame.across(tuple(placed.values())))
    arrows: list[DrawnArrow] = []
    for number in sorted({each.page for each in placed.values()}):
        here = tuple(each for each in placed.values() if each.page == number)
        down = tuple(frame.down(number, here))
        page = Page(number=number, symbols=here, edges=edges[number], across=across, down=down, label=label)
        best, found = _best(page, frame.sharing(number))
        placed.update((each.node.id, each) for each in best.symbols)
        arrows += found.arrows
    return tuple(placed.values()), tuple(arrows)


def _best(page: Page, sharing: Sequence[Sequence[str]]) -> tuple[Page, Routed]:
    """The page with the connectors that share a cell in the order in which their arrows cost less."""
    best, found = page, routed(page)
    spent = found.spent
    for each in sharing:
        if spent > ENOUGH:
            break
        turned = replace(best, symbols=tuple(_turned(best.symbols, each)))
        tried = routed(turned)
        spent += tried.spent
        if tried.cost < found.cost - 1:
            best, found = turned, tried
    return best, found


def _turned(symbols: Sequence[DrawnSymbol], shared: Sequence[str]) -> Iterator[DrawnSymbol]:
    """The symbols with some of them in the opposite order from left to right."""
    x_of = {each.node.id: each.x for each in symbols if each.node.id in shared}
    turned = dict(zip(shared, (x_of[each] for each in reversed(shared)), strict=True))
    for each in symbols:
        yield replace(each, x=turned[each.node.id]) if each.node.id in turned else each


def _by_page(flow: Flow, broken: Pages, placed: Mapping[str, DrawnSymbol]) -> Iterator[Edge]:
    """The edges as arrows of one page each: one over a page's end goes into a connector and comes out of another."""
    arrived: set[str] = set()
    for at, edge in enumerate(flow.edges):
        if not {edge.source, edge.target} <= placed.keys() or at in broken.told:
            continue
        if at not in broken.ends:
            yield edge
            continue
        out, back = broken.ends[at]
        if out is not None:
            yield replace(edge, target=out, otherwise=None)
        if back is not None and back not in arrived:
            arrived.add(back)
            sure = min(flow.edges[other].sure for other, names in broken.ends.items() if names == (out, back))
            # The answer stands at the exit; where the exit is a connector of the flow, beside what follows it.
            yield replace(edge, source=back, label="" if out else edge.label, sure=sure, otherwise=None)

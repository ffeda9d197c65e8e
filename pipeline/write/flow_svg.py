"""The flowchart of a SOP as it was understood -> an SVG with what is doubtful or faulty in it marked."""

import textwrap
from collections.abc import Collection, Iterator, Sequence
from html import escape
from itertools import pairwise

from pipeline.flow.drawing.chart import chart
from pipeline.flow.drawing.forms import outline
from pipeline.flow.drawing.labels import box_of, label_size
from pipeline.flow.drawing.sheet import Sheet
from pipeline.model.chart import Chart, ChartColumn, DrawnArrow, DrawnSymbol, Point
from pipeline.model.sop import DOUBTFUL, Edge, Node, NodeKind, Sop, Step

_NUMBER, _ACTIVITY, _ACTOR = 26.0, 190.0, 88.0
_LETTERS, _LINE = 9.0, 10.6
# So many lines of an activity are shown; the whole of it stands in the step table of the report.
_MOST_LINES = 4
_IN_SYMBOL, _ANSWER = 7.0, 8.5
# A letter is about so wide, as a share of its size.
_LETTER = 0.55
_NODE = 'class="node"'
_CENTRED = 'text-anchor="middle"'
_INK = 'fill="currentColor" stroke="none"'
# Told apart from light and from dark paper alike.
_FAULT, _SIGN = "#d0402b", 4.5
_KIND_WORDS = {
    NodeKind.TERMINATOR: "Mulai atau selesai",
    NodeKind.PROCESS: "Kegiatan",
    NodeKind.DECISION: "Keputusan",
    NodeKind.CONNECTOR: "Penghubung halaman",
}
_ANSWERS = {"ya": "Ya", "tidak": "Tidak"}

# A symbol by its id, or an arrow by the two symbols that it joins.
Fault = str | tuple[str, str]


def flow_svg(sop: Sop, faults: Collection[Fault] = ()) -> str:
    """Return the chart as an SVG element, all text in it escaped; empty where there are no symbols.

    Symbols and arrows in `faults` get a red outline and a sign, and are named in the text for those who do not see.
    """
    if not sop.flow.nodes:
        return ""
    drawn = _chart(sop)
    wrong = [each for each in drawn.arrows if (each.edge.source, each.edge.target) in faults]
    right = [each for each in drawn.arrows if each not in wrong]
    width = drawn.columns[-1].left + drawn.columns[-1].width
    height = drawn.rows[-1].top + drawn.rows[-1].height
    parts = [
        f'<svg class="flow" role="img" viewBox="-1 -1 {_n(width + 2)} {_n(height + 2)}" width="{_n(width + 2)}" '
        f'height="{_n(height + 2)}" font-size="{_n(_LETTERS)}" fill="none" stroke="currentColor" stroke-width="1">',
        f"<title>Diagram alir: {len(drawn.symbols)} simbol, {len(drawn.arrows)} panah</title>",
        f"<desc>{escape(_told(sop, faults))}</desc>",
        _grid(drawn, width, height),
        *_step_words(drawn, sop.steps),
        *_lines(right),
        *(_symbol(each) for each in drawn.symbols),
        *_faulty(drawn, faults, wrong),
        *(_label(each.edge.label, each.label_at) for each in drawn.arrows if each.label_at),
        "</svg>",
    ]
    return "".join(parts)


def _chart(sop: Sop) -> Chart:
    actors = len({*(each.name for each in sop.actors), *(each.actor for each in sop.flow.nodes)})
    sheet = Sheet(
        width=_NUMBER + _ACTIVITY + actors * _ACTOR, height=None, first=None, after=(),
        before=(("No", _NUMBER), ("Kegiatan", _ACTIVITY)), widest_actor=_ACTOR, size=_LETTERS, label=_ANSWER,
    )  # fmt: skip
    return chart(sop, sheet, [len(_wrapped(each.activity, _ACTIVITY, _MOST_LINES)) * _LINE + 8 for each in sop.steps])


def _grid(drawn: Chart, width: float, height: float) -> str:
    across = "".join(f"M0 {_n(each)}H{_n(width)}" for each in (0.0, *(row.top for row in drawn.rows), height))
    down = "".join(f"M{_n(each)} 0V{_n(height)}" for each in (*(column.left for column in drawn.columns), width))
    heads = "".join(_head(each, drawn.header) for each in drawn.columns)
    return f'<path class="grid" stroke-opacity=".22" d="{across}{down}"/>{heads}'


def _head(column: ChartColumn, height: float) -> str:
    words = _wrapped(column.heading, column.width, max(1, int(height / _LINE)))
    return _words(column.left + column.width / 2, height / 2, words, f'{_CENTRED} font-weight="600"')


def _step_words(drawn: Chart, steps: Sequence[Step]) -> Iterator[str]:
    number, activity = drawn.columns[:2]
    for row in drawn.rows:
        middle = row.top + row.height / 2
        known = steps[row.step - 1] if row.step <= len(steps) else None
        shown = known.number if known and known.number else str(row.step)
        yield _words(number.left + number.width / 2, middle, _wrapped(shown, number.width, 1), _CENTRED)
        if known:
            yield _words(activity.left + 4, middle, _wrapped(known.activity, activity.width, _MOST_LINES), "")


def _words(x: float, middle: float, text: Sequence[str], attributes: str, size: float = _LETTERS) -> str:
    line = size * _LINE / _LETTERS
    top = middle + size * 0.35 - (len(text) - 1) * line / 2
    lines = ((_n(top + index * line), escape(each)) for index, each in enumerate(text))
    spans = "".join(f'<tspan x="{_n(x)}" y="{y}">{each}</tspan>' for y, each in lines)
    return f"<text {_INK} {attributes}>{spans}</text>"


def _wrapped(text: str, width: float, lines: int, size: float = _LETTERS) -> tuple[str, ...]:
    letters = max(2, int((width - 4) / (size * _LETTER)))
    return tuple(textwrap.wrap(text, letters, max_lines=lines, placeholder="…")) or ("",)


def _symbol(symbol: DrawnSymbol) -> str:
    node = symbol.node
    x, y = symbol.x + symbol.width / 2, symbol.y + symbol.height / 2
    across, down = (0.62, 0.6) if node.kind is NodeKind.DECISION else (1.0, 1.0)
    lines = max(1, int(symbol.height * down * _LETTERS / _LINE / _IN_SYMBOL))
    words = _wrapped(node.text, symbol.width * across, lines, _IN_SYMBOL)
    text = _words(x, y, words, f'{_CENTRED} font-size="{_n(_IN_SYMBOL)}"', _IN_SYMBOL) if node.text.strip() else ""
    return f"<g><title>{escape(_named(node))}</title>{_form(symbol, _NODE, 0)}{text}</g>"


def _form(symbol: DrawnSymbol, look: str, out: float) -> str:
    """The outline of a symbol, or one that stands out around it."""
    left, top, w, h = symbol.x - out, symbol.y - out, symbol.width + 2 * out, symbol.height + 2 * out
    if symbol.node.kind in (NodeKind.PROCESS, NodeKind.TERMINATOR):
        corner = f' rx="{_n(h / 2)}"' if symbol.node.kind is NodeKind.TERMINATOR else ""
        return f'<rect {look} x="{_n(left)}" y="{_n(top)}" width="{_n(w)}" height="{_n(h)}"{corner}/>'
    x, y = symbol.x + symbol.width / 2, symbol.y + symbol.height / 2
    grown = ((x + (at - x) * w / symbol.width, y + (down - y) * h / symbol.height) for at, down in outline(symbol))
    return f'<path {look} d="M{"L".join(f"{_n(at)} {_n(down)}" for at, down in grown)}z"/>'


def _faulty(drawn: Chart, faults: Collection[Fault], wrong: Sequence[DrawnArrow]) -> Iterator[str]:
    """Yield a red outline for each faulty symbol and arrow, then their signs, where they hide the least."""
    signs: list[Point] = []
    for symbol in drawn.symbols:
        if symbol.node.id in faults:
            yield _form(symbol, f'class="fault" stroke="{_FAULT}" stroke-width="1.6"', 3)
            left, right, top, bottom = (
                symbol.x - 2,
                symbol.x + symbol.width + 2,
                symbol.y - 2,
                symbol.y + symbol.height + 2,
            )
            signs.append(_clearest(((right, top), (left, top), (right, bottom), (left, bottom)), drawn))
    for arrow in wrong:
        dashes = "" if arrow.edge.sure >= DOUBTFUL else ' stroke-dasharray="4 3"'
        yield f'<path class="fault" stroke="{_FAULT}" stroke-width="1.6"{dashes} d="{_path(arrow.points)}"/>'
        yield f'<path fill="{_FAULT}" stroke="none" d="{_tip(*arrow.points[-2:])}"/>'
        (x, y), (to_x, to_y) = max(pairwise(arrow.points), key=lambda each: _length(*each))
        along = [(x + (to_x - x) * share, y + (to_y - y) * share) for share in (0.5, 0.35, 0.65, 0.2, 0.8)]
        signs.append(_clearest(along, drawn))
    yield from map(_sign, signs)


def _clearest(places: Sequence[Point], drawn: Chart) -> Point:
    """The place at which a sign hides the fewest labels and lines, the first of those."""
    boxes = [box_of(each.label_at, label_size(each.edge.label, _ANSWER)) for each in drawn.arrows if each.label_at]
    for arrow in drawn.arrows:
        boxes += [(min(x, u), min(y, v), max(x, u), max(y, v)) for (x, y), (u, v) in pairwise(arrow.points)]
    return min(places, key=lambda at: sum(_over(at, each) for each in boxes))


def _over(at: Point, box: tuple[float, float, float, float]) -> bool:
    return box[0] - _SIGN < at[0] < box[2] + _SIGN and box[1] - _SIGN < at[1] < box[3] + _SIGN


def _sign(at: Point) -> str:
    look = f'{_CENTRED} fill="#fff" stroke="none" font-size="8" font-weight="700"'
    mark = f'<text {look} x="{_n(at[0])}" y="{_n(at[1] + 2.8)}">!</text>'
    return f'<circle cx="{_n(at[0])}" cy="{_n(at[1])}" r="{_n(_SIGN)}" fill="{_FAULT}" stroke="none"/>{mark}'


def _lines(arrows: Sequence[DrawnArrow]) -> Iterator[str]:
    """Yield the sure arrows, the guessed ones dashed, and all tips as one path each."""
    for dashes, sure in (("", True), (' stroke-dasharray="4 3"', False)):
        paths = "".join(_path(each.points) for each in arrows if (each.edge.sure >= DOUBTFUL) is sure)
        if paths:
            yield f'<path class="edge"{dashes} d="{paths}"/>'
    tips = "".join(_tip(*each.points[-2:]) for each in arrows)
    if tips:
        yield f'<path fill="currentColor" stroke="none" d="{tips}"/>'


def _path(points: Sequence[Point]) -> str:
    (x, y), *rest = points
    words = [f"M{_n(x)} {_n(y)}"]
    for to_x, to_y in rest:
        words.append(f"V{_n(to_y)}" if to_x == x else f"H{_n(to_x)}")
        x = to_x
    return "".join(words)


def _tip(before: Point, tip: Point) -> str:
    across, down = tip[0] - before[0], tip[1] - before[1]
    at = f"M{_n(tip[0])} {_n(tip[1])}"
    if abs(down) > abs(across):
        back = -6 if down > 0 else 6
        return f"{at}l-3 {back}h6z"
    back = -6 if across > 0 else 6
    return f"{at}l{back} -3v6z"


def _length(start: Point, end: Point) -> float:
    return abs(end[0] - start[0]) + abs(end[1] - start[1])


def _label(text: str, middle: Point) -> str:
    where = f'{_CENTRED} font-size="{_n(_ANSWER)}" x="{_n(middle[0])}" y="{_n(middle[1] + _ANSWER * 0.35)}"'
    return f'<text class="label" {_INK} {where}>{escape(_ANSWERS.get(text, text))}</text>'


def _told(sop: Sop, faults: Collection[Fault]) -> str:
    """Return the arrows in words, and what is marked, for those who do not see the chart."""
    nodes = {each.id: each for each in sop.flow.nodes}
    edges = [each for each in sop.flow.edges if {each.source, each.target} <= nodes.keys()]
    told = "; ".join(_joined(each, nodes) for each in edges) or "tanpa panah yang terbaca"
    wrong = [
        *(_named(each) for each in sop.flow.nodes if each.id in faults),
        *(f"panah {_joined(each, nodes)}" for each in edges if (each.source, each.target) in faults),
    ]
    return f"{told}. Ditandai bermasalah: {'; '.join(wrong)}." if wrong else told


def _joined(edge: Edge, nodes: dict[str, Node]) -> str:
    answer = f" ({edge.label})" if edge.label else ""
    doubt = "" if edge.sure >= DOUBTFUL else ", belum pasti"
    return f"langkah {nodes[edge.source].step}{answer} ke langkah {nodes[edge.target].step}{doubt}"


def _named(node: Node) -> str:
    actor = f", {node.actor}" if node.actor else ""
    return f"{_KIND_WORDS[node.kind]} langkah {node.step}{actor}{f': {node.text}' if node.text else ''}"


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")

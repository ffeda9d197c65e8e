"""The chart that is drawn anew: each symbol and arrow once, level and plumb, over nothing else, the same every time."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, product
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.flow.drawing.chart import chart
from pipeline.flow.drawing.forms import outline
from pipeline.flow.drawing.labels import box_of, label_size
from pipeline.flow.drawing.sheet import Sheet
from pipeline.intake import Submission, read_sops
from pipeline.model.chart import Chart, DrawnArrow, DrawnSymbol, Point
from pipeline.model.place import DocxPlace
from pipeline.model.sop import DOUBTFUL, Actor, Duration, Edge, Flow, Identity, Node, NodeKind, Sop, Step
from pipeline.write.flow_svg import flow_svg

HERE = DocxPlace()
DRAFTS = Path(__file__).parents[2] / "input" / "drafts"
ENDLESS = Sheet(width=760, height=None, first=None, after=())
SHEETS = (Sheet(), ENDLESS)
# A page for two rows.
SHORT = Sheet(height=170, first=170)
Box = tuple[float, float, float, float]


def written(actors: Sequence[str], nodes: Sequence[Node], edges: Sequence[Edge], steps: int) -> Sop:
    return Sop(
        file="a.docx",
        folder="",
        sha256="",
        part=1,
        kind="sop-ap",
        identity=Identity(),
        actors=tuple(Actor(name=name, column=2 + at, span=1, place=HERE) for at, name in enumerate(actors)),
        steps=tuple(step(number) for number in range(1, steps + 1)),
        flow=Flow(source="drawing", nodes=tuple(nodes), edges=tuple(edges)),
        unread=(),
    )


def step(number: int) -> Step:
    return Step(
        number=str(number),
        activity="Memeriksa berkas permohonan " * (1 + number * 7 % 4),
        actors=(),
        requirements="Berkas permohonan",
        duration=Duration(text="15", low=15, high=15, unit="minute"),
        output="Berkas diperiksa",
        note="",
        place=HERE,
    )


def node(name: str, at: int, actor: str, kind: str = "process", text: str = "") -> Node:
    return Node(id=name, kind=NodeKind(kind), step=at, actor=actor, text=text, place=HERE)


def edge(source: str, target: str, label: str = "") -> Edge:
    return Edge(source=source, target=target, label=label)


@st.composite
def sops(draw: st.DrawFn) -> Sop:
    """Flows of 1 to 40 steps: most arrows to the next, some to any other, some steps with two symbols."""
    actors = [f"Pelaksana {each}" for each in range(draw(st.integers(1, 12)))]
    steps = draw(st.integers(1, 40))
    nodes: list[Node] = []
    for at in range(1, steps + 1):
        first = draw(st.sampled_from(("process", "process", "decision")))
        kind = "terminator" if at in (1, steps) else first
        text = draw(st.sampled_from(("", "", "", "Menerima berkas")))
        nodes.append(node(f"n{at}", at, draw(st.sampled_from(actors)), kind, text))
        if draw(st.integers(0, 7)) == 0:
            nodes.append(node(f"m{at}", at, draw(st.sampled_from(actors))))
    names = [each.id for each in nodes]
    joined: dict[tuple[str, str], str] = {}
    for one, other in pairwise(nodes):
        if draw(st.integers(0, 11)):
            joined[one.id, other.id] = "ya" if one.kind is NodeKind.DECISION else ""
    for each in nodes:
        if each.kind is NodeKind.DECISION and draw(st.integers(0, 3)):
            joined.setdefault((each.id, draw(st.sampled_from(names))), "tidak")
    for _ in range(draw(st.integers(0, 3))):
        joined.setdefault((draw(st.sampled_from(names)), draw(st.sampled_from(names))), "")
    return written(actors, nodes, [edge(*pair, label) for pair, label in joined.items()], steps)


def folded(drawn: Chart) -> Counter[tuple[str, str, str]]:
    """The edges as a reader of the chart finds them: a connector leads to the other one with its sign."""
    added = {each.id: each.text for each in drawn.added}
    into: dict[str, list[tuple[str, str]]] = defaultdict(list)
    out: dict[str, str] = {}
    found: Counter[tuple[str, str, str]] = Counter()
    for each in drawn.arrows:
        source, target = each.edge.source, each.edge.target
        if target in added:
            into[added[target]].append((source, each.edge.label))
        elif source in added:
            assert added[source] not in out
            out[added[source]] = target
        else:
            found[source, target, each.edge.label] += 1
    assert into.keys() == out.keys()
    for sign, arrows in into.items():
        found.update((source, out[sign], label) for source, label in arrows)
    return found


def box(symbol: DrawnSymbol) -> Box:
    return symbol.x, symbol.y, symbol.x + symbol.width, symbol.y + symbol.height


def stretches(arrow: DrawnArrow) -> list[Box]:
    return [(min(x, u), min(y, v), max(x, u), max(y, v)) for (x, y), (u, v) in pairwise(arrow.points)]


def meet(one: Box, other: Box, by: float = 0.05) -> bool:
    return one[0] < other[2] - by and other[0] < one[2] - by and one[1] < other[3] - by and other[1] < one[3] - by


def to_outline(point: Point, symbol: DrawnSymbol) -> float:
    corners = outline(symbol)
    return min(_to_line(point, one, other) for one, other in zip(corners, (*corners[1:], corners[0]), strict=True))


def _to_line(point: Point, one: Point, other: Point) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    share = ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / (dx * dx + dy * dy)
    share = min(1.0, max(0.0, share))
    return float(abs(complex(point[0] - one[0] - share * dx, point[1] - one[1] - share * dy)))


def label_boxes(drawn: Chart, size: float) -> Iterator[tuple[int, Box]]:
    for each in drawn.arrows:
        assert (each.label_at is None) is (not each.edge.label)
        if each.label_at is not None:
            yield each.page, box_of(each.label_at, label_size(each.edge.label, size))


def check(sop: Sop, sheet: Sheet) -> Chart:
    drawn = chart(sop, sheet)
    symbols = {each.node.id: each for each in drawn.symbols}
    assert [each.node for each in drawn.symbols] == [*sop.flow.nodes, *drawn.added]
    assert folded(drawn) == Counter((each.source, each.target, each.label) for each in sop.flow.edges)
    check_cells(drawn, sheet)
    for arrow in drawn.arrows:
        source, target = symbols[arrow.edge.source], symbols[arrow.edge.target]
        assert source.page == target.page == arrow.page
        for (x, y), (to_x, to_y) in pairwise(arrow.points):
            assert (x == to_x) is not (y == to_y), "level or plumb, and never of no length"
        for point, symbol in ((arrow.points[0], source), (arrow.points[-1], target)):
            # A capsule's outline is that of its box here.
            assert to_outline(point, symbol) <= (2.0 if symbol.node.kind is NodeKind.TERMINATOR else 0.05)
        check_ways(arrow, [each for each in drawn.symbols if each.page == arrow.page])
    for (page, one), (other_page, other) in combinations(label_boxes(drawn, sheet.label), 2):
        assert page != other_page or not meet(one, other)
    for page, each in label_boxes(drawn, sheet.label):
        assert not any(meet(each, box(symbol)) for symbol in drawn.symbols if symbol.page == page)
        assert not any(
            meet(each, stretch, 0) for arrow in drawn.arrows if arrow.page == page for stretch in stretches(arrow)
        )
    return drawn


def check_cells(drawn: Chart, sheet: Sheet) -> None:
    rows = {each.step: each for each in drawn.rows}
    columns = {each.heading: each for each in drawn.columns if each.actor}
    for each in drawn.symbols:
        row, column = rows[max(each.node.step, 1)], columns[each.node.actor]
        assert each.page == row.page
        left, top, right, bottom = box(each)
        assert column.left <= left < right <= column.left + column.width
        assert row.top <= top < bottom <= row.top + row.height
    for one, other in combinations(drawn.symbols, 2):
        assert one.page != other.page or not meet(box(one), box(other))
    for one, other in pairwise(drawn.rows):
        assert other.top == (drawn.header if other.page != one.page else pytest.approx(one.top + one.height))
    if sheet.height is not None and sheet.first is not None:
        for page in range(drawn.pages):
            own = [each for each in drawn.rows if each.page == page]
            end = own[-1].top + own[-1].height
            assert len(own) == 1 or end <= (sheet.height if page else sheet.first)


def check_ways(arrow: DrawnArrow, symbols: Sequence[DrawnSymbol]) -> None:
    ways = stretches(arrow)
    for symbol in symbols:
        own = [*ways]
        # At its own symbols an arrow begins and ends on a border, of a diamond within the box around it.
        if symbol.node.id == arrow.edge.source:
            own = own[1:]
        if symbol.node.id == arrow.edge.target:
            own = own[:-1]
        assert not any(meet(each, box(symbol), -0.5) for each in own), symbol.node.id


def lying(drawn: Chart) -> int:
    """How many pairs of arrows lie on each other without ending at the same symbol."""
    found = 0
    for one, other in combinations(drawn.arrows, 2):
        if one.page != other.page or one.edge.target == other.edge.target:
            continue
        for (left, top, right, bottom), (x, y, to_x, to_y) in product(stretches(one), stretches(other)):
            if left == right == x == to_x and min(bottom, to_y) - max(top, y) > 0:
                found += 1
            if top == bottom == y == to_y and min(right, to_x) - max(left, x) > 0:
                found += 1
    return found


def crossings(drawn: Chart) -> int:
    """How many times arrows cross that end at different symbols."""
    found = 0
    for one, other in combinations(drawn.arrows, 2):
        if one.page != other.page or one.edge.target == other.edge.target:
            continue
        for pair in product(stretches(one), stretches(other)):
            flat, tall = sorted(pair, key=lambda each: each[3] - each[1])
            found += flat[0] < tall[0] < flat[2] and tall[1] < flat[1] < tall[3] and tall[0] == tall[2]
    return found


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(sop=sops())
def test_any_flow_is_drawn_whole_and_clean_on_pages(sop: Sop) -> None:
    assert not lying(check(sop, Sheet()))


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(sop=sops())
def test_any_flow_is_drawn_whole_and_clean_on_one_endless_page(sop: Sop) -> None:
    drawn = check(sop, ENDLESS)
    assert not lying(drawn)
    assert chart(sop, ENDLESS) == drawn
    assert drawn.pages == 1
    assert not drawn.added


def test_all_charts_of_the_sample_office_are_clean_and_no_arrow_crosses_another() -> None:
    count = 0
    for path in sorted(DRAFTS.rglob("*.docx")):
        for sop in read_sops(Submission(path=path, name=path.name, folder="")):
            if isinstance(sop, Sop) and sop.flow.nodes:
                count += 1
                for sheet in SHEETS:
                    drawn = check(sop, sheet)
                    assert (lying(drawn), crossings(drawn)) == (0, 0), path.name
    assert count > 70


ACTORS = ("Pemohon", "Petugas PTSP", "Kepala Seksi")


def arrow(drawn: Chart, source: str, target: str) -> DrawnArrow:
    return next(each for each in drawn.arrows if (each.edge.source, each.edge.target) == (source, target))


def symbol(drawn: Chart, name: str) -> DrawnSymbol:
    return next(each for each in drawn.symbols if each.node.id == name)


def three(*more: Edge) -> Sop:
    nodes = (
        node("a", 1, ACTORS[0], "terminator"),
        node("b", 2, ACTORS[0]),
        node("c", 3, ACTORS[1], "decision"),
        node("d", 4, ACTORS[2], "terminator"),
    )
    return written(ACTORS, nodes, (edge("a", "b"), edge("b", "c"), edge("c", "d", "ya"), *more), 4)


def test_arrows_run_straight_down_or_to_the_side_and_down() -> None:
    drawn = check(three(), Sheet())
    (x, y), (to_x, to_y) = arrow(drawn, "a", "b").points
    assert x == to_x
    assert y < to_y
    start, corner, end = arrow(drawn, "b", "c").points
    assert start[1] == corner[1]
    assert corner[0] == end[0] == pytest.approx(symbol(drawn, "c").x + symbol(drawn, "c").width / 2, abs=0.01)


def test_an_arrow_back_enters_at_the_side_and_its_answer_stands_at_its_exit() -> None:
    drawn = check(three(edge("c", "b", "tidak")), Sheet())
    back = arrow(drawn, "c", "b")
    (before, y), (end, to_y) = back.points[-2:]
    assert y == to_y
    assert before != end
    assert back.label_at is not None
    assert abs(back.label_at[0] - back.points[0][0]) < 30
    assert abs(back.label_at[1] - back.points[0][1]) < 12


def test_one_size_for_each_kind_and_each_symbol_in_the_middle_of_its_cell() -> None:
    drawn = check(three(), Sheet())
    for each in drawn.symbols:
        column = next(column for column in drawn.columns if column.heading == each.node.actor)
        row = drawn.rows[each.node.step - 1]
        assert each.x + each.width / 2 == pytest.approx(column.left + column.width / 2)
        assert each.y + each.height / 2 == pytest.approx(row.top + row.height / 2)
    kinds = {(each.node.kind, each.width, each.height) for each in drawn.symbols}
    assert len(kinds) == 3


def test_arrows_over_the_end_of_a_page_are_pairs_of_connectors_with_one_sign() -> None:
    sop = three(edge("c", "b", "tidak"))
    drawn = check(sop, SHORT)
    assert [each.page for each in drawn.rows] == [0, 0, 1, 1]
    assert Counter(each.text for each in drawn.added) == {"A": 2, "B": 2}
    rows = {(each.text, each.step): each.actor for each in drawn.added}
    assert rows == {
        ("A", 2): ACTORS[0], ("A", 3): ACTORS[1],
        ("B", 3): ACTORS[1], ("B", 2): ACTORS[0],
    }  # fmt: skip
    for each in drawn.added:
        at, row = symbol(drawn, each.id), drawn.rows[each.step - 1]
        middle = at.y + at.height / 2
        assert (middle > row.top + row.height / 2) is (each.step == 2), "at the end of its page"


def test_arrows_from_one_page_to_one_symbol_share_a_connector() -> None:
    sop = three()
    flow = replace(sop.flow, edges=(edge("a", "d"), edge("b", "d"), edge("c", "d", "ya")))
    drawn = check(replace(sop, flow=flow), SHORT)
    assert [each.text for each in drawn.added] == ["A", "A"]


def test_connectors_that_the_flow_has_are_not_doubled() -> None:
    sop = three()
    own = (node("out", 2, ACTORS[0], "connector", "A"), node("back", 3, ACTORS[1], "connector", "A"))
    flow = replace(sop.flow, nodes=(*sop.flow.nodes, *own))
    edges = (edge("a", "b"), edge("b", "out"), edge("out", "back"), edge("back", "c"), edge("c", "b", "tidak"))
    drawn = chart(replace(sop, flow=replace(flow, edges=edges)), SHORT)
    assert ("out", "back") not in {(each.edge.source, each.edge.target) for each in drawn.arrows}
    assert [each.text for each in drawn.added] == ["B", "B"], "A is taken"
    on_one_page = chart(replace(sop, flow=replace(flow, edges=edges)), Sheet())
    assert arrow(on_one_page, "out", "back")


def test_a_connector_of_the_flow_without_a_partner_gets_one() -> None:
    sop = three()
    flow = replace(sop.flow, nodes=(*sop.flow.nodes, node("out", 2, ACTORS[0], "connector", "X")))
    drawn = chart(replace(sop, flow=replace(flow, edges=(edge("b", "out"), edge("out", "c", "ya")))), SHORT)
    (partner,) = drawn.added
    assert (partner.text, partner.step) == ("X", 3)
    assert arrow(drawn, partner.id, "c").edge.label == "ya"


def test_a_row_is_as_tall_as_its_text_or_as_the_caller_says() -> None:
    sop = three()
    long = replace(sop, steps=(replace(sop.steps[0], activity="Memeriksa kelengkapan berkas " * 20), *sop.steps[1:]))
    assert chart(long).rows[0].height > 120
    told = chart(sop, heights=(50, 60, 70, 200)).rows
    assert [each.height for each in told] == [50, 60, 70, 200]
    assert [each.page for each in chart(sop, SHORT, heights=(50, 60, 70, 200)).rows] == [0, 0, 1, 2]


def test_what_is_missing_or_odd_is_drawn_as_far_as_it_goes() -> None:
    bare = written((), (), (), 0)
    assert chart(bare).rows == ()
    assert chart(written(ACTORS, (), (), 2)).symbols == ()
    sop = written((), (node("a", 0, ""), node("b", 9, "Kasi")), (edge("a", "a"), edge("a", "b"), edge("a", "z")), 2)
    drawn = chart(sop)
    assert [each.step for each in drawn.rows] == [1, 2, 9]
    assert [(each.edge.source, each.edge.target) for each in drawn.arrows] == [("a", "a"), ("a", "b")]


def test_fifty_actors_still_fit_on_the_page() -> None:
    actors = [f"Pelaksana {each}" for each in range(50)]
    nodes = [node(f"n{at}", at, actors[at * 7 % 50]) for at in range(1, 21)]
    sop = written(actors, nodes, [edge(one.id, other.id) for one, other in pairwise(nodes)], 20)
    drawn = check(sop, Sheet())
    assert drawn.columns[-1].left + drawn.columns[-1].width <= Sheet().width + 0.01


def test_what_is_faulty_is_marked_in_the_svg_and_named_in_its_text() -> None:
    sop = three(edge("c", "b", "tidak"))
    plain, marked = flow_svg(sop), flow_svg(sop, ("d", ("c", "b"), "nothing"))
    assert 'class="fault"' not in plain
    assert marked.count('class="fault"') == 2
    assert marked.count("<circle") == 2
    assert (
        "Ditandai bermasalah: Mulai atau selesai langkah 4, Kepala Seksi; panah langkah 3 (tidak) ke langkah 2."
        in marked
    )
    assert plain.count('class="node"') == marked.count('class="node"') == 4


def test_the_svg_is_whole_xml_with_each_text_escaped_and_doubt_dashed() -> None:
    sop = three()
    odd = '<script>alert("&")</script>'
    nodes = (replace(sop.flow.nodes[0], text=odd, actor=odd), *sop.flow.nodes[1:])
    edges = (Edge(source="a", target="b", label=odd, sure=DOUBTFUL - 0.1), *sop.flow.edges[1:])
    svg = flow_svg(replace(sop, flow=replace(sop.flow, nodes=nodes, edges=edges)))
    root = ElementTree.fromstring(svg)
    assert odd in {each.text for each in root.iter("text")}
    assert len([each for each in root.iter("path") if each.get("stroke-dasharray")]) == 1
    assert "belum pasti" in svg

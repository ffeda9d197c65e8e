"""Edges from symbols and arrows placed by hand: what a chart's geometry says, one thing at a time."""

from pipeline.flow.answers import label
from pipeline.flow.arrows import join
from pipeline.flow.layout import Placed
from pipeline.flow.symbols import Note, Symbol
from pipeline.model.draft import Anchor, Drawing, Shape
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Node, NodeKind

AT = DocxPlace(table=1, row=1, column=1)
HERE = Drawing(anchor=Anchor(h="column", dx=0, v="paragraph", dy=0), shapes=(), place=AT, width=0, height=0)


def symbol(name: str, x: float, y: float, kind: NodeKind = NodeKind.PROCESS) -> Symbol:
    """A symbol 40 by 20 points around its middle."""
    node = Node(id=name, kind=kind, step=1, actor="A", text="", place=AT)
    return Symbol(node=node, shape=Shape(preset="rect", x=x - 20, y=y - 10, width=40, height=20))


def line(x1: float, y1: float, x2: float, y2: float, head: str = "last", preset: str = "straightConnector1") -> Placed:
    shape = Shape(
        preset=preset,
        x=min(x1, x2),
        y=min(y1, y2),
        width=abs(x2 - x1),
        height=abs(y2 - y1),
        flip_h=x2 < x1,
        flip_v=y2 < y1,
        line=True,
        arrow_start=head == "first",
        arrow_end=head == "last",
    )
    return Placed(shape=shape, drawing=HERE)


def edges(arrows: list[Placed], symbols: list[Symbol]) -> set[tuple[str, str]]:
    return {(each.edge.source, each.edge.target) for each in join(arrows, symbols).joined}


TOP, BELOW, ASIDE = symbol("top", 100, 100), symbol("below", 100, 200), symbol("aside", 300, 200)


def test_an_arrow_runs_to_its_head_wherever_its_drawing_began() -> None:
    assert edges([line(100, 110, 100, 190)], [TOP, BELOW]) == {("top", "below")}
    assert edges([line(100, 110, 100, 190, head="first")], [TOP, BELOW]) == {("below", "top")}
    assert edges([line(100, 190, 100, 110)], [TOP, BELOW]) == {("below", "top")}


def test_a_line_without_a_head_is_taken_as_drawn_and_never_sure() -> None:
    joined = join([line(100, 110, 100, 190, head="none")], [TOP, BELOW]).joined
    assert [(each.edge.source, each.edge.target, each.edge.sure) for each in joined] == [("top", "below", 0.6)]
    assert joined[0].edge.headless
    assert not join([line(100, 110, 100, 190)], [TOP, BELOW]).joined[0].edge.headless


def test_the_farther_the_ends_the_less_sure() -> None:
    near = join([line(100, 112, 100, 188)], [TOP, BELOW]).joined
    far = join([line(100, 120, 100, 180)], [TOP, BELOW]).joined
    assert near[0].edge.sure > far[0].edge.sure > 0


def test_an_arrow_to_nowhere_is_named() -> None:
    joints = join([line(500, 500, 600, 600), line(100, 112, 100, 150)], [TOP, BELOW])
    assert joints.joined == ()
    assert [(each.source, each.target) for each in joints.loose] == [(None, None), ("top", None)]


def test_an_elbow_of_two_straight_lines_is_one_arrow() -> None:
    pieces = [line(120, 100, 300, 100, head="none"), line(300, 101, 300, 190)]
    joints = join(pieces, [TOP, BELOW, ASIDE])
    assert [(each.edge.source, each.edge.target) for each in joints.joined] == [("top", "aside")]
    assert joints.loose == ()


def test_an_elbow_of_three_lines_drawn_in_any_direction_is_one_arrow() -> None:
    pieces = [
        line(200, 150, 100, 150, head="none"),
        line(200, 150, 300, 150, head="none"),
        line(100, 110, 100, 150, head="none"),
        line(300, 190, 300, 150, head="first"),
    ]
    assert edges(pieces, [TOP, ASIDE]) == {("top", "aside")}


def test_two_arrows_that_begin_at_one_symbol_stay_two() -> None:
    arrows = [line(100, 110, 100, 190), line(120, 100, 300, 190)]
    assert edges(arrows, [TOP, BELOW, ASIDE]) == {("top", "below"), ("top", "aside")}


def test_two_lines_without_heads_that_meet_at_a_symbol_are_not_joined() -> None:
    last = symbol("last", 100, 300)
    arrows = [line(100, 110, 100, 190, head="none"), line(100, 210, 100, 290, head="none")]
    assert edges(arrows, [TOP, BELOW, last]) == {("top", "below"), ("below", "last")}


def test_a_decisions_notes_go_to_its_exits_all_at_once() -> None:
    asked = symbol("asked", 100, 100, NodeKind.DECISION)
    joined = join([line(100, 110, 100, 190), line(120, 100, 300, 190)], [asked, BELOW, ASIDE]).joined
    # Both notes stand nearer to the arrow down; the farther one can only be the other exit's.
    notes = (Note(text="Ya", at=(104, 120), place=AT), Note(text="Tidak", at=(118, 120), place=AT))
    named = label(joined, notes, [asked, BELOW, ASIDE])
    assert {(each.edge.target, each.edge.label) for each in named} == {("below", "ya"), ("aside", "tidak")}


def test_an_arrow_drawn_twice_is_one_edge_and_the_other_is_kept() -> None:
    joints = join([line(100, 110, 100, 190), line(104, 110, 104, 190)], [TOP, BELOW])
    assert [(each.edge.source, each.edge.target) for each in joints.joined] == [("top", "below")]
    assert [(each.source, each.target) for each in joints.doubles] == [("top", "below")]


def test_an_arrow_that_stops_short_points_at_what_is_meant_not_at_what_is_near() -> None:
    beside = symbol("beside", 145, 178)
    assert edges([line(100, 110, 100, 172)], [TOP, BELOW, beside]) == {("top", "below")}


def test_the_whole_chart_decides_where_one_arrow_could_mean_two() -> None:
    # Both begin halfway between the two upper symbols; each of these is left once.
    left, right = symbol("left", 100, 100), symbol("right", 160, 100)
    below, other = symbol("below", 100, 200), symbol("other", 160, 200)
    joints = join([line(131, 110, 100, 190), line(122, 110, 160, 190)], [left, right, below, other])
    assert {(each.edge.source, each.edge.target) for each in joints.joined} == {("right", "below"), ("left", "other")}


def test_a_doubtful_arrow_names_its_second_best() -> None:
    near, other = symbol("near", 100, 200), symbol("other", 146, 200)
    doubtful = join([line(100, 110, 123, 190)], [TOP, near, other]).joined[0].edge
    assert doubtful.sure <= 0.6
    assert {doubtful.target, doubtful.otherwise[1]} == {"near", "other"}  # type: ignore[index]

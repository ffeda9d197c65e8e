"""What is drawn in Word reads back as the same graph, whichever way a program reads or saves it."""

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline.durations import read_duration
from pipeline.extract.assemble import understand
from pipeline.flow.drawing.chart import chart
from pipeline.flow.paths import path
from pipeline.flow.read import with_flow
from pipeline.intake import read_all, submitted
from pipeline.model.chart import Chart, ChartColumn, ChartRow, DrawnArrow, DrawnSymbol, Point
from pipeline.model.draft import Shape
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Actor, Duration, Edge, Flow, Identity, Node, NodeKind, Sop, Step, Value
from pipeline.read.word import read_draft
from pipeline.write.step_sheet import measures, sheet, step_sheet
from pipeline.write.word_paths import Route, route
from pipeline.write.word_table import shown_duration

SOFFICE, PDFINFO = shutil.which("soffice"), shutil.which("pdfinfo")
ROOT = Path(__file__).parent.parent.parent
HERE = DocxPlace()
ACTORS = ("Pemohon", "Petugas PTSP", "Kepala Seksi", "Kepala Kantor")
HEADINGS = (
    ("No", 24.0), ("Kegiatan", 200.0), *((each, 90.0) for each in ACTORS), ("Kelengkapan", 80.0), ("Waktu", 50.0),
    ("Output", 80.0), ("Keterangan", 54.0),
)  # fmt: skip
HEADER, HEIGHT = 40.0, 70.0
SIZES = {
    NodeKind.TERMINATOR: (48.0, 20.0), NodeKind.PROCESS: (48.0, 20.0), NodeKind.DECISION: (50.0, 30.0),
    NodeKind.CONNECTOR: (20.0, 22.0),
}  # fmt: skip


class Hand:
    """A chart drawn by hand: symbols by step and actor, arrows by their corners."""

    def __init__(self, steps: int, a_page: int = 6) -> None:
        self.columns: list[ChartColumn] = []
        left = 0.0
        for heading, width in HEADINGS:
            self.columns.append(ChartColumn(heading=heading, left=left, width=width, actor=heading in ACTORS))
            left += width
        self.rows = tuple(
            ChartRow(step=at + 1, page=at // a_page, top=HEADER + at % a_page * HEIGHT, height=HEIGHT)
            for at in range(steps)
        )
        self.symbols: list[DrawnSymbol] = []
        self.arrows: list[DrawnArrow] = []
        self.added: list[Node] = []

    def symbol(self, kind: NodeKind, step: int, actor: int, text: str = "", *, down: float = 0.0) -> DrawnSymbol:
        """Draw a symbol in the middle of its cell."""
        node = Node(id=f"d{len(self.symbols)}", kind=kind, step=step, actor=ACTORS[actor], text=text, place=HERE)
        column, row, (width, height) = self.columns[2 + actor], self.rows[step - 1], SIZES[kind]
        x, y = column.left + (column.width - width) / 2, row.top + (row.height - height) / 2 + down
        made = DrawnSymbol(node=node, page=row.page, x=x, y=y, width=width, height=height)
        self.symbols.append(made)
        return made

    def arrow(self, source: DrawnSymbol, target: DrawnSymbol, *points: Point, label: str = "") -> None:
        """Draw an arrow; its label stands beside its first stretch."""
        (x, y), (to_x, to_y) = points[:2]
        at = (x + 12 if to_x >= x else x - 12, y - 7) if y == to_y else (x + 12, y + 7 if to_y > y else y - 7)
        edge = Edge(source=source.node.id, target=target.node.id, label=label)
        self.arrows.append(DrawnArrow(edge=edge, page=source.page, points=points, label_at=at if label else None))

    def over_the_page(self, source: DrawnSymbol, target: DrawnSymbol, sign: str) -> None:
        """Draw an arrow from a page to the next: two connectors with the same sign."""
        out = self.symbol(NodeKind.CONNECTOR, source.node.step, ACTORS.index(source.node.actor), sign, down=23)
        back = self.symbol(NodeKind.CONNECTOR, target.node.step, ACTORS.index(target.node.actor), sign, down=-23)
        self.added += [out.node, back.node]
        self.arrow(source, out, side(source, "bottom"), side(out, "top"))
        self.arrow(back, target, side(back, "bottom"), side(target, "top"))

    def chart(self) -> Chart:
        """Return what was drawn."""
        return Chart(
            columns=tuple(self.columns),
            rows=self.rows,
            header=HEADER,
            pages=self.rows[-1].page + 1,
            symbols=tuple(self.symbols),
            arrows=tuple(self.arrows),
            added=tuple(self.added),
        )

    def sop(self) -> Sop:
        """Return the SOP that the chart is of, without its flow."""
        return sop(ACTORS, len(self.rows))


def sop(actors: tuple[str, ...], steps: int) -> Sop:
    return Sop(
        file="contoh.docx",
        folder="",
        sha256="",
        part=1,
        kind="sop-ap",
        identity=Identity(
            title=Value(text="SOP Penerbitan Rekomendasi Izin Operasional Madrasah", place=HERE),
            number=Value(text="012/SOP/PENMAD/2025", place=HERE),
        ),
        actors=tuple(Actor(name=name, column=2 + at, span=1, place=HERE) for at, name in enumerate(actors)),
        steps=tuple(
            Step(
                number=str(at), activity=f"Memeriksa berkas ke-{at} & mencatatnya dalam buku agenda", actors=(),
                requirements="Surat permohonan", duration=read_duration("15 menit"), output="Berkas <lengkap>", note="",
                place=HERE,
            )
            for at in range(1, steps + 1)
        ),
        flow=Flow(source="none"),
        unread=(),
    )  # fmt: skip


def side(symbol: DrawnSymbol, name: str) -> Point:
    x, y = symbol.x + symbol.width / 2, symbol.y + symbol.height / 2
    return {
        "top": (x, symbol.y), "bottom": (x, symbol.y + symbol.height), "left": (symbol.x, y),
        "right": (symbol.x + symbol.width, y),
    }[name]  # fmt: skip


def every_bend(answer: str = "belum dapat dinilai") -> Hand:
    """Arrows of one to seven stretches that begin and end at every side, forth and back, and over a page."""
    hand = Hand(11)
    kinds = [NodeKind.PROCESS] * 11
    kinds[0] = kinds[10] = NodeKind.TERMINATOR
    kinds[2] = kinds[7] = NodeKind.DECISION
    columns = (0, 1, 2, 1, 3, 3, 3, 2, 1, 0, 0)
    words = {1: "Mulai", 3: "Berkas lengkap?", 4: "Registrasi"}
    s = [
        hand.symbol(kind, at, column, words.get(at, ""))
        for at, (kind, column) in enumerate(zip(kinds, columns, strict=True), start=1)
    ]
    start, second, check, fourth, fifth, sixth, seventh, again, ninth, tenth, last = s
    top = [each.top for each in hand.rows]
    hand.arrow(
        start, second, side(start, "right"), (side(second, "top")[0], side(start, "right")[1]), side(second, "top")
    )
    (x, y), (to_x, to_y) = side(second, "bottom"), side(check, "top")
    hand.arrow(second, check, (x, y), (x, top[2] + 3), (to_x, top[2] + 3), (to_x, to_y))
    (x, y), (to_x, to_y) = side(check, "left"), side(fourth, "top")
    hand.arrow(check, fourth, (x, y), (to_x, y), (to_x, to_y), label="ya")
    (x, y), (to_x, to_y) = side(check, "right"), side(start, "right")
    hand.arrow(check, start, (x, y), (x + 15, y), (x + 15, to_y - 6), (to_x, to_y - 6), label="tidak")
    (x, y), (to_x, to_y) = side(fourth, "bottom"), side(fifth, "left")
    hand.arrow(fourth, fifth, (x, y), (x, to_y), (to_x, to_y))
    hand.arrow(fifth, sixth, side(fifth, "bottom"), side(sixth, "top"))
    (x, y), (to_x, to_y) = side(sixth, "right"), side(fifth, "right")
    hand.arrow(sixth, fifth, (x, y), (x + 14, y), (x + 14, to_y), (to_x, to_y))
    hand.over_the_page(sixth, seventh, "A")
    (x, y), (to_x, to_y) = side(seventh, "left"), side(again, "top")
    hand.arrow(seventh, again, (x, y), (to_x, y), (to_x, to_y))
    (x, y), (to_x, to_y) = side(again, "left"), side(ninth, "top")
    hand.arrow(again, ninth, (x, y), (to_x, y), (to_x, to_y), label="ya")
    (x, y), (to_x, to_y) = side(again, "right"), side(seventh, "bottom")
    hand.arrow(again, seventh, (x, y), (to_x, y), (to_x, to_y), label=answer)
    (x, y), (to_x, to_y) = side(ninth, "bottom"), side(tenth, "right")
    hand.arrow(ninth, tenth, (x, y), (x, to_y), (to_x, to_y))
    hand.arrow(tenth, last, side(tenth, "bottom"), side(last, "top"))
    (x, y), (to_x, to_y) = side(last, "right"), side(again, "bottom")
    hand.arrow(last, again, (x, y), (x + 60, y), (x + 60, top[8] + 60), (to_x, top[8] + 60), (to_x, to_y))
    (x, y), (to_x, to_y) = side(tenth, "top"), side(ninth, "left")
    lane = hand.columns[3].left + 6
    hand.arrow(tenth, ninth, (x, y), (x, top[9] + 6), (lane, top[9] + 6), (lane, to_y), (to_x, to_y))
    (x, y), (to_x, to_y) = side(last, "left"), side(ninth, "top")
    low, lane = top[8] + 6, hand.columns[2].left + 8
    hand.arrow(
        last,
        ninth,
        (x, y),
        (lane, y),
        (lane, low),
        (to_x - 8, low),
        (to_x - 8, to_y - 4),
        (to_x - 4, to_y - 4),
        (to_x - 4, to_y),
    )
    return hand


Named = tuple[str, int, str, str]


def named(node: Node) -> Named:
    return node.kind.value, node.step, node.actor, node.text


def graph(flow: Flow, added: tuple[Node, ...] = ()) -> tuple[Counter[Named], Counter[tuple[Named, Named, str]]]:
    """The nodes and the edges of a flow; pairs of connectors that the drawing added are an edge again."""
    extra = Counter(map(named, added))
    nodes = {each.id: named(each) for each in flow.nodes}
    helpers = {each for each, name in nodes.items() if extra[name]}
    edges = [each for each in flow.edges if not {each.source, each.target} & helpers]
    for pair in flow.edges:
        if {pair.source, pair.target} <= helpers:
            # Arrows from several symbols to the same one share a pair.
            (after,) = [each for each in flow.edges if each.source == pair.target]
            edges += [replace(each, target=after.target) for each in flow.edges if each.target == pair.source]
    return (
        Counter(name for each, name in nodes.items() if each not in helpers),
        Counter((nodes[each.source], nodes[each.target], each.label) for each in edges),
    )


def drawn(chart: Chart) -> Flow:
    """The flow that a chart shows, connectors that it added included, each pair of them joined."""
    nodes = tuple(each.node for each in chart.symbols)
    pairs = tuple(
        Edge(source=one.id, target=other.id, label="")
        for one, other in zip(chart.added[::2], chart.added[1::2], strict=True)
    )
    return Flow(source="drawing", nodes=nodes, edges=(*(each.edge for each in chart.arrows), *pairs))


def read(data: bytes) -> Sop:
    """The one SOP that a file holds, with its flow."""
    draft = read_draft(data, "contoh.docx")
    (found,) = [with_flow(draft, each, grid) for each, grid in understand(draft, "")]
    return found


def document(data: bytes) -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def with_document(data: bytes, change: tuple[str, str]) -> bytes:
    """The file with a pattern of its main part replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as made:
        for name in archive.namelist():
            content = archive.read(name).decode()
            made.writestr(name, re.sub(*change, content, flags=re.DOTALL) if name == "word/document.xml" else content)
    return out.getvalue()


NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
}
ONLY_FALLBACK = (r"<mc:AlternateContent>.*?<mc:Fallback>(.*?)</mc:Fallback></mc:AlternateContent>", r"\1")


def test_every_bend_reads_back() -> None:
    hand = every_bend()
    found = read(sheet(hand.sop(), hand.chart()))
    assert graph(found.flow) == graph(drawn(hand.chart()))
    assert not found.flow.loose
    assert not found.flow.doubles
    assert not found.unread


def test_added_connectors_fold_away() -> None:
    hand = every_bend()
    nodes, edges = graph(read(sheet(hand.sop(), hand.chart())).flow, hand.chart().added)
    assert not [each for each in nodes if each[0] == "connector"]
    assert edges[("process", 6, "Kepala Kantor", ""), ("process", 7, "Kepala Kantor", ""), ""] == 1


def test_older_programs_see_the_same() -> None:
    hand = every_bend()
    old = with_document(sheet(hand.sop(), hand.chart()), ONLY_FALLBACK)
    assert b"wps:wsp" not in old
    assert graph(read(old).flow) == graph(drawn(hand.chart()))


def test_identity_and_steps_read_back() -> None:
    hand = every_bend()
    found = read(sheet(hand.sop(), hand.chart()))
    wanted = hand.sop()
    assert found.title == wanted.title
    assert found.identity.number is not None
    assert found.identity.number.text == "012/SOP/PENMAD/2025"
    assert [each.name for each in found.actors] == list(ACTORS)
    told = ("number", "activity", "requirements", "duration", "output", "note")
    assert [[getattr(step, name) for name in told] for step in found.steps] == [
        [getattr(step, name) for name in told] for step in wanted.steps
    ]


def test_a_step_without_a_number_is_counted() -> None:
    hand = Hand(2)
    hand.symbol(NodeKind.PROCESS, 1, 0)
    steps = tuple(replace(each, number="", requirements="", duration=None, output="") for each in hand.sop().steps)
    found = read(sheet(replace(hand.sop(), steps=steps), hand.chart()))
    assert [each.number for each in found.steps] == ["1", "2"]


def test_a_time_keeps_the_unit_of_its_old_heading() -> None:
    assert shown_duration(Duration(text="15", low=15, high=15, unit="minute")) == "15 menit"
    assert shown_duration(Duration(text="15 menit", low=15, high=15, unit="minute")) == "15 menit"
    assert shown_duration(Duration(text="tiap bulan")) == "tiap bulan"
    assert shown_duration(None) == ""


def test_the_same_sheet_has_the_same_bytes() -> None:
    hand = every_bend()
    assert sheet(hand.sop(), hand.chart()) == sheet(hand.sop(), hand.chart())


def test_the_package_holds_what_it_says() -> None:
    hand = every_bend()
    with zipfile.ZipFile(BytesIO(sheet(hand.sop(), hand.chart()))) as archive:
        names = set(archive.namelist())
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        assert {each.get("PartName", "").strip("/") for each in types if each.get("PartName")} < names
        assert all(each.date_time == (1980, 1, 1, 0, 0, 0) for each in archive.infolist())
        for name in names:
            etree.fromstring(archive.read(name))


def test_every_shape_has_a_number_a_text_alternative_and_a_fallback() -> None:
    hand = every_bend()
    root = document(sheet(hand.sop(), hand.chart()))
    told = root.findall(".//wp:docPr", NAMES)
    labels = sum(each.label_at is not None for each in hand.chart().arrows)
    assert len(told) == len(hand.symbols) + len(hand.arrows) + labels
    assert len({each.get("id") for each in told}) == len({each.get("name") for each in told}) == len(told)
    assert "Keputusan “Berkas lengkap?”, langkah 3, Kepala Seksi" in {each.get("descr") for each in told}
    assert "Panah dari langkah 3, Kepala Seksi, ke langkah 1, Pemohon: tidak" in {each.get("descr") for each in told}
    shapes = root.findall(".//mc:Fallback/w:pict/v:shape", NAMES)
    assert [each.get("alt") for each in shapes] == [each.get("descr") for each in told]
    assert len({each.get("id") for each in shapes}) == len(shapes)


def test_vml_names_each_form_once_and_before_its_use() -> None:
    hand = every_bend()
    known: list[str] = []
    for each in document(sheet(hand.sop(), hand.chart())).iter("{*}shapetype", "{*}shape"):
        name = each.get("id", "")
        if each.tag.endswith("shapetype"):
            assert name not in known
            known.append(name)
        elif each.get("type"):
            assert each.get("type", "").removeprefix("#") in known
        else:
            assert each.get("path")


def test_a_symbol_hangs_in_its_own_cell_and_rows_are_exact() -> None:
    hand = every_bend()
    tables = document(sheet(hand.sop(), hand.chart())).findall(".//w:tbl", NAMES)
    assert len(tables) == hand.chart().pages
    rows = [row for table in tables for row in table.findall("w:tr", NAMES)[2:]]
    heights = [row.find("w:trPr/w:trHeight", NAMES) for row in rows]
    rule = f"{{{NAMES['w']}}}hRule"
    assert all(each is not None and each.get(rule) == "exact" for each in heights)
    for symbol in hand.symbols:
        cell = rows[symbol.node.step - 1].findall("w:tc", NAMES)[2 + ACTORS.index(symbol.node.actor)]
        assert any(
            f"langkah {symbol.node.step}, {symbol.node.actor}" in each.get("descr", "")
            for each in cell.iter("{*}docPr")
        )


def test_a_chart_without_actors_is_a_table_alone() -> None:
    columns = tuple(each for each in Hand(2).columns if not each.actor)
    chart = Chart(columns=columns, rows=Hand(2).rows, header=HEADER, pages=1, symbols=(), arrows=())
    assert not list(document(sheet(sop((), 2), chart)).iter("{*}drawing"))


def test_a_sop_without_steps_has_an_empty_table() -> None:
    root = document(step_sheet(sop((), 0)))
    assert len(root.findall(".//w:tr", NAMES)) == 2


def test_characters_that_no_xml_holds_are_left_out() -> None:
    hand = Hand(1)
    hand.symbol(NodeKind.PROCESS, 1, 0, "Meneliti\x0b & <menilai>")
    assert [each.text for each in read(sheet(hand.sop(), hand.chart())).flow.nodes] == ["Meneliti & <menilai>"]


def test_an_answer_without_a_free_place_stands_on_its_arrow() -> None:
    hand = Hand(2)
    check, after = hand.symbol(NodeKind.DECISION, 1, 0), hand.symbol(NodeKind.PROCESS, 2, 0)
    hand.arrow(check, after, side(check, "bottom"), side(after, "top"), label="ya")
    hand.arrows[0] = replace(hand.arrows[0], label_at=None)
    assert [each.label for each in read(sheet(hand.sop(), hand.chart())).flow.edges] == ["ya"]


def shape(way: Route) -> Shape:
    """A route as it is read back."""
    return Shape(
        preset=way.preset or "custom", x=way.x, y=way.y, width=way.width, height=way.height, flip_h=way.flip_h,
        flip_v=way.flip_v, line=True, adjust=way.adjust, points=tuple((way.x + x, way.y + y) for x, y in way.points),
    )  # fmt: skip


@given(
    st.lists(st.integers(-40, 40).filter(bool), min_size=1, max_size=8),
    st.booleans(),
)
def test_a_route_runs_through_the_corners(stretches: list[int], level: bool) -> None:
    corners = [(300.0, 300.0)]
    for length in stretches:
        x, y = corners[-1]
        corners.append((x + length * 7.0, y) if level else (x, y + length * 7.0))
        level = not level
    way = route(corners)
    if way.points:
        found = [(way.x + x, way.y + y) for x, y in way.points]
    else:
        found = list(path(shape(way)))[:: -1 if way.head_first else 1]
    kept = [one for one, other in pairwise(found) if abs(one[0] - other[0]) + abs(one[1] - other[1]) > 0.01] + found[
        -1:
    ]
    # The tail stands up to a point within its symbol where Word needs the ends apart; the head never moves.
    assert len(kept) == len(corners)
    assert kept[-1] == pytest.approx(corners[-1])
    for one, other in zip(kept, corners, strict=True):
        assert one == pytest.approx(other, abs=1.01)


WORDS = ("", "", "", "Mulai", "Registrasi", "Berkas lengkap?", "Menandatangani & mengesahkan <surat>")


@st.composite
def flows(draw: st.DrawFn) -> Sop:
    """A SOP with one symbol a step or two, an arrow from each to the next, and arrows back and ahead."""
    actors = tuple(f"Pejabat {at}" for at in range(1, draw(st.integers(1, 8)) + 1))
    wanted = sop(actors, draw(st.integers(1, 20)))
    nodes: list[Node] = []
    for step in range(1, len(wanted.steps) + 1):
        for actor in draw(st.lists(st.sampled_from(actors), min_size=1, max_size=2, unique=True)):
            kind = draw(st.sampled_from([NodeKind.PROCESS, NodeKind.PROCESS, NodeKind.DECISION, NodeKind.TERMINATOR]))
            text = draw(st.sampled_from(WORDS))
            nodes.append(Node(id=f"n{len(nodes) + 1}", kind=kind, step=step, actor=actor, text=text, place=HERE))
    pairs = {(at, at + 1): "" for at in range(len(nodes) - 1)}
    for at, node in enumerate(nodes):
        if node.kind is NodeKind.DECISION:
            if (at, at + 1) in pairs:
                pairs[at, at + 1] = "ya"
            other = draw(st.integers(0, len(nodes) - 1))
            if other not in (at, at + 1):
                pairs[at, other] = draw(st.sampled_from(("tidak", "ditolak")))
    edges = tuple(Edge(source=nodes[a].id, target=nodes[b].id, label=label) for (a, b), label in pairs.items())
    return replace(wanted, flow=Flow(source="drawing", nodes=tuple(nodes), edges=edges))


@given(flows())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_flow_reads_back(wanted: Sop) -> None:
    laid = chart(wanted, measures(wanted))
    found = read(sheet(wanted, laid)).flow
    nodes, edges = graph(found, laid.added)
    assert nodes == graph(wanted.flow)[0]
    assert edges == graph(wanted.flow)[1]
    assert not found.loose
    assert not found.doubles
    assert not found.unread


def test_every_chart_of_the_sample_reads_back() -> None:
    sops, _ = read_all(submitted(ROOT / "input" / "drafts"))
    with_steps = [each for each in sops if each.steps]
    assert len(with_steps) > 70
    for each in with_steps:
        laid = chart(each, measures(each))
        data = sheet(each, laid)
        assert graph(read(data).flow, laid.added) == graph(each.flow), each.key
        assert step_sheet(each) == data


@pytest.mark.skipif(SOFFICE is None or PDFINFO is None, reason="LibreOffice (soffice) or poppler (pdfinfo) is not here")
def test_libreoffice_keeps_the_pages_and_saves_the_same_graph(tmp_path: Path) -> None:
    assert SOFFICE is not None
    assert PDFINFO is not None
    # LibreOffice does not save that a box is a text box: another answer than ya and tidak looks like a symbol then.
    hand = every_bend("tidak")
    (tmp_path / "lembar.docx").write_bytes(sheet(hand.sop(), hand.chart()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind in ("pdf", "docx:MS Word 2007 XML"):
        target = str(tmp_path / "hasil")
        command = [
            SOFFICE,
            profile,
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            target,
            str(tmp_path / "lembar.docx"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    told = subprocess.run([PDFINFO, str(tmp_path / "hasil" / "lembar.pdf")], check=True, capture_output=True).stdout
    assert re.search(rb"Pages:\s+(\d+)", told)[1] == b"%d" % hand.chart().pages  # type: ignore[index]
    saved = read((tmp_path / "hasil" / "lembar.docx").read_bytes())
    assert graph(saved.flow) == graph(drawn(hand.chart()))

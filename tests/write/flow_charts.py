"""Charts for the writers of flows: a few by hand, those of the sample office, and random ones with hostile words."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from pipeline.durations import read_duration
from pipeline.intake import read_all, submitted
from pipeline.model.draft import Unread
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Actor, Edge, Flow, Identity, LooseArrow, Node, NodeKind, Sop, Step, Value

DRAFTS = Path(__file__).parent.parent.parent / "input" / "drafts"
HERE = DocxPlace(table=2, row=3)
ACTORS = ("Pemohon", "Petugas PTSP", "Kepala Seksi")
KINDS = {"(": NodeKind.TERMINATOR, "[": NodeKind.PROCESS, "{": NodeKind.DECISION, ">": NodeKind.CONNECTOR}
# Words that mean something to Mermaid, Markdown, XML or YAML.
HOSTILE = (
    'end', 'subgraph', 'style x:y#z;', 'classDef a fill:#f9f;', 'click n1 "javascript:alert(1)"', '%%{init: {}}%%',
    '"]', '#quot;', '&lt;', '<br/>', '<script>alert(1)</script>', ']]>', '|x|', '-->', '---', '`kode`', '**tebal**',
    '1. daftar', '- daftar', '# judul', '[teks](http://contoh.id)', 'www.contoh.id', 'a_b_c', "it's", 'x\x00y\x0b',
    '\ud800', '\uffff', '😀', 'é', 'سلام', 'graph TD', '\\n', '$$x$$', ':::k', '@{shape: x}', 'o', 'x', '',
)  # fmt: skip


def step(at: int, **changes: object) -> Step:
    """Return a step as most are."""
    plain = Step(
        number=str(at),
        activity=f"Kegiatan {at}",
        actors=(),
        requirements="Berkas permohonan",
        duration=read_duration("15 menit"),
        output=f"Hasil {at}",
        note="",
        place=HERE,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def node(written: str) -> Node:
    """Return a symbol from its id, form, step, actor and text: `b{2/1 Lengkap?`."""
    place, _, text = written.partition(" ")
    name, form, at = place[0], place[1], place[2:]
    number, actor = at.split("/")
    return Node(id=name, kind=KINDS[form], step=int(number), actor=ACTORS[int(actor)], text=text, place=HERE)


def edge(written: str, **changes: object) -> Edge:
    """Return an arrow from its ends and label: `ab ya`."""
    ends, _, label = written.partition(" ")
    return replace(Edge(source=ends[0], target=ends[1], label=label, place=HERE), **changes)  # type: ignore[arg-type]


def chart(nodes: str, drawn: str = "", **changes: object) -> Sop:
    """Return a SOP with these symbols and arrows, parted by commas; a step for each row that has a symbol."""
    found = tuple(node(each.strip()) for each in nodes.split(",") if each.strip())
    arrows = tuple(edge(each.strip()) for each in drawn.split(",") if each.strip())
    flow = replace(Flow(source="drawing", nodes=found, edges=arrows), **changes)  # type: ignore[arg-type]
    return sop(flow, tuple(step(at) for at in range(1, max((each.step for each in found), default=1) + 1)))


def sop(flow: Flow, steps: tuple[Step, ...], **changes: object) -> Sop:
    """Return a SOP with this flow."""
    plain = Sop(
        file="ptsp/izin.docx", folder="ptsp", sha256="ab" * 32, part=1, kind="sop-ap",
        identity=Identity(
            unit=Value(text="SEKSI CONTOH", place=HERE), title=Value(text="SOP Penerbitan Izin", place=HERE),
            number=Value(text="001/SOP/2025", place=HERE),
        ),
        actors=tuple(Actor(name=name, column=at, span=1, place=HERE) for at, name in enumerate(ACTORS, start=2)),
        steps=steps, flow=flow, unread=(),
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


PLAIN = chart("a(1/0, b{2/1, c[3/2, d(4/0", "ab, bc ya, ba tidak, cd")
DOUBTFUL = chart(
    "a(1/0, b{2/1 Lengkap?, c[3/2, d(4/0",
    edges=(edge("ab"), edge("bc ya", sure=0.41, otherwise=("b", "d")), edge("cd")),
    doubles=(edge("ab"),),
    loose=(LooseArrow(source="c", target=None, place=HERE), LooseArrow(source=None, target=None, place=DocxPlace())),
    unread=(Unread(what="bentuk “cloud”", place=DocxPlace(table=2, row=9)),),
)
MARKS = chart("a[1/0, b[2/1, c[2/2, d[3/0", source="marks")
TWO_PAGES = chart("a(1/0, b[2/1, p>2/1 A, q>3/1 A, c(3/1", "ab, bp, pq, qc")


@cache
def sample_charts() -> tuple[Sop, ...]:
    """Return every SOP of the sample office that has symbols."""
    sops, _ = read_all(submitted(DRAFTS))
    return tuple(each for each in sops if each.flow.nodes)


def words() -> st.SearchStrategy[str]:
    """Words of any kind, hostile ones among them."""
    anything = st.text(max_size=12)
    return st.lists(st.sampled_from(HOSTILE) | anything, max_size=3).map(" ".join)


@st.composite
def charts(draw: st.DrawFn) -> Sop:
    """Charts that no reader would make: any symbols in any cells, any arrows, any words, some steps missing."""
    actors = draw(st.lists(words(), min_size=1, max_size=4, unique=True))
    steps = tuple(
        step(at, number=draw(words()), activity=draw(words()), requirements=draw(words()), note=draw(words()))
        for at in range(1, draw(st.integers(0, 5)) + 1)
    )
    count = draw(st.integers(1, 8))
    nodes = tuple(
        Node(
            id=f"s{at}",
            kind=draw(st.sampled_from(list(NodeKind))),
            step=draw(st.integers(1, 6)),
            actor=draw(st.sampled_from([*actors, ""])),
            text=draw(words() | st.sampled_from(["Mulai", "SELESAI", "A"])),
            place=HERE,
        )
        for at in range(count)
    )
    names = st.sampled_from([*(each.id for each in nodes), "hilang"])
    arrows = st.builds(
        Edge, source=names, target=names, label=words() | st.sampled_from(["ya", "tidak"]), sure=st.floats(0, 1),
        place=st.just(HERE), otherwise=st.none() | st.tuples(names, names),
    )  # fmt: skip
    loose = st.builds(LooseArrow, source=st.none() | names, target=st.none() | names, place=st.just(HERE))
    flow = Flow(
        source=draw(st.sampled_from(["drawing", "marks"])),
        nodes=nodes,
        edges=tuple(draw(st.lists(arrows, max_size=12))),
        loose=tuple(draw(st.lists(loose, max_size=3))),
        doubles=tuple(draw(st.lists(arrows, max_size=2))),
        unread=tuple(Unread(what=each, place=DocxPlace()) for each in draw(st.lists(words(), max_size=2))),
    )
    named = tuple(Actor(name=name, column=at, span=1, place=HERE) for at, name in enumerate(actors))
    title = Value(text=draw(words()), place=HERE)
    return sop(flow, steps, actors=named, identity=Identity(title=title, unit=title))


def all_charts() -> Iterator[Sop]:
    """Yield those by hand and those of the sample office."""
    yield from (PLAIN, DOUBTFUL, MARKS, TWO_PAGES)
    yield from sample_charts()

"""What is written as Mermaid parses as Mermaid, and says what the flow says."""

import json
import re
from dataclasses import dataclass, field, replace
from itertools import takewhile

import pytest
from hypothesis import given

from pipeline.model.sop import Flow, NodeKind, Sop
from pipeline.write.flow_words import arrows, clean, doubtful, lanes
from pipeline.write.mermaid import mermaid
from tests.write.flow_charts import (
    DOUBTFUL,
    HOSTILE,
    MARKS,
    PLAIN,
    TWO_PAGES,
    all_charts,
    chart,
    charts,
    edge,
    sop,
    step,
)

FORMS = {"([": NodeKind.TERMINATOR, "[": NodeKind.PROCESS, "{": NodeKind.DECISION, ">": NodeKind.CONNECTOR}
CLOSED = {"([": "])", "[": "]", "{": "}", ">": "]"}
# Within quotes: letters and signs that mean nothing to Mermaid or Markdown, a line break, and entities by number.
TEXT = r'"((?:[\w ,()/?!%.-]|<br/>|#\d+;)*)"'
NODE = re.compile(rf"    (n\d+)(\(\[|\[|\{{|>){TEXT}(\]\)|\]|\}})")
BOX = re.compile(rf"  subgraph (a\d+)\[{TEXT}\]")
ARROW = re.compile(rf"  (n\d+) (-->|-\.->)(?:\|{TEXT}\|)? (n\d+)")


@dataclass
class Parsed:
    """A flowchart as a strict reader of the subset that we write takes it."""

    title: str
    boxes: dict[str, list[str]] = field(default_factory=dict)
    nodes: dict[str, tuple[NodeKind, str]] = field(default_factory=dict)
    arrows: list[tuple[str, str, str, bool]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def parse(text: str) -> Parsed:
    """Read a flowchart line by line; a line that is none of ours fails."""
    opened, title, closed, kind, *lines = text.removesuffix("\n").split("\n")
    assert (opened, closed, kind) == ("---", "---", "flowchart TD")
    found = Parsed(title=json.loads(title.removeprefix("title: ")))
    inside = ""
    for line in lines:
        if line.startswith("  %% "):
            # A directive is read wherever it stands.
            assert "%%" not in line[4:]
            found.comments.append(line[5:])
        elif line == "  end":
            assert inside
            inside = ""
        elif box := BOX.fullmatch(line):
            assert not inside
            inside = decoded(box[2])
            found.boxes[inside] = []
        elif node := NODE.fullmatch(line):
            assert CLOSED[node[2]] == node[4]
            found.boxes[inside].append(node[1])
            found.nodes[node[1]] = FORMS[node[2]], decoded(node[3])
        else:
            arrow = ARROW.fullmatch(line)
            assert arrow is not None, line
            assert {arrow[1], arrow[4]} <= found.nodes.keys()
            found.arrows.append((arrow[1], arrow[4], decoded(arrow[3] or ""), arrow[2] == "-.->"))
    assert not inside
    return found


def decoded(text: str) -> str:
    return re.sub(r"#(\d+);", lambda entity: chr(int(entity[1])), text)


def test_a_chart_is_written_as_people_write_mermaid() -> None:
    assert mermaid(PLAIN) == (
        '---\ntitle: "SOP Penerbitan Izin"\n---\n'
        "flowchart TD\n"
        '  subgraph a1["Pemohon"]\n'
        '    n1(["1#46; Kegiatan 1"])\n'
        '    n4(["4#46; Kegiatan 4"])\n'
        "  end\n"
        '  subgraph a2["Petugas PTSP"]\n'
        '    n2{"2#46; Kegiatan 2"}\n'
        "  end\n"
        '  subgraph a3["Kepala Seksi"]\n'
        '    n3["3#46; Kegiatan 3"]\n'
        "  end\n"
        "  n1 --> n2\n"
        '  n2 -->|"Ya"| n3\n'
        '  n2 -->|"Tidak"| n1\n'
        "  n3 --> n4\n"
    )


def test_a_doubtful_arrow_is_dotted_and_every_question_is_a_comment() -> None:
    found = parse(mermaid(DOUBTFUL))
    assert [each for each in found.arrows if each[3]] == [("n2", "n3", "Ya", True)]
    assert [each.partition(" (tabel")[0] for each in found.comments] == [
        "Panah dari langkah 2 (Petugas PTSP) ke langkah 3 (Kepala Seksi) belum pasti (41 %); mungkin dari langkah 2 "
        "(Petugas PTSP) ke langkah 4 (Pemohon).",
        "Panah dari langkah 1 (Pemohon) ke langkah 2 (Petugas PTSP) digambar lebih dari satu kali.",
        "Panah dari langkah 3 (Kepala Seksi) tidak sampai ke simbol mana pun.",
        f"Ada panah yang kedua ujungnya tidak mengenai simbol. ({DOUBTFUL.flow.loose[1].place})",
        "Tidak terbaca: bentuk “cloud”.",
    ]


def test_a_decision_shows_its_activity_and_the_question_that_is_drawn() -> None:
    assert parse(mermaid(DOUBTFUL)).nodes["n2"] == (NodeKind.DECISION, "2. Kegiatan 2<br/>Lengkap?")


def test_marks_follow_the_order_of_the_steps() -> None:
    found = parse(mermaid(MARKS))
    assert [each[:2] for each in found.arrows] == [("n1", "n2"), ("n1", "n3"), ("n2", "n4"), ("n3", "n4")]
    assert found.comments == ["Naskah ini memakai tanda, bukan panah: urutan langkah menjadi urutannya."]


def test_both_connectors_of_a_pair_stay_with_their_sign() -> None:
    found = parse(mermaid(TWO_PAGES))
    assert [found.nodes[each] for each in ("n3", "n4")] == [(NodeKind.CONNECTOR, "A")] * 2
    assert ("n3", "n4", "", False) in found.arrows


def test_an_actor_without_symbols_is_no_empty_box_but_is_told() -> None:
    found = parse(mermaid(chart("a(1/0, b(2/0", "ab")))
    assert list(found.boxes) == ["Pemohon"]
    assert found.comments == ["Pelaksana tanpa simbol: Petugas PTSP.", "Pelaksana tanpa simbol: Kepala Seksi."]


def test_a_loop_onto_itself_is_written() -> None:
    assert parse(mermaid(chart("a[1/0", "aa"))).arrows == [("n1", "n1", "", False)]


def test_no_chart_is_no_text() -> None:
    assert mermaid(sop(Flow(source="picture"), (step(1),))) == ""


@pytest.mark.parametrize("activity", ["Meneliti " * 40, "x" * 300])
def test_a_long_activity_is_cut_where_it_can_be(activity: str) -> None:
    kind, shown = parse(mermaid(replace(PLAIN, steps=(step(1, activity=activity),)))).nodes["n1"]
    assert kind is NodeKind.TERMINATOR
    assert 60 < len(shown) <= 82
    assert clean(f"1. {activity}").startswith(shown.removesuffix(" …"))


@pytest.mark.parametrize("word", HOSTILE)
def test_a_word_that_means_something_to_mermaid_stays_a_word(word: str) -> None:
    hostile = replace(PLAIN, steps=tuple(step(at, activity=f"a {word}") for at in range(1, 5)))
    hostile = replace(hostile, flow=replace(hostile.flow, edges=(edge(f"ab {word}"),)))
    assert same(hostile)


def same(sop: Sop) -> bool:
    """Check that a chart says in Mermaid what its flow says."""
    found = parse(mermaid(sop))
    number = {each.id: f"n{at}" for at, each in enumerate(sop.flow.nodes, start=1)}
    assert {name: kind for name, (kind, _) in found.nodes.items()} == {
        number[each.id]: each.kind for each in sop.flow.nodes
    }
    assert [(source, target, dotted) for source, target, _, dotted in found.arrows] == [
        (number[each.source], number[each.target], doubtful(each)) for each in arrows(sop.flow)
    ]
    assert [label.lower() for _, _, label, _ in found.arrows] == [
        clean(each.label).lower() for each in arrows(sop.flow)
    ]
    assert found.title == clean(sop.title)
    return True


def test_every_chart_of_the_sample_says_the_same_in_mermaid() -> None:
    for each in all_charts():
        assert same(each)
        in_order = [actor for actor in lanes(each) if any(node.actor == actor for node in each.flow.nodes)]
        assert list(parse(mermaid(each)).boxes) == in_order


@given(sop=charts())
def test_any_chart_parses_and_says_the_same(sop: Sop) -> None:
    assert same(sop)
    assert mermaid(sop) == mermaid(sop)
    assert mermaid(sop).isprintable() or all(each.isprintable() or each == "\n" for each in plain(mermaid(sop)))


def plain(text: str) -> str:
    """Return the lines of a flowchart without its title and comments, where any letter may stand."""
    lines = text.split("\n")[3:]
    return "\n".join(takewhile(lambda line: not line.startswith("  %% "), lines))

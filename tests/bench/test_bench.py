"""The benchmarks themselves: what they measure is readable, repeatable and as long as it says. Nothing is timed."""

import io
import re
import zipfile

import pytest

from tests.bench import growth, hotspots, reading
from tests.bench.corpus import PERIOD, big, corpus
from tests.bench.stages import DOCUMENT, drawn


def _document(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(DOCUMENT).decode()


def test_the_corpus_is_the_same_each_time_and_its_charts_are_understood():
    files = tuple(corpus(2))
    assert files == tuple(corpus(2))
    for file in files:
        (sop,) = drawn(file)
        assert sop.flow.source == "drawing"
        assert {node.step for node in sop.flow.nodes} == set(range(1, len(sop.steps) + 1))
        assert all(step.actors for step in sop.steps)


def test_a_long_draft_has_the_chart_of_its_length():
    steps = 5 * PERIOD
    data = big(steps)
    ids = re.findall(r'<wp:docPr id="(\d+)"', _document(data))
    assert len(set(ids)) == len(ids)
    (sop,) = drawn(growth.BenchFile(name="long.docx", data=data))
    assert [step.number for step in sop.steps] == [str(at) for at in range(1, steps + 1)]
    reached = {edge.target for edge in sop.flow.edges}
    assert [node.step for node in sop.flow.nodes if node.id not in reached] == [1]


def test_a_length_that_cannot_be_had_is_named():
    with pytest.raises(ValueError, match="70 steps"):
        big(70)


@pytest.mark.parametrize(
    ("main", "arguments", "said"),
    [
        (reading.main, ["--files", "2", "--rounds", "1", "--peers"], "read + understand + flow"),
        (growth.main, ["--steps", "60", "80", "--rounds", "1"], "exponent"),
        (hotspots.main, ["--files", "1", "--top", "3"], "tottime"),
    ],
)
def test_an_entry_point_runs(main, arguments, said, capsys):
    main(arguments)
    assert said in capsys.readouterr().out

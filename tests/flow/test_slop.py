"""Arrows are still found when every shape stands a little beside its place, as hands leave them."""

import hashlib
import io
import re
import zipfile

import pytest

from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.read.word import read_draft
from tests.office.content import WrittenSop
from tests.test_sample_office import DRAFTS, by_id, expected_edges, written

EMU_PER_MM = 36_000
DRAWN_IN_DRAWINGML = ("baku", "tgl", "kua", "paragraf")


def moved(data: bytes, millimetres: float) -> bytes:
    """Return the draft with each drawing's offsets changed by up to so many millimetres, the same ones each time."""

    def move(match: re.Match[str]) -> str:
        seed = hashlib.sha256(f"{match.start()} {match[1]}".encode()).digest()
        share = int.from_bytes(seed[:4], "big") / 2**31 - 1.0
        return f"<wp:posOffset>{int(match[1]) + round(share * millimetres * EMU_PER_MM)}</wp:posOffset>"

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                text = content.decode("utf-8")
                content = re.sub(r"<wp:posOffset>(-?\d+)</wp:posOffset>", move, text).encode("utf-8")
            target.writestr(name, content)
    return out.getvalue()


def edges_of(data: bytes, part: int) -> set[tuple[int, int, str]]:
    draft = read_draft(data, "draft.docx")
    sop, grid = understand(draft, "")[part - 1]
    flow = with_flow(draft, sop, grid).flow
    pairs = {(by_id(flow, edge.source), by_id(flow, edge.target), edge.label) for edge in flow.edges}
    return {each for each in pairs if each[0] != each[1]}


def drawn_steps(sop: WrittenSop) -> list[int]:
    return [at for at in range(1, len(sop.steps) + 1) if at not in sop.without_symbol]


@pytest.mark.parametrize(("millimetres", "least"), [(1, 1.0), (2, 1.0), (3, 1.0), (5, 0.97)])
def test_arrows_are_found_although_every_shape_was_moved(millimetres: float, least: float) -> None:
    right = found = wanted = 0
    for unit, sop, part in written():
        if sop.hand not in DRAWN_IN_DRAWINGML:
            continue
        data = (DRAFTS / unit.folder / sop.file).read_bytes()
        expected = expected_edges(sop, drawn_steps(sop))
        got = edges_of(moved(data, millimetres), part)
        right, found, wanted = right + len(got & expected), found + len(got), wanted + len(expected)
    assert wanted > 250
    assert 2 * right / (found + wanted) >= least, f"{right} right of {found} found and {wanted} drawn"

"""Every value stands where its place says: opened again by table, row and column, the file holds its words there."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from pipeline.intake import Submission, read_sops, submitted
from pipeline.model.place import DocxPlace
from pipeline.model.sop import DATES, LISTS, Sop
from pipeline.text import fold

DRAFTS = Path(__file__).parents[1] / "input" / "drafts"
SUBMITTED = submitted(DRAFTS)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Opened:
    """The parts of a file as a person finds them who counts tables, rows and columns."""

    def __init__(self, data: bytes) -> None:
        self.parts: dict[str, etree._Element] = {}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
                    root = etree.fromstring(archive.read(name))
                    for fallback in root.findall(".//{*}Fallback"):
                        fallback.getparent().remove(fallback)
                    part = name.removeprefix("word/").removesuffix(".xml")
                    self.parts["body" if part == "document" else part] = root

    def words(self, place: DocxPlace) -> str:
        """The words at a place: of a paragraph, a cell or a whole row."""
        root = self.parts[place.part]
        if place.table is None:
            holder = root.find(f"{_W}body") if place.part == "body" else root
            paragraphs = [each for each in holder if each.tag == f"{_W}p"]
            return _text(paragraphs[(place.paragraph or 1) - 1])
        row = root.findall(f".//{_W}tbl")[place.table - 1].findall(f"{_W}tr")[(place.row or 1) - 1]
        if place.column is None:
            return _text(row)
        cell = next(cell for at, cell in _cells(row) if at == place.column)
        return _text(cell if place.paragraph is None else cell.findall(f"{_W}p")[place.paragraph - 1])


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    before = row.find(f"{_W}trPr/{_W}gridBefore")
    column = 1 + (0 if before is None else int(before.get(f"{_W}val")))
    for cell in row.findall(f"{_W}tc"):
        yield column, cell
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        column += 1 if span is None else int(span.get(f"{_W}val"))


def _text(element: etree._Element) -> str:
    out = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}p": " ", f"{_W}tc": " ", f"{_W}noBreakHyphen": "-"}
    return fold("".join(each.text or "" if each.tag == f"{_W}t" else out.get(each.tag, "") for each in element.iter()))


def _values(sop: Sop) -> Iterator[tuple[DocxPlace, str]]:
    identity = sop.identity
    yield from ((each.place, each.text) for each in (*identity.institution, identity.number, identity.title) if each)
    yield from ((date.place, date.text) for name in DATES if (date := identity.date(name)) is not None)
    yield from ((each.place, each.text) for name in LISTS for each in identity.values(name))
    if identity.approved_by is not None:
        yield identity.approved_by.name_place, (identity.approved_by.name or "").partition(",")[0]
    yield from ((each.place, each.name) for each in sop.actors)
    for step in sop.steps:
        yield step.cell("activity"), step.activity
        yield step.cell("requirements"), step.requirements
        yield step.cell("duration"), step.duration.text if step.duration else ""
        yield step.cell("output"), step.output
        yield step.cell("note"), step.note
    yield from ((each.place, each.text) for each in (*sop.notes, *sop.revisions) if each.place.part == "body")


@pytest.mark.parametrize("submission", SUBMITTED, ids=lambda each: each.name)
def test_each_value_stands_at_its_place(submission: Submission) -> None:
    found = [each for each in read_sops(submission) if isinstance(each, Sop)]
    assert found
    opened = Opened(submission.path.read_bytes())
    lost = [
        (str(place), text, opened.words(place))
        for sop in found
        for place, text in _values(sop)
        if not set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", opened.words(place)))
    ]
    assert lost == []

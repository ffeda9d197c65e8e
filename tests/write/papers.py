"""Templates and papers for the tests: made, spoilt, filled in and read again."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from lxml import etree

from pipeline.write.workspace import shipped

SHIPPED = shipped("templates")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def template(folder: Path, name: str, *paragraphs: str, header: str = "") -> Path:
    """Write a template of the office's own: these paragraphs, nothing else."""
    document = docx.Document()
    for each in paragraphs:
        document.add_paragraph(each)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    folder.mkdir(parents=True, exist_ok=True)
    document.save(str(folder / name))
    return folder / name


def edited(folder: Path, name: str, old: str, new: str) -> Path:
    """Write the shipped template with a text changed, as somebody would in Word."""
    document = docx.Document(str(SHIPPED / name))
    found = [run for paragraph in every_paragraph(document) for run in paragraph.runs if old in run.text]
    assert found
    for run in found:
        run.text = run.text.replace(old, new)
    folder.mkdir(parents=True, exist_ok=True)
    document.save(str(folder / name))
    return folder / name


def every_paragraph(document: Document) -> Iterator[Any]:
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def opened(data: bytes | Path) -> Document:
    return docx.Document(io.BytesIO(data if isinstance(data, bytes) else data.read_bytes()))


def words(document: Document) -> str:
    """Return all text of the body in its order, a line for each paragraph."""
    body = document.element.body
    return "\n".join(
        "".join(
            each.text or "" if each.tag == f"{WORD}t" else " "
            for run in p.iter(f"{WORD}r")
            for each in run.iterchildren(f"{WORD}t", f"{WORD}tab")
        )
        for p in body.iter(f"{WORD}p")
    )


def rows(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def table_after(document: Document, heading: str) -> Any:
    """Return the first table below the paragraph that begins with a text."""
    for paragraph in document.paragraphs:
        if paragraph.text.startswith(heading):
            node = paragraph._p.getnext()
            while node is not None and node.tag != f"{WORD}tbl":
                node = node.getnext()
            return next(each for each in document.tables if each._tbl is node)
    raise AssertionError(heading)


def unsound_cells(document: Document) -> list[etree._Element]:
    """Return the cells that do not end with a paragraph: Word opens no file that has one."""
    return [each for each in document.element.body.iter(f"{WORD}tc") if each[-1].tag != f"{WORD}p"]

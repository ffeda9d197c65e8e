"""Other readers of Word files, as far as they are installed: each gives the rows of all tables."""

import importlib.util
import io
from collections.abc import Iterator

from tests.bench.corpus import BenchFile
from tests.bench.stages import Method


def installed() -> Iterator[Method]:
    """Yield the peers that can be imported here."""
    for package, method in _PEERS.items():
        if importlib.util.find_spec(package) is not None:
            yield method


def _python_docx(file: BenchFile) -> object:
    import docx

    document = docx.Document(io.BytesIO(file.data))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def _docx2python(file: BenchFile) -> object:
    from docx2python import docx2python

    with docx2python(io.BytesIO(file.data)) as content:
        return content.body


def _docling(file: BenchFile) -> object:
    from docling.datamodel.base_models import DocumentStream
    from docling.document_converter import DocumentConverter

    return DocumentConverter().convert(DocumentStream(name=file.name, stream=io.BytesIO(file.data)))


_PEERS = {
    "docx": Method(name="python-docx, rows", read=_python_docx),
    "docx2python": Method(name="docx2python", read=_docx2python),
    "docling": Method(name="docling", read=_docling),
}

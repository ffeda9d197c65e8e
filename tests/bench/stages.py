"""What is measured: the anchor, and our stages from a file's bytes to its SOPs with their charts."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.model.sop import Sop
from pipeline.read.word import read_draft
from tests.bench.corpus import BenchFile

DOCUMENT = "word/document.xml"
_NOT_NEEDED = ("docProps/", "word/theme/", "word/fontTable", "word/settings", "word/webSettings")
# Asked for as little as lxml allows: no reader that uses it can cost less.
_PARSER = etree.XMLParser(resolve_entities=False, collect_ids=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way to read a file, under the name it has in the tables."""

    name: str
    read: Callable[[BenchFile], object]


def anchor(file: BenchFile) -> etree._Element:
    """Return the root of the document part: inflate and parse, nothing else."""
    with zipfile.ZipFile(io.BytesIO(file.data)) as package:
        return etree.fromstring(package.read(DOCUMENT), _PARSER)


def needed_parts(file: BenchFile) -> list[etree._Element]:
    """Return the roots of all parts on which a draft's words depend, lists, styles, header and footer included."""
    with zipfile.ZipFile(io.BytesIO(file.data)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return [etree.fromstring(package.read(name), _PARSER) for name in names if not name.startswith(_NOT_NEEDED)]


def drawn(file: BenchFile) -> tuple[Sop, ...]:
    """Return the file's SOPs with their charts: all three stages."""
    draft = read_draft(file.data, file.name)
    return tuple(with_flow(draft, sop, grid) for sop, grid in understand(draft, ""))


def _understood(file: BenchFile) -> object:
    return understand(read_draft(file.data, file.name), "")


ANCHOR = Method(name="anchor", read=anchor)
FLOOR = Method(name="anchor + needed parts", read=needed_parts)
OURS = (
    Method(name="read", read=lambda file: read_draft(file.data, file.name)),
    Method(name="read + understand", read=_understood),
    Method(name="read + understand + flow", read=drawn),
)

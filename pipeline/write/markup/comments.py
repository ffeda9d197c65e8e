"""Remarks -> the part of a draft that holds its comments, and what names that part; ECMA-376, part 1, 17.13.4."""

import posixpath
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from pipeline.read.package import Package
from pipeline.write.flow_words import clean
from pipeline.write.markup.runs import Pen
from pipeline.write.spans import Part

_STRICT = "http://purl.oclc.org/ooxml/"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


class Remark(NamedTuple):
    """A comment: its number, and its paragraphs, of which the first is the heading."""

    number: int
    lines: tuple[str, ...]


class Comments:
    """The comments of a draft and the parts of the file that change with them."""

    def __init__(self, package: Package, main: str) -> None:
        """Find the draft's own comments; raises NotSound, DraftUnreadable for damaged ones."""
        self._package, self._main = package, main
        kinds = ((each.kind, each.target) for each in package.relationships(main).values())
        self._target = next((target for kind, target in kinds if kind.endswith("/comments")), "")
        self._own = Part(package.data(self._target)) if self._target else None
        self.first = 1 + max((int(each) for each in self._numbers()), default=-1)

    def _numbers(self) -> Sequence[str]:
        if self._own is None:
            return ()
        found = (each.attributes.get(f"{each.prefix}id", "") for each in self._own.root.children)
        return [each for each in found if each.isdigit()]

    def parts(self, remarks: Sequence[Remark], pen: Pen, *, strict: bool) -> tuple[dict[str, bytes], dict[str, bytes]]:
        """Return the parts that change and those that are new, by name; raises NotSound."""
        if self._own is not None:
            root = self._own.root
            own = pen._replace(prefix=root.prefix)
            self._own.insert_in(root, root.close, b"".join(_comment(each, own) for each in remarks))
            return {self._target: self._own.result()}, {}
        folder, name = posixpath.split(self._main)
        target = self._free(folder)
        w = f"{_STRICT}wordprocessingml/main" if strict else _transitional("wordprocessingml/2006/main")
        inner = b"".join(_comment(each, pen) for each in remarks)
        start = f"<{pen.prefix}comments xmlns:{pen.prefix.rstrip(':')}={quoteattr(w)}>"
        added = {target: _DECLARATION + start.encode() + inner + f"</{pen.prefix}comments>".encode()}
        changed = {_TYPES: self._typed(target)}
        kind = (
            f"{_STRICT}officeDocument/relationships/comments"
            if strict
            else _transitional("officeDocument/2006/relationships/comments")
        )
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        related = self._related(rels, kind, posixpath.basename(target))
        (changed if self._package.has(rels) else added)[rels] = related
        return changed, added

    def _free(self, folder: str) -> str:
        names = (f"comments{at or ''}.xml" for at in range(1_000))
        return next(path for each in names if not self._package.has(path := posixpath.join(folder, each)))

    def _typed(self, target: str) -> bytes:
        part = Part(self._package.data(_TYPES))
        prefix = part.root.prefix
        named = f'<{prefix}Override PartName="/{target}" ContentType="{_KIND}"/>'
        part.insert_in(part.root, part.root.close, named.encode())
        return part.result()

    def _related(self, rels: str, kind: str, target: str) -> bytes:
        empty = _DECLARATION + f'<Relationships xmlns="{_RELS}"></Relationships>'.encode()
        part = Part(self._package.data(rels) if self._package.has(rels) else empty)
        used = {each.attributes.get("Id", "") for each in part.root.children}
        name = next(each for at in range(len(used) + 1) if (each := f"rIdTimSop{at}") not in used)
        prefix = part.root.prefix
        added = f'<{prefix}Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        part.insert_in(part.root, part.root.close, added.encode())
        return part.result()


def _transitional(name: str) -> str:
    return f"http://schemas.openxmlformats.org/{name}"


def _comment(remark: Remark, pen: Pen) -> bytes:
    sign = pen.tag("r", pen.tag("annotationRef", b""))
    paragraphs = []
    for at, line in enumerate(remark.lines):
        look = pen.tag("rPr", (pen.tag("b", b"") if at == 0 else b"") + pen.tag("sz", b"", val=20))
        words = pen.tag("r", look + pen.letters("t", clean(line)))
        paragraphs.append(pen.tag("p", (sign if at == 0 else b"") + words))
    stamp = pen.stamp
    return pen.tag(
        "comment", b"".join(paragraphs), id=remark.number, author=stamp.author, date=stamp.date, initials=stamp.initials
    )

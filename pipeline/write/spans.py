"""The bytes of an XML part -> its elements with the place of their bytes, to change some and keep all others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
# Excel itself writes breaks in the text of old drawings so; a stand-in of the same length keeps all places.
_BREAK = re.compile(rb"<br>", re.IGNORECASE)
_DECLARED = re.compile(rb"""^(\s*<\?xml[^>]*?encoding\s*=\s*)(?:"([^"]*)"|'([^']*)')""")


class NotSound(ValueError):
    """The part is no XML that can be changed in place."""


@dataclass(slots=True, eq=False)
class Element:
    """An element: `name` without its prefix; `start` and `end` of the whole, `inner` and `close` of what is in it."""

    name: str
    tag: str
    attributes: dict[str, str]
    start: int
    inner: int = 0
    close: int = 0
    end: int = 0
    parent: "Element | None" = None
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    @property
    def prefix(self) -> str:
        """The prefix of its name with the colon, or nothing."""
        return self.tag[: -len(self.name)]

    def find(self, name: str) -> "Element | None":
        """Return the first child of this name."""
        return next((each for each in self.children if each.name == name), None)

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all below it, in the order of the text."""
        yield self
        for each in self.children:
            yield from each.walk()


def element_at(data: bytes, start: int = 0, end: int | None = None) -> Element:
    """Return the element that the bytes from `start` to `end` are, with all in it; raises NotSound."""
    parser = expat.ParserCreate()
    top = Element("", "", {}, 0)
    open_elements = [top]

    def starts(tag: str, attributes: dict[str, str]) -> None:
        at = parser.CurrentByteIndex + start
        found = Element(tag.rpartition(":")[2], tag, attributes, at, parent=open_elements[-1])
        open_elements[-1].children.append(found)
        open_elements.append(found)

    def ends(_tag: str) -> None:
        found = open_elements.pop()
        at = parser.CurrentByteIndex + start
        match = _TAG.match(data, found.start)
        if match is None:
            raise NotSound(found.tag)
        found.inner = match.end()
        if match[0].endswith(b"/>"):
            found.close = found.end = found.inner
        else:
            found.close, found.end = at, data.index(b">", at) + 1

    def says(text: str) -> None:
        open_elements[-1].text += text

    def refuses(*_: object) -> None:
        raise NotSound("DTD")

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = starts, ends
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = says, refuses
    asked = data if (start, end) == (0, None) else data[start:end]
    try:
        parser.Parse(_BREAK.sub(b"<b/>", asked), True)  # noqa: FBT003 - expat takes it by place only
    except expat.ExpatError as error:
        raise NotSound(str(error)) from error
    (root,) = top.children
    return root


class Edits:
    """The bytes of an XML part and the changes to them."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes; they are brought to UTF-8. Raises NotSound."""
        self.data = _utf8(data)
        self._edits: list[tuple[int, int, bytes]] = []

    def replace(self, start: int, end: int, new: bytes) -> None:
        """Put other bytes in the place of some; at one place, what was asked first stands first."""
        self._edits.append((start, end, new))

    def replace_text(self, element: Element, text: str) -> None:
        """Put a text in the place of all that is in an element."""
        if self.data[element.start : element.inner].endswith(b"/>"):
            raise NotSound(element.tag)
        self.replace(element.inner, element.close, escape(text).encode())

    def insert_in(self, element: Element, at: int, new: bytes) -> None:
        """Put new bytes inside an element: before the byte `at`, or in an element that is written as empty."""
        if not self.is_empty_tag(element):
            self.replace(at, at, new)
            return
        slash = self.data.rindex(b"/", element.start, element.inner)
        tail = f"</{element.tag}>".encode()
        self.replace(slash, element.end, b">" + new + tail)

    def is_empty_tag(self, element: Element) -> bool:
        """Return whether an element is written as one tag."""
        return self.data[element.start : element.inner].endswith(b"/>")

    def set_attribute(self, element: Element, name: str, value: str) -> None:
        """Give an attribute another value; it is added where there is none."""
        tag = self.data[element.start : element.inner]
        quoted = escape(value, {'"': "&quot;", "'": "&apos;"}).encode()
        found = re.search(rb"\s" + re.escape(name.encode()) + rb"""\s*=\s*(["'])(.*?)\1""", tag, re.DOTALL)
        if found:
            self.replace(element.start + found.start(2), element.start + found.end(2), quoted)
        else:
            at = element.inner - (2 if tag.endswith(b"/>") else 1)
            self.replace(at, at, b" " + name.encode() + b'="' + quoted + b'"')

    @property
    def changed(self) -> bool:
        """Whether anything was asked to change."""
        return bool(self._edits)

    def result(self) -> bytes:
        """Return the part with all changes."""
        out, at = [], 0
        for start, end, new in sorted(self._edits, key=lambda each: each[:2]):
            if start < at:
                raise NotSound(f"two changes at {start}")
            out += [self.data[at:start], new]
            at = end
        return b"".join((*out, self.data[at:]))


class Part(Edits):
    """An XML part with its elements, and the changes to its bytes."""

    def __init__(self, data: bytes) -> None:
        """Parse the bytes; raises NotSound."""
        super().__init__(data)
        self.root = element_at(self.data)


def _utf8(data: bytes) -> bytes:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16").encode()
    declared = _DECLARED.match(data)
    if declared is None:
        return data
    name = (declared[2] or declared[3]).decode("ascii", "replace").lower()
    if name in ("utf-8", "utf8", "us-ascii", "ascii"):
        return data
    try:
        text = data if name.startswith("utf-16") else data.decode(name).encode()
    except (LookupError, UnicodeDecodeError) as error:
        raise NotSound(name) from error
    return _DECLARED.sub(rb'\1"UTF-8"', text, count=1)

"""A run and what is cut out of its texts -> the runs that say so as tracked changes; ECMA-376, part 1, 17.13.5."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from pipeline.write.flow_words import printable
from pipeline.write.markup.mark import Stamp
from pipeline.write.markup.passage import Cut
from pipeline.write.spans import Edits, Element

_ITS_ID = re.compile(rb"""(:id\s*=\s*["'])[^"']*(["'])""")
# What of a run's properties is no look: what was changed about them, and by whom.
_NOT_LOOKS = ("rPrChange", "ins", "del", "moveFrom", "moveTo")


class Pen(NamedTuple):
    """What tracked changes are written with: the prefix of Word's names, whose they are, and numbers for them."""

    prefix: str
    stamp: Stamp
    number: Callable[[], int]

    def tag(self, name: str, inner: bytes, **attributes: object) -> bytes:
        """Return an element of Word's with attributes of Word's."""
        said = "".join(f" {self.prefix}{key}={quoteattr(str(value))}" for key, value in attributes.items())
        start = f"{self.prefix}{name}"
        return f"<{start}{said}>".encode() + inner + f"</{start}>".encode() if inner else f"<{start}{said}/>".encode()

    def inserted(self, look: bytes, text: str) -> bytes:
        """Return a run that is tracked as inserted."""
        return self._tracked("ins", self._run(look, "t", text))

    def _tracked(self, name: str, inner: bytes) -> bytes:
        return self.tag(name, inner, id=self.number(), author=self.stamp.author, date=self.stamp.date)

    def _run(self, look: bytes, name: str, text: str) -> bytes:
        return self.tag("r", look + self.letters(name, text))

    def letters(self, name: str, text: str) -> bytes:
        """Return a text element that keeps its blanks."""
        inner = escape(printable(text)).encode()
        return f'<{self.prefix}{name} xml:space="preserve">'.encode() + inner + f"</{self.prefix}{name}>".encode()

    def rewritten(self, part: Edits, run: Element, cuts: Mapping[Element, Sequence[Cut]]) -> bytes:
        """Return a run with cuts in its texts; what is inserted into a run that somebody else inserted parts theirs."""
        properties = next((each for each in run.children if each.name == "rPr"), None)
        own = b"" if properties is None else part.data[properties.start : properties.end]
        start = _tag(part, run)
        theirs = run.parent if run.parent is not None and run.parent.name == "ins" else None
        out: list[bytes] = []
        kept: list[bytes] = []

        def close() -> None:
            if kept:
                out.append(start + own + b"".join(kept) + f"</{run.tag}>".encode())
                kept.clear()

        for child in run.children:
            if child is properties:
                continue
            if child not in cuts:
                kept.append(part.data[child.start : child.end])
                continue
            for kind, text in _segments(child, cuts[child]):
                if kind == "keep":
                    kept.append(self.letters("t", text))
                    continue
                close()
                if kind == "del":
                    struck = start + own + self.letters("delText", text) + f"</{run.tag}>".encode()
                    out.append(self._tracked("del", struck))
                else:
                    out.append(self._between(part, theirs, self.inserted(look(part, properties), text)))
        close()
        return b"".join(out)

    def _between(self, part: Edits, theirs: Element | None, inserted: bytes) -> bytes:
        """An insertion of ours stands beside somebody else's, not in it: theirs ends before and begins again after."""
        if theirs is None:
            return inserted
        begun = _ITS_ID.sub(rb"\g<1>%d\g<2>" % self.number(), _tag(part, theirs), count=1)
        return f"</{theirs.tag}>".encode() + inserted + begun


def look(part: Edits, properties: Element | None) -> bytes:
    """Return a run's properties without what was changed about them, ready for a run of our own."""
    if properties is None or part.is_empty_tag(properties):
        return b""
    kept = b"".join(part.data[each.start : each.end] for each in properties.children if each.name not in _NOT_LOOKS)
    return f"<{properties.tag}>".encode() + kept + f"</{properties.tag}>".encode() if kept else b""


def _tag(part: Edits, run: Element) -> bytes:
    return part.data[run.start : run.inner]


def shown(element: Element) -> str:
    """Return a text as Word shows it: without blanks at its ends unless it says that they count."""
    return element.text if element.attributes.get("xml:space") == "preserve" else element.text.strip(" \t\r\n")


def _segments(element: Element, cuts: Sequence[Cut]) -> Iterator[tuple[str, str]]:
    text, at = shown(element), 0
    for cut in sorted(cuts, key=lambda each: (each.start, each.end)):
        for kind, piece in (("keep", text[at : cut.start]), ("del", text[cut.start : cut.end]), ("ins", cut.new)):
            if piece:
                yield kind, piece
        at = cut.end
    if text[at:]:
        yield "keep", text[at:]


def corrected(element: Element, cuts: Sequence[Cut]) -> str:
    """Return a text once all its changes are accepted."""
    return "".join(text for kind, text in _segments(element, cuts) if kind != "del")

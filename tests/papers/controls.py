"""Content controls of Word, each with a name, a tag and words of help that stand there until somebody types."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
# The style that Word itself sets words of help in.
ADVICE = "PlaceholderText"
# LibreOffice prints no line break and no grey words of help in a control of plain text.
_RICH = "<w:richText/>"
# Says that what stands in a control is help, and no value.
_SHOWN = "<w:showingPlcHdr/>"
_DATE = (
    '<w:date><w:dateFormat w:val="dd MMMM yyyy"/><w:lid w:val="id-ID"/><w:storeMappedDataAs w:val="dateTime"/>'
    '<w:calendar w:val="gregorian"/></w:date>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Controls:
    """Makes the controls of one document; their numbers count on in the order in which they are made."""

    numbers: Iterator[int] = field(default_factory=lambda: count(900_100_001))
    # The words of help that Word puts back when what was typed is deleted, and into rows that it adds, by their names.
    kept_help: dict[str, str] = field(default_factory=dict)

    def text(self, alias: str, tag: str, advice: str, *, kept: bool = True) -> str:
        """Return a run's control for any text; a `kept` one cannot be deleted."""
        return self._control(alias, tag, _run(advice), _RICH, self._help(advice), kept=kept)

    def date(self, alias: str, tag: str, advice: str) -> str:
        """Return a run's control for a date, which Word writes as `05 Mei 2026`."""
        return self._control(alias, tag, _run(advice), _DATE, self._help(advice))

    def paragraphs(self, alias: str, tag: str, advice: str, properties: str) -> str:
        """Return a control around a paragraph with these properties, into which any text may be typed."""
        # Help put back in a paragraph of its own would lose its number.
        return self._control(alias, tag, paragraph(_run(advice), properties), _RICH, _SHOWN)

    def repeated(self, alias: str, tag: str, rows: Sequence[str]) -> str:
        """Return rows that Word repeats: its + at the end of a row adds one like it below."""
        items = "".join(
            f'<w:sdt><w:sdtPr><w:id w:val="{next(self.numbers)}"/><w15:repeatingSectionItem/></w:sdtPr>'
            f"<w:sdtContent>{each}</w:sdtContent></w:sdt>"
            for each in rows
        )
        return self._control(alias, tag, items, "<w15:repeatingSection/>", "", kept=False)

    def _help(self, advice: str) -> str:
        name = self.kept_help.setdefault(advice, f"Bantuan{len(self.kept_help) + 1:02}")
        return f'<w:placeholder><w:docPart w:val="{name}"/></w:placeholder>{_SHOWN}'

    def _control(self, alias: str, tag: str, content: str, kind: str, shown: str, *, kept: bool = True) -> str:
        lock = '<w:lock w:val="sdtLocked"/>' if kept else ""
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(alias)}/><w:tag w:val={quoteattr(tag)}/>"
            f'<w:id w:val="{next(self.numbers)}"/>{lock}{shown}{kind}</w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )


def glossary(kept_help: Mapping[str, str]) -> str:
    """Return the part in which Word keeps words of help, each under its name."""
    parts = "".join(
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/><w:category><w:name w:val="General"/>'
        '<w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types><w:behaviors>'
        f'<w:behavior w:val="content"/></w:behaviors><w:guid w:val="{{{_guid(name)}}}"/></w:docPartPr>'
        f"<w:docPartBody>{paragraph(_run(advice))}</w:docPartBody></w:docPart>"
        for advice, name in kept_help.items()
    )
    return f'<w:glossaryDocument xmlns:w="{NAMES["w"]}"><w:docParts>{parts}</w:docParts></w:glossaryDocument>'


def _guid(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"format-sop/{name}")).upper()


def paragraph(content: str = "", properties: str = "") -> str:
    """Return a paragraph of ready runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def words(text: str, look: str = "") -> str:
    """Return a run of plain words."""
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _run(advice: str) -> str:
    return words(advice, f'<w:rStyle w:val="{ADVICE}"/>')

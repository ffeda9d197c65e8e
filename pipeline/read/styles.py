"""styles.xml -> how a paragraph is set, which list it belongs to and what is hidden: by its style and its own words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from pipeline.model.draft import Look
from pipeline.read.xml import R_PR, W, first, flag, number, parent, transitional, twips, value, without

# A line of Arial, Calibri or Bookman is about this many times its size high.
LEADING = 1.17
_STYLE, _STYLE_ID, _TYPE, _DEFAULT = (W + name for name in ("style", "styleId", "type", "default"))


class Setting(NamedTuple):
    """What one style, or one paragraph by itself, says of its setting; none where it says nothing."""

    before: float | None = None
    after: float | None = None
    line: float | None = None
    rule: str | None = None
    size: float | None = None
    font: str | None = None
    instance: str | None = None
    level: int | None = None

    def over(self, below: "Setting") -> "Setting":
        """Return this setting with its gaps filled from the style below."""
        return Setting._make(old if own is None else own for own, old in zip(self, below, strict=True))


@dataclass(slots=True)
class Styles:
    """The paragraph styles of a document, each read with what it inherits when it is first used."""

    default: Setting
    raw: dict[str, etree._Element] = field(default_factory=dict)
    normal: str = ""
    hidden: frozenset[str] = frozenset()
    named: dict[str, Setting] = field(default_factory=dict)
    # A document sets its thousand paragraphs in a few dozen ways.
    known: dict[object, Look] = field(default_factory=dict)

    def look(self, setting: Setting, spacing: etree._Element | None, size: str | None, font: str | None) -> Look:
        """Return how a paragraph is set: a style, its own w:spacing, its first run's size in half points and font."""
        asked = (setting, None if spacing is None else tuple(spacing.items()), size, font)
        found = self.known.get(asked)
        if found is None:
            own = Setting(size=number(size) / 2 if size else None, font=font)
            found = self.known[asked] = _look(_spaced(own, spacing).over(setting))
        return found

    def setting(self, style: str | None) -> Setting:
        """Return what a style says, with all that it inherits; the document's own where it names none."""
        at: str | None = style if style in self.raw else self.normal
        unread: dict[str, etree._Element] = {}
        # A damaged file can have styles based on each other in a ring.
        while at not in self.named and at not in unread and at in self.raw:
            unread[at] = self.raw[at]
            at = value(unread[at], "basedOn")
        found = self.named.get(at or "", self.default)
        for name, element in reversed(unread.items()):
            own = _read(first(element, W + "pPr"), first(element, R_PR))
            found = self.named[name] = own.over(found)
        return found


def _look(setting: Setting) -> Look:
    size = setting.size or 10.0
    line = size * LEADING
    if setting.line is not None and setting.rule in ("exact", "atLeast"):
        line = setting.line if setting.rule == "exact" else max(line, setting.line)
    elif setting.line is not None:
        line = line * setting.line / 12.0  # w:line counts 240ths of a line, read as points 20ths
    space = (setting.before or 0.0) + (setting.after or 0.0)
    return Look(size=size, font=setting.font or "", line=line, space=space)


def without_other_styles(data: bytes) -> bytes:
    """Return the bytes of styles.xml without what is not asked for: styles that Word only knows, tables' looks."""
    whole = without(transitional(data), b"<w:latentStyles", b"</w:latentStyles>")
    # What is hidden may be so by any style.
    return whole if b"vanish" in whole else without(whole, b'<w:style w:type="table"', b"</w:style>")


def read_styles(root: etree._Element | None) -> Styles:
    """Return the styles of a document; Word's own defaults where it has none."""
    if root is None:
        return Styles(Setting(size=10.0))
    defaults = Setting(size=10.0)
    at = first(root, W + "docDefaults")
    if at is not None:
        defaults = _read(at.find(f"{W}pPrDefault/{W}pPr"), at.find(f"{W}rPrDefault/{W}rPr")).over(defaults)
    raw: dict[str, etree._Element] = {}
    normal = ""
    for each in root.iterchildren(_STYLE):
        if each.get(_TYPE) == "paragraph":
            name = each.get(_STYLE_ID, "")
            raw[name] = each
            if each.get(_DEFAULT) in ("1", "true"):
                normal = name
    marks = [mark for mark in root.iter(W + "vanish") if flag(parent(mark), "vanish")]
    hidden = {parent(parent(mark)).get(_STYLE_ID, "") for mark in marks if parent(parent(mark)).tag == _STYLE}
    every = {each.get(_STYLE_ID, ""): each for each in root.iterchildren(_STYLE)} if hidden else {}
    return Styles(defaults, raw, normal, frozenset(hidden.union(_heirs(every, hidden))))


def _heirs(raw: dict[str, etree._Element], hidden: set[str]) -> Iterator[str]:
    """Yield the styles based on a hidden one that do not switch the text on again."""
    for name in raw:
        seen: set[str] = set()
        at: str | None = name
        while at in raw and at not in seen and first(first(raw[at], R_PR), W + "vanish") is None:
            seen.add(at)
            at = value(raw[at], "basedOn")
        if at in hidden and at != name:
            yield name


def _read(paragraph: etree._Element | None, run: etree._Element | None) -> Setting:
    size = value(run, "sz")
    level = value(paragraph, "numPr ilvl")
    found = Setting(
        size=number(size) / 2 if size else None,
        font=value(run, "rFonts", "ascii") or value(run, "rFonts", "hAnsi"),
        instance=value(paragraph, "numPr numId"),
        level=None if level is None else int(number(level)),
    )
    return _spaced(found, first(paragraph, W + "spacing"))


def _spaced(setting: Setting, spacing: etree._Element | None) -> Setting:
    if spacing is None:
        return setting
    line = _length(spacing, "line")
    return setting._replace(
        before=_length(spacing, "before"),
        after=_length(spacing, "after"),
        line=line,
        rule=spacing.get(W + "lineRule") or ("auto" if line is not None else None),
    )


def _length(spacing: etree._Element, name: str) -> float | None:
    text = spacing.get(W + name)
    # An automatic space is the browser's; its number says nothing.
    if text is None or spacing.get(f"{W}{name}Autospacing") in ("1", "true", "on"):
        return None
    return twips(text)

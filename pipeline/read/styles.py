"""styles.xml -> how tall a paragraph's lines are and whether Word numbers it: what row heights are estimated from."""

from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.read.xml import W, flag, number, twips, value

# A line of Arial, Calibri or Bookman is about this many times its size high.
LEADING = 1.17


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A paragraph's size, line height and space before and after, in points."""

    size: float = 10.0
    line: float = 10.0 * LEADING
    space: float = 0.0
    font: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Spacing:
    before: float | None = None
    after: float | None = None
    line: float | None = None
    rule: str | None = None
    size: float | None = None
    listed: bool | None = None
    font: str | None = None

    def over(self, below: "_Spacing") -> "_Spacing":
        """Return this spacing with its gaps filled from the style below."""
        return _Spacing(
            before=below.before if self.before is None else self.before,
            after=below.after if self.after is None else self.after,
            line=below.line if self.line is None else self.line,
            rule=below.rule if self.rule is None else self.rule,
            size=below.size if self.size is None else self.size,
            listed=below.listed if self.listed is None else self.listed,
            font=below.font if self.font is None else self.font,
        )


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a document, each with what it inherits."""

    default: _Spacing
    named: dict[str, _Spacing]
    hidden: frozenset[str] = frozenset()
    # A document sets its thousand paragraphs in a dozen ways.
    known: dict[tuple[object, ...], Look] = field(default_factory=dict)

    def look(self, paragraph: etree._Element | None, run: etree._Element | None) -> Look:
        """Return how a paragraph with these properties, and a first run with those, is set."""
        facts = _facts(paragraph, run)
        found = self.known.get(facts)
        if found is None:
            found = self.known[facts] = self._look(paragraph, run)
        return found

    def _look(self, paragraph: etree._Element | None, run: etree._Element | None) -> Look:
        style = self.named.get(value(paragraph, "pStyle") or "", self.default)
        own = _read(paragraph, run).over(style)
        size = own.size or 10.0
        line = size * LEADING
        if own.line is not None and own.rule in ("exact", "atLeast"):
            line = own.line if own.rule == "exact" else max(line, own.line)
        elif own.line is not None:
            line = line * own.line / 12.0  # w:line counts 240ths of a line, read as points 20ths
        return Look(
            size=size, line=line, space=(own.before or 0.0) + (own.after or 0.0), font=own.font or "",
            listed=bool(own.listed),
        )  # fmt: skip


def read_styles(root: etree._Element | None) -> Styles:
    """Return the styles of a document; Word's own defaults where it has none."""
    if root is None:
        return Styles(_Spacing(size=10.0), {})
    defaults = _Spacing(size=10.0)
    at = root.find(W + "docDefaults")
    if at is not None:
        defaults = _read(at.find(f"{W}pPrDefault/{W}pPr"), at.find(f"{W}rPrDefault/{W}rPr")).over(defaults)
    raw = {
        each.get(W + "styleId", ""): each for each in root.findall(W + "style") if each.get(W + "type") == "paragraph"
    }
    resolved: dict[str, _Spacing] = {}
    for name in raw:
        resolved[name] = _resolve(name, raw, defaults, depth=0)
    normal = next((name for name, each in raw.items() if each.get(W + "default") in ("1", "true")), None)
    hidden = frozenset(
        each.get(W + "styleId", "") for each in root.findall(W + "style") if flag(each.find(W + "rPr"), "vanish")
    )
    return Styles(resolved[normal] if normal is not None else defaults, resolved, hidden)


def _resolve(name: str, raw: dict[str, etree._Element], defaults: _Spacing, depth: int) -> _Spacing:
    element = raw[name]
    own = _read(element.find(W + "pPr"), element.find(W + "rPr"))
    parent = value(element, "basedOn")
    # A damaged file can have styles based on each other in a ring.
    if parent is not None and parent in raw and depth < 20:
        return own.over(_resolve(parent, raw, defaults, depth + 1))
    return own.over(defaults)


_LOOKS_OF_PARAGRAPH = frozenset(W + name for name in ("pStyle", "spacing"))
_LOOKS_OF_RUN = frozenset(W + name for name in ("sz", "rFonts"))


def _facts(paragraph: etree._Element | None, run: etree._Element | None) -> tuple[object, ...]:
    """Everything that a look depends on, cheaply: the attributes as they stand."""
    facts: list[object] = []
    for child in paragraph if paragraph is not None else ():
        if child.tag in _LOOKS_OF_PARAGRAPH:
            facts.append((child.tag, *child.attrib.items()))
        elif child.tag == W + "numPr":
            facts.append(value(child, "numId"))
    facts.append("run")
    for child in run if run is not None else ():
        if child.tag in _LOOKS_OF_RUN:
            facts.append((child.tag, *child.attrib.items()))
    return tuple(facts)


def _read(paragraph: etree._Element | None, run: etree._Element | None) -> _Spacing:
    spacing = None if paragraph is None else paragraph.find(W + "spacing")
    numbering = value(paragraph, "numPr numId")
    size = value(run, "sz")
    found = _Spacing(
        size=number(size) / 2 if size else None,
        listed=None if numbering is None else numbering != "0",
        font=value(run, "rFonts", "ascii") or value(run, "rFonts", "hAnsi"),
    )
    if spacing is None:
        return found
    return replace(
        found,
        before=_length(spacing, "before"),
        after=_length(spacing, "after"),
        line=_length(spacing, "line"),
        rule=spacing.get(W + "lineRule"),
    )


def _length(spacing: etree._Element, name: str) -> float | None:
    text = spacing.get(W + name)
    if flag(spacing, f"{name}Autospacing") or text is None:
        return None
    return twips(text)

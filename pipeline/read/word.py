"""The bytes of a .docx -> Draft: every visible word with its place, tracked changes read as accepted."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.errors import DraftUnreadable
from pipeline.model.draft import (
    Block,
    Cell,
    Draft,
    Drawing,
    Merge,
    Paragraph,
    Revision,
    Row,
    Section,
    Table,
    Unread,
)
from pipeline.model.place import DocxPlace
from pipeline.read import shapes
from pipeline.read.package import NO_DOCUMENT, Package, open_package
from pipeline.read.styles import Styles, read_styles
from pipeline.read.xml import MC, M, R, W, chosen, first, flag, named, number, twips, value

_P_PR, _R, _R_PR, _R_FONTS, _DEL, _VANISH, _TC_PR, _V_MERGE, _GRID_SPAN = (
    W + name for name in ("pPr", "r", "rPr", "rFonts", "del", "vanish", "tcPr", "vMerge", "gridSpan")
)
# Word makes no table wider; a damaged file may claim two thousand million columns and take all memory.
_MOST_COLUMNS = 63


@dataclass(slots=True)
class _Seen:
    """What a walk over one part collects besides its blocks."""

    part: str
    styles: Styles
    drawings: list[Drawing] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    held: Counter[str] = field(default_factory=Counter)
    tables: int = 0
    carried: str = ""
    paragraphs: int = 0
    section: int = 0


def read_draft(data: bytes, file: str) -> Draft:
    """Return the draft in the bytes; raises DraftUnreadable when it is no Word document or a damaged one."""
    package = open_package(data)
    main = package.main_part()
    relationships = package.relationships(main)
    root = package.tree(main)
    if root.tag != W + "document":
        raise DraftUnreadable("RD005", NO_DOCUMENT)
    body = root.find(W + "body")
    styles = read_styles(
        next((package.tree(r.target) for r in relationships.values() if r.kind.endswith("/styles")), None)
    )
    seen = _Seen(part="body", styles=styles)
    blocks = () if body is None else tuple(_blocks(body, seen))
    sections = tuple(_section(each) for each in root.iter(W + "sectPr"))
    margins, outer = _margins(package, root, styles)
    held = seen.held + sum((each.held for each in outer), Counter[str]())
    for kind in ("comments", "footnotes", "endnotes"):
        held[kind] += _count_notes(package, main, kind)
    return Draft(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=blocks,
        margins=margins,
        drawings=(*seen.drawings, *(each for part in outer for each in part.drawings)),
        sections=sections,
        revisions=(*seen.revisions, *(each for part in outer for each in part.revisions)),
        held=tuple(sorted((what, count) for what, count in held.items() if count)),
        unread=(*seen.unread, *(each for part in outer for each in part.unread)),
    )


def _section(element: etree._Element) -> Section:
    size, margins = element.find(W + "pgSz"), element.find(W + "pgMar")
    at = {} if margins is None else {named(str(name)): str(text) for name, text in margins.attrib.items()}
    return Section(
        width=twips(None if size is None else size.get(W + "w"), 612.0),
        height=twips(None if size is None else size.get(W + "h"), 792.0),
        top=twips(at.get("top"), 72.0),
        left=twips(at.get("left"), 72.0),
        right=twips(at.get("right"), 72.0),
        bottom=twips(at.get("bottom"), 72.0),
    )


def _margins(package: Package, root: etree._Element, styles: Styles) -> tuple[tuple[Block, ...], list[_Seen]]:
    """The blocks of each header and footer that a section uses, once."""
    relationships = package.relationships(package.main_part())
    used = [
        relationships[reference.get(R + "id", "")].target
        for section in root.iter(W + "sectPr")
        for reference in section.iter(W + "headerReference", W + "footerReference")
        if reference.get(R + "id", "") in relationships
    ]
    blocks: list[Block] = []
    outer: list[_Seen] = []
    for target in dict.fromkeys(used):
        seen = _Seen(part=target.rsplit("/", 1)[-1].removesuffix(".xml"), styles=styles)
        blocks.extend(_blocks(package.tree(target), seen))
        outer.append(seen)
    return tuple(blocks), outer


def _count_notes(package: Package, main: str, kind: str) -> int:
    note = {"comments": "comment", "footnotes": "footnote", "endnotes": "endnote"}[kind]
    for each in package.relationships(main).values():
        if each.kind.endswith(f"/{kind}"):
            # Word keeps two separators among the notes; they carry a type, real notes do not.
            return sum(1 for one in package.tree(each.target).iter(W + note) if one.get(W + "type") is None)
    return 0


# Blocks


def _blocks(parent: etree._Element, seen: _Seen) -> Iterator[Block]:
    for child in parent:
        tag = child.tag
        if tag == W + "p":
            seen.paragraphs += 1
            yield _paragraph(child, DocxPlace(part=seen.part, paragraph=seen.paragraphs), seen)
            if child.find(f"{W}pPr/{W}sectPr") is not None:
                seen.section += 1
        elif tag == W + "tbl":
            yield _table(child, seen)
        else:
            for inner in _unwrapped(child, seen):
                yield from _blocks(inner, seen)


_WRAPPERS = frozenset(
    W + name for name in ("ins", "moveTo", "customXml", "smartTag", "hyperlink", "bdo", "dir", "fldSimple")
)
_GONE = frozenset(W + name for name in ("del", "moveFrom"))


def _unwrapped(element: etree._Element, seen: _Seen) -> Iterator[etree._Element]:
    """Yield the element whose children stand in this one's place, for wrappers that print nothing themselves."""
    if element.tag == W + "sdt":
        seen.held["content controls"] += 1
        content = element.find(W + "sdtContent")
        # Until somebody types, Word shows its own advice ("Klik di sini untuk mengetik"): no value. Cells stay cells.
        advice = flag(element.find(W + "sdtPr"), "showingPlcHdr")
        if content is not None and not (advice and content.find(W + "tc") is None and content.find(W + "tr") is None):
            yield content
    elif element.tag == MC + "AlternateContent":
        branch = chosen(element)
        if branch is not None:
            yield branch
    elif element.tag in _WRAPPERS:
        yield element


def _table(element: etree._Element, seen: _Seen) -> Table:
    seen.tables += 1
    at = DocxPlace(part=seen.part, table=seen.tables)
    properties = element.find(W + "tblPr")
    grid = element.find(W + "tblGrid")
    widths = [] if grid is None else [twips(each.get(W + "w")) for each in grid.findall(W + "gridCol")]
    rows = tuple(
        _row(each, DocxPlace(part=seen.part, table=at.table, row=index), seen)
        for index, each in enumerate(_rows(element, seen), start=1)
    )
    columns = max((cell.column + cell.span for row in rows for cell in row.cells), default=0)
    margin = value(properties, "tblCellMar left", "w") or value(properties, "tblCellMar start", "w")
    return Table(
        widths=tuple(widths + [0.0] * (columns - len(widths))),
        left=twips(value(properties, "tblInd", "w")),
        margin=twips(margin, 5.4),
        rows=rows,
        place=at,
        section=seen.section,
    )


def _rows(parent: etree._Element, seen: _Seen) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == W + "tr":
            properties = child.find(W + "trPr")
            removed = None if properties is None else properties.find(W + "del")
            if removed is not None:
                text = _raw_text(child)
                seen.revisions.append(
                    _revision("row deleted", removed, text, DocxPlace(part=seen.part, table=seen.tables))
                )
            else:
                yield child
        else:
            for inner in _unwrapped(child, seen):
                yield from _rows(inner, seen)


def _row(element: etree._Element, at: DocxPlace, seen: _Seen) -> Row:
    properties = element.find(W + "trPr")
    column = min(max(0, int(number(value(properties, "gridBefore")))), _MOST_COLUMNS)
    cells: list[Cell] = []
    for each in _cells(element, seen):
        cell = _cell(each, column, at, seen)
        cells.append(cell)
        column += cell.span
    height = None if properties is None else properties.find(W + "trHeight")
    return Row(
        cells=tuple(cells),
        height=0.0 if height is None else twips(height.get(W + "val")),
        exact=height is not None and height.get(W + "hRule") == "exact",
        header=flag(properties, "tblHeader"),
        place=at,
    )


def _cells(parent: etree._Element, seen: _Seen) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == W + "tc":
            yield child
        else:
            for inner in _unwrapped(child, seen):
                yield from _cells(inner, seen)


def _cell(element: etree._Element, column: int, row: DocxPlace, seen: _Seen) -> Cell:
    properties = first(element, _TC_PR)
    at = DocxPlace(part=row.part, table=row.table, row=row.row, column=column + 1)
    merge = None if properties is None else first(properties, _V_MERGE)
    span = None if properties is None else first(properties, _GRID_SPAN)
    kind = Merge.NONE
    if merge is not None:
        kind = Merge.START if merge.get(W + "val") == "restart" else Merge.CONTINUE
    paragraphs: list[Paragraph] = []
    tables: list[Table] = []
    for block in _cell_blocks(element, at, seen):
        (tables if isinstance(block, Table) else paragraphs).append(block)  # type: ignore[arg-type]
    return Cell(
        column=column,
        span=1 if span is None else min(max(1, int(number(span.get(W + "val"), 1))), _MOST_COLUMNS),
        merge=kind,
        paragraphs=tuple(paragraphs),
        tables=tuple(tables),
        place=at,
    )


def _cell_blocks(parent: etree._Element, at: DocxPlace, seen: _Seen, count: int = 0) -> Iterator[Block]:
    for child in parent:
        if child.tag == W + "p":
            count += 1
            place = DocxPlace(part=at.part, table=at.table, row=at.row, column=at.column, paragraph=count)
            yield _paragraph(child, place, seen)
        elif child.tag == W + "tbl":
            yield _table(child, seen)
        else:
            for inner in _unwrapped(child, seen):
                for block in _cell_blocks(inner, at, seen, count):
                    count += isinstance(block, Paragraph)
                    yield block


# Paragraphs and runs


def _paragraph(element: etree._Element, at: DocxPlace, seen: _Seen) -> Paragraph:
    out: list[str] = []
    properties = first(element, _P_PR)
    run = first(element, _R)
    look = seen.styles.look(properties, None if run is None else first(run, _R_PR))
    _inline(element, out, at, seen)
    text = seen.carried + "".join(out)
    mark = None if properties is None else first(properties, _R_PR)
    # A paragraph whose mark was struck out goes on in the next one.
    joins = mark is not None and first(mark, _DEL) is not None and element.getnext() is not None
    seen.carried, text = (text, "") if joins else ("", text)
    breaks = "\f" in text or flag(properties, "pageBreakBefore")
    return Paragraph(
        text=text.replace("\f", ""), place=at, listed=look.listed, size=look.size, font=look.font, line=look.line,
        space=look.space, page_break=breaks,
    )  # fmt: skip


_SKIPPED = frozenset(
    W + name
    for name in ("pPr", "rPr", "instrText", "delText", "delInstrText", "fldChar", "sdtPr", "sdtEndPr", "proofErr",
                 "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef",
                 "commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference", "endnoteReference",
                 "permStart", "permEnd", "separator", "continuationSeparator", "rubyPr", "rt")
)  # fmt: skip
_SIGNS = {
    W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "", W + "br": "\n",
}  # fmt: skip
_DRAWN = frozenset((W + "pict", W + "object"))


def _inline(parent: etree._Element, out: list[str], at: DocxPlace, seen: _Seen) -> None:  # noqa: C901, PLR0912 - one dispatch
    for child in parent:
        tag = child.tag
        if tag == W + "t" or tag == M + "t":
            out.append(child.text or "")
        elif tag == W + "r":
            _run(child, out, at, seen)
        elif tag in _SKIPPED:
            continue
        elif tag == W + "br" and child.get(W + "type") == "page":
            out.append("\f")
        elif tag in _SIGNS:
            out.append(_SIGNS[tag])
        elif tag == W + "sym":
            out.append(_symbol(child.get(W + "font", ""), child.get(W + "char", "")))
        elif tag == W + "drawing":
            _keep(shapes.drawing(child, at, lambda content: _box_text(content, at, seen)), seen)
        elif tag in _DRAWN:
            for each in shapes.picture(child, at, lambda content: _box_text(content, at, seen)):
                _keep(each, seen)
        elif tag in _GONE:
            text = _raw_text(child)
            seen.revisions.append(_revision(named(tag), child, text, at))
        elif tag in (W + "ins", W + "moveTo"):
            before = len(out)
            _inline(child, out, at, seen)
            seen.revisions.append(_revision(named(tag), child, "".join(out[before:]), at))
        elif tag.startswith(M) or tag in (W + "ruby", W + "rubyBase"):
            _inline(child, out, at, seen)
        else:
            for inner in _unwrapped(child, seen):
                _inline(inner, out, at, seen)


def _run(element: etree._Element, out: list[str], at: DocxPlace, seen: _Seen) -> None:
    properties = first(element, _R_PR)
    if properties is not None and _is_hidden(properties, seen.styles):
        seen.held["hidden text"] += 1
        return
    before = len(out)
    _inline(element, out, at, seen)
    fonts = None if properties is None else first(properties, _R_FONTS)
    font = "" if fonts is None else fonts.get(W + "ascii", "")
    if font.startswith("Wingdings"):
        out[before:] = ["".join(_symbol(font, f"{ord(each):X}") for each in part) for part in out[before:]]


def _is_hidden(properties: etree._Element, styles: Styles) -> bool:
    """Whether a run is hidden, by itself or by its character style; its own word counts more."""
    if first(properties, _VANISH) is not None:
        return flag(properties, "vanish")
    return bool(styles.hidden) and value(properties, "rStyle") in styles.hidden


def _keep(drawing: Drawing | None, seen: _Seen) -> None:
    if drawing is None:
        return
    seen.drawings.append(drawing)
    kind = drawing.kind if drawing.kind != "shapes" else "shapes"
    seen.held[kind] += max(1, len(drawing.shapes))
    seen.held["text boxes"] += sum(1 for each in drawing.shapes if each.text)


def _box_text(content: etree._Element, at: DocxPlace, seen: _Seen) -> str:
    """The text of a text box, a line a paragraph; drawings inside it are kept under the box's own place."""
    texts: list[str] = []
    for paragraph in content.iter(W + "p"):
        out: list[str] = []
        _inline(paragraph, out, at, seen)
        texts.append("".join(out))
    return "\n".join(texts)


def _raw_text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(W + "t", W + "delText"))


def _revision(kind: str, element: etree._Element, text: str, at: DocxPlace) -> Revision:
    return Revision(
        kind=kind, author=element.get(W + "author", ""), date=element.get(W + "date", ""), text=text, place=at
    )


# Wingdings puts its signs where other fonts have letters; Word writes them as F0xx or as the letter itself.
_CHECKS = {
    "Wingdings": {0xFC: "✓", 0xFE: "☑", 0xFD: "☒", 0xFB: "✗", 0xA8: "□", 0x6E: "■", 0x6F: "□", 0x6C: "●",
                  0xA1: "○", 0x71: "□", 0xE0: "→", 0xE2: "↓", 0xA7: "▪", 0x76: "❖", 0xD8: "➢"},
    "Wingdings 2": {0x50: "✓", 0x52: "☑", 0x4F: "✗", 0x51: "☒", 0xA3: "□"},
}  # fmt: skip


def _symbol(font: str, code: str) -> str:
    point = int(code, 16) if code and all(each in "0123456789abcdefABCDEF" for each in code) else 0x25A1
    table = _CHECKS.get(font, {})
    return table.get(point & 0xFF if 0xF000 <= point <= 0xF0FF or point <= 0xFF else point, chr(point))

"""The bytes of a .docx -> Draft: every visible word with its place, tracked changes read as accepted."""

import contextlib
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from lxml import etree

from pipeline.errors import DraftUnreadable
from pipeline.model.draft import Draft, Held, Note, Section, Treated, Unread
from pipeline.model.place import DocxPlace
from pipeline.read.blocks import Part, read_part
from pipeline.read.notes import KINDS, read_notes
from pipeline.read.numbering import read_numbering
from pipeline.read.package import NO_DOCUMENT, Package, open_package, parse
from pipeline.read.repeats import Shared, numbered, without_repeats
from pipeline.read.styles import Styles, read_styles, without_other_styles
from pipeline.read.xml import R_ID, P, W, first, flag, named, parent, transitional, twips, without_fallbacks

_HEADER, _FOOTER, _TABLE = (W + name for name in ("headerReference", "footerReference", "tbl"))

# What is kept beside the text, and what is not read at all; everything else goes into the text or the chart.
_NOTED = ("comments", "footnotes", "endnotes", "hidden text", "revisions", "format changes", "macros", "picture")
_UNREAD = ("chart", "smartart", "object", "alt chunks", "subDoc", "contentPart")


def read_draft(data: bytes, file: str) -> Draft:
    """Return the draft in the bytes; raises DraftUnreadable when it is no Word document or a damaged one."""
    package = open_package(data)
    main = package.main_part()
    xml = transitional(package.data(main))
    styles = styles_of(package, main)
    root, shared = _parsed(xml, main, styles)
    if root.tag != W + "document":
        raise DraftUnreadable("RD005", NO_DOCUMENT)
    lists = _part(package, main, "numbering")
    body = first(root, W + "body")
    text = Part(name="body") if body is None else read_part(body, "body", styles, read_numbering(lists), shared)
    printed = tuple(_printed(package, main, text.sections))
    margins = _margins(package, printed, styles, lists)
    notes, beside = _notes(package, main, styles, (text, *margins))
    parts = (text, *margins, *beside)
    held = sum((each.held for each in parts), Counter[str]())
    for name in KINDS:
        held[name] = sum(1 for each in notes if each.kind == KINDS[name])
    faults = tuple(_faults(package))
    held["missing parts"], held["damaged parts"] = len(package.missing), len(package.damaged)
    held["macros"] = int(package.has("word/vbaProject.bin"))
    return Draft(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=text.blocks,
        margins=tuple(block for each in margins for block in each.blocks),
        drawings=tuple(drawing for each in parts for drawing in each.drawings),
        sections=tuple(map(_section, text.sections, printed, _ends(body, text.sections))),
        revisions=tuple(revision for each in parts for revision in each.revisions),
        held=tuple(
            Held(what=what, count=count, treated=_treated(what)) for what, count in sorted(held.items()) if count
        ),
        unread=(*faults, *(unread for each in parts for unread in each.unread)),
        notes=notes,
        page_starts=frozenset(text.page_starts),
    )


def styles_of(package: Package, main: str) -> Styles:
    """Return the styles of a document by the name of its main part."""
    return read_styles(_part(package, main, "styles", without_other_styles))


def _treated(what: str) -> Treated:
    if what in _NOTED:
        return Treated.NOTED
    return Treated.UNREAD if what.startswith(_UNREAD) else Treated.READ


def _target(package: Package, main: str, kind: str) -> str | None:
    """The name of the part that the document names for a purpose, or none."""
    found = (each.target for each in package.relationships(main).values() if each.kind.endswith(f"/{kind}"))
    return next(found, None)


def _part(
    package: Package, main: str, kind: str, trim: Callable[[bytes], bytes] = transitional
) -> etree._Element | None:
    """The root of the part that the document names for a purpose, or none where it is missing or damaged."""
    target = _target(package, main, kind)
    return None if target is None else package.sound(target, lambda data: parse(trim(data), target))


def _faults(package: Package) -> Iterator[Unread]:
    """Yield what the file names and does not hold, and what of it is damaged; the rest of it was read all the same."""
    for what, names in (("bagian yang hilang", package.missing), ("bagian yang rusak", package.damaged)):
        yield from (Unread(what=f"{what}: {name}", place=DocxPlace("package")) for name in names)


def _section(element: etree._Element, printed: Sequence[str], ends: int | None) -> Section:
    size, margins = first(element, W + "pgSz"), first(element, W + "pgMar")
    at = {} if margins is None else {named(str(name)): str(text) for name, text in margins.attrib.items()}
    return Section(
        width=twips(None if size is None else size.get(W + "w"), 612.0),
        height=twips(None if size is None else size.get(W + "h"), 792.0),
        top=twips(at.get("top"), 72.0),
        left=twips(at.get("left"), 72.0),
        right=twips(at.get("right"), 72.0),
        bottom=twips(at.get("bottom"), 72.0),
        margins=tuple(_name(each) for each in printed),
        ends=ends,
    )


def _ends(body: etree._Element | None, sections: Sequence[etree._Element]) -> Iterator[int | None]:
    """Yield for each section the number of the paragraph whose properties hold it, none where no paragraph does."""
    numbers: dict[etree._Element, int] = {}
    if body is not None and len(sections) > 1:
        numbers = {each: at for at, each in enumerate(_paragraphs(body), start=1)}
    for each in sections:
        yield numbers.get(parent(parent(each)))


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs outside tables and text boxes, whatever wraps them."""
    for each in element:
        if each.tag == P:
            yield each
        elif each.tag != _TABLE:
            yield from _paragraphs(each)


# Headers, footers, notes


def _parsed(data: bytes, name: str, styles: Styles) -> tuple[etree._Element, Shared]:
    """The tree of a part, and the properties that were taken out of it as repeats."""
    # A comment or CDATA may hold whatever looks like an element.
    whole = data if b"<!" in data else without_fallbacks(data)
    # Where styles hide text, which style a text has decides whether it is read.
    xml, once = (whole, b"") if styles.hidden else without_repeats(whole)
    if once:
        with contextlib.suppress(DraftUnreadable):
            return parse(xml, name), numbered(parse(once, name))
    return parse(whole, name), {}


def _sound(package: Package, target: str, styles: Styles) -> tuple[etree._Element, Shared] | None:
    """What `_parsed` gives of a part that the draft can do without, or none where it is damaged."""
    return package.sound(target, lambda data: _parsed(transitional(data), target, styles))


def _margins(
    package: Package, printed: Iterable[Sequence[str]], styles: Styles, lists: etree._Element | None
) -> tuple[Part, ...]:
    """Each header and footer that some page prints, once."""
    found: list[Part] = []
    for target in dict.fromkeys(chain.from_iterable(printed)):
        sound = _sound(package, target, styles)
        if sound is None:
            continue
        package.relationships(target)
        name = _name(target)
        root, shared = sound
        part = read_part(root, name, styles, read_numbering(lists), shared)
        part.held["headers" if name.startswith("header") else "footers"] += 1
        found.append(part)
    return tuple(found)


def _name(target: str) -> str:
    return target.rsplit("/", 1)[-1].removesuffix(".xml")


def _printed(package: Package, main: str, sections: Sequence[etree._Element]) -> Iterator[tuple[str, ...]]:
    """Yield for each section the parts that its pages print as headers and footers; ISO/IEC 29500-1, 17.10.

    What a section does not name it takes over from the one before. The parts of first or even pages are printed only
    where such pages are told apart, which the section itself says of its first page and the settings of even ones.
    """
    relationships = package.relationships(main)
    known: dict[tuple[str, str], str] = {}
    even: bool | None = None
    for section in sections:
        for each in section.iterchildren(_HEADER, _FOOTER):
            related = relationships.get(each.get(R_ID, ""))
            if related is not None:
                known[str(each.tag), each.get(W + "type", "default")] = related.target
        if even is None and any(kind == "even" for _tag, kind in known):
            even = flag(_part(package, main, "settings"), "evenAndOddHeaders")
        told_apart = {"first": flag(section, "titlePg"), "even": bool(even)}
        # The first page's own come before the others.
        order = sorted(known, key=lambda each: (each[0] != _HEADER, each[1] != "first", each[1]))
        yield tuple(dict.fromkeys(known[each] for each in order if told_apart.get(each[1], True)))


def _notes(
    package: Package, main: str, styles: Styles, parts: Sequence[Part]
) -> tuple[tuple[Note, ...], tuple[Part, ...]]:
    """Comments, footnotes and endnotes, each at the place of its sign in the text."""
    signs = {sign: place for each in reversed(parts) for sign, place in each.signs.items()}
    found: list[Note] = []
    beside: list[Part] = []
    for name, kind in KINDS.items():
        target = _target(package, main, name) if any(of == kind for of, _ in signs) else None
        sound = None if target is None else _sound(package, target, styles)
        if sound is not None:
            notes, part = read_notes(*sound, name, signs, styles)
            found.extend(notes)
            beside.append(part)
    return tuple(found), tuple(beside)

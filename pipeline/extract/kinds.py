"""A part that is not in the SOP-AP form -> which other form it is, and what of it can be read for sure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.cells import Line
from pipeline.extract.entries import split_items
from pipeline.extract.labels import labels_in
from pipeline.extract.parts import PICTURE
from pipeline.extract.pieces import Piece
from pipeline.model.draft import Cell, Drawing, Paragraph, Table, Unread
from pipeline.model.place import DocxPlace
from pipeline.model.sop import LISTS, FieldName, Identity, Step, Value
from pipeline.text import fold, is_placeholder, key
from pipeline.vocabulary import LETTERHEAD

# Headings of narratives and of the hospitals' SPO (specimens 8, 9 and 20), by what stands below them.
_BASIS = frozenset(("dasar hukum", "landasan hukum", "dasar hukum pelaksanaan"))
_PROCEDURE = frozenset((
    "prosedur", "prosedur kerja", "prosedur pelaksanaan", "prosedur pelayanan", "langkah langkah",
    "langkah langkah prosedur", "langkah langkah kegiatan", "langkah kerja", "tata cara", "tata cara pelaksanaan",
    "tata kerja", "uraian prosedur",
))  # fmt: skip
_SPO = frozenset(("pengertian", "tujuan", "kebijakan", "prosedur", "unit terkait"))
_SECTIONS = _BASIS | _PROCEDURE | _SPO | frozenset((
    "latar belakang", "pendahuluan", "maksud", "maksud dan tujuan", "tujuan dan sasaran", "sasaran", "ruang lingkup",
    "definisi", "pengertian umum", "ketentuan umum", "referensi", "penutup", "persyaratan", "pelaksanaan", "mekanisme",
    "pelaksana", "sarana dan prasarana", "monitoring dan evaluasi", "evaluasi", "pelaporan", "dokumen terkait",
))  # fmt: skip
_SERVICES = frozenset((
    "jenis pelayanan", "jenis layanan", "nama pelayanan", "nama layanan", "pelayanan", "layanan", "produk layanan",
    "jenis pelayanan publik",
))  # fmt: skip
_OF_SERVICES = frozenset((
    "persyaratan", "syarat", "waktu", "jangka waktu", "waktu penyelesaian", "biaya", "tarif", "biaya tarif",
    "keterangan", "produk", "produk pelayanan", "dasar hukum", "prosedur",
))  # fmt: skip
COSTS = frozenset(("biaya", "tarif", "biaya tarif"))
# Components of a standar pelayanan; PermenPANRB 15/2014.
_COMPONENTS = frozenset((
    "persyaratan", "persyaratan pelayanan", "sistem mekanisme dan prosedur", "jangka waktu pelayanan",
    "jangka waktu penyelesaian", "biaya tarif", "produk pelayanan", "penanganan pengaduan saran dan masukan",
))  # fmt: skip
_SPO_LABELS = frozenset(("no dokumen", "nomor dokumen", "no revisi", "nomor revisi", "halaman", "tanggal terbit"))
_SPO_HEADINGS = frozenset(("spo", "standar prosedur operasional", "standar operasional prosedur", "sop"))
_DECIDED = frozenset(("memutuskan", "menimbang", "mengingat", "menetapkan"))
_DECREE = re.compile(r"(?:salinan )?(?:lampiran )?(?:[ivx]+ )?(?:surat )?(?:keputusan|peraturan|instruksi) \w+")
_LAW = re.compile(
    r"\b(?:undang|uu|peraturan|pp|perpres|permen\w*|pma|kma|keputusan|kep\w*|instruksi|inpres|surat edaran|se|perda)\b",
    re.IGNORECASE,
)

_MARKER = re.compile(r"^\s*(?:\(?(?P<number>\d{1,2})[.)]|(?P<roman>[IVX]{1,5})[.)]|(?P<letter>[A-Za-z])[.)])\s+")
_BULLET = re.compile(r"^\s*[-–—•*·▪■●➢✓§o]\s")
_ROMAN = re.compile(r"(?:bab )?[IVX]{1,5}[.)]?", re.IGNORECASE)
_LEAST_STEPS = 3
_MOST_WORDS_OF_HEADING = 9
_FEW_WORDS = 40
_SENTENCE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherForm:
    """What a document in another form is and gives: `read` are the lines that ended somewhere, by place and text."""

    form: str
    title: Value | None = None
    legal_basis: tuple[Value, ...] = ()
    steps: tuple[Step, ...] = ()
    read: frozenset[tuple[DocxPlace, str]] = frozenset()
    pictures: tuple[Unread, ...] = ()


@dataclass(slots=True)
class _Section:
    """A heading and the paragraphs below it; `name` is its key, empty for a heading that is not known."""

    name: str
    heading: Paragraph
    own: bool
    below: list[Paragraph] = field(default_factory=list)


def read_other(
    pieces: Sequence[Piece], identity: Identity, pictures: Sequence[Drawing], *, has_steps: bool
) -> OtherForm:
    """Return which form a part without the SOP-AP form has, and what stands in it where its form is sure to say so.

    `pictures` are its pictures; better too little is read than something wrong. The forms:
    narrative, service-table, spo, scan, list, decree, blank, and unknown for all others.
    """
    texts = tuple(_paragraphs(pieces))
    sections = tuple(_sections(texts))
    form = _form(pieces, texts, sections, identity, pictures, has_steps=has_steps)
    if form == "scan":
        what = "halaman berupa gambar (hasil pindaian)"
        return OtherForm(form=form, pictures=tuple(Unread(what=what, place=each.place) for each in pictures))
    found = OtherForm(form=form)
    if form in ("spo", "decree"):
        found = _titled(found, texts, identity)
    if form in ("narrative", "spo", "list", "decree"):
        found = _based(found, sections)
    if form in ("narrative", "spo", "list") and not has_steps:
        found = _with_steps(found, sections)
    return found


# Which form


def _form(
    pieces: Sequence[Piece],
    texts: Sequence[Paragraph],
    sections: Sequence[_Section],
    identity: Identity,
    pictures: Sequence[Drawing],
    *,
    has_steps: bool,
) -> str:
    words = sum(len(each.text.split()) for each in texts)
    pages = words == 0 or any(each.width >= PICTURE for each in pictures)
    if pictures and pages and words <= _FEW_WORDS and not identity.labels_seen:
        return "scan"
    if _is_blank(identity, words, pictured=bool(pictures)) and not has_steps:
        return "blank"
    if any(isinstance(each.block, Table) and is_service_table(each.block) for each in pieces):
        return "service-table"
    if _is_decree(texts):
        return "decree"
    if _is_spo(texts, sections):
        return "spo"
    if has_steps or len(set(identity.labels_seen) - set(LISTS)) >= 3:
        # The form is there but for one of its halves.
        return "unknown"
    return _free_form(pieces, sections)


def _is_blank(identity: Identity, words: int, *, pictured: bool) -> bool:
    if not identity.labels_seen:
        return words == 0 and not pictured
    title = identity.title is not None and FieldName.TITLE in identity.labels_seen
    dated = any(each is not None and not is_placeholder(each.text) for each in (identity.created, identity.effective))
    signed = identity.approved_by is not None and identity.approved_by.name is not None
    listed = any(identity.values(name) for name in LISTS)
    return len(identity.labels_seen) >= 3 and not (title or identity.number or dated or signed or listed)


def is_service_table(table: Table) -> bool:
    """Return whether a table gives services with their terms, or the components of a standar pelayanan, a row each."""
    first = {key(cell.text) for row in table.rows for cell in row.cells[:2]}
    if len(first & _COMPONENTS) >= 3:
        return True
    for row in table.rows[:4]:
        names = {key(cell.text) for cell in row.cells}
        if (names & _SERVICES and len(names & _OF_SERVICES) >= 2) or (names & COSTS and len(names & _OF_SERVICES) >= 3):
            return True
    return False


def _is_decree(texts: Sequence[Paragraph]) -> bool:
    starts = [key(each.text) for each in texts if fold(each.text)]
    names = {each.partition(" ")[0] for each in starts}
    if len(names & _DECIDED) >= 3:
        return True
    return any(_DECREE.match(each) and texts_are_caps for each, texts_are_caps in _first_lines(texts))


def _first_lines(texts: Sequence[Paragraph]) -> Iterator[tuple[str, bool]]:
    """Yield the first lines with whether they are a heading's: in capitals, or "Lampiran …"."""
    filled = [fold(line) for each in texts for line in each.text.split("\n") if fold(line)][:4]
    for text in filled:
        yield key(text), text.isupper() or key(text).startswith("lampiran")


def _is_spo(texts: Sequence[Paragraph], sections: Sequence[_Section]) -> bool:
    labels = {key(label.written) for each in texts for line in each.text.split("\n") for label in labels_in(fold(line))}
    named = {each.name for each in sections}
    return len(labels & _SPO_LABELS) >= 3 or (len(named & _SPO) >= 4 and {"pengertian", "prosedur"} <= named)


def _free_form(pieces: Sequence[Piece], sections: Sequence[_Section]) -> str:
    texts = [each.block for each in pieces if isinstance(each.block, Paragraph) and each.text]
    headings = [each.name or key(each.heading.text) for each in sections]
    # A list of services has the same headings below each of them.
    told_in_sections = len(set(headings)) >= 2
    if told_in_sections and len(set(headings)) == len(headings):
        return "narrative"
    items = sum(_is_item(each) for each in texts)
    if items >= _LEAST_STEPS and items * 2 >= len(texts):
        return "list"
    told = [each for each in texts if fold(each.text).endswith(".") and len(each.text.split()) >= _SENTENCE]
    return "narrative" if told_in_sections or len(told) >= 2 else "unknown"


def _is_item(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return paragraph.listed or _MARKER.match(text) is not None or _BULLET.match(text) is not None


# Paragraphs and sections


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[Paragraph]:
    """Yield the paragraphs in the order of the page, cell by cell."""
    for piece in pieces:
        if isinstance(piece.block, Paragraph):
            yield piece.block
            continue
        for row in piece.block.rows[piece.first : piece.last]:
            for cell in row.cells:
                yield from _in_cell(cell)


def _in_cell(cell: Cell) -> Iterator[Paragraph]:
    yield from cell.paragraphs
    for table in cell.tables:
        for row in table.rows:
            for inner in row.cells:
                yield from _in_cell(inner)


def _sections(texts: Sequence[Paragraph]) -> Iterator[_Section]:
    open_section: _Section | None = None
    for each in texts:
        opened = _opened(each)
        if opened is not None:
            if open_section is not None:
                yield open_section
            open_section = opened
        elif open_section is not None and fold(each.text):
            open_section.below.append(each)
    if open_section is not None:
        yield open_section


def _opened(paragraph: Paragraph) -> _Section | None:
    """The section that a paragraph opens, with the text after its colon as the first below it."""
    match = _MARKER.match(paragraph.text)
    bare = paragraph.text[match.end() :] if match else paragraph.text
    head, colon, tail = bare.partition(":")
    name = key(head)
    if name in _SECTIONS:
        section = _Section(name=name, heading=paragraph, own=not fold(tail))
        if colon and fold(tail):
            section.below.append(paragraph._replace(text=tail, listed=False, marker=""))
        return section
    roman = (match is not None and match["roman"]) or (paragraph.marker and _ROMAN.fullmatch(paragraph.marker))
    short = 0 < len(bare.split()) <= _MOST_WORDS_OF_HEADING and not fold(bare).endswith((".", ";"))
    if short and (roman or key(bare).startswith("bab ")):
        return _Section(name="", heading=paragraph, own=True)
    return None


# What is read


def _titled(found: OtherForm, texts: Sequence[Paragraph], identity: Identity) -> OtherForm:
    if found.form == "decree":
        lines = list(_about(texts))
    elif identity.title is None:
        lines = _spo_title(texts)
    else:
        lines = []
    if not lines:
        return found
    title = Value(text=fold(" ".join(text for text, _ in lines)), place=lines[0][1], sure=0.8)
    read = found.read | {(place, text) for text, place in lines}
    return replace(found, title=title, read=read)


def _about(texts: Sequence[Paragraph]) -> Iterator[tuple[str, DocxPlace]]:
    """Yield the lines of a decree's subject: those in capitals after TENTANG."""
    begun = False
    for each in texts:
        for line in each.text.split("\n"):
            text = fold(line)
            if not begun:
                begun = text == "TENTANG" or text.startswith("TENTANG ")
                text = text.removeprefix("TENTANG").strip()
            elif text and not text.isupper():
                return
            if begun and text:
                yield text, each.place
            elif begun and not text and line is not each.text and not fold(line):
                return


def _spo_title(texts: Sequence[Paragraph]) -> list[tuple[str, DocxPlace]]:
    """The title in the head of a SPO: the first line in capitals that is no label and no letterhead."""
    for each in texts:
        if _opened(each) is not None:
            break
        text, words = fold(each.text), key(each.text)
        plain = (
            not labels_in(text) and words not in _SPO_HEADINGS and not words.startswith(("rsud", "rs ", "rumah sakit"))
        )
        named = len(words.split()) >= 2 and not any(f" {one} " in f" {words} " for one in LETTERHEAD)
        if text.isupper() and plain and named and not any(sign.isdigit() for sign in text):
            return [(text, each.place)]
    return []


def _based(found: OtherForm, sections: Sequence[_Section]) -> OtherForm:
    section = next((each for each in sections if each.name in _BASIS and each.below), None)
    if section is None:
        return found
    below = [each for each in section.below if not (each is section.below[0] and fold(each.text).endswith(":"))]
    lines = [
        Line(text=fold(text), labels=(), listed=each.listed, item=at == 0, place=each.place)
        for each in below
        for at, text in enumerate(each.text.split("\n"))
        if fold(text)
    ]
    entries = [(text, place) for text, place in split_items(lines) if _LAW.search(text)]
    if not entries:
        return found
    taken = " ".join(text for text, _ in entries)
    read = {(each.place, each.text) for each in lines if key(each.text).split()[-1:] and _is_part(each.text, taken)}
    if section.own:
        read.add((section.heading.place, fold(section.heading.text)))
    values = tuple(Value(text=text, place=place) for text, place in entries)
    return replace(found, legal_basis=values, read=found.read | read)


def _is_part(line: str, taken: str) -> bool:
    bare = _BULLET.sub("", _MARKER.sub("", line)).strip()
    return bool(bare) and bare in taken


def _with_steps(found: OtherForm, sections: Sequence[_Section]) -> OtherForm:
    """The numbered list below the one heading that names the procedure; two of them are two procedures: neither."""
    named = [each for each in sections if each.name in _PROCEDURE and each.below]
    if len(named) != 1:
        return found
    items: list[tuple[list[str], Paragraph]] = []
    read: set[tuple[DocxPlace, str]] = set()
    for each in named[0].below:
        text = _numbered(each, len(items) + 1)
        if text is not None:
            items.append(([text], each))
        elif items:
            items[-1][0].append(fold(each.text))
        else:
            continue
        read.update((each.place, fold(line)) for line in each.text.split("\n"))
    if len(items) < _LEAST_STEPS:
        return found
    if named[0].own:
        read.add((named[0].heading.place, fold(named[0].heading.text)))
    steps = tuple(_step(str(number), fold(" ".join(texts)), at) for number, (texts, at) in enumerate(items, start=1))
    return replace(found, steps=steps, read=found.read | read)


def _numbered(paragraph: Paragraph, expected: int) -> str | None:
    """The text of a list item that is counted on from the one before; a bullet or a letter counts nothing."""
    match = _MARKER.match(paragraph.text)
    if match is not None:
        return fold(paragraph.text[match.end() :]) if match["number"] == str(expected) else None
    if paragraph.listed and (not paragraph.marker or paragraph.marker.strip("(). ") == str(expected)):
        return fold(paragraph.text) or None
    return None


def _step(number: str, activity: str, at: Paragraph) -> Step:
    return Step(
        number=number, activity=activity, actors=(), requirements="", duration=None, output="", note="", place=at.place
    )

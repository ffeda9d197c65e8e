"""A paper's template and what is to stand in it -> the bytes of a Word file: the one door to docxtpl.

Templates are edited in Word by people who do not program, so a template is looked through before it is filled in: the
file, its commands and its names. Texts of drafts come out letter by letter, whatever they hold.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from pipeline.errors import DraftUnreadable, TemplateRefused
from pipeline.read.package import open_package
from pipeline.write.flow_words import clean
from pipeline.write.papers.drawing import Drawing, Placed, is_asked
from pipeline.write.papers.names import Field, NotAList, UnknownName, asked, sample

# The same for all, so that the same paper has the same bytes; the zip format knows no earlier day.
_DATE: Final = (1980, 1, 1, 0, 0, 0)
# What a template of an unforeseen kind can make Jinja, docxtpl or lxml say.
_FAILED = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, etree.LxmlError)
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# The properties of a file that docxtpl fills in as well.
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CELL, _PARAGRAPH = f"{_WORD}tc", f"{_WORD}p"
_TAG = re.compile(r"<[^>]*>")
_LONGEST_QUOTE = 90


def printed(value: object) -> object:
    """Return a value as it is to stand in the XML: white space folded, no control characters, escaped once.

    docxtpl makes `{{` of `{_{` after it has filled a template in; an entity in its place stays what the draft says.
    """
    if isinstance(value, Undefined):
        return value
    # Where a template escapes by itself, that was once.
    text = Markup(clean(str(value))) if isinstance(value, Markup) else escape(clean(str(value)))
    return Markup(str(text).replace("_", "&#95;")) if "_" in text else text


def _environment(finalize: Callable[[object], object]) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=finalize)
    # With it a draft's text could be taken for XML.
    del environment.filters["safe"]
    return environment


class PaperTemplate:
    """A template that has been looked through, for papers of one kind of context.

    Raises TemplateRefused, in one sentence, for a file that is no sound Word document, for commands that are written
    wrong, and for a name that the context does not have.
    """

    def __init__(self, file: Path, context: type) -> None:
        """Read the template and try it with a context in which nothing is left empty, and with one in which all is."""
        self._name = file.name
        self._environment = _environment(self._printed)
        self._placed = Placed()
        self._data = self._sound(file)
        template = self._open()
        self.asked: frozenset[Field] = self._look_through(template, context)
        for full in (True, False):
            self._try(template, sample(context, full=full), full=full)

    def _printed(self, value: object) -> object:
        return self._placed.hold(value) if isinstance(value, Drawing) else printed(value)

    def fill(self, context: object, when: datetime) -> bytes:
        """Return the paper, dated `when` in its properties; the same context gives the same bytes."""
        template = self._open()
        self._placed = Placed()
        try:
            template.render(_shallow(context), self._environment)
            self._placed.take_over(template.docx.element, template.docx.styles.element)
            _with_whole_cells(template.docx.element)
            # get_docx would read the template anew.
            properties = template.docx.core_properties
            properties.created = properties.modified = _in_utc(when)
            raw = io.BytesIO()
            template.save(raw)
        except _FAILED as error:
            raise self._wrong() from error
        return _with_fixed_dates(raw.getvalue())

    def _sound(self, file: Path) -> bytes:
        try:
            data = file.read_bytes()
            package = open_package(data)
            package.tree(package.main_part())
        except (OSError, DraftUnreadable) as error:
            raise self._broken() from error
        return data

    def _open(self) -> Any:  # noqa: ANN401 - docxtpl is not typed
        # It takes half as long to load as a whole run over one draft.
        from docxtpl import DocxTemplate

        template = DocxTemplate(io.BytesIO(self._data))
        try:
            template.render_init()
        except (*_FAILED, OSError, zipfile.BadZipFile) as error:
            raise self._broken() from error
        return template

    def _look_through(self, template: Any, context: type) -> frozenset[Field]:  # noqa: ANN401 - docxtpl is not typed
        found: set[Field] = set()
        for source in _sources(template):
            # A line for each paragraph, so that the place of a mistake can be told.
            by_line = re.sub(r"<w:p([ >])", r"\n<w:p\1", source)
            try:
                found |= asked(by_line, context, self._environment)
            except TemplateSyntaxError as error:
                raise self._mistaken(by_line.splitlines()[error.lineno - 1]) from error
            except UnknownName as error:
                near = f"; maksudnya “{error.near}”?" if error.near else "."
                raise TemplateRefused(f"Templat {self._name} memuat “{error.name}” yang tidak dikenal{near}") from error
            except NotAList as error:
                raise TemplateRefused(
                    f"Templat {self._name} mengulang “{error}” dengan perintah for, padahal itu bukan daftar."
                ) from error
        return frozenset(found)

    def _try(self, template: Any, context: object, *, full: bool) -> None:  # noqa: ANN401 - docxtpl is not typed
        """Fill it in for a try: what comes out must be XML; docxtpl itself would drop what is not."""
        whole = _shallow(context)
        try:
            etree.fromstring(template.build_xml(whole, self._environment))
            for kind in (template.HEADER_URI, template.FOOTER_URI):
                for _, xml in template.build_headers_footers_xml(whole, kind, self._environment):
                    etree.fromstring(xml)
                    if is_asked(xml):
                        raise self._wrong()
        except etree.LxmlError as error:
            raise self._wrong() from error
        except _FAILED as error:
            # What is never empty may be asked for its first, or reckoned with.
            if full:
                raise self._wrong() from error

    def _broken(self) -> TemplateRefused:
        return TemplateRefused(
            f"Templat {self._name} rusak atau bukan naskah Word (.docx); simpan ulang di Word, atau hapus agar templat "
            "bawaan yang dipakai."
        )

    def _mistaken(self, line: str) -> TemplateRefused:
        words = clean(_TAG.sub("", line))
        near = f" di dekat “{words[:_LONGEST_QUOTE]}”" if words else ""
        return TemplateRefused(
            f"Perintah dalam templat {self._name} salah tulis{near}; periksa kurung {{{{ }}}} dan {{% %}}, serta "
            "apakah setiap for dan if ditutup."
        )

    def _wrong(self) -> TemplateRefused:
        return TemplateRefused(
            f"Templat {self._name} tidak dapat diisi; periksa letak perintah {{% %}} di dalamnya, atau hapus agar "
            "templat bawaan yang dipakai."
        )


def _sources(template: Any) -> Iterator[str]:  # noqa: ANN401 - docxtpl is not typed
    """All parts of a template that docxtpl fills in, with the commands that Word has cut up put together again."""
    yield template.patch_xml(template.get_xml())
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(kind):
            yield template.patch_xml(template.get_part_xml(part))
    document = template.docx
    for part in document.part.package.parts:
        if part.content_type == _FOOTNOTES:
            yield template.patch_xml(part.blob.decode("utf-8"))
    yield from (getattr(document.core_properties, each) for each in _PROPERTIES)


def _shallow(context: Any) -> dict[str, object]:  # noqa: ANN401 - any dataclass
    return {each.name: getattr(context, each.name) for each in fields(context)}


def _in_utc(when: datetime) -> datetime:
    """The moment as python-docx writes it: UTC, without a zone of its own."""
    return when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when


def _with_whole_cells(document: etree._Element) -> None:
    """Put an empty paragraph into each cell that lost its last one to a list without entries: Word opens no other."""
    for cell in document.iter(_CELL):
        if not len(cell) or cell[-1].tag != _PARAGRAPH:
            etree.SubElement(cell, _PARAGRAPH)


def _with_fixed_dates(data: bytes) -> bytes:
    """The same zip without the moment at which it was packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            kept = zipfile.ZipInfo(entry.filename, _DATE)
            kept.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(kept, source.read(entry.filename))
    return out.getvalue()

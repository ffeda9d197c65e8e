"""The bytes of an Office file -> its parts, behind a gate against what is not one."""

import contextlib
import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import unquote

from lxml import etree

from pipeline.errors import DraftUnreadable
from pipeline.read.kinds import DAMAGED, encrypted, opendocument, presentation, refusal, spreadsheet
from pipeline.read.xml import transitional

# A draft of 559 pages (the largest specimen known) unpacks to less than a tenth of these.
MAX_ENTRIES = 5_000
MAX_PART = 300 * 1024 * 1024
MAX_TOTAL = 1024 * 1024 * 1024
# A tree takes some thirteen times its text; pictures may be larger.
MAX_XML = 100 * 1024 * 1024
# Ten times more than Word itself reaches; below this size a ratio says nothing.
MAX_RATIO = 500
RATIO_FROM = 5 * 1024 * 1024
# What a zip with wrong numbers and names in it makes the library say.
_TORN = (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error)

PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

NO_DOCUMENT = "Berkas ini tidak memuat naskah Word; minta naskah Word-nya kepada unit, tersimpan sebagai .docx."

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One relationship of a part; `target` is a part's name."""

    kind: str
    target: str


class Package:
    """The parts of an Office file, read on demand; what is missing or damaged beside the main part is remembered."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Keep the open archive; names are compared without case, as Office does."""
        self._archive = archive
        # Some archivers of Windows part folders with a backslash; Word opens such a file.
        self._names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self._missing: dict[str, None] = {}
        self._damaged: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that relationships read so far point at and the file does not hold, each once."""
        return tuple(self._missing)

    @property
    def damaged(self) -> tuple[str, ...]:
        """The parts that `sound` or a look at relationships found damaged so far, each once."""
        return tuple(self._damaged)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters."""
        return tuple(self._names)

    def has(self, name: str) -> bool:
        """Return whether the package holds the part."""
        return name.lower() in self._names

    def data(self, name: str) -> bytes:
        """Return a part's bytes; raises DraftUnreadable when they are damaged."""
        try:
            entry = self._archive.getinfo(self._names[name.lower()])
            with self._archive.open(entry) as part:
                # A directory may lie about a size: no more is ever unpacked than it declares.
                return part.read(entry.file_size)
        except (*_TORN, zlib.error, EOFError, RuntimeError) as error:
            raise DraftUnreadable("RD003", DAMAGED) from error

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part; raises DraftUnreadable for damaged XML, one with a DTD or a huge one."""
        return parse(transitional(self.data(name)), name)

    def sound(self, name: str, read: Callable[[bytes], Read]) -> Read | None:
        """Return what `read` makes of a part that the draft can do without; none, and kept in `damaged`, if it is.

        Raises DraftUnreadable for a DTD and for a huge part: those are attacks, not damage.
        """
        try:
            return read(self.data(name))
        except DraftUnreadable as error:
            if error.code not in ("RD003", "RD008"):
                raise
            self._damaged[name] = None
            return None

    def sound_tree(self, name: str) -> etree._Element | None:
        """Return the root of a part that the draft can do without, or none, as `sound` does."""
        return self.sound(name, lambda data: parse(transitional(data), name))

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return a part's relationships by id; those that point at no part of the file are kept in `missing`."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        root = self.sound_tree(rels) if self.has(rels) else None
        found: dict[str, Relationship] = {}
        for each in () if root is None else root.iter(f"{{{PACKAGE_RELS}}}Relationship"):
            written = each.get("Target", "").partition("#")[0]
            # Word itself writes NULL for a picture that it had lost already, and reads it as none.
            if each.get("TargetMode") == "External" or posixpath.basename(written) in ("", "NULL"):
                continue
            target = posixpath.normpath(posixpath.join("/", folder, written)).lstrip("/")
            target = target if self.has(target) else unquote(target)
            if self.has(target):
                found[each.get("Id", "")] = Relationship(kind=each.get("Type", ""), target=target)
            else:
                self._missing[target] = None
        return found

    def main_part(self) -> str:
        """Return the name of the document part; raises DraftUnreadable when there is none, or another program's."""
        named = (each.target for each in self.relationships("").values() if each.kind.endswith("/officeDocument"))
        main = next(named, "word/document.xml" if self.has("word/document.xml") else "")
        kind = self._content_type(main)
        if "spreadsheet" in kind or "ms-excel" in kind:
            raise spreadsheet()
        if "presentation" in kind or "powerpoint" in kind:
            raise presentation()
        if not main:
            raise DraftUnreadable("RD005", NO_DOCUMENT)
        return main

    def _content_type(self, part: str) -> str:
        """What the package says that a part is, in small letters; empty where it says nothing readable."""
        listed = "[Content_Types].xml"
        root = self.sound_tree(listed) if self.has(listed) else None
        for each in () if root is None else root.iter(f"{{{CONTENT_TYPES}}}Override"):
            if each.get("PartName", "").lstrip("/").lower() == part.lower():
                return each.get("ContentType", "").lower()
        return ""


def open_package(data: bytes) -> Package:
    """Return the package in the bytes; raises DraftUnreadable, with a code of its own for each reason.

    NeedsConversion, a kind of it, is raised for what LibreOffice can turn into .docx: .doc, .rtf and .odt.
    """
    if not data.startswith(b"PK"):
        if not data.strip(b"\0 \r\n\t"):
            raise DraftUnreadable("RD004", "Berkas ini kosong; minta unit mengirimkannya kembali.")
        raise refusal(data)
    package = unpacked(data)
    _refuse_opendocument(package, data)
    return package


def unpacked(data: bytes) -> Package:
    """Return the package in the bytes of a zip, whatever program it is for; raises DraftUnreadable at the gate."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _TORN as error:
        raise DraftUnreadable("RD003", DAMAGED) from error
    _gate(entries, len(data))
    return Package(archive)


def _refuse_opendocument(package: Package, data: bytes) -> None:
    manifest = b""
    if package.has("META-INF/manifest.xml"):
        with contextlib.suppress(DraftUnreadable):
            manifest = package.data("META-INF/manifest.xml")
    refused = opendocument(data, manifest)
    if refused is not None:
        raise refused


def parse(data: bytes, name: str = "") -> etree._Element:
    """Return the root of a part's XML, without DTD, entities or network; raises DraftUnreadable that names it."""
    if len(data) > MAX_XML:
        raise _swollen()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True,
        remove_pis=True, collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        # An entity within an attribute is a syntax error long before the document's type could be asked for.
        if b"<!DOCTYPE" in data:
            raise _with_dtd() from error
        what = f"Bagian {name} dalam berkas ini" if name else "Isi berkas ini"
        raise DraftUnreadable(
            "RD008", f"{what} rusak (baris {error.lineno or 1}); buka di Word, lalu simpan ulang."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _with_dtd()
    return root


def _gate(entries: list[zipfile.ZipInfo], size: int) -> None:
    total = sum(each.file_size for each in entries)
    inflated = total > RATIO_FROM and total > MAX_RATIO * size
    if len(entries) > MAX_ENTRIES or total > MAX_TOTAL or inflated or any(e.file_size > MAX_PART for e in entries):
        raise _swollen()
    if any(each.flag_bits & 1 for each in entries):
        raise encrypted()
    # Office stores or deflates; other ways of packing unpack without any limit.
    if any(each.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for each in entries):
        raise DraftUnreadable("RD003", DAMAGED)


def _swollen() -> DraftUnreadable:
    return DraftUnreadable(
        "RD006", "Isi berkas ini mengembang jauh melebihi naskah biasa (diduga bom zip); tidak dibuka demi keamanan."
    )


def _with_dtd() -> DraftUnreadable:
    return DraftUnreadable(
        "RD007", "Berkas ini memuat DTD, yang tidak pernah ditulis Word; tidak dibuka demi keamanan."
    )

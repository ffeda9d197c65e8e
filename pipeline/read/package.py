"""The bytes of an Office file -> its parts, behind a gate against what is not one."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

import msoffcrypto
from lxml import etree

from pipeline.errors import DraftUnreadable
from pipeline.read.xml import STRICT

# A draft of 559 pages (the largest specimen known) unpacks to less than a tenth of these.
MAX_ENTRIES = 5_000
MAX_PART = 300 * 1024 * 1024
MAX_TOTAL = 1024 * 1024 * 1024
# Ten times more than Word itself reaches; below this size a ratio says nothing.
MAX_RATIO = 500
RATIO_FROM = 5 * 1024 * 1024

PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"

_OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "berkas PDF"),
    (b"{\\rtf", "berkas RTF"),
    (b"<!DOCTYPE HTML", "halaman web (HTML)"),
    (b"<HTML", "halaman web (HTML)"),
    (b"<?XML", "berkas XML"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One relationship of a part; `target` is a part's name."""

    kind: str
    target: str


class Package:
    """The parts of an Office file, read on demand."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Keep the open archive; names are compared without case, as Office does."""
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        self._relationships: dict[str, dict[str, Relationship]] = {}

    def has(self, name: str) -> bool:
        """Return whether the package holds the part."""
        return name.lower() in self._names

    def data(self, name: str) -> bytes:
        """Return a part's bytes; raises DraftUnreadable when they are damaged."""
        try:
            return self._archive.read(self._names[name.lower()])
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise DraftUnreadable("RD003", _DAMAGED) from error

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part; raises DraftUnreadable for damaged XML or one with a DTD."""
        data = self.data(name)
        if b"purl.oclc.org/ooxml" in data:
            for strict, transitional in STRICT:
                data = data.replace(strict, transitional)
        return parse(data)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return a part's relationships by id; those that point at no part of the file are left out."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(rels):
            return {}
        found: dict[str, Relationship] = {}
        for each in self.tree(rels).iter(f"{{{PACKAGE_RELS}}}Relationship"):
            if each.get("TargetMode") == "External":
                continue
            target = each.get("Target", "")
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if self.has(target):
                found[each.get("Id", "")] = Relationship(kind=each.get("Type", ""), target=target)
        return found

    def main_part(self) -> str:
        """Return the name of the document part; raises DraftUnreadable when there is none."""
        for each in self.relationships("").values():
            if each.kind.endswith("/officeDocument"):
                return each.target
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise DraftUnreadable("RD005", NO_DOCUMENT)


NO_DOCUMENT = "Berkas ini tidak memuat naskah Word; minta naskah Word-nya kepada unit, tersimpan sebagai .docx."
_DAMAGED = "Berkas ini rusak atau tidak lengkap terkirim; minta unit mengirimkannya kembali."


def open_package(data: bytes) -> Package:
    """Return the package in the bytes; raises DraftUnreadable, with a code of its own for each reason."""
    if not data.strip(b"\0 \r\n\t"):
        raise DraftUnreadable("RD004", "Berkas ini kosong (0 bita); minta unit mengirimkannya kembali.")
    if not data.startswith(b"PK"):
        raise _not_a_package(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise DraftUnreadable("RD003", _DAMAGED) from error
    _gate(entries, len(data))
    return Package(archive)


def parse(data: bytes) -> etree._Element:
    """Return the root of an XML document, without DTD, entities or network."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True,
        remove_pis=True, collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DraftUnreadable(
            "RD008", f"Isi berkas ini rusak ({error.msg}); buka di Word lalu simpan ulang."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DraftUnreadable(
            "RD007", "Berkas ini memuat DTD, yang tidak pernah ditulis Word; tidak dibuka demi keamanan."
        )
    return root


def _gate(entries: list[zipfile.ZipInfo], size: int) -> None:
    total = sum(each.file_size for each in entries)
    inflated = total > RATIO_FROM and total > MAX_RATIO * size
    if len(entries) > MAX_ENTRIES or total > MAX_TOTAL or inflated or any(e.file_size > MAX_PART for e in entries):
        raise DraftUnreadable(
            "RD006",
            "Isi berkas ini mengembang jauh melebihi naskah biasa (diduga bom zip); tidak dibuka demi keamanan.",
        )
    if any(each.flag_bits & 1 for each in entries):
        raise _encrypted()


def _encrypted() -> DraftUnreadable:
    return DraftUnreadable("RD001", "Berkas ini dilindungi sandi; buka di Word, hapus sandinya, lalu simpan ulang.")


def _not_a_package(data: bytes) -> DraftUnreadable:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if is_encrypted(data):
            return _encrypted()
        return DraftUnreadable(
            "RD002", "Berkas ini berformat Word lama (.doc); buka di Word lalu simpan sebagai Dokumen Word (.docx)."
        )
    head = data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").upper()
    for mark, what in _OTHER_KINDS:
        if head.startswith(mark.upper()):
            return DraftUnreadable("RD002", f"Isi berkas ini {what}, bukan .docx; minta naskah Word-nya kepada unit.")
    return DraftUnreadable("RD002", "Isi berkas ini bukan naskah Word (.docx); minta naskah Word-nya kepada unit.")


def is_encrypted(data: bytes) -> bool:
    """Return whether an Office file, Word or Excel, is protected with a password."""
    try:
        return bool(msoffcrypto.OfficeFile(io.BytesIO(data)).is_encrypted())
    except (msoffcrypto.exceptions.FileFormatError, OSError, ValueError, TypeError):
        return False

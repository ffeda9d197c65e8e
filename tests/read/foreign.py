"""Files that are no .docx, as other programs write them: just enough of each for a look at its bytes."""

import io
import struct
import zipfile

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STREAM_SECTORS = 9


def ole(stream: str, content: bytes = b"") -> bytes:
    """Return a file of old Office that holds one stream ([MS-CFB]); without content it is filled with zeros."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9L", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109L", 0, *[_FREE] * 108)
    chain = [*range(3, 2 + _STREAM_SECTORS), _END]
    table = [_TABLE, _END, *chain]
    fat = struct.pack("<128L", *table, *[_FREE] * (128 - len(table)))
    body = content.ljust(_STREAM_SECTORS * _SECTOR, b"\0")
    entries = _entry("Root Entry", 5, child=1, start=_END, size=0) + _entry(stream, 2, start=2, size=len(body))
    return header + fat + entries + _entry("", 0) * 2 + body


def _entry(name: str, kind: int, *, child: int = _FREE, start: int = 0, size: int = 0) -> bytes:
    letters = name.encode("utf-16-le")
    length = len(letters) + 2 if name else 0
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBLLL", length, kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<LQ", start, size)
    )


def opendocument(kind: str, *, locked: bool = False) -> bytes:
    """Return an OpenDocument file without any content, as its first part names its kind."""
    out = io.BytesIO()
    secret = "<manifest:encryption-data/>" if locked else ""
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", "<office:document-content/>")
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest>{secret}</manifest:manifest>")
    return out.getvalue()


def office(part: str, kind: str) -> bytes:
    """Return an Office package whose main part is of another program (`xl/workbook.xml`)."""
    out = io.BytesIO()
    types = "http://schemas.openxmlformats.org/package/2006"
    role = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{types}/content-types"><Override PartName="/{part}" ContentType="{kind}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{types}/relationships"><Relationship Id="rId1" Type="{role}" Target="{part}"/>'
            "</Relationships>",
        )
        archive.writestr(part, "<workbook/>")
    return out.getvalue()


OLD_WORD = ole("WordDocument")
WORKBOOK = office("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
SLIDES = office(
    "ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
RTF = b"{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\pard Permohonan dicatat dalam buku agenda.\\par}"

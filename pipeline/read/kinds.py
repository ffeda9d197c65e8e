"""The bytes of a file that is no .docx -> what it really is, whatever its name says, and what to do about it."""

import io
import struct

import msoffcrypto

from pipeline.errors import DraftUnreadable, NeedsConversion

_ASK = "minta naskah Word-nya (.docx) kepada unit."
_INSTALL = "pasang LibreOffice di komputer ini, atau buka di Word lalu simpan sebagai .docx."
_IMAGE = f"Isi berkas ini gambar atau hasil pindai; {_ASK}"
DAMAGED = "Berkas ini rusak atau tidak lengkap terkirim; minta unit mengirimkannya kembali."

# What a foreign file begins with; case does not count, a byte order mark and blanks are passed over.
_BEGINNINGS: tuple[tuple[tuple[bytes, ...], str, str], ...] = (
    ((b"%PDF",), "RD010", f"Isi berkas ini dokumen PDF; {_ASK}"),
    (
        (b"<!DOCTYPE HTML", b"<HTML", b"<HEAD", b"<BODY", b"MIME-VERSION:"),
        "RD011",
        "Isi berkas ini halaman web (HTML); buka di Word lalu simpan sebagai .docx.",
    ),
    (
        (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"\xd7\xcd\xc6\x9a"),
        "RD014",
        _IMAGE,
    ),
    (
        (b"RAR!", b"7Z\xbc\xaf", b"\x1f\x8b"),
        "RD019",
        "Isi berkas ini arsip; ekstrak dahulu, lalu taruh naskah di dalamnya ke folder unit.",
    ),
    ((b"<?XML",), "RD020", "Isi berkas ini XML; buka di Word lalu simpan sebagai .docx."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The library that walks old Office files checks little and asserts much.
_STUMBLES = (
    msoffcrypto.exceptions.ParseError, OSError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError,
    AssertionError, RuntimeError, struct.error,
)  # fmt: skip
# Where the OLE directory cannot be walked, the names of its streams still tell the program.
_STREAMS = (("WordDocument", "doc97"), ("Workbook", "xls97"), ("Book", "xls97"), ("PowerPoint Document", "ppt97"))
# OpenDocument keeps its kind in a first part that is stored as it is, so that it can be read without unpacking.
_ODF = b"mimetypeapplication/vnd.oasis.opendocument."
_ODF_AT = 30


def encrypted() -> DraftUnreadable:
    """Return the refusal of a file that is protected by a password."""
    return DraftUnreadable("RD001", "Berkas ini dilindungi sandi; buka di Word, hapus sandinya, lalu simpan ulang.")


def may_be_foreign(head: bytes) -> bool:
    """Return whether a file with these first bytes (64 are enough) may be one for LibreOffice."""
    start = _start(head)
    return head.startswith(_OLE[:4]) or start.startswith(b"{\\RTF") or _is_opendocument(head)


def refusal(data: bytes) -> DraftUnreadable:
    """Return why a file that is no zip cannot be read as .docx; NeedsConversion where LibreOffice can help."""
    if data.startswith(_OLE[:4]):
        return _old_office(data)
    start = _start(data[:1024])
    if start.startswith(b"{\\RTF"):
        return NeedsConversion("RD016", f"Isi berkas ini berformat RTF; {_INSTALL}", "rtf")
    for marks, code, message in _BEGINNINGS:
        if start.startswith(marks):
            return DraftUnreadable(code, message)
    if _is_image(data):
        return DraftUnreadable("RD014", _IMAGE)
    if b"\0" in data[:1024] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return DraftUnreadable("RD021", f"Isi berkas ini tidak dikenali sebagai naskah Word; {_ASK}")
    return DraftUnreadable("RD002", f"Isi berkas ini teks biasa, bukan naskah Word (.docx); {_ASK}")


def opendocument(data: bytes, manifest: bytes) -> DraftUnreadable | None:
    """Return why an OpenDocument file cannot be read as .docx, or none where the bytes are no OpenDocument.

    `manifest` is its META-INF/manifest.xml, which tells of a password.
    """
    if not _is_opendocument(data):
        return None
    if b"encryption-data" in manifest:
        return encrypted()
    kind = data[_ODF_AT + len(_ODF) : _ODF_AT + len(_ODF) + 16]
    if kind.startswith(b"text"):
        return NeedsConversion("RD017", f"Isi berkas ini berformat OpenDocument (.odt); {_INSTALL}", "odt")
    if kind.startswith(b"spreadsheet"):
        return spreadsheet()
    if kind.startswith(b"presentation"):
        return presentation()
    return None


def spreadsheet() -> DraftUnreadable:
    """Return the refusal of a workbook."""
    return DraftUnreadable("RD012", f"Isi berkas ini lembar kerja (Excel), bukan naskah Word; {_ASK}")


def presentation() -> DraftUnreadable:
    """Return the refusal of slides."""
    return DraftUnreadable("RD013", f"Isi berkas ini salindia (PowerPoint), bukan naskah Word; {_ASK}")


def is_encrypted(data: bytes) -> bool:
    """Return whether an Office file, Word or Excel, is protected with a password."""
    return _office(data)[1]


def _old_office(data: bytes) -> DraftUnreadable:
    form, locked = _office(data)
    if locked:
        return encrypted()
    if form == "doc97":
        return NeedsConversion("RD015", f"Isi berkas ini berformat Word lama (.doc); {_INSTALL}", "doc")
    if form == "xls97":
        return spreadsheet()
    if form == "ppt97":
        return presentation()
    if form == "damaged":
        return DraftUnreadable("RD003", DAMAGED)
    return DraftUnreadable("RD022", f"Isi berkas ini dari program lain (misalnya Visio, Publisher, atau surel); {_ASK}")


def _office(data: bytes) -> tuple[str, bool]:
    """Which program wrote an Office file (msoffcrypto's name; `other`, `damaged`), and whether it has a password."""
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        return str(file.format), bool(file.is_encrypted())
    except msoffcrypto.exceptions.FileFormatError:
        return _by_streams(data, "other"), False
    except msoffcrypto.exceptions.DecryptionError:
        # Locked in a way that the library has never heard of.
        return "ooxml", True
    except _STUMBLES:
        return _by_streams(data, "damaged"), False


def _by_streams(data: bytes, otherwise: str) -> str:
    for stream, form in _STREAMS:
        # A stream's name stands in its directory entry in two-byte letters, filled up with zeros.
        if stream.encode("utf-16-le") + b"\0\0" in data:
            return form
    return otherwise


def _is_opendocument(data: bytes) -> bool:
    return data.startswith(b"PK") and data[_ODF_AT : _ODF_AT + len(_ODF)] == _ODF


def _is_image(data: bytes) -> bool:
    """Whether the bytes are an image whose first letters alone could begin a text: WebP, bitmap, HEIC."""
    web = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    bitmap = data.startswith(b"BM") and data[6:10] == b"\0\0\0\0"
    return web or bitmap or data[4:8] == b"ftyp"


def _start(head: bytes) -> bytes:
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").upper()

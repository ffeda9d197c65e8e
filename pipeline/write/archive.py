"""A zip and the parts to change in it -> the zip with all other entries as they lie in it, byte for byte.

The zip format is described in APPNOTE.TXT of PKWARE, sections 4.3.7 (local header) and 4.3.12 (central directory).
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
# Sizes follow the data instead of standing before it.
_SIZES_BEHIND = 0x8
_UTF8 = 0x800
_WIDE_EXTRA = 1
# Of the format, for what is only deflated.
_PLAIN_VERSION = 20


class _Entry(NamedTuple):
    info: zipfile.ZipInfo
    record: bytes


class _Written(NamedTuple):
    info: zipfile.ZipInfo
    offset: int
    flags: int
    crc: int
    packed: int
    size: int


def part_key(name: str) -> str:
    """Return a part's name as Office compares names: without case, folders parted by a slash."""
    return name.replace("\\", "/").lower()


def replaced(
    data: bytes, parts: Mapping[str, bytes], gone: Collection[str] = (), added: Mapping[str, bytes] | None = None
) -> bytes:
    """Return the zip with new bytes for the `parts` and without those `gone`; names, order, packing and dates stay.

    Parts are named by their `part_key`; those `added`, by their names, come last.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        out = io.BytesIO()
        directory = []
        for entry in _entries(data, archive):
            name = part_key(entry.info.filename)
            if name in gone:
                continue
            record, written = _record(entry, out.tell(), parts.get(name))
            out.write(record)
            directory.append(written)
        for file, content in (added or {}).items():
            record, written = _new(file, content, out.tell())
            out.write(record)
            directory.append(written)
        start = out.tell()
        for each in directory:
            out.write(_listed(each))
        count, size = len(directory), out.tell() - start
        out.write(_END.pack(b"PK\5\6", 0, 0, count, count, size, start, len(archive.comment)) + archive.comment)
        return out.getvalue()


def _entries(data: bytes, archive: zipfile.ZipFile) -> Iterator[_Entry]:
    infos = archive.infolist()
    starts = sorted({info.header_offset for info in infos} | {archive.start_dir})
    end_of = dict(pairwise(starts))
    for info in infos:
        # What follows the data (its sizes, or nothing) belongs to the entry.
        yield _Entry(info, data[info.header_offset : end_of[info.header_offset]])


def _packed(info: zipfile.ZipInfo, new: bytes) -> bytes:
    if info.compress_type == zipfile.ZIP_STORED:
        return new
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(new) + packer.flush()


def _record(entry: _Entry, offset: int, new: bytes | None) -> tuple[bytes, _Written]:
    info = entry.info
    if new is None:
        kept = _Written(info, offset, info.flag_bits, info.CRC, info.compress_size, info.file_size)
        return entry.record, kept
    head = _LOCAL.unpack_from(entry.record)
    name_at, extra_at = _LOCAL.size, _LOCAL.size + head[9]
    name, extra = entry.record[name_at:extra_at], _narrow(entry.record[extra_at : extra_at + head[10]])
    packed, crc, flags = _packed(info, new), zlib.crc32(new), head[2] & ~_SIZES_BEHIND
    fixed = _LOCAL.pack(*head[:2], flags, *head[3:6], crc, len(packed), len(new), len(name), len(extra))
    return fixed + name + extra + packed, _Written(info, offset, flags, crc, len(packed), len(new))


def _new(name: str, content: bytes, offset: int) -> tuple[bytes, _Written]:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.orig_filename = name
    info.extract_version = info.create_version = _PLAIN_VERSION
    packed, crc = _packed(info, content), zlib.crc32(content)
    date = (info.date_time[0] - 1980) << 9 | info.date_time[1] << 5 | info.date_time[2]
    encoded = name.encode("ascii")
    fixed = _LOCAL.pack(
        b"PK\3\4", _PLAIN_VERSION, 0, info.compress_type, 0, date, crc, len(packed), len(content), len(encoded), 0
    )
    return fixed + encoded + packed, _Written(info, offset, 0, crc, len(packed), len(content))


def _listed(written: _Written) -> bytes:
    info = written.info
    date = (info.date_time[0] - 1980) << 9 | info.date_time[1] << 5 | info.date_time[2]
    time = info.date_time[3] << 11 | info.date_time[4] << 5 | info.date_time[5] // 2
    name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")
    extra = _narrow(info.extra)
    fixed = _CENTRAL.pack(
        b"PK\1\2", info.create_version | info.create_system << 8, info.extract_version | info.reserved << 8,
        written.flags, info.compress_type, time, date, written.crc, written.packed, written.size,
        len(name), len(extra), len(info.comment), 0, info.internal_attr, info.external_attr, written.offset,
    )  # fmt: skip
    return fixed + name + extra + info.comment


def _narrow(extra: bytes) -> bytes:
    """The extra field without sizes of 64 bits, which no workbook behind the gate of `read` needs."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind != _WIDE_EXTRA:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept

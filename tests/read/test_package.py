"""What is no readable draft is refused with a code of its own and one sentence; what Word opens is read."""

import io
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from pipeline.errors import DraftUnreadable
from pipeline.intake import Submission, read_sops
from pipeline.model.draft import Draft, Paragraph
from pipeline.model.sop import Unreadable
from pipeline.read.word import read_draft
from tests.builder import DraftBuilder, package

TEXT = "Permohonan dicatat dalam buku agenda."
PLAIN = DraftBuilder().paragraph(TEXT).build()
DOCUMENT = "word/document.xml"


def with_part(name: str, change: Callable[[bytes], bytes], draft: bytes = PLAIN) -> bytes:
    """The draft with one part changed, deflated as Word does it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(draft)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, change(old.read(each)) if each == name else old.read(each))
    return out.getvalue()


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(old.encode(), new.encode())


def locked() -> bytes:
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(PLAIN)).encrypt("rahasia", out)
    return out.getvalue()


def declaring(size: int) -> bytes:
    """The draft with a directory that says of each part that it unpacks to so many bytes."""
    data = bytearray(PLAIN)
    for entry in re.finditer(b"PK\x01\x02", PLAIN):
        struct.pack_into("<L", data, entry.start() + 24, size)
    return bytes(data)


def swollen() -> bytes:
    """A part that really unpacks to far more than any draft."""
    return with_part(DOCUMENT, lambda _: b" " * 8_000_000)


def crowded() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for at in range(5_001):
            archive.writestr(f"word/media/{at}.png", b"")
    return out.getvalue()


def zip_locked() -> bytes:
    """A zip with a password, as an archive program writes it: the parts' flags say so."""
    data = bytearray(PLAIN)
    for entry in re.finditer(b"PK\x01\x02", PLAIN):
        data[entry.start() + 8] |= 1
    return bytes(data)


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016
DTD = '<!DOCTYPE w:document [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document '

BAD = [
    pytest.param(locked(), "RD001", "sandi", id="protected by a password"),
    pytest.param(zip_locked(), "RD001", "sandi", id="zip with a password"),
    pytest.param(OLD_WORD, "RD002", "Word lama", id="old Word"),
    pytest.param(b"%PDF-1.7\n1 0 obj", "RD002", "PDF", id="renamed PDF"),
    pytest.param(b"{\\rtf1\\ansi Permohonan}", "RD002", "RTF", id="renamed RTF"),
    pytest.param(b"\xef\xbb\xbf\r\n<html><body>", "RD002", "HTML", id="renamed web page"),
    pytest.param(b"<!doctype html>", "RD002", "HTML", id="renamed web page with a doctype"),
    pytest.param(b"<?xml version='1.0'?><a/>", "RD002", "XML", id="flat XML"),
    pytest.param(TEXT.encode(), "RD002", "bukan naskah Word", id="plain text"),
    pytest.param(PLAIN[: len(PLAIN) // 2], "RD003", "rusak", id="zip cut off in the middle"),
    pytest.param(PLAIN.replace(b"dicatat", b"dicoret"), "RD003", "rusak", id="a part's checksum is wrong"),
    pytest.param(b"PK\x03\x04", "RD003", "rusak", id="nothing but a zip's first bytes"),
    pytest.param(b"", "RD004", "kosong", id="no bytes"),
    pytest.param(b"\0" * 4096, "RD004", "kosong", id="zeros, as a broken download leaves them"),
    pytest.param(package({"mimetype": "x"}), "RD005", "tidak memuat naskah Word", id="zip without a document"),
    pytest.param(declaring(400 * 1024 * 1024), "RD006", "bom zip", id="small file that declares huge parts"),
    pytest.param(swollen(), "RD006", "bom zip", id="small file that unpacks to a huge part"),
    pytest.param(crowded(), "RD006", "bom zip", id="thousands of parts"),
    pytest.param(with_part(DOCUMENT, replaced("<w:document ", DTD)), "RD007", "DTD", id="DTD in the document"),
    pytest.param(with_part(DOCUMENT, replaced("</w:body>", "")), "RD008", "rusak", id="damaged XML"),
    pytest.param(with_part(DOCUMENT, lambda _: b""), "RD008", "rusak", id="empty document part"),
    pytest.param(with_part("_rels/.rels", lambda _: b"<x"), "RD008", "rusak", id="damaged relationships"),
]


@pytest.mark.parametrize(("data", "code", "says"), BAD)
def test_what_cannot_be_read_is_refused_with_its_own_code_and_one_sentence(data: bytes, code: str, says: str) -> None:
    with pytest.raises(DraftUnreadable) as refused:
        read_draft(data, "naskah.docx")
    assert refused.value.code == code
    assert says in refused.value.message
    assert refused.value.message.endswith(".")
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(("data", "code", "says"), BAD)
def test_a_refused_file_is_one_result_among_others(data: bytes, code: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "naskah.docx"
    path.write_bytes(data)
    (found,) = read_sops(Submission(path=path, name="unit/naskah.docx", folder="unit"))
    assert isinstance(found, Unreadable)
    assert (found.file, found.folder, found.code) == ("unit/naskah.docx", "unit", code)
    assert says in found.message


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    (found,) = read_sops(Submission(path=tmp_path, name="naskah.docx", folder=""))
    assert isinstance(found, Unreadable)
    assert found.code == "RD009"


_DANGLING = '<Relationship Id="rId77" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>'
_ELSEWHERE = '<Relationship Id="r8" Type="http://x/image" Target="https://x" TargetMode="External"/></Relationships>'
_RELATIONS = "word/_rels/document.xml.rels"
GOOD = [
    pytest.param(PLAIN, id="as built"),
    pytest.param(with_part(DOCUMENT, lambda part: part), id="deflated"),
    pytest.param(with_part(_RELATIONS, replaced("</Relationships>", _DANGLING)), id="relationship to a missing part"),
    pytest.param(with_part(_RELATIONS, replaced("</Relationships>", _ELSEWHERE)), id="relationship to the web"),
    pytest.param(with_part(_RELATIONS, replaced('"styles.xml"', '"/word/styles.xml"')), id="target from the root"),
    pytest.param(with_part(_RELATIONS, replaced('"styles.xml"', '"STYLES.xml"')), id="target in capitals"),
    pytest.param(with_part("_rels/.rels", replaced("officeDocument", "other")), id="no relationship to the document"),
    pytest.param(PLAIN + b"\0" * 512, id="zeros behind the end"),
]


@pytest.mark.parametrize("data", GOOD)
def test_what_word_opens_is_read(data: bytes) -> None:
    assert _texts(read_draft(data, "naskah.docx")) == [TEXT]


def test_an_entity_is_never_resolved() -> None:
    data = with_part(DOCUMENT, replaced("dicatat", "&e;"), with_part(DOCUMENT, replaced("<w:document ", DTD)))
    with pytest.raises(DraftUnreadable) as refused:
        read_draft(data, "naskah.docx")
    assert refused.value.code == "RD007"


def _texts(draft: Draft) -> list[str]:
    return [each.text for each in draft.blocks if isinstance(each, Paragraph) and each.text]

"""What is no readable draft is refused with a code of its own and one sentence; what Word opens is read."""

import errno
import hashlib
import io
import json
import os
import re
import struct
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from pipeline.errors import DraftUnreadable
from pipeline.intake import Submission, read_sops, why_not_opened
from pipeline.model.draft import Draft, Paragraph
from pipeline.model.sop import Unreadable
from pipeline.read.package import open_package
from pipeline.read.word import read_draft
from pipeline.run import DRAFTS
from tests.builder import DraftBuilder, package
from tests.read.foreign import OLD_WORD, PNG, RTF, SLIDES, WORKBOOK, ole, opendocument

ROOT = Path(__file__).parents[2]

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


def lying() -> bytes:
    """A part that unpacks to 64 MB while the directory says a thousand bytes."""
    data = bytearray(with_part("word/numbering.xml", lambda _: b" " * 64_000_000))
    sizes = 64_000_000
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        for entry in re.finditer(mark, bytes(data)):
            if struct.unpack_from("<L", data, entry.start() + at)[0] == sizes:
                struct.pack_into("<L", data, entry.start() + at, 1_000)
    return bytes(data)


def bzipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as new:
        for each in old.namelist():
            new.writestr(each, old.read(each))
    return out.getvalue()


DTD = '<!DOCTYPE w:document [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document '

ENTITY = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">]><w:document w:x="&a;&b;" '
ARCHIVE = b"Rar!\x1a\x07\x01\0"

BAD = [
    pytest.param(locked(), "RD001", "sandi", id="protected by a password"),
    pytest.param(zip_locked(), "RD001", "sandi", id="zip with a password"),
    pytest.param(opendocument("text", locked=True), "RD001", "sandi", id="OpenDocument with a password"),
    pytest.param(TEXT.encode(), "RD002", "teks biasa", id="plain text"),
    pytest.param(b"BMN adalah barang milik negara.", "RD002", "teks biasa", id="plain text that begins like a bitmap"),
    pytest.param(TEXT.encode("utf-16"), "RD002", "teks biasa", id="plain text in two-byte letters"),
    pytest.param(PLAIN[: len(PLAIN) // 2], "RD003", "rusak", id="zip cut off in the middle"),
    pytest.param(PLAIN.replace(b"dicatat", b"dicoret"), "RD003", "rusak", id="a part's checksum is wrong"),
    pytest.param(b"PK\x03\x04", "RD003", "rusak", id="nothing but a zip's first bytes"),
    pytest.param(bzipped(), "RD003", "rusak", id="packed in a way that Office does not know"),
    pytest.param(ole("")[:512], "RD003", "rusak", id="old Office cut off behind its header"),
    pytest.param(b"", "RD004", "kosong", id="no bytes"),
    pytest.param(b"\0" * 4096, "RD004", "kosong", id="zeros, as a broken download leaves them"),
    pytest.param(package({"mimetype": "x"}), "RD005", "tidak memuat naskah Word", id="zip without a document"),
    pytest.param(opendocument("graphics"), "RD005", "tidak memuat naskah Word", id="OpenDocument drawing"),
    pytest.param(declaring(400 * 1024 * 1024), "RD006", "bom zip", id="small file that declares huge parts"),
    pytest.param(swollen(), "RD006", "bom zip", id="small file that unpacks to a huge part"),
    pytest.param(crowded(), "RD006", "bom zip", id="thousands of parts"),
    pytest.param(with_part(DOCUMENT, replaced("<w:document ", DTD)), "RD007", "DTD", id="DTD in the document"),
    pytest.param(with_part(DOCUMENT, replaced("<w:document ", ENTITY)), "RD007", "DTD", id="entity in an attribute"),
    pytest.param(with_part("word/styles.xml", replaced("<w:styles ", DTD)), "RD007", "DTD", id="DTD in the styles"),
    pytest.param(with_part(DOCUMENT, replaced("</w:body>", "")), "RD008", DOCUMENT, id="damaged XML"),
    pytest.param(with_part(DOCUMENT, lambda _: b""), "RD008", "rusak", id="empty document part"),
    pytest.param(b"%PDF-1.7\n1 0 obj", "RD010", "PDF", id="renamed PDF"),
    pytest.param(b"\xef\xbb\xbf\r\n<html><body>", "RD011", "HTML", id="renamed web page"),
    pytest.param(b"<!doctype html>", "RD011", "HTML", id="renamed web page with a doctype"),
    pytest.param(b"MIME-Version: 1.0\r\n", "RD011", "HTML", id="web page in one file"),
    pytest.param(WORKBOOK, "RD012", "Excel", id="renamed .xlsx"),
    pytest.param(ole("Workbook"), "RD012", "Excel", id="renamed .xls"),
    pytest.param(ole("Book"), "RD012", "Excel", id="renamed .xls of Excel 95"),
    pytest.param(opendocument("spreadsheet"), "RD012", "Excel", id="renamed .ods"),
    pytest.param(SLIDES, "RD013", "PowerPoint", id="renamed .pptx"),
    pytest.param(ole("PowerPoint Document"), "RD013", "PowerPoint", id="renamed .ppt"),
    pytest.param(opendocument("presentation"), "RD013", "PowerPoint", id="renamed .odp"),
    pytest.param(PNG, "RD014", "gambar", id="renamed picture"),
    pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF", "RD014", "gambar", id="renamed photograph"),
    pytest.param(b"\0\0\0\x18ftypheic", "RD014", "gambar", id="renamed photograph of a telephone"),
    pytest.param(OLD_WORD, "RD015", ".doc", id="old Word"),
    pytest.param(RTF, "RD016", "RTF", id="renamed RTF"),
    pytest.param(opendocument("text"), "RD017", ".odt", id="renamed .odt"),
    pytest.param(ARCHIVE, "RD019", "arsip", id="archive"),
    pytest.param(b"<?xml version='1.0'?><a/>", "RD020", "XML", id="flat XML"),
    pytest.param(b"\x13\x37\0\x01" * 64, "RD021", "tidak dikenali", id="bytes of no known program"),
    pytest.param(ole("VisioDocument"), "RD022", "Visio", id="old Office of another program"),
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
    # An empty batch: nothing was converted, as on a computer without LibreOffice.
    (found,) = read_sops(Submission(path=path, name="unit/naskah.docx", folder="unit"), {})
    assert isinstance(found, Unreadable)
    assert (found.file, found.folder, found.code) == ("unit/naskah.docx", "unit", code)
    assert found.sha256 == (hashlib.sha256(data).hexdigest() if data else "")
    assert says in found.message


def test_every_kind_of_foreign_file_has_a_code_of_its_own() -> None:
    codes = {each.values[1] for each in BAD}
    assert codes == {f"RD{number:03}" for number in range(1, 23)} - {"RD009", "RD018"}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with a unit's folder of all that is bad and one good draft."""
    folder = tmp_path / "input" / "drafts" / "penmad"
    folder.mkdir(parents=True)
    for at, each in enumerate(BAD):
        (folder / f"{at:02}.docx").write_bytes(bytes(each.values[0]))  # type: ignore[call-overload]
    (folder / "baik.docx").write_bytes(PLAIN)
    book = openpyxl.Workbook()
    for row in (("No", "Unit Kerja", "Nama SOP"), (1, "Seksi Pendidikan Madrasah", "SOP Pencatatan Permohonan")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "input" / "inventory.xlsx")
    return tmp_path


@pytest.mark.parametrize(
    "words", [("extract", "--json", "input/drafts/penmad/*.docx"), ("run", ".")], ids=["extract", "run"]
)
def test_a_folder_of_all_that_is_bad_stops_neither_the_good_draft_nor_the_batch(
    words: tuple[str, ...], workspace: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", *words],
        cwd=workspace,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 3
    lines = done.stdout if words[0] == "extract" else (workspace / "output" / DRAFTS).read_text(encoding="utf-8")
    found = [json.loads(line) for line in lines.splitlines()]
    refused = {Path(each["source"]["file"]).name: each["error"]["code"] for each in found if "error" in each}
    for at, each in enumerate(BAD):
        code, name = str(each.values[1]), f"{at:02}.docx"
        # Where LibreOffice is installed it has its say about .doc, .rtf and .odt.
        if code in ("RD015", "RD016", "RD017"):
            assert refused.get(name, code) in (code, "RD018")
        else:
            assert refused[name] == code
    assert "penmad/baik.docx" in [each["source"]["file"][-16:] for each in found if "error" not in each]
    assert [line.rpartition(" [")[2] for line in done.stderr.splitlines()] == [f"{each}]" for each in refused.values()]


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOENT, "tidak ada"),
        (errno.EACCES, "izinnya"),
        (errno.ENAMETOOLONG, "terlalu panjang"),
        (errno.EISDIR, "folder"),
        (errno.ENODEV, f"kode sistem {errno.ENODEV}"),
    ],
)
def test_what_the_system_says_is_told_in_indonesian(number: int, says: str, tmp_path: Path) -> None:
    told = why_not_opened(OSError(number, os.strerror(number)), tmp_path / "naskah.docx")
    assert says in told
    assert os.strerror(number) not in told


def test_a_folder_a_missing_file_and_a_name_too_long_are_refused_in_words(tmp_path: Path) -> None:
    for path, says in (
        (tmp_path, "folder"),
        (tmp_path / "tak ada.docx", "tidak ada"),
        (tmp_path / ("a" * 300), "panjang"),
    ):
        (found,) = read_sops(Submission(path=path, name="naskah.docx", folder=""))
        assert isinstance(found, Unreadable)
        assert (found.code, found.sha256) == ("RD009", "")
        assert says in found.message


def backslashed() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            new.writestr(each.replace("/", "\\"), old.read(each))
    return out.getvalue()


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
    pytest.param(with_part("_rels/.rels", lambda _: b"<x"), id="damaged relationships of the package"),
    pytest.param(with_part("[Content_Types].xml", lambda _: b"<x"), id="damaged list of contents"),
    pytest.param(
        with_part("[Content_Types].xml", replaced("wordprocessingml.document", "wordprocessingml.template")),
        id="template",
    ),
    pytest.param(
        with_part(
            "[Content_Types].xml",
            replaced(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                "application/vnd.ms-word.document.macroEnabled.main",
            ),
        ),
        id="with macros",
    ),
    pytest.param(backslashed(), id="folders parted by backslashes"),
]


@pytest.mark.parametrize("data", GOOD)
def test_what_word_opens_is_read(data: bytes) -> None:
    assert _texts(read_draft(data, "naskah.docx")) == [TEXT]


# What a package remembers


def relations(*targets: str) -> bytes:
    """The draft with further relationships of its document to these targets."""
    more = "".join(
        f'<Relationship Id="x{at}" Type="http://x/image" Target="{each}"/>' for at, each in enumerate(targets)
    )
    return with_part(_RELATIONS, replaced("</Relationships>", more + "</Relationships>"))


def test_missing_parts_are_named_once_and_what_word_takes_for_none_is_not() -> None:
    data = relations(
        "media/a.png", "../word/media/a.png", "NULL", "../NULL", "", "#_Toc1", "/media/b%20c.png", "STYLES.xml"
    )
    opened = open_package(data)
    assert opened.missing == ()
    kinds = [each.target for each in opened.relationships(opened.main_part()).values()]
    assert kinds[-1] == "word/STYLES.xml"
    assert opened.missing == ("word/media/a.png", "media/b c.png")


def test_a_damaged_part_beside_the_text_is_none_and_remembered() -> None:
    damaged = open_package(with_part("word/styles.xml", lambda _: b"<w:styles"))
    assert damaged.sound_tree("word/styles.xml") is None
    assert damaged.sound_tree("word/numbering.xml") is not None
    assert damaged.sound("word/styles.xml", len) == len(b"<w:styles")
    assert damaged.damaged == ("word/styles.xml",)
    torn = PLAIN.replace(b"<w:abstractNum ", b"<w:abstractNam ")
    package_of_it = open_package(torn)
    assert package_of_it.sound("word/numbering.xml", len) is None
    assert package_of_it.damaged == ("word/numbering.xml",)


def test_an_attack_beside_the_text_is_refused_and_no_damage() -> None:
    with pytest.raises(DraftUnreadable) as refused:
        open_package(with_part("word/styles.xml", replaced("<w:styles ", DTD))).sound_tree("word/styles.xml")
    assert refused.value.code == "RD007"


def test_a_directory_that_lies_about_a_size_unpacks_no_more_than_it_says() -> None:
    opened = open_package(lying())
    tracemalloc.start()
    with pytest.raises(DraftUnreadable) as refused:
        opened.data("word/numbering.xml")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.code == "RD003"
    assert most < 8_000_000


def test_an_entity_is_never_resolved() -> None:
    data = with_part(DOCUMENT, replaced("dicatat", "&e;"), with_part(DOCUMENT, replaced("<w:document ", DTD)))
    with pytest.raises(DraftUnreadable) as refused:
        read_draft(data, "naskah.docx")
    assert refused.value.code == "RD007"


def _texts(draft: Draft) -> list[str]:
    return [each.text for each in draft.blocks if isinstance(each, Paragraph) and each.text]

"""A draft in .doc, .rtf or .odt is read by way of LibreOffice; without it one sentence says what to do."""

import hashlib
import io
import json
import os
import shutil
import socketserver
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import DraftUnreadable
from pipeline.intake import Submission, converted, read_all, read_sops
from pipeline.model.draft import Held, Treated
from pipeline.model.sop import Sop, Unreadable
from pipeline.read.convert import Foreign, convert, find_office
from tests.read.foreign import OLD_WORD, RTF, opendocument

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "input" / "drafts" / "penmad" / "Mutasi siswa.docx"
OFFICE = find_office()
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed here")
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="stands in for LibreOffice with a POSIX script")
CONVERTED = Held(what="converted", count=1, treated=Treated.READ)


def submission(path: Path) -> Submission:
    return Submission(path=path, name=f"penmad/{path.name}", folder="penmad")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One draft of the sample as .doc, .rtf and .odt, as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("saved")
    for ending in ("doc", "rtf", "odt"):
        command = [str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", ending, "--outdir", str(folder), str(SAMPLE)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {ending: folder / f"Mutasi siswa.{ending}" for ending in ("doc", "rtf", "odt")}


def facts(sop: Sop) -> object:
    """What the text of a draft says, whatever the format."""
    steps = [(each.number, each.activity, each.requirements, each.output) for each in sop.steps]
    number, title = sop.identity.number, sop.identity.title
    dates = (sop.identity.created, sop.identity.effective)
    basis = [each.text for each in sop.identity.legal_basis]
    return number and number.text, title and title.text, [each and each.iso for each in dates], basis, steps


@needs_office
def test_each_format_says_what_the_docx_says_and_keeps_its_own_name_and_hash(saved: dict[str, Path]) -> None:
    (plain,) = read_sops(submission(SAMPLE))
    assert isinstance(plain, Sop)
    assert CONVERTED not in plain.held
    sops, unreadable = read_all([submission(each) for each in saved.values()])
    assert unreadable == ()
    assert [each.file for each in sops] == [f"penmad/{each.name}" for each in saved.values()]
    for sop, path in zip(sops, saved.values(), strict=True):
        assert facts(sop) == facts(plain), path.name
        assert sop.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert CONVERTED in sop.held


@needs_office
def test_content_counts_and_not_the_name_and_a_file_alone_is_converted_too(
    saved: dict[str, Path], tmp_path: Path
) -> None:
    disguised = tmp_path / "naskah.docx"
    shutil.copy(saved["doc"], disguised)
    (found,) = read_sops(submission(disguised))
    assert isinstance(found, Sop)
    assert CONVERTED in found.held
    named_doc = tmp_path / "naskah.doc"
    shutil.copy(SAMPLE, named_doc)
    (found,) = read_sops(submission(named_doc))
    assert isinstance(found, Sop)
    assert CONVERTED not in found.held


@needs_office
def test_what_libreoffice_cannot_read_is_told_and_the_others_are_converted(
    saved: dict[str, Path], tmp_path: Path
) -> None:
    bad = tmp_path / "lama.doc"
    bad.write_bytes(OLD_WORD)
    empty = tmp_path / "kosong.odt"
    empty.write_bytes(opendocument("text"))
    sops, unreadable = read_all([submission(each) for each in (bad, saved["doc"], empty)])
    assert [each.file for each in sops] == ["penmad/Mutasi siswa.doc"]
    assert {each.code for each in unreadable} <= {"RD018"}
    assert [each.file for each in unreadable][:1] == ["penmad/lama.doc"]
    assert all("simpan sebagai .docx" in each.message for each in unreadable)


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine and the list of who called it."""
    calls: list[str] = []

    class Listener(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            calls.append(str(self.client_address))

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", calls
        server.shutdown()


@needs_office
def test_a_draft_cannot_make_libreoffice_fetch_anything(
    listener: tuple[str, list[str]], saved: dict[str, Path]
) -> None:
    address, calls = listener
    linked = (
        '<text:p><draw:frame text:anchor-type="paragraph" svg:width="3cm" svg:height="3cm"><draw:image '
        f'xlink:href="{address}/logo.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>'
        "</text:p></office:text>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(saved["odt"]) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.infolist():
            new.writestr(each, old.read(each).replace(b"</office:text>", linked.encode()))
    (made,) = convert([Foreign(out.getvalue(), "odt")], office())
    assert isinstance(made, bytes)
    assert calls == []


def office() -> Path:
    assert OFFICE is not None
    return OFFICE


# Without LibreOffice, or with one that does not work


FOREIGN = {"lama.doc": (OLD_WORD, "RD015"), "teks.rtf": (RTF, "RD016"), "naskah.odt": (opendocument("text"), "RD017")}


def test_without_libreoffice_one_sentence_says_what_was_found_and_what_to_do(tmp_path: Path) -> None:
    for name, (data, code) in FOREIGN.items():
        (tmp_path / name).write_bytes(data)
        (found,) = read_sops(submission(tmp_path / name), {})
        assert isinstance(found, Unreadable)
        assert found.code == code
        assert "pasang LibreOffice" in found.message
        assert "simpan sebagai .docx" in found.message
        assert found.sha256 == hashlib.sha256(data).hexdigest()


@needs_posix
@pytest.mark.skipif(bool(list(Path("/opt").glob("libreoffice*"))), reason="LibreOffice is installed outside PATH")
@pytest.mark.skipif(sys.platform == "darwin", reason="LibreOffice of macOS is found without PATH")
def test_the_command_goes_on_without_libreoffice_and_ends_with_status_3(tmp_path: Path) -> None:
    for name, (data, _) in FOREIGN.items():
        (tmp_path / name).write_bytes(data)
    shutil.copy(SAMPLE, tmp_path / "baik.docx")
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "extract", "--json", "*"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 3
    found = [json.loads(line) for line in done.stdout.splitlines()]
    codes = {each["source"]["file"]: each["error"]["code"] for each in found if "error" in each}
    assert codes == {name: code for name, (_, code) in FOREIGN.items()}
    assert [each["source"]["file"] for each in found if "error" not in each] == ["baik.docx"]


def script(folder: Path, text: str) -> Path:
    """A program in the place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n{text}", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def refused(found: bytes | DraftUnreadable) -> str:
    assert isinstance(found, DraftUnreadable)
    assert found.code == "RD018"
    return found.message


@needs_posix
def test_a_program_that_makes_nothing_is_told_for_each_file(tmp_path: Path) -> None:
    found = convert([Foreign(RTF, "rtf"), Foreign(OLD_WORD, "doc")], script(tmp_path, "raise SystemExit(1)"))
    assert ["tidak dapat membacanya" in refused(each) for each in found] == [True, True]


@needs_posix
def test_a_file_that_ends_the_program_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    text = (
        "import pathlib, sys\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "out.mkdir(exist_ok=True)\n"
        "for each in map(pathlib.Path, sys.argv[sys.argv.index('--outdir') + 2:]):\n"
        "    if b'rusak' in each.read_bytes(): raise SystemExit(1)\n"
        "    (out / f'{each.stem}.docx').write_bytes(b'jadi')\n"
    )
    found = convert([Foreign(b"a", "rtf"), Foreign(b"rusak", "doc"), Foreign(b"c", "odt")], script(tmp_path, text))
    assert (found[0], found[2]) == (b"jadi", b"jadi")
    assert "tidak dapat membacanya" in refused(found[1])


@needs_posix
def test_a_program_that_does_not_end_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    beats = tmp_path / "beats"
    text = (
        "import os, time\n"
        "os.fork()\n"
        f"with open({str(beats)!r}, 'a') as file:\n"
        "    for _ in range(1200):\n"
        "        print(os.getpid(), file=file, flush=True)\n"
        "        time.sleep(0.05)\n"
    )
    found = convert([Foreign(RTF, "rtf")], script(tmp_path, text), patience=(2, 0))
    assert "tidak selesai" in refused(found[0])
    heard = beats.read_text().split()
    assert len(set(heard)) == 2
    time.sleep(0.3)
    assert beats.read_text().split() == heard


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    found = convert([Foreign(RTF, "rtf"), Foreign(RTF, "rtf")], tmp_path / "tidak-ada")
    assert ["tidak dapat dijalankan" in refused(each) for each in found] == [True, True]


def test_nothing_is_asked_of_libreoffice_where_every_draft_is_a_docx(tmp_path: Path) -> None:
    assert converted([submission(SAMPLE), submission(tmp_path / "tidak ada.docx")]) == {}


@needs_office
def test_a_result_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lama.doc"
    path.write_bytes(OLD_WORD)
    (found,) = read_sops(submission(path), {path: b"PK tidak utuh"})
    assert isinstance(found, Unreadable)
    assert found.code == "RD018"
    assert "hasil LibreOffice tidak terbaca" in found.message

"""Files of other formats -> .docx or .xlsx, by LibreOffice where this computer has it; nothing else is touched."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import DraftUnreadable

# Starting takes some seconds, on an old PC with a virus scanner half a minute; a long draft rarely takes ten more.
PATIENCE = (90.0, 30.0)
_TIMES_WITHOUT_END = 2

# A profile of its own, so that the user's open LibreOffice is not asked; nothing in a draft may run or be fetched.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


class Foreign(NamedTuple):
    """A file in another format: its bytes and the ending of its format's file names (`doc`, `xls`)."""

    data: bytes
    ending: str


def find_office() -> Path | None:
    """Return LibreOffice's program for the command line, or none where it is in none of its usual places."""
    # Windows' own order of endings prefers soffice.com, which waits for its end, to soffice.exe.
    named = shutil.which("soffice") or shutil.which("libreoffice")
    if named is not None:
        return Path(named)
    return next((each for each in _usual_places() if each.is_file()), None)


def convert(
    files: Sequence[Foreign], office: Path, patience: tuple[float, float] = PATIENCE, into: str = "docx"
) -> tuple[bytes | DraftUnreadable, ...]:
    """Return for each file the bytes of its .docx, or the reason (RD018) why LibreOffice made none.

    All go in one call, because starting costs seconds; those that it left undone are tried again one by one. `patience`
    is how many seconds it may take to start, and for each file; `into` is the ending of what is made.
    """
    if not files:
        return ()
    # On Windows a program that was stopped may hold its files a moment longer than it lives.
    with tempfile.TemporaryDirectory(prefix="sop-pleno-", ignore_cleanup_errors=True) as made:
        room = Path(made)
        profile = room / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        paths = [room / f"{at}.{each.ending}" for at, each in enumerate(files)]
        for path, each in zip(paths, files, strict=True):
            path.write_bytes(each.data)
        return tuple(_converted(office, paths, patience, into))


def _converted(
    office: Path, paths: Sequence[Path], patience: tuple[float, float], into: str
) -> Iterator[bytes | DraftUnreadable]:
    why = _call(office, paths, patience, into)
    too_long = int(why == _TOO_LONG)
    for path in paths:
        # Where it does not end twice, it is LibreOffice and not the file: the others are not waited for.
        made = _made(path, into)
        if not made.is_file() and len(paths) > 1 and why != _NOT_STARTED and too_long < _TIMES_WITHOUT_END:
            why = _call(office, [path], patience, into)
            too_long += why == _TOO_LONG
        yield made.read_bytes() if made.is_file() else not_converted(why or _REFUSED)


def not_converted(why: str) -> DraftUnreadable:
    """Return the refusal of a file that LibreOffice could not turn into a readable .docx, with the reason in words."""
    return DraftUnreadable(
        "RD018", f"Berkas ini tidak dapat diubah menjadi .docx: {why}. Buka di Word lalu simpan sebagai .docx."
    )


_REFUSED = "LibreOffice tidak dapat membacanya"
_TOO_LONG = "LibreOffice tidak selesai pada waktunya"
_NOT_STARTED = "LibreOffice tidak dapat dijalankan"


def _usual_places() -> Iterator[Path]:
    """Where LibreOffice installs itself without a word in PATH, newest version first where several can be."""
    if sys.platform == "win32":
        roots = [os.environ.get(each, "") for each in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")]
        roots.append(str(Path(os.environ.get("LOCALAPPDATA", ""), "Programs")))
        for root in dict.fromkeys(each for each in roots if each):
            for folder in sorted(Path(root).glob("LibreOffice*"), reverse=True):
                yield from (folder / "program" / name for name in ("soffice.com", "soffice.exe"))
    elif sys.platform == "darwin":
        for applications in (Path("/Applications"), Path.home() / "Applications"):
            yield applications / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    else:
        yield from (each / "program" / "soffice" for each in sorted(Path("/opt").glob("libreoffice*"), reverse=True))


def _call(office: Path, paths: Sequence[Path], patience: tuple[float, float], into: str) -> str:
    """Let LibreOffice convert the files; what went wrong in words, or empty."""
    room = paths[0].parent
    start, each = patience
    command = [
        str(office), f"-env:UserInstallation={(room / 'profile').as_uri()}", "--headless", "--norestore",
        "--nolockcheck", "--convert-to", into, "--outdir", str(_made(paths[0], into).parent), *map(str, paths),
    ]  # fmt: skip
    quiet = subprocess.DEVNULL
    try:
        # A session of its own: soffice is a starter, and what it started must end with it.
        running = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, cwd=room, start_new_session=True)
    except OSError:
        return _NOT_STARTED
    try:
        running.wait(start + each * len(paths))
    except subprocess.TimeoutExpired:
        return _TOO_LONG
    finally:
        _end(running)
    return ""


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End LibreOffice and all that it started, also when the user breaks off."""
    if running.poll() is not None:
        return
    if sys.platform == "win32":
        # The system's own program, by its full name: another of that name in the folder is not asked.
        system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        subprocess.run([str(system), "/F", "/T", "/PID", str(running.pid)], capture_output=True, check=False)
    else:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _made(path: Path, into: str) -> Path:
    return path.parent / into / f"{path.stem}.{into}"

"""A folder of drafts -> the files handed in, and each file -> its SOPs or the one reason why it cannot be read."""

import contextlib
import errno
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import DraftUnreadable, NeedsConversion
from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.model.draft import Draft, Held, Treated
from pipeline.model.sop import Sop, Unreadable
from pipeline.read.convert import Foreign, convert, find_office, not_converted
from pipeline.read.kinds import may_be_foreign
from pipeline.read.package import open_package
from pipeline.read.word import read_draft

# Called before each file is read: its place in the queue, how many there are, and its name.
Progress = Callable[[int, int, str], None]
# By path: the .docx that LibreOffice made of a file, or why it made none.
Conversions = Mapping[Path, bytes | DraftUnreadable]

# Enough to tell what may be no .docx.
_HEAD = 128

# What Windows, macOS and Office leave in folders by themselves.
_NOT_HANDED_IN = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A draft file: `name` is its path under the drafts' folder with slashes, `folder` its unit's folder."""

    path: Path
    name: str
    folder: str


def read_all(
    submissions: Sequence[Submission], progress: Progress | None = None
) -> tuple[tuple[Sop, ...], tuple[Unreadable, ...]]:
    """Return the SOPs of all files in their order, and the files that could not be read."""
    sops: list[Sop] = []
    unreadable: list[Unreadable] = []
    conversions = converted(submissions)
    for at, each in enumerate(submissions, start=1):
        if progress is not None:
            progress(at, len(submissions), each.name)
        for found in read_sops(each, conversions):
            if isinstance(found, Sop):
                sops.append(found)
            else:
                unreadable.append(found)
    return tuple(sops), tuple(unreadable)


def converted(submissions: Sequence[Submission]) -> Conversions:
    """Return what LibreOffice makes of the .doc, .rtf and .odt among the files, all in one call; nothing without it."""
    foreign: dict[Path, Foreign] = {}
    for each in submissions:
        # A file that cannot be opened says so when it is its turn to be read.
        with contextlib.suppress(OSError):
            with each.path.open("rb") as file:
                head = file.read(_HEAD)
                data = head + file.read() if may_be_foreign(head) else b""
            ending = _ending(data)
            if ending:
                foreign[each.path] = Foreign(data, ending)
    office = find_office() if foreign else None
    if office is None:
        return {}
    return dict(zip(foreign, convert(tuple(foreign.values()), office), strict=True))


def _ending(data: bytes) -> str:
    try:
        if data:
            open_package(data)
    except NeedsConversion as foreign:
        return foreign.ending
    except DraftUnreadable:
        pass
    return ""


def read_sops(submission: Submission, conversions: Conversions | None = None) -> Iterator[Sop | Unreadable]:
    """Yield the SOPs of a file, or the one reason why it cannot be read.

    `conversions` are those that `converted` made for a batch of files; a file read alone is converted here.
    """
    data = b""
    try:
        data = submission.path.read_bytes()
        draft = _draft(data, submission, conversions)
    except OSError as error:
        yield _unreadable(submission, data, "RD009", f"Berkas ini {why_not_opened(error, submission.path)}.")
    except DraftUnreadable as error:
        yield _unreadable(submission, data, error.code, error.message)
    else:
        for sop, grid in understand(draft, submission.folder):
            yield with_flow(draft, sop, grid)


def _draft(data: bytes, submission: Submission, conversions: Conversions | None) -> Draft:
    try:
        return read_draft(data, submission.name)
    except NeedsConversion:
        made = (converted((submission,)) if conversions is None else conversions).get(submission.path)
        if made is None:
            raise
        if isinstance(made, DraftUnreadable):
            raise made from None
    try:
        draft = read_draft(made, submission.name)
    except DraftUnreadable as error:
        raise not_converted("hasil LibreOffice tidak terbaca") from error
    # The file keeps its own hash: whoever looks for it has the original.
    fact = Held(what="converted", count=1, treated=Treated.READ)
    return replace(draft, sha256=hashlib.sha256(data).hexdigest(), held=(fact, *draft.held))


# What the system says, in words of the office; its own are English.
_REASONS = {
    errno.ENOENT: "tidak ada; periksa nama dan foldernya",
    errno.EACCES: "tidak dapat dibuka; tutup di program lain atau periksa izinnya",
    errno.EPERM: "tidak dapat dibuka; tutup di program lain atau periksa izinnya",
    errno.EBUSY: "sedang dipakai program lain; tutup di program itu",
    errno.EISDIR: "ternyata folder; sebutkan berkas di dalamnya",
    errno.ENOTDIR: "tidak ada; periksa nama dan foldernya",
    errno.ENAMETOOLONG: "namanya terlalu panjang; persingkat nama berkas atau foldernya",
    errno.EINVAL: "namanya memuat tanda yang tidak boleh dipakai; ganti nama berkasnya",
    errno.ELOOP: "hanya pintasan yang berputar; salin berkas aslinya",
    errno.EIO: "tidak dapat dibaca dari diska; salin ulang dari sumbernya",
    errno.EMFILE: "tidak dapat dibuka karena terlalu banyak berkas terbuka; tutup program lain",
}
# Longer paths do not exist for Windows, unless it is told otherwise.
_LONGEST_OF_WINDOWS = 259


def why_not_opened(error: OSError, path: Path) -> str:
    """Return in words what keeps a file from being opened and what to do: the rest of a sentence about the file."""
    if error.errno == errno.ENOENT and len(str(path.absolute())) > _LONGEST_OF_WINDOWS:
        return _REASONS[errno.ENAMETOOLONG]
    if error.errno == errno.EACCES and path.is_dir():
        return _REASONS[errno.EISDIR]
    return _REASONS.get(error.errno or 0, f"tidak dapat dibuka (kode sistem {error.errno}); salin ulang dari sumbernya")


def _unreadable(submission: Submission, data: bytes, code: str, message: str) -> Unreadable:
    sha = hashlib.sha256(data).hexdigest() if data else ""
    return Unreadable(file=submission.name, folder=submission.folder, sha256=sha, code=code, message=message)


def submitted(drafts: Path) -> Sequence[Submission]:
    """Return the files under a folder, by name, whatever they are: what is no Word draft is named, not passed over.

    Office's own lock files (`~$…`) and hidden files were handed in by nobody.
    """
    found = sorted(path for path in drafts.rglob("*") if path.is_file() and _is_handed_in(path))
    return tuple(
        Submission(path=path, name=path.relative_to(drafts).as_posix(), folder=_folder(path, drafts)) for path in found
    )


def _is_handed_in(path: Path) -> bool:
    return not path.name.startswith(("~$", ".")) and path.name.lower() not in _NOT_HANDED_IN


def _folder(path: Path, drafts: Path) -> str:
    parts = path.relative_to(drafts).parts
    return parts[0] if len(parts) > 1 else ""

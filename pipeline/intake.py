"""A folder of drafts -> the files handed in, and each file -> its SOPs or the one reason why it cannot be read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DraftUnreadable
from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.model.sop import Sop, Unreadable
from pipeline.read.word import read_draft

# Called before each file is read: its place in the queue, how many there are, and its name.
Progress = Callable[[int, int, str], None]

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
    for at, each in enumerate(submissions, start=1):
        if progress is not None:
            progress(at, len(submissions), each.name)
        for found in read_sops(each):
            if isinstance(found, Sop):
                sops.append(found)
            else:
                unreadable.append(found)
    return tuple(sops), tuple(unreadable)


def read_sops(submission: Submission) -> Iterator[Sop | Unreadable]:
    """Yield the SOPs of a file, or the one reason why it cannot be read."""
    try:
        data = submission.path.read_bytes()
        draft = read_draft(data, submission.name)
    except FileNotFoundError:
        yield _unreadable(submission, "RD009", "Berkas ini tidak ada; periksa nama dan foldernya.")
    except OSError as error:
        message = f"Berkas ini tidak dapat dibuka ({error.strerror}); tutup di program lain atau periksa izinnya."
        yield _unreadable(submission, "RD009", message)
    except DraftUnreadable as error:
        yield _unreadable(submission, error.code, error.message)
    else:
        for sop, grid in understand(draft, submission.folder):
            yield with_flow(draft, sop, grid)


def _unreadable(submission: Submission, code: str, message: str) -> Unreadable:
    return Unreadable(file=submission.name, folder=submission.folder, sha256="", code=code, message=message)


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

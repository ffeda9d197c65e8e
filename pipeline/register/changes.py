"""Two rounds side by side -> what became of matters and which draft replaced which; pure and linear."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.model.decision import Matter, Replaced, State, SubmittedFile
from pipeline.text import key

# The titles of the SOPs that a file holds, by its path.
Titles = Mapping[str, Sequence[str]]


class Submission:
    """The files of a round, and the SOPs that they are known to hold: told by name, or by the matters they raise."""

    def __init__(self, files: Iterable[SubmittedFile], titles: Titles) -> None:
        """Look the files up by path, the SOPs by path and by unit."""
        self.files = {each.file: each for each in files}
        self._paths = {path for path, each in self.files.items() if each.readable}
        self._contents = {each.sha256 for each in self.files.values() if each.readable and each.sha256}
        self._keys: dict[str, str] = {}
        self.titles: dict[str, set[str]] = defaultdict(set)
        self._sops: set[tuple[str, str]] = set()
        for path, found in titles.items():
            for title in found:
                if path in self.files:
                    self.see(self.files[path].unit, title, path)

    def see(self, unit: str, title: str, path: str) -> None:
        """Note that a SOP of this unit and title was handed in, in the file at `path`; no path, nothing handed in."""
        if not title or path not in self.files:
            return
        self.titles[path].add(self.key(title))
        self._sops.add((unit, self.key(title)))

    def key(self, title: str) -> str:
        """Return what a title is compared by."""
        found = self._keys.get(title)
        if found is None:
            found = self._keys[title] = key(title)
        return found

    def fate(self, matter: Matter, file: SubmittedFile | None) -> State:
        """Return what became of an earlier matter that is not raised here; `file` is the file that it was about.

        Fixed where its SOP (unit and title), its file's path or its file's very content is handed in here, or where it
        was about the inventory alone, which every round has. Gone where none of them is, or where only a file that
        cannot be read stands at the path.
        """
        again = (
            not matter.file
            or matter.file in self._paths
            or (matter.unit, self.key(matter.title)) in self._sops
            or (file is not None and file.sha256 in self._contents)
        )
        return State.FIXED if again else State.GONE


def replaced(before: Submission, now: Submission) -> tuple[Replaced, ...]:
    """Return which file stands for which of the round before, ordered by path.

    A file with the same path and unit and another content replaces the one that stood there. Where a path is gone and
    another is new in the same unit, the new one replaces it when the two have the same content (it was only renamed),
    else when both hold a SOP of the same title. A file that was split or merged stands in several pairs; of files with
    one and the same title the first gone is paired with the first new, what is over stays without a pair.
    """
    pairs = {
        (path, path)
        for path, each in now.files.items()
        if path in before.files and before.files[path].unit == each.unit and before.files[path].sha256 != each.sha256
    }
    gone = [each for path, each in sorted(before.files.items()) if path not in now.files]
    new = [each for path, each in sorted(now.files.items()) if path not in before.files]
    moved = set(_paired(_by_content(gone), _by_content(new)))
    left, arrived = {old for old, _ in moved}, {path for _, path in moved}
    same_title = _paired(
        _by_title((each for each in gone if each.file not in left), before),
        _by_title((each for each in new if each.file not in arrived), now),
    )
    pairs |= moved | set(same_title)
    return tuple((before.files[old], now.files[path]) for old, path in sorted(pairs))


_Groups = dict[tuple[str, str], list[str]]


def _by_content(files: Iterable[SubmittedFile]) -> _Groups:
    groups: _Groups = defaultdict(list)
    for each in files:
        if each.sha256:
            groups[each.unit, each.sha256].append(each.file)
    return groups


def _by_title(files: Iterable[SubmittedFile], submission: Submission) -> _Groups:
    groups: _Groups = defaultdict(list)
    for each in files:
        for title in submission.titles.get(each.file, ()):
            groups[each.unit, title].append(each.file)
    return groups


def _paired(gone: _Groups, new: _Groups) -> Iterator[tuple[str, str]]:
    for group, paths in gone.items():
        yield from zip(paths, new.get(group, ()), strict=False)

"""Drafts of a run -> `kembali/`: each handed back marked up, under the name and in the folder that it came in."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from pipeline.errors import CannotMark, DraftUnreadable
from pipeline.model.finding import Finding
from pipeline.model.outcome import Outcome
from pipeline.model.returned import ReturnedDraft
from pipeline.model.sop import Sop
from pipeline.write.markup import mark_up
from pipeline.write.markup.mark import Mark, MarkedUp
from pipeline.write.markup.marks import InventoryMarks, finding_marks
from pipeline.write.spans import NotSound

FOLDER = "kembali"
_CONVERTED = "Naskah ini bukan berkas .docx, jadi tidak dapat ditandai; simpan sebagai .docx agar dapat dikembalikan."
_CHANGED = "Naskah ini berubah selagi dibaca, jadi tidak ditandai; jalankan lagi."
_SHUT = "Naskah ini tidak dapat dibuka lagi, jadi tidak ditandai; tutup di program lain, lalu jalankan lagi."
_UNWRITTEN = "Salinan bertanda tidak dapat ditulis; persingkat nama berkas atau foldernya."
_UNSOUND = "Naskah ini ditulis dengan susunan yang tidak lazim, jadi tidak dapat ditandai; simpan ulang di Word."


def hand_back(outcome: Outcome, drafts: Path, results: Path) -> tuple[ReturnedDraft, ...]:
    """Write each draft marked up under `results`, and return what became of each file, in the order of the run.

    `drafts` is the folder that they were read from; nothing is written into it. A draft without a remark comes back
    as it was.
    """
    by_file: dict[str, list[Sop]] = defaultdict(list)
    for sop in outcome.sops:
        by_file[sop.file].append(sop)
    marks = _Marks(outcome)
    return tuple(_returned(drafts, results, sops, marks) for sops in by_file.values())


class _Marks:
    """What is to be marked in each file of a run."""

    def __init__(self, outcome: Outcome) -> None:
        self.when = outcome.when
        self._inventory = InventoryMarks(outcome)
        self._decisions = {each.about: each for each in outcome.decisions}
        self._findings: dict[tuple[str, int], list[Finding]] = defaultdict(list)
        known = {sop.key for sop in outcome.sops}
        for each in outcome.findings:
            # What is about a whole file is told in its first SOP.
            self._findings[each.file, each.part if (each.file, each.part) in known else 1].append(each)

    def of(self, sops: Sequence[Sop]) -> Iterator[Mark]:
        """Yield the marks of a file: what the inventory says counts before what a rule does."""
        for sop in sops:
            yield from self._inventory.of(sop)
            yield from finding_marks(sop, self._findings[sop.key], self._decisions)


def _returned(drafts: Path, results: Path, sops: Sequence[Sop], marks: _Marks) -> ReturnedDraft:
    file = sops[0].file
    try:
        marked = _marked(drafts / file, sops[0], tuple(marks.of(sops)), marks.when)
    except CannotMark as error:
        return ReturnedDraft(file=file, path="", left=(str(error),))
    path = f"{FOLDER}/{file}"
    target = results / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(marked.data)
    except OSError:
        # Where nothing can be written, the other results stop the run; one name that is too long does not.
        return ReturnedDraft(file=file, path="", left=(_UNWRITTEN,))
    return ReturnedDraft(file=file, path=path, comments=marked.comments, changes=marked.changes, left=marked.left)


def marked_draft(path: Path, sops: Sequence[Sop], findings: Sequence[Finding], when: datetime) -> MarkedUp:
    """Return one draft with the findings on its SOPs marked in it; raises CannotMark."""
    marks = [mark for sop in sops for mark in finding_marks(sop, [each for each in findings if _is_of(each, sop)])]
    return _marked(path, sops[0], marks, when)


def _is_of(finding: Finding, sop: Sop) -> bool:
    return (finding.file, finding.part) == sop.key


def _marked(path: Path, sop: Sop, marks: Sequence[Mark], when: datetime) -> MarkedUp:
    if any(each.what == "converted" for each in sop.held):
        raise CannotMark(_CONVERTED)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CannotMark(_CHANGED) from error
    except OSError as error:
        raise CannotMark(_SHUT) from error
    if hashlib.sha256(data).hexdigest() != sop.sha256:
        raise CannotMark(_CHANGED)
    try:
        return mark_up(data, marks, when)
    except (DraftUnreadable, NotSound) as error:
        raise CannotMark(_UNSOUND) from error

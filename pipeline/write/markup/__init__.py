"""A draft and remarks on it -> the same draft with Word comments and tracked changes, every other byte as it was."""

from collections.abc import Sequence
from datetime import datetime

from pipeline.read.package import Package, open_package
from pipeline.read.spots import read_spots
from pipeline.text import quoted
from pipeline.write.archive import part_key, replaced
from pipeline.write.markup.body import Body
from pipeline.write.markup.comments import Comments, Remark
from pipeline.write.markup.mark import Mark, MarkedUp, Stamp
from pipeline.write.markup.proof import require_reversible

_SIGNED = "Tanda tangan elektronik dalam berkas ini tidak berlaku lagi untuk salinan yang ditandai."
_UNTRACKED = "Koreksi {} menjadi {} hanya ada di komentar: {}."


def mark_up(data: bytes, marks: Sequence[Mark], when: datetime) -> MarkedUp:
    """Return the draft in the bytes of a .docx with these marks; without any it comes back as it was.

    Raises DraftUnreadable for what is no .docx, NotSound for one that is written in no way that can be marked.
    """
    if not marks:
        return MarkedUp(data=data, comments=0, changes=0, left=())
    stamp = Stamp.at(when)
    package = open_package(data)
    spots = read_spots(data)
    original = package.data(spots.part)
    body = Body(original, spots, stamp)
    comments = Comments(package, spots.part)
    remarks: list[Remark] = []
    left: list[str] = []
    changes = 0
    for number, mark in enumerate(marks, start=comments.first):
        end = body.comment(mark, number)
        if mark.edit is not None:
            why = body.track(mark, mark.edit)
            changes += not why
            if why:
                left.append(_UNTRACKED.format(quoted(mark.edit.before), quoted(mark.edit.after), why))
        body.end_comment(number, *end)
        remarks.append(Remark(number, mark.lines))
    marked = body.result()
    require_reversible(original, marked, body.meant(), stamp)
    changed, added = comments.parts(remarks, body.pen, strict=spots.strict)
    parts = {part_key(name): content for name, content in (changed | {spots.part: marked}).items()}
    if _is_signed(package):
        left.append(_SIGNED)
    return MarkedUp(data=replaced(data, parts, added=added), comments=len(remarks), changes=changes, left=tuple(left))


def _is_signed(package: Package) -> bool:
    return any(name.startswith("_xmlsignatures/") for name in package.names)

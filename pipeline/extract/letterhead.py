"""The boxes of an identity block -> its letterhead: the lines of the institution, the unit, a title without a label."""

from collections.abc import Collection, Sequence

from pipeline.extract.cells import Box
from pipeline.model.sop import Value
from pipeline.text import key, plain
from pipeline.vocabulary import LETTERHEAD, LETTERHEAD_MORE, TITLE_PREFIXES, UNIT_STARTS

# A longer line, or one with a full stop, is a sentence that names an office ("Kantor … menetapkan …").
_LONGEST_LINE = 90
_LEAST_BESIDE = 3
HEADINGS = frozenset({*TITLE_PREFIXES, "standar operasional prosedur sop", "sop standar operasional prosedur"})


def certain_letterhead(boxes: Sequence[Box]) -> frozenset[int]:
    """Return the boxes that are letterhead by their place and first word, or by their place alone: no label's value.

    A letterhead stands at the head of a table, above all that is written in its columns, or in paragraphs.
    """
    tops: dict[int, int] = {}
    # Where a label names the institution, the office's name beside it is that label's value.
    labelled = {box.table for box in boxes if any(each.institution for line in box.lines for each in line.labels)}
    for box in boxes:
        if not box.is_empty:
            tops.setdefault(box.table, box.row)
    for at, box in enumerate(boxes):
        if box.has_label or box.table in labelled or box.row != tops.get(box.table) or not _starts(box, LETTERHEAD):
            continue
        return frozenset(_run(boxes, at))
    return frozenset(
        at for at, box in enumerate(boxes) if box.row == tops.get(box.table) and _is_beside_labels(box, boxes, labelled)
    )


def _is_beside_labels(box: Box, boxes: Sequence[Box], labelled: Collection[int]) -> bool:
    """Whether a cell is merged down beside the labels of several rows: there the form has the office, of any name."""
    if box.table < 0 or box.table in labelled or box.has_label or box.is_empty or _names_title(box):
        return False
    rows = {
        other.row
        for other in boxes
        if other.table == box.table and other.has_label and other.column > box.last_column
        and box.row <= other.row <= box.last_row
    }  # fmt: skip
    return len(rows) >= _LEAST_BESIDE


def _names_title(box: Box) -> bool:
    texts = [key(line.text) for line in box.lines]
    return any(text == each or text.startswith(f"{each} ") for text in texts for each in TITLE_PREFIXES)


def printed_again(boxes: Sequence[Box], letterhead: frozenset[int]) -> frozenset[int]:
    """Return the boxes that begin as the letterhead does: some hands print it on each page, then often shorter."""
    first = {key(line.text) for at in letterhead for line in boxes[at].lines[:1]}
    begins = [key(box.lines[0].text) if box.lines and not box.has_label else "" for box in boxes]
    return frozenset(at for at, words in enumerate(begins) if words in first - {""})


def likely_letterhead(boxes: Sequence[Box], used: Collection[int]) -> frozenset[int]:
    """Return the first boxes that belong to no label and name an office anywhere."""
    for at, box in enumerate(boxes):
        if at in used or box.has_label or _titled(box):
            continue
        words = f" {key(box.text)} "
        if box.table >= 0 and any(f" {each} " in words for each in LETTERHEAD):
            return frozenset((at,))
        if box.table < 0 and _starts(box, LETTERHEAD):
            return frozenset(_run(boxes, at))
    return frozenset()


def _run(boxes: Sequence[Box], first: int) -> list[int]:
    """The box and those that go on with it: paragraphs that follow, cells below in the same column."""
    run = [first]
    for at in range(first + 1, len(boxes)):
        box, above = boxes[at], boxes[run[-1]]
        if box.table >= 0 and (box.table == above.table and (box.row <= above.last_row or box.column != above.column)):
            continue
        follows = box.table == above.table and box.row == above.last_row + 1 if box.table >= 0 else above.table < 0
        if not follows or box.has_label or not _starts(box, (*LETTERHEAD, *LETTERHEAD_MORE, *UNIT_STARTS)):
            break
        run.append(at)
    return run


def _starts(box: Box, words: tuple[str, ...]) -> bool:
    first = next((each.text for each in box.lines if each.text), "")
    if box.table < 0 and (len(first) > _LONGEST_LINE or first.endswith(".")):
        return False
    return key(first).startswith(words)


def _titled(box: Box) -> bool:
    first = next((plain(each.text) for each in box.lines if each.text), "")
    return first.startswith(("sop", "standar operasional", "prosedur"))


def unit_of(institution: Sequence[Value]) -> Value | None:
    """Return the line that names the unit: the last that begins with a word for one, or none."""
    named = [each for each in institution if plain(each.text).startswith(UNIT_STARTS)]
    return named[-1] if named else None


def bare_title(boxes: Sequence[Box], used: Collection[int]) -> tuple[int, Value] | None:
    """Return a title without a label and its box: the first unused line that begins with SOP or its long form."""
    heading = False
    for at, box in enumerate(boxes):
        if at in used:
            continue
        for line in box.lines:
            words = key(line.text)
            if not words:
                continue
            prefix = next((each for each in TITLE_PREFIXES if words == each or words.startswith(f"{each} ")), None)
            if heading and prefix is None and not line.labels:
                return at, Value(text=line.text, place=line.place, sure=0.8)
            heading = words in HEADINGS
            if prefix is not None and not heading:
                return at, Value(text=line.text, place=line.place, sure=0.9)
    return None

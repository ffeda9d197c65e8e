"""ST104 - the numbers of the steps run on without gaps and repeats."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from pipeline.check.chart_hits import listed
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import sop, step
from pipeline.model.draft import Unread
from pipeline.model.finding import Replacement, Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop, Step
from pipeline.settings import Settings
from pipeline.text import plain

_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3})*)\s*[.)]?\s*(?:([a-z])[.)]?)?(?:\s*\(.*)?")
_LETTER = re.compile(r"\(?([a-z])[.)]?")


class _Numbered(NamedTuple):
    """A step with the number it is printed with, level by level: 2.1 and 2a are (2, 1)."""

    step: Step
    position: int
    levels: tuple[int, ...]


def numbering(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each step whose number leaves a gap, repeats the one before or goes back.

    Sub-steps (1a, 1.1) count on their own; a phase heading and another table may begin anew; a row that could not be
    read may hold the number that is missing.
    """
    if not sop.has_standards:
        return
    steps = _numbered(sop)
    every = {each.levels for each in steps}
    explained = False
    for at, (before, each) in enumerate(pairwise(steps)):
        trouble = _trouble(before, each, every, repeated=at > 0 and steps[at - 1].levels == before.levels)
        # The step behind a number that was put right seems to go back.
        told, explained = explained, False
        if trouble and not told and not _begins_anew(sop, before, each):
            after = steps[at + 2] if at + 2 < len(steps) else None
            correction = _slip(before, each, after)
            explained = correction is not None
            if after and correction and each.levels != before.levels:
                trouble = f"nomornya berada di antara langkah {before.step.number} dan langkah {after.step.number}"
            yield Hit(
                message=f"Langkah {each.step.number}: {trouble}.", where=f"steps/{each.position}",
                place=each.step.place, found=each.step.number, correction=correction,
            )  # fmt: skip


def _slip(before: _Numbered, each: _Numbered, after: _Numbered | None) -> Replacement | None:
    """The number that a step must have: the neighbours leave room for this one only, or it ends a list and repeats."""
    *lead, last = before.levels
    right = (*lead, last + 1)
    if each.position != before.position + 1 or len(each.levels) != len(right) or each.step.place.table is None:
        return None
    if after is None:
        certain = each.levels == before.levels
    else:
        certain = after.levels == (*lead, last + 2) and after.position == each.position + 1
        certain = certain and after.step.place.table == before.step.place.table
    signs = re.findall(r"\d+|(?<![A-Za-z])[A-Za-z](?![A-Za-z])", each.step.number)
    if not certain or not signs or before.step.place.table != each.step.place.table:
        return None
    written = signs[-1]
    new = str(right[-1]) if written.isdigit() else chr(ord("a" if written.islower() else "A") + right[-1] - 1)
    cut = each.step.number.rindex(written)
    whole = each.step.number[:cut] + new + each.step.number[cut + len(written) :]
    behind = f" dan sebelum langkah {after.step.number}" if after else ""
    why = f"Langkah ini berada sesudah langkah {before.step.number}{behind}."
    return Replacement(before=each.step.number, after=whole, why=why)


def _numbered(sop: Sop) -> list[_Numbered]:
    texts = [plain(each.number) for each in sop.steps]
    lettered = all(_LETTER.fullmatch(each) for each in texts if each)
    found = []
    for position, (each, text) in enumerate(zip(sop.steps, texts, strict=True), start=1):
        match = (_LETTER if lettered else _NUMBER).fullmatch(text)
        if match is None:
            continue
        if lettered:
            levels: tuple[int, ...] = (ord(match[1]) - ord("a") + 1,)
        else:
            levels = tuple(int(part) for part in match[1].split("."))
            levels += (ord(match[2]) - ord("a") + 1,) if match[2] else ()
        found.append(_Numbered(each, position, levels))
    return found


def _trouble(before: _Numbered, each: _Numbered, every: set[tuple[int, ...]], *, repeated: bool) -> str:
    old, new = before.levels, each.levels
    if new == old:
        counted = f"; urutannya langkah ke-{each.position}" if all(len(other) == 1 for other in every) else ""
        return f"nomornya sama dengan langkah sebelumnya{counted}"
    if new[: len(old)] == old:
        return ""
    at = next((level for level, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), len(new))
    if at == len(new) or new[at] < old[at]:
        again = "nomor dimulai lagi" if new[0] == 1 and len(new) == 1 else "nomornya mundur"
        return f"{again} sesudah langkah {before.step.number}"
    unnumbered = each.position - before.position - 1
    missing = [value for value in range(old[at] + 1, new[at]) if (*new[:at], value) not in every]
    # A number given twice in place of the next one leaves a gap behind it: that is one slip.
    if len(missing) <= unnumbered + (repeated and len(missing) == 1):
        return ""
    lead = ".".join(str(value) for value in new[:at])
    names = [f"{lead}.{value}" if lead else str(value) for value in missing]
    if _LETTER.fullmatch(plain(each.step.number)):
        names = [chr(ord("a") + value - 1) for value in missing]
    return f"sesudah langkah {before.step.number} tidak ada nomor {listed(names)}"


def _begins_anew(sop: Sop, before: _Numbered, each: _Numbered) -> bool:
    here, there = before.step.place, each.step.place
    if here.table != there.table:
        return True
    lost = (*sop.aside, *sop.unread) if each.levels != before.levels else sop.unread
    return any(
        other.place.table == here.table and (here.row or 0) < (other.place.row or 0) < (there.row or 0)
        for other in lost
    )


def _steps(numbers: str) -> tuple[Step, ...]:
    return tuple(
        replace(step(at), number=each, place=DocxPlace(table=2, row=2 * at))
        for at, each in enumerate(numbers.split(), start=1)
    )


_PHASE = Unread(what="TAHAP PELAPORAN", place=DocxPlace(table=2, row=5))
RULE = Rule(
    code="ST104",
    title="Nomor langkah tidak urut",
    why="Langkah dirujuk dengan nomornya; nomor yang berulang, mundur, atau hilang menunjuk langkah yang salah.",
    source="PermenPANRB 35/2012: kolom nomor memuat nomor urut kegiatan.",
    fix="Beri nomor urut 1, 2, 3 dan seterusnya; langkah yang terhapus dikembalikan atau nomornya dirapatkan.",
    question="Nomor berapa yang benar untuk langkah ini, dan adakah langkah yang hilang?",
    severity=Severity.WARNING,
    check=numbering,
    good=(
        Example(shows="nomor urut", sops=(sop(steps=_steps("1 2 3 4")),)),
        Example(shows="langkah berbagian", sops=(sop(steps=_steps("1 1a 1b 2 2.1 2.2 3")),)),
        Example(shows="setiap tahap bernomor sendiri", sops=(sop(steps=_steps("1 2 1 2"), aside=(_PHASE,)),)),
        Example(shows="huruf", sops=(sop(steps=_steps("c) d) e)")),)),
    ),
    bad=(
        Example(
            shows="satu nomor hilang",
            sops=(sop(steps=_steps("1 2 4")),),
            hits=("Langkah 4: sesudah langkah 2 tidak ada nomor 3.",),
        ),
        Example(
            shows="satu nomor ditulis dua kali",
            sops=(sop(steps=_steps("1 2 2 4")),),
            hits=("Langkah 2: nomornya sama dengan langkah sebelumnya; urutannya langkah ke-3.",),
            becomes=("2 -> 3",),
        ),
        Example(
            shows="salah ketik di antara dua nomor yang benar",
            sops=(sop(steps=_steps("1 2 13 4")),),
            hits=("Langkah 13: nomornya berada di antara langkah 2 dan langkah 4.",),
            becomes=("13 -> 3",),
        ),
        Example(
            shows="nomor dimulai lagi",
            sops=(sop(steps=_steps("1 2 1 2")),),
            hits=("Langkah 1: nomor dimulai lagi sesudah langkah 2.",),
        ),
        Example(
            shows="dua langkah tertukar",
            sops=(sop(steps=_steps("1 3 2 4")),),
            hits=("Langkah 2: nomornya mundur sesudah langkah 3.",),
        ),
        Example(
            shows="bagian langkah hilang",
            sops=(sop(steps=_steps("1 1.1 1.3 2")),),
            hits=("Langkah 1.3: sesudah langkah 1.1 tidak ada nomor 1.2.",),
        ),
    ),
)

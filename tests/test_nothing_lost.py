"""Whole documents: every word that Word prints is in a value of some SOP of the file or is told, as often as it stands.

tests/test_cases.py proves it for small cases; here are the sample office, drafts of the benchmark, and both again as
LibreOffice saves them in .docx, .doc, .rtf and .odt.
"""

import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.intake import Submission, converted, read_sops
from pipeline.model.sop import DATES, LISTS, Sop, Step
from pipeline.read.convert import find_office
from pipeline.text import key
from pipeline.vocabulary import HEADINGS, INSTITUTION_LABELS, LABELS, MARKS, OTHER_LABELS
from tests.bench.corpus import corpus
from tests.cases.printed import printed

DRAFTS = Path(__file__).parent.parent / "input" / "drafts"
SAMPLE = sorted(each for each in DRAFTS.rglob("*.docx") if not each.name.startswith("~$"))
SEEDED = 20
OFFICE = find_office()
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed here")
# Two SOPs in a file, shapes in the header, marks typed, a chart with answers, a table of the numbers 1 2 3 …
RESAVED = SAMPLE[::13]
FORMATS = ("doc", "rtf", "odt")
PATIENCE = 300


def submitted(path: Path) -> Submission:
    return Submission(path=path, name=path.name, folder="")


def sops_of(path: Path) -> list[Sop]:
    found = list(read_sops(submitted(path)))
    assert all(isinstance(each, Sop) for each in found), found
    return found  # type: ignore[return-value]


def lost(content: bytes, sops: Sequence[Sop]) -> list[str]:
    """Return the words that the draft prints oftener than the SOPs tell them."""
    lines = _without_column_numbers([*printed(content)])
    told = words(text for sop in sops for text in told_by(sop))
    return sorted((words(map(_without_label, lines)) - told).elements())


@pytest.mark.parametrize("path", SAMPLE, ids=[each.relative_to(DRAFTS).as_posix() for each in SAMPLE])
def test_no_word_of_the_sample_office_is_lost(path: Path) -> None:
    assert lost(path.read_bytes(), sops_of(path)) == []


def test_the_sample_office_is_there() -> None:
    assert len(SAMPLE) > 70


def test_no_word_of_seeded_drafts_is_lost(tmp_path: Path) -> None:
    found = {}
    for file in corpus(SEEDED):
        path = tmp_path / file.name
        path.write_bytes(file.data)
        found[file.name] = lost(file.data, sops_of(path))
    assert {name: each for name, each in found.items() if each} == {}


@needs_office
def test_no_word_is_lost_after_libreoffice_saved_the_draft(tmp_path: Path) -> None:
    sources = stored(tmp_path / "own")
    found = {}
    for path, made in zip(sources, saved(sources, "docx", tmp_path), strict=True):
        before, after = path.read_bytes(), made.read_bytes()
        assert words(printed(before)) - words(printed(after)) == Counter(), f"LibreOffice itself lost it: {path.name}"
        found[path.name] = lost(after, sops_of(made))
    assert {name: each for name, each in found.items() if each} == {}


@needs_office
@pytest.mark.parametrize("ending", FORMATS)
def test_no_word_of_a_draft_in_another_format_is_lost(ending: str, tmp_path: Path) -> None:
    sources = stored(tmp_path / "own")
    foreign = [submitted(each) for each in saved(sources, ending, tmp_path)]
    conversions = converted(foreign)
    found = {}
    for path, each in zip(sources, foreign, strict=True):
        sops = [sop for sop in read_sops(each, conversions) if isinstance(sop, Sop)]
        found[path.name] = lost(path.read_bytes(), sops)
    assert {name: each for name, each in found.items() if each} == {}


# Documents, by LibreOffice


def stored(folder: Path) -> list[Path]:
    """Return some drafts of the sample office and of the seeded ones, under names that tell them apart."""
    folder.mkdir()
    contents = [each.read_bytes() for each in RESAVED] + [each.data for each in corpus(3)]
    paths = [folder / f"{at}.docx" for at in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def saved(paths: Sequence[Path], ending: str, room: Path) -> list[Path]:
    """Return the drafts as LibreOffice saves them in a format."""
    command = [
        str(OFFICE), f"-env:UserInstallation={(room / 'profile').as_uri()}", "--headless", "--norestore",
        "--convert-to", ending, "--outdir", str(room / "made"), *map(str, paths),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE)
    return [room / "made" / f"{each.stem}.{ending}" for each in paths]


# What a SOP tells


def told_by(sop: Sop) -> Iterator[str]:
    """Yield every text of a SOP once: values, actors, steps, chart, and what is told beside them."""
    identity, approval = sop.identity, sop.identity.approved_by
    yield from (each.text for each in identity.institution)
    yield from (each.text for each in (identity.number, identity.title) if each)
    yield from (date.text for date in map(identity.date, DATES) if date)
    if approval:
        yield from (each for each in (approval.position, approval.name, approval.nip) if each)
    yield from (each.text for name in LISTS for each in identity.values(name))
    yield from (each.name for each in sop.actors)
    for step in sop.steps:
        yield from _cells(step)
    yield from (each.text for each in sop.flow.nodes)
    yield from (each.label for each in sop.flow.edges)
    yield from (each.what for each in (*sop.unread, *sop.aside))
    yield from (each.text for each in sop.notes)


def _cells(step: Step) -> Iterator[str]:
    yield from (step.number, step.activity, step.requirements, step.output, step.note)
    if step.duration:
        yield step.duration.text


# What is printed and says nothing of the SOP by itself

_LABELS = frozenset(
    key(each)
    for spellings in (*LABELS.values(), *HEADINGS.values(), OTHER_LABELS, INSTITUTION_LABELS)
    for each in spellings
)
_NIP_LABEL = re.compile(r"^\s*N\.?I\.?P\b[\s.:]*", re.IGNORECASE)
# The blanks in a NIP are no words' limits.
_NIP = re.compile(r"\b(\d{8})\s(\d{6})\s(\d)\s?(\d{3})\b")
_LEAST_COLUMNS = 4


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", _NIP.sub(r"\1\2\3\4", text).casefold()))


def _without_label(line: str) -> str:
    """The line without the label, heading or mark that it is or begins with: those are read as what they name."""
    line = _NIP_LABEL.sub("", line)
    head, _colon, tail = line.partition(":")
    if key(line) in _LABELS or line.strip().casefold() in MARKS:
        return ""
    return tail if key(head) in _LABELS else line


def _without_column_numbers(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines without the row 1 2 3 … that numbers the columns of a step table."""
    filled = [each for each in lines if each.strip()]
    at = 0
    while at < len(filled):
        length = 0
        while at + length < len(filled) and filled[at + length].strip(" ()") == str(length + 1):
            length += 1
        if length < _LEAST_COLUMNS:
            yield filled[at]
            length = 1
        at += length

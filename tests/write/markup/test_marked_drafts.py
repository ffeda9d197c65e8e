"""Whole drafts marked up: the sample office and every golden case, read again and opened in LibreOffice."""

import importlib
import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import CannotMark
from pipeline.model.draft import Held, Paragraph, Table, Treated
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import TO_DRAFT
from pipeline.read.convert import find_office
from pipeline.read.word import read_draft
from pipeline.run import read_inputs, run
from pipeline.settings import read_settings
from pipeline.text import fold
from pipeline.write.markup import mark_up
from pipeline.write.markup.mark import Edit, Mark
from pipeline.write.markup.returned import FOLDER, hand_back, marked_draft
from tests.write.markup.settled import settled, text_of

ROOT = Path(__file__).parent.parent.parent.parent
WHEN = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
MARKED = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
CASES = sorted(each.parent.name for each in (ROOT / "tests" / "cases").glob("*/draft.py"))
# A word that no draft has.
NEW = "KATABARU"
PATIENCE = 300
needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice (soffice) is not installed here")


def outcome_of(workspace: Path) -> Outcome:
    profile = read_settings(workspace)
    return run(read_inputs(workspace, profile), profile, WHEN, lambda at, total, name: None)


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return outcome_of(ROOT)


@pytest.fixture(scope="module")
def returned(outcome: Outcome, tmp_path_factory: pytest.TempPathFactory) -> Path:
    results = tmp_path_factory.mktemp("hasil")
    assert {each.file for each in hand_back(outcome, ROOT / "input" / "drafts", results)} == {
        each.file for each in outcome.sops
    }
    return results / FOLDER


def others(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if name not in MARKED}


def test_each_draft_of_the_sample_goes_back_to_what_it_was_when_all_is_rejected(returned: Path) -> None:
    drafts = ROOT / "input" / "drafts"
    for path in sorted(returned.rglob("*.docx")):
        before, after = (drafts / path.relative_to(returned)).read_bytes(), path.read_bytes()
        assert settled(after, accept=False) == settled(before, accept=False), path
        assert others(after) == others(before), path


def test_what_was_tracked_in_the_sample_is_not_found_again_once_accepted(
    outcome: Outcome, returned: Path, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "input", tmp_path / "input")
    shutil.copy(ROOT / "pleno.toml", tmp_path)
    shutil.copytree(returned, tmp_path / "input" / "drafts", dirs_exist_ok=True)
    # Our reader takes tracked changes as accepted.
    again = outcome_of(tmp_path)
    assert [each for each in outcome.findings if each.correction]
    assert [(each.code, each.found) for each in again.findings if each.correction] == []
    assert [each for each in outcome.reconciliation.corrections if each.target == TO_DRAFT]
    assert [each for each in again.reconciliation.corrections if each.target == TO_DRAFT] == []
    assert {each.author for sop in again.sops for each in sop.notes if each.kind == "comment"} >= {"Tim SOP"}


@pytest.mark.parametrize("name", CASES)
def test_each_paragraph_of_each_golden_case_can_be_corrected_and_goes_back_to_what_it_was(name: str) -> None:
    data: bytes = importlib.import_module(f"tests.cases.{name}.draft").draft()
    paragraphs = [each for each in paragraphs_of(read_draft(data, name).blocks) if each.text.split()]
    marks = [mark for each in paragraphs if (mark := reworded(each))]
    made = mark_up(data, marks, WHEN)
    assert made.comments == len(marks)
    assert settled(made.data, accept=False) == settled(data, accept=False)
    assert others(made.data) == others(data)
    again = [fold(each.text) for each in paragraphs_of(read_draft(made.data, name).blocks)]
    assert sum(NEW in each for each in again) == made.changes
    # What could not be tracked is said, once for each.
    assert made.changes + len(made.left) == len(marks)
    for each in paragraphs:
        rest = fold(each.text).split(" ")[1:]
        assert " ".join((NEW, *rest)) in again or fold(each.text) in again


def paragraphs_of(blocks: Sequence[Paragraph | Table]) -> Iterator[Paragraph]:
    for each in blocks:
        if isinstance(each, Paragraph):
            yield each
        else:
            for one in each.rows:
                for cell in one.cells:
                    yield from paragraphs_of((*cell.paragraphs, *cell.tables))


def reworded(paragraph: Paragraph) -> Mark | None:
    """Return a mark that puts another word in the place of a paragraph's first one, if that stands there once."""
    text = fold(paragraph.text)
    first = text.split(" ")[0]
    if text.count(first) > 1:
        return None
    return Mark(place=paragraph.place, found=text, lines=("Uji.",), edit=Edit(before=first, after=NEW))


def test_a_draft_that_libreoffice_converted_cannot_be_marked(outcome: Outcome, tmp_path: Path) -> None:
    sop = replace(outcome.sops[0], held=(Held(what="converted", count=1, treated=Treated.READ),))
    with pytest.raises(CannotMark, match="bukan berkas"):
        marked_draft(ROOT / "input" / "drafts" / sop.file, [sop], (), WHEN)


def test_a_draft_that_changed_since_it_was_read_is_not_marked(outcome: Outcome, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "input" / "drafts", tmp_path / "drafts")
    changed, gone = outcome.sops[0].file, outcome.sops[-1].file
    (tmp_path / "drafts" / changed).write_bytes(b"PK")
    (tmp_path / "drafts" / gone).unlink()
    told = {each.file: each for each in hand_back(outcome, tmp_path / "drafts", tmp_path / "hasil")}
    for file in (changed, gone):
        assert told[file].path == ""
        assert told[file].left == ("Naskah ini berubah selagi dibaca, jadi tidak ditandai; jalankan lagi.",)
        assert not (tmp_path / "hasil" / FOLDER / file).exists()


def test_a_copy_that_cannot_be_written_is_told_and_the_others_are_there(outcome: Outcome, tmp_path: Path) -> None:
    folder = outcome.sops[0].folder
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / folder).write_text("bukan folder", encoding="utf-8")
    told = hand_back(outcome, ROOT / "input" / "drafts", tmp_path)
    lost = [each for each in told if not each.path]
    assert {each.file.split("/")[0] for each in lost} == {folder}
    assert {each.left for each in lost} == {
        ("Salinan bertanda tidak dapat ditulis; persingkat nama berkas atau foldernya.",)
    }
    assert all((tmp_path / each.path).is_file() for each in told if each.path)


def test_a_draft_that_cannot_be_opened_any_more_is_not_marked(outcome: Outcome, tmp_path: Path) -> None:
    sop = outcome.sops[0]
    (tmp_path / sop.file).mkdir(parents=True)
    with pytest.raises(CannotMark, match="tidak dapat dibuka lagi"):
        marked_draft(tmp_path / sop.file, [sop], (), WHEN)


@needs_office
def test_libreoffice_opens_marked_drafts_and_settles_their_changes_alike(returned: Path, tmp_path: Path) -> None:
    marked = [each for each in sorted(returned.rglob("*.docx")) if b"commentReference" in body(each.read_bytes())]
    assert len(marked) > 40
    saved = resaved(marked, tmp_path)
    for before, after in saved.items():
        data = after.read_bytes()
        for accept in (True, False):
            assert letters(data, accept=accept) == letters(before.read_bytes(), accept=accept), before
        assert comment_count(data) == comment_count(before.read_bytes()), before


def body(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml")


def letters(data: bytes, *, accept: bool) -> str:
    """Return all letters of a draft: LibreOffice cuts its runs otherwise, and writes text boxes in another order."""
    return "".join("".join(text_of(settled(data, accept=accept, boxes=False))).replace("[gambar]", "").split())


def comment_count(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/comments.xml").count(b"<w:comment ")


def resaved(files: list[Path], folder: Path) -> dict[Path, Path]:
    """Return each file as LibreOffice saves it anew."""
    office = find_office()
    assert office is not None
    named = {folder / "masuk" / f"{at}.docx": each for at, each in enumerate(files)}
    (folder / "masuk").mkdir()
    for copy, each in named.items():
        shutil.copy(each, copy)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office), profile, "--headless", "--convert-to", "docx", "--outdir", str(folder / "keluar")]
    subprocess.run([*command, *map(str, named)], check=True, capture_output=True, timeout=PATIENCE)
    return {each: folder / "keluar" / copy.name for copy, each in named.items()}

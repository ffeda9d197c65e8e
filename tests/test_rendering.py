"""LibreOffice opens every file of the sample and of a run, and their text is on the pages."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.run import run_round
from pipeline.settings import read_settings
from pipeline.text import key
from tests.office.content import units

ROOT = Path(__file__).parent.parent
SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(
    SOFFICE is None or PDFTOTEXT is None, reason="LibreOffice (soffice) or poppler (pdftotext) is not installed here"
)


def pages(files: list[Path], folder: Path) -> dict[Path, str]:
    """Return each file's text as LibreOffice prints it; one call for all, in a profile of its own."""
    assert SOFFICE is not None
    assert PDFTOTEXT is not None
    out: dict[Path, str] = {}
    # Two drafts of different units may have the same name: each goes to a folder of its own.
    for index, group in enumerate(_by_name(files)):
        target = folder / f"pdf{index}"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(target), *map(str, group)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        for file in group:
            pdf = target / f"{file.stem}.pdf"
            assert pdf.is_file(), f"LibreOffice made no pages of {file}"
            text = subprocess.run([PDFTOTEXT, "-layout", str(pdf), "-"], check=True, capture_output=True)
            out[file] = text.stdout.decode("utf-8")
    return out


def _by_name(files: list[Path]) -> list[list[Path]]:
    groups: list[dict[str, Path]] = []
    for file in files:
        group = next((each for each in groups if file.stem not in each), None)
        if group is None:
            group = {}
            groups.append(group)
        group[file.stem] = file
    return [list(each.values()) for each in groups]


def words_on(text: str) -> set[str]:
    return set(key(text).split())


def test_every_draft_of_the_sample_opens_and_prints_its_words(tmp_path: Path) -> None:
    drafts = {ROOT / "input" / "drafts" / unit.folder / sop.file: [] for unit in units() for sop in unit.sops}
    for unit in units():
        for sop in unit.sops:
            drafts[ROOT / "input" / "drafts" / unit.folder / sop.file].append(sop)
    printed = pages(list(drafts), tmp_path)
    for file, sops in drafts.items():
        found = words_on(printed[file])
        for sop in sops:
            wanted = words_on(" ".join((sop.title, *sop.legal_basis, *(step.activity for step in sop.steps))))
            # A narrow column breaks a long word in two; a page that lost a cell would miss far more.
            missing = wanted - found
            assert len(missing) <= 0.1 * len(wanted), f"{file.name}: {sorted(missing)}"


def test_the_inventory_and_the_workbook_of_a_run_open_and_print_their_words(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "input", tmp_path / "input")
    shutil.copy(ROOT / "pleno.toml", tmp_path)
    when = datetime(2026, 1, 5, 8, tzinfo=UTC)
    outcome = run_round(tmp_path, read_settings(tmp_path), when, lambda at, total, name: None).outcome
    workbook = tmp_path / "output" / "konsolidasi.xlsx"
    inventory, corrected = ROOT / "input" / "inventory.xlsx", tmp_path / "output" / "inventaris-terkoreksi.xlsx"
    blank = ROOT / "templates" / "inventory.xlsx"
    printed = pages([workbook, inventory, corrected, blank], tmp_path)
    for row in outcome.inventory.rows:
        assert not words_on(row.title) - words_on(printed[inventory]), row.title
        assert not words_on(row.title) - words_on(printed[workbook]), row.title
    for fix in outcome.reconciliation.corrections:
        if fix.target == "inventory" and fix.field == "title":
            assert not words_on(fix.after) - words_on(printed[corrected]), fix.after
    assert "nama sop" in key(printed[blank])

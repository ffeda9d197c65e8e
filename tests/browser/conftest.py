"""A real browser, Debian's or whichever stands in the path, and a real workspace with its report."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.model.outcome import Outcome
from pipeline.run import run_round
from pipeline.settings import read_settings

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium")
WHEN = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed here")
    with sync_playwright() as playwright:
        # Under root, as in a container, Chromium has no sandbox of its own.
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


class Office(NamedTuple):
    """A workspace after its first round, and what is known of it."""

    folder: Path
    outcome: Outcome


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("kantor")
    shutil.copytree(ROOT / "input", folder / "input")
    shutil.copy(ROOT / "pleno.toml", folder)
    return Office(folder, run_round(folder, read_settings(folder), WHEN, lambda at, total, name: None).outcome)


@pytest.fixture(scope="session")
def report(office: Office) -> Path:
    return office.folder / "output" / "laporan-selisih.html"


class Watched:
    """A page that keeps what its console says and what it asks of the outside."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.console: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.console.append(message.text))
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))


@pytest.fixture
def watched(browser: Browser, report: Path) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    found = Watched(context.new_page())
    found.page.goto(report.as_uri())
    yield found
    context.close()
    assert found.console == []
    assert [each for each in found.asked if not each.startswith(report.parent.parent.as_uri())] == []

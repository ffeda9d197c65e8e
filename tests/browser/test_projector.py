"""The bahan pembahasan on a projector: by keyboard, by buttons, by links, on paper, and without scripts.

Each test that uses `shown` holds as well that the console stays silent and that nothing outside is asked for.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from pipeline.write.projector import write_projector
from tests.browser.conftest import Watched
from tests.write import plenos, reports
from tests.write.plenos import SETTINGS

PDFTOTEXT = shutil.which("pdftotext")
# The contrast that WCAG 2.2 asks of text (AA, 1.4.3).
LEAST_CONTRAST = 4.5
ALL = ["ikhtisar", "sop-1", "sop-2", "perbaikan"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pleno") / "bahan-pembahasan.html"
    write_projector(plenos.pleno(None, SETTINGS), made)
    return made


@pytest.fixture
def shown(browser: Browser, path: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    found = Watched(context.new_page())
    found.page.goto(path.as_uri())
    yield found.page
    context.close()
    assert found.console == []
    assert [each for each in found.asked if each.partition("#")[0] != path.as_uri()] == []


def seen(page: Page) -> list[str]:
    """Return the ids of the screens in sight."""
    found: list[str] = page.eval_on_selector_all(
        ".screen", "all => all.filter(each => each.checkVisibility()).map(each => each.id)"
    )
    return found


def at(page: Page) -> str:
    """Return the one screen in sight, held against what the bar says."""
    (screen,) = seen(page)
    assert page.inner_text("#letak") == page.get_attribute(f"#{screen}", "data-at")
    return screen


def test_it_begins_with_the_overview_and_the_progress_is_told(shown: Page) -> None:
    assert at(shown) == "ikhtisar"
    shown.keyboard.press("ArrowRight")
    assert at(shown) == "sop-1"
    assert shown.inner_text("#letak") == "SOP 1 dari 2"


@pytest.mark.parametrize(("on", "back"), [("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp"), (" ", "Shift+ ")])
def test_the_keys_of_a_keyboard_or_a_clicker_walk_through_all_screens(shown: Page, on: str, back: str) -> None:
    shown.set_viewport_size({"width": 1280, "height": 3000})
    walked = [at(shown)]
    for _ in ALL:
        shown.keyboard.press(on)
        walked.append(at(shown))
    assert walked == [*ALL, ALL[-1]]
    for expected in (*reversed(ALL[:-1]), ALL[0]):
        shown.keyboard.press(back)
        assert at(shown) == expected


def test_home_and_end_go_to_the_first_and_the_last(shown: Page) -> None:
    shown.keyboard.press("End")
    assert at(shown) == ALL[-1]
    shown.keyboard.press("Home")
    assert at(shown) == ALL[0]


def test_a_screen_that_is_longer_is_read_to_its_end_before_the_next(browser: Browser, path: Path) -> None:
    context = browser.new_context(viewport={"width": 800, "height": 300})
    page = context.new_page()
    page.goto(f"{path.as_uri()}#sop-1")
    pressed = 0
    while at(page) == "sop-1":
        page.keyboard.press("PageDown")
        page.wait_for_timeout(250)
        pressed += 1
        assert pressed < 40
    context.close()
    assert pressed > 2
    # It has been seen to its end, and the next one begins at its top.


def test_the_buttons_do_what_the_keys_do(shown: Page) -> None:
    assert shown.is_disabled("#mundur")
    shown.click("#maju")
    shown.click("#maju")
    assert at(shown) == "sop-2"
    shown.click("#mundur")
    assert at(shown) == "sop-1"
    shown.click("#awal")
    assert at(shown) == "ikhtisar"
    shown.keyboard.press("End")
    assert shown.is_disabled("#maju")


def test_space_on_a_button_is_that_buttons_own(shown: Page) -> None:
    shown.keyboard.press("ArrowRight")
    shown.focus("#awal")
    shown.keyboard.press(" ")
    assert at(shown) == "ikhtisar"


def test_the_links_of_the_overview_go_to_their_screens_and_the_address_keeps_the_place(shown: Page) -> None:
    shown.click('.agenda a[href="#sop-2"]')
    assert at(shown) == "sop-2"
    assert shown.url.endswith("#sop-2")
    shown.keyboard.press("ArrowLeft")
    assert shown.url.endswith("#sop-1")
    shown.reload()
    assert at(shown) == "sop-1"


def test_a_new_screen_is_told_to_who_does_not_see_it(shown: Page) -> None:
    shown.keyboard.press("ArrowRight")
    assert shown.evaluate("document.activeElement.id") == "judul-sop-1"
    assert shown.get_attribute("#letak", "role") == "status"


def test_the_chart_can_be_enlarged(shown: Page) -> None:
    assert not shown.is_visible("#besar")
    shown.keyboard.press("ArrowRight")
    before = shown.locator("#sop-1 svg").bounding_box()
    shown.keyboard.press("d")
    after = shown.locator("#sop-1 svg").bounding_box()
    assert before
    assert after
    assert after["width"] > 1.4 * before["width"]
    assert shown.get_attribute("#besar", "aria-pressed") == "true"
    shown.click("#besar")
    assert shown.locator("#sop-1 svg").bounding_box() == before


@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_questions_are_large_and_nothing_is_cut_off_at_the_side(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": width * 9 // 16})
    for _ in ALL:
        assert shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), at(shown)
        shown.keyboard.press("ArrowRight")
    shown.keyboard.press("Home")
    shown.keyboard.press("ArrowRight")
    size = shown.evaluate("parseFloat(getComputedStyle(document.querySelector('.ask')).fontSize)")
    # From the back of a room: so large a part of the picture's height.
    assert size / (width * 9 / 16) > 0.027


def test_every_text_is_dark_enough_on_a_light_ground(shown: Page) -> None:
    shown.emulate_media(color_scheme="dark")
    low: list[str] = shown.evaluate(_LOW, LEAST_CONTRAST)
    assert low == []


def test_without_scripts_all_screens_stand_one_below_the_other(browser: Browser, path: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto(path.as_uri())
    assert [page.is_visible(f"#{each}") for each in ALL] == [True] * len(ALL)
    assert not page.is_visible(".bar")
    assert "Pindah layar" not in page.inner_text("#ikhtisar")
    tops = [page.locator(f"#{each}").bounding_box() for each in ALL]
    assert sorted(each["y"] for each in tops if each) == [each["y"] for each in tops if each]
    context.close()


@pytest.mark.skipif(PDFTOTEXT is None, reason="poppler is not installed here")
def test_on_paper_each_screen_has_a_page_whatever_is_on_the_screen(shown: Page, tmp_path: Path) -> None:
    shown.keyboard.press("ArrowRight")
    shown.pdf(path=str(tmp_path / "cetak.pdf"), prefer_css_page_size=True)
    command = [str(PDFTOTEXT), "-layout", str(tmp_path / "cetak.pdf"), "-"]
    printed = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\f")[:-1]
    assert len(printed) == len(ALL)
    for page, words in zip(printed, ("Rapat Pleno", "SOP 1 dari 2", "SOP 2 dari 2", "Perbaikan"), strict=True):
        assert words in page
        assert "Berikutnya" not in page
        assert "Pindah layar" not in page


def test_hostile_texts_stay_texts_under_the_pages_policy(browser: Browser, tmp_path: Path) -> None:
    made = tmp_path / "bahan-pembahasan.html"
    write_projector(plenos.pleno(plenos.table(reports.HOSTILE), SETTINGS), made)
    context = browser.new_context()
    found = Watched(context.new_page())
    found.page.goto(made.as_uri())
    found.page.keyboard.press("ArrowRight")
    assert at(found.page) == "sop-1"
    title = found.page.inner_text("#judul-sop-1")
    context.close()
    assert "<script>alert(1)</script>" in title
    assert found.console == []
    assert [each for each in found.asked if not re.fullmatch(r"file://.*bahan-pembahasan\.html", each)] == []


_LOW = """least => {
  const parts = text => text.match(/[\\d.]+/g).map(Number);
  const light = rgb => {
    const [r, g, b] = rgb.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = element => {
    for (let each = element; each; each = each.parentElement) {
      const found = parts(getComputedStyle(each).backgroundColor);
      if (found.length < 4 || found[3] > 0) return found.slice(0, 3);
    }
    return [255, 255, 255];
  };
  document.documentElement.classList.remove("live");
  const low = [];
  document.querySelectorAll("main *, .bar *").forEach(each => {
    const own = [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!own || each.closest("svg") || each.disabled) return;
    const [a, b] = [light(parts(getComputedStyle(each).color).slice(0, 3)), light(ground(each))];
    const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (contrast < least) low.push(`${each.tagName} ${contrast.toFixed(2)} ${each.textContent.slice(0, 30)}`);
  });
  return low;
}"""

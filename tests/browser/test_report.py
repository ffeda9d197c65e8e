"""The report in a real browser: sifted, searched, walked by keyboard, printed, in the dark, and without scripts.

Each test that uses `watched` holds as well that the console stays silent and that nothing outside is asked for.
"""

import json
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Literal
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from pipeline.model.decision import Changes, Decision, State, Verdict
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Status
from pipeline.wording import STATUS_WORDS
from pipeline.write.report import write_report
from tests.bench.report import answers
from tests.bench.workbook import many
from tests.browser.conftest import Office, Watched
from tests.write.reports import outcome

PDFTOTEXT = shutil.which("pdftotext")
# The contrast that WCAG 2.2 asks of text (AA, 1.4.3).
LEAST_CONTRAST = 4.5
# So long a person may wait for an answer without noticing, in milliseconds.
AT_ONCE = 100.0
# The words for each status; a shared row is told like any other that agrees.
STATUSES_OF = {each.value: STATUS_WORDS[Status.MATCHED if each is Status.SHARED else each] for each in Status}
STATUSES = tuple(dict.fromkeys(STATUSES_OF.values()))


def shown(page: Page) -> list[str]:
    """Return the ids of the findings in sight."""
    found: list[str] = page.eval_on_selector_all(
        ".finding", "all => all.filter(each => each.checkVisibility()).map(each => each.id)"
    )
    return found


def told(page: Page) -> str:
    return page.inner_text("#tampil")


def choose(page: Page, facet: str, value: str) -> None:
    page.select_option(f"#saring-{facet}", value)


def search(page: Page, words: str) -> None:
    page.fill("#cari", words)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


# Sifting and searching


@pytest.mark.parametrize("facet", ["unit", "family", "severity"])
def test_each_choice_of_a_facet_shows_what_it_counts(watched: Watched, facet: str) -> None:
    page = watched.page
    everything = len(shown(page))
    options = page.eval_on_selector_all(
        f"#saring-{facet} option", "all => all.map(each => [each.value, each.textContent])"
    )
    counts = {value: int(re.findall(r"\((\d+)\)$", word)[0]) for value, word in options}
    assert counts.pop("") == everything == sum(counts.values())
    for value, count in counts.items():
        choose(page, facet, value)
        assert len(shown(page)) == count
        assert told(page).startswith(f"Menampilkan {count} dari {everything} temuan")
        data = {"unit": "closest('.unit').dataset.unit"}.get(facet, f"dataset.{facet}")
        assert page.eval_on_selector_all(
            ".finding", f"all => all.filter(e => e.checkVisibility()).every(e => e.{data} === '{value}')"
        )
    page.click("#ulang")
    assert len(shown(page)) == everything


def test_in_a_later_round_findings_are_sifted_by_what_became_of_them_and_what_was_decided(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "laporan-selisih.html"
    write_report(in_a_later_round(), path)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(path.as_uri())
    everything = shown(page)
    choose(page, "state", "baru")
    new = shown(page)
    assert len(new) == 3
    choose(page, "verdict", "belum diputuskan")
    undecided = shown(page)
    assert len(undecided) == 2
    choose(page, "state", "")
    assert set(undecided) < set(shown(page))
    choose(page, "state", "baru")
    choose(page, "verdict", "terima")
    assert shown(page) == []
    assert told(page) == "Tidak ada temuan yang cocok dengan saringan ini."
    choose(page, "verdict", "ubah")
    (only,) = shown(page)
    assert "Keputusan: ubah menjadi “20 menit”" in (page.text_content(f"#{only}") or "")
    # However many lines the bar has, what a link leads to does not stand under it.
    page.click("#ulang")
    page.evaluate("id => { location.hash = id; }", everything[-2])
    page.wait_for_timeout(300)
    bar, target = page.locator("#saring").bounding_box(), page.locator(f"#{everything[-2]}").bounding_box()
    assert bar
    assert target
    assert target["y"] >= bar["y"] + bar["height"]
    context.close()


def in_a_later_round() -> Outcome:
    """Return an outcome of a second round: three findings are new, one of them is decided, and one other."""
    found = tuple(replace(each, id=f"{each.code}-{at}") for at, each in enumerate(outcome().findings))
    states = {each.id: State.NEW if at < 3 else State.STILL for at, each in enumerate(found)}
    decisions = (
        Decision(about=found[0].id, verdict=Verdict.CHANGE, value="20 menit"),
        Decision(about=found[5].id, verdict=Verdict.ACCEPT),
    )
    changes = Changes(states=states, settled=(), replaced=())
    return replace(outcome(), findings=found, decisions=decisions, changes=changes, round=2)


def test_facets_and_words_narrow_each_other(watched: Watched) -> None:
    page = watched.page
    choose(page, "severity", "error")
    errors = set(shown(page))
    choose(page, "family", "ST")
    both = set(shown(page))
    assert both
    assert both < errors
    search(page, "waktu")
    all_three = set(shown(page))
    assert all_three
    assert all_three < both
    assert told(page).endswith(
        "Saringan: keluarga aturan langkah dan mutu baku; bobot ■ harus diperbaiki; kata “waktu”."
    )
    # What another choice would show is counted with the words and the other choices.
    counted = page.eval_on_selector_all("#saring-family option", "all => all.map(each => each.textContent)")
    assert any(each.endswith(f"({len(all_three)})") for each in counted)
    page.click("#ulang")
    assert page.evaluate("document.activeElement.id") == "cari"
    assert len(shown(page)) > len(errors)


def test_words_are_found_in_the_finding_its_row_and_its_title(watched: Watched) -> None:
    page = watched.page
    search(page, "IJIN magang")
    found = shown(page)
    assert found
    assert "Izin" in (page.text_content(f"#{found[0]}") or "")
    search(page, "tidak ada yang begini")
    assert shown(page) == []
    assert told(page) == "Tidak ada temuan yang cocok dengan saringan ini."
    assert page.eval_on_selector_all(".sop", "all => all.every(each => each.hidden)")


def test_a_search_in_a_report_of_a_thousand_sops_answers_at_once(
    browser: Browser, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "laporan-selisih.html"
    write_report(many(office.outcome, 1_000), path)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_timeout(1_500)
    taken = answers(page)
    context.close()
    assert median(taken) < AT_ONCE


# Links


def test_every_link_leads_somewhere(watched: Watched, report: Path) -> None:
    page = watched.page
    links: list[str] = page.eval_on_selector_all("a", "all => all.map(each => each.getAttribute('href'))")
    ids = set(page.eval_on_selector_all("[id]", "all => all.map(each => each.id)"))
    assert {each[1:] for each in links if each.startswith("#")} <= ids
    files = {each for each in links if not each.startswith("#")}
    assert len(files) > 100
    for each in files:
        assert (report.parent / unquote(urlsplit(each).path)).is_file(), each


def test_a_code_leads_to_the_page_of_its_rule(watched: Watched) -> None:
    page = watched.page
    page.locator(".finding a.code").first.click()
    page.wait_for_function("() => document.querySelector('dt:target') !== null")
    assert page.locator("dt:target").is_visible()


# The same numbers


def test_every_number_of_the_reconciliation_is_that_of_the_json(watched: Watched, report: Path) -> None:
    page = watched.page
    known = json.loads((report.parent / "reconciliation.json").read_text(encoding="utf-8"))
    labels = {
        "inventory": "Induk", "submitted": "Diserahkan", "matched": "Cocok", "missing": "Belum diserahkan",
        "extra": "Di luar induk", "duplicate": "Ganda", "transferred": "Dialihkan",
    }  # fmt: skip
    rows = page.eval_on_selector_all(
        "table.counts tbody tr, table.counts tfoot tr",
        """all => all.map(row => [row.querySelector("th").innerText, Object.fromEntries(
        [...row.querySelectorAll("td[data-label]")].map(each => [each.dataset.label, each.innerText]))])""",
    )
    told_of = {name: {label: _whole(value) for label, value in cells.items()} for name, cells in rows}
    total = told_of.pop("Jumlah")
    assert told_of.keys() == {each["unit"] for each in known["units"]}
    for each in known["units"]:
        cells = told_of[each["unit"]]
        assert {key: cells[label] for key, label in labels.items()} == {key: each[key] for key in labels}
        assert cells["Selisih"] == each["submitted"] - each["inventory"]
    assert {key: total[label] for key, label in labels.items()} == {
        key: sum(each[key] for each in known["units"]) for key in labels
    }
    lede = page.inner_text(".lede")
    assert [int(each) for each in re.findall(r"\d+", lede)[:3]] == [
        sum(each[key] for each in known["units"]) for key in ("inventory", "matched", "missing")
    ]
    # A line for each item, whatever became of it, each with the status that the file has.
    lines = page.eval_on_selector_all("#rekonsiliasi td.state", "all => all.map(each => each.textContent)")
    words = Counter(next(word for word in STATUSES if word in each) for each in lines)
    folded = page.eval_on_selector_all(
        "[id^=rekonsiliasi-] > details.folded > summary", "all => all.map(each => each.textContent)"
    )
    assert all("cocok tanpa perbedaan" in each for each in folded)
    words["cocok"] += sum(_whole(each.split(" ")[0]) for each in folded)
    assert words == Counter(STATUSES_OF[each["status"]] for each in known["items"])


def _whole(text: str) -> int:
    return int(text.replace(".", "").replace("−", "-").replace("+", ""))


# On paper


@pytest.mark.skipif(PDFTOTEXT is None, reason="poppler (pdftotext) is not installed here")
def test_the_print_holds_every_finding_and_only_what_was_chosen_when_something_was(
    watched: Watched, tmp_path: Path
) -> None:
    page = watched.page
    ids = page.eval_on_selector_all(".finding .id code", "all => all.map(each => each.textContent)")
    whole = printed(page, tmp_path / "semua.pdf")
    assert [each for each in ids if each not in whole] == []
    choose(page, "severity", "error")
    chosen = page.eval_on_selector_all(
        ".finding", "all => all.filter(e => e.checkVisibility()).map(e => e.querySelector('.id code').textContent)"
    )
    paper = printed(page, tmp_path / "sebagian.pdf")
    assert {each for each in ids if each in paper} == set(chosen)
    assert "".join(told(page).split()) in paper


def printed(page: Page, path: Path) -> str:
    """Return the letters of the printed pages."""
    page.pdf(path=path, prefer_css_page_size=True, print_background=True)
    assert PDFTOTEXT is not None
    done = subprocess.run([PDFTOTEXT, "-raw", str(path), "-"], check=True, capture_output=True, encoding="utf-8")
    return "".join(done.stdout.split())


# For everybody


def test_the_keyboard_alone_reaches_and_sifts_everything(watched: Watched) -> None:
    page = watched.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"
    page.focus("#cari")
    page.keyboard.type("waktu")
    page.wait_for_function("() => document.documentElement.classList.contains('filtered')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "saring-unit"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") != ""
    assert page.evaluate("document.getElementById('tampil').getAttribute('role')") == "status"
    names = page.eval_on_selector_all(".controls input, .controls select", "all => all.map(each => each.labels.length)")
    assert set(names) == {1}


def test_a_reader_of_the_screen_finds_the_parts_of_the_page_by_their_roles(watched: Watched) -> None:
    page = watched.page
    assert page.get_by_role("main").count() == page.get_by_role("banner").count() == 1
    assert page.get_by_role("navigation", name="Isi laporan").count() == 1
    assert page.get_by_role("search", name="Saring temuan").count() == 1
    assert page.get_by_role("status").inner_text() == told(page)
    for label in ("Cari dalam temuan", "Unit", "Keluarga aturan", "Bobot"):
        assert page.get_by_label(label, exact=True).count() == 1
    assert page.get_by_role("img", name="Grafik jumlah SOP per unit").count() == 1


@pytest.mark.parametrize(("medium", "scheme"), [("screen", "light"), ("screen", "dark"), ("print", "dark")])
def test_text_stands_out_from_its_ground(
    watched: Watched, medium: Literal["screen", "print"], scheme: Literal["light", "dark"]
) -> None:
    page = watched.page
    page.emulate_media(media=medium, color_scheme=scheme)
    poor = page.evaluate(_CONTRASTS, LEAST_CONTRAST)
    assert poor == []


# Each text's colour against the first ground behind it that is painted; WCAG 2.2, relative luminance.
_CONTRASTS = """least => {
  const parts = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const linear = c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => .2126 * linear(r / 255) + .7152 * linear(g / 255) + .0722 * linear(b / 255);
  const painted = colour => colour.length === 3 || colour[3] > 0;
  const ground = node => { for (let at = node; at; at = at.parentElement) {
    const colour = parts(getComputedStyle(at).backgroundColor);
    if (painted(colour)) return colour;
  } return [255, 255, 255]; };
  const poor = new Set();
  for (const node of document.querySelectorAll("body *:not(svg *), svg.numbers text")) {
    if (![...node.childNodes].some(each => each.nodeType === 3 && each.textContent.trim())) continue;
    const colours = [light(parts(getComputedStyle(node)[node.closest("svg") ? "fill" : "color"])), light(ground(node))];
    const [a, b] = colours.sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < least) poor.add(`${node.tagName}.${node.className} ${ratio.toFixed(2)}`);
  }
  return [...poor];
}"""


def test_it_can_be_read_without_scripts(browser: Browser, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(report.as_uri())
    assert page.locator("#saring").is_hidden()
    assert page.locator(".finding").first.is_visible()
    assert "Usulan perbaikan:" in (page.locator("#temuan").text_content() or "")
    # A fold opens without a script.
    fold = page.locator("#temuan details summary").first
    fold.click()
    assert page.locator("#temuan details svg.flow").first.is_visible()
    context.close()


def test_the_policy_stops_what_a_draft_could_smuggle_in(browser: Browser, report: Path) -> None:
    context = browser.new_context(bypass_csp=False)
    page = context.new_page()
    page.goto(report.as_uri())
    page.evaluate(
        """() => { const script = document.createElement("script"), image = new Image();
        script.textContent = "window.smuggled = 1"; image.src = "https://contoh.invalid/a.png";
        document.body.append(script, image); }"""
    )
    assert page.evaluate("window.smuggled === undefined")
    refused = page.evaluate("fetch('https://contoh.invalid').then(() => 'reached', () => 'refused')")
    assert refused == "refused"
    context.close()


@pytest.mark.parametrize("width", [400, 768, 1280])
def test_nothing_reaches_out_of_the_window(browser: Browser, report: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(report.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()

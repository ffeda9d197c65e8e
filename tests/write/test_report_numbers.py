"""What the report shows of the reconciliation against `reconciliation.json` of the same outcome, number by number."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Status, UnitCount
from pipeline.wording import STATUS_WORDS
from pipeline.write.records import write_reconciliation
from pipeline.write.report.charts import count_charts
from tests.bench.workbook import sample
from tests.write.reports import EMPTY, HOSTILE, outcome, written

# As the heads of the table call the counts of the file.
COLUMNS = {
    "inventory": "Induk", "submitted": "Diserahkan", "matched": "Cocok", "missing": "Belum diserahkan",
    "extra": "Di luar induk", "duplicate": "Ganda", "transferred": "Dialihkan",
}  # fmt: skip
DRAWN = ("inventory", "submitted", "matched", "missing", "extra")
# A row that several units share is told like any other that agrees.
LINE_WORDS = {each.value: STATUS_WORDS[each] for each in Status}


def number(text: str) -> int:
    return int(text.replace(".", "").replace("−", "-").replace("+", ""))


def numbers(text: str) -> list[int]:
    return [number(each) for each in re.findall(r"[−+]?\d[\d.]*\d|[−+]?\d", text)]


class Both:
    """The page and the file of one outcome."""

    def __init__(self, tmp_path: Path, what: Outcome) -> None:
        self.page: Any = html.fromstring(written(tmp_path, what))
        path = tmp_path / "reconciliation.json"
        write_reconciliation(what, path)
        self.file = json.loads(path.read_text(encoding="utf-8"))

    def texts(self, path: str) -> list[str]:
        return [" ".join(each.text_content().split()) for each in self.page.xpath(path)]

    def sums(self) -> dict[str, int]:
        return {name: sum(each[name] for each in self.file["units"]) for name in COLUMNS}


@pytest.fixture(scope="module")
def office() -> Outcome:
    return sample()


@pytest.fixture(params=["small", "hostile", "office"])
def both(request: pytest.FixtureRequest, tmp_path: Path, office: Outcome) -> Both:
    return Both(tmp_path, {"small": outcome(), "hostile": outcome(HOSTILE), "office": office}[request.param])


def test_the_table_has_the_units_of_the_file_and_their_counts(both: Both) -> None:
    (table,) = both.page.xpath("//section[@id='ringkasan']//table[contains(@class, 'counts')]")
    shown: dict[str, dict[str, int]] = {}
    for row in table.xpath("./tbody/tr | ./tfoot/tr"):
        cells = {each.get("data-label"): number(each.text) for each in row.xpath("./td")}
        difference = cells.pop("Selisih")
        assert difference == cells["Diserahkan"] - cells["Induk"]
        shown[" ".join(row.find("th").text_content().split())] = cells
    units = {" ".join(each["unit"].split()): each for each in both.file["units"]}
    assert list(shown) == [*units, "Jumlah"]
    for name, counts in (*units.items(), ("Jumlah", both.sums())):
        assert shown[name] == {word: counts[key] for key, word in COLUMNS.items()}


def test_the_sentence_at_the_top_and_those_of_the_units_say_the_same(both: Both) -> None:
    (lede,) = both.texts("//p[@class='lede']")
    sums = both.sums()
    expected = [sums[each] for each in ("inventory", "matched", "missing", "extra", "duplicate", "transferred")]
    assert numbers(lede) == expected
    told = {
        " ".join(each.find("h3").text_content().split()): each.xpath("./p[@class='told']")
        for each in both.page.xpath("//section[@id='rekonsiliasi']/section[starts-with(@id, 'rekonsiliasi-')]")
    }
    for each in both.file["units"]:
        sentence = told.get(" ".join(each["unit"].split()))
        if sentence is None:
            # A unit without a line has nothing to reconcile.
            assert not any(item for item in both.file["items"] if (item["inventory"] or {}).get("unit") == each["unit"])
            continue
        assert numbers(sentence[0].text_content()) == [
            each["inventory"], each["submitted"], each["submitted"] - each["inventory"], each["matched"],
            each["missing"], each["extra"], each["duplicate"], each["transferred"],
        ]  # fmt: skip


def test_each_line_has_the_status_that_it_has_in_the_file(both: Both) -> None:
    shown: Counter[str] = Counter()
    for line in both.page.xpath("//table[contains(@class, 'items')]/tbody/tr"):
        word = " ".join(line.xpath("string(./td[1])").split())[2:]
        shown[next(each for each in sorted(LINE_WORDS.values(), key=len, reverse=True) if word.startswith(each))] += 1
    folds = both.page.xpath("//section[starts-with(@id, 'rekonsiliasi-')]/details")
    agreeing = 0
    for fold in folds:
        lines = len(fold.xpath(".//tbody/tr"))
        assert numbers(fold.find("summary").text_content()) == [lines]
        agreeing += lines
    file = Counter(LINE_WORDS[each["status"]] for each in both.file["items"])
    assert sum(shown.values()) + agreeing == sum(file.values())
    for word in file:
        if word not in (LINE_WORDS["matched"], LINE_WORDS["shared"]):
            assert shown[word] == file[word]
    answered = (LINE_WORDS["matched"], LINE_WORDS["shared"])
    assert sum(shown[each] for each in answered) + agreeing == sum(file[each] for each in answered)


def test_the_chart_has_the_same_numbers_drawn_and_told(both: Both) -> None:
    charts = both.page.xpath("//svg")
    charts = [each for each in charts if each.get("class") == "numbers"]
    drawn = [number(each.text) for chart in charts for each in chart.xpath("./text") if number_like(each.text)]
    units = both.file["units"]
    counts = [each[name] for each in units for name in DRAWN]
    assert drawn == counts
    told = "".join(each.xpath("string(./desc)") for each in charts)
    for each in units:
        assert f"induk {thousand(each['inventory'])}, diserahkan {thousand(each['submitted'])}" in told
    assert all(each.get("role") == "img" and each.xpath("string(./title)") for each in charts)
    bars = [float(each.get("width")) for chart in charts for each in chart.xpath("./rect")]
    seen = [each for each in counts if each]
    assert bars == [pytest.approx(84 * each / max(seen), abs=0.06) for each in seen]


def number_like(text: str) -> bool:
    return re.fullmatch(r"[\d.]+", text) is not None


def thousand(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def test_many_units_take_several_charts_on_one_scale_and_none_takes_none(tmp_path: Path) -> None:
    empty = dict.fromkeys(COLUMNS, 0)
    counts = [UnitCount(unit=f"KUA {at}", **{**empty, "inventory": at}) for at in range(1, 42)]
    charts = count_charts(counts)
    assert [each.count("<rect") for each in charts] == [20, 20, 1]
    assert 'width="84.0"' in charts[2]
    assert count_charts([UnitCount(unit="KUA", **empty)]) == ()
    assert '<figure class="numbers">' not in written(tmp_path, EMPTY)
    several = replace(outcome(), reconciliation=replace(outcome().reconciliation, units=tuple(counts)))
    assert written(tmp_path, several).count("<figcaption>Grafik jumlah SOP per unit</figcaption>") == 1

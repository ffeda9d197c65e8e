"""The book of rules: every rule stands in it with its reasons and examples, the chart rules with their charts drawn."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from pipeline.check.registry import all_rules
from pipeline.check.rule import Rule
from pipeline.cli.rules import command
from pipeline.errors import OutputNotWritable
from pipeline.settings import Settings
from pipeline.write.rule_book import rule_book

BOOK = html.fromstring(rule_book(all_rules(), Settings()))
CHARTS = [rule for rule in all_rules() if rule.code.startswith("FL")]


def article(code: str) -> html.HtmlElement:
    (found,) = BOOK.xpath(f"//article[@id='{code}']")
    return found


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_is_explained_with_its_examples(rule: Rule) -> None:
    told = " ".join(article(rule.code).text_content().split())
    for text in (rule.title, rule.why, rule.source, rule.fix, *(each.shows for each in (*rule.bad, *rule.good))):
        assert " ".join(text.split()) in told
    for example in rule.bad:
        for hit in example.hits:
            assert " ".join(hit.split()) in told
    assert " ".join(rule.question.split()) in told
    assert BOOK.xpath(f"//nav//a[@href='#{rule.code}']")


@pytest.mark.parametrize("rule", CHARTS, ids=lambda rule: rule.code)
def test_the_examples_of_a_chart_rule_are_drawn(rule: Rule) -> None:
    with_charts = [sop for each in (*rule.bad, *rule.good) for sop in each.sops if sop.flow.nodes]
    assert len(article(rule.code).xpath(".//*[local-name()='svg']")) == len(with_charts)


def test_what_is_wrong_is_marked_and_what_is_right_is_not() -> None:
    drawn = [html.tostring(each).decode() for each in article("FL109").xpath(".//figure")]
    rule = next(each for each in CHARTS if each.code == "FL109")
    marked = ["#d0402b" in each for each in drawn]
    assert marked == [True] * len(rule.bad) + [False] * len(rule.good)


def test_the_corrections_of_an_example_are_marked_text() -> None:
    rule = next(each for each in all_rules() if any(example.becomes for example in each.bad))
    example = replace(
        rule.bad[0],
        becomes=("SOP Ijin <b> -> SOP Izin <b>", " -> Tidak", "SOP SOP -> SOP"),
    )
    book = html.fromstring(rule_book([replace(rule, bad=(example,))], Settings()))
    fixes = [html.tostring(each, encoding="unicode").strip() for each in book.xpath("//p[@class='fix']")]
    assert fixes == [
        '<p class="fix"><span>Koreksi:</span> SOP <del>Ijin</del><ins>Izin</ins> &lt;b&gt;</p>',
        '<p class="fix"><span>Koreksi:</span> <ins>Tidak</ins></p>',
        '<p class="fix"><span>Koreksi:</span> SOP<del> SOP</del></p>',
    ]


def test_nothing_is_loaded_and_nothing_runs() -> None:
    assert not BOOK.xpath("//script | //link | //img | //@src")
    assert "default-src 'none'" in BOOK.xpath("//meta[@http-equiv]/@content")[0]


def test_words_are_words() -> None:
    hostile = replace(all_rules()[0], why="<script>alert(1)</script> & “kutip”")
    text = rule_book([hostile], Settings())
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; “kutip”" in text


def test_the_command_writes_the_book_and_keeps_what_is_there(tmp_path: Path) -> None:
    out = tmp_path / "baru" / "buku.html"
    done = CliRunner().invoke(command, ["--html", str(out)], standalone_mode=False)
    assert (done.exit_code, done.output) == (0, f"Ditulis: {out}\n")
    assert html.fromstring(out.read_bytes()).xpath("//h1")
    again = CliRunner().invoke(command, ["--html", str(out)], standalone_mode=False)
    assert isinstance(again.exception, OutputNotWritable)
    assert CliRunner().invoke(command, ["--html", str(out), "--timpa"], standalone_mode=False).exit_code == 0

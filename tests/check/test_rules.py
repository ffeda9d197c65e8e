"""Every rule's own examples, and what holds for the folder as a whole."""

import re
from pathlib import Path

import pytest

import pipeline.check.rules
from pipeline.check.registry import RETIRED, all_rules
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.sop_set import SopSet

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code} {example.shows}")
    for rule in all_rules()
    for example in (*rule.good, *rule.bad)
]


def hits(rule: Rule, example: Example) -> tuple[Hit, ...]:
    if rule.check is not None:
        return tuple(hit for sop in example.sops for hit in rule.check(sop, example.settings))
    assert rule.check_set is not None
    return tuple(rule.check_set(SopSet.of(example.sops, example.inventory, example.settings), example.settings))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_is_judged_exactly_as_it_says(rule: Rule, example: Example) -> None:
    raised = hits(rule, example)
    assert tuple(hit.message for hit in raised) == example.hits
    assert (
        tuple(f"{hit.correction.before} -> {hit.correction.after}" for hit in raised if hit.correction)
        == example.becomes
    )


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_correction_changes_text_that_was_found(rule: Rule, example: Example) -> None:
    for hit in hits(rule, example):
        if hit.correction:
            assert hit.correction.before in hit.found
            assert hit.correction.before != hit.correction.after
            assert hit.correction.why.endswith(".")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert re.fullmatch(r"(RD|ID|ST|FL|IN|NM|LG|SE)\d{3}", rule.code)
    assert rule.good
    assert rule.bad
    assert not any(each.hits for each in rule.good)
    assert all(each.hits for each in rule.bad)
    assert (rule.check is None) != (rule.check_set is None)
    assert all((rule.title, rule.why, rule.source, rule.fix))
    assert all(each.endswith(".") for each in (rule.why, rule.fix))
    assert rule.question.endswith("?")


def test_each_file_of_the_folder_is_one_rule_named_after_its_code() -> None:
    folder = Path(pipeline.check.rules.__file__).parent
    files = sorted(path.stem.split("_")[0] for path in folder.glob("*.py") if path.stem != "__init__")
    assert files == [rule.code for rule in all_rules()]


def test_codes_are_used_once_and_never_again() -> None:
    codes = [rule.code for rule in all_rules()]
    assert len(codes) == len(set(codes))
    assert not set(codes) & set(RETIRED)

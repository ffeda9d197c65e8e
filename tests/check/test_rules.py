"""Every rule's own examples, and what holds for the folder as a whole."""

import re
from pathlib import Path

import pytest

import pipeline.check.rules
from pipeline.check.registry import RETIRED, all_rules
from pipeline.check.rule import Example, Rule
from pipeline.settings import Settings

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code} {example.shows}")
    for rule in all_rules()
    for example in (*rule.good, *rule.bad)
]


def messages(rule: Rule, example: Example) -> tuple[str, ...]:
    if rule.check is not None:
        return tuple(hit.message for sop in example.sops for hit in rule.check(sop, Settings()))
    assert rule.check_set is not None
    return tuple(hit.message for hit in rule.check_set(example.sops, Settings()))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_is_judged_exactly_as_it_says(rule: Rule, example: Example) -> None:
    assert messages(rule, example) == example.hits


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


def test_each_file_of_the_folder_is_one_rule_named_after_its_code() -> None:
    folder = Path(pipeline.check.rules.__file__).parent
    files = sorted(path.stem.split("_")[0] for path in folder.glob("*.py") if path.stem != "__init__")
    assert files == [rule.code for rule in all_rules()]


def test_codes_are_used_once_and_never_again() -> None:
    codes = [rule.code for rule in all_rules()]
    assert len(codes) == len(set(codes))
    assert not set(codes) & set(RETIRED)

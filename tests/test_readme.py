"""What README says of the program is so."""

import re
from pathlib import Path

from pipeline.check.registry import all_rules
from pipeline.cli import COMMANDS
from pipeline.cli.rules import table

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_rules_is_the_one_that_the_program_prints() -> None:
    between = re.search(r"<!-- pleno rules --markdown -->\n(.*?)\n<!-- end -->", README, re.DOTALL)
    assert between is not None
    assert between[1] == table(all_rules())


def test_every_command_is_named() -> None:
    assert [name for name in COMMANDS if f"pleno {name}" not in README] == []


def test_every_link_inside_the_repository_leads_somewhere() -> None:
    for document in (ROOT / "README.md", ROOT / "docs" / "design.md", ROOT / "docs" / "panduan.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_rule_is_told_in_the_guide() -> None:
    guide = (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")
    assert [rule.code for rule in all_rules() if rule.code not in guide] == []


def test_the_changelog_names_the_version() -> None:
    from pipeline import __version__

    assert f"## {__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

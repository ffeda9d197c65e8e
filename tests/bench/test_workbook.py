"""The benchmark of the workbook writes what it says. Nothing is timed."""

import pytest

from tests.bench import workbook


def test_a_large_set_has_what_the_sample_has_as_often(capsys: pytest.CaptureFixture[str]) -> None:
    once = workbook.sample()
    made = workbook.many(once, 200)
    assert len(made.sops) == len({each.key for each in made.sops}) == 200
    assert all(len(each.steps) in (0, workbook.STEPS) for each in made.sops)
    assert len(made.findings) == len({each.id for each in made.findings}) == 3 * len(once.findings)
    workbook.main(["--sops", "80", "--top", "3"])
    assert "80 SOPs" in capsys.readouterr().out

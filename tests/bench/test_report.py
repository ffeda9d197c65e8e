"""The benchmark of the report writes what it says. Nothing is timed."""

import pytest

from tests.bench import report


def test_a_report_is_written_for_each_number_of_sops(capsys: pytest.CaptureFixture[str]) -> None:
    report.main(["--sops", "80", "90", "--top", "3", "--unsearched"])
    told = capsys.readouterr().out
    assert told.count("tottime") == 2
    assert [f"{sops} SOPs" in told for sops in (80, 90)] == [True, True]

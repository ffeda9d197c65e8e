"""Each draft of the sample office meets the row that its content answers, and the counts are exact."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Status
from pipeline.run import read_inputs, run
from pipeline.settings import read_settings
from tests.office.content import units
from tests.office.inventory import expected_rows

ROOT = Path(__file__).parent.parent
# In the content: the draft "LAMA" of Izin Operasional Pesantren has a better one, handed in later.
DUPLICATES = {("PAKIS/Ijin operasional pondok pesantren LAMA.docx", 1)}


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    settings = read_settings(ROOT)
    when = datetime(2026, 1, 5, 8, tzinfo=UTC)
    return run(read_inputs(ROOT, settings), settings, when, lambda at, total, name: None)


def test_every_draft_meets_its_row(outcome: Outcome) -> None:
    place_of = {line.key: (sheet, row) for sheet, row, line, _ in expected_rows()}
    found = {
        (ref.file, ref.part): (item.row and (item.row.place.sheet, item.row.place.row), item.status)
        for item in outcome.reconciliation.items
        for ref in item.drafts
    }
    expected = {}
    for unit in units():
        parts: Counter[str] = Counter()
        for sop in unit.sops:
            parts[sop.file] += 1
            key = (f"{unit.folder}/{sop.file}", parts[sop.file])
            status = Status.SHARED if sop.row.startswith("kua") else Status.MATCHED
            status = Status.TRANSFERRED if sop.row.startswith("phu") else status
            status = Status.DUPLICATE if key in DUPLICATES else status
            expected[key] = (place_of[sop.row], status) if sop.row else (None, Status.EXTRA)
    assert found == expected


def test_every_row_and_every_draft_stands_in_an_item(outcome: Outcome) -> None:
    rows = {item.row.place for item in outcome.reconciliation.items if item.row}
    assert rows == {row.place for row in outcome.inventory.rows}
    drafts = Counter((ref.file, ref.part) for item in outcome.reconciliation.items for ref in item.drafts)
    assert drafts == Counter(sop.key for sop in outcome.sops)


def test_counts_of_the_units_are_exact(outcome: Outcome) -> None:
    counts = {
        each.unit: (
            each.inventory,
            each.submitted,
            each.matched,
            each.missing,
            each.extra,
            each.duplicate,
            each.transferred,
        )
        for each in outcome.reconciliation.units
    }
    assert counts == {
        "Seksi Pendidikan Madrasah": (18, 11, 10, 8, 1, 0, 0),
        "Seksi Pendidikan Agama dan Keagamaan Islam": (20, 11, 10, 10, 0, 1, 0),
        "Seksi Bimbingan Masyarakat Islam": (14, 9, 8, 6, 1, 0, 0),
        "Penyelenggara Zakat dan Wakaf": (8, 5, 5, 3, 0, 0, 0),
        "Penyelenggara Katolik": (5, 3, 3, 2, 0, 0, 0),
        "Subbagian Tata Usaha": (36, 18, 17, 19, 1, 0, 0),
        "KUA Kecamatan Argawana": (12, 6, 6, 6, 0, 0, 0),
        "KUA Kecamatan Banyujati": (12, 5, 5, 7, 0, 0, 0),
        "KUA Kecamatan Karangwangi": (12, 4, 4, 8, 0, 0, 0),
        "KUA Kecamatan Sendanglaras": (12, 4, 4, 8, 0, 0, 0),
        "KUA Kecamatan Wanakerta": (12, 1, 1, 11, 0, 0, 0),
        "Seksi Penyelenggaraan Haji dan Umrah": (0, 2, 0, 0, 0, 0, 6),
    }


def test_doubt_is_raised_where_title_and_number_do_not_agree_and_nowhere_else(outcome: Outcome) -> None:
    doubtful = {ref.file for item in outcome.reconciliation.items if item.doubtful for ref in item.drafts}
    assert doubtful == {
        "KUA Argawana/SOP numpang nikah.docx",
        "kua karangwangi/SOP NIKAH.docx",
        "PAKIS/Ijin operasional pondok pesantren LAMA.docx",
    }

"""What is decided at the meeting of a large office: its papers and its projector's page are there in seconds."""

import time
from dataclasses import replace
from pathlib import Path

from pipeline.model.finding import Severity
from pipeline.settings import Unit
from pipeline.write.papers.write_meeting import write_discussion, write_minutes, write_official_record
from pipeline.write.projector import write_projector
from tests.agenda.rounds import arrow, finding, item, outcome
from tests.write import plenos, reports
from tests.write.papers import opened

UNITS, SOPS, FINDINGS = 20, 150, 3_000
# All papers of a meeting together may take ten seconds; letters and lists are short.
IN_TIME = 8.0


def test_twenty_units_with_a_hundred_and_fifty_disputed_sops_are_written_in_seconds(tmp_path: Path) -> None:
    units = [Unit(name=f"Seksi Contoh {chr(65 + at)}", synonyms=(f"seksi{at}",)) for at in range(UNITS)]
    sops = tuple(
        reports.sop(f"seksi{at % UNITS}/{at}.docx", f"SOP Pelayanan Contoh Nomor {at} dari Unit Ini")
        for at in range(SOPS)
    )
    whole = outcome(
        *(item(each, units[at % UNITS].name) for at, each in enumerate(sops)),
        sops=sops,
        arrows=tuple(arrow(each, id=f"A-{at}") for at, each in enumerate(sops)),
        findings=tuple(finding(sops[at % SOPS], Severity.ERROR, id=f"ST101-{at}") for at in range(FINDINGS)),
    )
    hours = ("08.00-16.00",) * 3
    meeting = plenos.pleno(whole, replace(plenos.SETTINGS, units=tuple(units)), *hours)
    start = time.process_time()
    write_discussion(meeting, None, tmp_path / "bahan-pembahasan.docx")
    write_minutes(meeting, None, tmp_path / "notula.docx", after=True)
    write_official_record(meeting, None, tmp_path / "berita-acara.docx", after=True)
    write_projector(meeting, tmp_path / "bahan-pembahasan.html")
    assert time.process_time() - start < IN_TIME
    heads = [each for each in opened(tmp_path / "bahan-pembahasan.docx").paragraphs if each.style.name == "Heading 1"]
    assert len(heads) == SOPS
    assert (tmp_path / "bahan-pembahasan.html").read_text(encoding="utf-8").count('<svg class="flow"') == SOPS

"""The papers of what is decided at the meeting, printed by LibreOffice: nothing overflows, signatures are not alone."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.model.outcome import Outcome
from pipeline.model.sop import Identity, Value
from pipeline.text import key
from pipeline.write.papers.pleno import Pleno
from pipeline.write.papers.write_meeting import write_discussion, write_minutes, write_official_record
from tests.agenda.rounds import OFFICE, item
from tests.write import plenos, reports
from tests.write.papers import opened, rows, words

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(None in (SOFFICE, PDFTOTEXT), reason="LibreOffice or poppler is not installed here")


def printed(tmp_path: Path, *paths: Path) -> list[list[str]]:
    """Return the text of each page of each paper."""
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [_pages(each.with_suffix(".pdf")) for each in paths]


def _pages(pdf: Path) -> list[str]:
    command = [str(PDFTOTEXT), "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\f")[:-1]


def long_round(title: str, steps: int) -> Outcome:
    """The round with one more draft in doubt: as many steps, and a title as long, as told."""
    plain = reports.sop("tu/panjang.docx", title)
    many = tuple(
        reports.step(
            at, "Pemohon" if at % 2 else "Kasi", activity=f"Kegiatan nomor {at} yang ditulis agak panjang " * 2
        )
        for at in range(1, steps + 1)
    )
    nodes = tuple(
        replace(plain.flow.nodes[at % 2], id=f"n{at}", step=at, actor="Pemohon" if at % 2 else "Kasi", text="")
        for at in range(1, steps + 1)
    )
    edges = tuple(replace(plain.flow.edges[0], source=one.id, target=other.id) for one, other in pairwise(nodes))
    made = replace(
        plain,
        steps=many,
        flow=replace(plain.flow, nodes=nodes, edges=edges),
        identity=Identity(title=Value(text=title, place=reports.HERE)),
    )
    whole = plenos.table()
    line = replace(item(made, OFFICE), question="T-2", doubtful=True, rivals=plenos.RIVALS)
    known = replace(whole.reconciliation, items=(*whole.reconciliation.items, line))
    return replace(whole, sops=(*whole.sops, made), reconciliation=known)


def test_no_page_of_a_chart_runs_over_into_another(tmp_path: Path) -> None:
    long = "SOP Pelayanan Permohonan Izin Operasional Lembaga " * 5
    paths = []
    for at, (title, steps) in enumerate((("SOP Cuti", 9), (long, 9), ("SOP Cuti", 30))):
        paths.append(tmp_path / f"{at}.docx")
        write_discussion(plenos.pleno(long_round(title, steps)), None, paths[-1])
    for path, pages in zip(paths, printed(tmp_path, *paths), strict=True):
        charts = [each for each in opened(path).tables if rows(each)[0][0] == "No"]
        assert len([page for page in pages if "Mutu Baku" in page]) == len(charts)
        # The title stands over its chart, on the same page.
        for number in (1, 2, 3):
            (page,) = [each for each in pages if f"SOP {number} dari 3" in each]
            assert "Mutu Baku" in page


@pytest.mark.parametrize("write", [write_minutes, write_official_record])
def test_the_signatures_are_never_alone_on_a_page(
    tmp_path: Path, write: Callable[[Pleno, Path | None, Path], None]
) -> None:
    whole = plenos.table()
    paths = []
    for sops in range(0, 31, 3):
        more = tuple(replace(plenos.SOUND, file=f"tu/{at}.docx") for at in range(sops))
        lines = tuple(replace(item(each, OFFICE), question=f"T-{each.file}", doubtful=True) for each in more)
        known = replace(whole.reconciliation, items=(*whole.reconciliation.items, *lines))
        paths.append(tmp_path / f"{sops}.docx")
        write(plenos.pleno(replace(whole, sops=(*whole.sops, *more), reconciliation=known)), None, paths[-1])
    for path, pages in zip(paths, printed(tmp_path, *paths), strict=True):
        (page,) = [each for each in pages if "NIP 197001011995032001" in each]
        assert "Kota Contoh, 11 Mei 2026" in page
        assert "Rapat ditutup" in page or "Demikian berita acara" in page
        said = key(" ".join(pages)).replace(" ", "")
        lost = [each for each in set(key(words(opened(path))).split()) if len(each) < 12 and each not in said]
        assert lost == []
        # No page is empty but for its foot.
        assert all(len(each.split()) > 12 for each in pages)

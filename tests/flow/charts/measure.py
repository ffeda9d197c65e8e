"""Where LibreOffice puts the cells and paragraphs of the golden drafts: `python -m tests.flow.charts.measure`.

Each draft is laid out without its shapes and with a marker word on each paragraph that anchors some; the borders and
words of the PDF are the true positions, which are frozen in golden/NAME.json together with the graph.
"""

import re
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.flow.charts.corpus import GOLDEN, frozen
from tests.flow.charts.form import Form, draft, marker
from tests.flow.charts.layout import Measures, Part
from tests.flow.charts.recipes import LONGEST, RECIPES

_PATH = re.compile(
    r'<path style="fill:none;stroke-width[^>]* d="M ([\d. -]+) L ([\d. -]+) " transform="matrix\(([^)]*)\)'
)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
# How far a border may end before the table's edge: half a line's width.
_BORDER = 3.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One printed page: full rows as (top, bottom), the columns' edges, and its words with left and top."""

    bands: tuple[tuple[float, float], ...]
    columns: tuple[float, ...]
    words: tuple[tuple[str, float, float], ...]

    def said(self, left: float, right: float, band: tuple[float, float]) -> str:
        """Return the words within a cell."""
        inside = (word for word, x, y in self.words if left <= x < right and band[0] - 1 <= y < band[1] - 2)
        return " ".join(inside)


def measures(forms: Sequence[Form]) -> tuple[Measures, ...]:
    """Return what LibreOffice makes of each form, in one run of it; it and poppler's tools must be installed."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        paths = []
        for at, form in enumerate(forms):
            paths.append(room / f"{at}.docx")
            paths[-1].write_bytes(draft(form, {}, probe=True))
        to_pdf(paths, room)
        return tuple(_measured(form, room / f"{at}.pdf") for at, form in enumerate(forms))


def to_pdf(paths: Iterable[Path], folder: Path) -> None:
    """Let LibreOffice print the drafts as PDF files in a folder."""
    _run("soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), *(str(path) for path in paths))  # fmt: skip


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _measured(form: Form, pdf: Path) -> Measures:
    sheets = _sheets(pdf)
    rows: dict[int, list[Part]] = {}
    hooks: dict[int, tuple[int, float, float]] = {}
    columns: tuple[float, ...] = ()
    for page, sheet in enumerate(sheets):
        markers = {marker(number): number for number in range(1, form.hooks + 1)}
        hooks |= {markers[word]: (page, round(x, 2), round(y, 2)) for word, x, y in sheet.words if word in markers}
        if not sheet.columns:
            continue
        columns = columns or sheet.columns
        edges = sheet.columns
        for band in sheet.bands:
            number, activity = sheet.said(edges[0], edges[1], band), sheet.said(edges[1], edges[2], band)
            if activity in ("Kegiatan", "2"):
                continue
            step = int(number.replace(" ", "")) if number else max(rows)
            rows.setdefault(step, []).append(Part(page, *band))
    assert sorted(rows) == list(range(1, len(form.content.steps) + 1)), (form, sorted(rows))
    assert sorted(hooks) == list(range(1, form.hooks + 1)), (form, hooks)
    return Measures(
        columns, tuple(tuple(rows[step]) for step in sorted(rows)), tuple(hooks[at] for at in sorted(hooks))
    )


def _sheets(pdf: Path) -> list[_Sheet]:
    pages = _run("pdftotext", "-bbox", str(pdf), "-").split("<page ")[1:]
    found = []
    for number, page in enumerate(pages, start=1):
        words = [(word, float(left), float(top)) for left, top, _right, _bottom, word in _WORD.findall(page)]
        out = pdf.with_suffix(".svg")
        _run("pdftocairo", "-svg", "-f", str(number), "-l", str(number), str(pdf), str(out))
        found.append(_sheet(out.read_text(encoding="utf-8"), words))
    return found


def _sheet(svg: str, words: Sequence[tuple[str, float, float]]) -> _Sheet:
    lines = [_line(*each) for each in _PATH.findall(svg)]
    flat = [(y, x1, x2) for (x1, y), (x2, y2) in lines if abs(y - y2) < 0.1]
    plumb = [(x, min(y, y2), max(y, y2)) for (x, y), (x2, y2) in lines if abs(x - x2) < 0.1]
    if not flat or not plumb:
        return _Sheet((), (), tuple(words))
    columns = _apart(x for x, _, _ in plumb)
    full = _apart(y for y, x1, x2 in flat if min(x1, x2) < columns[0] + _BORDER and max(x1, x2) > columns[-1] - _BORDER)
    edge = [(top, bottom) for x, top, bottom in plumb if x < columns[0] + 1]
    bands = tuple(
        (round(a, 2), round(b, 2))
        for a, b in pairwise(full)
        # Between two tables there is no border at the left.
        if any(top < (a + b) / 2 < bottom for top, bottom in edge)
    )
    return _Sheet(bands, tuple(round(x, 2) for x in columns), tuple(words))


def _apart(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for each in sorted(values):
        if not found or each - found[-1] > 1:
            found.append(each)
    return found


def _line(start: str, end: str, matrix: str) -> tuple[tuple[float, float], tuple[float, float]]:
    a, b, c, d, e, f = (float(each) for each in matrix.split(","))
    spots = []
    for text in (start, end):
        x, y = (float(each) for each in text.split())
        spots.append((a * x + c * y + e, b * x + d * y + f))
    return spots[0], spots[1]


def main() -> None:
    """Measure all golden drafts anew and write golden/NAME.json for each."""
    GOLDEN.mkdir(exist_ok=True)
    everyone = (*RECIPES, LONGEST)
    forms = tuple(dict.fromkeys(each.form for each in everyone))
    found = dict(zip(forms, measures(forms), strict=True))
    for each in everyone:
        (GOLDEN / f"{each.name}.json").write_text(frozen(each, found[each.form]), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Files of a run -> links to them from where the workbook stands, in columns beside their names."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.model.outcome import Outcome
from pipeline.write.workbook.sheet import FILES, Cell, Column, Row, Rows, Sheet

# The workbook stands in output/, beside input/.
INPUT = "../input/"
DRAFTS = f"{INPUT}drafts/"
OPEN, MARKED = "Buka", "Bertanda"
# The sheets from which somebody goes on to the draft marked up; one more column would part the others' pages in two.
_CORRECTED = ("Temuan", FILES)
# The columns whose cells name a file.
_NAMED = ("Berkas", "Berkas naskah")
_WORD = "buka"
_BLANK = Cell()
# Excel drops all links of a sheet that has more than 65,530, and one that is longer.
_MOST, _LONGEST = 65_000, 2_079
# A link takes a kilobyte while the workbook is written.
_MANY = 10_000
# What a link may not hold as it is. Letters of other alphabets stay: behind a percent sign Excel reads them by the
# computer's own code page.
_ESCAPED = str.maketrans({each: f"%{ord(each):02X}" for each in '%#?"<>[]^`{}| '})


def link_to(path: str) -> str:
    """Return the link to a file by its path from the workbook, with slashes; empty where Excel would not take it."""
    link = f"external:{path.translate(_ESCAPED)}"
    return link if len(link.encode("utf-16-le")) <= 2 * _LONGEST else ""


def links_of(outcome: Outcome) -> Mapping[str, str]:
    """Return the link to each draft and to the inventory, by the name that the sheets give it."""
    drafts = (*(each.file for each in outcome.sops), *(each.file for each in outcome.unreadable))
    found = {each: link_to(f"{DRAFTS}{each}") for each in drafts}
    if outcome.inventory.file:
        found[outcome.inventory.file] = link_to(f"{INPUT}{outcome.inventory.file}")
    return found


def returned_of(outcome: Outcome) -> Mapping[str, str]:
    """Return the link to each draft that goes back marked up, by the draft's name."""
    return {each.file: link_to(each.path) for each in outcome.returned if each.path}


def with_links(sheet: Sheet, files: Mapping[str, str], returned: Mapping[str, str]) -> Sheet:
    """Return the sheet with a column that opens the file that a row names.

    Where drafts are corrected another one opens the same marked up. A sheet whose rows name no file stays as it is. The
    link is not on the name itself: LibreOffice breaks no line of a text that leads somewhere, so it would be cut. Where
    a sheet has very many rows, only the first of several rows of a file has links, and no more than Excel allows.
    """
    at = next((index for index, each in enumerate(sheet.columns) if each.heading in _NAMED), None)
    if at is None:
        return sheet
    linked = [(Column(heading=OPEN, width=6), files)]
    linked += [(Column(heading=MARKED, width=9), returned)] if returned and sheet.name in _CORRECTED else []
    columns = (*sheet.columns[: at + 1], *(column for column, _ in linked), *sheet.columns[at + 1 :])
    rows = _Linked(at, [to for _, to in linked], sparing=len(sheet.rows) > _MANY)
    kept = sheet.kept + len(linked) * (at < sheet.kept)
    return replace(sheet, columns=columns, rows=Rows(sheet.rows, rows.row), kept=kept)


class _Linked:
    """Rows with cells that open the file named in column `at`."""

    def __init__(self, at: int, files: Sequence[Mapping[str, str]], *, sparing: bool) -> None:
        self._at, self._files, self._sparing = at, files, sparing
        self._above: object = None
        self._left = _MOST

    def row(self, cells: Row) -> Row:
        """Return a row with its links; of very many, only where another file begins."""
        name = cells[self._at].value
        repeated = self._sparing and name == self._above
        self._above = name
        links = [self._link(str(name), each, repeated=repeated) for each in self._files]
        return (*cells[: self._at + 1], *links, *cells[self._at + 1 :])

    def _link(self, name: str, files: Mapping[str, str], *, repeated: bool) -> Cell:
        link = "" if not self._left or repeated else files.get(name, "")
        self._left -= bool(link)
        return Cell(value=_WORD, link=link) if link else _BLANK

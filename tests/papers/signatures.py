"""Two places to sign side by side, as minutes and records of a meeting have them."""

from collections.abc import Sequence

from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from tests.papers.form import SIGNATURE, Form


def signatures(form: Form, left: Sequence[str], right: Sequence[str], width: float) -> None:
    """Write two columns of lines, the space to sign in below the second line of each; no page parts them.

    The paragraph before must be kept with them. The row is marked as a heading so that Word never parts it either.
    """
    table = form.grid((width / 2, width / 2), style="Normal Table")
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", "w:tblHeader"):
        properties.append(OxmlElement(name))
    for cell, lines, column in zip(row.cells, (left, right), table.columns, strict=True):
        cell.width = column.width
        for at, words in enumerate(lines):
            paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            paragraph.style = form.document.styles[SIGNATURE]
            paragraph.add_run(words)
            if at == len(lines) - 2:
                paragraph.paragraph_format.space_before = Pt(56)
    end = form.text("", SIGNATURE)
    end.paragraph_format.line_spacing = Pt(1)


def labelled(form: Form, lines: Sequence[tuple[str, str]], style: str, indent: float) -> None:
    """Write lines of a label and what stands behind its colon; what is long goes on below itself."""
    for label, words in lines:
        line = form.text(f"{label}\t: {words}", style)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(indent))
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(indent + 2), Mm(-indent - 2)

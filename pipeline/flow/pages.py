"""A SOP's blocks -> where its pages begin, on the endless page on which everything is laid out.

Word says where its pages began when it last saved the draft (w:lastRenderedPageBreak); where it does not, rows and
paragraphs are counted onto pages by their estimated heights.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.flow.heights import paragraph_height, row_height
from pipeline.model.draft import Block, Draft, Paragraph, Section, Table
from pipeline.model.place import DocxPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: `begins` is where its first row or paragraph stands, `body` where the text of the page begins.

    They differ where a table's header rows are printed again.
    """

    begins: float
    body: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages of one SOP, in their order."""

    pages: tuple[Page, ...]

    def at(self, y: float) -> Page:
        """Return the page on which a height of the endless page stands."""
        found = bisect_right(self.pages, y + 0.01, key=lambda each: each.begins)
        return self.pages[max(0, found - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A paragraph or a row: its height, and that of the header which a page beginning with it prints again."""

    height: float
    header: float
    starts: bool


def pages(draft: Draft, blocks: Sequence[Block], section: Section) -> Pages:
    """Return the pages of some blocks of a draft that stand on pages like the section's."""
    ends = {each.ends for each in draft.sections}
    room = max(section.height - section.top - section.bottom, 72.0)
    pieces = list(_pieces(blocks, section, ends, draft.page_starts))
    told = any(each.place in draft.page_starts for block in blocks for each in _paragraphs(block))
    found = [Page(begins=0.0, body=0.0)]
    y = used = 0.0
    for each in pieces:
        full = not told and used + each.height > room and used > 0
        if y and (each.starts or full):
            found.append(Page(begins=y, body=y - each.header))
            used = each.header
        used += each.height
        y += each.height
    return Pages(pages=tuple(found))


def _pieces(
    blocks: Sequence[Block], section: Section, ends: set[int | None], starts: frozenset[DocxPlace]
) -> Iterator[_Piece]:
    width = section.width - section.left - section.right
    after_section = False
    for block in blocks:
        if isinstance(block, Paragraph):
            begins = after_section or block.page_break or block.place in starts
            after_section = block.place.paragraph in ends
            yield _Piece(height=paragraph_height(block, width), header=0.0, starts=begins)
            continue
        header, leading = 0.0, True
        for row in block.rows:
            height = row_height(block, row)
            leading = leading and row.header
            begins = after_section or any(each.place in starts for cell in row.cells for each in cell.paragraphs)
            after_section = False
            yield _Piece(height=height, header=0.0 if leading else header, starts=begins)
            header += height if leading else 0.0


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row.cells:
                yield from cell.paragraphs
    else:
        yield block

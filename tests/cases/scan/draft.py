"""Two scanned pages, pictures only, in a Word file: nothing can be read, and both are told."""

from tests.builder import DraftBuilder, picture


def draft() -> bytes:
    pages = DraftBuilder().media().media()
    return pages.paragraph(picture(1)).paragraph(picture(2), page_break=True).build()

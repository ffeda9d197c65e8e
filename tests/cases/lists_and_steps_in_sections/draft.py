"""One SOP over two sections: lists on upright pages, steps on wide ones, whose header gives another number."""

from tests.builder import DraftBuilder, paragraph
from tests.cases.form import FIELDS, fields_table, lists_table, steps


def draft() -> bytes:
    return (
        DraftBuilder()
        .header(fields_table(FIELDS))
        .raw(lists_table())
        .section()
        .header(paragraph("Nomor SOP: 021/SOP/PENMAD/2025"))
        .raw(steps())
        .build()
    )

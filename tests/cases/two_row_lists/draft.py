"""Lists in two rows, labels over entries: numbered by Word or by hand, with dashes, by line breaks, not at all."""

from tests.builder import Block, DraftBuilder, items, paragraph, row, run, table
from tests.cases.form import LISTS, identity, steps


def draft() -> bytes:
    law, qualified, related, equipment, warnings, records = LISTS
    block = table(
        (8640, 8640),
        row(law, qualified),
        row(items(*LISTS[law]), "1) Memahami administrasi madrasah\n2) Mampu mengoperasikan komputer"),
        row(related, equipment),
        row("- SOP Pengelolaan Surat Masuk\n- SOP Pengelolaan Arsip", run("Komputer\nPencetak")),
        row(warnings, records),
        row(LISTS[warnings][0], "-"),
    )
    return DraftBuilder().raw(identity(lists=Block(paragraph() + block))).raw(steps()).build()

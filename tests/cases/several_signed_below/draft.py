"""Two SOPs follow each other without a page's beginning, each signed below its steps in capitals by its own head."""

from functools import reduce

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps

SIGNED = ("Ditetapkan di Tirtawangi", "KEPALA KANTOR,", "", "")


def draft() -> bytes:
    fields = {name: value for name, value in FIELDS.items() if name != "Disahkan oleh"}
    second = fields | {
        "Nomor SOP": "013/SOP/PENMAD/2025",
        "Nama SOP": "SOP Penerbitan Surat Keterangan Pengganti Ijazah",
    }
    first = DraftBuilder().raw(identity(fields)).raw(steps())
    after = reduce(DraftBuilder.paragraph, (*SIGNED, "SITI CONTOH", "NIP 197001011995032001"), first)
    both = after.raw(identity(second)).raw(steps())
    return reduce(DraftBuilder.paragraph, (*SIGNED, "AHMAD CONTOH", "NIP 197101011995031001"), both).build()

"""No identity table at all: labels and values stand in lines with tabs, lists under their headings."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, LISTS, steps


def draft() -> bytes:
    made = (
        DraftBuilder()
        .paragraph("KEMENTERIAN AGAMA REPUBLIK INDONESIA")
        .paragraph("KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI")
    )
    for label, value in FIELDS.items():
        if label != "Disahkan oleh":
            made = made.paragraph(f"{label}\t: {value}")
    made = (
        made.paragraph("Disahkan oleh\t: Kepala Kantor")
        .paragraph("Dra. Siti Contoh, M.Pd.I")
        .paragraph("NIP. 197001011995032001")
    )
    for label, entries in LISTS.items():
        made = made.paragraph(f"{label} :")
        for number, each in enumerate(entries, start=1):
            made = made.paragraph(f"{number}. {each}")
    return made.raw(steps()).build()

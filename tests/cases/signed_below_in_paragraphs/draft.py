"""Signed below the steps as a letter is: place, date, position, (ttd), name and NIP; the date is no field's."""

from functools import reduce

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps

SIGNED = (
    "Keterangan: Tim terdiri atas tiga orang", "Ditetapkan di Tirtawangi", "pada tanggal 2 Januari 2025",
    "Kepala Kantor Kementerian Agama", "Kota Tirtawangi,", "", "(ttd)", "", "Dra. Siti Contoh, M.Pd.I",
    "Pembina Tk. I (IV/b)", "NIP 19700101 199503 2 001", "Tembusan: Kepala Kantor Wilayah",
)  # fmt: skip


def draft() -> bytes:
    fields = {name: value for name, value in FIELDS.items() if name not in ("Disahkan oleh", "Tanggal Efektif")}
    return reduce(DraftBuilder.paragraph, SIGNED, DraftBuilder().raw(identity(fields)).raw(steps())).build()

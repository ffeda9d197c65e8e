"""The unit of time stands in the heading, Waktu (menit): bare numbers take it, a cell with a unit keeps its own."""

from tests.builder import DraftBuilder
from tests.cases.form import headings, identity, step, steps


def draft() -> bytes:
    times = ("5", "10-15", "± 20", "2 jam", "Secepatnya", "")
    rows = (
        step(str(at), f"Memeriksa berkas tahap {at}", 2, "Berkas permohonan", time, "Berkas lengkap")
        for at, time in enumerate(times, start=1)
    )
    return DraftBuilder().raw(identity()).raw(steps(*rows, head=headings("Waktu (menit)"))).build()

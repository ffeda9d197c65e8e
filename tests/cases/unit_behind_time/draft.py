"""The heading gives the unit without brackets, Waktu/menit: bare numbers take it."""

from tests.builder import DraftBuilder
from tests.cases.form import headings, identity, step, steps


def draft() -> bytes:
    times = ("15", "15-20", "1 jam", "Secepatnya", "1.30")
    rows = (
        step(str(at), f"Memeriksa berkas tahap {at}", 2, "Berkas permohonan", time, "Berkas lengkap")
        for at, time in enumerate(times, start=1)
    )
    return DraftBuilder().raw(identity()).raw(steps(*rows, head=headings("Waktu/menit"))).build()

"""Times as laws write them, spans with s.d., a condition, a dash: the text is kept, what can be is measured."""

from tests.builder import DraftBuilder
from tests.cases.form import identity, step, steps


def draft() -> bytes:
    times = ("8 (delapan) hari kerja", "2 (dua) s.d. 5 (lima) menit", "1 bulan (Jan–Feb)", "Sesuai jadwal", "-",
             "1 jam 30 menit", "paling lama 3 (tiga) hari kerja", "5'", "2 x 24 jam")  # fmt: skip
    rows = [
        step(str(at), f"Mengolah berkas ke-{at}", 1 + at % 3, "Berkas", each, "Berkas")
        for at, each in enumerate(times, 1)
    ]
    return DraftBuilder().raw(identity()).raw(steps(*rows)).build()

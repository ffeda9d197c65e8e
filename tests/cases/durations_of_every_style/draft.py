"""Times as they are typed: spans, words beside figures, signs for about, calendar remarks, and what is no time."""

from tests.builder import DraftBuilder
from tests.cases.form import identity, step, steps

_TIMES = (
    "3 Hari", "1 JAM", "2 Minggu", "1 Bulan", "8 (delapan) hari kerja", "2 (dua) s.d. 5 (lima) menit",
    "± 2 jam", "1/2 hari", "5'", "7 hari (Des t-1 / Jan t)", "1 bulan (Jan–Feb)", "10-15 menit", "10", "Menyesuaikan",
)  # fmt: skip


def draft() -> bytes:
    rows = (
        step(str(at), f"Memeriksa berkas tahap {at}", 2, "Berkas permohonan", time, "Berkas lengkap")
        for at, time in enumerate(_TIMES, start=1)
    )
    return DraftBuilder().raw(identity()).raw(steps(*rows)).build()

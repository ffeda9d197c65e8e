"""Steps with sub-steps, numbered by hand: 1, 1a, 1b, 2, 2.1, 2.2; each row is a step with its printed number."""

from tests.builder import DraftBuilder
from tests.cases.form import identity, step, steps


def draft() -> bytes:
    numbers = ("1", "1a", "1b.", "2.", "2.1", "2.2.")
    rows = (
        step(number, f"Memeriksa berkas bagian {'ABCDEF'[at]}", 2, "Berkas permohonan", "5 menit", "Berkas lengkap")
        for at, number in enumerate(numbers)
    )
    return DraftBuilder().raw(identity()).raw(steps(*rows)).build()

"""Two blank forms by the headers of their sections: nothing names them, but the steps below the second begin anew."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, step, steps


def draft() -> bytes:
    blank = identity(dict.fromkeys(FIELDS, ""))
    legalise = step("1", "Membubuhkan cap legalisasi", 2, "Ijazah asli", "10 menit", "Salinan ijazah")
    return DraftBuilder().header(blank).raw(steps()).section().header(blank).raw(steps(legalise)).build()

"""A row struck out under tracked changes is no step, and one put in is; the others keep their printed numbers."""

from tests.builder import DraftBuilder, Row, row, tracked
from tests.cases.form import STEPS, identity, step, steps


def draft() -> bytes:
    gone = row(
        *(tracked(delete=each) for each in ("2", "Mencatat dalam buku ekspedisi")), "", "√", "",
        *(tracked(delete=each) for each in ("Buku ekspedisi", "5 menit", "Catatan ekspedisi")), "", deleted=True,
    )  # fmt: skip
    put_in = step("4", "Menyerahkan surat rekomendasi", 2, "Surat rekomendasi", "5 menit", "Tanda terima")
    marked = Row(put_in.replace("<w:tr>", '<w:tr><w:trPr><w:ins w:id="9" w:author="Penelaah"/></w:trPr>'))
    return DraftBuilder().raw(identity()).raw(steps(STEPS[0], gone, STEPS[2], marked)).build()

"""A drawn box without an outline and a cloud stand below the step table with remarks in them: both remarks are told."""

from tests.builder import DraftBuilder, Inline, text_box
from tests.cases.form import identity, steps


def draft() -> bytes:
    bare = str(text_box("Berkas disimpan lima tahun")).replace(' txBox="1"', "").replace(
        '<a:ln w="9525"/>', '<a:ln w="9525"><a:noFill/></a:ln>'
    )  # fmt: skip
    cloud = text_box("Loket dibuka pukul delapan", "cloud")
    return DraftBuilder().raw(identity()).raw(steps()).paragraph().paragraph(Inline(bare)).paragraph(cloud).build()

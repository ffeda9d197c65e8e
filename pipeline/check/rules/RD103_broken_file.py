"""RD103 - no part of the file is missing or damaged."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import sop
from pipeline.model.draft import Unread
from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop
from pipeline.settings import Settings

_SHOWN = 3


def broken_file(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield one hit for a file, with its first SOP: the rest of the file was read all the same."""
    faults = [each for each in sop.unread if each.place.part == "package"]
    if faults and sop.part == 1:
        shown = "; ".join(each.what for each in faults[:_SHOWN])
        more = f"; dan {len(faults) - _SHOWN} lagi" if len(faults) > _SHOWN else ""
        yield Hit(
            message=f"Berkas ini tidak utuh ({shown}{more}); bagian lainnya tetap dibaca.",
            where="", place=faults[0].place, found=faults[0].what,
        )  # fmt: skip


RULE = Rule(
    code="RD103",
    title="Berkas tidak utuh",
    why="Isi yang hilang atau rusak tidak ikut diperiksa, dan berkas seperti itu dapat gagal dibuka di komputer lain.",
    source="ECMA-376 bagian 2 (Open Packaging Conventions): setiap hubungan menunjuk bagian yang ada.",
    fix="Buka naskah di Word, periksa gambar dan kepala halamannya, lalu simpan ulang.",
    question="Dapatkah unit menyerahkan kembali berkas yang utuh?",
    severity=Severity.WARNING,
    check=broken_file,
    good=(Example(shows="berkas utuh", sops=(sop(),)),),
    bad=(
        Example(
            shows="satu gambar hilang dari berkas",
            sops=(sop(unread=(Unread(what="bagian yang hilang: word/media/image3.png", place=DocxPlace("package")),)),),
            hits=("Berkas ini tidak utuh (bagian yang hilang: word/media/image3.png); bagian lainnya tetap dibaca.",),
        ),
    ),
)

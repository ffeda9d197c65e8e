"""RD101 - everything that the file holds was understood."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import AT, FLOW, sop
from pipeline.model.draft import Unread
from pipeline.model.finding import Severity
from pipeline.model.sop import Flow, LooseArrow, Sop
from pipeline.settings import Settings
from pipeline.text import quoted

_SHOWN = 3


def unread_content(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield one hit a SOP: a person looks at the file once, however many things are left over.

    A chart that is only a picture is FL117's matter, a loose arrow FL107's, a part that the file lost RD103's.
    """
    told = sop.flow.unread if sop.flow.source == "picture" else _loose(sop)
    unread = tuple(each for each in sop.unread if each not in told and each.place.part != "package")
    if unread:
        shown = "; ".join(f"{quoted(each.what, 60)} ({each.place})" for each in unread[:_SHOWN])
        more = f"; dan {len(unread) - _SHOWN} lagi" if len(unread) > _SHOWN else ""
        yield Hit(
            message=f"Ada {len(unread)} isi naskah yang tidak dikenali: {shown}{more}.",
            where="", place=unread[0].place, found=unread[0].what,
        )  # fmt: skip


def _loose(sop: Sop) -> tuple[Unread, ...]:
    places = {each.place for each in sop.flow.loose}
    return tuple(each for each in sop.flow.unread if each.place in places and each.what.startswith("panah "))


_PICTURE = Unread(what="diagram alir berupa gambar", place=AT)
_ARROW = Unread(what="panah yang ujungnya tidak mengenai simbol", place=AT)
RULE = Rule(
    code="RD101",
    title="Isi naskah yang tidak dikenali",
    why="Yang tidak dikenali tidak ikut diperiksa dan tidak ikut terbawa ke hasil.",
    source="Praktik: tidak boleh ada isi naskah yang hilang tanpa diketahui.",
    fix="Lihat bagian itu di naskah; pindahkan ke kolom yang semestinya atau hapus bila tidak diperlukan.",
    question="Apa maksud isi naskah ini, dan di kolom mana semestinya ia ditulis?",
    severity=Severity.NOTE,
    check=unread_content,
    good=(
        Example(shows="semua isi dikenali", sops=(sop(),)),
        Example(
            shows="diagram alir berupa gambar dilaporkan aturan FL117",
            sops=(sop(unread=(_PICTURE,), flow=Flow(source="picture", unread=(_PICTURE,))),),
        ),
        Example(
            shows="panah yang tidak tersambung dilaporkan aturan FL107",
            sops=(
                sop(
                    unread=(_ARROW,),
                    flow=replace(FLOW, unread=(_ARROW,), loose=(LooseArrow(source="n1", target=None, place=AT),)),
                ),
            ),
        ),
    ),
    bad=(
        Example(
            shows="satu kalimat di luar bagian mana pun",
            sops=(sop(unread=(Unread(what="Lampiran menyusul", place=AT),)),),
            hits=("Ada 1 isi naskah yang tidak dikenali: “Lampiran menyusul” (tabel 1, baris 1, kolom 1).",),
        ),
    ),
)

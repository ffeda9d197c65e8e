"""FL117 - the chart is drawn with Word's shapes."""

from collections.abc import Iterator

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import AT, sop, step
from pipeline.model.draft import Unread
from pipeline.model.finding import Severity
from pipeline.model.sop import Flow, Sop
from pipeline.settings import Settings


def no_chart(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield one hit for a SOP-AP without a chart, or with one that is a picture or an object of another program."""
    if not (sop.steps and sop.has_standards):
        return
    if sop.flow.source == "picture":
        unread = sop.flow.unread
        what = unread[0].what.removeprefix("diagram alir ") if unread else "berupa gambar"
        place = unread[0].place if unread else sop.steps[0].place
        yield Hit(
            message=f"Diagram alir {what}, sehingga alur dan pelaksana setiap langkah tidak dapat "
            "dibaca.", where="flow",
            place=place,
        )  # fmt: skip
    elif sop.flow.source == "none":
        yield Hit(message="Diagram alir tidak ditemukan: tidak ada simbol atau tanda di kolom pelaksana.", where="flow",
                  place=sop.steps[0].place)  # fmt: skip


_SMART_ART = Unread(what="diagram alir berupa SmartArt", place=AT)
RULE = Rule(
    code="FL117",
    title="Diagram alir tidak digambar dengan simbol Word",
    why="Diagram yang hanya berupa gambar tidak dapat diperiksa dan tidak dapat diperbaiki unit lain; tanpa diagram, "
    "pelaksana setiap langkah tidak diketahui.",
    source="PermenPANRB 35/2012: bagian diagram alir menggambarkan kegiatan pada kolom pelaksananya.",
    fix="Gambar ulang diagramnya dengan bentuk Word (Sisipkan, Bentuk, Bagan Alur) di atas kolom pelaksana.",
    question="Kapan unit menyerahkan diagram alir yang digambar dengan bentuk Word?",
    severity=Severity.ERROR,
    check=no_chart,
    good=(
        Example(shows="digambar dengan bentuk Word", sops=(sop(),)),
        Example(
            shows="SPO rumah sakit tidak berdiagram alir",
            sops=(sop(kind="other", form="spo", steps=(step(1, actor=""),), flow=Flow(source="none")),),
        ),
    ),
    bad=(
        Example(
            shows="SmartArt",
            sops=(sop(flow=Flow(source="picture", unread=(_SMART_ART,))),),
            hits=("Diagram alir berupa SmartArt, sehingga alur dan pelaksana setiap langkah tidak dapat dibaca.",),
        ),
        Example(
            shows="tidak ada diagram alir",
            sops=(sop(flow=Flow(source="none")),),
            hits=("Diagram alir tidak ditemukan: tidak ada simbol atau tanda di kolom pelaksana.",),
        ),
    ),
)

"""A small SOP without a fault, to vary in the examples of rules."""

from dataclasses import replace

from pipeline.dates import iso_date
from pipeline.durations import read_duration
from pipeline.model.place import DocxPlace
from pipeline.model.sop import (
    Actor,
    Approval,
    Date,
    Edge,
    Flow,
    Identity,
    Node,
    NodeKind,
    PrintedLabel,
    Sop,
    Step,
    Value,
)
from pipeline.vocabulary import LABELS

AT = DocxPlace(table=1, row=1, column=1)
ACTORS = ("Pemohon", "Petugas PTSP", "Kepala Kantor")


def value(text: str) -> Value:
    """Return a field as written."""
    return Value(text=text, place=AT)


def label(field: str, text: str, meant: str = "") -> PrintedLabel:
    """Return a label of the identity block, or a heading of the step table."""
    return PrintedLabel(field=field, text=text, place=AT, meant=meant)


def date(text: str) -> Date:
    """Return a date as written, read as the program reads it."""
    return Date(text=text, iso=iso_date(text), place=AT)


def step(number: int = 1, **changes: str) -> Step:
    """Return a step without a fault; changes name cells: activity, actor, requirements, duration, output, note."""
    cells = {
        "activity": "Memeriksa kelengkapan berkas", "actor": "Petugas PTSP", "requirements": "Berkas permohonan",
        "duration": "10 menit", "output": "Berkas yang lengkap", "note": "", **changes,
    }  # fmt: skip
    actors = tuple(each for each in cells["actor"].split(" + ") if each)
    return Step(
        number=str(number), activity=cells["activity"], actors=actors, requirements=cells["requirements"],
        duration=read_duration(cells["duration"]), output=cells["output"], note=cells["note"],
        place=DocxPlace(table=2, row=number + 2),
    )  # fmt: skip


STEPS = (
    step(1, activity="Mengajukan permohonan rekomendasi", actor="Pemohon", requirements="Surat permohonan",
         output="Berkas permohonan"),
    step(2),
    step(3, activity="Menandatangani rekomendasi", actor="Kepala Kantor", requirements="Berkas yang lengkap",
         output="Surat rekomendasi"),
)  # fmt: skip
NODES = (
    Node(id="n1", kind=NodeKind.TERMINATOR, step=1, actor="Pemohon", text="", place=AT),
    Node(id="n2", kind=NodeKind.DECISION, step=2, actor="Petugas PTSP", text="", place=AT),
    Node(id="n3", kind=NodeKind.TERMINATOR, step=3, actor="Kepala Kantor", text="", place=AT),
)
EDGES = (
    Edge(source="n1", target="n2", label=""),
    Edge(source="n2", target="n3", label="ya"),
    Edge(source="n2", target="n1", label="tidak"),
)
FLOW = Flow(source="drawing", nodes=NODES, edges=EDGES)
IDENTITY = Identity(
    institution=(value("KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI"), value("SEKSI PENDIDIKAN MADRASAH")),
    unit=value("SEKSI PENDIDIKAN MADRASAH"),
    number=value("001/SOP/PENMAD/2025"),
    title=value("SOP Penerbitan Rekomendasi Izin Operasional Madrasah"),
    created=date("2 Juli 2025"),
    revised=date("-"),
    effective=date("1 Agustus 2025"),
    approved_by=Approval(position="Kepala Kantor", name="Sarwaka Adiluhung", nip="196907151995031991", place=AT),
    legal_basis=(value("Undang-Undang Nomor 20 Tahun 2003 tentang Sistem Pendidikan Nasional"),),
    qualifications=(value("Memahami ketentuan pendirian madrasah"),),
    related=(value("SOP Pengelolaan Surat Masuk"),),
    equipment=(value("Komputer dan pencetak"),),
    warnings=(value("Apabila berkas tidak diperiksa, maka rekomendasi dapat dibatalkan"),),
    records=(value("Buku register rekomendasi"),),
    labels=tuple(label(name, spellings[0]) for name, spellings in LABELS.items()),
)


def identity(**changes: object) -> Identity:
    """Return an identity block without a fault but for the changes."""
    return replace(IDENTITY, **changes)  # type: ignore[arg-type]


_SOP = Sop(
    file="penmad/izin operasional.docx", folder="penmad", sha256="0" * 64, part=1, kind="sop-ap", identity=IDENTITY,
    actors=tuple(Actor(name=name, column=at + 2, span=1, place=AT) for at, name in enumerate(ACTORS)),
    steps=STEPS, flow=FLOW, unread=(),
)  # fmt: skip


def sop(**changes: object) -> Sop:
    """Return a SOP without a fault but for the changes."""
    return replace(_SOP, **changes)  # type: ignore[arg-type]


# The rows of longer charts.
_ROWS = (
    ("Pemohon", "Mengajukan permohonan rekomendasi", "Surat permohonan", "Berkas permohonan"),
    ("Petugas PTSP", "Memeriksa kelengkapan berkas", "Berkas permohonan", "Berkas yang lengkap"),
    ("Petugas PTSP", "Menyusun konsep rekomendasi", "Berkas yang lengkap", "Konsep rekomendasi"),
    ("Kepala Kantor", "Menandatangani rekomendasi", "Konsep rekomendasi", "Surat rekomendasi"),
    ("Petugas PTSP", "Memberi nomor dan mencatat rekomendasi", "Surat rekomendasi", "Buku register"),
    ("Pemohon", "Menerima surat rekomendasi", "Surat rekomendasi", "Tanda terima"),
)
_SIGNS = {"(": NodeKind.TERMINATOR, "=": NodeKind.PROCESS, "?": NodeKind.DECISION, "v": NodeKind.CONNECTOR}


def drawn(symbols: str, ways: str, **changes: object) -> Sop:
    """Return a SOP with a chart: `( ? == (` are the symbols of its steps, `1>2 2>3:ya 2>1:tidak 3>3b` its arrows.

    `(` is a capsule, `=` a box, `?` a diamond, `v` a connector, `-` none; `3b` is the second symbol of step 3.
    """
    rows = symbols.split()
    nodes = [_node(step, at, sign) for step, row in enumerate(rows, start=1) for at, sign in enumerate(row.strip("-"))]
    edges = [_edge(*each.partition(":")) for each in ways.split()]
    steps = tuple(
        replace(
            step(at, activity=activity, requirements=needs, output=output),
            actors=tuple(each.actor for each in nodes if each.step == at and each.kind is not NodeKind.CONNECTOR),
        )
        for at, (_, activity, needs, output) in enumerate(_ROWS[: len(rows)], start=1)
    )
    actors = tuple(
        Actor(name=name, column=at + 2, span=1, place=AT)
        for at, name in enumerate(each for each in ACTORS if any(node.actor == each for node in nodes))
    )
    return sop(
        **{
            "actors": actors,
            "steps": steps,
            "flow": Flow(source="drawing", nodes=tuple(nodes), edges=tuple(edges)),
            **changes,
        }
    )


def _node(step: int, at: int, sign: str) -> Node:
    actor = ACTORS[(ACTORS.index(_ROWS[step - 1][0]) + (at if sign != "v" else 0)) % len(ACTORS)]
    return Node(id=f"{step}{'bcd'[at - 1] if at else ''}", kind=_SIGNS[sign], step=step, actor=actor, text="", place=AT)


def _edge(pair: str, _: str, label: str) -> Edge:
    source, _, target = pair.partition(">")
    return Edge(source=source, target=target, label=label)

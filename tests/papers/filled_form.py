"""The official form filled in as Word fills it in: help replaced by what is typed, symbols drawn in the rows."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from pipeline.model.sop import NodeKind
from pipeline.write.word_drawn import Drawn
from pipeline.write.word_paths import route
from pipeline.write.word_shapes import runs
from tests.papers.controls import NAMES
from tests.papers.sop_form import sop_form

W = f"{{{NAMES['w']}}}"
W15 = f"{{{NAMES['w15']}}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A step as a unit types it, with the actor, counted from 0, in whose column the symbol of a kind is drawn."""

    activity: str
    actor: int
    kind: NodeKind
    requirements: str
    time: str
    output: str
    note: str = ""


FIELDS = {
    "kop-kementerian": "KEMENTERIAN AGAMA REPUBLIK INDONESIA",
    "kop-kantor": "KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI",
    "kop-unit": "SEKSI PENDIDIKAN MADRASAH",
    "nomor-sop": "014/SOP/PENMAD/2026",
    "tanggal-pembuatan": "02 Februari 2026",
    "tanggal-revisi": "-",
    "tanggal-efektif": "02 Maret 2026",
    "pengesah-jabatan": "Kepala Kantor Kementerian Agama Kota Tirtawangi",
    "pengesah-nama": "Dra. Siti Contoh, M.Pd.I",
    "pengesah-nip": "197001011995032001",
    "nama-sop": "SOP Penerbitan Rekomendasi Pindah Siswa",
    "pelaksana-1": "Pemohon",
    "pelaksana-2": "Petugas PTSP",
    "pelaksana-3": "Pengadministrasi Umum",
    "pelaksana-4": "Kepala Seksi",
}
ENTRIES = {
    "dasar-hukum": (
        "Undang-Undang Nomor 20 Tahun 2003 tentang Sistem Pendidikan Nasional",
        "Peraturan Menteri Agama Nomor 90 Tahun 2013 tentang Penyelenggaraan Pendidikan Madrasah",
    ),
    "kualifikasi-pelaksana": ("Memahami administrasi madrasah", "Mampu mengoperasikan komputer"),
    "keterkaitan": ("SOP Pengelolaan Surat Masuk",),
    "peralatan": ("Komputer", "Pencetak", "Alat tulis kantor"),
    "peringatan": ("Apabila SOP ini tidak dilaksanakan, maka kepindahan siswa terlambat tercatat",),
    "pencatatan": ("Buku agenda rekomendasi", "Aplikasi persuratan"),
}
ACTS = (
    Act(
        activity="Menyerahkan permohonan rekomendasi pindah", actor=0, kind=NodeKind.TERMINATOR,
        requirements="Surat permohonan\nFotokopi rapor", time="5 menit", output="Berkas permohonan",
    ),
    Act(
        activity="Memeriksa kelengkapan berkas permohonan", actor=1, kind=NodeKind.DECISION,
        requirements="Berkas permohonan", time="10 menit", output="Berkas lengkap", note="Sesuai daftar periksa",
    ),
    Act(
        activity="Menyusun konsep surat rekomendasi", actor=2, kind=NodeKind.PROCESS,
        requirements="Berkas lengkap", time="30 menit", output="Konsep surat rekomendasi",
    ),
    Act(
        activity="Menandatangani surat rekomendasi", actor=3, kind=NodeKind.PROCESS,
        requirements="Konsep surat rekomendasi", time="1 hari kerja", output="Surat rekomendasi",
    ),
    Act(
        activity="Menerima surat rekomendasi", actor=0, kind=NodeKind.TERMINATOR,
        requirements="Surat rekomendasi", time="5 menit", output="Tanda terima surat rekomendasi",
    ),
)  # fmt: skip
ARROWS = ((1, 2, ""), (2, 1, "tidak"), (2, 3, "ya"), (3, 4, ""), (4, 5, ""))
_SHAPES = {
    NodeKind.TERMINATOR: "flowChartTerminator",
    NodeKind.PROCESS: "flowChartProcess",
    NodeKind.DECISION: "flowChartDecision",
}
# An actor's column and a step's row of the form, and a symbol, in points.
_WIDE, _HIGH = 24 * 72 / 25.4, 16.6 * 72 / 25.4
_BROAD, _TALL = 36.0, 20.0


class Filling:
    """The form while somebody fills it in."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.root = etree.fromstring(file.read("word/document.xml"))
        self.rows = [each[0] for each in map(content_of, self._items())]

    def write(self, tag: str, text: str, inside: etree._Element | None = None) -> None:
        """Type a text over the words of help; a new line is the break that Enter makes."""
        (control,) = controls(self.root if inside is None else inside, tag)
        self._type(control, text)

    def enter(self, tag: str, entries: Sequence[str]) -> None:
        """Type entries, each in a paragraph of its own with the first one's number."""
        (control,) = controls(self.root, tag)
        content = content_of(control)
        first = content[0]
        content.extend(deepcopy(first) for _ in entries[1:])
        for paragraph, text in zip(content, entries, strict=True):
            _set(paragraph.find(f"{W}r"), text)
        _typed_in(control)

    def step(self, at: int, act: Act) -> None:
        """Type a step, counted from 0."""
        told = {
            "kegiatan": act.activity, "kelengkapan": act.requirements, "waktu": act.time, "output": act.output,
            "keterangan": act.note,
        }  # fmt: skip
        for name, text in told.items():
            if text:
                self.write(f"langkah-{name}", text, self.rows[at])

    def draw(self, acts: Sequence[Act], arrows: Sequence[tuple[int, int, str]]) -> None:
        """Draw each symbol in its actor's cell, and what leaves it: arrows and their answers."""
        for at, (act, run) in enumerate(zip(acts, runs(_symbols(acts)), strict=True)):
            self._hang(at, act.actor, run)
        for (source, _, _), run in zip(arrows, runs(_arrows(acts, arrows)), strict=True):
            self._hang(source - 1, acts[source - 1].actor, run)
        labelled = [(each, source) for each, source in _answers(acts, arrows)]
        for (_, source), run in zip(labelled, runs(each for each, _ in labelled), strict=True):
            self._hang(source - 1, acts[source - 1].actor, run)

    def add_row(self) -> None:
        """Do what the + at the end of the last row does: one more like it, with nothing typed."""
        last = self._items()[-1]
        added = deepcopy(last)
        for at, number in enumerate(added.iter(f"{W}id")):
            number.set(f"{W}val", str(7_000_000 + 100 * len(self.rows) + at))
        last.addnext(added)
        self.rows.append(content_of(added)[0])

    def data(self) -> bytes:
        """Return the file as it is now."""
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._data)) as source, zipfile.ZipFile(out, "w") as target:
            for name in source.namelist():
                content = etree.tostring(self.root) if name == "word/document.xml" else source.read(name)
                target.writestr(name, content)
        return out.getvalue()

    def _items(self) -> list[etree._Element]:
        return [parent(each, 2) for each in self.root.iter(f"{W15}repeatingSectionItem")]

    def _type(self, control: etree._Element, text: str) -> None:
        _set(next(content_of(control).iter(f"{W}r")), text)
        _typed_in(control)

    def _hang(self, step: int, actor: int, run: str) -> None:
        names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
        cell = [each for each in self.rows[step] if each.tag == f"{W}tc"][2 + actor]
        cell.find(f"{W}p").extend(etree.fromstring(f"<hold {names}>{run}</hold>"))


def controls(inside: etree._Element, tag: str = "") -> list[etree._Element]:
    """The controls with a tag, or all that have one."""
    tagged = [parent(each, 2) for each in inside.iter(f"{W}tag") if tag in ("", each.get(f"{W}val"))]
    return [each for each in tagged if each.tag == f"{W}sdt"]


def parent(element: etree._Element, up: int) -> etree._Element:
    """The element so many levels up."""
    for _ in range(up):
        element = element.getparent()
    return element


def content_of(control: etree._Element) -> etree._Element:
    return control.find(f"{W}sdtContent")


def _set(run: etree._Element, text: str) -> None:
    run[:] = []
    for at, line in enumerate(text.split("\n")):
        if at:
            etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = line


def _typed_in(control: etree._Element) -> None:
    properties = control.find(f"{W}sdtPr")
    properties.remove(properties.find(f"{W}showingPlcHdr"))


def _symbols(acts: Sequence[Act]) -> Iterator[Drawn]:
    for at, act in enumerate(acts, start=1):
        yield Drawn(
            number=at, name=f"Bentuk {at}", told="", x=(_WIDE - _BROAD) / 2, y=(_HIGH - _TALL) / 2, width=_BROAD,
            height=_TALL, preset=_SHAPES[act.kind],
        )  # fmt: skip


def _arrows(acts: Sequence[Act], arrows: Sequence[tuple[int, int, str]]) -> Iterator[Drawn]:
    """Each arrow from a side of its symbol to over or below the next one, then down or up to it."""
    for number, (source, target, _) in enumerate(arrows, start=101):
        across = acts[target - 1].actor - acts[source - 1].actor
        x, y = _WIDE / 2 + (_BROAD / 2 if across > 0 else -_BROAD / 2), _HIGH / 2
        to_x, to_y = _WIDE / 2 + across * _WIDE, _HIGH / 2 + (target - source) * _HIGH
        way = route(((x, y), (to_x, y), (to_x, to_y + (-_TALL / 2 if target > source else _TALL / 2))))
        yield Drawn(
            number=number, name=f"Panah {number}", told="", x=way.x, y=way.y, width=way.width, height=way.height,
            preset=way.preset, route=way,
        )  # fmt: skip


def _answers(acts: Sequence[Act], arrows: Sequence[tuple[int, int, str]]) -> Iterator[tuple[Drawn, int]]:
    for number, (source, target, label) in enumerate(arrows, start=201):
        if label:
            right = acts[target - 1].actor > acts[source - 1].actor
            x = _WIDE / 2 + _BROAD / 2 + 2 if right else _WIDE / 2 - _BROAD / 2 - 24
            yield Drawn(
                number=number, name=f"Jawaban {number}", told="", x=x, y=_HIGH / 2 - 11, width=22.0, height=10.0,
                preset="rect", text=label.capitalize(), label=True,
            ), source  # fmt: skip


def filled(acts: Sequence[Act] = ACTS, arrows: Sequence[tuple[int, int, str]] = ARROWS) -> Filling:
    """The form with everything typed and drawn."""
    form = Filling(sop_form())
    for tag, text in FIELDS.items():
        form.write(tag, text)
    for tag, entries in ENTRIES.items():
        form.enter(tag, entries)
    while len(form.rows) < len(acts):
        form.add_row()
    for at, act in enumerate(acts):
        form.step(at, act)
    form.draw(acts, arrows)
    return form

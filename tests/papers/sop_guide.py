"""The last sheet of `format-sop.docx`: how the form is filled in and its chart is drawn, with the five symbols."""

from collections.abc import Iterator, Sequence

from pipeline.flow.drawing.chart import chart
from pipeline.flow.drawing.sheet import Sheet
from pipeline.model.chart import Chart
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Actor, Edge, Flow, Identity, Node, NodeKind, Sop, Step
from pipeline.write.word_chart import chart_runs
from pipeline.write.word_drawn import Drawn
from pipeline.write.word_paths import route
from pipeline.write.word_shapes import runs
from tests.papers.controls import paragraph, words
from tests.papers.form import FONT
from tests.papers.sop_tables import cell, row, styled, table

HEADING = "Petunjuk Pengisian dan Menggambar"
GUIDE_LISTS = 3
_POINTS = 72 / 25.4
_FILLING = (
    "Klik tulisan kelabu, lalu ketik isinya; tulisan itu hilang sendiri. Tanggal dipilih dari kalender.",
    "Tekan Enter di dalam daftar (Dasar Hukum, Peringatan, dan lainnya) untuk nomor berikutnya.",
    "Isian yang memang tidak ada ditulis dengan tanda hubung (-).",
    "Nama SOP diawali kata SOP dan kata benda pe-…-an, misalnya SOP Pelayanan Legalisasi Ijazah.",
    "Tanggal pembuatan adalah tanggal SOP selesai disusun; tanggal efektif adalah tanggal mulai berlaku.",
    "Peringatan ditulis dengan pola: apabila …, maka ….",
    "Lambang instansi ditaruh di bingkai kelabu lewat Sisipkan, Gambar.",
)
_STEPS = (
    "Satu baris memuat satu kegiatan, diawali kata kerja: menerima, memeriksa, menandatangani.",
    "Judul kolom pelaksana adalah jabatan, bukan nama orang. Kolom yang kurang ditambahkan; yang tidak dipakai "
    "dihapus.",
    "Waktu harus terukur: 10 menit, 2 jam, 1 hari kerja. Hindari kata segera atau secepatnya.",
    "Kelengkapan adalah yang diperlukan untuk memulai kegiatan; output adalah hasilnya, yang menjadi kelengkapan "
    "kegiatan berikutnya.",
    "Menambah langkah: klik baris terakhir, lalu klik tanda + di ujung kanan baris. Baris yang tidak dipakai dihapus.",
)
_DRAWING = (
    "Pakai Sisipkan, Bentuk, kelompok Bagan Alir; bukan gambar tempel atau hasil pindai.",
    "Satu simbol di tiap baris, pada kolom pelaksananya. Simbol dibiarkan kosong: kegiatannya tertulis di kolom "
    "Kegiatan.",
    "Kegiatan pertama dan terakhir memakai kapsul. Awal hanya satu.",
    "Panah menempel dari tepi simbol ke tepi simbol berikutnya, lurus atau siku, dan tidak saling memotong.",
    "Belah ketupat mempunyai dua panah keluar, berlabel Ya dan Tidak. Panah Tidak kembali ke langkah yang memperbaiki.",
    "Bila alur berlanjut di halaman lain, gambar segi lima berhuruf sama di akhir halaman dan di awal halaman "
    "berikutnya.",
)
_SYMBOLS = (
    ("flowChartTerminator", 30.0, 13.0, "Kapsul (terminator)", "kegiatan pertama dan kegiatan terakhir"),
    ("flowChartProcess", 30.0, 15.0, "Kotak (proses)", "kegiatan yang dilaksanakan"),
    ("flowChartDecision", 34.0, 20.0, "Belah ketupat (keputusan)", "pilihan Ya atau Tidak"),
    ("flowChartOffpageConnector", 16.0, 18.0, "Segi lima (penghubung)", "alur berlanjut di halaman lain"),
    ("", 34.0, 0.0, "Anak panah", "arah alur dari satu kegiatan ke kegiatan berikutnya"),
)
_SYMBOL_WIDTHS, _SYMBOL_ROW = (22.0, 50.0, 73.0), 10.5
_LANES = ("Pemohon", "Petugas PTSP", "Kepala Seksi")
_NUMBER, _ACT, _LANE, _LANE_ROW = 8.0, 65.0, 24.0, 18.0
# An activity, the lane that acts, its symbol.
_EXAMPLE = (
    ("Menyerahkan berkas permohonan", 0, NodeKind.TERMINATOR),
    ("Memeriksa kelengkapan berkas", 1, NodeKind.DECISION),
    ("Menandatangani surat rekomendasi", 2, NodeKind.PROCESS),
    ("Menyerahkan surat rekomendasi", 1, NodeKind.PROCESS),
    ("Menerima surat rekomendasi", 0, NodeKind.TERMINATOR),
)
_ARROWS = ((1, 2, ""), (2, 1, "tidak"), (2, 3, "ya"), (3, 4, ""), (4, 5, ""))


def guide(first_list: int) -> str:
    """Return the guide, in two columns, which the section that it stands in must have.

    `first_list` is the number of the first of the `GUIDE_LISTS` lists that it counts.
    """
    left = (
        _heading("Mengisi formulir")
        + _listed(_FILLING, first_list)
        + _heading("Menulis langkah")
        + _listed(_STEPS, first_list + 1)
        + _heading("Menggambar diagram alir")
        + _listed(_DRAWING, first_list + 2)
    )
    right = _heading("Lima simbol", '<w:r><w:br w:type="column"/></w:r>') + _symbols() + _heading("Contoh") + _example()
    note = "Lembar ini bukan bagian SOP dan boleh dihapus sebelum SOP dicetak."
    return styled(HEADING, "JudulPetunjuk") + styled(note, "KeteranganPetunjuk") + left + right


def _heading(text: str, before: str = "") -> str:
    return paragraph(before + words(text), '<w:pStyle w:val="BagianPetunjuk"/>')


def _listed(sentences: Sequence[str], number: int) -> str:
    look = f'<w:pStyle w:val="ButirPetunjuk"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return "".join(paragraph(words(each), look) for each in sentences)


def _symbols() -> str:
    drawn = runs(_drawn_symbols())
    rows = []
    for (_, _, _, name, meaning), run in zip(_SYMBOLS, drawn, strict=True):
        cells = (paragraph(run), styled(name, "SimbolPetunjuk"), styled(meaning, "SelPetunjuk"))
        rows.append(
            row(
                _SYMBOL_ROW,
                "".join(
                    cell(w, each, middle=at > 0) for at, (w, each) in enumerate(zip(_SYMBOL_WIDTHS, cells, strict=True))
                ),
            )
        )
    return table(_SYMBOL_WIDTHS, rows, margin=0, colour="BFBFBF")


def _drawn_symbols() -> Iterator[Drawn]:
    across, down = _SYMBOL_WIDTHS[0] * _POINTS, _SYMBOL_ROW * _POINTS
    for at, (preset, width, height, name, _) in enumerate(_SYMBOLS):
        number, x, y = 1001 + at, (across - width) / 2, (down - height) / 2
        if preset:
            yield Drawn(
                number=number, name=f"Contoh {number}", told=name, x=x, y=y, width=width, height=height, preset=preset,
            )  # fmt: skip
        else:
            way = route(((x, y), (x + width, y)))
            yield Drawn(
                number=number, name=f"Contoh {number}", told=name, x=way.x, y=way.y, width=way.width, height=way.height,
                preset=way.preset, route=way,
            )  # fmt: skip


# The example


def _example() -> str:
    laid = _laid()
    drawn = chart_runs(laid, FONT)
    widths = (_NUMBER, _ACT, *(_LANE for _ in _LANES))
    head = "".join(
        cell(width, styled(text, "KepalaFormulir"), middle=True, shade=True)
        for width, text in zip(widths, ("", "Contoh kegiatan", *_LANES), strict=True)
    )
    rows = [row(7.0, head)]
    for at, (activity, _, _) in enumerate(_EXAMPLE):
        cells = cell(_NUMBER, styled(str(at + 1), "SelTengah"), middle=True)
        cells += cell(_ACT, styled(activity, "SelPetunjuk"), middle=True)
        cells += "".join(cell(_LANE, paragraph(drawn.get((at, 2 + lane), ""), SYMBOL)) for lane in range(len(_LANES)))
        rows.append(row(laid.rows[at].height / _POINTS, cells, exact=True))
    return table(widths, rows, margin=0, colour="BFBFBF") + styled("", "JedaFormulir")


def _laid() -> Chart:
    nowhere = DocxPlace()
    steps = tuple(
        Step(
            number=str(at), activity=activity, actors=(_LANES[lane],), requirements="", duration=None, output="",
            note="", place=nowhere,
        )
        for at, (activity, lane, _) in enumerate(_EXAMPLE, start=1)
    )  # fmt: skip
    nodes = tuple(
        Node(id=f"n{at}", kind=kind, step=at, actor=_LANES[lane], text="", place=nowhere)
        for at, (_, lane, kind) in enumerate(_EXAMPLE, start=1)
    )
    edges = tuple(Edge(source=f"n{source}", target=f"n{target}", label=label) for source, target, label in _ARROWS)
    sop = Sop(
        file="", folder="", sha256="", part=1, kind="sop-ap", identity=Identity(),
        actors=tuple(Actor(name=each, column=at, span=1, place=nowhere) for at, each in enumerate(_LANES)),
        steps=steps, flow=Flow(source="drawing", nodes=nodes, edges=edges), unread=(),
    )  # fmt: skip
    sheet = Sheet(
        width=(_NUMBER + _ACT + _LANE * len(_LANES)) * _POINTS, height=None, first=None,
        before=(("No", _NUMBER * _POINTS), ("Kegiatan", _ACT * _POINTS)), after=(), widest_actor=_LANE * _POINTS,
    )  # fmt: skip
    return chart(sop, sheet, [_LANE_ROW * _POINTS] * len(steps))


SYMBOL = '<w:pStyle w:val="SimbolFormulir"/>'

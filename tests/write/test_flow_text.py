"""A chart told in words: every symbol at its step, every arrow with its label, and what a person has to look at."""

from dataclasses import replace

from hypothesis import given

from pipeline.model.draft import Unread
from pipeline.model.sop import Flow, Sop
from pipeline.write.flow_text import flow_text
from pipeline.write.flow_words import arrows, questions
from tests.write.flow_charts import DOUBTFUL, HERE, MARKS, all_charts, chart, charts, sop, step


def test_a_doubtful_chart_is_told_with_its_questions() -> None:
    assert flow_text(DOUBTFUL) == (
        "ptsp/izin.docx, SOP 1: SOP Penerbitan Izin\n"
        "Diagram alir: gambar Word; 4 simbol, 3 panah\n"
        "Langkah 1: Kegiatan 1\n"
        "  Pemohon: kapsul\n"
        "    -> langkah 2 (Petugas PTSP)\n"
        "Langkah 2: Kegiatan 2\n"
        "  Petugas PTSP: keputusan “Lengkap?”\n"
        "    -> Ya: langkah 3 (Kepala Seksi) (belum pasti, 41 %)\n"
        "Langkah 3: Kegiatan 3\n"
        "  Kepala Seksi: kotak\n"
        "    -> langkah 4 (Pemohon)\n"
        "Langkah 4: Kegiatan 4\n"
        "  Pemohon: kapsul\n"
        "Pertanyaan:\n"
        "  1. Panah dari langkah 2 (Petugas PTSP) ke langkah 3 (Kepala Seksi) belum pasti (41 %); mungkin dari "
        "langkah 2 (Petugas PTSP) ke langkah 4 (Pemohon). (tabel 2, baris 3)\n"
        "  2. Panah dari langkah 1 (Pemohon) ke langkah 2 (Petugas PTSP) digambar lebih dari satu kali. "
        "(tabel 2, baris 3)\n"
        "  3. Panah dari langkah 3 (Kepala Seksi) tidak sampai ke simbol mana pun. (tabel 2, baris 3)\n"
        "  4. Ada panah yang kedua ujungnya tidak mengenai simbol. (seluruh naskah)\n"
        "  5. Tidak terbaca: bentuk “cloud”. (tabel 2, baris 9)\n"
    )


def test_a_step_without_symbol_and_an_actor_without_one_are_named() -> None:
    told = flow_text(replace(chart("a(1/0, b(3/0", "ab"), steps=(step(1), step(2, number="1a"), step(3))))
    assert "Langkah 2 (nomor tercetak 1a): Kegiatan 2\n  tanpa simbol\n" in told
    assert told.endswith("Pelaksana tanpa simbol: Petugas PTSP, Kepala Seksi\n")


def test_marks_are_told_in_the_order_of_the_steps() -> None:
    told = flow_text(MARKS)
    assert "Diagram alir: tanda ketik; urutan langkah menjadi urutannya; 4 simbol\n" in told
    assert "  Pemohon: kotak\n    -> langkah 2 (Petugas PTSP)\n    -> langkah 2 (Kepala Seksi)\n" in told


def test_of_a_picture_only_what_was_seen_is_told() -> None:
    flow = Flow(source="picture", unread=(Unread(what="diagram alir berupa gambar", place=HERE),))
    assert flow_text(sop(flow, (step(1),))) == (
        "ptsp/izin.docx, SOP 1: SOP Penerbitan Izin\n"
        "Diagram alir: gambar (tidak terbaca)\n"
        "Pertanyaan:\n"
        "  1. Tidak terbaca: diagram alir berupa gambar. (tabel 2, baris 3)\n"
    )


def test_every_chart_of_the_sample_is_told_whole() -> None:
    for each in all_charts():
        assert complete(each)


@given(sop=charts())
def test_any_chart_is_told_whole_and_can_be_printed(sop: Sop) -> None:
    assert complete(sop)
    flow_text(sop).encode()


def complete(sop: Sop) -> bool:
    lines = flow_text(sop).splitlines()
    assert sum(line.startswith("    -> ") for line in lines) == len(arrows(sop.flow))
    heads = sum(line.startswith("Langkah ") for line in lines)
    assert heads >= len(sop.steps)
    asked = len(questions(sop))
    assert ("Pertanyaan:" in lines) is bool(asked)
    assert not asked or lines[-asked - 1] == "Pertanyaan:"
    return True

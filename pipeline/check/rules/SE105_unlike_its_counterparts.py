"""SE105 - the SOPs of several units that answer one row of the inventory are the same SOP."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.deviating_steps import steps_differ
from pipeline.check.deviations import Said, actors_differ, named, standards_differ
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import ACTORS, drawn, sop, step
from pipeline.check.sop_set import SopSet
from pipeline.model.disparity import Disparity
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings

# So many differences are said; the rest stands in the table of disparities.
_TOLD = 3


def unlike_counterparts(together: SopSet, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each SOP that differs from its counterparts, once with all differences, at the place of the first."""
    for disparity in together.disparities:
        for at in range(len(disparity.sops)):
            said = (*steps_differ(disparity, at), *actors_differ(disparity, at), *standards_differ(disparity, at))
            if said:
                yield _hit(disparity, at, said)


def _hit(disparity: Disparity, at: int, said: tuple[Said, ...]) -> Hit:
    sop, first = disparity.sops[at], said[0]
    others = named([unit for each, unit in enumerate(disparity.units) if each != at])
    rest = f"; dan {len(said) - _TOLD} perbedaan lain" if len(said) > _TOLD else ""
    row = sop.steps[first.position - 1]
    found = {"activity": row.activity, "requirements": row.requirements, "output": row.output,
             "duration": row.duration.text if row.duration else "", "actors": ", ".join(row.actors)}  # fmt: skip
    return Hit(
        message=f"Berbeda dari SOP yang sama di {others}: {'; '.join(each.text for each in said[:_TOLD])}{rest}.",
        where=f"steps/{first.position}/{first.field}", place=row.cell(first.field), found=found[first.field], sop=sop,
        question=first.question if len(said) == 1 else "",
    )  # fmt: skip


_ALL = drawn("( ? = = (", "1>2 2>3:ya 2>1:tidak 3>4 4>5")


def _of(unit: str, *steps: int) -> Sop:
    """A SOP with those steps, as a unit wrote it."""
    return replace(_ALL, file=f"{unit}/izin.docx", folder=unit, steps=tuple(
        replace(_ALL.steps[each - 1], number=str(at)) for at, each in enumerate(steps, start=1)
    ))  # fmt: skip


_REWORDED = replace(
    _of("KUA B", 1, 2, 3, 4, 5),
    steps=(*_ALL.steps[:1], replace(_ALL.steps[1], activity="Meneliti kelengkapan permohonan"), *_ALL.steps[2:]),
)


def _with(unit: str, **changes: str) -> Sop:
    """The sample SOP as a unit wrote it; the changes are of its second step."""
    steps = (sop().steps[0], step(2, **changes), sop().steps[2])
    return replace(sop(steps=steps), file=f"{unit}/izin.docx", folder=unit)


_CHECKED = "Berkas permohonan, daftar periksa"
RULE = Rule(
    code="SE105",
    title="Berbeda dari SOP yang sama di unit lain",
    why="SOP untuk kegiatan yang sama harus sama; pemohon berhak atas alur, syarat, dan waktu yang sama di mana pun "
    "ia dilayani.",
    source="KemenPANRB (2013): kegiatan yang sama memakai SOP yang sama; Kankemenag Kulon Progo (2025): SOP semua KUA "
    "harus sama.",
    fix="Sepakati dalam pleno satu cara untuk setiap perbedaan, lalu tulis sama di semua unit; semua perbedaan "
    "berdampingan dalam tabel perbedaan antarunit.",
    question="Perbedaan mana yang memang diperlukan, dan cara mana yang dipakai semua unit?",
    severity=Severity.NOTE,
    check_set=unlike_counterparts,
    good=(
        Example(shows="langkah yang sama dengan kata lain", sops=(_of("KUA A", 1, 2, 3, 4, 5), _REWORDED)),
        Example(
            shows="waktu yang sama dalam satuan lain, kelengkapan dengan urutan lain",
            sops=(
                _with("KUA A", duration="1 jam", requirements="KTP, kartu keluarga"),
                _with("KUA B", duration="60 menit", requirements="Kartu keluarga dan fotokopi KTP"),
            ),
        ),
        Example(
            shows="ejaan lain untuk jabatan yang sama",
            sops=(_with("KUA A", actor="Kepala KUA"), _with("KUA B", actor="Ka. KUA")),
        ),
    ),
    bad=(
        Example(
            shows="satu unit melewatkan satu langkah",
            sops=(_of("KUA A", 1, 2, 3, 4, 5), _of("KUA B", 1, 2, 3, 4, 5), _of("KUA C", 1, 2, 4, 5)),
            hits=(
                "Berbeda dari SOP yang sama di KUA A dan KUA B: setelah langkah 2 belum ada langkah “Menyusun konsep "
                "rekomendasi” seperti di KUA A dan KUA B.",
            ),
        ),
        Example(
            shows="satu unit menambah satu langkah",
            sops=(_of("KUA A", 1, 2, 4, 5), _of("KUA B", 1, 2, 4, 5), _of("KUA C", 1, 2, 3, 4, 5)),
            hits=(
                "Berbeda dari SOP yang sama di KUA A dan KUA B: langkah 3 “Menyusun konsep rekomendasi” tidak ada di "
                "KUA A dan KUA B.",
            ),
        ),
        Example(
            shows="satu unit memakai urutan lain",
            sops=(_of("KUA A", 1, 2, 3, 4, 5), _of("KUA B", 1, 2, 3, 4, 5), _of("KUA C", 1, 2, 3, 5, 4)),
            hits=(
                "Berbeda dari SOP yang sama di KUA A dan KUA B: langkah 4 “Memberi nomor dan mencatat rekomendasi” "
                "dikerjakan sebelum “Menandatangani rekomendasi”; di KUA A dan KUA B sesudahnya.",
            ),
        ),
        Example(
            shows="satu unit menugaskan jabatan lain, meminta lebih banyak, dan memakai waktu lain",
            sops=(
                _with("KUA A", requirements=_CHECKED),
                _with("KUA B", requirements=_CHECKED),
                _with("KUA C", requirements=f"{_CHECKED}, pasfoto 4 lembar", duration="1 hari kerja", actor="Penghulu"),
            ),
            hits=(
                "Berbeda dari SOP yang sama di KUA A dan KUA B: langkah 2: pelaksana “Penghulu”, sedangkan “Petugas "
                "PTSP” di KUA A dan KUA B; langkah 2: kelengkapan meminta “pasfoto 4 lembar” yang tidak diminta KUA A "
                "dan KUA B; langkah 2: waktu “1 hari kerja”, sedangkan “10 menit” di KUA A dan KUA B.",
            ),
        ),
        Example(
            shows="dua unit, dua jabatan",
            sops=(_with("KUA A", actor=ACTORS[1]), _with("KUA B", actor="Penghulu")),
            hits=(
                "Berbeda dari SOP yang sama di KUA B: langkah 2: pelaksana “Petugas PTSP”, sedangkan “Penghulu” di "
                "KUA B.",
                "Berbeda dari SOP yang sama di KUA A: langkah 2: pelaksana “Penghulu”, sedangkan “Petugas PTSP” di "
                "KUA A.",
            ),
        ),
    ),
)

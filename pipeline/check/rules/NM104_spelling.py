"""NM104 - a SOP's text is spelt by the official dictionary."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.places import judged
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, step, value
from pipeline.check.spelling import corrected, doubled, may_hold_slips, slips
from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import LISTS, Sop
from pipeline.settings import Settings
from pipeline.text import quoted


def spelling(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each text and label with slips of spelling, with all of them corrected, and each word that stands twice.

    The legal basis keeps the spelling of the laws; the title is NM103's matter.
    """
    texts = [*_labels(sop), *(each for each in judged(sop, letterhead=True) if each[0] != "title")]
    if not may_hold_slips(text for _, _, text in texts):
        return
    for where, place, text in texts:
        if found := slips(text):
            correction = corrected(text, found)
            yield Hit(
                message=f"Tertulis {quoted(correction.before)}; ejaan yang baku {quoted(correction.after)}.",
                where=where, place=place, found=text, correction=correction,
            )  # fmt: skip
        for twice in doubled(text):
            yield Hit(
                message=f"Kata yang sama tertulis dua kali, {quoted(twice)}.", where=where, place=place, found=text
            )


def _labels(sop: Sop) -> Iterator[tuple[str, DocxPlace, str]]:
    """The labels that are kept as written: those of the number, the title and the lists, not of dates and tables."""
    identity = sop.identity
    fields = [("number", identity.number), ("title", identity.title)]
    fields += [(name.value, identity.values(name)[0]) for name in LISTS if identity.values(name)]
    places = {name.value: place for name, place in identity.label_places}
    for where, field in fields:
        if field is not None and field.label:
            yield where, places.get(where, field.place), field.label


_LABELLED = (replace(value("Sarjana"), label="Kwalifikasi Pelaksana"),)

RULE = Rule(
    code="NM104",
    title="Ejaan isi SOP",
    why="Naskah dinas memakai bahasa baku; kata yang ditulis beragam juga tidak ditemukan saat dicari.",
    source="Permendikbudristek tentang EYD Edisi V (2022) dan Kamus Besar Bahasa Indonesia.",
    fix="Tulis kata itu menurut ejaan yang baku.",
    question="Apakah kata itu terketik dua kali, atau dimaksudkan sebagai kata ulang dengan tanda hubung?",
    severity=Severity.NOTE,
    check=spelling,
    good=(
        Example(shows="ejaan baku", sops=(sop(),)),
        Example(
            shows="nama peraturan dan alamat",
            sops=(
                sop(identity=identity(legal_basis=(value("PMA Nomor 1 Tahun 1990 tentang Ijin Operasional"),))),
                sop(steps=(step(1, note="Menurut PMA Nomor 1 Tahun 1990 tentang Ijin; lihat ijin.kemenag.go.id"),)),
            ),
        ),
        Example(
            shows="kata Inggris dan nama kota",
            sops=(sop(steps=(step(1, note="Standard Operating Procedure, Kabupaten Tojo Una Una"),)),),
        ),
    ),
    bad=(
        Example(
            shows="kata tidak baku dan awalan yang dipisahkan",
            sops=(sop(steps=(step(1, requirements="Foto copy ijasah yang di kirim dari kantor"),)),),
            hits=("Tertulis “Foto copy ijasah yang di kirim”; ejaan yang baku “Fotokopi ijazah yang dikirim”.",),
            becomes=("Foto copy ijasah yang di kirim -> Fotokopi ijazah yang dikirim",),
        ),
        Example(
            shows="kata depan yang digabungkan",
            sops=(sop(steps=(step(1, note="Disimpan diatas lemari, resikonya dicatat"),)),),
            hits=("Tertulis “diatas lemari, resikonya”; ejaan yang baku “di atas lemari, risikonya”.",),
            becomes=("diatas lemari, resikonya -> di atas lemari, risikonya",),
        ),
        Example(
            shows="label",
            sops=(sop(identity=identity(qualifications=_LABELLED)),),
            hits=("Tertulis “Kwalifikasi”; ejaan yang baku “Kualifikasi”.",),
            becomes=("Kwalifikasi -> Kualifikasi",),
        ),
        Example(
            shows="kata yang dapat berarti kata ulang",
            sops=(sop(steps=(step(1, output="Daftar berkas berkas"),)),),
            hits=("Kata yang sama tertulis dua kali, “berkas berkas”.",),
        ),
    ),
)

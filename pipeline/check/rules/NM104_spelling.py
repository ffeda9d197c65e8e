"""NM104 - a SOP's text is spelt by the official dictionary."""

from collections.abc import Iterator
from functools import lru_cache

from pipeline.check.places import judged
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, label, sop, step, value
from pipeline.check.spelling import cased, corrected, doubled, may_hold_slips, slips
from pipeline.model.finding import Replacement, Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted


def spelling(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each text and label with slips of spelling, with all of them corrected, and each word that stands twice.

    The legal basis keeps the spelling of the laws; the title is NM103's matter.
    """
    texts = [each for each in judged(sop, letterhead=True) if each[0] != "title"]
    labels = [*((each.field, each) for each in sop.identity.labels), *(("steps", each) for each in sop.headings)]
    for where, printed in labels:
        if correction := _label_corrected(printed.text, printed.meant):
            yield _hit(where, printed.place, printed.text, correction)
    if not may_hold_slips(text for _, _, text in texts):
        return
    for where, place, text in texts:
        if found := slips(text):
            yield _hit(where, place, text, corrected(text, found))
        for twice in doubled(text):
            yield Hit(
                message=f"Kata yang sama tertulis dua kali, {quoted(twice)}.", where=where, place=place, found=text
            )


def _hit(where: str, place: DocxPlace, text: str, correction: Replacement) -> Hit:
    return Hit(
        message=f"Tertulis {quoted(correction.before)}; ejaan yang baku {quoted(correction.after)}.",
        where=where, place=place, found=text, correction=correction,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _label_corrected(text: str, meant: str) -> Replacement | None:
    """A label as the dictionary spells its words, or as the known label is called that it is near to."""
    if found := slips(text):
        return corrected(text, found)
    if not meant:
        return None
    right = meant
    if found := slips(meant):
        fix = corrected(meant, found)
        right = meant.replace(fix.before, fix.after)
    before, after = _differing(text.split(), right.split())
    return Replacement(before=before, after=cased(before, after), why=f"Nama labelnya {quoted(right)}.")


def _differing(written: list[str], right: list[str]) -> tuple[str, str]:
    """From the first to the last word that differs where both have as many words, else all of both."""
    differ = [at for at, (a, b) in enumerate(zip(written, right, strict=False)) if key(a) != key(b)]
    if len(written) != len(right) or not differ:
        return " ".join(written), " ".join(right)
    words = slice(differ[0], differ[-1] + 1)
    return " ".join(written[words]), " ".join(right[words])


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
            shows="label blok identitas dan judul kolom",
            sops=(
                sop(
                    identity=identity(
                        labels=(label("effective", "TANGGAL EVEKTIF"), label("qualifications", "Kwalifikasi"))
                    ),
                    headings=(label("requirements", "Kelenkapan", meant="Kelengkapan"),),
                ),
            ),
            hits=(
                "Tertulis “EVEKTIF”; ejaan yang baku “EFEKTIF”.",
                "Tertulis “Kwalifikasi”; ejaan yang baku “Kualifikasi”.",
                "Tertulis “Kelenkapan”; ejaan yang baku “Kelengkapan”.",
            ),
            becomes=("EVEKTIF -> EFEKTIF", "Kwalifikasi -> Kualifikasi", "Kelenkapan -> Kelengkapan"),
        ),
        Example(
            shows="kata yang dapat berarti kata ulang",
            sops=(sop(steps=(step(1, output="Daftar berkas berkas"),)),),
            hits=("Kata yang sama tertulis dua kali, “berkas berkas”.",),
        ),
    ),
)

"""IN102 - who carries out a SOP is reached through the office, not through numbers and accounts in its text."""

import re
from collections.abc import Iterator

from pipeline.check.places import judged
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import identity, sop, step, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "nomor telepon",
        re.compile(
            # A mobile number however it is parted, a number after the word for it, and an area code in brackets.
            r"(?<![\d/.-])(?:\+?62[\s.-]?|0)8\d{2}[\s.-]?\d{3,4}[\s.-]?\d{3,5}(?![\d/])"
            r"|(?:\b(?:telepon|telp|tlp|hp|wa|whatsapp|faks|fax)\b\.?\s*(?:nomor|no)?\.?\s*:?\s*)"
            r"(?:\(0\d{2,3}\)|\+?\d)[\d\s.-]{5,}\d"
            r"|\(0[2-9]\d{1,2}\)\s*\d[\d\s.-]{4,}\d",
            re.IGNORECASE,
        ),
    ),
    (
        "alamat surel pribadi",
        re.compile(
            r"[\w.+-]+@(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|proton(?:mail)?|aol"
            r"|gmx|mail)\.[a-z]+(?:\.[a-z]+)?",
            re.IGNORECASE,
        ),
    ),
    (
        "tautan obrolan",
        re.compile(r"\b(?:wa\.me|t\.me|line\.me|api\.whatsapp\.com|chat\.whatsapp\.com)/\S+", re.IGNORECASE),
    ),
    (
        "akun",
        re.compile(
            # What an office calls itself is its own channel; "@lembar" counts sheets.
            r"(?<![\w.@+-])@(?!\w*(?:kemenag|kua|ptsp|bimas))"
            r"(?!(?:lembar|orang|eksemplar|eks|bendel|rangkap|buku|hari|jam|menit|bulan|tahun|peserta|kegiatan|ruang"
            r"|paket|unit|buah|set|berkas|dokumen)\b)[a-z_]\w[\w.]*\w",
            re.IGNORECASE,
        ),
    ),
)
# What most texts lack, and each of the marks has.
_MAYBE = re.compile(r"\d\d|@|\.me/|whatsapp\.com/", re.IGNORECASE)


def channel(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each text with a telephone number, private mail address, chat link or account, once with all of them.

    The letterhead is left out.
    """
    for where, place, text in judged(sop):
        if not _MAYBE.search(text):
            continue
        seen = [f"{what} {quoted(found[0])}" for what, pattern in _MARKS if (found := pattern.search(text))]
        if seen:
            yield Hit(
                message=f"Memuat {' dan '.join(seen)}; nomor dan akun berganti bersama orangnya.",
                where=where, place=place, found=text,
            )  # fmt: skip


RULE = Rule(
    code="IN102",
    title="Nomor telepon dan akun",
    why="Nomor dan akun berganti bersama pemegangnya, sedangkan SOP tetap berlaku; yang menghubungi menjadi tersesat.",
    source="Arahan pleno SOP Kemenag Kota Surakarta (20 Agustus 2025): SOP adalah standar kelembagaan.",
    fix="Sebut loket, jabatan, atau saluran resmi kantor; nomor dan alamat kantor cukup pada kop.",
    question="Loket, jabatan, atau saluran resmi apa yang dipakai untuk menghubungi pelaksana ini?",
    severity=Severity.ERROR,
    check=channel,
    good=(
        Example(shows="tanpa nomor", sops=(sop(),)),
        Example(
            shows="alamat resmi",
            sops=(sop(steps=(step(1, note="Dikirim ke penmad@kemenag.go.id atau @kemenagtirtawangi"),)),),
        ),
        Example(
            shows="nomor pada kop",
            sops=(sop(identity=identity(institution=(value("Jalan Melati 4, Telepon (0271) 123456"),))),),
        ),
        Example(
            shows="nomor surat dan angka lain",
            sops=(
                sop(
                    steps=(
                        step(
                            1,
                            requirements="Surat Nomor 0812/345/6789 Tahun 2025, HP, NISN 0081234567, 2 rangkap @lembar",
                        ),
                    )
                ),
            ),
        ),
    ),
    bad=(
        Example(
            shows="telepon kantor dalam langkah",
            sops=(sop(steps=(step(1, note="Hubungi (0271) 123456"),)),),
            hits=("Memuat nomor telepon “(0271) 123456”; nomor dan akun berganti bersama orangnya.",),
        ),
        Example(
            shows="WhatsApp dengan kode negara",
            sops=(sop(steps=(step(1, note="Konfirmasi lewat +62 812-3456-7890"),)),),
            hits=("Memuat nomor telepon “+62 812-3456-7890”; nomor dan akun berganti bersama orangnya.",),
        ),
        Example(
            shows="akun dan tautan obrolan",
            sops=(sop(steps=(step(1, note="Kirim foto ke wa.me/penmad atau @admin_penmad"),)),),
            hits=(
                "Memuat tautan obrolan “wa.me/penmad” dan akun “@admin_penmad”; nomor dan akun berganti bersama "
                "orangnya.",
            ),
        ),
        Example(
            shows="surel pribadi",
            sops=(sop(steps=(step(1, note="Dikirim ke arsip.mts@rocketmail.com"),)),),
            hits=("Memuat alamat surel pribadi “arsip.mts@rocketmail.com”; nomor dan akun berganti bersama orangnya.",),
        ),
    ),
)

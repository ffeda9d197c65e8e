"""ID109 - the NIP of the approval is one that can exist."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pipeline.check.head import digits, nip_is_told, titles_before
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import IDENTITY, identity, sop
from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Sop
from pipeline.settings import Settings
from pipeline.text import quoted

_LENGTH = 18
_YOUNGEST = 17
# A PPPK's number has 21 and more where a PNS's has the month of appointment.
_PPPK = 21
_SEXES = {"1": ("hj",), "2": ("h",)}


def implausible(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield the approval's NIP with what is wrong in it; one that pleno.toml corrects is ID108's matter."""
    approval = sop.identity.approved_by
    if approval is None or not approval.nip or nip_is_told(approval, settings):
        return
    fault = _fault(digits(approval.nip), approval.name or "")
    if fault:
        yield Hit(
            message=f"NIP {quoted(approval.nip)} {fault}.",
            where="approved_by", place=approval.nip_place if approval.nip_place != DocxPlace() else approval.place,
            found=approval.nip,
        )  # fmt: skip


def _fault(nip: str, name: str) -> str:
    if len(nip) != _LENGTH:
        return f"terdiri atas {len(nip)} angka, seharusnya {_LENGTH}"
    try:
        born = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return f"memuat tanggal lahir yang tidak ada ({nip[:8]})"
    year, month = int(nip[8:12]), int(nip[12:14])
    if not 1 <= month <= 12 and month < _PPPK:
        return f"memuat bulan pengangkatan yang tidak ada ({nip[12:14]})"
    if year - born.year - (month < born.month) < _YOUNGEST:
        return f"memuat tahun pengangkatan {year}, terlalu dini bagi kelahiran {born.year}"
    if nip[14] not in _SEXES:
        return f"memuat angka jenis kelamin {nip[14]}, seharusnya 1 atau 2"
    odd = set(titles_before(name)) & set(_SEXES[nip[14]])
    return f"memuat angka jenis kelamin {nip[14]} yang tidak sesuai dengan nama" if odd else ""


def _with(nip: str | None, name: str = "Sarwaka Adiluhung") -> Sop:
    assert IDENTITY.approved_by is not None
    return sop(identity=identity(approved_by=replace(IDENTITY.approved_by, nip=nip, name=name)))


RULE = Rule(
    code="ID109",
    title="NIP tidak masuk akal",
    why="NIP yang salah ketik menunjuk orang lain atau tidak menunjuk siapa pun.",
    source="Peraturan Kepala BKN 22/2007: NIP terdiri atas 18 angka, yaitu tanggal lahir, tahun dan bulan "
    "pengangkatan, jenis kelamin, dan nomor urut.",
    fix="Cocokkan NIP dengan data kepegawaian, lalu tulis ulang.",
    question="Berapa NIP yang benar menurut data kepegawaian?",
    severity=Severity.WARNING,
    check=implausible,
    good=(
        Example(shows="NIP yang mungkin", sops=(sop(),)),
        Example(shows="NIP belum ada", sops=(_with(None),)),
        Example(shows="pegawai perempuan dan PPPK", sops=(_with("198508122023212003", "Hj. Rahmi Wulandari"),)),
    ),
    bad=(
        Example(
            shows="satu angka hilang",
            sops=(_with("19690715199503191"),),
            hits=("NIP “19690715199503191” terdiri atas 17 angka, seharusnya 18.",),
        ),
        Example(
            shows="tanggal lahir tidak ada",
            sops=(_with("196913151995031991"),),
            hits=("NIP “196913151995031991” memuat tanggal lahir yang tidak ada (19691315).",),
        ),
        Example(
            shows="bulan pengangkatan tidak ada",
            sops=(_with("196907151995131991"),),
            hits=("NIP “196907151995131991” memuat bulan pengangkatan yang tidak ada (13).",),
        ),
        Example(
            shows="diangkat sebelum cukup umur",
            sops=(_with("199907152005031991"),),
            hits=("NIP “199907152005031991” memuat tahun pengangkatan 2005, terlalu dini bagi kelahiran 1999.",),
        ),
        Example(
            shows="angka jenis kelamin",
            sops=(_with("196907151995033991"), _with("196907151995031991", "Hj. Rahmi Wulandari")),
            hits=(
                "NIP “196907151995033991” memuat angka jenis kelamin 3, seharusnya 1 atau 2.",
                "NIP “196907151995031991” memuat angka jenis kelamin 1 yang tidak sesuai dengan nama.",
            ),
        ),
    ),
)

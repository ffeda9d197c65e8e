"""IN104 - a SOP names no office of another regency, city, province or district."""

import re
from collections.abc import Iterator

from pipeline.check.places import KABUPATEN, KOTA, Own, judged, name_at, own_place, province_at, region_at, regions
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import AT, IDENTITY, identity, sop, step, value
from pipeline.model.finding import Severity
from pipeline.model.sop import Approval, Sop
from pipeline.settings import Settings
from pipeline.text import quoted

_OFFICE = re.compile(
    r"\b(?:Kantor\s+(?:Kementeri?an|Departemen)\s+Agama|Kementeri?an\s+Agama|Ka(?:kan)?kemenag|Kankemenag|Kemenag"
    r"|Pemerintah(?:\s+Daerah)?|Pemda|Pemkab\.?|Pemkot\.?|Bupati|Wali\s?kota)\s+",
    re.IGNORECASE,
)
_KUA = re.compile(r"\b(?:KUA|Kantor\s+Urusan\s+Agama)\s+(?:Kecamatan|Kec\b\.?)\s+", re.IGNORECASE)
_KANWIL = re.compile(
    r"\b(?:Kanwil|Kantor\s+Wilayah)\s+(?:(?:(?:Kementeri?an|Departemen)\s+Agama|Kemenag|Depag)\s+)?"
    r"(?:(?:Provinsi|Propinsi|Prov\b\.?)\s+)?",
    re.IGNORECASE,
)
_IMPLIED = {"pemkab": KABUPATEN, "bupati": KABUPATEN, "pemkot": KOTA, "wali kota": KOTA, "walikota": KOTA}


def another_office(sop: Sop, settings: Settings) -> Iterator[Hit]:
    """Yield each text outside the legal basis that names another office, by the names of pleno.toml.

    Where pleno.toml names no place, the letterhead tells whose SOP it is; where that does not either, nothing is said.
    """
    own = own_place(sop, settings)
    for where, place, text in judged(sop, letterhead=True):
        found = [*_offices(text, own), *_kua(text, own), *_regional(text, own)]
        if found:
            yield Hit(
                message=f"Menyebut {' dan '.join(quoted(each) for each in dict.fromkeys(found))}; "
                f"SOP ini milik {own.name}.",
                where=where, place=place, found=text,
            )  # fmt: skip


def _offices(text: str, own: Own) -> Iterator[str]:
    for found in _OFFICE.finditer(text):
        region = region_at(text, found.end())
        if region is None:
            continue
        implied = _IMPLIED.get(" ".join(found[0].lower().replace(".", "").split()), "")
        if not own.has(region._replace(kind=region.kind or implied)):
            yield text[found.start() : region.end]


def _kua(text: str, own: Own) -> Iterator[str]:
    for found in _KUA.finditer(text):
        name = name_at(text, found.end())
        if name is None or own.has_kua(name[0]):
            continue
        end = name.end()
        # The regency that stands after the district belongs to the office's name.
        for at, region in regions(text):
            end = region.end if text[end:at].strip(" ,") == "" and at >= end else end
        yield text[found.start() : end]


def _regional(text: str, own: Own) -> Iterator[str]:
    for found in _KANWIL.finditer(text):
        province = province_at(text, found.end())
        if province and not own.in_province(province[0]):
            yield text[found.start() : province[1]]


_TEXT = "Mencatat pada register Kantor Kementerian Agama Kabupaten Klaten"
_APPROVED = Approval(position="Kepala Kantor Kementerian Agama Kab. Klaten", name="Sarwaka", nip=None, place=AT)
_SLEMAN = (value("KANTOR KEMENTERIAN AGAMA KABUPATEN SLEMAN"),)
_KUA_LINES = (*IDENTITY.institution[:1], value("KUA KECAMATAN ARGAWANA"))

RULE = Rule(
    code="IN104",
    title="Nama kantor lain",
    why="Nama kantor lain menandakan naskah yang disalin; prosesnya mungkin tidak sama dengan yang berjalan di sini.",
    source="PermenPANRB 35/2012: SOP disusun menurut tugas dan struktur organisasi masing-masing instansi.",
    fix="Ganti dengan nama kantor sendiri, lalu periksa apakah isi langkahnya memang berlaku di kantor ini.",
    question="Apakah kantor lain itu memang dimaksud, dan apakah isi SOP ini sudah disesuaikan dengan kantor sendiri?",
    severity=Severity.ERROR,
    check=another_office,
    good=(
        Example(shows="kantor sendiri", sops=(sop(),)),
        Example(
            shows="sebutan kantor sendiri",
            sops=(sop(steps=(step(1, note="Diteruskan kepada Kankemenag Kota Tirtawangi atau Wali Kota"),)),),
        ),
        Example(
            shows="sebutan umum",
            sops=(
                sop(steps=(step(1, note="Kemenag Kabupaten/Kota, KUA Kecamatan Asal, Kankemenag Kota Tempat Tugas"),)),
            ),
        ),
        Example(
            shows="dasar hukum daerah lain",
            sops=(sop(identity=identity(legal_basis=(value("Peraturan Bupati Klaten Nomor 4 Tahun 2020"),))),),
        ),
        Example(
            shows="kanwil provinsinya sendiri",
            sops=(
                sop(identity=identity(institution=_SLEMAN), steps=(step(1, note="Dikirim ke Kanwil Provinsi DIY"),)),
            ),
        ),
    ),
    bad=(
        Example(
            shows="kabupaten lain dalam langkah",
            sops=(sop(steps=(step(1, activity=_TEXT),)),),
            hits=(
                "Menyebut “Kantor Kementerian Agama Kabupaten Klaten”; SOP ini milik KANTOR KEMENTERIAN AGAMA KOTA "
                "TIRTAWANGI.",
            ),
        ),
        Example(
            shows="pengesahan kantor lain",
            sops=(sop(identity=identity(approved_by=_APPROVED)),),
            hits=(
                "Menyebut “Kantor Kementerian Agama Kab. Klaten”; SOP ini milik KANTOR KEMENTERIAN AGAMA KOTA "
                "TIRTAWANGI.",
            ),
        ),
        Example(
            shows="KUA kecamatan lain dan kabupatennya",
            sops=(
                sop(
                    identity=identity(institution=_KUA_LINES),
                    steps=(step(1, note="Arsip KUA Kecamatan Ampelsari, Kabupaten Klaten"),),
                ),
            ),
            hits=(
                "Menyebut “KUA Kecamatan Ampelsari, Kabupaten Klaten”; SOP ini milik KANTOR KEMENTERIAN AGAMA KOTA "
                "TIRTAWANGI.",
            ),
        ),
        Example(
            shows="kanwil provinsi lain",
            sops=(sop(identity=identity(institution=_SLEMAN), steps=(step(1, note="Dikirim ke Kanwil Jateng"),)),),
            hits=("Menyebut “Kanwil Jateng”; SOP ini milik KANTOR KEMENTERIAN AGAMA KABUPATEN SLEMAN.",),
        ),
    ),
)

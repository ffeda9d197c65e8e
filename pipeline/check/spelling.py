"""Spellings that are certainly wrong: how the official dictionary has the word, and what a text becomes with it.

The words are those of KBBI, the parting of words that of EYD edition V. Left out is what a law spells in its own way
(`nazhir`, `sertipikat`) and what both dictionaries and offices leave open (`legalisir`, `jamaah`).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.model.finding import Replacement

# The right word and the wrong spellings of it.
# fmt: off
_RIGHT: dict[str, str] = {
    "aktif": "aktiv aktip", "aktivitas": "aktifitas", "akta": "akte", "akad": "aqad", "analisis": "analisa",
    "menganalisis": "menganalisa", "dianalisis": "dianalisa", "antre": "antri", "antrean": "antrian",
    "apotek": "apotik", "atlet": "atlit", "beasiswa": "beassiswa", "bermeterai": "bermaterai", "biaya": "beaya",
    "blangko": "blanko", "dakwah": "da'wah", "detail": "detil", "diagnosis": "diagnosa", "diimbau": "dihimbau",
    "diizinkan": "diijinkan", "diubah": "dirubah", "dipahami": "difahami", "disahkan": "disyahkan",
    "disposisi": "disposis", "keterkaitan": "erkaitan keterkaiatan",
    "mengesahkan": "mengsahkan mensyahkan mengesyahkan",
    "pengesahan": "pengsahan pensyahan pengesyahan",
    "doa": "do'a", "dokumen": "dokument dokumnen", "efektif": "evektif effektif efektiv efektip",
    "efektivitas": "efektifitas effektifitas effektivitas", "ekstrakurikuler": "extrakurikuler",
    "formulir": "formulier fomulir", "foto": "photo", "fotokopi": "photocopy fotocopy photokopi fotocopi potokopi",
    "frekuensi": "frekwensi", "hadis": "hadist", "hafal": "hapal", "hakikat": "hakekat", "hierarki": "hirarki",
    "identitas": "indentitas identits", "ijazah": "ijasah", "imbauan": "himbauan", "infak": "infaq",
    "istri": "isteri", "izin": "ijin", "jadwal": "jadual", "jenderal": "jendral", "Jumat": "jum'at",
    "karena": "karna", "karier": "karir", "kedaluwarsa": "kadaluarsa kadaluwarsa kedaluarsa",
    "kementerian": "kementeraian kementrian kementerain kemetrian kementeriaan", "keterampilan": "ketrampilan",
    "keterangan": "ketrangan", "khotbah": "khutbah", "klarifikasi": "klarivikasi",
    "kompetensi": "konpetensi", "kompleks": "komplek", "komplet": "komplit", "konkret": "kongkrit konkrit kongkret",
    "konsekuensi": "konsekwensi", "kreativitas": "kreatifitas", "kualifikasi": "kwalifikasi", "kualitas": "kwalitas",
    "kuantitas": "kwantitas", "kuitansi": "kwitansi", "kuota": "kwota quota", "linear": "linier", "lubang": "lobang",
    "maaf": "ma'af", "majelis": "majlis", "manajemen": "menejemen managemen manajement",
    "manajer": "menejer", "masjid": "mesjid", "memaraf": "memparaf", "memengaruhi": "mempengaruhi",
    "mempekerjakan": "memperkerjakan", "mempersilakan": "mempersilahkan", "memublikasikan": "mempublikasikan",
    "menaati": "mentaati", "menandatangani": "mentandatangani", "menerjemahkan": "menterjemahkan",
    "mengesampingkan": "mengenyampingkan", "mengimbau": "menghimbau", "mengizinkan": "mengijinkan",
    "mengomunikasikan": "mengkomunikasikan", "mengompilasi": "mengkompilasi", "mengonfirmasi": "mengkonfirmasi",
    "mengonsep": "mengkonsep", "mengonsultasikan": "mengkonsultasikan", "mengonversi": "mengkonversi",
    "mengoordinasikan": "mengkoordinasikan mengkordinasikan", "mengoreksi": "mengkoreksi", "mengubah": "merubah",
    "menyinkronkan": "mensinkronkan", "menyosialisasikan": "mensosialisasikan", "menyukseskan": "mensukseskan",
    "menyurvei": "mensurvei mensurvey", "meterai": "materai", "metode": "metoda methode", "miliar": "milyar",
    "mualaf": "muallaf", "musala": "musholla mushola musholah mushalla", "napas": "nafas",
    "nasihat": "nasehat", "November": "nopember", "Februari": "pebruari", "Agustus": "agutus",
    "objek": "obyek", "objektif": "obyektif obyektip", "objektivitas": "objektifitas obyektifitas obyektivitas",
    "operasional": "oprasional operasionil", "operator": "oprator", "paham": "faham",
    "paspor": "passport pasport", "pasfoto": "pasphoto", "penasihat": "penasehat",
    "perizinan": "perijinan", "perlengkapan": "perlengapan perlengakapan", "permohonan": "permohonon pemohonan",
    "persentase": "prosentase", "personel": "personil", "persyaratan": "persaratan peryaratan",
    "perundang-undangan": "perundangundangan", "pihak": "fihak", "praktik": "praktek",
    "prosedur": "procedure prosedure",
    "produktivitas": "produktifitas", "profesional": "profesionil", "provinsi": "propinsi",
    "Ramadan": "ramadhan romadhon", "rapi": "rapih", "rekomendasi": "rekomedasi rekomendsi rekomondasi",
    "risiko": "resiko", "salat": "sholat shalat solat", "sedekah": "shadaqah shodaqoh sodaqoh",
    "sekadar": "sekedar", "sekretaris": "sekertaris", "sekretariat": "sekertariat", "sertifikasi": "sertipikasi",
    "sertifikat": "sertfikat sertifkat", "silakan": "silahkan", "sintesis": "sintesa", "sistem": "sistim",
    "standar": "standard", "standardisasi": "standarisasi", "subjek": "subyek",
    "subjektif": "subyektif", "survei": "survey", "disurvei": "disurvey", "taklim": "ta'lim", "tausiah": "tausiyah",
    "teknik": "tehnik", "teknis": "tehnis technis", "telanjur": "terlanjur", "terampil": "trampil",
    "transfer": "tranfer", "triliun": "trilyun", "umrah": "umroh", "ustaz": "ustadz", "utang": "hutang",
    "verifikasi": "verivikasi verfikasi verikasi ferifikasi", "wakaf": "waqaf", "zaman": "jaman", "zikir": "dzikir",
    "tanda tangan": "tandatangan", "tanggung jawab": "tanggungjawab", "bertanggung jawab": "bertanggungjawab",
    "penanggung jawab": "penanggungjawab", "kerja sama": "kerjasama", "bekerja sama": "bekerjasama",
    "tata cara": "tatacara", "tata usaha": "tatausaha", "tata tertib": "tatatertib", "tata kelola": "tatakelola",
    "tindak lanjut": "tindaklanjut", "terima kasih": "terimakasih", "orang tua": "orangtua",
    "cendera mata": "cinderamata",
    "serah terima": "serahterima", "uji coba": "ujicoba", "jangka waktu": "jangkawaktu",
    "di atas": "diatas", "di bawah": "dibawah", "di dalam": "didalam", "di luar": "diluar", "di samping": "disamping",
    "di antara": "diantara", "di mana": "dimana", "di sini": "disini", "di sana": "disana", "di situ": "disitu",
    "di belakang": "dibelakang", "di depan": "didepan", "di sebelah": "disebelah", "di tempat": "ditempat",
    "di kantor": "dikantor", "di rumah": "dirumah", "di masjid": "dimasjid", "di sekolah": "disekolah",
    "di madrasah": "dimadrasah", "di ruang": "diruang", "di tingkat": "ditingkat", "di lingkungan": "dilingkungan",
    "di lapangan": "dilapangan", "di hadapan": "dihadapan", "di seluruh": "diseluruh", "di setiap": "disetiap",
    "di bidang": "dibidang", "di loket": "diloket", "di kecamatan": "dikecamatan", "di tengah": "ditengah",
    "di awal": "diawal", "di akhir": "diakhir", "ke dalam": "kedalam", "ke atas": "keatas", "ke bawah": "kebawah",
    "ke kantor": "kekantor", "ke mana": "kemana", "ke sana": "kesana", "ke depan": "kedepan", "ke samping": "kesamping",
}
# Parted or run together otherwise than by EYD.
_PHRASES: dict[str, str] = {
    "foto copy": "fotokopi", "foto kopi": "fotokopi", "photo copy": "fotokopi", "photo kopi": "fotokopi",
    "foto copi": "fotokopi", "pas foto": "pasfoto", "pas photo": "pasfoto", "bea siswa": "beasiswa",
    "di tanda tangani": "ditandatangani", "ditanda tangani": "ditandatangani", "di tandatangani": "ditandatangani",
    "menanda tangani": "menandatangani", "penanda tanganan": "penandatanganan",
    "menindak lanjuti": "menindaklanjuti", "ditindak lanjuti": "ditindaklanjuti",
    "di tindak lanjuti": "ditindaklanjuti", "di tindaklanjuti": "ditindaklanjuti",
    "pertanggung jawaban": "pertanggungjawaban", "memberi tahukan": "memberitahukan",
    "diberi tahukan": "diberitahukan", "pemberi tahuan": "pemberitahuan", "menyebar luaskan": "menyebarluaskan",
    "surat menyurat": "surat-menyurat", "undang undang": "undang-undang", "per undang-undangan": "perundang-undangan",
    "perundang undangan": "perundang-undangan", "masing masing": "masing-masing", "rata rata": "rata-rata",
    "lain lain": "lain-lain", "laki laki": "laki-laki", "tiap tiap": "tiap-tiap", "benar benar": "benar-benar",
    "sungguh sungguh": "sungguh-sungguh", "hati hati": "hati-hati", "turun temurun": "turun-temurun",
    "idul fitri": "Idulfitri", "idul adha": "Iduladha",
}
# Verbs that cannot be the name of a place: `di kirim` is the passive of `mengirim`.
_VERBS = (
    "kirim buat buatkan terima periksa lakukan laksanakan serahkan tetapkan setujui tolak catat arsipkan ajukan "
    "sampaikan berikan keluarkan terbitkan teruskan kembalikan disposisikan gunakan lengkapi siapkan agendakan "
    "distribusikan simpan lampirkan umumkan batalkan pindahkan laporkan koordinasikan sahkan perlukan tentukan "
    "musnahkan ambil tulis baca panggil sebut pakai kumpulkan susun hitung bayar bayarkan cocokkan "
    "verifikasikan bukukan rekapitulasikan tugaskan usulkan nyatakan tandai unggah tanyakan jelaskan"
)
# fmt: on
_PHRASES.update({f"di {verb}": f"di{verb}" for verb in _VERBS.split()})
_WORDS = {wrong: right for right, several in _RIGHT.items() for wrong in several.split()}
_WORDS.update({f"{wrong}nya": f"{right}nya" for wrong, right in tuple(_WORDS.items())})
# What joins other words says the same twice when it is doubled; other words may mean their plural.
_JOINING = frozenset((
    "sop", "dan", "atau", "di", "ke", "dari", "yang", "untuk", "dengan", "pada", "oleh", "kepada", "dalam", "tentang",
    "sebagai", "terhadap", "adalah", "akan", "telah", "sudah", "bagi", "serta", "dapat", "tidak", "antara", "sampai",
))  # fmt: skip
# Towns and islands whose names are a word said twice.
_NAMES = frozenset(("una", "pare", "toli", "bau", "fak", "muko", "wosi", "walea"))
_TOKEN = re.compile(r"[a-z]+(?:['’][a-z]+)?")
# No word of an address on the net; an apostrophe may stand inside a word.
_WORD = re.compile(r"(?<![\w@./'’])[A-Za-z]+(?:['’][A-Za-z]+)?(?!\w|['’]\w|@|://|\.\w)")
_ANY_PHRASE = "|".join(each.replace(" ", r"\s+") for each in sorted(_PHRASES, key=len, reverse=True))
_PHRASE = re.compile(rf"(?<![\w-])(?:{_ANY_PHRASE})(?![\w-])", re.IGNORECASE)
_STARTS = frozenset(tuple(_TOKEN.findall(each)[:2]) for each in _PHRASES)
_DOUBLED = re.compile(r"(?<![\w/-])([A-Za-z]{2,})\s+\1(?![\w/-])", re.IGNORECASE)
# What is written in English is not misspelt.
_ENGLISH = re.compile(r"\bstandard\s+operati\w+\s+procedures?\b", re.IGNORECASE)
# The title of a law keeps the law's own spelling.
_CITED = re.compile(r"\b(?:nomor|no\.?)\s*[\w./-]+\s+tahun\s+\d{4}\s+tentang\b", re.IGNORECASE)


class Slip(NamedTuple):
    """A wrong spelling: where it begins and ends in the text, and what is right there."""

    start: int
    end: int
    right: str


def may_hold_slips(texts: Iterable[str]) -> bool:
    """Return whether any of the texts may hold a slip or a doubled word: one look at all of them, cheap and wide."""
    tokens = _TOKEN.findall("\n".join(texts).lower())
    if not _WORDS.keys().isdisjoint(tokens) or any("’" in each for each in tokens):
        return True
    return any(first == second or (first, second) in _STARTS for first, second in pairwise(tokens))


def slips(text: str) -> tuple[Slip, ...]:
    """Return the certain slips of a text in their order; the cited titles of laws are left out."""
    end = _judged_to(text)
    found = [
        Slip(each.start(), each.end(), cased(each[0], _PHRASES[" ".join(each[0].lower().split())]))
        for each in _PHRASE.finditer(text, 0, end)
    ]
    found += [
        Slip(each.start(), each.end(), each[1])
        for each in _DOUBLED.finditer(text, 0, end)
        if each[1].lower() in _JOINING
    ]
    taken = [*((each.start, each.end) for each in found), *(each.span() for each in _ENGLISH.finditer(text))]
    for each in _WORD.finditer(text, 0, end):
        right = _WORDS.get(each[0].lower().replace("’", "'"))
        if right and not any(start <= each.start() < stop for start, stop in taken):
            found.append(Slip(each.start(), each.end(), cased(each[0], right)))
    return tuple(sorted(found))


def doubled(text: str) -> Iterator[str]:
    """Yield each word that stands twice where a plural may be meant: `surat surat`."""
    for each in _DOUBLED.finditer(text, 0, _judged_to(text)):
        word = each[1].lower()
        if word not in _JOINING and word not in _NAMES and f"{word} {word}" not in _PHRASES:
            yield each[0]


def corrected(text: str, found: tuple[Slip, ...]) -> Replacement:
    """Return the shortest span of a text that holds all of its slips, and what it becomes."""
    start, end = found[0].start, found[-1].end
    after, at = "", start
    for each in found:
        after += text[at : each.start] + each.right
        at = each.end
    right = ", ".join(dict.fromkeys(f"“{each.right}”" for each in found))
    return Replacement(before=text[start:end], after=after, why=f"Ejaan yang baku menurut KBBI dan EYD: {right}.")


def _judged_to(text: str) -> int:
    cited = _CITED.search(text)
    return cited.end() if cited else len(text)


def cased(written: str, right: str) -> str:
    """Return the right word in the letters of the written one: all capitals, or one where words begin."""
    if written.isupper():
        return right.upper()
    if not written[0].isupper():
        return right
    titled = all(each[0].isupper() for each in re.split(r"[\s-]+", written))
    if titled and " " in written and " " in right:
        return " ".join(each[0].upper() + each[1:] for each in right.split(" "))
    return right[0].upper() + right[1:]

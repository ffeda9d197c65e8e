"""The text of an activity -> the acts it names: verbs that are joined, nouns made of verbs, passives made active.

Word formation follows Tata Bahasa Baku Bahasa Indonesia (awalan meng-, di-, peng-…-an) and the spellings of KBBI.
"""

import re
from typing import NamedTuple

from pipeline.model.finding import Replacement
from pipeline.text import fold, plain

# Words that begin like verbs and are none.
_NOT_ACTIVE = frozenset((
    "media", "mediasi", "mediator", "medis", "meja", "mekanisme", "melalui", "meliputi", "memang", "member",
    "memiliki", "memo", "memorandum", "mempunyai", "menara", "mencakup", "menengah", "mengenai", "mengingat",
    "meninggal", "menit", "menjadi", "menjelang", "mental", "menteri", "menurut", "merah", "mereka", "merupakan",
    "mesin", "mesjid", "meskipun", "meterai", "meteran", "metode",
))  # fmt: skip
_NOT_PASSIVE = frozenset((
    "diakhiri", "diakoni", "diatasi", "diawali", "didasari", "diharapkan", "dikarenakan", "dikenai", "dilampiri",
    "dilarang", "dimaksud", "dimiliki", "dimulai", "dini", "dipandang", "diperbolehkan", "diperlukan", "direksi",
    "direktori", "diri", "disertai", "disini", "dituju", "ditujukan",
))  # fmt: skip
# Roots and loan words whose passive does not end in -kan or -i, or ends like a noun in -si.
_ROOTS = frozenset((
    "agenda", "ambil", "analisis", "antar", "arsip", "baca", "bahas", "bawa", "bayar", "beri", "buat", "cap", "catat",
    "cek", "cetak", "cocokkan", "data", "disposisi", "distribusi", "entri", "evaluasi", "fotokopi", "hitung", "input",
    "inventarisasi", "isi", "jemput", "kaji", "ketik", "kirim", "klarifikasi", "konfirmasi", "koordinasi", "koreksi",
    "kumpul", "legalisasi", "lihat", "minta", "muat", "nilai", "otorisasi", "panggil", "paraf", "periksa", "pilih",
    "pindai", "proses", "registrasi", "rekam", "rekap", "revisi", "serah", "simpan", "stempel", "survei", "susun",
    "telaah", "teliti", "tempel", "terima", "tinjau", "transfer", "tulis", "uji", "ukur", "undang", "unduh", "unggah",
    "validasi", "verifikasi",
))  # fmt: skip
# Actives that the sound laws of meng- do not give.
_IRREGULAR = {
    "periksa": "memeriksa", "perintahkan": "memerintahkan", "perankan": "memerankan", "kaji": "mengkaji",
    "cek": "mengecek", "cap": "mengecap", "sahkan": "mengesahkan", "tik": "mengetik", "syaratkan": "mensyaratkan",
    "pelajari": "mempelajari",
}  # fmt: skip
# Loan clusters keep their first letter: memproses, mentransfer, mengklarifikasi, menstempel, mengkhususkan.
_CLUSTER = re.compile(r"[ptk][lr]|s[ptkw]|kh")
_NASAL = (("bfvp", "mem"), ("dcjztsy", "men"), ("ghkaiueo", "meng"), ("lmnrwy", "me"))
_FUSED = {"p": "mem", "t": "men", "k": "meng", "s": "meny"}

# Nouns of acts and the verbs that they are made of; one with two verbs (pendaftaran) or of a result (persetujuan) is
# not here.
VERB_OF = {
    "koreksi": "mengoreksi", "legalisasi": "melegalisasi", "pelaksanaan": "melaksanakan", "pelantikan": "melantik",
    "pelaporan": "melaporkan", "pelayanan": "melayani", "pelengkapan": "melengkapi", "pemantauan": "memantau",
    "pemanggilan": "memanggil", "pemarafan": "memaraf", "pembahasan": "membahas", "pembayaran": "membayar",
    "pemberian": "memberikan", "pemberitahuan": "memberitahukan", "pemberkasan": "memberkaskan",
    "pembinaan": "membina", "pembuatan": "membuat", "pembubuhan": "membubuhkan", "pembukuan": "membukukan",
    "pemeriksaan": "memeriksa", "pemetaan": "memetakan", "pemilahan": "memilah", "pemilihan": "memilih",
    "pemindaian": "memindai", "pemutakhiran": "memutakhirkan", "penandatanganan": "menandatangani",
    "penataan": "menata", "pencarian": "mencari", "pencatatan": "mencatat", "pencetakan": "mencetak",
    "pencocokan": "mencocokkan", "pendampingan": "mendampingi", "pendataan": "mendata",
    "pendistribusian": "mendistribusikan", "penelaahan": "menelaah", "penelitian": "meneliti",
    "penelusuran": "menelusuri", "penentuan": "menentukan", "penerbitan": "menerbitkan", "penerimaan": "menerima",
    "penerusan": "meneruskan", "penetapan": "menetapkan", "pengadministrasian": "mengadministrasikan",
    "pengagendaan": "mengagendakan", "pengajuan": "mengajukan", "pengambilan": "mengambil",
    "penganalisisan": "menganalisis", "pengarsipan": "mengarsipkan", "pengawasan": "mengawasi",
    "pengecekan": "mengecek", "pengesahan": "mengesahkan", "pengetikan": "mengetik",
    "penggandaan": "menggandakan", "penghimpunan": "menghimpun", "penghitungan": "menghitung",
    "pengiriman": "mengirim", "pengisian": "mengisi", "pengkajian": "mengkaji", "pengolahan": "mengolah",
    "pengukuran": "mengukur", "pengumpulan": "mengumpulkan", "pengumuman": "mengumumkan", "pengunduhan": "mengunduh",
    "pengunggahan": "mengunggah", "pengusulan": "mengusulkan", "peninjauan": "meninjau", "penilaian": "menilai",
    "penomoran": "menomori", "penulisan": "menulis", "penunjukan": "menunjuk", "penyaluran": "menyalurkan",
    "penyampaian": "menyampaikan", "penyerahan": "menyerahkan", "penyiapan": "menyiapkan",
    "penyimpanan": "menyimpan", "penyusunan": "menyusun", "perbaikan": "memperbaiki", "perekaman": "merekam",
    "perencanaan": "merencanakan", "perhitungan": "menghitung", "perumusan": "merumuskan", "rekapitulasi":
    "merekapitulasi", "validasi": "memvalidasi", "verifikasi": "memverifikasi",
}  # fmt: skip
_ALSO = frozenset(("dan", "serta", "&"))
# Nouns in pe-…-an that act themselves or are no acts.
_NO_ACT = frozenset((
    "pelabuhan", "pelanggan", "pemerintahan", "pengadilan", "perempuan", "perguruan", "perlahan", "pertokoan",
    "perusahaan", "perwakilan",
))  # fmt: skip

_NOT_BER = frozenset((
    "beberapa", "beras", "berbagai", "berikut", "berita", "berjenjang", "berkas", "berprestasi", "bersama",
    "bersangkutan", "bersertifikat", "berwenang",
))  # fmt: skip
# Verbs whose object is the thing that they bring about.
_MAKING = frozenset(("membuat", "mencetak", "menerbitkan", "menulis", "menyusun", "merumuskan"))

_ENUMERATOR = re.compile(r"^(?:\(?(?:\d{1,2}|[A-Za-z])[.)]\s*|[-•*]\s*)+")
_JOINT = re.compile(
    r"[\n;,.]\s*(?:(?:dan|serta|lalu|kemudian|selanjutnya)\b)?|\b(?:dan|serta|lalu|kemudian|selanjutnya|sekaligus)\b"
)
_CHOICE = re.compile(r"\b(?:atau|maupun)\s+(?:tidak\s+)?(?:me|di)[a-z]{3,}|/\s*(?:me|di)[a-z]{3,}")
_MODALS = frozenset(("telah", "sudah", "akan", "harus", "wajib", "dapat", "segera", "langsung", "kemudian", "lalu"))
_CLAUSE = frozenset((
    "agar", "apabila", "atau", "bahwa", "belum", "bila", "dan", "dengan", "guna", "jika", "ketika", "maka", "oleh",
    "saat", "sebelum", "selama", "serta", "sesuai", "sesudah", "setelah", "supaya", "tidak", "untuk", "yang",
))  # fmt: skip
# What says whether or when a subject acts, and what joins two subjects.
_LIMITS = frozenset(("bisa", "boleh", "dapat", "harus", "hanya", "selaku", "wajib"))
_JOINING = frozenset(("dan", "serta"))
# Who may stand behind the noun of an act as the one who does it: penandatanganan Kepala Kantor.
_WHO = frozenset((
    "atasan", "kakankemenag", "kasi", "kasubbag", "kepala", "ketua", "operator", "pemohon", "petugas", "pimpinan",
    "staf", "tim",
))  # fmt: skip
_PREPOSITIONS = frozenset(("dalam", "dari", "di", "ke", "kepada", "melalui", "menurut", "pada", "sebagai", "sesuai"))
# What a passive at the beginning is said of; another word may be who acts (diperiksa petugas).
_THINGS = frozenset((
    "berita", "berkas", "bukti", "buku", "daftar", "data", "dokumen", "formulir", "ijazah", "jadwal", "keabsahan",
    "kebenaran", "kelengkapan", "kesesuaian", "konsep", "lampiran", "laporan", "naskah", "nomor", "permohonan",
    "persyaratan", "rapat", "surat", "tanda", "undangan", *VERB_OF,
))  # fmt: skip
# Longer than what a passive is said of; what stands before a verb so far on is a sentence of its own.
_LONGEST = 5


class Passive(NamedTuple):
    """A passive as it is written, its active, and the whole text made active; empty where that is not certain."""

    written: str
    active: str
    text: str


def is_active(word: str) -> bool:
    """Return whether a word in lower case is a verb in me-."""
    return re.fullmatch(r"me[a-z]{3,}", word) is not None and word not in _NOT_ACTIVE


def is_verb(word: str) -> bool:
    """Return whether a word in lower case is a verb in me- or ber-."""
    return is_active(word) or (re.fullmatch(r"ber[a-z]{3,}", word) is not None and word not in _NOT_BER)


def is_passive(word: str) -> bool:
    """Return whether a word in lower case is a verb in di-."""
    root = word.removeprefix("di")
    if root == word or word in _NOT_PASSIVE:
        return False
    return root in _ROOTS or (re.fullmatch(r"[a-z]{3,}(?:kan|i)", root) is not None and not root.endswith("si"))


def acts(activity: str, *, after_subject: bool = False) -> tuple[str, ...]:
    """Return the different verbs that a text joins; those of a subordinate clause and of a choice are not counted.

    `after_subject` says that the text begins with who acts.
    """
    whole = plain(activity.replace("\n", "; "))
    if _CHOICE.search(whole):
        return ()
    found: list[str] = []
    inner: set[bool] = set()
    voice: bool | None = None
    for part in _JOINT.split(whole):
        words = re.findall(r"[a-z-]+", _ENUMERATOR.sub("", part.strip()))
        verbs = [each for each in words if is_active(each) or is_passive(each)]
        if verbs and (words[0] == verbs[0] or (after_subject and voice is None)):
            this = is_active(verbs[0])
            voice = this if voice is None else voice
            if this is voice and this not in inner:
                found.append(verbs.pop(0))
        inner |= {is_active(each) for each in verbs}
    return tuple(dict.fromkeys(re.sub(r"(?<=[a-z]{5})nya$", "", each) for each in found))


def from_first_active(activity: str) -> str:
    """Return a text from its first verb in me- or ber- on, with a capital; the whole text where it has none."""
    words = fold(activity).split()
    for at, word in enumerate(words):
        bare = plain(word).strip(".,;:")
        if is_verb(bare):
            return " ".join((words[at].capitalize(), *words[at + 1 :]))
    return " ".join(words)


def made_by(activity: str) -> str:
    """Return what a text says is made, with a capital: `Menyusun laporan` makes `Laporan`; empty if it is not clear."""
    verb, _, thing = fold(activity).rstrip(".").partition(" ")
    words = set(plain(thing).split())
    if plain(verb) not in _MAKING or not thing or words & _CLAUSE or any(is_active(each) for each in words):
        return ""
    return thing[0].upper() + thing[1:]


def instead(activity: str, text: str, why: str) -> Replacement | None:
    """Return the correction of a text without its enumerator (`a.`) into another; none where that one is empty."""
    written = _unnumbered(activity)
    if not text or written not in activity or written == text:
        return None
    # A full stop that was there stays there.
    return Replacement(before=written, after=text + ("." if written.endswith(".") and text[-1] != "." else ""), why=why)


def only_subject(activity: str) -> bool:
    """Return whether what stands before the first verb is a subject and nothing that limits what it does."""
    words = [plain(each).strip(".,;:") for each in _unnumbered(activity).split()]
    before = words[: next((at for at, word in enumerate(words) if is_verb(word)), 0)]
    return bool(before) and not set(before) & (_CLAUSE | _PREPOSITIONS | _LIMITS) - _JOINING


def noun_of_act(activity: str) -> str:
    """Return the noun that a text has where its verb belongs; empty where it begins otherwise or is a sentence."""
    words = plain(_unnumbered(activity)).split()
    first = words[0].strip(".,:;") if words else ""
    noun = first in VERB_OF or (re.fullmatch(r"pe[a-z]{4,}an", first) is not None and first not in _NO_ACT)
    if not noun:
        return ""
    for word in words[1:]:
        if word in _CLAUSE:
            break
        if is_active(word) or is_passive(word):
            return ""
    return first


def with_verbs(activity: str) -> str:
    """Return a text with the nouns of acts that it begins with (`Peninjauan dan pengukuran …`) as verbs.

    Empty where it is not certain which words are acts and which are what they are done to.
    """
    written = _unnumbered(activity).split()
    words = [plain(each).strip(".,;:") for each in written]
    if len(words) < 2 or "oleh" in words or " ".join(written).isupper():
        return ""
    if words[1] in _WHO or words[1] in _PREPOSITIONS:
        # Who does it, or an act without what it is done to.
        return ""
    of_acts = words[0] in VERB_OF and words[1] in VERB_OF and written[0][-1].isalnum()
    leading = next((at for at, word in enumerate(words) if word not in VERB_OF and word not in _ALSO), len(words))
    if not of_acts and any(
        words[at - 1] in _ALSO or written[at - 1].endswith(",") for at in range(leading, len(words))
        if words[at] in VERB_OF or at == leading
    ):  # fmt: skip
        # Pengumpulan data perencanaan dan pelaporan: pelaporan is no act of this step, or it is.
        return ""
    found = [
        each.lower().replace(word, VERB_OF.get(word, word)) if at < (1 if of_acts else leading) else each
        for at, (each, word) in enumerate(zip(written, words, strict=True))
    ]
    if words[1] in ("terhadap", "atas"):
        del found[1]
    return " ".join((found[0].capitalize(), *found[1:]))


def passive(activity: str) -> Passive | None:
    """Return the passive that a text begins with or that is said of its first words; none if it begins otherwise."""
    written = _unnumbered(activity).split()
    words = [plain(each).strip(".,;:") for each in written]
    for at, word in enumerate(words[: _LONGEST + 1]):
        if is_passive(word):
            active = _active(word.removeprefix("di"))
            return Passive(written[at].strip(".,;:"), active, _made_active(written, words, at, active))
        if is_active(word) or word in _CLAUSE or written[at].endswith((",", ";", ":")):
            return None
    return None


def _made_active(written: list[str], words: list[str], at: int, active: str) -> str:
    subject = [each for each, word in zip(written[:at], words[:at], strict=True) if word not in _MODALS]
    rest, tail = written[at + 1 :], words[at + 1 :]
    if "oleh" in tail or any(is_active(each) or is_passive(each) for each in tail) or written[at].endswith(","):
        # Who does it stands in a column; an `oleh` at once after the verb and nothing else is left out.
        if tail[:1] != ["oleh"] or len(tail) > _LONGEST or set(tail[1:]) & (_CLAUSE | _PREPOSITIONS):
            return ""
        rest = []
    elif tail and tail[0] not in _PREPOSITIONS and (subject or tail[0] not in _THINGS):
        # Diperiksa petugas: what follows may as well be who does it.
        return ""
    if not subject and not rest:
        return ""
    if subject and subject[0].istitle() and not any(each[0].isupper() for each in subject[1:]):
        subject = [subject[0].lower(), *subject[1:]]
    return " ".join((active.capitalize(), *subject, *rest)).rstrip(".")


def _active(root: str) -> str:
    """The verb in me- of a root as the passive shows it."""
    if root in _IRREGULAR:
        return _IRREGULAR[root]
    if root.startswith("per") and root.endswith(("i", "kan")):
        return f"mem{root}"
    fused = _FUSED.get(root[0])
    if fused and not _CLUSTER.match(root):
        return fused + root[1:]
    return next(prefix + root for letters, prefix in _NASAL if root[0] in letters)


def _unnumbered(activity: str) -> str:
    return _ENUMERATOR.sub("", fold(activity))

"""A text of a step -> the roots of its words: `Memeriksa kelengkapan` and `Pemeriksaan yang lengkap` share theirs.

Affixes are taken off as Tata Bahasa Baku Bahasa Indonesia puts them on (meng-, di-, peng-, per-, ber-, ter-, ke-, -kan,
-i, -an, -nya). Roots are only compared with each other; they need not be words.
"""

import re
from functools import lru_cache

from pipeline.text import key
from pipeline.vocabulary import ABBREVIATIONS, SAME_IN_TITLES

# Acts that a person takes for the same one at the same place of a procedure, by their verbs or nouns.
_ACTS = (
    "mengajukan menyerahkan menyampaikan mendaftar mendaftarkan memohon mengisi melaporkan",
    "memeriksa meneliti memverifikasi mengecek mencocokkan mengoreksi menelaah membandingkan menilai mengkaji"
    " memvalidasi mengevaluasi menganalisis mereviu",
    "membuat menyusun menyiapkan mengetik mencetak menulis mengonsep merumuskan menerbitkan menuangkan",
    "menandatangani mengesahkan menyetujui menetapkan memutuskan melegalisasi",
    "mencari menelusuri menemukan menggali",
    "memasukkan merekam menginput mengentri mengunggah mencatat mendata mengagendakan meregistrasi",
    "mengarsipkan menyimpan memberkaskan menata mendokumentasikan",
    "menyerahkan menyampaikan memberikan mengirim mengirimkan meneruskan mendistribusikan memberitahukan mengumumkan"
    " menginformasikan",
    "menerima mengambil memperoleh",
    "menugaskan menunjuk memerintahkan mendisposisi mendisposisikan menugasi",
    "menjadwalkan menetapkan mengagendakan merencanakan",
    "mengundang memanggil",
    "meninjau mengunjungi mensurvei memantau mengawasi",
    "melaksanakan menyelenggarakan melakukan mengadakan",
    "menggandakan memperbanyak memfotokopi",
)
# Words that tell little about what a step handles.
_SAYS_LITTLE = frozenset((
    "adalah", "agar", "akan", "atas", "beserta", "dalam", "dapat", "dan", "dari", "dengan", "di", "guna", "hasil",
    "hal",
    "ini", "itu", "ke", "kepada", "maka", "melalui", "mengenai", "nya", "oleh", "pada", "para", "perihal", "sebagai",
    "secara", "serta", "sudah", "supaya", "tentang", "terhadap", "telah", "tersebut", "untuk", "yang", "atau", "bagi",
    "menjadi", "terkait", "setiap", "tiap", "dinyatakan", "secepatnya", "segera", "kembali", "ada",
))  # fmt: skip
_NEGATIONS = frozenset(("tidak", "belum", "tanpa", "bukan", "tak", "tdk"))
# Roots that the sound laws below would part.
_IRREGULAR = {
    "permohonan": "ohon", "mohon": "ohon", "belajar": "ajar", "pelajari": "ajar", "mempelajari": "ajar",
    "tandatangan": "andatangan", "ttd": "andatangan", "mengecek": "cek", "pengecekan": "cek", "dicek": "cek",
    "ceklis": "daftar", "checklist": "daftar", "konsep": "konsep", "draf": "konsep", "draft": "konsep",
    "rancangan": "konsep", "berkas": "berkas", "berita": "berita", "menit": "menit", "menteri": "menteri",
    "pemerintah": "perintah", "pertanggungjawaban": "anggungjawab", "kantor": "kantor", "kelurahan": "lurah",
    "blanko": "blangko", "formulir": "formulir", "form": "formulir", "blangko": "blangko", "fotokopian": "fotokopi",
    "fotocopy": "fotokopi", "fotokopi": "fotokopi", "fc": "fotokopi", "copy": "fotokopi", "kopi": "fotokopi",
    "input": "input", "menginput": "input", "kk": "kartukeluarga", "ktp": "ktp", "mulai": "mulai",
    "mengesahkan": "sah", "pengesahan": "sah", "memasukkan": "masuk", "menilai": "nilai",
    "masuk": "masuk", "nilai": "nilai",
    "mengoreksi": "koreksi", "koreksi": "koreksi", "periksa": "eriksa", "penilaian": "nilai",
    "pengoreksian": "koreksi", "memperoleh": "oleh", "peroleh": "oleh",
    "legalisir": "legalisasi", "legalisasi": "legalisasi",
    "resi": "tandaterima", "loket": "loket",
}  # fmt: skip
_TOGETHER = (
    ("tanda tangan", "tandatangan"), ("menanda tangani", "menandatangani"), ("di tandatangani", "ditandatangani"),
    ("kartu keluarga", "kartukeluarga"), ("kartu tanda penduduk", "ktp"), ("pas foto", "pasfoto"),
    ("pas photo", "pasfoto"),
    ("tanda terima", "tandaterima"), ("serah terima", "tandaterima"), ("e ktp", "ktp"), ("check list", "checklist"),
    ("daftar periksa", "daftar"), ("memenuhi syarat", "lengkap"), ("memenuhi persyaratan", "lengkap"),
    ("buku register", "register"), ("belum ditandatangani", "konsep"),
)  # fmt: skip
_PREFIXES = (
    # Behind these the root has lost its p, t, k or s.
    re.compile(r"(?:(?:mem|pem)(?=[aiueo])|(?:men|pen)(?=[aiueo])|(?:meng|peng)(?=[aiueo])|(?:meny|peny)(?=[aiueo]))"),
    re.compile(r"(?:mem|pem|di)per(?!iksa|intah|oleh)(?=[a-z]{4})"),
    re.compile(r"(?:mem|pem)(?=[bfvp])|(?:men|pen)(?=[cdjzts])|(?:meng|peng)(?=[ghk])|(?:me|pe)(?=[lmnwy]|r[aiueo])"),
    re.compile(
        r"di(?=[a-z]{4})|ber(?=[a-z]{4})|ter(?=[a-z]{4})|per(?!iksa|intah|oleh)(?=[a-z]{5})|ke(?=[a-z]{4,}an$)|se(?=suai)"
    ),
)
_TAIL = re.compile(r"(?<=[a-z]{3})(?:nya|lah)$")
# Only a verb ends in -kan; a noun's k is its root's: cetakan, perbaikan.
_OF_VERB, _OF_NOUN = re.compile(r"(?<=[a-z]{3})k?an$"), re.compile(r"(?<=[a-z]{3})an$")
_LOCAL = re.compile(r"(?<=[a-z]{3}[b-df-hj-np-rt-z])i$")
_VERB = re.compile(r"me|di")
_FUSED = re.compile(r"^[ptks](?=[aiueo][a-z]{2})")


@lru_cache(maxsize=16384)
def root(word: str) -> str:
    """Return what is left of a word in lower case without its affixes; the sounds that meng- swallows are left out."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    found = word
    if len(word) > 4 and not word.isdigit():
        bare = next((word[match.end() :] for each in _PREFIXES if (match := each.match(word))), word)
        bare = bare if len(bare) > 2 else word
        bare = _TAIL.sub("", bare)
        bare = (_OF_VERB if _VERB.match(word) else _OF_NOUN).sub("", bare)
        bare = _LOCAL.sub("", bare)
        found = _IRREGULAR.get(bare, bare)
    return _FUSED.sub("", found, count=1) if found not in _IRREGULAR else found


ACTS: dict[str, frozenset[int]] = {}
for _at, _family in enumerate(_ACTS):
    for _verb in _family.split():
        ACTS[root(_verb)] = ACTS.get(root(_verb), frozenset()) | {_at}


@lru_cache(maxsize=16384)
def acts_in(text: str) -> frozenset[str]:
    """Return the roots of a text's first word and of the further verbs in it that name a known act."""
    written = roots(text)
    further = (root(each) for each in key(text).split() if _VERB.match(each) and root(each) in ACTS)
    return frozenset((*written[:1], *further))


@lru_cache(maxsize=16384)
def roots(text: str) -> tuple[str, ...]:
    """Return the roots of a text's words in their order, abbreviations written out, without those that say little.

    A root that is denied has `!` before it: `berkas yang tidak lengkap` is no `berkas lengkap`.
    """
    written = f" {key(text)} "
    for apart, together in _TOGETHER:
        written = written.replace(f" {apart} ", f" {together} ")
    for apart, same in SAME_IN_TITLES.items():
        if " " in apart:
            written = written.replace(f" {apart} ", f" {same} ")
    found: list[str] = []
    denied = False
    for each in written.split():
        if each in _NEGATIONS:
            denied = True
            continue
        for word in ABBREVIATIONS.get(each, each).split():
            same = SAME_IN_TITLES.get(word, word)
            if same and same not in _SAYS_LITTLE:
                found.append(f"!{root(same)}" if denied else root(same))
                denied = False
    return tuple(found)

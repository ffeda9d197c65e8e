"""The verb at the head of a title -> its noun formed with pe-…-an, by a table: forms that cannot be doubted."""

from collections import Counter

from pipeline.check.acts import VERB_OF

_COUNT = Counter(VERB_OF.values())
# Verb -> noun, where the verb has no other.
_NOUN_OF = {
    **{verb: noun for noun, verb in VERB_OF.items() if _COUNT[verb] == 1 and noun.startswith("pe")},
    "membayarkan": "pembayaran", "memberhentikan": "pemberhentian", "memberi": "pemberian",
    "memelihara": "pemeliharaan", "memindahkan": "pemindahan", "memproses": "pemrosesan", "menangani": "penanganan",
    "mencairkan": "pencairan", "mengadakan": "pengadaan", "mengangkat": "pengangkatan", "mengelola": "pengelolaan",
    "mengembangkan": "pengembangan", "menghapus": "penghapusan", "menghapuskan": "penghapusan",
    "menyelenggarakan": "penyelenggaraan",
    "cetak": "pencetakan", "kelola": "pengelolaan", "kirim": "pengiriman", "susun": "penyusunan",
    "terbitkan": "penerbitan",
}  # fmt: skip


def noun_of(verb: str) -> str:
    """Return the noun of a verb in lower case, empty where the table has none."""
    return _NOUN_OF.get(verb, "")

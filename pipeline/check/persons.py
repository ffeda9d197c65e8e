"""What in a text names, addresses or numbers a person."""

import re
from collections.abc import Iterator

_STOPPED = (
    r"(?:S|M)\.\s?(?i:Ag|Pd|Sos|Kom|IP|HI|Th|Si|Fil|Hum|Psi|Kes|Farm|Ak|SI|EI|HI|ST|H|E|T|P|M)\b(?:\.\s?(?i:I|H|Kn)\b)?"
    r"\.?"
    r"|A\.\s?(?i:Md)\b\.?"
)
# Degrees without a stop count behind a comma only: SE is a circular and MM a measure elsewhere.
_BARE = (
    r"(?:S(?:Ag|Pd|Sos|Kom|Th|E|H|T|IP|Psi)I?|M(?:Ag|Pd|Sos|Kom|Si|M|H)I?|Lc)\b"
    r"(?!\s+(?i:Nomor|No|Menteri|Dirjen|Sekjen))"
)
_NAME = r"[A-Z][A-Za-z'’-]+"
_DEGREE = re.compile(
    rf"(?P<name>(?!Hubungi|Menghadap|Kepada){_NAME}(?:\s+{_NAME})*)(?:,\s*(?:{_STOPPED}|{_BARE})|\s+(?:{_STOPPED}))"
)
_TITLE = re.compile(
    rf"(?<![\w.])(?:(?:Drs|Dra|DRS|DRA|Hj|HJ|KH|Ust)\.\s*(?:Hj?\.\s*)?{_NAME}|(?<=\S\s)H\.\s+[A-Z][A-Za-z]{{2,}}"
    r"|H\.\s+[A-Z][a-z]{2,})"
)
_ADDRESS = re.compile(r"\b(?:Bapak|Ibu|Pak|Bu|Sdr\.?|Sdri\.?|Saudara|Saudari)\s+[A-Z][a-z]+")
_NIP = re.compile(r"(?<!\d)(?:19|20)\d{6}\s?(?:19|20)\d{4}\s?[12]\s?\d{3}(?!\d)")
# "Ibu Kandung" and "Bapak Mertua" are relations in a marriage file, "Ibu Kota" is a town: nobody is addressed.
_NOT_ADDRESSED = re.compile(r"\b(?:Ibu|Bapak)\s+(?:Kandung|Tiri|Mertua|Kota|Hamil|Rumah)")
# Streets, mosques and schools are named after persons.
_NAMESAKE = re.compile(
    r"\b(?:Jl|Jln|Jalan|Masjid|Pesantren|Universitas|UIN|IAIN|STAI|Gedung|Aula|RSUD|RS|Museum|Yayasan)\.?\s+$",
    re.IGNORECASE,
)
# Words before a degree that tell of schooling, not of a person, and papers before one that looks like a degree.
_NO_NAMES = frozenset((
    "pendidikan", "minimal", "lulusan", "sarjana", "ijazah", "kualifikasi", "berijazah", "gelar", "guru", "strata",
    "magister", "diploma", "jenjang", "setara", "dan", "atau", "program", "studi", "hukum", "ekonomi", "agama",
    "surat", "keputusan", "edaran", "instruksi", "peraturan", "pegawai", "penghulu", "islam", "penyuluh", "kepala",
))  # fmt: skip


def marks(text: str) -> tuple[tuple[str, str], ...]:
    """Return what marks a person in a text, one of each kind: what it is, and the words that tell it."""
    # What most texts lack is looked for first: it costs a hundredth of the patterns.
    found = (
        ("nama orang bergelar", next(_with_degree(text), "") if "." in text or "," in text else ""),
        ("sapaan perorangan", _first(_ADDRESS, _NOT_ADDRESSED.sub("", text)) if _may_address(text) else ""),
        ("NIP", _first(_NIP, text) if "19" in text or "20" in text else ""),
    )
    return tuple(each for each in found if each[1])


def _with_degree(text: str) -> Iterator[str]:
    for found in _TITLE.finditer(text):
        if not _NAMESAKE.search(text[: found.start()]):
            yield found[0]
    for found in _DEGREE.finditer(text):
        names = found["name"].split()
        comma = text[found.end("name")] == ","
        # Without a comma or a stop a name has two words at least: what is one word may be any other.
        bare = "." not in text[found.end("name") : found.end()]
        enough = len(names) > 1 or (comma and not bare)
        if enough and _NO_NAMES.isdisjoint(each.lower() for each in names):
            yield found[0]


def _may_address(text: str) -> bool:
    return any(each in text for each in ("Bapak", "Ibu", "Pak ", "Bu ", "Sdr", "Saudar"))


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""

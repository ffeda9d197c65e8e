"""Text that a form prints where somebody has to write, and that nobody replaced."""

import re

# Default texts of forms and apps, as the whole of a value; their numbers ("Kegiatan 1") are left out.
_WHOLE = frozenset(
    (
        "nomor surat", "nomor sop", "no sop", "nama sop", "judul sop", "nama prosedur", "nama kegiatan",
        "nama pejabat", "nama lengkap", "nama kepala", "nama kepala kantor", "nama jabatan", "nama instansi",
        "nama unit", "nama unit kerja", "uraian kegiatan", "isi", "isi di sini", "contoh", "teks", "kegiatan",
        "aktivitas", "langkah", "tbd", "todo", "to do", "judul", "template",
    )
)  # fmt: skip
_AROUND = " .:;,()[]<>{}0123456789"
# What one of the expressions below needs: most SOPs hold none of it.
_SIGNS = ("[", "{", "<", "«", "…", "..", "__", "xx", "lorem", "contoh", "di sini", "disini", "click", "(isi", "(sebut",
          "(tulis", "(nama", "(diisi")  # fmt: skip
_ORDER = r"(?:di)?(?:isi|isikan|tulis|tuliskan|sebutkan|lengkapi|pilih|masukkan)"
_FIELD = r"(?:nama|nomor|no|tanggal|tgl|jabatan|unit|judul|tahun|nip|uraian)"
_INSIDE = re.compile(
    r"|".join(
        (
            rf"[\[<]\s*(?:{_ORDER}|{_FIELD}|contoh|\.\.+|…)\b[^\]>]*[\]>]",
            r"\[[\s.…_]*\]",
            r"\$\{\s*\w+\s*\}|\{\{[^}]*\}\}|«[^»]+»|<<[^>]+>>",
            rf"\((?:{_ORDER})\s+{_FIELD}\b[^)]*\)|\((?:sebutkan|tuliskan|isikan)\b[^)]*\)",
            r"(?<![a-z])x{3,}(?![a-z])",
            r"\b(?:19|20)\s?(?:\.{2,}|…|_{2,}|xx)",
            r"\.{4,}|…{2,}|…\.|\.…|_{3,}",
            rf"\b(?:{_FIELD}|kecamatan|kabupaten|kota|seksi|bulan|kepada|yth)\.?\s*:?\s*(?:\.{{3,}}|…)",
            r"\blorem ipsum\b|\bdolor sit amet\b",
            r"\b(?:ketik|klik|tulis|isi|masukkan|ketuk)\b[^.;]{0,30}\bdi\s?sini\b|\bclick (?:or tap )?here\b",
            r"^\s*contoh\s*[:.]|\(\s*contoh\s*\)",
        )
    ),
    re.IGNORECASE,
)
_ROMAN = re.compile(r"X{3}")


def may_hold_template(text: str) -> bool:
    """Return whether a long text, all of a SOP, holds any sign of text inside that a form printed."""
    lower = text.lower()
    return any(each in lower for each in _SIGNS)


def template_whole(text: str) -> bool:
    """Return whether a value is nothing but what a form prints in that place."""
    return text.strip(_AROUND).lower() in _WHOLE


def template_inside(text: str) -> str:
    """Return the first part of a text that a form printed or that was left open, empty where there is none."""
    for found in _INSIDE.finditer(text):
        # Thirty in Roman figures, but not as all of a text or before a slash, where a number has its place.
        rest = text[: found.start()].strip(), text[found.end() :].strip()
        if not _ROMAN.fullmatch(found[0]) or rest == ("", "") or rest[1].startswith("/"):
            return found[0]
    return ""

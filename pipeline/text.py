"""Text as people compare it: white space folded, letters and signs brought to one form."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_PLACEHOLDER = re.compile(r"[\s.…_\-–—‐‑−·•:*\u00ad\u200b]*")

# Printed variants of one sign that word processors put in by themselves.
_SIGNS = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "\u00ad": "",
        "\u200b": "",
        "\u200c": "",
        "\u200d": "",
        "\u2060": "",
    }
)


def fold(text: str) -> str:
    """Return the text with every run of white space as one blank and the ends trimmed, nothing else changed."""
    # What split takes for white space is what Unicode calls so, no-break spaces included; a byte order mark is not.
    return " ".join((text.replace("\ufeff", " ") if "\ufeff" in text else text).split())


def lines(text: str) -> tuple[str, ...]:
    """Return the folded lines of a text, blank ones included."""
    return tuple(fold(line) for line in text.split("\n"))


def plain(text: str) -> str:
    """Return the text folded, in lower case, with plain quotes and dashes and no accents."""
    if text.isascii():
        # Nine cells of ten hold nothing that has to be decomposed.
        return fold(text.replace("`", "'")).lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_SIGNS))
    bare = "".join(each for each in decomposed if not unicodedata.combining(each))
    return fold(bare).lower()


def key(text: str) -> str:
    """Return only the letters and digits of a text, words parted by one blank: what labels compare by."""
    return _NOT_WORD.sub(" ", plain(text)).strip()


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, in lower case, without punctuation."""
    return tuple(key(text).split())


def is_placeholder(text: str) -> bool:
    """Return whether a text holds only dots, dashes, underscores and blanks: a place left open."""
    return _PLACEHOLDER.fullmatch(text) is not None


def quoted(text: str, limit: int = 80) -> str:
    """Return the text in quotation marks, cut at `limit` characters with an ellipsis."""
    folded = fold(text)
    return f"“{folded[: limit - 1].rstrip()}…”" if len(folded) > limit else f"“{folded}”"

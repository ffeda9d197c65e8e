"""A number and its format -> the text that a person sees, for formats that put digits or words to a whole number.

An office types 1 and lets the format show 001 or 001/SOP/TU/2025: what is seen is the number of the SOP. Formats of
money, shares and dates are left alone. The language of formats is ECMA-376, part 1, section 18.8.31.
"""

import re

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|(General)|([0#]+)|(@)|([ /\-():])|(.)', re.DOTALL)


def pieces(code: str) -> tuple[tuple[str, str], ...]:
    """Return a format as (kind, text), kinds word, digits, general and text; empty where it shows nothing else."""
    found: list[tuple[str, str]] = []
    # The first section is for numbers above nought; a colour or a language in brackets changes no letter.
    for quoted, escaped, general, digits, text, sign, other in _TOKEN.findall(
        re.sub(r"\[[^\]]*\]", "", code.partition(";")[0])
    ):
        if other:
            return ()
        if general:
            found.append(("general", ""))
        elif digits:
            found.append(("digits", digits))
        elif text:
            found.append(("text", ""))
        else:
            found.append(("word", quoted or escaped or sign))
    kinds = [kind for kind, _ in found]
    says_more = any(kind == "word" and text.strip() for kind, text in found)
    padded = sum(text.count("0") for kind, text in found if kind == "digits") > 1
    return tuple(found) if (says_more or padded) and set(kinds) != {"word"} else ()


def seen(value: str, parts: tuple[tuple[str, str], ...]) -> str:
    """Return what a format shows of a cell's value; the value itself where the format is not for its kind."""
    wanted = "text" if not value.isdigit() else "digits"
    if not any(kind == wanted or (kind == "general" and wanted == "digits") for kind, _ in parts):
        return value
    out: list[str] = []
    left = value
    room = sum(len(text) for kind, text in parts if kind == "digits")
    for kind, text in reversed(parts):
        if kind == "digits":
            room -= len(text)
            # Digits beyond the places stand before the first place.
            taken = left if room == 0 else left[-len(text) :]
            left = left[: len(left) - len(taken)]
            out.append(_filled(taken, text))
        else:
            out.append(text if kind == "word" else value)
    return "".join(reversed(out))


def _filled(digits: str, places: str) -> str:
    """Fill missing places with noughts where the format asks for them."""
    missing = places[: max(0, len(places) - len(digits))]
    return missing.replace("#", "") + digits

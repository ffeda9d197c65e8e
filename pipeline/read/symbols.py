"""Signs of symbol fonts -> the letters that look the same: Word stores them as F0xx or as a plain letter."""

# Wingdings and Symbol put their signs where other fonts have letters (the fonts' own code charts).
_WINGDINGS = {
    0xFC: "✓", 0xFE: "☑", 0xFD: "☒", 0xFB: "✗", 0xA8: "□", 0x6E: "■", 0x6F: "□", 0x6C: "●", 0xA1: "○", 0x71: "□",
    0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xA7: "▪", 0x76: "❖", 0xD8: "➢", 0xF0: "⇨", 0x75: "◆", 0x74: "◆",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x52: "☑", 0x4F: "✗", 0x51: "☒", 0xA3: "□", 0x97: "●"}
_SYMBOL = {
    0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xD6: "√", 0xB4: "×",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xA8: "♦", 0xB0: "°", 0x2D: "-", 0xE0: "◊", 0xDE: "⇒", 0xDC: "⇐",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_NO_SIGN = 0x25A1
_BLANKS = (0x09, 0x0A, 0x0D)


def is_symbol_font(font: str) -> bool:
    """Return whether a font puts signs where others have letters."""
    return font.lower() in _FONTS


def symbol(font: str, code: str) -> str:
    """Return the letter that looks like a font's sign at a hexadecimal code; an unreadable code is a box."""
    point = int(code, 16) if code and all(each in "0123456789abcdefABCDEF" for each in code) else _NO_SIGN
    table = _FONTS.get(font.lower(), {})
    at = point & 0xFF if 0xF000 <= point <= 0xF0FF else point
    if at in table:
        return table[at]
    # An unknown sign of the private area prints as itself nowhere, half a letter or a control not at all; a box stands
    # in its place.
    unknown = 0xF000 <= point <= 0xF0FF or 0xD800 <= point <= 0xDFFF or point > 0x10FFFF
    return chr(_NO_SIGN) if unknown or (point < 0x20 and point not in _BLANKS) else chr(point)


def lettered(font: str, text: str) -> str:
    """Return a text set in a symbol font as the letters that look like it."""
    return "".join(symbol(font, f"{ord(each):X}") for each in text)

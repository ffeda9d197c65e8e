"""How wide each letter of a font prints, in thousandths of its size.

The three fonts that offices write in, from fonts that share their widths (Liberation Sans, Liberation Serif, Carlito);
others by how wide they set Indonesian prose against Arial.
"""

from collections.abc import Mapping

# Of the letters from the blank to the tilde, in the order of their codes.
# fmt: off
_ARIAL = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
    556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
    556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
    500, 500, 500, 334, 260, 334, 584,
)
_TIMES = (
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722,
    611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444,
    500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722,
    500, 500, 444, 480, 200, 480, 541,
)
_CALIBRI = (
    226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507, 507, 507,
    507, 507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520,
    420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498, 291, 479,
    525, 423, 525, 498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715,
    433, 453, 395, 314, 460, 314, 498,
)
# fmt: on
# What stands for a letter beyond these, as wide as a figure.
_OTHER = {"arial": 556, "times new roman": 500, "calibri": 507}
_FIRST = 32


def _by_letter(widths: tuple[int, ...]) -> Mapping[str, int]:
    return {chr(_FIRST + at): width for at, width in enumerate(widths)}


_LETTERS = {"arial": _by_letter(_ARIAL), "times new roman": _by_letter(_TIMES), "calibri": _by_letter(_CALIBRI)}
# How wide other fonts set the same text, measured against Arial over Indonesian prose.
_AGAINST_ARIAL = {
    "cambria": 0.94, "arial narrow": 0.82, "bookman old style": 1.09, "tahoma": 0.99, "verdana": 1.16, "garamond": 0.84,
    "book antiqua": 0.98, "century gothic": 1.08,
}  # fmt: skip


def units(text: str, font: str) -> float:
    """Return how wide a text prints on one line, in thousandths of its size; an unknown font counts as Arial."""
    known = font if font in _LETTERS else "arial"
    letters, other = _LETTERS[known], _OTHER[known]
    return sum([letters.get(each, other) for each in text]) * _AGAINST_ARIAL.get(font, 1.0)

"""Pictures drawn in code: the letterhead's invented mark, and a chart as a picture."""

import struct
import zlib
from itertools import pairwise

from tests.office.chart import Arrow, Chart, Label, Symbol

SCALE = 8
WHITE, BLACK, GREEN, PALE = range(4)
_PALETTE = bytes((255, 255, 255, 0, 0, 0, 0, 112, 60, 214, 234, 206))
_LETTERS = {
    "Y": (0x11, 0x11, 0x0A, 0x04, 0x04, 0x04, 0x04),
    "a": (0x00, 0x00, 0x0E, 0x01, 0x0F, 0x11, 0x0F),
    "T": (0x1F, 0x04, 0x04, 0x04, 0x04, 0x04, 0x04),
    "i": (0x04, 0x00, 0x0C, 0x04, 0x04, 0x04, 0x0E),
    "d": (0x01, 0x01, 0x0D, 0x13, 0x11, 0x13, 0x0D),
    "k": (0x10, 0x10, 0x12, 0x14, 0x18, 0x14, 0x12),
}


class Canvas:
    """A sheet of coloured dots, white and clear where nothing is drawn."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._rows = [bytearray(width) for _ in range(height)]

    def dot(self, x: int, y: int, colour: int = BLACK) -> None:
        """Set one dot where it falls on the sheet."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self._rows[y][x] = colour

    def line(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Draw a line two dots thick."""
        steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
        for step in range(steps + 1):
            x = start[0] + (end[0] - start[0]) * step // steps
            y = start[1] + (end[1] - start[1]) * step // steps
            for right, down in ((0, 0), (1, 0), (0, 1), (1, 1)):
                self.dot(x + right, y + down)

    def word(self, x: int, y: int, text: str) -> None:
        """Write a word in letters of five by seven, twice enlarged."""
        for at, letter in enumerate(text):
            for down, bits in enumerate(_LETTERS[letter]):
                for right in range(5):
                    if bits >> (4 - right) & 1:
                        for more in range(4):
                            self.dot(x + at * 12 + right * 2 + more % 2, y + down * 2 + more // 2)

    def png(self) -> bytes:
        """Return the sheet as a PNG file."""
        lines = b"".join(b"\0" + bytes(each) for each in self._rows)
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        chunks = (
            (b"IHDR", head),
            (b"PLTE", _PALETTE),
            (b"tRNS", b"\0"),
            (b"IDAT", zlib.compress(lines, 9)),
            (b"IEND", b""),
        )
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
            for name, data in chunks
        )


def logo() -> bytes:
    """Return the invented mark: a green disc with a ring and a diamond, no one's emblem."""
    size = 96
    canvas = Canvas(size, size)
    for y in range(size):
        for x in range(size):
            across, down = 2 * x - size + 1, 2 * y - size + 1
            distance = across * across + down * down
            if distance > 94 * 94:
                continue
            ring = 76 * 76 < distance < 84 * 84
            canvas.dot(x, y, PALE if ring or abs(across) + abs(down) < 52 else GREEN)
    return canvas.png()


def chart_picture(chart: Chart, borders: list[int], corner: tuple[int, int], size: tuple[int, int]) -> bytes:
    """Return the chart as a picture of the actor columns; all measures are in twips."""

    def at(x: int, y: int) -> tuple[int, int]:
        return (x - corner[0]) // SCALE, (y - corner[1]) // SCALE

    canvas = Canvas(size[0] // SCALE, size[1] // SCALE)
    for border in borders:
        for y in range(canvas.height):
            canvas.dot(at(border, 0)[0], y)
    for symbol in chart.symbols:
        _symbol(canvas, symbol, at(symbol.x, symbol.y))
    for arrow in chart.arrows:
        _arrow(canvas, arrow, [at(*point) for point in arrow.points])
    for label in chart.labels:
        _label(canvas, label, at(label.x, label.y))
    return canvas.png()


def _symbol(canvas: Canvas, symbol: Symbol, corner: tuple[int, int]) -> None:
    x, y = corner
    wide, tall = symbol.width // SCALE, symbol.height // SCALE
    left, right, upper, lower = (x, y + tall // 2), (x + wide, y + tall // 2), y, y + tall
    if symbol.kind == "decision":
        around = [left, (x + wide // 2, upper), right, (x + wide // 2, lower)]
    else:
        # A box is a capsule whose corners are not cut.
        cut = tall // 3 if symbol.kind == "terminator" else 0
        far = x + wide
        around = [(x + cut, upper), (far - cut, upper), (far, upper + cut), (far, lower - cut)]
        around += [(far - cut, lower), (x + cut, lower), (x, lower - cut), (x, upper + cut)]
    for start, end in zip(around, [*around[1:], around[0]], strict=True):
        canvas.line(start, end)


def _arrow(canvas: Canvas, arrow: Arrow, points: list[tuple[int, int]]) -> None:
    for start, end in pairwise(points):
        canvas.line(start, end)
    (from_x, from_y), (x, y) = points[-2:]
    along = ((x > from_x) - (x < from_x), (y > from_y) - (y < from_y))
    for back in range(10):
        for beside in range(-(back // 2), back // 2 + 2):
            canvas.dot(x - along[0] * back + along[1] * beside, y - along[1] * back + along[0] * beside)


def _label(canvas: Canvas, label: Label, corner: tuple[int, int]) -> None:
    x, y = corner
    if label.align == "right":
        x += label.width // SCALE - 12 * len(label.text)
    canvas.word(x, y + 8, label.text)

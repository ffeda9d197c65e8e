"""Counts per unit -> a drawing with a column of bars for each count; the table above it holds the same numbers."""

import textwrap
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from pipeline.model.reconciliation import UnitCount
from pipeline.write.numbers import thousands

_MEASURES = ("Induk", "Diserahkan", "Cocok", "Belum diserahkan", "Di luar induk")
# Of the drawing, in its units: the units' names, a column, the longest bar in it, a line of text.
_NAME, _COLUMN, _BAR, _LINE = 300, 124, 84, 15
_LETTERS_A_LINE = 40
_HEAD, _AIR = 24, 9
# A drawing cannot be parted by the end of a page: so many units fit one.
_UNITS = 20


def count_charts(counts: Sequence[UnitCount]) -> tuple[Markup, ...]:
    """Return the counts of all units as SVG elements, one for each twenty of them, all on the same scale."""
    greatest = max((max(_values(each)) for each in counts), default=0)
    if not greatest:
        return ()
    return tuple(_chart(counts[at : at + _UNITS], greatest) for at in range(0, len(counts), _UNITS))


def _values(count: UnitCount) -> tuple[int, ...]:
    return (count.inventory, count.submitted, count.matched, count.missing, count.extra)


def _chart(counts: Sequence[UnitCount], greatest: int) -> Markup:
    rows, top = [Markup().join(_heads())], _HEAD
    for count in counts:
        lines = textwrap.wrap(count.unit, _LETTERS_A_LINE) or [""]
        rows.append(Markup().join(_row(count, lines, top, greatest)))
        top += len(lines) * _LINE + _AIR
    width = _NAME + len(_MEASURES) * _COLUMN
    return Markup(
        '<svg class="numbers" role="img" viewBox="0 0 {0} {1}" width="{0}" height="{1}"><title>{2}</title>'
        "<desc>{3}</desc>{4}</svg>"
    ).format(width, top, "Grafik jumlah SOP per unit", _told(counts), Markup().join(rows))


def _heads() -> Iterator[Markup]:
    for at, word in enumerate(_MEASURES):
        yield Markup('<text class="head" x="{}" y="14">{}</text>').format(_NAME + at * _COLUMN, word)


def _row(count: UnitCount, lines: Sequence[str], top: int, greatest: int) -> Iterator[Markup]:
    yield Markup('<path class="rule" d="M0 {}H{}"/>').format(top, _NAME + len(_MEASURES) * _COLUMN)
    for at, line in enumerate(lines):
        yield Markup('<text x="0" y="{}">{}</text>').format(top + _LINE + at * _LINE, line)
    for at, value in enumerate(_values(count)):
        left, long = _NAME + at * _COLUMN, round(_BAR * value / greatest, 1)
        if value:
            yield Markup('<rect class="b-full" x="{}" y="{}" width="{}" height="11"/>').format(left, top + 6, long)
        yield Markup('<text{} x="{}" y="{}">{}</text>').format(
            Markup("") if value else Markup(' class="none"'), left + long + (5 if value else 0), top + _LINE,
            thousands(value),
        )  # fmt: skip


def _told(counts: Sequence[UnitCount]) -> str:
    """Return the drawing in words: each unit with its five counts."""
    return " ".join(
        f"{count.unit}: "
        + ", ".join(f"{word.lower()} {thousands(value)}" for word, value in zip(_MEASURES, _values(count), strict=True))
        + "."
        for count in counts
    )

"""The step table: its measures, so that the chart can be drawn on it, and its cells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from tests.office.chart import Grid, Place
from tests.office.content import WrittenSop, WrittenStep
from tests.office.hands import Hand
from tests.office.markup import (
    CELL_MARGIN,
    cell,
    line_count,
    line_height,
    paragraph,
    row,
    run,
    table,
    text_width,
    typed,
)
from tests.office.shapes import Frame

WIDTH = 17280
PAGE_HEIGHT = 10800
LEAD = 240
NUMBER = 560
LEAST_ACTIVITY = 2600
HEAD_SIZE = 16
ROW_HEIGHTS = tuple(range(1000, 740, -20))
MARK_ROW = 480
MARKS = ("√", "●", "V")
UNITS = ("bulan", "minggu", "hari kerja", "hari", "jam", "menit")


@dataclass(frozen=True, slots=True)
class Layout:
    """A step table's measures in twips, from its upper left corner."""

    widths: tuple[int, ...]
    head_heights: tuple[int, ...]
    grid: Grid

    @property
    def over_a_page(self) -> bool:
        """Return whether the table goes on over more than one page."""
        top, height = self.grid.rows[-1]
        return LEAD + top + height > PAGE_HEIGHT - 60

    def origin(self, place: Place) -> tuple[int, int]:
        """Return where the text of an actor's cell begins."""
        return self.grid.columns[place.column][0] + CELL_MARGIN, self.grid.rows[place.row][0]

    def outgrows(self, place: Place, frame: Frame) -> bool:
        """Return whether a shape is taller than the row in which it is anchored."""
        tall = frame.width if frame.turn else frame.height
        return tall > self.grid.rows[place.row][1]


def layout_of(sop: WrittenSop, hand: Hand) -> Layout:
    """Return the measures of the SOP's step table."""
    widths = _widths(sop, hand)
    actors = len(sop.actors)
    names = [
        hand.heads[0],
        hand.heads[1],
        *sop.actors,
        *_standards(hand, hand.heads[4:7]),
        hand.heads[7],
    ]
    lines = [
        line_count(name, width - 2 * CELL_MARGIN, _head_size(sop), hand.font, bold=True)
        for name, width in zip(names, widths, strict=True)
    ]
    tall = line_height(HEAD_SIZE, hand.font)
    head_heights = [tall + 60, max(lines[2:-1]) * tall + 60]
    head_heights += [tall + 40] if hand.chart == "paragraph" else []
    free = PAGE_HEIGHT - LEAD - sum(head_heights) - 100
    needed = [_text_height(step, widths, hand) for step in sop.steps]
    tries = [[max(least, need) for need in needed] for least in ROW_HEIGHTS]
    heights = next((each for each in tries if sum(each) <= free), tries[-1])
    if hand.chart == "marks":
        heights = [max(MARK_ROW, need) for need in needed]
    top, rows = sum(head_heights), []
    for height in heights:
        rows.append((top, height))
        top += height
    lefts = [sum(widths[:at]) for at in range(2, 2 + actors)]
    columns = tuple(zip(lefts, widths[2:], strict=False))
    return Layout(tuple(widths), tuple(head_heights), Grid(columns, tuple(rows)))


def step_table(sop: WrittenSop, hand: Hand, layout: Layout, drawn: Mapping[Place, str]) -> str:
    """Return the step table; drawn holds the runs of the shapes anchored in each actor cell."""
    rows = _heads(sop, hand, layout)
    for at, step in enumerate(sop.steps):
        rows.append(_step_row(sop, hand, layout, at, step, drawn))
    if hand.chart == "marks":
        rows.append(_total_row(sop, hand, layout.widths))
    return table(layout.widths, rows)


def _standards(hand: Hand, three: tuple[str, ...]) -> tuple[str, ...]:
    requirements, duration, output = three
    return (requirements, output, duration) if hand.output_first else three


def _widths(sop: WrittenSop, hand: Hand) -> list[int]:
    base = {1: 1500, 2: 1500, 3: 1400, 4: 1300, 5: 1160, 6: 1040}.get(len(sop.actors), 860)
    actors = [
        max(base, _longest_word(name, _head_size(sop), hand, bold=True) + 2 * CELL_MARGIN + 20) for name in sop.actors
    ]
    least = (1620, 940, 1560, 1180) if _crowded(sop) else (2000, 1060, 1840, 1500)
    texts = [(step.requirements, step.duration, step.output, step.note) for step in sop.steps]
    rest = [
        max(width, _longest_word(" ".join(column), hand.size, hand) + 2 * CELL_MARGIN + 20)
        for width, column in zip(least, zip(*texts, strict=True), strict=True)
    ]
    room = WIDTH - NUMBER - LEAST_ACTIVITY - sum(rest)
    if sum(actors) > room:
        # Then words break in the narrow headings, as they do in the offices' own tables.
        actors = [width * room // sum(actors) for width in actors]
    requirements, duration, output, note = rest
    three = (requirements, output, duration) if hand.output_first else rest[:3]
    activity = WIDTH - NUMBER - sum(actors) - sum(rest)
    return [NUMBER, activity, *actors, *three, note]


def _crowded(sop: WrittenSop) -> bool:
    return len(sop.actors) > 6


def _head_size(sop: WrittenSop) -> int:
    return HEAD_SIZE - 2 if _crowded(sop) else HEAD_SIZE


def _longest_word(text: str, size: int, hand: Hand, *, bold: bool = False) -> int:
    return max((text_width(word, size, hand.font, bold=bold) for word in text.split()), default=0)


def _texts(step: WrittenStep, hand: Hand) -> tuple[str, ...]:
    return _standards(hand, (step.requirements, step.duration, step.output))


def _text_height(step: WrittenStep, widths: list[int], hand: Hand) -> int:
    texts = (step.activity, *_texts(step, hand), step.note)
    columns = (widths[1], *widths[-4:])
    lines = max(
        line_count(text, width - 2 * CELL_MARGIN, hand.size, hand.font)
        for text, width in zip(texts, columns, strict=True)
    )
    return lines * line_height(hand.size, hand.font) + 40


def _head(width: int, text: str, *, span: int = 1, merge: str = "", size: int = HEAD_SIZE) -> str:
    words = paragraph(run(text, bold=True, size=size) if text else "", align="center")
    return cell(width, words, span=span, merge=merge, middle=True)


def _heads(sop: WrittenSop, hand: Hand, layout: Layout) -> list[str]:
    widths, actors = layout.widths, len(sop.actors)
    number, activity, group, standards, *three, note = hand.heads
    upper = [
        _head(widths[0], number, merge="restart"),
        _head(widths[1], activity, merge="restart"),
        _head(sum(widths[2 : 2 + actors]), group, span=actors),
        _head(sum(widths[-4:-1]), standards, span=3),
        _head(widths[-1], note, merge="restart"),
    ]
    names = (*sop.actors, *_standards(hand, tuple(three)))
    size = _head_size(sop)
    named = zip(widths[2:-1], names, strict=True)
    lower = [
        _head(widths[0], "", merge="continue"),
        _head(widths[1], "", merge="continue"),
        *(_head(width, name, size=size) for width, name in named),
        _head(widths[-1], "", merge="continue"),
    ]
    rows = [
        row(cells, height=height, header=True)
        for cells, height in zip((upper, lower), layout.head_heights, strict=False)
    ]
    if hand.chart == "paragraph":
        numbers = [_head(width, str(at)) for at, width in enumerate(widths, start=1)]
        rows.append(row(numbers, height=layout.head_heights[2], header=True))
    return rows


def _step_row(
    sop: WrittenSop,
    hand: Hand,
    layout: Layout,
    at: int,
    step: WrittenStep,
    drawn: Mapping[Place, str],
) -> str:
    widths, split = layout.widths, hand.split_runs
    cells = [
        cell(widths[0], paragraph(run(hand.step_number.format(at + 1)), align="center")),
        cell(widths[1], paragraph(typed(step.activity, split=split))),
    ]
    if hand.chart == "picture" and drawn:
        words = "" if at else paragraph(drawn[Place(0, 0)])
        actors, merge = len(sop.actors), "continue" if at else "restart"
        cells.append(cell(sum(widths[2 : 2 + actors]), words, span=actors, merge=merge))
    elif hand.chart == "marks":
        cells += _mark_cells(sop, at, widths)
    else:
        for column in range(len(sop.actors)):
            cells.append(cell(widths[2 + column], paragraph(drawn.get(Place(at, column), ""))))
    for position, text in enumerate(_texts(step, hand)):
        is_duration = position == (2 if hand.output_first else 1)
        words = paragraph(typed(text, split=split), align="center" if is_duration else "")
        cells.append(cell(widths[-4 + position], words))
    cells.append(cell(widths[-1], paragraph(typed(step.note))))
    return row(cells, height=layout.grid.rows[at][1])


def _mark_cells(sop: WrittenSop, at: int, widths: tuple[int, ...]) -> list[str]:
    mark = MARKS[crc32(sop.title.encode()) % 3]
    cells = []
    for width, actor in zip(widths[2:], sop.actors, strict=False):
        marked = actor in sop.steps[at].actors and at + 1 not in sop.without_symbol
        cells.append(cell(width, paragraph(run(mark) if marked else "", align="center"), middle=True))
    return cells


def _total_row(sop: WrittenSop, hand: Hand, widths: tuple[int, ...]) -> str:
    before = len(widths) - 3
    words = paragraph(run("Jumlah waktu", bold=True), align="center")
    total = paragraph(run(_total(sop), bold=True), align="center")
    cells = [cell(sum(widths[:before]), words, span=before), cell(widths[-3], total)]
    return row([*cells, cell(widths[-2]), cell(widths[-1])])


def _total(sop: WrittenSop) -> str:
    sums = dict.fromkeys(UNITS, 0)
    for step in sop.steps:
        for amount, unit in re.findall(rf"(\d+) ({'|'.join(UNITS)})", step.duration.lower()):
            sums[unit] += int(amount)
    hours, minutes = divmod(sums["menit"], 60)
    sums["jam"], sums["menit"] = sums["jam"] + hours, minutes
    return " ".join(f"{amount} {unit}" for unit, amount in sums.items() if amount)

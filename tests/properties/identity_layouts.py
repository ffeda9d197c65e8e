"""What an identity block says -> the blocks of a draft, in one of the ways in which offices lay it out."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.labels import labels_in
from pipeline.model.sop import DATES, FieldName
from pipeline.vocabulary import INSTITUTION_LABELS
from tests.builder import Block, Cell, Inline, Row, cell, items, paragraph, row, table
from tests.properties.content import LIKE_LABELS, Says, label
from tests.properties.hand import Hand

_WIDE = (2600, 2200, 2900, 300, 2900, 2600)
_PAIRS = (
    (FieldName.LEGAL_BASIS, FieldName.QUALIFICATIONS),
    (FieldName.RELATED, FieldName.EQUIPMENT),
    (FieldName.WARNINGS, FieldName.RECORDS),
)
# Ways in which each label has its value in its own cell or in the one beside it.
_IN_ROWS = (
    "beside",
    "beside",
    "colon",
    "colon cell",
    "colon before value",
    "same cell",
    "same cell below",
    "same cell above",
    "left",
    "same line",
)


@dataclass(frozen=True, slots=True)
class Laid:
    """The blocks of an identity block; `head` stands at the head of each page instead of in the body."""

    body: tuple[Block, ...]
    head: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class _Field:
    name: FieldName | None
    label: str
    lines: tuple[str, ...]


def lay_out(hand: Hand, says: Says, *, bare_title: bool) -> Laid:
    """Draw a layout; a bare title stands without a label on a line or in a row of its own."""
    way = hand.pick((*_IN_ROWS, "below", "above", "four columns", "flat", "three in one"))
    letterhead = hand.pick(("left", "left", "paragraphs", "row"))
    if len(says.institution) == 1:
        letterhead = "labelled"
    elif any(each.startswith("Jalan") for each in says.institution):
        letterhead = "left"
    fields = _fields(
        hand, says, bare_title=bare_title, filled=way in ("below", "above", "same cell above", "left", "flat")
    )
    rows = _rows(hand, fields, way)
    if letterhead == "left":
        shared = [
            cell("" if at else _lines(hand, says.institution), merge="continue" if at else "restart")
            for at in range(len(rows))
        ]
        rows = [row(own, *each) for own, each in zip(shared, rows, strict=True)]
    else:
        rows = [row(*each) for each in rows]
    if letterhead == "row":
        rows.insert(0, row(cell(_lines(hand, says.institution), span=3)))
    title = hand.write(says.title)
    in_row = bare_title and way in _IN_ROWS and hand.once_in(2)
    if in_row:
        rows.append(row(cell(hand.pick((title, Inline(hand.write("SOP : ") + title))), span=3)))
    body = [hand.held(table(_WIDE, *map(hand.held, rows)))]
    if bare_title and not in_row:
        body.insert(hand.pick((0, 1)), paragraph(title))
    if hand.once_in(6):
        body.insert(
            0,
            paragraph(
                hand.write(hand.pick(("STANDAR OPERASIONAL PROSEDUR", "SOP", "Standar Operasional Prosedur (SOP)")))
            ),
        )
    if letterhead == "paragraphs":
        body.insert(0, Block("".join(paragraph(hand.write(each)) for each in says.institution)))
    at_head = hand.once_in(6)
    lists = _lists(hand, says)
    return Laid(body=(lists,), head=tuple(body)) if at_head else Laid(body=(*body, lists))


def _fields(hand: Hand, says: Says, *, bare_title: bool, filled: bool) -> list[_Field]:
    """The labelled fields in a drawn order; a value that must be filled is a dash where nothing is given."""
    texts = {FieldName.NUMBER: (says.number,), **{name: (says.dates[name][0],) for name in DATES}}
    texts[FieldName.APPROVED_BY] = says.signer.lines
    if not bare_title:
        texts[FieldName.TITLE] = (says.title,)
    strange = [_Field(None, says.stranger[0], (says.stranger[1],))] if says.stranger else []
    if len(says.institution) == 1:
        strange.append(_Field(None, hand.pick(INSTITUTION_LABELS), says.institution))
    return strange + [
        _Field(name, label(hand, name), ("-",) if filled and lines == ("",) else lines)
        for name, lines in hand.shuffled(list(texts.items()))
    ]


def _lines(hand: Hand, lines: Sequence[str]) -> Block:
    """The lines as paragraphs, or as one with line breaks."""
    if len(lines) > 1 and hand.once_in(4):
        return paragraph(*_broken(hand, lines))
    return Block("".join(paragraph(hand.write(each)) for each in lines))


def _broken(hand: Hand, lines: Sequence[str]) -> list[Inline]:
    return [Inline(f"{'<w:r><w:br/></w:r>' if at else ''}{hand.write(each)}") for at, each in enumerate(lines)]


def _in_cell(hand: Hand, text: str) -> Block:
    """A label, broken over lines now and then as a narrow cell does."""
    words = text.split(" ")
    if len(words) > 1 and hand.once_in(8) and labels_in(text)[:1] and labels_in(text)[0].sure == 1.0:
        at = hand.number(1, len(words) - 1)
        return _lines(hand, (" ".join(words[:at]), " ".join(words[at:])))
    return paragraph(hand.write(text))


def _rows(hand: Hand, fields: Sequence[_Field], way: str) -> list[list[Cell]]:
    match way:
        case "below" | "above":
            pairs = [[[cell(_in_cell(hand, each.label))], [cell(_lines(hand, each.lines))]] for each in fields]
            return [each for pair in pairs for each in (pair if way == "below" else pair[::-1])]
        case "four columns":
            return _beside_each_other(hand, fields, to_left=hand.once_in(4))
        case "flat":
            dates = [each for each in fields if each.name in DATES]
            others = [each for each in fields if each.name not in DATES]
            flat = [
                [cell(paragraph(hand.write(each.label))) for each in dates],
                [cell(_lines(hand, each.lines)) for each in dates],
            ]
            return flat + [_row(hand, each, "beside") for each in others]
        case "three in one":
            dates = [each for each in fields if each.name in DATES]
            others = [each for each in fields if each.name not in DATES]
            values = [each.lines[0] or "-" for each in dates]
            shared = [cell(_lines(hand, [each.label for each in dates])), cell(_lines(hand, values))]
            return [shared, *(_row(hand, each, "beside") for each in others)]
        case _:
            return [_row(hand, each, way) for each in fields]


def _beside_each_other(hand: Hand, fields: Sequence[_Field], *, to_left: bool) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for at in range(0, len(fields), 2):
        cells: list[Cell] = []
        for each in fields[at : at + 2]:
            own = [cell(_in_cell(hand, each.label)), cell(_lines(hand, ("-",) if each.lines == ("",) else each.lines))]
            cells.extend(own[::-1] if to_left else own)
        rows.append(cells)
    return rows


def _row(hand: Hand, each: _Field, way: str) -> list[Cell]:
    mark = hand.pick((":", " :"))
    value = cell(_lines(hand, each.lines))
    match way:
        case "colon":
            return [cell(_in_cell(hand, each.label + mark)), value]
        case "colon cell":
            return [cell(_in_cell(hand, each.label)), cell(":"), value]
        case "colon before value":
            return [cell(_in_cell(hand, each.label)), cell(_lines(hand, (f": {each.lines[0]}", *each.lines[1:])))]
        case "same cell":
            return [cell(_lines(hand, (f"{each.label}{mark} {each.lines[0]}", *each.lines[1:])))]
        case "same cell below":
            return [cell(_in_cell(hand, each.label + hand.pick(("", ":"))), _lines(hand, each.lines))]
        case "same cell above":
            return [cell(_lines(hand, each.lines), paragraph(hand.write(each.label)))]
        case "same line":
            whole = each.name in DATES or ("/" in each.lines[0] and each.name is FieldName.NUMBER)
            one = whole and any(letter.isdigit() for letter in each.lines[0]) and labels_in(each.label)[0].sure == 1.0
            own = _in_cell(hand, each.label)
            return [cell(paragraph(hand.write(f"{each.label} {each.lines[0]}")))] if one else [cell(own), value]
        case "left":
            return [value, cell(_in_cell(hand, each.label))]
        case _:
            return [cell(_in_cell(hand, each.label)), value]


# Lists


def _lists(hand: Hand, says: Says) -> Block:
    way = hand.pick(("pairs", "two rows", "beside", "one column", "four columns"))
    rows: list[Row] = []
    for names in _PAIRS:
        labels = [label(hand, each) + hand.pick((":", "", " :")) for each in names]
        values = [_entries(hand, says.lists[each]) for each in names]
        heads = [_in_cell(hand, each) for each in labels]
        match way:
            case "pairs":
                rows.append(row(*(cell(head, value) for head, value in zip(heads, values, strict=True))))
            case "two rows":
                rows.extend((row(*map(cell, heads)), row(*map(cell, values))))
            case "beside":
                rows.extend(row(cell(head), cell(value)) for head, value in zip(heads, values, strict=True))
            case "one column":
                rows.extend(row(cell(head, value)) for head, value in zip(heads, values, strict=True))
            case _:
                rows.append(row(cell(heads[0]), cell(values[0]), cell(heads[1]), cell(values[1])))
    return Block(paragraph() + table((4000, 4640, 4000, 4640), *rows))


def _entries(hand: Hand, entries: Sequence[str]) -> Block:
    if not entries and hand.once_in(3):
        return paragraph()
    if not entries:
        return paragraph(hand.pick(("-", "…", "1.")))
    style = hand.pick(("1.", "plain", "word", "1)", "(1)", "a.", "-", "•", "breaks", "inline", "numbered breaks"))
    if style in ("plain", "breaks") and set(entries) & set(LIKE_LABELS):
        style = "1."
    marks = {"a.": "abcd", "-": "----", "•": "••••"}.get(style, "1234")
    shape = {"1)": "{}) ", "(1)": "({}) ", "-": "{} ", "•": "{} "}.get(style, "{}. ")
    numbered = [shape.format(mark) + each for mark, each in zip(marks, entries, strict=False)]
    match style:
        case "plain":
            return Block("".join(paragraph(hand.write(each)) for each in entries))
        case "word":
            return items(*(hand.write(each) for each in entries))
        case "breaks":
            return paragraph(*_broken(hand, entries))
        case "numbered breaks":
            return paragraph(*_broken(hand, numbered))
        case "inline":
            return paragraph(hand.write(" ".join(numbered)))
        case _:
            return Block("".join(paragraph(hand.write(each)) for each in numbered))

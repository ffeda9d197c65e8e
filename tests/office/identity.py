"""A SOP's identity block, as each hand lays it out."""

from tests.office.content import LISTS, WrittenSop
from tests.office.hands import Hand, date_text, nip_text
from tests.office.markup import cell, paragraph, row, run, table, typed

WIDTH = 17280
HALF = WIDTH // 2
LABEL, VALUE = 3456, 5184
LOGO = 1700


def identity_block(sop: WrittenSop, hand: Hand, logo: str, numbers: tuple[int, ...]) -> str:
    """Return the identity page's tables; logo is a run, numbers the Word lists left to use."""
    lists = _lists(sop, hand, numbers)
    match hand.identity:
        case "one-cell":
            return _one_cell(sop, hand) + paragraph() + _apart(lists)
        case "above":
            return _above(sop, hand) + paragraph() + _apart(lists)
        case "title-row":
            title = f"{hand.labels[5]} {sop.title}"
            across = row([cell(WIDTH, paragraph(run(title, bold=True), align="center"), span=3)])
            rows = [
                *_columns(sop, hand, logo, title=False),
                across,
                *_joined(lists, left_span=1),
            ]
            return table((HALF, LABEL, VALUE), rows)
        case "logo-cell":
            rows = [*_columns(sop, hand, logo, logo_cell=True), *_joined(lists, left_span=2)]
            return table((LOGO, HALF - LOGO, LABEL, VALUE), rows)
        case "kua":
            title = paragraph(run(sop.title, bold=True, size=hand.size + 4), align="center")
            rows = _kua(sop, hand, logo)
            return table((HALF, LABEL, VALUE), rows) + paragraph() + title + paragraph() + _apart(lists)
        case "own-rows":
            rows = [*_columns(sop, hand, logo), *_headed(lists)]
            return table((HALF, LABEL, VALUE), rows)
        case "columns":
            rows = [*_columns(sop, hand, logo), *_joined(lists, left_span=1)]
            return table((HALF, LABEL, VALUE), rows)


def _dates(sop: WrittenSop, hand: Hand) -> tuple[str, str, str]:
    return (
        sop.created_text or date_text(sop.created, hand),
        sop.revised_text or date_text(sop.revised, hand),
        sop.effective_text or date_text(sop.effective, hand),
    )


def _letterhead(sop: WrittenSop, hand: Hand, logo: str) -> str:
    head = paragraph(logo, align="center") if logo else paragraph()
    if hand.items == "break":
        return head + paragraph(run("\n".join(sop.institution), bold=True), align="center")
    return head + "".join(paragraph(run(line, bold=True), align="center") for line in sop.institution)


def _signature(sop: WrittenSop, hand: Hand, *, align: str = "center", before: str = "") -> str:
    position, name, nip = sop.signer
    lines = [paragraph(run(before + position), align=align)] if before + position else []
    lines += [paragraph(align=align), paragraph(align=align), paragraph(align=align)]
    lines.append(paragraph(run(name, bold=True) if name else "", align=align))
    written = nip_text(nip, hand)
    lines += [paragraph(run(written), align=align)] if written else []
    return "".join(lines)


def _columns(sop: WrittenSop, hand: Hand, logo: str, *, title: bool = True, logo_cell: bool = False) -> list[str]:
    values = [paragraph(typed(each)) for each in (sop.number, *_dates(sop, hand))]
    values.append(_signature(sop, hand))
    if title:
        values.append(paragraph(run(sop.title, bold=True)))
    rows = []
    for position, (label, value) in enumerate(zip(hand.labels, values, strict=False)):
        merge = "continue" if position else "restart"
        if logo_cell:
            picture = "" if position else paragraph(logo, align="center")
            head = "" if position else _letterhead(sop, hand, "")
            first = [
                cell(LOGO, picture, merge=merge, middle=True),
                cell(HALF - LOGO, head, merge=merge, middle=True),
            ]
        else:
            head = "" if position else _letterhead(sop, hand, logo)
            first = [cell(HALF, head, merge=merge, middle=True)]
        rows.append(row([*first, cell(LABEL, paragraph(run(label))), cell(VALUE, value)]))
    return rows


def _one_cell(sop: WrittenSop, hand: Hand) -> str:
    lines = [sop.number, *_dates(sop, hand)]
    right = [paragraph(run(f"{label} : {value}".rstrip(" "))) for label, value in zip(hand.labels, lines, strict=False)]
    right.append(_signature(sop, hand, align="", before=f"{hand.labels[4]} : "))
    right.append(paragraph(run(f"{hand.labels[5]} : ") + run(sop.title, bold=True)))
    rows = []
    for position, content in enumerate(right):
        head = "" if position else _letterhead(sop, hand, "")
        merge = "continue" if position else "restart"
        rows.append(row([cell(HALF, head, merge=merge, middle=True), cell(HALF, content)]))
    return table((HALF, HALF), rows)


def _above(sop: WrittenSop, hand: Hand) -> str:
    narrow = (WIDTH - HALF) // 2

    def field(value: str, label: str) -> str:
        return paragraph(typed(value)) + paragraph(run(label, italic=True, size=14))

    created, revised, effective = _dates(sop, hand)
    number, *dates, approved, title = hand.labels
    head = _letterhead(sop, hand, "")
    signed = paragraph(run(approved)) + _signature(sop, hand)
    rows = [
        [
            (HALF, head, "restart"),
            (narrow, field(sop.number, number), ""),
            (narrow, field(created, dates[0]), ""),
        ],
        [
            (HALF, "", "continue"),
            (narrow, field(revised, dates[1]), ""),
            (narrow, field(effective, dates[2]), ""),
        ],
    ]
    drawn = [row(cell(width, text, merge=merge) for width, text, merge in each) for each in rows]
    drawn.append(row([cell(HALF, merge="continue"), cell(2 * narrow, signed, span=2)]))
    named = paragraph(run(f"{title} : ") + run(sop.title, bold=True))
    drawn.append(row([cell(WIDTH, named, span=3)]))
    return table((HALF, narrow, narrow), drawn)


def _kua(sop: WrittenSop, hand: Hand, logo: str) -> list[str]:
    number, *dates, approved, _ = hand.labels
    labels = "".join(paragraph(run(label)) for label in dates)
    values = "".join(paragraph(typed(value)) for value in _dates(sop, hand))
    head = _letterhead(sop, hand, logo)
    pairs = (
        (paragraph(run(number)), paragraph(typed(sop.number))),
        (labels, values),
        (paragraph(run(approved)), _signature(sop, hand)),
    )
    return [
        row(
            [
                cell(
                    HALF,
                    "" if position else head,
                    merge="continue" if position else "restart",
                    middle=True,
                ),
                cell(LABEL, left),
                cell(VALUE, right),
            ]
        )
        for position, (left, right) in enumerate(pairs)
    ]


def _lists(sop: WrittenSop, hand: Hand, numbers: tuple[int, ...]) -> list[tuple[str, str]]:
    found = []
    for position, name in enumerate(LISTS):
        heading = paragraph(run(hand.lists[position], bold=True))
        number = numbers[position] if numbers else 0
        found.append((heading, _items(getattr(sop, name), hand, number)))
    return found


def _items(items: tuple[str, ...], hand: Hand, number: int) -> str:
    if not items:
        return paragraph(run(hand.no_items) if hand.no_items else "")
    split = hand.split_runs
    match hand.items:
        case "word":
            return "".join(paragraph(typed(item, split=split), numbering=number) for item in items)
        case "typed":
            texts = [f"{place}. {item}" for place, item in enumerate(items, start=1)]
            return "".join(paragraph(typed(text, split=split), hanging=284) for text in texts)
        case "dash":
            return "".join(paragraph(typed(f"- {item}", split=split), hanging=142) for item in items)
        case "break":
            return paragraph(run("\n".join(items)))
        case "bare":
            return "".join(paragraph(typed(item, split=split)) for item in items)


def _pairs(lists: list[tuple[str, str]]) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    return list(zip(lists[::2], lists[1::2], strict=True))


def _apart(lists: list[tuple[str, str]]) -> str:
    rows = [row([cell(HALF, "".join(left)), cell(HALF, "".join(right))]) for left, right in _pairs(lists)]
    return table((HALF, HALF), rows)


def _joined(lists: list[tuple[str, str]], *, left_span: int) -> list[str]:
    return [
        row([cell(HALF, "".join(left), span=left_span), cell(HALF, "".join(right), span=2)])
        for left, right in _pairs(lists)
    ]


def _headed(lists: list[tuple[str, str]]) -> list[str]:
    rows = []
    for left, right in _pairs(lists):
        for part in (0, 1):
            rows.append(row([cell(HALF, left[part]), cell(HALF, right[part], span=2)]))
    return rows

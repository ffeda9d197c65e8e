"""Random steps -> the step tables of a draft, in one of the ways in which offices lay them out, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.labels import labels_in
from pipeline.vocabulary import HEADINGS
from tests.builder import Block, Cell, Row, cell, items, paragraph, row, table
from tests.properties.content import ACTIVITIES, ACTORS, NOTES, PAPERS, TIMES, StepSays
from tests.properties.hand import Hand

# The steps are numbered by a list of their own.
STEP_LIST = 2
_MARKS = ("√", "✓", "v", "X", "●", "◇")
_STANDARDS = ("requirements", "duration", "output")
_WIDTHS = {
    "number": 600,
    "activity": 4000,
    "actor": 900,
    "requirements": 2400,
    "duration": 1300,
    "output": 2400,
    "note": 1400,
}


@dataclass(slots=True)
class Steps:
    """The tables of the steps, what they say, and how many rows are known to be no steps."""

    blocks: tuple[Block, ...]
    actors: tuple[str, ...]
    said: list[StepSays]
    aside: int


@dataclass(slots=True)
class _Form:
    """The columns in their order, the actors each under `actor`, and the header's rows."""

    columns: list[str]
    actors: tuple[str, ...]
    header: list[Row] = field(default_factory=list)
    numbers: str = "typed"

    @property
    def size(self) -> int:
        return len(self.columns)


def lay_out_steps(hand: Hand) -> Steps:
    """Draw steps and their tables."""
    form = _form(hand)
    rows, said, aside = _body(hand, form)
    tables: list[list[Row]] = [[*form.header]]
    if hand.once_in(3):
        tables[0].append(row(*(str(at) for at in range(1, form.size + 1))))
    # A table that goes on without a header holds none further down.
    repeated = any(each.heads for each in rows)
    for each in rows:
        if not each.goes_on and not each.heads and len(tables[-1]) > len(form.header) and hand.once_in(6):
            tables.append([*form.header] if repeated or hand.once_in(2) else [])
        if hand.noisy and hand.once_in(20):
            tables[-1].append(row(*(["9"] + ["Baris lama"] * (form.size - 1)), deleted=True))
        tables[-1].append(hand.held(each.row))
    widths = tuple(_WIDTHS[each] for each in form.columns)
    blocks = tuple(Block(paragraph() + table(widths, *each)) for each in tables if each)
    return Steps(blocks, form.actors, said, aside)


# The header


def _form(hand: Hand) -> _Form:
    actors = tuple(hand.some(ACTORS, 1, hand.pick((3, 5, 15))))
    standards = hand.shuffled(_STANDARDS)
    note = ["note"] if not hand.once_in(5) else []
    depth = hand.pick((2, 2, 1, 3))
    groups = {"actors": ["actor"] * len(actors), "standards": standards}
    if depth == 1:
        columns = ["activity", *groups["actors"], *standards, *note]
        columns.insert(hand.pick((0, len(columns))), "number")
    else:
        order = ["number", "activity", "actors", "standards", *note]
        order = hand.shuffled(order) if hand.once_in(3) else order
        columns = [each for name in order for each in groups.get(name, [name])]
    if hand.once_in(8):
        columns.remove("number")
    form = _Form(columns, actors)
    form.numbers = "none" if "number" not in columns else hand.pick(("typed", "typed", "full stop", "bracket", "word"))
    form.header = _header(hand, form, depth)
    return form


def _heading(hand: Hand, name: str) -> str:
    text = hand.pick(HEADINGS[name])
    text = hand.pick((text, text.upper()))
    if len(text) > 5 and hand.once_in(6):
        at = hand.number(2, len(text) - 2)
        if text[at - 1].isalpha() and text[at].isalpha():
            text = f"{text[:at]}{hand.pick((' ', '-', chr(10), '-' + chr(10)))}{text[at:]}"
    return text


def _header(hand: Hand, form: _Form, depth: int) -> list[Row]:
    names = iter(form.actors)
    texts = [next(names) if each == "actor" else _heading(hand, each) for each in form.columns]
    # Without merged cells the heading stands in the top row and blank cells below it.
    merged = hand.pick((True, True, False)) or depth == 3
    rows: list[list[Cell]] = [[] for _ in range(depth)]
    at = 0
    while at < form.size:
        kind = form.columns[at]
        span = 1
        if kind in ("actor", *_STANDARDS) and depth > 1:
            own = ("actor",) if kind == "actor" else _STANDARDS
            while at + span < form.size and form.columns[at + span] in own:
                span += 1
            name = _heading(hand, "actors" if kind == "actor" else "standards")
            rows[0].append(cell(name, span=span))
            if depth == 3:
                rows[1].extend(_middle(hand, texts[at : at + span], actors=kind == "actor"))
            rows[-1].extend(
                cell(merge="continue") if depth == 3 and kind != "actor" else cell(each)
                for each in texts[at : at + span]
            )
        else:
            rows[0].append(cell(texts[at], merge="restart" if merged and depth > 1 else ""))
            for each in rows[1:]:
                each.append(cell(merge="continue") if merged else cell())
        at += span
    return [row(*each) for each in rows]


def _middle(hand: Hand, texts: Sequence[str], *, actors: bool) -> list[Cell]:
    """The second of three header rows: groups of actors, and the names of mutu baku."""
    if not actors:
        return [cell(each, merge="restart") for each in texts]
    if len(texts) == 1:
        return [cell("Internal")]
    at = hand.number(1, len(texts) - 1)
    return [cell("Pihak Luar", span=at), cell("Internal", span=len(texts) - at)]


# The body


@dataclass(slots=True)
class _Drawn:
    """A row; one that goes on with the row above stays in its table, one that heads is a header printed again."""

    row: Row
    goes_on: bool = False
    heads: bool = False


def _body(hand: Hand, form: _Form) -> tuple[list[_Drawn], list[StepSays], int]:
    rows: list[_Drawn] = []
    said: list[StepSays] = []
    aside = 0
    count = hand.number(1, 6)
    while len(said) < count:
        kind = hand.pick(("step",) * 8 + ("phase", "blank", "header", "more", "shared", "sub"))
        match kind:
            case "phase":
                # After the last step a heading without steps would close the table.
                rows.append(_Drawn(_phase(hand, form)))
                aside += 1
            case "blank":
                rows.append(_Drawn(row(*[""] * form.size)))
            case "header" if said:
                rows.extend(_Drawn(each, heads=True) for each in form.header)
            case "more" if said:
                rows.append(_Drawn(_more(hand, form, said[-1]), goes_on=True))
            case "shared":
                rows.extend(_shared(hand, form, said))
            case "sub" if said and form.numbers != "none":
                said.append(_step(hand, form, hand.pick(("a", "b", "1.1", "2a"))))
                rows.append(_Drawn(_step_row(hand, form, said[-1], typed=True)))
            case _:
                said.append(_step(hand, form, _next_number(said, form)))
                rows.append(_Drawn(_step_row(hand, form, said[-1])))
    if hand.once_in(4):
        rows.append(_Drawn(row(cell("Jumlah waktu: 35 menit", span=form.size))))
        aside += 1
    if hand.once_in(4):
        rows.append(_Drawn(row(cell("Keterangan : waktu dihitung sejak berkas diterima lengkap", span=form.size))))
        aside += 1
    return rows, said, aside


def _next_number(said: Sequence[StepSays], form: _Form) -> str:
    if form.numbers == "none":
        return ""
    number = str(sum(each.number.strip(")").isdigit() for each in said) + 1)
    return f"{number})" if form.numbers == "bracket" else number


def _step(hand: Hand, form: _Form, number: str) -> StepSays:
    actors = sorted(hand.some(range(len(form.actors)), 1 if not hand.once_in(6) else 0, hand.pick((1, 1, 2))))
    each = StepSays(
        number=number, activity=hand.pick(ACTIVITIES), actors=actors, requirements=hand.pick(PAPERS),
        duration=hand.pick(TIMES), output=hand.pick(PAPERS), note=hand.pick(NOTES) if "note" in form.columns else "",
    )  # fmt: skip
    if not number and not actors:
        # Nothing but its mark tells such a step from a heading.
        each.actors = [0]
    return each


def _texts(each: StepSays) -> dict[str, str]:
    return {
        "activity": each.activity,
        "requirements": each.requirements,
        "duration": each.duration,
        "output": each.output,
        "note": each.note,
    }


def _step_row(
    hand: Hand, form: _Form, each: StepSays, *, typed: bool = False, merge: dict[str, str] | None = None
) -> Row:
    """A step's row; `merge` says which cells go over several rows, `typed` that the number is no item of Word's."""
    merge = merge or {}
    texts = _texts(each)
    mark = hand.pick(_MARKS)
    cells: list[Cell] = []
    at = actor = 0
    while at < form.size:
        name = form.columns[at]
        span = 1
        how = merge.get(name, "")
        if name == "number":
            cells.append(_number(form, each.number, typed=typed))
        elif name == "actor":
            both = actor in each.actors and actor + 1 in each.actors and form.columns[at + 1 : at + 2] == ["actor"]
            span = 2 if both and hand.once_in(2) else 1
            cells.append(cell(mark if actor in each.actors and how != "continue" else "", span=span, merge=how))
            actor += span
        elif how == "continue":
            cells.append(cell(merge=how))
        else:
            text = texts[name]
            wide = name == "output" and form.columns[at + 1 : at + 2] == ["note"] and text and not each.note and not how
            span = 2 if wide and hand.once_in(4) else 1
            cells.append(cell(_text(hand, text), span=span, merge=how))
        at += span
    while len(cells) > 1 and cells[-1] == cell() and hand.once_in(3):
        cells.pop()
    return row(*cells)


def _text(hand: Hand, text: str) -> Block:
    """A text, now and then over two paragraphs, of which the first is no label by itself."""
    words = text.split(" ")
    if len(words) > 2 and hand.once_in(6) and not labels_in(" ".join(words[:2])):
        return Block(paragraph(hand.write(" ".join(words[:2]))) + paragraph(hand.write(" ".join(words[2:]))))
    return paragraph(hand.write(text))


def _number(form: _Form, number: str, *, typed: bool) -> Cell:
    if form.numbers == "word" and not typed:
        return cell(items("", number=STEP_LIST))
    return cell(f"{number}." if form.numbers == "full stop" else number)


def _phase(hand: Hand, form: _Form) -> Row:
    text = hand.pick(("Tahap Persiapan", "PELAKSANAAN", "A. Penerimaan Berkas"))
    if "number" in form.columns and hand.once_in(2):
        place = {"number": "A", "activity": text}
        return row(*(place.get(each, "") for each in form.columns))
    return row(cell(text, span=form.size))


def _more(hand: Hand, form: _Form, step: StepSays) -> Row:
    """A row that goes on with the step above: no number, no activity, further words of mutu baku."""
    name = hand.pick(("output", "requirements"))
    text = hand.pick(("Surat tanda terima", "Salinan KTP (1 lembar)"))
    setattr(step, name, f"{getattr(step, name)} {text}".strip())
    at = form.columns.index(name)
    before = at if hand.once_in(2) else 0
    return row(*("" for _ in range(at - before)), text, *("" for _ in range(form.size - at - 1)), before=before)


def _shared(hand: Hand, form: _Form, said: list[StepSays]) -> list[_Drawn]:
    """Two steps that share cells merged downward: an actor's mark, an output, a requirement or a time."""
    upper = _step(hand, form, _next_number(said, form))
    said.append(upper)
    lower = _step(hand, form, _next_number(said, form))
    said.append(lower)
    name = hand.pick(("output", "actor", "requirements", "duration", "activity"))
    if name == "actor":
        upper.actors = upper.actors[:1] or [0]
        lower.actors = [*upper.actors]
    elif name == "duration":
        lower.duration = ""
    elif name != "activity" or form.numbers != "none":
        setattr(lower, name, getattr(upper, name))
    else:
        name = "none"
    return [
        _Drawn(_step_row(hand, form, upper, merge={name: "restart"})),
        _Drawn(_step_row(hand, form, lower, merge={name: "continue"}), goes_on=True),
    ]

"""The tree of a part -> the tree that Word prints: changes accepted, hidden text and unread branches out.

The reader of blocks takes text as it comes; whatever must not be read is taken away, or renamed, here before.
"""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pipeline.read.styles import Styles
from pipeline.read.xml import MC, R_PR, M, P, R, T, W, chosen, first, flag, number, parent, value

# Marks left on what is gone, for the reader of blocks to keep the change at its place.
GONE, JOINED = "pleno-gone", "pleno-joined"
DEL_TEXT = W + "delText"
_VANISH, _DEL, _MOVE_FROM, _FIELD, _ADVICE, _RUBY, _HIDDEN, _CELL_DEL, _R_STYLE, _P_STYLE = (
    W + name
    for name in (
        "vanish", "del", "moveFrom", "fldChar", "showingPlcHdr", "rt", "hidden", "cellDel", "rStyle", "pStyle"
    )
)  # fmt: skip
_TR, _TC, _TR_PR, _TC_PR, _P_PR, _NUM_PR = (W + name for name in ("tr", "tc", "trPr", "tcPr", "pPr", "numPr"))
_ALTERNATE, _MATH = MC + "AlternateContent", M + "t"
_DRAWN = tuple(W + name for name in ("drawing", "pict", "object"))
# Whatever prints a letter or a blank and is no text of a run.
_SIGNS = tuple(W + name for name in ("sym", "tab", "ptab", "br", "cr", "noBreakHyphen"))
# What a part must be settled for.
UNSETTLED = frozenset((_VANISH, _DEL, _MOVE_FROM, _FIELD, _ADVICE, _RUBY, _HIDDEN, _CELL_DEL, MC + "Fallback"))


def settle(root: etree._Element, styles: Styles) -> Counter[str]:
    """Change a part's tree to what Word prints of it, and return what was left out and is no tracked change."""
    held: Counter[str] = Counter()
    for each in list(root.iter(_ALTERNATE)):
        branch = chosen(each)
        for other in list(each):
            if other is not branch:
                each.remove(other)
    for each in list(root.iter(_RUBY)):
        if parent(each).tag == W + "ruby":
            _drop(each)
    for each in list(root.iter(_ADVICE)):
        _without_advice(each)
    changes = list(root.iter(_DEL, _MOVE_FROM, _CELL_DEL))
    for each in changes:
        _accept(each)
    # Whether anything is left of a paragraph is known when its words have been struck.
    for each in changes:
        if parent(each).tag == R_PR and parent(parent(each)).tag == _P_PR:
            _join(parent(parent(parent(each))), each)
    _hide(root, styles, held)
    _follow_fields(root)
    return held


def raw_text(element: etree._Element) -> str:
    """Return the text of struck-out content, a line a paragraph."""
    paragraphs = list(element.iter(P)) or [element]
    return "\n".join("".join(each.text or "" for each in one.iter(T, DEL_TEXT, _MATH)) for one in paragraphs)


def _drop(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


def _without_advice(mark: etree._Element) -> None:
    """Until somebody types, Word shows its own advice ("Klik di sini untuk mengetik"): no value."""
    content = first(parent(parent(mark)), W + "sdtContent")
    if content is not None and flag(parent(mark), "showingPlcHdr"):
        for text in list(content.iter(T)):
            text.tag = DEL_TEXT


def _accept(change: etree._Element) -> None:
    """Take away what a tracked change struck out; rows and cells stay as empty marks, so that their place is known."""
    holder = parent(change)
    owner = parent(holder)
    if (holder.tag, owner.tag) in ((_TR_PR, _TR), (_TC_PR, _TC)):
        _empty(owner)
    elif change.tag != _CELL_DEL and holder.tag != R_PR:
        for each in list(change.iter(*_DRAWN)):
            _strike(each, raw_text(each))
        for each in list(change.iter(T, _MATH)):
            each.tag = DEL_TEXT
        for each in list(change.iter(*_SIGNS, W + "ffData")):
            _strike(each, "")


def _strike(element: etree._Element, text: str) -> None:
    """Leave of a drawing or a sign only its words, as words that were struck out."""
    element.clear()
    element.tag = DEL_TEXT
    element.text = text


def _empty(element: etree._Element) -> None:
    """Leave of a struck-out row or cell only its properties and, as a mark, its words."""
    element.set(GONE, raw_text(element))
    for child in list(element):
        if child.tag not in (_TR_PR, W + "tcPr"):
            element.remove(child)


def _join(paragraph: etree._Element, change: etree._Element | None) -> None:
    """A paragraph whose mark was struck out, by a tracked change or by being hidden, goes on in the next one."""
    properties = first(paragraph, _P_PR)
    if change is None and first(properties, W + "sectPr") is not None:
        # A hidden mark ends its section all the same.
        return
    after = paragraph.getnext()
    while after is not None and after.tag != P and next(after.iter(T, W + "tbl"), None) is None:
        after = after.getnext()
    if after is None or after.tag != P:
        if properties is not None and not _prints(paragraph):
            _take_off_list(properties)
        return
    start = 1 if len(after) and after[0].tag == _P_PR else 0
    moved = [child for child in paragraph if child.tag != _P_PR]
    for at, child in enumerate(moved):
        after.insert(start + at, child)
    earlier = after.get(JOINED, "") + paragraph.get(JOINED, "")
    if change is not None:
        earlier += f"{change.get(W + 'author', '')}\t{change.get(W + 'date', '')}\n"
    if earlier:
        after.set(JOINED, earlier)
    _drop(paragraph)


def _prints(paragraph: etree._Element) -> bool:
    return any(each.text or each.tag != T for each in paragraph.iter(T, _MATH, W + "sym", *_DRAWN))


def _take_off_list(properties: etree._Element) -> None:
    """Let a paragraph of which nothing is left, and which no other takes in, count in no list."""
    numbered = etree.SubElement(properties, _NUM_PR)
    etree.SubElement(numbered, W + "numId").set(W + "val", "0")


def _hide(root: etree._Element, styles: Styles, held: Counter[str]) -> None:
    """Take away hidden runs and rows; a paragraph whose end is hidden prints on one line with the next."""
    hidden = [*_hidden_by_themselves(root), *(_hidden_by_style(root, styles) if styles.hidden else ())]
    for run in {each for each in hidden if each.tag != P}:
        shown = [child for child in run if child.tag != R_PR]
        held["hidden text"] += bool(shown)
        for child in shown:
            run.remove(child)
    for paragraph in dict.fromkeys(each for each in hidden if each.tag == P):
        _join(paragraph, None)
    for mark in list(root.iter(_HIDDEN)):
        row = parent(parent(mark))
        if parent(mark).tag == _TR_PR and row.tag == _TR and flag(parent(mark), "hidden"):
            held["hidden text"] += 1
            _drop(row)


def _hidden_by_themselves(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the hidden runs, and the paragraphs whose end is hidden."""
    for mark in root.iter(_VANISH):
        owner = parent(parent(mark))
        if not flag(parent(mark), "vanish"):
            continue
        if owner.tag in (R, M + "r"):
            yield owner
        elif owner.tag == _P_PR and parent(owner).tag == P:
            yield parent(owner)


def _hidden_by_style(root: etree._Element, styles: Styles) -> Iterator[etree._Element]:
    """Yield the runs and the ends of paragraphs that a style hides; a run's own word counts more than its style's."""
    for style in root.iter(_R_STYLE, _P_STYLE):
        if style.get(W + "val") not in styles.hidden:
            continue
        owner = parent(parent(style))
        if owner.tag == P and first(first(first(owner, _P_PR), R_PR), _VANISH) is None:
            yield owner
        runs = (owner,) if owner.tag == R else owner.iter(R) if owner.tag == P else ()
        yield from (each for each in runs if first(first(each, R_PR), _VANISH) is None)


def _follow_fields(root: etree._Element) -> None:
    """Rename the texts of fields' instructions: what a field inside one shows is no result of the outer one."""
    # Of each open field its instruction's texts so far, none once its result has begun.
    fields: list[list[etree._Element] | None] = []
    for each in list(root.iter(_FIELD, T, _MATH, P, *_SIGNS)):
        kind = each.get(W + "fldCharType")
        if each.tag == P:
            # No instruction goes on in the next paragraph; a field that lost its end must not swallow the rest.
            fields = [field for field in fields if field is None]
        elif each.tag != _FIELD:
            for field in fields:
                if field is not None:
                    field.append(each)
        elif kind == "begin":
            fields.append([])
        elif fields and kind in ("separate", "end"):
            for text in fields.pop() or ():
                text.tag = DEL_TEXT
            if kind == "separate":
                fields.append(None)


def in_form(field: etree._Element) -> str:
    """Return what a form's field prints that has no result: a box, or a list's choice; empty for any other field."""
    form = first(field, W + "ffData")
    box, choices = first(form, W + "checkBox"), first(form, W + "ddList")
    if box is not None:
        asked = "default" if first(box, W + "checked") is None else "checked"
        return "☒" if flag(box, asked) else "☐"
    if choices is None:
        return ""
    texts = [each.get(W + "val", "") for each in choices.iterchildren(W + "listEntry")]
    at = int(number(value(choices, "result") or value(choices, "default")))
    return texts[at] if 0 <= at < len(texts) else ""

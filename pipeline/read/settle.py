"""The tree of a part -> the tree that Word prints: changes accepted, hidden text and unread branches out.

The reader of blocks takes text as it comes; whatever must not be read is taken away, or renamed, here before.
"""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pipeline.read.styles import Styles
from pipeline.read.xml import MC, R_PR, P, R, T, W, chosen, first, flag, parent, value

# Marks left on what is gone, for the reader of blocks to keep the change at its place.
GONE, JOINED = "pleno-gone", "pleno-joined"
DEL_TEXT = W + "delText"
_VANISH, _DEL, _MOVE_FROM, _FIELD, _ADVICE, _RUBY, _HIDDEN, _CELL_DEL, _R_STYLE, _P_STYLE = (
    W + name
    for name in (
        "vanish", "del", "moveFrom", "fldChar", "showingPlcHdr", "rt", "hidden", "cellDel", "rStyle", "pStyle"
    )
)  # fmt: skip
_TR_PR, _P_PR = W + "trPr", W + "pPr"
_ALTERNATE = MC + "AlternateContent"
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
        _drop(each)
    for each in list(root.iter(_ADVICE)):
        _without_advice(each)
    for each in list(root.iter(_DEL, _MOVE_FROM, _CELL_DEL)):
        _accept(each)
    _hide(root, styles, held)
    _follow_fields(root)
    return held


def raw_text(element: etree._Element) -> str:
    """Return the text of struck-out content, a line a paragraph."""
    paragraphs = list(element.iter(P)) or [element]
    return "\n".join("".join(each.text or "" for each in one.iter(T, DEL_TEXT)) for one in paragraphs)


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
    if change.tag == _CELL_DEL or holder.tag == _TR_PR:
        _empty(parent(holder))
    elif holder.tag == R_PR:
        if parent(holder).tag == _P_PR:
            _join(parent(parent(holder)), change)
    else:
        for text in list(change.iter(T)):
            text.tag = DEL_TEXT
        for drawn in list(change.iter(W + "drawing", W + "pict", W + "object", W + "sym", W + "tab", W + "br")):
            _drop(drawn)


def _empty(element: etree._Element) -> None:
    """Leave of a struck-out row or cell only its properties and, as a mark, its words."""
    element.set(GONE, raw_text(element))
    for child in list(element):
        if child.tag not in (_TR_PR, W + "tcPr"):
            element.remove(child)


def _join(paragraph: etree._Element, change: etree._Element | None) -> None:
    """A paragraph whose mark was struck out, by a tracked change or by being hidden, goes on in the next one."""
    after = paragraph.getnext()
    while after is not None and after.tag != P and next(after.iter(T, W + "tbl"), None) is None:
        after = after.getnext()
    if after is None or after.tag != P:
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


def _hide(root: etree._Element, styles: Styles, held: Counter[str]) -> None:
    """Take away hidden runs and rows; a run's own word counts more than its style's."""
    runs = {*_hidden_by_themselves(root), *(_hidden_by_style(root, styles) if styles.hidden else ())}
    for run in runs:
        shown = [child for child in run if child.tag != R_PR]
        held["hidden text"] += bool(shown)
        for child in shown:
            run.remove(child)
    for mark in list(root.iter(_HIDDEN)):
        if parent(mark).tag == _TR_PR and flag(parent(mark), "hidden"):
            held["hidden text"] += 1
            _drop(parent(parent(mark)))


def _hidden_by_themselves(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the hidden runs; a paragraph whose end is hidden prints on one line with the next."""
    for mark in list(root.iter(_VANISH)):
        owner = parent(parent(mark))
        if not flag(parent(mark), "vanish"):
            continue
        if owner.tag == R:
            yield owner
        elif owner.tag == _P_PR:
            _join(parent(owner), None)


def _hidden_by_style(root: etree._Element, styles: Styles) -> Iterator[etree._Element]:
    for style in root.iter(_R_STYLE, _P_STYLE):
        if style.get(W + "val") in styles.hidden:
            owner = parent(parent(style))
            runs = (owner,) if owner.tag == R else owner.iter(R) if owner.tag == P else ()
            yield from (each for each in runs if first(first(each, R_PR), _VANISH) is None)


def _follow_fields(root: etree._Element) -> None:
    """Rename the texts of fields' instructions: what a field inside one shows is no result of the outer one."""
    results: list[bool] = []
    for each in list(root.iter(_FIELD, T, P)):
        if each.tag == P:
            # No instruction goes on in the next paragraph; a field that lost its end must not swallow the rest.
            results = [True for shown in results if shown]
        elif each.tag == T:
            if not all(results):
                each.tag = DEL_TEXT
        elif each.get(W + "fldCharType") == "begin":
            results.append(False)
        elif results and each.get(W + "fldCharType") == "separate":
            results[-1] = True
        elif results and each.get(W + "fldCharType") == "end":
            results.pop()


def checked(field: etree._Element) -> str:
    """Return the box that a form's check field prints; empty for any other field."""
    box = field.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    own = value(box, "checked")
    on = flag(box, "checked") if own is not None or first(box, W + "checked") is not None else flag(box, "default")
    return "☒" if on else "☐"

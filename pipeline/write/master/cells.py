"""A text for a cell -> the XML of the cell: a number, a date or a text, as the cell held before; never a formula.

Sources: ECMA-376 part 1, sections 18.3.1.4 (cells), 18.8.30 (formats), 22.9.2.19 (_xHHHH_ in strings).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from pipeline.read.package import Package
from pipeline.read.seen import pieces, seen
from pipeline.write.spans import Element

_MAIN = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_DIGITS = re.compile(r"[0-9]+")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
# What Excel holds in one cell.
MAX_TEXT = 32_767


@dataclass(frozen=True, slots=True)
class Formats:
    """What the styles of a workbook make of numbers, by the number of the style."""

    dates: frozenset[str]
    shown: Mapping[str, tuple[tuple[str, str], ...]]
    since_1904: bool = False


def formats_of(package: Package, book: str) -> Formats:
    """Return the formats of a workbook; raises DraftUnreadable for damage."""
    properties = package.tree(book).find("x:workbookPr", _MAIN)
    late = properties is not None and properties.get("date1904", "0") in ("1", "true")
    part = next((each.target for each in package.relationships(book).values() if each.kind.endswith("/styles")), "")
    if not part:
        return Formats(frozenset(), {}, late)
    root = package.tree(part)
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in root.iterfind(".//x:numFmt", _MAIN)}
    dates, shown = set(), {}
    for at, each in enumerate(root.iterfind("x:cellXfs/x:xf", _MAIN)):
        number = each.get("numFmtId", "0")
        code = codes.get(number, "")
        if (number.isdigit() and int(number) in _DATE_FORMATS) or _is_date(code):
            dates.add(str(at))
        elif parts := pieces(code):
            shown[str(at)] = parts
    return Formats(frozenset(dates), shown, late)


def _is_date(code: str) -> bool:
    bare = _NOT_DATE.sub("", code.partition(";")[0]).lower()
    return "general" not in bare and any(letter in bare for letter in "dmy") and not any(sign in bare for sign in "0#?")


def strings_of(package: Package, book: str) -> Sequence[str]:
    """Return the texts that cells share, by their number."""
    related = package.relationships(book).values()
    part = next((each.target for each in related if each.kind.endswith("/sharedStrings")), "")
    if not part:
        return ()
    runs = ("x:t", "x:r/x:t")
    return ["".join(t.text or "" for run in runs for t in each.iterfind(run, _MAIN)) for each in package.tree(part)]


def holds_number(cell: Element | None) -> bool:
    """Return whether a cell holds a number (a date is one)."""
    value = cell.find("v") if cell else None
    return cell is not None and cell.attributes.get("t", "n") == "n" and value is not None and bool(value.text.strip())


def text_of(cell: Element, strings: Sequence[str]) -> str:
    """Return what a cell holds, as text."""
    if cell.attributes.get("t") == "inlineStr":
        return "".join(
            each.text for each in cell.walk() if each.name == "t" and each.parent and each.parent.name != "rPh"
        )
    value = cell.find("v")
    held = value.text if value else ""
    if cell.attributes.get("t") == "s":
        return strings[int(held)] if held.strip().isdigit() and int(held) < len(strings) else ""
    return held


def cell_xml(tag: str, reference: str, style: str, held: tuple[str, str]) -> bytes:
    """Return a cell with what it holds: the type and the XML within, as `number` or `string` give them."""
    prefix = tag[:-1]
    kind, within = held
    styled = f' s="{style}"' if style else ""
    typed = f' t="{kind}"' if kind else ""
    inner = within.replace("<", f"<{prefix}").replace(f"<{prefix}/", f"</{prefix}")
    end = f">{inner}</{tag}>" if inner else "/>"
    return f'<{tag} r="{reference}"{styled}{typed}{end}'.encode()


def held_as(text: str, dated: str, style: str, formats: Formats, *, number: bool) -> tuple[str, str]:
    """Return type and XML for a text in a cell of this style; `number` where a number stood there before."""
    if not text:
        return "", ""
    if number and dated and style in formats.dates:
        return "", f"<v>{(date.fromisoformat(dated) - _EPOCHS[formats.since_1904]).days}</v>"
    if number and (parts := formats.shown.get(style)):
        for digits in _DIGITS.findall(text):
            bare = digits.lstrip("0") or "0"
            if seen(bare, parts) == text:
                return "", f"<v>{bare}</v>"
    if number and _NUMBER.fullmatch(text) and style not in formats.dates:
        return "", f"<v>{text}</v>"
    return "inlineStr", f"<is>{_text(text)}</is>"


def _text(text: str) -> str:
    clean = _LOOKS_ESCAPED.sub("_x005F_", _NOT_XML.sub("", text))[:MAX_TEXT]
    kept = ' xml:space="preserve"' if clean != " ".join(clean.split()) else ""
    return f"<t{kept}>{escape(clean)}</t>"

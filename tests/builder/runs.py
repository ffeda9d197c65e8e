"""What stands among the runs of a paragraph: texts, signs, tracked changes, fields, marks of notes, formulas."""

import re
from xml.sax.saxutils import escape

from tests.builder.markup import BY, Inline

NO_BREAK_HYPHEN = Inline("<w:r><w:noBreakHyphen/></w:r>")
SOFT_HYPHEN = Inline("<w:r><w:softHyphen/></w:r>")
PAGE_BREAK = Inline('<w:r><w:br w:type="page"/></w:r>')


def run(text: str, properties: str = "") -> Inline:
    """Return a run; a tab and a line break in the text become Word's own."""
    signs = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    pieces = (each for each in re.split(r"([\t\n])", text) if each)
    parts = (signs.get(each) or f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in pieces)
    return Inline(f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{''.join(parts)}</w:r>")


def split_runs(*parts: str) -> Inline:
    """Return one word as Word keeps it after editing: in several runs, with a spelling mark between."""
    return Inline('<w:proofErr w:type="spellStart"/>'.join(run(each) for each in parts))


def tracked(*, insert: str = "", delete: str = "") -> Inline:
    """Return a tracked change: text put in, text struck out, or both."""
    gone = run(delete).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return Inline(
        (f"<w:del {BY}>{gone}</w:del>" if delete else "") + (f"<w:ins {BY}>{run(insert)}</w:ins>" if insert else "")
    )


def moved(text: str, *, away: bool) -> Inline:
    """Return one end of a tracked move, with Word's range marks: the place left (`away`) or the new one."""
    side = "From" if away else "To"
    mark = f'w:id="4" w:name="pindah1" {BY.partition(" ")[2]}'
    return Inline(
        f'<w:move{side}RangeStart {mark}/><w:move{side} {BY}>{run(text)}</w:move{side}><w:move{side}RangeEnd w:id="4"/>'
    )


def hidden(text: str, style: str = "") -> Inline:
    """Return text that Word does not print, hidden by itself or by a character style."""
    return run(text, f'<w:rStyle w:val="{style}"/>' if style else "<w:vanish/>")


def sym(code: str, font: str = "Wingdings") -> Inline:
    """Return a sign of a symbol font, as Insert Symbol writes it."""
    return Inline(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')


# Fields, links


def simple_field(code: str, result: str) -> Inline:
    """Return a field that Word keeps in one element."""
    return Inline(f'<w:fldSimple w:instr=" {code} ">{run(result)}</w:fldSimple>')


def field(code: str | Inline, result: str | Inline | None) -> Inline:
    """Return a field in runs: begin, code, separator, result, end; a code may hold a field, a result may be missing."""
    written = code if isinstance(code, Inline) else f"<w:r><w:instrText> {escape(code)} </w:instrText></w:r>"
    shown = "" if result is None else _field_sign("separate") + (result if isinstance(result, Inline) else run(result))
    return Inline(f"{_field_sign('begin')}{written}{shown}{_field_sign('end')}")


def _field_sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def hyperlink(text: str) -> Inline:
    """Return a link to a bookmark of the same file."""
    return Inline(f'<w:hyperlink w:anchor="lampiran">{run(text)}</w:hyperlink>')


# Controls that show a choice


def checkbox(*, checked: bool) -> Inline:
    """Return a check box of Word 2010 with the sign that it shows."""
    sign = "\u2612" if checked else "\u2610"
    return Inline(
        f'<w:sdt><w:sdtPr><w:id w:val="8"/><w14:checkbox><w14:checked w14:val="{int(checked)}"/></w14:checkbox>'
        f"</w:sdtPr><w:sdtContent>{run(sign)}</w:sdtContent></w:sdt>"
    )


def drop_down(*choices: str, chosen: str) -> Inline:
    """Return a drop-down list; only what was chosen is shown."""
    offered = "".join(f'<w:listItem w:displayText="{each}" w:value="{each}"/>' for each in choices)
    return Inline(
        f'<w:sdt><w:sdtPr><w:id w:val="9"/><w:dropDownList>{offered}</w:dropDownList></w:sdtPr>'
        f"<w:sdtContent>{run(chosen)}</w:sdtContent></w:sdt>"
    )


# Notes, formulas, reading aids


def note_mark(kind: str, number: int) -> Inline:
    """Return the spot in the text of a footnote, an endnote or a comment; `DraftBuilder.note` gives its words."""
    if kind != "comment":
        return Inline(f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>')
    return Inline(
        f'<w:commentRangeStart w:id="{number}"/><w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def math(text: str) -> Inline:
    """Return a formula of Word's equation editor."""
    return Inline(f"<m:oMath><m:r><m:t>{escape(text)}</m:t></m:r></m:oMath>")


def ruby(text: str, aid: str) -> Inline:
    """Return a word with a small reading aid over it, as a phonetic guide writes it."""
    return Inline(
        '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/></w:rubyPr>'
        f"<w:rt>{run(aid)}</w:rt><w:rubyBase>{run(text)}</w:rubyBase></w:ruby></w:r>"
    )

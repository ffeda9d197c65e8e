"""Styles and numbered lists of the official form."""

from collections.abc import Mapping
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from tests.papers.controls import ADVICE, NAMES, glossary
from tests.papers.form import Form

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ABSTRACT = 900
# Name, size, alignment, bold, space before and after, and what stands free at both sides; in points.
_STYLES = (
    ("KopFormulir", 10.0, "center", True, 0, 0),
    ("KopBesarFormulir", 11.0, "center", True, 0, 2),
    ("LabelFormulir", 9.5, "left", True, 2, 2),
    ("IsiFormulir", 9.5, "left", False, 1, 1),
    ("PengesahFormulir", 9.5, "center", False, 0, 0),
    ("NamaFormulir", 9.5, "center", True, 0, 0),
    ("DaftarFormulir", 9.5, "left", False, 0, 1),
    ("KepalaFormulir", 8.0, "center", True, 0, 0),
    ("SelFormulir", 8.5, "left", False, 1, 1, 3),
    ("SelTengah", 8.5, "center", False, 1, 1, 1),
    ("SimbolFormulir", 8.5, "left", False, 0, 0),
    ("JedaFormulir", 1.0, "left", False, 0, 0),
    ("JudulPetunjuk", 14.0, "left", True, 0, 1),
    ("KeteranganPetunjuk", 9.0, "left", False, 0, 2),
    ("BagianPetunjuk", 11.0, "left", True, 9, 3),
    ("SelPetunjuk", 9.5, "left", False, 0, 0, 4),
    ("SimbolPetunjuk", 9.5, "left", True, 0, 0, 4),
    ("ButirPetunjuk", 10.0, "left", False, 0, 3),
    # What the writer of charts sets the words of symbols and arrows in.
    ("TeksSimbol", 7.0, "center", False, 0, 0),
)


_HELP = (
    f'<w:style w:type="character" w:styleId="{ADVICE}"><w:name w:val="Placeholder Text"/>{{based}}'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="808080"/>'
    "</w:rPr></w:style>"
)


def add_help(form: Form, kept_help: Mapping[str, str]) -> None:
    """Add the parts from which Word puts words of help back."""
    package = form.document.part.package
    main = form.document.part
    words = Part(
        PackURI("/word/glossary/document.xml"), f"{_KIND}.document.glossary+xml", _bytes(glossary(kept_help)), package
    )
    styles = f'<w:styles xmlns:w="{NAMES["w"]}">{_HELP.format(based="")}</w:styles>'
    looks = Part(PackURI("/word/glossary/styles.xml"), f"{_KIND}.styles+xml", _bytes(styles), package)
    words.relate_to(looks, RELATIONSHIP_TYPE.STYLES)
    main.relate_to(words, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)


def _bytes(markup: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{markup}'.encode()


def be_modern(form: Form) -> None:
    """Let Word open the file as one of its own day: in the mode for older ones it repeats no rows."""
    settings = form.document.settings.element
    (mode,) = settings.xpath(".//w:compatSetting[@w:name='compatibilityMode']")
    mode.set(f"{{{NAMES['w']}}}val", "15")
    for name, value in (("decimalSymbol", ","), ("listSeparator", ";")):
        settings.find(f"{{{NAMES['w']}}}{name}").set(f"{{{NAMES['w']}}}val", value)


def add_styles(form: Form) -> None:
    """Add the form's own styles, and Word's own for words of help."""
    styles = form.document.styles.element
    for name, size, align, bold, before, after, *beside in _STYLES:
        ind = "".join(f'<w:ind w:left="{each * 20}" w:right="{each * 20}"/>' for each in beside)
        half = round(size * 2)
        styles.append(
            _parsed(
                f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
                f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="{before * 20}" '
                f'w:after="{after * 20}" w:line="240" w:lineRule="auto"/>{ind}<w:jc w:val="{align}"/></w:pPr><w:rPr>'
                f'{"<w:b/><w:bCs/>" if bold else ""}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
            )
        )
    styles.append(_parsed(_HELP.format(based='<w:basedOn w:val="DefaultParagraphFont"/>')))


def add_numbering(form: Form, first: int, *, lists: int, counters: int, more: int) -> None:
    """Add lists that are each counted on their own: `lists` with a full stop, `counters` without, `more` as the first.

    They are numbered on from `first`.
    """
    numbering = form.document.part.numbering_part.element
    before = numbering.find(f"{{{NAMES['w']}}}num")
    for kind, (text, left, behind) in enumerate((("%1.", 340, "tab"), ("%1", 0, "nothing"))):
        hanging = f'w:hanging="{left}"' if left else 'w:firstLine="0"'
        before.addprevious(
            _parsed(
                f'<w:abstractNum w:abstractNumId="{_ABSTRACT + kind}"><w:multiLevelType w:val="singleLevel"/>'
                f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="{behind}"/>'
                f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="{left}" {hanging}/></w:pPr></w:lvl></w:abstractNum>'
            )
        )
    for at, kind in enumerate([0] * lists + [1] * counters + [0] * more):
        numbering.append(
            _parsed(
                f'<w:num w:numId="{first + at}"><w:abstractNumId w:val="{_ABSTRACT + kind}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )


def _parsed(markup: str) -> Any:
    return parse_xml(markup.replace(" ", f' xmlns:w="{NAMES["w"]}" ', 1))

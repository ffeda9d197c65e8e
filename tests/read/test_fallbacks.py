"""One branch of mc:AlternateContent is read, and the same one whether it is chosen in the bytes or in the tree."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.draft import Draft, Paragraph
from pipeline.read.word import read_draft
from pipeline.read.xml import without_fallbacks
from tests.builder import DraftBuilder, Inline, canvas_box, grouped_box, paragraph, run, text_box
from tests.read.test_package import DOCUMENT, with_part


def branches(*inner: str) -> str:
    return f"<mc:AlternateContent>{''.join(inner)}</mc:AlternateContent>"


def choice(inner: str, requires: str = "wps") -> str:
    return f'<mc:Choice Requires="{requires}">{inner}</mc:Choice>'


def fallback(inner: str) -> str:
    return f"<mc:Fallback>{inner}</mc:Fallback>"


A, B, C, D = (run(each) for each in "abcd")
UNKNOWN = "w99"
KNOWN_TWICE = "wps wp14"
CORNERS = {
    "the first that is known": (branches(choice(A), fallback(B)), "a"),
    "without a fallback": (branches(choice(A)), "a"),
    "two choices": (branches(choice(A), choice(B, "wpg")), "a"),
    "two choices and a fallback": (branches(choice(A), choice(B, "wpg"), fallback(C)), "a"),
    "the second choice": (branches(choice(A, UNKNOWN), choice(B), fallback(C)), "b"),
    "several names": (branches(choice(A, KNOWN_TWICE), fallback(B)), "a"),
    "one of several names unknown": (branches(choice(A, f"wps {UNKNOWN}"), fallback(B)), "b"),
    "no names": (branches("<mc:Choice>a</mc:Choice>", fallback(B)), ""),
    "unknown": (branches(choice(A, UNKNOWN), fallback(B)), "b"),
    "unknown without a fallback": (branches(choice(A, UNKNOWN)) + B, "b"),
    "a fallback alone": (branches(fallback(A)), "a"),
    "a fallback alone after a choice": (branches(choice(A)) + branches(fallback(B)), "ab"),
    "an unknown one after a choice": (branches(choice(A)) + branches(choice(B, UNKNOWN), fallback(C)), "ac"),
    "an unknown one before a choice": (
        branches(choice(A, UNKNOWN), fallback(B)) + branches(choice(C), fallback(D)), "bc",
    ),
    "nothing in it": (branches() + A, "a"),
    "a choice in a choice": (branches(choice(branches(choice(A), fallback(B))), fallback(C)), "a"),
    "an unknown choice in a choice": (branches(choice(branches(choice(A, UNKNOWN), fallback(B))), fallback(C)), "b"),
    "a choice in a fallback": (branches(choice(A), fallback(branches(choice(B), fallback(C)))), "a"),
    "a choice in the fallback of an unknown one": (
        branches(choice(A, UNKNOWN), fallback(branches(choice(B), fallback(C)))), "b",
    ),
    "only a fallback in a choice": (branches(choice(branches(fallback(A))), fallback(B)), "a"),
    "a choice in an unknown one": (branches(choice(branches(choice(A), fallback(B)), UNKNOWN), fallback(C)), "c"),
    "three deep": (
        branches(choice(branches(choice(branches(choice(A, UNKNOWN), fallback(B))), fallback(C))), fallback(D)), "b",
    ),
    "a fallback with an attribute": (
        branches(choice(A), fallback(branches(choice(B), f'<mc:Fallback x="1">{C}</mc:Fallback>'))), "a",
    ),
    "blanks between": (branches("\n ", choice(A), "\n  ", fallback(B), "\n "), "a"),
    "single quotation marks": (branches(choice(A).replace('"', "'"), fallback(B)), "a"),
    "a fallback's tag in a comment": (
        branches(choice(A), "<!-- <mc:Fallback> -->") + B + branches(choice(C), fallback(D)), "abc",
    ),
    "a fallback's tag in CDATA": (
        "<w:r><w:t><![CDATA[</mc:Choice><mc:Fallback>]]></w:t></w:r>" + branches(choice(A), fallback(B)),
        "</mc:Choice><mc:Fallback>a",
    ),
    "another prefix": (
        branches(choice(A), fallback(B)).replace("mc:AlternateContent", 've:AlternateContent xmlns:ve="{mc}"', 1)
        .replace("/mc:AlternateContent", "/ve:AlternateContent").replace("mc:Choice", "ve:Choice")
        .replace("mc:Fallback", "ve:Fallback")
        .replace("{mc}", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        "a",
    ),
}  # fmt: skip


def read_in_the_tree(draft: bytes) -> Draft:
    """The draft as it is read when nothing may be cut: one comment in its text forbids it."""
    return read_draft(with_part(DOCUMENT, lambda part: part.replace(b"<w:body>", b"<w:body><!-- utuh -->"), draft), "")


def same(body: str) -> Draft:
    """What is read of a body, after it was found the same in the bytes and in the tree."""
    draft = DraftBuilder().raw(body).build()
    found = read_draft(draft, "")
    assert replace(found, sha256="") == replace(read_in_the_tree(draft), sha256="")
    return found


def text(draft: Draft) -> str:
    return "\n".join(each.text for each in draft.blocks if isinstance(each, Paragraph)).strip("\n")


@pytest.mark.parametrize("name", CORNERS)
def test_one_branch_is_read(name: str) -> None:
    inner, expected = CORNERS[name]
    assert text(same(f"<w:p>{inner}</w:p>")) == expected


@pytest.mark.parametrize("name", CORNERS)
def test_what_stands_around_is_read_all_the_same(name: str) -> None:
    inner, expected = CORNERS[name]
    plain = branches(choice(A), fallback(B))
    assert text(same(f"<w:p>{plain}</w:p><w:p>{inner}</w:p><w:p>{plain}</w:p>")).split("\n") == ["a", expected, "a"]


@pytest.mark.parametrize("name", CORNERS)
def test_a_tracked_deletion_elsewhere_changes_no_choice(name: str) -> None:
    inner, expected = CORNERS[name]
    gone = '<w:p><w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'
    assert text(same(f"<w:p>{inner}</w:p>{gone}")) == expected


def test_branches_around_paragraphs_are_chosen_too() -> None:
    body = branches(choice(paragraph("a"), UNKNOWN), fallback(paragraph("b"))) + branches(choice(paragraph("c")))
    assert text(same(body)) == "b\nc"


def test_each_shape_is_read_once() -> None:
    found = same(paragraph(text_box("Mulai"), grouped_box("Periksa", "Setujui"), canvas_box("Selesai")))
    assert [shape.text for each in found.drawings for shape in each.shapes] == [
        "Mulai", "Periksa", "Setujui", "Selesai",
    ]  # fmt: skip


def test_a_shape_that_word_drew_for_a_later_program_is_read_from_its_fallback() -> None:
    later = text_box("Mulai").replace('Requires="wps"', f'Requires="{UNKNOWN}"')
    found = same(paragraph(Inline(later)))
    assert [shape.text for each in found.drawings for shape in each.shapes] == ["Mulai"]


def test_fallbacks_are_cut_where_nothing_can_be_mistaken() -> None:
    plain = branches(choice(A), fallback(B))
    assert without_fallbacks((plain + plain).encode()) == (branches(choice(A)) * 2).encode()
    nested = branches(choice(plain), fallback(B))
    assert without_fallbacks(nested.encode()) == branches(choice(branches(choice(A)))).encode()


_WORDS = st.integers(0, 99).map(lambda at: run(f"k{at} "))
_REQUIRED = st.sampled_from(("wps", "wpg", "wps wp14", UNKNOWN))


def _branched(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    content = st.lists(inner, max_size=2).map("".join)
    choices = st.lists(st.tuples(content, _REQUIRED).map(lambda each: choice(*each)), max_size=3).map("".join)
    return st.tuples(choices, st.one_of(st.just(""), content.map(fallback))).map(lambda each: branches(*each))


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(st.lists(st.recursive(_WORDS, _branched, max_leaves=8), min_size=1, max_size=4).map("".join))
def test_a_random_nesting_is_the_same_in_the_bytes_and_in_the_tree(inner: str) -> None:
    same(f"<w:p>{inner}</w:p>{paragraph('akhir')}")

"""Whatever way an office lays its SOP out, the content comes back exactly, and nothing is left over."""

from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.extract.assemble import understand
from pipeline.extract.identity import BESIDE_SIGNATURE
from pipeline.flow.read import with_flow
from pipeline.model.sop import DATES, LISTS, Sop
from pipeline.read.word import read_draft
from pipeline.text import fold, is_placeholder
from tests.builder import Block, DraftBuilder, paragraph
from tests.properties.content import Says, says
from tests.properties.hand import Hand
from tests.properties.identity_layouts import lay_out
from tests.properties.step_layouts import Steps, lay_out_steps

_MARGIN = "kepala atau kaki halaman: "
EXAMPLES = settings(
    max_examples=500, deadline=None, derandomize=True, database=None,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A random draft and what it says."""

    data: bytes
    says: Says
    steps: Steps


@st.composite
def drafts(draw) -> Written:
    plain = Hand(draw)
    hand = Hand(draw, noisy=plain.once_in(2))
    content = says(hand)
    bare = hand.once_in(3) and content.title.lower().startswith(("sop", "standar"))
    identity = lay_out(hand, content, bare_title=bare)
    steps = lay_out_steps(hand)
    builder = DraftBuilder().list_of(("decimal", "%1."))
    if identity.head:
        builder = builder.header(*identity.head)
    for block in identity.body:
        builder = builder.raw(block)
    if content.loose:
        builder = builder.paragraph(hand.write(content.loose))
    named = not bare or not is_placeholder(content.number)
    if named and not identity.head and hand.once_in(6):
        # Many print the block again before the step table.
        builder = builder.raw(Block(paragraph() + "".join(identity.body)))
    for block in steps.blocks:
        builder = builder.raw(block)
    return Written(builder.build(), content, steps)


def read(data: bytes) -> Sop:
    draft = read_draft(data, "acak.docx")
    found = understand(draft, "")
    assert len(found) == 1
    return with_flow(draft, *found[0])


@EXAMPLES
@given(drafts())
def test_a_random_draft_comes_back_exactly(written: Written) -> None:
    sop = read(written.data)
    assert said_by_identity(sop) == expected_identity(written.says)
    assert [each.name for each in sop.actors] == [fold(each) for each in written.steps.actors]
    assert said_by_steps(sop) == expected_steps(written.steps)
    assert reported(sop) == expected_reports(written.says)
    assert len(rows_aside(sop)) == written.steps.aside
    assert sop.kind == "sop-ap"


def reported(sop: Sop) -> set[str]:
    """What was read and belongs to no field, wherever it is listed: words of a page header stand aside."""
    margin = (each.what.removeprefix(_MARGIN) for each in sop.aside if each.what.startswith(_MARGIN))
    return {*(each.what for each in sop.unread), *margin}


def rows_aside(sop: Sop) -> list[str]:
    return [each.what for each in sop.aside if not each.what.startswith((_MARGIN, BESIDE_SIGNATURE))]


def expected_reports(content: Says) -> set[str]:
    stranger = {": ".join(content.stranger)} if content.stranger else set()
    return stranger | ({content.loose} if content.loose else set())


def expected_identity(content: Says) -> dict[str, object]:
    return {
        "institution": content.institution,
        "unit": content.unit,
        "number": None if is_placeholder(content.number) else content.number,
        "title": content.title,
        **{name.value: ("" if is_placeholder(text) else text, iso) for name, (text, iso) in content.dates.items()},
        "signer": (content.signer.position, content.signer.name, content.signer.nip),
        **{name.value: content.lists[name] for name in LISTS},
    }


def said_by_identity(sop: Sop) -> dict[str, object]:
    found = sop.identity
    approval = found.approved_by
    dates = {name.value: found.date(name) for name in DATES}
    return {
        "institution": tuple(each.text for each in found.institution),
        "unit": found.unit.text if found.unit else None,
        "number": found.number.text if found.number else None,
        "title": found.title.text if found.title else None,
        **{
            name: ("" if is_placeholder(each.text) else each.text, each.iso) if each else "no label"
            for name, each in dates.items()
        },
        "signer": (approval.position, approval.name, approval.nip) if approval else None,
        **{name.value: tuple(each.text for each in found.values(name)) for name in LISTS},
    }


def expected_steps(steps: Steps) -> list[tuple[object, ...]]:
    return [
        (
            each.number, each.activity, tuple(fold(steps.actors[at]) for at in each.actors), each.requirements,
            each.duration, each.output, each.note,
        )
        for each in steps.said
    ]  # fmt: skip


def said_by_steps(sop: Sop) -> list[tuple[object, ...]]:
    return [
        (
            each.number, each.activity, each.actors, each.requirements, each.duration.text if each.duration else "",
            each.output, each.note,
        )
        for each in sop.steps
    ]  # fmt: skip

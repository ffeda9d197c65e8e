"""What the reader finds in the sample office equals what the builder put in: every field, step, actor and arrow."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.check.apply import check
from pipeline.check.sop_set import SopSet
from pipeline.extract.assemble import understand
from pipeline.extract.inventory.understand import understand_inventory
from pipeline.flow.read import with_flow
from pipeline.model.finding import Severity
from pipeline.model.sop import DATES, LISTS, Sop
from pipeline.read.word import read_draft
from pipeline.read.workbook import read_workbook_file
from pipeline.settings import read_settings
from pipeline.text import fold
from tests.office.content import UnitContent, WrittenSop, units
from tests.office.hands import HANDS
from tests.office.inventory import expected_rows

ROOT = Path(__file__).parent.parent
DRAFTS = ROOT / "input" / "drafts"


def written() -> Iterator[tuple[UnitContent, WrittenSop, int]]:
    """Yield each SOP of the content with its position in its file."""
    for unit in units():
        seen: dict[str, int] = {}
        for sop in unit.sops:
            seen[sop.file] = seen.get(sop.file, 0) + 1
            yield unit, sop, seen[sop.file]


def read(unit: UnitContent, sop: WrittenSop, part: int) -> Sop:
    draft = read_draft((DRAFTS / unit.folder / sop.file).read_bytes(), f"{unit.folder}/{sop.file}")
    found, grid = understand(draft, unit.folder)[part - 1]
    return with_flow(draft, found, grid)


CASES = [pytest.param(u, s, p, id=f"{u.folder} {s.file} {p}") for u, s, p in written()]


@pytest.mark.parametrize(("unit", "sop", "part"), CASES)
def test_identity_is_what_the_unit_wrote(unit: UnitContent, sop: WrittenSop, part: int) -> None:
    identity = read(unit, sop, part).identity
    assert [each.text for each in identity.institution] == list(sop.institution)
    assert (identity.unit.text if identity.unit else None) == sop.institution[-1]
    assert (identity.number.text if identity.number else "") == sop.number.strip("-")
    assert (identity.title.text if identity.title else "") == sop.title
    for name in DATES:
        text = getattr(sop, f"{name.value}_text")
        found = identity.date(name)
        assert (found.iso if found else None) == (None if text else getattr(sop, name.value) or None)
        assert not text or (found is not None and found.text == text)
    approval = identity.approved_by
    assert approval is not None
    assert (approval.position, approval.name, approval.nip) == sop.signer
    for name in LISTS:
        expected = [each for each in getattr(sop, name.value) if each.strip("-")]
        assert [each.text for each in identity.values(name)] == expected, name


@pytest.mark.parametrize(("unit", "sop", "part"), CASES)
def test_steps_and_their_actors_are_what_the_unit_wrote(unit: UnitContent, sop: WrittenSop, part: int) -> None:
    found = read(unit, sop, part)
    assert [actor.name for actor in found.actors] == list(sop.actors)
    got = [
        (
            step.number,
            step.activity,
            step.requirements,
            step.duration.text if step.duration else "",
            step.output,
            step.note,
        )
        for step in found.steps
    ]
    assert got == [
        (str(at), step.activity, step.requirements, step.duration, step.output, step.note)
        for at, step in enumerate(sop.steps, start=1)
    ]
    drawn = [
        () if at in sop.without_symbol or sop.hand == "gambar" else tuple(sorted(step.actors, key=sop.actors.index))
        for at, step in enumerate(sop.steps, start=1)
    ]
    assert [step.actors for step in found.steps] == drawn


@pytest.mark.parametrize(("unit", "sop", "part"), CASES)
def test_the_chart_is_what_the_unit_drew(unit: UnitContent, sop: WrittenSop, part: int) -> None:
    flow = read(unit, sop, part).flow
    assert flow.unread == () or flow.source == "picture"
    if sop.hand in ("tanda", "gambar"):
        assert flow.source == {"tanda": "marks", "gambar": "picture"}[sop.hand]
        assert flow.edges == ()
        return
    assert flow.source == "drawing"
    first = {}
    for node in flow.nodes:
        if node.actor == sop.steps[node.step - 1].actors[0]:
            first.setdefault(node.step, node)
    drawn = [at for at in range(1, len(sop.steps) + 1) if at not in sop.without_symbol]
    kinds = dict.fromkeys(drawn, "process")
    kinds[drawn[0]] = "terminator"
    kinds[drawn[-1]] = "process" if sop.last_as_box else "terminator"
    kinds.update({at: "decision" for at in sop.decisions if at in kinds})
    assert {at: node.kind.value for at, node in first.items()} == kinds
    assert expected_edges(sop, drawn) == {
        (by_id(flow, edge.source), by_id(flow, edge.target), edge.label)
        for edge in flow.edges
        if by_id(flow, edge.source) != by_id(flow, edge.target)
    }


def by_id(flow, name: str) -> int:
    return next(node.step for node in flow.nodes if node.id == name)


def expected_edges(sop: WrittenSop, drawn: list[int]) -> set[tuple[int, int, str]]:
    edges = set()
    for here, following in pairwise(drawn):
        silent = here not in sop.decisions or here in sop.without_label
        if (here, following) not in sop.without_arrow:
            edges.add((here, following, "" if silent else "ya"))
    for here, back in sop.decisions.items():
        if here in drawn and back in drawn:
            edges.add((here, back, "" if here in sop.without_label else "tidak"))
    return edges


def test_every_row_of_the_inventory_is_read_from_its_own_row() -> None:
    inventory = understand_inventory(read_workbook_file(ROOT / "input" / "inventory.xlsx"))
    got = [(row.place.sheet, row.place.row, row.title, row.number, row.group, row.note) for row in inventory.rows]
    assert got == [
        (sheet, at, fold(line.title), line.number, line.group, fold(line.note))
        for sheet, at, line, _ in expected_rows()
    ]
    assert [(total.typed, total.counted) for total in inventory.totals] == [(109, 107), (12, 12)]


# Which rule answers for a kind of planted defect; a kind that no rule judges yet is not listed.
RULE_FOR = {
    "duration-unmeasurable": {"ST102"}, "duration-without-unit": {"ST102"}, "standards-empty": {"ST101"},
    "number-missing": {"ID101"}, "placeholder": {"ID101", "ID102"}, "date-incomplete": {"ID103"},
    "date-order": {"ID104"},
    "title-form": {"NM101"}, "number-form": {"NM102"}, "personal": {"IN101", "IN102", "IN103"}, "flow-label": {"FL101"},
    "flow-symbol-missing": {"ST103"}, "flow-wrong-column": {"FL105"}, "flow-arrow-missing": {"FL109"},
    "flow-end": {"FL104"}, "number-twice": {"SE101"}, "wrong-signer": {"ID105"},
    "legal-repealed": {"LG102"}, "legal-malformed": {"LG101", "LG105"},
    "leftover-office": {"IN104", "IN105"}, "generic-actor": {"IN106"}, "outdated-term": {"IN107"},
    "spelling": {"NM103", "NM104"},
    "step-not-verb": {"ST106"}, "step-several-acts": {"ST105"}, "output-is-activity": {"ST108"},
    "related-not-sop": {"SE103"}, "boilerplate": {"SE106"}, "heavy-workload": {"SE107"},
    "disparity": {"SE105"},
    # An actor of another column is one fault, of the chart.
    "step-starts-with-actor": {"ST107", "FL105"},
}  # fmt: skip


def test_planted_defects_are_found_and_nothing_else_is_an_error() -> None:
    settings = read_settings(ROOT)
    cases = [(unit, sop, part, read(unit, sop, part)) for unit, sop, part in written()]
    together = SopSet.of([found for *_, found in cases], settings=settings)
    findings = check(together, settings)
    for unit, sop, part, found in cases:
        codes = {each.code for each in findings if (each.file, each.part) == found.key}
        # A unit that pleno.toml marks as handed over is told by the reconciliation.
        planted = {kind for kind, where in sop.planted if (kind, where) != ("outdated-term", "unit")}
        for kind in planted & set(RULE_FOR):
            assert codes & RULE_FOR[kind], f"{unit.folder}/{sop.file} {part}: {kind} was not found"
        allowed = set().union(*(RULE_FOR.get(kind, set()) for kind in planted))
        # A lost slash or a letter O in the number breaks its form as well.
        allowed |= {"NM102"} if "number-differs" in planted else set()
        allowed |= {"FL117"} if sop.hand == "gambar" else set()
        allowed |= {"SE104"} if "Catin" in sop.actors else set()
        # One hand heads its steps "Aktifitas".
        misspelt = {"NM104"} if "Aktifitas" in HANDS[sop.hand].heads else set[str]()
        assert misspelt <= codes
        allowed |= misspelt
        # What counterparts differ in is true of each of them, planted or not.
        allowed |= RULE_FOR["disparity"] if found.key in together.counterpart_keys else set()
        assert codes <= allowed, f"{unit.folder}/{sop.file} {part}: {sorted(codes - allowed)}"


def test_a_clean_draft_has_at_most_one_note() -> None:
    settings = read_settings(ROOT)
    cases = [(sop, read(unit, sop, part)) for unit, sop, part in written()]
    findings = check(SopSet.of([found for _, found in cases], settings=settings), settings)
    for sop, found in cases:
        if not sop.planted and sop.hand != "gambar" and "Catin" not in sop.actors:
            own = [each for each in findings if (each.file, each.part) == found.key]
            assert len(own) <= 1, own
            assert all(each.severity is Severity.NOTE for each in own), own

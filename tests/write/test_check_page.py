"""The page for the unit: self-contained, whole, and safe whatever a draft says."""

import base64
import hashlib
import re
from dataclasses import replace

from lxml import html

from pipeline.check.apply import Parted, check, part_accepted
from pipeline.check.samples import drawn, identity, sop, value
from pipeline.check.sop_set import SopSet
from pipeline.model.finding import Replacement
from pipeline.model.sop import Sop, Unreadable
from pipeline.settings import Accepted, Settings
from pipeline.write.check_page import check_page

HOSTILE = "<script>alert(1)</script> & Nikah"
LOST = Unreadable(file="rusak.docx", folder="", sha256="", code="RD001", message="Berkas ini rusak.")


def page(
    *sops: Sop, lost: tuple[Unreadable, ...] = (), findings: Parted | None = None, settings: Settings | None = None
) -> str:
    settings = settings or Settings()
    return check_page(sops, lost, findings or part_accepted(check(SopSet.of(sops), settings), settings), settings)


def hostile() -> Sop:
    return sop(identity=identity(title=value(HOSTILE)))


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    made = page(hostile(), lost=(LOST,))
    tree = html.document_fromstring(made)
    assert not tree.xpath("//script | //link | //img | //iframe | //form | //@src | //@style | //@onclick")
    assert {each for each in tree.xpath("//@href") if not each.startswith("#")} == set()
    style = made.split("<style>")[1].split("</style>")[0]
    said = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{said}'" in made
    assert "default-src 'none'" in made
    assert "url(" not in style


def test_links_and_labels_lead_somewhere() -> None:
    tree = html.document_fromstring(page(hostile(), drawn("( ? = (", "1>2 2>3:ya 3>4", file="b.docx"), lost=(LOST,)))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {each[1:] for each in tree.xpath("//@href")} <= set(ids)
    assert set(tree.xpath("//@aria-labelledby")) <= set(ids)
    assert tree.xpath("/html/@lang") == ["id"]
    assert len(tree.xpath("//h1")) == 1


def test_text_of_a_draft_is_text() -> None:
    tree = html.document_fromstring(page(hostile()))
    assert HOSTILE in tree.xpath("//h2")[0].text_content()


def test_each_finding_stands_once_with_its_id() -> None:
    found = check(SopSet.of((hostile(),)), Settings())
    made = page(hostile())
    assert len(re.findall(r'<li class="finding ', made)) == len(found)
    assert all(each.id in made for each in found)


def test_a_correction_is_marked_and_a_question_is_asked() -> None:
    first = check(SopSet.of((hostile(),)), Settings())[0]
    fixed = replace(
        first, found="SOP Nikah", question="",
        correction=Replacement(before="Nikah", after="Pelayanan Nikah", why="Nama diawali kata benda."),
    )  # fmt: skip
    asked = replace(first, correction=None, question="Nama mana yang benar?")
    made = page(hostile(), findings=Parted(open=(fixed, asked), accepted=(), stale=()))
    assert "<ins>Pelayanan </ins>" in made
    assert "Nama diawali kata benda." in made
    assert "Nama mana yang benar?" in made


def test_faults_of_the_chart_are_marked_and_shown_unasked() -> None:
    tree = html.document_fromstring(page(drawn("( ? = (", "1>2 2>3:ya 3>4")))
    assert tree.xpath("//details[@open]//*[@class='fault']")


def test_an_accepted_finding_stands_apart_with_its_reason() -> None:
    first = check(SopSet.of((hostile(),)), Settings())[0]
    settings = Settings(accepted=(Accepted(finding=first.id, reason="Disepakati <b>."),))
    made = page(hostile(), settings=settings)
    assert "Temuan yang diterima kantor" in made
    assert "Disepakati &lt;b&gt;." in made
    assert "1 temuan diterima kantor" in made


def test_a_file_that_cannot_be_read_is_named() -> None:
    made = page(lost=(LOST,))
    assert "Belum lengkap: 0 SOP, tanpa temuan, 1 berkas tidak terbaca." in made
    assert LOST.message in made

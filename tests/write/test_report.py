import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.model.draft import Note, Revision
from pipeline.model.finding import Severity
from pipeline.model.returned import ReturnedDraft
from pipeline.model.sop import Edge, Flow, Node, NodeKind, PrintedLabel
from pipeline.write.diff import Mark, marked
from pipeline.write.flow_svg import flow_svg
from pipeline.write.report.page import Page as ReportPage
from pipeline.write.report.words import moment, signed
from pipeline.write.roles import roles
from tests.write.disparities import aligned, shared
from tests.write.reports import EMPTY, HERE, HOSTILE, UNIT, Page, finding, outcome, plain, sop, written


def test_hostile_text_is_shown_and_never_becomes_markup(tmp_path: Path) -> None:
    calm, page = Page(written(tmp_path, outcome())), Page(written(tmp_path, outcome(HOSTILE)))
    tags = [tag for tag, _ in page.tags]
    assert (tags.count("script"), tags.count("style"), tags.count("img")) == (1, 1, 0)
    assert page.raw == calm.raw
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "style"]
    assert page.text.count("<script>alert(1)</script>") > 15
    assert re.search(r"<script>alert", flow_svg(outcome(HOSTILE).sops[0])) is None


def test_counts_are_those_of_the_reconciliation(tmp_path: Path) -> None:
    html = written(tmp_path, outcome())
    body = re.search(rf"<th scope=\"row\"><a href=\"#rekonsiliasi-[^>]*>{UNIT}</a></th>(.*?)</tr>", html)
    total = re.search(r"<tfoot><tr><th scope=\"row\">Jumlah</th>(.*?)</tr></tfoot>", html)
    for found in (body, total):
        assert found is not None
        assert re.findall(r">([^<]+)</td>", found[1]) == ["31", "3", "−28", "29", "2", "37", "41", "43"]
    assert "4 SOP: 2 siap dibahas, 1 perlu perbaikan, 1 tidak terbaca" in html
    assert "Angka diserahkan belum termasuk 1 berkas yang tidak terbaca." in html


def test_an_error_of_the_whole_file_keeps_each_of_its_sops_from_being_ready(tmp_path: Path) -> None:
    whole = finding("RD102", "", file="penmad/b.docx", part=0, severity=Severity.ERROR)
    html = written(tmp_path, replace(outcome(), findings=(whole,)))
    assert "4 SOP: 1 siap dibahas, 2 perlu perbaikan, 1 tidak terbaca" in html


def test_every_finding_is_there_once_and_every_tag_leads_to_one(tmp_path: Path) -> None:
    html, page = written(tmp_path, outcome()), Page(written(tmp_path, outcome()))
    for each in outcome().findings:
        assert html.count(each.message) == 1, each.code
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert sum((each or "").startswith("temuan-") and each[7:].isdigit() for each in ids if each) == 10
    links = {attributes["href"] or "" for tag, attributes in page.tags if tag == "a"}
    assert {each[1:] for each in links if each.startswith("#")} <= set(ids)
    assert {each for each in links if not each.startswith("#")} == {
        f"../input/drafts/penmad/{name}.docx" for name in ("a", "b", "rusak")
    }


def test_a_draft_that_went_back_marked_up_is_linked_and_what_was_left_is_told(tmp_path: Path) -> None:
    back = ReturnedDraft(
        file="penmad/a.docx", path="kembali/penmad/a 1#%.docx", comments=3, changes=1, left=("Tertinggal.",)
    )
    none = ReturnedDraft(file="penmad/b.docx", path="", left=("Bukan berkas .docx.",))
    html = written(tmp_path, replace(outcome(), returned=(back, none)))
    assert html.count('<a class="go" href="kembali/penmad/a%201%23%25.docx">buka naskah bertanda</a>') > 1
    assert "3 komentar dan 1 koreksi terlacak. Tertinggal." in plain(html)
    assert "Naskah bertanda: Bukan berkas .docx." in plain(html)


def test_the_load_of_each_role_stands_with_its_bar(tmp_path: Path) -> None:
    html = written(tmp_path, outcome())
    rows = re.findall(
        r'<tr><th scope="row">([^<]+?)(?: <span[^>]*>[^<]*</span>)?</th><td class="num" data-label="SOP">', html
    )
    found = roles(outcome())
    assert rows == [each.name for each in found]
    assert f'data-label="Menit kerja">{found[0].minutes:.0f}</td>' in html
    assert re.search(r'<rect class="b-full" x="1" y="2" width="140.0" height="10"/></svg></td></tr>', html)


def test_the_bar_of_a_family_is_parted_by_severity(tmp_path: Path) -> None:
    page = ReportPage(outcome())
    greatest = max(each[3] for each in page.families)
    for _, _, counts, sum_ in page.families:
        parts = page.severity_bars(counts)
        assert len(parts) == sum(bool(each) for each in counts)
        assert float(parts[0][1]) == 0
        assert sum(float(length) for _, _, length in parts) == pytest.approx(140 * sum_ / greatest, abs=0.2)


def test_the_row_itself_is_shown_with_the_cell_marked(tmp_path: Path) -> None:
    html = written(tmp_path, outcome())
    cell = re.search(r'<td class="hit error" data-label="Waktu">.*?ST102</a><br>15 menit</td>', html)
    assert cell is not None
    assert '<td class="hit warning" data-label="Pelaksana">' in html
    assert '<span class="nothing">tidak ada di naskah</span>' in html
    assert "<mark>Undang-Undang Nomor 2 Tahun 1989</mark>" in html
    assert "<mark>KMA 168</mark>" not in html


def test_a_field_is_shown_with_its_label_as_it_is_printed(tmp_path: Path) -> None:
    first, *others = outcome().sops
    label = PrintedLabel(field="legal_basis", text="DASAR HUKUM/<ACUAN>", place=HERE)
    labelled = replace(first, identity=replace(first.identity, labels=(label,)))
    html = written(tmp_path, replace(outcome(), sops=(labelled, *others)))
    assert "<dt>DASAR HUKUM/<wbr>&lt;ACUAN&gt;</dt>\n<dd><mark>Undang-Undang Nomor 2 Tahun 1989</mark>" in html
    # No label names this one, so it is called by its own name.
    assert "<dt>Tanggal efektif</dt>" in html


def test_what_is_plainly_matched_is_folded_and_the_rest_has_its_reason_once(tmp_path: Path) -> None:
    html = written(tmp_path, outcome())
    assert "1 SOP cocok tanpa perbedaan" in html
    for each in outcome().reconciliation.items:
        assert html.count(each.why) == 1
    assert "SOP <del>Izin</del><ins>Ijin</ins>" in html
    assert "cocok (SOP bersama), perlu dipastikan" in html
    assert "Calon lain: Calon  (kemiripan 0,50)." in html


def test_files_show_what_was_not_understood_and_the_inventory_what_was_passed_over(tmp_path: Path) -> None:
    html = written(tmp_path, outcome())
    assert "<b>Dibaca:</b> 1.475 bentuk gambar</p>" in html
    assert "<b>Dicatat:</b> 1 komentar</p>" in html
    assert '<b>tidak dikenali:</b> bentuk “cloud” <span class="small">(tabel 2, baris 4, kolom 3)</span>' in html
    assert html.count("Dilindungi sandi.") == 1
    assert "1.234</td>" in html
    assert "judul " in html


def test_comments_and_changes_are_told_with_author_and_day_and_folded_where_they_are_many(tmp_path: Path) -> None:
    first, *others = outcome().sops
    changes = tuple(
        Revision(kind="ins", author="Rina Contoh", date="2025-08-12T09:14:00Z", text=f"kata {at}", place=HERE)
        for at in range(5)
    )
    note = Note(kind="comment", text="Mohon\ndicek.", author="Rina Contoh", date="", place=HERE)
    marked_up = replace(first, revisions=changes, notes=(note,))
    html = written(tmp_path, replace(outcome(), sops=(marked_up, *others)))
    spot = "(tabel 2, baris 4, kolom 3 · Rina Contoh"
    assert f'<b>komentar:</b> Mohon dicek. <span class="small">{spot})</span>' in html
    assert f'disisipkan: “kata 4” <span class="small">{spot} · 12 Agustus 2025)</span>' in html
    assert "1 tidak dikenali, 1 terbaca tetapi ragu, 1 komentar, 5 perubahan terlacak</p>" in html
    assert "<details><summary>Tampilkan 8 rincian</summary>" in html


def test_what_stands_in_a_file_of_several_sops_names_the_sop(tmp_path: Path) -> None:
    html = written(tmp_path, outcome())
    # Both SOPs of the file have it at the same place, as with a page header.
    assert "(seluruh berkas, tabel 2, baris 4, kolom 3)" in html
    first, second, third = outcome().sops
    note = Note(kind="footnote", text="Lihat lampiran.", author="", date="", place=HERE)
    html = written(tmp_path, replace(outcome(), sops=(first, second, replace(third, notes=(note,)))))
    assert 'Lihat lampiran. <span class="small">(SOP C, tabel 2, baris 4, kolom 3)</span>' in html


def test_a_certain_correction_is_marked_text_and_an_uncertain_one_a_question(tmp_path: Path) -> None:
    html = written(tmp_path, outcome())
    fix = (
        '<span class="small">Koreksi:</span> UU Nomor <del>2</del><ins>20</ins> Tahun <del>1989</del><ins>2003</ins> '
        '<span class="small">Sudah dicabut. </span>'
    )
    assert fix in html
    assert '<span class="small">Pertanyaan kepada unit:</span> Tanggal berapa? </p>' in html
    assert html.count("Koreksi:") == html.count("Pertanyaan kepada unit:") == 1
    assert "Id temuan <code>LG101-0a1b2c3d</code>" in html


def test_the_code_of_a_finding_leads_to_why_its_rule_is_there(tmp_path: Path) -> None:
    html = written(tmp_path, outcome())
    assert '<a class="code" href="#aturan-ST102"><code>ST102</code></a>' in html
    assert html.count('<dt id="aturan-ST102">') == 1
    # No rule has this code, so there is nothing to lead to.
    assert "<code>XX900</code></p>" in html
    assert "aturan-XX900" not in html


def test_what_the_office_accepts_is_listed_with_its_reason_and_counted_nowhere(tmp_path: Path) -> None:
    html = written(tmp_path, outcome())
    section = plain(html[html.index('<section id="dikecualikan"') : html.index('<section id="berkas"')])
    assert "1 temuan tidak ditindaklanjuti" in section
    assert "NM102 Seksi Pendidikan Madrasah SOP A penmad/a.docx Temuan diterima." in section
    assert section.endswith("Pola lama.")
    assert html.count("Temuan diterima.") == 1
    assert 'Temuan <span class="n">10</span>' in html
    without = written(tmp_path, replace(outcome(), reasons=()))
    assert '<span class="nothing">tidak disebut</span>' in without


def test_shared_sops_stand_side_by_side_the_differences_only(tmp_path: Path) -> None:
    html = written(tmp_path, outcome())
    section = html[html.index('<section id="perbedaan"') : html.index('<section id="temuan"')]
    told = plain(section)
    assert "1 SOP berbeda antarunit dan 1 sama." in told
    assert (
        '<a href="#sop-1">KUA A </a>, <a href="#sop-2">KUA B</a>, KUA C. 3 langkah berbeda, 1 langkah sama.' in section
    )
    assert "Langkah 2: Menerima Sama: kegiatan, pelaksana, kelengkapan, output." in told
    assert "Keberadaan langkah ✓ langkah 2 ✓ langkah 2 ✗ tidak ada dipakai, ada di 2 dari 3 unit" in told
    assert "Waktu ? pilihan 1: 5 menit ? pilihan 2: 7 menit tidak ada ? perlu diputuskan tiap pilihan 1 unit" in told
    assert "Langkah 3: Mengukur Keberadaan langkah ≠ langkah 3 ✓ tidak ada ✓ tidak ada tidak dipakai" in told
    assert "Output ✓ sama ✓ sama ≠ Buku Nota" in told
    assert "1 langkah sama di semua unit Langkah 1: Menerima" in told
    assert "1 SOP sama di semua unitnya SOP Sama (KUA A, KUA B)" in told


def test_more_units_than_a_page_has_columns_for_are_gathered_by_what_they_have(tmp_path: Path) -> None:
    times = ("5 menit",) * 4 + ("9 menit",) * 2 + (None,)
    units = [f"KUA {at}" for at in range(1, 8)]
    sops = [sop(f"kua-{at}/a.docx", "SOP Rujuk") for at in range(1, 8)]
    many = shared("SOP Rujuk", sops, units, aligned((1,) * 6 + (None,), duration=times))
    html = written(tmp_path, replace(outcome(), disparities=(many,)))
    told = plain(html[html.index('<section id="perbedaan"') : html.index('<section id="temuan"')])
    assert "Bidang Isi menurut unit Usulan bersama" in told
    assert "✓ sama (4 unit: KUA 1, KUA 2, KUA 3, KUA 4) ≠ 9 menit (2 unit: KUA 5, KUA 6) 5 menit" in told


def test_an_empty_outcome_is_a_page(tmp_path: Path) -> None:
    html = written(tmp_path, EMPTY)
    assert "Belum ada SOP yang diserahkan." in html
    assert "Tidak ada temuan." in html


def test_the_same_outcome_gives_the_same_bytes_and_none_of_them_a_carriage_return(tmp_path: Path) -> None:
    first, second = written(tmp_path, outcome()), written(tmp_path, outcome())
    assert first == second
    assert "\r" not in first


def test_nothing_is_fetched(tmp_path: Path) -> None:
    page = Page(written(tmp_path, outcome(HOSTILE)))
    assert not [tag for tag, _ in page.tags if tag in ("link", "img", "iframe", "object", "embed", "base", "form")]
    assert not [attributes for _, attributes in page.tags if "src" in attributes]
    assert all((attributes.get("href") or "#").startswith(("#", "../input/drafts/")) for _, attributes in page.tags)
    assert "url(" not in page.raw["style"]
    assert "@import" not in page.raw["style"]


def test_the_policy_allows_this_style_and_this_script_only(tmp_path: Path) -> None:
    page = Page(written(tmp_path, outcome()))
    policy = next(a["content"] or "" for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    for name, text in page.raw.items():
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_a_reader_of_the_screen_finds_headings_in_order_and_headers_with_scope(tmp_path: Path) -> None:
    page = Page(written(tmp_path, outcome()))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all("scope" in attributes for tag, attributes in page.tags if tag == "th")
    assert sum(tag == "table" for tag, _ in page.tags) == sum(tag == "caption" for tag, _ in page.tags)
    assert ("html", {"lang": "id"}) in page.tags


@pytest.mark.parametrize(
    ("inventory", "draft"),
    [
        ("", ""),
        ("SOP A", ""),
        ("", "SOP A"),
        ("SOP Izin Madrasah", "SOP Ijin  Operasional Madrasah"),
        ("a b c", "c b a"),
    ],
)
def test_marked_text_holds_the_words_of_both(inventory: str, draft: str) -> None:
    pieces = marked(inventory, draft)
    for other, whole in ((Mark.FOUND, inventory), (Mark.EXPECTED, draft)):
        assert "".join(each.text for each in pieces if each.mark is not other).split() == whole.split()


def test_a_flow_without_symbols_draws_nothing_and_odd_symbols_still_draw() -> None:
    drawn = outcome().sops[0]
    assert flow_svg(replace(drawn, flow=Flow(source="picture"))) == ""
    lost = Node(id="z", kind=NodeKind.PROCESS, step=12, actor="", text="", place=HERE)
    odd = replace(
        drawn.flow, nodes=(*drawn.flow.nodes, lost), edges=(*drawn.flow.edges, Edge(source="z", target="z", label=""))
    )
    svg = flow_svg(replace(drawn, flow=odd))
    assert svg.count('class="node"') == 4
    assert "stroke-dasharray" in svg
    assert "4 simbol, 4 panah" in svg


def test_moments_and_differences_in_words() -> None:
    assert moment(outcome().when) == "Rabu, 20 Agustus 2025, pukul 08.30 WIB"
    assert moment(outcome().when.replace(tzinfo=None)) == "Rabu, 20 Agustus 2025, pukul 08.30"
    assert [signed(each) for each in (-1234, 0, 5)] == ["−1.234", "0", "+5"]

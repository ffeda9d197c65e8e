"""What the report tells of reconciliation and inventory: proposals, cases, differences, questions, doubts."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model.inventory import Doubt, Heading, Inventory, InventoryTable, PassedSheet
from pipeline.model.outcome import Outcome
from pipeline.model.place import DocxPlace, XlsxPlace
from pipeline.model.reconciliation import (
    Action,
    Balance,
    Case,
    Correction,
    Difference,
    Item,
    Nature,
    Proposal,
    Reconciliation,
    Status,
    UnitCount,
)
from pipeline.wording import ACTION_WORDS, CASE_WORDS, NATURE_WORDS
from tests.write.reports import EMPTY, UNIT, item, outcome, plain, proposal, ref, row, written

OTHER = "Seksi Bimbingan Masyarakat Islam"
AWAY = ref("bimas/k.docx", "SOP Kiblat", unit=OTHER)


def section(html: str, name: str) -> str:
    """The words of one section."""
    return plain(html.partition(f'<section id="{name}"')[2].partition('\n<section id="')[0])


def told(tmp_path: Path, *items: Item) -> str:
    """The words of the reconciliation that has these lines only."""
    whole = outcome()
    return section(
        written(tmp_path, replace(whole, reconciliation=replace(whole.reconciliation, items=items))), "rekonsiliasi"
    )


def adjusted(proposals: tuple[Proposal, ...], *balances: Balance, items: tuple[Item, ...] = ()) -> Outcome:
    return replace(
        outcome(),
        reconciliation=Reconciliation(units=(), items=items, corrections=(), proposals=proposals, balances=balances),
    )


def balance(unit: str = UNIT, **numbers: int) -> Balance:
    plain = Balance(unit=unit, inventory=4, added=0, submitted=4, written=0, moved_in=0, left_out=0, agreed=4)
    return replace(plain, **numbers)


def difference(**changes: object) -> Difference:
    plain = Difference(
        field="title", inventory="SOP Izin", draft="SOP Ijin", winner="inventory", why="Nama mengikuti panduan induk.",
        nature=Nature.WRITING, cell=XlsxPlace(sheet="Induk", row=9, column=28), place=DocxPlace(paragraph=2),
    )  # fmt: skip
    return replace(plain, **changes)


def test_every_case_action_and_nature_has_its_word() -> None:
    assert set(CASE_WORDS) == set(Case) - {Case.PLAIN}
    assert set(ACTION_WORDS) == set(Action)
    assert set(NATURE_WORDS) == set(Nature)


def test_the_balance_of_a_unit_is_a_sum_in_words_and_a_line_of_the_table(tmp_path: Path) -> None:
    found = balance(inventory=1036, added=1, submitted=1018, written=20, moved_in=2, left_out=3, agreed=1037)
    steps = (proposal(Action.ADD, "SOP Baru"),)
    words = section(written(tmp_path, adjusted(steps, found, balance(OTHER))), "penyesuaian")
    assert (
        "Induk: 1.036 baris + 1 ditambah = 1.037. "
        "Naskah: 1.018 diserahkan + 20 disusun + 2 pindah masuk − 3 dikeluarkan = 1.037." in words
    )
    assert f"{UNIT} 1.036 +1 1.018 +20 +2 −3 1.037" in words
    assert f"{OTHER} 4 0 4 0 0 0 4" in words
    assert "Jumlah 1.040 +1 1.022 +20 +2 −3 1.041" in words


def test_what_is_nought_is_not_in_the_words_of_a_balance(tmp_path: Path) -> None:
    steps = (proposal(Action.ASK, "SOP Baru"),)
    words = section(written(tmp_path, adjusted(steps, balance())), "penyesuaian")
    assert "Induk: 4 baris. Naskah: 4 diserahkan." in words


def test_proposals_stand_by_action_and_a_reason_that_all_have_is_said_once(tmp_path: Path) -> None:
    here = ref("penmad/c.docx", "SOP C")
    steps = (
        proposal(Action.DROP, "SOP C", why="Tarik naskah ini.", row=row(12, "").place, draft=here),
        proposal(Action.WRITE, "SOP A", why="Susun dan serahkan.", row=row(9, "").place),
        proposal(Action.WRITE, "SOP B", why="Susun dan serahkan.", row=row(10, "").place),
        proposal(Action.ADD, "SOP D", why="Tambahkan D.", draft=ref("penmad/d.docx", "SOP D")),
        proposal(Action.ADD, "SOP E", why="Tambahkan E.", draft=ref("penmad/b.docx", "SOP E", part=2)),
    )
    words = section(written(tmp_path, adjusted(steps, balance())), "penyesuaian")
    assert (
        "Susun: 2 SOP Susun dan serahkan. SOP A Induk: lembar Induk, baris 9 SOP B Induk: lembar Induk, baris 10 "
        "Tambahkan ke induk: 2 SOP SOP D Tambahkan D. Naskah: penmad/d.docx "
        "SOP E Tambahkan E. Naskah: penmad/b.docx, SOP ke-2 "
        "Tarik: 1 SOP Tarik naskah ini. SOP C Induk: lembar Induk, baris 12 Naskah: penmad/c.docx" in words
    )


def test_a_draft_that_moves_stands_with_both_units(tmp_path: Path) -> None:
    steps = (proposal(Action.MOVE, "SOP Kiblat", why="Pindahkan.", draft=AWAY),)
    found = adjusted(steps, balance(moved_in=1), balance(OTHER, left_out=1))
    html = written(tmp_path, found)
    assert section(html, "penyesuaian").count("Pindahkan: 1 SOP Pindahkan. SOP Kiblat") == 2
    assert 'Penyesuaian jumlah <span class="n">1</span>' in html


def test_a_proposal_about_a_doubtful_draft_leads_to_its_question(tmp_path: Path) -> None:
    doubtful = item(Status.DUPLICATE, 7, "penmad/a.docx", doubtful=True)
    steps = (
        proposal(Action.DROP, "SOP A", draft=doubtful.drafts[0]),
        proposal(Action.DROP, "SOP B", draft=ref("penmad/b.docx", "SOP B")),
    )
    html = written(tmp_path, adjusted(steps, balance(), items=(doubtful,)))
    assert html.count('href="#tanya-1">Lihat pertanyaannya</a>') == 1
    assert html.count('id="tanya-1"') == 1


def test_numbers_that_agree_need_no_proposal_and_no_balance_no_section(tmp_path: Path) -> None:
    html = written(tmp_path, adjusted((), balance()))
    assert "Jumlah SOP sudah sesuai dengan panduan induk." in section(html, "penyesuaian")
    assert "penyesuaian" not in written(tmp_path, EMPTY).partition("<body>")[2]


@pytest.mark.parametrize(
    ("status", "case", "words"),
    [
        (Status.MISSING, Case.COVERED, "belum diserahkan tercakup dalam naskah lain"),
        (Status.MISSING, Case.CONFLICT, "belum diserahkan nomor dan nama tidak sejalan"),
        (Status.MATCHED, Case.PART, "cocok dijawab bersama oleh beberapa naskah"),
        (Status.DUPLICATE, Case.PART, "ganda dijawab bersama oleh beberapa naskah"),
    ],
)
def test_a_case_is_told_with_the_drafts_that_it_is_about(
    status: Status, case: Case, words: str, tmp_path: Path
) -> None:
    partners = (ref("penmad/a.docx", "SOP A"), ref("penmad/tidak-ada.docx", "SOP Z"))
    files = () if status is Status.MISSING else ("penmad/c.docx",)
    whole = outcome()
    found = replace(whole.reconciliation, items=(item(status, 7, *files, case=case, partners=partners),))
    html = written(tmp_path, replace(whole, reconciliation=found))
    said = section(html, "rekonsiliasi")
    assert words in said
    assert "Naskah terkait: “ SOP A ” ( penmad/a.docx ) Naskah terkait: “SOP Z” ( penmad/tidak-ada.docx )" in said
    # Only a draft that stands on the page can be led to.
    assert 'Naskah terkait: “<a href="#sop-1">SOP A</a>”' in html


def test_a_row_that_several_drafts_answer_is_not_among_what_agrees_in_everything(tmp_path: Path) -> None:
    joint = item(Status.MATCHED, 7, "penmad/a.docx", case=Case.PART, partners=(ref("penmad/b.docx", "SOP B"),))
    assert "cocok tanpa perbedaan" not in told(tmp_path, joint)


@pytest.mark.parametrize(
    ("nature", "words"),
    [(Nature.WRITING, "beda penulisan"), (Nature.SLIP, "salah ketik"), (Nature.CONTENT, "beda isi")],
)
def test_a_difference_tells_its_nature_and_where_both_stand(nature: Nature, words: str, tmp_path: Path) -> None:
    said = told(tmp_path, item(Status.MATCHED, 9, "penmad/a.docx", differences=(difference(nature=nature),)))
    assert f"nama SOP, {words}: SOP Izin Ijin yang dipakai: panduan induk – Nama mengikuti panduan induk." in said
    assert "Letak di induk: lembar Induk, sel AB9; di naskah: paragraf 2" in said


def test_a_field_without_a_column_or_a_place_says_so_and_a_proposed_value_is_told(tmp_path: Path) -> None:
    lacking = difference(field="number", draft="", cell=row(9, "").place, place=None, proposed="009/SOP/KUA.A")
    said = told(tmp_path, item(Status.MATCHED, 9, "penmad/a.docx", differences=(lacking,)))
    assert "Letak di induk: lembar Induk, baris 9; di naskah: tidak tertulis" in said
    assert "Menjadi “009/SOP/KUA.A”." in said


def test_a_doubtful_pair_is_a_question_with_its_candidates_and_how_close_they_are(tmp_path: Path) -> None:
    rivals = (("SOP Pemeriksaan Nikah", 0.485), ("SOP Rujuk", 0.401))
    doubtful = item(Status.SHARED, 9, "penmad/a.docx", title="SOP Nikah", score=0.644, doubtful=True, rivals=rivals)
    said = told(tmp_path, doubtful)
    assert "Perlu ditanyakan kepada unit: 1 pasangan yang meragukan SOP Nikah Baru" in said
    assert (
        "Pertanyaan: Baris panduan induk mana yang dijawab naskah ini: salah satu calon berikut, atau tidak satu pun? "
        "SOP Nikah (kemiripan 0,64, dipakai sekarang) SOP Pemeriksaan Nikah (kemiripan 0,48) "
        "SOP Rujuk (kemiripan 0,40) Kemiripannya 0,16 di atas calon berikutnya." in said
    )
    assert "Calon lain" not in said


@pytest.mark.parametrize(
    ("rivals", "words"),
    [
        ((), "Tidak ada calon lain."),
        ((("SOP Rujuk", 0.9),), "Kemiripannya sama dengan calon berikutnya."),
        ((("SOP Rujuk", 0.95),), "Kemiripannya 0,05 di bawah calon yang paling mirip."),
    ],
)
def test_the_margin_of_a_doubtful_pair_in_words(
    rivals: tuple[tuple[str, float], ...], words: str, tmp_path: Path
) -> None:
    assert words in told(tmp_path, item(Status.MATCHED, 9, "penmad/a.docx", doubtful=True, rivals=rivals))


def test_a_doubtful_further_draft_and_one_without_a_row_are_asked_about_too(tmp_path: Path) -> None:
    further = item(Status.DUPLICATE, 9, "penmad/a.docx", title="SOP Izin", doubtful=True)
    renamed = item(
        Status.EXTRA, None, "penmad/b.docx", score=None, doubtful=True, case=Case.CONFLICT, rivals=(("SOP Cuti", 0.3),)
    )
    said = told(tmp_path, further, renamed)
    assert "SOP Izin (kemiripan 0,90, dianggap ganda dengan baris ini) Tidak ada calon lain." in said
    assert "di luar induk, perlu dipastikan nomor dan nama tidak sejalan" in said
    assert "atau tidak satu pun? SOP Cuti (kemiripan 0,30)" in said


def test_the_inventory_is_shown_as_it_was_understood(tmp_path: Path) -> None:
    found = Inventory(
        file="inventory.xlsx",
        rows=(row(7, "SOP A"),),
        passed_over=(),
        totals=(),
        tables=(
            InventoryTable(
                sheet="Induk",
                header=(5, 6),
                headings=(
                    Heading(field="title", column=4, text="NAMA SOP"),
                    Heading(field="number", column=5, text="NMR", sure=False),
                    Heading(field="", column=27, text="", hidden=True),
                ),
            ),
            InventoryTable(sheet="KUA", header=(3,), headings=()),
        ),
        passed_sheets=(PassedSheet(name="Rujukan", why="lembar tersembunyi"),),
        doubts=(Doubt(place=XlsxPlace(sheet="Induk", row=12), text="Sel C12 belum dihitung. Hitung ulang (F9)."),),
    )
    said = section(written(tmp_path, replace(outcome(), inventory=found)), "berkas")
    assert "1 baris dibaca sebagai SOP, 0 baris dilewati, 1 lembar tidak dibaca; 1 hal perlu dipastikan." in said
    assert "Keadaan dan saran lembar Induk, baris 12 Sel C12 belum dihitung. Hitung ulang (F9)." in said
    assert (
        "Induk baris 5–6 D NAMA SOP → nama SOP E NMR → nomor SOP (perlu dipastikan) "
        "AA (tanpa judul) → tidak dipakai (kolom tersembunyi) KUA baris 3" in said
    )
    assert "Lembar panduan induk yang tidak dibaca Lembar Alasan Rujukan lembar tersembunyi" in said


def test_an_inventory_without_doubts_has_no_empty_tables(tmp_path: Path) -> None:
    bare = Inventory(file="inventory.csv", rows=(), passed_over=(), totals=())
    said = section(written(tmp_path, replace(outcome(), inventory=bare)), "berkas")
    assert "0 baris dibaca sebagai SOP, 0 baris dilewati." in said
    for words in ("perlu dipastikan", "sebagaimana terbaca", "tidak dibaca"):
        assert words not in said


def test_corrections_stand_with_their_draft_or_row(tmp_path: Path) -> None:
    fix = Correction(
        target="inventory", field="title", before="SOP Ijin", after="SOP Izin", why="Ejaan.",
        place=XlsxPlace(sheet="Induk", row=9), file="penmad/b.docx", part=2,
    )  # fmt: skip
    count = UnitCount(unit=UNIT, inventory=1, submitted=1, matched=1, missing=0, extra=0, duplicate=0, transferred=0)
    found = Reconciliation(units=(count,), items=(), corrections=(fix, replace(fix, target="draft", place=None)))
    said = section(written(tmp_path, replace(outcome(), reconciliation=found)), "rekonsiliasi")
    assert "panduan induk, lembar Induk, baris 9 nama SOP SOP Ijin Izin Ejaan." in said
    assert "penmad/b.docx, SOP ke-2 nama SOP SOP Ijin Izin Ejaan." in said

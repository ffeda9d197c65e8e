"""Of several drafts and rows that may belong together: what the number, an older draft and the words say first."""

from dataclasses import replace

from pipeline.model.inventory import Inventory
from pipeline.model.reconciliation import Case, Status
from pipeline.model.sop import Sop
from pipeline.reconcile.assemble import reconcile
from pipeline.settings import Settings
from tests.reconcile.test_cases import OTHERS, UNIT, draft, row

ELSEWHERE = "Seksi Bimbingan Masyarakat Islam"
Told = tuple[str, Status, Case, bool]


def told(rows: tuple[tuple[str, str], ...], *drafts: Sop) -> dict[str, Told]:
    """Title of the row, status, case and doubt of each draft by its file; the rows' own unit is UNIT."""
    listed = [*rows, *((title, f"9{at}/SOP/PENMAD/2025") for at, title in enumerate(OTHERS))]
    inventory = Inventory(
        file="induk.xlsx", rows=tuple(row(at, *each) for at, each in enumerate(listed, start=5)), passed_over=(),
        totals=(),
    )  # fmt: skip
    return {
        each.file.split("/")[-1]: (item.row.title if item.row else "", item.status, item.case, item.doubtful)
        for item in reconcile(drafts, inventory, Settings(), [UNIT, ELSEWHERE]).items
        for each in item.drafts
    }


def filed(name: str, title: str, number: str = "", folder: str = UNIT) -> Sop:
    return replace(draft(title, number), file=f"{folder}/{name}", folder=folder)


def test_of_two_equal_titles_the_one_that_bears_the_number_answers_the_row() -> None:
    rows = (("Sertifikasi Guru", "001/SOP/PENMAD/2025"),)
    for older in ("", "001/SOP/PENMAD/2019"):
        one, other = filed("a", "SOP Sertifikasi Guru", older), filed("b", "SOP Sertifikasi Guru", rows[0][1])
        for drafts in ((one, other), (other, one)):
            found = told(rows, *drafts)
            assert (found["a"][1], found["b"][1]) == (Status.DUPLICATE, Status.MATCHED)


def test_an_older_draft_without_the_number_stands_behind_a_new_one_that_bears_it_in_other_words() -> None:
    rows = (("Pemeliharaan Gedung Kantor", "001/SOP/PENMAD/2025"),)
    new = filed("b", "SOP Pemeliharaan Gedung dan Bangunan Kantor", "001/SOP/PENMAD/2025")
    found = told(rows, filed("a", "SOP Pemeliharaan Gedung Kantor (lama)"), new)
    assert (found["a"][1], found["b"][1]) == (Status.DUPLICATE, Status.MATCHED)


def test_of_two_drafts_that_read_alike_the_one_filed_as_older_is_the_further_one() -> None:
    rows = (("Sertifikasi Guru", ""),)
    found = told(rows, filed("lama/a", "SOP Sertifikasi Guru"), filed("b", "SOP Sertifikasi Guru"))
    assert (found["a"][1], found["b"][1]) == (Status.DUPLICATE, Status.MATCHED)


def test_an_older_draft_by_itself_answers_the_row() -> None:
    rows = (("Pemeliharaan Gedung Kantor", "001/SOP/PENMAD/2025"),)
    found = told(rows, filed("a", "SOP Pemeliharaan Gedung Kantor (lama)"))
    assert found["a"] == ("Pemeliharaan Gedung Kantor", Status.MATCHED, Case.PLAIN, False)


def test_a_draft_that_covers_two_rows_answers_the_one_whose_number_it_bears() -> None:
    rows = (
        ("Pemilihan Penghulu Teladan", "001/SOP/PENMAD/2025"),
        ("Pemilihan Kepala KUA Teladan", "002/SOP/PENMAD/2025"),
    )
    both = "SOP Pemilihan Penghulu dan Kepala KUA Teladan"
    for title, number in rows:
        assert told(rows, filed("a", both, number))["a"] == (title, Status.MATCHED, Case.PLAIN, False)


def test_a_thing_more_than_another_units_row_makes_it_a_procedure_of_its_own() -> None:
    rows = (("Pembinaan Siswa Madrasah", "001/SOP/PENMAD/2025"),)
    more = "SOP Pembinaan Kesehatan Siswa Madrasah"
    assert told(rows, filed("a", more, folder=ELSEWHERE))["a"][:2] == ("", Status.EXTRA)
    assert told(rows, filed("a", "SOP Pembinaan Siswa Madrasah", folder=ELSEWHERE))["a"][1] is Status.MATCHED
    assert told(rows, filed("a", more, "001/SOP/PENMAD/2025", ELSEWHERE))["a"][1] is Status.MATCHED


def test_a_title_that_holds_all_of_the_rows_and_as_much_again_is_asked_about() -> None:
    rows = (("Pembinaan Penyuluh Agama Islam", "001/SOP/PENMAD/2025"),)
    as_much = "SOP Pembinaan Penyuluh Agama Islam Fungsional, Honorer, Kontrak dan Sukarela Kecamatan"
    assert told(rows, filed("a", as_much))["a"] == (rows[0][0], Status.MATCHED, Case.PLAIN, True)
    assert told(rows, filed("a", as_much, folder=ELSEWHERE))["a"][1] is Status.EXTRA
    far_more = f"{as_much} beserta Monitoring Kehadiran Rapat Koordinasi Triwulanan Kabupaten"
    assert told(rows, filed("a", far_more))["a"][1] is Status.EXTRA

"""What the sheets Dasar Hukum and Keterkaitan tell: each rule once, and what stands behind each related SOP."""

from dataclasses import replace

from pipeline.check.samples import identity, sop, value
from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.law import RepealedLaw
from pipeline.model.outcome import Outcome
from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import DraftRef, Item, Reconciliation, Status
from pipeline.model.sop import Sop
from pipeline.write.workbook.laws import laws_sheet
from pipeline.write.workbook.related import related_sheet
from pipeline.write.workbook.sheet import Sheet
from tests.write.reports import EMPTY

Line = dict[str, object]
PENMAD = "Seksi Pendidikan Madrasah"


def rows(sheet: Sheet) -> list[Line]:
    names = [each.heading for each in sheet.columns]
    return [dict(zip(names, (cell.value for cell in line), strict=True)) for line in sheet.rows]


def citing(file: str, *entries: str) -> Sop:
    made = sop(identity=identity(legal_basis=tuple(value(each) for each in entries)))
    return replace(made, file=file, folder=file.split("/")[0])


def naming(file: str, title: str, *entries: str, number: str = "") -> Sop:
    texts = tuple(value(each) for each in entries)
    made = sop(identity=identity(title=value(title), related=texts, number=value(number) if number else None))
    return replace(made, file=file, folder=file.split("/")[0])


def listed(at: int, title: str, unit: str = PENMAD) -> InventoryRow:
    return InventoryRow(
        title=title, number=f"00{at}/SOP/2025", unit=unit, group="", note="", cells=(),
        place=XlsxPlace(sheet="Induk", row=at), columns=(),
    )  # fmt: skip


def outcome(*sops: Sop, inventory: tuple[InventoryRow, ...] = (), items: tuple[Item, ...] = ()) -> Outcome:
    return replace(
        EMPTY, sops=sops, inventory=Inventory(file="induk.xlsx", rows=inventory, passed_over=(), totals=()),
        reconciliation=Reconciliation(units=(), items=items, corrections=()),
    )  # fmt: skip


def laws(*sops: Sop, office: tuple[RepealedLaw, ...] = ()) -> list[Line]:
    return rows(laws_sheet(replace(outcome(*sops), repealed=office)))


def pointed(*sops: Sop, inventory: tuple[InventoryRow, ...] = (), items: tuple[Item, ...] = ()) -> list[Line]:
    return rows(related_sheet(outcome(*sops, inventory=inventory, items=items)))


def test_a_law_written_in_three_ways_is_one_row() -> None:
    (only,) = laws(
        citing("penmad/a.docx", "1. UU No. 1 Tahun 1974 tentang perkawinan;"),
        citing("penmad/b.docx", "Undang-undang Nomor 1 Tahun 1974", "UU 1/1974"),
        citing("kua a/c.docx", "UU 1/1974"),
    )
    assert only["Peraturan"] == "Undang-Undang Nomor 1 Tahun 1974 tentang Perkawinan"
    assert (only["Keadaan"], only["Pengganti yang berlaku"]) == ("tidak tercatat dicabut", "")
    assert (only["Jumlah SOP"], only["Jumlah unit"], only["Unit"]) == (3, 2, f"{PENMAD}; kua a")
    assert (only["Cara menulis"], str(only["Tertulis"]).split("\n")) == (
        3, ["UU 1/1974 (2×)", "UU No. 1 Tahun 1974 tentang perkawinan", "Undang-undang Nomor 1 Tahun 1974"],
    )  # fmt: skip


def test_a_kind_that_is_taken_as_written_is_one_whatever_its_capitals() -> None:
    written = "Keputusan Direktur Jenderal Pendidikan Islam Nomor 91 Tahun 2020 tentang Pendidikan Al-Qur'an"
    (only,) = laws(
        citing("a/a.docx", written.upper()), citing("a/b.docx", written.upper()), citing("a/c.docx", written)
    )
    assert (only["Peraturan"], only["Jumlah SOP"], only["Cara menulis"]) == (written, 3, 2)


def test_a_repealed_law_stands_first_with_what_holds_now_by_way_of_what() -> None:
    first, second = laws(citing("a/a.docx", "UU 1/1974", "UU No 8 Tahun 1974 tentang Pokok-Pokok Kepegawaian"))
    assert second["Keadaan"] == "tidak tercatat dicabut"
    assert (first["Keadaan"], first["Tidak berlaku sejak"]) == ("dicabut", "15 Januari 2014")
    assert first["Peraturan"] == "Undang-Undang Nomor 8 Tahun 1974 tentang Pokok-Pokok Kepegawaian"
    assert str(first["Pengganti yang berlaku"]).split("\n") == [
        "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara",
        "setelah Undang-Undang Nomor 5 Tahun 2014",
    ]


def test_what_the_office_knows_to_be_repealed_is_told_too() -> None:
    own = RepealedLaw(law="PMA 9/2001", repealed_by="PMA Nomor 8 Tahun 2020 tentang Arsip", since="2020-03")
    (only,) = laws(citing("a/a.docx", "PMA Nomor 9 Tahun 2001"), office=(own,))
    assert (only["Keadaan"], only["Tidak berlaku sejak"]) == ("dicabut", "Maret 2020")
    assert only["Pengganti yang berlaku"] == "Peraturan Menteri Agama Nomor 8 Tahun 2020 tentang Arsip"


def test_what_amends_a_law_is_a_row_of_its_own_and_no_part_of_the_subject() -> None:
    found = laws(
        citing("a/a.docx", "PP Nomor 7 Tahun 1977 tentang Gaji sebagaimana diubah dengan PP Nomor 5 Tahun 2024")
    )
    assert [each["Peraturan"] for each in found] == [
        "Peraturan Pemerintah Nomor 5 Tahun 2024",
        "Peraturan Pemerintah Nomor 7 Tahun 1977 tentang Gaji",
    ]


def test_a_decree_with_the_year_in_its_number_gives_it_once() -> None:
    (only,) = laws(citing("a/a.docx", "PMK No. 113/PMK.05/2012 tentang Perjalanan Dinas"))
    assert only["Peraturan"] == "Peraturan Menteri Keuangan Nomor 113/PMK.05/2012 tentang Perjalanan Dinas"


def test_entries_without_a_law_have_rows_too_and_places_left_open_have_none() -> None:
    found = laws(
        citing("a/a.docx", "Asas kepatutan", "KMA tentang Cuti", "-", "UU 1/1974"),
        citing("a/b.docx", "asas  kepatutan;", "……"),
    )
    assert [(each["Peraturan"], each["Keadaan"], each["Jumlah SOP"]) for each in found] == [
        ("Undang-Undang Nomor 1 Tahun 1974 tentang Perkawinan", "tidak tercatat dicabut", 1),
        ("KMA tentang Cuti", "nomor atau tahun tidak ditulis", 1),
        ("Asas kepatutan", "tidak dikenali sebagai peraturan", 2),
    ]


def test_many_sops_are_counted_and_the_first_are_named() -> None:
    (only,) = laws(*(naming_law(at) for at in range(1, 12)))
    told = str(only["SOP yang menyebut"]).split("\n")
    assert (only["Jumlah SOP"], told[0], told[-1], len(told)) == (11, "SOP 1", "dan 7 judul lain", 5)


def naming_law(at: int) -> Sop:
    made = citing(f"a/{at}.docx", "UU 1/1974")
    return replace(made, identity=replace(made.identity, title=value(f"SOP {at}")))


IZIN = naming("penmad/izin.docx", "SOP Penerbitan Izin", "SOP Pindah Madrasah", number="002/SOP/PENMAD/2025")


def test_a_related_sop_that_was_handed_in_is_shown_with_its_number_and_unit() -> None:
    (only,) = pointed(naming("tu/surat.docx", "SOP Surat Masuk", "Penerbitan izin"), replace_related(IZIN))
    assert only == {
        "Nama SOP": "SOP Surat Masuk", "Unit": "Subbagian Tata Usaha", "Berkas": "tu/surat.docx", "Bagian": 1,
        "Tertulis": "Penerbitan izin", "Keadaan": "naskahnya ada", "SOP yang dimaksud": "SOP Penerbitan Izin",
        "Nomor": "002/SOP/PENMAD/2025", "Unit SOP itu": PENMAD, "Berkas SOP itu": "penmad/izin.docx",
        "Letak di induk": "",
    }  # fmt: skip


def replace_related(made: Sop) -> Sop:
    return replace(made, identity=replace(made.identity, related=()))


def test_what_only_the_inventory_knows_is_shown_with_its_row() -> None:
    (only,) = pointed(IZIN, inventory=(listed(9, "SOP Pindah Madrasah"),))
    assert (only["Keadaan"], only["Letak di induk"]) == ("hanya ada dalam induk", "lembar Induk, baris 9")
    assert (only["SOP yang dimaksud"], only["Nomor"], only["Berkas SOP itu"]) == (
        "SOP Pindah Madrasah", "009/SOP/2025", "",
    )  # fmt: skip


def test_a_draft_that_answers_the_row_under_another_title_counts_as_handed_in() -> None:
    row, draft = listed(9, "SOP Pindah Madrasah"), naming("penmad/mutasi.docx", "SOP Mutasi Siswa")
    ref = DraftRef(file=draft.file, part=1, title=draft.title, number="", unit=PENMAD)
    pair = Item(
        row=row, unit=PENMAD, drafts=(ref,), status=Status.MATCHED, score=0.7, differences=(), why="Nomor sama.",
    )  # fmt: skip
    (only,) = pointed(IZIN, draft, inventory=(row,), items=(pair,))
    assert (only["Keadaan"], only["SOP yang dimaksud"]) == ("naskahnya ada", "SOP Mutasi Siswa")
    assert (only["Berkas SOP itu"], only["Letak di induk"]) == ("penmad/mutasi.docx", "lembar Induk, baris 9")


def test_the_units_own_sop_is_meant_where_several_have_one_of_that_title() -> None:
    own, others = naming("kua a/n.docx", "SOP Nikah"), [naming(f"kua {at}/n.docx", "SOP Nikah") for at in "bcdefgh"]
    within, outside = pointed(
        naming("kua a/s.docx", "SOP Surat", "SOP Nikah"), naming("tu/s.docx", "SOP Surat", "SOP Nikah"), own, *others
    )
    assert within["Berkas SOP itu"] == "kua a/n.docx"
    assert str(outside["Unit SOP itu"]).split("\n") == ["kua a", "kua b", "kua c", "kua d", "kua e", "dan 3 lagi"]


def test_a_sop_that_names_itself_nobody_or_no_sop_is_told_so() -> None:
    found = pointed(
        naming(
            "a/a.docx", "SOP Cuti", "SOP Cuti", "Printer", "SOP Kerugian Negara; SOP Pemutahiran Data", "-", "Tidak ada"
        ),
        inventory=(listed(4, "SOP Pemutakhiran Data"),),
    )
    assert [(each["Tertulis"], each["Keadaan"], each["SOP yang dimaksud"]) for each in found] == [
        ("SOP Cuti", "SOP ini sendiri", ""),
        ("Printer", "bukan nama SOP", ""),
        ("SOP Kerugian Negara", "tidak ditemukan", ""),
        ("SOP Pemutahiran Data", "tertulis lain", "SOP Pemutakhiran Data"),
    ]


def test_sheets_without_entries_say_so() -> None:
    empty = outcome(replace_related(citing("a/a.docx")))
    assert (laws_sheet(empty).rows, related_sheet(empty).rows) == ((), ())

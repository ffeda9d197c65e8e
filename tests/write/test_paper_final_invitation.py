"""The invitation after the meeting: all units, when and where to write in, an annex for each that owes something."""

from dataclasses import replace
from pathlib import Path

from pipeline.model.agenda import Owed
from pipeline.model.decision import Fate, Verdict
from pipeline.write.papers.final_invitation import final_invitation
from tests.agenda.rounds import MADRASAH, OFFICE, ZAKAT, decided, item, outcome, sop
from tests.write.meetings import office_of, person, pleno, written
from tests.write.papers import rows, table_after, words
from tests.write.test_paper_letters import owing

A, Z = sop("SOP A"), sop("SOP Z", ZAKAT)
ROUND = outcome(item(A), item(Z, ZAKAT), item(None, OFFICE), sops=(A, Z))
NAME = "undangan-penyusunan-final"


def test_all_units_are_invited_and_the_office_writes_when_and_where(tmp_path: Path) -> None:
    said = words(written(tmp_path, NAME, pleno(ROUND, person("Tamu Contoh", "Kantor Wilayah"))))
    assert "Hal : Undangan Penyusunan SOP Final\nYth. 1. Kepala Seksi Pendidikan Madrasah\n" in said
    assert " 3. Kepala Subbagian Tata Usaha\nAssalamu’alaikum" in said
    assert "Kantor Contoh pada Senin, 11 Mei 2026, dengan hormat kami mengundang Saudara" in said
    for label in ("hari/tanggal", "waktu", "tempat"):
        assert f"\n{label} : ……" in said


def test_a_unit_that_owes_has_an_annex_of_its_own_with_everything(tmp_path: Path) -> None:
    document = written(tmp_path, NAME, pleno(ROUND), (owing(), Owed(unit=ZAKAT, submitted=3, open=1)))
    said = words(document)
    assert "Lampiran : 1 (satu) berkas\n" in said
    assert "Hal yang masih harus dilengkapi oleh 2 unit kerja tercantum dalam lampiran surat ini." in said
    assert (
        f"Hal yang Harus Dilengkapi\n{MADRASAH}\nSOP yang telah diserahkan: 1; belum diserahkan: 1; berkas yang harus "
        "diserahkan ulang: 1; keputusan rapat yang belum ditindaklanjuti: 2; hal yang belum diputuskan: 2.\n"
    ) in said
    assert said.endswith(f"{ZAKAT}\nSOP yang telah diserahkan: 3; belum diserahkan: 0; hal yang belum diputuskan: 1.")
    heads = [each for each in document.paragraphs if each.text.startswith("Lampiran Surat")]
    assert [each.paragraph_format.page_break_before for each in heads] == [True, True]
    assert rows(table_after(document, "SOP yang belum diserahkan"))[1:] == [["1.", "SOP Hilang", "–", "–"]]
    assert rows(table_after(document, "Berkas yang harus"))[1:] == [["1.", "penmad/rusak.docx", "Dilindungi sandi."]]
    fixes = rows(table_after(document, "Keputusan rapat yang"))
    assert fixes[0] == ["No.", "Nama SOP", "Bagian", "Yang diperbaiki", "Keputusan", "Keadaan"]
    what = "Waktu belum diisi.\nMenjadi “15 menit”."
    assert fixes[1:] == [
        ["1.", "SOP A (penmad/a.docx)", "langkah 3, waktu", what, "Terima.", "Belum diperbaiki"],
        ["2.", "SOP A", "langkah 3, waktu", what, "Terima.", "Belum diperbaiki"],
    ]


def test_a_decision_that_changed_the_proposal_is_told_with_what_became_of_it() -> None:
    fix = replace(
        owing().fixes[0], fate=Fate.OTHERWISE, becomes="", decision=decided("F-1", Verdict.CHANGE, "20 menit")
    )
    other = Owed(unit=MADRASAH, fixes=(fix,))
    ((line,),) = (each.perbaikan for each in final_invitation(pleno(ROUND), (other,)).unit)
    assert line.keadaan == "Diperbaiki dengan isi lain"
    assert line.perbaikan == ("Waktu belum diisi.",)
    assert line.keputusan == "Ubah menjadi “20 menit”."


def test_where_nobody_owes_anything_that_is_said_and_nothing_is_attached(tmp_path: Path) -> None:
    document = written(tmp_path, NAME, pleno(ROUND), ())
    said = words(document)
    assert "Lampiran : –\n" in said
    assert "Seluruh unit kerja telah menyerahkan SOP dan menindaklanjuti keputusan rapat." in said
    assert document.tables == []
    assert said.endswith("NIP 197001011995032001")


def test_many_units_are_listed_in_an_annex_before_those_of_the_units(tmp_path: Path) -> None:
    settings = office_of(7)
    whole = outcome(*(item(None, each.name) for each in settings.units))
    document = written(tmp_path, NAME, pleno(whole, settings=settings))
    said = words(document)
    assert "Lampiran : 2 (dua) berkas\n" in said
    assert said.index("Daftar Undangan\n") < said.index("Hal yang Harus Dilengkapi\n")
    assert len(document.tables) == 1 + 7

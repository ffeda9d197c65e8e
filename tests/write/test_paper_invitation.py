"""The invitation to the pleno: whom it goes to, when and where, and the list of invitees when it is long."""

from pathlib import Path

from pipeline.model.agenda import Invitee, Invitees
from pipeline.write.papers.invitation import invitation
from pipeline.write.papers.letter import recipients
from tests.agenda.rounds import MADRASAH, OFFICE, ZAKAT, item, outcome, sop
from tests.write.meetings import SETTINGS, TWO_DAYS, office_of, person, pleno, written
from tests.write.papers import rows, words

A, Z = sop("SOP A"), sop("SOP Z", ZAKAT)
ROUND = outcome(item(A), item(Z, ZAKAT), item(None, OFFICE), sops=(A, Z))


def test_few_recipients_are_addressed_one_by_one_and_no_list_is_attached(tmp_path: Path) -> None:
    document = written(tmp_path, "undangan", pleno(ROUND))
    said = words(document)
    assert (
        "Lampiran : 1 (satu) berkas\nHal : Undangan Rapat Pleno SOP\n"
        "Yth. 1. Kepala Seksi Pendidikan Madrasah\n 2. Penyelenggara Zakat dan Wakaf\n"
        " 3. Kepala Subbagian Tata Usaha\nAssalamu’alaikum Wr. Wb.\n"
    ) in said
    assert "Daftar Undangan" not in said
    assert document.tables == []


def test_one_recipient_has_no_number() -> None:
    assert invitation(pleno(outcome(item(A), sops=(A,)))).penerima == ("Kepala Seksi Pendidikan Madrasah",)


def test_when_and_where_stand_in_a_list_of_their_own(tmp_path: Path) -> None:
    said = words(written(tmp_path, "undangan", pleno(ROUND, when=TWO_DAYS)))
    assert (
        "untuk menghadiri rapat yang akan diselenggarakan pada:\n"
        "hari/tanggal : Senin dan Selasa, 11 dan 12 Mei 2026\nwaktu : pukul 08.00–12.00 WIB\n"
        "tempat : Aula Kantor Contoh\nacara : Rapat Pleno Standar Operasional Prosedur (SOP)\n"
    ) in said


def test_more_than_five_recipients_are_listed_in_an_annex_on_its_own_page(tmp_path: Path) -> None:
    settings = office_of(8)
    whole = outcome(*(item(None, each.name) for each in settings.units))
    people = (
        person("Budi Contoh", MADRASAH, position="Kepala Seksi"), person("Siti Contoh", MADRASAH),
        person("Tamu Contoh", "Kantor Wilayah", position="Analis"), person("Ketua Contoh"),
    )  # fmt: skip
    document = written(tmp_path, "undangan", pleno(whole, *people, settings=settings))
    said = words(document)
    assert "Lampiran : 2 (dua) berkas\n" in said
    assert "Yth. Daftar Undangan terlampir\nAssalamu’alaikum" in said
    assert "Lampiran Surat Kantor Contoh\nNomor: B-……/……/……/…/2026\nTanggal: 4 Mei 2026\nDaftar Undangan\n" in said
    head = next(each for each in document.paragraphs if each.text.startswith("Lampiran Surat"))
    assert head.paragraph_format.page_break_before
    heading, first, *others = rows(document.tables[0])
    assert heading == ["No.", "Yang diundang", "Peserta"]
    assert first == ["1.", "Kepala Seksi Pendidikan Madrasah", "Budi Contoh (Kepala Seksi)\nSiti Contoh"]
    assert others[0] == ["2.", "Penyelenggara Zakat dan Wakaf", "Yang bersangkutan atau pejabat yang mewakili"]
    assert others[-2:] == [["9.", "Analis, Kantor Wilayah", "Tamu Contoh"], ["10.", "Tamu undangan", "Ketua Contoh"]]
    assert len(others) == 9


def test_five_are_addressed_and_six_are_listed() -> None:
    units = tuple(Invitee(unit=f"Unit {at}", addressed=f"Kepala Unit {at}") for at in range(6))
    assert recipients(units) == ("Daftar Undangan terlampir",)
    assert recipients(units[:5])[-1] == "5. Kepala Unit 4"
    assert Invitees(units=units).total == 6


def test_a_guest_is_addressed_by_name_and_one_for_a_copy_is_not_invited(tmp_path: Path) -> None:
    guest = person("Tamu Contoh", "Kantor Wilayah", position="Analis")
    copy = person("Kepala Kantor Wilayah", role="Tembusan")
    said = words(written(tmp_path, "undangan", pleno(outcome(item(A), sops=(A,)), guest, copy)))
    assert "Yth. 1. Kepala Seksi Pendidikan Madrasah\n 2. Tamu Contoh, Analis, Kantor Wilayah\n" in said
    assert said.endswith("Tembusan:\n1. Kepala Kantor Wilayah")


def test_without_copies_there_is_no_tembusan(tmp_path: Path) -> None:
    said = words(written(tmp_path, "undangan", pleno(ROUND, settings=SETTINGS)))
    assert "Tembusan" not in said
    assert said.endswith("NIP 197001011995032001")

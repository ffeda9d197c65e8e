"""What all letters and lists of the pleno keep: form, empty values, hostile texts, bytes, time, printed pages."""

import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from pipeline.model.agenda import Owed, OwedFile, OwedFix, OwedSop
from pipeline.model.decision import Fate, Verdict
from pipeline.model.outcome import Outcome
from pipeline.text import fold, key
from pipeline.write.flow_words import clean
from pipeline.write.papers.write import ATTENDANCE, FINAL_INVITATION, INVITATION, PROGRAMME, REMINDER
from pipeline.write.papers.write_letters import write_attendance, write_programme, write_reminders
from tests.agenda.meetings import meeting
from tests.agenda.rounds import MADRASAH, OFFICE, ZAKAT, decided, item, outcome, sop
from tests.write import reports
from tests.write.meetings import BARE, MONDAY, SETTINGS, TWO_DAYS, letters, office_of, person, pleno
from tests.write.papers import SHIPPED, opened, unsound_cells, words

NAMES = (INVITATION, PROGRAMME, ATTENDANCE, FINAL_INVITATION, REMINDER)
SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
_PRINTED = pytest.mark.skipif(None in (SOFFICE, PDFTOTEXT), reason="LibreOffice or poppler is not installed here")


def round_of(text: str = "") -> Outcome:
    draft = sop(f"SOP A {text}".strip())
    return outcome(item(draft), item(None, ZAKAT), item(None, OFFICE, why=text), sops=(draft,))


def owing(text: str = "", unit: str = MADRASAH) -> Owed:
    """A unit that owes something of each kind."""
    fix = OwedFix(
        title=f"SOP A {text}".strip(), file="penmad/a.docx", where="langkah 3, waktu",
        words=f"waktu belum diisi {text}", becomes=f"15 menit {text}".strip(), fate=Fate.OPEN,
        decision=decided("F-1", Verdict.ACCEPT, note=text),
    )  # fmt: skip
    return Owed(
        unit=unit, submitted=1, missing=(OwedSop(title=f"SOP Hilang {text}".strip(), note=text),),
        again=(OwedFile(file="penmad/rusak.docx", message="Dilindungi sandi."),), fixes=(fix, replace(fix, file="")),
        open=2,
    )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_signature_is_never_parted_from_the_text_above_it(name: str) -> None:
    texts = [each for each in docx.Document(str(SHIPPED / name)).paragraphs if "{%p" not in each.text]
    end = next(at for at, each in enumerate(texts) if each.text.startswith("NIP"))
    begin = next(at for at, each in enumerate(texts) if each.text == "{{ penandatangan.jabatan }},")
    assert [each.text for each in texts[begin + 2 : end]] == ["{{ penandatangan.nama }}"]
    assert all(each.paragraph_format.keep_with_next for each in texts[begin - 2 : end])
    assert not texts[end].paragraph_format.keep_with_next


@pytest.mark.parametrize("name", [INVITATION, FINAL_INVITATION, REMINDER])
def test_a_letter_has_the_parts_of_a_surat_dinas_in_their_order(tmp_path: Path, name: str) -> None:
    made = letters(tmp_path, pleno(round_of()))
    path = made.get(name.removesuffix(".docx")) or made[f"pengingat-{ZAKAT}"]
    head = words(opened(path)).split("\n")
    kop = ["Kementerian Agama Republik Indonesia", "Kantor Contoh", "Jalan Contoh 1"]
    assert head[:5] == [*kop, "Telepon (021) 55, Pos-el a@contoh.example", ""]
    # Place and date stand on the line of the number, without a full stop.
    assert head[5] == "Nomor : B-……/……/……/…/2026 Kota Contoh, 4 Mei 2026"
    assert head[6] == "Sifat : Biasa"
    assert head[7].startswith("Lampiran : ")
    assert head[8].startswith("Hal : ")
    assert head[9].startswith("Yth. ")
    rest = "\n".join(head[9:])
    assert "\nWassalamu’alaikum Wr. Wb.\nKepala Kantor,\n\nDra. Siti Contoh\nNIP 197001011995032001" in rest


def test_nothing_empty_and_nothing_of_the_program_stands_in_the_papers(tmp_path: Path) -> None:
    full = letters(tmp_path / "isi", pleno(round_of(), person("Budi Contoh", MADRASAH)), (owing(), Owed(unit=ZAKAT)))
    empty = letters(tmp_path / "kosong", pleno(outcome(), settings=BARE, when=meeting("08.00-12.00")), ())
    assert len(full) == 5
    assert len(empty) == 4
    for path in (*full.values(), *empty.values()):
        document = opened(path)
        assert unsound_cells(document) == []
        said = words(document)
        for sign in ("{{", "{%", "None", "()", "“”", " .", " ,", "..", "  ", "\n.", ": \n"):
            assert sign not in said, (path.name, sign)
        assert all(each.style.name != "Normal" for each in document.paragraphs if each.text)


def test_what_is_not_known_has_dots_to_write_on(tmp_path: Path) -> None:
    made = letters(tmp_path, pleno(outcome(), settings=BARE, when=meeting("08.00-12.00")), ())
    said = words(opened(made["undangan"]))
    assert said.startswith("Kantor Contoh\n")
    assert "/2026 4 Mei 2026\n" in said
    assert "tempat : ……" in said
    assert "Yth. ……" in said
    assert "Kepala Kantor,\n\n……" in said


@pytest.mark.parametrize("text", [reports.HOSTILE, "{{ kop }} {% for x in y %}", "a\x07b\x00 \ud800", "{_{ x }_}"])
def test_what_others_wrote_comes_out_as_text(tmp_path: Path, text: str) -> None:
    guest = person(f"Tamu {text}", position=text)
    own = person(f"Budi {text}", MADRASAH, position=text, nip=text)
    copy = person(f"Arsip {text}", role="Tembusan")
    made = letters(tmp_path, pleno(round_of(text), own, guest, copy), (owing(text),))
    for name, told in (
        ("undangan", "Tamu"), ("undangan", "Arsip"), ("daftar-hadir", "Budi"), ("daftar-hadir", "Tamu"),
        ("undangan-penyusunan-final", "SOP Hilang"), (f"pengingat-{MADRASAH}", "SOP Hilang"),
    ):  # fmt: skip
        document = opened(made[name])
        assert fold(clean(f"{told} {text}")) in fold(words(document)), name
        assert unsound_cells(document) == []


def test_the_same_meeting_gives_the_same_bytes(tmp_path: Path) -> None:
    first, again = (letters(tmp_path / each, pleno(round_of())) for each in ("1", "2"))
    assert list(first) == list(again)
    assert all(first[name].read_bytes() == again[name].read_bytes() for name in first)


def test_a_large_meeting_is_written_in_a_few_seconds(tmp_path: Path) -> None:
    settings = office_of(20)
    drafts = [sop(f"SOP {at}") for at in range(150)]
    lines = [item(draft, settings.units[at % 20].name) for at, draft in enumerate(drafts)]
    lines += [item(None, each.name) for each in settings.units for _ in range(8)]
    people = [person(f"Peserta Contoh {at}", settings.units[at % 20].name) for at in range(60)]
    whole = pleno(outcome(*lines, sops=tuple(drafts)), *people, settings=settings, when=TWO_DAYS)
    began = time.perf_counter()
    made = letters(tmp_path, whole)
    assert time.perf_counter() - began < 5
    assert len(made) == 4 + 20


def printed(folder: Path, *paths: Path) -> dict[str, list[str]]:
    """Return the text of each page of each paper, by its name."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "pdf")]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)
    pages = {}
    for path in paths:
        told = [str(PDFTOTEXT), str(folder / "pdf" / f"{path.stem}.pdf"), "-"]
        text = subprocess.run(told, check=True, capture_output=True).stdout.decode()
        pages[path.stem] = text.split("\f")[:-1]
    return pages


@_PRINTED
def test_libreoffice_prints_the_papers_with_all_their_words(tmp_path: Path) -> None:
    people = (person("Budi Contoh, S.Ag.", MADRASAH, nip="197001011995032001", position="Kepala Seksi"),)
    made = letters(tmp_path / "naskah", pleno(round_of(), *people, when=TWO_DAYS), (owing(), owing(unit=ZAKAT)))
    for name, pages in printed(tmp_path, *made.values()).items():
        told = key(" ".join(pages)).replace(" ", "")
        lost = [each for each in set(key(words(opened(made[name]))).split()) if len(each) < 12 and each not in told]
        assert lost == [], name


@_PRINTED
def test_a_signature_is_never_alone_on_a_page_however_long_the_paper_is(tmp_path: Path) -> None:
    lengths = range(18, 34, 2)
    gap = OwedSop(title="SOP Penerbitan Rekomendasi Pendirian Madrasah", number="007/SOP/2025")
    owed = [Owed(unit=f"Unit {at}", missing=(gap,) * at) for at in lengths]
    paths = list(write_reminders(outcome(), SETTINGS, owed, None, tmp_path / "pengingat"))
    for at in lengths:
        settings = office_of(at)
        found = outcome(*(item(None, each.name) for each in settings.units))
        whole = pleno(found, settings=settings, when=meeting("08.00-15.00", first=MONDAY))
        paths += [tmp_path / f"susunan-{at}.docx", tmp_path / f"hadir-{at}.docx"]
        write_programme(whole, None, paths[-2])
        write_attendance(whole, None, paths[-1])
    spilt = 0
    for name, pages in printed(tmp_path, *paths).items():
        (page,) = [each for each in pages if "NIP 197001011995032001" in each]
        above = {"pengingat": "Sehubungan dengan", "susunan": "Susunan acara ini", "hadir": "Jumlah yang hadir"}
        assert above[name.split("-")[0]] in page, name
        assert "Kepala Kantor," in page
        assert page is pages[-1]
        spilt += "No." not in page and "Waktu (WIB)" not in page
    # Some of them do end on a page that the table does not reach.
    assert spilt


def test_days_apart_and_hours_of_their_own_are_told_day_by_day(tmp_path: Path) -> None:
    days = meeting("08.00-11.00", first=MONDAY).days + meeting("08.00-14.00", first=MONDAY.replace(day=15)).days
    whole = pleno(round_of(), when=replace(TWO_DAYS, days=days))
    said = words(opened(letters(tmp_path, whole)["undangan"]))
    assert "hari/tanggal : Senin, 11 Mei 2026 dan Jumat, 15 Mei 2026\n" in said
    assert "waktu : Senin, 11 Mei 2026 pukul 08.00–11.00 WIB dan Jumat, 15 Mei 2026 pukul 08.00–14.00 WIB\n" in said

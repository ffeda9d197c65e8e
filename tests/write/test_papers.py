"""The discrepancy report and the correction sheets in Word: what stands in them, and that it is the run's own."""

import json
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.decide.owners import Owners
from pipeline.model.decision import Decision, Verdict
from pipeline.model.finding import Severity
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import (
    Action,
    Correction,
    Item,
    Nature,
    Proposal,
    Reconciliation,
    Status,
    UnitCount,
)
from pipeline.run import read_inputs, run
from pipeline.settings import Head, Letterhead, Settings, read_settings
from pipeline.text import fold, key
from pipeline.wording import ACROSS_UNITS
from pipeline.write.flow_words import clean
from pipeline.write.papers.correction_sheet import sheet_name
from pipeline.write.papers.write import write_correction_sheets, write_report_paper
from pipeline.write.records import write_reconciliation
from tests.write import reports
from tests.write.papers import opened, rows, table_after, unsound_cells, words

ROOT = Path(__file__).parent.parent.parent
WHEN = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
SETTINGS = Settings(
    office="Kantor Contoh",
    place="Kota Contoh",
    letterhead=Letterhead(address="Jalan Contoh 1", phone="(021) 55", email="a@contoh.example"),
    head=Head(position="Kepala Kantor", name="Dra. Siti Contoh", nip="197001011995032001"),
)
SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")


@pytest.fixture(scope="module")
def sample() -> Outcome:
    settings = read_settings(ROOT)
    return run(read_inputs(ROOT, settings), settings, WHEN, lambda *_: None)


@pytest.fixture(scope="module")
def sample_report(sample: Outcome, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(tmp_path_factory.mktemp("laporan"), sample, read_settings(ROOT))


@pytest.fixture(scope="module")
def sample_sheets(sample: Outcome, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return sheets(tmp_path_factory.mktemp("lembar"), sample, read_settings(ROOT))


def report(tmp_path: Path, outcome: Outcome, settings: Settings = SETTINGS) -> Path:
    path = tmp_path / "laporan-selisih.docx"
    write_report_paper(outcome, settings, None, path)
    return path


def sheets(tmp_path: Path, outcome: Outcome, settings: Settings = SETTINGS) -> dict[str, Path]:
    """Return the path of each sheet, by its way from the folder."""
    found = write_correction_sheets(outcome, settings, None, tmp_path / "kembali")
    return {each.relative_to(tmp_path / "kembali").as_posix(): each for each in found}


def lines(path: Path) -> list[list[str]]:
    """Return the lines of a correction sheet, without its heading."""
    tables = opened(path).tables
    return rows(tables[0])[1:] if tables else []


def only(tmp_path: Path, outcome: Outcome) -> Path:
    """Return the sheet of the unit that the tests' outcomes are about."""
    return sheets(tmp_path, outcome)[f"penmad/lembar-koreksi-{reports.UNIT}.docx"]


# The report.


def test_every_number_of_the_table_is_that_of_the_json(tmp_path: Path, sample: Outcome, sample_report: Path) -> None:
    write_reconciliation(sample, tmp_path / "r.json")
    counts = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["units"]
    names = ("inventory", "submitted", "matched", "missing", "extra", "duplicate", "transferred")
    heading, *told, total = rows(table_after(opened(sample_report), "B. Rekapitulasi"))
    assert heading[1:9] == [
        "Unit kerja", "Induk", "Diserahkan", "Cocok", "Belum", "Di luar induk", "Ganda", "Dialihkan",
    ]  # fmt: skip
    assert [(line[1], *map(int, line[2:9])) for line in told] == [
        (each["unit"], *(each[name] for name in names)) for each in counts
    ]
    assert [int(each) for each in total[2:9]] == [sum(each[name] for each in counts) for name in names]
    assert sum(int(each) for each in total[9:11]) == len(sample.sops)


def test_the_annexes_have_every_finding_and_every_line_that_is_not_simply_matched(
    sample: Outcome, sample_report: Path
) -> None:
    document = opened(sample_report)
    codes = Counter(
        line[0]
        for table in document.tables
        if rows(table)[0][0] == "Kode"
        for line in rows(table)
        if len(set(line)) > 1
    )
    codes.pop("Kode")
    assert codes == Counter(each.code for each in sample.findings)
    states = Counter(line[1] for table in document.tables if rows(table)[0][1] == "Keadaan" for line in rows(table))
    counts = Counter(each.status for each in sample.reconciliation.items)
    assert states["Belum diserahkan"] == counts[Status.MISSING]
    assert states["Ganda"] + states["Ganda, perlu dipastikan"] == counts[Status.DUPLICATE]
    said = fold(words(document))
    assert all(fold(each.title) in said for each in sample.reconciliation.proposals)
    assert all(fold(each.title) in said for each in sample.sops)


def test_each_unit_has_an_annex_on_a_page_of_its_own(sample: Outcome, sample_report: Path) -> None:
    document = opened(sample_report)
    heads = [each for each in document.paragraphs if each.text.startswith("Lampiran ")]
    assert [each.text.partition(": ")[2] for each in heads] == [each.unit for each in sample.reconciliation.units]
    assert all(each.paragraph_format.page_break_before for each in heads)
    main, annex = document.sections
    assert (round(main.page_width.mm), round(main.page_height.mm)) == (215, 330)
    assert (round(annex.page_width.mm), round(annex.page_height.mm)) == (330, 215)


def test_the_report_has_the_kop_the_open_number_the_day_and_the_signer(tmp_path: Path) -> None:
    said = words(opened(report(tmp_path, reports.outcome())))
    for each in (
        "Kementerian Agama Republik Indonesia\nKantor Contoh\nJalan Contoh 1\n",
        "\nTelepon (021) 55, Pos-el a@contoh.example\n",
        "Nomor: …", "Pada hari Rabu, 20 Agustus 2025, pukul 08.30 WIB",
        "Kota Contoh, 20 Agustus 2025\nKepala Kantor,\n\nDra. Siti Contoh\nNIP 197001011995032001",
        "4 SOP: 2 siap dibahas, 1 perlu perbaikan, 1 tidak terbaca.",
    ):  # fmt: skip
        assert each in said


@pytest.mark.parametrize("left_open", ["", "…", "..........", "-"])
def test_what_the_profile_leaves_open_leaves_no_empty_line_and_dots_to_sign_on(tmp_path: Path, left_open: str) -> None:
    bare = Settings(
        office="Kantor Contoh", place=left_open, head=Head(name=left_open, nip=left_open),
        letterhead=Letterhead(ministry=left_open, address=left_open, phone=left_open),
    )  # fmt: skip
    said = words(opened(report(tmp_path, reports.outcome(), bare)))
    assert said.startswith("Kantor Contoh\n\nLaporan Selisih")
    assert "\n20 Agustus 2025\nKepala Kantor,\n\n……" in said
    assert "\nNIP ……" in said


def test_an_office_without_anything_still_has_a_report(tmp_path: Path) -> None:
    said = words(opened(report(tmp_path, reports.EMPTY)))
    assert "Belum ada SOP yang diserahkan." in said
    assert "Jumlah SOP sudah sesuai dengan panduan induk." in said
    assert "Tidak ada unit kerja yang dilampirkan." in said
    assert sheets(tmp_path, reports.EMPTY) == {}


def test_a_finding_stands_with_its_correction_its_advice_and_its_decision(tmp_path: Path) -> None:
    whole = reports.outcome()
    law = next(each for each in whole.findings if each.code == "LG101")
    decision = Decision(about=law.id, verdict=Verdict.CHANGE, value="UU 30 Tahun 2014", note="Menurut TU")
    document = opened(report(tmp_path, replace(whole, decisions=(decision,))))
    line = next(each for table in document.tables for each in rows(table) if each[0] == "LG101")
    assert line[1:5] == [
        "perlu diperiksa", "dasar hukum 1, tabel 2, baris 4, kolom 3", law.message, "UU Nomor 2 Tahun 1989",
    ]  # fmt: skip
    assert line[5] == (
        "“2 Tahun 1989” menjadi “20 Tahun 2003”. Sudah dicabut.\nPerbaiki.\n"
        "Keputusan: Ubah menjadi “UU 30 Tahun 2014”. Menurut TU."
    )


def test_a_doubtful_line_is_asked_with_its_candidates(tmp_path: Path) -> None:
    said = words(opened(report(tmp_path, reports.outcome())))
    assert "Baris panduan induk mana yang dijawab naskah ini: salah satu calon berikut, atau tidak satu pun?" in said
    assert "Calon 1: “SOP Penerbitan Izin” (kemiripan 0,90, dipakai sekarang)." in said


def test_what_a_unit_has_to_do_is_counted_in_words_and_listed_in_its_annex(tmp_path: Path) -> None:
    document = opened(report(tmp_path, reports.outcome()))
    assert rows(table_after(document, "C. Penyesuaian"))[1:] == [
        ["1", reports.UNIT, "Susun 1 SOP; tambahkan 1 SOP ke induk.", "31", "30", "32"]
    ]
    assert rows(table_after(document, "Usulan penyesuaian"))[1:] == [
        ["1", "Susun", "SOP Hilang", "lembar Induk, baris 9", "–", "Susun."],
        ["2", "Tambahkan ke induk", "SOP Lain", "–", "penmad/c.docx", "Tambahkan."],
    ]


def test_files_that_could_not_be_read_are_told_with_the_reason(tmp_path: Path) -> None:
    document = opened(report(tmp_path, reports.outcome()))
    assert rows(table_after(document, "Berkas yang tidak terbaca"))[1:] == [["penmad/rusak.docx", "Dilindungi sandi."]]


@pytest.mark.parametrize("text", [reports.HOSTILE, "{{ kop }} {% for x in y %}", "a\x07b\x00 \ud800", "{_{ x }_}"])
def test_what_drafts_say_comes_out_as_text(tmp_path: Path, text: str) -> None:
    document = opened(report(tmp_path, reports.outcome(text)))
    assert fold(clean(f"SOP A {text}")) in fold(words(document))
    assert unsound_cells(document) == []
    said = words(opened(only(tmp_path, reports.outcome(text))))
    assert fold(clean(f"Waktu tidak terukur. {text}")) in fold(said)


def test_nothing_empty_and_nothing_of_the_program_stands_in_the_papers(
    sample_report: Path, sample_sheets: dict[str, Path]
) -> None:
    for path in (sample_report, *sample_sheets.values()):
        document = opened(path)
        assert unsound_cells(document) == []
        said = words(document)
        for each in ("{{", "{%", "None", "()", "“”", " .", "..", "  "):
            # An ellipsis stands in drafts, and in what is left open for a person.
            assert each not in said.replace("20..", "20"), (path.name, each)
        assert all(each.style.name != "Normal" for each in document.paragraphs if each.text)


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    first, again = tmp_path / "1", tmp_path / "2"
    for folder in (first, again):
        folder.mkdir()
        report(folder, reports.outcome())
        sheets(folder, reports.outcome())
    files = [each.relative_to(first) for each in sorted(first.rglob("*.docx"))]
    assert len(files) > 1
    assert all((first / each).read_bytes() == (again / each).read_bytes() for each in files)


# The correction sheets.


def test_each_unit_that_handed_in_gets_a_sheet_in_its_folder_with_all_its_findings(
    sample: Outcome, sample_sheets: dict[str, Path]
) -> None:
    owners, found = Owners(sample), sample_sheets
    listed = {path.stem: lines(path) for path in found.values()}
    assert {each.split("/")[0] for each in found} == {each.folder for each in sample.sops}
    for sop in sample.sops:
        unit = owners.of_sop(sop)
        told = Counter(line[3].split(" – ")[0] for line in listed[sheet_name(unit)] if fold(sop.title) in line[1])
        codes = Counter(each.code for each in sample.findings if (each.file, each.part) == sop.key)
        assert codes <= told, sop.file
    coded = [line for each in listed.values() for line in each if line[3][:2].isupper() and " – " in line[3]]
    assert len(coded) == len(sample.findings)


def test_the_lines_are_numbered_and_have_room_for_the_unit(tmp_path: Path) -> None:
    document = opened(only(tmp_path, reports.outcome()))
    heading, *told = rows(document.tables[0])
    assert heading == ["No.", "Nama SOP", "Bagian", "Temuan", "Usulan perbaikan", "Tindak lanjut", "Paraf"]
    assert [each[0] for each in told] == [str(at) for at in range(1, len(told) + 1)]
    assert {(each[5], each[6]) for each in told} == {("", "")}
    said = words(document)
    assert f"Ada {len(told)} hal yang perlu dikoreksi atau dipastikan" in said
    assert "Penanggung jawab Seksi Pendidikan Madrasah" in said
    assert "4 SOP: 2 siap dibahas, 1 perlu perbaikan, 1 tidak terbaca." in said


def test_what_is_about_all_units_has_a_sheet_of_its_own(tmp_path: Path) -> None:
    path = sheets(tmp_path, reports.outcome())[f"lembar-koreksi-{ACROSS_UNITS}.docx"]
    assert [each[3].split(" – ")[0] for each in lines(path)] == ["SE105"]


def test_a_unit_with_nothing_to_correct_is_told_so(tmp_path: Path) -> None:
    whole = reports.outcome()
    clear = replace(
        whole, findings=(), unreadable=(), reconciliation=replace(whole.reconciliation, items=(), proposals=())
    )
    document = opened(next(iter(sheets(tmp_path, clear).values())))
    assert document.tables == []
    assert "Tidak ada yang perlu dikoreksi pada 3 SOP yang diserahkan unit ini." in words(document)


def corrected(verdict: Verdict | None = None, value: str = "") -> Outcome:
    """Return an outcome with one difference of the inventory and its correction, decided or not."""
    whole = reports.outcome()
    away = replace(
        reports.outcome().reconciliation.items[0].differences[0],
        nature=Nature.SLIP,
        why="Nama mengikuti panduan induk.",
    )
    line = reports.item(Status.MATCHED, 7, "penmad/a.docx", differences=(away,))
    fix = Correction(
        target="draft", field="title", before="SOP Ijin", after=value or "SOP Izin", why="Ejaan.", place=None,
        file="penmad/a.docx", part=1, id="C-1", verdict=verdict,
    )  # fmt: skip
    count = UnitCount(
        unit=reports.UNIT, inventory=1, submitted=1, matched=1, missing=0, extra=0, duplicate=0, transferred=0
    )
    decisions = (Decision(about="C-1", verdict=verdict, value=value, note="Rapat"),) if verdict else ()
    found = Reconciliation(units=(count,), items=(line,), corrections=(fix,))
    return replace(whole, findings=(), unreadable=(), reconciliation=found, decisions=decisions)


def test_a_correction_against_the_inventory_tells_both_sides_and_what_it_becomes(tmp_path: Path) -> None:
    (line,) = lines(only(tmp_path, corrected()))
    assert line[1:6] == [
        "SOP A (penmad/a.docx)", "nama SOP",
        "Salah ketik: panduan induk (lembar Induk, baris 9) “SOP Izin”, naskah “SOP Ijin”.",
        "Nama mengikuti panduan induk.\nMenjadi “SOP Izin”.", "",
    ]  # fmt: skip


def test_a_decided_correction_tells_the_decision_and_a_rejected_one_is_left_out(tmp_path: Path) -> None:
    (line,) = lines(only(tmp_path, corrected(Verdict.CHANGE, "SOP Izin Baru")))
    assert line[4:6] == [
        "Nama mengikuti panduan induk.\nMenjadi “SOP Izin Baru”.",
        "Ubah menjadi “SOP Izin Baru”. Rapat.",
    ]
    assert lines(only(tmp_path / "lain", corrected(Verdict.REJECT))) == []


def test_a_draft_without_a_row_is_told_what_is_proposed_unless_that_was_rejected(tmp_path: Path) -> None:
    alone = reports.item(Status.EXTRA, None, "penmad/b.docx", why="Tidak ada di induk.")
    step = reports.proposal(Action.ADD, "SOP B", why="Tambahkan.", draft=alone.drafts[0], id="P-1")
    bare = settled(alone, step)
    (line,) = lines(only(tmp_path, bare))
    assert line[3:6] == ["Di luar induk. Tidak ada di induk.", "Tambahkan.", ""]
    rejected = replace(bare, decisions=(Decision(about="P-1", verdict=Verdict.REJECT),))
    (line,) = lines(only(tmp_path / "lain", rejected))
    assert line[4:6] == ["", "Tolak."]


def settled(line: Item, *steps: Proposal) -> Outcome:
    """Return an outcome with one line of the reconciliation and nothing else to tell."""
    whole = reports.outcome()
    found = replace(whole.reconciliation, items=(line,), proposals=steps)
    return replace(whole, findings=(), unreadable=(), reconciliation=found)


def test_a_doubtful_draft_is_asked_about_with_its_candidates(tmp_path: Path) -> None:
    rivals = (("SOP Rujuk", 0.4),)
    doubtful = reports.item(Status.MATCHED, 7, "penmad/a.docx", title="SOP Nikah", doubtful=True, rivals=rivals)
    (line,) = lines(only(tmp_path, settled(replace(doubtful, question="Q-1"))))
    assert line[3:6] == [
        "Perlu dipastikan. Sebab matched.",
        "Baris panduan induk mana yang dijawab naskah ini: salah satu calon berikut, atau tidak satu pun?\n"
        "Calon 1: “SOP Nikah” (kemiripan 0,90, dipakai sekarang).\nCalon 2: “SOP Rujuk” (kemiripan 0,40).",
        "",
    ]


def test_a_draft_of_what_was_transferred_is_told_once_where_it_goes(tmp_path: Path) -> None:
    why = "Dialihkan ke instansi lain; naskahnya masih diserahkan."
    away = reports.item(Status.TRANSFERRED, 7, "penmad/a.docx", why=why)
    step = reports.proposal(Action.HAND_OVER, "SOP A", why=why, draft=away.drafts[0])
    (line,) = lines(only(tmp_path, settled(away, step)))
    assert line[3:5] == [why, "Serahkan ke instansi lain."]


def test_an_accepted_finding_is_not_on_the_sheet(tmp_path: Path) -> None:
    said = words(opened(only(tmp_path, reports.outcome())))
    assert "NM102" not in said


def test_a_sheet_takes_no_name_that_a_draft_has(tmp_path: Path) -> None:
    taken = tmp_path / "kembali" / "penmad" / f"lembar-koreksi-{reports.UNIT}.docx"
    taken.parent.mkdir(parents=True)
    taken.write_bytes(b"naskah unit")
    assert f"penmad/lembar-koreksi-{reports.UNIT} (2).docx" in sheets(tmp_path, reports.outcome())
    assert taken.read_bytes() == b"naskah unit"


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("Seksi A/B: “C”?", "lembar-koreksi-Seksi A B C"),
        ("", f"lembar-koreksi-{ACROSS_UNITS}"),
        ("...", "lembar-koreksi-unit"),
        ("U" * 200, f"lembar-koreksi-{'U' * 80}"),
    ],
)
def test_the_name_of_a_sheet_can_be_written_everywhere(unit: str, name: str) -> None:
    assert sheet_name(unit) == name


@pytest.mark.skipif(None in (SOFFICE, PDFTOTEXT), reason="LibreOffice or poppler is not installed here")
def test_libreoffice_prints_the_papers_of_the_sample_with_all_their_words(
    tmp_path: Path, sample_report: Path, sample_sheets: dict[str, Path]
) -> None:
    paths = [sample_report, *sample_sheets.values()]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "pdf")]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)
    for path in paths:
        pdf = tmp_path / "pdf" / f"{path.stem}.pdf"
        text = subprocess.run([str(PDFTOTEXT), str(pdf), "-"], check=True, capture_output=True).stdout.decode()
        # A word at the end of a narrow cell is broken on the page.
        printed = key(text).replace(" ", "")
        lost = [each for each in set(key(words(opened(path))).split()) if len(each) < 12 and each not in printed]
        assert lost == [], path.name
        # The signature is not alone: what introduces it is on its page.
        signed = next(page for page in text.split("\f") if "NIP" in page and "Tirtawangi, 4 Mei 2026" in page)
        assert "rapat pleno SOP" in signed or "Tim SOP" in signed


def test_severities_are_counted_in_words(sample: Outcome, sample_report: Path) -> None:
    counts = Counter(each.severity for each in sample.findings)
    assert (
        f"Temuan pada naskah sebanyak {len(sample.findings)}: {counts[Severity.ERROR]} harus diperbaiki, "
        f"{counts[Severity.WARNING]} perlu diperiksa, dan {counts[Severity.NOTE]} berupa catatan."
    ) in words(opened(sample_report))

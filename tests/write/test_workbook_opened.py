"""The consolidated workbook where other programs read it: links, protection, and saving by LibreOffice."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from pipeline.model.outcome import Outcome
from pipeline.model.sop import Unreadable
from pipeline.read.decisions import read_decisions
from pipeline.write.workbook import write_workbook
from pipeline.write.workbook.links import link_to
from tests.write.reports import outcome

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
DECIDED = ("Temuan", "Dikecualikan", "Disparitas", "Penyesuaian", "Koreksi", "Pertanyaan")
ODD = "KUA É/50% & #2 [akhir] ‘jadi’ 日.docx"


def with_file(name: str) -> Outcome:
    lost = Unreadable(file=name, folder=name.split("/")[0], sha256="", code="RD001", message="Terkunci.")
    return replace(outcome(), unreadable=(lost,))


def targets(path: Path) -> set[str]:
    with ZipFile(path) as package:
        parts = [each for each in package.namelist() if each.startswith("xl/worksheets/_rels/")]
        trees = [etree.fromstring(package.read(each)) for each in parts]
    links = (each for tree in trees for each in tree.iter(f"{RELATIONS}Relationship"))
    return {each.get("Target", "") for each in links if each.get("TargetMode") == "External"}


def test_a_row_that_names_a_file_opens_it_from_where_the_workbook_stands(tmp_path: Path) -> None:
    write_workbook(with_file(ODD), tmp_path / "k.xlsx")
    found = targets(tmp_path / "k.xlsx")
    assert r"..\input\inventory.xlsx" in found
    assert r"..\input\drafts\penmad\a.docx" in found
    assert r"..\input\drafts\KUA%20É\50%25%20&%20%232%20%5Bakhir%5D%20‘jadi’%20日.docx" in found


def test_a_name_too_long_for_a_link_is_written_without_one(tmp_path: Path) -> None:
    assert link_to("a" * 2_100) == ""
    write_workbook(with_file(f"tu/{'a' * 2_100}.docx"), tmp_path / "k.xlsx")
    sheet = load_workbook(tmp_path / "k.xlsx")["Berkas"]
    assert any(str(each.value).startswith("tu/aaa") for each in sheet["A"])


def test_only_what_the_office_decides_can_be_changed_where_it_decides(tmp_path: Path) -> None:
    write_workbook(outcome(), tmp_path / "k.xlsx")
    book = load_workbook(tmp_path / "k.xlsx")
    for sheet in book:
        assert sheet.protection.sheet == (sheet.title in DECIDED)
        if sheet.title in DECIDED:
            assert not sheet.protection.password
            assert (sheet.protection.autoFilter, sheet.protection.formatColumns) == (False, False)
            (only,) = sheet.tables.values()
            header, *rows = sheet[only.ref]
            free = {
                head.value for row in rows for head, cell in zip(header, row, strict=True) if not cell.protection.locked
            }
            assert free <= {"Keputusan", "Ubah menjadi", "Catatan"}
            assert free or not rows[0][0].value


def test_a_decision_typed_in_libreoffice_is_read_back_and_nothing_of_the_workbook_is_lost(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("needs LibreOffice (soffice)")
    made = tmp_path / "k.xlsx"
    write_workbook(replace(with_file(ODD), round=3), made)
    _typed(made, tmp_path / "in" / "k.xlsx")
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", tmp_path / "out", tmp_path / "in" / "k.xlsx"],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    saved = tmp_path / "out" / "k.xlsx"
    told = read_decisions(saved, "k.xlsx")
    assert told.round == 3
    assert [(each.about, each.word, each.note) for each in told.lines if each.word] == [
        ("LG101-0a1b2c3d", "tolak", "Masih berlaku."),
    ]
    before, after = load_workbook(made), load_workbook(saved)
    assert after.sheetnames == before.sheetnames
    for name in DECIDED:
        assert after[name].protection.sheet
        assert set(after[name].tables) == set(before[name].tables)
        assert len(after[name].data_validations.dataValidation) == len(before[name].data_validations.dataValidation)
    assert len(after["Temuan"].conditional_formatting) > 0
    assert {each.replace("\\", "/") for each in targets(saved)} == {each.replace("\\", "/") for each in targets(made)}


def _typed(made: Path, into: Path) -> None:
    """Copy the workbook with a decision in it, as a person types it."""
    book = load_workbook(made)
    sheet = book["Temuan"]
    (only,) = sheet.tables.values()
    header, *rows = sheet[only.ref]
    at = {each.value: index for index, each in enumerate(header)}
    row = next(each for each in rows if str(each[at["Id"]].value).startswith("LG101"))
    style = {name: row[at[name]].coordinate for name in ("Keputusan", "Catatan")}
    number = before_part(made, "Temuan")
    into.parent.mkdir()
    with ZipFile(made) as source, ZipFile(into, "w") as copy:
        for each in source.namelist():
            data = source.read(each)
            if each == number:
                text = data.decode()
                for name, value in (("Keputusan", "tolak"), ("Catatan", "Masih berlaku.")):
                    text, times = re.subn(
                        rf'<c r="{style[name]}" s="(\d+)"/>',
                        rf'<c r="{style[name]}" s="\1" t="inlineStr"><is><t>{value}</t></is></c>',
                        text,
                    )
                    assert times == 1
                data = text.encode()
            copy.writestr(each, data)


def before_part(made: Path, name: str) -> str:
    """The part of a sheet: they are numbered as their tabs stand."""
    return f"xl/worksheets/sheet{load_workbook(made, read_only=True).sheetnames.index(name) + 1}.xml"

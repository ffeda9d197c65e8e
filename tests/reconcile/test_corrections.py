"""What a correction proposes is never what a rule would refuse again."""

from dataclasses import replace

import pytest

from pipeline.check.apply import check_each
from pipeline.check.samples import identity, sop, value
from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import Correction
from pipeline.model.sop import Sop
from pipeline.reconcile.assemble import reconcile
from pipeline.settings import Settings, Unit

PATTERN = "{urut:3}/SOP/{unit}/{tahun}"
KUA = Unit(name="KUA Kecamatan Argawana", group="KUA Kecamatan", code="KUA.AGW")
TITLE = "SOP Pelayanan Legalisasi Buku Nikah"


def draft(number: str, folder: str = "KUA Argawana") -> Sop:
    numbered = value(number) if number else None
    plain = sop(identity=identity(number=numbered, title=value(TITLE)))
    return replace(plain, file=f"{folder}/legalisasi.docx", folder=folder)


def corrected(given: Sop, unit: str, settings: Settings) -> tuple[Correction, ...]:
    row = InventoryRow(
        title=TITLE,
        number="007/SOP/KUA/2025",
        unit=unit,
        group="",
        note="",
        cells=(),
        place=XlsxPlace(sheet="KUA", row=12),
        columns=(("number", 2),),
    )
    inventory = Inventory(file="inventory.xlsx", rows=(row,), passed_over=(), totals=())
    return reconcile((given,), inventory, settings, (given.folder,)).corrections


@pytest.mark.parametrize("written", ["", "SOP/KUA.AGW/007/2025"])
def test_the_number_of_a_shared_row_takes_the_units_own_code(written: str) -> None:
    settings = Settings(units=(KUA,), number_pattern=PATTERN)
    found = corrected(draft(written), "Seluruh KUA Kecamatan", settings)
    assert [(each.field, each.before, each.after) for each in found] == [("number", written, "007/SOP/KUA.AGW/2025")]
    judged = check_each((draft(found[0].after),), settings)
    assert [each.code for each in judged if each.where == "number"] == []


def test_a_shared_rows_number_is_not_corrected_where_the_unit_has_no_code() -> None:
    settings = Settings(units=(replace(KUA, code=""),), number_pattern=PATTERN)
    assert corrected(draft(""), "Seluruh KUA Kecamatan", settings) == ()


def test_a_draft_of_a_row_that_went_to_another_office_is_not_corrected() -> None:
    gone = Unit(
        name="Seksi Penyelenggaraan Haji dan Umrah", synonyms=("PHU",), transferred="Kementerian Haji dan Umrah"
    )
    settings = Settings(units=(gone,), number_pattern=PATTERN)
    assert corrected(draft("", folder="PHU"), "PHU", settings) == ()


def test_an_own_rows_number_is_corrected_as_it_stands() -> None:
    settings = Settings(units=(Unit(name="Seksi Bimas Islam", code="KUA"),), number_pattern=PATTERN)
    found = corrected(draft("O07/SOP/KUA/2025", folder="Seksi Bimas Islam"), "Seksi Bimas Islam", settings)
    assert [(each.field, each.after) for each in found] == [("number", "007/SOP/KUA/2025")]

"""Carried out, the proposals make rows and drafts of every unit the same number, whatever was handed in."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.samples import identity, sop, value
from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import Action, Reconciliation
from pipeline.model.sop import Sop
from pipeline.reconcile.assemble import reconcile
from pipeline.settings import Settings, Unit

UNITS = ("Seksi Bimas Islam", "Penyelenggara Katolik", "KUA Kecamatan Argawana", "KUA Kecamatan Banyujati", "Seksi PHU")
SETTINGS = Settings(
    units=(
        Unit(name=UNITS[0]), Unit(name=UNITS[1]), Unit(name=UNITS[2], group="KUA Kecamatan"),
        Unit(name=UNITS[3], group="KUA Kecamatan"), Unit(name=UNITS[4], transferred="Kementerian Haji dan Umrah"),
    )
)  # fmt: skip
TITLES = (
    "Pendaftaran Nikah", "Pemeriksaan Nikah", "Pendaftaran dan Pemeriksaan Nikah", "Pengelolaan Surat Masuk",
    "Pengelolaan Surat Keluar", "Pengukuran Arah Kiblat", "Pelayanan Cuti", "Pelayanan Cuti Tahunan Pegawai",
)  # fmt: skip
NUMBERS = ("", "001/SOP/X/2025", "002/SOP/X/2025", "003/SOP/X/2025")
WRITTEN = st.tuples(st.sampled_from(TITLES), st.sampled_from(NUMBERS))


def outcome(rows: list[tuple[str, tuple[str, str]]], drafts: list[tuple[str, tuple[str, str]]]) -> Reconciliation:
    listed = tuple(
        InventoryRow(
            title=title, number=number, unit=unit, group="", note="", cells=(), columns=(),
            place=XlsxPlace(sheet="Induk", row=at),
        )
        for at, (unit, (title, number)) in enumerate(rows, start=5)
    )  # fmt: skip
    handed_in = tuple(draft(at, *each) for at, each in enumerate(drafts))
    return reconcile(handed_in, Inventory(file="i.xlsx", rows=listed, passed_over=(), totals=()), SETTINGS, UNITS)


def draft(at: int, unit: str, written: tuple[str, str]) -> Sop:
    title, number = written
    own = identity(title=value(f"SOP {title}"), number=value(number) if number else None)
    return replace(sop(identity=own), file=f"{unit}/{at}.docx", folder=unit)


@given(
    st.lists(st.tuples(st.sampled_from((*UNITS, "Seluruh KUA Kecamatan")), WRITTEN), max_size=8),
    st.lists(st.tuples(st.sampled_from(UNITS), WRITTEN), max_size=10),
)
def test_rows_and_drafts_agree_once_all_proposals_are_carried_out(
    rows: list[tuple[str, tuple[str, str]]], drafts: list[tuple[str, tuple[str, str]]]
) -> None:
    for each in outcome(rows, drafts).balances:
        assert each.submitted + each.written + each.moved_in - each.left_out == each.agreed


def test_each_step_is_named() -> None:
    found = outcome(
        [
            (UNITS[0], ("Pendaftaran Nikah", "001/SOP/X/2025")),
            (UNITS[0], ("Pengelolaan Surat Masuk", "002/SOP/X/2025")),
            (UNITS[1], ("Pengukuran Arah Kiblat", "")),
            (UNITS[4], ("Pelayanan Cuti", "")),
        ],
        [
            (UNITS[0], ("Pendaftaran Nikah", "001/SOP/X/2025")),
            (UNITS[0], ("Pendaftaran Nikah", "")),
            (UNITS[0], ("Pengukuran Arah Kiblat", "")),
            (UNITS[0], ("Penerbitan Rekomendasi Izin", "")),
            (UNITS[4], ("Pelayanan Cuti", "")),
        ],
    )
    assert {(each.unit, each.action, each.title) for each in found.proposals} == {
        (UNITS[0], Action.WRITE, "Pengelolaan Surat Masuk"),
        (UNITS[0], Action.DROP, "SOP Pendaftaran Nikah"),
        (UNITS[0], Action.ADD, "SOP Penerbitan Rekomendasi Izin"),
        (UNITS[1], Action.MOVE, "SOP Pengukuran Arah Kiblat"),
        (UNITS[4], Action.HAND_OVER, "SOP Pelayanan Cuti"),
    }
    balance = {each.unit: each for each in found.balances}
    assert (balance[UNITS[0]].agreed, balance[UNITS[1]].agreed) == (3, 1)

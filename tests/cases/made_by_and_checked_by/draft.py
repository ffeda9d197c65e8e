"""Disusun, Diperiksa and Disahkan oleh stand beside each other with a name each: only the last is the approval."""

from tests.builder import DraftBuilder, row, table
from tests.cases.form import FIELDS, INSTITUTION, fields_table, lists_table, steps


def draft() -> bytes:
    fields = {name: value for name, value in FIELDS.items() if name != "Disahkan oleh"}
    signed = table(
        (5760, 5760, 5760),
        row("Disusun oleh", "Diperiksa oleh", "Disahkan oleh"),
        row(
            "Analis Tata Usaha\n\n\nBudi Contoh, S.Kom\nNIP. 198901012015031001",
            "Kepala Subbagian Tata Usaha\n\n\nAni Contoh, S.E.\nNIP. 197801012005012001",
            "Kepala Kantor\n\n\nDra. Siti Contoh, M.Pd.I\nNIP. 197001011995032001",
        ),
    )  # fmt: skip
    return (
        DraftBuilder().raw(fields_table(fields, INSTITUTION)).paragraph().raw(signed).raw(lists_table())
        .raw(steps()).build()
    )  # fmt: skip

"""Outcome -> the sheets Temuan and Koreksi, each line with room for the meeting's decision."""

from collections.abc import Mapping

from xlsxwriter.utility import xl_col_to_name

from pipeline.decide.owners import Owners
from pipeline.model.decision import State, Verdict
from pipeline.model.finding import Finding, Severity
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Correction
from pipeline.wording import SEVERITY_WORDS, STATE_WORDS, VERDICT_WORDS, where_words
from pipeline.write.workbook.decided import Decided
from pipeline.write.workbook.sheet import (
    INVENTORY,
    Cell,
    Look,
    Sheet,
    columns_of,
    count,
    decision,
    joined,
    words,
)

_FINDING_COLUMNS = (
    *columns_of(
        (
            ("Kode", 8), ("Bobot", 13), ("Perkembangan", 12), ("Unit", 14), ("Berkas", 21), ("Bagian", 8),
            ("Tempat", 13),
            ("Letak", 14), ("Ditemukan", 23), ("Temuan", 30), ("Usulan perbaikan", 30), ("Semula", 17),
            ("Menjadi", 17), ("Pertanyaan", 30),
        ),
        frozenset({"Bagian"}),
    ),
    *decision(),
)  # fmt: skip
# Of what is not followed up there is nothing to decide but to take that back.
_TAKEN_BACK = (VERDICT_WORDS[Verdict.REJECT],)
_ACCEPTED_COLUMNS = (
    *columns_of(
    (
        ("Kode", 9), ("Bobot", 16), ("Unit", 16), ("Berkas", 26), ("Bagian", 9), ("Tempat", 16), ("Letak", 17),
        ("Ditemukan", 26), ("Temuan", 38), ("Alasan", 34),
    ),
    frozenset({"Bagian"}),
    ),
    *decision(_TAKEN_BACK),
)  # fmt: skip
_CORRECTION_COLUMNS = (
    *columns_of(
        (
            ("Sasaran", 12), ("Letak", 34), ("Bidang", 17), ("Semula", 38), ("Menjadi", 38), ("Alasan", 38),
        )
    ),
    *decision(),
)  # fmt: skip


def findings_sheet(outcome: Outcome) -> Sheet:
    """Return each finding of the rules, in the order of the run."""
    owners, decided = Owners(outcome), Decided(outcome)
    states: Mapping[str, State] = outcome.changes.states if outcome.changes else {}
    return Sheet(
        name="Temuan",
        about="Setiap temuan aturan yang terbuka. Semula dan Menjadi terisi bila koreksinya pasti; selebihnya ada "
        "Pertanyaan kepada unit. Keputusan: terima (naskah diperbaiki), tolak (naskah tetap dan temuan tidak diajukan "
        "lagi), ubah (diperbaiki dengan isi lain), bahas.",
        none="Tidak ada temuan.",
        columns=_FINDING_COLUMNS,
        rows=tuple(_finding(each, owners.of_finding(each), states.get(each.id), decided) for each in outcome.findings),
    )


def accepted_sheet(outcome: Outcome) -> Sheet:
    """Return each finding that the office accepts as it is; none of them counts as open."""
    owners, reasons, decided = Owners(outcome), dict(outcome.reasons), Decided(outcome)
    return Sheet(
        name="Dikecualikan",
        about="Temuan yang tidak ditindaklanjuti: ditolak dalam rapat, atau diterima apa adanya menurut pleno.toml. "
        "Tidak dihitung sebagai temuan terbuka. Hapus “tolak” untuk mengajukannya lagi.",
        none="Tidak ada temuan yang dikecualikan.",
        columns=_ACCEPTED_COLUMNS,
        rows=tuple(
            (
                *_place(each, owners.of_finding(each)),
                words(each.message),
                words(reasons.get(each.id, "")),
                *decided.cells(each.id, _TAKEN_BACK),
            )
            for each in outcome.accepted
        ),
    )


def _finding(each: Finding, unit: str, state: State | None, decided: Decided) -> tuple[Cell, ...]:
    made = each.correction
    code, weight, *place = _place(each, unit)
    return (
        code,
        weight,
        words(STATE_WORDS[state] if state else ""),
        *place,
        words(each.message),
        words(joined((each.advice, made.why if made else ""))),
        words(made.before if made else ""),
        words(made.after if made else "", Look.STRONG),
        words(each.question),
        *decided.cells(each.id),
    )


def _place(each: Finding, unit: str) -> tuple[Cell, ...]:
    heavy = each.severity is Severity.ERROR
    return (
        words(each.code, Look.STRONG),
        words(SEVERITY_WORDS[each.severity], Look.STRONG if heavy else Look.TEXT),
        words(unit),
        words(each.file),
        # A finding about a whole file or the set of drafts belongs to no SOP of the file.
        count(each.part or None),
        words(where_words(each.where)),
        words(str(each.place)),
        words(each.found),
    )


def corrections_sheet(outcome: Outcome) -> Sheet:
    """Return each correction, before and after, in the order of the run."""
    decided = Decided(outcome)
    return Sheet(
        name="Koreksi",
        about="Setiap perubahan yang diusulkan pada panduan induk dan naskah. Keputusan: terima, tolak (isinya tetap "
        "seperti semula), ubah (isi lain, tulis pada Ubah menjadi), bahas.",
        none="Tidak ada koreksi.",
        columns=_CORRECTION_COLUMNS,
        rows=tuple(_correction(each, decided) for each in outcome.reconciliation.corrections),
    )


def _correction(each: Correction, decided: Decided) -> tuple[Cell, ...]:
    return (
        words("Inventaris" if each.target == INVENTORY else "Naskah"),
        words(_where(each)),
        words(where_words(each.field)),
        words(each.before),
        words(each.after, Look.STRONG),
        words(each.why),
        *decided.cells(each.id),
    )


def _where(each: Correction) -> str:
    # A correction of a draft carries the place of the row that it answers, too.
    if each.target != INVENTORY or each.place is None:
        return f"{each.file}, bagian {each.part}" if each.part else each.file
    if each.place.column is None:
        return str(each.place)
    return f"{each.place}, sel {xl_col_to_name(each.place.column - 1)}{each.place.row}"

"""Colours that follow what a cell says, whoever wrote it and wherever it was sorted to; the word says the same."""

from collections.abc import Callable, Mapping

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from pipeline.model.decision import Fate, State, Verdict
from pipeline.model.finding import Severity
from pipeline.model.reconciliation import Status
from pipeline.wording import FATE_WORDS, NO_CANDIDATE, SEVERITY_WORDS, STATE_WORDS, STATUS_WORDS, VERDICT_WORDS
from pipeline.write.side_by_side import Standing
from pipeline.write.workbook.laws import Known
from pipeline.write.workbook.related import Behind
from pipeline.write.workbook.sheet import CHANGE, DECISION, NEW_VALUE, Sheet

Properties = Mapping[str, str | int | float | bool]
Made = Callable[[Properties], Format]

# What is decided fills its cell; a state colours its word only, for rows can be high.
_DECIDED: Mapping[str, Properties] = {
    VERDICT_WORDS[Verdict.ACCEPT]: {"bg_color": "#DDEFE6", "font_color": "#14573C", "bold": True},
    VERDICT_WORDS[Verdict.REJECT]: {"bg_color": "#F9DEDC", "font_color": "#8C1D18", "bold": True},
    NO_CANDIDATE: {"bg_color": "#F9DEDC", "font_color": "#8C1D18", "bold": True},
    CHANGE: {"bg_color": "#DCE6F7", "font_color": "#1B3F7A", "bold": True},
    VERDICT_WORDS[Verdict.DISCUSS]: {"bg_color": "#FFF0CC", "font_color": "#5C4300", "bold": True},
}
_BAD: Properties = {"font_color": "#B3261E", "bold": True}
_OPEN: Properties = {"font_color": "#7A5600", "bold": True}
_GOOD: Properties = {"font_color": "#14573C", "bold": True}
_AWAY: Properties = {"font_color": "#5F6B66", "italic": True}

# What the words of a column mean, by its heading.
_SIGNALS: Mapping[str, Mapping[str, Properties]] = {
    DECISION: _DECIDED,
    "Bobot": {SEVERITY_WORDS[Severity.ERROR]: _BAD, SEVERITY_WORDS[Severity.WARNING]: _OPEN},
    "Perkembangan": {STATE_WORDS[State.NEW]: _OPEN, STATE_WORDS[State.BACK]: _BAD},
    "Status": {
        STATUS_WORDS[Status.MISSING]: _BAD, STATUS_WORDS[Status.EXTRA]: _OPEN, STATUS_WORDS[Status.DUPLICATE]: _OPEN,
        STATUS_WORDS[Status.TRANSFERRED]: _AWAY,
    },
    "Keadaan": {
        FATE_WORDS[Fate.DONE]: _GOOD, FATE_WORDS[Fate.OPEN]: _BAD, FATE_WORDS[Fate.OTHERWISE]: _OPEN,
        FATE_WORDS[Fate.GONE]: _AWAY,
        Standing.DIFFERENT: _OPEN, Standing.MISSING: _BAD, Standing.OPEN: _BAD,
        Known.REPEALED: _BAD, Known.PARTIAL: _OPEN, Known.NO_LAW: _AWAY,
        Behind.INVENTORY: _OPEN, Behind.NEARLY: _OPEN, Behind.UNKNOWN: _BAD, Behind.ITSELF: _BAD, Behind.NO_SOP: _BAD,
    },
    "Terbaca": {"tidak": _BAD},
}  # fmt: skip


def signal(made: Worksheet, sheet: Sheet, at: tuple[int, int], style: Made) -> None:
    """Add the rules to a sheet whose table's rows stand from `at[0]` to `at[1]`."""
    first, last = at
    columns = {each.heading: index for index, each in enumerate(sheet.columns)}
    for heading, index in columns.items():
        for word, properties in _SIGNALS.get(heading, {}).items():
            made.conditional_format(
                first, index, last, index,
                {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": style(properties)},
            )  # fmt: skip
    if {DECISION, NEW_VALUE} <= columns.keys():
        _missing(made, (first, last), (columns[DECISION], columns[NEW_VALUE]), style)


def _missing(made: Worksheet, rows: tuple[int, int], columns: tuple[int, int], style: Made) -> None:
    """Show where a change is decided without what to, and the other way round."""
    first, last = rows
    word, value = (xl_rowcol_to_cell(first, each, col_abs=True) for each in columns)
    made.conditional_format(
        first, columns[1], last, columns[1],
        {
            "type": "formula", "criteria": f'=({word}="{CHANGE}")<>(LEN(TRIM({value}))>0)',
            "format": style({"bg_color": "#FFF0CC", "border": 1, "border_color": "#B3261E"}),
        },
    )  # fmt: skip

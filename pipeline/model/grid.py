"""Where a SOP's step table stands in its draft: what the flowchart is read against."""

from dataclasses import dataclass

from pipeline.model.draft import Drawing, Table
from pipeline.model.sop import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One row of a step table: `step` counts from 1; 0 for a row that is no step (header, phase, total)."""

    table: int
    row: int
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepGrid:
    """A SOP's step tables, their rows by step, the actor columns, and which blocks and drawings are the SOP's.

    Two SOPs can share a block: a table that holds the identity of the second below the steps of the first.
    """

    tables: tuple[Table, ...]
    rows: tuple[StepRow, ...]
    actors: tuple[Actor, ...]
    first_block: int
    last_block: int
    drawings: tuple[Drawing, ...] = ()

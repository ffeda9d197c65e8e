"""reconciliation.json of an earlier run -> the counts of its units."""

import json
from pathlib import Path

from pipeline.errors import NoWorkspace
from pipeline.model.reconciliation import UnitCount


def read_counts(path: Path) -> tuple[UnitCount, ...]:
    """Return the counts of the last run; raises NoWorkspace where there was none or its result is damaged."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return tuple(UnitCount(**each) for each in found["units"])
    except FileNotFoundError as error:
        raise NoWorkspace(f"{path} belum ada. Jalankan “pleno run” dahulu.") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoWorkspace(f"{path} tidak dapat dibaca. Jalankan “pleno run” lagi.") from error

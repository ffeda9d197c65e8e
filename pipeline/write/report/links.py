"""Files of a run -> links to them from where the report stands, and words about the drafts that go back marked up."""

from urllib.parse import quote

from pipeline.model.outcome import Outcome
from pipeline.write.numbers import thousands

# The report stands in output/, beside input/.
_DRAFTS = "../input/drafts/"
_OPEN, _MARKED = "buka naskah", "buka naskah bertanda"


class Links:
    """Where the drafts of a run are to be found."""

    def __init__(self, outcome: Outcome) -> None:
        """Keep what became of each draft."""
        self._returned = {each.file: each for each in outcome.returned}

    def of(self, file: str) -> tuple[tuple[str, str], ...]:
        """Return the words and ways to a draft, and to the same marked up where it was."""
        back = self._returned.get(file)
        found = ((_OPEN, f"{_DRAFTS}{file}"), *(((_MARKED, back.path),) if back and back.path else ()))
        return tuple((words, quote(path, errors="replace")) for words, path in found)

    def told(self, file: str) -> tuple[str, ...]:
        """Return sentences about what was marked in a draft, and what could not be."""
        back = self._returned.get(file)
        if back is None:
            return ()
        counted = f"{thousands(back.comments)} komentar dan {thousands(back.changes)} koreksi terlacak."
        return (*((counted,) if back.path else ()), *back.left)

"""Which unit answers for a SOP, a folder or a file."""

from collections import Counter, defaultdict

from pipeline.model.finding import Finding
from pipeline.model.outcome import Outcome
from pipeline.model.sop import Sop
from pipeline.text import key
from pipeline.vocabulary import KUA, UNITS
from pipeline.wording import ACROSS_UNITS

SopKey = tuple[str, int]


class Owners:
    """Which unit answers for a SOP, a folder or a file."""

    def __init__(self, outcome: Outcome) -> None:
        self._sops: dict[SopKey, str] = {}
        for item in outcome.reconciliation.items:
            for draft in item.drafts:
                self._sops.setdefault((draft.file, draft.part), draft.unit)
        self._names = {key(each): name for name, others in (*UNITS, KUA) for each in (name, *others)}
        self._names.update({key(each.unit): each.unit for each in outcome.reconciliation.units})
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for sop in outcome.sops:
            if sop.key in self._sops:
                votes[sop.folder][self._sops[sop.key]] += 1
        self._folders = {folder: vote.most_common(1)[0][0] for folder, vote in votes.items()}
        self._folder_of = {each.file: each.folder for each in outcome.sops}
        self._folder_of.update({each.file: each.folder for each in outcome.unreadable})

    def of_sop(self, sop: Sop) -> str:
        """Return the unit that the reconciliation gave the SOP to, or its folder's."""
        return self._sops.get(sop.key) or self.of_folder(sop.folder)

    def of_finding(self, finding: Finding) -> str:
        """Return the unit of the SOP that a finding is about, or of its file."""
        return self._sops.get((finding.file, finding.part)) or self.of_file(finding.file)

    def of_folder(self, folder: str) -> str:
        """Return the unit of the folder's other SOPs, or the one that its name means, or the name itself."""
        return self._folders.get(folder) or self._names.get(key(folder)) or folder or ACROSS_UNITS

    def of_file(self, file: str) -> str:
        """Return the unit of a file's folder; a file that no unit handed in belongs to none."""
        return self.of_folder(self._folder_of[file]) if file in self._folder_of else ACROSS_UNITS

"""The office's own table of repealed rules joined to the one that is shipped: which rule holds in place of another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.check.citations import Citation, citation_of, citations, last_date
from pipeline.check.laws import NAMES, REPEALED, UU, Law, Repeal
from pipeline.dates import latest, long_date
from pipeline.errors import SettingsWrong
from pipeline.model.finding import Replacement
from pipeline.model.law import RepealedLaw
from pipeline.model.sop import Sop
from pipeline.settings import NAME

# A successor counts its articles anew.
_ARTICLE = re.compile(r"\b(?:pasal|ayat|bab|huruf)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Repeals:
    """Repealed rules by what took their place, and the subjects of rules that are known."""

    table: Mapping[Law, Repeal]
    subjects: Mapping[Law, str]

    def in_force(self, law: Law) -> Law:
        """Return the last successor of a repealed rule, or the rule itself where none took its place."""
        while law in self.table:
            law = self.table[law].successor
        return law

    def name(self, law: Law) -> str:
        """Return the citation of a rule with its subject where that is known."""
        return f"{law.short} tentang {self.subjects[law]}" if law in self.subjects else law.short

    def named(self, about: str) -> Law | None:
        """Return the one law (`Undang-Undang`) whose subject is `about`, that in force where several bore it."""
        found = {
            self.in_force(law)
            for law, name in self.subjects.items()
            if law.kind == UU and name.casefold() == about.casefold()
        }
        return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=8)
def repeals(office: tuple[RepealedLaw, ...]) -> Repeals:
    """Return the table with the office's entries, which count where both name a rule; raises SettingsWrong."""
    table, subjects = dict(REPEALED), dict(NAMES)
    for at, each in enumerate(office, start=1):
        law, _ = _law(each.law, f"repealed {at}.law")
        successor, about = _law(each.repealed_by, f"repealed {at}.by")
        table[law] = Repeal(successor, each.since)
        if about:
            subjects[successor] = about
    for at, each in enumerate(office, start=1):
        law, _ = _law(each.law, f"repealed {at}.law")
        if _returns(law, table):
            raise SettingsWrong(f"{NAME}: repealed {at}: {law.short} menjadi pengganti dirinya sendiri.")
    return Repeals(table, subjects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceased:
    """A citation of a rule that no longer holds, since when, and the rule in force in its place, with its subject.

    `before` tells whether it had ceased when the SOP was last dated. Either `correction` puts the successor there, or
    `question` asks where that would not be certain.
    """

    citation: Citation
    law: Law
    since: str
    before: bool
    successor: str
    correction: Replacement | None
    question: str


def ceased(sop: Sop, office: tuple[RepealedLaw, ...]) -> Iterator[Ceased]:
    """Yield the repealed rules that a SOP cites; one without a date is judged as one of today.

    What amends a repealed rule went with it, and an entry that itself says so needs no telling.
    """
    known = repeals(office)
    cited = tuple(citations(sop))
    if not any(each.law in known.table for each in cited):
        return
    last = last_date(sop)
    standing = {each.law for each in cited}
    covered = False
    for each in cited:
        repeal = known.table.get(each.law) if each.law else None
        if not each.amending:
            covered = repeal is not None or each.says_repealed
        if each.law is None or repeal is None or each.says_repealed or (each.amending and covered):
            continue
        successor = known.in_force(repeal.successor)
        name, since = known.name(successor), long_date(repeal.since)
        correction, question = None, ""
        if successor in standing:
            question = f"{name} sudah tercantum; apakah {each.law.short} dihapus?"
        elif not each.amending and successor in known.subjects and not _ARTICLE.search(each.written):
            why = f"{each.law.short} tidak berlaku lagi sejak {since}."
            correction = Replacement(before=each.written, after=name, why=why)
            standing.add(successor)
        yield Ceased(
            citation=each, law=each.law, since=since, before=last is None or last > latest(repeal.since),
            successor=name, correction=correction, question=question,
        )  # fmt: skip


def _law(text: str, entry: str) -> tuple[Law, str]:
    cited = citation_of(text)
    if cited is None or cited.law is None:
        raise SettingsWrong(
            f"{NAME}: {entry} = “{text}” belum memuat satu peraturan dengan jenis, nomor, dan tahunnya, mis. "
            "“Peraturan Menteri Agama Nomor 30 Tahun 2024”."
        )
    return cited.law, cited.about


def _returns(law: Law, table: Mapping[Law, Repeal]) -> bool:
    seen = {law}
    while law in table:
        law = table[law].successor
        if law in seen:
            return True
        seen.add(law)
    return False

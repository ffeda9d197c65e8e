"""Outcome -> the sheet Dasar Hukum: each rule of law once, who cites it, and whether it is known to be repealed."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pipeline.check.citations import Citation, citations
from pipeline.check.laws import Law
from pipeline.check.repeals import Repeals, repeals
from pipeline.dates import long_date
from pipeline.decide.owners import Owners
from pipeline.model.outcome import Outcome
from pipeline.text import fold, is_placeholder, key
from pipeline.write.numbers import thousands
from pipeline.write.workbook.sheet import Cell, Look, Sheet, columns_of, count, joined, words

_COLUMNS = columns_of(
    (
        ("Peraturan", 36), ("Keadaan", 17), ("Pengganti yang berlaku", 32), ("Tidak berlaku sejak", 14),
        ("Jumlah SOP", 8), ("Jumlah unit", 8), ("Unit", 27), ("Cara menulis", 8), ("Tertulis", 42),
        ("SOP yang menyebut", 38),
    ),
    frozenset({"Jumlah SOP", "Jumlah unit", "Cara menulis"}),
)  # fmt: skip
# An amendment that stands behind a subject is no part of it.
_AMENDED = re.compile(r"[\s,(]*\b(?:sebagaimana|jo|juncto)\b.*$", re.IGNORECASE)
_IN_NUMBER = re.compile(r"[/.\-]")
# A law that everybody cites is cited by hundreds; the sheet Temuan has each one that needs a hand.
_SHOWN = 4


class Known(StrEnum):
    """What is known of an entry: the words of the column Keadaan."""

    REPEALED = "dicabut"
    HOLDS = "tidak tercatat dicabut"
    PARTIAL = "nomor atau tahun tidak ditulis"
    NO_LAW = "tidak dikenali sebagai peraturan"


_ORDER = tuple(Known)


@dataclass(slots=True)
class _Cited:
    """One rule, or one entry without any, while the SOPs are walked."""

    known: Known
    law: Law | None = None
    kinds: Counter[str] = field(default_factory=Counter)
    subjects: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    sops: dict[tuple[str, int], str] = field(default_factory=dict)
    units: dict[str, None] = field(default_factory=dict)


def laws_sheet(outcome: Outcome) -> Sheet:
    """Return each rule that an entry of Dasar Hukum cites, repealed ones first, then by how many SOPs cite it."""
    table = repeals(outcome.repealed)
    named = [(_named(each, table), each) for each in _cited(outcome, table)]
    named.sort(key=lambda pair: (_ORDER.index(pair[1].known), -len(pair[1].sops), pair[0]))
    return Sheet(
        name="Dasar Hukum",
        about="Setiap peraturan satu baris, yang sudah dicabut lebih dahulu. Tidak tercatat dicabut berarti tidak ada "
        "dalam daftar peraturan yang dicabut: belum tentu masih berlaku. Butir yang tidak dikenali ada di bawah.",
        none="Tidak ada dasar hukum yang terbaca.",
        columns=_COLUMNS,
        rows=tuple(_row(name, each, table) for name, each in named),
    )


def _cited(outcome: Outcome, table: Repeals) -> tuple[_Cited, ...]:
    owners = Owners(outcome)
    read = _read(outcome)
    found: dict[object, _Cited] = {}
    for sop in outcome.sops:
        unit = owners.of_sop(sop)
        for value in sop.identity.legal_basis:
            text = fold(value.text)
            if is_placeholder(text) or not key(text):
                continue
            for citation in read[text] or (None,):
                written = fold(citation.written) if citation else text
                name = _same(citation, written)
                if name not in found:
                    found[name] = _of(citation, table)
                each = found[name]
                each.written[written] += 1
                each.sops[sop.key] = sop.title
                each.units[unit] = None
                if citation is not None:
                    each.kinds[citation.kind] += 1
                    if about := _AMENDED.sub("", citation.about):
                        each.subjects[about] += 1
    return tuple(found.values())


def _read(outcome: Outcome) -> dict[str, tuple[Citation, ...]]:
    """Each text of an entry with the rules that it cites, read once, however many SOPs hold it."""
    texts = {fold(value.text): value for sop in outcome.sops for value in sop.identity.legal_basis}
    found: dict[str, list[Citation]] = {text: [] for text in texts}
    for sop in outcome.sops[:1]:
        every = replace(sop, identity=replace(sop.identity, legal_basis=tuple(texts.values())))
        for citation in citations(every):
            found[fold(citation.value.text)].append(citation)
    return {text: tuple(cited) for text, cited in found.items()}


def _same(citation: Citation | None, written: str) -> object:
    """What two ways to write the same rule, or the same text, have in common."""
    law = citation.law if citation else None
    # Kinds that are not known are taken as they are written, in capitals or not.
    return (key(law.kind), key(law.number), law.year) if law else (citation is None, key(written))


def _of(citation: Citation | None, table: Repeals) -> _Cited:
    if citation is None:
        return _Cited(known=Known.NO_LAW)
    if citation.law is None:
        return _Cited(known=Known.PARTIAL)
    return _Cited(known=Known.REPEALED if citation.law in table.table else Known.HOLDS, law=citation.law)


def _row(name: str, each: _Cited, table: Repeals) -> tuple[Cell, ...]:
    successor, since = _replaced(each.law, table)
    units = tuple(each.units)
    return (
        words(name, Look.STRONG),
        words(each.known),
        words(successor),
        words(since),
        count(len(each.sops)),
        count(len(units)),
        words("; ".join(units)),
        count(len(each.written)),
        words(_most(each.written, "cara lain")),
        words(_most(Counter(each.sops.values()), "judul lain")),
    )


def _named(each: _Cited, table: Repeals) -> str:
    """A rule with its subject: the one that is known, else the one that is written most."""
    if each.law is None:
        return _best(each.written)
    if each.law in table.subjects:
        return table.name(each.law)
    law = each.law._replace(kind=_best(each.kinds))
    # A decree carries its year in its number.
    dated = str(law.year) in _IN_NUMBER.split(law.number)
    short = f"{law.kind} Nomor {law.number}" if dated else law.short
    return f"{short} tentang {_subject(each.subjects)}" if each.subjects else short


def _subject(subjects: Counter[str]) -> str:
    """The subject that is written most, whatever its capitals."""
    same: dict[str, Counter[str]] = {}
    for text, times in subjects.items():
        same.setdefault(key(text), Counter())[text] = times
    return _best(min(same.values(), key=lambda each: (-each.total(), _best(each))))


def _best(spellings: Counter[str]) -> str:
    """The spelling that is used most, one in capitals only where there is no other."""
    return min(spellings, key=lambda text: (text.isupper(), -spellings[text], text))


def _replaced(law: Law | None, table: Repeals) -> tuple[str, str]:
    """What holds in a rule's place, by way of what, and since when the rule itself does not."""
    if law is None or law not in table.table:
        return "", ""
    chain = [table.table[law].successor]
    while chain[-1] in table.table:
        chain.append(table.table[chain[-1]].successor)
    by_way = f"setelah {', lalu '.join(each.short for each in chain[:-1])}" if len(chain) > 1 else ""
    return joined((table.name(chain[-1]), by_way)), long_date(table.table[law].since)


def _most(counted: Counter[str], rest: str) -> str:
    """What was counted most, each on a line with its number where that is more than one."""
    told = [f"{text} ({times}×)" if times > 1 else text for text, times in counted.most_common()]
    more = f"dan {thousands(len(told) - _SHOWN)} {rest}" if len(told) > _SHOWN else ""
    return joined((*told[:_SHOWN], more))

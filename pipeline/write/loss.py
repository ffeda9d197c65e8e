"""The SOPs of a file -> its loss report: what the file holds, and every single thing beside what was surely read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pipeline.dates import long_date
from pipeline.model.draft import Held, Note, Revision, Treated, Unread
from pipeline.model.place import DocxPlace
from pipeline.model.sop import DOUBTFUL, Date, FieldName, Flow, Identity, Sop, Value
from pipeline.text import fold
from pipeline.wording import FIELD_WORDS, REVISION_WORDS, TRACE_WORDS, UNCOUNTED, held_word
from pipeline.write.numbers import thousands


class Kind(StrEnum):
    """What a trace is: what needs a look first comes first."""

    LOST = "lost"
    UNREAD = "unread"
    GUESSED = "guessed"
    COMMENT = "comment"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    REVISION = "revision"
    ASIDE = "aside"

    @property
    def word(self) -> str:
        """Return the word of the results for it."""
        return TRACE_WORDS[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What was read without being sure: a label of the identity block, or an arrow of the chart (`field` flow).

    `label` is the label as written, empty where a value has none; of an arrow its two symbols: `n3 -> n4`.
    """

    field: str
    label: str
    sure: float
    place: DocxPlace
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One thing in a file that a person may want to look at; `sop` is empty where it belongs to several."""

    kind: Kind
    what: str
    place: DocxPlace
    author: str = ""
    when: str = ""
    sop: str = ""

    @property
    def day(self) -> date | None:
        """Return the day on which it was written, none where that is no day, or one before Excel's calendar."""
        try:
            found = date.fromisoformat(self.when[:10])
        except ValueError:
            return None
        return found if found.year >= _FIRST_YEAR else None

    @property
    def day_words(self) -> str:
        """Return the day in words, or what stands there instead of one."""
        return long_date(self.day.isoformat()) if self.day else self.when


# The first year of Excel's calendar; programs write earlier ones (1601, 0001) where they have no date.
_FIRST_YEAR = 1900


def held_in(sops: Iterable[Sop]) -> tuple[Held, ...]:
    """Return what the whole file holds; its SOPs each carry the counts of the whole file."""
    most: dict[tuple[str, Treated], int] = {}
    for each in (each for sop in sops for each in sop.held):
        kind = each.what, each.treated
        most[kind] = max(each.count, most.get(kind, 0))
    return tuple(Held(what=what, count=count, treated=treated) for (what, treated), count in most.items())


def held_words(held: Iterable[Held], treated: Treated) -> str:
    """Return what was treated so, with its counts: `31 bentuk gambar, 2 kotak teks`."""
    return ", ".join(_counted(each) for each in held if each.treated is treated)


def _counted(each: Held) -> str:
    word = held_word(each.what)
    return word if each.what in UNCOUNTED else f"{thousands(each.count)} {word}"


def unread_in(sop: Sop) -> tuple[Unread, ...]:
    """Return all that was seen in a SOP and not understood, the chart's included, each once."""
    return tuple(dict.fromkeys((*sop.unread, *sop.flow.unread)))


def guesses(sop: Sop) -> tuple[Guess, ...]:
    """Return what was read without being sure: each label once, then the arrows that the report draws dashed."""
    return (*_guessed_labels(sop.identity), *_guessed_arrows(sop.flow))


def _guessed_labels(identity: Identity) -> Iterator[Guess]:
    for name in ("institution", "unit", *FieldName):
        found = getattr(identity, name)
        entries = found if isinstance(found, tuple) else (found,)
        doubtful = [each for each in entries if isinstance(each, Value | Date) and each.sure < 1]
        if not doubtful:
            continue
        # All entries of a list hang on one label.
        printed = identity.label(name)
        first, label = doubtful[0], printed.text if printed else ""
        more = f" dan {len(doubtful) - 1} lagi" if doubtful[1:] else ""
        origin = f" dari label “{label}”" if label else " tanpa label"
        text = f"“{first.text}”" if first.text else "kosong"
        words = f"{FIELD_WORDS[name]}{origin}: {text}{more}"
        yield Guess(field=str(name), label=label, sure=first.sure, place=first.place, words=words)


def _guessed_arrows(flow: Flow) -> Iterator[Guess]:
    nodes = {each.id: each for each in flow.nodes}
    for each in flow.edges:
        if each.sure < DOUBTFUL and {each.source, each.target} <= nodes.keys():
            ends = [
                f"langkah {nodes[end].step} ({fold(nodes[end].actor) or 'tanpa pelaksana'})"
                for end in (each.source, each.target)
            ]
            yield Guess(
                field="flow", label=f"{each.source} -> {each.target}", sure=each.sure, place=nodes[each.source].place,
                words=f"panah dari {ends[0]} ke {ends[1]}: ujungnya belum pasti",
            )  # fmt: skip


def traces(sops: Sequence[Sop]) -> tuple[Trace, ...]:
    """Return every single trace of a file once, in the order of its SOPs; a page header's belong to all of them."""
    parts: dict[Trace, list[Sop]] = {}
    for sop in sops:
        for each in dict.fromkeys(_traces(sop)):
            parts.setdefault(each, []).append(sop)
    return tuple(replace(each, sop=owners[0].title if len(owners) == 1 else "") for each, owners in parts.items())


def _traces(sop: Sop) -> Iterator[Trace]:
    yield from (Trace(kind=Kind.UNREAD, what=fold(each.what), place=each.place) for each in unread_in(sop))
    yield from (Trace(kind=Kind.GUESSED, what=fold(each.words), place=each.place) for each in guesses(sop))
    yield from sorted((_note(each) for each in sop.notes), key=lambda each: list(Kind).index(each.kind))
    yield from (_revision(each) for each in sop.revisions)
    yield from (Trace(kind=Kind.ASIDE, what=fold(each.what), place=each.place) for each in sop.aside)


def _note(each: Note) -> Trace:
    return Trace(kind=Kind(each.kind), what=fold(each.text), place=each.place, author=each.author, when=each.date)


def _revision(each: Revision) -> Trace:
    word, text = REVISION_WORDS.get(each.kind, each.kind), fold(each.text)
    return Trace(
        kind=Kind.REVISION,
        what=f"{word}: “{text}”" if text else f"{word} (tanpa teks)",
        place=each.place,
        author=each.author,
        when=each.date,
    )


def trace_tally(found: Iterable[Trace]) -> str:
    """Return how many traces of each kind there are, in words: `2 tidak dikenali, 1 komentar`."""
    counts = Counter(each.kind for each in found)
    return ", ".join(f"{thousands(counts[kind])} {kind.word}" for kind in Kind if counts[kind])

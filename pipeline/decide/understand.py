"""The rows of an edited workbook -> decisions, and one sentence for each row that cannot be understood."""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.decision import Decision, DecisionBook, DecisionLine, Kind, Matter, Refused, Verdict
from pipeline.text import key, quoted
from pipeline.wording import CANDIDATE, NO_CANDIDATE, VERDICT_WORDS

_VERDICTS = {key(word): verdict for verdict, word in VERDICT_WORDS.items()}
_CANDIDATE = key(CANDIDATE.format(""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a workbook says: the decision of each matter, none where its cells are empty, and what was refused."""

    said: Mapping[str, Decision | None]
    refused: tuple[Refused, ...]


class _NotUnderstood(Exception):
    """Why a line is refused; never leaves this module."""


def understood(book: DecisionBook, matter_of: Callable[[str], Matter | None], when: str) -> Understood:
    """Return what the lines of a workbook decide; `matter_of` gives the matter of an id, as it was raised last."""
    said: dict[str, Decision | None] = {}
    refused: list[Refused] = []
    for about, lines in _by_id(book.lines):
        try:
            said[about] = _one(book, about, lines, matter_of, when)
        except _NotUnderstood as why:
            told = next(each for each in lines if _filled(each))
            refused.append(Refused(file=book.file, line=told, text=str(why)))
    return Understood(said=said, refused=tuple(refused))


def _by_id(lines: Sequence[DecisionLine]) -> Iterator[tuple[str, list[DecisionLine]]]:
    """Yield the lines of each id together: the same thing may stand in several rows."""
    grouped: dict[str, list[DecisionLine]] = {}
    for at, each in enumerate(lines):
        # Lines without an id have nothing in common.
        grouped.setdefault(each.about or f"\0{at}", []).append(each)
    for found in grouped.values():
        yield found[0].about, found


def _filled(line: DecisionLine) -> bool:
    return bool(line.word or line.value or line.note)


def _one(
    book: DecisionBook,
    about: str,
    lines: Sequence[DecisionLine],
    matter_of: Callable[[str], Matter | None],
    when: str,
) -> Decision | None:
    filled = [each for each in lines if _filled(each)]
    if not filled:
        return None
    if not about:
        raise _NotUnderstood("Kolom Id kosong, sehingga tidak diketahui keputusan ini tentang apa. Isi lagi Id-nya.")
    matter = matter_of(about)
    if matter is None:
        raise _NotUnderstood(f"Id {quoted(about)} tidak dikenal; barisnya mungkin berasal dari ruang kerja lain.")
    found = [(each, *_verdict(each, matter)) for each in filled]
    first, verdict, value = found[0]
    for other, *says in found[1:]:
        if (*says, other.note) != (verdict, value, first.note):
            raise _NotUnderstood(
                f"Id {quoted(about)} diputuskan berbeda di baris {first.place.row} dan {other.place.row} "
                f"(lembar {other.place.sheet}). Samakan keputusannya."
            )
    return Decision(
        about=about, verdict=verdict, value=value, note=first.note, by=book.by, when=when, source=book.file,
        round=book.round,
    )  # fmt: skip


def _verdict(line: DecisionLine, matter: Matter) -> tuple[Verdict, str]:
    """The verdict of a line and its value."""
    word = key(line.word)
    if not word:
        if line.value:
            raise _NotUnderstood("Ubah menjadi sudah diisi, tetapi Keputusan masih kosong. Pilih ubah.")
        # A note alone says that there is something to talk about.
        return Verdict.DISCUSS, ""
    if matter.kind is Kind.QUESTION:
        return _answer(line, word)
    verdict = _VERDICTS.get(word)
    if verdict is None:
        raise _NotUnderstood(_unknown(line.word, tuple(VERDICT_WORDS.values())))
    if verdict is Verdict.CHANGE:
        if not line.value:
            raise _NotUnderstood("Keputusan ubah, tetapi Ubah menjadi masih kosong. Tulis isi yang baru.")
        return verdict, line.value
    if line.value:
        raise _NotUnderstood(
            f"Keputusan {quoted(line.word)}, tetapi Ubah menjadi diisi. Pilih ubah, atau kosongkan Ubah menjadi."
        )
    return verdict, ""


def _answer(line: DecisionLine, word: str) -> tuple[Verdict, str]:
    """The answer to a question: the title of the row that was chosen, or that none was."""
    if word == key(NO_CANDIDATE) or _VERDICTS.get(word) is Verdict.REJECT:
        return Verdict.REJECT, ""
    if _VERDICTS.get(word) is Verdict.DISCUSS:
        return Verdict.DISCUSS, ""
    if _VERDICTS.get(word) is Verdict.CHANGE:
        if not line.value:
            raise _NotUnderstood("Keputusan ubah, tetapi Ubah menjadi masih kosong. Tulis nama SOP dalam induk.")
        return Verdict.CHANGE, line.value
    choices = [key(CANDIDATE.format(at)) for at in range(1, len(line.offered) + 1)]
    # Who accepts a pair accepts the one in use.
    chosen = choices[0] if choices and _VERDICTS.get(word) is Verdict.ACCEPT else word
    if chosen in choices:
        return Verdict.CHANGE, line.offered[choices.index(chosen)]
    if word.startswith(f"{_CANDIDATE} "):
        raise _NotUnderstood(f"Tidak ada {quoted(line.word)} di baris ini; calonnya hanya {len(choices)}.")
    raise _NotUnderstood(_unknown(line.word, (*(CANDIDATE.format(at + 1) for at in range(len(choices))), NO_CANDIDATE)))


def _unknown(word: str, choices: Sequence[str]) -> str:
    near = difflib.get_close_matches(key(word), choices, n=1)
    hint = f" Maksudnya {quoted(near[0])}?" if near else ""
    return f"Keputusan {quoted(word)} tidak dikenal.{hint} Pilihannya: {', '.join(choices)}."

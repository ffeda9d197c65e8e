"""Outcome -> the sheet Tindak Lanjut: what the office decided about drafts, and whether it was done."""

from pipeline.model.decision import Fate, FollowUp
from pipeline.model.outcome import Outcome
from pipeline.wording import FATE_WORDS, VERDICT_WORDS, where_words
from pipeline.write.workbook.sheet import Cell, Look, Sheet, columns_of, joined, words

_COLUMNS = columns_of(
    (
        ("Unit", 18), ("Nama SOP", 30), ("Berkas", 24), ("Tempat", 16), ("Pokok", 33), ("Putusan", 12),
        ("Isi yang diputuskan", 28), ("Keadaan", 18), ("Catatan", 26), ("Oleh, tanggal", 20), ("Id", 13),
    ),
    unprinted=frozenset({"Id"}),
)  # fmt: skip
_ORDER = (Fate.OPEN, Fate.OTHERWISE, Fate.GONE, Fate.DONE)


def follow_up_sheet(outcome: Outcome) -> Sheet:
    """Return each decision that a draft had to be corrected, those first that were not followed."""
    found = sorted(outcome.follow_ups, key=lambda each: (_ORDER.index(each.fate), each.matter.unit))
    return Sheet(
        name="Tindak Lanjut",
        about="Setiap keputusan bahwa naskah harus diperbaiki, dibandingkan dengan naskah yang diserahkan sesudahnya. "
        "Yang belum diperbaiki berada di atas.",
        none="Belum ada keputusan tentang naskah.",
        columns=_COLUMNS,
        rows=tuple(_row(each) for each in found),
    )


def _row(each: FollowUp) -> tuple[Cell, ...]:
    decision, matter = each.decision, each.matter
    return (
        words(matter.unit),
        words(matter.title),
        words(matter.file),
        words(where_words(matter.field)),
        words(matter.words),
        words(VERDICT_WORDS[decision.verdict]),
        words(decision.value or matter.after),
        words(FATE_WORDS[each.fate], Look.TEXT if each.fate is Fate.DONE else Look.STRONG),
        words(decision.note),
        words(joined((decision.by, decision.when[:10]))),
        words(decision.about, Look.FAINT),
    )

"""Nouns <-> the register's rows, column by column."""

from typing import Any

from pipeline.model.decision import Decision, Kind, Matter, Round, SubmittedFile, Verdict

# As sqlite3 takes and gives it: whatever the columns hold.
Row = tuple[Any, ...]

DECISION = "about, verdict, value, note, decided_by, decided_at, source, round"
MATTER = "about, kind, unit, title, file, part, field, words, text_before, text_after, weight"
FILE = "path, sha256, unit, readable"
ROUND = "number, began, inventory, inventory_sha256"
_KINDS = {each.value: each for each in Kind}


def stored(text: str) -> str | bytes:
    """Return a text as SQLite takes it: a file name that is not Unicode has no UTF-8 and is kept as bytes."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass")
    return text


def told(row: Row) -> Row:
    """Return a row with its texts as they were before they were stored."""
    # Hundreds of thousands are read at once, and hardly one holds bytes.
    if bytes not in map(type, row):
        return row
    return tuple(each.decode(errors="surrogatepass") if isinstance(each, bytes) else each for each in row)


def decision_row(each: Decision) -> Row:
    """Return a decision's row."""
    texts = (each.about, each.verdict.value, each.value, each.note, each.by, each.when, each.source)
    return (*map(stored, texts), each.round)


def decision_of(row: Row) -> Decision:
    """Return the decision of a row."""
    about, verdict, value, note, by, when, source, number = told(row)
    return Decision(
        about=about, verdict=Verdict(verdict), value=value, note=note, by=by, when=when, source=source, round=number
    )


def matter_row(each: Matter) -> Row:
    """Return a matter's row."""
    return (
        stored(each.about), each.kind.value, stored(each.unit), stored(each.title), stored(each.file), each.part,
        stored(each.field), stored(each.words), stored(each.before), stored(each.after), stored(each.weight),
    )  # fmt: skip


def matter_of(row: Row) -> Matter:
    """Return the matter of a row."""
    about, kind, unit, title, file, part, field, words, before, after, weight = told(row)
    return Matter(
        about=about, kind=_KINDS[kind], unit=unit, title=title, file=file, part=part, field=field, words=words,
        before=before, after=after, weight=weight,
    )  # fmt: skip


def file_row(each: SubmittedFile) -> Row:
    """Return a file's row."""
    return stored(each.file), stored(each.sha256), stored(each.unit), int(each.readable)


def file_of(row: Row) -> SubmittedFile:
    """Return the file of a row."""
    path, sha256, unit, readable = told(row)
    return SubmittedFile(file=path, sha256=sha256, unit=unit, readable=bool(readable))


def round_row(each: Round) -> Row:
    """Return a round's row."""
    return each.number, stored(each.when), stored(each.inventory), stored(each.inventory_sha256)


def round_of(row: Row) -> Round:
    """Return the round of a row."""
    number, began, inventory, sha256 = told(row)
    return Round(number=number, when=began, inventory=inventory, inventory_sha256=sha256)

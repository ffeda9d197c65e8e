"""The tables of words contradict neither themselves nor the nouns that they speak of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pytest

from pipeline.model.finding import Severity
from pipeline.model.reconciliation import Status
from pipeline.model.sop import FieldName
from pipeline.text import key
from pipeline.vocabulary import (
    ABBREVIATIONS,
    HEADINGS,
    INSTITUTION_LABELS,
    INVENTORY_COLUMNS,
    LABELS,
    MARKS,
    NO,
    OPPOSITES,
    OTHER_LABELS,
    UNITS,
    YES,
)
from pipeline.wording import FAMILY_WORDS, FIELD_WORDS, SEVERITY_WORDS, STATUS_WORDS, where_words


def claimed_twice(table: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for name, spellings in table.items():
        for spelling in spellings:
            owners[key(spelling)].add(name)
    return {spelling: names for spelling, names in owners.items() if len(names) > 1}


def test_every_field_has_labels_and_words() -> None:
    assert set(LABELS) == set(FieldName)
    assert all(LABELS.values())
    assert [name for name in FieldName if name not in FIELD_WORDS] == []


def test_no_label_is_claimed_by_two_fields() -> None:
    assert claimed_twice(LABELS) == {}


def test_no_label_of_a_field_is_also_a_label_of_something_else() -> None:
    fields = {key(each) for spellings in LABELS.values() for each in spellings}
    assert fields & {key(each) for each in (*OTHER_LABELS, *INSTITUTION_LABELS)} == set()


def test_headings_of_the_step_table_are_unambiguous() -> None:
    assert claimed_twice(HEADINGS) == {}


def test_columns_of_the_inventory_are_unambiguous() -> None:
    assert claimed_twice(INVENTORY_COLUMNS) == {}


def test_no_name_leads_to_two_units() -> None:
    assert claimed_twice({name: (name, *synonyms) for name, synonyms in UNITS}) == {}


@pytest.mark.parametrize(
    "spellings",
    [*LABELS.values(), *HEADINGS.values(), *INVENTORY_COLUMNS.values(), OTHER_LABELS, INSTITUTION_LABELS],
    ids=lambda spellings: spellings[0],
)
def test_every_spelling_has_letters_to_compare_by(spellings: tuple[str, ...]) -> None:
    assert [each for each in spellings if not key(each)] == []
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(
    ("field", "written"),
    [
        (FieldName.NUMBER, "NOMOR SOP :"),
        (FieldName.CREATED, "Tgl.Pembuatan"),
        (FieldName.EFFECTIVE, "TANGGAL EFEKTIF"),
        (FieldName.APPROVED_BY, "Disahkan Oleh,"),
        (FieldName.EQUIPMENT, "PERALATAN / PERLENGKAPAN:"),
        (FieldName.RECORDS, "Pencatatan & Pendataan"),
        (FieldName.RELATED, "Keterkaitan :"),
    ],
)
def test_a_label_is_known_however_it_is_typed(field: FieldName, written: str) -> None:
    assert key(written) in {key(each) for each in LABELS[field]}


def test_yes_is_never_no() -> None:
    assert set(YES) & set(NO) == set()


def test_a_mark_is_one_sign_of_a_known_kind() -> None:
    assert {len(mark) for mark in MARKS} == {1}
    assert set(MARKS.values()) <= {"terminator", "process", "decision", "connector"}


def test_abbreviations_are_words_as_texts_compare() -> None:
    assert [each for each in ABBREVIATIONS if key(each) != each] == []
    assert [each for each in ABBREVIATIONS.values() if key(each) != each] == []


def test_opposites_are_families_of_single_words() -> None:
    assert [family for family in OPPOSITES if len(set(family)) < 2] == []
    assert [word for family in OPPOSITES for word in family if key(word) != word or " " in word] == []


def test_every_status_severity_and_family_has_its_word() -> None:
    assert set(STATUS_WORDS) == set(Status)
    assert set(SEVERITY_WORDS) == set(Severity)
    assert set(FAMILY_WORDS) == {"RD", "ID", "ST", "FL", "IN", "NM", "LG", "SE", "KT"}


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("steps/3/duration", "langkah 3, waktu"),
        ("number", "nomor SOP"),
        ("legal_basis/2", "dasar hukum 2"),
        ("flow", "diagram alir"),
        ("", ""),
    ],
)
def test_a_place_of_the_contract_is_told_in_words(where: str, words: str) -> None:
    assert where_words(where) == words

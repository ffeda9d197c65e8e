"""Each case of cases/: the draft is read exactly as expected.json says, and nothing that Word prints is lost."""

import importlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from pipeline.check.registry import all_rules
from pipeline.cli import pleno
from pipeline.intake import Submission, read_sops
from pipeline.model.sop import DATES, Sop
from pipeline.text import key
from pipeline.vocabulary import HEADINGS, INSTITUTION_LABELS, LABELS, OTHER_LABELS, TITLE_PREFIXES
from tests.cases.form import ACTORS, FIELDS, INSTITUTION
from tests.cases.printed import printed, struck

CASES = Path(__file__).parent / "cases"
NAMES = sorted(each.parent.name for each in CASES.glob("*/draft.py"))

_AGAIN = "it is printed more than once and read once"
_COLUMNS = "the numbers of the columns say nothing of the SOP"
_LABEL = "a label or heading is read as the field that it names"
# What a case prints and no value nor report gives, and why that is right.
LEFT_OUT: dict[str, tuple[tuple[str, ...], str]] = {
    "captions_between_tables": (ACTORS, _AGAIN),
    "continued_table": (ACTORS, _AGAIN),
    "formula_and_reading_aid": (("za-kat",), "a reading aid says only how the word sounds"),
    "header_again": ((*ACTORS, *(f"{at}" for at in (1, 2, 4, 5, 6, 7, 8, 9, 10) * 2)), f"{_AGAIN}; {_COLUMNS}"),
    "header_of_three_rows": (("Luar", "Kantor"), "an actor column is named by its lowest heading: contract"),
    "headings_broken": (
        ("N o", "Kegi atan", "Pelak sana", "Mutu Baku", "Kete rangan", "Keleng kapan", "Wak tu", "Out put"), _LABEL,
    ),
    "headings_in_other_words": (
        ("No. Kegiatan", "Aktivitas/Langkah", "Syarat/Perlengkapan", "Target Waktu (menit)", "Hasil/Output"), _LABEL,
    ),
    "identity_on_each_page": ((*ACTORS, INSTITUTION, FIELDS["Nomor SOP"], FIELDS["Nama SOP"]), _AGAIN),
    "items_in_one_line": (("2. 1. 2. a. b. c.",), "an entry is given without its number: contract"),
    "labels_misspelt": (
        ("Nomer SOP TGL. PEMBUTAN Tanggal Revsi Dasar Hukun Peringtan Pencacatan dan pendataan",), _LABEL,
    ),
    "note_with_hidden_sign": (("Daftar periksa lama",), "Word prints no note whose sign it does not print"),
    "rows_without_step": (("1 2 3 4 5 6 7 8 9",), _COLUMNS),
    "signature_in_rows": (("NI PPPK",), _LABEL),
    "unit_behind_time": (("Waktu/menit",), "the heading's unit stands in each duration, as `minute`"),
    "unit_in_heading": (("Waktu (menit)",), "the heading's unit stands in each duration, as `minute`"),
    "web_page_inside": (("Lampiran formulir permohonan",), "that a part of another kind was not read is reported"),
}  # fmt: skip


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def case(name: str) -> ModuleType:
    return importlib.import_module(f"tests.cases.{name}.draft")


@pytest.fixture(scope="module")
def content(case: ModuleType) -> bytes:
    built: bytes = case.draft()
    return built


@pytest.fixture(scope="module")
def file(name: str, case: ModuleType, content: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The case's draft in a folder of its own, under the name that the record gives as its source."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp(name))
        path = Path(f"{name}.{getattr(case, 'SUFFIX', 'docx')}")
        path.write_bytes(content)
        yield path.name


@pytest.fixture(scope="module")
def output(file: str) -> str:
    return extracted(file)


@pytest.fixture(scope="module")
def sops(file: str) -> list[Sop]:
    found = list(read_sops(Submission(path=Path(file), name=file, folder="")))
    assert all(isinstance(each, Sop) for each in found)
    return found  # type: ignore[return-value]


def extracted(file: str) -> str:
    result = CliRunner().invoke(pleno, ["extract", file, "--json"], catch_exceptions=False)
    assert result.stderr == ""
    return result.stdout


def records(output: str) -> list[dict[str, object]]:
    return [json.loads(each) for each in output.splitlines()]


def test_a_draft_is_read_as_expected(name: str, output: str, update: bool) -> None:
    golden = CASES / name / "expected.json"
    found = records(output)
    if update:
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
        pytest.fail(f"{golden} is written anew: read the diff, then run again without --update")
    if not golden.is_file():
        pytest.fail(f"{golden} is missing: make it with `pytest tests/test_cases.py --update`, and read it")
    assert found == json.loads(golden.read_text(encoding="utf-8"))


def test_a_case_says_what_it_is_for(case: ModuleType) -> None:
    assert case.__doc__


def test_reading_twice_gives_the_same(file: str, output: str) -> None:
    assert extracted(file) == output


def test_a_case_builds_the_same_bytes_each_time(case: ModuleType, content: bytes) -> None:
    assert case.draft() == content


def test_each_line_is_one_object_of_the_contract(output: str) -> None:
    assert output.endswith("\n")
    for at, record in enumerate(records(output), start=1):
        assert record["format"] == "sop-draft/1"
        assert record["source"]["part"] == at  # type: ignore[index]


def test_each_finding_is_of_a_known_rule_and_points_into_the_record(output: str) -> None:
    codes = {rule.code for rule in all_rules()}
    for record in records(output):
        for finding in record["findings"]:  # type: ignore[attr-defined]
            assert finding["code"] in codes
            steps = re.match(r"steps/(\d+)", finding["where"])
            assert steps is None or 1 <= int(steps[1]) <= len(record["steps"])  # type: ignore[arg-type]


@pytest.mark.usefixtures("output")
def test_the_drafts_file_is_left_alone(file: str, content: bytes) -> None:
    assert Path(file).read_bytes() == content


# Nothing is lost


def test_every_printed_word_is_read_or_reported(name: str, output: str, sops: list[Sop], content: bytes) -> None:
    left_out, _reason = LEFT_OUT.get(name, ((), ""))
    lines = (_unlabelled(each) for each in printed(content))
    missing = _counted(lines) - _counted((*_values(output, sops), *_reported(sops))) - _counted(left_out)
    assert sorted(missing.elements()) == []


def test_no_value_holds_a_word_that_is_not_printed(output: str, sops: list[Sop], content: bytes) -> None:
    assert set(_counted(_values(output, sops))) - set(_counted(printed(content))) == set()


def test_every_struck_word_is_kept_as_a_change(sops: list[Sop], content: bytes) -> None:
    changes = _counted(each.text for sop in sops for each in sop.revisions)
    assert sorted((_counted(struck(content)) - changes).elements()) == []


def test_what_is_left_out_is_printed(name: str, content: bytes) -> None:
    left_out, _reason = LEFT_OUT.get(name, ((), ""))
    assert _counted(left_out) - _counted(printed(content)) == Counter()


def _values(output: str, sops: list[Sop]) -> Iterator[str]:
    """Each text of the records once, in the words of the draft: no text that the program made, as dates and counts."""
    for record, sop in zip(records(output), sops, strict=True):
        identity, steps, flow = (record[each] for each in ("identity", "steps", "flow"))
        yield from _texts([value for part, value in identity.items() if part not in ("unit", *DATES)])  # type: ignore[attr-defined]
        yield from (date.text for date in map(sop.identity.date, DATES) if date)
        yield from _texts(record["actors"])
        for step in steps:  # type: ignore[attr-defined]
            yield from (step[each] for each in ("activity", "requirements", "output", "note"))
            yield step["duration"]["text"] if step["duration"] else ""
        yield from (node["text"] for node in flow["nodes"])  # type: ignore[index]
        yield from (edge["label"] for edge in flow["edges"])  # type: ignore[index]


def _reported(sops: list[Sop]) -> Iterator[str]:
    """What the program says that it did not understand, set aside or keeps beside the text, and the steps' numbers."""
    for sop in sops:
        yield from (each.what for each in (*sop.unread, *sop.aside))
        yield from (each.text for each in sop.notes)
        yield from (each.number for each in sop.steps)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


_LABELS = frozenset(
    key(each)
    for spellings in (*LABELS.values(), *HEADINGS.values(), OTHER_LABELS, INSTITUTION_LABELS, TITLE_PREFIXES, ("NIP",))
    for each in spellings
)
# The blanks in a NIP are no words' limits.
_NIP = re.compile(r"\b(\d{8})\s(\d{6})\s(\d)\s?(\d{3})\b")


def _unlabelled(line: str) -> str:
    """The line without the label or heading that it is or begins with."""
    line = re.sub(r"^\s*NIP\b", "", line)
    head, _colon, tail = line.partition(":")
    if key(line) in _LABELS:
        return ""
    return tail if key(head) in _LABELS else line


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", _NIP.sub(r"\1\2\3\4", text).casefold()))

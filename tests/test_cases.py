"""Each case of cases/: the draft is read exactly as expected.json says, and nothing that Word prints is lost."""

import importlib
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from pipeline.check.registry import all_rules
from pipeline.cli import pleno
from pipeline.dates import long_date
from pipeline.intake import Submission, read_sops
from pipeline.model.sop import DATES, Sop
from pipeline.vocabulary import HEADINGS, INSTITUTION_LABELS, LABELS, OTHER_LABELS, TITLE_PREFIXES

CASES = Path(__file__).parent / "cases"
NAMES = sorted(each.parent.name for each in CASES.glob("*/draft.py"))

_NO_STEPS = "the contract has no place for the words of rows that are no steps"
# What a case prints and the record does not give, and why that is right.
LEFT_OUT: dict[str, tuple[tuple[str, ...], str]] = {
    "rows_without_step": (
        (
            "1 2 3 4 5 6 7 8 9",
            "A Tahap Persiapan",
            "Tahap Pelaksanaan",
            "Jumlah waktu 1 hari kerja 20 menit",
            "Keterangan: waktu dihitung sejak berkas diterima lengkap",
        ),
        _NO_STEPS,
    ),
    "unit_in_heading": (("menit",), "the heading's unit stands in each duration, as `minute`"),
    "word_numbered": (("Tahap Penyelesaian",), _NO_STEPS),
}


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def content(name: str) -> bytes:
    built: bytes = importlib.import_module(f"tests.cases.{name}.draft").draft()
    return built


@pytest.fixture
def file(name: str, content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The case's draft in a folder of its own, under the name that the record gives as its source."""
    monkeypatch.chdir(tmp_path)
    Path(f"{name}.docx").write_bytes(content)
    return f"{name}.docx"


def extracted(file: str) -> str:
    result = CliRunner().invoke(pleno, ["extract", file, "--json"], catch_exceptions=False)
    assert result.stderr == ""
    return result.stdout


def records(output: str) -> list[dict[str, object]]:
    return [json.loads(each) for each in output.splitlines()]


def test_a_draft_is_read_as_expected(name: str, file: str, update: bool) -> None:
    golden = CASES / name / "expected.json"
    found = records(extracted(file))
    if update:
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
        pytest.fail(f"{golden} is written anew: read the diff, then run again without --update")
    if not golden.is_file():
        pytest.fail(f"{golden} is missing: make it with `pytest tests/test_cases.py --update`, and read it")
    assert found == json.loads(golden.read_text(encoding="utf-8"))


def test_a_case_says_what_it_is_for(name: str) -> None:
    assert importlib.import_module(f"tests.cases.{name}.draft").__doc__


def test_reading_twice_gives_the_same(file: str) -> None:
    assert extracted(file) == extracted(file)


def test_a_case_builds_the_same_bytes_each_time(name: str, content: bytes) -> None:
    assert importlib.import_module(f"tests.cases.{name}.draft").draft() == content


def test_each_line_is_one_object_of_the_contract(file: str) -> None:
    output = extracted(file)
    assert output.endswith("\n")
    for at, record in enumerate(records(output), start=1):
        assert record["format"] == "sop-draft/1"
        assert record["source"]["part"] == at  # type: ignore[index]


def test_each_finding_is_of_a_known_rule_and_points_into_the_record(file: str) -> None:
    codes = {rule.code for rule in all_rules()}
    for record in records(extracted(file)):
        for finding in record["findings"]:  # type: ignore[attr-defined]
            assert finding["code"] in codes
            steps = re.match(r"steps/(\d+)", finding["where"])
            assert steps is None or 1 <= int(steps[1]) <= len(record["steps"])  # type: ignore[arg-type]


def test_the_drafts_file_is_left_alone(file: str, content: bytes) -> None:
    extracted(file)
    assert Path(file).read_bytes() == content


# Nothing is lost


def test_every_printed_word_is_read_or_reported(name: str, file: str, content: bytes) -> None:
    left_out, _reason = LEFT_OUT.get(name, ((), ""))
    missing = _counted(printed(content)) - _counted(_given(file)) - _counted(left_out)
    labels = _counted(_labels())
    assert [each for each in missing if each not in labels] == []


def _given(file: str) -> Iterator[str]:
    """Every text of the records, and what the program says that it did not understand."""
    for record in records(extracted(file)):
        yield from _texts([value for part, value in record.items() if part not in ("format", "source", "findings")])
        dates = (record["identity"][each.value] for each in DATES)  # type: ignore[index]
        yield from (long_date(each) for each in dates if each)
    for found in read_sops(Submission(path=Path(file), name=file, folder="")):
        assert isinstance(found, Sop)
        yield from (each.what for each in found.unread)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _labels() -> Iterator[str]:
    for spellings in (*LABELS.values(), *HEADINGS.values(), OTHER_LABELS, INSTITUTION_LABELS, TITLE_PREFIXES, ("NIP",)):
        yield from spellings


def _counted(texts: Iterator[str] | tuple[str, ...]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text.casefold()))


def printed(content: bytes) -> Iterator[str]:
    """Yield each paragraph that Word prints of a draft with all changes accepted, without its list number.

    A reader of its own, that shares nothing with the program's.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in ("word/document.xml", "word/header1.xml"):
            if part in archive.namelist():
                text = "".join(_visible(etree.fromstring(archive.read(part))))
                yield from (re.sub(r"^\s*\d{1,2}[.)]\s", "", line) for line in text.split("\n"))


_SIGNS = {"tab": "\t", "br": "\n", "noBreakHyphen": "-"}
_NEVER = ("del", "moveFrom", "Fallback", "instrText", "pPr", "rPr", "sectPr")


def _visible(element: etree._Element) -> Iterator[str]:
    tag = etree.QName(element).localname
    if tag in _NEVER or _is_off(element, tag):
        return
    if tag == "t":
        yield element.text or ""
    yield _SIGNS.get(tag, "")
    yield "\n" if tag == "p" else ""
    for child in element:
        yield from _visible(child)
    yield "\n" if tag == "p" else ""


def _is_off(element: etree._Element, tag: str) -> bool:
    """Whether a run is hidden, or a row struck out."""
    path = {"r": "{*}rPr/{*}vanish", "tr": "{*}trPr/{*}del"}.get(tag)
    return path is not None and element.find(path) is not None

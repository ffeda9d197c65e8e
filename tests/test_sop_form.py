"""The official form: empty it gives no value, filled in as Word fills it in it is read back without a doubt."""

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from pipeline.cli import pleno
from pipeline.intake import Submission, read_sops
from pipeline.model.sop import DATES, LISTS, FieldName, NodeKind, Sop
from pipeline.write.loss import guesses
from tests.papers.controls import ADVICE
from tests.papers.filled_form import ACTS, ARROWS, ENTRIES, FIELDS, W15, Act, Filling, W, content_of, filled
from tests.papers.sop_form import STEPS, sop_form
from tests.papers.sop_guide import HEADING

SHIPPED = Path(__file__).parents[1] / "templates"
SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")


def read_form(data: bytes, folder: Path) -> Sop:
    """The one SOP that our reader finds in a file."""
    file = folder / "naskah.docx"
    file.write_bytes(data)
    (found,) = read_sops(Submission(path=file, name=file.name, folder=""))
    assert isinstance(found, Sop)
    return found


def findings(folder: Path) -> list[str]:
    """The codes that are found in the file that was read last."""
    told = CliRunner().invoke(pleno, ["extract", str(folder / "naskah.docx"), "--json"], catch_exceptions=False)
    return [each["code"] for each in json.loads(told.stdout)["findings"]]


# The empty form


@pytest.fixture(scope="module")
def empty() -> bytes:
    return sop_form()


@pytest.fixture(scope="module")
def body(empty: bytes) -> etree._Element:
    return Filling(empty).root


def test_the_shipped_form_is_the_one_that_is_built_here(empty: bytes) -> None:
    assert sop_form() == empty == (SHIPPED / "format-sop.docx").read_bytes()


def test_every_control_has_a_name_a_tag_and_words_of_help(body: etree._Element) -> None:
    numbers = []
    for each in body.iter(f"{W}sdt"):
        properties = each.find(f"{W}sdtPr")
        numbers.append(properties.find(f"{W}id").get(f"{W}val"))
        if properties.find(f"{W15}repeatingSectionItem") is not None:
            continue
        assert properties.find(f"{W}alias").get(f"{W}val")
        assert properties.find(f"{W}tag").get(f"{W}val")
        assert "".join(content_of(each).itertext()).strip()
        repeats = properties.find(f"{W15}repeatingSection") is not None
        assert (properties.find(f"{W}showingPlcHdr") is None) == repeats
        runs = () if repeats else content_of(each).iter(f"{W}rPr")
        assert all(look.find(f"{W}rStyle").get(f"{W}val") == ADVICE for look in runs)
    assert len(numbers) == len(set(numbers))


def test_help_comes_back_where_what_was_typed_is_deleted(empty: bytes, body: etree._Element) -> None:
    with zipfile.ZipFile(io.BytesIO(empty)) as file:
        parts = etree.fromstring(file.read("word/glossary/document.xml")).iter(f"{W}docPart")
        kept = {
            each.find(f"{W}docPartPr/{W}name").get(f"{W}val"): "".join(each.find(f"{W}docPartBody").itertext())
            for each in parts
            if each.find(f"{W}docPartPr") is not None
        }
    for each in body.iter(f"{W}placeholder"):
        control = each.getparent().getparent()
        assert "".join(content_of(control).itertext()) == kept[each.find(f"{W}docPart").get(f"{W}val")]
    named = {each.find(f"{W}docPart").get(f"{W}val") for each in body.iter(f"{W}placeholder")}
    assert named == set(kept)


def test_word_opens_the_form_in_the_mode_in_which_it_repeats_rows(empty: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(empty)) as file:
        settings = etree.fromstring(file.read("word/settings.xml"))
    modes = {each.get(f"{W}name"): each.get(f"{W}val") for each in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"


def test_every_field_of_the_form_has_its_control(body: etree._Element) -> None:
    once = {*FIELDS, *ENTRIES, "lambang", "langkah"}
    tags = [each.get(f"{W}val") for each in body.iter(f"{W}tag")]
    assert {each for each in tags if tags.count(each) == 1} == once
    cells = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
    assert {each: tags.count(each) for each in tags if each not in once} == {f"langkah-{each}": STEPS for each in cells}


def test_dates_are_picked_and_written_as_offices_write_them(body: etree._Element) -> None:
    dates = list(body.iter(f"{W}date"))
    assert len(dates) == len(DATES)
    for each in dates:
        assert each.find(f"{W}dateFormat").get(f"{W}val") == "dd MMMM yyyy"
        assert each.find(f"{W}lid").get(f"{W}val") == "id-ID"


def test_steps_stand_on_landscape_f4_under_a_repeated_header_and_are_never_parted(empty: bytes) -> None:
    form = Filling(empty)
    for size in form.root.iter(f"{W}pgSz"):
        width, height = (int(size.get(f"{W}{name}")) * 25.4 / 1440 for name in ("w", "h"))
        assert (round(width), round(height), size.get(f"{W}orient")) == (330, 215, "landscape")
    assert len(form.rows) == STEPS
    for row in form.rows:
        assert row.find(f"{W}trPr/{W}cantSplit") is not None
        assert int(row.find(f"{W}trPr/{W}trHeight").get(f"{W}val")) >= 16 * 1440 / 25.4
    (table,) = (
        each for each in form.root.iter(f"{W}tbl") if next(each.iter(f"{W15}repeatingSection"), None) is not None
    )
    assert [each.find(f"{W}trPr/{W}tblHeader") is not None for each in table.findall(f"{W}tr")] == [True, True]


def test_the_empty_form_has_all_its_labels_and_no_value(empty: bytes, tmp_path: Path) -> None:
    sop = read_form(empty, tmp_path)
    identity = sop.identity
    # What nobody filled in is told as such: the form is known by its labels.
    assert (sop.form, sop.steps, sop.flow.nodes) == ("blank", (), ())
    assert identity.labels_seen == set(FieldName)
    assert [each.text for each in sop.headings] == [
        "No", "Kegiatan", "Mutu Baku", "Keterangan", "Kelengkapan", "Waktu", "Output",
    ]  # fmt: skip
    assert not any(each.meant for each in (*identity.labels, *sop.headings))
    assert (identity.institution, identity.unit, identity.number, identity.title) == ((), None, None, None)
    assert [each and (each.text, each.iso) for each in map(identity.date, DATES)] == [("", None)] * 3
    assert not any(identity.values(each) for each in LISTS)
    signed = identity.approved_by
    assert signed is None or (signed.position, signed.name, signed.nip) == (None, None, None)
    assert (sop.unread, sop.flow.unread) == ((), ())
    assert "RD102" in findings(tmp_path)
    assert "RD101" not in findings(tmp_path)


def test_the_guide_is_known_as_what_it_is(empty: bytes, tmp_path: Path) -> None:
    (guide,) = read_form(empty, tmp_path).aside
    assert guide.what.startswith(f"petunjuk pengisian: {HEADING} | ")
    assert all(each in guide.what for each in ("Kapsul", "Belah ketupat", "Contoh kegiatan", "| Tidak | Ya"))


# The form filled in


def assert_read_back(sop: Sop, acts: Sequence[Act], arrows: Sequence[tuple[int, int, str]]) -> None:
    identity = sop.identity
    assert (sop.form, sop.kind) == ("sop-ap", "sop-ap")
    assert [each.text for each in identity.institution] == [FIELDS[f"kop-{each}"] for each in _KOP]
    assert identity.unit is not None
    assert identity.unit.text == FIELDS["kop-unit"]
    assert identity.number is not None
    assert identity.number.text == FIELDS["nomor-sop"]
    assert identity.title is not None
    assert identity.title.text == FIELDS["nama-sop"]
    dates = [identity.date(each) for each in DATES]
    assert [each and each.text for each in dates] == [FIELDS[f"tanggal-{each}"] for each in _DATES]
    assert [each and each.iso for each in dates] == ["2026-02-02", None, "2026-03-02"]
    signed = identity.approved_by
    assert signed is not None
    assert [signed.position, signed.name, signed.nip] == [FIELDS[f"pengesah-{each}"] for each in _SIGNED]
    assert [[value.text for value in identity.values(each)] for each in LISTS] == [
        list(entries) for entries in ENTRIES.values()
    ]
    actors = [FIELDS[f"pelaksana-{each}"] for each in range(1, 5)]
    assert [each.name for each in sop.actors] == actors
    told = [(each.activity, each.requirements, each.duration and each.duration.text, each.output) for each in sop.steps]
    assert told == [(each.activity, each.requirements.replace("\n", " "), each.time, each.output) for each in acts]
    assert [each.note for each in sop.steps] == [each.note for each in acts]
    assert [each.number for each in sop.steps] == [f"{at}" for at in range(1, len(acts) + 1)]
    assert [each.actors for each in sop.steps] == [(actors[each.actor],) for each in acts]
    drawn = [(each.kind, each.step, each.actor, each.text) for each in sop.flow.nodes]
    assert drawn == [(each.kind, at, actors[each.actor], "") for at, each in enumerate(acts, start=1)]
    steps = {each.id: each.step for each in sop.flow.nodes}
    edges = {(steps[each.source], steps[each.target], each.label) for each in sop.flow.edges}
    assert edges == set(arrows)
    assert len(sop.flow.edges) == len(arrows)


def assert_no_doubt(sop: Sop) -> None:
    assert (sop.unread, sop.flow.unread, sop.flow.loose, sop.flow.doubles) == ((), (), (), ())
    assert guesses(sop) == ()
    assert {each.sure for each in sop.flow.edges} == {1.0}


_KOP, _DATES, _SIGNED = (
    ("kementerian", "kantor", "unit"), ("pembuatan", "revisi", "efektif"), ("jabatan", "nama", "nip"),
)  # fmt: skip


def test_the_filled_form_is_read_back_without_a_doubt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sop = read_form(filled().data(), tmp_path)
    assert_read_back(sop, ACTS, ARROWS)
    assert_no_doubt(sop)
    assert findings(tmp_path) == []


def test_only_what_is_wrong_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = (*ACTS[:2], replace(ACTS[2], time="secepatnya"), *ACTS[3:])
    read_form(filled(wrong).data(), tmp_path)
    assert findings(tmp_path) == ["ST102"]


def test_rows_added_by_words_plus_are_steps_and_go_on_counting(tmp_path: Path) -> None:
    more = tuple(
        Act(
            activity=f"Mencatat rekomendasi pada buku agenda {at}", actor=1 + at % 2, kind=NodeKind.PROCESS,
            requirements="Surat rekomendasi", time=f"{at} menit", output=f"Catatan {at}",
        )
        for at in range(6, 14)
    )  # fmt: skip
    acts = (*ACTS[:4], *more, ACTS[4])
    arrows = (*ARROWS[:3], *((at, at + 1, "") for at in range(3, len(acts))))
    assert len(acts) > STEPS
    sop = read_form(filled(acts, arrows).data(), tmp_path)
    assert_read_back(sop, acts, arrows)
    assert_no_doubt(sop)


def test_actor_columns_that_nobody_named_are_asked_about_and_name_nobody(tmp_path: Path) -> None:
    form = Filling(sop_form())
    form.write("nama-sop", FIELDS["nama-sop"])
    form.write("pelaksana-1", "Pemohon")
    form.write("pelaksana-2", "Petugas PTSP")
    acts = [each for each in ACTS if each.actor < 2]
    for at, act in enumerate(acts):
        form.step(at, act)
    form.draw(acts, ())
    sop = read_form(form.data(), tmp_path)
    assert [each.actors for each in sop.steps] == [("Pemohon",), ("Petugas PTSP",), ("Pemohon",)]
    assert sop.unread == ()
    assert "IN106" in findings(tmp_path)


def test_without_its_guide_the_form_is_read_alike(tmp_path: Path) -> None:
    form = filled()
    whole = read_form(form.data(), tmp_path)
    body = form.root[0]
    ends = next(at for at, each in enumerate(body) if each.find(f"{W}pPr/{W}sectPr") is not None)
    del body[ends + 1 : -1]
    alone = read_form(form.data(), tmp_path)
    assert alone.aside == ()
    assert (alone.identity, alone.steps, alone.flow) == (whole.identity, whole.steps, whole.flow)


# On paper


@pytest.mark.skipif(SOFFICE is None or PDFTOTEXT is None, reason="LibreOffice or poppler is not installed here")
def test_the_form_prints_on_three_pages_empty_and_filled_in(empty: bytes, tmp_path: Path) -> None:
    for name, data in (("kosong", empty), ("isi", filled().data())):
        (tmp_path / f"{name}.docx").write_bytes(data)
    where = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    names = [str(tmp_path / f"{each}.docx") for each in ("kosong", "isi")]
    subprocess.run(
        [SOFFICE or "", where, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *names],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    for name in ("kosong", "isi"):
        told = [PDFTOTEXT or "", "-layout", str(tmp_path / f"{name}.pdf"), "-"]
        pages = subprocess.run(told, check=True, capture_output=True, text=True, timeout=60).stdout.split("\f")[:-1]
        assert [_landmark(each) for each in pages] == ["Dasar Hukum", "Mutu Baku", HEADING]


def _landmark(page: str) -> str:
    return next(each for each in ("Dasar Hukum:", "Mutu Baku", HEADING) if each in page).rstrip(":")

"""drafts.jsonl tells what was not simply read, in keys of its own; the contract's record stays as it is."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline.model.draft import Held, Note, Revision, Treated, Unread
from pipeline.model.inventory import Inventory
from pipeline.model.outcome import Outcome
from pipeline.model.place import DocxPlace
from pipeline.model.reconciliation import Reconciliation
from pipeline.model.sop import Date, Edge, Flow, Identity, Node, NodeKind, PrintedLabel, Sop, Value
from pipeline.wording import HELD_WORDS, REVISION_WORDS, TRACE_WORDS, TREATED_WORDS, held_word
from pipeline.write.loss import Kind, Trace, guesses, held_in, traces
from pipeline.write.records import sop_record, write_drafts

HERE = DocxPlace(table=2, row=4, column=3)
PLACE = {"part": "body", "table": 2, "row": 4, "column": 3, "paragraph": None}
SOP = Sop(
    file="penmad/izin.docx", folder="penmad", sha256="a" * 64, part=1, kind="sop-ap",
    identity=Identity(
        title=Value(text="SOP Penerbitan Izin", place=HERE, sure=0.9),
        revised=Date(text="", iso=None, place=HERE, sure=0.5),
        effective=Date(text="5 Mei 2025", iso="2025-05-05", place=HERE, sure=0.5),
        legal_basis=tuple(Value(text=each, place=HERE, sure=0.91) for each in ("UU", "KMA")),
        labels=tuple(
            PrintedLabel(field=field, text=text, place=HERE)
            for field, text in zip(
                ("revised", "effective", "legal_basis"),
                ("Tanggl Revisi", "Tanggal Efektif", "Dasar Hokum"),
                strict=True,
            )
        ),
    ),
    actors=(), steps=(),
    flow=Flow(
        source="drawing",
        nodes=tuple(
            Node(id=f"n{at}", kind=NodeKind.PROCESS, step=at, actor=actor, text="", place=HERE)
            for at, actor in enumerate(("Pemohon", "Kepala\nKantor"), start=1)
        ),
        edges=(
            Edge(source="n1", target="n2", label="", sure=0.3), Edge(source="n2", target="n1", label=""),
            Edge(source="n2", target="n9", label="", sure=0.1),
        ),
        unread=(Unread(what="bentuk “cloud”", place=HERE),),
    ),
    unread=(Unread(what="Lampiran\u00a0 menyusul", place=HERE), Unread(what="bentuk “cloud”", place=HERE)),
    aside=(Unread(what="baris jumlah: 35", place=HERE),),
    revisions=(Revision(kind="del", author="Rina Contoh", date="2025-08-12T09:14:00Z", text=" lama\n", place=HERE),),
    notes=(Note(kind="footnote", text="Lihat KMA.", author="", date="", place=HERE),),
    held=(Held(what="revisions", count=1, treated=Treated.NOTED),),
)  # fmt: skip


def test_a_line_of_drafts_is_the_contracts_record_and_the_loss(tmp_path: Path) -> None:
    outcome = Outcome(
        office="", when=datetime(2026, 1, 5, tzinfo=UTC), sops=(SOP,), unreadable=(),
        inventory=Inventory(file="", rows=(), passed_over=(), totals=()), findings=(),
        reconciliation=Reconciliation(units=(), items=(), corrections=()),
    )  # fmt: skip
    write_drafts(outcome, tmp_path / "drafts.jsonl")
    record = json.loads((tmp_path / "drafts.jsonl").read_text(encoding="utf-8"))
    loss = record.pop("loss")
    assert record == sop_record(SOP, ())
    assert loss == {
        "held": [{"what": "revisions", "count": 1, "treated": "noted"}],
        "unread": [{"what": "Lampiran menyusul", "place": PLACE}, {"what": "bentuk “cloud”", "place": PLACE}],
        "guessed": [
            {"field": "title", "label": "", "sure": 0.9, "place": PLACE},
            {"field": "revised", "label": "Tanggl Revisi", "sure": 0.5, "place": PLACE},
            {"field": "effective", "label": "Tanggal Efektif", "sure": 0.5, "place": PLACE},
            {"field": "legal_basis", "label": "Dasar Hokum", "sure": 0.91, "place": PLACE},
            {"field": "flow", "label": "n1 -> n2", "sure": 0.3, "place": PLACE},
        ],
        "aside": [{"what": "baris jumlah: 35", "place": PLACE}],
        "revisions": [
            {"kind": "del", "author": "Rina Contoh", "date": "2025-08-12T09:14:00Z", "text": "lama", "place": PLACE}
        ],
        "notes": [{"kind": "footnote", "author": None, "date": None, "text": "Lihat KMA.", "place": PLACE}],
    }


def test_guesses_are_told_in_words() -> None:
    assert [each.words for each in guesses(SOP)] == [
        "nama SOP tanpa label: “SOP Penerbitan Izin”",
        "tanggal revisi dari label “Tanggl Revisi”: kosong",
        "tanggal efektif dari label “Tanggal Efektif”: “5 Mei 2025”",
        "dasar hukum dari label “Dasar Hokum”: “UU” dan 1 lagi",
        "panah dari langkah 1 (Pemohon) ke langkah 2 (Kepala Kantor): ujungnya belum pasti",
    ]


def test_a_file_counts_what_it_holds_once_however_many_sops_it_has() -> None:
    assert held_in((SOP, replace(SOP, part=2))) == SOP.held


def test_what_only_one_sop_of_a_file_has_bears_its_name() -> None:
    other = replace(SOP, part=2, identity=Identity(title=Value(text="SOP Pencabutan Izin", place=HERE)), aside=())
    named = {each.what: each.sop for each in traces((SOP, other))}
    assert named["Lampiran menyusul"] == ""
    assert (
        named["baris jumlah: 35"]
        == named["tanggal efektif dari label “Tanggal Efektif”: “5 Mei 2025”"]
        == "SOP Penerbitan Izin"
    )


@pytest.mark.parametrize(
    ("written", "day", "words"),
    [
        ("2025-08-12T09:14:00Z", date(2025, 8, 12), "12 Agustus 2025"),
        ("2025-08-12", date(2025, 8, 12), "12 Agustus 2025"),
        ("", None, ""),
        ("1601-01-01T00:00:00Z", None, "1601-01-01T00:00:00Z"),
        ("2025-02-31T00:00:00Z", None, "2025-02-31T00:00:00Z"),
    ],
)
def test_the_day_of_a_trace(written: str, day: date | None, words: str) -> None:
    trace = Trace(kind=Kind.COMMENT, what="", place=HERE, when=written)
    assert (trace.day, trace.day_words) == (day, words)


def test_everything_that_the_reader_names_has_a_word() -> None:
    assert set(TRACE_WORDS) == {each.value for each in Kind}
    assert set(TREATED_WORDS) == set(Treated)
    assert all(held_word(each) != each for each in HELD_WORDS)
    assert held_word("object Visio.Drawing.15") == "objek tertanam Visio.Drawing.15"
    assert all(word != kind for kind, word in REVISION_WORDS.items())

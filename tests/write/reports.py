"""Outcomes for the tests of the report, and its page as they look at it."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from html.parser import HTMLParser
from pathlib import Path

from pipeline.durations import read_duration
from pipeline.model.draft import Held, Treated, Unread
from pipeline.model.finding import Finding, Replacement, Severity
from pipeline.model.inventory import (
    Doubt,
    Heading,
    Inventory,
    InventoryRow,
    InventoryTable,
    PassedOver,
    PassedSheet,
    TypedTotal,
)
from pipeline.model.outcome import Outcome
from pipeline.model.place import DocxPlace, XlsxPlace
from pipeline.model.reconciliation import (
    Action,
    Balance,
    Case,
    Difference,
    DraftRef,
    Item,
    Nature,
    Proposal,
    Reconciliation,
    Status,
    UnitCount,
)
from pipeline.model.sop import Actor, Edge, Flow, Identity, Node, NodeKind, Sop, Step, Unreadable, Value
from pipeline.write.report import write_report
from tests.write.disparities import aligned, shared

HOSTILE = """<script>alert(1)</script> "kutip" 'petik' ]]> & </style><img src=x onerror=alert(2)>"""
HERE = DocxPlace(table=2, row=4, column=3)
UNIT = "Seksi Pendidikan Madrasah"


def step(number: int, actor: str, **changes: object) -> Step:
    plain = Step(
        number=str(number),
        activity=f"Kegiatan {number}",
        actors=(actor,),
        requirements="Berkas",
        duration=read_duration("15 menit"),
        output="Tanda terima",
        note="",
        place=DocxPlace(table=2, row=number + 2),
    )
    return replace(plain, **changes)


def sop(file: str, title: str, *, part: int = 1, text: str = "") -> Sop:
    return Sop(
        file=file,
        folder=file.split("/")[0],
        sha256="ab" * 32,
        part=part,
        kind="sop-ap",
        identity=Identity(
            number=Value(text=f"0{part}/SOP/2025 {text}".strip(), place=HERE),
            title=Value(text=title, place=HERE),
            legal_basis=(Value(text="Undang-Undang Nomor 2 Tahun 1989", place=HERE), Value(text="KMA 168", place=HERE)),
        ),
        actors=tuple(
            Actor(name=f"{who}{text}", column=at, span=1, place=HERE) for at, who in ((2, "Pemohon"), (3, "Kasi"))
        ),
        steps=(step(1, "Pemohon", activity=f"Mengajukan {text}"), step(2, "Kasi", note=text), step(3, "Pemohon")),
        flow=Flow(
            source="drawing",
            nodes=(
                Node(id="a", kind=NodeKind.TERMINATOR, step=1, actor=f"Pemohon{text}", text="", place=HERE),
                Node(id="b", kind=NodeKind.DECISION, step=2, actor=f"Kasi{text}", text=text, place=HERE),
                Node(id="c", kind=NodeKind.CONNECTOR, step=3, actor=f"Pemohon{text}", text="A", place=HERE),
            ),
            edges=(
                Edge(source="a", target="b", label=""),
                Edge(source="b", target="c", label="ya", sure=0.3),
                Edge(source="b", target="a", label=f"tidak{text}"),
            ),
        ),
        unread=(Unread(what=f"bentuk “cloud” {text}", place=HERE),),
        held=(
            Held(what="shapes", count=1475, treated=Treated.READ),
            Held(what="comments", count=1, treated=Treated.NOTED),
        ),
    )


def finding(code: str, where: str, **changes: object) -> Finding:
    plain = Finding(
        code=code,
        severity=Severity.WARNING,
        file="penmad/a.docx",
        part=1,
        where=where,
        message=f"Kalimat temuan {code} pada {where or 'naskah'}.",
        advice="Perbaiki.",
        found="",
        place=HERE,
    )
    return replace(plain, **changes)


def row(number: int, title: str) -> InventoryRow:
    place = XlsxPlace(sheet="Induk", row=number)
    return InventoryRow(title=title, number="", unit=UNIT, group="", note="", cells=(), place=place, columns=())


def ref(file: str, title: str, *, part: int = 1, unit: str = UNIT) -> DraftRef:
    return DraftRef(file=file, part=part, title=title, number="", unit=unit)


def proposal(action: Action, title: str, **changes: object) -> Proposal:
    plain = Proposal(unit=UNIT, action=action, title=title, why=f"Sebab {action.value}.", row=None, draft=None)
    return replace(plain, **changes)


def item(
    status: Status, number: int | None, *files: str, title: str = "SOP Penerbitan Izin", **changes: object
) -> Item:
    plain = Item(
        row=None if number is None else row(number, title),
        unit=UNIT,
        drafts=tuple(ref(each, f"{title} Baru") for each in files),
        status=status,
        score=0.9,
        differences=(),
        why=f"Sebab {status.value}.",
    )
    return replace(plain, **changes)


def outcome(text: str = "") -> Outcome:
    difference = Difference(
        field="title", inventory=f"SOP Izin {text}", draft=f"SOP Ijin {text}", winner="inventory", why="nama resmi",
        nature=Nature.WRITING, cell=XlsxPlace(sheet="Induk", row=9, column=2), place=DocxPlace(),
    )  # fmt: skip
    return Outcome(
        office=f"Kantor Contoh {text}".strip(),
        when=datetime(2025, 8, 20, 8, 30, tzinfo=timezone(timedelta(hours=7))),
        sops=(
            sop("penmad/a.docx", f"SOP A {text}", text=text),
            sop("penmad/b.docx", "SOP B"),
            sop("penmad/b.docx", "SOP C", part=2),
        ),
        unreadable=(
            Unreadable(
                file=f"penmad/{text}rusak.docx",
                folder="penmad",
                sha256="",
                code="RD001",
                message=f"Dilindungi sandi. {text}",
            ),
        ),
        inventory=Inventory(
            file="inventory.xlsx",
            rows=(row(7, "SOP A"),),
            passed_over=(
                PassedOver(place=XlsxPlace(sheet=f"Induk{text}", row=3), text=f"Kelompok {text}", why=f"judul {text}"),
            ),
            totals=(TypedTotal(place=XlsxPlace(sheet="Induk", row=40), typed=1234, counted=1),),
            tables=(
                InventoryTable(
                    sheet=f"Induk{text}",
                    header=(5, 6),
                    headings=(
                        Heading(field="title", column=2, text=f"NAMA {text}"),
                        Heading(field="number", column=3, text="NMR", sure=False),
                        Heading(field="", column=28, text="", hidden=True),
                    ),
                ),
            ),
            passed_sheets=(PassedSheet(name=f"Rujukan {text}", why="lembar tersembunyi"),),
            doubts=(Doubt(place=XlsxPlace(sheet="Induk", row=12), text=f"Hitung ulang sel C12. {text}"),),
        ),
        findings=(
            finding(
                "ST102", "steps/2/duration", severity=Severity.ERROR, found=text, message=f"Waktu tidak terukur. {text}"
            ),
            finding("FL101", "steps/2/flow"),
            finding("ST103", "steps/9"),
            finding("ID101", "effective", advice=text, question=f"Tanggal berapa? {text}"),
            finding(
                "LG101",
                "legal_basis/1",
                id=f"LG101-0a1b2c3d{text}",
                found=f"UU Nomor 2 Tahun 1989{text}",
                correction=Replacement(
                    before="2 Tahun 1989", after=f"20 Tahun 2003{text}", why=f"Sudah dicabut. {text}"
                ),
            ),
            finding("FL102", "flow", severity=Severity.NOTE),
            finding("RD102", "", part=2, file="penmad/b.docx"),
            finding("RD001", "", part=0, file=f"penmad/{text}rusak.docx"),
            finding("SE105", "", part=0, file="", found=text),
            finding("XX900", "identity/values", found=text),
        ),
        reconciliation=Reconciliation(
            units=(
                UnitCount(
                    unit=UNIT, inventory=31, submitted=3, matched=29, missing=2, extra=37, duplicate=41, transferred=43
                ),
            ),
            items=(
                item(Status.MATCHED, 7, "penmad/a.docx", differences=(difference,), why=f"Sebab beda. {text}"),
                item(Status.MATCHED, 8, "penmad/b.docx", why="Sebab sama."),
                item(Status.MISSING, 9, title=f"SOP Hilang {text}"),
                item(Status.EXTRA, None, "penmad/c.docx", rivals=((f"Calon {text}", 0.5),)),
                item(Status.SHARED, 10, "penmad/d.docx", doubtful=True, why="Sebab ragu."),
                item(
                    Status.MISSING,
                    11,
                    title=f"SOP Tercakup {text}",
                    case=Case.COVERED,
                    partners=(ref("penmad/a.docx", f"SOP A {text}"),),
                    why=f"Sebab tercakup. {text}",
                ),
            ),
            corrections=(),
            proposals=(
                proposal(Action.WRITE, f"SOP Hilang {text}", why=f"Susun. {text}", row=row(9, "").place),
                proposal(
                    Action.ADD, f"SOP Lain {text}", why=f"Tambahkan. {text}", draft=ref("penmad/c.docx", "SOP Lain")
                ),
            ),
            balances=(
                Balance(unit=UNIT, inventory=31, added=1, submitted=30, written=2, moved_in=0, left_out=0, agreed=32),
            ),
        ),
        accepted=(finding("NM102", "number", id=f"NM102-9f{text}", found=text, message=f"Temuan diterima. {text}"),),
        reasons=((f"NM102-9f{text}", f"Pola lama. {text}"),),
        disparities=(
            shared(
                f"SOP Rujuk {text}",
                (sop("penmad/a.docx", "SOP A"), sop("penmad/b.docx", "SOP B"), sop("kua/z.docx", "SOP Z")),
                (f"KUA A {text}", "KUA B", "KUA C"),
                aligned((1, 1, 1)),
                aligned((2, 2, None), duration=("5 menit", f"7 menit {text}", None)),
                aligned((3, None, None), activity=(f"Mengukur {text}", None, None)),
                aligned((4, 3, 2), output=("Nota", "Nota", f"Buku {text}")),
            ),
            shared("SOP Sama", (), ("KUA A", "KUA B"), aligned((1, 1))),
        ),
    )


EMPTY = Outcome(
    office="",
    when=datetime(2025, 1, 1, tzinfo=UTC),
    sops=(),
    unreadable=(),
    inventory=Inventory(file="", rows=(), passed_over=(), totals=()),
    findings=(),
    reconciliation=Reconciliation(units=(), items=(), corrections=()),
)


class Page(HTMLParser):
    """The tags of a page, its text outside style and script, and each finding's text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.raw = {"style": "", "script": ""}
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag if tag in self.raw else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.raw[self._inside] += data
        else:
            self.text += data


def written(tmp_path: Path, what: Outcome) -> str:
    path = tmp_path / "laporan-selisih.html"
    write_report(what, path)
    return path.read_bytes().decode()


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())

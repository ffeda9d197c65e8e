"""Matters, files and decisions of invented offices, short to write."""

from pipeline.model.decision import Decision, Kind, Matter, Round, SubmittedFile, Verdict


def matter(about: str, title: str = "SOP Cuti", **given: object) -> Matter:
    known: dict[str, object] = {
        "kind": Kind.FINDING, "unit": "Subbagian Tata Usaha", "file": f"drafts/subbag-tu/{title}.docx", "part": 1,
        "field": "steps/2/duration", "words": "Waktu tidak terukur.", "weight": "error",
    }  # fmt: skip
    return Matter(about=about, title=title, **(known | given))  # type: ignore[arg-type]


def file(path: str, sha256: str = "a", unit: str = "Subbagian Tata Usaha", *, readable: bool = True) -> SubmittedFile:
    return SubmittedFile(file=f"drafts/subbag-tu/{path}", sha256=sha256, unit=unit, readable=readable)


def decision(about: str, verdict: Verdict = Verdict.ACCEPT, **given: object) -> Decision:
    known: dict[str, object] = {
        "by": "Rahmat Hidayat",
        "when": "2026-01-05T08:30:00+07:00",
        "source": "konsolidasi.xlsx",
    }
    return Decision(about=about, verdict=verdict, **(known | given))  # type: ignore[arg-type]


def round_(number: int) -> Round:
    return Round(
        number=number, when=f"2026-01-{number:02}T08:30:00+07:00", inventory="induk.xlsx", inventory_sha256="f"
    )

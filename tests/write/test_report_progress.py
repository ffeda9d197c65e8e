"""What the report tells of a later round: what is new or fixed, what replaced what, what was decided and done."""

import re
from dataclasses import replace
from pathlib import Path

from pipeline.model.decision import Changes, Decision, Fate, FollowUp, Kind, Matter, State, SubmittedFile, Verdict
from pipeline.model.outcome import Outcome
from tests.write.reports import UNIT, outcome, plain, written


def matter(about: str, words: str = "Waktunya tidak terukur.", kind: Kind = Kind.FINDING) -> Matter:
    return Matter(
        about=about, kind=kind, unit=UNIT, title="SOP Izin", file="penmad/a.docx", part=1, field="steps/3/duration",
        words=words, before="lama", after="15 menit",
    )  # fmt: skip


def told(tmp_path: Path, what: Outcome) -> str:
    html = written(tmp_path, what)
    return plain(html.partition('<section id="perkembangan"')[2].partition('\n<section id="')[0])


def later(**changes: object) -> Outcome:
    first, *_ = [replace(each, id=f"ST102-{at}") for at, each in enumerate(outcome().findings)]
    compared = Changes(
        states={first.id: State.BACK},
        settled=(
            (matter("ST105-1"), State.FIXED), (matter("ST105-2"), State.GONE),
            (matter("P-1", kind=Kind.QUESTION), State.FIXED),
        ),
        replaced=((file("penmad/a.docx", "1"), file("penmad/a (revisi).docx", "2")),),
    )  # fmt: skip
    return replace(outcome(), findings=(first,), round=2, **{"changes": compared, **changes})


def file(name: str, sha: str) -> SubmittedFile:
    return SubmittedFile(file=name, sha256=sha, unit=UNIT, readable=True)


def test_a_first_round_has_nothing_to_tell(tmp_path: Path) -> None:
    assert told(tmp_path, outcome()) == ""
    assert 'href="#perkembangan"' not in written(tmp_path, outcome())


def test_a_later_round_counts_by_unit_and_names_what_was_fixed_and_replaced(tmp_path: Path) -> None:
    words = told(tmp_path, later())
    assert "Putaran 2 dibandingkan dengan putaran sebelumnya." in words
    assert f"{UNIT} 0 0 1 1 1" in words
    assert "1 naskah diganti penmad/a (revisi).docx menggantikan penmad/a.docx" in words
    assert f"1 temuan sudah diperbaiki {UNIT}, SOP Izin: Waktunya tidak terukur. ST105" in words
    assert 'href="#perkembangan"' in written(tmp_path, later())


def test_what_was_decided_is_told_with_what_became_of_it_the_undone_first(tmp_path: Path) -> None:
    accepted = Decision(about="ST105-1", verdict=Verdict.ACCEPT, note="Sepakat.", by="Budi Contoh")
    changed = Decision(about="K-1", verdict=Verdict.CHANGE, value="20 menit")
    done = FollowUp(decision=accepted, matter=matter("ST105-1"), fate=Fate.DONE)
    other = FollowUp(
        decision=changed, matter=matter("K-1", "nama SOP: Mengikuti induk.", Kind.CORRECTION), fate=Fate.OTHERWISE
    )
    words = told(tmp_path, later(follow_ups=(done, other)))
    assert "1 dari 2 keputusan tentang naskah belum dilaksanakan." in words
    first, second = words.index("− diperbaiki dengan isi lain"), words.index("✓ sudah diperbaiki")
    assert first < second
    assert f"{UNIT} SOP Izin nama SOP: Mengikuti induk. ubah: “20 menit”" in words[first:second]
    assert "langkah 3, waktu: Waktunya tidak terukur. terima: “15 menit” Sepakat. Budi Contoh" in words[second:]
    assert "Semua keputusan tentang naskah sudah dilaksanakan." in told(tmp_path, later(follow_ups=(done,)))


def test_a_finding_says_what_became_of_it_and_what_was_decided_and_can_be_sifted_by_both(tmp_path: Path) -> None:
    decided = Decision(about="ST102-0", verdict=Verdict.CHANGE, value="20 menit", note="Notula butir 3.")
    html = written(tmp_path, later(decisions=(decided,)))
    (item,) = re.findall(r'<li class="finding.*?</li>', html, re.S)
    assert 'data-state="muncul lagi" data-verdict="ubah"' in item
    assert "Keputusan: ubah menjadi “20 menit”. Notula butir 3." in plain(item)
    for facet, words in (("state", ["muncul lagi"]), ("verdict", ["ubah", "belum diputuskan"])):
        box = html.partition(f'<select id="saring-{facet}">')[2].partition("</select>")[0]
        assert re.findall(r'value="([^"]+)"', box) == words
    assert "saring-verdict" not in written(tmp_path, later()).partition("<script>")[0]
    assert 'data-verdict="belum diputuskan"' in written(tmp_path, later())

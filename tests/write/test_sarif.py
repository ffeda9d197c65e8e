"""The SARIF log holds what SARIF 2.1.0 requires, and all that was found."""

import hashlib
import json
from dataclasses import replace

from pipeline.check.apply import check
from pipeline.check.registry import all_rules
from pipeline.check.samples import identity, sop, step, value
from pipeline.check.sop_set import SopSet
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import Sop, Unreadable
from pipeline.settings import Accepted, Settings
from pipeline.write.sarif import sarif

FLAWED = sop(
    file="unit a/SOP #1: cuti.docx",
    identity=identity(title=value("Nikah")),
    steps=(step(1), step(2, duration="secukupnya"), step(3)),
    sha256="a" * 64,
)
LOST = Unreadable(
    file="rusak.docx", folder="", sha256=hashlib.sha256(b"x").hexdigest(), code="RD001", message="Berkas ini rusak."
)


def log(*sops: Sop, lost: tuple[Unreadable, ...] = (), settings: Settings | None = None) -> dict:  # type: ignore[type-arg]
    settings = settings or Settings()
    found = check(SopSet.of(sops), settings)
    kept = {each.finding for each in settings.accepted}
    accepted = [each for each in found if each.id in kept]
    open_ = [each for each in found if each.id not in kept]
    made: dict = json.loads(sarif(sops, lost, open_, accepted, all_rules(), settings))  # type: ignore[type-arg]
    return made


def test_the_log_has_every_required_member() -> None:
    made = log(FLAWED, lost=(LOST,))
    assert set(made) == {"$schema", "version", "runs"}
    assert made["version"] == "2.1.0"
    (run,) = made["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    assert [each["id"] for each in driver["rules"]] == [each.code for each in all_rules()]
    for rule in driver["rules"]:
        assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    assert run["results"]
    for each in run["results"]:
        assert driver["rules"][each["ruleIndex"]]["id"] == each["ruleId"]
        assert each["level"] in ("note", "warning", "error")
        assert each["message"]["text"]
        assert each["suppressions"] == []
        (place,) = each["locations"]
        at = place["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][at["index"]]["location"]["uri"] == at["uri"]
        assert next(iter(each["partialFingerprints"].values())).startswith(each["ruleId"])


def test_names_are_uris_and_files_have_their_hash() -> None:
    (run,) = log(FLAWED, lost=(LOST,))["runs"]
    assert [each["location"]["uri"] for each in run["artifacts"]] == [
        "unit%20a/SOP%20%231%3A%20cuti.docx",
        "rusak.docx",
    ]
    assert [each["hashes"]["sha-256"] for each in run["artifacts"]] == ["a" * 64, LOST.sha256]


def test_an_unreadable_file_is_a_notification() -> None:
    (run,) = log(FLAWED, lost=(LOST,))["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == LOST.message
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "rusak.docx"
    (sound,) = log(FLAWED)["runs"]
    assert sound["invocations"][0]["executionSuccessful"] is True


def test_an_accepted_finding_is_suppressed_with_its_reason() -> None:
    first = check(SopSet.of((FLAWED,)), Settings())[0]
    settings = Settings(accepted=(Accepted(finding=first.id, reason="Disepakati."),))
    (run,) = log(FLAWED, settings=settings)["runs"]
    held = [each for each in run["results"] if each["suppressions"]]
    assert [each["ruleId"] for each in held] == [first.code]
    assert held[0]["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "Disepakati."}]


def test_the_offices_own_severities_are_told() -> None:
    (run,) = log(FLAWED, settings=Settings(severities=(("NM101", Severity.OFF),)))["runs"]
    (override,) = run["invocations"][0]["ruleConfigurationOverrides"]
    assert override["descriptor"]["id"] == "NM101"
    assert override["configuration"] == {"enabled": False, "level": "none"}
    assert "NM101" not in {each["ruleId"] for each in run["results"]}


def test_a_correction_and_the_place_are_kept() -> None:
    finding = replace(
        check(SopSet.of((FLAWED,)), Settings())[0], where="steps/2/duration", question="",
        correction=Replacement(before="10 mnt", after="10 menit", why="Satuan ditulis penuh."),
    )  # fmt: skip
    made = json.loads(sarif((FLAWED,), (), (finding,), (), all_rules(), Settings()))
    (result,) = made["runs"][0]["results"]
    assert result["properties"]["correction"] == {
        "before": "10 mnt",
        "after": "10 menit",
        "why": "Satuan ditulis penuh.",
    }
    (logical,) = result["locations"][0]["logicalLocations"]
    assert (logical["fullyQualifiedName"], logical["name"]) == ("steps/2/duration", "langkah 2, waktu")

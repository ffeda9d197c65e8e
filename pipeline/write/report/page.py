"""Outcome -> everything that the template asks for; SOPs are made one at a time, as the page is written."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from markupsafe import Markup

from pipeline.check.registry import all_rules
from pipeline.check.rule import Rule
from pipeline.decide.owners import Owners, SopKey
from pipeline.model.decision import State
from pipeline.model.finding import Finding, Severity
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import UnitCount
from pipeline.model.sop import Sop, Unreadable
from pipeline.text import fold
from pipeline.wording import FAMILY_WORDS, FIELD_WORDS, SEVERITY_WORDS, STATE_WORDS, VERDICT_WORDS, where_words
from pipeline.write.flow_svg import flow_svg
from pipeline.write.loss import trace_tally, traces
from pipeline.write.numbers import thousands
from pipeline.write.report.charts import count_charts
from pipeline.write.report.disparities import DisparityView, disparity_view
from pipeline.write.report.links import Links
from pipeline.write.report.load import load_views
from pipeline.write.report.parts import (
    Told,
    bar_length,
    family_of,
    faults,
    field_view,
    flow_summary,
    grouped,
    held_lines,
    rule_anchor,
    source_words,
    step_view,
    tally,
    trace_view,
)
from pipeline.write.report.progress import progress_view
from pipeline.write.report.reconciled import Reconciled
from pipeline.write.report.understood import inventory_view
from pipeline.write.report.views import (
    AcceptedView,
    FileView,
    InventoryView,
    LoadView,
    ProgressView,
    SopView,
    UnitView,
    Verdict,
)
from pipeline.write.report.words import SEVERITIES, SEVERITY_SIGNS, moment

# How a finding is called that nobody has decided about.
UNDECIDED = "belum diputuskan"


class Page:
    """What the template asks for; SOPs are made one at a time, as the page is written."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._sops = {each.key: each for each in outcome.sops}
        self._in_file = Counter(each.file for each in outcome.sops)
        self._owner = Owners(outcome)
        self._links = Links(outcome)
        self._found: dict[SopKey, list[tuple[int, Finding]]] = defaultdict(list)
        for index, finding in enumerate(outcome.findings, start=1):
            subject = (finding.file, finding.part)
            self._found[subject if subject in self._sops else (finding.file, 0)].append((index, finding))

    @property
    def office(self) -> str:
        """Return the office's name."""
        return self._outcome.office

    @property
    def when(self) -> str:
        """Return when the run started, in words."""
        return moment(self._outcome.when)

    @cached_property
    def verdict(self) -> Verdict:
        """Return the verdict over all units."""
        every = [each.verdict for each in self.units]
        return Verdict(
            ready=sum(each.ready for each in every),
            flawed=sum(each.flawed for each in every),
            unreadable=sum(each.unreadable for each in every),
        )

    @cached_property
    def progress(self) -> ProgressView | None:
        """Return what became of things since the round before, none in a first round without decisions."""
        owners = {each.id: self._owner.of_finding(each) for each in self._outcome.findings}
        return progress_view(self._outcome, owners.__getitem__)

    @cached_property
    def _known(self) -> dict[str, Told]:
        states = self._outcome.changes.states if self._outcome.changes else {}
        decisions = {each.about: each for each in self._outcome.decisions}
        return {
            each.id: Told(states.get(each.id), decisions.get(each.id))
            for each in self._outcome.findings
            if each.id in states or each.id in decisions
        }

    @cached_property
    def facets(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Return what findings can be sifted by in a later round: key, label, and the choices."""
        told = list(self._known.values())
        states = tuple(STATE_WORDS[each] for each in State if any(known.state is each for known in told))
        verdicts = tuple(
            word
            for verdict, word in VERDICT_WORDS.items()
            if any(known.decision and known.decision.verdict is verdict for known in told)
        )
        found = (
            ("state", "Perkembangan", states),
            ("verdict", "Keputusan", (*verdicts, UNDECIDED) if verdicts else ()),
        )
        return tuple(each for each in found if each[-1])

    @property
    def states(self) -> tuple[str, ...]:
        """Return the words for what became of a finding, in the order of a line of progress."""
        return tuple(STATE_WORDS[each] for each in State)

    @cached_property
    def total(self) -> UnitCount:
        """Return the counts of all units together."""
        counts = self._outcome.reconciliation.units
        return UnitCount(
            unit="Jumlah",
            inventory=sum(each.inventory for each in counts),
            submitted=sum(each.submitted for each in counts),
            matched=sum(each.matched for each in counts),
            missing=sum(each.missing for each in counts),
            extra=sum(each.extra for each in counts),
            duplicate=sum(each.duplicate for each in counts),
            transferred=sum(each.transferred for each in counts),
        )

    @property
    def unreadable_words(self) -> str:
        """Return whether the files that could not be read are among the SOPs handed in, or nothing where unclear."""
        lost, read = len(self._outcome.unreadable), len(self._outcome.sops)
        if not lost or self.total.submitted not in (read, read + lost):
            return ""
        among = "belum termasuk" if self.total.submitted == read else "sudah termasuk"
        return f"Angka diserahkan {among} {thousands(lost)} berkas yang tidak terbaca."

    @cached_property
    def count_charts(self) -> tuple[Markup, ...]:
        """Return the counts of the units as drawings."""
        return count_charts(self._outcome.reconciliation.units)

    def verdict_bar(self, value: int) -> str:
        """Return how long a part of a verdict's bar is, 140 units for the unit with the most SOPs."""
        return bar_length(value, max((each.verdict.total for each in self.units), default=0))

    @cached_property
    def units(self) -> tuple[UnitView, ...]:
        """Return every unit that the run knows, those of the reconciliation first and in its order."""
        owners = self._owner
        items = self._outcome.reconciliation.items
        names = dict.fromkeys(each.unit for each in self._outcome.reconciliation.units)
        names.update(dict.fromkeys(each.unit for each in items))
        names.update(dict.fromkeys(owners.of_sop(each) for each in self._outcome.sops))
        names.update(dict.fromkeys(owners.of_folder(each.folder) for each in self._outcome.unreadable))
        names.update(dict.fromkeys(map(self._unit_of_subject, self._found)))
        return tuple(self._unit(f"unit-{at}", name) for at, name in enumerate(names, start=1))

    def _unit(self, anchor: str, name: str) -> UnitView:
        counts = {each.unit: each for each in self._outcome.reconciliation.units}
        return UnitView(
            anchor=anchor,
            name=name,
            count=counts.get(name),
            verdict=self._verdict_of(name),
            findings=sum(len(self._found[each]) for each in self._subjects_by_unit[name] if each in self._found),
            talked=self.reconciled.talked(name),
            plain=self.reconciled.plain(name),
        )

    def _verdict_of(self, unit: str) -> Verdict:
        keys = [each for each in self._subjects_by_unit[unit] if each in self._sops]
        lost = sum(self._owner.of_folder(each.folder) == unit for each in self._outcome.unreadable)
        ready = sum(self._is_ready(each) for each in keys)
        return Verdict(ready=ready, flawed=len(keys) - ready, unreadable=lost)

    @cached_property
    def _subjects_by_unit(self) -> dict[str, list[SopKey]]:
        """Return the SOPs of each unit, then what else has findings: files without a SOP, the whole set."""
        grouped: dict[str, list[SopKey]] = defaultdict(list)
        for each in dict.fromkeys((*self._sops, *self._found)):
            grouped[self._unit_of_subject(each)].append(each)
        return grouped

    def _unit_of_subject(self, subject: SopKey) -> str:
        sop = self._sops.get(subject)
        return self._owner.of_sop(sop) if sop else self._owner.of_file(subject[0])

    def _is_ready(self, subject: SopKey) -> bool:
        """Return whether nothing must be corrected, in the SOP or in its file as a whole."""
        found = (*self._found.get(subject, ()), *self._found.get((subject[0], 0), ()))
        return all(finding.severity is not Severity.ERROR for _, finding in found)

    @cached_property
    def reconciled(self) -> Reconciled:
        """Return the lines of the reconciliation, its questions, and the way to equal numbers."""
        return Reconciled(
            self._outcome.reconciliation,
            lambda file, part: (self._file_words(file, part), self._anchors.get((file, part), "")),
        )

    def _file_words(self, file: str, part: int) -> str:
        return f"{file}, SOP ke-{part}" if self._in_file[file] > 1 else file

    def sections(self) -> Iterator[tuple[UnitView, Iterator[SopView]]]:
        """Yield each unit that has SOPs or findings, with its SOPs."""
        for unit in self.units:
            subjects = self._subjects_by_unit[unit.name]
            if subjects:
                yield unit, (self._subject(each, self._anchors[each]) for each in subjects)

    @cached_property
    def _anchors(self) -> dict[SopKey, str]:
        """Return where each SOP stands on the page, and what else has findings."""
        return {each: f"sop-{at}" for at, each in enumerate(dict.fromkeys((*self._sops, *self._found)), 1)}

    @cached_property
    def disparities(self) -> tuple[DisparityView, ...]:
        """Return the SOPs of several units that differ, side by side."""
        differing = (each for each in self._outcome.disparities if each.differs)
        return tuple(disparity_view(each, f"beda-{at}", self._anchors) for at, each in enumerate(differing, start=1))

    @property
    def agreeing(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the SOPs of several units that differ in nothing: title and units."""
        return tuple((each.title, each.units) for each in self._outcome.disparities if not each.differs)

    @property
    def accepted(self) -> tuple[AcceptedView, ...]:
        """Return the findings that the office accepts as they are, with its reasons where it gave any."""
        return tuple(self._accepted(each) for each in self._outcome.accepted)

    def _accepted(self, finding: Finding) -> AcceptedView:
        sop = self._sops.get((finding.file, finding.part))
        return AcceptedView(
            code=finding.code,
            rule=rule_anchor(finding.code),
            id=finding.id,
            unit=self._owner.of_finding(finding),
            title=sop.title if sop else finding.file or "Seluruh naskah",
            file=self._file_words(*sop.key) if sop else "",
            where=" · ".join(each for each in (where_words(finding.where), str(finding.place)) if each),
            message=finding.message,
            found=fold(finding.found),
            reason=dict(self._outcome.reasons).get(finding.id, ""),
        )

    @cached_property
    def rules(self) -> tuple[tuple[str, Rule], ...]:
        """Return the rules that raised something, each with its anchor."""
        raised = {each.code for each in (*self._outcome.findings, *self._outcome.accepted)}
        return tuple((rule_anchor(each.code), each) for each in all_rules() if each.code in raised)

    def _subject(self, subject: SopKey, anchor: str) -> SopView:
        sop, found = self._sops.get(subject), self._found.get(subject, [])
        by_field, by_step = grouped(found, len(sop.steps) if sop else 0)
        fields = [(head, field_view(sop, head, each, self._known)) for head, each in by_field.items()]
        first = ("", *FIELD_WORDS)
        fields.sort(key=lambda each: first.index(each[0]) if each[0] in first else len(first))
        steps = sop.steps if sop else ()
        return SopView(
            anchor=anchor,
            title=sop.title if sop else subject[0] or "Seluruh naskah",
            number=sop.identity.number.text if sop and sop.identity.number else "",
            file=self._file_words(*subject) if sop else "",
            links=self._links.of(sop.file) if sop else (),
            ready=self._is_ready(subject) if sop else None,
            tally=tuple(tally(found)),
            before=tuple(view for head, view in fields if head not in ("actors", "steps", "flow")),
            steps=tuple(step_view(steps[at - 1], at, by_step[at], self._known) for at in sorted(by_step)),
            after=tuple(view for head, view in fields if head in ("actors", "steps", "flow")),
            # flow_svg escapes every text that it draws.
            drawn=Markup(flow_svg(sop, faults([each for _, each in found]))) if sop else Markup(""),
            summary=flow_summary(sop) if sop else "",
            source=source_words(sop.flow) if sop else "",
        )

    @property
    def findings(self) -> int:
        """Return how many findings there are."""
        return len(self._outcome.findings)

    @cached_property
    def severities(self) -> tuple[tuple[str, str, str, int], ...]:
        """Return each severity that occurs: its key, sign, word and count."""
        counts = Counter(each.severity for each in self._outcome.findings)
        return tuple(
            (each.value, SEVERITY_SIGNS[each], SEVERITY_WORDS[each], counts[each])
            for each in SEVERITIES
            if counts[each]
        )

    @cached_property
    def families(self) -> tuple[tuple[str, str, tuple[int, ...], int], ...]:
        """Return each family that occurs: its letters, its words, its counts by severity and their sum."""
        counts = Counter((family_of(each), each.severity.value) for each in self._outcome.findings)
        families = dict.fromkeys((*FAMILY_WORDS, *(family for family, _ in counts)))
        rows = (
            (each, FAMILY_WORDS.get(each, each), tuple(counts[each, severity] for severity, *_ in self.severities))
            for each in families
        )
        return tuple((*row, sum(row[2])) for row in rows if any(row[2]))

    def severity_bars(self, counts: Sequence[int]) -> tuple[tuple[str, str, str], ...]:
        """Return the parts of a family's bar: the severity, where the part begins and how long it is."""
        greatest = max((sum(each[2]) for each in self.families), default=0)
        begun, parts = 0, []
        for (severity, *_), value in zip(self.severities, counts, strict=True):
            parts.append((severity, bar_length(begun, greatest), bar_length(value, greatest)))
            begun += value
        return tuple(each for each, value in zip(parts, counts, strict=True) if value)

    @cached_property
    def load(self) -> tuple[LoadView, ...]:
        """Return the roles with their work, the one with most minutes first."""
        return load_views(self._outcome)

    @cached_property
    def inventory(self) -> InventoryView:
        """Return how the master inventory was understood."""
        return inventory_view(self._outcome.inventory)

    @cached_property
    def files(self) -> tuple[FileView, ...]:
        """Return every file of a draft by its name, those first that could not be read."""
        by_file: dict[str, list[Sop]] = defaultdict(list)
        for sop in self._outcome.sops:
            by_file[sop.file].append(sop)
        views = [self._read_file(file, sops) for file, sops in by_file.items()]
        views += [self._unread_file(each) for each in self._outcome.unreadable]
        return tuple(sorted(views, key=lambda each: (not each.refused, each.file)))

    def _read_file(self, file: str, sops: Sequence[Sop]) -> FileView:
        found = traces(sops)
        return FileView(
            file=file,
            links=self._links.of(file),
            marked=self._links.told(file),
            unit=self._owner.of_sop(sops[0]),
            sha=sops[0].sha256[:12],
            sops=tuple(each.title for each in sops),
            held=held_lines(sops),
            code="",
            refused="",
            traces=tuple(trace_view(each, several=len(sops) > 1) for each in found),
            tally=trace_tally(found),
        )

    def _unread_file(self, lost: Unreadable) -> FileView:
        return FileView(
            file=lost.file,
            links=self._links.of(lost.file),
            marked=(),
            unit=self._owner.of_folder(lost.folder),
            sha=lost.sha256[:12],
            sops=(),
            held=(),
            code=lost.code,
            refused=lost.message,
            traces=(),
            tally="",
        )
